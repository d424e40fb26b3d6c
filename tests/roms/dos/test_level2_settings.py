"""Level 2 of COMMAND: environment and settings, and how programs end."""

import pytest

from machine.media.dsk import blank
from tests.support.assembler import assemble
from tests.support.dos import Dos, level2_disk, level2_prompt, started

TELLS = assemble(
    """
         ld hl,program
         call tell
         ld hl,parameters
tell:    ld de,&1000
         ld b,255
         ld c,&6B
         call 5
         ld hl,&1000
         ld de,&1000
next:    ld a,(hl)
         inc hl
         or a
         jr nz,next
         dec hl
         ld (hl),13
         inc hl
         ld (hl),10
         inc hl
         ld (hl),"$"
         ld c,9
         jp 5
program: dm "PROGRAM"
         db 0
parameters: dm "PARAMETERS"
         db 0
""",
    0x100,
)
CODE = assemble(" ld b,&D7\n ld c,&62\n jp 5", 0x100)
QUIET = assemble(" ld b,&1F\n ld c,&62\n jp 5", 0x100)
OWN = assemble(" ld b,&2A\n ld c,&62\n jp 5", 0x100)


@pytest.fixture
def dos() -> Dos:
    programs = {"TELLS.COM": TELLS, "CODE.COM": CODE, "QUIET.COM": QUIET, "OWN.COM": OWN}
    return level2_prompt(level2_disk(programs))


def test_set_shows_sets_and_removes_items(dos):
    assert dos.line("SET COLOUR=Dark Red") == []
    assert dos.line("SET colour") == ["Dark Red"]
    assert "COLOUR=Dark Red" in dos.line("SET")
    assert dos.line("SET COLOUR Blue") == []
    assert dos.line("SET COLOUR") == ["Blue"]
    assert dos.line("SET COLOUR=") == []
    assert dos.line("SET COLOUR") == []
    assert not any(row.startswith("COLOUR") for row in dos.line("SET"))
    assert dos.line("SET A:B=C") == ["Invalid environment name"]


def test_the_items_of_the_start_are_there(dos):
    shown = dos.line("SET")

    assert {"SHELL=A:\\COMMAND.COM", "TEMP=A:\\", "PROMPT=OFF", "REDIR=ON"} <= set(shown)


def test_path_is_shown_and_set(dos):
    assert dos.line("PATH") == [";"]
    assert dos.line("PATH A:\\BIN;B:\\") == []
    assert dos.line("PATH") == ["A:\\BIN;B:\\"]
    assert dos.line("PATH ;") == []
    assert dos.line("PATH") == [";"]


def test_a_program_is_told_its_name_and_parameters(dos):
    assert dos.line("tells One two") == ["A:\\TELLS.COM", " One two"]
    assert not any(row.startswith("PROGRAM") for row in dos.line("SET"))


def test_the_order_of_dates_follows_the_item(dos):
    dos.line("SET DATE=YY-MM-DD")
    assert dos.line("DATE 86-03-14") == []
    dos.line("SET DATE=DD-MM-YY")

    assert "14-03-" in dos.line("DATE", "\r")[0]


def test_an_error_code_is_said_in_words(dos):
    assert dos.line("CODE") == ["File not found"]
    assert dos.line("QUIET") == []
    assert dos.line("OWN") == ["User error 42"]


def test_assign_makes_a_drive_another_one(dos):
    assert dos.line("ASSIGN B: A:") == []
    assert any(row.startswith("TELLS") for row in dos.line("DIR B:"))
    assert dos.line("ASSIGN") == []
    assert dos.line("ASSIGN Z: A:") == ["Invalid drive"]


def test_buffers_and_version_are_told(dos):
    assert dos.line("BUFFERS") == ["03 buffers"]
    assert dos.line("VER")[0].startswith("EB-DOS")


def test_help_knows_the_commands_of_level_2_only_there(dos):
    assert dos.line("HELP MD") == ["MD path"]
    assert started("eb1").line("HELP MD") == ["Bad command or file name"]


def test_level_1_has_no_directories():
    assert started("eb1").line("MD X") == ["Bad command or file name"]


def test_a_program_formats_a_disk():
    other = blank(737280)
    other.write(0, b"x" * 512)
    program = """
         ld bc,&0267
         ld hl,&2000
         ld de,&1000
         ld a,{choice}
         call 5
         ld b,a
         ld c,&62
         jp 5
"""
    files = {
        f"FORM{choice}.COM": assemble(program.format(choice=choice), 0x100) for choice in (1, 3)
    }
    dos = started("eb2", files, other)

    assert dos.line("FORM3") == ["Invalid parameter"]
    assert other.read(0) == b"x" * 512
    assert dos.line("FORM1", limit=120) == []
    assert other.read(1)[0] == 0xF8
    assert dos.line("DIR B:") == ["File not found"]
