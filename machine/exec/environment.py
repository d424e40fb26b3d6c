"""Functions 6B-6D: the environment, names with values.

Source: "MSX-DOS 2 Program Interface Specification", 3.5.
"""

from machine.exec import names
from machine.exec.codes import Code, DosError
from machine.exec.guest import Guest

LONGEST = 255
MOST_BYTES = 4096  # of all items; a program cannot make the host's memory grow


class Environment:
    """The items, the newest first; names in capitals, those of ASCII."""

    def __init__(self, items: dict[bytes, bytes]) -> None:
        self.items = items

    def get(self, name: bytes) -> bytes:
        """The value, empty if there is none. IENV for a name that cannot be."""
        self._check(name)
        return self.items.get(name.upper(), b"")

    def set(self, name: bytes, value: bytes) -> None:
        """A new value; an empty one removes the item. IENV, ELONG, NORAM."""
        self._check(name)
        if len(value) > LONGEST:
            raise DosError(Code.ELONG)
        name = name.upper()
        others = {key: text for key, text in self.items.items() if key != name}
        size = sum(len(key) + len(text) + 4 for key, text in others.items())
        if size + len(name) + len(value) > MOST_BYTES:
            raise DosError(Code.NORAM)
        self.items = {name: value, **others} if value else others

    def _check(self, name: bytes) -> None:
        if not name or any(code in names.INVALID for code in name):
            raise DosError(Code.IENV)
        if len(name) > LONGEST:
            raise DosError(Code.ELONG)


class EnvironmentCalls:
    """The functions."""

    def __init__(self, guest: Guest, environment: Environment) -> None:
        self._guest = guest
        self._environment = environment

    def get(self) -> None:
        """6B: HL = name, DE = buffer of B bytes."""
        guest = self._guest
        value = self._environment.get(guest.text(guest.hl, LONGEST + 2))
        whole = value + b"\0"
        guest.write(guest.de, whole[: guest.regs.b])
        if len(whole) > guest.regs.b:
            raise DosError(Code.ELONG)

    def set(self) -> None:
        """6C: HL = name, DE = value."""
        guest = self._guest
        name = guest.text(guest.hl, LONGEST + 2)
        self._environment.set(name, guest.text(guest.de, LONGEST + 2))

    def find(self) -> None:
        """6D: DE = number from 1 on, HL = buffer of 256 bytes: the name, empty behind the last."""
        guest = self._guest
        found = list(self._environment.items)
        number = guest.de
        name = found[number - 1] if 0 < number <= len(found) else b""
        guest.write(guest.hl, name + b"\0")
