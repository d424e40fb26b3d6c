"""States that no machine can have written: refused, or brought into range, never worse."""

import sys
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from machine.api import Session
from machine.core.errors import Refused
from machine.machine import Capture
from machine.media.dsk import blank

BOARDS = ("eb1", "eb2")
EDGES = (0, 1, -1, 3, 15, 127, 128, 255, 0x7FFF, 0xFFFF, (1 << 31) - 1, 1 << 61, -(1 << 63))
STARTS = (0, 5_000_001, 60_000_000)  # ticks: at power-on, in the start-up, at the prompt


@pytest.fixture(scope="module")
def sound_states() -> dict[str, tuple[Session, list[Capture]]]:
    made = {}
    for board in BOARDS:
        vm = Session(board)
        vm.insert_disk("a", blank())
        captures = []
        for start in STARTS:
            vm.run(ticks=max(start - vm.machine.now, 0))
            captures.append(vm.capture())
        made[board] = vm, captures
    return made


def damaged(data: st.DataObject, fields: dict[str, Any]) -> dict[str, Any]:
    """A record in which some fields hold what they never should, of the right size."""
    some = data.draw(st.lists(st.sampled_from(sorted(fields)), min_size=1, unique=True))
    return {**fields, **{name: other(data, fields[name]) for name in some}}


def other(data: st.DataObject, value: int | bytes) -> int | bytes:
    if isinstance(value, bytes):
        pattern = data.draw(st.binary(min_size=1, max_size=64))
        return (pattern * (len(value) // len(pattern) + 1))[: len(value)]
    return data.draw(
        st.sampled_from(EDGES) | st.integers(0, 255) | st.integers(-(1 << 63), (1 << 63) - 1)
    )


@pytest.mark.parametrize("board", BOARDS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_state_is_refused_or_runs(
    board: str,
    data: st.DataObject,
    sound_states: dict[str, tuple[Session, list[Capture]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    vm, captures = sound_states[board]
    sound = data.draw(st.sampled_from(captures))
    names = data.draw(st.lists(st.sampled_from(sorted(sound.devices)), min_size=1, unique=True))
    devices = {**sound.devices, **{name: damaged(data, sound.devices[name]) for name in names}}
    tick = data.draw(st.just(sound.tick) | st.integers(0, (1 << 61) - 1))
    swallowed: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", swallowed.append)

    try:
        vm.restore(msgspec.structs.replace(sound, devices=devices, tick=tick))
    except Refused:
        return
    frames = vm.frames
    vm.run(frames=2)

    assert vm.frames == frames + 2
    assert vm.frame_buffer().size
    assert len(vm.sound()) < 1 << 16
    assert (
        min(int(device.state.due) for name, device in vm.machine.devices.items() if name != "cpu")
        > vm.machine.now - 500  # nobody asks when the CPU is due
    )
    assert swallowed == []


def test_a_state_refused_half_way_leaves_no_device_with_what_was_not_looked_at() -> None:
    vm = Session("eb2")
    vm.insert_disk("a", blank())
    sound = vm.capture()
    late = {**sound.devices["disk-controller"], "due": -(1 << 63)}
    odd = {**sound.devices["slots"], "primary": 1 << 62}
    devices = {**sound.devices, "disk-controller": late, "slots": odd}

    with pytest.raises(Refused, match="slots"):
        vm.restore(msgspec.structs.replace(sound, devices=devices))

    assert vm.capture() == sound
