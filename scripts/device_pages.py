"""docs/devices/: a page for each kind of device and cartridge, from its source and the boards.

    python -m scripts.device_pages [--check]

The header of the source gives text, registers, inaccuracies and sources; the record's declared
fields, as a machine that was just built has them, give the table of its state; the boards give
ports, slots and wires.
"""

import array
import ast
import re
import sys
import textwrap
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from machine import cartridges, devices
from machine.board import Board, Part, Place, Ports, build, read_images
from machine.boards import BOARDS
from machine.boards.process import MSX_PROCESS, PROCESS
from machine.core import state
from machine.core.device import State
from machine.machine import FIRMWARE_FOLDERS
from machine.media.rom import Rom
from scripts import pages

FOLDER = Path("docs/devices")
NOTE = "<!-- Made by scripts/device_pages.py from the source: change that, and run it again. -->"
ALL = {**BOARDS, PROCESS.name: PROCESS, MSX_PROCESS.name: MSX_PROCESS}
BUILT = ("eb1", "eb2", "process")  # the boards whose firmware is always there; they have every kind
SECTIONS = ("Sockets", "Socket", "Inaccuracies", "Sources", "Source")
WIDTHS = {
    "cython.bint": "flag",
    "cython.uchar": "8 bits",
    "cython.ushort": "16 bits",
    "cython.int": "32 bits, signed",
    "cython.longlong": "64 bits, signed",
}
REGISTER_WIDTHS = ("8 bits", "16 bits")  # written in hexadecimal
QUARTER = 0x4000
NEVER = State().due


class Subject(NamedTuple):
    """What a page is about: the kinds that one class makes, and one of its objects."""

    page: str
    kinds: tuple[str, ...]
    device: Any
    example: str  # where the object comes from

    @property
    def module(self) -> str:
        """The module of the class."""
        return str(type(self.device).__module__)


def device_subjects() -> list[Subject]:
    """Every kind of device, taken from the first board that has it."""
    found: dict[str, Subject] = {}
    for name in BUILT:
        board = ALL[name]
        rack = build(board, 60, read_images(board, 60, list(FIRMWARE_FOLDERS), {}))
        for part in board.parts:
            found.setdefault(
                part.kind, Subject(part.kind, (part.kind,), rack.devices[part.name], f"on `{name}`")
            )
    return [found[kind] for kind in sorted(devices.KINDS)]


def cartridge_subjects() -> list[Subject]:
    """Every class of cartridge, around an empty image of 32 KB."""
    board = BOARDS[BUILT[0]]
    rack = build(board, 60, read_images(board, 60, list(FIRMWARE_FOLDERS), {}))
    kinds: dict[tuple[str, str], list[str]] = {}
    for name, kind in cartridges.KINDS.items():
        kinds.setdefault((kind.module, kind.name), []).append(name)
    found = []
    for names in kinds.values():
        rom = Rom(bytes(2 * QUARTER), names[-1], names[0])
        cartridge = cartridges.plug(names[0], rack.bus, rom, rack.devices["mixer"])
        found.append(Subject(names[0], tuple(names), cartridge, f"with the mapper `{names[0]}`"))
    return found


def make() -> dict[Path, str]:
    """All pages by path."""
    chips, mappers = device_subjects(), cartridge_subjects()
    made = {FOLDER / f"{chip.page}.md": _page(chip, _boards(chip.page)) for chip in chips}
    made |= {
        FOLDER / f"cartridge-{mapper.page}.md": _page(mapper, _mappers(mapper))
        for mapper in mappers
    }
    made[FOLDER / "README.md"] = _index(chips, mappers)
    return made


def _index(chips: list[Subject], mappers: list[Subject]) -> str:
    lines = [
        "# Devices",
        "",
        NOTE,
        "",
        "What a [board](../formats/board.md) can be made of, and the cartridges that go into it.",
        "",
        "| kind | what it is | boards |",
        "| --- | --- | --- |",
    ]
    for chip in chips:
        users = [name for name, board in ALL.items() if _parts(board, chip.page)]
        listed = ", ".join(f"`{name}`" for name in users)
        lines.append(f"| [`{chip.page}`]({chip.page}.md) | {_title(chip)} | {listed} |")
    lines += ["", "| cartridge | what it is |", "| --- | --- |"]
    for mapper in mappers:
        names = ", ".join(f"`{kind}`" for kind in mapper.kinds)
        lines.append(f"| [{names}](cartridge-{mapper.page}.md) | {_title(mapper)} |")
    return "\n".join(lines) + "\n"


def _title(subject: Subject) -> str:
    """One sentence on a kind: its class's, where several classes share a file."""
    own = _summary(_doc(type(subject.device)))
    shared = len(_record_free_classes(subject.module)) > 1 and subject.module.count(".") == 2
    return own if shared else _summary(_header(subject.module))


def _summary(text: str) -> str:
    return " ".join(text.strip().split("\n\n")[0].split())


