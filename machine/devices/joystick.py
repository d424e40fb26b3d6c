"""The two joystick ports of an MSX, as the PSG's ports A and B see them.

    read(0): PSG port A, register 14        write(1): PSG port B, register 15
    bit 7  cassette input level             bit 7  kana lamp, 0 = lit
    bit 6  keyboard layout, 1 = JIS         bit 6  which port is read, 0 = the first
    bit 5  pin 7: trigger B                 bit 5  pin 8 of the second port (strobe)
    bit 4  pin 6: trigger A                 bit 4  pin 8 of the first port
    bits 3-0  pins 4-1: right left down up  bits 3-2, 1-0  pins 7, 6 of the second and first port

A pad connects pin 8 with its switches, so it answers (0 = closed) only while pin 8 is low. Pins 6
and 7 are also open-collector outputs: a 0 there reads back as 0.

Socket `cassette`: a device whose register 0 gives the cassette input level in bit 7.

Inaccuracies: pads with two triggers are all that can be plugged in; paddles, mouse, trackball and
touch pad, which answer in time to the strobe, are not built.

Source: MSX2 Technical Handbook, "PSG register 14 and 15"; MSX Red Book, general-purpose ports.
"""

import cython
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER, Device, State

UP = 1
DOWN = 2
LEFT = 4
RIGHT = 8
A = 16
B = 32


@cython.cclass
@cython.dataclasses.dataclass(eq=False)
class JoystickPortsState(State):
    """`outputs`: PSG port B. `pad_1`, `pad_2`: closed switches, UP to B."""

    outputs: cython.uchar = 0xFF
    pad_1: cython.uchar = 0
    pad_2: cython.uchar = 0


@cython.cclass
class JoystickPorts(Device):
    """Two ports with a pad each; a port without a pad reads as a pad that nobody touches."""

    _record: JoystickPortsState
    _cassette: Device
    _layout: cython.int

    def __init__(self, name: str, bus: Bus, jis: bool = False) -> None:
        """`jis`: whether the board has a Japanese JIS keyboard."""
        Device.__init__(self, name)
        self._record = JoystickPortsState()
        self.state = self._record
        self._layout = 0x40 if jis else 0

    @cython.ccall
    def connect(self, socket: str, other: Device) -> cython.void:
        """Wires `cassette`."""
        assert socket == "cassette", f"{self.name} has no socket {socket}"
        self._cassette = other

    @cython.ccall
    def attach(self) -> cython.void:
        """Bounds restored values."""
        self._record.due = NEVER
        self._record.pad_1 &= 0x3F
        self._record.pad_2 &= 0x3F

    @cython.cfunc
    @cython.exceptval(check=False)
    def read(self, reg: cython.int, now: cython.longlong) -> cython.int:
        tape: cython.int = 0
        if self._cassette is not None:
            tape = self._cassette.read(0, now) & 0x80
        return self._pins() | self._layout | tape

    @cython.cfunc
    @cython.exceptval(check=False)
    def peek(self, reg: cython.int, now: cython.longlong) -> cython.int:
        tape: cython.int = 0
        if self._cassette is not None:
            tape = self._cassette.peek(0, now) & 0x80
        return self._pins() | self._layout | tape

    @cython.cfunc
    @cython.exceptval(check=False)
    def write(self, reg: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        if reg == 1:
            self._record.outputs = value & 0xFF

    @cython.cfunc
    @cython.exceptval(check=False)
    def _pins(self) -> cython.int:
        outputs: cython.int = self._record.outputs
        second: cython.bint = outputs & 0x40 != 0
        strobe: cython.int = outputs & (0x20 if second else 0x10)
        triggers: cython.int = (outputs >> 2 if second else outputs) & 3
        pins: cython.int = 0x0F | triggers << 4
        if not strobe:
            pins &= ~(self._record.pad_2 if second else self._record.pad_1)
        return pins & 0x3F

    def set_pad(self, port: int, closed: int) -> None:
        """The switches of the pad in `port` (1 or 2): UP | DOWN | LEFT | RIGHT | A | B."""
        assert port in (1, 2)
        assert 0 <= closed < 64
        if port == 1:
            self._record.pad_1 = closed
        else:
            self._record.pad_2 = closed

    def pad(self, port: int) -> int:
        """The closed switches of the pad in `port` (1 or 2)."""
        return self._record.pad_1 if port == 1 else self._record.pad_2

    @property
    def kana_lamp(self) -> bool:
        """Whether the kana lamp is lit."""
        return not self._record.outputs & 0x80
