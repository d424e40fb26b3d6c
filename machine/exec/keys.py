"""What the host's terminal sends, as keys of the program's."""

import codecs

from machine.charsets import CHARSETS, encode

CHARSET = CHARSETS["international"]
ESC = 0x1B
# The codes of the cursor keys, of Home and End: of the MSX, of the ADM-3A, and WordStar's.
CURSOR = {
    "vt52": {"A": 0x1E, "B": 0x1F, "C": 0x1C, "D": 0x1D, "H": 0x0B, "F": 0x18},
    "adm3a": {"A": 0x0B, "B": 0x0A, "C": 0x0C, "D": 0x08, "H": 0x1E, "F": 0x18},
    "wordstar": {
        "A": 0x05,
        "B": 0x18,
        "C": 0x04,
        "D": 0x13,
        "H": 0x01,
        "F": 0x06,
    },  # ^E ^X ^D ^S ^A ^F
}
NUMBERED = {"1": 0x0B, "2": 0x12, "3": 0x7F, "4": 0x18, "7": 0x0B, "8": 0x18}  # CSI n ~
DIAMOND = {"1": 0x01, "2": 0x16, "3": 0x07, "4": 0x06, "5": 0x12, "6": 0x03, "7": 0x01, "8": 0x06}
BACKSPACE = 0x08
LONGEST = 16  # bytes of a sequence that a key may send


class Keys:
    """Bytes of a terminal or pipe -> codes of keys."""

    def __init__(self, kind: str, *, is_terminal: bool) -> None:
        """`kind`: vt52, adm3a, wordstar, ansi (keys as the terminal sends them) or raw."""
        self._kind = kind
        self._is_terminal = is_terminal
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._sequence = ""
        self._after_return = False

    @property
    def is_undecided(self) -> bool:
        """Whether the last ESC may be the Escape key, or the start of another key's sequence."""
        return bool(self._sequence)

    def feed(self, data: bytes) -> bytes:
        """The keys that `data` completes."""
        if self._kind == "raw":
            return data
        text = self._decoder.decode(data)
        if self._is_terminal:
            return b"".join(self._typed(char) for char in text)
        return self._lines(text)

    def settle(self) -> bytes:
        """Nothing more came: what was undecided are the keys themselves."""
        text, self._sequence = self._sequence, ""
        return encode(text, CHARSET)

    def _lines(self, text: str) -> bytes:
        if self._after_return and text.startswith("\n"):
            text = text[1:]
        self._after_return = text.endswith("\r") or (self._after_return and not text)
        return encode(text, CHARSET)

    def _typed(self, char: str) -> bytes:
        if self._sequence:
            return self._in_sequence(char)
        if char == "\x1b" and self._kind != "ansi":
            self._sequence = char
            return b""
        if char == "\x7f":
            return bytes((BACKSPACE,))
        return bytes((0x0A,)) if char == "\n" else encode(char, CHARSET)

    def _in_sequence(self, char: str) -> bytes:
        self._sequence += char
        if self._sequence in ("\x1b[", "\x1bO"):
            return b""
        if len(self._sequence) == 2 or len(self._sequence) > LONGEST:
            return self.settle()
        if not "@" <= char <= "~":
            return b""
        sequence, self._sequence = self._sequence[2:], ""
        if char == "~":
            numbered = DIAMOND if self._kind == "wordstar" else NUMBERED
            code = numbered.get(sequence[:-1].partition(";")[0])
        else:
            code = CURSOR[self._kind].get(char)
        return b"" if code is None else bytes((code,))
