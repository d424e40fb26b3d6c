"""Runs the SingleStepTests vectors of the Z80 on the real processor.

Each case is one instruction: registers and memory before and after, and the bus cycles T-state by
T-state. It is run twice, once with every cycle recorded and once through the page pointers.
Format: https://github.com/SingleStepTests/z80
"""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from machine.core.errors import Refused
from machine.cpu.recording_bus import RecordingBus
from machine.cpu.z80 import Z80

Bit = Annotated[int, msgspec.Meta(ge=0, le=1)]
Byte = Annotated[int, msgspec.Meta(ge=0, le=0xFF)]
Word = Annotated[int, msgspec.Meta(ge=0, le=0xFFFF)]
Pins = Literal["----", "r-m-", "-wm-", "r--i", "-w-i"]
FILE_LIMIT = 64 << 20  # bytes of one JSON file; the published ones have less than 2 MB
Cycle = tuple[int, int, int, str]


class Snapshot(msgspec.Struct):
    """The registers of a case; the names are the vectors' own."""

    a: Byte
    f: Byte
    b: Byte
    c: Byte
    d: Byte
    e: Byte
    h: Byte
    l: Byte
    i: Byte
    r: Byte
    q: Byte
    im: Annotated[int, msgspec.Meta(ge=0, le=2)]
    iff1: Bit
    iff2: Bit
    ei: Bit
    p: Bit
    pc: Word
    sp: Word
    wz: Word
    ix: Word
    iy: Word
    af_: Word
    bc_: Word
    de_: Word
    hl_: Word
    ram: list[tuple[Word, Byte]]


class Case(msgspec.Struct):
    """One instruction."""

    name: str
    initial: Snapshot
    final: Snapshot
    cycles: Annotated[list[tuple[Word | None, Byte | None, Pins]], msgspec.Meta(min_length=1)]
    ports: list[tuple[Word, Byte, Literal["r", "w"]]] = []


@dataclass
class Report:
    """How many files passed, and what is wrong with the others."""

    passed: int = 0
    cases: int = 0
    failures: dict[str, str] = field(default_factory=dict)

    @property
    def failed(self) -> int:
        """The number of files with at least one case that fails."""
        return len(self.failures)

    def summary(self) -> str:
        """The last line that is printed."""
        return f"z80: passed {self.passed} failed {self.failed}"


RECORD_NAMES = (
    "a", "f", "b", "c", "d", "e", "h", "l", "i", "r", "q", "im", "iff1", "iff2", "p", "pc", "sp",
    "wz", "ix", "iy",
)  # fmt: skip
PAIR_NAMES = ("af_", "bc_", "de_", "hl_")


def run_z80(path: str | Path, say: Callable[[str], object] = print) -> Report:
    """Runs every JSON file of a zip or of a folder; says one line per failing file and the sum.

    Refused if `path` is missing, damaged, or holds anything but such vectors.
    """
    report = Report()
    bench = _Bench()
    decoder = msgspec.json.Decoder(Annotated[list[Case], msgspec.Meta(min_length=1)])
    for name, data in _files(Path(path)):
        try:
            cases = decoder.decode(data)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise Refused(
                f"{name} in {path} is not a file of Z80 vectors: {error}; leave it out."
            ) from error
        report.cases += len(cases)
        wrong = [(case.name, fault) for case in cases if (fault := bench.fault(case))]
        if wrong:
            fault = f"{len(wrong)} of {len(cases)} cases fail; first {wrong[0][0]}: {wrong[0][1]}"
            report.failures[name] = fault
            say(f"{name}: {fault}")
        else:
            report.passed += 1
    say(report.summary())
    return report


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    """Names and contents of the JSON files, in order."""
    try:
        if path.is_dir():
            yield from _folder(path)
        else:
            yield from _zip(path)
    except FileNotFoundError as error:
        raise Refused(f"{path} does not exist; name a zip or folder of Z80 vectors.") from error
    except OSError as error:
        raise Refused(
            f"{path} cannot be read: {error.strerror or error}; choose another."
        ) from error


