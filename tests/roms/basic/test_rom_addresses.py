"""Addresses in the ROM that listings use: PEEK of its data, USR of its entries, machine code in DATA.

Sources: MSX2 Technical Handbook, chapter 2, section 4.4 (internal routines) and appendices 1 and 4.
"""

from pathlib import Path

import pytest

from machine.api import Session
from tests.support.assembler import assemble
from tests.support.basic import CODE, Basic, started
from tests.support.guest_calls import WORK

BOARDS = ["eb1", "eb2"]


@pytest.fixture(params=BOARDS)
def basic(request: pytest.FixtureRequest) -> Basic:
    """Either board at the prompt."""
    return started(request.param)


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
        basic.usr(keep, f"USR({value})")
        assert basic.vm.read(0xC100, 4)[0] == kind
        assert basic.vm.read(0xC102, 2) == WORK["DAC"].to_bytes(2, "little")


def test_frcint_takes_the_argument_and_gives_hl(basic: Basic) -> None:
    source = " call &2F8A\n inc hl\n ld (&F7F8),hl\n ld a,2\n ld (&F663),a\n ret"

    assert basic.usr(source, "USR(1234.5)") == [" 1235"]


def test_errhand_raises_the_error_in_e(basic: Basic) -> None:
    for number, text in (
        (5, "Illegal function call"),
        (13, "Type mismatch"),
        (30, "Unprintable error"),
    ):
        assert basic.usr(f" ld e,{number}\n jp &406F", "USR(0)") == [text]


def test_fcerr_is_what_usr_without_definition_calls(basic: Basic) -> None:
    assert basic.usr(" jp &475A", "USR(0)") == ["Illegal function call"]
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

    assert basic.usr(source, "USR(0)") == [" 22.5"]
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

    basic.usr(source, "USR(0)")

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
    basic.usr(source, "USR(0)")

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

    assert basic.usr(source, "USR(0);N%")[0].split() == ["0", "77"]
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

    basic.usr(source, "USR(0)")

    dimensions, values = (
        int.from_bytes(basic.vm.read(place, 2), "little") for place in (0xC100, 0xC102)
    )
    assert basic.vm.read(dimensions, 5) == b"\x02\x04\x00\x03\x00"
    assert values == dimensions + 5
    assert basic.vm.read(values, 2) == b"\x02\x01"
    assert basic.vm.peek(0xC104) == ord(")")
    assert basic.usr(source.replace('"Q"', '"R"'), "USR(0)") == ["Illegal function call"]


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

    assert basic.usr(source, "USR(0)") == [" 5"]


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
