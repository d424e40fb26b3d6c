"""The DD and FD pages of the Z80: IX and IY in the place of HL, and the bit operations behind them.

Sources: Zilog UM0080; S. Young, "The Undocumented Z80 Documented" (the halves of IX and IY, and
the copy of a DD CB result into a register).
"""

import cython
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.cpu.z80_core import (
    WROTE_FLAGS,
    Registers,
    add16,
    arithmetic,
    bit_flags,
    dec8,
    get8,
    get16,
    inc8,
    push16,
    read,
    read16,
    set8,
    shift,
    signed8,
    uint,
    write,
)


@cython.cfunc
@cython.exceptval(check=False)
def execute_indexed(
    r: cython.pointer(Registers),
    xy: cython.pointer(uint),
    op: uint,
    bus: Bus,
    now: cython.longlong,
    cycle: cython.longlong,
) -> cython.int:
    """Executes `op`, fetched behind a prefix, with PC behind it; `xy` is IX or IY.

    `now`: tick at which the prefix was fetched, plus the waits of both M1 cycles; `cycle`: ticks of
    a T-state. Returns the T-states of the whole instruction without these waits, OR-ed with
    WROTE_FLAGS where Q follows F; 0, with nothing done, if the prefix does not concern `op`.
    """
    if op == 0xCB:
        return _bits(r, xy, bus, now, cycle)
    if op < 0x40:
        return _low_quarter(r, xy, op, bus, now, cycle)
    if op < 0x80:
        return _load8(r, xy, op, bus, now, cycle)
    if op < 0xC0:
        return _arithmetic8(r, xy, op, bus, now, cycle)
    if op == 0xE1:  # POP xy
        xy[0] = read16(bus, r.sp, now + 8 * cycle, cycle)
        r.sp = (r.sp + 2) & 0xFFFF
        return 14
    if op == 0xE3:  # EX (SP),xy
        r.wz = read16(bus, r.sp, now + 8 * cycle, cycle)
        push16(bus, r.sp, xy[0], now + 15 * cycle, cycle)
        xy[0] = r.wz
        return 23
    if op == 0xE5:  # PUSH xy
        r.sp = (r.sp - 2) & 0xFFFF
        push16(bus, r.sp, xy[0], now + 9 * cycle, cycle)
        return 15
    if op == 0xE9:  # JP (xy)
        r.pc = xy[0]
        return 8
    if op == 0xF9:  # LD SP,xy
        r.sp = xy[0]
        return 10
    return 0


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def _indexed(
    r: cython.pointer(Registers),
    xy: cython.pointer(uint),
    bus: Bus,
    now: cython.longlong,
    cycle: cython.longlong,
) -> uint:
    """Reads the displacement byte; the address goes through MEMPTR."""
    r.wz = (xy[0] + signed8(read(bus, r.pc, now + 8 * cycle))) & 0xFFFF
    r.pc = (r.pc + 1) & 0xFFFF
    return r.wz


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def _half(xy: uint, code: uint) -> uint:
    """Register code 4 or 5: the high or the low byte."""
    return xy & 0xFF if code & 1 else xy >> 8


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def _with_half(xy: uint, code: uint, value: uint) -> uint:
    return xy & 0xFF00 | value if code & 1 else xy & 0x00FF | value << 8


