from machine.core.device cimport Device


cdef class Mixer(Device):
    cdef void step(self, long long now, int delta) noexcept
