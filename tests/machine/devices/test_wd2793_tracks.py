"""Commands of type III: an ID field, a whole track, and formatting."""

import pytest

from machine.devices import mfm_track
from machine.media.dsk import SECTOR_SIZE
from tests.support.fdc_bench import (
    LOST,
    SECTOR,
    SIDE,
    TURN,
    number,
)


def test_read_address_gives_the_next_id_field(bench):
    bench.seek(9)
    bench.write(SIDE, 1)

    status, data = bench.take(0xC0)

    assert status == 0
    assert data[:2] == b"\x09\x01"
    assert 1 <= data[2] <= 9
    assert data[3] == 2
    assert mfm_track.crc(b"\xa1\xa1\xa1\xfe" + data) == 0
    assert bench.read(SECTOR) == 9


def test_read_track_gives_a_whole_turn(bench):
    bench.seek(1)

    status, data = bench.take(0xE0)

    assert status == 0
    assert len(data) == 6250
    assert data.count(b"\xa1\xa1\xa1\xfb") == 9
    first = data.index(b"\xa1\xa1\xa1\xfb") + 4
    assert number(data[first:]) == 18


def formatting(track, side, fill, sectors=9):
    """What a program gives to Write Track."""
    turn = b"\x4e" * 80 + bytes(12) + b"\xf6\xf6\xf6\xfc" + b"\x4e" * 50
    for record in range(1, sectors + 1):
        turn += bytes(12) + b"\xf5\xf5\xf5\xfe" + bytes((track, side, record, 2)) + b"\xf7"
        turn += b"\x4e" * 22 + bytes(12) + b"\xf5\xf5\xf5\xfb" + bytes((fill,)) * 512 + b"\xf7"
        turn += b"\x4e" * 84
    return turn + b"\x4e" * 6250


def test_formatting_fills_the_sectors_of_one_track(bench):
    before = bench.fdc.disk(0).contents()
    bench.seek(2)

    status, _ = bench.give(0xF0, formatting(2, 0, 0xE5))

    assert status == 0
    at = 4 * 9 * SECTOR_SIZE
    after = before[:at] + b"\xe5" * 9 * SECTOR_SIZE + before[at + 9 * SECTOR_SIZE :]
    assert bench.fdc.disk(0).contents() == after


def test_formatting_takes_one_turn_from_the_index(real):
    real.give(0xF0, formatting(0, 0, 0))
    real.wait(190)
    start = real.now

    real.give(0xF0, formatting(0, 0, 0))

    assert (real.now - start) / TURN == pytest.approx(1.05, abs=0.01)


def test_formatting_without_data_ends_at_the_index(bench):
    assert bench.command(0xF0) & LOST
    assert not bench.fdc.disk(0).overlay
