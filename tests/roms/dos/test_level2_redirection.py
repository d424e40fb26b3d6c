"""Level 2 of COMMAND: redirection and pipes, and the programs that run in them."""

import pytest

from machine.media.dsk import Disk
from tests.support.assembler import assemble
from tests.support.dos import Dos, level2_disk, level2_prompt
from tests.support.trees import tree

# Shows its input in capitals, by functions 06h and 02h, until Ctrl+Z.
UPPER = assemble(
    """
next:    ld e,&FF
         ld c,6
         call 5
         cp 26
         ret z
         cp "a"
         jr c,show
         cp "z" + 1
         jr nc,show
         sub 32
show:    ld e,a
         ld c,2
         call 5
         jr next
""",
    0x100,
)
# Reads lines by function 0Ah and shows their lengths by 09h, until an empty one.
LENGTHS = assemble(
    """
next:    ld de,line
         ld c,&0A
         call 5
         ld a,(line + 1)
         or a
         ret z
         add a,"0"
         ld (shown + 1),a
         ld de,shown
         ld c,9
         call 5
         jr next
shown:   db 10,"0",13,10,"$"
line:    db 80
""",
    0x100,
)
# Reads by handle 0, writes by handle 1.
COPIES = assemble(
    """
next:    ld b,0
         ld de,&2000
         ld hl,100
         ld c,&48
         call 5
         ret nz
         ld b,1
         ld de,&2000
         ld c,&49
         call 5
         ret nz
         jr next
""",
    0x100,
)
FILES = {
    "UPPER.COM": UPPER,
    "LENGTHS.COM": LENGTHS,
    "COPIES.COM": COPIES,
    "WORDS.TXT": b"one two\x1a",
    "LINES.TXT": b"abc\r\nde\r\n\r\n",
    "SUB/X.TXT": b"x\r\n\x1a",
}


@pytest.fixture
def disk() -> Disk:
    return level2_disk(FILES)


@pytest.fixture
def dos(disk: Disk) -> Dos:
    return level2_prompt(disk)


def test_what_a_command_shows_goes_to_a_file(dos, disk):
    assert dos.line("ECHO Hello, World > OUT.TXT") == []
    assert tree(disk)["OUT.TXT"].rstrip(b"\x1a") == b"Hello, World\r\n"
    assert dos.line("ECHO again >>OUT.TXT") == []
    assert tree(disk)["OUT.TXT"] == b"Hello, World\r\nagain\r\n"
    assert dos.line("ECHO new>OUT.TXT") == []
    assert tree(disk)["OUT.TXT"] == b"new\r\n"
    assert dos.line("ECHO shown") == ["shown"]


def test_a_directory_listing_goes_to_a_file_in_a_directory(dos, disk):
    assert dos.line("DIR SUB > SUB\\LIST") == []

    assert b"X        TXT       4" in tree(disk)["SUB/LIST"]


def test_a_program_reads_and_writes_files_as_its_console(dos, disk):
    assert dos.line("UPPER < WORDS.TXT") == ["ONE TWO"]
    assert dos.line("UPPER <WORDS.TXT >OUT.TXT") == []
    assert tree(disk)["OUT.TXT"] == b"ONE TWO"
    assert dos.line("LENGTHS < LINES.TXT") == ["abc", "3", "de", "2"]


def test_a_program_reads_and_writes_files_by_the_standard_handles(dos, disk):
    assert dos.line("COPIES < LINES.TXT > OUT.TXT") == []

    assert tree(disk)["OUT.TXT"] == FILES["LINES.TXT"]


def test_pipes_hand_on_what_is_shown(dos, disk):
    assert dos.line("TYPE WORDS.TXT | UPPER") == [
        "ONE TWO",
        "Error on standard input",
        "End of file",
    ]
    assert dos.line("COPIES < WORDS.TXT | UPPER") == ["ONE TWO"]
    assert dos.line("COPIES < WORDS.TXT | COPIES | UPPER > OUT.TXT") == []
    assert tree(disk)["OUT.TXT"] == b"ONE TWO"
    assert not any("PIPE" in name for name in tree(disk))


def test_a_name_that_cannot_be_opened_is_refused(dos):
    assert dos.line("ECHO x > NONE\\OUT.TXT") == ["Directory not found"]
    assert dos.line("UPPER < NONE.TXT") == ["File not found"]
    assert dos.line("ECHO x >") == ["Bad parameter"]
    assert dos.line("ECHO still here") == ["still here"]


def test_an_input_that_ends_too_soon_ends_the_program(dos):
    assert dos.line("UPPER < LINES.TXT")[-2:] == ["Error on standard input", "End of file"]
    assert dos.line("ECHO still here") == ["still here"]


def test_devices_can_be_written_and_nothing_can_swallow(dos):
    assert dos.line("ECHO gone > NUL") == []
    assert dos.line("ECHO paper > PRN") == []
    assert dos.vm.machine.devices["printer"].take() == b"paper\r\n"


def test_redirection_can_be_switched_off(dos):
    dos.line("SET REDIR=OFF")

    assert dos.line("ECHO a > b") == ["a > b"]