@cython.cfunc
@cython.exceptval(check=False)
def _low_quarter(
    r: cython.pointer(Registers),
    xy: cython.pointer(uint),
    op: uint,
    bus: Bus,
    now: cython.longlong,
    cycle: cython.longlong,
) -> cython.int:
    """Opcodes 00h-3Fh: 16-bit load, add, count; the same for the halves and for (xy+d)."""
    address: uint
    code: uint = op >> 3 & 7
    value: uint
    if op & 0x0F == 0x09:  # ADD xy,rr
        r.wz = (xy[0] + 1) & 0xFFFF
        value = xy[0] if op == 0x29 else get16(r, op >> 4)
        xy[0], r.f = add16(xy[0], value, r.f)
        return 15 | WROTE_FLAGS
    if op == 0x21:  # LD xy,nn
        xy[0] = read16(bus, r.pc, now + 8 * cycle, cycle)
        r.pc = (r.pc + 2) & 0xFFFF
        return 14
    if op == 0x22 or op == 0x2A:  # LD (nn),xy; LD xy,(nn)
        address = read16(bus, r.pc, now + 8 * cycle, cycle)
        r.pc = (r.pc + 2) & 0xFFFF
        r.wz = (address + 1) & 0xFFFF
        if op == 0x2A:
            xy[0] = read16(bus, address, now + 14 * cycle, cycle)
        else:
            write(bus, address, xy[0] & 0xFF, now + 14 * cycle)
            write(bus, r.wz, xy[0] >> 8, now + 17 * cycle)
        return 20
    if op == 0x23 or op == 0x2B:  # INC xy; DEC xy
        xy[0] = (xy[0] + 1 if op == 0x23 else xy[0] - 1) & 0xFFFF
        return 10
    if op == 0x34 or op == 0x35:  # INC (xy+d); DEC (xy+d)
        address = _indexed(r, xy, bus, now, cycle)
        value = read(bus, address, now + 16 * cycle)
        value, r.f = inc8(value, r.f) if op == 0x34 else dec8(value, r.f)
        write(bus, address, value, now + 20 * cycle)
        return 23 | WROTE_FLAGS
    if op == 0x36:  # LD (xy+d),n
        address = _indexed(r, xy, bus, now, cycle)
        value = read(bus, r.pc, now + 11 * cycle)
        r.pc = (r.pc + 1) & 0xFFFF
        write(bus, address, value, now + 16 * cycle)
        return 19
    if op & 0xF6 == 0x24:  # INC half; DEC half
        value = _half(xy[0], code)
        value, r.f = dec8(value, r.f) if op & 1 else inc8(value, r.f)
        xy[0] = _with_half(xy[0], code, value)
        return 8 | WROTE_FLAGS
    if op & 0xF7 == 0x26:  # LD half,n
        xy[0] = _with_half(xy[0], code, read(bus, r.pc, now + 8 * cycle))
        r.pc = (r.pc + 1) & 0xFFFF
        return 11
    return 0


@cython.cfunc
@cython.exceptval(check=False)
def _load8(
    r: cython.pointer(Registers),
    xy: cython.pointer(uint),
    op: uint,
    bus: Bus,
    now: cython.longlong,
    cycle: cython.longlong,
) -> cython.int:
    """Opcodes 40h-7Fh; beside (xy+d) the names H and L mean the real ones."""
    source: uint = op & 7
    target: uint = op >> 3 & 7
    value: uint
    if op == 0x76:
        return 0
    if source == 6:
        value = _indexed(r, xy, bus, now, cycle)
        set8(r, target, read(bus, value, now + 16 * cycle))
        return 19
    if target == 6:
        value = _indexed(r, xy, bus, now, cycle)
        write(bus, value, get8(r, source), now + 16 * cycle)
        return 19
    if source >> 1 != 2 and target >> 1 != 2:
        return 0
    value = _half(xy[0], source) if source >> 1 == 2 else get8(r, source)
    if target >> 1 == 2:
        xy[0] = _with_half(xy[0], target, value)
    else:
        set8(r, target, value)
    return 8


@cython.cfunc
@cython.exceptval(check=False)
def _arithmetic8(
    r: cython.pointer(Registers),
    xy: cython.pointer(uint),
    op: uint,
    bus: Bus,
    now: cython.longlong,
    cycle: cython.longlong,
) -> cython.int:
    """Opcodes 80h-BFh."""
    source: uint = op & 7
    if source == 6:
        r.a, r.f = arithmetic(
            op >> 3 & 7, r.a, r.f, read(bus, _indexed(r, xy, bus, now, cycle), now + 16 * cycle)
        )
        return 19 | WROTE_FLAGS
    if source >> 1 != 2:
        return 0
    r.a, r.f = arithmetic(op >> 3 & 7, r.a, r.f, _half(xy[0], source))
    return 8 | WROTE_FLAGS


@cython.cfunc
@cython.exceptval(check=False)
def _bits(
    r: cython.pointer(Registers),
    xy: cython.pointer(uint),
    bus: Bus,
    now: cython.longlong,
    cycle: cython.longlong,
) -> cython.int:
    """DD CB d op: all of them work on (xy+d); the opcode is not fetched by an M1 cycle."""
    address: uint = _indexed(r, xy, bus, now, cycle)
    op: uint = read(bus, r.pc, now + 11 * cycle)
    value: uint = read(bus, address, now + 16 * cycle)
    number: uint = op >> 3 & 7
    r.pc = (r.pc + 1) & 0xFFFF
    if op & 0xC0 == 0x40:
        r.f = bit_flags(number, value, r.f, address >> 8)
        return 20 | WROTE_FLAGS
    if op < 0x40:
        value, r.f = shift(number, value, r.f)
    elif op < 0xC0:
        value &= ~(1 << number)
    else:
        value |= 1 << number
    write(bus, address, value, now + 20 * cycle)
    if op & 7 != 6:
        set8(r, op & 7, value)
    return 23 | WROTE_FLAGS if op < 0x40 else 23
