"""A slow PSG for comparison: every unit of 8 clock cycles is stepped, one counter after the other.

Written from the data sheet alone, in another shape than the device: no event is skipped.
"""

UNIT = 96  # ticks of the crystal
LEVEL = [0, 0, *(round(6000 * 2 ** ((n - 31) / 4)) for n in range(2, 32))]


def ramp(shape: int, run: int) -> list[int]:
    """The 32 envelope levels of the `run`-th pass of a shape."""
    up = list(range(32))
    down = up[::-1]
    if run == 0:
        return up if shape & 4 else down
    if shape < 4:
        return [0] * 32
    if shape < 8:
        return [0] * 32
    later = {
        8: [down],
        9: [[0] * 32],
        10: [up, down],
        11: [[31] * 32],
        12: [up],
        13: [[31] * 32],
        14: [down, up],
        15: [[0] * 32],
    }[shape]
    return later[(run - 1) % len(later)]


class ReferencePsg:
    """Counters by the unit; `levels` collects (tick, sum of the three channels)."""

    def __init__(self) -> None:
        self.regs = [0] * 16
        self.tone_count = [0] * 3
        self.tone = [False] * 3
        self.noise_count = 0
        self.noise_flip = False
        self.shift = 1
        self.envelope_count = 0
        self.step = 0
        self.run = 0
        self.tick = 0
        self.levels: list[tuple[int, int]] = []
        self.last = 0

    def write(self, reg: int, value: int, now: int) -> None:
        self.run_to(now)
        self.regs[reg] = value
        if reg == 13:
            self.step = self.run = self.envelope_count = 0
        self.listen(now)

    def run_to(self, now: int) -> None:
        while self.tick + UNIT <= now:
            self.tick += UNIT
            self.unit()
            self.listen(self.tick)

    def unit(self) -> None:
        for channel in range(3):
            self.tone_count[channel] += 1
            if self.tone_count[channel] >= max(self.period(channel), 1):
                self.tone_count[channel] = 0
                self.tone[channel] = not self.tone[channel]
        self.noise_count += 1
        if self.noise_count >= max(self.regs[6] & 31, 1):
            self.noise_count = 0
            self.noise_flip = not self.noise_flip
            if not self.noise_flip:
                fed = (self.shift & 1) ^ (self.shift >> 3 & 1)
                self.shift = self.shift >> 1 | fed << 16
        self.envelope_count += 1
        if self.envelope_count >= max(self.regs[11] | self.regs[12] << 8, 1):
            self.envelope_count = 0
            self.step += 1
            if self.step == 32:
                self.step = 0
                self.run += 1

    def period(self, channel: int) -> int:
        return self.regs[2 * channel] | (self.regs[2 * channel + 1] & 15) << 8

    def listen(self, now: int) -> None:
        level = sum(self.channel(channel) for channel in range(3))
        if level != self.last:
            self.levels.append((now, level - self.last))
            self.last = level

    def channel(self, channel: int) -> int:
        volume = self.regs[8 + channel]
        if volume & 16:
            level = LEVEL[ramp(self.regs[13] & 15, self.run)[self.step]]
        else:
            level = LEVEL[2 * (volume & 15) + 1]
        if not self.regs[7] >> (3 + channel) & 1 and not self.shift & 1:
            return 0
        if not self.regs[7] >> channel & 1:
            if self.period(channel) <= 4:  # above 27 kHz only the average is left
                return level // 2
            if not self.tone[channel]:
                return 0
        return level
