"""Key events of the host become keys of the guest's matrix."""

from typing import NamedTuple

from PyQt6.QtCore import QObject, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent

from app.controllers.vm import VmController
from app.keymaps import BY_CHARACTER, BY_KEY, BY_POSITION, JOYSTICK, KEYPAD, is_app_key
from machine.boards.keys import KEYS
from machine.worker.messages import KeyDown, KeyUp, ReleaseKeys, TypeText


class _Held(NamedTuple):
    """What a host key holds down: a guest key, and the SHIFT it needs (None: as the host's is)."""

    key: str
    shift: bool | None


class KeyController(QObject):
    """Turns presses and releases into messages; keeps no key down that the host has let go.

    In character mode the character that the host's layout gives decides, and SHIFT is set or lifted
    for as long as the key is held; so is CODE, which AltGr is, where AltGr has made the
    character. In positional mode the key's place on a US keyboard decides.
    With `joystick`, a few keys are the switches of joystick 1 instead.
    """

    joystick_moved = pyqtSignal(int)  # the switches that keys close

    def __init__(self, vm: VmController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vm = vm
        self._held: dict[int, _Held] = {}
        self._host_shift = False
        self._guest_shift = False
        self._host_altgr = False
        self._guest_code = False
        self._switches: dict[int, int] = {}
        self.positional = False
        self.joystick = False

    def press(self, event: QKeyEvent) -> bool:
        """A host key went down. True if the guest gets it."""
        if is_app_key(event.key(), event.modifiers()):
            return False
        if event.isAutoRepeat():
            return True
        if self._is_modifier(event.key(), down=True):
            return True
        if self.joystick and event.key() in JOYSTICK:
            self._switches[_identity(event)] = JOYSTICK[event.key()]
            self._move()
            return True
        held = self._meaning(event)
        if held is None:
            return self._type(event.text())
        self._held[_identity(event)] = held
        self._set_modifiers()
        self._send(held.key, down=True)
        return True

    def release(self, event: QKeyEvent) -> bool:
        """A host key came up. True if the guest had it."""
        if event.isAutoRepeat():
            return True
        if self._is_modifier(event.key(), down=False):
            return True
        if self._switches.pop(_identity(event), None) is not None:
            self._move()
            return True
        held = self._held.pop(_identity(event), None)
        if held is None:
            return False
        if all(other.key != held.key for other in self._held.values()):
            self._send(held.key, down=False)
        self._set_modifiers()
        return True

    def release_all(self) -> None:
        """The screen lost the focus: nothing stays down."""
        if self._held or self._guest_shift or self._guest_code:
            self._vm.send(ReleaseKeys())
        self._held.clear()
        if self._switches:
            self._switches.clear()
            self._move()
        self._host_shift = self._guest_shift = self._host_altgr = self._guest_code = False

    def commit(self, text: str) -> None:
        """Text that an input method or a dead key has made."""
        self._type(text)

    def _meaning(self, event: QKeyEvent) -> _Held | None:
        key = Qt.Key(event.key()) if event.key() in _ALL_KEYS else Qt.Key.Key_unknown
        if event.modifiers() & Qt.KeyboardModifier.KeypadModifier and key in KEYPAD:
            return _Held(KEYPAD[key], None)
        if key in BY_KEY and (key not in _LETTERS or _is_ascii(event.text())):
            return _Held(BY_KEY[key], None)
        if self.positional and key in BY_POSITION:
            return _Held(BY_POSITION[key], None)
        if event.text() in BY_CHARACTER:
            return _Held(*BY_CHARACTER[event.text()])
        if key in BY_POSITION and not event.text().isprintable():
            return _Held(BY_POSITION[key], None)  # Ctrl and a symbol: no character to go by
        return None

    def _move(self) -> None:
        bits = 0
        for switch in self._switches.values():
            bits |= switch
        self.joystick_moved.emit(bits)

    def _is_modifier(self, key: int, *, down: bool) -> bool:
        """Whether the key is one that others are changed by; it is noted then."""
        if key == Qt.Key.Key_Shift:
            self._host_shift = down
        elif key == Qt.Key.Key_AltGr:
            self._host_altgr = down
        else:
            return False
        self._set_modifiers()
        return True

    def _set_modifiers(self) -> None:
        shift, code = self._host_shift, self._host_altgr
        for held in self._held.values():
            if held.shift is not None:  # the character decides
                shift, code = held.shift, False
        if code != self._guest_code:
            self._guest_code = code
            self._send("CODE", down=code)
        if shift != self._guest_shift:
            self._guest_shift = shift
            self._send("SHIFT", down=shift)

    def _send(self, name: str, *, down: bool) -> None:
        row, bit = KEYS[name]
        self._vm.send(KeyDown(row=row, bit=bit) if down else KeyUp(row=row, bit=bit))

    def _type(self, text: str) -> bool:
        if not text or not text.isprintable():
            return False
        self._vm.send(TypeText(text=text))
        return True


_ALL_KEYS = frozenset(key.value for key in Qt.Key)
_LETTERS = frozenset(Qt.Key(Qt.Key.Key_A + index) for index in range(26))


def _identity(event: QKeyEvent) -> int:
    """What names a host key on press and on release alike: the text may differ by then."""
    return event.nativeScanCode() or event.key()


def _is_ascii(text: str) -> bool:
    return all(ord(char) < 0x80 for char in text)
