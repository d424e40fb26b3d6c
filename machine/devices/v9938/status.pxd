from machine.devices.v9938.raster cimport Raster


cdef class StatusRegisters(Raster):
    cdef int _status(self, int number, long long now) noexcept
    cdef int _read_status(self, long long now) noexcept
