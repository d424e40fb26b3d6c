"""The board as a document, and the machine that is built from it.

A `Board` says which devices there are, at which ports, in which slots, with which wires. Built-in
boards are values of these types (`machine.boards`), a user's board is a TOML file with the same
fields. Devices never name a port; no device is named here.
"""

import importlib
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from machine.charsets import CHARSETS
from machine.core.bus import Bus
from machine.core.device import Device, Memory
from machine.core.errors import Refused
from machine.devices import KINDS

ROM_LIMIT = 1 << 20  # bytes; no firmware ROM of this family comes near

Port = Annotated[int, Meta(ge=0, le=0xFF)]
Address = Annotated[int, Meta(ge=0, le=0xFFFF)]
Quarter = Annotated[int, Meta(ge=0, le=3)]
Slot = Annotated[int, Meta(ge=0, le=3)]

# What the device of a role, or of a socket's part, has to be able to do for the room.
ROLES: dict[str, tuple[str, ...]] = {
    "slots": ("plug", "visible"),
    "keys": ("press", "release", "release_all"),
    "joysticks": ("set_pad", "pad"),
    "clock": ("set_time",),
    "lamps": ("lamps",),
    "printer": ("take",),
    "sound-chip": ("registers",),
}
HOLDERS: dict[str, tuple[str, ...]] = {
    "cartridge": ("plug",),
    "disk": ("insert", "activity", "drive_count"),
    "cassette": ("insert", "rewind", "activity"),
}


