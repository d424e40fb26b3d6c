"""Sound: the queue is held near its target by a nudge that nobody hears."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.controllers.sound import NUDGE, TARGET, nudged

BLOCK = np.arange(-400, 400, dtype=np.int16)


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
