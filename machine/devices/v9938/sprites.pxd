cimport cython

from machine.devices.v9938.planes cimport Planes
from machine.devices.v9938.record cimport V9938State


@cython.final
cdef class Sprites:
    cdef V9938State state
    cdef Planes planes
    cdef bint tms
    cdef bint stale
    cdef unsigned char *vram
    cdef unsigned char *registers
    cdef unsigned int size_mask
    cdef unsigned int watched
    cdef unsigned int watched_mask
    cdef unsigned int attributes
    cdef bint planar
    cdef int last
    cdef unsigned char counts[256]
    cdef unsigned char lists[2304]
    cdef unsigned long long lanes[256]
    cdef unsigned int doubled[256]
    cdef unsigned char row[384]
    cdef unsigned char group[384]
    cdef int xs[8]
    cdef int colours[8]
    cdef unsigned int shapes[8]
    cdef void bind(self)
    cdef bint watches(self, unsigned int address) noexcept
    cdef void check_line(self, int line) noexcept
    cdef unsigned int _place(self, unsigned int address) noexcept
    cdef void _prepare(self) noexcept
    cdef void _count(self, int y) noexcept
    cdef int _fetch(self, int y, int shown) noexcept
    cdef void _collide(self, int line, int shown) noexcept
    cdef bint _can_collide(self, int colour) noexcept
    cdef void _meet(self, int line, int x) noexcept
    cdef int _stamp(self, int index, bint see_through) noexcept
    cdef void _paint(self, int shown) noexcept
    cdef void _paint_groups(self, int shown) noexcept
