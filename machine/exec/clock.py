"""Date and time as the program sees them; functions 2A-2D.

The clock is the host's, local time, unless a date is given: then it goes with the emulated time,
and the same command gives the same dates. Setting it moves the program's clock, never the host's.
"""

import calendar
import datetime
from collections.abc import Callable

from machine.exec.guest import Guest

FIRST_YEAR, LAST_YEAR = 1980, 2079
VALID, INVALID = 0, 0xFF


class Clock:
    """`seconds` tells the emulated time; `start` is the fixed date at its beginning, or None."""

    def __init__(self, seconds: Callable[[], float], start: datetime.datetime | None) -> None:
        self._seconds = seconds
        self._start = start
        self._shift = datetime.timedelta()

    def now(self) -> datetime.datetime:
        """The program's date and time."""
        if self._start is None:
            base = datetime.datetime.now()
        else:
            base = self._start + datetime.timedelta(seconds=self._seconds())
        return base + self._shift

    def set(self, moment: datetime.datetime) -> None:
        """Sets the program's clock."""
        self._shift += moment - self.now()

    def stamp(self) -> float | None:
        """What the host shall say of files written now; None: what it says anyway."""
        return None if self._start is None else self.now().timestamp()


def packed(moment: datetime.datetime) -> tuple[int, int]:
    """Date and time as directory entries have them, 16 bits each."""
    year = min(max(moment.year, FIRST_YEAR), LAST_YEAR) - FIRST_YEAR
    date = year << 9 | moment.month << 5 | moment.day
    return date, moment.hour << 11 | moment.minute << 5 | moment.second // 2


def packed_seconds(seconds: float) -> tuple[int, int]:
    """The same of a time of the host's, in seconds since the epoch."""
    return packed(datetime.datetime.fromtimestamp(seconds))


def unpacked(date: int, time: int) -> float:
    """Seconds since the epoch of a directory entry's date and time, or of the nearest there is."""
    year, month = FIRST_YEAR + (date >> 9), min(max(date >> 5 & 15, 1), 12)
    hour, minute, second = time >> 11, time >> 5 & 63, (time & 31) * 2
    clock = datetime.time(min(hour, 23), min(minute, 59), min(second, 59))
    day = min(max(date & 31, 1), calendar.monthrange(year, month)[1])
    return datetime.datetime.combine(datetime.date(year, month, day), clock).timestamp()


class ClockCalls:
    """Functions 2A-2D."""

    def __init__(self, guest: Guest, clock: Clock) -> None:
        self._guest = guest
        self._clock = clock

    def get_date(self) -> None:
        """2A: HL = year, D = month, E = day, A = day of the week, Sunday 0."""
        guest, now = self._guest, self._clock.now()
        guest.hl, guest.regs.d, guest.regs.e = now.year, now.month, now.day
        guest.regs.b = guest.regs.h
        guest.answer_a(now.isoweekday() % 7)

    def set_date(self) -> None:
        """2B: from HL, D, E; A = FFh if there is no such day."""
        guest = self._guest
        try:
            day = datetime.date(guest.hl, guest.regs.d, guest.regs.e)
        except ValueError:
            guest.answer(INVALID)
            return
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            guest.answer(INVALID)
            return
        self._clock.set(datetime.datetime.combine(day, self._clock.now().time()))
        guest.answer(VALID)

    def get_time(self) -> None:
        """2C: H = hours, L = minutes, D = seconds, E = 0 (hundredths), A = 0."""
        guest, now = self._guest, self._clock.now()
        guest.regs.h, guest.regs.l = now.hour, now.minute
        guest.regs.d, guest.regs.e = now.second, 0
        guest.regs.b = guest.regs.h
        guest.answer_a(0)

    def set_time(self) -> None:
        """2D: from H, L, D, E; A = FFh if there is no such time."""
        guest = self._guest
        try:
            time = datetime.time(guest.regs.h, guest.regs.l, guest.regs.d)
        except ValueError:
            guest.answer(INVALID)
            return
        if guest.regs.e >= 100:
            guest.answer(INVALID)
            return
        self._clock.set(datetime.datetime.combine(self._clock.now().date(), time))
        guest.answer(VALID)
