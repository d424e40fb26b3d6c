"""Sound to the host: SDL's queue, through the SDL that pygame brings along.

Blocks are pushed, never pulled: a callback would need Python's lock in the middle of whatever else
runs. No device is no error: then the queue swallows everything.
"""

import ctypes
import importlib.util
import os
import sys
from pathlib import Path

from machine.worker.frames import SOUND_RATE

RATE = SOUND_RATE  # as the machine makes it
DEVICE_BLOCK = 512  # samples that the device takes at once
PULSE_LATENCY_MS = 2 * DEVICE_BLOCK * 1000 // RATE
_INIT_AUDIO = 0x10
_FORMAT_S16 = 0x8010 if sys.byteorder == "little" else 0x9010


class _Spec(ctypes.Structure):
    """SDL_AudioSpec of SDL 2 (SDL_audio.h)."""

    _fields_ = (
        ("freq", ctypes.c_int),
        ("format", ctypes.c_uint16),
        ("channels", ctypes.c_uint8),
        ("silence", ctypes.c_uint8),
        ("samples", ctypes.c_uint16),
        ("padding", ctypes.c_uint16),
        ("size", ctypes.c_uint32),
        ("callback", ctypes.c_void_p),
        ("userdata", ctypes.c_void_p),
    )


def library() -> ctypes.CDLL | None:
    """The SDL 2 inside pygame's wheel, None if there is none."""
    found = importlib.util.find_spec("pygame")
    if found is None or found.origin is None:
        return None
    package = Path(found.origin).parent
    patterns = (
        "pygame_ce.libs/libSDL2-2*",
        "pygame.libs/libSDL2-2*",
        "pygame/SDL2.dll",
        "pygame/.dylibs/libSDL2-2*",
    )
    for pattern in patterns:
        for path in sorted(package.parent.glob(pattern)):
            try:
                return ctypes.CDLL(str(path))
            except OSError:
                continue
    return None


class AudioOut:
    """One sound device with a queue. `name` is "" if there is no sound on this host."""

    def __init__(self) -> None:
        """Opens the default device; SDL converts to whatever rate it has."""
        os.environ.setdefault("SDL_NO_SIGNAL_HANDLERS", "1")
        # SDL grants PulseAudio one block in all, which runs dry when SDL's own thread is late.
        os.environ.setdefault("PULSE_LATENCY_MSEC", str(PULSE_LATENCY_MS))
        self.name = ""
        self._device = 0
        self._sdl = library()
        if self._sdl is None:
            return
        self._sdl.SDL_GetError.restype = ctypes.c_char_p
        self._sdl.SDL_GetCurrentAudioDriver.restype = ctypes.c_char_p
        self._sdl.SDL_GetQueuedAudioSize.restype = ctypes.c_uint32
        self._sdl.SDL_OpenAudioDevice.restype = ctypes.c_uint32
        if self._sdl.SDL_InitSubSystem(_INIT_AUDIO) != 0:
            return
        wanted = _Spec(freq=RATE, format=_FORMAT_S16, channels=1, samples=DEVICE_BLOCK)
        got = _Spec()
        self._device = self._sdl.SDL_OpenAudioDevice(
            None, 0, ctypes.byref(wanted), ctypes.byref(got), 0
        )
        if self._device:
            self.name = self._sdl.SDL_GetCurrentAudioDriver().decode()
            self._sdl.SDL_PauseAudioDevice(self._device, 0)
        else:
            self._sdl.SDL_QuitSubSystem(_INIT_AUDIO)  # the device is in use

    @property
    def queued(self) -> int:
        """Samples that wait in the queue."""
        if not self._device or self._sdl is None:
            return 0
        return int(self._sdl.SDL_GetQueuedAudioSize(self._device)) // 2

    def push(self, samples: bytes) -> None:
        """Appends 16-bit mono samples."""
        if self._device and self._sdl is not None and samples:
            self._sdl.SDL_QueueAudio(self._device, samples, len(samples))

    def clear(self) -> None:
        """Drops what waits."""
        if self._device and self._sdl is not None:
            self._sdl.SDL_ClearQueuedAudio(self._device)

    def close(self) -> None:
        """Gives the device back."""
        if self._device and self._sdl is not None:
            self._sdl.SDL_CloseAudioDevice(self._device)
            self._sdl.SDL_QuitSubSystem(_INIT_AUDIO)
            self._device = 0
