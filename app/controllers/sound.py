"""The machine's sound, from shared memory to the host's device, without gaps and without delay.

The machine's clock and the sound card's are two clocks. The rate is nudged by at most half a
percent so that the queue keeps TARGET samples; nobody hears that, and it never runs dry or away.
"""

import numpy as np
import numpy.typing as npt
from PyQt6.QtCore import QObject, Qt, QTimer

from app.controllers.vm import VmController
from app.services.audio_out import RATE, AudioOut

Samples = npt.NDArray[np.int16]

TARGET = RATE * 25 // 1000  # samples: 25 ms
LIMIT = RATE * 120 // 1000  # more than this is dropped: it would only be delay
NUDGE = 0.005
INTERVAL_MS = 5


class SoundController(QObject):
    """Moves samples every few milliseconds. `underruns` counts how often the queue ran dry."""

    def __init__(self, vm: VmController, out: AudioOut, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vm = vm
        self._out = out
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.move)
        self._primed = False
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
        """Begins to play."""
        self._timer.start()

    def stop(self) -> None:
        """Falls silent and gives the device back."""
        self._timer.stop()
        self._out.close()

    def move(self) -> None:
        """Takes what the machine has made and queues it."""
        frames = self._vm.frames
        if frames is None:
            return
        samples = np.frombuffer(frames.read_sound(), np.int16)
        queued = self._out.queued
        if not self._vm.running:
            self._primed = False
            return
        if queued == 0 and self._primed:
            self.underruns += 1
            self._primed = False
        if not len(samples) or queued > LIMIT:
            return
        if not self._primed:
            self._out.push(bytes(2 * max(TARGET - len(samples), 0)))
            self._primed = True
        self._out.push(self._scaled(nudged(samples, queued)).tobytes())

    def _scaled(self, samples: Samples) -> Samples:
        if self.muted:
            return np.zeros_like(samples)
        if self.volume >= 1.0:
            return samples
        return (samples * self.volume).astype(np.int16)


def nudged(samples: Samples, queued: int) -> Samples:
    """`samples` stretched or shrunk by up to NUDGE, so that a queue of `queued` nears TARGET."""
    lack = max(-1.0, min(1.0, (TARGET - queued) / TARGET))
    count = round(len(samples) * (1 + NUDGE * lack))
    if count == len(samples) or len(samples) < 2:
        return samples
    places = np.linspace(0, len(samples) - 1, count)
    return np.interp(places, np.arange(len(samples)), samples).astype(np.int16)
