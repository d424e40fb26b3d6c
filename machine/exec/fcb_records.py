"""Functions 14, 15, 21, 22 and 26-28: records of files by file control blocks."""

from machine.exec.codes import Code, DosError
from machine.exec.drives import Drives
from machine.exec.fcb import EXTENT, RECORD, Fcb, records_of
from machine.exec.fcb_files import FcbFiles
from machine.exec.guest import Guest

FAILED, NOT_THERE, PAST_SEEK, PAST_DISK = 1, 1, 4, 6
TEXT_END = 0x1A


class RecordCalls:
    """The functions, each on the FCB at DE and the transfer address."""

    def __init__(self, guest: Guest, drives: Drives, files: FcbFiles, kind: str) -> None:
        self._guest = guest
        self._drives = drives
        self._files = files
        self._kind = kind

    # Records of 128 bytes

    def read(self) -> None:
        """14: the next record to the transfer address; A = 0, 1 at the end of the file."""
        fcb = self._files.fetch()
        if self._read_record(fcb, fcb.record):
            fcb.advance()
            self._files.store(fcb)
            self._guest.answer(0)
        else:
            self._guest.answer(FAILED)

    def write(self) -> None:
        """15: the next record from the transfer address; A = 0, 1 when the disk is full."""
        fcb = self._files.fetch()
        self._write_record(fcb, fcb.record)
        fcb.advance()
        self._files.store(fcb)
        self._guest.answer(0)

    def read_random(self) -> None:
        """21: the random record; A = 0, else it is not there."""
        fcb = self._files.fetch()
        if self._past_disk(fcb):
            return
        if self._kind == "cpm" or self._files.device(fcb) is None:
            fcb.record = fcb.random
        done = self._read_record(fcb, fcb.random)
        if not done and self._kind == "cpm":
            last = records_of(self._files.file(fcb).size) - 1
            self._guest.answer(NOT_THERE if fcb.extent <= last // EXTENT else PAST_SEEK)
            return
        self._files.store(fcb)
        self._guest.answer(0 if done else FAILED)

    def write_random(self) -> None:
        """22, 28: the random record; a gap before it is filled with zeros."""
        fcb = self._files.fetch()
        if self._past_disk(fcb):
            return
        fcb.record = fcb.random
        self._write_record(fcb, fcb.random)
        self._files.store(fcb)
        self._guest.answer(0)

    def _past_disk(self, fcb: Fcb) -> bool:
        """CP/M 2.2 has two bytes of the random record, and no more than 8 MB."""
        if self._kind == "cpm" and fcb.data[35]:
            self._guest.answer(PAST_DISK)
            return True
        return False

    def _read_record(self, fcb: Fcb, record: int) -> bool:
        if (device := self._files.device(fcb)) is not None:
            data = device.read(RECORD)
        else:
            file = self._files.file(fcb)
            data = file.read(record * RECORD, RECORD)
            fcb.set_size(file.size)
        if not data:
            return False
        filling = bytes((TEXT_END if self._kind == "cpm" else 0,))
        self._guest.write(self._drives.dta, data.ljust(RECORD, filling))
        return True

    def _write_record(self, fcb: Fcb, record: int) -> None:
        data = self._guest.read(self._drives.dta, RECORD)
        if (device := self._files.device(fcb)) is not None:
            device.write(data)
            return
        file = self._files.file(fcb, writing=True)
        file.write(record * RECORD, data)
        fcb.set_size(file.size)

    # Blocks of records

    def write_block(self) -> None:
        """26: HL records; none: the file ends at the random record. A = 0, 1; HL = written."""
        fcb, count = self._files.fetch(), self._guest.hl
        start, total = self._span(fcb, count)
        if (device := self._files.device(fcb)) is not None:
            device.write(self._guest.read(self._drives.dta, total))
        else:
            file = self._files.file(fcb, writing=True)
            if count:
                file.write(start, self._guest.read(self._drives.dta, total))
            else:
                file.resize(start)
            fcb.set_size(file.size, by_blocks=True)
        self._end_block(fcb, count, 0)

    def read_block(self) -> None:
        """27: HL records; A = 0, 1 at the end of the file; HL = read, the last filled up with 0."""
        fcb, count = self._files.fetch(), self._guest.hl
        start, total = self._span(fcb, count)
        size = fcb.record_size
        if (device := self._files.device(fcb)) is not None:
            data = device.read(total)
        else:
            data = self._files.file(fcb).read(start, total)
        done = -(-len(data) // size)
        self._guest.write(self._drives.dta, data.ljust(done * size, b"\0"))
        self._end_block(fcb, done, FAILED if len(data) < total else 0)

    def _span(self, fcb: Fcb, count: int) -> tuple[int, int]:
        """Position and number of bytes. OV64K if memory ends before."""
        total = fcb.record_size * count
        if fcb.record_size == 0 or self._drives.dta + total > 0x10000:
            self._guest.hl = 0
            raise DosError(Code.OV64K)
        return fcb.block_record * fcb.record_size, total

    def _end_block(self, fcb: Fcb, done: int, error: int) -> None:
        fcb.block_record += done
        self._files.store(fcb, random=True)
        self._guest.hl = done
        self._guest.regs.b = self._guest.regs.h
        self._guest.answer_a(error)
