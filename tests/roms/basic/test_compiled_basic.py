"""Routines of the main ROM where compiled BASIC in cartridges calls them, against the words of BASIC.

What each does was taken from the calls: docs/decisions/0021.
"""

import pytest

from tests.support.assembler import assemble
from tests.support.basic import CODE, Basic, started

BOARDS = ["eb1", "eb2"]


@pytest.fixture(params=BOARDS)
def basic(request: pytest.FixtureRequest) -> Basic:
    """Either board at the prompt."""
    return started(request.param)


def test_5f5dh_finds_and_makes_simple_variables(basic: Basic) -> None:
    source = """
 ld hl,name
 call &5F5D
 ex de,hl
 inc (hl)
 ret
name: db "N","%",0
"""
    basic.enter("N%=7")

    assert basic.usr(source, "USR(0);N%")[0].split() == ["0", "8"]
    assert basic.usr(source.replace('"N"', '"M"'), "USR(0);M%")[0].split() == ["0", "1"]


def test_clearc_and_newstt_run_a_program_at_txttab(basic: Basic) -> None:
    source = """
 ld hl,text + 1
 ld (&F676),hl        ; TXTTAB
 call &629A           ; CLEARC
 ld a,(hl)
 ld (&C200),a
 ld a,l
 sub text \\ 256
 ld (&C201),a
 jp &4601             ; NEWSTT
text: db 0
 dw line2,10
 db "A",&EF,&16,0     ; A=5
line2: dw line3,20
 db &91,"A",0         ; PRINT A
line3: dw 0
"""
    basic.enter("A=77")
    basic.vm.write(CODE, assemble(source, CODE))

    assert basic.direct("DEFUSR=&HC000:X=USR(0)") == [" 5"]
    assert basic.vm.read(0xC200, 2) == b"\0\0"


def statement(word: int, text: str) -> bytes:
    """Calls the statement whose address is at `word` of the ROM, as a cartridge does, with a text."""
    source = f"""
 ld hl,text
 ld ix,({word})
 call &159            ; CALBAS
 ei
 ld a,2
 ld (&F663),a
 ret
text: {text}
"""
    return assemble(source, CODE)


def picture(board: str, statements: str, code: bytes, screen: int = 2) -> bytes:
    """The picture that statements draw, which may call the machine code by USR."""
    basic = started(board)
    basic.vm.write(CODE, code)
    basic.type_program(
        f"10 DEFUSR=&HC000:SCREEN {screen}:PSET(20,30),7:{statements}:BEEP\n20 GOTO 20"
    )
    basic.run_up_to(20)
    return basic.vm.vram(0, 0x3800 if screen < 5 else 0x6A00)


def test_the_word_at_39aeh_plays(basic: Basic) -> None:
    basic.vm.write(CODE, statement(0x39AE, 'db 34,"L","1","C",34,0'))
    basic.enter("DEFUSR=&HC000:X=USR(0)")

    assert basic.byte("MUSICF") & 1


@pytest.mark.parametrize("board", BOARDS)
def test_the_word_at_39a8h_draws(board: str) -> None:
    code = statement(0x39A8, 'db 34,"R","9","G","5",34,0')

    assert picture(board, "X=USR(0)", code) == picture(board, 'DRAW"R9G5"', code)
    assert picture(board, "X=USR(0)", code) != picture(board, "", code)


LINE = (
    " ld bc,20\n ld de,30\n ld hl,90\n ld (&FCB3),hl\n ld hl,60\n ld (&FCB5),hl\n"  # GXPOS, GYPOS
)
POINT = " ld bc,20\n ld de,40\n"
CENTRE = " ld hl,20\n ld (&FCB7),hl\n ld l,40\n ld (&FCB9),hl\n ld de,33\n ld hl,&C100\n"  # GRPACX, GRPACY
SHAPES = {  # the call's registers, its address, the statement that paints the same
    "PSET": (POINT, 0x57F5, "PSET(20,40),9"),
    "LINE": (LINE, 0x58FC, "LINE(20,30)-(90,60),9"),
    "LINE B": (LINE, 0x5912, "LINE(20,30)-(90,60),9,B"),
    "LINE BF": (LINE, 0x58C1, "LINE(20,30)-(90,60),9,BF"),
    "CIRCLE": (CENTRE, 0x5B19, "CIRCLE(20,40),33,9"),
    "PAINT": (" ld bc,99\n ld de,99\n", 0x59E3, "PAINT(99,99),9"),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("board", "screen"), [("eb1", 2), ("eb1", 3), ("eb2", 2), ("eb2", 5)])
def test_compiled_graphics_statements_paint_as_the_words(
    board: str, screen: int, shape: str
) -> None:
    registers, entry, word = SHAPES[shape]
    if shape == "PAINT" and screen == 5:
        entry, call = 0x266E, 0x15F  # of the sub-ROM, EXTROM
    else:
        call = 0x159  # CALBAS
    source = f"""
 ld hl,&0F2C          ; the tokens of ",9"
 ld (&C100),hl
 ld hl,9
 ld (&C102),hl
 ld a,9
 ld (&F3F2),a         ; ATRBYT
 ld (&FCB2),a         ; BRDATR
{registers}
 ld ix,{entry}
 call {call}
 ei
 ret
"""
    code = assemble(source, CODE)
    border = "LINE(60,60)-(140,140),9,B:"

    drawn = picture(board, border + "X=USR(0)", code, screen)

    assert drawn == picture(board, border + word, code, screen)
    assert drawn != picture(board, border, code, screen)


def test_4d86h_jumps_to_hl_in_page_0_with_basic_in_page_1(basic: Basic) -> None:
    source = """
 ld hl,&3425          ; FOUT
 ld ix,&4D86
 call &159            ; CALBAS
 ei
 ld (&C100),hl
 ret
"""
    basic.usr(source, "USR(1234)")

    place = int.from_bytes(basic.vm.read(0xC100, 2), "little")
    assert basic.vm.read(place, 5) == b" 1234"


WIDTHS = [(0, 40), (0, 37), (1, 29), (1, 32)]
CELLS = [("eb1", 0x0BF2, *mode) for mode in WIDTHS]
CELLS += [("eb2", 0x0B98, *mode) for mode in [*WIDTHS, (0, 80)]]


@pytest.mark.parametrize(("board", "entry", "screen", "width"), CELLS)
def test_a_cells_place_in_vram_is_told(board: str, entry: int, screen: int, width: int) -> None:
    basic = started(board)
    source = f"""
 ld hl,&0503          ; column 5, row 3
 ld b,77
 call {entry}
 ld (&F7F8),hl
 ld a,b
 ld (&C100),a
 ld a,2
 ld (&F663),a
 ret
"""
    basic.vm.write(CODE, assemble(source, CODE))
    basic.type_program(
        f"10 SCREEN {screen}:WIDTH {width}:LOCATE 4,2:PRINT CHR$(1);CHR$(65)\n"
        "20 DEFUSR=&HC000:A=USR(0):B=VPEEK(A):SCREEN 0:PRINT B"
    )
    basic.enter("RUN")
    basic.wait()

    assert " 1" in basic.rows()
    assert basic.vm.peek(0xC100) == 77
