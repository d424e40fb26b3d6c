from machine.core.bus cimport Bus
from machine.core.device cimport Memory, State


cdef class Banked(Memory):
    cdef Bus bus
    cdef bytearray cells
    cdef int mask
    cdef void show(self, int page, int bank) noexcept
    cdef void show_pair(self, int page, int bank) noexcept
