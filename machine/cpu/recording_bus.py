"""A bus that writes down every cycle: 64 KB of RAM, and ports that answer from a list."""

import cython
from cython.cimports.machine.core.bus import Bus

CAPACITY = 64  # cycles kept; no Z80 instruction has more than 7


@cython.cclass
class RecordingBus(Bus):
    """For one instruction at a time; ticks are T-states.

    With `traced` set, each cycle goes through the slow path of the processor and is recorded;
    without, memory is read and written through the page pointers and only ports are recorded.
    """

    ram: bytearray
    inputs: list
    ticks: cython.longlong[64]
    addresses: cython.int[64]
    values: cython.int[64]
    kinds: cython.char[64]
    count: cython.int

    def __init__(self) -> None:
        Bus.__init__(self, 1)
        self.ram = bytearray(0x10000)
        self.inputs = []
        self.count = 0

    def begin(self, memory: list[tuple[int, int]], inputs: list[int], traced: bool) -> None:
        """Tick 0 of an instruction: bytes for the RAM, and what the ports will answer in turn."""
        page: cython.int
        base: cython.p_uchar = self.ram
        for page in range(256):
            self.read_pages[page] = cython.NULL
            if not traced:
                self.read_pages[page] = base + (page << 8)
            self.write_pages[page] = self.read_pages[page]
        for address, value in memory:
            self.ram[address] = value
        self.inputs = inputs[::-1]
        self.count = 0
        self.now = 0

    def memory(self) -> bytearray:
        """The RAM itself."""
        return self.ram

    def cycles(self) -> list[tuple[int, int, int, str]]:
        """(tick at which the cycle began, address, value, kind), kind "rm" "wm" "ri" or "wi"."""
        return [
            (
                self.ticks[index],
                self.addresses[index],
                self.values[index],
                "rm wm ri wi"[self.kinds[index] : self.kinds[index] + 2],
            )
            for index in range(self.count)
        ]

    @cython.cfunc
    @cython.exceptval(check=False)
    def _record(
        self, address: cython.int, value: cython.int, kind: cython.int, now: cython.longlong
    ) -> cython.void:
        if self.count < CAPACITY:
            self.ticks[self.count] = now
            self.addresses[self.count] = address
            self.values[self.count] = value
            self.kinds[self.count] = kind
            self.count += 1

    @cython.cfunc
    @cython.exceptval(check=False)
    def mem_read(self, address: cython.int, now: cython.longlong) -> cython.int:
        value: cython.int = self.ram[address]
        self._record(address, value, 0, now)
        return value

    @cython.cfunc
    @cython.exceptval(check=False)
    def mem_write(
        self, address: cython.int, value: cython.int, now: cython.longlong
    ) -> cython.void:
        self._record(address, value, 3, now)
        self.ram[address] = value

    @cython.cfunc
    @cython.exceptval(check=False)
    def io_read(self, port: cython.int, now: cython.longlong) -> cython.int:
        value: cython.int = self.inputs.pop() if self.inputs else 0xFF
        self._record(port, value, 6, now)
        return value

    @cython.cfunc
    @cython.exceptval(check=False)
    def io_write(self, port: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        self._record(port, value, 9, now)
