"""Functions 01-0B: keys and text, with the keys that are the console's own.

CTRL+S stops the output until the next key, CTRL+P and CTRL+N begin and end the printer's copy,
CTRL+C ends the program; 06 and 07 take keys as they are.
"""

from collections.abc import Callable

from machine.exec.codes import Code, Ended
from machine.exec.guest import Guest
from machine.exec.lines import EditedLine, History, shown
from machine.exec.terminal import Terminal

BREAK, PAUSE, ECHO, QUIET = 3, 19, 16, 14
BACKSPACE, TAB, LINE_FEED, RETURN, DELETE = 8, 9, 10, 13, 127
CANCEL = (0x15, 0x18)  # CTRL+U, CTRL+X
CPM_CANCEL = 0x18
UP = 0x1E
RUB_OUT = b"\b \b"
READY, NOT_READY = 0xFF, 0
ASK_FOR_KEY, WAIT_FOR_KEY = 0xFE, 0xFD
CHECKED_EVERY = 32  # characters of output between two looks at the keyboard


class Console:
    """The program's console on the host's terminal."""

    def __init__(self, terminal: Terminal, printer: Callable[[int], None], *, is_cpm: bool) -> None:
        self.terminal = terminal
        self.printer = printer
        self.is_cpm = is_cpm
        self._column = 0
        self._echoes = False
        self._unchecked = 0
        self._last_line = b""
        self._history = History()
        # where characters come from and go to instead of the terminal
        self.source: Callable[[], int] | None = None
        self.sink: Callable[[int], None] | None = None

    # Out

    def show(self, code: int) -> None:
        """A character as it is."""
        (self.sink or self.terminal.write)(code)

    def put(self, code: int) -> None:
        """A character; tabs go to every eighth column; with the printer's copy."""
        if code == TAB:
            for _ in range(8 - self._column % 8):
                self.put(0x20)
            return
        if code == RETURN:
            self._column = 0
        elif code == BACKSPACE:
            self._column = max(self._column - 1, 0)
        elif code >= 0x20:
            self._column += 1
        self.show(code)
        if self._echoes:
            self.printer(code)

    def put_all(self, text: bytes) -> None:
        """Some characters."""
        for code in text:
            self.put(code)

    def put_checked(self, code: int) -> None:
        """A character, after a look at the keys."""
        self._unchecked += 1
        if self._unchecked >= CHECKED_EVERY:
            self.check()
        self.put(code)

    # In

    def get(self) -> int:
        """The next key."""
        return self.terminal.read() if self.source is None else self.source()

    def is_ready(self) -> bool:
        """Whether a key waits."""
        return self.source is not None or self.terminal.ready()

    def key(self) -> int:
        """The next key; the console's own are obeyed. Raises Ended for CTRL+C."""
        while True:
            code = self.get()
            if (self.is_cpm and code == BREAK) or not self._obeys(code):
                return code

    def check(self) -> None:
        """Looks whether the next key is one of the console's own, and obeys it."""
        self._unchecked = 0
        code = self.terminal.peek()
        if code == PAUSE or (not self.is_cpm and code in (BREAK, ECHO, QUIET)):
            self._obeys(self.get())

    def _obeys(self, code: int) -> bool:
        if code == PAUSE:
            code = self.get()
            if code == BREAK:
                self.stop()
            return True
        if code == BREAK:
            self.stop()
        if code not in (ECHO, QUIET):
            return False
        self._echoes = code == ECHO and not (self.is_cpm and self._echoes)
        return True

    def stop(self) -> None:
        """CTRL+C: the program is over."""
        self.put_all(b"^C\r\n")
        raise Ended(Code.CTRLC)

    def line(self, size: int) -> bytes:
        """A line of at most `size` characters, edited on the screen; ends with Return."""
        if self.source is None and self.sink is None and self.terminal.edits:
            return self._edited_line(size)
        text = bytearray()
        while True:
            if self.source is None and self.terminal.at_end:
                return bytes(text) or bytes((self.get(),))
            code = self.get() if self.is_cpm and text else self._line_key()
            if code == RETURN or (code == LINE_FEED and self.is_cpm):
                break
            if code in (BACKSPACE, DELETE):
                if text:
                    self._rub_out(text.pop())
            elif code in CANCEL or code == UP:
                while text:
                    self._rub_out(text.pop())
                if code == UP:
                    text += self._last_line[:size]
                    self.put_all(bytes(text))
            elif len(text) < size and (code >= 0x20 or code in (TAB, 0x1A, 0x1B)):
                text.append(code)
                self._echo(code)
        self.put(RETURN)
        self._last_line = bytes(text) or self._last_line
        return bytes(text)

    def _edited_line(self, size: int) -> bytes:
        """The same on a terminal whose cursor can be moved."""
        _, width = self.terminal.size()
        start = self.terminal.column % width
        line = EditedLine(self.show, start, width, size, self._history)
        while not self.terminal.at_end:
            code = self.get()
            if code == RETURN or (code == LINE_FEED and self.is_cpm):
                break
            if code == BREAK and (not self.is_cpm or not line.text):
                line.finish()
                self.stop()
            if self.is_cpm and code == CPM_CANCEL:
                code = CANCEL[0]
            if (self.is_cpm and code == BREAK) or not self._obeys(code):
                line.press(code)
        line.finish()
        text = bytes(line.text)
        self._history.keep(text)
        if self._echoes:
            for code in shown(text, start):
                self.printer(code)
        self.put(RETURN)
        return text

    def _line_key(self) -> int:
        code = self.key()
        if code == BREAK:
            self.stop()
        return code

    def _echo(self, code: int) -> None:
        if code >= 0x20:
            self.put(code)
        else:
            self.put_all(bytes((0x5E, code + 0x40)))

    def _rub_out(self, code: int) -> None:
        self.put_all(RUB_OUT if code >= 0x20 else RUB_OUT * 2)


