"""Names of files: 8.3 on the disk, and what becomes of the host's names there.

On the disk a name is eleven bytes: eight and three, filled up with blanks. As text it is
`NAME.EXT`, bytes from 80h on in the international character set.

The rule for a host's name: letters become capitals; dots at the beginning and blanks at the
ends go; what follows the last dot is the extension; every character that a name cannot have becomes
`_`; the name is cut to eight characters, the extension to three. A name that lost something that
way gives way to the other names in its folder: its end becomes `~1`, `~2`, ... A name that fits
replaces the file of that name.

Source of the characters: MSX-DOS 2 Program Interface Specification, "Filenames"; MSX2 Technical
Handbook, chapter 3 (05h stands for E5h at the beginning of a name in a directory).
"""

import unicodedata
from collections.abc import Collection
from fnmatch import fnmatchcase

from machine.charsets import CODES_BEYOND_ASCII, INTERNATIONAL, capitals
from machine.core.errors import Refused

FORBIDDEN = frozenset(' "*+,./:;<=>?[\\]|\x7f')
ON_NO_COMPUTER = frozenset(b'"*./:<>?\\|\x7f') | frozenset(range(0x20))  # in a directory: a fault
UNPRINTABLE = "\N{REPLACEMENT CHARACTER}"
DELETED, E5_AT_THE_BEGINNING = 0xE5, 0x05
_CODES = CODES_BEYOND_ASCII | {chr(code): code for code in range(0x21, 0x7F)}


def from_row(raw: bytes) -> str:
    """The text of the eleven bytes in a directory's row."""
    raw = (b"\xe5" if raw[0] == E5_AT_THE_BEGINNING else raw[:1]) + raw[1:]
    stem, extension = (_text(part) for part in (raw[:8], raw[8:]))
    return f"{stem}.{extension}" if extension else stem


def to_row(name: str) -> bytes:
    """The eleven bytes of a name that `fitted` gave."""
    stem, _, extension = name.partition(".")
    raw = bytes(_CODES[char] for char in stem).ljust(8)
    raw += bytes(_CODES[char] for char in extension).ljust(3)
    assert len(raw) == 11 and raw[0] != 0x20
    return bytes((E5_AT_THE_BEGINNING,)) + raw[1:] if raw[0] == DELETED else raw


def fitted(name: str) -> str:
    """The 8.3 name that the rule makes of a host's name, before it gives way to others."""
    wanted = unicodedata.normalize("NFC", name).strip().lstrip(".")
    stem, dot, extension = wanted.rpartition(".")
    if not dot:
        stem, extension = extension, ""
    stem, extension = (_allowed(part.strip()) for part in (stem, extension))
    return f"{stem[:8] or '_'}.{extension[:3]}".rstrip(".")


def fits(name: str) -> bool:
    """The rule changes nothing but small letters."""
    return fitted(name) == capitals(unicodedata.normalize("NFC", name))


def in_folder(name: str, there: Collection[str], given: Collection[str]) -> str:
    """The 8.3 name of a host's file in a folder.

    `there`: the names in the folder; `given`: those among them that this copying made. A name that
    fits replaces what was there before; everything else gives way.
    """
    return numbered(fitted(name), given if fits(name) else there)


def numbered(name: str, taken: Collection[str]) -> str:
    """An 8.3 name, or with `~1`, `~2`, ... at the end of its eight characters, that nobody has."""
    stem, dot, extension = name.partition(".")
    candidate, number = name, 0
    while candidate in taken:
        number += 1
        tail = f"~{number}"
        candidate = stem[: 8 - len(tail)] + tail + dot + extension
    return candidate


def from_label(raw: bytes) -> str:
    """The text of a disk's name in its row."""
    return _text(raw)


def to_label(text: str) -> bytes:
    """The eleven bytes of a disk's name. Refused if it has too many or strange characters."""
    label = capitals(text)
    if len(label) > 11 or any(char != " " and _allowed(char) == "_" != char for char in label):
        raise Refused(f"{text} is no name of a disk; choose up to eleven letters and digits.")
    return bytes(0x20 if char == " " else _CODES[char] for char in label).ljust(11)


def mended_label(raw: bytes) -> bytes:
    """The eleven bytes of a disk's name, the same if it can be one, else in ASCII with `_`."""
    text = "".join(INTERNATIONAL[code] for code in raw)
    allowed = [char in " _" or _allowed(char) != "_" for char in text]
    if all(allowed) and text.strip():
        return raw
    plain = (
        char if right and char.isascii() else "_" for char, right in zip(text, allowed, strict=True)
    )
    return to_label("".join(plain).strip() or "_")


def on_host(name: str) -> str:
    """A disk's name as the name of a file of the host: never a path, whatever the disk says."""
    safe = "".join("_" if char in '"*/:<>?\\|' or char == UNPRINTABLE else char for char in name)
    return safe if safe.strip(". ") else "_"


def matches(name: str, pattern: str) -> bool:
    """`*` stands for any characters, `?` for one; small letters count as capitals.

    `NAME.*` matches NAME without an extension, too.
    """
    wanted = capitals(unicodedata.normalize("NFC", pattern)).replace("[", "[[]")
    name = capitals(name)
    return fnmatchcase(name, wanted) or (
        wanted.endswith(".*") and "." not in name and fnmatchcase(name, wanted[:-2])
    )


def is_faulty(raw: bytes) -> bool:
    """Eleven bytes that no program could name: control codes, separators, small letters."""
    rest = raw[1:] if raw[0] == E5_AT_THE_BEGINNING else raw
    small = range(ord("a"), ord("z") + 1)
    return raw[0] == 0x20 or any(code in ON_NO_COMPUTER or code in small for code in rest)


def mended(raw: bytes, taken: Collection[str]) -> bytes:
    """The eleven bytes of a faulty name as `fitted` has them, and unlike the names `taken`."""
    stem, extension = (
        "".join(_allowed(INTERNATIONAL[code]) for code in part.rstrip())
        for part in (raw[:8], raw[8:])
    )
    return to_row(numbered(f"{stem or '_'}.{extension}".rstrip("."), taken))


def _text(part: bytes) -> str:
    chars = (INTERNATIONAL[code] if code not in (0, 0x7F) else UNPRINTABLE for code in part)
    return "".join(chars).rstrip(" ")


def _allowed(part: str) -> str:
    return "".join(
        char if char in _CODES and char not in FORBIDDEN else "_" for char in capitals(part)
    )
