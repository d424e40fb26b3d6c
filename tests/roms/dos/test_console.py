"""What CP/M software finds in EB-DOS: VT52 codes at 40 and 80 columns, the BIOS jump table, a stack anywhere."""

import pytest

from tests.support.assembler import assemble
from tests.support.disk_machine import BOARDS, memory
from tests.support.dos import started

WIDTHS = [("eb1", 40), ("eb2", 40), ("eb2", 80)]
FILL = "\x1bE" + "".join(f"{chr(65 + n) * 9}\r\n" for n in range(8))
PRINTS = """
         ld hl,text
next:    ld a,(hl)
         inc hl
         cp 255
         jr z,wait
         ld e,a
         push hl
         ld c,{function}
         call 5
         pop hl
         jr next
wait:    ld c,8
         call 5
         ret
text:
"""


def screen(board, width, text):
    """A machine in which a program has printed `text` and moved the cursor out of the way."""
    text += "\x1bY\x34\x20"
    source = PRINTS.format(function=2) + "".join(f" db {ord(sign)}\n" for sign in text) + " db 255"
    dos = started(board, {"P.COM": assemble(source, 0x100)})
    dos.line(f"MODE {width}")
    dos.type("P\r")
    dos.vm.run(frames=30)
    assert dos.vm.run(until=lambda _: dos.halts(), limit=10)
    return dos


@pytest.mark.parametrize(("board", "width"), WIDTHS)
@pytest.mark.parametrize(
    ("codes", "changed"),
    [
        ("\x1bY\x22\x24!", {2: "CCCC!CCCC"}),
        ("\x1bH!", {0: "!AAAAAAAA"}),
        ("\x1bY\x22\x24\x1bA!", {1: "BBBB!BBBB"}),
        ("\x1bY\x22\x24\x1bB!", {3: "DDDD!DDDD"}),
        ("\x1bY\x22\x24\x1bC!", {2: "CCCCC!CCC"}),
        ("\x1bY\x22\x24\x1bD!", {2: "CCC!CCCCC"}),
        ("\x1bY\x22\x24\x1bK", {2: "CCCC"}),
        ("\x1bY\x22\x24\x1bJ", {2: "CCCC", 3: "", 4: "", 5: "", 6: "", 7: ""}),
        ("\x1bY\x22\x24\x1bl", {2: ""}),
        ("\x1bY\x22\x24\x1bL", {2: "", 3: "CCCCCCCCC", 4: "DDDDDDDDD", 5: "EEEEEEEEE",
                                6: "FFFFFFFFF", 7: "GGGGGGGGG", 8: "HHHHHHHHH"}),
        ("\x1bY\x22\x24\x1bM", {2: "DDDDDDDDD", 3: "EEEEEEEEE", 4: "FFFFFFFFF", 5: "GGGGGGGGG",
                                6: "HHHHHHHHH", 7: ""}),
        ("\x1bp\x1bq\x1bY\x20\x20!", {0: "!AAAAAAAA"}),
        ("\x1bx4\x1by4\x1bx5\x1by5\x1bH!", {0: "!AAAAAAAA"}),
    ],
)  # fmt: skip
def test_the_console_obeys_vt52_codes(board, width, codes, changed):
    dos = screen(board, width, FILL + codes)
    rows = [row.rstrip() for row in dos.rows()] + [""] * 24
    expected = {n: chr(65 + n) * 9 if n < 8 else "" for n in range(9)} | changed

    assert dict(enumerate(rows[:9])) == expected


@pytest.mark.parametrize(("board", "width"), WIDTHS)
@pytest.mark.parametrize("clear", ["\x1bE", "\x1bj", "\x0c"])
def test_the_screen_is_cleared_and_the_last_column_reached(board, width, clear):
    place = f"\x1bY\x20{chr(32 + width - 1)}"
    dos = screen(board, width, FILL + clear + place + "#\x1bY\x21\x20!")
    rows = dos.rows()

    assert rows[0] == " " * (width - 1) + "#"
    assert rows[1] == "!"
    assert len(rows) == 2


BIOS = """
         ld hl,(1)
         ld l,{entry}
         jp (hl)
"""
JUMPS = f"""
         ld sp,&4000
         ld c,"X"
         call conout
         call conin
         ld (&D400),a
         ld c,a
         call conout
         call const
         ld (&D401),a
         call listst
         ld (&D402),a
         ld c,"P"
         call list
         call seldsk
         ld (&D403),hl
         call read
         ld (&D405),a
         ld ix,&1234
         ld iy,&5678
         call const
         ld (&D406),ix
         ld (&D408),iy
         call wboot
conout: {BIOS.format(entry=12)}
conin: {BIOS.format(entry=9)}
const: {BIOS.format(entry=6)}
list: {BIOS.format(entry=15)}
listst: {BIOS.format(entry=45)}
seldsk: {BIOS.format(entry=27)}
read: {BIOS.format(entry=39)}
wboot: {BIOS.format(entry=3)}
"""


@pytest.mark.parametrize("board", BOARDS)
def test_the_jump_table_of_the_cpm_bios_works_with_a_stack_in_page_0(board):
    dos = started(board, {"J.COM": assemble(JUMPS, 0x100)})
    rows = dos.line("J", "k")

    assert rows == ["Xk"]
    assert memory(dos.vm, 0xD400, 10) == b"k\x00\xff\x00\x00\x01\x34\x12\x78\x56"
    assert dos.vm.machine.devices["printer"].take() == b"P"


COUNTS = """
         ld sp,&{stack:04X}
         ld hl,&{stack:04X} - 10  ; 8 bytes: what is pushed here, and three words of an interrupt
         ld (hl),&5A
         ld bc,0
loop:    push bc
         pop hl
         or a
         sbc hl,bc
         jr nz,bad
         inc bc
         ld a,b
         cp 255
         jr nz,loop
         ld a,(&{stack:04X} - 10)
         cp &5A
         jr nz,bad
         ld hl,(&FC9E)
         ld (&D400),hl
         jp 0
bad:     ld hl,0
         ld (&D400),hl
         jp 0
"""


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("stack", [0x1000, 0x3000, 0x5000, 0x9000, 0xD000])
def test_interrupts_take_little_of_a_stack_anywhere(board, stack):
    dos = started(board, {"C.COM": assemble(COUNTS.format(stack=stack), 0x100)})

    assert dos.line("C") == []
    assert memory(dos.vm, 0xD400, 2) != b"\0\0"
