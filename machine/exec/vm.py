"""The loop: the processor up to the gate, then the host's answer, until the program is over."""

import datetime
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from machine.board import build
from machine.boards.process import MSX_PROCESS, PROCESS, SEGMENT
from machine.core.errors import Refused
from machine.core.scheduler import Scheduler
from machine.exec import loading
from machine.exec.bios import BiosCalls
from machine.exec.clock import Clock
from machine.exec.codes import Code, DosError, Ended, Finished, explain, has_message
from machine.exec.console import Console
from machine.exec.drives import Drives
from machine.exec.folders import Folder
from machine.exec.guest import Guest
from machine.exec.mapper import MappedMemory, Mapper
from machine.exec.terminal import Signalled, Terminal
from machine.exec.wiring import program_path, wire

KINDS = ("cpm", "msx1", "msx2")
CYCLE_TICKS = 6
TICKS_PER_SECOND = PROCESS.crystal_hz
SLICE = TICKS_PER_SECOND // 60  # ticks between two looks at the host, and of the MSX's interrupt
SHOWN_EVERY = 64  # slices, a few milliseconds of the host's
PRINTED_ERRORS = 0x20  # smaller codes a program ends with are its own affair
DONE, FAILED, REFUSED, LIMIT_REACHED = 0, 1, 2, 3
UNHEARD = 141
INTERRUPTED = 130  # what a shell makes of CTRL+C
SIGNAL_STATUS = 128


@dataclass
class Setup:
    """What a program is run with. `drives`: folders by number, 0 is A."""

    program: Path
    arguments: list[str] = field(default_factory=list)
    drives: Mapping[int, tuple[Path, bool]] = field(default_factory=dict)  # folder, read-only
    kind: str = "msx2"
    terminal: str = "vt52"
    keys: str = ""  # whose codes the cursor keys have; "": the terminal's
    printer: Path | None = None
    date: datetime.datetime | None = None
    until: float | None = None  # emulated seconds
    real_speed: bool = False
    source: int = 0  # descriptors of input and output
    target: int = 1


@dataclass
class Result:
    """How it ended: exit status, what is to be said about it, and the seconds that went by."""

    status: int
    message: str = ""
    emulated: float = 0.0
    code: int = 0