def _folder(path: Path) -> Iterator[tuple[str, bytes]]:
    names = sorted(entry for entry in path.iterdir() if entry.suffix == ".json")
    if not names:
        raise Refused(f"{path} holds no JSON files; name a folder of Z80 vectors.")
    for name in names:
        if name.stat().st_size > FILE_LIMIT:
            raise Refused(f"{name} is too large to be a file of Z80 vectors; leave it out.")
        yield name.name, name.read_bytes()


def _zip(path: Path) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = sorted(
                (info for info in archive.infolist() if info.filename.endswith(".json")),
                key=lambda info: info.filename,
            )
            if not members:
                raise Refused(f"{path} holds no JSON files; name a zip of Z80 vectors.")
            for info in members:
                if info.file_size > FILE_LIMIT:
                    raise Refused(
                        f"{info.filename} in {path} is too large to be Z80 vectors; leave it out."
                    )
                yield info.filename, archive.read(info)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError) as error:
        # RuntimeError: encrypted members; its subclass NotImplementedError: unknown methods
        raise Refused(f"{path} is not a whole zip file: {error}; get it again.") from error


class _Bench:
    """A processor on a recording bus, set up anew for each case."""

    def __init__(self) -> None:
        self.bus = RecordingBus()
        self.cpu = Z80("z80", self.bus, cycle_ticks=1, m1_wait=0)

    def fault(self, case: Case) -> str:
        """What differs from the vectors, or the empty string."""
        expected = _expected(case)
        if ports := _ports(expected, case):
            return ports
        inputs = [value for _, _, value, kind in expected if kind == "ri"]
        return self._run(case, expected, inputs, True) or self._run(case, expected, inputs, False)

    def _run(self, case: Case, expected: list[Cycle], inputs: list[int], traced: bool) -> str:
        bus = self.bus
        cpu = self.cpu
        state = cpu.state
        initial = case.initial
        final = case.final
        for name in RECORD_NAMES:
            setattr(state, name, getattr(initial, name))
        for name in PAIR_NAMES:
            setattr(cpu, name, getattr(initial, name))
        state.latch = initial.ei
        state.halted = 0
        bus.begin(initial.ram, inputs, traced)
        cpu.step()
        for name in RECORD_NAMES:
            if getattr(state, name) != getattr(final, name):
                return f"{name} is {getattr(state, name)}, not {getattr(final, name)}"
        for name in PAIR_NAMES:
            if getattr(cpu, name) != getattr(final, name):
                return f"{name} is {getattr(cpu, name)}, not {getattr(final, name)}"
        if state.latch != final.ei:
            return f"ei is {state.latch}, not {final.ei}"
        memory = bus.memory()
        for address, value in final.ram:
            if memory[address] != value:
                return f"memory at {address} is {memory[address]}, not {value}"
        if bus.now != len(case.cycles):
            return f"{bus.now} T-states, not {len(case.cycles)}"
        if not traced:
            expected = [cycle for cycle in expected if cycle[3][1] == "i"]
        recorded = bus.cycles()
        return "" if recorded == expected else f"bus cycles {recorded}, not {expected}"


def _expected(case: Case) -> list[Cycle]:
    """The accesses among the T-states: (first T-state of the machine cycle, address, value, kind).

    The vectors show the request in the second T-state of a memory cycle and the third of a port
    cycle, and what was read one T-state later.
    """
    found: list[Cycle] = []
    for index, (address, value, pins) in enumerate(case.cycles):
        if pins == "----":
            continue
        kind = pins.replace("-", "")
        if kind[0] == "r" and index + 1 < len(case.cycles):
            value = case.cycles[index + 1][1]
        start = index - (2 if kind[-1] == "i" else 1)
        found.append((start, _shown(address), _shown(value), kind))
    return found


def _shown(lines: int | None) -> int:
    """What the vectors say that a bus carries; -1, which it never does, for nothing."""
    return -1 if lines is None else lines


def _ports(expected: list[Cycle], case: Case) -> str:
    """The `ports` field says the same as the cycles; if not, the vectors are damaged."""
    cycles = [(address, value, kind[0]) for _, address, value, kind in expected if kind[1] == "i"]
    return "" if cycles == case.ports else f"the vectors contradict themselves: ports {case.ports}"
