from machine.core.bus cimport Bus
from machine.core.video cimport Video
from machine.devices.v9938.commands cimport Commands
from machine.devices.v9938.planes cimport Planes
from machine.devices.v9938.record cimport V9938State
from machine.devices.v9938.sprites cimport Sprites

cdef long long V_TICK


cdef class Raster(Video):
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
    cdef void _run_commands(self, int line, int x) noexcept
    cdef void _take_mode(self) noexcept
    cdef void _delay_mode(self, long long now) noexcept
