"""Addresses in the ROM that listings use: PEEK of its data, USR of its entries, machine code in DATA.

Sources: MSX2 Technical Handbook, chapter 2, section 4.4 (internal routines) and appendices 1 and 4.
"""

from pathlib import Path

import pytest

from machine.api import Session
from tests.support.assembler import assemble
from tests.support.basic import Basic, started
from tests.support.guest_calls import WORK

BOARDS = ["eb1", "eb2"]
CODE = 0xC000


@pytest.fixture(params=BOARDS)
def basic(request: pytest.FixtureRequest) -> Basic:
    """Either board at the prompt."""
    return started(request.param)


def usr(basic: Basic, source: str, expression: str) -> list[str]:
    """What PRINT shows for an expression with USR, which is machine code at C000h."""
    basic.vm.write(CODE, assemble(source, CODE))
    return basic.direct(f"DEFUSR=&HC000:PRINT {expression}")


PEEKS = {
    "the font": ("PEEK(4)+256*PEEK(5)=&H1BBF", -1),
    "letter A of the font": ("PEEK(&H1BBF+65*8)", 0x20),
    "port that reads the VDP": ("PEEK(6)", 0x98),
    "port that writes the VDP": ("PEEK(7)", 0x98),
    "international characters, 60 Hz, day month year": ("PEEK(&H2B)", 0x21),
    "international keyboard and BASIC": ("PEEK(&H2C)", 0x11),
    "no MIDI": ("PEEK(&H2E)", 0),
    "no turbo R, which has a jump here": ("PEEK(&H180)=&HC3", 0),
}


@pytest.mark.parametrize("name", PEEKS)
def test_data_of_the_rom_has_its_documented_values(basic: Basic, name: str) -> None:
    expression, value = PEEKS[name]

    assert basic.direct(f"PRINT {expression}") == [f"{value: d}"]


@pytest.mark.parametrize(("board", "value"), [("eb1", 0), ("eb2", 1)])
def test_2dh_tells_the_generation(board: str, value: int) -> None:
    assert started(board).direct("PRINT PEEK(&H2D)") == [f" {value}"]


# What comes before, the entry, what is printed after it, and that.
ENTRIES: dict[str, tuple[str, int, str, list[str]]] = {
    "INITIO": ("POKE &HF3FC,0:SOUND 8,9", 0x3B, "OUT &HA0,8:PRINT INP(&HA2)", [" 0"]),
    "DISSCR": ("", 0x41, "PRINT VDP(1)AND 64", [" 0"]),
    "ENASCR": ("VDP(1)=VDP(1)AND 191", 0x44, "PRINT VDP(1)AND 64", [" 64"]),
    "CLRSPR": ("SCREEN 1:VPOKE BASE(8),7", 0x69, "PRINT VPEEK(BASE(8))", [" 209"]),
    "INITXT": ("SCREEN 1", 0x6C, "PRINT PEEK(&HFCAF)", [" 0"]),
    "INIT32": ("SCREEN 0", 0x6F, "PRINT PEEK(&HFCAF)", [" 1"]),
    "SETGRP": ("SCREEN 1", 0x7E, "A=VDP(0)AND 2:SCREEN 1:PRINT A", [" 2"]),
    "GICINI": ("SOUND 7,0", 0x90, "OUT &HA0,7:PRINT INP(&HA2)", [" 184"]),
    "CLS": ("LOCATE 0,9", 0xC3, "PRINT CSRLIN", [" 0"]),
    "BEEP": ("", 0xC0, "PRINT 1", [" 1"]),
    "ERAFNK": ("KEY ON", 0xCC, "PRINT PEEK(&HF3DE)", [" 0"]),
    "DSPFNK": ("KEY OFF", 0xCF, "PRINT PEEK(&HF3DE)", [" 255"]),
    "TOTEXT": ("SCREEN 2", 0xD2, "PRINT PEEK(&HFCAF)", [" 0"]),
    "KILBUF": ("", 0x156, "PRINT INKEY$;1", [" 1"]),
}


@pytest.mark.parametrize("name", ENTRIES)
def test_an_entry_works_as_usr_function(basic: Basic, name: str) -> None:
    before, entry, after, rows = ENTRIES[name]
    keys = "" if name != "KILBUF" else "15 TIME=0\n16 IF TIME<60 GOTO 16\n"
    program = f"10 {before}\n{keys}20 DEFUSR={entry}:X=USR(0)\n30 {after}"
    basic.type_program(program)
    basic.enter("CLS")
    basic.wait()
    basic.enter("RUN" + ("\nqq" if keys else ""))
    basic.wait()

    shown = [row for row in basic.rows() if row not in ("RUN", "Ok", "qq")]
    assert shown == rows


