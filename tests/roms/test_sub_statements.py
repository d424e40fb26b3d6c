"""Sub-ROM: the statements PAINT and COPY, with arguments evaluated at BASIC's documented addresses.

The main ROM has no BASIC yet: a few bytes at these addresses evaluate decimal numbers and strings.
"""

import random
from pathlib import Path

import pytest

from machine.api import Session
from machine.media.dsk import LARGEST, blank
from tests.roms.test_sub_copy import dots, packed
from tests.roms.test_sub_points import draw, inked, picture
from tests.support.assembler import assemble
from tests.support.floppies import put_file
from tests.support.subrom import SubRom

ROMS = Path(__file__).resolve().parents[2] / "roms" / "bin"
TEXT = 0xB000
TOKENS = {" TO ": "\xd9", "STEP": "\xdc", "-": "\xf2", "AND": "\xf6", "XOR": "\xf8", "PSET": "\xc2"}
NO_ERROR = 0

NUMBER = """
        dec hl
@space: inc hl
        ld a,(hl)
        cp " "
        jr z,@space
        sub &F2
        push af
        jr nz,@plus
        inc hl
@plus:  ld de,0
@digit: ld a,(hl)
        sub "0"
        cp 10
        jr nc,@end
        inc hl
        push hl
        ld h,d
        ld l,e
        add hl,hl
        add hl,hl
        add hl,de
        add hl,hl
        ld e,a
        ld d,0
        add hl,de
        ex de,hl
        pop hl
        jr @digit
@end:   pop af
        ret nz
        xor a
        sub e
        ld e,a
        sbc a,a
        sub d
        ld d,a
        ret
"""
STRING = """
        inc hl
        ld (&B801),hl
        ld b,0
@next:  ld a,(hl)
        inc hl
        inc b
        cp 34
        jr nz,@next
        dec b
        ld a,b
        ld (&B800),a
        ld a,3
        ld (&F663),a
        ld de,&B800
        ld (&F7F6),de
        ret
"""
EVALUATOR = {
    0x542F: NUMBER,
    0x521C: "        call &542F\n        ld a,e\n        ret",
    0x4C64: STRING,
    0x67D0: "        ld hl,(&F7F6)\n        ret",
}


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """A machine whose main ROM evaluates numbers, started with a picture on drive A."""
    rom = bytearray((ROMS / "eb2_main.rom").read_bytes())
    for address, source in EVALUATOR.items():
        code = assemble(source, address)
        assert rom[address : address + len(code)] == b"\xff" * len(code)
        rom[address : address + len(code)] = code
    path = tmp_path_factory.mktemp("rom") / "main.rom"
    path.write_bytes(rom)
    vm = Session("eb2", roms={"main": path})
    vm.run(seconds=3)
    return vm


@pytest.fixture(scope="module")
def start(machine: Session) -> object:
    return machine.capture()


@pytest.fixture
def sub(machine: Session, start: object) -> SubRom:
    machine.restore(start)
    caller = SubRom(machine)
    caller.set(BAKCLR=1, FORCLR=15)
    return caller


def run(sub: SubRom, entry: str, text: str) -> tuple[int, int]:
    """The error number of a statement (0: none) and how much of its text it read."""
    for word, token in TOKENS.items():
        text = text.replace(word, token)
    sub.vm.write(TEXT, text.encode("latin-1") + b":")
    result = sub.call(entry, hl=TEXT)
    sub.vm.run(frames=3)
    if result.carry:
        return result.de & 0xFF, -1
    return NO_ERROR, len(text) - (result.hl - TEXT)


@pytest.mark.parametrize(
    ("text", "colour", "border"),
    [("(20,20),9,3", 9, 3), ("(20, 20) , 3", 3, 3), ("STEP(15,16),2,3", 2, 3)],
)
def test_paint_takes_point_colour_and_border(
    sub: SubRom, text: str, colour: int, border: int
) -> None:
    sub.mode(5)
    sub.set(ATRBYT=3)
    draw(sub, "NVBXLN", (10, 10), (40, 30))
    sub.set_words(GRPACX=5, GRPACY=4)

    assert run(sub, "PAINT", text) == (NO_ERROR, 0)
    assert inked(picture(sub, 5)) == {(x, y) for x in range(10, 41) for y in range(10, 31)}
    assert (sub.point(20, 20), sub.byte("BRDATR")) == (colour, border)
    assert (sub.word("GRPACX"), sub.word("GRPACY")) == (20, 20)


def test_paint_without_colours_uses_the_foreground(sub: SubRom) -> None:
    sub.mode(8)
    sub.set(FORCLR=200)

    assert run(sub, "PAINT", "(255,211)") == (NO_ERROR, 0)
    assert len(inked(picture(sub, 8))) == 256 * 212


