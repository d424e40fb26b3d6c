"""EB-DOS without a disk, with one that is protected, with one drive, and with programs that misbehave."""

import pytest

from machine.media.dsk import blank
from tests.support.assembler import assemble
from tests.support.disk_machine import BOARDS
from tests.support.dos import begun, disk_with, names, started, system_files

FILES = {"A.TXT": b"first\r\n"}


def asked(dos, command, *answers):
    """The rows after a command that asks what to do about a disk."""
    dos.type("CLS\r")
    dos.wait()
    dos.type(f"{command}\r")
    for answer in answers:
        dos.says("Abort, Retry or Ignore?")
        dos.type(answer)
    dos.wait()
    return dos.rows()


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("answer", ["A", "\x03"])
@pytest.mark.parametrize("command", ["DIR B:", "TYPE B:X", "COPY A.TXT B:", "DEL B:X", "VOL B:"])
def test_an_empty_drive_is_told_and_abort_ends_the_command(board, command, answer):
    dos = started(board, FILES)
    rows = asked(dos, command, answer)

    assert any("no disk" in row for row in rows)
    assert rows[-1] == "A>"
    assert dos.line("ECHO here") == ["here"]


@pytest.mark.parametrize("board", BOARDS)
def test_a_disk_that_is_inserted_meanwhile_is_tried_again(board):
    dos = started(board, FILES)
    dos.type("DIR B:\r")
    dos.says("Abort, Retry or Ignore?")
    dos.vm.machine.insert("disk_b", disk_with({"LATE.TXT": b"x"}))
    dos.type("R")
    dos.wait()

    assert any(row.startswith("LATE     TXT") for row in dos.rows())


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("command", ["COPY A.TXT B:", "DEL B:OLD.TXT", "REN B:OLD.TXT NEW.TXT"])
def test_a_protected_disk_stays_as_it_is(board, command):
    target = disk_with({"OLD.TXT": b"old"})
    target.mode = "read-only"
    before = target.contents()
    dos = started(board, FILES, target)
    rows = asked(dos, command, "A")

    assert any("protected" in row for row in rows)
    assert target.contents() == before


@pytest.mark.parametrize("board", BOARDS)
def test_one_drive_serves_as_two(board):
    dos = begun(board, disk_with({**system_files(), **FILES}), keys=("CTRL",))
    dos.wait()
    dos.vm.key("CTRL", down=False)

    assert "drive" in dos.line("DIR B:")[0]


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("size", [0xDA01, 0x12000])
def test_a_program_that_is_too_big_is_refused(board, size):
    dos = started(board, {"BIG.COM": bytes(size)})

    assert dos.line("BIG") == ["The program is too big"]


@pytest.mark.parametrize("board", BOARDS)
def test_a_program_that_overwrites_the_interpreter_comes_back_to_it(board):
    source = """
         ld hl,&2000
         ld de,&2001
         ld bc,&B800
         ld (hl),&76
         ldir
         ret
"""
    dos = started(board, {"FILL.COM": assemble(source, 0x100)})

    assert dos.line("FILL") == []
    assert dos.line("ECHO here") == ["here"]


CLEARS = assemble(
    """
         ld hl,&A000
         ld de,&A001
         ld bc,&3000
         ld (hl),0
         ldir
         ld c,8
         call 5
         ret
""",
    0x100,
)


def overwritten(board, roms=None):
    """A machine whose interpreter is gone, with another disk in drive A, and the system's disk."""
    home = disk_with({**system_files(), "CLEAR.COM": CLEARS})
    dos = begun(board, home, roms=roms)
    dos.wait()
    dos.type("CLEAR\r")
    dos.vm.run(frames=60)
    dos.vm.machine.insert("disk_a", blank())
    dos.type("x")
    return dos, home


@pytest.mark.parametrize("board", BOARDS)
def test_the_interpreter_comes_from_the_rom_when_its_disk_is_out(board):
    dos, _ = overwritten(board)
    dos.wait()

    assert dos.line("ECHO here") == ["here"]


@pytest.mark.parametrize("board", BOARDS)
def test_the_interpreters_disk_is_asked_for_when_the_rom_does_not_have_it(board, tmp_path):
    rom = tmp_path / "none.rom"
    rom.write_bytes(bytes(0x8000))
    dos, home = overwritten(board, {"dos": rom})
    dos.says("Disk with COMMAND.COM into drive A")
    dos.vm.machine.insert("disk_a", home)
    dos.type(" ")
    dos.wait()

    assert dos.line("ECHO here") == ["here"]


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("end", ["jp 0", "ret", "ld c,0\n call 5", "rst 0", "ld c,0\n jp &F37D"])
def test_a_program_ends_in_every_documented_way(board, end):
    dos = started(board, {"END.COM": assemble(f" {end}\n", 0x100)})

    assert dos.line("END") == []
    assert dos.line("ECHO here") == ["here"]


def test_ctrl_c_ends_a_program_that_reads_keys():
    dos = started("eb1", {"KEY.COM": assemble("again: ld c,1\n call 5\n jr again", 0x100)})

    dos.line("KEY", "ab\x03")

    assert dos.line("ECHO here") == ["here"]


def test_a_full_directory_is_told():
    target = disk_with({f"F{n}": b"" for n in range(112)})
    dos = started("eb1", FILES, target)

    assert dos.line("COPY A.TXT B:") == ["No room for the file, or a bad name"]
    assert len(names(target)) == 112


def test_a_redirected_command_does_not_tell_of_the_error_before():
    dos = started("eb2", FILES)
    asked(dos, "CD B:", "A")

    assert dos.line("DIR > NUL") == []
