"""A line of a listing as BASIC keeps it: text to tokens."""

import re
from decimal import Decimal

from machine.basic.tokens import (
    BYTE,
    DIGIT,
    DOUBLE,
    HEX,
    INTEGER,
    LAST_LINE,
    LINE,
    OCTAL,
    SINGLE,
    TOKENS,
)
from machine.core.errors import Refused

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
