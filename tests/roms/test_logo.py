"""The start-up logo, on both boards and at both video standards."""

import numpy as np
import numpy.typing as npt
import pytest

from machine.api import Session
from roms.bios.font import ROWS, SOURCE, read_font

LEFT, TOP = 32, 24  # of a 256x192 picture in the frame
WORD = (4 * 8, 13 * 8)  # where the word begins in it
LONGEST = 0.6  # seconds


def picture(vm: Session) -> npt.NDArray[np.uint8]:
    return vm.frame()[TOP : TOP + 192, LEFT : LEFT + 256]


@pytest.fixture(params=[("eb1", 50), ("eb1", 60), ("eb2", 50), ("eb2", 60)], ids=str)
def vm(request: pytest.FixtureRequest) -> Session:
    """A machine at power-on."""
    return Session(request.param[0], hz=request.param[1])


def in_logo(vm: Session) -> bool:
    return vm.peek(0xFCAF) == 2


def word_is_complete(vm: Session) -> bool:
    patterns, names = read_font(SOURCE.read_text(encoding="utf-8"))
    x0, y0 = WORD
    white = picture(vm)[y0 : y0 + 4 * ROWS, x0 : x0 + 192].min(axis=2) > 180
    drawn = np.array(
        [
            [
                bool(patterns[names.index(letter) * ROWS + row] >> (7 - column) & 1)
                for letter in "EightBox"
                for column in range(6)
            ]
            for row in range(ROWS)
        ]
    )
    return bool((white == drawn.repeat(4, axis=0).repeat(4, axis=1)).all())


def test_the_logo_is_drawn_whole_and_gone_within_its_time(vm: Session) -> None:
    assert vm.run(until=in_logo, limit=3)
    start = vm.seconds
    whole = vm.run(until=word_is_complete, limit=LONGEST)
    over = vm.run(until=lambda vm: vm.peek(0xFCAF) != 2, limit=LONGEST)

    assert whole
    assert over
    assert vm.seconds - start < LONGEST


def test_the_boxes_have_many_colours_and_lie_in_the_middle(vm: Session) -> None:
    vm.run(until=in_logo, limit=3)
    vm.run(until=word_is_complete, limit=LONGEST)

    boxes = picture(vm)[24:88]
    columns = np.flatnonzero((boxes.max(axis=2) > 16).any(axis=0))
    colours = {tuple(pixel) for row in boxes for pixel in row if pixel.max() > 16}
    assert (columns[0], columns[-1]) == (104, 151)
    assert len(colours) == (12 if vm.machine.board.name == "eb2" else 8)


def test_colours_and_palette_are_as_before_afterwards(vm: Session) -> None:
    vm.run(seconds=4)

    assert [vm.peek(address) for address in (0xF3E9, 0xF3EA, 0xF3EB)] == [15, 4, 4]
    blue = (0x24, 0x24, 0xFF) if vm.machine.board.name == "eb2" else (0x53, 0x58, 0xDD)
    assert tuple(vm.frame()[230, 160]) == blue


@pytest.mark.parametrize(
    ("statement", "strong"),
    [
        ("SET SCREEN", ()),
        ("SET TITLE ,1", (2,)),
        ("SET TITLE ,2", (1,)),
        ("SET TITLE ,3", (0,)),
        ("SET TITLE ,4", (0, 1)),
    ],
)
def test_the_background_has_the_colour_of_set_title(
    statement: str, strong: tuple[int, ...]
) -> None:
    vm = Session("eb2")
    vm.run(seconds=4)
    vm.type(statement + "\r")
    vm.run(seconds=1)
    vm.machine.reset()
    vm.run(until=lambda vm: vm.peek(0xFCAF) != 2, limit=3)
    assert vm.run(until=in_logo, limit=3)
    vm.run(until=word_is_complete, limit=LONGEST)

    corner = picture(vm)[4, 4]
    border = vm.frame()[TOP // 2, LEFT // 2]
    assert [index for index in range(3) if corner[index] > 48] == list(strong)
    assert (corner == border).all()
    assert tuple(picture(vm)[60, 110]) != tuple(corner)
