cimport cython

from machine.devices.v9938.background cimport Background


@cython.final
cdef class Planes(Background):
    cdef unsigned char *sprite_row
    cdef unsigned char *wide
    cdef unsigned int *picture
    cdef int left
    cdef int right
    cdef unsigned int scratch[640]
    cdef int top(self) noexcept
    cdef int height(self) noexcept
    cdef void begin_line(self, int line) noexcept
    cdef bint shows(self, unsigned int address) noexcept
    cdef void draw_line(self, int line, int from_x, int to_x) noexcept
    cdef int _column(self, int x) noexcept
    cdef bint _compose(self, int line, unsigned int *out) noexcept
    cdef void _sprites(self, unsigned int *out, bint wide) noexcept
