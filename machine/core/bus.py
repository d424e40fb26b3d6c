"""What a processor sees of the board: 64 KB of memory, 256 ports, and the interrupt lines.

Memories are selected in eight pages of 8 KB. The processor reads and writes straight through
`read_pages`/`write_pages`, 256 bytes each, where there is plain memory; a NULL, and every port,
goes to a device. The bus also carries the end of the running slice (`limit`): a device whose
deadline moves closer says so with `deadline`, and the processor stops in time.
"""

import cython
from cython.cimports.machine.core.device import Device, Memory


@cython.cclass
class Bus:
    """The board's wiring, derived from the board document and from the devices' records."""

    def __init__(self, hz: int) -> None:
        """`hz`: ticks per second, the frequency of the board's crystal."""
        self.hz = hz
        self.now = 0
        self.limit = 0
        self.irq = 0
        self.nmi = False
        self.stop = False
        self.wires = 0
        self.nothing = Memory("nothing")
        self.memories = [self.nothing] * 8
        self.top = None
        self.in_ports = [None] * 256
        self.out_ports = [None] * 256

    def map_ports(
        self,
        device: Device,
        base: int,
        count: int,
        reg: int = 0,
        inputs: bool = True,
        outputs: bool = True,
    ) -> None:
        """Gives `device` the ports base..base+count-1; the first of them is its register `reg`."""
        assert 0 <= base < base + count <= 256, f"there are no {count} ports from {base} on"
        assert 0 <= reg < reg + count <= 512
        for offset in range(count):
            if inputs:
                assert self.in_ports[base + offset] is None, f"port {base + offset:02X}h is taken"
                self.in_ports[base + offset] = device
                self.in_regs[base + offset] = reg + offset
            if outputs:
                assert self.out_ports[base + offset] is None, f"port {base + offset:02X}h is taken"
                self.out_ports[base + offset] = device
                self.out_regs[base + offset] = reg + offset

    def wire(self) -> int:
        """A new interrupt wire; the processor's INT is active while any wire is."""
        self.wires += 1
        assert self.wires <= 32
        return self.wires - 1

    @cython.cfunc
    @cython.exceptval(check=False)
    def mem_read(self, address: cython.int, now: cython.longlong) -> cython.int:
        page: cython.p_uchar = self.read_pages[address >> 8]
        if page != cython.NULL:
            return page[address & 0xFF]
        self.now = now
        if address >= 0xFF00 and self.top is not None:
            return self.top.mem_read(address, now) & 0xFF
        return cython.cast(Memory, self.memories[address >> 13]).mem_read(address, now) & 0xFF

    @cython.cfunc
    @cython.exceptval(check=False)
    def mem_write(
        self, address: cython.int, value: cython.int, now: cython.longlong
    ) -> cython.void:
        page: cython.p_uchar = self.write_pages[address >> 8]
        if page != cython.NULL:
            page[address & 0xFF] = value
            return
        self.now = now
        if address >= 0xFF00 and self.top is not None:
            self.top.mem_write(address, value, now)
        else:
            cython.cast(Memory, self.memories[address >> 13]).mem_write(address, value, now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def io_read(self, port: cython.int, now: cython.longlong) -> cython.int:
        device = self.in_ports[port & 0xFF]
        self.now = now
        if device is None:
            return 0xFF
        return cython.cast(Device, device).read(self.in_regs[port & 0xFF], now) & 0xFF

    @cython.cfunc
    @cython.exceptval(check=False)
    def io_write(self, port: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        device = self.out_ports[port & 0xFF]
        self.now = now
        if device is not None:
            cython.cast(Device, device).write(self.out_regs[port & 0xFF], value, now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def select(self, page: cython.int, memory: Memory) -> cython.void:
        """Makes `memory` what the processor sees in 8 KB page `page`."""
        self.memories[page] = memory
        self.point(page, memory)

    @cython.cfunc
    @cython.exceptval(check=False)
    def refresh(self, memory: Memory) -> cython.void:
        """`memory` has moved its own pointers: take them over where it is selected."""
        page: cython.int
        for page in range(8):
            if self.memories[page] is memory:
                self.point(page, memory)

    @cython.cfunc
    @cython.exceptval(check=False)
    def cover_top(self, memory: Memory) -> cython.void:
        """Sends accesses to FF00h-FFFFh to `memory`; None uncovers what is selected there."""
        self.top = memory
        self.point(7, cython.cast(Memory, self.memories[7]))

    @cython.cfunc
    @cython.exceptval(check=False)
    def point(self, page: cython.int, memory: Memory) -> cython.void:
        n: cython.int
        rd: cython.p_uchar = memory.rd[page]
        wr: cython.p_uchar = memory.wr[page]
        holes: cython.uint = memory.holes[page]
        for n in range(32):
            if (holes >> n) & 1:
                self.read_pages[page * 32 + n] = cython.NULL
                self.write_pages[page * 32 + n] = cython.NULL
            else:
                self.read_pages[page * 32 + n] = cython.NULL if rd == cython.NULL else rd + n * 256
                self.write_pages[page * 32 + n] = cython.NULL if wr == cython.NULL else wr + n * 256
        if page == 7 and self.top is not None:
            self.read_pages[255] = cython.NULL
            self.write_pages[255] = cython.NULL

    @cython.cfunc
    @cython.exceptval(check=False)
    def deadline(self, due: cython.longlong) -> cython.void:
        """A device must be synced at `due`: the running slice ends there if it is sooner."""
        if due < self.limit:
            self.limit = due

    @cython.cfunc
    @cython.exceptval(check=False)
    def interrupt(self, wire: cython.int, level: cython.bint) -> cython.void:
        """Sets one interrupt wire; the processor looks at all of them after each instruction."""
        if level:
            self.irq |= cython.cast(cython.uint, 1) << wire
            self.limit = 0  # the running slice ends, so that the processor sees the line
        else:
            self.irq &= ~(cython.cast(cython.uint, 1) << wire)

    def repoint(self) -> None:
        """Takes over the pointers of all memories that are selected; after a restore."""
        page: cython.int
        for page in range(8):
            self.point(page, cython.cast(Memory, self.memories[page]))

    def show(self, page: int, memory: Memory) -> None:
        """`select` for Python callers."""
        self.select(page, memory)

    def peek(self, address: int) -> int:
        """The byte at a processor address, without side effects."""
        where: cython.int = address & 0xFFFF
        if self.read_pages[where >> 8] != cython.NULL:
            return self.read_pages[where >> 8][where & 0xFF]
        if where >= 0xFF00 and self.top is not None:
            return self.top.mem_peek(where, self.now) & 0xFF
        return cython.cast(Memory, self.memories[where >> 13]).mem_peek(where, self.now) & 0xFF

    def poke(self, address: int, value: int) -> None:
        """A write as the processor would do it, at the present tick."""
        self.mem_write(address & 0xFFFF, value & 0xFF, self.now)

    def read_port(self, port: int) -> int:
        """A port read as the processor would do it, at the present tick."""
        return self.io_read(port & 0xFF, self.now)

    def write_port(self, port: int, value: int) -> None:
        """A port write as the processor would do it, at the present tick."""
        self.io_write(port & 0xFF, value & 0xFF, self.now)
