"""The ED page of the Z80: I/O through C, 16-bit arithmetic, block instructions, interrupt modes.

Sources: Zilog UM0080; S. Young, "The Undocumented Z80 Documented"; for the flags of a repeating
INIR/OTIR, D. Banks' notes on what the SingleStepTests vectors show.
"""

from machine.core.bus cimport Bus
from machine.cpu.z80_core cimport (
    CF, HF, NF, PF, SF, WROTE_FLAGS, XYF, ZF, Registers, adc16, get8, get16, read, read16, sbc16,
    set8, set16, sub8, sz, szp, uint, write,
)


cdef inline void _repeat(Registers *r) noexcept:
    """Sets PC back onto the instruction; X and Y come from its address then."""
    r.pc = (r.pc - 2) & 0xFFFF
    r.wz = (r.pc + 1) & 0xFFFF
    r.f = r.f & ~XYF & 0xFF | r.pc >> 8 & XYF


cdef inline int _finish_block_port(Registers *r, uint op, uint value, uint total) noexcept:
    """The flags of a block I/O step, and of the pass through PC if it repeats."""
    cdef uint carry = HF | CF if total > 0xFF else 0
    cdef uint parity_of = r.b & 7
    r.f = sz[r.b] | value >> 6 & NF | carry | szp[total & 7 ^ r.b] & PF
    if not (op & 0x10 and r.b):
        return 16 | WROTE_FLAGS
    _repeat(r)
    if carry:
        r.f &= ~HF & 0xFF
        if value & 0x80:
            parity_of = (r.b - 1) & 7
            r.f |= HF if r.b & 0x0F == 0 else 0
        else:
            parity_of = (r.b + 1) & 7
            r.f |= HF if r.b & 0x0F == 0x0F else 0
    r.f ^= szp[parity_of] & PF ^ PF
    return 21 | WROTE_FLAGS


cdef inline int _port(Registers *r, Bus bus, uint op, long long now) noexcept:
    """IN r,(C) and OUT (C),r; code 6 only sets the flags, or puts out the NMOS part's 0."""
    cdef uint code = op >> 3 & 7
    cdef uint port = r.b << 8 | r.c
    cdef uint value
    r.wz = (port + 1) & 0xFFFF
    if op & 1:
        bus.io_write(port, get8(r, code) if code != 6 else 0, now)
        return 12
    value = bus.io_read(port, now)
    if code != 6:
        set8(r, code, value)
    r.f = r.f & CF | szp[value]
    return 12 | WROTE_FLAGS


cdef inline int _arithmetic16(Registers *r, uint op) noexcept:
    """SBC HL,rr and ADC HL,rr."""
    cdef uint hl = r.h << 8 | r.l
    cdef uint result
    r.wz = (hl + 1) & 0xFFFF
    if op & 8:
        result, r.f = adc16(hl, get16(r, op >> 4 & 3), r.f & CF)
    else:
        result, r.f = sbc16(hl, get16(r, op >> 4 & 3), r.f & CF)
    set16(r, 2, result)
    return 15 | WROTE_FLAGS


cdef inline int _load16(Registers *r, Bus bus, uint op, long long now, long long cycle) noexcept:
    """LD (nn),rr and LD rr,(nn)."""
    cdef uint address = read16(bus, r.pc, now + 8 * cycle, cycle)
    cdef uint value
    r.pc = (r.pc + 2) & 0xFFFF
    r.wz = (address + 1) & 0xFFFF
    if op & 8:
        set16(r, op >> 4 & 3, read16(bus, address, now + 14 * cycle, cycle))
    else:
        value = get16(r, op >> 4 & 3)
        write(bus, address, value & 0xFF, now + 14 * cycle)
        write(bus, r.wz, value >> 8, now + 17 * cycle)
    return 20


cdef inline int _accumulator(Registers *r, Bus bus, uint op, long long now, long long cycle) noexcept:
    """LD I,A; LD R,A; LD A,I; LD A,R; RRD; RLD; two NOPs."""
    cdef uint address
    cdef uint value
    if op == 0x47:
        r.i = r.a
        return 9
    if op == 0x4F:
        r.r = r.a
        r.r7 = r.a & 0x80
        return 9
    if op == 0x57 or op == 0x5F:
        r.a = r.i if op == 0x57 else r.r & 0x7F | r.r7
        r.f = r.f & CF | sz[r.a] | (PF if r.iff2 else 0)
        return 9 | WROTE_FLAGS
    if op == 0x77 or op == 0x7F:
        return 8
    address = r.h << 8 | r.l
    r.wz = (address + 1) & 0xFFFF
    value = read(bus, address, now + 8 * cycle)
    if op == 0x67:
        write(bus, address, (value >> 4 | r.a << 4) & 0xFF, now + 15 * cycle)
        r.a = r.a & 0xF0 | value & 0x0F
    else:
        write(bus, address, (value << 4 | r.a & 0x0F) & 0xFF, now + 15 * cycle)
        r.a = r.a & 0xF0 | value >> 4
    r.f = r.f & CF | szp[r.a]
    return 18 | WROTE_FLAGS


