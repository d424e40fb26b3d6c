"""Gamepads of the host, through the SDL that `audio_out` uses too.

Pads are asked, not listened to: no event loop but Qt's. Buttons and axes are SDL's standard layout
(SDL_gamecontroller.h), so that A, B and the cross are where a player expects them on every pad.
"""

import ctypes

from app.services.audio_out import library

_INIT_GAMECONTROLLER = 0x2000
_AXIS_X, _AXIS_Y = 0, 1
_UP, _DOWN, _LEFT, _RIGHT = 11, 12, 13, 14  # SDL_CONTROLLER_BUTTON_DPAD_*
_FIRST, _SECOND = (0, 2), (1, 3)  # A and X, B and Y
PUSHED = 16_000  # of 32767: how far a stick is moved before it counts
UP, DOWN, LEFT, RIGHT, TRIGGER_A, TRIGGER_B = 1, 2, 4, 8, 16, 32


class Gamepads:
    """The pads that are plugged in; none where there is no SDL."""

    def __init__(self) -> None:
        self._sdl: ctypes.CDLL | None = None
        self._tried = False
        self._open: dict[int, int] = {}  # SDL's number of a pad: its handle, in order of arrival

    def read(self) -> list[int]:
        """The switches of each pad, as `machine.worker.messages.Joystick` has them."""
        if not self._tried:
            self._tried = True
            self._sdl = _started()
        if self._sdl is None:
            return []
        self._sdl.SDL_GameControllerUpdate()
        self._find()
        return [self._switches(ctypes.c_void_p(handle)) for handle in self._open.values()]

    def close(self) -> None:
        """Lets go of all pads."""
        if self._sdl is None:
            return
        for handle in self._open.values():
            self._sdl.SDL_GameControllerClose(ctypes.c_void_p(handle))
        self._open.clear()
        self._sdl.SDL_QuitSubSystem(_INIT_GAMECONTROLLER)
        self._sdl = None

    def _find(self) -> None:
        assert self._sdl is not None
        for number, handle in list(self._open.items()):
            if not self._sdl.SDL_GameControllerGetAttached(ctypes.c_void_p(handle)):
                self._sdl.SDL_GameControllerClose(ctypes.c_void_p(handle))
                del self._open[number]
        for index in range(self._sdl.SDL_NumJoysticks()):
            number = self._sdl.SDL_JoystickGetDeviceInstanceID(index)
            if number not in self._open and self._sdl.SDL_IsGameController(index):
                handle = self._sdl.SDL_GameControllerOpen(index)
                if handle:
                    self._open[number] = handle

    def _switches(self, pad: ctypes.c_void_p) -> int:
        assert self._sdl is not None
        sdl = self._sdl
        x = sdl.SDL_GameControllerGetAxis(pad, _AXIS_X)
        y = sdl.SDL_GameControllerGetAxis(pad, _AXIS_Y)

        def down(*buttons: int) -> bool:
            return any(sdl.SDL_GameControllerGetButton(pad, button) for button in buttons)

        return (
            UP * (y < -PUSHED or down(_UP))
            | DOWN * (y > PUSHED or down(_DOWN))
            | LEFT * (x < -PUSHED or down(_LEFT))
            | RIGHT * (x > PUSHED or down(_RIGHT))
            | TRIGGER_A * down(*_FIRST)
            | TRIGGER_B * down(*_SECOND)
        )


def _started() -> ctypes.CDLL | None:
    sdl = library()
    if sdl is None:
        return None
    sdl.SDL_GameControllerOpen.restype = ctypes.c_void_p
    sdl.SDL_GameControllerGetAxis.restype = ctypes.c_int16
    sdl.SDL_GameControllerGetButton.restype = ctypes.c_uint8
    sdl.SDL_SetHint(b"SDL_JOYSTICK_ALLOW_BACKGROUND_EVENTS", b"1")
    return sdl if sdl.SDL_InitSubSystem(_INIT_GAMECONTROLLER) == 0 else None
