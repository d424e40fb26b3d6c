"""FORMAT and SYS at the prompt of EB-DOS."""

import pytest

from machine.media.dsk import blank
from tests.support.disk_machine import BOARDS
from tests.support.dos import begun, disk_with, names, started, system_files


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize(("choice", "media"), [("1", 0xF8), ("2", 0xF9)])
def test_format_makes_an_empty_disk(board, choice, media):
    target = disk_with({"OLD.TXT": b"old"})
    dos = started(board, None, target)
    rows = dos.line("FORMAT B:", choice, " ")

    assert rows[-1] == "Formatted"
    assert target.read(1)[0] == media
    assert dos.line("DIR B:") == ["File not found"]


def test_format_asks_for_the_drive_and_ends_with_ctrl_c():
    target = disk_with({"OLD.TXT": b"old"})
    dos = started("eb1", None, target)
    dos.line("FORMAT", "B", "2", "\x03")

    assert names(target) == {"OLD.TXT": b"old"}


@pytest.mark.parametrize("board", BOARDS)
def test_format_s_makes_a_disk_that_starts(board):
    target = blank()
    dos = started(board, None, target)
    rows = dos.line("FORMAT B: /S", "2", " ")

    assert rows[-1] == "System copied"
    assert names(target) == system_files()
    again = begun(board, target)
    again.wait()
    assert again.line("VER")


def test_sys_puts_the_system_onto_a_disk():
    target = disk_with({"OLD.TXT": b"old"})
    dos = started("eb1", None, target)
    rows = dos.line("SYS B:", " ")

    assert rows[-1] == "System copied"
    assert names(target) == {"OLD.TXT": b"old", **system_files()}


def test_sys_without_the_system_says_so():
    dos = started("eb1", None, blank())
    dos.line("DEL EBDOS.SYS")

    assert dos.line("SYS B:") == ["The system files are not on drive A"]


@pytest.mark.parametrize("board", BOARDS)
def test_a_system_that_came_from_its_rom_is_copied_from_there(board):
    target = blank()
    dos = begun(board, disk_with({"MSXDOS.SYS": b"\x76" * 100}), target)
    dos.wait()
    rows = dos.line("SYS B:", " ")

    assert rows[-1] == "System copied"
    assert names(target) == system_files()


@pytest.mark.parametrize("command", ["SYS", "SYS B:X", "FORMAT X"])
def test_a_wrong_parameter_is_said_so(command):
    dos = started("eb1", None, blank())

    assert dos.line(command) == ["Bad parameter"]
