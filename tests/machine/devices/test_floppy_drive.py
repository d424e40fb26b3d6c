"""The drive as the controller sees it: its lines, and the disk under its head."""

import pytest

from machine.core.bus import Bus
from machine.devices.floppy_drive import LAST_TRACK, FloppyDrive
from machine.media.dsk import SIZES, Disk, blank

HZ = 21_477_270


@pytest.fixture
def drive():
    made = FloppyDrive("a", Bus(HZ))
    made.attach()
    made.insert(blank())
    made.set_motor(True, 0)
    return made


def test_an_empty_bay_has_no_active_line():
    bay = FloppyDrive("none", Bus(HZ), fitted=False)

    assert not bay.is_at_track_0()
    assert not bay.is_ready()
    assert not bay.is_at_index(HZ)
    assert bay.sectors(0) == 0


def test_the_carriage_stops_at_both_ends(drive):
    drive.step(False)
    assert drive.is_at_track_0()

    for _ in range(100):
        drive.step(True)
    assert drive.track == LAST_TRACK


def test_a_restarted_motor_needs_its_time_again(drive):
    drive.set_motor(True, HZ)
    assert drive.up_to_speed() == HZ * 2 // 5

    drive.set_motor(False, HZ)
    drive.set_motor(True, 2 * HZ)
    assert drive.up_to_speed() == 2 * HZ + HZ * 2 // 5


@pytest.mark.parametrize("size", SIZES)
def test_the_tracks_of_a_disk_are_its_sectors_in_order(size):
    drive = FloppyDrive("a", Bus(HZ))
    geometry = blank(size).geometry
    drive.insert(Disk(b"".join(n.to_bytes(2, "big") * 256 for n in range(geometry.total))))

    seen = []
    for _ in range(LAST_TRACK):
        for side in (0, 1):
            seen += [drive.read_sector(side, 1 + n)[:2] for n in range(drive.sectors(side))]
        drive.step(True)

    assert [int.from_bytes(number, "big") for number in seen] == list(range(geometry.total))


def test_nothing_is_written_where_nothing_is_or_may_be(drive):
    drive.write_sector(0, 10, bytes(512))
    drive.insert(Disk(bytes(SIZES[-1]), mode="read-only"))
    drive.write_sector(0, 1, b"x" * 512)

    assert drive.writes == 0
    assert not drive.disk.overlay


def test_a_byte_of_the_turn_comes_by_once_a_turn(drive):
    first = drive.passes(3000, 0)

    assert first == 3000 * drive.turn // 6250
    assert drive.passes(3000, first) == first
    assert drive.passes(3000, first + 1) == first + drive.turn
