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
- Raw images keep sectors only: a deleted-data mark is written as a normal one, a CRC is never wrong,
  and a sector formatted beyond the image's geometry is lost.
- Write Track takes the bytes between two index holes; the sectors appear on the disk at the second.

Source: Western Digital WD279X-02 floppy disk formatter/controller family data sheet.
"""

import cython
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER, Device, State

from machine.devices import mfm_track
from machine.devices.floppy_drive import FloppyDrive

BUSY: cython.int = 0x01
INDEX_OR_DRQ: cython.int = 0x02
TRACK_0_OR_LOST: cython.int = 0x04
SEEK_ERROR_OR_NOT_FOUND: cython.int = 0x10
HEAD_LOADED: cython.int = 0x20
WRITE_PROTECTED: cython.int = 0x40
NOT_READY: cython.int = 0x80

STEP_MS = (6, 12, 20, 30)
SETTLE_MS = 30
IDLE_TURNS = 15  # then the head is unloaded
PATIENT_TURNS = 5  # then an ID field is given up
PATIENCE: cython.longlong = 16  # fast: bytes of time a program has for each byte
DATA_AT = mfm_track.GAP_2 + mfm_track.DATA_MARK  # bytes from the end of the ID field

TRACK_BYTES: cython.longlong = mfm_track.TRACK_BYTES

# The phases of a command; the record keeps them, so the numbers stay.
IDLE: cython.int = 0
STEPPING: cython.int = 1
SETTLING: cython.int = 2
VERIFIED: cython.int = 3
GIVING_UP: cython.int = 5
AT_DATA: cython.int = 6
READING: cython.int = 7
AT_END: cython.int = 8
WRITE_GATE: cython.int = 9
WRITING: cython.int = 10
COMMITTING: cython.int = 11
AT_ADDRESS: cython.int = 12
READING_TRACK: cython.int = 13
FORMATTING: cython.int = 14


@cython.cclass
@cython.dataclasses.dataclass(eq=False)
class Wd2793State(State):
    """Registers, request lines, and where the command in hand stands."""

    command: cython.uchar = 0
    track: cython.uchar = 0
    sector: cython.uchar = 1
    data: cython.uchar = 0
    errors: cython.uchar = 0  # status bits 2, 4, 6 of the last command
    type_one: cython.bint = True
    busy: cython.bint = False
    drq: cython.bint = False
    intrq: cython.bint = False
    held: cython.bint = False  # INTRQ of an immediate interrupt: reading the status leaves it
    conditions: cython.uchar = 0  # of a forced interrupt: 1 ready, 2 not ready, 4 index
    was_ready: cython.bint = False
    inwards: cython.bint = False  # last direction
    pulses: cython.int = 0  # steps of this command
    phase: cython.int = 0
    record: cython.int = 0  # the sector found, 1..; 0 none
    origin: cython.longlong = 0  # tick of the first byte of the field in hand
    count: cython.int = 0  # bytes of it done
    head_until: cython.longlong = 0  # the head is loaded up to here
    buffer: bytearray = cython.dataclasses.field(default_factory=lambda: bytearray(512))
    raw: bytearray = cython.dataclasses.field(default_factory=lambda: bytearray(6250))


@cython.cclass
class Wd2793(Device):
    """The controller. The board's logic tells it the selected drive and side with `wire`."""

    _record: Wd2793State
    bus: Bus
    turn: cython.longlong
    fast = cython.declare(cython.bint, visibility="public")
    drive: object
    none: object
    side: cython.int

    def __init__(self, name: str, bus: Bus, fast: bool = False) -> None:
        Device.__init__(self, name)
        self.bus = bus
        self.fast = fast
        self.none = FloppyDrive(f"{name}-no-drive", bus, fitted=False)
        self.turn = self.none.turn
        self.drive = self.none
        self.side = 0
        self._record = Wd2793State()
        self.state = self._record

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

    def wire(self, drive: object, side: int) -> None:
        """The drive (None: none) and side that the board's select logic names from now on.

        The caller has synced this chip before, and calls `note_ready` after it.
        """
        self.drive = self.none if drive is None else drive
        self.side = side

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

    def search(self, now: int) -> None:
        """Finds when the ID field that this command wants has passed the head."""
        s: Wd2793State = self._record
        drive = self.drive
        start = now if self.fast else max(now, drive.up_to_speed())
        sectors: cython.int = drive.sectors(self.side)
        any_record: cython.bint = s.type_one or s.command & 0xF0 == 0xC0
        wrong_side: cython.bint = (
            not any_record and s.command & 0x02 and (s.command >> 3 & 1) != self.side
        )
        wrong_track: cython.bint = s.command & 0xF0 != 0xC0 and s.track != drive.track
        if not sectors or wrong_side or wrong_track or not (any_record or 1 <= s.sector <= sectors):
            self.at(GIVING_UP, start + (self.turn * PATIENT_TURNS if not self.fast else 1))
            return
        wanted = range(sectors) if any_record else (s.sector - 1,)
        passing = [(self.next_pass(mfm_track.id_start(index), start), index) for index in wanted]
        begins, index = min(passing)
        s.record = index + 1
        s.origin = begins + self.bytes(mfm_track.ID_FIELD)  # the end of the ID field
        if s.type_one:
            self.at(VERIFIED, s.origin)
        elif s.command & 0xF0 == 0xC0:
            s.buffer[0:6] = mfm_track.id_field(drive.track, self.side, s.record)
            s.origin = begins + self.bytes(mfm_track.ID_FIELD - 6)
            s.count = 0
            self.at(AT_ADDRESS, s.origin + self.bytes(1))
        elif s.command & 0x20:
            s.drq = True
            self.at(WRITE_GATE, s.origin + self.bytes(mfm_track.GAP_2, patient=True))
        else:
            self.at(AT_DATA, s.origin + self.bytes(DATA_AT))

    def await_index(self, now: int) -> None:
        """Read Track and Write Track begin at the index hole."""
        s: Wd2793State = self._record
        start = now if self.fast else max(now, self.drive.up_to_speed())
        s.origin = self.next_pass(0, start)
        s.count = 0
        if s.command & 0x10:
            s.drq = True
            # In fast mode, too, the program needs time for its first byte.
            self.at(FORMATTING, s.origin + (self.bytes(1, patient=True) if self.fast else 0))
        else:
            s.raw[:] = self.drive.read_turn(self.side)
            self.at(READING_TRACK, s.origin + self.bytes(1))

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

    # Time

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

    @cython.cfunc
    def transfer(self, now: cython.longlong) -> cython.void:
        """The next byte, or the next field, of a command of type II or III."""
        s: Wd2793State = self._record
        if s.phase == READING:
            self.read_byte(now)
        elif s.phase == AT_DATA:
            self.read_data_mark(now)
        elif s.phase == WRITE_GATE:
            self.open_write_gate(now)
        elif s.phase == WRITING:
            self.write_byte(now)
        elif s.phase == COMMITTING:
            self.drive.write_sector(self.side, s.record, bytes(s.buffer))
            self.end_sector(now)
        elif s.phase == AT_END:
            self.end_sector(now)
        elif s.phase == AT_ADDRESS:
            self.read_address_byte(now)
        elif s.phase == READING_TRACK:
            self.read_track_byte(now)
        elif s.phase == FORMATTING:
            self.write_track_byte(now)
        else:
            self.finish(now)

    def read_data_mark(self, now: int) -> None:
        """Read Sector: the data field begins."""
        s: Wd2793State = self._record
        if not 1 <= s.record <= self.drive.sectors(self.side):
            s.errors |= SEEK_ERROR_OR_NOT_FOUND
            self.finish(now)
            return
        s.buffer[:] = self.drive.read_sector(self.side, s.record)
        s.origin = now
        s.count = 0
        self.at(READING, now + self.bytes(1))

    @cython.cfunc
    def read_byte(self, now: cython.longlong) -> cython.void:
        """Read Sector: the next of 512 bytes is assembled; then two of CRC pass."""
        s: Wd2793State = self._record
        self.offer(s.buffer[s.count])
        s.count += 1
        if s.count < 512:
            self.at(READING, self.byte_time(now))
        else:
            self.at(AT_END, now + self.bytes(2, patient=True))

    @cython.cfunc
    def open_write_gate(self, now: cython.longlong) -> cython.void:
        """Write Sector: without a first byte by now, nothing is written."""
        s: Wd2793State = self._record
        if s.drq:
            s.errors |= TRACK_0_OR_LOST
            self.finish(now)
            return
        s.origin += self.bytes(DATA_AT)
        s.count = 0
        self.at(WRITING, max(s.origin, now))

    @cython.cfunc
    def write_byte(self, now: cython.longlong) -> cython.void:
        """Write Sector: the data register goes to the disk, a byte of time each."""
        s: Wd2793State = self._record
        s.buffer[s.count] = self.fetch()
        s.count += 1
        if s.count < 512:
            s.drq = True
            self.at(WRITING, self.byte_time(now))
        else:
            self.at(COMMITTING, now + self.bytes(4))

    @cython.cfunc
    def read_address_byte(self, now: cython.longlong) -> cython.void:
        """Read Address: six bytes; the track goes to the sector register, too."""
        s: Wd2793State = self._record
        if s.count < 6:
            self.offer(s.buffer[s.count])
            s.count += 1
            self.at(AT_ADDRESS, self.byte_time(now))
        else:
            s.sector = s.buffer[0]
            self.finish(now)

    @cython.cfunc
    def read_track_byte(self, now: cython.longlong) -> cython.void:
        """Read Track: all bytes from index to index."""
        s: Wd2793State = self._record
        self.offer(s.raw[min(s.count, TRACK_BYTES - 1)])
        s.count += 1
        if s.count < TRACK_BYTES:
            self.at(READING_TRACK, self.byte_time(now))
        else:
            self.finish(now)

    @cython.cfunc
    def write_track_byte(self, now: cython.longlong) -> cython.void:
        """Write Track: F7h lasts two bytes of time, as two CRC bytes are written."""
        s: Wd2793State = self._record
        if s.count >= TRACK_BYTES:
            self.drive.write_turn(self.side, bytes(s.raw))
            self.finish(now)
            return
        if s.count == 0 and s.drq:
            s.errors |= TRACK_0_OR_LOST
            self.finish(now)
            return
        byte: cython.int = self.fetch()
        s.raw[s.count] = byte
        s.count += 1
        if byte == mfm_track.MARK_CRC and s.count < TRACK_BYTES:
            s.raw[s.count] = 0
            s.count += 1
        s.drq = s.count < TRACK_BYTES
        self.at(FORMATTING, self.byte_time(now))

    @cython.cfunc
    def end_sector(self, now: cython.longlong) -> cython.void:
        """The CRC has passed: the next sector, or the end."""
        s: Wd2793State = self._record
        if s.command & 0x10:
            s.sector = (s.sector + 1) & 0xFF
            self.search(now)
        else:
            self.finish(now)

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
