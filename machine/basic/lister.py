"""A line of a program as LIST shows it: tokens to text."""

from machine.basic.tokens import (
    DIGIT,
    DOUBLE,
    GRAPHIC,
    HEX,
    LENGTHS,
    OCTAL,
    POINTER,
    SINGLE,
    TOKENS,
    end_of_line,
)
from machine.charsets import INTERNATIONAL

_NAMES = {code: word for word, code in TOKENS.items()}


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
    if byte in LENGTHS:
        length = 1 + LENGTHS[byte]
        data = code[at + 1 : at + length].ljust(length - 1, b"\0")
        return _constant_text(byte, data, image), length
    if DIGIT <= byte < DIGIT + 10:
        return str(byte - DIGIT), 1
    for length in (2, 1):
        if (name := code[at : at + length]) in _NAMES:
            return _NAMES[name], len(name)
    return _character(byte), 1


def _line_number_at(address: int, image: bytes) -> int:
    """The number of the line whose first byte is behind `address`; the first link tells where."""
    first_end = end_of_line(image, 4)
    if first_end is None:
        return 0
    base = int.from_bytes(image[:2], "little") - first_end - 1
    at = address + 1 - base
    return int.from_bytes(image[at + 2 : at + 4], "little")


def _constant_text(kind: int, data: bytes, image: bytes) -> str:
    value = int.from_bytes(data, "little")
    if kind == OCTAL:
        return f"&O{value:o}"
    if kind == HEX:
        return f"&H{value:X}"
    if kind == POINTER:
        return str(_line_number_at(value, image))
    if kind in (SINGLE, DOUBLE):
        return real_text(data)
    return str(value)


def real_text(data: bytes) -> str:
    """A constant of 4 or 8 bytes as LIST shows it: in a form that gives the same bytes again."""
    mark = "!" if len(data) == 4 else "#"
    digits = data[1:].hex().rstrip("0") or "0"  # only zeros: no number that a program makes
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
