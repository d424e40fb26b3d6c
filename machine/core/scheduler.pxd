from machine.core.bus cimport Bus
from machine.core.cpu cimport Cpu


cdef class Scheduler:
    cdef readonly Bus bus
    cdef readonly Cpu cpu
    cdef list devices
    cpdef bint run(self, long long until)
