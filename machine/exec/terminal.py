r"""The host's terminal, or the pipes in its place: bytes in, bytes out, and when to wait.

On a terminal every key goes to the program, CTRL+C and CTRL+Z too; only CTRL+\ is the host's and
ends the VM. The terminal gets its settings back whatever happens; signals that end a process end
the VM.

A program that asks again and again whether a key waits would keep the host busy. When it does
nothing else, it runs no faster than the real machine, whose programs measure short pauses so; and
after some seconds of it, it is held until a key comes or a little time has passed. From a pipe a
program that only looks for a key in between its work gets none, so that it does not swallow the
input of its next question.
"""

import contextlib
import errno
import os
import select
import signal
import termios
import time
from collections.abc import Callable
from types import FrameType
from typing import Any, Self

from machine.exec.codes import Finished
from machine.exec.keys import Keys
from machine.exec.screens import Vt52, screen

CYCLES_PER_SECOND = 3_579_545  # of the MSX's processor
END_OF_INPUT = 0x1A  # CTRL+Z, what text files end with
MOST_ENDS = 8  # a program that asks for more after the end of the input is ended
ESCAPE_SECONDS = 0.03  # a terminal sends the bytes of a key together
IDLE_SECONDS = 1 / 60
LONGEST_PAUSE = 5.0  # seconds; who looks for a key longer than that wants one
TIGHT_CYCLES = 800  # at most between two questions of a loop that only waits
TIGHT_POLLS, LOOSE_POLLS = 64, 5000  # questions in a row that mean: the program waits for a key
FULL = 4096  # bytes of output that are kept back at most
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
QUIT_KEY = b"\x1c"  # CTRL+\
_IFLAG, _OFLAG, _LFLAG, _CC = 0, 1, 3, 6  # places in what tcgetattr gives


