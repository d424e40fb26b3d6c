"""Intel 8255A programmable peripheral interface: three 8-bit ports and a control register.

    reg 0  port A     reg 1  port B     reg 2  port C     reg 3  control (write only)

    control, bit 7 = 1: mode word     6-5 mode A, 4 A in, 3 C high in, 2 mode B, 1 B in, 0 C low in
    control, bit 7 = 0: bit set/reset 3-1 bit of port C, 0 its new value

Sockets `port_a`, `port_b`, `port_c`: the pins. An output reaches the other device as
`write(port, value)`, an input is its `read(port)`, where port is 0, 1 or 2.

Inaccuracies: the strobed modes 1 and 2 are taken as mode 0; no MSX uses them, and their handshake
lines are not wired.

Source: Intel 8255A/8255A-5 data sheet (1991), "Mode Definition", "Single Bit Set/Reset Feature".
"""

import cython
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER, Device, State

A_INPUT = cython.declare(cython.int, 0x10)
B_INPUT = cython.declare(cython.int, 0x02)
C_HIGH_INPUT = cython.declare(cython.int, 0x08)
C_LOW_INPUT = cython.declare(cython.int, 0x01)
ALL_INPUTS = cython.declare(cython.int, 0x9B)


@cython.cclass
@cython.dataclasses.dataclass(eq=False)
class I8255State(State):
    """The mode word and the three output latches."""

    control: cython.uchar = 0x9B
    latch_a: cython.uchar = 0
    latch_b: cython.uchar = 0
    latch_c: cython.uchar = 0


@cython.cclass
class I8255(Device):
    """The PPI in mode 0."""

    _record: I8255State
    _ports: list
    _float_a: cython.int

    def __init__(self, name: str, bus: Bus, float_a: int = 0x00) -> None:
        """`float_a`: what the lines of port A read as while nobody drives them.

        The board pulls them down where they select the slot in which the processor starts; ports B
        and C float high.
        """
        Device.__init__(self, name)
        self._record = I8255State()
        self.state = self._record
        self._float_a = float_a
        self._ports = [None, None, None]

    @cython.ccall
    def connect(self, socket: str, other: Device) -> cython.void:
        """Wires `port_a`, `port_b` or `port_c` to another device."""
        assert socket in ("port_a", "port_b", "port_c"), f"{self.name} has no socket {socket}"
        self._ports[ord(socket[5]) - ord("a")] = other

    @cython.ccall
    def reset(self, now: cython.longlong) -> cython.void:
        """All ports become inputs, all latches 0."""
        self._set_mode(ALL_INPUTS, now)

    @cython.ccall
    def attach(self) -> cython.void:
        """Bounds restored values."""
        record: I8255State = self._record
        record.due = NEVER
        record.control |= 0x80

    @cython.cfunc
    @cython.exceptval(check=False)
    def read(self, reg: cython.int, now: cython.longlong) -> cython.int:
        return self._get(reg & 3, now, False)

    @cython.cfunc
    @cython.exceptval(check=False)
    def peek(self, reg: cython.int, now: cython.longlong) -> cython.int:
        return self._get(reg & 3, now, True)

    @cython.cfunc
    @cython.exceptval(check=False)
    def write(self, reg: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        record: I8255State = self._record
        reg &= 3
        if reg == 0:
            record.latch_a = value & 0xFF
            self._drive_a(now)
        elif reg == 1:
            record.latch_b = value & 0xFF
            self._drive_b(now)
        elif reg == 2:
            record.latch_c = value & 0xFF
            self._drive_c(now)
        elif value & 0x80:
            self._set_mode(value & 0xFF, now)
        else:
            bit: cython.int = 1 << ((value >> 1) & 7)
            record.latch_c = (record.latch_c | bit) if value & 1 else (record.latch_c & ~bit)
            self._drive_c(now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _set_mode(self, control: cython.int, now: cython.longlong) -> cython.void:
        """A mode word clears the output latches (data sheet, "Mode Selection")."""
        record: I8255State = self._record
        record.control = control
        record.latch_a = 0
        record.latch_b = 0
        record.latch_c = 0
        self._drive_a(now)
        self._drive_b(now)
        self._drive_c(now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _c_inputs(self) -> cython.int:
        control: cython.int = self._record.control
        return (0xF0 if control & C_HIGH_INPUT else 0) | (0x0F if control & C_LOW_INPUT else 0)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _get(self, port: cython.int, now: cython.longlong, peeking: cython.bint) -> cython.int:
        record: I8255State = self._record
        if port == 0:
            if record.control & A_INPUT:
                return self._pins(0, self._float_a, now, peeking)
            return record.latch_a
        if port == 1:
            if record.control & B_INPUT:
                return self._pins(1, 0xFF, now, peeking)
            return record.latch_b
        if port == 2:
            inputs: cython.int = self._c_inputs()
            if inputs == 0:
                return record.latch_c
            return (record.latch_c & ~inputs) | (self._pins(2, 0xFF, now, peeking) & inputs)
        return 0xFF  # the control register cannot be read on the 8255A

    @cython.cfunc
    @cython.exceptval(check=False)
    def _pins(
        self, port: cython.int, floating: cython.int, now: cython.longlong, peeking: cython.bint
    ) -> cython.int:
        other = self._ports[port]
        if other is None:
            return floating
        if peeking:
            return cython.cast(Device, other).peek(port, now) & 0xFF
        return cython.cast(Device, other).read(port, now) & 0xFF

    @cython.cfunc
    @cython.exceptval(check=False)
    def _drive_a(self, now: cython.longlong) -> cython.void:
        record: I8255State = self._record
        self._drive(0, self._float_a if record.control & A_INPUT else record.latch_a, now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _drive_b(self, now: cython.longlong) -> cython.void:
        record: I8255State = self._record
        if not record.control & B_INPUT:
            self._drive(1, record.latch_b, now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _drive_c(self, now: cython.longlong) -> cython.void:
        self._drive(2, self._record.latch_c | self._c_inputs(), now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _drive(self, port: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        other = self._ports[port]
        if other is not None:
            cython.cast(Device, other).write(port, value, now)
