"""The WD2793 floppy disk controller at 1 MHz, double density.

    reg   read            write
    0     status          command
    1     track           track
    2     sector          sector
    3     data            data
    4     the pins: bit 7 DRQ, bit 6 INTRQ (no register of the chip: wires of the board)

What passes the head follows from the time: one turn is a fifth of a second, 6250 bytes laid out as
in `mfm_track`, and a command waits for its ID field as on the disk. `fast` makes steps, turns and
settling take no time, and lets data come as soon as the last byte was taken.

Inaccuracies
- Raw images keep sectors only: a deleted-data mark is written as a normal one, a CRC is never
  wrong, and a sector formatted beyond the image's geometry is lost.
- Write Track takes the bytes between two index holes; the sectors appear on the disk at the second.

Source: Western Digital WD279X-02 floppy disk formatter/controller family data sheet.
"""

import cython
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER
from cython.cimports.machine.devices.wd2793.record import (
    BUSY,
    FORMATTING,
    GIVING_UP,
    HEAD_LOADED,
    IDLE,
    INDEX_OR_DRQ,
    NOT_READY,
    READING,
    SEEK_ERROR_OR_NOT_FOUND,
    SETTLING,
    STEPPING,
    TRACK_0_OR_LOST,
    VERIFIED,
    WRITE_PROTECTED,
    WRITING,
    Wd2793State,
)
from cython.cimports.machine.devices.wd2793.transfers import Transfers

from machine.devices.mfm_track import TRACK_BYTES
from machine.devices.wd2793.head import IDLE_TURNS
from machine.devices.wd2793.transfers import PATIENT_TURNS

STEP_MS = (6, 12, 20, 30)
SETTLE_MS = 30


