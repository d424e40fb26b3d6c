from machine.core.device cimport Device, Memory


cdef class Bus:
    # 256 bytes each: read_pages[address >> 8][address & 0xFF]; NULL = mem_read / mem_write
    cdef unsigned char *read_pages[256]
    cdef unsigned char *write_pages[256]
    cdef public long long hz
    cdef public long long now
    cdef public long long limit
    cdef public unsigned int irq
    cdef public bint nmi
    cdef public bint stop
    cdef readonly list memories
    cdef Memory top
    cdef list in_ports
    cdef list out_ports
    cdef int in_regs[256]
    cdef int out_regs[256]
    cdef readonly Memory nothing
    cdef int wires
    cdef int mem_read(self, int address, long long now) noexcept
    cdef void mem_write(self, int address, int value, long long now) noexcept
    cdef int io_read(self, int port, long long now) noexcept
    cdef void io_write(self, int port, int value, long long now) noexcept
    cdef void cover_top(self, Memory memory) noexcept
    cdef void select(self, int page, Memory memory) noexcept
    cdef void refresh(self, Memory memory) noexcept
    cdef void point(self, int page, Memory memory) noexcept
    cdef void deadline(self, long long due) noexcept
    cdef void interrupt(self, int wire, bint level) noexcept
