"""8.3 names: eight and three characters, filled up with spaces, in capitals; `NAME    EXT`.

How the host's names become some:

- A name that is an 8.3 name but for capitals keeps it: `ReadMe.txt` is README.TXT. If several names
  of a folder come to the same, the first in the order of their bytes has it (capitals come first).
- Any other name gets an alias: four letters of it, `~`, three letters and digits that its hash
  gives, and the first three of its extension. It depends on the name alone, not on the folder's
  other files.
- Names that begin with a dot are not shown, and cannot be made.
- A file that the program makes is named in lower case.

Letters beyond ASCII are those of the MSX character set, with the capitals that it has.
"""

import os
from collections.abc import Iterable

from machine.charsets import CODES_BEYOND_ASCII, INTERNATIONAL, capital_codes, small

SIZE = 11
INVALID = frozenset(b'"*+,./:;<=>?[\\]|\x7f') | frozenset(range(0x21))  # in no name
_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ROUND = frozenset(CODES_BEYOND_ASCII.values())


def is_valid(name: bytes) -> bool:
    """Whether eleven bytes are an 8.3 name that a file can have."""
    if len(name) != SIZE or name[0] == 0x20 or name != capital_codes(name):
        return False
    for part in (name[:8], name[8:]):
        if any(code in INVALID or (code >= 0x80 and code not in _ROUND) for code in part.rstrip()):
            return False
    return True


def pack(name: str) -> bytes | None:
    """The 8.3 name of a host's name that is one but for capitals; None if it is not."""
    stem, dot, extension = name.partition(".")
    if not 1 <= len(stem) <= 8 or len(extension) > 3 or (dot and not extension):
        return None
    head, end = _encode(stem), _encode(extension)
    if head is None or end is None:
        return None
    packed = capital_codes(head.ljust(8) + end.ljust(3))
    return packed if is_valid(packed) else None


def _encode(text: str) -> bytes | None:
    codes = [ord(char) if ord(char) < 0x80 else CODES_BEYOND_ASCII.get(char, 0) for char in text]
    return bytes(codes) if 0 not in codes and 0x20 not in codes else None


def host_name(name: bytes) -> str:
    """The name that a new file gets on the host. `name` is valid."""
    assert is_valid(name), name
    return small(display(name))


def display(name: bytes) -> str:
    """`NAME.EXT` as the host writes it."""
    text = "".join(chr(code) if code < 0x80 else INTERNATIONAL[code] for code in name)
    stem, extension = text[:8].rstrip(" "), text[8:].rstrip(" ")
    return f"{stem}.{extension}" if extension else stem


def printed(name: bytes) -> bytes:
    """`NAME.EXT` in the machine's characters."""
    stem, extension = name[:8].rstrip(b" "), name[8:].rstrip(b" ")
    return stem + b"." + extension if extension else stem


def alias(name: str, attempt: int = 0) -> bytes:
    """The 8.3 name for a host's name that has none of its own; the n-th if others are taken."""
    import hashlib  # slow to load, and rarely needed

    stem, dot, extension = name.rpartition(".")
    if not dot or not stem:
        stem, extension = name, ""
    digest = hashlib.blake2b(os.fsencode(name) + b"\0" * attempt, digest_size=4).digest()
    number = int.from_bytes(digest, "big")
    mark = "".join(_DIGITS[number >> 5 * place & 31] for place in range(3))
    head = _plain(stem)[:4] or "_"
    return f"{head}~{mark}".ljust(8).encode() + _plain(extension)[:3].ljust(3).encode()


def _plain(text: str) -> str:
    kept = (char for char in text if char.isascii() and ord(char) not in INVALID and char != "~")
    return "".join(kept).upper()


def visible(names: Iterable[str]) -> dict[bytes, str]:
    """The names that a program sees in a folder with the host's `names`: 8.3 -> host's name."""
    seen: dict[bytes, str] = {}
    others = []
    for name in sorted(names, key=os.fsencode):
        if name.startswith("."):
            continue
        packed = pack(name)
        if packed is None or packed in seen:
            others.append(name)
        else:
            seen[packed] = name
    for name in others:
        attempt = 0
        while alias(name, attempt) in seen:
            attempt += 1
        seen[alias(name, attempt)] = name
    return seen


def matches(pattern: bytes, name: bytes) -> bool:
    """Whether an 8.3 name fits a pattern: eleven bytes, `?` for any character."""
    pairs = zip(capital_codes(pattern), name, strict=True)
    return all(wanted in (0x3F, code) for wanted, code in pairs)


def filled(pattern: bytes, name: bytes) -> bytes:
    """The pattern with each `?` replaced by the character of `name` at its place."""
    pairs = zip(capital_codes(pattern), name, strict=True)
    return bytes(code if wanted == 0x3F else wanted for wanted, code in pairs)


def parse(text: bytes) -> tuple[bytes, int]:
    """A name or pattern at the start of `text` in eleven bytes, and how long it was.

    `*` is as many `?` as fit; what is too long is left out.
    """
    stem, used = _field(text, 8)
    if text[used : used + 1] != b".":
        return stem + b"   ", used
    extension, more = _field(text[used + 1 :], 3)
    return stem + extension, used + 1 + more


def _field(text: bytes, size: int) -> tuple[bytes, int]:
    field = bytearray()
    used = 0
    for code in text:
        if code in INVALID and code not in b"*?":
            break
        used += 1
        if code == 0x2A:
            field += b"?" * (size - len(field))
        else:
            field.append(code)
    return capital_codes(bytes(field[:size])).ljust(size), used
