"""BASIC programs: `.bas`, as text or in the tokens that the machine keeps them in.

A tokenised file is FFh and then the program as it lies in memory at BASE: for each line the address
of the next, its number (both little-endian words), its tokens and a 0; a word 0 ends it.

Numbers are decimal: a byte of sign and exponent (40h is 10^0 before the first digit) and 6 or 14
binary-coded digits.

Sources: MSX2 Technical Handbook, chapter 2, section 4.2 ("Text area") and its table of intermediate
codes.
"""

import os
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from machine.charsets import INTERNATIONAL, encode
from machine.core.errors import Refused
from machine.media.medium import read_file

BASE = 0x8001  # where a program lies on a machine whose start-up left the standard memory
MARK = 0xFF  # the first byte of a tokenised file
EMPTY = b"\0\0"  # a program without a line
GRAPHIC = 0x01  # before one of the 31 graphic characters, whose code has 40h added then
LARGEST = 1 << 20
LAST_LINE = 65529
ADDRESSES = 0xFFFF - 2
LONGEST = 254  # characters of a line as the screen editor takes it

OCTAL, HEX, POINTER, LINE, BYTE, DIGIT, INTEGER, SINGLE, DOUBLE = (
    0x0B, 0x0C, 0x0D, 0x0E, 0x0F, 0x11, 0x1C, 0x1D, 0x1F,
)  # fmt: skip
_WORDS = """81 END FOR NEXT DATA INPUT DIM READ LET GOTO RUN IF RESTORE GOSUB RETURN REM STOP PRINT
 CLEAR LIST NEW ON WAIT DEF POKE CONT CSAVE CLOAD OUT LPRINT LLIST CLS WIDTH ELSE TRON TROFF SWAP
 ERASE ERROR RESUME DELETE AUTO RENUM DEFSTR DEFINT DEFSNG DEFDBL LINE OPEN FIELD GET PUT CLOSE LOAD
 MERGE FILES LSET RSET SAVE LFILES CIRCLE COLOR DRAW PAINT BEEP PLAY PSET PRESET SOUND SCREEN VPOKE
 SPRITE VDP BASE CALL TIME KEY MAX MOTOR BLOAD BSAVE DSKO$ SET NAME KILL IPL COPY CMD LOCATE TO THEN
 TAB( STEP USR FN SPC( NOT ERL ERR STRING$ USING INSTR ' VARPTR CSRLIN ATTR$ DSKI$ OFF INKEY$
 POINT"""
_OPERATORS = "EE > = < + - * / ^ AND OR XOR EQV IMP MOD \\"
_FUNCTIONS = """FF81 LEFT$ RIGHT$ MID$ SGN INT ABS SQR RND SIN LOG EXP COS TAN ATN FRE INP POS LEN
 STR$ VAL ASC CHR$ PEEK VPEEK SPACE$ OCT$ HEX$ LPOS BIN$ CINT CSNG CDBL FIX STICK STRIG PDL PAD DSKF
 FPOS CVI CVS CVD EOF LOC LOF MKI$ MKS$ MKD$"""


