"""SPRITE$, PUT SPRITE, COLOR SPRITE and COLOR SPRITE$."""

import pytest

from tests.support.basic import Basic, started
from tests.support.graphics import show

BOARDS = ["eb1", "eb2"]
SPRITES = [("eb1", 1), ("eb1", 2), ("eb1", 3), *(("eb2", mode) for mode in range(1, 9))]
PATTERNS = {7: 0xF000, 8: 0xF000, 5: 0x7800, 6: 0x7800}
ATTRIBUTES = {4: 0x1E00, 5: 0x7600, 6: 0x7600, 7: 0xFA00, 8: 0xFA00}


def after(board: str, mode: int, *lines: str, size: int = 0) -> Basic:
    """The guest after program lines on a screen."""
    basic = started(board)
    show(basic, "\n".join(["CLEAR 1000", f"SCREEN {mode},{size}", *lines]))
    return basic


def video(basic: Basic, address: int, count: int) -> bytes:
    """Video memory of page 0."""
    return bytes(basic.vm.vram(address, count))


def attributes(basic: Basic, mode: int, plane: int) -> list[int]:
    """Y, X and pattern of a plane, and its colour in mode 1."""
    start = ATTRIBUTES.get(mode, 0x1B00) + 4 * plane
    return list(video(basic, start, 4 if mode < 4 else 3))


def lines(basic: Basic, mode: int, plane: int) -> list[int]:
    """The colours of the lines of a plane."""
    return list(video(basic, ATTRIBUTES[mode] - 512 + 16 * plane, 16))


@pytest.mark.parametrize(("board", "mode"), SPRITES)
def test_a_pattern_is_filled_up_with_empty_lines(board: str, mode: int) -> None:
    basic = after(board, mode, 'SPRITE$(200)="ABCDEFGHIJ":SPRITE$(201)="XY"')
    start = PATTERNS.get(mode, 0x3800) + 1600
    assert video(basic, start, 16) == b"ABCDEFGHXY" + bytes(6)


@pytest.mark.parametrize(("board", "mode"), SPRITES)
def test_large_patterns_have_32_lines(board: str, mode: int) -> None:
    basic = after(board, mode, 'SPRITE$(63)=STRING$(20,"A")', size=2)
    assert video(basic, PATTERNS.get(mode, 0x3800) + 63 * 32, 32) == b"A" * 20 + bytes(12)


@pytest.mark.parametrize("board", BOARDS)
def test_sprite_gives_its_pattern_back(board: str) -> None:
    basic = started(board)
    basic.enter('SCREEN 1,2:SPRITE$(3)="ABC":A$=SPRITE$(3):SPRITE$(4)=SPRITE$(3)+"":B$=SPRITE$(4)')
    basic.wait()
    assert basic.direct("PRINT LEN(A$);LEFT$(A$,3);ASC(MID$(A$,4));A$=B$")[0].split() == [
        "32",
        "ABC",
        "0",
        "-1",
    ]


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("mode", ["1", "0", "3"])
def test_patterns_stay_in_another_screen(board: str, mode: str) -> None:
    """The wiki's example of SPRITE$() prints one of screen 2 in screen 1."""
    basic = started(board)
    basic.enter(f'SCREEN 2,0:SPRITE$(50)="pattern!":SCREEN {mode}:A$=SPRITE$(50)')
    basic.wait()
    assert basic.direct("PRINT A$") == ["pattern!"]


@pytest.mark.parametrize(("board", "mode"), SPRITES)
def test_put_sprite_sets_place_colour_and_pattern(board: str, mode: int) -> None:
    basic = after(board, mode, "PUT SPRITE 5,(100,80),9,3", "PUT SPRITE 6,STEP(10,-90),1")
    assert attributes(basic, mode, 5) == [80, 100, 3, 9][: 4 if mode < 4 else 3]
    assert attributes(basic, mode, 6)[:3] == [246, 110, 6]
    if mode >= 4:
        assert lines(basic, mode, 5) == [9] * 16


@pytest.mark.parametrize(("board", "mode"), SPRITES)
def test_left_of_the_screen_the_early_clock_is_set(board: str, mode: int) -> None:
    basic = after(
        board, mode, "PUT SPRITE 0,(-10,80),9", "PUT SPRITE 1,(-1,0),9", "PUT SPRITE 1,(7,0)"
    )
    assert attributes(basic, mode, 0)[:2] == [80, 22]
    assert attributes(basic, mode, 1)[:2] == [0, 7]
    if mode < 4:
        assert [attributes(basic, mode, plane)[3] for plane in (0, 1)] == [0x89, 9]
    else:
        assert lines(basic, mode, 0) + lines(basic, mode, 1) == [0x89] * 16 + [9] * 16


