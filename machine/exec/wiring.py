"""The system calls of one program, put together."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from machine.exec import names, system
from machine.exec.clock import ClockCalls
from machine.exec.codes import DosError
from machine.exec.console import Console, ConsoleCalls
from machine.exec.directory import Directory
from machine.exec.directory_calls import DirectoryCalls
from machine.exec.drives import DriveCalls, Drives, Layout
from machine.exec.environment import Environment, EnvironmentCalls
from machine.exec.fcb_files import FcbFiles
from machine.exec.fcb_records import RecordCalls
from machine.exec.fcbs import FcbCalls
from machine.exec.folders import Place
from machine.exec.guest import Guest
from machine.exec.handles import HandleCalls
from machine.exec.paths import PathCalls, Paths, whole
from machine.exec.process import DiskCalls, ProcessCalls
from machine.exec.streams import Streams


@dataclass
class Wired:
    """What the loop needs of it."""

    system: system.System
    process: ProcessCalls
    streams: Streams
    select_by_bios: Callable[[], None]


def wire(
    guest: Guest,
    drives: Drives,
    console: Console,
    layout: Layout,
    kind: str,
    items: dict[bytes, bytes],
) -> Wired:
    """All functions of the system `kind`; `items` is the environment."""
    calls = system.System(guest, kind)
    environment = Environment(items)
    paths = Paths(drives)
    streams = Streams(console)
    directory = Directory(guest, drives, paths, streams, console)
    process = ProcessCalls(guest, streams, lambda: calls.last_error)

    def append() -> tuple[int, Place] | None:
        text = environment.items.get(b"APPEND", b"") if kind == "msx2" else b""
        try:
            return paths.directory(text) if text else None
        except DosError:
            return None

    system.add_console(calls, ConsoleCalls(guest, console), kind)
    disks = DriveCalls(guest, drives, layout)
    system.add_drives(calls, disks, kind)
    files = FcbFiles(guest, drives, console, kind)
    system.add_files(calls, FcbCalls(guest, drives, files, console, kind, append), kind)
    system.add_records(calls, RecordCalls(guest, drives, files, kind), kind)
    if kind != "cpm":
        system.add_clock(calls, ClockCalls(guest, drives.clock))
        system.add_disks(calls, DiskCalls(guest, drives), kind)
    if kind == "msx2":
        handles = HandleCalls(guest, drives, streams, directory, console.terminal)
        system.add_handles(calls, handles)
        entries = DirectoryCalls(guest, drives, paths, directory)
        system.add_directory(calls, entries, PathCalls(guest, drives))
        system.add_process(calls, process, EnvironmentCalls(guest, environment))
    return Wired(calls, process, streams, disks.select_by_bios)


def program_path(program: Path, drives: Drives) -> bytes:
    r"""`A:\DIR\NAME.COM`, where the program lies on a drive; else its name on the current one."""
    resolved = program.resolve()
    for number, folder in drives.folders.items():
        root = folder.path.resolve()
        if not resolved.is_relative_to(root):
            continue
        place: Place = ()
        for part in resolved.relative_to(root).parts:
            here = {entry.host: entry.name for entry in drives.folder(number).entries(place)}
            if part not in here:
                break
            place = (*place, here[part])
        else:
            return bytes((number + 0x41, 0x3A, 0x5C)) + whole(place)
    name = names.pack(program.name) or names.alias(program.name)
    return bytes((drives.current + 0x41, 0x3A, 0x5C)) + names.printed(name)
