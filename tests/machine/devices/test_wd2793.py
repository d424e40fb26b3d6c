"""The disk controller with its drives, through the registers that a program sees."""

import pytest

from machine.media.dsk import SECTOR_SIZE, Disk, blank
from tests.support.fdc_bench import (
    BUSY,
    DATA,
    DRQ,
    HZ,
    LOST,
    NOT_FOUND,
    NOT_READY,
    PINS,
    PROTECTED,
    SECTOR,
    SELECT,
    SIDE,
    STATUS,
    TRACK,
    TURN,
    Bench,
    number,
    numbered,
)

# Type I


def test_restore_goes_to_track_0_and_says_so(bench):
    bench.seek(10)

    status = bench.command(0x00)

    assert status & 0x04
    assert not status & BUSY
    assert bench.read(TRACK) == 0 == bench.drives[0].track


@pytest.mark.parametrize(("rate", "milliseconds"), [(0, 6), (1, 12), (2, 20), (3, 30)])
def test_a_seek_takes_one_step_time_a_track(real, rate, milliseconds):
    real.write(DATA, 20)
    start = real.now

    real.command(0x10 | rate)

    assert (real.now - start) / HZ * 1000 == pytest.approx(20 * milliseconds, abs=0.1)
    assert real.read(TRACK) == 20 == real.drives[0].track


def test_steps_update_the_track_register_only_if_asked(bench):
    bench.seek(5)

    bench.command(0x40)  # step in
    assert (bench.read(TRACK), bench.drives[0].track) == (5, 6)
    bench.command(0x50)  # step in, update
    assert (bench.read(TRACK), bench.drives[0].track) == (6, 7)
    bench.command(0x70)  # step out, update
    assert (bench.read(TRACK), bench.drives[0].track) == (5, 6)
    bench.command(0x30)  # step the same way, update
    assert (bench.read(TRACK), bench.drives[0].track) == (4, 5)


def test_verify_finds_a_wrong_track_register(bench):
    bench.seek(5)
    assert not bench.command(0x14) & NOT_FOUND

    bench.write(TRACK, 6)
    bench.write(DATA, 6)

    assert bench.command(0x14) & NOT_FOUND


def test_the_index_pulse_is_seen_for_4_ms_of_200(real):
    seen = 0
    for _ in range(1000):
        real.now += HZ // 5000
        seen += (real.fdc.read_memory(STATUS, real.now) >> 1) & 1

    assert 19 <= seen <= 21


def test_the_head_stays_loaded_for_15_turns(real):
    assert real.command(0x18) & 0x20

    real.wait(2900)
    assert real.read(STATUS) & 0x20
    real.wait(200)
    assert not real.read(STATUS) & 0x20


def test_the_carriage_stops_at_its_end(bench):
    bench.write(TRACK, 0)
    bench.seek(100)

    assert bench.drives[0].track == 82


# Type II


def test_every_sector_of_both_sides_is_read(bench):
    for track in (0, 1, 40, 79):
        bench.seek(track)
        for side in (0, 1):
            bench.write(SIDE, side)
            for sector in range(1, 10):
                bench.write(SECTOR, sector)
                status, data = bench.take(0x80)

                assert status == 0
                assert len(data) == SECTOR_SIZE
                assert number(data) == (track * 2 + side) * 9 + sector - 1


def test_a_sector_takes_its_time_under_the_head(real):
    real.write(SECTOR, 1)
    real.take(0x80)
    start = real.now

    real.take(0x80)

    assert (real.now - start) / TURN == pytest.approx(1, abs=0.001)


def test_reading_on_goes_through_the_track_and_ends_with_record_not_found(bench):
    bench.write(SECTOR, 7)

    status, data = bench.take(0x90)

    assert status == NOT_FOUND
    assert [number(data[at:]) for at in range(0, len(data), SECTOR_SIZE)] == [6, 7, 8]
    assert bench.read(SECTOR) == 10


def test_a_record_is_given_up_after_five_turns(real):
    real.write(SECTOR, 10)
    start = real.now

    status, data = real.take(0x80)

    assert (status, data) == (NOT_FOUND, b"")
    assert (real.now - start) / TURN == pytest.approx(5, abs=0.01)


def test_the_track_register_must_match_the_track(bench):
    bench.seek(3)
    bench.write(TRACK, 4)
    bench.write(SECTOR, 1)

    assert bench.command(0x80) == NOT_FOUND


def test_the_side_is_compared_if_asked(bench):
    bench.write(SECTOR, 1)

    assert bench.take(0x82)[0] == 0
    assert bench.take(0x8A) == (NOT_FOUND, b"")


def test_a_late_program_loses_data_and_is_told(real):
    real.write(SECTOR, 1)

    real.write(STATUS, 0x80)
    real.wait(400)

    assert real.read(STATUS) == LOST | DRQ


