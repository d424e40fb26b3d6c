"""The machine's sound, from shared memory to the host's device, without gaps and without delay.

The machine's clock and the sound card's are two clocks. The rate is nudged by at most half a
percent so that the queue keeps its target; nobody hears that, and it never runs dry or away. The
target is low as long as that works: each gap raises it, and every quiet while lowers it again.

A thread of its own does it: the window's may be laying out, painting or asking for a file. It is
that thread, too, which imports numpy, with the first samples: the window need not wait for it.
"""

import threading
from typing import TYPE_CHECKING

from PyQt6.QtCore import QObject

from app.controllers.vm import VmController
from app.services.audio_out import RATE, AudioOut

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.int16]

TARGET = RATE * 25 // 1000  # samples: 25 ms
TARGET_STEP = RATE * 10 // 1000
TARGET_MOST = RATE * 85 // 1000
QUIET = RATE * 30  # samples without a gap after which the target is lowered by a step
LIMIT = RATE * 120 // 1000  # more than this in the queue is delay: samples are left out
NUDGE = 0.005
INTERVAL_SECONDS = 0.005


class SoundController(QObject):
    """Moves samples every few milliseconds. `underruns` counts how often the queue ran dry."""

    def __init__(self, vm: VmController, out: AudioOut, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vm = vm
        self._out = out
        self._thread: threading.Thread | None = None
        self._ended = threading.Event()
        self._primed = False
        self._skipping = False
        self._since_gap = 0
        self.target = TARGET
        self.underruns = 0
        self.volume = 1.0
        self.muted = False

    @property
    def queued_ms(self) -> float:
        """Milliseconds of sound in the queue."""
        return self._out.queued * 1000 / RATE

    @property
    def device(self) -> str:
        """The sound system in use, "" if the host has none."""
        return self._out.name

    def start(self) -> None:
        """Begins to play, if this host can."""
        if self._out.name and self._thread is None:
            self._ended.clear()
            self._thread = threading.Thread(target=self._play, name="sound", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Falls silent and gives the device back."""
        if self._thread is not None:
            self._ended.set()
            self._thread.join()
            self._thread = None
        self._out.close()

    def _play(self) -> None:
        while not self._ended.wait(INTERVAL_SECONDS):
            self.move()

    def move(self) -> None:
        """Takes what the machine has made and queues it."""
        with self._vm.frames_lock:
            frames = self._vm.frames
            if frames is None:
                return
            raw = frames.read_sound()
        if not self._vm.sounding:
            self._primed = False
            return
        import numpy as np

        samples = np.frombuffer(raw, np.int16)
        queued = self._out.queued
        if queued == 0 and self._primed:
            self._gap()
        self._skipping = queued > (self.target if self._skipping else LIMIT)
        if not len(samples) or self._skipping:
            return
        if not self._primed:
            self._out.push(bytes(2 * max(self.target - len(samples), 0)))
            self._primed = True
        self._out.push(self._scaled(nudged(samples, queued, self.target)).tobytes())
        self._since_gap += len(samples)
        if self._since_gap >= QUIET:
            self._since_gap = 0
            self.target = max(self.target - TARGET_STEP, TARGET)

    def _gap(self) -> None:
        self.underruns += 1
        self._primed = False
        self._since_gap = 0
        self.target = min(self.target + TARGET_STEP, TARGET_MOST)

    def _scaled(self, samples: "Samples") -> "Samples":
        volume = 0.0 if self.muted else self.volume
        return samples if volume >= 1.0 else (samples * volume).astype(samples.dtype)


def nudged(samples: "Samples", queued: int, target: int = TARGET) -> "Samples":
    """`samples` stretched or shrunk by up to NUDGE, so that a queue of `queued` nears `target`."""
    lack = max(-1.0, min(1.0, (target - queued) / target))
    count = round(len(samples) * (1 + NUDGE * lack))
    if count == len(samples) or len(samples) < 2:
        return samples
    import numpy as np

    places = np.linspace(0, len(samples) - 1, count)
    return np.interp(places, np.arange(len(samples)), samples).astype(np.int16)