class Ports(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Ports base..base+count-1; the first is the device's register `reg`."""

    base: Port
    count: Annotated[int, Meta(ge=1, le=0x100)]
    reg: Port = 0
    inputs: bool = True
    outputs: bool = True


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A slot, and the 16 KB quarters of it that the part fills."""

    primary: Slot
    secondary: Slot = 0
    quarters: tuple[Quarter, ...] = (0, 1, 2, 3)


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
    """Where a medium goes: `index` counts the places (slots, drives) of the part that takes it."""

    name: str
    kind: Literal["cartridge", "disk", "cassette"]
    part: str
    index: Annotated[int, Meta(ge=0, le=3)] = 0


class KeyBuffer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The firmware's ring of typed characters: `put` and `get` are addresses of its pointers."""

    put: Address
    get: Address
    start: Address
    size: Annotated[int, Meta(ge=2, le=0x100)]


class ProgramArea(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where the guest keeps its BASIC program, by the addresses of its pointers.

    `start`: to its first byte; `ends`: to the byte behind it, the first of variables and so on;
    `limit`: to the end of the room, of which `spare` bytes stay free. `prompt` is the row of the
    text screen that says that the guest waits for a command. `line` holds the number of the line
    that runs, and `stop` takes the code of a break (both 0: unknown; a program that runs is not
    stopped then).
    """

    start: Address
    ends: tuple[Address, ...]
    limit: Address
    spare: Annotated[int, Meta(ge=0, le=0x1000)] = 256
    prompt: str = "Ok"
    line: Annotated[int, Meta(ge=0, le=0xFFFE)] = 0
    stop: Annotated[int, Meta(ge=0, le=0xFFFF)] = 0


class Board(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A whole computer.

    `crystal_hz` is the frequency that all times are counted in. `wires` joins "part.socket" to a
    part; `roles` names the parts that the room uses, keys of ROLES -> part. `columns` are the most
    characters in a row of text, which programs of CP/M and MSX-DOS start with.
    """

    name: str
    title: str
    crystal_hz: Annotated[int, Meta(ge=1_000_000, le=100_000_000)]
    parts: tuple[Part, ...]
    wires: dict[str, str] = {}
    sockets: tuple[Socket, ...] = ()
    roles: dict[str, str] = {}
    roms: dict[str, str | dict[str, str]] = {}
    charset: str = "international"
    key_buffer: KeyBuffer | None = None
    program: ProgramArea | None = None
    columns: Annotated[int, Meta(ge=1, le=80)] = 40


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
    if board.charset not in CHARSETS:
        known = ", ".join(CHARSETS)
        raise Refused(f"Board {board.name} has no known charset; choose one of {known}.")
    rack = Rack(board, hz, Bus(board.crystal_hz), {})
    for part in board.parts:
        if part.name in rack.devices:
            raise Refused(f"Board {board.name} has two parts called {part.name}; rename one.")
        rack.devices[part.name] = _make(board, part, hz, rack.bus, images)
        _map_ports(board, part, rack)
    _wire(rack)
    for name, device in rack.devices.items():
        try:
            device.attach()
        except AssertionError as error:
            raise Refused(
                f"Part {name} of board {board.name} is wired wrongly: {error}; correct it."
            ) from error
    _check_roles(rack)
    _check_sockets(rack)
    for part in board.parts:
        _place(board, part, rack)
    return rack


def _wire(rack: Rack) -> None:
    board = rack.board
    leads: dict[str, set[str]] = {}
    for end, name in board.wires.items():
        owner, _, socket = end.partition(".")
        leads.setdefault(owner, set()).add(name)
        try:
            _device(rack, owner).connect(socket, _device(rack, name))
        except (AssertionError, TypeError) as error:
            raise Refused(
                f"Board {board.name} cannot wire {end} to {name}: {error}; correct it."
            ) from error
    try:
        TopologicalSorter(leads).prepare()
    except CycleError as error:  # a write would go round for ever
        loop = " to ".join(error.args[1])
        raise Refused(
            f"The wires of board {board.name} lead in a circle, from {loop}; correct one."
        ) from error


def _check_roles(rack: Rack) -> None:
    for role, name in rack.board.roles.items():
        if role not in ROLES:
            known = ", ".join(ROLES)
            raise Refused(f"Board {rack.board.name} has a role {role}; known roles are {known}.")
        _require(rack, name, ROLES[role], f"be its {role}")


def _check_sockets(rack: Rack) -> None:
    names = [socket.name for socket in rack.board.sockets]
    for socket in rack.board.sockets:
        is_taken = socket.kind == "cartridge" and socket.name in rack.devices  # it becomes a device
        if is_taken or names.count(socket.name) > 1:
            raise Refused(f"Board {rack.board.name} uses the name {socket.name} twice; rename one.")
        _require(rack, socket.part, HOLDERS[socket.kind], f"take a {socket.kind}")
        holder: Any = rack.devices[socket.part]
        if socket.kind == "disk" and not socket.index < holder.drive_count:
            raise Refused(
                f"Part {socket.part} of board {rack.board.name} has no drive {socket.index};"
                f" it has {holder.drive_count}, counted from 0."
            )


def _require(rack: Rack, name: str, abilities: tuple[str, ...], what: str) -> None:
    device = _device(rack, name)
    if not all(hasattr(device, ability) for ability in abilities):
        raise Refused(f"Part {name} of board {rack.board.name} cannot {what}; name another part.")


def _device(rack: Rack, name: str) -> Device:
    if name not in rack.devices:
        raise Refused(f"Board {rack.board.name} names a part {name} that it does not have; add it.")
    return rack.devices[name]


def _make(board: Board, part: Part, hz: int, bus: Bus, images: dict[str, bytes]) -> Device:
    if part.kind not in KINDS:
        known = ", ".join(sorted(KINDS))
        raise Refused(f"Board {board.name} asks for a {part.kind}; known devices are {known}.")
    module, _, name = KINDS[part.kind].partition(":")
    if part.rom and part.rom not in images:
        raise Refused(f"Part {part.name} of board {board.name} has a ROM {part.rom}; define it.")
    config = {key: by_standard(value, hz) for key, value in part.config.items()}
    try:
        if part.rom:
            config["image"] = _patched(images[part.rom], part.patch, hz)
        make: Any = getattr(importlib.import_module(module), name)
        device: Device = make(part.name, bus, **config)
    except (TypeError, ValueError, IndexError, OverflowError, AssertionError) as error:
        raise Refused(
            f"Part {part.name} of board {board.name} is set up wrongly: {error}; correct it."
        ) from error
    return device


def _patched(image: bytes, patch: dict[str, dict[str, int] | int], hz: int) -> bytes:
    patched = bytearray(image)
    for address, value in patch.items():
        patched[int(address, 16)] = by_standard(value, hz)
    return bytes(patched)


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
                f"Part {part.name} of board {board.name} cannot have its ports: {error}; move them."
            ) from error


def _place(board: Board, part: Part, rack: Rack) -> None:
    if part.place is None:
        return
    slots = rack.with_role("slots")
    if slots is None:
        raise Refused(
            f"Board {board.name} places {part.name} in a slot but has no slots; add them."
        )
    memory = rack.devices[part.name]
    if not isinstance(memory, Memory):
        raise Refused(f"Part {part.name} of board {board.name} is no memory; give it no place.")
    try:
        slots.plug(memory, part.place.primary, part.place.secondary, part.place.quarters)
    except AssertionError as error:
        raise Refused(
            f"Board {board.name} cannot place {part.name}: {error}; choose another place."
        ) from error


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
        f"Board {board.name} needs the ROM file {file}, which is in none of its folders;"
        " put it there."
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
