from machine.devices.v9938.status cimport StatusRegisters


cdef class Vdp(StatusRegisters):
    cdef unsigned int _address(self) noexcept
    cdef void _count_pointer(self) noexcept
    cdef void _load_ahead(self, long long now) noexcept
    cdef void _store(self, unsigned int address, int value, long long now) noexcept
    cdef void _control(self, int value, long long now) noexcept
    cdef void _change(self, int reg, int value, long long now) noexcept
    cdef void _effect(self, int reg, int change, long long now) noexcept
    cdef void _palette_write(self, int value, long long now) noexcept


cdef class Tms9918a(Vdp):
    pass


cdef class V9938(Vdp):
    pass
