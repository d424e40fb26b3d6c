"""Files of BASIC: OPEN to CLOSE, their blocks in memory, devices, and the hooks that a disk ROM takes."""

from pathlib import Path

import pytest

from machine.api import Session
from tests.support.assembler import assemble
from tests.support.basic import Basic, started
from tests.support.guest_calls import WORK


@pytest.fixture
def basic() -> Basic:
    """An eb1 at its prompt, with no disk system: the hooks are free."""
    return started("eb1", disks=False)


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@pytest.mark.parametrize("count", [0, 1, 2, 15])
def test_file_blocks_lie_below_himem_as_documented(board: str, count: int) -> None:
    basic = started(board)
    strings = basic.word("MEMSIZ") - basic.word("STKTOP")
    basic.direct(f"MAXFILES={count}")
    table, himem = basic.word("FILTAB"), basic.word("HIMEM")
    blocks = [
        int.from_bytes(basic.vm.read(table + 2 * number, 2), "little")
        for number in range(count + 1)
    ]

    assert basic.byte("MAXFIL") == count
    assert himem - basic.word("MEMSIZ") == 267 * (count + 1) + 2
    assert blocks == [himem - 265 * left for left in range(count + 1, 0, -1)]
    assert basic.word("NULBUF") == blocks[0] + 9
    assert basic.word("MEMSIZ") - basic.word("STKTOP") == strings
    assert all(basic.vm.peek(block) == 0 for block in blocks)


def test_maxfiles_clears_variables_and_goes_on(basic: Basic) -> None:
    assert basic.run('10 A=1:B$="x"+"y":MAXFILES=3:PRINT A;B$:A$="z"+"z"\n20 PRINT A$') == [
        " 0",
        "zz",
    ]


def test_maxfiles_that_do_not_fit_are_refused(basic: Basic) -> None:
    basic.direct("CLEAR 26000")

    assert basic.direct("MAXFILES=15") == ["Out of memory"]
    assert basic.direct("PRINT PEEK(&HF85F)") == [" 1"]


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ('OPEN "CRT:" FOR OUTPUT AS #1:PRINT #1,"A";1:CLOSE #1', ["A 1"]),
        ('OPEN "crt:" AS 1:PRINT #1,USING "##.#";2.25:CLOSE 1', [" 2.3"]),
        ('A$="CRT:":OPEN A$+"X" AS #1:PRINT #1,1,2:CLOSE', [" 1             2"]),
        ('OPEN "CRT:" AS #1 LEN=256:PRINT #1,"x":CLOSE', ["x"]),
        ('MAXFILES=2:OPEN"CRT:"AS#1:OPEN"CRT:"AS#2:PRINT#2,"b":PRINT#1,"a":CLOSE#1,#2', ["b", "a"]),
        ('OPEN "CRT:" AS #1:CLOSE:PRINT #1,1', ["File not OPEN"]),
        ('OPEN "CRT:" AS #1:OPEN "CRT:" AS #1', ["File already open"]),
        ('OPEN "CRT:" AS #2', ["Bad file number"]),
        ('OPEN "CRT:" AS #0', ["Bad file number"]),
        ('OPEN "CRT:" AS #256', ["Illegal function call"]),
        ('OPEN "CRT:" FOR INPUT AS #1', ["Bad file name"]),
        ('OPEN "CRT:" FOR PRINT AS #1', ["Syntax error"]),
        ('OPEN "CRT:"', ["Syntax error"]),
        ('OPEN "CRT:" AS #1 LEN=0', ["Illegal function call"]),
        ('OPEN "CRT:" AS #1 LEN=257', ["Illegal function call"]),
        ("OPEN 1 AS #1", ["Type mismatch"]),
        ('OPEN "ABC:" AS #1', ["Bad file name"]),
        ('OPEN ":" AS #1', ["Bad file name"]),
        ('OPEN "A123456789012345:" AS #1', ["Bad file name"]),
        ('OPEN "I:" AS #1', ["Bad file name"]),
        ('OPEN "A:X" FOR INPUT AS #1', ["Bad file name"]),
        ('OPEN "A:LONGERTHAN8.X" FOR INPUT AS #1', ["Bad file name"]),
        ('OPEN "GRP:" AS #1:PRINT #1,"x"', ["Illegal function call"]),
        ('OPEN "CRT:" FOR OUTPUT AS #1:INPUT #1,A', ["Bad file number"]),
        ("CLOSE #2", ["Bad file number"]),
        ("CLOSE #1", []),
        ("CLOSE", []),
        ("PRINT EOF(1)", ["File not OPEN"]),
        ("PRINT LOC(9)", ["Bad file number"]),
        ('PRINT LOF("A")', ["Type mismatch"]),
        ('OPEN "CRT:" AS #1:PRINT LOF(1)', ["Illegal function call"]),
        ('OPEN "CRT:" AS #1:GET #1,1', ["ERR 58"]),
        ("MAXFILES=16", ["Illegal function call"]),
        ("MAXFILES 1", ["Syntax error"]),
    ],
)
def test_statements_with_files(line: str, rows: list[str], basic: Basic) -> None:
    shown = basic.direct(line)
    if shown and rows[0].startswith("ERR"):
        shown = [f"ERR {basic.byte('ERRFLG')}"]

    assert [row.rstrip() for row in shown] == rows


