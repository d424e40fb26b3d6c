"""The Z80: registers, interrupts, and the switch over the opcodes that have no prefix.

Times: T-states as in Zilog UM0080, plus `m1_wait` T-states in each M1 cycle that fetches (opcode,
prefix, NMI). The acknowledge of INT has two wait states of its own, in which the board's wait is
over before the processor looks; openMSX measures the same 13. A device is handed the tick at which
the machine cycle that addresses it begins: for LD A,(nn) that is 4 + 3 + 3 T-states after the
opcode fetch began, for OUT (n),A 4 + 3.

    record       the registers, with MEMPTR (WZ), Q, and what one instruction leaves to the next:
                 `latch` and `p` (an interrupt right after LD A,I or LD A,R finds P/V reset)
    z80_core     arithmetic, flags and bus cycles, inlined everywhere
    z80_cb, z80_ed   prefixed pages, inlined too
    z80_index    the DD and FD pages: a function, on a copy of the registers

This file is longer than others because `_execute` is: one C switch with all registers in locals
runs faster than a table of functions, and 256 opcodes need their lines.

Inaccuracies: in IM 0 an instruction of several bytes takes its first from the bus and the others
from memory at PC, which moves on; no device here does that. BUSRQ and WAIT are not modelled.

Sources: Zilog UM0080; S. Young, "The Undocumented Z80 Documented"; the SingleStepTests vectors.
"""

import cython
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.cpu import Cpu
from cython.cimports.machine.core.device import State
from cython.cimports.machine.cpu.z80_core import (
    CF,
    FLAGGED,
    HF,
    NF,
    PF,
    PLAIN,
    SZPF,
    WROTE_FLAGS,
    XYF,
    ZF,
    Registers,
    add8,
    add16,
    cp8,
    daa,
    dec8,
    holds,
    inc8,
    push16,
    read,
    read16,
    signed8,
    sub8,
    szp,
    uint,
    write,
)
from cython.cimports.machine.cpu.z80_cb import execute_cb
from cython.cimports.machine.cpu.z80_ed import execute_ed
from cython.cimports.machine.cpu.z80_index import execute_indexed

AFTER_EI = 1  # `latch`: INT is not taken before the next instruction has run
AFTER_PREFIX = 2  # nor NMI: an instruction has only begun

# T-states; of conditional instructions those of the shorter way, of prefixes none.
T_STATES = bytes((
    4, 10, 7, 6, 4, 4, 7, 4, 4, 11, 7, 6, 4, 4, 7, 4,
    8, 10, 7, 6, 4, 4, 7, 4, 12, 11, 7, 6, 4, 4, 7, 4,
    7, 10, 16, 6, 4, 4, 7, 4, 7, 11, 16, 6, 4, 4, 7, 4,
    7, 10, 13, 6, 11, 11, 10, 4, 7, 11, 13, 6, 4, 4, 7, 4,
    4, 4, 4, 4, 4, 4, 7, 4, 4, 4, 4, 4, 4, 4, 7, 4,
    4, 4, 4, 4, 4, 4, 7, 4, 4, 4, 4, 4, 4, 4, 7, 4,
    4, 4, 4, 4, 4, 4, 7, 4, 4, 4, 4, 4, 4, 4, 7, 4,
    7, 7, 7, 7, 7, 7, 4, 7, 4, 4, 4, 4, 4, 4, 7, 4,
    4, 4, 4, 4, 4, 4, 7, 4, 4, 4, 4, 4, 4, 4, 7, 4,
    4, 4, 4, 4, 4, 4, 7, 4, 4, 4, 4, 4, 4, 4, 7, 4,
    4, 4, 4, 4, 4, 4, 7, 4, 4, 4, 4, 4, 4, 4, 7, 4,
    4, 4, 4, 4, 4, 4, 7, 4, 4, 4, 4, 4, 4, 4, 7, 4,
    5, 10, 10, 10, 10, 11, 7, 11, 5, 10, 10, 0, 10, 17, 7, 11,
    5, 10, 10, 11, 10, 11, 7, 11, 5, 4, 10, 11, 10, 0, 7, 11,
    5, 10, 10, 19, 10, 11, 7, 11, 5, 4, 10, 4, 10, 0, 7, 11,
    5, 10, 10, 4, 10, 11, 7, 11, 5, 6, 10, 4, 10, 0, 7, 11,
))  # fmt: skip
PREFIXES = (0xCB, 0xDD, 0xED, 0xFD)


def _writes_flags(op: int) -> bool:
    """Whether Q follows F after `op`: not after EX AF,AF' and POP AF."""
    if op < 0x40:
        return op & 7 in (4, 5, 7) or op & 0x0F == 9
    return 0x80 <= op < 0xC0 or (op >= 0xC0 and op & 7 == 6)


@cython.cclass
@cython.dataclasses.dataclass
class Z80State(State):
    """What the silicon remembers; names as in the data sheet, `a_` and so on for the second set."""

    a: cython.uchar = 0xFF
    f: cython.uchar = 0xFF
    b: cython.uchar = 0xFF
    c: cython.uchar = 0xFF
    d: cython.uchar = 0xFF
    e: cython.uchar = 0xFF
    h: cython.uchar = 0xFF
    l: cython.uchar = 0xFF
    a_: cython.uchar = 0xFF
    f_: cython.uchar = 0xFF
    b_: cython.uchar = 0xFF
    c_: cython.uchar = 0xFF
    d_: cython.uchar = 0xFF
    e_: cython.uchar = 0xFF
    h_: cython.uchar = 0xFF
    l_: cython.uchar = 0xFF
    ix: cython.ushort = 0xFFFF
    iy: cython.ushort = 0xFFFF
    sp: cython.ushort = 0xFFFF
    pc: cython.ushort = 0
    wz: cython.ushort = 0
    i: cython.uchar = 0
    r: cython.uchar = 0
    q: cython.uchar = 0
    im: cython.uchar = 0
    iff1: cython.uchar = 0
    iff2: cython.uchar = 0
    halted: cython.uchar = 0
    latch: cython.uchar = 0
    p: cython.uchar = 0


