"""The key matrix."""

from hypothesis import given
from hypothesis import strategies as st

from machine.core import state
from machine.core.bus import Bus
from machine.devices.keyboard import KeyMatrix

KEYS = st.sets(st.tuples(st.integers(0, 15), st.integers(0, 7)))


def read_row(keys: KeyMatrix, row: int) -> int:
    keys.write_register(0, row, 0)
    return keys.read_register(0, 0)


@given(KEYS, KEYS)
def test_rows_show_exactly_the_keys_that_are_down(
    pressed: set[tuple[int, int]], released: set[tuple[int, int]]
) -> None:
    keys = KeyMatrix("keys", Bus(1))
    for key in pressed:
        keys.press(*key)
    for key in released:
        keys.release(*key)

    down = {
        (row, bit) for row in range(16) for bit in range(8) if not read_row(keys, row) >> bit & 1
    }
    assert down == pressed - released


def test_release_all_lets_every_key_come_up() -> None:
    keys = KeyMatrix("keys", Bus(1))
    keys.press(3, 4)

    keys.release_all()

    assert read_row(keys, 3) == 0xFF
    assert not keys.is_down(3, 4)


def test_reset_does_not_let_go_of_a_key() -> None:
    keys = KeyMatrix("keys", Bus(1))
    keys.press(7, 2)

    keys.reset(0)

    assert read_row(keys, 7) == 0xFB


def test_fourth_corner_of_a_rectangle_ghosts_without_diodes() -> None:
    keys = KeyMatrix("keys", Bus(1), ghosting=True)
    for key in ((1, 0), (1, 5), (2, 0)):
        keys.press(*key)

    assert read_row(keys, 2) == 0xFF ^ 0x21
    assert read_row(keys, 3) == 0xFF


def test_restored_matrix_has_the_keys_and_the_row() -> None:
    keys, other = KeyMatrix("keys", Bus(1)), KeyMatrix("keys", Bus(1))
    keys.press(5, 5)
    keys.write_register(0, 5, 0)

    state.restore(other.state, state.capture(keys.state), "keys")
    other.attach()

    assert other.read_register(0, 0) == 0xDF