def test_an_error_leaves_output_on_the_screen(basic: Basic) -> None:
    basic.direct('OPEN "GRP:" AS #1:PRINT #1,"x"')

    assert basic.word("PTRFIL") == 0
    assert basic.direct("PRINT 5") == [" 5"]


def test_lpt_prints_on_the_printer(basic: Basic) -> None:
    basic.direct('OPEN "LPT:" FOR OUTPUT AS #1:PRINT #1,"PAPER";1:CLOSE')

    assert basic.vm.machine.with_role("printer").take() == b"PAPER 1 \r\n"


def test_save_to_the_printer_is_a_listing(basic: Basic) -> None:
    basic.type_program('10 PRINT "A"\n20 END')
    basic.direct('SAVE "LPT:"')

    assert basic.vm.machine.with_role("printer").take() == b'10 PRINT "A"\r\n20 END\r\n'


def test_grp_draws_text_at_the_graphics_cursor() -> None:
    basic = started("eb2")
    basic.type_program('10 SCREEN 2:OPEN "GRP:" AS #1:PRESET (40,80):PRINT #1,"I"\n20 GOTO 20')
    basic.vm.type("RUN\r")
    basic.vm.run(seconds=3)
    font = int.from_bytes(basic.vm.read(4, 2), "little")
    shape = basic.vm.vram(10 * 256 + 40, 8)

    assert shape == basic.vm.read(font + 8 * ord("I"), 8)


@pytest.mark.parametrize(
    "line",
    [
        "FILES", 'FILES "A:*.*"', "LFILES", 'KILL "X"', 'NAME "A" AS "B"', 'COPY "A" TO "B"', "IPL",
        "CMD X", "FIELD #1,2 AS A$", 'LSET A$="x"', 'RSET A$="x"', "DSKO$ 1,2", "PRINT DSKF(1)",
        "PRINT DSKI$(1,2)", "PRINT ATTR$(1)", 'PRINT CVI("AB")', 'PRINT CVS("ABCD")',
        'PRINT CVD("ABCDEFGH")', "PRINT MKI$(1)", "PRINT MKS$(1)", "PRINT MKD$(1)",
    ],
)  # fmt: skip
def test_disk_words_are_refused_without_a_disk(line: str, basic: Basic) -> None:
    assert basic.direct(line) == ["Illegal function call"]


NOTED = 0xD000  # a hook's note: registers and names
NOTE = """
 ld (&D000),hl
 ld (&D002),de
 ld (&D004),bc
 ld (&D006),a
 push hl
 push de
 push bc
 ld hl,FILNAM
 ld de,&D010
 ld bc,22
 ldir
 pop bc
 pop de
 pop hl
"""


def hook(basic: Basic, name: str, code: str, at: int = 0xD100) -> None:
    """Code in RAM that notes its registers, FILNAM and FILNM2, and goes on with `code`."""
    text = f' INCLUDE "workarea.inc"\n{NOTE}\n{code}'
    basic.vm.write(at, assemble(text, at))
    basic.vm.write(WORK[name], bytes([0xC3, at & 255, at >> 8]))


def names(basic: Basic) -> tuple[str, str]:
    data = basic.vm.read(NOTED + 16, 22).decode()
    return data[:11], data[11:]


def noted(basic: Basic, register: str) -> int:
    place = {"hl": 0, "de": 2, "bc": 4, "a": 6}[register]
    return basic.vm.peek(NOTED + place) | basic.vm.peek(NOTED + place + 1) << 8


@pytest.mark.parametrize(
    ("line", "hooked", "first", "second"),
    [
        ('KILL "b:game.bas"', "H.KILL", "GAME    BAS", None),
        ('KILL "*.?x"', "H.KILL", "?????????X ", None),
        ("FILES", "H.FILE", "???????????", None),
        ('FILES "A:"', "H.FILE", "???????????", None),
        ('FILES "X*"', "H.FILE", "X???????   ", None),
        ('NAME "old.txt" AS "new"', "H.NAME", "NEW        ", "OLD     TXT"),
        ('COPY "A:one" TO "B:two.x"', "H.COPY", "TWO     X  ", "ONE        "),
    ],
)
def test_disk_words_go_to_their_hooks_with_parsed_names(
    line: str, hooked: str, first: str, second: str | None, basic: Basic
) -> None:
    basic.vm.write(WORK["H.NODE"], bytes.fromhex("afc9"))  # the present drive is the default
    basic.direct("CLEAR 200,&HCFFF")
    hook(basic, hooked, " scf\n ret")

    assert basic.direct(line + ":PRINT 5") == [" 5"]
    assert names(basic)[0] == first
    assert second is None or names(basic)[1] == second


