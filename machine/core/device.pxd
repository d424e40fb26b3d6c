cdef long long NEVER


cdef class State:
    cdef public long long due


cdef class Device:
    cdef readonly str name
    cdef public State state
    cdef int read(self, int reg, long long now) noexcept
    cdef void write(self, int reg, int value, long long now) noexcept
    cdef int peek(self, int reg, long long now) noexcept
    cdef void sync(self, long long now) noexcept
    cpdef void reset(self, long long now) except *
    cpdef void attach(self) except *
    cpdef void connect(self, str socket, Device other) except *


cdef class Memory(Device):
    cdef unsigned char *rd[8]
    cdef unsigned char *wr[8]
    cdef unsigned int holes[8]
    cdef int mem_read(self, int address, long long now) noexcept
    cdef void mem_write(self, int address, int value, long long now) noexcept
    cdef int mem_peek(self, int address, long long now) noexcept
    cdef bint is_plain(self, unsigned char *pointer, int address) noexcept