def test_paint_with_a_border_but_no_colour(sub: SubRom) -> None:
    sub.mode(5)
    sub.set(ATRBYT=7)
    draw(sub, "NVBXLN", (10, 10), (40, 30))

    assert run(sub, "PAINT", "(20,20),,7") == (NO_ERROR, 0)
    assert sub.point(30, 20) == 15


@pytest.mark.parametrize(
    ("mode", "text", "error"),
    [
        (0, "(1,1)", 5),
        (5, "(256,1)", 5),
        (5, "(1,212)", 5),
        (5, "(-1,1)", 5),
        (5, "(1,1),16", 5),
        (6, "(1,1),4", 5),
        (5, "(1;1)", 2),
        (5, "1,1", 2),
    ],
)
def test_paint_refuses_what_makes_no_sense(sub: SubRom, mode: int, text: str, error: int) -> None:
    sub.mode(mode)

    assert run(sub, "PAINT", text)[0] == error


def random_screen(sub: SubRom, mode: int = 5) -> list[list[int]]:
    sub.vm.video.write_vram(0, random.Random(mode).randbytes(0x8000))
    return dots(sub, mode)


def test_copy_moves_a_block_between_pages(sub: SubRom) -> None:
    sub.mode(5)
    before = random_screen(sub)

    assert run(sub, "SCOPY", "(10,20)-(73,51),0 TO (100,9),2") == (NO_ERROR, 0)
    other = dots(sub, 5, first=512)
    assert [row[100:164] for row in other[9:41]] == [row[10:74] for row in before[20:52]]


@pytest.mark.parametrize(
    "shift", [(5, 0), (-5, 0), (0, 3), (0, -3), (7, 2), (7, -2), (-7, 2), (-7, -2)]
)
def test_copy_onto_itself_keeps_the_source_whole(sub: SubRom, shift: tuple[int, int]) -> None:
    sub.mode(5)
    before = random_screen(sub)
    x, y = 40 + shift[0], 30 + shift[1]

    assert run(sub, "SCOPY", f"(40,30)-STEP(63,31) TO ({x},{y})") == (NO_ERROR, 0)
    after = dots(sub, 5)
    assert [row[x : x + 64] for row in after[y : y + 32]] == [row[40:104] for row in before[30:62]]


def test_copy_with_an_operation(sub: SubRom) -> None:
    sub.mode(5)
    before = random_screen(sub)

    assert run(sub, "SCOPY", "(0,0)-(31,7) TO (64,0),,TXOR") == (NO_ERROR, 0)
    mixed = [
        [old ^ new for old, new in zip(row[64:96], row[:32], strict=True)] for row in before[:8]
    ]
    assert [row[64:96] for row in dots(sub, 5)[:8]] == mixed


def test_copy_cuts_at_the_right_edge(sub: SubRom) -> None:
    sub.mode(5)
    before = random_screen(sub)

    assert run(sub, "SCOPY", "(0,0)-(63,15) TO (240,100)") == (NO_ERROR, 0)
    after = dots(sub, 5)
    assert [row[240:] for row in after[100:116]] == [row[:16] for row in before[:16]]
    assert [row[:240] for row in after] == [row[:240] for row in before]


def test_copy_from_a_file_in_any_direction(sub: SubRom) -> None:
    rows = [[random.Random(y).randrange(16) for _ in range(20)] for y in range(10)]
    disk = blank(LARGEST)
    put_file(disk, 0, "TEST    PIC", packed(rows, 5), [2])
    sub.vm.insert_disk("a", disk)
    sub.mode(5)
    straight = run(sub, "SCOPY", '"A:TEST.PIC" TO (30,40)')
    turned = run(sub, "SCOPY", '"TEST.PIC",3 TO (130,140)')

    after = dots(sub, 5)
    assert (straight, turned) == ((NO_ERROR, 0), (NO_ERROR, 0))
    assert [row[30:50] for row in after[40:50]] == rows
    assert [row[111:131] for row in after[131:141]] == [row[::-1] for row in rows[::-1]]


@pytest.mark.parametrize(
    ("mode", "text", "error"),
    [
        (4, "(0,0)-(1,1) TO (2,2)", 5),
        (5, "(0,0)-(256,1) TO (2,2)", 5),
        (5, "(0,0)-(1,1),4 TO (2,2)", 5),
        (7, "(0,0)-(1,1),2 TO (2,2)", 5),
        (5, "(0,0)-(1,1) (2,2)", 2),
        (5, "(0,0)-(1,1) TO (2,2),,7", 2),
        (5, '"NOWHERE" TO (2,2)', 53),
        (5, '"NOWHERE",4 TO (2,2)', 5),
    ],
)
def test_copy_refuses_what_makes_no_sense(sub: SubRom, mode: int, text: str, error: int) -> None:
    sub.vm.insert_disk("a", blank(LARGEST))
    sub.mode(mode)

    assert run(sub, "SCOPY", text)[0] == error
