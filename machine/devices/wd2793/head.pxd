from machine.core.bus cimport Bus
from machine.core.device cimport Device
from machine.devices.wd2793.record cimport Wd2793State


cdef class Head(Device):
    cdef Wd2793State _record
    cdef Bus bus
    cdef long long turn
    cdef public bint fast
    cdef object drive
    cdef object none
    cdef int side
    cdef void finish(self, long long now)
    cdef void offer(self, int byte)
    cdef int fetch(self)
    cdef void serve_data(self, long long now)
    cdef void at(self, int phase, long long due)
    cdef long long bytes(self, long long count, bint patient=*)
    cdef long long byte_time(self, long long now)
