"""The terminal of the host."""

import fcntl
import itertools
import json
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from machine.exec.terminal import Terminal
from tests.support.assembler import assemble

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 30.0  # seconds; only a failing test waits that long
STARTER = """
import fcntl, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from machine.cli.__main__ import main
sys.exit(main(sys.argv[1:]))
"""
# Shows each key that function 07 gives in two digits, until an X.
SHOW_KEYS = """
         ld de,ready
         ld c,9
         call 5
next:    ld c,7
         call 5
         cp "X"
         ret z
         push af
         rrca
         rrca
         rrca
         rrca
         call digit
         pop af
         call digit
         jr next
digit:   and 15
         add a,&90
         daa
         adc a,&40
         daa
         ld e,a
         ld c,2
         jp 5
ready:   dm "ready$"
"""


class Desk:
    """A program in a terminal of its own, and somebody who types."""

    def __init__(self, folder: Path, source: str, *options: str, output: int | None = None) -> None:
        (folder / "TEST.COM").write_bytes(assemble(source, 0x100))
        self.master, slave = pty.openpty()
        self.before = termios.tcgetattr(slave)
        self.process = subprocess.Popen(
            [sys.executable, "-c", STARTER, "exec", *options, str(folder / "TEST.COM")],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=slave,
            stdout=slave if output is None else output,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        self.slave = slave
        self.seen = b""

    def wait_for(self, text: bytes) -> bytes:
        """What came up to and with `text`."""
        end = time.monotonic() + PATIENCE
        while text not in self.seen:
            ready, _, _ = select.select([self.master], [], [], end - time.monotonic())
            assert ready, f"{text!r} did not come, only {self.seen!r}"
            self.seen += os.read(self.master, 4096)
        found, _, self.seen = self.seen.partition(text)
        return found + text

    def type(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def end(self) -> int:
        """The exit status; the terminal must be as it was."""
        status = self.process.wait(PATIENCE)
        assert termios.tcgetattr(self.slave) == self.before
        return status

    def wait_until(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end
            select.select([], [], [], 0.01)

    def is_raw(self) -> bool:
        return not termios.tcgetattr(self.slave)[3] & termios.ECHO


@pytest.fixture
def desk(tmp_path):
    """Starts one program."""
    started: list[Desk] = []

    def start(source: str, *options: str, output: int | None = None) -> Desk:
        started.append(Desk(tmp_path, source, *options, output=output))
        return started[-1]

    yield start
    for one in started:
        one.process.kill()
        one.process.communicate()
        os.close(one.master)
        os.close(one.slave)


def test_every_key_goes_to_the_program(desk):
    program = desk(SHOW_KEYS)
    program.wait_for(b"ready")
    assert program.is_raw()

    program.type(b"a\x03\x1a\x13\r\x7f\x1b[A\x1b[D\x1bOC\x1b[3~\xc3\xa9X")

    assert program.wait_for(b"82").endswith(b"61031A130D081E1D1C7F82")
    assert program.end() == 0


def test_a_lone_escape_is_the_escape_key(desk):
    program = desk(SHOW_KEYS)
    program.wait_for(b"ready")

    program.type(b"\x1b")
    program.wait_for(b"1B")
    program.type(b"X")

    assert program.end() == 0


@pytest.mark.parametrize(
    "source", [SHOW_KEYS, 'ld de,text\n ld c,9\n call 5\nhere: jr here\ntext: dm "ready$"']
)
def test_control_backslash_ends_it(desk, source):
    program = desk(source)
    program.wait_for(b"ready")

    program.type(b"\x1c")

    assert program.end() == 128 + signal.SIGQUIT


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_and_the_terminal_is_as_it_was(desk, number):
    program = desk(SHOW_KEYS)
    program.wait_for(b"ready")

    program.process.send_signal(number)

    assert program.end() == 128 + number


READ_LINES = """
next:    ld de,ready
         ld c,9
         call 5
         ld de,buffer
         ld c,10
         call 5
         ld hl,buffer + 1
         ld b,(hl)
         inc b
         dec b
         ret z
show:    inc hl
         ld e,(hl)
         push hl
         push bc
         ld c,2
         call 5
         pop bc
         pop hl
         djnz show
         jr next
buffer:  db 20
         ds 22
ready:   db 13,10
         dm "ready>$"
"""


def test_a_line_is_edited_and_comes_back(desk):
    program = desk(READ_LINES)
    program.wait_for(b"ready>")

    program.type(b"one\x1b[D\x1b[D\x1b[2~x\r")
    assert program.wait_for(b"ready>").endswith(b"\roxne\r\nready>")
    program.type(b"\x1b[A!\r")
    assert program.wait_for(b"ready>").endswith(b"\roxne!\r\nready>")
    program.type(b"\x1b[A\x1b\x7f\x7f\x1b[A\x1b[A\x1b[3~\r")

    assert program.wait_for(b"ready>").endswith(b"\roxne\r\nready>")
    program.type(b"\r")
    assert program.end() == 0


def test_a_stop_gives_the_terminal_back_until_it_goes_on(desk):
    program = desk(SHOW_KEYS)
    program.wait_for(b"ready")

    program.process.send_signal(signal.SIGTSTP)
    _, status = os.waitpid(program.process.pid, os.WUNTRACED)
    was_raw = program.is_raw()
    program.process.send_signal(signal.SIGCONT)
    program.wait_until(program.is_raw)
    program.type(b"\x03")
    program.wait_for(b"03")
    program.type(b"X")

    assert os.WIFSTOPPED(status)
    assert not was_raw
    assert program.end() == 0


def test_a_reader_that_goes_away_ends_it_with_the_terminal_as_it_was(desk, tmp_path):
    program = desk("more: ld e,88\n ld c,2\n call 5\n jr more", output=subprocess.PIPE)

    program.process.stdout.read(100)
    program.process.stdout.close()

    assert program.end() == 141


def test_a_window_that_goes_away_ends_it(desk):
    program = desk(SHOW_KEYS)
    program.wait_for(b"ready")
    os.close(program.slave)
    os.close(program.master)

    status = program.process.wait(PATIENCE)
    program.master, program.slave = os.pipe()

    assert status == 128 + signal.SIGHUP, program.process.stderr.read()


def test_cursor_keys_can_be_wordstar_s(desk):
    program = desk(SHOW_KEYS, "--keys", "wordstar")
    program.wait_for(b"ready")

    program.type(b"\x1b[A\x1b[B\x1b[C\x1b[D\x1b[5~\x1b[6~\x1b[3~X")

    assert program.wait_for(b"07").endswith(b"05180413120307")
    assert program.end() == 0


def test_control_c_ends_a_program_that_does_not_want_it(desk):
    program = desk(SHOW_KEYS.replace("ld c,7", "ld c,8"))
    program.wait_for(b"ready")

    program.type(b"\x03")

    assert program.end() == 130


def test_a_refusal_leaves_the_terminal_as_it_was(desk):
    program = desk("ld ix,&72\n jp &1C\n")

    assert program.end() == 2
    assert b"0072h" in program.process.stderr.read()


def test_screen_codes_are_translated(desk):
    program = desk('ld de,text\n ld c,9\n jp 5\ntext: db 27,"Y",34,37,27,"K",12\n dm "ready$"')

    assert b"\x1b[3;6H\x1b[K\x1b[H\x1b[2Jready" in program.wait_for(b"ready")
    assert program.end() == 0


def test_the_size_of_the_screen_is_the_terminal_s(desk):
    program = desk(
        SHOW_KEYS.replace(
            "next:    ld c,7",
            "ld c,7\n call 5\n ld b,1\n ld a,4\n ld c,&4B\n call 5\n ld hl,size\n"
            "ld (hl),d\n inc hl\n ld (hl),e\n ld a,(size)\n call show\n ld a,(size + 1)\n"
            "call show\n ret\nsize: dw 0\nshow: push af\n rrca\n rrca\n rrca\n rrca\n call digit\n"
            "pop af\n jp digit\nnext: ld c,7",
        )
    )
    program.wait_for(b"ready")
    fcntl.ioctl(program.slave, termios.TIOCSWINSZ, b"\x28\x00\x64\x00\x00\x00\x00\x00")

    program.type(b" ")

    program.wait_for(b"2864")
    assert program.end() == 0


def test_a_program_that_only_waits_for_a_key_is_held(tmp_path):
    master, slave = pty.openpty()
    cycles = itertools.count(step=700)
    with Terminal("vt52", source=slave, target=slave, cycles=lambda: next(cycles)) as terminal:
        start = time.monotonic()
        for _ in range(1000):
            assert not terminal.ready()
        held = time.monotonic() - start
        os.write(master, b"k")
        while not terminal.ready():
            pass
        assert terminal.read() == ord("k")
    os.close(master)
    os.close(slave)

    assert held >= 0.15  # 1000 questions take the real machine 0.2 s


def test_stats_are_the_last_line_of_the_errors(tmp_path):
    (tmp_path / "TEST.COM").write_bytes(b"\xc9")

    done = subprocess.run(
        [sys.executable, "-m", "machine.cli", "exec", "--stats", str(tmp_path / "TEST.COM")],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )

    figures = json.loads(done.stderr.splitlines()[-1])
    assert set(figures) == {"emulated_s", "user_cpu_s", "wall_s"}
    assert done.stdout == b""
