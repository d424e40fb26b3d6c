"""What a program writes to its screen, as text for the host's terminal.

    Vt52    the codes of MSX-DOS: VT52 with the MSX's control characters, and the MSX character set
    Adm3a   the ADM-3A, with what its successors (Televideo, Kaypro) added and programs rely on
    Ansi    ECMA-48 (ANSI, VT100), which goes through as it is
    Raw     bytes as they are

On a terminal the codes become ECMA-48 (ANSI) sequences. Elsewhere, in a file or pipe, text is left:
moves of the cursor go, and a line ends as the host's lines do.

Sources: "MSX-DOS 2 Program Interface Specification", section 4; Lear Siegler, "ADM-3A Operator's
Manual", control codes; ECMA-48.
"""

from typing import ClassVar

from machine.charsets import INTERNATIONAL

ESC = 0x1B
CSI = "\x1b["
HOME, CLEAR = CSI + "H", CSI + "H" + CSI + "2J"
LONGEST_SEQUENCE = 32
GRAPHIC = 0x01  # before the code of a graphic character, plus 40h


class Raw:
    """Nothing is translated."""

    def feed(self, code: int) -> bytes:
        """The host's bytes for one of the program's."""
        return bytes((code,))

    def end(self) -> bytes:
        """What puts the terminal right when the program is over."""
        return b""


class _Screen:
    """Control characters and escape sequences by tables; `parameters` follow letters in `LONG`."""

    CONTROLS: ClassVar[dict[int, str]] = {}
    LETTERS: ClassVar[dict[int, str]] = {}
    LONG: ClassVar[dict[int, int]] = {}

    def __init__(self, *, is_terminal: bool) -> None:
        self.is_terminal = is_terminal
        self._sequence = bytearray()  # the letters behind ESC, and their parameters
        self._in_sequence = False
        self._after_return = False
        self._cursor_changed = False

    def feed(self, code: int) -> bytes:
        """The host's bytes for one of the program's."""
        text = self._text(code)
        if self.is_terminal:
            return text.encode()
        return self._as_lines(text).encode()

    def end(self) -> bytes:
        """What puts the terminal right when the program is over."""
        if self.is_terminal:
            return b"\x1b[?25h\x1b[0 q" if self._cursor_changed else b""
        return b"\r" if self._after_return else b""

    def _as_lines(self, text: str) -> str:
        if self._after_return:
            self._after_return = False
            if text not in ("", "\n"):
                text = "\r" + text
        if text == "\r":
            self._after_return = True
            return ""
        return text

    def _text(self, code: int) -> str:
        if self._in_sequence:
            return self._escaped(code)
        if code == ESC:
            self._in_sequence = True
            return ""
        if code in (0x07, 0x08, 0x0A, 0x0D):
            return chr(code)
        if code == 0x09:
            return "\t"
        if code < 0x20 or code == 0x7F:
            return self._control(self.CONTROLS.get(code, ""))
        return self._printable(code)

    def _printable(self, code: int) -> str:
        return chr(code) if code < 0x80 else INTERNATIONAL[code]

    def _control(self, ansi: str) -> str:
        return ansi if self.is_terminal else ""

    def _escaped(self, code: int) -> str:
        self._sequence.append(code)
        if len(self._sequence) <= self.LONG.get(self._sequence[0], 0):
            return ""
        letters = bytes(self._sequence)
        self._sequence.clear()
        self._in_sequence = False
        return self._control(self._meaning(letters))

    def _meaning(self, letters: bytes) -> str:
        return self.LETTERS.get(letters[0], "")


def _position(row: int, column: int) -> str:
    """A cursor position from two bytes with an offset of 20h."""
    return f"{CSI}{max(row - 0x20, 0) + 1};{max(column - 0x20, 0) + 1}H"


