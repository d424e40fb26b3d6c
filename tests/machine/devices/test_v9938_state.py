"""The record: capture and restore at any tick, and records that strangers have written."""

import random

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from machine.core import state
from machine.devices.v9938 import V9938, Tms9918a
from tests.machine.devices.v9938_drawing import HMMV, LINE, LMMM, Command
from tests.machine.devices.v9938_rig import LINE as LINE_TICKS
from tests.machine.devices.v9938_rig import Rig

FRAME = 262 * LINE_TICKS


def busy_rig(chip: type[V9938] | type[Tms9918a], seed: int) -> Rig:
    """A chip in the midst of everything: sprites, interrupts, a command, a wide mode at times."""
    rig = Rig(chip)
    source = random.Random(seed)
    rig.chip.write_vram(0, source.randbytes(0x4000))
    if chip is Tms9918a:
        rig.set_all([(0, 0x02), (1, 0xE2), (2, 0x06), (3, 0xFF), (4, 3), (5, 0x36), (6, 7)])
        return rig
    rig.set_all([(0, source.choice([0x16, 0x1A])), (1, 0x62), (2, 0x1F), (5, 0xEF), (6, 0x0F)])
    rig.set_all([(8, 0x08), (13, 0x21), (19, source.randrange(192)), (23, source.randrange(256))])
    rig.run_to(LINE_TICKS)
    rig.chip.write_vram(0, source.randbytes(0x20000))
    return rig


def act(rig: Rig, steps: int, seed: int, until: int) -> None:
    """Random traffic that ends at a tick."""
    source = random.Random(seed)
    start = rig.bus.now
    for step in range(steps):
        rig.run_to(start + (until - start) * (step + 1) // (steps + 1))
        choice = source.randrange(7)
        if choice == 0:
            rig.set(7, source.randrange(256))
        elif choice == 1:
            rig.write(source.randrange(0x4000), source.randbytes(20))
        elif choice == 2:
            rig.status(0)
        elif choice == 3 and isinstance(rig.chip, V9938):
            rig.status(1)
            rig.status(2)
        elif choice == 4 and isinstance(rig.chip, V9938):
            kind = source.choice([HMMV, LMMM, LINE])
            rig.set(17, 32)
            for value in Command(kind, 3, 4, 90, 5, 60, 20, 0x5A).registers:
                rig.bus.write_port(0x9B, value)
        elif choice == 5 and isinstance(rig.chip, V9938):
            rig.set(source.choice([18, 23]), source.randrange(256))
        elif choice == 6:
            rig.read(source.randrange(0x4000), 3)
    rig.run_to(until)


def same(one: Rig, two: Rig) -> None:
    assert state.capture(one.chip.state) == state.capture(two.chip.state)
    np.testing.assert_array_equal(one.picture(), two.picture())
    assert (one.bus.irq, one.chip.frames) == (two.bus.irq, two.chip.frames)


@pytest.mark.parametrize("chip", [V9938, Tms9918a])
@settings(max_examples=8)
@given(
    seed=st.integers(0, 2**32 - 1), moment=st.integers(2 * LINE_TICKS, 3 * FRAME),
    rest=st.integers(1, 2 * FRAME),
)  # fmt: skip
@example(seed=1, moment=358416, rest=1)  # an access waits when the command ends
def test_restored_chip_goes_on_as_if_nothing_had_been(
    chip: type[V9938] | type[Tms9918a], seed: int, moment: int, rest: int
) -> None:
    straight, first, second = busy_rig(chip, seed), busy_rig(chip, seed), Rig(chip)
    for rig in (straight, first):
        act(rig, 20, seed, moment)

    second.bus.now = first.bus.now
    state.restore(second.chip.state, state.capture(first.chip.state), "vdp")
    second.chip.attach()
    same(first, second)
    for rig in (straight, second):
        act(rig, 20, seed + 1, moment + rest)

    same(straight, second)


@pytest.mark.parametrize("chip", [V9938, Tms9918a])
@settings(max_examples=20)
@given(data=st.data())
def test_any_record_of_the_right_types_is_survived(
    chip: type[V9938] | type[Tms9918a], data: st.DataObject
) -> None:
    rig = Rig(chip)
    values = state.capture(rig.chip.state)
    source = random.Random(data.draw(st.integers(0, 2**32 - 1)))
    extremes = (0, 1, -1, 2**31 - 1, -(2**31), 313, 640, 0x1C, 255)
    for name, value in values.items():
        if isinstance(value, bytes):
            values[name] = source.randbytes(len(value)) if len(value) < 0x20001 else value
        elif name not in ("due", "frame_start", "mode_due", "frames"):
            values[name] = data.draw(st.sampled_from(extremes) | st.integers(-(2**31), 2**31 - 1))
    wanted = {name: bool(values[name]) if isinstance(getattr(rig.chip.state, name), bool)
              else values[name] for name in values}  # fmt: skip

    state.restore(rig.chip.state, wanted, "vdp")
    rig.chip.attach()
    rig.bus.now = rig.chip.state.frame_start
    act(rig, 30, 1, rig.bus.now + 2 * FRAME)

    assert rig.picture().shape in ((240, 320), (480, 640))
    assert all(0 <= value <= 255 for value in rig.chip.registers)


@pytest.mark.parametrize("name", ["due", "frame_start", "mode_due", "command_tick", "frames"])
@pytest.mark.parametrize("value", [0, -1, 2**62, -(2**62), 2**63 - 1, -(2**63)])
def test_times_from_a_stranger_do_not_hang_the_chip(name: str, value: int) -> None:
    rig = busy_rig(V9938, 4)
    act(rig, 8, 4, 2 * FRAME)
    values = state.capture(rig.chip.state)
    values[name] = value

    state.restore(rig.chip.state, values, "vdp")
    rig.chip.attach()
    act(rig, 8, 5, rig.bus.now + FRAME)

    assert rig.picture().shape in ((240, 320), (480, 640))


def test_restored_picture_is_shown_at_once() -> None:
    first, second = busy_rig(V9938, 1), Rig()
    act(first, 30, 1, 5 * FRAME // 2)
    second.bus.now = first.bus.now

    state.restore(second.chip.state, state.capture(first.chip.state), "vdp")
    second.chip.attach()

    np.testing.assert_array_equal(second.picture(), first.picture())
    assert second.chip.frames == first.chip.frames > 0
