"""Runs a .COM program in a guest from a disk, and catches all that it shows."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from msgspec import structs

from machine.api import Session
from machine.board import Part, Ports
from machine.boards import BOARDS
from machine.machine import Capture, Machine
from machine.media.dsk import SECTOR_SIZE, Disk, blank
from tests.support.assembler import assemble
from tests.support.disk_machine import text
from tests.support.dos_programs import DosProgram
from tests.support.guest_calls import WORK
from tests.support.trees import plant, tree

PROGRAM = "TEST.COM"
CONSOLE = Part("printer-port", "console", ports=(Ports(0x2E, 2),))  # beside the real printer
PLACE = WORK["FNKSTR"]  # the texts of the function keys, which no program here uses
STATE = PLACE + 0x90
READY, GO, RUNS, ENDED = range(1, 5)
TOP = 0xC006  # top of the TPA: here the boot sector had its fields
LIMIT = 60.0  # emulated seconds

CATCH = """
         push af
         out (&2F),a
         xor a
         out (&2E),a
         inc a
         out (&2E),a
         pop af
         ret
"""
"""A routine for H.CHPU: what the firmware shows goes to CONSOLE."""

# That BASIC starts ends the catching.
_STOP = f"""
stop:    ld a,{ENDED}
         ld ({STATE}),a
         di
         halt
"""
# The boot sector waits for the tests, loads TEST.COM to 0100h and starts it as a .COM program is.
_LOADER = f"""
         db &EB,&FE,&90
         ds &C01E - $
         ret nc
         di
         ld sp,{TOP}
         ld a,(&F342)
         ld h,&40
         call &24
         ld hl,catch
         ld de,{PLACE}
         ld bc,catch.end - catch
         ldir
         ld a,&C3
         ld ({TOP}),a
         ld hl,&F37D
         ld ({TOP + 1}),hl
         ld hl,{TOP}
         ld (6),hl
         ld ({WORK["H.CLEA"]}),a
         ld hl,{{stop}}
         ld ({WORK["H.CLEA"]} + 1),hl
         ei
         ld a,{READY}
         ld ({STATE}),a
wait:    ld a,({STATE})
         cp {GO}
         jr nz,wait
         ld de,&0100
         ld c,&1A
         call {TOP}
         ld de,fcb
         ld c,&0F
         call {TOP}
         or a
         jr nz,$
         inc a
         ld (fcb + 14),a
         dec a
         ld (fcb + 15),a
         ld h,&BE
         ld de,fcb
         ld c,&27
         call {TOP}
         ld de,&0080
         ld c,&1A
         call {TOP}
         ld a,&C3
         ld ({WORK["H.CHPU"]}),a
         ld hl,{PLACE}
         ld ({WORK["H.CHPU"]} + 1),hl
         ld a,{RUNS}
         ld ({STATE}),a
         ld hl,0
         push hl
         jp &0100
fcb:     db 0
         dm "TEST    COM"
         ds 25
catch:   EQU $
{{catch}}
catch.end: EQU $
"""


class Ended(NamedTuple):
    """What a program did."""

    output: str
    printed: bytes
    files: dict[str, bytes]


def boot_disk(size: int = 737280) -> Disk:
    """A disk whose boot sector starts TEST.COM."""
    disk = blank(size)
    catch = assemble(CATCH + _STOP, PLACE)
    source = _LOADER.format(
        stop=PLACE + catch.index(assemble("di\nhalt")) - 5,
        catch=f"         db {','.join(map(str, catch))}",
    )
    loader = assemble(source, 0xC000)
    assert len(loader) <= SECTOR_SIZE
    fields = disk.read(0)[3:0x1E]
    disk.write(0, (loader[:3] + fields + loader[0x1E:]).ljust(SECTOR_SIZE, b"\0"))
    return disk


@cache
def _waiting(board: str) -> tuple[Session, Capture]:
    vm = Session(board)
    known = BOARDS[board]
    vm.machine = Machine(structs.replace(known, parts=(*known.parts, CONSOLE)), 60)
    vm.insert("disk_a", boot_disk())
    vm.machine.devices["disk-controller"].fast = True
    vm.machine.reset()
    assert vm.run(until=lambda vm: vm.peek(STATE) == READY, limit=20), text(vm)
    return vm, vm.capture()


def started(board: str, disk: Disk, arguments: str = "", second: Disk | None = None) -> Session:
    """A guest that begins to run TEST.COM of `disk`; the machine is shared, its state is fresh."""
    vm, capture = _waiting(board)
    vm.restore(capture)
    vm.insert("disk_a", disk)
    if second is not None:
        vm.insert("disk_b", second)
    tail = f" {arguments}".encode("latin-1") if arguments else b""
    first, other = (*arguments.split(), "", "")[:2]
    vm.write(0x5C, control_block(first) + control_block(other) + bytes(4))
    vm.write(0x80, (bytes((len(tail),)) + tail + b"\r").ljust(128, b"\0"))
    for device in ("console", "printer"):
        vm.machine.devices[device].take()
    vm.poke(STATE, GO)
    return vm


def control_block(name: str) -> bytes:
    """Drive, name and extent bytes as a command interpreter makes them of an argument."""
    drive, colon, rest = name.upper().partition(":")
    if not colon:
        drive, rest = "", drive
    stem, _, kind = rest.partition(".")
    number = ord(drive) - 64 if drive else 0
    fields = [_filled(stem, 8), _filled(kind, 3)]
    return bytes((number,)) + "".join(fields).encode("latin-1") + bytes(4)


def _filled(word: str, width: int) -> str:
    before, star, _ = word.partition("*")
    return (before + "?" * width if star else before.ljust(width))[:width]


def run(program: DosProgram, board: str, prepare: Callable[[Session], None] | None = None) -> Ended:
    """Runs a program on a disk with its files, in drive A at full speed.

    `prepare` may change the guest before it does so.
    """
    disk = boot_disk()
    plant(disk, {PROGRAM: program.code(), **program.files})
    vm = started(board, disk, program.arguments)
    if prepare:
        prepare(vm)
    assert vm.run(until=lambda vm: vm.peek(STATE) >= RUNS, limit=LIMIT), text(vm)
    vm.type(program.typed)
    assert vm.run(until=lambda vm: vm.peek(STATE) == ENDED, limit=LIMIT), text(vm)
    shown = vm.machine.devices["console"].take().decode("latin-1")
    printed = vm.machine.devices["printer"].take()
    return Ended(shown.replace("\r\n", "\n"), printed, tree(disk))