def _field(name: str, mask: int, title: str) -> object:
    def get(cpu: Cpu) -> int:
        return int(getattr(cpu.state, name))

    def set_(cpu: Cpu, value: int) -> None:
        setattr(cpu.state, name, value & mask)

    return property(get, set_, doc=title)


def _pair(high: str, low: str, title: str) -> object:
    def get(cpu: Cpu) -> int:
        return getattr(cpu.state, high) << 8 | getattr(cpu.state, low)

    def set_(cpu: Cpu, value: int) -> None:
        setattr(cpu.state, high, value >> 8 & 0xFF)
        setattr(cpu.state, low, value & 0xFF)

    return property(get, set_, doc=title)


@cython.cclass
class Z80(Cpu):
    """A Z80 on a bus.

    `acknowledge` is the byte that the bus carries during the interrupt acknowledge, 0-255: the
    opcode in IM 0, the low half of the vector's address in IM 2. Nothing drives it on an MSX: FFh.
    """

    acknowledge = cython.declare(cython.int, visibility="public")
    record: Z80State
    wait: cython.longlong
    ticks: cython.longlong[258]
    wrote_flags: cython.uchar[258]

    pc = _field("pc", 0xFFFF, "Program counter, 0-65535.")
    sp = _field("sp", 0xFFFF, "Stack pointer, 0-65535.")
    ix = _field("ix", 0xFFFF, "Index register IX, 0-65535.")
    iy = _field("iy", 0xFFFF, "Index register IY, 0-65535.")
    wz = _field("wz", 0xFFFF, "MEMPTR, the internal address register, 0-65535.")
    af = _pair("a", "f", "Accumulator and flags, 0-65535.")
    bc = _pair("b", "c", "Register pair BC, 0-65535.")
    de = _pair("d", "e", "Register pair DE, 0-65535.")
    hl = _pair("h", "l", "Register pair HL, 0-65535.")
    af_ = _pair("a_", "f_", "AF', 0-65535.")
    bc_ = _pair("b_", "c_", "BC', 0-65535.")
    de_ = _pair("d_", "e_", "DE', 0-65535.")
    hl_ = _pair("h_", "l_", "HL', 0-65535.")
    i = _field("i", 0xFF, "Interrupt page, 0-255.")
    r = _field("r", 0xFF, "Refresh counter, 0-255.")
    q = _field("q", 0xFF, "F if the last instruction wrote it, else 0.")
    im = _field("im", 3, "Interrupt mode, 0-2.")
    iff1 = _field("iff1", 1, "Whether INT is taken, 0 or 1.")
    iff2 = _field("iff2", 1, "IFF1 as it was before the NMI, 0 or 1.")
    halted = _field("halted", 1, "1 while a HALT waits for an interrupt, else 0.")

    def __init__(self, name: str, bus: Bus, cycle_ticks: int = 6, m1_wait: int = 1) -> None:
        """`m1_wait`: T-states that the board adds to each M1 cycle (MSX: 1)."""
        op: cython.int
        Cpu.__init__(self, name, bus, cycle_ticks)
        assert 0 <= m1_wait <= 100, "an M1 cycle has 0 to 100 wait states"
        self.state = self.record = Z80State()
        self.acknowledge = 0xFF
        self.wait = m1_wait * cycle_ticks
        for op in range(256):
            self.ticks[op] = 0 if op in PREFIXES else (T_STATES[op] + m1_wait) * cycle_ticks
            self.wrote_flags[op] = _writes_flags(op)
        self.ticks[PLAIN] = self.ticks[FLAGGED] = 0
        self.wrote_flags[PLAIN] = False
        self.wrote_flags[FLAGGED] = True

    @cython.ccall
    def reset(self, now: cython.longlong) -> cython.void:
        s: Z80State = self.record
        s.pc = s.i = s.r = s.im = s.iff1 = s.iff2 = s.halted = s.latch = s.p = s.q = 0

    def registers(self) -> dict[str, int]:
        """Register names and values, in the order of the data sheet."""
        names = (
            "af",
            "bc",
            "de",
            "hl",
            "af_",
            "bc_",
            "de_",
            "hl_",
            "ix",
            "iy",
            "sp",
            "pc",
            "wz",
            "i",
            "r",
            "im",
            "iff1",
            "iff2",
            "halted",
        )
        return {name: getattr(self, name) for name in names}

    @cython.cfunc
    @cython.exceptval(check=False)
    def _leave(self, vector: uint, push_at: cython.longlong) -> cython.void:
        """What NMI and INT have in common: PC is pushed `push_at` ticks into the acknowledge."""
        s: Z80State = self.record
        s.halted = s.q = 0
        s.r = s.r & 0x80 | (s.r + 1) & 0x7F
        s.sp = (s.sp - 2) & 0xFFFF
        push16(
            self.bus,
            s.sp,
            s.pc,
            self.bus.now + push_at,
            self.cycle_ticks,
        )
        s.pc = s.wz = vector

    @cython.cfunc
    @cython.exceptval(check=False)
    def _take_nmi(self) -> cython.void:
        now: cython.longlong = self.bus.now
        self.bus.nmi = False
        self._leave(0x66, self.wait + 5 * self.cycle_ticks)
        self.record.iff1 = 0
        self.bus.now = now + self.wait + 11 * self.cycle_ticks

    @cython.cfunc
    @cython.exceptval(check=False)
    def _take_int(self) -> cython.int:
        """Acknowledges INT; returns the opcode to execute in IM 0, else -1."""
        s: Z80State = self.record
        bus: Bus = self.bus
        now: cython.longlong = bus.now
        cycle: cython.longlong = self.cycle_ticks
        vector: uint = s.i << 8 | self.acknowledge & 0xFF
        s.iff1 = s.iff2 = 0
        if s.p:
            s.f &= ~PF & 0xFF
        if s.im == 0:
            s.halted = s.q = 0
            s.r = s.r & 0x80 | (s.r + 1) & 0x7F
            bus.now = now + 2 * cycle - self.wait
            return self.acknowledge & 0xFF
        self._leave(0x38, 7 * cycle)
        bus.now = now + 13 * cycle
        if s.im == 2:
            s.pc = s.wz = read16(bus, vector, bus.now, cycle)
            bus.now = now + 19 * cycle
        return -1

    @cython.cfunc
    @cython.exceptval(check=False)
    def _load(self, r: cython.pointer(Registers)) -> cython.void:
        s: Z80State = self.record
        r.a, r.f, r.b, r.c, r.d, r.e, r.h, r.l = s.a, s.f, s.b, s.c, s.d, s.e, s.h, s.l
        r.ix, r.iy, r.sp, r.pc, r.wz = s.ix, s.iy, s.sp, s.pc, s.wz
        r.i, r.r, r.r7, r.im, r.iff1, r.iff2 = s.i, s.r, s.r & 0x80, s.im, s.iff1, s.iff2

    @cython.cfunc
    @cython.exceptval(check=False)
    def _store(self, r: cython.pointer(Registers)) -> cython.void:
        s: Z80State = self.record
        s.a, s.f, s.b, s.c, s.d, s.e, s.h, s.l = r.a, r.f, r.b, r.c, r.d, r.e, r.h, r.l
        s.ix, s.iy, s.sp, s.pc, s.wz = r.ix, r.iy, r.sp, r.pc, r.wz
        s.i, s.r, s.im, s.iff1, s.iff2 = r.i, r.r & 0x7F | r.r7, r.im, r.iff1, r.iff2

    @cython.cfunc
    @cython.inline
    @cython.exceptval(check=False)
    def _halt_cycles(self, now: cython.longlong) -> cython.longlong:
        """The NOPs, as HALT executes them, that bring the clock from `now` to `bus.limit`."""
        nop: cython.longlong = self.ticks[0]
        return (self.bus.limit - now + nop - 1) // nop if now < self.bus.limit else 0

    @cython.cfunc
    @cython.exceptval(check=False)
    def run(self) -> cython.void:
        s: Z80State = self.record
        bus: Bus = self.bus
        cycles: cython.longlong
        op: cython.int = -1
        if bus.nmi and s.latch != AFTER_PREFIX:
            self._take_nmi()
            if bus.now >= bus.limit:
                return
        elif bus.irq and s.iff1 and not s.latch:
            op = self._take_int()
            if op < 0 and bus.now >= bus.limit:
                return
        elif bus.nmi or (bus.irq and s.iff1):
            bus.limit = 0  # one instruction, then the lines are looked at again
        if s.halted:
            cycles = max(self._halt_cycles(bus.now), 1)
            s.r = s.r & 0x80 | (s.r + cycles) & 0x7F
            bus.now += cycles * self.ticks[0]
            s.q = s.latch = s.p = 0
        else:
            self._execute(op)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _execute(self, op: cython.int) -> cython.void:
        """Executes until `bus.limit`; `op`: an opcode from the bus, or -1 to fetch one at PC."""
        s: Z80State = self.record
        bus: Bus = self.bus
        r: Registers
        copy: Registers  # for functions that are not inlined: then `r` stays in C locals
        now: cython.longlong = bus.now
        cycle: cython.longlong = self.cycle_ticks
        wait: cython.longlong = self.wait
        ei_at: cython.longlong = -1
        prefix_at: cython.longlong = -1
        p_at: cython.longlong = -1
        last: cython.int = FLAGGED if s.q else PLAIN
        value: uint
        address: uint
        states: cython.int
        halted: cython.longlong
        xy: cython.pointer(uint)
        self._load(cython.address(copy))
        r = copy
        if op < 0:
            op = read(bus, r.pc, now)
            r.pc = (r.pc + 1) & 0xFFFF
            r.r += 1
        while True:
            if op in (0x00, 0x40, 0x49, 0x52, 0x5B, 0x64, 0x6D, 0x7F):
                pass  # NOP, LD B,B and so on
            elif op == 0x41:  # LD B,C
                r.b = r.c
            elif op == 0x42:  # LD B,D
                r.b = r.d
            elif op == 0x43:  # LD B,E
                r.b = r.e
            elif op == 0x44:  # LD B,H
                r.b = r.h
            elif op == 0x45:  # LD B,L
                r.b = r.l
            elif op == 0x46:  # LD B,(HL)
                r.b = read(bus, r.h << 8 | r.l, now + wait + 4 * cycle)
            elif op == 0x47:  # LD B,A
                r.b = r.a
            elif op == 0x48:  # LD C,B
                r.c = r.b
            elif op == 0x4A:  # LD C,D
                r.c = r.d
            elif op == 0x4B:  # LD C,E
                r.c = r.e
            elif op == 0x4C:  # LD C,H
                r.c = r.h
            elif op == 0x4D:  # LD C,L
                r.c = r.l
            elif op == 0x4E:  # LD C,(HL)
                r.c = read(bus, r.h << 8 | r.l, now + wait + 4 * cycle)
            elif op == 0x4F:  # LD C,A
                r.c = r.a
            elif op == 0x50:  # LD D,B
                r.d = r.b
            elif op == 0x51:  # LD D,C
                r.d = r.c
            elif op == 0x53:  # LD D,E
                r.d = r.e
            elif op == 0x54:  # LD D,H
                r.d = r.h
            elif op == 0x55:  # LD D,L
                r.d = r.l
            elif op == 0x56:  # LD D,(HL)
                r.d = read(bus, r.h << 8 | r.l, now + wait + 4 * cycle)
            elif op == 0x57:  # LD D,A
                r.d = r.a
            elif op == 0x58:  # LD E,B
                r.e = r.b
            elif op == 0x59:  # LD E,C
                r.e = r.c
            elif op == 0x5A:  # LD E,D
                r.e = r.d
            elif op == 0x5C:  # LD E,H
                r.e = r.h
            elif op == 0x5D:  # LD E,L
                r.e = r.l
            elif op == 0x5E:  # LD E,(HL)
                r.e = read(bus, r.h << 8 | r.l, now + wait + 4 * cycle)
            elif op == 0x5F:  # LD E,A
                r.e = r.a
            elif op == 0x60:  # LD H,B
                r.h = r.b
            elif op == 0x61:  # LD H,C
                r.h = r.c
            elif op == 0x62:  # LD H,D
                r.h = r.d
            elif op == 0x63:  # LD H,E
                r.h = r.e
            elif op == 0x65:  # LD H,L
                r.h = r.l
            elif op == 0x66:  # LD H,(HL)
                r.h = read(bus, r.h << 8 | r.l, now + wait + 4 * cycle)
            elif op == 0x67:  # LD H,A
                r.h = r.a
            elif op == 0x68:  # LD L,B
                r.l = r.b
            elif op == 0x69:  # LD L,C
                r.l = r.c
            elif op == 0x6A:  # LD L,D
                r.l = r.d
            elif op == 0x6B:  # LD L,E
                r.l = r.e
            elif op == 0x6C:  # LD L,H
                r.l = r.h
            elif op == 0x6E:  # LD L,(HL)
                r.l = read(bus, r.h << 8 | r.l, now + wait + 4 * cycle)
            elif op == 0x6F:  # LD L,A
                r.l = r.a
            elif op == 0x70:  # LD (HL),B
                write(bus, r.h << 8 | r.l, r.b, now + wait + 4 * cycle)
            elif op == 0x71:  # LD (HL),C
                write(bus, r.h << 8 | r.l, r.c, now + wait + 4 * cycle)
            elif op == 0x72:  # LD (HL),D
                write(bus, r.h << 8 | r.l, r.d, now + wait + 4 * cycle)
            elif op == 0x73:  # LD (HL),E
                write(bus, r.h << 8 | r.l, r.e, now + wait + 4 * cycle)
            elif op == 0x74:  # LD (HL),H
                write(bus, r.h << 8 | r.l, r.h, now + wait + 4 * cycle)
            elif op == 0x75:  # LD (HL),L
                write(bus, r.h << 8 | r.l, r.l, now + wait + 4 * cycle)
            elif op == 0x77:  # LD (HL),A
                write(bus, r.h << 8 | r.l, r.a, now + wait + 4 * cycle)
            elif op == 0x78:  # LD A,B
                r.a = r.b
            elif op == 0x79:  # LD A,C
                r.a = r.c
            elif op == 0x7A:  # LD A,D
                r.a = r.d
            elif op == 0x7B:  # LD A,E
                r.a = r.e
            elif op == 0x7C:  # LD A,H
                r.a = r.h
            elif op == 0x7D:  # LD A,L
                r.a = r.l
            elif op == 0x7E:  # LD A,(HL)
                r.a = read(bus, r.h << 8 | r.l, now + wait + 4 * cycle)
            elif op == 0x04:  # INC B
                r.b, r.f = inc8(r.b, r.f)
            elif op == 0x05:  # DEC B
                r.b, r.f = dec8(r.b, r.f)
            elif op == 0x06:  # LD B,n
                r.b = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
            elif op == 0x0C:  # INC C
                r.c, r.f = inc8(r.c, r.f)
            elif op == 0x0D:  # DEC C
                r.c, r.f = dec8(r.c, r.f)
            elif op == 0x0E:  # LD C,n
                r.c = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
            elif op == 0x14:  # INC D
                r.d, r.f = inc8(r.d, r.f)
            elif op == 0x15:  # DEC D
                r.d, r.f = dec8(r.d, r.f)
            elif op == 0x16:  # LD D,n
                r.d = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
            elif op == 0x1C:  # INC E
                r.e, r.f = inc8(r.e, r.f)
            elif op == 0x1D:  # DEC E
                r.e, r.f = dec8(r.e, r.f)
            elif op == 0x1E:  # LD E,n
                r.e = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
            elif op == 0x24:  # INC H
                r.h, r.f = inc8(r.h, r.f)
            elif op == 0x25:  # DEC H
                r.h, r.f = dec8(r.h, r.f)
            elif op == 0x26:  # LD H,n
                r.h = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
            elif op == 0x2C:  # INC L
                r.l, r.f = inc8(r.l, r.f)
            elif op == 0x2D:  # DEC L
                r.l, r.f = dec8(r.l, r.f)
            elif op == 0x2E:  # LD L,n
                r.l = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
            elif op == 0x3C:  # INC A
                r.a, r.f = inc8(r.a, r.f)
            elif op == 0x3D:  # DEC A
                r.a, r.f = dec8(r.a, r.f)
            elif op == 0x3E:  # LD A,n
                r.a = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
            elif op == 0x34:  # INC (HL)
                address = r.h << 8 | r.l
                value, r.f = inc8(read(bus, address, now + wait + 4 * cycle), r.f)
                write(bus, address, value, now + wait + 8 * cycle)
            elif op == 0x35:  # DEC (HL)
                address = r.h << 8 | r.l
                value, r.f = dec8(read(bus, address, now + wait + 4 * cycle), r.f)
                write(bus, address, value, now + wait + 8 * cycle)
            elif op == 0x36:  # LD (HL),n
                value = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
                write(bus, r.h << 8 | r.l, value, now + wait + 7 * cycle)
            elif op == 0x80:  # ADD A,B
                r.a, r.f = add8(r.a, r.b, 0)
            elif op == 0x81:  # ADD A,C
                r.a, r.f = add8(r.a, r.c, 0)
            elif op == 0x82:  # ADD A,D
                r.a, r.f = add8(r.a, r.d, 0)
            elif op == 0x83:  # ADD A,E
                r.a, r.f = add8(r.a, r.e, 0)
            elif op == 0x84:  # ADD A,H
                r.a, r.f = add8(r.a, r.h, 0)
            elif op == 0x85:  # ADD A,L
                r.a, r.f = add8(r.a, r.l, 0)
            elif op == 0x86:  # ADD A,(HL)
                value = read(bus, r.h << 8 | r.l, now + wait + 4 * cycle)
                r.a, r.f = add8(r.a, value, 0)
            elif op == 0x87:  # ADD A,A
                r.a, r.f = add8(r.a, r.a, 0)
            elif op == 0xC6:  # ADD A,n
                value = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
                r.a, r.f = add8(r.a, value, 0)
            elif op == 0x88:  # ADC A,B
                r.a, r.f = add8(r.a, r.b, r.f & CF)
            elif op == 0x89:  # ADC A,C
                r.a, r.f = add8(r.a, r.c, r.f & CF)
            elif op == 0x8A:  # ADC A,D
                r.a, r.f = add8(r.a, r.d, r.f & CF)
            elif op == 0x8B:  # ADC A,E
                r.a, r.f = add8(r.a, r.e, r.f & CF)
            elif op == 0x8C:  # ADC A,H
                r.a, r.f = add8(r.a, r.h, r.f & CF)
            elif op == 0x8D:  # ADC A,L
                r.a, r.f = add8(r.a, r.l, r.f & CF)
            elif op == 0x8E:  # ADC A,(HL)
                value = read(bus, r.h << 8 | r.l, now + wait + 4 * cycle)
                r.a, r.f = add8(r.a, value, r.f & CF)
            elif op == 0x8F:  # ADC A,A
                r.a, r.f = add8(r.a, r.a, r.f & CF)
            elif op == 0xCE:  # ADC A,n
                value = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
                r.a, r.f = add8(r.a, value, r.f & CF)
            elif op == 0x90:  # SUB B
                r.a, r.f = sub8(r.a, r.b, 0)
            elif op == 0x91:  # SUB C
                r.a, r.f = sub8(r.a, r.c, 0)
            elif op == 0x92:  # SUB D
                r.a, r.f = sub8(r.a, r.d, 0)
            elif op == 0x93:  # SUB E
                r.a, r.f = sub8(r.a, r.e, 0)
            elif op == 0x94:  # SUB H
                r.a, r.f = sub8(r.a, r.h, 0)
            elif op == 0x95:  # SUB L
                r.a, r.f = sub8(r.a, r.l, 0)
            elif op == 0x96:  # SUB (HL)
                value = read(bus, r.h << 8 | r.l, now + wait + 4 * cycle)
                r.a, r.f = sub8(r.a, value, 0)
            elif op == 0x97:  # SUB A
                r.a, r.f = sub8(r.a, r.a, 0)
            elif op == 0xD6:  # SUB n
                value = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
                r.a, r.f = sub8(r.a, value, 0)
            elif op == 0x98:  # SBC A,B
                r.a, r.f = sub8(r.a, r.b, r.f & CF)
            elif op == 0x99:  # SBC A,C
                r.a, r.f = sub8(r.a, r.c, r.f & CF)
            elif op == 0x9A:  # SBC A,D
                r.a, r.f = sub8(r.a, r.d, r.f & CF)
            elif op == 0x9B:  # SBC A,E
                r.a, r.f = sub8(r.a, r.e, r.f & CF)
            elif op == 0x9C:  # SBC A,H
                r.a, r.f = sub8(r.a, r.h, r.f & CF)
            elif op == 0x9D:  # SBC A,L
                r.a, r.f = sub8(r.a, r.l, r.f & CF)
            elif op == 0x9E:  # SBC A,(HL)
                value = read(bus, r.h << 8 | r.l, now + wait + 4 * cycle)
                r.a, r.f = sub8(r.a, value, r.f & CF)
            elif op == 0x9F:  # SBC A,A
                r.a, r.f = sub8(r.a, r.a, r.f & CF)
            elif op == 0xDE:  # SBC A,n
                value = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
                r.a, r.f = sub8(r.a, value, r.f & CF)
            elif op == 0xA0:  # AND B
                r.a &= r.b
                r.f = szp[r.a] | HF
            elif op == 0xA1:  # AND C
                r.a &= r.c
                r.f = szp[r.a] | HF
            elif op == 0xA2:  # AND D
                r.a &= r.d
                r.f = szp[r.a] | HF
            elif op == 0xA3:  # AND E
                r.a &= r.e
                r.f = szp[r.a] | HF
            elif op == 0xA4:  # AND H
                r.a &= r.h
                r.f = szp[r.a] | HF
            elif op == 0xA5:  # AND L
                r.a &= r.l
                r.f = szp[r.a] | HF
            elif op == 0xA6:  # AND (HL)
                value = read(bus, r.h << 8 | r.l, now + wait + 4 * cycle)
                r.a &= value
                r.f = szp[r.a] | HF
            elif op == 0xA7:  # AND A
                r.f = szp[r.a] | HF
            elif op == 0xE6:  # AND n
                value = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
                r.a &= value
                r.f = szp[r.a] | HF
            elif op == 0xA8:  # XOR B
                r.a ^= r.b
                r.f = szp[r.a]
            elif op == 0xA9:  # XOR C
                r.a ^= r.c
                r.f = szp[r.a]
            elif op == 0xAA:  # XOR D
                r.a ^= r.d
                r.f = szp[r.a]
            elif op == 0xAB:  # XOR E
                r.a ^= r.e
                r.f = szp[r.a]
            elif op == 0xAC:  # XOR H
                r.a ^= r.h
                r.f = szp[r.a]
            elif op == 0xAD:  # XOR L
                r.a ^= r.l
                r.f = szp[r.a]
            elif op == 0xAE:  # XOR (HL)
                value = read(bus, r.h << 8 | r.l, now + wait + 4 * cycle)
                r.a ^= value
                r.f = szp[r.a]
            elif op == 0xAF:  # XOR A
                r.a = 0
                r.f = szp[r.a]
            elif op == 0xEE:  # XOR n
                value = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
                r.a ^= value
                r.f = szp[r.a]
            elif op == 0xB0:  # OR B
                r.a |= r.b
                r.f = szp[r.a]
            elif op == 0xB1:  # OR C
                r.a |= r.c
                r.f = szp[r.a]
            elif op == 0xB2:  # OR D
                r.a |= r.d
                r.f = szp[r.a]
            elif op == 0xB3:  # OR E
                r.a |= r.e
                r.f = szp[r.a]
            elif op == 0xB4:  # OR H
                r.a |= r.h
                r.f = szp[r.a]
            elif op == 0xB5:  # OR L
                r.a |= r.l
                r.f = szp[r.a]
            elif op == 0xB6:  # OR (HL)
                value = read(bus, r.h << 8 | r.l, now + wait + 4 * cycle)
                r.a |= value
                r.f = szp[r.a]
            elif op == 0xB7:  # OR A
                r.f = szp[r.a]
            elif op == 0xF6:  # OR n
                value = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
                r.a |= value
                r.f = szp[r.a]
            elif op == 0xB8:  # CP B
                r.f = cp8(r.a, r.b)
            elif op == 0xB9:  # CP C
                r.f = cp8(r.a, r.c)
            elif op == 0xBA:  # CP D
                r.f = cp8(r.a, r.d)
            elif op == 0xBB:  # CP E
                r.f = cp8(r.a, r.e)
            elif op == 0xBC:  # CP H
                r.f = cp8(r.a, r.h)
            elif op == 0xBD:  # CP L
                r.f = cp8(r.a, r.l)
            elif op == 0xBE:  # CP (HL)
                value = read(bus, r.h << 8 | r.l, now + wait + 4 * cycle)
                r.f = cp8(r.a, value)
            elif op == 0xBF:  # CP A
                r.f = cp8(r.a, r.a)
            elif op == 0xFE:  # CP n
                value = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
                r.f = cp8(r.a, value)
            elif op == 0x01:  # LD BC,nn
                r.c = read(bus, r.pc, now + wait + 4 * cycle)
                r.b = read(bus, (r.pc + 1) & 0xFFFF, now + wait + 7 * cycle)
                r.pc = (r.pc + 2) & 0xFFFF
            elif op == 0x11:  # LD DE,nn
                r.e = read(bus, r.pc, now + wait + 4 * cycle)
                r.d = read(bus, (r.pc + 1) & 0xFFFF, now + wait + 7 * cycle)
                r.pc = (r.pc + 2) & 0xFFFF
            elif op == 0x21:  # LD HL,nn
                r.l = read(bus, r.pc, now + wait + 4 * cycle)
                r.h = read(bus, (r.pc + 1) & 0xFFFF, now + wait + 7 * cycle)
                r.pc = (r.pc + 2) & 0xFFFF
            elif op == 0x31:  # LD SP,nn
                r.sp = read16(bus, r.pc, now + wait + 4 * cycle, cycle)
                r.pc = (r.pc + 2) & 0xFFFF
            elif op == 0x03:  # INC BC
                r.c = (r.c + 1) & 0xFF
                r.b = (r.b + (r.c == 0)) & 0xFF
            elif op == 0x13:  # INC DE
                r.e = (r.e + 1) & 0xFF
                r.d = (r.d + (r.e == 0)) & 0xFF
            elif op == 0x23:  # INC HL
                r.l = (r.l + 1) & 0xFF
                r.h = (r.h + (r.l == 0)) & 0xFF
            elif op == 0x33:  # INC SP
                r.sp = (r.sp + 1) & 0xFFFF
            elif op == 0x0B:  # DEC BC
                r.b = (r.b - (r.c == 0)) & 0xFF
                r.c = (r.c - 1) & 0xFF
            elif op == 0x1B:  # DEC DE
                r.d = (r.d - (r.e == 0)) & 0xFF
                r.e = (r.e - 1) & 0xFF
            elif op == 0x2B:  # DEC HL
                r.h = (r.h - (r.l == 0)) & 0xFF
                r.l = (r.l - 1) & 0xFF
            elif op == 0x3B:  # DEC SP
                r.sp = (r.sp - 1) & 0xFFFF
            elif op in (0x09, 0x19, 0x29, 0x39):  # ADD HL,rr
                address = r.h << 8 | r.l
                if op == 0x09:
                    value = r.b << 8 | r.c
                elif op == 0x19:
                    value = r.d << 8 | r.e
                elif op == 0x29:
                    value = address
                else:
                    value = r.sp
                r.wz = (address + 1) & 0xFFFF
                value, r.f = add16(address, value, r.f)
                r.h = value >> 8
                r.l = value & 0xFF
            elif op == 0x02:  # LD (BC),A
                write(bus, r.b << 8 | r.c, r.a, now + wait + 4 * cycle)
                r.wz = r.a << 8 | (r.c + 1) & 0xFF
            elif op == 0x12:  # LD (DE),A
                write(bus, r.d << 8 | r.e, r.a, now + wait + 4 * cycle)
                r.wz = r.a << 8 | (r.e + 1) & 0xFF
            elif op == 0x0A:  # LD A,(BC)
                address = r.b << 8 | r.c
                r.a = read(bus, address, now + wait + 4 * cycle)
                r.wz = (address + 1) & 0xFFFF
            elif op == 0x1A:  # LD A,(DE)
                address = r.d << 8 | r.e
                r.a = read(bus, address, now + wait + 4 * cycle)
                r.wz = (address + 1) & 0xFFFF
            elif op == 0x22:  # LD (nn),HL
                address = read16(bus, r.pc, now + wait + 4 * cycle, cycle)
                r.pc = (r.pc + 2) & 0xFFFF
                r.wz = (address + 1) & 0xFFFF
                write(bus, address, r.l, now + wait + 10 * cycle)
                write(bus, r.wz, r.h, now + wait + 13 * cycle)
            elif op == 0x2A:  # LD HL,(nn)
                address = read16(bus, r.pc, now + wait + 4 * cycle, cycle)
                r.pc = (r.pc + 2) & 0xFFFF
                r.wz = (address + 1) & 0xFFFF
                r.l = read(bus, address, now + wait + 10 * cycle)
                r.h = read(bus, r.wz, now + wait + 13 * cycle)
            elif op == 0x32:  # LD (nn),A
                address = read16(bus, r.pc, now + wait + 4 * cycle, cycle)
                r.pc = (r.pc + 2) & 0xFFFF
                r.wz = r.a << 8 | (address + 1) & 0xFF
                write(bus, address, r.a, now + wait + 10 * cycle)
            elif op == 0x3A:  # LD A,(nn)
                address = read16(bus, r.pc, now + wait + 4 * cycle, cycle)
                r.pc = (r.pc + 2) & 0xFFFF
                r.wz = (address + 1) & 0xFFFF
                r.a = read(bus, address, now + wait + 10 * cycle)
            elif op == 0x07:  # RLCA
                r.a = (r.a << 1 | r.a >> 7) & 0xFF
                r.f = r.f & SZPF | r.a & (XYF | CF)
            elif op == 0x0F:  # RRCA
                r.f = r.f & SZPF | r.a & CF
                r.a = (r.a >> 1 | r.a << 7) & 0xFF
                r.f |= r.a & XYF
            elif op == 0x17:  # RLA
                value = r.a << 1 | r.f & CF
                r.a = value & 0xFF
                r.f = r.f & SZPF | r.a & XYF | value >> 8
            elif op == 0x1F:  # RRA
                value = r.a | (r.f & CF) << 8
                r.f = r.f & SZPF | r.a & CF
                r.a = value >> 1
                r.f |= r.a & XYF
            elif op == 0x27:  # DAA
                r.a, r.f = daa(r.a, r.f)
            elif op == 0x2F:  # CPL
                r.a ^= 0xFF
                r.f = r.f & (SZPF | CF) | HF | NF | r.a & XYF
            elif op == 0x37:  # SCF; X and Y are OR-ed unless the last instruction wrote F
                value = r.a if self.wrote_flags[last] else r.a | r.f
                r.f = r.f & SZPF | value & XYF | CF
            elif op == 0x3F:  # CCF
                value = r.a if self.wrote_flags[last] else r.a | r.f
                r.f = (r.f & (SZPF | CF) | (r.f & CF) << 4 | value & XYF) ^ CF
            elif op == 0x08:  # EX AF,AF'
                value, s.a_ = s.a_, r.a
                r.a = value
                value, s.f_ = s.f_, r.f
                r.f = value
            elif op == 0xD9:  # EXX
                value, s.b_ = s.b_, r.b
                r.b = value
                value, s.c_ = s.c_, r.c
                r.c = value
                value, s.d_ = s.d_, r.d
                r.d = value
                value, s.e_ = s.e_, r.e
                r.e = value
                value, s.h_ = s.h_, r.h
                r.h = value
                value, s.l_ = s.l_, r.l
                r.l = value
            elif op == 0xEB:  # EX DE,HL
                r.d, r.h = r.h, r.d
                r.e, r.l = r.l, r.e
            elif op == 0xE3:  # EX (SP),HL
                r.wz = read16(bus, r.sp, now + wait + 4 * cycle, cycle)
                push16(bus, r.sp, r.h << 8 | r.l, now + wait + 11 * cycle, cycle)
                r.h = r.wz >> 8
                r.l = r.wz & 0xFF
            elif op == 0xF9:  # LD SP,HL
                r.sp = r.h << 8 | r.l
            elif op in (0xC5, 0xD5, 0xE5, 0xF5):  # PUSH rr
                if op == 0xC5:
                    value = r.b << 8 | r.c
                elif op == 0xD5:
                    value = r.d << 8 | r.e
                elif op == 0xE5:
                    value = r.h << 8 | r.l
                else:
                    value = r.a << 8 | r.f
                r.sp = (r.sp - 2) & 0xFFFF
                push16(bus, r.sp, value, now + wait + 5 * cycle, cycle)
            elif op == 0xC1:  # POP BC
                r.c = read(bus, r.sp, now + wait + 4 * cycle)
                r.b = read(bus, (r.sp + 1) & 0xFFFF, now + wait + 7 * cycle)
                r.sp = (r.sp + 2) & 0xFFFF
            elif op == 0xD1:  # POP DE
                r.e = read(bus, r.sp, now + wait + 4 * cycle)
                r.d = read(bus, (r.sp + 1) & 0xFFFF, now + wait + 7 * cycle)
                r.sp = (r.sp + 2) & 0xFFFF
            elif op == 0xE1:  # POP HL
                r.l = read(bus, r.sp, now + wait + 4 * cycle)
                r.h = read(bus, (r.sp + 1) & 0xFFFF, now + wait + 7 * cycle)
                r.sp = (r.sp + 2) & 0xFFFF
            elif op == 0xF1:  # POP AF
                r.f = read(bus, r.sp, now + wait + 4 * cycle)
                r.a = read(bus, (r.sp + 1) & 0xFFFF, now + wait + 7 * cycle)
                r.sp = (r.sp + 2) & 0xFFFF
            elif op == 0x10:  # DJNZ e
                value = read(bus, r.pc, now + wait + 5 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
                r.b = (r.b - 1) & 0xFF
                if r.b:
                    r.pc = r.wz = (r.pc + signed8(value)) & 0xFFFF
                    now += 5 * cycle
            elif op == 0x18:  # JR e
                value = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = r.wz = (r.pc + 1 + signed8(value)) & 0xFFFF
            elif op == 0x20:  # JR NZ,e
                value = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
                if not r.f & ZF:
                    r.pc = r.wz = (r.pc + signed8(value)) & 0xFFFF
                    now += 5 * cycle
            elif op == 0x28:  # JR Z,e
                value = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
                if r.f & ZF:
                    r.pc = r.wz = (r.pc + signed8(value)) & 0xFFFF
                    now += 5 * cycle
            elif op == 0x30:  # JR NC,e
                value = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
                if not r.f & CF:
                    r.pc = r.wz = (r.pc + signed8(value)) & 0xFFFF
                    now += 5 * cycle
            elif op == 0x38:  # JR C,e
                value = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
                if r.f & CF:
                    r.pc = r.wz = (r.pc + signed8(value)) & 0xFFFF
                    now += 5 * cycle
            elif op == 0xC3:  # JP nn
                r.pc = r.wz = read16(bus, r.pc, now + wait + 4 * cycle, cycle)
            elif op in (0xC2, 0xCA, 0xD2, 0xDA, 0xE2, 0xEA, 0xF2, 0xFA):  # JP cc,nn
                r.wz = read16(bus, r.pc, now + wait + 4 * cycle, cycle)
                r.pc = r.wz if holds(op >> 3 & 7, r.f) else (r.pc + 2) & 0xFFFF
            elif op == 0xE9:  # JP (HL)
                r.pc = r.h << 8 | r.l
            elif op == 0xCD:  # CALL nn
                r.wz = read16(bus, r.pc, now + wait + 4 * cycle, cycle)
                r.sp = (r.sp - 2) & 0xFFFF
                push16(bus, r.sp, (r.pc + 2) & 0xFFFF, now + wait + 11 * cycle, cycle)
                r.pc = r.wz
            elif op in (0xC4, 0xCC, 0xD4, 0xDC, 0xE4, 0xEC, 0xF4, 0xFC):  # CALL cc,nn
                r.wz = read16(bus, r.pc, now + wait + 4 * cycle, cycle)
                r.pc = (r.pc + 2) & 0xFFFF
                if holds(op >> 3 & 7, r.f):
                    r.sp = (r.sp - 2) & 0xFFFF
                    push16(bus, r.sp, r.pc, now + wait + 11 * cycle, cycle)
                    r.pc = r.wz
                    now += 7 * cycle
            elif op == 0xC9:  # RET
                r.pc = r.wz = read16(bus, r.sp, now + wait + 4 * cycle, cycle)
                r.sp = (r.sp + 2) & 0xFFFF
            elif op in (0xC0, 0xC8, 0xD0, 0xD8, 0xE0, 0xE8, 0xF0, 0xF8):  # RET cc
                if holds(op >> 3 & 7, r.f):
                    r.pc = r.wz = read16(bus, r.sp, now + wait + 5 * cycle, cycle)
                    r.sp = (r.sp + 2) & 0xFFFF
                    now += 6 * cycle
            elif op in (0xC7, 0xCF, 0xD7, 0xDF, 0xE7, 0xEF, 0xF7, 0xFF):  # RST
                r.sp = (r.sp - 2) & 0xFFFF
                push16(bus, r.sp, r.pc, now + wait + 5 * cycle, cycle)
                r.pc = r.wz = op & 0x38
            elif op == 0xD3:  # OUT (n),A
                value = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
                bus.io_write(r.a << 8 | value, r.a, now + wait + 7 * cycle)
                r.wz = r.a << 8 | (value + 1) & 0xFF
            elif op == 0xDB:  # IN A,(n)
                value = read(bus, r.pc, now + wait + 4 * cycle)
                r.pc = (r.pc + 1) & 0xFFFF
                address = r.a << 8 | value
                r.a = bus.io_read(address, now + wait + 7 * cycle)
                r.wz = (address + 1) & 0xFFFF
            elif op == 0xF3:  # DI
                r.iff1 = r.iff2 = 0
            elif op == 0xFB:  # EI
                r.iff1 = r.iff2 = 1
                ei_at = now + self.ticks[0xFB]
                if bus.irq:
                    bus.limit = 0
            elif op == 0x76:  # HALT
                s.halted = 1
                halted = self._halt_cycles(now + self.ticks[0x76])
                r.r += halted
                now += halted * self.ticks[0]
            else:  # CB, DD, ED, FD
                value = read(bus, r.pc, now + wait + 4 * cycle)
                if (op & 0xDF == 0xDD) and (value & 0xDF == 0xDD):  # the last of them counts
                    now += 4 * cycle + wait
                    prefix_at = now
                    op = PLAIN
                else:
                    r.pc = (r.pc + 1) & 0xFFFF
                    r.r += 1
                    if op == 0xCB:
                        states = execute_cb(cython.address(r), value, bus, now + 2 * wait, cycle)
                    elif op == 0xED:
                        states = execute_ed(cython.address(r), value, bus, now + 2 * wait, cycle)
                    else:
                        copy = r
                        xy = cython.address(copy.ix) if op == 0xDD else cython.address(copy.iy)
                        states = execute_indexed(
                            cython.address(copy), xy, value, bus, now + 2 * wait, cycle
                        )
                        r = copy
                    if states == 0:  # the prefix means nothing to this opcode
                        now += 4 * cycle + wait
                        op = value
                        continue
                    now += (states & 0xFF) * cycle + 2 * wait
                    if op == 0xED and value & 0xF7 == 0x57:  # LD A,I and LD A,R
                        p_at = now
                    op = FLAGGED if states & WROTE_FLAGS else PLAIN
            now += self.ticks[op]
            if now >= bus.limit:
                break
            last = op
            op = read(bus, r.pc, now)
            r.pc = (r.pc + 1) & 0xFFFF
            r.r += 1
        copy = r
        self._store(cython.address(copy))
        s.q = r.f if self.wrote_flags[op] else 0
        s.latch = AFTER_EI if ei_at == now else AFTER_PREFIX if prefix_at == now else 0
        s.p = p_at == now
        bus.now = now