class ProcessVm:
    """One program, from start to end."""

    def __init__(self, setup: Setup) -> None:
        """Refused if the program, a folder or the arguments are no good."""
        assert setup.kind in KINDS
        self._setup = setup
        program = loading.read_program(setup.program, setup.kind)
        line = loading.tail(setup.arguments, setup.kind)
        is_cpm = setup.kind == "cpm"
        rack = build(PROCESS if is_cpm else MSX_PROCESS, 60, {})
        cpu: Any = rack.devices["cpu"]
        ram: Any = rack.devices["ram"]
        self.bus = rack.bus
        for page in range(8):
            self.bus.show(page, ram)
        cpu.reset(0)
        self._scheduler = Scheduler(self.bus, cpu, list(rack.devices.values()))
        self._video: Any = rack.devices.get("video")
        self.guest = Guest(cpu, ram.cells if is_cpm else MappedMemory(ram))
        self.terminal = Terminal(
            setup.terminal,
            keys=setup.keys,
            source=setup.source,
            target=setup.target,
            cycles=lambda: int(self.bus.now) // CYCLE_TICKS,
        )
        self._printer = Printer(setup.printer)
        console = Console(self.terminal, self._printer.put, is_cpm=is_cpm)
        clock = Clock(self.seconds, setup.date)
        folders = {
            number: Folder(path, read_only=read_only)
            for number, (path, read_only) in setup.drives.items()
        }
        self.drives = Drives(folders, clock, is_cpm=is_cpm)
        self._entries = loading.Entries(self.guest, setup.kind)
        items = {
            b"PROGRAM": program_path(setup.program, self.drives),
            b"PARAMETERS": line[:255],
        }
        self._wired = wire(
            self.guest, self.drives, console, self._entries.layout, setup.kind, items
        )
        self._calls = BiosCalls(self.guest, console, self._wired.select_by_bios).calls
        if setup.kind == "msx2":
            mapper = Mapper(
                self.guest,
                self.bus,
                len(ram.cells) // SEGMENT,
                loading.MAPPER_TABLE,
                loading.MAPPER_JUMPS,
            )
            mapper.return_stub = self._entries.segment_return
            self._calls |= mapper.calls
        loading.load(self.guest, program, line, self.drives.current, self._entries)

    def seconds(self) -> float:
        """Emulated seconds since the program's start."""
        return float(self.bus.now) / TICKS_PER_SECOND

    def run(self) -> Result:
        """Runs the program to its end; in any case files are closed and the terminal is right."""
        try:
            with self.terminal:
                result = self._result()
        finally:
            self._close()
        result.emulated = self.seconds()
        return result

    def _close(self) -> None:
        try:
            self._close_files()
        except DosError as error:
            raise Refused(
                f"What the program wrote last is not on the disk: {error};"
                " make room and run it again."
            ) from error
        finally:
            for folder in self.drives.folders.values():
                folder.close()
            self._printer.close()

    def _close_files(self) -> None:
        try:
            self._wired.streams.end()
        finally:
            self.drives.files.close_all()

    def _result(self) -> Result:
        try:
            self._loop()
        except Halted as halted:
            return Result(FAILED, f"halted at {halted.address:04X}h with interrupts off")
        except Finished as finished:
            return _ended(finished.code)
        except Signalled as signalled:
            return Result(SIGNAL_STATUS + signalled.number)
        except BrokenPipeError:
            return Result(UNHEARD)
        return Result(LIMIT_REACHED)

    def _loop(self) -> None:
        """Returns at the limit; else ends by an exception."""
        bus, run, call = self.bus, self._scheduler.run, self._call
        limit = self._setup.until
        end = 1 << 61 if limit is None else round(limit * TICKS_PER_SECOND)
        pace = Pace(self) if self._setup.real_speed else None
        next_slice = SLICE
        shown = SHOWN_EVERY
        while True:
            if run(min(next_slice, end)):
                call()
            now = bus.now
            if now >= next_slice:
                next_slice += SLICE
                self._tick()
                shown -= 1
                if pace is not None:
                    pace.wait()
                elif not shown:  # a program that is busy shall be seen, too
                    self.terminal.flush()
                    shown = SHOWN_EVERY
            if now >= end:
                return

    def _tick(self) -> None:
        """A sixtieth of a second has gone by."""
        self.terminal.check()
        cpu = self.guest.cpu
        if cpu.halted:
            if not cpu.iff1:
                raise Halted((cpu.pc - 1) & 0xFFFF)
            cpu.halted = 0
        if self._setup.kind != "cpm":
            jiffy = (self.guest.word(loading.JIFFY) + 1) & 0xFFFF
            self.guest.write(loading.JIFFY, jiffy.to_bytes(2, "little"))
            self._interrupt()

    def _call(self) -> None:
        owner = self._entries.owner(self.guest.regs.pc)
        if owner is None:
            self._refuse_video()
            return
        if owner in ("boot", "wboot"):
            raise Finished(self._wired.streams.codes[0])
        if owner == "abort return":
            self._leave(self.guest.regs.a, self.guest.regs.b)
            return
        try:
            if owner == "bdos":
                self._wired.system.call()
            else:
                self._calls[owner]()
        except Ended as ended:
            self._terminate(ended.code, ended.secondary)

    def _refuse_video(self) -> None:
        """A program that writes to the video chip would go on without anything to be seen."""
        if self._video is not None and self._video.state.calls:
            raise Refused(
                "The program writes to the video chip (ports 98h-9Bh), which a process VM does not"
                " have; start it from a disk in a machine."
            )

    def _interrupt(self) -> None:
        """The interrupt of an MSX, for a program that waits for it at one of its hooks."""
        guest, cpu = self.guest, self.guest.cpu
        memory = guest.memory
        hooks = memory[loading.H_KEYI], memory[loading.H_TIMI]
        ours = guest.word(loading.RST_38 + 1) == loading.INTERRUPT
        if hooks == (loading.RET, loading.RET) or not (ours and cpu.iff1) or cpu.state.latch:
            return
        guest.push(guest.regs.pc)
        guest.regs.pc = loading.RST_38
        cpu.iff1 = cpu.iff2 = 0

    def _terminate(self, code: int, secondary: int) -> None:
        """The program ends: its abort routine is called, once, then there is a jump to 0000h."""
        guest, process = self.guest, self._wired.process
        if not process.abort_routine:
            self._leave(code, secondary)
            return
        guest.push(self._entries.abort_return)
        guest.regs.a, guest.regs.b = code, secondary
        guest.regs.pc, process.abort_routine = process.abort_routine, 0

    def _leave(self, code: int, secondary: int) -> None:
        """A jump to 0000h, where a program that started another one may have put its own."""
        self._wired.streams.codes = code, secondary
        if self.guest.memory[0] != loading.JP:
            raise Finished(code)
        self.guest.regs.pc = 0


class Halted(Finished):
    """HALT with interrupts off: nothing will ever happen again."""

    def __init__(self, address: int) -> None:
        super().__init__(0)
        self.address = address


class Printer:
    """Where goes what is printed: a file, or nowhere."""

    def __init__(self, path: Path | None) -> None:
        """Refused if the file cannot be written."""
        self._path = path
        try:
            self._file = None if path is None else path.open("wb")
        except OSError as error:
            raise self._refusal(error) from error

    def _refusal(self, error: OSError) -> Refused:
        return Refused(
            f"{self._path} cannot be written ({error.strerror});"
            " choose another place for what is printed."
        )

    def put(self, code: int) -> None:
        """One character."""
        if self._file is not None:
            try:
                self._file.write(bytes((code,)))
            except OSError as error:
                raise self._refusal(error) from error

    def close(self) -> None:
        """What was printed is in the file."""
        if self._file is not None:
            try:
                self._file.close()
            except OSError as error:
                raise self._refusal(error) from error


class Pace:
    """Holds the program to the speed of the real machine."""

    def __init__(self, vm: ProcessVm) -> None:
        self._vm = vm
        self._start = time.monotonic()

    def wait(self) -> None:
        """Lets the host's time catch up with the emulated one."""
        ahead = self._vm.seconds() - (time.monotonic() - self._start)
        if ahead > 0:
            self._vm.terminal.rest(ahead)
        elif ahead < -1:  # the program waited for a key: that time is not made up for
            self._start -= ahead


def _ended(code: int) -> Result:
    """The exit status for an error code: its own, but 2 and 3 are ours."""
    if code in (Code.CTRLC, Code.STOP):
        return Result(INTERRUPTED, code=code)
    message = ""
    if code >= PRINTED_ERRORS and has_message(code):
        message = explain(code)
    return Result(FAILED if code in (REFUSED, LIMIT_REACHED) else code, message, code=code)
