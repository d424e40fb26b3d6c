"""Functions 0F-17, 1E, 21-24, 26-28: files by file control blocks."""

from collections.abc import Callable

from machine.exec import clock, names
from machine.exec.codes import Code, DosError
from machine.exec.console import Console
from machine.exec.devices import Device, device_named
from machine.exec.drives import Drives
from machine.exec.fcb import EXTENT, LENGTH, RECORD, Fcb, block_numbers, records_of
from machine.exec.files import HostFile, Key
from machine.exec.folders import HIDDEN, READ_ONLY, SYSTEM, Entry, Place
from machine.exec.guest import Guest

FAILED, NOT_THERE, PAST_SEEK, PAST_DISK = 1, 1, 4, 6
ANY = 0x3F  # `?`
TEXT_END = 0x1A


class FcbCalls:
    """The functions, each on the FCB at DE."""

    def __init__(
        self,
        guest: Guest,
        drives: Drives,
        console: Console,
        kind: str,
        append: Callable[[], tuple[int, Place] | None] = lambda: None,
    ) -> None:
        """`append` gives a second directory in which a file to open is looked for."""
        self._guest = guest
        self._drives = drives
        self._console = console
        self._kind = kind
        self._append = append
        self._places: list[Place] = [()]
        self._found: list[bytes] = []  # what the search gives, as results
        self._next = 0

    # Which file

    def _fetch(self) -> Fcb:
        return Fcb(self._guest.read(self._guest.de, LENGTH), self._kind)

    def _store(self, fcb: Fcb, *, random: bool = False) -> None:
        self._guest.write(self._guest.de, bytes(fcb.data[: LENGTH if random else 33]))

    def _device(self, fcb: Fcb) -> Device | None:
        if self._kind == "cpm":
            return None
        return device_named(fcb.name, self._console)

    def _key(self, fcb: Fcb) -> Key:
        """The file of an open FCB; one that was never opened means the current directory."""
        drive = self._drives.number(fcb.drive)
        if fcb.is_open and fcb.where < len(self._places):
            return drive, self._places[fcb.where], fcb.name
        return drive, self._drives.place(drive), fcb.name

    def _place_number(self, place: Place) -> int:
        if place not in self._places:
            self._places.append(place)
        return self._places.index(place)

    def _matching(self, drive: int, place: Place, fcb: Fcb) -> list[Entry]:
        """The files that fit the FCB's name, by name; none where the directory is missing."""
        try:
            entries = self._drives.folder(drive).entries(place)
        except DosError as error:
            if error.code != Code.NODIR:
                raise
            return []
        unseen = SYSTEM if self._kind == "msx2" else 0
        return [
            entry
            for entry in entries
            if not entry.is_directory
            and not entry.attributes & unseen
            and names.matches(fcb.name, entry.name)
        ]

    def _current(self, fcb: Fcb) -> tuple[int, Place, list[Entry]]:
        drive = self._drives.number(fcb.drive)
        place = self._drives.place(drive)
        return drive, place, self._matching(drive, place, fcb)

    # Open, make, close

    def open(self) -> None:
        """0F: A = 0, FFh if there is no such file."""
        fcb = self._fetch()
        if (device := self._device(fcb)) is not None:
            self._open_device(fcb, device)
            return
        drive, place, entries = self._current(fcb)
        if not entries and (other := self._append()) is not None:
            drive, place = other
            entries = self._matching(drive, place, fcb)
            if entries:
                fcb.data[0] = drive + 1
        fcb.data[14] = 0
        if not entries or (fcb.extent and records_of(entries[0].size) <= fcb.extent * EXTENT):
            raise DosError(Code.NOFIL)
        self._opened(fcb, drive, place, entries[0])

    def _opened(self, fcb: Fcb, drive: int, place: Place, entry: Entry) -> None:
        fcb.set_name(entry.name)
        if self._kind != "cpm":
            fcb.data[13] = entry.attributes
            fcb.set_stamp(*clock.packed_seconds(entry.modified))
            fcb.opened(0x40 | drive, self._place_number(place))
        elif entry.attributes & READ_ONLY:
            fcb.data[9] |= 0x80
        fcb.set_size(entry.size)
        self._store(fcb)
        self._guest.answer(0)

    def _open_device(self, fcb: Fcb, device: Device) -> None:
        fcb.data[14] = 0
        fcb.set_size(0)
        fcb.set_stamp(*clock.packed(self._drives.clock.now()))
        fcb.opened(device.mark, 0)
        self._store(fcb)
        self._guest.answer(0)

    def close(self) -> None:
        """10: what was written is on the disk; A = FFh if there is no such file."""
        fcb = self._fetch()
        if self._device(fcb) is None:
            drive, place, name = key = self._key(fcb)
            self._drives.files.ensure(key)
            entry = self._drives.folder(drive).get(place, name)
            fcb.set_stamp(*clock.packed_seconds(entry.modified))
            self._store(fcb)
        self._guest.answer(0)

    def create(self) -> None:
        """16: A = 0, and the file is there, empty; FFh if it cannot be made."""
        fcb = self._fetch()
        if (device := self._device(fcb)) is not None:
            self._open_device(fcb, device)
            return
        drive = self._drives.number(fcb.drive)
        place = self._drives.place(drive)
        key = drive, place, fcb.name
        fcb.data[14] = 0
        is_there = self._drives.folder(drive).find(place, fcb.name) if fcb.extent else None
        if is_there is None:
            self._drives.files.put(key, self._drives.create(key))
        self._opened(fcb, drive, place, self._drives.folder(drive).get(place, fcb.name))

    # Directory

    def search(self) -> None:
        """11: A = 0 (CP/M 0-3) and what was found at the transfer address; FFh if nothing fits."""
        fcb = self._fetch()
        if self._kind == "cpm":
            self._found = self._cpm_results(fcb)
        else:
            drive, _, entries = self._current(fcb)
            first = fcb.extent * EXTENT
            self._found = [
                self._result(fcb, drive, entry)
                for entry in entries
                if not first or records_of(entry.size) > first
            ]
        self._next = 0
        self.search_on()

    def search_on(self) -> None:
        """12: the next one."""
        if self._next >= len(self._found):
            raise DosError(Code.NOFIL)
        result = self._found[self._next]
        if self._kind == "cpm":
            self._guest.write(self._drives.dta, self._cpm_record(self._next))
            self._guest.answer(self._next & 3)
        else:
            self._guest.write(self._drives.dta, result)
            self._guest.answer(0)
        self._next += 1

    def _result(self, fcb: Fcb, drive: int, entry: Entry) -> bytes:
        date, time = clock.packed_seconds(entry.modified)
        left = records_of(entry.size) - fcb.data[12] * EXTENT
        middle = bytes((fcb.data[12], entry.attributes, 0, min(max(left, 0), EXTENT)))
        words = time | date << 16 | (2 if entry.size else 0) << 32
        return (
            bytes((drive + 1,))
            + entry.name
            + middle.ljust(11, b"\0")
            + words.to_bytes(6, "little")
            + min(entry.size, 0xFFFFFFFF).to_bytes(4, "little")
        )

    def _cpm_results(self, fcb: Fcb) -> list[bytes]:
        """Directory entries of 32 bytes; `?` as drive: of all users, as extent: all extents."""
        if fcb.drive == ANY:
            drive, users = self._drives.current, range(16)
        else:
            drive = self._drives.number(fcb.drive)
            users = range(self._drives.user, self._drives.user + 1)
        found = []
        for user in users:
            place = (f"{user:<11d}".encode(),) if user else ()
            for entry in self._matching(drive, place, fcb):
                records = records_of(entry.size)
                extents = range(max(-(-records // EXTENT), 1))
                found += [
                    cpm_entry(user, entry, records, extent)
                    for extent in extents
                    if ANY in (fcb.data[12], fcb.drive) or extent == fcb.extent
                ]
        return found

    def _cpm_record(self, index: int) -> bytes:
        """The record of the directory that the entry is in."""
        first = index & ~3
        return b"".join(self._found[first : first + 4]).ljust(RECORD, b"\xe5")

    def delete(self) -> None:
        """13: A = 0, FFh if no file could be deleted."""
        drive, place, entries = self._current(self._fetch())
        failed: DosError | None = None
        deleted = 0
        for entry in entries:
            if self._kind == "msx2" and entry.attributes & HIDDEN:
                continue
            try:
                self._drives.check_writing(drive)
                self._drives.folder(drive).delete(place, entry.name)
                self._drives.files.drop((drive, place, entry.name))
                deleted += 1
            except DosError as error:
                failed = error
        if not deleted:
            raise failed or DosError(Code.NOFIL)
        self._guest.answer(0)

    def rename(self) -> None:
        """17: A = 0, FFh if no file fits or one of the new name is there."""
        fcb = self._fetch()
        drive, place, entries = self._current(fcb)
        if not entries:
            raise DosError(Code.NOFIL)
        self._drives.check_writing(drive)
        for entry in entries:
            new = names.filled(fcb.new_name, entry.name)
            if self._kind != "cpm" and device_named(new, self._console) is not None:
                raise DosError(Code.IFNM)
            self._drives.files.drop((drive, place, entry.name))
            self._drives.folder(drive).move(place, entry.name, place, new)
        self._guest.answer(0)

    def size(self) -> None:
        """23: the random record becomes the number of records."""
        fcb = self._fetch()
        entries = self._current(fcb)[2]
        if not entries:
            raise DosError(Code.NOFIL)
        fcb.random = records_of(entries[0].size)
        self._store(fcb, random=True)
        self._guest.answer(0)

    def set_random(self) -> None:
        """24: the random record becomes the sequential one."""
        fcb = self._fetch()
        fcb.random = fcb.record
        self._store(fcb, random=True)
        self._guest.answer(0)

    def set_attributes(self) -> None:
        """1E (CP/M): bit 7 of the extension's first letters: read-only, system."""
        fcb = self._fetch()
        drive, place, entries = self._current(fcb)
        if not entries:
            raise DosError(Code.NOFIL)
        wanted = (READ_ONLY if fcb.data[9] & 0x80 else 0) | (SYSTEM if fcb.data[10] & 0x80 else 0)
        for entry in entries:
            self._drives.files.drop((drive, place, entry.name))
            self._drives.folder(drive).set_attributes(place, entry.name, wanted)
        self._guest.answer(0)

    # Records of 128 bytes

    def read(self) -> None:
        """14: the next record to the transfer address; A = 0, 1 at the end of the file."""
        fcb = self._fetch()
        if self._read_record(fcb, fcb.record):
            fcb.advance()
            self._store(fcb)
            self._guest.answer(0)
        else:
            self._guest.answer(FAILED)

    def write(self) -> None:
        """15: the next record from the transfer address; A = 0, 1 when the disk is full."""
        fcb = self._fetch()
        self._write_record(fcb, fcb.record)
        fcb.advance()
        self._store(fcb)
        self._guest.answer(0)

    def read_random(self) -> None:
        """21: the random record; A = 0, else it is not there."""
        fcb = self._fetch()
        if self._past_disk(fcb):
            return
        if self._kind == "cpm" or self._device(fcb) is None:
            fcb.record = fcb.random
        done = self._read_record(fcb, fcb.random)
        if not done and self._kind == "cpm":
            last = records_of(self._file(fcb).size) - 1
            self._guest.answer(NOT_THERE if fcb.extent <= last // EXTENT else PAST_SEEK)
            return
        self._store(fcb)
        self._guest.answer(0 if done else FAILED)

    def write_random(self) -> None:
        """22, 28: the random record; a gap before it is filled with zeros."""
        fcb = self._fetch()
        if self._past_disk(fcb):
            return
        fcb.record = fcb.random
        self._write_record(fcb, fcb.random)
        self._store(fcb)
        self._guest.answer(0)

    def _past_disk(self, fcb: Fcb) -> bool:
        """CP/M 2.2 has two bytes of the random record, and no more than 8 MB."""
        if self._kind == "cpm" and fcb.data[35]:
            self._guest.answer(PAST_DISK)
            return True
        return False

    def _file(self, fcb: Fcb, *, writing: bool = False) -> HostFile:
        key = self._key(fcb)
        if writing:
            self._drives.check_writing(key[0])
        return self._drives.files.get(key, writing=writing)

    def _read_record(self, fcb: Fcb, record: int) -> bool:
        if (device := self._device(fcb)) is not None:
            data = device.read(RECORD)
        else:
            file = self._file(fcb)
            data = file.read(record * RECORD, RECORD)
            fcb.set_size(file.size)
        if not data:
            return False
        filling = bytes((TEXT_END if self._kind == "cpm" else 0,))
        self._guest.write(self._drives.dta, data.ljust(RECORD, filling))
        return True

    def _write_record(self, fcb: Fcb, record: int) -> None:
        data = self._guest.read(self._drives.dta, RECORD)
        if (device := self._device(fcb)) is not None:
            device.write(data)
            return
        file = self._file(fcb, writing=True)
        file.write(record * RECORD, data)
        fcb.set_size(file.size)

    # Blocks of records

    def write_block(self) -> None:
        """26: HL records; none: the file ends at the random record. A = 0, 1; HL = written."""
        fcb, count = self._fetch(), self._guest.hl
        start, total = self._span(fcb, count)
        if (device := self._device(fcb)) is not None:
            device.write(self._guest.read(self._drives.dta, total))
        else:
            file = self._file(fcb, writing=True)
            if count:
                file.write(start, self._guest.read(self._drives.dta, total))
            else:
                file.resize(start)
            fcb.set_size(file.size, by_blocks=True)
        self._end_block(fcb, count, 0)

    def read_block(self) -> None:
        """27: HL records; A = 0, 1 at the end of the file; HL = read, the last filled up with 0."""
        fcb, count = self._fetch(), self._guest.hl
        start, total = self._span(fcb, count)
        size = fcb.record_size
        if (device := self._device(fcb)) is not None:
            data = device.read(total)
        else:
            data = self._file(fcb).read(start, total)
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
        self._store(fcb, random=True)
        self._guest.hl = done
        self._guest.regs.b = self._guest.regs.h
        self._guest.answer_a(error)


def cpm_entry(user: int, entry: Entry, records: int, extent: int) -> bytes:
    """An extent of a file as CP/M's directory has it, 32 bytes."""
    name = bytearray(entry.name)
    name[8] |= 0x80 if entry.attributes & READ_ONLY else 0
    name[9] |= 0x80 if entry.attributes & SYSTEM else 0
    here = min(max(records - extent * EXTENT, 0), EXTENT)
    place = bytes((extent & 31, 0, extent >> 5, here))
    return bytes((user,)) + bytes(name) + place + block_numbers(here)
