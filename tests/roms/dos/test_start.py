"""The start of EB-DOS, and of programs from its prompt."""

import pytest

from tests.support.assembler import assemble
from tests.support.disk_machine import BOARDS, word
from tests.support.dos import begun, disk_with, started, system_files

TPA_OF_MSX_DOS_1 = 0xD606

SHOWS = assemble(
    """
         ld de,hello
         ld c,9
         call 5
         ld hl,&80
         ld b,(hl)
next:    inc hl
         push bc
         push hl
         ld e,(hl)
         ld c,2
         call 5
         pop hl
         pop bc
         djnz next
         ret
hello:   dm "Parameters:$"
""",
    0x100,
)


@pytest.mark.parametrize("board", BOARDS)
def test_a_disk_with_the_two_files_starts_the_prompt(board):
    dos = started(board)

    assert dos.rows()[-1] == "A>"


@pytest.mark.parametrize("board", BOARDS)
def test_a_program_runs_and_gets_its_parameters(board):
    dos = started(board, {"SHOW.COM": SHOWS})

    assert dos.line("show one /two") == ["Parameters: one /two"]
    assert dos.line("SHOW.COM x") == ["Parameters: x"]


def test_the_memory_of_programs_is_at_least_that_of_msx_dos():
    dos = started("eb1", {"TOP.COM": assemble(" ld hl,(6)\n ld (&9000),hl\n ret", 0x100)})
    dos.line("top")

    assert word(dos.vm, 0x9000) >= TPA_OF_MSX_DOS_1


def test_an_unknown_command_is_refused():
    dos = started("eb1")

    assert dos.line("nothing") == ["Bad command or file name"]


def test_a_disk_without_the_system_goes_to_basic():
    contents = {name: data for name, data in system_files().items() if name != "EBDOS.SYS"}
    dos = begun("eb1", disk_with(contents))

    dos.says("Ok")


@pytest.mark.parametrize("board", BOARDS)
def test_basic_comes_back_to_dos_by_call_system(board):
    dos = started(board)
    dos.vm.type("BASIC\r")
    dos.says("Ok")
    dos.vm.type("CALL SYSTEM\r")
    dos.wait()

    assert dos.line("REM") == []


@pytest.mark.parametrize("board", BOARDS)
def test_basic_runs_the_program_that_it_is_given(board):
    dos = started(board, {"SIX.BAS": b'10 PRINT "It is";6*7\r\n\x1a'})
    dos.vm.type("basic six.bas\r")

    dos.says("It is 42")