def test_written_sectors_are_on_the_disk_and_nothing_else_is(bench):
    before = bench.fdc.disk(0).contents()
    bench.seek(12)
    bench.write(SIDE, 1)
    bench.write(SECTOR, 4)
    data = bytes((n * 7) & 0xFF for n in range(SECTOR_SIZE))

    status, taken = bench.give(0xA0, data)

    assert (status, taken) == (0, SECTOR_SIZE)
    assert bench.take(0x80) == (0, data)
    at = ((12 * 2 + 1) * 9 + 3) * SECTOR_SIZE
    assert bench.fdc.disk(0).contents() == before[:at] + data + before[at + SECTOR_SIZE :]


def test_two_sectors_are_written_by_one_command(bench):
    bench.write(SECTOR, 8)

    status, taken = bench.give(0xB0, bytes(range(256)) * 4)

    assert (status, taken) == (NOT_FOUND, 1024)
    assert sorted(bench.fdc.disk(0).overlay) == [7, 8]


def test_a_write_without_a_first_byte_changes_nothing(bench):
    bench.write(SECTOR, 1)

    assert bench.command(0xA0) & LOST
    assert not bench.fdc.disk(0).overlay


def test_a_write_that_is_late_later_has_zeros(real):
    real.write(SECTOR, 1)

    status, _ = real.give(0xA0, b"\x55" * 100)

    assert status & LOST
    assert real.fdc.disk(0).read(0) == b"\x55" * 100 + bytes(412)


def test_a_protected_disk_is_not_written(bench):
    bench.fdc.insert(0, Disk(numbered().base, mode="read-only"))
    bench.write(SECTOR, 1)

    assert bench.command(0xA0) == PROTECTED
    assert bench.command(0xF0) == PROTECTED
    assert bench.command(0x00) & PROTECTED
    assert not bench.fdc.disk(0).overlay


def test_without_a_disk_or_a_motor_the_drive_is_not_ready(bench):
    bench.motor(1)
    assert bench.command(0x80) == NOT_READY

    bench.write(SELECT, 0)
    assert bench.command(0x80) == NOT_READY


def test_a_disk_that_is_taken_out_ends_the_transfer(bench):
    bench.write(STATUS, 0x90)
    bench.wait(300)
    bench.fdc.insert(0, None)

    bench.wait(1200)

    assert bench.read(STATUS) & (NOT_READY | BUSY) == NOT_READY


def test_a_disk_needs_400_ms_to_come_up_to_speed():
    bench = Bench()
    bench.fdc.insert(0, numbered())
    bench.write(SELECT, 0x80)
    start = bench.now

    bench.take(0x80)

    assert 0.4 < (bench.now - start) / HZ < 0.7


def test_commands_are_ignored_while_one_is_in_hand(real):
    real.write(SECTOR, 1)
    real.write(STATUS, 0x80)

    real.write(STATUS, 0x00)
    real.wait(300)

    assert real.read(STATUS) & LOST


def test_the_other_drive_has_its_own_disk_and_head(bench):
    bench.fdc.insert(1, Disk(bytes(range(256)) * 2 * 720))
    bench.seek(30)
    bench.motor(1)
    bench.command(0x00)
    bench.write(SECTOR, 1)

    status, data = bench.take(0x80)

    assert (status, data) == (0, bytes(range(256)) * 2)
    assert [drive.track for drive in bench.drives] == [30, 0]


@pytest.mark.parametrize("size", [163840, 184320, 327680, 368640, 655360, 737280])
def test_every_geometry_is_read_to_its_last_sector(size):
    bench = Bench(fast=True)
    disk = blank(size)
    disk.write(disk.geometry.total - 1, b"!" * SECTOR_SIZE)
    bench.fdc.insert(0, disk)
    bench.motor()
    bench.seek(disk.geometry.tracks - 1)
    bench.write(SIDE, disk.geometry.sides - 1)
    bench.write(SECTOR, disk.geometry.sectors)

    assert bench.take(0x80) == (0, b"!" * SECTOR_SIZE)

    bench.write(SIDE, 1)
    bench.seek(disk.geometry.tracks)
    bench.write(SECTOR, 1)
    assert bench.command(0x80) == NOT_FOUND


# Type IV


def test_force_interrupt_ends_a_command_at_once(bench):
    bench.write(STATUS, 0x90)
    bench.wait(1)

    bench.write(STATUS, 0xD0)

    assert bench.read(PINS) == 0xC0
    assert not bench.read(STATUS) & (BUSY | DRQ)


def test_an_immediate_interrupt_stays_until_a_force_without_conditions(bench):
    bench.write(STATUS, 0xD8)

    bench.read(STATUS)
    assert not bench.read(PINS) & 0x40
    bench.write(STATUS, 0xD0)
    assert bench.read(PINS) & 0x40


def test_an_interrupt_comes_at_every_index_pulse(real):
    real.write(STATUS, 0xD4)
    real.read(STATUS)

    for _ in range(3):
        real.wait(201)
        assert not real.read(PINS) & 0x40
        real.read(STATUS)
        assert real.read(PINS) & 0x40


def test_an_interrupt_comes_when_the_drive_becomes_ready_or_not_ready(bench):
    bench.write(STATUS, 0xD2)
    bench.write(SELECT, 0)
    assert not bench.read(PINS) & 0x40

    bench.write(STATUS, 0xD1)
    bench.read(STATUS)
    bench.write(SELECT, 0x80)
    assert not bench.read(PINS) & 0x40