def test_inifnk_gives_the_function_keys_back(basic: Basic) -> None:
    before = basic.vm.read(WORK["FNKSTR"], 160)
    basic.direct('KEY 1,"x":KEY 10,"y"')
    assert basic.vm.read(WORK["FNKSTR"], 160) != before

    basic.direct("DEFUSR=&H3E:X=USR(0)")

    assert basic.vm.read(WORK["FNKSTR"], 160) == before


def test_chget_waits_for_a_key_as_usr_function(basic: Basic) -> None:
    basic.enter("DEFUSR=&H9F:X=USR(0):PRINT 5")
    basic.vm.run(seconds=1)
    assert not basic.at_prompt()

    basic.type("k")
    basic.wait()

    assert " 5" in basic.rows()


def test_usr_hands_over_type_and_value(basic: Basic) -> None:
    keep = " ld (&C100),a\n ld (&C102),hl\n ret"
    for value, kind in (("7%", 2), ("7!", 4), ("7#", 8)):
        usr(basic, keep, f"USR({value})")
        assert basic.vm.read(0xC100, 4)[0] == kind
        assert basic.vm.read(0xC102, 2) == WORK["DAC"].to_bytes(2, "little")


def test_frcint_takes_the_argument_and_gives_hl(basic: Basic) -> None:
    source = " call &2F8A\n inc hl\n ld (&F7F8),hl\n ld a,2\n ld (&F663),a\n ret"

    assert usr(basic, source, "USR(1234.5)") == [" 1235"]


def test_errhand_raises_the_error_in_e(basic: Basic) -> None:
    for number, text in (
        (5, "Illegal function call"),
        (13, "Type mismatch"),
        (30, "Unprintable error"),
    ):
        assert usr(basic, f" ld e,{number}\n jp &406F", "USR(0)") == [text]


def test_fcerr_is_what_usr_without_definition_calls(basic: Basic) -> None:
    assert usr(basic, " jp &475A", "USR(0)") == ["Illegal function call"]
    assert started("eb1").direct("PRINT PEEK(&HF39A)+256*PEEK(&HF39B)=&H475A") == ["-1"]


def test_frmevl_reads_an_expression_of_the_text(basic: Basic) -> None:
    source = """
 ld hl,text
 call &4C64           ; FRMEVL
 ld (&C100),hl
 ret
text: db "A",&F1,&12,&F3,&0F,20,":" ; A+1*20
"""
    basic.enter("A=2.5")

    assert usr(basic, source, "USR(0)") == [" 22.5"]
    assert basic.vm.peek(int.from_bytes(basic.vm.read(0xC100, 2), "little")) == ord(":")


def test_frmqnt_getbyt_and_chrgtr_read_numbers(basic: Basic) -> None:
    source = """
 ld hl,text - 1
 call &4666           ; CHRGTR
 call &542F           ; FRMQNT
 ld (&C100),de
 rst 8
 db ","
 call &521C           ; GETBYT
 ld (&C102),a
 ld a,e
 ld (&C103),a
 ld a,(hl)
 ld (&C104),a
 ret
text: db &0C,&FF,&FE,",","A",0
"""
    basic.enter("A=200")

    usr(basic, source, "USR(0)")

    assert basic.vm.read(0xC100, 5) == b"\xff\xfe\xc8\xc8\0"


@pytest.mark.parametrize("entry", [0x10, 0x4666])
def test_chrgtr_tells_ends_and_digits(basic: Basic, entry: int) -> None:
    source = f"""
 ld hl,text
 ld de,&C100
 ld b,4
next: call {entry}
 push af
 ex (sp),hl
 ld a,l
 pop hl
 and &41
 ld (de),a
 inc de
 djnz next
 ret
text: db 0," ","7","x",":",0
"""
    usr(basic, source, "USR(0)")

    assert basic.vm.read(0xC100, 4) == b"\x01\x00\x40\x40"


def test_ptrget_finds_and_makes_variables(basic: Basic) -> None:
    source = """
 xor a
 ld (&F6A5),a         ; SUBFLG
 ld hl,old
 call &5EA4           ; PTRGET
 ld (&C100),de
 ld a,(hl)
 ld (&C102),a
 ld hl,new
 call &5EA4
 ex de,hl
 ld (hl),77
 inc hl
 ld (hl),0
 ret
old: db "A","B","%","="
new: db "N","%",0
"""
    basic.enter("AB%=258")

    assert usr(basic, source, "USR(0);N%")[0].split() == ["0", "77"]
    place = int.from_bytes(basic.vm.read(0xC100, 2), "little")
    assert basic.vm.read(place, 2) == b"\x02\x01"
    assert basic.vm.peek(0xC102) == ord("=")


