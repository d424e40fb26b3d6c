cimport cython

from machine.devices.v9938.record cimport V9938State
from machine.devices.v9938.access_slots cimport AccessSlots
from machine.devices.v9938.sprites cimport Sprites


@cython.final
cdef class Commands:
    cdef V9938State state
    cdef Sprites sprites
    cdef unsigned char *vram
    cdef unsigned char *registers
    cdef unsigned int size_mask
    cdef AccessSlots slots
    cdef long long line_start
    cdef short *gaps
    cdef int accesses
    cdef void bind(self)
    cdef void give_way(self, long long now) noexcept
    cdef long long served(self, long long now) noexcept
    cdef void settle(self) noexcept
    cdef void run(self, long long until) noexcept
    cdef long long run_unseen(self, long long until) noexcept
    cdef bint _shows(self) noexcept
    cdef long long _next_tick(self) noexcept
    cdef long long _after(self, long long tick, int wait) noexcept
    cdef void _count_accesses(self) noexcept
    cdef void write(self, int reg, int value, long long now) noexcept
    cdef void take(self, long long now) noexcept
    cdef void _answer(self, long long now) noexcept
    cdef void _wait(self) noexcept
    cdef int _word(self, int reg) noexcept
    cdef void _move(self, int reg, int change) noexcept
    cdef int _shift(self) noexcept
    cdef int _width(self) noexcept
    cdef void _start(self, long long now) noexcept
    cdef void _begin_row(self) noexcept
    cdef void _access(self) noexcept
    cdef void _block(self, int kind) noexcept
    cdef bint _last_row(self, int kind) noexcept
    cdef void _line(self) noexcept
    cdef void _search(self) noexcept
    cdef unsigned int _address(self, int x, int y) noexcept
    cdef int _byte(self, int x, int y, int expansion) noexcept
    cdef void _put_byte(self, int x, int y, int value) noexcept
    cdef int _pixel(self, int x, int y, int expansion) noexcept
    cdef void _put_pixel(self, int x, int y, int colour) noexcept
