"""Gamepads, tried with SDL's own virtual pad."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pytest

from app.services.audio_out import library
from app.services.gamepad import DOWN, LEFT, RIGHT, TRIGGER_A, TRIGGER_B, UP, Gamepads

GAMECONTROLLER, AXES, BUTTONS = 1, 6, 15
A, B, X, CROSS_UP, CROSS_RIGHT = 0, 1, 2, 11, 14


class VirtualPad:
    """A pad that exists in SDL only."""

    def __init__(self, sdl: Any) -> None:
        self._sdl = sdl
        self.index = sdl.SDL_JoystickAttachVirtual(GAMECONTROLLER, AXES, BUTTONS, 0)
        assert self.index >= 0
        sdl.SDL_JoystickOpen.restype = ctypes.c_void_p
        self._handle = ctypes.c_void_p(sdl.SDL_JoystickOpen(self.index))

    def push(self, button: int, down: int = 1) -> None:
        assert self._sdl.SDL_JoystickSetVirtualButton(self._handle, button, down) == 0

    def move(self, axis: int, value: int) -> None:
        assert self._sdl.SDL_JoystickSetVirtualAxis(self._handle, axis, value) == 0

    def unplug(self) -> None:
        self._sdl.SDL_JoystickClose(self._handle)
        assert self._sdl.SDL_JoystickDetachVirtual(self.index) == 0


@pytest.fixture
def pads() -> Iterator[Gamepads]:
    made = Gamepads()
    made.read()
    yield made
    made.close()


@pytest.fixture
def pad(pads: Gamepads) -> VirtualPad:
    sdl = library()
    assert sdl is not None
    return VirtualPad(sdl)


def test_buttons_and_cross_close_switches(pads: Gamepads, pad: VirtualPad) -> None:
    for button in (A, CROSS_UP, CROSS_RIGHT):
        pad.push(button)

    assert pads.read()[-1] == TRIGGER_A | UP | RIGHT
    pad.push(A, 0)
    pad.push(B)
    assert pads.read()[-1] == TRIGGER_B | UP | RIGHT
    pad.unplug()


@pytest.mark.parametrize(
    ("axis", "value", "wanted"),
    [(0, -32768, LEFT), (0, 32767, RIGHT), (1, -32768, UP), (1, 32767, DOWN), (0, 9000, 0)],
)
def test_a_stick_counts_when_it_is_moved_far_enough(
    pads: Gamepads, pad: VirtualPad, axis: int, value: int, wanted: int
) -> None:
    pad.move(axis, value)

    assert pads.read()[-1] == wanted
    pad.unplug()


def test_a_pad_that_is_pulled_out_is_gone(pads: Gamepads, pad: VirtualPad) -> None:
    before = len(pads.read())

    pad.unplug()

    assert len(pads.read()) == before - 1
