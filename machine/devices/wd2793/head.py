"""The disk under the head: when a byte has passed, and how the program takes and gives it."""

import cython
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER, Device
from cython.cimports.machine.devices.wd2793.record import (
    AT_ADDRESS,
    IDLE,
    READING,
    READING_TRACK,
    TRACK_0_OR_LOST,
    Wd2793State,
)

from machine.devices import mfm_track
from machine.devices.floppy_drive import FloppyDrive

IDLE_TURNS = 15  # then the head is unloaded
PATIENCE: cython.longlong = 16  # fast: bytes of time a program has for each byte

TRACK_BYTES: cython.longlong = mfm_track.TRACK_BYTES


@cython.cclass
class Head(Device):
    """The selected side of the selected drive, time as bytes of a turn, and the data register."""

    def __init__(self, name: str, bus: Bus, fast: bool) -> None:
        Device.__init__(self, name)
        self.bus = bus
        self.fast = fast
        self.none = FloppyDrive(f"{name}-no-drive", bus, fitted=False)
        self.turn = self.none.turn
        self.drive = self.none
        self.side = 0
        self._record = Wd2793State()
        self.state = self._record

    def wire(self, drive: object, side: int) -> None:
        """The drive (None: none) and side that the board's select logic names from now on.

        The caller has synced this chip before, and calls `note_ready` after it.
        """
        self.drive = self.none if drive is None else drive
        self.side = side

    @cython.cfunc
    def finish(self, now: cython.longlong) -> cython.void:
        """The command is done: INTRQ."""
        s: Wd2793State = self._record
        s.busy = False
        s.intrq = True
        s.phase = IDLE
        s.due = NEVER
        s.head_until = now + IDLE_TURNS * self.turn
        if s.type_one and not s.command & 0x0C:
            s.head_until = now

    # The data register

    @cython.cfunc
    def offer(self, byte: cython.int) -> cython.void:
        """A byte from the disk; if the last one was not taken, it is lost."""
        s: Wd2793State = self._record
        if s.drq:
            s.errors |= TRACK_0_OR_LOST
        s.data = byte
        s.drq = True

    @cython.cfunc
    def fetch(self) -> cython.int:
        """A byte for the disk; zero if the program was late."""
        s: Wd2793State = self._record
        if s.drq:
            s.errors |= TRACK_0_OR_LOST
            return 0
        return s.data

    @cython.cfunc
    def serve_data(self, now: cython.longlong) -> cython.void:
        """The program has read or written the data register."""
        s: Wd2793State = self._record
        served: cython.bint = s.drq
        s.drq = False
        if self.fast and served and s.busy and s.phase != IDLE:
            self.at(s.phase, now + 1)

    # Turns, bytes and ticks

    @cython.cfunc
    def at(self, phase: cython.int, due: cython.longlong) -> cython.void:
        """Goes on with `phase` at tick `due`."""
        self._record.phase = phase
        self._record.due = due
        self.bus.deadline(due)

    def wait(self, phase: int, now: int, milliseconds: int) -> None:
        """Goes on with `phase` after some time, at once in fast mode."""
        self.at(phase, now + (1 if self.fast else self.bus.hz * milliseconds // 1000))

    @cython.cfunc
    def bytes(self, count: cython.longlong, patient: cython.bint = False) -> cython.longlong:
        """The ticks in which `count` bytes pass the head."""
        if self.fast:
            return self.turn * PATIENCE // TRACK_BYTES if patient else 1
        return count * self.turn // TRACK_BYTES

    @cython.cfunc
    def byte_time(self, now: cython.longlong) -> cython.longlong:
        """When the byte after the `count` bytes of this field is due."""
        s: Wd2793State = self._record
        if self.fast:
            return now + self.turn * PATIENCE // TRACK_BYTES
        count: cython.longlong = s.count
        if s.phase == READING or s.phase == AT_ADDRESS or s.phase == READING_TRACK:
            count += 1
        return s.origin + count * self.turn // TRACK_BYTES

    def next_pass(self, position: int, start: int) -> int:
        """The first tick from `start` at which byte `position` of the turn is under the head."""
        return start + 1 if self.fast else self.drive.passes(position, start)
