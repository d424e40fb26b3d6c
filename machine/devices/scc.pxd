from machine.core.bus cimport Bus
from machine.core.device cimport Device
from machine.core.mixer cimport Mixer


cdef class Scc(Device):
    cdef Bus bus
    cdef Mixer mixer
    cdef bytearray waves
    cdef bytearray regs
    cdef bytearray places
    cdef int *counts
    cdef long long cycle
    cdef int level
    cdef int outputs[5]
    cdef int rotations
    cdef bint is_live[5]
    cdef int *clocks
    cdef int wave_of(self, int channel, int place) noexcept
    cdef int wave_index(self, int reg) noexcept
    cdef void set_register(self, int reg, int value) noexcept
    cdef void derive(self) noexcept
    cdef int output(self, int channel) noexcept
    cdef int total(self) noexcept
    cdef void step(self, long long now, int delta) noexcept
    cdef bint move(self, int channel, long long cycles) noexcept
    cdef void hear(self, long long now) noexcept
    cdef void advance(self, long long cycles) noexcept
