"""Ricoh RP5C01 real-time clock with 26 nibbles of battery-backed RAM.

    reg 0 (write)  register latch     reg 1  data, 4 bits; the upper four read as 1

    register    block 0: time     block 1                        blocks 2, 3
    0, 1        seconds, tens     -                              13 nibbles of RAM each
    2, 3        minutes           alarm minutes
    4, 5        hours             alarm hours
    6           day of the week   alarm day of the week
    7, 8        day               alarm day
    9, 10       month             10: bit 0 = 24-hour clock
    11, 12      year              11: leap counter, 0 = leap year
    13          mode: bits 1-0 block, bit 2 alarm on, bit 3 timer on
    14          test (write only)
    15          reset (write only): bit 0 alarm digits, bit 1 fraction of a second,
                bits 2 and 3 switch off the 16 Hz and 1 Hz outputs

Time runs on the machine's ticks. It starts on Friday, 1 January 1988, 00:00:00, until `set_time`
says otherwise; the machine's reset does not touch it.

Inaccuracies: the test register and the output pins are not built, as no MSX wires them. In 12-hour
mode midnight and noon are shown as 12, after the data sheet of the sister chip RP5C62.

Sources: RP5C01A data sheet (Ricoh); MSX2 Technical Handbook, chapter 5.6.
"""

import datetime

import cython
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER, Device, State

TIMER_ON = cython.declare(cython.int, 8)
PM = cython.declare(cython.int, 2)  # of the tens of hours, in 12-hour mode
TIME_MASKS = bytes.fromhex("0f 07 0f 07 0f 03 07 0f 03 0f 01 0f 0f")
ALARM_MASKS = bytes.fromhex("00 00 0f 07 0f 03 07 0f 03 00 01 03 00")
FIRST_TIME = bytes.fromhex("00 00 00 00 00 00 05 01 00 01 00 08 00")
FIRST_ALARM = bytes.fromhex("00 00 00 00 00 00 00 00 00 00 01 00 00")
MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DAY_SECONDS = 86400


@cython.cclass
@cython.dataclasses.dataclass(eq=False)
class Rp5c01State(State):
    """`second_tick`: when the last whole second ended; `time`, `alarm`: blocks 0 and 1."""

    latch: cython.uchar = 0
    mode: cython.uchar = 8
    second_tick: cython.longlong = 0
    time: bytearray = cython.dataclasses.field(default_factory=lambda: bytearray(FIRST_TIME))
    alarm: bytearray = cython.dataclasses.field(default_factory=lambda: bytearray(FIRST_ALARM))
    ram: bytearray = cython.dataclasses.field(default_factory=lambda: bytearray(26))