class Signalled(Exception):
    """The host wants the VM to end; `number` is the signal's."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Terminal:
    """Use it as a context: it takes the terminal over and gives it back."""

    def __init__(
        self,
        kind: str,
        *,
        keys: str = "",
        source: int = 0,
        target: int = 1,
        cycles: Callable[[], int],
    ) -> None:
        """`kind`: vt52, adm3a, ansi or raw; `keys`: as in `Keys`, "" that of `kind`.

        `source`, `target`: descriptors; `cycles`: emulated time.
        """
        self._source, self._target = source, target
        self._cycles = cycles
        self.is_terminal = os.isatty(source)
        self._keys = Keys(keys or kind, is_terminal=self.is_terminal)
        self._screen = screen(kind, is_terminal=os.isatty(target))
        self._waiting = bytearray()
        self._output = bytearray()
        self._at_end = False
        self._ends = 0
        self._polls = 0
        self._tight_polls = 0
        self._last_poll = 0
        self._idle_since = (0, 0.0)  # emulated cycles, host's seconds
        self._signal = 0
        self._settings: list[Any] | None = None
        self._handlers: dict[int, Any] = {}
        self._wake_reader, self._wake_writer = os.pipe()
        self._old_wakeup = -1

    # Taking over and giving back

    def __enter__(self) -> Self:
        os.set_blocking(self._wake_writer, False)
        self._old_wakeup = signal.set_wakeup_fd(self._wake_writer, warn_on_full_buffer=False)
        for number in SIGNALS:
            self._handlers[number] = signal.signal(number, self._note)
        self._handlers[signal.SIGCONT] = signal.signal(signal.SIGCONT, self._again)
        self._handlers[signal.SIGTSTP] = signal.signal(signal.SIGTSTP, self._pause)
        if self.is_terminal:
            self._settings = termios.tcgetattr(self._source)
            self._take_over()
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._output += self._screen.end()
            self.flush()
        except (OSError, Signalled):
            pass  # nobody reads it any more; what ends the VM is known already
        finally:
            if self._settings is not None:
                self._set(self._settings)
            signal.set_wakeup_fd(self._old_wakeup)
            for number, handler in self._handlers.items():
                signal.signal(number, handler)
            os.close(self._wake_reader)
            os.close(self._wake_writer)

    def _take_over(self) -> None:
        assert self._settings is not None
        raw = list(self._settings)
        raw[_IFLAG] &= ~(
            termios.BRKINT | termios.ICRNL | termios.INLCR | termios.ISTRIP | termios.IXON
        )
        raw[_OFLAG] &= ~termios.OPOST
        raw[_LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
        off = os.fpathconf(self._source, "PC_VDISABLE").to_bytes(1, "big")
        raw[_CC] = list(raw[_CC])
        raw[_CC][termios.VINTR] = raw[_CC][termios.VSUSP] = off
        raw[_CC][termios.VQUIT] = QUIT_KEY
        raw[_CC][termios.VMIN], raw[_CC][termios.VTIME] = 1, 0
        self._set(raw)

    def _set(self, settings: list[Any]) -> None:
        with contextlib.suppress(termios.error):  # the terminal's window is gone
            termios.tcsetattr(self._source, termios.TCSADRAIN, settings)

    def _note(self, number: int, _frame: FrameType | None) -> None:
        self._signal = number

    def _pause(self, _number: int, _frame: FrameType | None) -> None:
        """Stops the process with the terminal as it was; SIGCONT takes it over again."""
        if self._settings is not None:
            self._set(self._settings)
        os.kill(os.getpid(), signal.SIGSTOP)

    def _again(self, _number: int, _frame: FrameType | None) -> None:
        if self._settings is not None:
            self._take_over()

    def check(self) -> None:
        """Raises Signalled if the VM is to end."""
        if self._signal:
            raise Signalled(self._signal)

    # Output

    def write(self, code: int) -> None:
        """One character of the program's."""
        self._polls = self._tight_polls = 0
        self._output += self._screen.feed(code)
        if len(self._output) >= FULL:
            self.flush()

    def flush(self) -> None:
        """What was written is on the screen."""
        while self._output:
            try:
                done = os.write(self._target, self._output)
            except OSError as error:
                self.check()
                if error.errno == errno.EIO:
                    raise BrokenPipeError from error
                raise
            del self._output[:done]

    def size(self) -> tuple[int, int]:
        """Rows and columns; 24 and 80 where there is no terminal."""
        try:
            found = os.get_terminal_size(self._target)
        except OSError:
            return 24, 80
        return min(max(found.lines, 1), 255), min(max(found.columns, 1), 255)

    @property
    def edits(self) -> bool:
        """Whether somebody types on a terminal whose cursor the codes of a VT52 move."""
        return self.is_terminal and isinstance(self._screen, Vt52) and self._screen.is_terminal

    @property
    def column(self) -> int:
        """The cursor's column, from 0, counted on where a row ends; of a VT52 alone."""
        return self._screen.column if isinstance(self._screen, Vt52) else 0

    # Input

    def read(self) -> int:
        """The next key; waits for it. Finished when the program asks on and on past the end."""
        self._polls = self._tight_polls = 0
        if not self.at_end:
            return self._waiting.pop(0)
        self._ends += 1
        if self._ends > MOST_ENDS:
            raise Finished
        return END_OF_INPUT

    @property
    def at_end(self) -> bool:
        """Whether the input is over; waits for some to know it."""
        self.flush()
        while not self._waiting and not self._at_end:
            self._receive(None)
        return not self._waiting

    def ready(self) -> bool:
        """Whether a key waits, as a program asks it."""
        waits = self._count_poll()
        if self.is_terminal:
            is_held = waits and not self._waiting and self._is_ahead()
            self._receive(IDLE_SECONDS if is_held else 0)
            return bool(self._waiting)
        if not waits:
            return False
        if not self._waiting and not self._at_end:
            self.flush()
            self._receive(IDLE_SECONDS)
        return bool(self._waiting) or self._at_end

    def peek(self) -> int | None:
        """The next key of a terminal if one waits, without taking it; None from a pipe."""
        if not self.is_terminal:
            return None
        self._receive(0)
        return self._waiting[0] if self._waiting else None

    def _count_poll(self) -> bool:
        """Counts a question for a key; True if the program does nothing else."""
        now = self._cycles()
        tight = now - self._last_poll <= TIGHT_CYCLES
        self._last_poll = now
        self._polls += 1
        self._tight_polls = self._tight_polls + 1 if tight else 0
        if self._polls == 1:
            self._idle_since = now, time.monotonic()
        return self._tight_polls >= TIGHT_POLLS or self._polls >= LOOSE_POLLS

    def _is_ahead(self) -> bool:
        """Whether a program that only looks for a key should be held."""
        cycles, start = self._idle_since
        gone = time.monotonic() - start
        ahead = (self._cycles() - cycles) / CYCLES_PER_SECOND - gone
        return gone > LONGEST_PAUSE or ahead > IDLE_SECONDS

    def _receive(self, seconds: float | None) -> None:
        """Takes what has come; waits for it at most `seconds`, None: until something comes."""
        if seconds != 0:
            self.flush()
        if not self._await(seconds):
            self.check()
            return
        data = self._read()
        if data:
            self._waiting += self._keys.feed(data)
        else:
            self._at_end = True
        if self._keys.is_undecided and (self._at_end or not self._await(ESCAPE_SECONDS)):
            self._waiting += self._keys.settle()

    def _read(self) -> bytes:
        """What has come; nothing at the end, and from a terminal whose window is gone."""
        try:
            return os.read(self._source, FULL)
        except OSError as error:
            self.check()
            if error.errno == errno.EIO:
                return b""
            raise

    def _await(self, seconds: float | None) -> bool:
        """Whether input is there within `seconds`. Raises Signalled."""
        self.check()
        ready, _, _ = select.select([self._source, self._wake_reader], [], [], seconds)
        if self._wake_reader in ready:
            os.read(self._wake_reader, FULL)
            self.check()
        return self._source in ready

    def rest(self, seconds: float) -> None:
        """Lets the host's time pass; a signal ends it."""
        self.flush()
        ready, _, _ = select.select([self._wake_reader], [], [], seconds)
        if ready:
            os.read(self._wake_reader, FULL)
        self.check()
