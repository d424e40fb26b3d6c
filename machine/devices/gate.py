"""A way out of the machine: a write to its port hands control to the host.

    reg 0   write: the processor's run ends after this instruction, and the host looks at the
            registers

The process VM answers a program's system calls behind it: where the system would be, there is only
`OUT (n),A` and `RET`.

Inaccuracies: no chip is like it. What the host does takes no time of the machine's.

Sources: none but this file; the calls that it carries are those of `machine/exec/`.
"""

import cython
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER, Device, State


@cython.cclass
@cython.dataclasses.dataclass(eq=False)
class GateState(State):
    """`calls`: how often the gate was used."""

    calls: cython.longlong = 0


@cython.cclass
class Gate(Device):
    """The gate; `bus.stop` tells that it was used."""

    _record: GateState
    _bus: Bus

    def __init__(self, name: str, bus: Bus) -> None:
        Device.__init__(self, name)
        self._bus = bus
        self._record = GateState()
        self.state = self._record

    @cython.ccall
    def attach(self) -> cython.void:
        """Bounds restored values."""
        self._record.due = NEVER
        self._record.calls = max(0, min(self._record.calls, NEVER))

    @cython.cfunc
    @cython.exceptval(check=False)
    def write(self, reg: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        self._record.calls += 1
        self._bus.stop = True
        self._bus.deadline(now)
