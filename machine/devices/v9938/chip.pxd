from machine.core.bus cimport Bus
from machine.core.video cimport Video
from machine.devices.v9938.commands cimport Commands
from machine.devices.v9938.planes cimport Planes
from machine.devices.v9938.record cimport V9938State
from machine.devices.v9938.sprites cimport Sprites


cdef class Vdp(Video):
    cdef Bus bus
    cdef V9938State vdp
    cdef Planes planes
    cdef Sprites sprites
    cdef Commands commands
    cdef unsigned char *vram
    cdef unsigned char *regs
    cdef unsigned int size_mask
    cdef bint tms
    cdef bytes existing
    cdef unsigned char *bits
    cdef int count
    cdef int pal_lines
    cdef int wire
    cdef long long line_end
    cpdef void _measure(self) except *
    cdef void _mend_time(self)
    cdef void _run(self, long long now) noexcept
    cdef void _end_frame(self, long long now) noexcept
    cdef void _plan(self, long long now) noexcept
    cdef long long _vertical_tick(self) noexcept
    cdef long long _line_tick(self) noexcept
    cdef long long _right_edge(self) noexcept
    cdef void _interrupts(self) noexcept
    cdef void _draw(self, long long now) noexcept
    cdef void _advance(self, long long ticks) noexcept
    cdef void _take_mode(self) noexcept
    cdef void _delay_mode(self, long long now) noexcept
    cdef unsigned int _address(self) noexcept
    cdef void _count_pointer(self) noexcept
    cdef void _load_ahead(self, long long now) noexcept
    cdef void _store(self, unsigned int address, int value, long long now) noexcept
    cdef void _control(self, int value, long long now) noexcept
    cdef void _change(self, int reg, int value, long long now) noexcept
    cdef void _effect(self, int reg, int change, long long now) noexcept
    cdef int _status(self, int number, long long now) noexcept
    cdef int _read_status(self, long long now) noexcept
    cdef void _palette_write(self, int value, long long now) noexcept


cdef class Tms9918a(Vdp):
    pass


cdef class V9938(Vdp):
    pass
