"""Joysticks, triggers and the paddle and pad entries."""

import pytest

from tests.support.bios import Bios, started
from tests.support.guest_calls import WORK

UP, DOWN, LEFT, RIGHT, BUTTON_A, BUTTON_B = 1, 2, 4, 8, 16, 32
DIRECTIONS = [
    (0, 0),
    (UP, 1),
    (UP | RIGHT, 2),
    (RIGHT, 3),
    (RIGHT | DOWN, 4),
    (DOWN, 5),
    (DOWN | LEFT, 6),
    (LEFT, 7),
    (LEFT | UP, 8),
]


@pytest.fixture(params=["eb1", "eb2"])
def bios(request: pytest.FixtureRequest) -> Bios:
    """Either board, started."""
    return started(request.param)


@pytest.mark.parametrize("port", [0, 1])
def test_gtstck_gives_the_eight_directions(bios: Bios, port: int) -> None:
    for switches, direction in DIRECTIONS:
        bios.vm.joystick(port, switches)
        bios.vm.joystick(1 - port, 0)

        assert bios.call("GTSTCK", a=1 + port).a == direction
        assert bios.call("GTSTCK", a=2 - port).a == 0


def test_gtstck_0_reads_the_cursor_keys(bios: Bios) -> None:
    names = {UP: "UP", DOWN: "DOWN", LEFT: "LEFT", RIGHT: "RIGHT"}
    for switches, direction in DIRECTIONS:
        held = [name for bit, name in names.items() if switches & bit]
        for name in held:
            bios.vm.key(name, down=True)

        assert bios.call("GTSTCK", a=0).a == direction

        for name in held:
            bios.vm.key(name, down=False)


def test_gttrig_reads_space_and_four_buttons(bios: Bios) -> None:
    def triggers() -> list[int]:
        return [bios.call("GTTRIG", a=number).a for number in range(5)]

    assert triggers() == [0, 0, 0, 0, 0]
    bios.vm.joystick(0, BUTTON_A)
    assert triggers() == [0, 255, 0, 0, 0]
    bios.vm.joystick(0, BUTTON_B)
    assert triggers() == [0, 0, 0, 255, 0]
    bios.vm.joystick(0, 0)
    bios.vm.joystick(1, BUTTON_A)
    assert triggers() == [0, 0, 255, 0, 0]
    bios.vm.joystick(1, BUTTON_B)
    assert triggers() == [0, 0, 0, 0, 255]
    bios.vm.joystick(1, 0)
    bios.vm.key("SPACE", down=True)
    assert triggers() == [255, 0, 0, 0, 0]


def test_trgflg_follows_the_triggers(bios: Bios) -> None:
    bios.run(" ret")
    bios.vm.joystick(0, BUTTON_A)
    bios.vm.joystick(1, BUTTON_B)
    bios.vm.run(frames=3)
    two = bios.byte("TRGFLG") & 0xF1
    bios.vm.joystick(0, 0)
    bios.vm.joystick(1, 0)
    bios.vm.key("SPACE", down=True)
    bios.vm.run(frames=3)

    assert two == 0xF1 & ~0x90
    assert bios.byte("TRGFLG") & 0xF1 == 0xF0


def test_a_trapped_trigger_is_an_event_once(bios: Bios) -> None:
    bios.run(" ret")
    entry = WORK["TRPTBL"] + 15 * 3  # button B of port 1
    bios.vm.poke(entry, 1)
    bios.vm.joystick(0, BUTTON_B)
    bios.vm.run(frames=5)

    assert bios.vm.peek(entry) == 5
    assert bios.byte("ONGSBF") == 1


def test_a_paddle_that_is_not_there_is_at_an_end(bios: Bios) -> None:
    assert bios.call("GTPDL", a=1).a in (0, 255)
    assert bios.call("GTPDL", a=2).a in (0, 255)


def test_a_touch_pad_that_is_not_there_is_not_touched(bios: Bios) -> None:
    assert bios.call("GTPAD", a=0).a == 0
    assert bios.call("GTPAD", a=4).a == 0
