"""Sound: the queue is held near its target by a nudge that nobody hears."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from app.controllers.sound import (
    LIMIT,
    NUDGE,
    QUIET,
    TARGET,
    TARGET_MOST,
    SoundController,
    nudged,
)
from machine.worker.frames import Frames, anonymous_memory
from tests.support.recording_vm import RecordingVm

BLOCK = np.arange(-400, 400, dtype=np.int16)


class Queue:
    """A sound device that plays when the test says so."""

    name = "test"

    def __init__(self) -> None:
        self.waiting = b""
        self.closed = False

    @property
    def queued(self) -> int:
        return len(self.waiting) // 2

    def push(self, samples: bytes) -> None:
        self.waiting += samples

    def play(self, count: int) -> None:
        self.waiting = self.waiting[2 * count :]

    def close(self) -> None:
        self.closed = True


class Stand:
    """A controller between a machine's memory and a queue."""

    def __init__(self) -> None:
        self.vm = RecordingVm()
        self.vm.frames = Frames(anonymous_memory())
        self.out = Queue()
        self.sound = SoundController(self.vm, self.out)  # type: ignore[arg-type]

    def feed(self, samples: np.ndarray) -> None:
        """What the machine makes in one frame, moved."""
        assert self.vm.frames is not None
        self.vm.frames.write_sound(samples.tobytes())
        self.sound.move()


@pytest.fixture
def stand() -> Iterator[Stand]:
    made = Stand()
    yield made
    made.sound.stop()
    assert made.vm.frames is not None
    made.vm.frames.close()


def test_at_the_target_nothing_is_changed() -> None:
    assert nudged(BLOCK, TARGET) is BLOCK


def test_an_empty_queue_gets_more_samples_and_a_full_one_fewer() -> None:
    assert len(nudged(BLOCK, 0)) == round(len(BLOCK) * (1 + NUDGE))
    assert len(nudged(BLOCK, TARGET * 2)) == round(len(BLOCK) * (1 - NUDGE))


@given(st.binary(max_size=4000), st.integers(0, 100_000))
def test_the_ends_and_the_range_stay(raw: bytes, queued: int) -> None:
    samples = np.frombuffer(raw[: len(raw) // 2 * 2], np.int16)

    out = nudged(samples, queued)

    assert abs(len(out) - len(samples)) <= len(samples) * NUDGE + 1
    if len(samples):
        assert out[0] == samples[0]
        assert out[-1] == samples[-1]
        assert samples.min() <= out.min()
        assert out.max() <= samples.max()


def test_a_machine_and_a_device_in_step_make_no_gap(stand: Stand) -> None:
    for _ in range(200):
        stand.feed(BLOCK)
        stand.out.play(len(BLOCK))

    assert stand.sound.underruns == 0
    assert 0 < stand.out.queued < 2 * TARGET


def test_a_device_that_is_a_little_faster_never_runs_dry(stand: Stand) -> None:
    for _ in range(2000):
        stand.feed(BLOCK)
        stand.out.play(len(BLOCK) + 2)

    assert stand.sound.underruns == 0


def test_after_the_device_has_stood_still_the_delay_goes_in_one_jump(stand: Stand) -> None:
    while stand.out.queued <= LIMIT:
        stand.feed(BLOCK)
    stalled = stand.out.queued
    for _ in range(20):
        stand.feed(BLOCK)
        stand.out.play(len(BLOCK))

    assert stalled <= LIMIT + 2 * len(BLOCK)
    assert stand.out.queued <= TARGET + len(BLOCK)
    assert stand.sound.underruns == 0


def test_each_gap_raises_the_target_up_to_its_limit_and_quiet_lowers_it(stand: Stand) -> None:
    for _ in range(20):
        stand.feed(BLOCK)
        stand.out.play(stand.out.queued)
    raised = stand.sound.target
    stand.sound.move()
    for _ in range(10 * QUIET // len(BLOCK)):
        stand.feed(BLOCK)
        stand.out.play(len(BLOCK))

    assert raised == TARGET_MOST
    assert stand.sound.target == TARGET


def test_a_silent_machine_is_no_gap(stand: Stand) -> None:
    stand.feed(BLOCK)
    stand.out.play(stand.out.queued)
    stand.vm.sounding = False
    stand.sound.move()

    assert stand.sound.underruns == 0


def test_muted_is_silence_of_the_same_length(stand: Stand) -> None:
    stand.sound.muted = True

    stand.feed(BLOCK)

    assert stand.out.queued >= TARGET
    assert not any(stand.out.waiting)


def test_the_thread_plays_and_ends(stand: Stand, qtbot: QtBot) -> None:
    assert stand.vm.frames is not None
    stand.sound.start()
    stand.vm.frames.write_sound(BLOCK.tobytes())

    qtbot.waitUntil(lambda: stand.out.queued >= len(BLOCK))
    stand.sound.stop()

    assert stand.out.closed
