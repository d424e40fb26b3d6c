"""Functions 0F-13, 16, 17, 1E, 23 and 24: files by file control blocks."""

from collections.abc import Callable

from machine.exec import clock, names
from machine.exec.codes import Code, DosError
from machine.exec.console import Console
from machine.exec.devices import Device, device_named
from machine.exec.drives import Drives
from machine.exec.fcb import EXTENT, RECORD, Fcb, block_numbers, records_of
from machine.exec.fcb_files import FcbFiles
from machine.exec.folders import HIDDEN, READ_ONLY, SYSTEM, Entry, Place
from machine.exec.guest import Guest

ANY = 0x3F  # `?`


class FcbCalls:
    """The functions, each on the FCB at DE."""

    def __init__(
        self,
        guest: Guest,
        drives: Drives,
        files: FcbFiles,
        console: Console,
        kind: str,
        append: Callable[[], tuple[int, Place] | None] = lambda: None,
    ) -> None:
        """`append` gives a second directory in which a file to open is looked for."""
        self._guest = guest
        self._drives = drives
        self._files = files
        self._console = console
        self._kind = kind
        self._append = append
        self._found: list[bytes] = []  # what the search gives, as results
        self._next = 0

    # Open, make, close

    def open(self) -> None:
        """0F: A = 0, FFh if there is no such file."""
        fcb = self._files.fetch()
        if (device := self._files.device(fcb)) is not None:
            self._open_device(fcb, device)
            return
        drive, place, entries = self._files.current(fcb)
        if not entries and (other := self._append()) is not None:
            drive, place = other
            entries = self._files.matching(drive, place, fcb)
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
            fcb.opened(0x40 | drive, self._files.place_number(place))
        elif entry.attributes & READ_ONLY:
            fcb.data[9] |= 0x80
        fcb.set_size(entry.size)
        self._files.store(fcb)
        self._guest.answer(0)

    def _open_device(self, fcb: Fcb, device: Device) -> None:
        fcb.data[14] = 0
        fcb.set_size(0)
        fcb.set_stamp(*clock.packed(self._drives.clock.now()))
        fcb.opened(device.mark, 0)
        self._files.store(fcb)
        self._guest.answer(0)

    def close(self) -> None:
        """10: what was written is on the disk; A = FFh if there is no such file."""
        fcb = self._files.fetch()
        if self._files.device(fcb) is None:
            drive, place, name = key = self._files.key(fcb)
            self._drives.files.ensure(key)
            entry = self._drives.folder(drive).get(place, name)
            fcb.set_stamp(*clock.packed_seconds(entry.modified))
            self._files.store(fcb)
        self._guest.answer(0)

    def create(self) -> None:
        """16: A = 0, and the file is there, empty; FFh if it cannot be made."""
        fcb = self._files.fetch()
        if (device := self._files.device(fcb)) is not None:
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
        fcb = self._files.fetch()
        if self._kind == "cpm":
            self._found = self._cpm_results(fcb)
        else:
            drive, _, entries = self._files.current(fcb)
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
            for entry in self._files.matching(drive, place, fcb):
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
        drive, place, entries = self._files.current(self._files.fetch())
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
        fcb = self._files.fetch()
        drive, place, entries = self._files.current(fcb)
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
        fcb = self._files.fetch()
        entries = self._files.current(fcb)[2]
        if not entries:
            raise DosError(Code.NOFIL)
        fcb.random = records_of(entries[0].size)
        self._files.store(fcb, random=True)
        self._guest.answer(0)

    def set_random(self) -> None:
        """24: the random record becomes the sequential one."""
        fcb = self._files.fetch()
        fcb.random = fcb.record
        self._files.store(fcb, random=True)
        self._guest.answer(0)

    def set_attributes(self) -> None:
        """1E (CP/M): bit 7 of the extension's first letters: read-only, system."""
        fcb = self._files.fetch()
        drive, place, entries = self._files.current(fcb)
        if not entries:
            raise DosError(Code.NOFIL)
        wanted = (READ_ONLY if fcb.data[9] & 0x80 else 0) | (SYSTEM if fcb.data[10] & 0x80 else 0)
        for entry in entries:
            self._drives.files.drop((drive, place, entry.name))
            self._drives.folder(drive).set_attributes(place, entry.name, wanted)
        self._guest.answer(0)


def cpm_entry(user: int, entry: Entry, records: int, extent: int) -> bytes:
    """An extent of a file as CP/M's directory has it, 32 bytes."""
    name = bytearray(entry.name)
    name[8] |= 0x80 if entry.attributes & READ_ONLY else 0
    name[9] |= 0x80 if entry.attributes & SYSTEM else 0
    here = min(max(records - extent * EXTENT, 0), EXTENT)
    place = bytes((extent & 31, 0, extent >> 5, here))
    return bytes((user,)) + bytes(name) + place + block_numbers(here)
