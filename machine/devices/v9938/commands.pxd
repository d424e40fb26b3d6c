cimport cython

from machine.devices.v9938.engine cimport Engine


@cython.final
cdef class Commands(Engine):
    cdef int _word(self, int reg) noexcept
    cdef void _move(self, int reg, int change) noexcept
    cdef int _shift(self) noexcept
    cdef void _begin_row(self) noexcept
    cdef void _block(self, int kind) noexcept
    cdef bint _last_row(self, int kind) noexcept
    cdef void _line(self) noexcept
    cdef void _search(self) noexcept
    cdef unsigned int _address(self, int x, int y) noexcept
    cdef int _byte(self, int x, int y, int expansion) noexcept
    cdef void _put_byte(self, int x, int y, int value) noexcept
    cdef int _pixel(self, int x, int y, int expansion) noexcept
    cdef void _put_pixel(self, int x, int y, int colour) noexcept
