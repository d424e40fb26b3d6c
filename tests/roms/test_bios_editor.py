"""The screen editor behind PINLIN, INLIN and QINLIN, and CHGET."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.bios import Bios, started
from tests.support.guest_calls import Registers

BUF = 0xF55E


@pytest.fixture(params=[("eb1", 0, 39), ("eb2", 0, 80), ("eb1", 1, 29)])
def bios(request: pytest.FixtureRequest) -> Bios:
    """A board with a cleared text screen of a width."""
    board, mode, width = request.param
    made = started(board)
    made.set(**{"LINL32" if mode else "LINL40": width})
    made.screen(mode)
    return made


def edit(bios: Bios, keys: bytes, entry: str = "PINLIN") -> Registers:
    """Starts an entry, types codes, waits for the end."""
    bios.start(entry)
    bios.vm.run(frames=2)
    for start in range(0, len(keys), 8):
        bios.vm.machine.typist.waiting += keys[start : start + 8]
        bios.vm.run(frames=8)
    return bios.finish()


def line(bios: Bios) -> bytes:
    """The text in BUF."""
    return bios.vm.read(BUF, 256).partition(b"\0")[0]


def test_a_typed_line_comes_back(bios: Bios) -> None:
    after = edit(bios, b"hello world\r")

    assert line(bios) == b"hello world"
    assert (after.hl, after.carry) == (BUF - 1, False)
    assert bios.rows[0] == "hello world"
    assert (bios.byte("CSRX"), bios.byte("CSRY")) == (1, 2)


def test_pinlin_takes_what_stands_in_the_line(bios: Bios) -> None:
    bios.print(b"say ")

    edit(bios, b"this\r")

    assert line(bios) == b"say this"


def test_inlin_takes_only_what_was_typed(bios: Bios) -> None:
    bios.print(b"say ")

    edit(bios, b"this\r", "INLIN")

    assert line(bios) == b"this"


def test_inlin_cuts_the_row_above_off(bios: Bios) -> None:
    bios.print(b"w" * bios.byte("LINLEN"))

    edit(bios, b"below\r", "INLIN")

    assert line(bios) == b"below"
    assert bios.vm.peek(0xFBB2) != 0


def test_qinlin_asks_with_a_question_mark(bios: Bios) -> None:
    edit(bios, b"yes\r", "QINLIN")

    assert line(bios) == b"yes"
    assert bios.rows[0] == "? yes"


def test_a_line_may_be_longer_than_a_row(bios: Bios) -> None:
    text = bytes(97 + number % 26 for number in range(100))

    edit(bios, text + b"\r")

    assert line(bios) == text


def test_an_old_line_is_entered_again_with_the_cursor_keys(bios: Bios) -> None:
    edit(bios, b"first\r")
    edit(bios, b"second\r")

    edit(bios, b"\x1e\x1eF\r")

    assert line(bios) == b"First"
    assert bios.rows[:2] == ["First", "second"]


def test_back_space_and_delete_close_the_gap(bios: Bios) -> None:
    edit(bios, b"abcdef\x1d\x1d\x08\x7f\r")

    assert line(bios) == b"abcf"


def test_insert_mode_makes_room_until_it_is_ended(bios: Bios) -> None:
    edit(bios, b"adef\x1d\x1d\x1d\x12bc\x12DE\r")

    assert line(bios) == b"abcDEf"


def test_insert_mode_shows_an_underline_cursor(bios: Bios) -> None:
    bios.start("PINLIN")
    bios.vm.machine.typist.waiting += b"a\x12"
    bios.vm.run(frames=20)

    pattern = bios.vm.vram(bios.word("CGPBAS") + 255 * 8, 8)

    assert pattern == bytes(5) + b"\xff" * 3


def test_insert_at_the_end_of_a_full_row_opens_the_next(bios: Bios) -> None:
    width = bios.byte("LINLEN")
    bios.print(b"\n" + b"below\x1e\r")
    text = b"x" * (width - 1)

    edit(bios, text + b"\x0b\x12--\r")

    assert line(bios) == b"--" + text
    assert bios.rows[2] == "below"


def test_control_keys_edit_the_line(bios: Bios) -> None:
    edit(bios, b"one two three\x02\x02TWO\r")
    assert line(bios) == b"one TWO three"

    edit(bios, b"one two three\x02\x02\x02\x06T\x0e!\r")
    assert line(bios) == b"one Two three!"

    edit(bios, b"one two three\x02\x02\x05\r")
    assert line(bios) == b"one"

    edit(bios, b"one two three\x15new\r")
    assert line(bios) == b"new"


def test_tab_moves_to_the_next_eighth_column(bios: Bios) -> None:
    edit(bios, b"a\tb\r")

    assert line(bios) == b"a       b"


def test_graphic_characters_take_two_bytes_in_the_buffer(bios: Bios) -> None:
    edit(bios, b"a\x01\x41b\r")

    assert line(bios) == b"a\x01\x41b"


def test_control_stop_gives_the_line_up(bios: Bios) -> None:
    bios.start("PINLIN")
    bios.vm.type("abc")
    bios.vm.run(frames=10)
    bios.vm.key("CTRL", down=True)
    bios.vm.press("STOP")
    bios.vm.key("CTRL", down=False)

    after = bios.finish()

    assert after.carry
    assert after.hl == BUF - 1
    assert line(bios) == b""


def test_the_buffer_never_overflows(bios: Bios) -> None:
    edit(bios, b"z" * 400 + b"\r")

    assert set(line(bios)) == {ord("z")}
    assert len(line(bios)) <= 256
    assert bios.vm.peek(0xF661) == 0


def test_chget_waits_with_a_cursor(bios: Bios) -> None:
    bios.start("CHGET")
    bios.vm.run(frames=10)
    waiting = bios.is_done, 255 in bios.vm.vram(bios.word("NAMBAS"), 8)
    bios.vm.type("q")

    after = bios.finish()

    assert waiting == (False, True)
    assert after.a == ord("q")
    assert 255 not in bios.vm.vram(bios.word("NAMBAS"), 8)


def test_chsns_and_kilbuf_know_the_buffer(bios: Bios) -> None:
    bios.vm.type("abc")
    bios.vm.run(frames=2)

    full = bios.call("CHSNS").zero
    bios.call("KILBUF")

    assert not full
    assert bios.call("CHSNS").zero


def test_the_function_key_line_turns_over_while_shift_is_down(bios: Bios) -> None:
    def names() -> tuple[bool, bool]:
        bios.vm.run(frames=10)
        return "goto" in bios.rows[23], "cont" in bios.rows[23]

    bios.call("DSPFNK")
    bios.start("CHGET")
    released = names()
    bios.vm.key("SHIFT", down=True)
    pressed = names()
    bios.vm.key("SHIFT", down=False)

    assert (released, pressed, names()) == ((True, False), (False, True), (True, False))


KEYS = st.sampled_from(
    [*b"ab 0", 1, 2, 5, 6, 8, 9, 10, 11, 12, 14, 18, 21, 27, *range(28, 32), 127]
)


@given(start=st.integers(1, 24), keys=st.lists(KEYS, max_size=120).map(bytes))
def test_no_keys_lead_the_editor_astray(start: int, keys: bytes) -> None:
    bios = started("eb1")
    bios.screen(0)
    bios.set(LINLEN=17)
    bios.print(b"\x1bY" + bytes([31 + start, 32]) + b"some words that fill a line and more")
    before = bios.vm.vram(0x0400, 0x0800 + 255 * 8 - 0x0400)

    after = edit(bios, keys.replace(b"\x01", b"\x01A") + b"\r")

    assert not after.carry
    assert 1 <= bios.byte("CSRX") <= 17
    assert 1 <= bios.byte("CSRY") <= 24
    assert bios.vm.vram(0x0400, len(before)) == before
    assert bios.vm.peek(0xF55D) == ord(",")
    assert len(line(bios)) < 256
