from machine.devices.v9938.record cimport V9938State


cdef class Background:
    cdef V9938State state
    cdef bint tms
    cdef bint stale
    cdef unsigned char *vram
    cdef unsigned char *registers
    cdef unsigned char *palette
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
    cdef void bind(self)
    cdef void prepare(self) noexcept
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
