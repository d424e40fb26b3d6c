"""The real-time clock: time runs on ticks, digits are the chip's, the battery keeps the rest."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from machine.core import state
from machine.core.bus import Bus
from machine.devices.rp5c01 import Rp5c01

HZ = 21_477_270
MODE, RESET = 13, 15
TIMER = 8


def put(clock: Rp5c01, register: int, value: int, now: int = 0) -> None:
    clock.write_register(0, register, now)
    clock.write_register(1, value, now)


def get(clock: Rp5c01, register: int, now: int = 0) -> int:
    clock.write_register(0, register, now)
    return clock.read_register(1, now) & 0x0F


def digits(clock: Rp5c01, now: int) -> list[int]:
    return [get(clock, register, now) for register in range(13)]


def shown(clock: Rp5c01, now: int) -> datetime.datetime:
    d = digits(clock, now)
    return datetime.datetime(
        1980 + d[11] + 10 * d[12],
        d[9] + 10 * d[10],
        d[7] + 10 * d[8],
        d[4] + 10 * d[5],
        d[2] + 10 * d[3],
        d[0] + 10 * d[1],
    )


def test_time_starts_on_the_first_of_january_1988() -> None:
    clock = Rp5c01("rtc", Bus(HZ))

    assert shown(clock, 0) == datetime.datetime(1988, 1, 1)
    assert get(clock, 6) == 5


@given(
    st.datetimes(datetime.datetime(1980, 1, 1), datetime.datetime(2070, 12, 31)),
    st.integers(0, 5 * 366 * 86400),
)
def test_calendar_is_that_of_the_world(start: datetime.datetime, seconds: int) -> None:
    clock = Rp5c01("rtc", Bus(HZ))
    start = start.replace(microsecond=0)
    clock.set_time(start.year, start.month, start.day, start.hour, start.minute, start.second)

    later = start + datetime.timedelta(seconds=seconds)

    assert shown(clock, seconds * HZ) == later
    assert get(clock, 6, seconds * HZ) == later.isoweekday() % 7


def test_how_often_one_looks_makes_no_difference() -> None:
    often, once = Rp5c01("rtc", Bus(HZ)), Rp5c01("rtc", Bus(HZ))

    for step in range(1000):
        digits(often, step * HZ // 3)

    assert digits(often, 400 * HZ) == digits(once, 400 * HZ)


def test_a_date_that_does_not_exist_changes_nothing() -> None:
    clock = Rp5c01("rtc", Bus(HZ))

    with pytest.raises(ValueError, match="day"):
        clock.set_time(2023, 2, 29, 0, 0, 0)

    assert shown(clock, 0) == datetime.datetime(1988, 1, 1)


def test_timer_off_stops_the_clock() -> None:
    clock = Rp5c01("rtc", Bus(HZ))

    put(clock, MODE, 0, 10 * HZ)
    put(clock, MODE, TIMER, 500 * HZ)

    assert shown(clock, 505 * HZ) == datetime.datetime(1988, 1, 1, 0, 0, 15)


def test_reset_register_starts_the_second_anew() -> None:
    clock = Rp5c01("rtc", Bus(HZ))

    put(clock, RESET, 2, HZ * 9 // 10)

    assert get(clock, 0, HZ * 18 // 10) == 0
    assert get(clock, 0, HZ * 19 // 10) == 1


def test_twelve_hour_clock_shows_the_afternoon_in_the_tens() -> None:
    clock = Rp5c01("rtc", Bus(HZ))
    put(clock, MODE, TIMER | 1)
    put(clock, 10, 0)
    put(clock, MODE, TIMER)
    clock.set_time(1988, 1, 1, 11, 59, 59)

    before = get(clock, 4), get(clock, 5)
    after = get(clock, 4, HZ), get(clock, 5, HZ)
    later = get(clock, 4, 3601 * HZ), get(clock, 5, 3601 * HZ)

    assert (before, after, later) == ((1, 1), (2, 3), (1, 2))


@given(st.binary(min_size=26, max_size=26))
def test_ram_keeps_26_nibbles(data: bytes) -> None:
    clock = Rp5c01("rtc", Bus(HZ))

    for place, value in enumerate(data):
        put(clock, MODE, TIMER | (2 + place // 13))
        put(clock, place % 13, value)

    kept = []
    for place in range(26):
        put(clock, MODE, TIMER | (2 + place // 13))
        kept.append(get(clock, place % 13))
    assert kept == [value & 0x0F for value in data]
    assert list(clock.battery[:26]) == kept


def test_alarm_block_masks_its_bits_and_resets() -> None:
    clock = Rp5c01("rtc", Bus(HZ))
    put(clock, MODE, TIMER | 1)
    for register in range(13):
        put(clock, register, 15)

    full = digits(clock, 0)
    put(clock, RESET, 1)

    assert full == [0, 0, 15, 7, 15, 3, 7, 15, 3, 0, 1, 3, 0]
    assert digits(clock, 0)[2:9] == [0] * 7


def test_upper_four_bits_read_as_1() -> None:
    clock = Rp5c01("rtc", Bus(HZ))
    clock.write_register(0, 0, 0)

    assert clock.read_register(1, 0) == 0xF0
    assert clock.peek_register(1, 0) == 0xF0


def test_battery_carries_the_clock_into_another_machine() -> None:
    clock, other = Rp5c01("rtc", Bus(HZ)), Rp5c01("rtc", Bus(HZ))
    clock.set_time(2026, 11, 23, 14, 0, 0)
    put(clock, MODE, TIMER | 2)
    put(clock, 5, 9)

    other.battery = clock.battery

    put(other, MODE, TIMER)
    assert shown(other, 0) == datetime.datetime(2026, 11, 23, 14, 0, 0)
    put(other, MODE, TIMER | 2)
    assert get(other, 5) == 9


def test_restored_clock_goes_on_in_the_middle_of_a_second() -> None:
    bus = Bus(HZ)
    clock, other = Rp5c01("rtc", bus), Rp5c01("rtc", bus)
    clock.set_time(1999, 12, 31, 23, 59, 58)
    bus.now = HZ + 12345
    clock.catch_up(bus.now)

    state.restore(other.state, state.capture(clock.state), "rtc")
    other.attach()

    assert digits(other, 3 * HZ) == digits(clock, 3 * HZ)


@given(st.data())
def test_a_damaged_record_neither_hangs_nor_crashes(data: st.DataObject) -> None:
    clock = Rp5c01("rtc", Bus(HZ))
    values = state.capture(clock.state)
    for name, value in values.items():
        if isinstance(value, bytes):
            values[name] = data.draw(st.binary(min_size=len(value), max_size=len(value)))
        elif name in ("due", "second_tick"):
            values[name] = data.draw(st.integers(-(1 << 63), (1 << 63) - 1))
        else:
            values[name] = data.draw(st.integers(0, 255))
    state.restore(clock.state, values, "rtc")
    clock.attach()

    for register in range(16):
        assert 0 <= get(clock, register, 1000 * 86400 * HZ) <= 15
