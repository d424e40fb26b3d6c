from machine.core.bus cimport Bus
from machine.core.device cimport Device


cdef class Mixer(Device):
    cdef readonly Bus bus
    cdef readonly list sources
    cdef object table
    cdef short *kernel
    cdef int *cells
    cdef long long scale
    cdef void step(self, long long now, int delta) noexcept
    cdef int sample_at(self, long long now) noexcept
    cdef void make_room(self, long long now) noexcept
    cdef void integrate(self, int count, short *target) noexcept
    cdef bint is_sound(self, object record)
    cdef void set_due(self) noexcept
    cdef void sync_sources(self, long long now) noexcept
    cdef void add(self, int *cell, int fine, int delta) noexcept