def _page(subject: Subject, where: list[str]) -> str:
    header = _header(subject.module)
    name = "Cartridge" if subject.module.startswith("machine.cartridges") else "Device"
    kinds = ", ".join(f"`{kind}`" for kind in subject.kinds)
    lines = [f"# {name} {kinds}", "", NOTE, ""]
    lines += [f"Source: `{_file(subject.module)}`, class `{type(subject.device).__name__}`.", ""]
    lines += [textwrap.dedent(header).strip().split("\n\n")[0], ""]
    lines += [_cleaned(_doc(type(subject.device))), ""]
    lines += _sections(header)
    lines += where
    lines += _configuration(subject)
    lines += _record(subject)
    for module in _others(subject):
        text = _cleaned(_header(module))
        lines += [f"## `{_file(module)}`", "", text, ""]
    return "\n".join(lines).rstrip() + "\n"


def _sections(header: str) -> list[str]:
    """The header behind its first paragraph; the paragraphs with a name of SECTIONS get a title."""
    lines: list[str] = []
    for paragraph in header.strip("\n").split("\n\n")[1:]:
        match = re.match(rf"({'|'.join(SECTIONS)})(?::\s*|\n)(.*)", paragraph, re.DOTALL)
        if match:
            text = match[2] if match[2].startswith("`") else match[2][:1].upper() + match[2][1:]
            lines += [f"## {match[1].removesuffix('s')}s".replace("ys", "ies"), "", text.strip()]
        else:
            lines += [paragraph.rstrip()]
        lines += [""]
    return lines


