"""Records: what is captured is restored, and nothing else is let in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from machine.core import state
from machine.core.errors import Refused
from machine.devices.memories import MapperState
from machine.devices.slots import SlotsState


@given(st.integers(0, 255), st.binary(min_size=4, max_size=4), st.integers(0, 1 << 62))
def test_a_record_comes_back_as_it_was(primary: int, secondary: bytes, due: int) -> None:
    record = SlotsState(primary, bytearray(secondary))
    record.due = due
    captured = state.capture(record)

    other = SlotsState()
    state.restore(other, captured, "slots")

    assert state.capture(other) == captured == {
        "due": due, "primary": primary, "secondary": secondary
    }  # fmt: skip


def test_buffers_keep_their_place() -> None:
    record = MapperState(bytearray(0x10000))
    cells = record.data

    state.restore(record, state.capture(MapperState(bytearray(b"\7" * 0x10000))), "ram")

    assert record.data is cells
    assert cells[0] == 7


@pytest.mark.parametrize(
    "change",
    [
        {"primary": 256},
        {"primary": -1},
        {"primary": b"x"},
        {"primary": "x"},
        {"primary": None},
        {"secondary": b"xxx"},
        {"secondary": b"xxxxx"},
        {"secondary": 5},
        {"due": 1 << 64},
        {"extra": 1},
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused_and_nothing_is_changed(change: dict[str, object]) -> None:
    record = SlotsState(0x1B, bytearray(b"abcd"))
    before = state.capture(record)
    damaged = {**state.capture(SlotsState(0x55, bytearray(4))), **change}

    with pytest.raises(Refused, match="slots"):
        state.restore(record, damaged, "slots")  # type: ignore[arg-type]

    assert state.capture(record) == before


def test_a_missing_field_is_refused_by_name() -> None:
    captured = state.capture(SlotsState())
    del captured["primary"]

    with pytest.raises(Refused, match="primary"):
        state.restore(SlotsState(), captured, "slots")
