r"""Drive, path and file in a string: `A:\DIR\FILE.EXT`; functions 5B-5D.

Source: "MSX-DOS 2 Function Specifications", 3.71-3.73.
"""

from dataclasses import dataclass

from machine.charsets import capital_codes
from machine.exec import names
from machine.exec.codes import Code, DosError
from machine.exec.drives import Drives
from machine.exec.folders import Place
from machine.exec.guest import Guest

LONGEST = 62  # characters of a whole path, without drive and first separator
ANY = b"?" * names.SIZE
DOT, DOT_DOT = b".".ljust(names.SIZE), b"..".ljust(names.SIZE)
VOLUME_FLAG = 0x10
NOT_IN_VOLUME_NAMES = frozenset(range(0x20)) | {0x2F, 0x7F}
WILD = frozenset(b"*?")  # in patterns, but not the end of a name
(HAS_TEXT, HAS_PATH, HAS_DRIVE, HAS_STEM, HAS_EXTENSION, IS_AMBIGUOUS, IS_DOT, IS_DOT_DOT) = (
    1 << bit for bit in range(8)
)


@dataclass
class Parsed:
    """A string taken apart: `end` and `last` count from its start, `items` are directories."""

    drive: int = 0  # a program's number, 0 the current one
    absolute: bool = False
    items: tuple[bytes, ...] = ()
    name: bytes = b""  # the last item in eleven bytes; empty if there is none
    last: int = 0
    end: int = 0
    flags: int = 0
    error: int = 0


def item(text: bytes) -> tuple[bytes, int, int]:
    """The item at the start of `text`: eleven bytes (none: empty), its length, its parse flags."""
    for dots, name, flags in (
        (b"..", DOT_DOT, IS_DOT | IS_DOT_DOT),
        (b".", DOT, IS_DOT),
    ):
        if text.startswith(dots) and not _is_letter(text[len(dots) : len(dots) + 1]):
            return name, len(dots), flags | HAS_STEM
    name, used = names.parse(text)
    if not used:
        return b"", 0, 0
    flags = HAS_STEM if name[:8].strip() else 0
    flags |= HAS_EXTENSION if b"." in text[:used] and name[8:].strip() else 0
    return name, used, flags | (IS_AMBIGUOUS if b"?" in name else 0)


def _is_letter(char: bytes) -> bool:
    return bool(char) and (char[0] not in names.INVALID or char in (b".", b"*", b"?"))


def _drive(text: bytes) -> Parsed:
    """The drive that `text` begins with, if it does; the rest of it begins at `last`."""
    found = Parsed()
    if text[1:2] == b":" and text[:1].isalpha():
        found.drive = text[0] & 0x1F
        found.flags |= HAS_DRIVE
        found.last = 2
    return found


def parse(text: bytes) -> Parsed:
    """The longest path at the start of `text`."""
    found = _drive(text)
    start = at = found.last
    found.absolute = text[at : at + 1] == b"\\"
    if found.absolute:
        found.flags |= HAS_PATH
        at += 1
    while True:
        name, used, flags = item(text[at:])
        found.last = at
        if text[at + used : at + used + 1] != b"\\":
            break
        if not used or flags & IS_AMBIGUOUS:  # no directory can be named so
            found.error = Code.IPATH
            flags = 0
            break
        found.items += (name,)
        found.flags |= HAS_PATH
        at += used + 1
    found.name = name
    found.end = at + used
    found.flags |= flags | (HAS_TEXT if found.end > start else 0)
    return found


class Paths:
    """Paths on the program's drives."""

    def __init__(self, drives: Drives) -> None:
        self._drives = drives

    def locate(self, text: bytes) -> tuple[int, Place, bytes]:
        """Drive, directory and last item (empty if none) of a whole string.

        IPATH if it is none, IDRV, PLONG; NODIR if a directory is missing.
        """
        parsed = parse(text)
        if parsed.end != len(text) or parsed.error:
            raise DosError(Code.IPATH)
        drive = self._drives.number(parsed.drive)
        place = () if parsed.absolute else self._drives.place(drive)
        if len(whole((*place, *parsed.items), parsed.name)) > LONGEST:
            raise DosError(Code.PLONG)
        for name in parsed.items:
            place = self.step(drive, place, name)
        return drive, place, parsed.name

    def step(self, drive: int, place: Place, name: bytes) -> Place:
        """The directory of that name in a directory. NODIR if there is none."""
        if name == DOT:
            return place
        if name == DOT_DOT:
            if not place:
                raise DosError(Code.NODIR)
            return place[:-1]
        entry = self._drives.folder(drive).find(place, name)
        if entry is None or not entry.is_directory:
            raise DosError(Code.NODIR)
        return (*place, name)

    def directory(self, text: bytes) -> tuple[int, Place]:
        """Drive and directory that a whole string names. NODIR if there is no such directory."""
        drive, place, name = self.locate(text)
        if b"?" in name:
            raise DosError(Code.IPATH)
        return drive, self.step(drive, place, name) if name else place


def whole(place: Place, name: bytes = b"") -> bytes:
    r"""`DIR\FILE.EXT` in the machine's characters, without drive."""
    parts = [*place, name] if name else place
    return b"\\".join(names.printed(part) for part in parts)


class PathCalls:
    """Functions 5B-5D."""

    def __init__(self, guest: Guest, drives: Drives) -> None:
        self._guest = guest
        self._drives = drives

    def parse(self) -> None:
        """5B: DE = string, B = volume flag; DE = its end, HL = last item, B = flags, C = drive."""
        guest, start = self._guest, self._guest.de
        text = guest.text(start, 0x10000)
        if guest.regs.b & VOLUME_FLAG:
            parsed = _volume(text)
        else:
            parsed = parse(text)
        drive = parsed.drive or self._drives.current + 1
        if drive - 1 not in self._drives.folders:
            parsed, drive = Parsed(error=Code.IDRV), self._drives.current + 1
        guest.de, guest.hl = start + parsed.end, start + parsed.last
        guest.regs.b, guest.regs.c = parsed.flags, drive
        if parsed.error:
            raise DosError(parsed.error)

    def parse_name(self) -> None:
        """5C: DE = string, HL = buffer of 11 bytes; DE = its end, B = flags."""
        guest = self._guest
        name, used, flags = item(guest.text(guest.de, 0x10000))
        guest.write(guest.hl, name or b" " * names.SIZE)
        guest.de += used
        guest.regs.b = flags

    def check_character(self) -> None:
        """5D: D = flags, E = character; D bit 4: not in a name, E = in capitals."""
        guest = self._guest
        flags, code = guest.regs.d & 0x09, guest.regs.e
        wrong = NOT_IN_VOLUME_NAMES if flags & 8 else names.INVALID - WILD
        guest.regs.d = flags | (0x10 if code in wrong else 0)
        guest.regs.e = code if flags & 1 else capital_codes(bytes((code,)))[0]


def _volume(text: bytes) -> Parsed:
    """A drive and a volume's name, of at most eleven characters."""
    found = _drive(text)
    found.end = found.last
    for code in text[found.last :]:
        if code in NOT_IN_VOLUME_NAMES:
            break
        found.end += 1
    if found.end > found.last:
        found.flags |= HAS_TEXT | HAS_STEM
    return found
