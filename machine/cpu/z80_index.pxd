from machine.core.bus cimport Bus
from machine.cpu.z80_core cimport Registers, uint

cdef int execute_indexed(
    Registers *r, uint *xy, uint op, Bus bus, long long now, long long cycle
) noexcept
