"""Date and time of the kernel, from the clock or counted, and what files get of them."""

import datetime

import pytest

from machine.media.dsk import blank
from tests.support.disk_machine import BOARDS, FCB, bdos, finish, session
from tests.support.floppies import RESULT, boot_disk

GET_DATE, GET_TIME = 0x2A, 0x2C
DIRECTORY = 7  # first sector of the directory of a 720 KB disk


def keep(at):
    """Notes A, DE and HL."""
    return f"""
         ld ({RESULT + at}),a
         ld ({RESULT + at + 2}),de
         ld ({RESULT + at + 4}),hl
"""


def set_date(year, month, day):
    return bdos(0x2B, hl=year, de=month * 256 + day)


def set_time(hour, minute, second, hundredths=0):
    return bdos(0x2D, hl=hour * 256 + minute, de=second * 256 + hundredths)


def run(board, program, fast=True, target=None, limit=60):
    """Runs the program, with `target` in drive B; returns its results."""
    disk = boot_disk(program + "         jp done\n" + FCB.format(name="NEW     TXT"), dos=True)
    with session(board, disk, target or blank()) as vm:
        vm.machine.devices["disk-controller"].fast = fast
        return finish(vm, limit)


def date(found, at):
    """Weekday, year, month, day."""
    year = int.from_bytes(found[at + 4 : at + 6], "little")
    return found[at], year, found[at + 3], found[at + 2]


def clock(found, at):
    return found[at + 5], found[at + 4], found[at + 3]


DAYS = [(1980, 1, 1), (1988, 2, 29), (1999, 12, 31), (2000, 2, 29), (2026, 11, 23), (2079, 12, 31)]


@pytest.mark.parametrize("board", BOARDS)
def test_a_date_that_is_set_comes_back_with_its_weekday(board):
    program = "".join(
        set_date(*day) + bdos(GET_DATE) + keep(index * 8) for index, day in enumerate(DAYS)
    )
    found = run(board, program)

    for index, day in enumerate(DAYS):
        weekday = datetime.date(*day).isoweekday() % 7
        assert date(found, index * 8) == (weekday, *day)


WRONG = [(1979, 12, 31), (2080, 1, 1), (1990, 2, 29), (1990, 13, 1), (1990, 0, 1), (1990, 4, 31),
         (1990, 4, 0), (1600, 1, 1)]  # fmt: skip


@pytest.mark.parametrize("board", BOARDS)
def test_days_that_are_in_no_calendar_are_refused(board):
    program = set_date(1990, 5, 6)
    for index, day in enumerate(WRONG):
        program += set_date(*day) + keep(index * 8)
    found = run(board, program + bdos(GET_DATE) + keep(100))

    assert [found[index * 8] for index in range(len(WRONG))] == [0xFF] * len(WRONG)
    assert date(found, 100)[1:] == (1990, 5, 6)


@pytest.mark.parametrize("board", BOARDS)
def test_times_that_are_on_no_clock_are_refused(board):
    wrong = [(24, 0, 0), (0, 60, 0), (0, 0, 60), (0, 0, 0, 100)]
    program = set_time(13, 14, 15)
    for index, time in enumerate(wrong):
        program += set_time(*time) + keep(index * 8)
    found = run(board, program + bdos(GET_TIME) + keep(100))

    assert [found[index * 8] for index in range(4)] == [0xFF] * 4
    assert clock(found, 100) in [(13, 14, 15), (13, 14, 16)]


WAIT = """
         ld hl,(&FC9E)
wait{0}:   ei
         halt
         push hl
         ld de,(&FC9E)
         ex de,hl
         or a
         sbc hl,de
         ld de,{1}
         sbc hl,de
         pop hl
         jr c,wait{0}
"""


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((1999, 12, 31), (2000, 1, 1)),
        ((2000, 2, 28), (2000, 2, 29)),
        ((2001, 2, 28), (2001, 3, 1)),
        ((1990, 4, 29), (1990, 4, 30)),
        ((1990, 4, 30), (1990, 5, 1)),
    ],
)
def test_midnight_begins_the_next_day(board, before, after):
    program = set_date(*before) + set_time(23, 59, 58) + WAIT.format(1, 240)
    program += bdos(GET_DATE) + keep(0) + bdos(GET_TIME) + keep(8)
    found = run(board, program)

    assert date(found, 0) == (datetime.date(*after).isoweekday() % 7, *after)
    assert clock(found, 8) in [(0, 0, 1), (0, 0, 2), (0, 0, 3)]


@pytest.mark.parametrize(
    ("ones", "tens", "hour"), [(1, 3, 23), (2, 3, 12), (2, 1, 0), (9, 0, 9), (1, 2, 13)]
)
def test_a_clock_that_shows_twelve_hours_is_read_as_one_of_24(ones, tens, hour):
    program = set_time(1, 2, 3)
    for register, value in [(13, 9), (10, 0), (13, 8), (4, ones), (5, tens)]:
        program += f"         ld a,{register}\n         out (&B4),a\n"
        program += f"         ld a,{value}\n         out (&B5),a\n"
    found = run("eb2", program + bdos(GET_TIME) + keep(0))

    assert clock(found, 0)[:2] == (hour, 2)


@pytest.mark.parametrize("board", BOARDS)
def test_a_file_gets_the_date_when_it_is_made_and_again_when_it_is_closed(board):
    target = blank()
    begin = "         ld a,2\n         ld (fcb),a\n" + set_date(2017, 10, 9) + set_time(23, 58, 0)
    make = bdos(0x16, de="fcb")
    close = bdos(0x15, de="fcb") + set_date(1994, 12, 31) + set_time(5, 6, 8)
    close += bdos(0x10, de="fcb")
    for program, stamp, time in [
        (begin + make, (2017, 10, 9), (23, 58, 0)),
        (begin + make + close, (1994, 12, 31), (5, 6, 8)),
    ]:
        run(board, program, target=target)
        row = target.read(DIRECTORY)[:32]
        packed = int.from_bytes(row[22:24], "little")
        assert row[:11] == b"NEW     TXT"
        assert (packed >> 11, packed >> 5 & 63) == time[:2]
        assert abs((packed & 31) * 2 - time[2]) <= 2
        packed = int.from_bytes(row[24:26], "little")
        assert ((packed >> 9) + 1980, packed >> 5 & 15, packed & 31) == stamp
