"""The files that file control blocks mean, for the functions in `fcbs` and `fcb_records`."""

from machine.exec import names
from machine.exec.codes import Code, DosError
from machine.exec.console import Console
from machine.exec.devices import Device, device_named
from machine.exec.drives import Drives
from machine.exec.fcb import LENGTH, Fcb
from machine.exec.files import HostFile, Key
from machine.exec.folders import SYSTEM, Entry, Place
from machine.exec.guest import Guest


class FcbFiles:
    """Which file an FCB means; the directories of those that are open."""

    def __init__(self, guest: Guest, drives: Drives, console: Console, kind: str) -> None:
        self._guest = guest
        self._drives = drives
        self._console = console
        self._kind = kind
        self._places: list[Place] = [()]

    def fetch(self) -> Fcb:
        """The FCB at DE."""
        return Fcb(self._guest.read(self._guest.de, LENGTH), self._kind)

    def store(self, fcb: Fcb, *, random: bool = False) -> None:
        """Writes it back; `random`: with the random record."""
        self._guest.write(self._guest.de, bytes(fcb.data[: LENGTH if random else 33]))

    def device(self, fcb: Fcb) -> Device | None:
        """The device that it names."""
        if self._kind == "cpm":
            return None
        return device_named(fcb.name, self._console)

    def key(self, fcb: Fcb) -> Key:
        """The file of an open FCB; one that was never opened means the current directory."""
        drive = self._drives.number(fcb.drive)
        if fcb.is_open and fcb.where < len(self._places):
            return drive, self._places[fcb.where], fcb.name
        return drive, self._drives.place(drive), fcb.name

    def place_number(self, place: Place) -> int:
        """What an FCB keeps of its directory."""
        if place not in self._places:
            self._places.append(place)
        return self._places.index(place)

    def matching(self, drive: int, place: Place, fcb: Fcb) -> list[Entry]:
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

    def current(self, fcb: Fcb) -> tuple[int, Place, list[Entry]]:
        """Drive, directory and the files there that fit."""
        drive = self._drives.number(fcb.drive)
        place = self._drives.place(drive)
        return drive, place, self.matching(drive, place, fcb)

    def file(self, fcb: Fcb, *, writing: bool = False) -> HostFile:
        """The open file; DosError if `writing` and the drive takes no writes."""
        key = self.key(fcb)
        if writing:
            self._drives.check_writing(key[0])
        return self._drives.files.get(key, writing=writing)