class Vt52(_Screen):
    """The screen of MSX-DOS."""

    CONTROLS: ClassVar[dict[int, str]] = {
        0x0B: HOME,
        0x0C: CLEAR,
        0x1C: CSI + "C",
        0x1D: CSI + "D",
        0x1E: CSI + "A",
        0x1F: CSI + "B",
        0x7F: "\b \b",
    }
    LETTERS: ClassVar[dict[int, str]] = {
        ord("A"): CSI + "A",
        ord("B"): CSI + "B",
        ord("C"): CSI + "C",
        ord("D"): CSI + "D",
        ord("E"): CLEAR,
        ord("H"): HOME,
        ord("I"): "\x1bM",
        ord("J"): CSI + "J",
        ord("j"): CLEAR,
        ord("K"): CSI + "K",
        ord("L"): "\r" + CSI + "L",
        ord("l"): "\r" + CSI + "2K",
        ord("M"): "\r" + CSI + "M",
    }
    LONG: ClassVar[dict[int, int]] = {ord("Y"): 2, ord("x"): 1, ord("y"): 1}
    CURSORS: ClassVar[dict[bytes, str]] = {b"x4": " q", b"y4": " q", b"x5": "?25l", b"y5": "?25h"}

    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__(is_terminal=is_terminal)
        self._is_graphic = False
        self.column = 0  # of the cursor, from 0; counted on where a row of the terminal ends

    def feed(self, code: int) -> bytes:
        """The host's bytes for one of the program's."""
        text = super().feed(code)
        if self.is_terminal:
            self._follow(text.decode())
        return text

    def _follow(self, text: str) -> None:
        if text.startswith(("\r", HOME)):
            self.column = 0
        elif text.startswith("\b") or text == CSI + "D":
            self.column = max(self.column - 1, 0)
        elif text == CSI + "C" or (text and text.isprintable()):
            self.column += 1
        elif text == "\t":
            self.column = (self.column // 8 + 1) * 8
        elif text.startswith(CSI) and text.endswith("H"):
            self.column = int(text[:-1].rpartition(";")[2]) - 1

    def _text(self, code: int) -> str:
        if self._is_graphic:
            self._is_graphic = False
            if 0x40 <= code < 0x60:
                return INTERNATIONAL[code - 0x40]
        if code == GRAPHIC and not self._in_sequence:
            self._is_graphic = True
            return ""
        return super()._text(code)

    def _meaning(self, letters: bytes) -> str:
        if letters[0] == ord("Y"):
            return _position(letters[1], letters[2])
        if letters in self.CURSORS:
            self._cursor_changed = True
            shape = {b"x4": "2", b"y4": "4"}.get(letters, "")
            return CSI + shape + self.CURSORS[letters]
        return super()._meaning(letters)


class Adm3a(_Screen):
    """The ADM-3A and its kin."""

    CONTROLS: ClassVar[dict[int, str]] = {
        0x0B: CSI + "A",
        0x0C: CSI + "C",
        0x17: CSI + "J",
        0x18: CSI + "K",
        0x1A: CLEAR,
        0x1E: HOME,
        0x7F: "",
    }
    LETTERS: ClassVar[dict[int, str]] = {
        ord("*"): CLEAR,
        ord(":"): CLEAR,
        ord("T"): CSI + "K",
        ord("t"): CSI + "K",
        ord("Y"): CSI + "J",
        ord("y"): CSI + "J",
        ord("E"): "\r" + CSI + "L",
        ord("R"): "\r" + CSI + "M",
        ord("Q"): CSI + "@",
        ord("W"): CSI + "P",
        ord(")"): CSI + "2m",
        ord("("): CSI + "22m",
    }
    LONG: ClassVar[dict[int, int]] = {ord("="): 2, ord("B"): 1, ord("C"): 1, ord("G"): 1}
    KAYPRO: ClassVar[dict[int, tuple[str, str]]] = {
        ord("0"): ("7", "27"),
        ord("1"): ("2", "22"),
        ord("2"): ("5", "25"),
        ord("3"): ("4", "24"),
    }

    def _meaning(self, letters: bytes) -> str:
        if letters[0] == ord("="):
            return _position(letters[1], letters[2])
        if letters[0] in b"BC":
            on, off = self.KAYPRO.get(letters[1], ("", ""))
            mode = on if letters[0] == ord("B") else off
            return f"{CSI}{mode}m" if mode else ""
        if letters[0] == ord("G"):
            return CSI + ("7m" if letters[1] & 4 else "0m")
        return super()._meaning(letters)

    def end(self) -> bytes:
        """What puts the terminal right when the program is over."""
        return b"\x1b[0m" if self.is_terminal else super().end()


class Ansi(_Screen):
    """ECMA-48, as the host's terminal has it; its sequences go through."""

    def _escaped(self, code: int) -> str:
        self._sequence.append(code)
        is_long = self._sequence[0] == ord("[")
        ends = code >= 0x40 and not (is_long and len(self._sequence) == 1)
        if not ends and len(self._sequence) < LONGEST_SEQUENCE:
            return ""
        text = "\x1b" + self._sequence.decode("latin-1")
        self._sequence.clear()
        self._in_sequence = False
        return self._control(text)

    def end(self) -> bytes:
        """What puts the terminal right when the program is over."""
        return b"\x1b[0m\x1b[?25h" if self.is_terminal else super().end()


SCREENS: dict[str, type[_Screen]] = {"vt52": Vt52, "adm3a": Adm3a, "ansi": Ansi}


def screen(kind: str, *, is_terminal: bool) -> Raw | _Screen:
    """The screen of that kind: vt52, adm3a, ansi or raw."""
    return Raw() if kind == "raw" else SCREENS[kind](is_terminal=is_terminal)
