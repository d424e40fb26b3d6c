"""The CB page of the Z80: shifts and rotations, BIT, RES, SET.

Sources: Zilog UM0080; S. Young, "The Undocumented Z80 Documented" (SLL; X and Y of BIT n,(HL)).
"""

import cython
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.cpu.z80_core import (
    WROTE_FLAGS, Registers, bit_flags, get8, read, set8, shift, uint, write,
)


@cython.cfunc
@cython.exceptval(check=False)
def execute_cb(
    r: cython.pointer(Registers), op: uint, bus: Bus, now: cython.longlong, cycle: cython.longlong
) -> cython.int:
    """Executes `op`, fetched behind CB, with PC behind it; arguments and result as `execute_ed`."""
    code: uint = op & 7
    number: uint = op >> 3 & 7
    address: uint = r.h << 8 | r.l
    value: uint = read(bus, address, now + 8 * cycle) if code == 6 else get8(r, code)
    wrote: cython.int = 0
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
