"""How the machine's ticks and the host's seconds belong together. Reads no clock itself."""

from array import array

LATE_SECONDS = 0.1  # behind by more, a machine gives up catching up
METER_SECONDS = 0.5
LONG_TEXT = 200  # characters


class Pace:
    """Keeps a machine at `percent` of its own speed (0: no limit)."""

    def __init__(self, ticks_per_second: int) -> None:
        self._ticks_per_second = ticks_per_second
        self._percent = 100
        self._tick = 0
        self._second = 0.0
        self._valid = False

    def hold(self) -> None:
        """Forgets the past: time begins anew with the next question."""
        self._valid = False

    def wait(self, tick: int, second: float, percent: int) -> float:
        """Seconds until `tick` is to be reached, seen at host time `second`; 0 if that is now."""
        if percent == 0:
            self._valid = False
            return 0.0
        if not self._valid or percent != self._percent or tick < self._tick:
            self._begin(tick, second, percent)
        passed = (tick - self._tick) / self._ticks_per_second * 100 / percent
        ahead = self._second + passed - second
        if ahead < -LATE_SECONDS:
            self._begin(tick, second, percent)
            return 0.0
        if passed > 1:  # a base that is near keeps the differences exact
            self._second += passed
            self._tick = tick
        return max(ahead, 0.0)

    def _begin(self, tick: int, second: float, percent: int) -> None:
        self._tick, self._second, self._percent = tick, second, percent
        self._valid = True


class SpeedMeter:
    """The speed a machine really has, in percent, over the last half second or more."""

    def __init__(self, ticks_per_second: int) -> None:
        self._ticks_per_second = ticks_per_second
        self._tick = -1
        self._second = 0.0
        self.percent = 0

    def stop(self) -> None:
        """The machine stands."""
        self._tick, self.percent = -1, 0

    def note(self, tick: int, second: float) -> None:
        """The machine was at `tick` at host time `second`."""
        if self._tick < 0 or tick < self._tick:
            self._tick, self._second = tick, second
            return
        passed = second - self._second
        if passed >= METER_SECONDS:
            real = (tick - self._tick) / self._ticks_per_second
            self.percent = round(100 * real / passed)
            self._tick, self._second = tick, second


class Hurry:
    """Whether a long text that is typed makes the machine run without a speed limit.

    It does so as long as the guest takes what is typed: not while it does something else.
    """

    def __init__(self, ticks_per_second: int) -> None:
        self._patience = ticks_per_second
        self._waiting = 0
        self._taken = 0
        self.is_on = False

    def note(self, waiting: int, tick: int) -> None:
        """At `tick`, so many characters wait to be typed."""
        if waiting != self._waiting or tick < self._taken:
            self._taken = tick
        self._waiting = waiting
        is_taken = waiting > 0 and tick - self._taken <= self._patience
        self.is_on = is_taken and (self.is_on or waiting >= LONG_TEXT)


def stretched(samples: bytes, percent: int) -> bytes:
    """Sound made at `percent` of the real speed, played for as long as it took to make.

    16-bit mono in and out. The pitch follows the speed, as on a real machine with another crystal.
    """
    if percent == 100 or not samples:
        return samples
    source = array("h", samples)
    count = len(source) * 100 // percent
    return array("h", [source[at * percent // 100] for at in range(count)]).tobytes()
