"""Functions 40-42, 4D-51, 59, 5A and 5E: directories, by paths and fileinfo blocks.

Source: "MSX-DOS 2 Function Specifications", 3.44-3.66.
"""

from machine.exec import names
from machine.exec.codes import Code, DosError
from machine.exec.directory import BLOCK, Directory, Target, check_way, stamp
from machine.exec.drives import Drives
from machine.exec.folders import (
    DEVICE,
    VOLUME,
    Place,
)
from machine.exec.guest import Guest
from machine.exec.paths import ANY, Paths, whole


class DirectoryCalls:
    """The functions."""

    def __init__(self, guest: Guest, drives: Drives, paths: Paths, directory: Directory) -> None:
        self._guest = guest
        self._drives = drives
        self._paths = paths
        self._directory = directory

    def _asked(self) -> tuple[tuple[int, Place], bytes]:
        """Directory and name or pattern of DE and, behind a fileinfo block, HL."""
        guest = self._guest
        if guest.memory[guest.de] == BLOCK:
            where = self._directory.place_of_block(guest.de)
            text = guest.text(guest.hl)
            name, used = names.parse(text)
            if used != len(text):
                raise DosError(Code.IFNM)
            return where, name if used else ANY
        drive, place, name = self._paths.locate(guest.text(guest.de))
        return (drive, place), name or ANY

    def find_first(self) -> None:
        """40: DE (HL) what, B = attributes, IX = fileinfo block to fill."""
        where, pattern = self._asked()
        self._directory.find(self._guest.cpu.ix, where, pattern, self._guest.regs.b)

    def find_next(self) -> None:
        """41: IX = fileinfo block."""
        self._directory.find_next(self._guest.cpu.ix)

    def find_new(self) -> None:
        """42: DE (HL) what, B = attributes, IX = fileinfo block with a template; it is filled."""
        guest = self._guest
        block = guest.cpu.ix
        (drive, place), pattern = self._asked()
        if b"?" in pattern:
            template = guest.text((block + 1) & 0xFFFF, 13)
            pattern = names.filled(pattern, names.parse(template)[0])
        attributes = int(guest.regs.b)
        if attributes & VOLUME:
            raise DosError(Code.IATTR)
        made = self._directory.create(Target(drive, place, pattern), attributes, block)
        if made is not None:
            made.close()

    def delete(self) -> None:
        """4D: DE = what."""
        target = self._directory.target(self._guest.de)
        if target.device is None:
            self._directory.delete(target)

    def rename(self) -> None:
        """4E: DE = what, HL = new name."""
        target = self._directory.target(self._guest.de)
        if target.device is None:
            self._directory.rename(target, self._guest.text(self._guest.hl))

    def move(self) -> None:
        """4F: DE = what, HL = new path."""
        target = self._directory.target(self._guest.de)
        if target.device is None:
            self._directory.move(target, self._guest.text(self._guest.hl))

    def attributes(self) -> None:
        """50: DE = what, A = 0 get, 1 set L; L = attributes."""
        guest = self._guest
        target = self._directory.target(guest.de)
        check_way(guest.regs.a)
        if target.device is not None:
            guest.regs.l = DEVICE
            return
        entry = self._directory.entry(target)
        if guest.regs.a:
            self._directory.set_attributes(target, guest.regs.l)
            entry = self._directory.entry(target)
        guest.regs.l = entry.attributes

    def modified(self) -> None:
        """51: DE = what, A = 0 get, 1 set IX (time), HL (date); DE = time, HL = date."""
        guest = self._guest
        target = self._directory.target(guest.de)
        check_way(guest.regs.a)
        if target.device is not None:
            guest.de = guest.hl = 0
            return
        if guest.regs.a:
            self._directory.set_modified(target, guest.hl, guest.cpu.ix)
        guest.hl, guest.de = stamp(self._directory.entry(target))

    def get_current(self) -> None:
        """59: B = drive, DE = buffer of 64 bytes."""
        guest = self._guest
        drive = self._drives.number(guest.regs.b)
        place = self._drives.place(drive)
        try:
            self._drives.folder(drive).entries(place)
        except DosError:  # it is gone
            self._drives.places[drive] = place = ()
        guest.write(guest.de, whole(place) + b"\0")

    def change_current(self) -> None:
        """5A: DE = path."""
        drive, place = self._paths.directory(self._guest.text(self._guest.de))
        self._drives.places[drive] = place

    def whole_path(self) -> None:
        """5E: DE = buffer of 64 bytes; HL = its last item."""
        guest, path = self._guest, self._directory.whole_path
        guest.write(guest.de, path + b"\0")
        guest.hl = guest.de + path.rfind(b"\\") + 1
