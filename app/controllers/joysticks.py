"""The two joysticks of a machine: what the keys and the host's gamepads close together."""

from PyQt6.QtCore import QObject, QTimer

from app.controllers.vm import VmController
from app.services.gamepad import Gamepads
from machine.worker.messages import Joystick

PORTS = 2
INTERVAL_MS = 8
LOOK_MS = 1000  # how often a pad is looked for while there is none


class JoystickController(QObject):
    """Tells the machine of every change. Pads are read only while `listening`: in one window."""

    def __init__(self, vm: VmController, pads: Gamepads, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vm = vm
        self._pads = pads
        self._keys = 0
        self._bits = [0] * PORTS
        self._told = [0] * PORTS
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.read)

    def listen(self, listening: bool) -> None:
        """The window has the focus, or has lost it: then every switch opens."""
        if listening:
            self._timer.start(INTERVAL_MS)
        else:
            self._timer.stop()
            self._bits = [0] * PORTS
            self._tell()

    def close(self) -> None:
        """Gives the pads back."""
        self._timer.stop()
        self._pads.close()

    def read(self) -> None:
        """Asks the pads."""
        found = self._pads.read()[:PORTS]
        self._timer.setInterval(INTERVAL_MS if found else LOOK_MS)
        self._bits = found + [0] * (PORTS - len(found))
        self._tell()

    def set_keys(self, bits: int) -> None:
        """What the keys that stand for joystick 1 close."""
        self._keys = bits
        self._tell()

    def _tell(self) -> None:
        for port, bits in enumerate((self._bits[0] | self._keys, self._bits[1])):
            if bits != self._told[port]:
                self._told[port] = bits
                self._vm.send(Joystick(port=port, bits=bits))
