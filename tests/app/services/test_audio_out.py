"""The sound device: what SDL is asked for, and what becomes of samples."""

import os

import pytest

from app.services.audio_out import DEVICE_BLOCK, RATE, AudioOut


@pytest.fixture(autouse=True)
def _a_device_that_only_takes_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")


def test_pulseaudio_is_to_hold_two_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PULSE_LATENCY_MSEC", raising=False)

    AudioOut().close()

    milliseconds = int(os.environ["PULSE_LATENCY_MSEC"])
    assert DEVICE_BLOCK < milliseconds * RATE / 1000 <= 2 * DEVICE_BLOCK


def test_a_latency_that_the_user_has_set_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_LATENCY_MSEC", "60")

    AudioOut().close()

    assert os.environ["PULSE_LATENCY_MSEC"] == "60"


def test_samples_wait_until_they_are_played_or_dropped() -> None:
    out = AudioOut()
    try:
        out.push(bytes(2 * 60 * RATE))
        waiting = out.queued
        out.clear()

        assert out.name == "dummy"
        assert 0 < waiting <= 60 * RATE
        assert out.queued == 0
    finally:
        out.close()


def test_no_sound_system_swallows_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "there is none")
    out = AudioOut()

    out.push(bytes(100))

    assert out.name == ""
    assert out.queued == 0
    out.close()