class ConsoleCalls:
    """Functions 01-0B."""

    def __init__(self, guest: Guest, console: Console) -> None:
        self._guest = guest
        self._console = console

    def read(self) -> None:
        """01: A = key, shown."""
        code = self._console.key()
        self._console.put(code)
        self._guest.answer(code)

    def write(self) -> None:
        """02: shows E."""
        self._console.put_checked(self._guest.regs.e)
        self._guest.answer(0)

    def auxiliary_read(self) -> None:
        """03: A = 1Ah; there is no auxiliary device."""
        self._guest.answer(0x1A)

    def auxiliary_write(self) -> None:
        """04: E goes nowhere."""
        self._guest.answer(0)

    def print(self) -> None:
        """05: prints E."""
        self._console.printer(self._guest.regs.e)
        self._guest.answer(0)

    def direct(self) -> None:
        """06: shows E, or for FFh A = key that waits, 0 if there is none.

        On CP/M also, as programs for its version 3 want it: FEh says whether one waits, FDh waits.
        """
        console, code = self._console, self._guest.regs.e
        if code == 0xFF:
            self._guest.answer(console.get() if console.is_ready() else 0)
        elif console.is_cpm and code == WAIT_FOR_KEY:
            self._guest.answer(console.get())
        elif console.is_cpm and code == ASK_FOR_KEY:
            self._guest.answer(READY if console.is_ready() else NOT_READY)
        else:
            console.show(code)
            self._guest.answer(0)

    def raw(self) -> None:
        """07: A = key, not shown, whatever it is."""
        self._guest.answer(self._console.get())

    def quiet(self) -> None:
        """08: A = key, not shown."""
        self._guest.answer(self._console.key())

    def get_io_byte(self) -> None:
        """07 (CP/M): A = byte 3."""
        self._guest.answer(self._guest.memory[3])

    def set_io_byte(self) -> None:
        """08 (CP/M): byte 3 = E."""
        self._guest.memory[3] = self._guest.regs.e
        self._guest.answer(0)

    def text(self) -> None:
        """09: shows what is at DE up to `$`."""
        address, memory = self._guest.de, self._guest.memory
        for offset in range(0x10000):
            code = memory[(address + offset) & 0xFFFF]
            if code == 0x24:
                break
            self._console.put_checked(code)
        self._guest.answer(0)

    def line(self) -> None:
        """0A: a line into the buffer at DE: its size, the length, the text, Return if it fits."""
        guest, address = self._guest, self._guest.de
        size = guest.memory[address]
        if size:
            text = self._console.line(size if self._console.is_cpm else size - 1)
            guest.write(address + 1, bytes((len(text),)) + text)
            if len(text) < size and not self._console.is_cpm:
                guest.write(address + 2 + len(text), bytes((RETURN,)))
        guest.answer(0)

    def status(self) -> None:
        """0B: A = FFh when a key waits."""
        self._console.check()
        self._guest.answer(READY if self._console.is_ready() else NOT_READY)
