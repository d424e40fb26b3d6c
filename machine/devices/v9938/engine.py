"""The command engine's time: each access of the memory waits for a free access slot.

A command runs when somebody looks: `run(until)` does all accesses before that tick.

Sources: the time of steps as measured by J. Yervante Damad, A. Wulms and W. Vermaelen, "V9938 VRAM
timings" (2013); how the processor is given way as measured in openMSX.
"""

import cython
from cython.cimports.machine.core.device import NEVER
from cython.cimports.machine.devices.v9938.access_slots import AccessSlots
from cython.cimports.machine.devices.v9938.engine import HMMC, HMMV, LMCM, LMMM, POINT, SRCH
from cython.cimports.machine.devices.v9938.record import LINE_TICKS, V9938State
from cython.cimports.machine.devices.v9938.sprites import Sprites


@cython.cclass
class Engine:
    """Lets the command in R46 make its accesses; what they do, a subclass knows."""

    def __init__(self, state: V9938State, sprites: Sprites) -> None:
        self.state = state
        self.sprites = sprites
        self.slots = AccessSlots(state, sprites.planes)
        self.bind()

    @cython.cfunc
    def bind(self) -> cython.void:
        """Takes the record's buffers; brings its fields into range."""
        state: V9938State = self.state
        self.vram = state.vram
        self.registers = state.registers
        self.size_mask = len(state.vram) - 1
        state.ax &= 0x3FF
        state.bx &= 0x1FF
        state.left = min(max(state.left, 0), 1024)
        earliest: cython.longlong = state.frame_start - LINE_TICKS
        state.command_tick = min(state.command_tick, earliest + 400 * LINE_TICKS)
        if state.ce:  # the time of a command that has ended is left as it was
            state.command_tick = max(state.command_tick, earliest)
        if self.registers[46] < 0x40:
            state.ce = False
        self._count_accesses()
        state.access = min(max(state.access, 0), self.accesses - 1)
        if not state.ce or not earliest <= state.taken <= earliest + 400 * LINE_TICKS:
            state.taken = NEVER
        self.settle()

    @cython.cfunc
    @cython.exceptval(check=False)
    def settle(self) -> cython.void:
        """The display may leave more or less of the memory's time, or no mode for a command."""
        if self._width() == 0:
            self.state.ce = False
            self.state.taken = NEVER
        self.slots.forget()

    @cython.cfunc
    @cython.exceptval(check=False)
    def give_way(self, now: cython.longlong) -> cython.void:
        """An access of the processor takes the first slot that is at least 16 ticks later.

        The engine has done what it does before `now`, perhaps its command's end. While an access
        waits for its slot, another one does not take one more.
        """
        if self.state.ce and self.state.taken == NEVER:
            self.state.taken = self.slots.after(now, 16)

    @cython.cfunc
    @cython.exceptval(check=False)
    def served(self, now: cython.longlong) -> cython.longlong:
        """When an access that the processor asks for is made, as openMSX shows it.

        In the other modes, whose slots were not measured, the wait alone counts.
        """
        if self.sprites.planes.tms:
            return now + 28
        return self.slots.after(now, 16) if self._width() else now + 16

    @cython.cfunc
    @cython.exceptval(check=False)
    def _wait(self) -> cython.void:
        """The processor's slot has come: the engine leaves out the slots of the next 16 ticks too.

        So openMSX shows it.
        """
        state: V9938State = self.state
        last: cython.longlong = self.slots.after(state.taken, 16)
        if state.command_tick <= last:
            state.command_tick = self.slots.after(last, 1)
        state.taken = NEVER

    @cython.cfunc
    @cython.exceptval(check=False)
    def run(self, until: cython.longlong) -> cython.void:
        """Does what the engine has done by the tick."""
        tick: cython.longlong = self._next_tick()
        while tick < until:
            if tick == self.state.taken:
                self._wait()
            else:
                self._access()
            tick = self._next_tick()

    @cython.cfunc
    @cython.exceptval(check=False)
    def run_unseen(self, until: cython.longlong) -> cython.longlong:
        """`run`, but no farther than to a write that the line in progress shows.

        Returns the tick of that write, or one that is not before `until`.
        """
        tick: cython.longlong = self._next_tick()
        while tick < until:
            if tick == self.state.taken:
                self._wait()
            elif self.state.access + 1 == self.accesses and self._shows():
                break
            else:
                self._access()
            tick = self._next_tick()
        return tick

    @cython.cfunc
    @cython.exceptval(check=False)
    def write(self, reg: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        """Writes R32 to R46; R44 feeds a transfer, R46 starts a command."""
        self.registers[reg] = value
        if reg == 44:
            self._answer(now)
        elif reg == 46:
            self._start(now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def take(self, now: cython.longlong) -> cython.void:
        """The processor has read S7: LMCM goes on; so do, as in openMSX, the other transfers."""
        self._answer(now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _answer(self, now: cython.longlong) -> cython.void:
        """A transfer goes on with R44 as it stands."""
        state: V9938State = self.state
        state.tr = False
        if not state.fresh:
            state.fresh = True
            if state.command_tick < now:
                state.command_tick = self.slots.after(now, 0)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _count_accesses(self) -> cython.void:
        """Of the memory in a step: a write or a read; a read, a write; two reads, a write."""
        kind: cython.int = self._kind()
        self.accesses = 2
        if kind == HMMV or kind == HMMC or kind == LMCM or kind == SRCH or kind == POINT:
            self.accesses = 1
        elif kind == LMMM:
            self.accesses = 3

    # What a subclass knows

    @cython.cfunc
    @cython.exceptval(check=False)
    def _start(self, now: cython.longlong) -> cython.void:
        """A command has been written to R46."""

    @cython.cfunc
    @cython.exceptval(check=False)
    def _access(self) -> cython.void:
        """Makes the command's next access, at `command_tick`."""

    @cython.cfunc
    @cython.exceptval(check=False)
    def _shows(self) -> cython.bint:
        """True if the line in progress may show the byte that the step in hand writes."""
        return False
