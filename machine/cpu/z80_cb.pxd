"""The CB page of the Z80: shifts and rotations, BIT, RES, SET.

Sources: Zilog UM0080; S. Young, "The Undocumented Z80 Documented" (SLL; X and Y of BIT n,(HL)).
"""

from machine.core.bus cimport Bus
from machine.cpu.z80_core cimport (
    WROTE_FLAGS, Registers, bit_flags, get8, read, set8, shift, uint, write,
)


cdef inline int execute_cb(Registers *r, uint op, Bus bus, long long now, long long cycle) noexcept:
    """Executes `op`, fetched behind CB, with PC behind it; arguments and result as `execute_ed`."""
    cdef uint code = op & 7
    cdef uint number = op >> 3 & 7
    cdef uint address = r.h << 8 | r.l
    cdef uint value = read(bus, address, now + 8 * cycle) if code == 6 else get8(r, code)
    cdef int wrote = 0
    if op & 0xC0 == 0x40:
        r.f = bit_flags(number, value, r.f, r.wz >> 8 if code == 6 else value)
        return (12 if code == 6 else 8) | WROTE_FLAGS
    if op < 0x40:
        value, r.f = shift(number, value, r.f)
        wrote = WROTE_FLAGS
    elif op < 0xC0:
        value &= ~(1 << number)
    else:
        value |= 1 << number
    if code == 6:
        write(bus, address, value, now + 12 * cycle)
        return 15 | wrote
    set8(r, code, value)
    return 8 | wrote
