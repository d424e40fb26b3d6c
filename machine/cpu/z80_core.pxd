"""What the parts of the Z80 share: the registers, the flags, the arithmetic, the bus cycles.

Everything here is inlined into the instruction switches. Arithmetic returns the result and the new
F; values are 0-255 or 0-65535 and stay so. Sources: Zilog UM0080 (documented behaviour); S. Young,
"The Undocumented Z80 Documented" (X, Y, MEMPTR, DAA).
"""

from machine.core.bus cimport Bus

# gcc gives up inlining in a function as large as the interpreter; that costs 1.4 times the time.
cdef extern from *:
    """
    #if defined(__GNUC__)
    #undef CYTHON_INLINE
    #define CYTHON_INLINE __inline__ __attribute__((always_inline))
    #endif
    """

ctypedef unsigned int uint

cdef enum:  # F, bit by bit; X and Y are the undocumented copies of bits 3 and 5
    CF = 0x01
    NF = 0x02
    PF = 0x04
    XF = 0x08
    HF = 0x10
    YF = 0x20
    ZF = 0x40
    SF = 0x80
    XYF = 0x28
    SZPF = 0xC4

cdef enum:  # what a prefixed instruction leaves as "the last opcode": did it write F?
    PLAIN = 0x100
    FLAGGED = 0x101

cdef enum:  # OR-ed to the T-states that `execute_*` return
    WROTE_FLAGS = 0x100

cdef struct Registers:
    uint a
    uint f
    uint b
    uint c
    uint d
    uint e
    uint h
    uint l
    uint ix
    uint iy
    uint sp
    uint pc
    uint wz
    uint r   # counts M1 cycles in its low 7 bits; the bits above are of no meaning
    uint r7  # bit 7 of R, which only LD R,A changes
    uint i
    uint im
    uint iff1
    uint iff2

cdef unsigned char sz[256]         # S, Z, Y, X of a result
cdef unsigned char szp[256]        # the same with P = even parity
cdef unsigned char inc_flags[256]  # S, Z, Y, H, X, V of the result of INC
cdef unsigned char dec_flags[256]  # and of DEC, N included
cdef unsigned char condition_mask[8]   # the flag that a condition code looks at
cdef unsigned char condition_value[8]  # and what it must be


cdef inline uint read(Bus bus, uint address, long long now) noexcept:
    cdef unsigned char *page = bus.read_pages[address >> 8]
    if page != NULL:
        return page[address & 0xFF]
    return bus.mem_read(address, now)


cdef inline void write(Bus bus, uint address, uint value, long long now) noexcept:
    cdef unsigned char *page = bus.write_pages[address >> 8]
    if page != NULL:
        page[address & 0xFF] = value
    else:
        bus.mem_write(address, value, now)


cdef inline uint read16(Bus bus, uint address, long long now, long long cycle) noexcept:
    """Two read cycles, of three T-states each, the low byte first."""
    cdef uint low = read(bus, address, now)
    return low | read(bus, (address + 1) & 0xFFFF, now + 3 * cycle) << 8


cdef inline void push16(Bus bus, uint sp, uint value, long long now, long long cycle) noexcept:
    """Two write cycles, the high byte first; `sp` is the stack pointer afterwards."""
    write(bus, (sp + 1) & 0xFFFF, value >> 8, now)
    write(bus, sp, value & 0xFF, now + 3 * cycle)


cdef inline uint signed8(uint value) noexcept:
    """The displacement byte as something to add and mask."""
    return value - ((value & 0x80) << 1)


cdef inline bint holds(uint code, uint f) noexcept:
    """Condition code 0-7: NZ Z NC C PO PE P M."""
    return (f & condition_mask[code]) == condition_value[code]


cdef inline (uint, uint) add8(uint a, uint value, uint carry) noexcept:
    cdef uint total = a + value + carry
    cdef uint result = total & 0xFF
    return result, (
        sz[result] | total >> 8 | (a ^ value ^ result) & HF
        | ((a ^ result) & (value ^ result) & 0x80) >> 5
    )


cdef inline (uint, uint) sub8(uint a, uint value, uint carry) noexcept:
    cdef uint total = a - value - carry
    cdef uint result = total & 0xFF
    return result, (
        sz[result] | NF | total >> 8 & CF | (a ^ value ^ result) & HF
        | ((a ^ value) & (a ^ result) & 0x80) >> 5
    )


cdef inline uint cp8(uint a, uint value) noexcept:
    """The flags of SUB, but X and Y come from the operand."""
    cdef uint total = a - value
    cdef uint result = total & 0xFF
    return (
        sz[result] & (SF | ZF) | value & XYF | NF | total >> 8 & CF | (a ^ value ^ result) & HF
        | ((a ^ value) & (a ^ result) & 0x80) >> 5
    )


