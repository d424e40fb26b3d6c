"""The controller's record: it goes on where it was, whatever a file made of it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from machine.core import state
from machine.core.errors import Refused
from tests.support.fdc_bench import (
    DATA,
    PINS,
    SECTOR,
    SIDE,
    STATUS,
    Bench,
    numbered,
)


@settings(max_examples=40, deadline=None)
@given(
    command=st.sampled_from([0x00, 0x14, 0x80, 0x90, 0xA0, 0xB0, 0xC0, 0xE0, 0xF0]),
    before=st.integers(0, 3000),
    fast=st.booleans(),
)
def test_a_restored_controller_goes_on_as_the_first_one_did(command, before, fast):
    def start():
        bench = Bench(fast)
        bench.fdc.insert(0, numbered())
        bench.motor()
        bench.write(SECTOR, 2)
        bench.write(DATA, 7)
        bench.write(STATUS, command)
        for _ in range(before):
            poll(bench)
        return bench

    def poll(bench):
        pins = bench.read(PINS)
        return pins if pins & 0x80 else (pins, bench.read(DATA), bench.write(DATA, 9))

    first = start()
    second = Bench(fast)
    disk = numbered()
    disk.restore(first.fdc.disk(0).capture())
    second.fdc.insert(0, disk)
    second.now = second.bus.now = first.now
    for old, new in zip(first.devices, second.devices, strict=True):
        state.restore(new.state, state.capture(old.state), "it")
    for device in second.devices:
        device.attach()

    assert [poll(first) for _ in range(2000)] == [poll(second) for _ in range(2000)]
    assert first.fdc.disk(0).contents() == second.fdc.disk(0).contents()


fields = state.capture(Bench().chip.state)


anything = st.fixed_dictionaries(
    {
        name: st.binary(min_size=len(value), max_size=len(value)).map(bytes)
        if isinstance(value, bytes) and len(value) <= 512
        else st.just(value)
        if isinstance(value, bytes)
        else st.one_of(st.integers(0, 255), st.integers(-(2**62), 2**62), st.integers(0, 2**33))
        for name, value in fields.items()
    }
)


@settings(max_examples=100, deadline=None)
@given(values=anything, side=st.integers(0, 255), select=st.integers(0, 255))
def test_no_restored_record_makes_it_fail_or_hang(values, side, select):
    bench = Bench()
    bench.fdc.insert(0, numbered())
    latches = {"due": 1 << 62, "side": side, "select": select}
    try:
        state.restore(bench.chip.state, values, "chip")
        state.restore(bench.fdc.state, latches, "fdc")
    except Refused:
        return
    for device in bench.devices:
        device.attach()

    bench.motor()
    bench.wait(3000)
    bench.write(STATUS, 0xD0)

    bench.command(0x00, limit=10)
    bench.write(SIDE, 0)
    bench.write(SECTOR, 1)
    assert bench.take(0x80)[0] & 0x7F == 0
