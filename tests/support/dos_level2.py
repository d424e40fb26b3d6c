"""Runs programs for the functions of level 2 at the prompt of EB-DOS, and catches all that they show."""

from functools import cache

from msgspec import structs

from machine.api import Session
from machine.boards import BOARDS
from machine.machine import Capture, Machine
from machine.media.dsk import Disk, blank
from roms import build
from tests.support.assembler import assemble
from tests.support.dos import Dos, disk_with, system_files
from tests.support.dos_guest import CATCH, CONSOLE, PLACE, PROGRAM, Ended
from tests.support.dos_programs import DosProgram
from tests.support.guest_calls import WORK
from tests.support.trees import plant, tree

PROMPT = "A>"
LIMIT = 60.0  # emulated seconds


@cache
def symbols() -> dict[str, int]:
    """The addresses of EBDOS.SYS, its resident part and its kernel by name."""
    return build.assemble(build.images()["ebdos"].source)[1]


@cache
def _waiting() -> tuple[Session, Capture]:
    vm = Session("eb2")
    known = BOARDS["eb2"]
    vm.machine = Machine(structs.replace(known, parts=(*known.parts, CONSOLE)), 60)
    vm.insert("disk_a", disk_with(system_files()))
    vm.machine.devices["disk-controller"].fast = True
    vm.machine.reset()
    Dos(vm).wait()
    vm.write(PLACE, assemble(CATCH, PLACE))
    vm.write(WORK["H.CHPU"], b"\xc3" + PLACE.to_bytes(2, "little"))
    return vm, vm.capture()


def at_prompt(disk: Disk) -> Dos:
    """The shared machine at the prompt of level 2, with `disk` in drive A."""
    vm, capture = _waiting()
    vm.restore(capture)
    vm.insert("disk_a", disk)
    for device in ("console", "printer"):
        vm.machine.devices[device].take()
    return Dos(vm)


def run(program: DosProgram) -> Ended:
    """Runs a program from its name at the prompt to the next prompt."""
    disk = blank(737280)
    plant(disk, {**system_files(), PROGRAM: program.code(), **program.files})
    dos = at_prompt(disk)
    line = f"TEST {program.arguments}".rstrip()
    dos.type(line + "\r")
    dos.vm.type(program.typed)
    dos.wait(LIMIT)
    shown = dos.vm.machine.devices["console"].take().decode("latin-1")
    echo, _, output = shown.partition("\r\n")
    assert echo.rstrip("\r") == line, shown
    assert output.endswith(PROMPT), shown
    output = output.removesuffix(PROMPT).replace("\r\n", "\n")
    if not program.output.endswith("\n"):
        output = output.removesuffix("\n")
    printed = dos.vm.machine.devices["printer"].take()
    return Ended(output, printed, tree(disk))


def status(name: str = "DOS.STATUS") -> int:
    """The byte of this name in the shared machine: by default how the last program ended."""
    vm, _ = _waiting()
    return int(vm.peek(symbols()[name]))
