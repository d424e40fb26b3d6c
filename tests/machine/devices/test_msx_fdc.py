"""The floppy interface: its places in memory, its latches, its lines."""

import pytest

from machine.core import state
from machine.core.bus import Bus
from machine.core.errors import Refused
from machine.devices.msx_fdc import MsxFdc
from machine.media.dsk import blank
from tests.support.fdc_bench import (
    HZ,
    SECTOR,
    SELECT,
    SIDE,
    STATUS,
    TRACK,
)


def test_the_registers_answer_in_every_quarter_and_the_rom_in_one(bench):
    bench.write(TRACK, 0x5A)

    assert [bench.read(base | 0x3FF9) for base in (0, 0x4000, 0x8000, 0xC000)] == [0x5A] * 4
    assert [bench.read(address) for address in (0x4005, 0x7FF7, 0x8005)] == [0x05, 0xF7, 0xFF]


def test_the_change_line_falls_once_after_a_change(bench):
    assert not bench.read(SELECT) & 4
    assert bench.read(SELECT) & 4

    bench.fdc.insert(0, blank())

    assert not bench.fdc.peek_memory(SELECT, bench.now) & 4
    assert not bench.read(SELECT) & 4
    assert bench.read(SELECT) & 4


def test_latches_read_back(bench):
    bench.write(SIDE, 1)
    bench.write(SELECT, 0xC1)

    assert bench.read(SIDE) == 1
    assert bench.read(SELECT) | 4 == 0xC5


def test_peeking_changes_nothing(real):
    real.write(STATUS, 0x80)
    real.wait(100)
    before = [state.capture(device.state) for device in real.devices]

    for address in range(0x7FF8, 0x8000):
        real.fdc.peek_memory(address, real.now)

    assert [state.capture(device.state) for device in real.devices] == before


def test_activity_counts_sectors(bench):
    bench.write(SECTOR, 8)
    bench.take(0x90)

    assert (bench.fdc.activity(0), bench.fdc.activity(1)) == (2, 0)


def test_a_rom_of_the_wrong_size_is_refused():
    with pytest.raises(Refused, match="16384"):
        MsxFdc("fdc", Bus(HZ), bytes(8192))
