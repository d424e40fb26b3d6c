"""The welcome disk starts on both computers, and what is on it runs."""

from hashlib import sha256

import pytest

from app.models.samples import samples
from machine.fat import Volume, check
from machine.fat.welcome import TEXTS, TOOLS, welcome_disk
from machine.media import bas
from machine.media.dsk import SIZES
from tests.support.dos import Dos, begun
from tests.support.prompt import CURSOR

ROW = 37  # characters that fit on a row of both computers as they start
SECONDS = 10.0
ALL_BOARDS = ("eb1", "eb2")


def on_disk(size: int = max(SIZES)) -> dict[str, bytes]:
    volume = Volume(welcome_disk(size).contents())
    return {entry.name: volume.contents(entry) for entry in volume.entries()}


def ready(board: str) -> Dos:
    """At the prompt of the welcome disk."""
    dos = begun(board, welcome_disk())
    dos.wait()
    return dos


@pytest.mark.parametrize("size", SIZES)
def test_a_welcome_disk_of_every_size_is_whole_and_has_everything(size):
    disk = welcome_disk(size)

    assert check.faults(disk.contents(), disk.name) == []
    assert len(on_disk(size)) == 2 + len(list(TEXTS.iterdir())) + len(TOOLS) + len(samples())


def test_two_welcome_disks_have_the_same_bytes():
    first, second = (sha256(welcome_disk().contents()).hexdigest() for _ in range(2))

    assert first == second


def test_the_readme_names_each_program_and_fits_the_screen():
    text = on_disk()["README.TXT"]
    rows = text.decode("ascii").split("\r\n")

    assert b"\n" not in text.replace(b"\r\n", b"")
    assert [row for row in rows if len(row) > ROW] == []
    for name in on_disk():
        if name.endswith((".BAS", ".BAT")):
            assert name in text.decode("ascii")
    for name in TOOLS:
        assert f"{name.partition('.')[0]} " in text.decode("ascii")


def test_a_sample_on_the_disk_is_its_listing():
    files = on_disk()
    for sample in samples():
        name = f"{sample.path.stem[:8].upper()}.BAS"
        assert files[name] == b"\xff" + bas.load(sample.path)


@pytest.mark.parametrize("board", ALL_BOARDS)
def test_the_welcome_disk_greets_and_shows_its_prompt(board):
    dos = ready(board)

    assert "Welcome to EB-DOS." in dos.rows()
    assert dos.rows()[-1] == "A>"
    assert "THE WELCOME DISK" not in dos.rows()
    assert dos.line("TYPE README.TXT")[-1] == "EDIT AUTOEXEC.BAT."


@pytest.mark.parametrize("board", ALL_BOARDS)
def test_hello_greets_who_is_named(board):
    dos = ready(board)

    assert dos.line("HELLO") == ["Hello, world!"]
    assert dos.line("HELLO Ada") == ["Hello, Ada!"]


@pytest.mark.parametrize("board", ALL_BOARDS)
def test_the_editor_opens_the_readme(board):
    dos = ready(board)
    dos.type("CLS\rEDIT README.TXT\r")

    dos.says("THE WELCOME DISK")


@pytest.mark.parametrize("board", ALL_BOARDS)
def test_the_debugger_looks_into_hello_as_the_readme_says(board):
    dos = ready(board)
    dos.type("CLS\rMON HELLO.COM ADA\r")
    dos.says("0100-0140")
    dos.type("U 100 L 1\rT\rG\r")
    dos.says("Hello, ADA!")

    assert "0100 112F01   LD   DE,012F" in dos.rows()
    assert "The program has ended" in dos.rows()


@pytest.mark.parametrize(
    ("name", "board"),
    [
        (sample.path.stem[:8].upper(), board)
        for sample in samples()
        for board in ([sample.board] if sample.board else ALL_BOARDS)
    ],
)
def test_a_sample_runs_from_the_prompt(name, board):
    dos = ready(board)
    dos.type(f"BASIC {name}.BAS\r")

    dos.vm.run(seconds=SECONDS)

    shown = "\n".join(row.replace(CURSOR, " ").rstrip() for row in dos.vm.screen_text())
    assert dos.word("CURLIN") != 0xFFFF, shown  # a program runs
    assert dos.word("VARTAB") == 0x8000 + len(on_disk()[f"{name}.BAS"])  # the whole of it


def test_from_a_sample_and_basic_one_comes_back():
    dos = ready("eb2")
    dos.type("BASIC HANOI.BAS\r")
    dos.vm.run(seconds=2)

    dos.control_stop(10)
    dos.vm.run(seconds=1)
    dos.type("SCREEN 0:CALL SYSTEM\r")

    dos.wait()
