"""The processor up to the nearest deadline, then the devices whose deadline has come; again.

The deadlines are fields of the devices' records, so there is nothing here to save or restore.
"""

import cython
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.cpu import Cpu
from cython.cimports.machine.core.device import Device


@cython.cclass
class Scheduler:
    """Runs one processor and its devices on one bus."""

    def __init__(self, bus: Bus, cpu: Cpu, devices: list[Device]) -> None:
        self.bus = bus
        self.cpu = cpu
        self.devices = list(devices)

    @cython.ccall
    def run(self, until: cython.longlong) -> cython.bint:
        """Runs to tick `until`, or to the end of the frame if that comes first.

        Stops at the first instruction boundary at or after that moment. True if a frame ended.
        """
        bus: Bus = self.bus
        cpu: Cpu = self.cpu
        devices: list = self.devices
        nearest: cython.longlong
        due: cython.longlong
        index: cython.Py_ssize_t
        count: cython.Py_ssize_t = len(devices)
        bus.stop = False
        while bus.now < until:
            nearest = until
            for index in range(count):
                due = cython.cast(Device, devices[index]).state.due
                if due <= bus.now:
                    cython.cast(Device, devices[index]).sync(bus.now)
                    due = cython.cast(Device, devices[index]).state.due
                if due < nearest:
                    nearest = due
            if bus.stop:
                return True
            bus.limit = nearest
            cpu.run()
        return bus.stop
