"""A real video chip on a real bus, driven through its ports as a program drives it."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from machine.core.bus import Bus
from machine.devices.v9938 import V9938, Tms9918a

CRYSTAL_HZ = 21_477_270
LINE = 1368  # ticks
BASE = 0x98
STROBE = 6  # ticks from the start of an I/O cycle to the chip's part in it

Pixels = npt.NDArray[np.uint32]


class Rig:
    """Ports, time and pictures of one chip."""

    def __init__(self, chip: type[V9938] | type[Tms9918a] = V9938, **config: int) -> None:
        self.bus = Bus(CRYSTAL_HZ)
        self.chip = chip("vdp", self.bus, **config)
        self.chip.reset(0)
        self.chip.attach()
        self.bus.map_ports(self.chip, BASE, 4)

    @property
    def frame_start(self) -> int:
        start: int = self.chip.state.frame_start
        return start

    def out(self, register: int, value: int) -> None:
        """A write that reaches the chip at the present tick."""
        self.bus.now -= STROBE
        self.bus.write_port(BASE + register, value)
        self.bus.now += STROBE

    def enter(self, register: int) -> int:
        """A read that the chip answers at the present tick."""
        self.bus.now -= STROBE
        value = self.bus.read_port(BASE + register)
        self.bus.now += STROBE
        return value

    def set(self, register: int, value: int) -> None:
        """Writes a register the way a program does it."""
        self.out(1, value)
        self.out(1, 0x80 | register)

    def set_all(self, registers: Iterable[tuple[int, int]]) -> None:
        for register, value in registers:
            self.set(register, value)

    def status(self, register: int = 0) -> int:
        """Reads a status register, with the effects of the read."""
        if isinstance(self.chip, V9938):
            self.set(15, register)
        return self.enter(1)

    def address(self, address: int, write: bool) -> None:
        if isinstance(self.chip, V9938):
            self.set(14, address >> 14)
        self.out(1, address & 0xFF)
        self.out(1, address >> 8 & 0x3F | (0x40 if write else 0))

    def write(self, address: int, data: bytes) -> None:
        """Writes VRAM through the data port."""
        self.address(address, write=True)
        for value in data:
            self.out(0, value)

    def read(self, address: int, count: int) -> bytes:
        """Reads VRAM through the data port."""
        self.address(address, write=False)
        return bytes(self.enter(0) for _ in range(count))

    def colours(self, colours: bytes) -> None:
        """Writes the palette from entry 0 on, two bytes a colour."""
        self.set(16, 0)
        for value in colours:
            self.out(2, value)

    def run_to(self, tick: int) -> None:
        """Lets the chip handle what is due, as a scheduler does, up to a tick."""
        while self.chip.state.due <= tick:
            self.bus.now = self.chip.state.due
            self.chip.catch_up(self.bus.now)
        self.bus.now = tick
        self.chip.catch_up(tick)

    def run_frames(self, count: int = 1) -> None:
        """Runs to the end of the frame, `count` times."""
        end = self.chip.frames + count
        while self.chip.frames < end:
            self.bus.now = self.chip.state.due
            self.chip.catch_up(self.bus.now)

    def run_to_line(self, line: int, tick: int = 0) -> None:
        """Runs to a line of the frame in progress."""
        self.run_to(self.frame_start + line * LINE + tick)

    def picture(self) -> Pixels:
        """The last complete frame as (height, width) of 0xFFRRGGBB."""
        buffer = bytearray(self.chip.width * self.chip.height * 4)
        self.chip.copy_frame(buffer)
        return np.frombuffer(buffer, np.uint32).reshape(self.chip.height, self.chip.width)

    @property
    def irq(self) -> bool:
        return self.bus.irq != 0