def test_ptrget_finds_a_whole_array_when_subflg_is_1(basic: Basic) -> None:
    source = """
 ld a,1
 ld (&F6A5),a         ; SUBFLG
 ld hl,name
 call &5EA4           ; PTRGET
 ld (&C100),bc
 ld (&C102),de
 ld a,(hl)
 ld (&C104),a
 xor a
 ld (&F6A5),a
 ret
name: db "Q","%",")"
"""
    basic.enter("DIM Q%(2,3):Q%(0,0)=258")

    usr(basic, source, "USR(0)")

    dimensions, values = (
        int.from_bytes(basic.vm.read(place, 2), "little") for place in (0xC100, 0xC102)
    )
    assert basic.vm.read(dimensions, 5) == b"\x02\x04\x00\x03\x00"
    assert values == dimensions + 5
    assert basic.vm.read(values, 2) == b"\x02\x01"
    assert basic.vm.peek(0xC104) == ord(")")
    assert usr(basic, source.replace('"Q"', '"R"'), "USR(0)") == ["Illegal function call"]


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

    assert usr(basic, source, "USR(0);N%")[0].split() == ["0", "8"]
    assert usr(basic, source.replace('"N"', '"M"'), "USR(0);M%")[0].split() == ["0", "1"]


EVENTS = {  # tokens behind ON; first entry of TRPTBL and number of lines, or none
    "KEY": ("&CC,&8D", (0, 10)),
    "STOP": ("&90,&8D", (10, 1)),
    "SPRITE": ("&C7,&8D", (11, 1)),
    "STRIG": ("&FF,&A3,&8D", (12, 5)),
    "INTERVAL": ('&FF,&85,"E","R",&FF,&94,&EF,&0F,60,&8D', (17, 1)),
    "a value": ('"A",&8D', None),
    "STRIG of a stick": ('&FF,&A3,"(",&11,")",&8D', None),
}


@pytest.mark.parametrize("name", EVENTS)
def test_7810h_tells_the_event_behind_on(basic: Basic, name: str) -> None:
    text, event = EVENTS[name]
    source = f"""
 ld hl,text
 ld a,(hl)
 call &7810
 ld (&C100),bc
 ld (&C102),hl
 sbc a,a
 ld (&C104),a
 ld hl,text
 ld (&C106),hl
 ret
text: db {text},0
"""
    usr(basic, source, "USR(0)")

    count, first, *places, other = basic.vm.read(0xC100, 5)
    if event is None:
        assert other == 255
        assert bytes(places) == basic.vm.read(0xC106, 2)
    else:
        assert ((first, count), other) == (event, 0)
        assert basic.vm.peek(int.from_bytes(places, "little") + 1) == 0x8D
        assert name != "INTERVAL" or basic.word("INTVAL") == 60


def test_frestr_gives_the_descriptor_of_a_string(basic: Basic) -> None:
    source = """
 ld hl,text
 call &4C64
 call &67D0           ; FRESTR
 ld a,(hl)
 ld (&F7F8),a
 xor a
 ld (&F7F9),a
 ld a,2
 ld (&F663),a
 ret
text: db "A","$",&F1,"B","$",0
"""
    basic.enter('A$="abc":B$="de"')

    assert usr(basic, source, "USR(0)") == [" 5"]


def test_newstt_runs_tokens_of_machine_code(basic: Basic) -> None:
    # :PRINT 7:END
    basic.vm.write(CODE, assemble(" ld hl,text\n jp &4601\ntext: db &3A,&91,&18,&3A,&81,0", CODE))
    basic.type_program("10 DEFUSR=&HC000:A=USR(0)")

    assert basic.direct("RUN") == [" 7"]


@pytest.mark.parametrize("board", BOARDS)
def test_7d75h_starts_a_cartridge_that_was_put_in_after_power_on(
    board: str, tmp_path: Path
) -> None:
    code = """
 db "A","B"
 dw init,0,0,0
 ds 6
init: ld a,"!"
 call &A2
 ei
stay: jr stay
"""
    rom = tmp_path / "late.rom"
    rom.write_bytes(assemble(code, 0x4000).ljust(0x4000, b"\xff"))
    with Session(board) as vm:
        basic = Basic(vm)
        basic.wait(10)
        vm.insert("cart1", rom)

        basic.enter("DEFUSR=&H7D75:A=USR(0)")
        vm.run(seconds=1)

        assert basic.rows()[-1] == "!"


def test_7d75h_without_a_cartridge_comes_back_to_the_prompt(basic: Basic) -> None:
    before = basic.word("HIMEM")
    basic.enter("DEFUSR=&H7D75:A=USR(0)")
    basic.vm.run(seconds=2)
    basic.wait()

    assert basic.word("HIMEM") == before
    assert basic.rows()[-2].endswith(" Bytes free")
    assert basic.run("10 PRINT 1+1") == [" 2"]


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
    basic.enter("RUN")
    assert basic.vm.run(until=lambda _: basic.word("CURLIN") == 20, limit=10)
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
    usr(basic, source, "USR(1234)")

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