def test_lfiles_prints_and_what_follows_does_not(basic: Basic) -> None:
    basic.direct("CLEAR 200,&HCFFF")
    hook(basic, "H.FILE", ' ld a,"X"\n rst 24\n scf\n ret')

    assert basic.direct("LFILES:PRINT 5") == [" 5"]
    assert basic.vm.machine.with_role("printer").take() == b"X"


def test_a_disk_rom_can_do_sequential_files(basic: Basic) -> None:
    basic.direct("CLEAR 200,&HCFFF")
    hook(basic, "H.NULO", " scf\n ret")
    basic.vm.write(
        0xD200, assemble(" ld hl,(&D300)\n ld (hl),c\n inc hl\n ld (&D300),hl\n ret", 0xD200)
    )
    basic.vm.write(WORK["H.FILO"], bytes.fromhex("c300d2"))
    basic.vm.write(0xD300, bytes.fromhex("02d3"))

    assert basic.direct('OPEN "B:DATA.TXT" FOR OUTPUT AS #1:PRINT #1,"to disk":CLOSE') == []
    assert names(basic)[0] == "DATA    TXT"
    assert noted(basic, "de") == 2 << 8 | 2  # drive, mode
    assert basic.vm.read(0xD302, 9) == b"to disk\r\n"


def test_a_disk_rom_can_give_characters(basic: Basic) -> None:
    basic.direct("CLEAR 200,&HCFFF")
    hook(basic, "H.NULO", " scf\n ret")
    source = (
        " ld hl,(&D300)\n ld a,(hl)\n cp 26\n scf\n ret z\n inc hl\n ld (&D300),hl\n or a\n ret"
    )
    basic.vm.write(0xD200, assemble(source, 0xD200))
    basic.vm.write(WORK["H.INDS"], bytes.fromhex("c300d2"))
    basic.vm.write(0xD300, bytes.fromhex("02d3") + b"10 PRINT 7\r\n20 PRINT 8\r\n\x1a")

    assert basic.direct('LOAD "A:X.BAS",R') == [" 7", " 8"]
    assert noted(basic, "de") == 1 << 8 | 1


def test_a_disk_rom_gives_the_program_as_it_is_in_memory(basic: Basic) -> None:
    basic.direct("CLEAR 200,&HCFFF")
    code = """
 ld hl,(TXTTAB)
 ex de,hl
 ld hl,body
 ld bc,12
 ldir
 ld (VARTAB),de
 scf
 ret
body: db &55,&55,10,0,&91,32,&18,0,0,0
"""
    hook(basic, "H.BINL", code.replace("bc,12", "bc,10"))

    assert basic.direct('RUN "A:X"') == [" 7"]
    assert basic.direct("LIST") == ["10 PRINT 7"]
    assert noted(basic, "a") & 255 == 0


@pytest.mark.parametrize(
    ("line", "registers"),
    [("GET #1,7", (7, 0)), ("PUT 1,65535", (65535, 1)), ("GET #1", (0, 0)), ("PUT #1", (0, 1))],
)
def test_records_go_to_the_disk_rom(line: str, registers: tuple[int, int], basic: Basic) -> None:
    basic.direct("CLEAR 200,&HCFFF")
    hook(basic, "H.NULO", " scf\n ret")
    hook(basic, "H.DGET", " ret", 0xD180)

    assert basic.direct(f'OPEN "A:R" AS #1 LEN=128:{line}:PRINT 5') == [" 5"]
    assert (noted(basic, "bc"), noted(basic, "de") & 255) == registers
    table = basic.word("FILTAB")
    assert noted(basic, "hl") == int.from_bytes(basic.vm.read(table + 2, 2), "little")


@pytest.mark.parametrize(
    ("word", "hooked"), [("EOF", "H.EOF"), ("LOF", "H.LOF"), ("FPOS", "H.FPOS")]
)
def test_functions_of_files_go_to_the_disk_rom(word: str, hooked: str, basic: Basic) -> None:
    basic.direct("CLEAR 200,&HCFFF")
    hook(basic, "H.NULO", " scf\n ret")
    hook(basic, hooked, " ld hl,77\n ld (DAC + 2),hl\n ld a,2\n ld (VALTYP),a\n ret", 0xD180)

    assert basic.direct(f'OPEN "A:R" FOR INPUT AS #1:PRINT {word}(1)') == [" 77"]


