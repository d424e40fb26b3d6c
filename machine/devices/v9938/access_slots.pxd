from machine.devices.v9938.planes cimport Planes
from machine.devices.v9938.record cimport V9938State


cdef class AccessSlots:
    cdef V9938State state
    cdef Planes planes
    cdef long long line_start
    cdef short *gaps
    cdef short tables[4104]
    cdef void locate(self, long long tick) noexcept