@cython.cclass
class Rp5c01(Device):
    """The clock."""

    bus: Bus
    _record: Rp5c01State
    _first_year: cython.int

    def __init__(self, name: str, bus: Bus, first_year: int = 1980) -> None:
        """`first_year`: the year that the board's firmware writes as 00."""
        Device.__init__(self, name)
        self.bus = bus
        self._record = Rp5c01State()
        self.state = self._record
        self._first_year = first_year

    @cython.ccall
    def attach(self) -> cython.void:
        """Bounds restored values."""
        record: Rp5c01State = self._record
        index: cython.int
        record.due = NEVER
        record.latch &= 0x0F
        record.mode &= 0x0F
        for index in range(13):
            record.time[index] &= cython.cast(cython.int, TIME_MASKS[index])
            record.alarm[index] &= cython.cast(cython.int, ALARM_MASKS[index])
        for index in range(26):
            record.ram[index] &= 0x0F
        if not 0 <= record.second_tick <= self.bus.now:
            record.second_tick = self.bus.now

    @cython.cfunc
    @cython.exceptval(check=False)
    def read(self, reg: cython.int, now: cython.longlong) -> cython.int:
        self.sync(now)
        return self._get(reg)

    @cython.cfunc
    @cython.exceptval(check=False)
    def peek(self, reg: cython.int, now: cython.longlong) -> cython.int:
        self.sync(now)  # no side effect: the time of `now` is the same whenever it is worked out
        return self._get(reg)

    @cython.cfunc
    @cython.exceptval(check=False)
    def write(self, reg: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        record: Rp5c01State = self._record
        if reg == 0:
            record.latch = value & 0x0F
            return
        self.sync(now)
        value &= 0x0F
        latch: cython.int = record.latch
        block: cython.int = record.mode & 3
        if latch == 13:
            record.mode = value
        elif latch == 15:
            self._reset_parts(value, now)
        elif latch < 13:
            if block == 0:
                record.time[latch] = value & cython.cast(cython.int, TIME_MASKS[latch])
            elif block == 1:
                record.alarm[latch] = value & cython.cast(cython.int, ALARM_MASKS[latch])
            else:
                record.ram[(block - 2) * 13 + latch] = value

    @cython.cfunc
    @cython.exceptval(check=False)
    def sync(self, now: cython.longlong) -> cython.void:
        """Counts the whole seconds up to `now`; none while the timer is off."""
        record: Rp5c01State = self._record
        seconds: cython.longlong = (now - record.second_tick) // self.bus.hz
        if seconds <= 0:
            return
        record.second_tick += seconds * self.bus.hz
        if record.mode & TIMER_ON:
            self._pass(seconds)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _get(self, reg: cython.int) -> cython.int:
        record: Rp5c01State = self._record
        latch: cython.int = record.latch
        block: cython.int = record.mode & 3
        if reg == 0 or latch > 13:
            return 0xFF
        if latch == 13:
            return 0xF0 | record.mode
        if block == 0:
            return 0xF0 | record.time[latch]
        if block == 1:
            return 0xF0 | record.alarm[latch]
        return 0xF0 | record.ram[(block - 2) * 13 + latch]

    @cython.cfunc
    @cython.exceptval(check=False)
    def _reset_parts(self, value: cython.int, now: cython.longlong) -> cython.void:
        record: Rp5c01State = self._record
        index: cython.int
        if value & 1:
            for index in range(2, 9):
                record.alarm[index] = 0
        if value & 2:
            record.second_tick = now

    @cython.cfunc
    @cython.exceptval(check=False)
    def _number(self, index: cython.int) -> cython.int:
        return self._record.time[index] + 10 * self._record.time[index + 1]

    @cython.cfunc
    @cython.exceptval(check=False)
    def _put(self, index: cython.int, number: cython.int) -> cython.void:
        self._record.time[index] = number % 10
        self._record.time[index + 1] = number // 10

    @cython.cfunc
    @cython.exceptval(check=False)
    def _hour(self) -> cython.int:
        """Hours since midnight, from either way of showing them."""
        tens: cython.int = self._record.time[5]
        if self._record.alarm[10] & 1:
            return min(self._number(4), 23)
        hour: cython.int = (self._record.time[4] + 10 * (tens & 1)) % 12
        return hour + 12 if tens & PM else hour

    @cython.cfunc
    @cython.exceptval(check=False)
    def _put_hour(self, hour: cython.int) -> cython.void:
        shown: cython.int
        if self._record.alarm[10] & 1:
            self._put(4, hour)
        else:
            shown = hour % 12
            self._put(4, shown if shown else 12)
            if hour >= 12:
                self._record.time[5] |= PM

    @cython.cfunc
    @cython.exceptval(check=False)
    def _pass(self, seconds: cython.longlong) -> cython.void:
        """Moves the time of day and the calendar on."""
        days: cython.longlong
        seconds += min(self._number(0), 59) + 60 * min(self._number(2), 59) + 3600 * self._hour()
        days = seconds // DAY_SECONDS
        seconds -= days * DAY_SECONDS
        self._put(0, seconds % 60)
        self._put(2, seconds // 60 % 60)
        self._put_hour(seconds // 3600)
        while days > 0:
            self._next_day()
            days -= 1

    @cython.cfunc
    @cython.exceptval(check=False)
    def _next_day(self) -> cython.void:
        record: Rp5c01State = self._record
        day: cython.int = self._number(7) + 1
        month: cython.int = max(1, min(self._number(9), 12))
        last: cython.int = MONTH_DAYS[month - 1]
        if month == 2 and record.alarm[11] == 0:
            last = 29
        record.time[6] = (record.time[6] + 1) % 7
        if day <= last:
            self._put(7, day)
            return
        self._put(7, 1)
        if month < 12:
            self._put(9, month + 1)
            return
        self._put(9, 1)
        self._put(11, (self._number(11) + 1) % 100)
        record.alarm[11] = (record.alarm[11] + 1) & 3

    def set_time(
        self, year: int, month: int, day: int, hour: int, minute: int, second: int
    ) -> None:
        """Sets the clock at the present tick: an input, to be kept in the journal.

        `year` is the full one; hours are 0 to 23. A date that does not exist is a ValueError.
        """
        date = datetime.datetime(year, month, day, hour, minute, second)
        record: Rp5c01State = self._record
        record.second_tick = self.bus.now
        self._put(0, second)
        self._put(2, minute)
        self._put_hour(hour)
        record.time[6] = date.isoweekday() % 7
        self._put(7, day)
        self._put(9, month)
        self._put(11, (year - self._first_year) % 100)
        record.alarm[11] = year % 4

    @property
    def battery(self) -> bytes:
        """What the battery keeps: 26 nibbles of RAM, 13 of the alarm block, 13 of the time."""
        self.sync(self.bus.now)
        return bytes(self._record.ram + self._record.alarm + self._record.time)

    @battery.setter
    def battery(self, kept: bytes) -> None:
        assert len(kept) == 52
        self._record.ram[:] = kept[:26]
        self._record.alarm[:] = kept[26:39]
        self._record.time[:] = kept[39:]
        self._record.second_tick = self.bus.now
        self.attach()
