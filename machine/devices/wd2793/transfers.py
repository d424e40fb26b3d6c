"""Commands of type II and III: what they wait for on the disk, and the bytes that they move."""

import cython
from cython.cimports.machine.devices.wd2793.head import Head
from cython.cimports.machine.devices.wd2793.record import (
    AT_ADDRESS,
    AT_DATA,
    AT_END,
    COMMITTING,
    FORMATTING,
    GIVING_UP,
    READING,
    READING_TRACK,
    SEEK_ERROR_OR_NOT_FOUND,
    TRACK_0_OR_LOST,
    VERIFIED,
    WRITE_GATE,
    WRITING,
    Wd2793State,
)

from machine.devices import mfm_track

PATIENT_TURNS = 5  # then an ID field is given up
DATA_AT = mfm_track.GAP_2 + mfm_track.DATA_MARK  # bytes from the end of the ID field

TRACK_BYTES: cython.longlong = mfm_track.TRACK_BYTES


@cython.cclass
class Transfers(Head):
    """From the head's arrival over the track to the last byte."""

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
