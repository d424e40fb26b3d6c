"""An MSX printer port with a printer that is always ready, and keeps what it was sent.

    reg 0   read: bit 1 = busy           write: bit 0 = strobe; its falling edge takes the data
    reg 1                                write: data

The last 16 KB are kept; a printer out of paper is a program's business, not a reason to grow.

Inaccuracies: the printer is never busy, however fast the bytes come, and answers in no other way.

Source: MSX2 Technical Handbook, "Printer interface".
"""

import cython
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER, Device, State

BUSY = cython.declare(cython.int, 2)
STROBE = cython.declare(cython.int, 1)
KEPT = cython.declare(cython.int, 0x4000)  # bytes


@cython.cclass
@cython.dataclasses.dataclass(eq=False)
class PrinterPortState(State):
    """`paper`: ring of the bytes printed; `printed`: how many, ever; `taken`: how many of them."""

    data: cython.uchar = 0
    control: cython.uchar = 1
    paper: bytearray = cython.dataclasses.field(default_factory=lambda: bytearray(0x4000))
    printed: cython.longlong = 0
    taken: cython.longlong = 0


@cython.cclass
class PrinterPort(Device):
    """The port and its printer."""

    _record: PrinterPortState

    def __init__(self, name: str, bus: Bus) -> None:
        Device.__init__(self, name)
        self._record = PrinterPortState()
        self.state = self._record

    @cython.ccall
    def attach(self) -> cython.void:
        """Bounds restored values."""
        record: PrinterPortState = self._record
        record.due = NEVER
        record.printed = max(0, min(record.printed, NEVER))
        record.taken = max(0, min(record.taken, record.printed))

    @cython.ccall
    def reset(self, now: cython.longlong) -> cython.void:
        """The strobe goes high; what was printed stays."""
        self._record.control = STROBE

    @cython.cfunc
    @cython.exceptval(check=False)
    def read(self, reg: cython.int, now: cython.longlong) -> cython.int:
        return 0xFF & ~BUSY if reg == 0 else 0xFF

    @cython.cfunc
    @cython.exceptval(check=False)
    def peek(self, reg: cython.int, now: cython.longlong) -> cython.int:
        return self.read(reg, now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def write(self, reg: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        record: PrinterPortState = self._record
        if reg == 1:
            record.data = value & 0xFF
            return
        if record.control & STROBE and not value & STROBE:
            record.paper[record.printed & (KEPT - 1)] = record.data
            record.printed += 1
        record.control = value & 0xFF

    def take(self) -> bytes:
        """What was printed since the last call, at most the last 16384 bytes."""
        record: PrinterPortState = self._record
        first = max(record.taken, record.printed - KEPT)
        count = record.printed - first
        start = first & (KEPT - 1)
        record.taken = record.printed
        return bytes((record.paper[start:] + record.paper[:start])[:count])