cdef inline int _block_load(Registers *r, Bus bus, uint op, long long now, long long cycle) noexcept:
    """LDI LDD LDIR LDDR."""
    cdef uint step = 0xFFFF if op & 8 else 1
    cdef uint bc = ((r.b << 8 | r.c) - 1) & 0xFFFF
    cdef uint de = r.d << 8 | r.e
    cdef uint hl = r.h << 8 | r.l
    cdef uint value = read(bus, hl, now + 8 * cycle)
    write(bus, de, value, now + 11 * cycle)
    set16(r, 0, bc)
    set16(r, 1, (de + step) & 0xFFFF)
    set16(r, 2, (hl + step) & 0xFFFF)
    value += r.a
    r.f = r.f & (SF | ZF | CF) | value & 0x08 | (value & 0x02) << 4 | (PF if bc else 0)
    if op & 0x10 and bc:
        _repeat(r)
        return 21 | WROTE_FLAGS
    return 16 | WROTE_FLAGS


cdef inline int _block_compare(Registers *r, Bus bus, uint op, long long now, long long cycle) noexcept:
    """CPI CPD CPIR CPDR."""
    cdef uint step = 0xFFFF if op & 8 else 1
    cdef uint bc = ((r.b << 8 | r.c) - 1) & 0xFFFF
    cdef uint hl = r.h << 8 | r.l
    cdef uint value = read(bus, hl, now + 8 * cycle)
    cdef uint result = (r.a - value) & 0xFF
    cdef uint half = (r.a ^ value ^ result) & HF
    set16(r, 0, bc)
    set16(r, 2, (hl + step) & 0xFFFF)
    r.wz = (r.wz + step) & 0xFFFF
    value = result - (half >> 4)
    r.f = (
        r.f & CF | sz[result] & (SF | ZF) | half | NF | value & 0x08 | (value & 0x02) << 4
        | (PF if bc else 0)
    )
    if op & 0x10 and bc and result:
        _repeat(r)
        return 21 | WROTE_FLAGS
    return 16 | WROTE_FLAGS


cdef inline int _block_input(Registers *r, Bus bus, uint op, long long now, long long cycle) noexcept:
    """INI IND INIR INDR."""
    cdef uint step = 0xFFFF if op & 8 else 1
    cdef uint bc = r.b << 8 | r.c
    cdef uint hl = r.h << 8 | r.l
    cdef uint value = bus.io_read(bc, now + 9 * cycle)
    write(bus, hl, value, now + 13 * cycle)
    r.wz = (bc + step) & 0xFFFF
    r.b = (r.b - 1) & 0xFF
    set16(r, 2, (hl + step) & 0xFFFF)
    return _finish_block_port(r, op, value, value + ((r.c + step) & 0xFF))


cdef inline int _block_output(Registers *r, Bus bus, uint op, long long now, long long cycle) noexcept:
    """OUTI OUTD OTIR OTDR."""
    cdef uint step = 0xFFFF if op & 8 else 1
    cdef uint hl = r.h << 8 | r.l
    cdef uint value = read(bus, hl, now + 9 * cycle)
    r.b = (r.b - 1) & 0xFF
    bus.io_write(r.b << 8 | r.c, value, now + 12 * cycle)
    r.wz = ((r.b << 8 | r.c) + step) & 0xFFFF
    set16(r, 2, (hl + step) & 0xFFFF)
    return _finish_block_port(r, op, value, value + r.l)


cdef inline int execute_ed(Registers *r, uint op, Bus bus, long long now, long long cycle) noexcept:
    """Executes `op`, fetched behind ED, with PC behind it.

    `now`: tick at which the ED was fetched, plus the waits of both M1 cycles; `cycle`: ticks of a
    T-state. Returns the T-states of the whole instruction without these waits, OR-ed with
    WROTE_FLAGS where Q follows F.
    """
    cdef uint column = op & 7
    if op & 0xE4 == 0xA0:
        if column == 0:
            return _block_load(r, bus, op, now, cycle)
        if column == 1:
            return _block_compare(r, bus, op, now, cycle)
        if column == 2:
            return _block_input(r, bus, op, now, cycle)
        return _block_output(r, bus, op, now, cycle)
    if op & 0xC0 != 0x40:
        return 8
    if column < 2:
        return _port(r, bus, op, now + 8 * cycle)
    if column == 2:
        return _arithmetic16(r, op)
    if column == 3:
        return _load16(r, bus, op, now, cycle)
    if column == 4:
        r.a, r.f = sub8(0, r.a, 0)  # NEG
        return 8 | WROTE_FLAGS
    if column == 5:  # RETN; RETI differs only for the peripherals that watch the bus
        r.pc = r.wz = read16(bus, r.sp, now + 8 * cycle, cycle)
        r.sp = (r.sp + 2) & 0xFFFF
        r.iff1 = r.iff2
        if r.iff1 and bus.irq:
            bus.limit = 0
        return 14
    if column == 6:  # IM: 0 0 1 2, twice
        r.im = (op >> 3 & 3) - 1 if op & 0x10 else 0
        return 8
    return _accumulator(r, bus, op, now, cycle)
