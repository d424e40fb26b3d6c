"""PUT KANJI: its forms and errors. No board has a kanji ROM; test_sub_points.py draws what one would give."""

import pytest

from tests.support.basic import started
from tests.support.graphics import show


@pytest.mark.parametrize(("text", "expected"), [
    ("(10,20),&H3021", (15, 0, 10, 20)), ("(10,20),&H3021,5", (5, 0, 10, 20)), ("STEP(1,-1),&H3021,,XOR", (15, 3, 8, 6)),
    (",&H3021,7,TPSET,2", (7, 8, 7, 7)), ("(10,20),&H737E,,,1", (15, 0, 10, 20)),
])  # fmt: skip
def test_place_colour_and_operation_reach_the_sub_rom(
    text: str, expected: tuple[int, int, int, int]
) -> None:
    basic = started("eb2")
    show(basic, f"SCREEN 5:PSET(7,7)\nPUT KANJI{text}")
    words = basic.word("GRPACX"), basic.word("GRPACY")
    assert (basic.byte("ATRBYT"), basic.byte("LOGOPR"), *words) == expected


@pytest.mark.parametrize(("line", "message"), [
    ("SCREEN 2:PUT KANJI(1,1),1", "Illegal function call"), ("PUT KANJI(1,1),1", "Illegal function call"),
    ("SCREEN 5:PUT KANJI(1,1),1,16", "Illegal function call"), ("SCREEN 5:PUT KANJI(1,1),1,1,,3", "Illegal function call"),
    ("SCREEN 5:PUT KANJI(1,1)", "Syntax error"), ("SCREEN 5:PUT KANJI", "Syntax error"),
    ("SCREEN 5:PUT KANJI(1,1),A$", "Type mismatch"), ("K=1:PUT K", "File not OPEN"), ("KA=9:PUT #KA", "Bad file number"),
])  # fmt: skip
def test_bad_forms_are_refused_and_other_names_are_files(line: str, message: str) -> None:
    assert started("eb2").error(line) == message


def test_kanji_is_a_name_in_msx_basic_1() -> None:
    basic = started("eb1")
    assert basic.error("SCREEN 2:PUT KANJI(1,1),1") == "File not OPEN"
