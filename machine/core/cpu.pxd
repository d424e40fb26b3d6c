from machine.core.bus cimport Bus
from machine.core.device cimport Device


cdef class Cpu(Device):
    cdef public Bus bus
    cdef readonly long long cycle_ticks
    cdef void run(self) noexcept