def test_save_and_merge_can_be_done_by_the_disk_rom(basic: Basic) -> None:
    basic.direct("CLEAR 200,&HCFFF")
    hook(basic, "H.SAVE", " scf\n ret")
    basic.direct('SAVE "A:X",A')
    saved = noted(basic, "a") & 255, noted(basic, "de") >> 8, names(basic)[0]
    hook(basic, "H.MERG", " scf\n ret")

    assert basic.direct('MERGE "A:Y"') == []
    assert saved == (1, 1, "X          ")
    assert names(basic)[0] == "Y          "


def test_varptr_gives_the_block_of_a_file(basic: Basic) -> None:
    table = basic.word("FILTAB")
    block = int.from_bytes(basic.vm.read(table + 2, 2), "little")

    assert basic.direct("PRINT HEX$(VARPTR(#1))") == [f"{block:X}"]


def test_bsave_and_bload_hand_their_addresses_to_the_disk_rom(basic: Basic) -> None:
    basic.direct("CLEAR 200,&HCFFF")
    hook(basic, "H.BINS", " scf\n ret")
    basic.direct('BSAVE "A:X.BIN",&H9000,&H9FFF,&H9005')
    saved = noted(basic, "bc"), noted(basic, "a") & 255, noted(basic, "de") >> 8
    hook(basic, "H.BINL", " ld hl,&D200\n ld (SAVENT),hl\n scf\n ret", 0xD180)
    basic.vm.write(0xD200, assemble(' ld a,"!"\n rst 24\n ret', 0xD200))

    assert basic.direct('BLOAD "A:X.BIN",R,5') == ["!"]
    assert saved == (0x9000, 1, 1)
    assert basic.word("SAVEND") == 0x9FFF
    assert (noted(basic, "bc"), noted(basic, "a") & 255) == (5, 1)
    basic.direct('BSAVE "A:X",0,&H3FFF,S')
    assert noted(basic, "a") & 255 == 2


CARTRIDGE = """
 INCLUDE "workarea.inc"
 db "A","B"
 dw 0,0,request,0
 ds 6
request:
 cp 255
 jr z,enquiry
 ld ({note}),a
 ld a,(DEVICE)
 ld ({note} + 1),a
 ld a,({note})
 cp 6
 jr z,output
 cp 8
 jr z,input
 cp 14
 jr z,eof
 ret
output: push hl
 ld hl,({note} + 2)
 ld (hl),c
 inc hl
 ld ({note} + 2),hl
 pop hl
 ret
input: ld hl,({note} + 2)
 dec hl
 ld ({note} + 2),hl
 ld a,(hl)
 cp 33
 ret
eof: ld hl,-3
 ld (DAC + 2),hl
 ld a,2
 ld (VALTYP),a
 ret
enquiry: ld hl,PROCNM
 ld de,name
compare: ld a,(de)
 cp (hl)
 scf
 ret nz
 inc hl
 inc de
 or a
 jr nz,compare
 ld a,2
 or a
 ret
name: dm "{name}"
 db 0
"""


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@pytest.mark.parametrize("slot", ["cart1", "cart2"])
def test_a_cartridge_adds_a_device(board: str, slot: str, tmp_path: Path) -> None:
    path = tmp_path / "device.rom"
    code = assemble(CARTRIDGE.format(name="TRAIN", note="&D000"), 0x4000)
    path.write_bytes(code.ljust(0x4000, b"\xff"))
    with Session(board, **{slot: path}) as vm:
        basic = Basic(vm)
        basic.wait(6)
        basic.direct("CLEAR 200,&HCFFF")
        vm.write(0xD002, bytes.fromhex("11d0"))
        vm.poke(0xD010, 0x20)

        assert basic.direct('OPEN "train:" FOR OUTPUT AS #1:PRINT #1,"abc";:CLOSE') == []
        assert vm.read(0xD011, 3) == b"abc"
        assert vm.read(0xD000, 2) == bytes([2, 2])  # closed last; device 2
        device = 16 * (1 if slot == "cart1" else 2) + 1
        block = int.from_bytes(vm.read(basic.word("FILTAB") + 2, 2), "little")
        assert vm.peek(block + 4) == device * 4 + 2
        line = 'OPEN "TRAIN:X" FOR INPUT AS 1:PRINT INPUT$(3,#1);EOF(1):CLOSE'
        assert basic.direct(line) == ["cba-3"]
        assert basic.direct('OPEN "TRAIN2:" AS #1') == ["Bad file name"]
