cimport cython

from machine.devices.v9938.record cimport V9938State


@cython.final
cdef class Planes:
    cdef V9938State state
    cdef bint tms
    cdef bint stale
    cdef int left
    cdef int right
    cdef unsigned char *vram
    cdef unsigned char *registers
    cdef unsigned char *palette
    cdef unsigned char *sprite_row
    cdef unsigned char *wide
    cdef unsigned int *picture
    cdef unsigned int size_mask
    cdef unsigned int names
    cdef unsigned int patterns
    cdef unsigned int colour_table
    cdef unsigned int solid[16]
    cdef unsigned int inks[16]
    cdef unsigned int odd_inks[16]
    cdef unsigned int sprite_inks[16]
    cdef unsigned int shades[256]
    cdef unsigned int pairs[512]
    cdef unsigned int quads[1024]
    cdef unsigned int masks[2048]
    cdef unsigned int scratch[640]
    cdef void bind(self)
    cdef void prepare(self) noexcept
    cdef int top(self) noexcept
    cdef int height(self) noexcept
    cdef void begin_line(self, int line) noexcept
    cdef bint shows(self, unsigned int address) noexcept
    cdef void draw_line(self, int line, int from_x, int to_x) noexcept
    cdef int _column(self, int x) noexcept
    cdef bint _compose(self, int line, unsigned int *out) noexcept
    cdef void _border(self, unsigned int *out, int count, bint wide) noexcept
    cdef void _display(self, int y, unsigned int *out) noexcept
    cdef void _tiles(self, int y, unsigned int *out) noexcept
    cdef void _blocks(self, int y, unsigned int *out) noexcept
    cdef void _text(self, int y, unsigned int *out) noexcept
    cdef void _text80(self, int y, unsigned int *out) noexcept
    cdef void _stripes(self, unsigned int *out) noexcept
    cdef void _bitmap(self, int y, unsigned int *out) noexcept
    cdef void _planar(self, int y, unsigned int *out) noexcept
    cdef unsigned int _page(self) noexcept
    cdef void _sprites(self, unsigned int *out, bint wide) noexcept
