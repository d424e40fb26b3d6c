"""Sub-ROM: lines and characters of the text screens, function key line."""

import pytest

from tests.support.guest_calls import WORK
from tests.support.subrom import SubRom, started

# mode, LINL40 or LINL32, characters from line to line, left margin
SCREENS = [(0, 40, 40, 0), (0, 37, 40, 2), (0, 80, 80, 0), (0, 77, 80, 2), (1, 29, 32, 2)]
LAST = 24


@pytest.fixture
def sub() -> SubRom:
    return started()


def begin(sub: SubRom, mode: int, width: int) -> None:
    sub.set(CNSDFG=0, **{"LINL40" if mode == 0 else "LINL32": width})
    sub.mode(mode)


def fill(sub: SubRom, stride: int) -> list[bytes]:
    """Numbers the lines: line n holds nothing but the letter n."""
    lines = [bytes([64 + line]) * stride for line in range(1, LAST + 1)]
    sub.vm.video.write_vram(sub.word("NAMBAS"), b"".join(lines))
    sub.vm.write(WORK["LINTTB"], bytes(range(101, 101 + LAST)))
    return lines


def lines(sub: SubRom, stride: int) -> list[bytes]:
    data = sub.vm.vram(sub.word("NAMBAS"), LAST * stride)
    return [data[row * stride : row * stride + stride] for row in range(LAST)]


@pytest.mark.parametrize(("mode", "width", "stride", "margin"), SCREENS)
def test_putvrm_writes_inside_the_margins(
    sub: SubRom, mode: int, width: int, stride: int, margin: int
) -> None:
    begin(sub, mode, width)
    sub.call("PUTVRM", hl=7 << 8 | 5, bc=ord("*"))

    place = sub.word("NAMBAS") + 6 * stride + margin + 4
    assert sub.vm.vram(place, 1) == b"*"
    assert b"".join(lines(sub, stride)).count(b"*") == 1


@pytest.mark.parametrize(("mode", "width", "stride"), [row[:3] for row in SCREENS])
@pytest.mark.parametrize("line", [1, 10, 23, 24])
def test_dellno_closes_the_gap(sub: SubRom, mode: int, width: int, stride: int, line: int) -> None:
    begin(sub, mode, width)
    before = fill(sub, stride)
    sub.call("DELLNO", hl=line)

    links = list(sub.vm.read(WORK["LINTTB"], LAST))
    assert lines(sub, stride) == [*before[: line - 1], *before[line:], b" " * stride]
    assert links[: line - 1] == list(range(101, 100 + line))
    assert links[line - 1 : 23] == list(range(101 + line, 125))
    assert links[23] != 0


@pytest.mark.parametrize(("mode", "width", "stride"), [row[:3] for row in SCREENS])
@pytest.mark.parametrize("line", [1, 10, 23, 24])
def test_inslno_makes_room(sub: SubRom, mode: int, width: int, stride: int, line: int) -> None:
    begin(sub, mode, width)
    before = fill(sub, stride)
    sub.call("INSLNO", hl=line)

    expected = [*before[: line - 1], b" " * stride, *before[line - 1 : 23]]
    assert lines(sub, stride) == expected
    assert list(sub.vm.read(WORK["LINTTB"] + line, LAST - line)) == list(range(100 + line, 124))


def test_lines_scroll_above_the_function_keys(sub: SubRom) -> None:
    begin(sub, 0, 40)
    before = fill(sub, 40)
    sub.set(CNSDFG=1)
    sub.call("DELLNO", hl=1)

    assert lines(sub, 40) == [*before[1:23], b" " * 40, *before[23:]]


@pytest.mark.parametrize(("mode", "width", "stride"), [row[:3] for row in SCREENS])
def test_clrtxt_clears_and_sends_the_cursor_home(
    sub: SubRom, mode: int, width: int, stride: int
) -> None:
    begin(sub, mode, width)
    fill(sub, stride)
    sub.set(CSRX=9, CSRY=9)
    sub.vm.video.write_vram(sub.word("NAMBAS") + LAST * stride, b"#")
    sub.call("CLRTXT")

    assert lines(sub, stride) == [b" " * stride] * LAST
    assert sub.vm.vram(sub.word("NAMBAS") + LAST * stride, 1) == b"#"
    assert (sub.byte("CSRX"), sub.byte("CSRY")) == (1, 1)
    assert 0 not in sub.vm.read(WORK["LINTTB"], LAST)


@pytest.mark.parametrize(
    ("width", "first"),
    [
        (40, b"color   auto    goto    list    run    "),
        (37, b"  color  auto   goto   list   run     "),
    ],
)
def test_the_function_key_line_has_five_keys(sub: SubRom, width: int, first: bytes) -> None:
    begin(sub, 0, width)
    sub.set(FNKSWI=1)
    sub.call("DSPFNK")

    row = lines(sub, 40)[23]
    assert row.split() == first.split()
    assert sub.byte("CNSDFG") != 0
    assert row.index(b"auto") - row.index(b"color") == (width - 4) // 5 + 1


def test_the_function_key_line_shows_the_other_keys(sub: SubRom) -> None:
    begin(sub, 0, 80)
    sub.set(FNKSWI=0)
    sub.call("DSPFNK")

    assert lines(sub, 80)[23][:14].startswith(b"color 15")


def test_the_function_key_line_moves_the_text_up_under_the_cursor(sub: SubRom) -> None:
    begin(sub, 0, 40)
    before = fill(sub, 40)
    sub.set(CSRY=24, CSRX=3)
    sub.call("DSPFNK")

    assert lines(sub, 40)[:23] == before[1:]
    assert (sub.byte("CSRY"), sub.byte("CSRX")) == (23, 3)


def test_clssub_keeps_the_function_keys(sub: SubRom) -> None:
    begin(sub, 0, 40)
    fill(sub, 40)
    sub.set(FNKSWI=1)
    sub.call("DSPFNK")
    sub.call("CLSSUB")

    assert lines(sub, 40)[:23] == [b" " * 40] * 23
    assert b"goto" in lines(sub, 40)[23]
