cimport cython

from machine.core.device cimport NEVER
from machine.devices.v9938.access_slots cimport AccessSlots
from machine.devices.v9938.modes cimport GRAPHIC4, GRAPHIC5, GRAPHIC6, GRAPHIC7
from machine.devices.v9938.record cimport V9938State
from machine.devices.v9938.sprites cimport Sprites

cdef enum:  # bits 7-4 of R46
    HMMC = 0xF
    YMMM = 0xE
    HMMM = 0xD
    HMMV = 0xC
    LMMC = 0xB
    LMCM = 0xA
    LMMM = 0x9
    LMMV = 0x8
    LINE = 0x7
    SRCH = 0x6
    PSET = 0x5
    POINT = 0x4


cdef class Engine:
    cdef V9938State state
    cdef Sprites sprites
    cdef AccessSlots slots
    cdef unsigned char *vram
    cdef unsigned char *registers
    cdef unsigned int size_mask
    cdef int accesses
    cdef void bind(self)
    cdef void settle(self) noexcept
    cdef void give_way(self, long long now) noexcept
    cdef long long served(self, long long now) noexcept
    cdef void run(self, long long until) noexcept
    cdef long long run_unseen(self, long long until) noexcept
    cdef void write(self, int reg, int value, long long now) noexcept
    cdef void take(self, long long now) noexcept
    cdef void _answer(self, long long now) noexcept
    cdef void _wait(self) noexcept
    cdef void _count_accesses(self) noexcept
    cdef void _start(self, long long now) noexcept
    cdef void _access(self) noexcept
    cdef bint _shows(self) noexcept

    @cython.final
    cdef inline int _kind(self) noexcept:
        return self.registers[46] >> 4

    @cython.final
    cdef inline bint _transfers(self) noexcept:
        """True if each step takes a byte from the processor or gives it one."""
        cdef int kind = self._kind()
        return kind == LMCM or kind == LMMC or kind == HMMC

    @cython.final
    cdef inline int _width(self) noexcept:
        """Pixels of a line; 0 in modes without commands."""
        cdef int mode = self.state.mode
        if mode == GRAPHIC4 or mode == GRAPHIC7:
            return 256
        if mode == GRAPHIC5 or mode == GRAPHIC6:
            return 512
        return 0

    @cython.final
    cdef inline long long _next_tick(self) noexcept:
        """When the engine makes its next access or lets the processor make one; else NEVER."""
        if not self.state.ce:
            return NEVER
        if self.state.taken <= self.state.command_tick:
            return self.state.taken
        if not self.state.fresh and self._transfers():
            return self.state.taken
        return self.state.command_tick