def _table() -> Iterator[tuple[str, bytes]]:
    for row in (_WORDS, _OPERATORS, _FUNCTIONS):
        first, *words = row.split()
        code = int(first, 16)
        for place, word in enumerate(words):
            yield word, (code + place).to_bytes(len(first) // 2, "big")


TOKENS = dict(_table())
_NAMES = {code: word for word, code in TOKENS.items()}
_BY_LETTER = sorted((word for word in TOKENS if word[0].isalpha()), key=len, reverse=True)
# Behind these a number is that of a line.
_LINE_WORDS = {"GOTO", "GOSUB", "THEN", "ELSE", "RETURN", "RESTORE", "RESUME", "ERL", "RUN"}
_LINE_WORDS |= {"LIST", "LLIST", "DELETE", "RENUM", "AUTO"}
# Blanks do not count. An E (but before L or Q: ELSE, EQV) or D needs no digits; behind it there is
# no mark of the type. MSX1 machines: github.com/andete/zerobas, docs/expkw-msx1-....md.
_NUMBER = re.compile(
    rb"(?: *\d)*(?: *\.(?: *\d)*)?"
    rb"(?: *(?:[Dd]|[Ee](?! *[LlQq]))(?: *[+-])?(?: *\d)*| *[%!#])?"
)
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
    for row in re.split(r"\r\n|\r|\n", text):
        if not row.strip():
            continue
        found = _LINE_NUMBER.match(row)
        number = int(found[1].replace(" ", "")) if found else LAST_LINE + 1
        if found is None or number > LAST_LINE:
            raise Refused(f"{name} has a line without a number ({row[:30]!r}); BASIC needs one.")
        line = row[found.end() :].replace("\t", " ")  # no editor of the machine's lets a tab in
        code = tokens(encode(line.removeprefix(" ") if number else line, INTERNATIONAL))
        if len(code) > LONGEST:
            raise Refused(f"{name}: line {number} is longer than {LONGEST} bytes; divide it.")
        lines[number] = code
    return linked(sorted(lines.items()))


class LongRow(NamedTuple):
    """A line of a listing that the screen editor does not take as a whole."""

    number: int
    length: int


def longest_row(text: str) -> LongRow | None:
    """The longest of the lines of a listing that have more than LONGEST characters."""
    rows = [row for row in re.split(r"\r\n|\r|\n", text) if len(row) > LONGEST]
    numbered = [(len(row), found[1]) for row in rows if (found := re.match(r"\s*(\d{1,5})", row))]
    if not numbered:
        return None
    length, number = max(numbered)
    return LongRow(int(number), length)


def linked(lines: Iterable[tuple[int, bytes]], base: int = BASE) -> bytes:
    """The program of these lines (number, tokens) as it lies at `base`."""
    image = bytearray()
    for number, code in lines:
        following = base + len(image) + 4 + len(code) + 1
        if following > ADDRESSES:
            raise Refused(f"The program is larger than the machine's memory at line {number}.")
        image += following.to_bytes(2, "little") + number.to_bytes(2, "little") + code + b"\0"
    return bytes(image) + b"\0\0"


def lines_of(image: bytes, name: str = "The program") -> Iterator[tuple[int, bytes]]:
    """Number and tokens of each line of a program as it lies in memory, wherever it was linked."""
    at = 0
    while image[at : at + 2] not in (b"\0\0", b""):
        end = _end_of(image, at + 4)
        if end is None:
            raise Refused(f"{name} ends in the middle of a line; choose a whole program.")
        yield int.from_bytes(image[at + 2 : at + 4], "little"), image[at + 4 : end]
        at = end + 1


_LENGTHS = {OCTAL: 2, HEX: 2, POINTER: 2, LINE: 2, BYTE: 1, INTEGER: 2, SINGLE: 4, DOUBLE: 8}


def _end_of(image: bytes, at: int) -> int | None:
    while at < len(image):
        if image[at] == 0:
            return at
        at += 1 + _LENGTHS.get(image[at], 0)
    return None


def listing(image: bytes, name: str = "The program") -> str:
    """A tokenised program as text, a line per line, each ended by a line feed."""
    return "".join(f"{number} {text_of(code, image)}\n" for number, code in lines_of(image, name))


# Text to tokens


def tokens(line: bytes) -> bytes:
    """The tokens of a line without its number, in codes of the machine's character set."""
    return bytes(_Tokeniser(line).run())


class _Tokeniser:
    def __init__(self, line: bytes) -> None:
        self.line = line
        self.at = 0
        self.code = bytearray()
        self.in_name = False  # digits belong to the name of a variable
        self.wants_line = False

    def run(self) -> bytearray:
        while self.at < len(self.line):
            self._step()
        return self.code

    def _step(self) -> None:
        char = chr(self.line[self.at])
        if not char.isascii():  # only in texts
            self.at += 1
        elif char.isalpha():
            self._word()
        elif char == "." and self.wants_line:  # the line in hand
            self._plain(char)
        elif char == "." or (char.isdigit() and not self.in_name):
            self._number()
        elif char == "&":
            self._based()
        elif char == '"':
            self._raw(self._end_of_string(self.at))
            self.in_name = False
        elif char == "'":
            self.code += b":" + TOKENS["REM"] + TOKENS["'"]
            self._raw(len(self.line), skip=1)
        elif char == "_":
            self._name(self.at + 1)
        elif char in TOKENS or char == "?":
            self._emit(char.replace("?", "PRINT"), 1)
            self.wants_line = self.wants_line and char != "?"
        else:
            self._plain(char)

    def _plain(self, char: str) -> None:
        self._raw(self.at + 1)
        self.in_name = self.in_name and (char.isdigit() or char in " \t")
        self.wants_line = self.wants_line and char != ":"

    def _raw(self, end: int, skip: int = 0) -> None:
        self.code += self.line[self.at + skip : end]
        self.at = end

    def _emit(self, word: str, length: int) -> None:
        self.code += TOKENS[word]
        self.at += length
        self.in_name = False

    def _word(self) -> None:
        text = self.line[self.at : self.at + 7].decode("latin-1").upper()
        word = next((word for word in _BY_LETTER if text.startswith(word)), None)
        if text.startswith("GO TO"):
            self.at += len(" ")
            word = "GOTO"
        if word is None:
            self.code.append(ord(text[0]))
            self.at += 1
            self.in_name, self.wants_line = True, False
            return
        if word == "ELSE":
            self.code += b":"
        self._emit(word, len(word))
        self.wants_line = word in _LINE_WORDS
        if word == "REM":
            self._raw(len(self.line))
        elif word == "DATA":
            self._raw(self._end_of_data())
        elif word == "CALL":
            self._name(self.at)

    def _end_of_string(self, at: int) -> int:
        end = self.line.find(b'"', at + 1)
        return len(self.line) if end < 0 else end + 1

    def _end_of_data(self) -> int:
        at = self.at
        while at < len(self.line) and self.line[at] != ord(":"):
            at = self._end_of_string(at) if self.line[at] == ord('"') else at + 1
        return at

    def _name(self, at: int) -> None:
        """The name of an extended statement: text, in capitals, without the signs from ! to /."""
        while at < len(self.line) and chr(self.line[at]) not in "(:":
            at += 1
        self.code += re.sub(rb"[!-/]", b"", self.line[self.at : at]).upper()
        self.at = at
        self.in_name = self.wants_line = False

    def _based(self) -> None:
        text = self.line[self.at : self.at + 9]
        found = re.match(rb"&([Hh])([0-9A-Fa-f]{0,4})|&([Oo]?)([0-7]{0,6})", text)
        assert found is not None
        self.wants_line = False
        binary = re.compile(rb"&[Bb][\d ]*").match(self.line, self.at)
        if binary:  # stays as it is typed
            self.code += binary[0].upper()
            self.at = binary.end()
            self.in_name = False
            return
        kind, digits, base = (HEX, found[2], 16) if found[1] else (OCTAL, found[4], 8)
        value = int(digits or b"0", base) & 0xFFFF
        self.code += bytes([kind]) + value.to_bytes(2, "little")
        self.at += found.end()

    def _number(self) -> None:
        if self.wants_line:
            self._line_number()
            return
        found = _NUMBER.match(self.line, self.at)
        assert found is not None
        self.at = found.end()
        self.code += constant(found[0].replace(b" ", b"").decode("ascii"))

    def _line_number(self) -> None:
        """Digits, and blanks between them, as far as they make a number up to LAST_LINE."""
        number = 0
        digit = re.compile(rb" *(\d)")
        while number <= LAST_LINE // 10 and (found := digit.match(self.line, self.at)):
            number = number * 10 + int(found[1])
            self.at = found.end()
        self.code += bytes([LINE]) + number.to_bytes(2, "little")


def constant(text: str) -> bytes:
    """The tokens of a number without a sign, as it is typed; Refused if it is too large."""
    suffix = text[-1] if text[-1] in "%!#" else ""
    body = text.rstrip("%!#").upper().replace("D", "E")
    exact = Decimal(
        "0" + (body + "0" if body.endswith(("E", "+", "-", ".")) else body).replace("E.", "E")
    )
    digits = len(body.split("E")[0].replace(".", "").lstrip("0"))
    if suffix == "%" or (not suffix and body.isdigit() and exact <= 32767):
        return _integer(round(exact))
    is_single = suffix == "!" or (not suffix and digits <= 6 and "D" not in text.upper())
    return bytes([SINGLE]) + _real(exact, 6) if is_single else bytes([DOUBLE]) + _real(exact, 14)


def _integer(value: int) -> bytes:
    if value < 10:
        return bytes([DIGIT + value])
    if value < 256:
        return bytes([BYTE, value])
    if value > 32767:
        raise Refused(f"{value}% is larger than an integer can be; leave out the % sign.")
    return bytes([INTEGER]) + value.to_bytes(2, "little")


def _real(value: Decimal, count: int) -> bytes:
    if not value:
        return bytes(1 + count // 2)
    _, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    point = len(digits) + exponent
    mantissa = int("".join(map(str, digits))[: count + 1].ljust(count + 1, "0"))
    rounded = (mantissa + 5) // 10
    if rounded == 10**count:
        rounded, point = rounded // 10, point + 1
    if point > 63:
        raise Refused(f"{value} is larger than a number can be; 9.9E62 is the largest.")
    if point < -63:
        return bytes(1 + count // 2)
    return bytes([0x40 + point]) + bytes.fromhex(f"{rounded:0{count}d}")


# Tokens to text


def text_of(code: bytes, image: bytes = b"") -> str:
    """The text of a line's tokens; `image` is the program, for line numbers kept as addresses."""
    text: list[str] = []
    at, is_raw, in_quotes, in_data = 0, False, False, False
    while at < len(code):
        byte = code[at]
        if byte == ord('"'):
            in_quotes = not in_quotes
        elif byte == ord(":") and not in_quotes:
            in_data = False
        if is_raw or in_quotes or in_data or 0x20 <= byte < 0x80:
            graphic = byte == GRAPHIC and 0x40 < (code[at + 1 : at + 2] or b"\0")[0] < 0x60
            text.append(INTERNATIONAL[code[at + 1] - 0x40] if graphic else _character(byte))
            at += 2 if graphic else 1
            continue
        word, length = _word_at(code, at, image)
        if word in ("REM", "'"):
            is_raw = True
        elif word == "DATA":
            in_data = True
        if word == "'" and text[-2:] == [":", "REM"]:
            del text[-2:]
            is_raw = True
        elif word == "REM" and code[at + 1 : at + 2] == TOKENS["'"]:
            is_raw = False
        elif word == "ELSE" and text[-1:] == [":"]:
            text.pop()
        text.append(word)
        at += length
    return "".join(text)


def _character(code: int) -> str:
    return chr(code) if 0x20 <= code < 0x7F else INTERNATIONAL[code]


def _word_at(code: bytes, at: int, image: bytes) -> tuple[str, int]:
    byte = code[at]
    if byte in _LENGTHS:
        length = 1 + _LENGTHS[byte]
        data = code[at + 1 : at + length].ljust(length - 1, b"\0")
        return _constant_text(byte, data, image), length
    if DIGIT <= byte < DIGIT + 10:
        return str(byte - DIGIT), 1
    for length in (2, 1):
        if code[at : at + length] in _NAMES and (length == 1 or byte == MARK):
            return _NAMES[code[at : at + length]], length
    return _character(byte), 1


def _base_of(image: bytes) -> int:
    """The address that a program was linked for, by its first link."""
    first = _end_of(image, 4)
    return BASE if first is None else int.from_bytes(image[:2], "little") - first - 1


def _constant_text(kind: int, data: bytes, image: bytes) -> str:
    value = int.from_bytes(data, "little")
    if kind == OCTAL:
        return f"&O{value:o}"
    if kind == HEX:
        return f"&H{value:X}"
    if kind == POINTER:
        at = value + 1 - _base_of(image)
        return str(int.from_bytes(image[at + 2 : at + 4], "little"))
    if kind in (SINGLE, DOUBLE):
        return real_text(data)
    return str(value)


def real_text(data: bytes) -> str:
    """A constant of 4 or 8 bytes as LIST shows it: in a form that gives the same bytes again."""
    mark = "!" if len(data) == 4 else "#"
    digits = data[1:].hex().rstrip("0") or "0"  # no number that a program makes
    point = (data[0] & 0x7F) - 0x40
    if not data[0]:
        body = "0"
    elif -1 <= point <= 14:
        whole = digits[: max(point, 0)].ljust(max(point, 0), "0")
        fraction = "0" * max(-point, 0) + digits[max(point, 0) :]
        body = f"{whole}.{fraction}" if fraction else whole
    else:
        letter = "E" if mark == "!" or len(digits) > 6 else "D"
        return f"{digits[0]}.{digits[1:]}".rstrip(".") + f"{letter}{point - 1:+03d}"
    return body if mark == "!" and "." in body else body + mark