cdef inline (uint, uint) arithmetic(uint operation, uint a, uint f, uint value) noexcept:
    """Operation 0-7: ADD ADC SUB SBC AND XOR OR CP."""
    if operation == 0:
        return add8(a, value, 0)
    if operation == 1:
        return add8(a, value, f & CF)
    if operation == 2:
        return sub8(a, value, 0)
    if operation == 3:
        return sub8(a, value, f & CF)
    if operation == 4:
        return a & value, szp[a & value] | HF
    if operation == 5:
        return a ^ value, szp[a ^ value]
    if operation == 6:
        return a | value, szp[a | value]
    return a, cp8(a, value)


cdef inline (uint, uint) inc8(uint value, uint f) noexcept:
    cdef uint result = (value + 1) & 0xFF
    return result, f & CF | inc_flags[result]


cdef inline (uint, uint) dec8(uint value, uint f) noexcept:
    cdef uint result = (value - 1) & 0xFF
    return result, f & CF | dec_flags[result]


cdef inline (uint, uint) add16(uint base, uint value, uint f) noexcept:
    cdef uint total = base + value
    return total & 0xFFFF, (
        f & SZPF | total >> 8 & XYF | (base ^ value ^ total) >> 8 & HF | total >> 16
    )


cdef inline (uint, uint) adc16(uint base, uint value, uint carry) noexcept:
    cdef uint total = base + value + carry
    cdef uint result = total & 0xFFFF
    return result, (
        result >> 8 & (SF | XYF) | (result == 0) << 6 | (base ^ value ^ total) >> 8 & HF
        | ((base ^ result) & (value ^ result) & 0x8000) >> 13 | total >> 16
    )


cdef inline (uint, uint) sbc16(uint base, uint value, uint carry) noexcept:
    cdef uint total = base - value - carry
    cdef uint result = total & 0xFFFF
    return result, (
        result >> 8 & (SF | XYF) | (result == 0) << 6 | (base ^ value ^ total) >> 8 & HF
        | ((base ^ value) & (base ^ result) & 0x8000) >> 13 | total >> 16 & CF | NF
    )


cdef inline (uint, uint) daa(uint a, uint f) noexcept:
    cdef uint correction = 0
    cdef uint carry = f & CF
    cdef uint result
    if f & HF or (a & 0x0F) > 9:
        correction = 6
    if carry or a > 0x99:
        correction |= 0x60
        carry = CF
    result = (a - correction if f & NF else a + correction) & 0xFF
    return result, szp[result] | f & NF | carry | (a ^ result) & HF


cdef inline (uint, uint) shift(uint operation, uint value, uint f) noexcept:
    """Operation 0-7 of the CB page: RLC RRC RL RR SLA SRA SLL SRL."""
    cdef uint result
    cdef uint carry = value >> 7 if operation & 1 == 0 else value & 1
    if operation == 0:
        result = value << 1 | carry
    elif operation == 1:
        result = value >> 1 | carry << 7
    elif operation == 2:
        result = value << 1 | f & CF
    elif operation == 3:
        result = value >> 1 | (f & CF) << 7
    elif operation == 4:
        result = value << 1
    elif operation == 5:
        result = value >> 1 | value & 0x80
    elif operation == 6:
        result = value << 1 | 1
    else:
        result = value >> 1
    result &= 0xFF
    return result, szp[result] | carry


cdef inline uint bit_flags(uint number, uint value, uint f, uint xy) noexcept:
    """BIT number,value; X and Y come from `xy`: the register, or W for an operand in memory."""
    cdef uint tested = value & 1 << number
    return f & CF | HF | tested & SF | xy & XYF | (0 if tested else ZF | PF)


cdef inline uint get8(Registers *r, uint code) noexcept:
    """Register code 0-7 but 6: B C D E H L - A."""
    if code == 0:
        return r.b
    if code == 1:
        return r.c
    if code == 2:
        return r.d
    if code == 3:
        return r.e
    if code == 4:
        return r.h
    if code == 5:
        return r.l
    return r.a


cdef inline void set8(Registers *r, uint code, uint value) noexcept:
    if code == 0:
        r.b = value
    elif code == 1:
        r.c = value
    elif code == 2:
        r.d = value
    elif code == 3:
        r.e = value
    elif code == 4:
        r.h = value
    elif code == 5:
        r.l = value
    else:
        r.a = value


cdef inline uint get16(Registers *r, uint code) noexcept:
    """Register pair code 0-3: BC DE HL SP."""
    if code == 0:
        return r.b << 8 | r.c
    if code == 1:
        return r.d << 8 | r.e
    if code == 2:
        return r.h << 8 | r.l
    return r.sp


cdef inline void set16(Registers *r, uint code, uint value) noexcept:
    if code == 0:
        r.b = value >> 8
        r.c = value & 0xFF
    elif code == 1:
        r.d = value >> 8
        r.e = value & 0xFF
    elif code == 2:
        r.h = value >> 8
        r.l = value & 0xFF
    else:
        r.sp = value
