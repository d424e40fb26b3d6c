cimport cython

from machine.devices.v9938.planes cimport Planes
from machine.devices.v9938.record cimport LINE_TICKS, V9938State


@cython.final
cdef class AccessSlots:
    cdef V9938State state
    cdef Planes planes
    cdef long long line_start
    cdef short *gaps
    cdef short tables[4104]
    cdef void forget(self) noexcept
    cdef void locate(self, long long tick) noexcept

    cdef inline long long after(self, long long tick, int wait) noexcept:
        """The first slot `wait` ticks (0 to 1368) or more after a tick.

        It is one of the line that `tick` is in, even if the display begins or ends in between.
        """
        cdef long long offset = tick - self.line_start
        if offset < 0 or offset >= LINE_TICKS:
            self.locate(tick)
            offset = max(tick - self.line_start, 0)
        offset += wait
        if offset >= LINE_TICKS:
            offset -= LINE_TICKS
        return tick + wait + self.gaps[offset]
