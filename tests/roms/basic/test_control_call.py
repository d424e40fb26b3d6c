"""CALL, and programs in cartridges."""

from pathlib import Path

import pytest

from machine.api import Session
from tests.support.assembler import assemble
from tests.support.basic import Basic
from tests.support.guest_calls import WORK

HELLO = """
 db "A","B"
 dw 0,statement,0,0
 ds 6
statement:
 push hl
 ld hl,&FD89
 ld de,name
compare: ld a,(de)
 cp (hl)
 jr nz,other
 inc hl
 inc de
 or a
 jr nz,compare
 pop hl
 ld a,{letter}
 call &A2
 dec hl
skip: rst 16
 jr nz,skip
 or a
 ret
other: pop hl
 ld hl,0
 scf
 ret
name: dm "{name}"
 db 0
"""


def cartridge(folder: Path, name: str, letter: str) -> Path:
    """A ROM with one statement that prints a letter and passes its arguments."""
    path = folder / f"{name}.rom"
    code = assemble(HELLO.format(name=name, letter=ord(letter)), 0x4000)
    path.write_bytes(code.ljust(0x4000, b"\xff"))
    return path


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_call_asks_one_cartridge_after_the_other(board: str, tmp_path: Path) -> None:
    roms = {
        "cart1": cartridge(tmp_path, "HELLO", "x"),
        "cart2": cartridge(tmp_path, "BYE2", "y"),
    }
    with Session(board, **roms) as vm:
        basic = Basic(vm)
        basic.wait(6)

        assert basic.direct("CALL HELLO") == ["x"]
        assert basic.direct('_bye2(1,"a"):PRINT 5') == ["y 5"]
        assert basic.direct("CALL HEL LO") == ["x"]
        assert basic.direct("_B YE2 (1):PRINT 5") == ["y 5"]
        assert basic.direct("CALL HELL") == ["Syntax error"]
        assert basic.direct("CALL HELLO2") == ["Syntax error"]
        assert basic.run("10 CALL HELLO:CALL BYE2\n20 _HELLO") == ["xyx"]


EVALUATES = """
 db "A","B"
 dw 0,statement,0,0
 ds 6
statement:
 rst 8
 db "("
 ld ix,&4C64 ; FRMEVL
 call &159
 rst 8
 db ")"
 push hl
 ld ix,{convert}
 call &159
 ld (&F7F8),hl
 ld a,l
 call &A2
 pop hl
 or a
 ret
"""


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_a_cartridge_in_page_1_evaluates_and_converts_by_calbas(board: str, tmp_path: Path) -> None:
    rom = tmp_path / "evaluates.rom"
    code = assemble(EVALUATES.format(convert=0x2F8A), 0x4000)
    rom.write_bytes(code.ljust(0x4000, b"\xff"))
    with Session(board, cart1=rom) as vm:
        basic = Basic(vm)
        basic.wait(6)

        assert basic.direct("CALL SHOW(60+5)") == ["A"]
        assert basic.direct("CALL SHOW(66.5)") == ["B"]
        assert basic.direct("CALL SHOW(1E9):PRINT 1") == ["Overflow"]
        assert basic.direct("CALL SHOW(3+") == ["Missing operand"]


SETS_A_MODE = """
 db "A","B"
 dw 0,statement,0,0
 ds 6
statement:
 push hl
 call {entry}
 pop hl
 or a
 ret
"""


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@pytest.mark.parametrize(("mode", "entry", "table"), [(0, 0x6C, 0x800), (1, 0x6F, 0)])
def test_a_cartridge_in_page_1_gets_the_whole_font(
    board: str, mode: int, entry: int, table: int, tmp_path: Path
) -> None:
    rom = tmp_path / "mode.rom"
    code = assemble(SETS_A_MODE.format(entry=entry), 0x4000)
    rom.write_bytes(code.ljust(0x4000, b"\x55"))
    with Session(board, cart1=rom) as vm:
        basic = Basic(vm)
        basic.wait(6)
        basic.enter(f"SCREEN {mode}")
        basic.wait()
        font = vm.vram(table, 0x800)
        basic.enter("_MODE")
        basic.wait()

        assert vm.vram(table, 0x7F8) == font[:0x7F8]  # but the character of the cursor


COUNTS = """
 db "A","B"
 dw init,0,0,0
 ds 6
init:
 call &138
 rrca
 rrca
 and 3
 ld (&{hook:x}+1),a
 ld hl,count
 ld (&{hook:x}+2),hl
 ld a,&F7 ; rst 30h
 ld (&{hook:x}),a
 ret
count:
 push hl
 ld hl,&F9F0
 inc (hl)
 pop hl
 ret
"""


@pytest.mark.parametrize("hook", ["H.FING", "H.OKNO"])
def test_hooks_of_functions_may_lie_in_a_cartridge(hook: str, tmp_path: Path) -> None:
    rom = tmp_path / "counts.rom"
    code = assemble(COUNTS.format(hook=WORK[hook]), 0x4000)
    rom.write_bytes(code.ljust(0x4000, b"\xff"))
    with Session("eb1", cart1=rom) as vm:
        basic = Basic(vm)
        basic.wait(6)

        assert basic.direct("PRINT SQR(4);ABS(-3)") == [" 2  3"]
        assert vm.peek(0xF9F0) > 0


def program_in_rom(folder: Path, lines: bytes, at: int = 0x8010) -> Path:
    """A ROM at 8000h with a tokenised program, which starts behind a 0 at `at`."""
    path = folder / "program.rom"
    head = b"AB" + bytes(6) + at.to_bytes(2, "little")
    image = head.ljust(at - 0x8000, b"\0") + b"\0" + lines
    path.write_bytes(b"\xff" * 0x4000 + image.ljust(0x4000, b"\xff"))
    return path


def line(address: int, number: int, tokens: bytes) -> bytes:
    """A line of a program at `address`."""
    following = address + 4 + len(tokens) + 1
    return following.to_bytes(2, "little") + number.to_bytes(2, "little") + tokens + b"\0"


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@pytest.mark.parametrize("slot", ["cart1", "cart2"])
def test_a_program_in_a_cartridge_runs_from_there(board: str, slot: str, tmp_path: Path) -> None:
    # 10 A=A+1:IF A<5 THEN 10 ELSE GOSUB 30 / 20 GOTO 20 / 30 PRINT A;"rom":RETURN
    first = b"A\xefA\xf1\x12:\x8bA\xf0\x16 \xda \x0e\x0a\0:\xa1 \x8d \x0e\x1e\0"
    text = line(0x8011, 10, first)
    text += line(0x8011 + len(text), 20, b"\x89 \x0e\x14\0")
    text += line(0x8011 + len(text), 30, b'\x91A;"rom":\x8e')
    rom = program_in_rom(tmp_path, text + b"\0\0")
    with Session(board) as vm:
        vm.insert(slot, rom, mapper="plain")
        vm.machine.reset()
        shown = vm.run(until=lambda vm: " 5 rom" in "".join(vm.screen_text()), limit=6)
        basic = Basic(vm)
        basic.control_stop(10)
        vm.run(frames=20)

        assert shown
        assert not any("Break" in row for row in basic.rows())
        assert basic.word("TXTTAB") == 0x8011
        assert 0xC000 <= basic.word("VARTAB") < 0xC100
        assert vm.peek(WORK["BASROM"])
