"""CALL FORMAT and CALL SYSTEM at BASIC's prompt."""

import pytest

from machine.api import Session
from machine.media.dsk import SECTOR_SIZE, Disk, blank
from tests.support.basic import Basic
from tests.support.disk_machine import BOARDS, text
from tests.support.floppies import files, put_file

NO_SYSTEM = "No EBDOS.SYS on drive A"


def prompt(board: str, *disks: Disk, keys: tuple[str, ...] = ()) -> Basic:
    """A machine at the prompt, with disks that start nothing."""
    vm = Session(board)
    for name, disk in zip(("disk_a", "disk_b"), disks, strict=False):
        vm.machine.insert(name, disk)
    vm.machine.devices["disk-controller"].fast = True
    for key in keys:
        vm.key(key, down=True)
    vm.machine.reset()
    basic = Basic(vm)
    basic.wait()
    for key in keys:
        vm.key(key, down=False)
    return basic


def used(size=737280):
    disk = blank(size)
    put_file(disk, 0, "OLD     TXT", b"x" * 3000, [2, 3, 4])
    return disk


def says(basic, words):
    assert basic.vm.run(until=lambda vm: words in text(vm), limit=60), text(basic.vm)


def asked(basic, drive="B", choice="2"):
    """Answers the questions of FORMAT as far as the last one."""
    basic.vm.type("CALL FORMAT\r")
    says(basic, "Drive to format")
    basic.vm.type(drive)
    says(basic, "720 KB")
    basic.vm.type(choice)
    says(basic, "All on this disk")


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize(("choice", "media"), [("1", 0xF8), ("2", 0xF9)])
def test_call_format_makes_an_empty_disk_and_comes_back(board, choice, media):
    target = used()
    basic = prompt(board, blank(), target)
    asked(basic, choice=choice)
    basic.vm.type(" ")
    says(basic, "Formatted")
    basic.wait()

    assert target.read(1)[:3] == bytes((media, 0xFF, 0xFF))
    assert not any(target.read(7)[:SECTOR_SIZE])
    if media == 0xF9:
        assert files(target) == {}
    assert basic.direct("PRINT 6*7") == [" 42"]


def test_ctrl_c_at_the_last_question_leaves_the_disk_alone():
    target = used()
    before = target.contents()
    basic = prompt("eb1", blank(), target)
    asked(basic)
    basic.vm.type("\x03")
    basic.wait()

    assert target.contents() == before


def test_a_drive_that_is_not_there_is_not_formatted():
    target = used()
    before = target.contents()
    basic = prompt("eb1", blank(), target)
    basic.vm.type("CALL FORMAT\r")
    says(basic, "Drive to format")
    basic.vm.type("C")
    basic.wait()

    assert target.contents() == before


@pytest.mark.parametrize("board", BOARDS)
def test_call_system_without_its_rom_says_that_there_is_none_and_can_be_caught(board, tmp_path):
    empty = tmp_path / "empty.rom"
    empty.write_bytes(bytes(0x8000))
    basic = Basic(Session(board, roms={"dos": empty}, disk_a=blank()))
    basic.wait()
    rows = "".join(basic.direct("CALL SYSTEM"))
    assert NO_SYSTEM in rows
    assert "Illegal function call" in rows

    rows = basic.run("10 ON ERROR GOTO 30\n20 _SYSTEM\n30 PRINT ERR;ERL:END")
    assert rows[-1] == " 5  20"


@pytest.mark.parametrize(
    "line", ["CALL FORMATS", "CALL FORMA", 'CALL FORMAT("A")', "CALL SYSTEM 1"]
)
def test_other_names_and_arguments_are_syntax_errors(line):
    assert prompt("eb1", blank()).direct(line) == ["Syntax error"]


def test_without_the_disk_system_its_statements_are_unknown():
    assert prompt("eb1", blank(), keys=("SHIFT",)).direct("CALL FORMAT") == ["Syntax error"]
