"""The recorder: its level is demodulated as the firmware does it, by the time between edges."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from machine.core import state
from machine.core.bus import Bus
from machine.devices.cassette import Cassette
from machine.media.cas import Tape, blank, container

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


class Writer:
    """A computer's output: sends blocks at `baud` from tick `now` on, its motor switched by itself."""

    def __init__(self, recorder: Cassette, bus: Bus, baud: int) -> None:
        self.recorder, self.bus, self.baud = recorder, bus, baud
        self.level = 0

    def motor(self, on: int) -> None:
        self.recorder.write_register(0, on, self.bus.now)

    def halves(self, count: int, ticks: int) -> None:
        for _ in range(count):
            self.bus.now += ticks
            self.level ^= 1
            self.recorder.write_register(1, self.level, self.bus.now)

    def block(self, data: bytes, tone: int = 4000) -> None:
        short = HZ // self.baud // 4
        self.bus.now += HZ // 2
        self.halves(tone, short)
        for byte in data:
            for bit in (0, *(byte >> place & 1 for place in range(8)), 1, 1):
                self.halves(4 if bit else 2, short if bit else 2 * short)
            self.bus.now += short  # the program that sends takes its time
        self.bus.now += HZ // 2


@pytest.fixture(params=[1200, 2400])
def writer(request: pytest.FixtureRequest) -> Writer:
    bus = Bus(HZ)
    return Writer(Cassette("cassette", bus), bus, request.param)


def test_blocks_at_the_output_are_on_the_tape(writer: Writer) -> None:
    tape = blank()
    writer.recorder.insert(tape)
    blocks = [b"\xea" * 10 + b"NAME  ", bytes(range(256)), b"last one"]

    for block in blocks:
        writer.motor(1)
        writer.block(block)
        writer.motor(0)

    assert tape.contents() == container(blocks)
    assert writer.recorder.activity(0) == 3
    assert writer.recorder.position == pytest.approx(writer.recorder.length, abs=1e-6)


def test_a_pause_ends_a_block_while_the_motor_runs_on(writer: Writer) -> None:
    tape = blank()
    writer.recorder.insert(tape)
    writer.motor(1)
    writer.block(b"first...")
    writer.block(b"second..")
    writer.motor(0)

    assert tape.contents() == container([b"first...", b"second.."])


def test_what_is_recorded_is_in_the_place_of_what_was_there(writer: Writer) -> None:
    tape = Tape(container([b"a" * 80, b"b" * 80, b"c" * 80]))
    writer.recorder.insert(tape)
    writer.motor(1)
    writer.bus.now += round((0.5 + 5 / 3 + 80 * 11 / 1200) * HZ)  # plays the first block
    writer.motor(0)
    writer.motor(1)
    writer.block(b"B" * 80, tone=8000)
    writer.motor(0)

    assert tape.contents() == container([b"a" * 80, b"B" * 80, b"c" * 80])
    assert Tape(container([b"a" * 80, b"b" * 80, b"c" * 80])).contents() == tape.base


def test_a_protected_tape_keeps_what_is_on_it(writer: Writer) -> None:
    tape = Tape(container([b"12345678"]), mode="read-only")
    writer.recorder.insert(tape)
    writer.motor(1)
    writer.block(b"87654321")
    writer.motor(0)

    assert tape.contents() == tape.base


def test_nothing_is_recorded_while_the_motor_is_off(writer: Writer) -> None:
    tape = blank()
    writer.recorder.insert(tape)
    writer.block(b"12345678")

    assert tape.contents() == b""


def test_a_sound_at_the_output_is_no_block(writer: Writer) -> None:
    tape = blank()
    writer.recorder.insert(tape)
    writer.motor(1)
    for frequency in (200, 440, 880, 9000):
        writer.halves(2000, HZ // frequency // 2)
    writer.motor(0)

    assert tape.contents() == b""


def test_a_tape_that_is_taken_out_has_what_came_of_its_last_block(writer: Writer) -> None:
    tape = blank()
    writer.recorder.insert(tape)
    writer.motor(1)
    writer.block(b"12345678")
    writer.recorder.insert(None)

    assert tape.contents() == container([b"12345678"])


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_a_damaged_record_can_go_on_recording(data: st.DataObject) -> None:
    bus = Bus(HZ)
    writer = Writer(Cassette("cassette", bus), bus, 1200)
    writer.recorder.insert(blank())
    values = state.capture(writer.recorder.state)
    for name in ("edge", "unit", "start", "place", "tick"):
        values[name] = data.draw(st.integers(-(1 << 63), (1 << 63) - 1), name)
    for name in ("half", "bit", "byte"):
        values[name] = data.draw(st.integers(0, 255), name)
    values["alike"] = data.draw(st.integers(-(1 << 31), (1 << 31) - 1), "alike")
    values["recording"] = values["motor"] = 1
    state.restore(writer.recorder.state, values, "cassette")
    writer.recorder.attach()

    writer.block(b"12345678", tone=900)
    writer.motor(0)

    assert 0 <= writer.recorder.position <= writer.recorder.length
