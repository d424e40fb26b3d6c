"""BASIC programs: `.bas`, as text or in the tokens that the machine keeps them in.

A tokenised file is FFh and then the program as it lies in memory at BASE: for each line the address
of the next, its number (both little-endian words), its tokens and a 0; a word 0 ends it.

Source: MSX2 Technical Handbook, chapter 2, section 4.2 ("Text area").
"""

import os
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from machine.basic.lister import text_of
from machine.basic.tokeniser import tokens
from machine.basic.tokens import LAST_LINE, end_of_line
from machine.charsets import INTERNATIONAL, encode
from machine.core.errors import Refused
from machine.media.medium import read_file

BASE = 0x8001  # where a program lies on a machine whose start-up left the standard memory
MARK = 0xFF  # the first byte of a tokenised file
EMPTY = b"\0\0"  # a program without a line
LARGEST = 1 << 20
ADDRESSES = 0xFFFF - 2
LONGEST = 254  # characters of a line as the screen editor takes it
_ROW_END = re.compile(r"\r\n|\r|\n")
_LINE_NUMBER = re.compile(r"\s*(\d(?: *\d)*)")


def load(path: str | os.PathLike[str]) -> bytes:
    """The program in a file, tokenised, as it lies at BASE; Refused if it is none."""
    name = os.fspath(path)
    base = read_file(path, "BASIC program", LARGEST)
    if base[:1] == bytes([MARK]):
        program = linked(lines_of(base[1:], name))
    else:
        program = tokenised(_decoded(base).split("\x1a", 1)[0], name)
    if program == EMPTY:
        raise Refused(f"{name} has no line of BASIC in it; choose another file.")
    return program


def _decoded(text: bytes) -> str:
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "".join(INTERNATIONAL[code] if code >= 32 else chr(code) for code in text)


def tokenised(text: str, name: str = "The program") -> bytes:
    """A listing in tokens, as it lies at BASE; Refused for a line without a number or too long."""
    lines: dict[int, bytes] = {}
    for row in _ROW_END.split(text):
        if not row.strip():
            continue
        number, line = _numbered(row)
        if number is None or number > LAST_LINE:
            raise Refused(
                f"{name} has a line without a number from 0 to {LAST_LINE} ({row[:30]!r});"
                " give it one."
            )
        line = line.replace("\t", " ")  # no editor of the machine's lets a tab in
        code = tokens(encode(line.removeprefix(" ") if number else line, INTERNATIONAL))
        if len(code) > LONGEST:
            raise Refused(f"{name}: line {number} is longer than {LONGEST} bytes; divide it.")
        lines[number] = code
    return linked(sorted(lines.items()))


def _numbered(row: str) -> tuple[int | None, str]:
    """The number that a row begins with, if it does, and what is behind it."""
    found = _LINE_NUMBER.match(row)
    return (int(found[1].replace(" ", "")), row[found.end() :]) if found else (None, row)


class LongRow(NamedTuple):
    """A line of a listing that the screen editor does not take as a whole."""

    number: int
    length: int


def longest_row(text: str) -> LongRow | None:
    """The longest of the lines of a listing that have more than LONGEST characters."""
    long = [
        LongRow(number, len(row))
        for row in _ROW_END.split(text)
        if len(row) > LONGEST and (number := _numbered(row)[0]) is not None
    ]
    return max(long, key=lambda row: row.length, default=None)


def linked(lines: Iterable[tuple[int, bytes]], base: int = BASE) -> bytes:
    """The program of these lines (number, tokens) as it lies at `base`."""
    image = bytearray()
    for number, code in lines:
        following = base + len(image) + 4 + len(code) + 1
        if following > ADDRESSES:
            raise Refused(
                f"The program is larger than the machine's memory at line {number}; shorten it."
            )
        image += following.to_bytes(2, "little") + number.to_bytes(2, "little") + code + b"\0"
    return bytes(image) + b"\0\0"


def lines_of(image: bytes, name: str = "The program") -> Iterator[tuple[int, bytes]]:
    """Number and tokens of each line of a program as it lies in memory, wherever it was linked."""
    at = 0
    while image[at : at + 2] not in (b"\0\0", b""):
        end = end_of_line(image, at + 4)
        if end is None:
            raise Refused(f"{name} ends in the middle of a line; choose a whole program.")
        yield int.from_bytes(image[at + 2 : at + 4], "little"), image[at + 4 : end]
        at = end + 1


def listing(image: bytes, name: str = "The program") -> str:
    """A tokenised program as text, a line per line, each ended by a line feed."""
    return "".join(f"{number} {text_of(code, image)}\n" for number, code in lines_of(image, name))
