"""Sub-ROM: the statements PAINT and COPY, with arguments evaluated at BASIC's documented addresses."""

import random
import re

import pytest

from machine.api import Session
from machine.media.dsk import LARGEST, blank
from tests.roms.test_sub_copy import dots, packed
from tests.roms.test_sub_points import draw, inked, picture
from tests.support.floppies import put_file
from tests.support.guest_calls import prompt_shown
from tests.support.subrom import SubRom

TEXT = 0xB000
TOKENS = {" TO ": "\xd9", "STEP": "\xdc", "-": "\xf2", "AND": "\xf6", "XOR": "\xf8", "PSET": "\xc2"}
NO_ERROR = 0


@pytest.fixture(scope="module")
def machine() -> Session:
    """A machine at BASIC's prompt."""
    vm = Session("eb2")
    assert vm.run(until=prompt_shown, limit=10)
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


def constant(number: int) -> str:
    """A number as BASIC keeps it in a line."""
    if number < 10:
        return chr(0x11 + number)
    if number < 256:
        return "\x0f" + chr(number)
    return "\x1c" + chr(number & 255) + chr(number >> 8)


def tokens(text: str) -> str:
    """A statement's arguments as BASIC keeps them in a line."""
    parts = text.split('"')
    for place in range(0, len(parts), 2):
        for word, token in TOKENS.items():
            parts[place] = parts[place].replace(word, token)
        parts[place] = re.sub(r"\d+", lambda found: constant(int(found[0])), parts[place])
    return '"'.join(parts)


def run(sub: SubRom, entry: str, text: str) -> tuple[int, int]:
    """The error number of a statement (0: none) and how much of its text it read."""
    text = tokens(text)
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
def test_copy_onto_itself_is_whole_from_the_corner_it_goes_to(
    sub: SubRom, shift: tuple[int, int]
) -> None:
    sub.mode(5)
    before = random_screen(sub)
    x, y = 40 + shift[0], 30 + shift[1]
    right, down = 63 * (shift[0] > 0), 31 * (shift[1] > 0)
    corners = f"({40 + right},{30 + down})-({103 - right},{61 - down})"

    assert run(sub, "SCOPY", f"{corners} TO ({x + right},{y + down})") == (NO_ERROR, 0)
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
