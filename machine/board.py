"""The board as a document, and the machine that is built from it.

A `Board` says which devices there are, at which ports, in which slots, with which wires. Built-in
boards are values of these types (`machine.boards`), a user's board is a TOML file with the same
fields. Devices never name a port; no device is named here.
"""

import importlib
from pathlib import Path
from typing import Any

import msgspec

from machine.core.bus import Bus
from machine.core.device import Device, Memory
from machine.core.errors import Refused
from machine.devices import KINDS

ROM_LIMIT = 1 << 20  # bytes; no firmware ROM of this family comes near


class Ports(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Ports base..base+count-1; the first is the device's register `reg`."""

    base: int
    count: int
    reg: int = 0
    inputs: bool = True
    outputs: bool = True


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A slot, and the 16 KB quarters of it that the part fills."""

    primary: int
    secondary: int = 0
    quarters: tuple[int, ...] = (0, 1, 2, 3)


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One device. A table {"50": x, "60": y} in `config` stands for x or y, by video standard.

    `rom` is the firmware image that the part holds, given to the device as `image`; `patch` gives
    bytes of it by address (hexadecimal), again one value or one for each video standard.
    """

    kind: str
    name: str
    config: dict[str, Any] = {}
    ports: tuple[Ports, ...] = ()
    place: Place | None = None
    rom: str = ""
    patch: dict[str, dict[str, int] | int] = {}


class Socket(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where a medium goes: kind "cartridge" (a slot), "disk" (a drive) or "cassette" (a recorder)."""

    name: str
    kind: str
    part: str = ""
    index: int = 0


class KeyBuffer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The firmware's ring of typed characters: `put` and `get` are addresses of its pointers."""

    put: int
    get: int
    start: int
    size: int


class Board(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A whole computer.

    `wires` joins "part.socket" to a part; `roles` names what the room uses: "slots", "keys",
    "joysticks", "clock", "printer", "lamps" -> part.
    """

    name: str
    title: str
    crystal_hz: int
    parts: tuple[Part, ...]
    wires: dict[str, str] = {}
    sockets: tuple[Socket, ...] = ()
    roles: dict[str, str] = {}
    roms: dict[str, str | dict[str, str]] = {}
    charset: str = "international"
    key_buffer: KeyBuffer | None = None


class Rack(msgspec.Struct):
    """The devices of a board, built and wired."""

    board: Board
    hz: int
    bus: Bus
    devices: dict[str, Device]

    def with_role(self, role: str) -> Any:
        """The device that plays `role`, or None if the board has none."""
        name = self.board.roles.get(role)
        return self.devices[name] if name else None


def by_standard(value: Any, hz: int) -> Any:
    """`value`, or its choice for the video standard if it is a table of "50" and "60"."""
    if isinstance(value, dict) and set(value) == {"50", "60"}:
        return value[str(hz)]
    return value


def build(board: Board, hz: int, images: dict[str, bytes]) -> Rack:
    """Makes the devices of `board` with its ROM `images`, and joins them.

    Refused if the document does not make sense: an unknown kind, part or wire, a port taken twice.
    """
    rack = Rack(board, hz, Bus(board.crystal_hz), {})
    for part in board.parts:
        if part.name in rack.devices:
            raise Refused(f"Board {board.name} has two parts called {part.name}; rename one.")
        rack.devices[part.name] = _make(board, part, hz, rack.bus, images)
        _map_ports(board, part, rack)
    for end, name in board.wires.items():
        owner, _, socket = end.partition(".")
        try:
            _device(rack, owner).connect(socket, _device(rack, name))
        except (AssertionError, TypeError) as error:
            raise Refused(f"Board {board.name} cannot wire {end} to {name}: {error}.") from error
    for device in rack.devices.values():
        device.attach()
    for part in board.parts:
        _place(board, part, rack)
    return rack


def _device(rack: Rack, name: str) -> Device:
    if name not in rack.devices:
        raise Refused(f"Board {rack.board.name} names a part {name} that it does not have.")
    return rack.devices[name]


def _make(board: Board, part: Part, hz: int, bus: Bus, images: dict[str, bytes]) -> Device:
    if part.kind not in KINDS:
        known = ", ".join(sorted(KINDS))
        raise Refused(f"Board {board.name} asks for a {part.kind}; known devices are {known}.")
    module, _, name = KINDS[part.kind].partition(":")
    config = {key: by_standard(value, hz) for key, value in part.config.items()}
    if part.rom:
        image = bytearray(images[part.rom])
        for address, value in part.patch.items():
            image[int(address, 16)] = by_standard(value, hz)
        config["image"] = bytes(image)
    try:
        device: Device = getattr(importlib.import_module(module), name)(part.name, bus, **config)
    except (TypeError, AssertionError) as error:
        raise Refused(
            f"Part {part.name} of board {board.name} is set up wrongly: {error}."
        ) from error
    return device


def _map_ports(board: Board, part: Part, rack: Rack) -> None:
    for ports in part.ports:
        try:
            rack.bus.map_ports(
                rack.devices[part.name],
                ports.base,
                ports.count,
                ports.reg,
                ports.inputs,
                ports.outputs,
            )
        except (AssertionError, IndexError) as error:
            raise Refused(
                f"Part {part.name} of board {board.name} cannot have its ports: {error}."
            ) from error


def _place(board: Board, part: Part, rack: Rack) -> None:
    if part.place is None:
        return
    slots = rack.with_role("slots")
    if slots is None:
        raise Refused(f"Board {board.name} places {part.name} in a slot but has no slots.")
    memory = rack.devices[part.name]
    assert isinstance(memory, Memory)
    slots.plug(memory, part.place.primary, part.place.secondary, part.place.quarters)


def read_images(
    board: Board, hz: int, folders: list[Path], replaced: dict[str, Path]
) -> dict[str, bytes]:
    """The contents of the board's ROM files.

    `replaced` gives other files by ROM name; the rest is looked for in `folders`. Refused if one is
    missing, unreadable, empty or larger than a ROM can be.
    """
    unknown = set(replaced) - set(board.roms)
    if unknown:
        names = ", ".join(board.roms)
        raise Refused(f"Board {board.name} has no ROM called {min(unknown)}; its ROMs are {names}.")
    images = {}
    for name, file in board.roms.items():
        images[name] = read_rom(replaced.get(name) or _find(board, by_standard(file, hz), folders))
    return images


def _find(board: Board, file: str, folders: list[Path]) -> Path:
    for folder in folders:
        if (folder / file).is_file():
            return folder / file
    raise Refused(
        f"Board {board.name} needs the ROM file {file}, which is in none of its folders; put it there."
    )


def read_rom(path: Path) -> bytes:
    """The bytes of a firmware file; Refused if it is no plausible one."""
    try:
        size = path.stat().st_size
        if 0 < size <= ROM_LIMIT and path.is_file():
            return path.read_bytes()
    except OSError as error:
        raise Refused(
            f"The ROM file {path} cannot be read ({error.strerror}); give another one."
        ) from error
    raise Refused(f"The ROM file {path} is a folder, empty or far too large; give a ROM image.")