@cython.cclass
class Wd2793(Transfers):
    """The controller. The board's logic tells it the selected drive and side with `wire`."""

    def __init__(self, name: str, bus: Bus, fast: bool = False) -> None:
        Transfers.__init__(self, name, bus, fast)

    @cython.ccall
    def reset(self, now: cython.longlong) -> cython.void:
        """Master Reset: the sector register is 1, and a Restore begins when the line goes up."""
        self._record.sector = 1
        self.start_command(0x03, now)

    @cython.ccall
    def attach(self) -> cython.void:
        s: Wd2793State = self._record
        s.errors &= 0x54
        s.conditions &= 0x07
        s.count = min(max(s.count, 0), TRACK_BYTES)
        s.pulses &= 0xFF
        s.record &= 0xFF
        if not 0 <= s.phase <= FORMATTING or (s.phase == IDLE and not s.conditions & 4):
            s.phase = IDLE
            s.due = NEVER
        elif s.phase in (READING, WRITING):
            s.count = min(s.count, 511)
        # A true record is at most an instruction late and never plans further than this.
        latest: cython.longlong = self.bus.now + 2 * PATIENT_TURNS * self.turn
        if s.due != NEVER:
            s.due = min(max(s.due, self.bus.now - self.turn), latest)
        s.origin = min(max(s.origin, 0), latest)
        s.head_until = min(max(s.head_until, 0), self.bus.now + IDLE_TURNS * self.turn)

    def note_ready(self, now: int) -> None:
        """Looks at the READY line: a forced interrupt may wait for it to change."""
        s: Wd2793State = self._record
        ready: cython.bint = self.drive.is_ready()
        if (ready and not s.was_ready and s.conditions & 1) or (
            not ready and s.was_ready and s.conditions & 2
        ):
            s.intrq = True
        s.was_ready = ready

    @cython.cfunc
    @cython.exceptval(check=False)
    def read(self, reg: cython.int, now: cython.longlong) -> cython.int:
        s: Wd2793State = self._record
        self.sync(now)
        value: cython.int = self.peek(reg, now)
        if reg == 0 and not s.held:
            s.intrq = False
        elif reg == 3:
            self.serve_data(now)
        return value

    @cython.cfunc
    @cython.exceptval(check=False)
    def peek(self, reg: cython.int, now: cython.longlong) -> cython.int:
        s: Wd2793State = self._record
        if reg == 4:
            return (0x80 if s.drq else 0) | (0x40 if s.intrq else 0)
        if reg == 0:
            return self.status(now)
        return s.track if reg == 1 else s.sector if reg == 2 else s.data

    @cython.cfunc
    @cython.exceptval(check=False)
    def write(self, reg: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        s: Wd2793State = self._record
        self.sync(now)
        if reg == 0:
            if value & 0xF0 == 0xD0:
                self.force_interrupt(value, now)
            elif not s.busy:
                self.start_command(value & 0xFF, now)
        elif reg == 1:
            s.track = value & 0xFF
        elif reg == 2:
            s.sector = value & 0xFF
        elif reg == 3:
            s.data = value & 0xFF
            self.serve_data(now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def sync(self, now: cython.longlong) -> cython.void:
        """Does everything that fell due, each thing at its own time."""
        while self._record.due <= now:
            self.advance(self._record.due)

    def status(self, now: int) -> int:
        """The status register; which of its meanings, the last command decides."""
        s: Wd2793State = self._record
        drive = self.drive
        value: cython.int = s.errors | (BUSY if s.busy else 0)
        if not drive.is_ready():
            value |= NOT_READY
        if not s.type_one:
            return value | (INDEX_OR_DRQ if s.drq else 0)
        if drive.is_at_track_0():
            value |= TRACK_0_OR_LOST
        if drive.is_write_protected():
            value |= WRITE_PROTECTED
        if s.busy or now < s.head_until:
            value |= HEAD_LOADED
        if drive.is_at_index(now):
            value |= INDEX_OR_DRQ
        return value

    # Commands

    def start_command(self, value: int, now: int) -> None:
        """A write to the command register while no command is in hand."""
        s: Wd2793State = self._record
        s.command = value
        s.busy = True
        s.drq = s.held = s.intrq = False
        s.errors = 0
        s.conditions = 0
        s.pulses = 0
        s.type_one = value < 0x80
        if s.type_one:
            self.start_seek(now)
        elif not self.drive.is_ready():
            self.finish(now)
        elif value & 0x04:
            self.wait(SETTLING, now, SETTLE_MS)
        else:
            self.settle(now)

    def start_seek(self, now: int) -> None:
        """Type I. Restore is a seek from FFh to 0 that ends at the TR00 line."""
        s: Wd2793State = self._record
        if s.command & 0xF0 == 0x00:
            s.track = 0xFF
            s.data = 0
        elif s.command >= 0x40:
            s.inwards = s.command < 0x60
        s.phase = STEPPING
        self.next_step(now)

    def next_step(self, now: int) -> None:
        """One step pulse, or the end of the seek."""
        s: Wd2793State = self._record
        restore: cython.bint = s.command & 0xF0 == 0x00
        if s.command < 0x20:
            if restore and self.drive.is_at_track_0():
                s.track = 0
            if s.track == s.data:
                if restore and not self.drive.is_at_track_0():
                    s.errors |= SEEK_ERROR_OR_NOT_FOUND
                    self.finish(now)
                else:
                    self.end_seek(now)
                return
            s.inwards = s.data > s.track
            s.track = (s.track + (1 if s.inwards else -1)) & 0xFF
        elif s.pulses:
            self.end_seek(now)
            return
        elif s.command & 0x10:
            s.track = (s.track + (1 if s.inwards else -1)) & 0xFF
        if not s.inwards and self.drive.is_at_track_0():
            s.track = 0
            self.end_seek(now)
            return
        self.drive.step(s.inwards)
        s.pulses += 1
        self.wait(STEPPING, now, STEP_MS[s.command & 3])

    def end_seek(self, now: int) -> None:
        """The head has arrived; with V it reads an ID field to see where it is."""
        s: Wd2793State = self._record
        if s.command & 0x04:
            self.wait(SETTLING, now, SETTLE_MS)
        else:
            self.finish(now)

    def settle(self, now: int) -> None:
        """The head is loaded and still: the wait for something on the disk begins."""
        s: Wd2793State = self._record
        writes = s.command & 0xF0 in (0xA0, 0xB0, 0xF0)
        if writes and self.drive.is_write_protected():
            s.errors |= WRITE_PROTECTED
            self.finish(now)
        elif s.command < 0xE0:
            self.search(now)
        else:
            self.await_index(now)

    def force_interrupt(self, value: int, now: int) -> None:
        """Type IV: ends the command in hand; bits 0-3 say when INTRQ comes."""
        s: Wd2793State = self._record
        s.command = value
        if s.busy:
            s.busy = False
        else:
            s.type_one = True
            s.errors = 0
        s.phase = IDLE
        s.due = NEVER
        s.drq = False
        s.head_until = now + IDLE_TURNS * self.turn
        s.conditions = value & 7
        s.was_ready = self.drive.is_ready()
        s.held = value & 8 != 0
        if s.held:
            s.intrq = True
        elif value & 15 == 0:
            s.intrq = False
        if s.conditions & 4:
            self.at(IDLE, now - now % self.turn + self.turn)

    @cython.cfunc
    def advance(self, now: cython.longlong) -> cython.void:
        """What falls due at this tick; every branch sets the next `due`."""
        s: Wd2793State = self._record
        s.due = NEVER
        if s.phase == IDLE:
            s.intrq = s.intrq or self.drive.is_ready()
            self.at(IDLE, now + self.turn)
        elif s.phase == STEPPING:
            self.next_step(now)
        elif s.phase == SETTLING:
            self.settle(now)
        elif s.phase == VERIFIED:
            self.finish(now)
        elif s.phase == GIVING_UP or not self.drive.is_ready():
            s.errors |= SEEK_ERROR_OR_NOT_FOUND
            self.finish(now)
        else:
            self.transfer(now)
