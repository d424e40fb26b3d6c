"""EB-DOS from its ROM: disks with the system of another maker, and CALL SYSTEM without a system disk."""

import pytest

from machine.media.dsk import blank
from tests.support.assembler import assemble
from tests.support.disk_machine import BOARDS
from tests.support.dos import BIN, begun, disk_with

FOREIGN = b"\x76" * 2432

OVERWRITES = assemble(
    """
         ld hl,&A000
         ld de,&A001
         ld bc,&3A00
         ld (hl),0
         ldir
         ret
""",
    0x100,
)


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("name", ["MSXDOS.SYS", "MSXDOS2.SYS"])
def test_a_disk_with_another_makers_system_starts_ours(board, name):
    dos = begun(board, disk_with({name: FOREIGN, "HELLO.TXT": b"Hello\r\n"}))
    dos.wait()

    assert dos.line("TYPE HELLO.TXT") == ["Hello"]


@pytest.mark.parametrize("board", BOARDS)
def test_call_system_needs_no_system_on_the_disk(board):
    dos = begun(board, disk_with({"HELLO.TXT": b"Hello\r\n"}))
    dos.says("Ok")
    dos.vm.type("CALL SYSTEM\r")
    dos.wait()

    assert dos.line("TYPE HELLO.TXT") == ["Hello"]


@pytest.mark.parametrize("board", BOARDS)
def test_command_comes_back_from_the_rom(board):
    dos = begun(board, disk_with({"MSXDOS.SYS": FOREIGN, "FILL.COM": OVERWRITES}))
    dos.wait()

    assert dos.line("FILL") == []
    assert dos.line("REM") == []


def test_a_disk_for_level_2_with_a_program_for_basic_runs_that():
    program = b'10 PRINT "BASIC runs"\r\n\x1a'
    dos = begun("eb2", disk_with({"MSXDOS2.SYS": FOREIGN, "AUTOEXEC.BAS": program}))

    dos.says("BASIC runs")


def test_a_disk_without_any_system_goes_to_basic():
    dos = begun("eb2", blank())

    dos.says("Ok")


def test_the_rom_is_no_cartridge():
    image = (BIN / "dos.rom").read_bytes()

    assert image[:6] == image[0x4000:0x4006] == b"EB-DOS"
