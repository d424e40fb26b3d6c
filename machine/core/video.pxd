from machine.core.device cimport Device


cdef class Video(Device):
    cdef public long long frames
    cdef public int width
    cdef public int height
