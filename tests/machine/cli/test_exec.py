"""`eightbox exec`: options and exit status."""

import datetime
import subprocess
import sys
import time

import pytest

from machine.cli import exec as command
from machine.cli.__main__ import main
from tests.support.assembler import assemble

LOADED = """
import sys
from machine.cli.__main__ import main
main(["exec", "five.com"])
print([name for name in ("PyQt6", "numpy", "pygame", "zstandard") if name in sys.modules])
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The current folder, with a program that ends with code 5, and the input of nobody."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "five.com").write_bytes(assemble("ld bc,&0562\n jp 5\n", 0x100))
    (tmp_path / "loop.com").write_bytes(b"\x18\xfe")
    (tmp_path / "kill.com").write_bytes(assemble("ld de,&5C\n ld c,&13\n call 5\n ret\n", 0x100))
    return tmp_path


def test_the_code_of_the_program_is_the_exit_status(folder):
    assert main(["exec", "FIVE.COM"]) == 5


def test_the_limit_is_an_exit_status(folder):
    assert main(["exec", "--until", "0.5", "loop.com"]) == 3


@pytest.mark.parametrize(
    "arguments",
    [
        ["missing.com"],
        ["--drive", "five.com"],
        ["--drive", "AB=.", "five.com"],
        ["--drive", "Q=.", "five.com"],
        ["--drive", "B=nowhere", "five.com"],
        ["--drive", "B=five.com", "five.com"],
        ["--system", "cpm3", "five.com"],
        ["--terminal", "vt100", "five.com"],
        ["--date", "1970-01-01T00:00", "five.com"],
        ["--date", "yesterday", "five.com"],
        ["--printer", "nowhere/printed", "five.com"],
        ["--until", "soon", "five.com"],
        ["."],
        [],
    ],
)
def test_what_cannot_be_is_refused_in_one_line(folder, arguments, capsys):
    assert main(["exec", *arguments]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_what_stands_behind_the_program_is_its_own(folder):
    args = command.parser().parse_args(["--system", "cpm", "x.com", "--until", "/S", "-v"])

    assert args.arguments == ["--until", "/S", "-v"]
    assert args.until is None


def test_a_read_only_drive_keeps_its_files(folder):
    (folder / "b").mkdir()
    (folder / "b" / "file.txt").write_bytes(b"x")

    main(["exec", "--drive", "B=b:ro", "kill.com", "B:FILE.TXT"])
    assert (folder / "b" / "file.txt").exists()

    main(["exec", "--drive", "B=b", "kill.com", "B:FILE.TXT"])
    assert not (folder / "b" / "file.txt").exists()


def test_a_date_is_one_that_the_systems_know():
    assert command.moment("1999-12-31T23:59") == datetime.datetime(1999, 12, 31, 23, 59)


def test_real_speed_takes_its_time(folder):
    start = time.monotonic()

    main(["exec", "--speed", "real", "--until", "0.3", "loop.com"])

    assert time.monotonic() - start >= 0.29


def test_no_window_and_no_numpy_is_loaded(folder):
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            LOADED,
        ],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "[]\n"
