"""What a chip is to the machine: a record, seven verbs, and the tick of its next deadline.

The verbs, and there is no eighth:

    reset(now)              the reset line; power-on is a new object followed by reset
    read(reg, now)          a bus read of one of its registers, with side effects
    write(reg, value, now)  a bus write
    peek(reg, now)          what a read would give, without side effects
    sync(now)               catch up to `now`; called at the latest when `state.due` has come
    attach()                rebuild what is derived from the record (after power-on and restore)
    connect(socket, other)  the board's wires, once, before attach

Times are ticks of the board's crystal since power-on: integers, never floats, never host time.
A register number counts from the first port that the board gave the device.
"""

import cython

NEVER: cython.longlong = 1 << 62  # later than any tick that a machine will see


@cython.cclass
class State:
    """The record: what the silicon remembers. Subclasses are Cython dataclasses.

    Fields are C scalars, bool, `bytearray` or `array.array` (sizes fixed for life), never objects;
    `machine.core.state` derives capture and restore from them. `due` is the tick of the next
    deadline, NEVER if there is none.
    """

    def __cinit__(self) -> None:
        self.due = NEVER


@cython.cclass
class Device:
    """A chip. Subclasses set `state` to their record in `__init__(name, bus, **config)`."""

    def __init__(self, name: str) -> None:
        self.name = name

    @cython.cfunc
    @cython.exceptval(check=False)
    def read(self, reg: cython.int, now: cython.longlong) -> cython.int:
        return 0xFF

    @cython.cfunc
    @cython.exceptval(check=False)
    def write(self, reg: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        pass

    @cython.cfunc
    @cython.exceptval(check=False)
    def peek(self, reg: cython.int, now: cython.longlong) -> cython.int:
        return 0xFF

    @cython.cfunc
    @cython.exceptval(check=False)
    def sync(self, now: cython.longlong) -> cython.void:
        pass

    @cython.ccall
    def reset(self, now: cython.longlong) -> cython.void:
        pass

    @cython.ccall
    def attach(self) -> cython.void:
        pass

    @cython.ccall
    def connect(self, socket: str, other: Device) -> cython.void:
        raise AssertionError(f"{self.name} has no socket {socket}")

    def read_register(self, reg: int, now: int) -> int:
        """`read` for Python callers: tests, tools."""
        return self.read(reg, now)

    def write_register(self, reg: int, value: int, now: int) -> None:
        """`write` for Python callers."""
        self.write(reg, value, now)

    def peek_register(self, reg: int, now: int) -> int:
        """`peek` for Python callers."""
        return self.peek(reg, now)

    def catch_up(self, now: int) -> None:
        """`sync` for Python callers."""
        self.sync(now)


@cython.cclass
class Memory(Device):
    """A device that answers in the 64 KB address space, in eight pages of 8 KB.

    `rd[p]`/`wr[p]` point at the 8 KB that page `p` (address >> 13) reads/writes directly; NULL
    sends the access to `mem_read`/`mem_write` with the full 16-bit address. Bit n of `holes[p]`
    does the same for the n-th 256 bytes of a page that is otherwise plain memory: registers among
    ROM. A device that moves its own pointers or holes (bank switching) calls `bus.refresh(self)`
    afterwards.
    """

    @cython.cfunc
    @cython.exceptval(check=False)
    def mem_read(self, address: cython.int, now: cython.longlong) -> cython.int:
        return 0xFF

    @cython.cfunc
    @cython.exceptval(check=False)
    def mem_write(
        self, address: cython.int, value: cython.int, now: cython.longlong
    ) -> cython.void:
        pass

    @cython.cfunc
    @cython.exceptval(check=False)
    def mem_peek(self, address: cython.int, now: cython.longlong) -> cython.int:
        page: cython.int = address >> 13
        if self.rd[page] != cython.NULL:
            return self.rd[page][address & 0x1FFF]
        return 0xFF

    @cython.cfunc
    @cython.inline
    @cython.exceptval(check=False)
    def is_plain(self, pointer: cython.p_uchar, address: cython.int) -> cython.bint:
        """True if `pointer`, `rd` or `wr` of the address's page, serves that address."""
        hole: cython.uint = self.holes[address >> 13] >> ((address >> 8) & 31)
        return pointer != cython.NULL and not hole & 1

    def peek_memory(self, address: int, now: int) -> int:
        """`mem_peek` for Python callers."""
        return self.mem_peek(address & 0xFFFF, now)

    def read_memory(self, address: int, now: int) -> int:
        """What the processor would read at `address`, side effects included."""
        where: cython.int = address & 0xFFFF
        if self.is_plain(self.rd[where >> 13], where):
            return self.rd[where >> 13][where & 0x1FFF]
        return self.mem_read(where, now) & 0xFF

    def write_memory(self, address: int, value: int, now: int) -> None:
        """What the processor would write at `address`."""
        where: cython.int = address & 0xFFFF
        if self.is_plain(self.wr[where >> 13], where):
            self.wr[where >> 13][where & 0x1FFF] = value
        else:
            self.mem_write(where, value, now)
