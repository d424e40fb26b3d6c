"""What an MSX wires to port C of its PPI.

    bit 7     key click: a 1-bit sound        bit 4     cassette motor relay, 0 = on
    bit 6     CAPS lamp, 0 = lit              bits 3-0  row of the key matrix
    bit 5     cassette output level

    write(any reg, value)   the eight lines     read(any reg)   them again

Sockets: `keys` (a key matrix), `cassette` (register 0: motor, 1 = on; register 1: output level),
`sound` (a mixer).

Inaccuracies: the click is a step between two levels, without the filter that a board has behind it;
the relay closes at once.

Source: MSX2 Technical Handbook, "PPI (8255) port address and bit allocation".
"""

import cython
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER, Device, State
from cython.cimports.machine.core.mixer import Mixer

CLICK = cython.declare(cython.int, 0x80)
CAPS = cython.declare(cython.int, 0x40)
TAPE_OUT = cython.declare(cython.int, 0x20)
MOTOR_OFF = cython.declare(cython.int, 0x10)

CLICK_LEVEL = cython.declare(cython.int, 2000)  # of 32767; a PSG channel at full volume has 6000


@cython.cclass
@cython.dataclasses.dataclass(eq=False)
class MsxPortCState(State):
    """The level of the eight lines."""

    lines: cython.uchar = 0xFF


@cython.cclass
class MsxPortC(Device):
    """The lines between the PPI, the keyboard, the cassette and the click."""

    _record: MsxPortCState
    _keys: Device
    _cassette: Device
    _mixer: Mixer

    def __init__(self, name: str, bus: Bus) -> None:
        Device.__init__(self, name)
        self._record = MsxPortCState()
        self.state = self._record

    @cython.ccall
    def connect(self, socket: str, other: Device) -> cython.void:
        """Wires `keys`, `cassette` or `sound`."""
        if socket == "keys":
            self._keys = other
        elif socket == "cassette":
            self._cassette = other
        elif socket == "sound":
            self._mixer = other
        else:
            raise AssertionError(f"{self.name} has no socket {socket}")

    @cython.ccall
    def attach(self) -> cython.void:
        """Bounds restored values."""
        self._record.due = NEVER

    @cython.cfunc
    @cython.exceptval(check=False)
    def read(self, reg: cython.int, now: cython.longlong) -> cython.int:
        return self._record.lines

    @cython.cfunc
    @cython.exceptval(check=False)
    def peek(self, reg: cython.int, now: cython.longlong) -> cython.int:
        return self._record.lines

    @cython.cfunc
    @cython.exceptval(check=False)
    def write(self, reg: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        changed: cython.int = (self._record.lines ^ value) & 0xFF
        self._record.lines = value & 0xFF
        if self._keys is not None:
            self._keys.write(0, value & 0x0F, now)
        if changed & CLICK and self._mixer is not None:
            self._mixer.step(now, CLICK_LEVEL if value & CLICK else -CLICK_LEVEL)
        if self._cassette is not None:
            if changed & TAPE_OUT:
                self._cassette.write(1, 1 if value & TAPE_OUT else 0, now)
            if changed & MOTOR_OFF:
                self._cassette.write(0, 0 if value & MOTOR_OFF else 1, now)

    def lamps(self) -> dict[str, bool]:
        """What is lit: `caps`, and `motor` while the cassette motor relay is closed."""
        lines: cython.int = self._record.lines
        return {"caps": not lines & CAPS, "motor": not lines & MOTOR_OFF}
