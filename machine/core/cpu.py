"""What any processor offers to the machine."""

import cython
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import Device


@cython.cclass
class Cpu(Device):
    """A processor on a bus."""

    def __init__(self, name: str, bus: Bus, cycle_ticks: int) -> None:
        """`cycle_ticks`: ticks of the board's crystal per clock cycle of the processor."""
        Device.__init__(self, name)
        assert 1 <= cycle_ticks <= 1000, "a processor cycle has 1 to 1000 ticks"
        self.bus = bus
        self.cycle_ticks = cycle_ticks

    @cython.cfunc
    @cython.exceptval(check=False)
    def run(self) -> cython.void:
        """Takes a pending interrupt, then executes until `bus.limit` is reached; at least one step.

        Returns after the instruction in which the clock reached `bus.limit`, with `bus.now` at the
        start of the next one. `bus.limit` may come closer while an instruction runs (`deadline`,
        `interrupt`): it is read again after every access to a device.
        """

    def step(self) -> None:
        """One instruction (or the taking of one interrupt)."""
        self.bus.limit = 0
        self.run()

    def registers(self) -> dict[str, int]:
        """Register names and values, in the order of the data sheet."""
        return {}