def _boards(kind: str) -> list[str]:
    lines = [
        "## On the boards",
        "",
        "| boards | part | ports | slot | set up with | wires |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    rows: dict[str, list[str]] = {}
    for board in ALL.values():
        for part in _parts(board, kind):
            cells = (
                f"`{part.name}`",
                "; ".join(_ports(ports) for ports in part.ports),
                _place(board, part.place) if part.place else "",
                ", ".join(f"`{key}` {_value(value)}" for key, value in part.config.items()),
                "; ".join(_wires(board, part)),
            )
            rows.setdefault(" | ".join(cells), []).append(f"`{board.name}`")
    lines += [f"| {', '.join(names)} | {cells} |" for cells, names in rows.items()]
    return [*lines, ""]


def _parts(board: Board, kind: str) -> list[Part]:
    return [part for part in board.parts if part.kind == kind]


def _ports(ports: Ports) -> str:
    span = f"{ports.base:02X}h"
    if ports.count > 1:
        span += f"–{ports.base + ports.count - 1:02X}h"
    span += f" from register {ports.reg}" if ports.reg else ""
    if ports.inputs and ports.outputs:
        return span
    return f"{span} ({'read' if ports.inputs else 'write'})"


def _place(board: Board, place: Place) -> str:
    """A slot by its number, with the addresses that the part fills there."""
    expanded = [slot for part in _parts(board, "slots") for slot in part.config.get("expanded", ())]
    slot = f"{place.primary}-{place.secondary}" if place.primary in expanded else f"{place.primary}"
    first, last = min(place.quarters) * QUARTER, (max(place.quarters) + 1) * QUARTER - 1
    return f"{slot}, {first:04X}h–{last:04X}h"


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return " or ".join(f"{chosen} at {hz} Hz" for hz, chosen in value.items())
    round_in_binary = isinstance(value, int) and value >= 0x100 and value % 0x100 == 0
    return f"{value:X}h" if round_in_binary else str(value)


def _wires(board: Board, part: Part) -> list[str]:
    wires = []
    for end, other in board.wires.items():
        owner, _, socket = end.partition(".")
        if owner == part.name:
            wires.append(f"`{socket}` to `{other}`")
        elif other == part.name:
            wires.append(f"at `{end}`")
    media = [f"`{socket.name}`" for socket in board.sockets if socket.part == part.name]
    return wires + ([f"takes {', '.join(media)}"] if media else [])


def _mappers(subject: Subject) -> list[str]:
    lines = ["## Mappers", "", "| name | battery-backed RAM |", "| --- | --- |"]
    for name in subject.kinds:
        sram = cartridges.KINDS[name].sram
        lines.append(f"| `{name}` | {f'{sram // 1024} KB' if sram else ''} |")
    return [*lines, ""]


def _configuration(subject: Subject) -> list[str]:
    """The keyword arguments of the class; the image and the bus are not given by a board."""
    init = next(
        (
            node
            for node in _class(subject.module, type(subject.device).__name__).body
            if isinstance(node, ast.FunctionDef) and node.name == "__init__"
        ),
        None,
    )
    if init is None:
        return []
    arguments = init.args.args[3:]
    defaults = [None] * (len(arguments) - len(init.args.defaults)) + list(init.args.defaults)
    rows = [
        f"| `{argument.arg}` | {ast.unparse(argument.annotation or ast.Constant(''))}"
        f" | {_text(default)} |"
        for argument, default in zip(arguments, defaults, strict=True)
        if argument.arg != "image"
    ]
    if not rows:
        return []
    lines = ["## Configuration", ""]
    if ast.get_docstring(init):
        lines += [_cleaned(ast.get_docstring(init) or ""), ""]
    return [*lines, "| field | type | default |", "| --- | --- | --- |", *rows, ""]


def _text(default: ast.expr | None) -> str:
    if isinstance(default, ast.Constant) and type(default.value) is int:
        return _value(default.value)
    return ast.unparse(default) if default else "none: it must be given"


def _record(subject: Subject) -> list[str]:
    record: State = subject.device.state
    size = sum(
        len(value) if isinstance(value, bytes) else 8 for value in state.capture(record).values()
    )
    lines = ["## Record", ""]
    if type(record) is State:
        return [*lines, "It remembers nothing but `due`, the tick of its next deadline: never.", ""]
    if _doc(type(record)):
        lines += [_cleaned(_doc(type(record))), ""]
    kept = f"What a snapshot keeps of it, {size} bytes {subject.example}"
    lines += [f"{kept}; `due` is the tick of its next deadline.", ""]
    notes = _comments(type(record))
    lines += ["| field | type | at power-on |" + (" meaning |" if notes else "")]
    lines += ["| --- | --- | --- |" + (" --- |" if notes else "")]
    for name in state.field_names(record):
        value = getattr(record, name)
        note = f" {notes.get(name, '')} |" if notes else ""
        kind, content = _type(record, name), _contents(value)
        if kind in REGISTER_WIDTHS and value > 9:
            content = f"{value:X}h"
        lines.append(f"| `{name}` | {kind} | {content} |{note}")
    return [*lines, ""]


def _type(record: State, name: str) -> str:
    value = getattr(record, name)
    if isinstance(value, bytearray):
        return f"{len(value)} bytes"
    if isinstance(value, array.array):
        return f"{len(value)} × {value.itemsize * 8} bits, signed"
    return WIDTHS["cython.longlong" if name == "due" else _annotations(type(record))[name]]


def _contents(value: Any) -> str:
    """A value of a record in a few characters."""
    if value == NEVER:
        return "never"
    if isinstance(value, int):
        return str(int(value))
    if not value:
        return ""
    if len(set(value)) == 1:
        return f"all {value[0]:02X}h" if isinstance(value, bytearray) else f"all {value[0]}"
    assert len(value) <= 32, "too long for a table"
    return " ".join(f"{item:02X}" for item in value) + " (hexadecimal)"


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(_source(module).read_text(encoding="utf-8"))


def _class(module: str, name: str) -> ast.ClassDef:
    return next(
        node for node in _tree(module).body if isinstance(node, ast.ClassDef) and node.name == name
    )


def _header(module: str) -> str:
    return ast.get_docstring(_tree(module), clean=False) or ""


def _doc(of: type) -> str:
    return ast.get_docstring(_class(of.__module__, of.__name__), clean=False) or ""


def _record_free_classes(module: str) -> list[str]:
    """The classes of a module that are chips, not records."""
    return [
        node.name
        for node in _tree(module).body
        if isinstance(node, ast.ClassDef) and not node.name.endswith("State")
    ]


def _fields(record: type[State]) -> list[ast.AnnAssign]:
    body = _class(record.__module__, record.__name__).body
    return [node for node in body if isinstance(node, ast.AnnAssign)]


def _annotations(record: type[State]) -> dict[str, str]:
    return {ast.unparse(node.target): ast.unparse(node.annotation) for node in _fields(record)}


def _comments(record: type[State]) -> dict[str, str]:
    """What stands behind a field in the source."""
    lines = _source(record.__module__).read_text(encoding="utf-8").splitlines()
    found = {}
    for node in _fields(record):
        _, _, comment = lines[node.lineno - 1].partition("  # ")
        if comment:
            found[ast.unparse(node.target)] = comment
    return found


def _others(subject: Subject) -> list[str]:
    """The modules beside the chip's own in its package, and its record's, if they say more."""
    modules = [type(subject.device.state).__module__]
    if subject.module.count(".") > 2:
        folder = _source(subject.module).parent
        package = subject.module.rpartition(".")[0]
        modules += [f"{package}.{path.stem}" for path in sorted(folder.glob("[a-z]*.py"))]
    return [
        module
        for module in dict.fromkeys(modules)
        if module != subject.module
        and "\n\n" in (_header(module))
        and module != "machine.core.device"
    ]


def _source(module: str) -> Path:
    return pages.ROOT / _file(module)


def _file(module: str) -> str:
    return module.replace(".", "/") + ".py"


def _cleaned(text: str) -> str:
    """A docstring without its indentation, sentences and blocks as they stand."""
    first, _, rest = text.strip().partition("\n")
    return (first + "\n" + textwrap.dedent(rest)).strip()


if __name__ == "__main__":
    sys.exit(pages.run("Writes docs/devices/ from the sources.", make))
