"""The recorder: its level is demodulated as the firmware does it, by the time between edges."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from machine.core import state
from machine.core.bus import Bus
from machine.devices.cassette import Cassette
from machine.media.cas import Tape, container

HZ = 21_477_270


def playing(blocks: list[bytes], baud: int = 1200) -> Cassette:
    recorder = Cassette("cassette", Bus(HZ), baud=baud)
    recorder.insert(Tape(container(blocks)))
    recorder.write_register(0, 1, 0)
    return recorder


def level(recorder: Cassette, now: int) -> int:
    return recorder.read_register(0, now) >> 7


def half_cycles(recorder: Cassette, baud: int) -> list[float]:
    """Times between edges, in quarters of a bit, until the end of the tape."""
    step = HZ / baud / 32
    edges, last, now = [], 1, 0.0
    while now < recorder.length * HZ + HZ / 100:
        seen = level(recorder, int(now))
        if seen != last:
            edges.append(now)
            last = seen
        now += step
    return [(b - a) * 4 * baud / HZ for a, b in itertools.pairwise(edges)]


def demodulate(halves: list[float]) -> list[bytes]:
    """The blocks on a tape: tones of short half cycles, then bytes of eleven bits."""
    blocks: list[bytes] = []
    at = 0
    while at < len(halves):
        tone = 0
        while at < len(halves) and halves[at] < 1.5:
            tone += 1
            at += 1
        if at >= len(halves):
            break
        if tone > 1000:
            blocks.append(b"")
        bits: list[int] = []
        while len(bits) < 11 and at < len(halves):
            if halves[at] < 1.5:
                bits.append(1)
                at += 4
            elif halves[at] < 3:
                bits.append(0)
                at += 2
            else:
                at += 1
                break
        if len(bits) == 11:
            blocks[-1] += bytes([sum(bit << n for n, bit in enumerate(bits[1:9]))])
    return blocks


@pytest.mark.parametrize("baud", [1200, 2400])
def test_bytes_on_the_tape_are_heard_at_the_input(baud: int) -> None:
    blocks = [b"\xd3" * 10 + b"HELLO ", bytes(range(0, 256, 5)) + b"end"]
    recorder = playing(blocks, baud)

    heard = demodulate(half_cycles(recorder, baud))

    padded = [block + bytes(-len(block) % 8) for block in blocks]
    # the last half cycle of a block runs into the pause, so a final bit may be cut
    assert [part[: len(block)] for part, block in zip(heard, blocks, strict=True)] == blocks
    assert [len(part) for part in heard] in ([len(p) for p in padded], [len(p) - 1 for p in padded])


def test_name_has_a_long_tone_and_data_a_short_one() -> None:
    name = playing([b"\xd0" * 10 + b"GAME  "])
    data = playing([b"0123456789abcdef"])

    assert name.length - data.length == pytest.approx(5, abs=1e-6)
    assert data.length == pytest.approx(0.5 + 5 / 3 + 16 * 11 / 1200, abs=1e-6)


def test_tape_stands_while_the_motor_is_off() -> None:
    recorder = playing([b"12345678"])
    recorder.write_register(0, 0, HZ)

    heard = {level(recorder, HZ + tick) for tick in range(0, HZ, 5000)}

    assert len(heard) == 1


def test_input_of_an_empty_recorder_rests_at_1() -> None:
    recorder = Cassette("cassette", Bus(HZ))
    recorder.write_register(0, 1, 0)

    assert {level(recorder, tick) for tick in range(0, HZ, 5000)} == {1}


def test_rewind_starts_at_the_beginning() -> None:
    bus = Bus(HZ)
    recorder = Cassette("cassette", bus)
    recorder.insert(Tape(container([b"12345678"])))
    recorder.write_register(0, 1, 0)
    bus.now = HZ
    before = recorder.position

    recorder.rewind()

    assert (before, recorder.position) == (1, 0)


def test_another_cassette_starts_at_its_beginning() -> None:
    bus = Bus(HZ)
    recorder = Cassette("cassette", bus)
    recorder.insert(Tape(container([b"12345678"])))
    recorder.write_register(0, 1, 0)
    bus.now = HZ

    recorder.insert(Tape(container([b"abcdefgh", b"12345678"])))

    assert recorder.position == 0


def test_reset_opens_the_relay() -> None:
    recorder = playing([b"12345678"])

    recorder.reset(HZ)

    assert level(recorder, 2 * HZ) == level(recorder, 2 * HZ + HZ // 4800)


def test_restored_recorder_stands_at_the_same_place() -> None:
    recorder, other = playing([b"12345678"]), playing([b"12345678"])
    recorder.read_register(0, 2 * HZ)

    state.restore(other.state, state.capture(recorder.state), "cassette")

    ticks = range(2 * HZ, 2 * HZ + HZ // 4, 1000)
    assert [level(other, tick) for tick in ticks] == [level(recorder, tick) for tick in ticks]


@settings(max_examples=50)
@given(
    st.lists(st.binary(max_size=40), min_size=1, max_size=5),
    st.integers(-(1 << 63), (1 << 63) - 1),
    st.integers(-(1 << 63), (1 << 63) - 1),
)
def test_a_damaged_place_is_a_place_on_the_tape(blocks: list[bytes], place: int, tick: int) -> None:
    recorder = playing(blocks)
    values = {**state.capture(recorder.state), "place": place, "tick": tick}
    state.restore(recorder.state, values, "cassette")
    recorder.attach()

    assert 0 <= recorder.position <= recorder.length
    assert level(recorder, HZ) in (0, 1)