@pytest.mark.parametrize(("board", "mode"), [("eb1", 2), ("eb2", 2), ("eb2", 5)])
def test_what_put_sprite_leaves_out_stays(board: str, mode: int) -> None:
    basic = after(
        board, mode, "PUT SPRITE 2,(10,20),3,4", "PUT SPRITE 2,,7", "PUT SPRITE 2,(11,21)"
    )
    assert attributes(basic, mode, 2)[:3] == [21, 11, 4]
    basic = after(board, mode, "PUT SPRITE 2,(10,20),3,4", "PUT SPRITE 2,,,9")
    assert attributes(basic, mode, 2)[:3] == [20, 10, 9]


def test_put_sprite_wants_more_than_a_plane() -> None:
    """MSX1 machines: github.com/andete/zerobas, docs/keywords/SPRITE.md."""
    program = '10 ON ERROR GOTO 30:SCREEN 1\n20 PUT SPRITE 2\n30 PRINT:PRINT"RUN":PRINT ERR:END'

    assert started("eb1").run(program) == [" 2"]


def test_a_large_sprite_has_four_patterns() -> None:
    assert attributes(after("eb1", 2, "PUT SPRITE 0,(1,1),1,63", size=2), 2, 0)[2] == 252


def test_sprites_lie_in_page_0_whatever_page_is_active() -> None:
    basic = after("eb2", 5, 'SET PAGE 0,1:PUT SPRITE 5,(100,80),9,3:SPRITE$(0)="A"')
    assert attributes(basic, 5, 5) == [80, 100, 3]
    assert basic.vm.vram(0x7800, 1) == b"A"


def test_color_sprite_colours_lines() -> None:
    basic = after("eb2", 5, "COLOR SPRITE(2)=5+64", "COLOR SPRITE$(3)=CHR$(9)+CHR$(130)")
    assert lines(basic, 5, 2) == [69] * 16
    assert lines(basic, 5, 3) == [9, 130] + [15] * 14


def test_a_sprite_shows() -> None:
    basic = after("eb1", 2, "SPRITE$(0)=STRING$(8,255):PUT SPRITE 0,(100,50),8,0")
    frame = basic.vm.frame()
    inside = frame[24 + 51 : 24 + 59, 32 + 100 : 32 + 108].reshape(-1, 3)
    assert len({tuple(pixel) for pixel in inside.tolist()}) == 1
    assert frame[24 + 59, 32 + 100].tolist() != inside[0].tolist()


@pytest.mark.parametrize(
    ("board", "line", "expected"),
    [
        ("eb1", "SCREEN 0:PUT SPRITE 0,(1,1)", "Illegal function call"),
        ("eb1", 'SCREEN 0:SPRITE$(0)="A"', "Illegal function call"),
        ("eb1", "SCREEN 1:PUT SPRITE 32,(1,1)", "Illegal function call"),
        ("eb1", "SCREEN 1:PUT SPRITE 0,(1,1),16", "Illegal function call"),
        ("eb2", "SCREEN 5:PUT SPRITE 0,(1,1),128", "Illegal function call"),
        ("eb1", "SCREEN 1,2:PUT SPRITE 0,(1,1),1,64", "Illegal function call"),
        ("eb1", 'SCREEN 1,2:SPRITE$(64)="A"', "Illegal function call"),
        ("eb1", 'SCREEN 1:SPRITE$(256)="A"', "Illegal function call"),
        ("eb1", "SCREEN 1:SPRITE$(0)=1", "Type mismatch"),
        ("eb1", "SCREEN 1:SPRITE(0)=1", "Syntax error"),
        ("eb2", "SCREEN 2:COLOR SPRITE(0)=1", "Illegal function call"),
        ("eb2", "SCREEN 5:COLOR SPRITE(32)=1", "Illegal function call"),
        ("eb2", "SCREEN 5:COLOR SPRITE(0)=128", "Illegal function call"),
    ],
)
def test_bad_arguments_are_refused(board: str, line: str, expected: str) -> None:
    assert started(board).error(line) == expected
