from machine.devices.wd2793.head cimport Head


cdef class Transfers(Head):
    cdef void transfer(self, long long now)
    cdef void read_byte(self, long long now)
    cdef void open_write_gate(self, long long now)
    cdef void write_byte(self, long long now)
    cdef void read_address_byte(self, long long now)
    cdef void read_track_byte(self, long long now)
    cdef void write_track_byte(self, long long now)
    cdef void end_sector(self, long long now)
