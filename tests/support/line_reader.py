"""A guest that reads lines by function 0A, at the prompt and in a program."""

from functools import cache

from machine.api import Session
from machine.machine import Capture
from tests.support.assembler import assemble
from tests.support.dos import Dos, disk_with, started, system_files

TAKEN = 0x9000  # where READER copies what function 0A gave it

# Reads lines for ever, into a buffer whose size is the first character of its arguments, and shows each in brackets.
READER = """
         ld a,(&82)
         sub "0"
         cp 10
         jr c,size
         ld a,200
size:    ld (buffer),a
next:    ld c,2
         ld e,":"
         call 5
         ld de,buffer
         ld c,10
         call 5
         ld hl,buffer
         ld de,&9000          ; where the tests can see it while the disk ROM is in page 1
         ld bc,257
         ldir
         ld e,10
         call show
         ld e,"["
         call show
         ld hl,buffer + 1
         ld b,(hl)
         inc b
         jr test
char:    inc hl
         ld e,(hl)
         push hl
         push bc
         call show
         pop bc
         pop hl
test:    djnz char
         ld e,"]"
         call show
         ld e,13
         call show
         ld e,10
         call show
         jr next
show:    ld c,6
         jp 5
         ds &4100 - $
buffer:  EQU $
"""


@cache
def _prompt(board: str) -> tuple[Session, Capture]:
    program = assemble(READER, 0x100)
    vm = started(board, disk=disk_with({**system_files(), "READ.COM": program})).vm
    return vm, vm.capture()


def prompt(board: str, width: int = 40) -> Dos:
    """A shared machine at its first prompt."""
    vm, capture = _prompt(board)
    vm.restore(capture)
    dos = Dos(vm)
    dos.type(f"MODE {width}\r")
    dos.wait()
    return dos


def reader(board: str, width: int = 40, size: str = "") -> Dos:
    """A machine with the program that reads lines."""
    dos = prompt(board, width)
    dos.type(f"READ {size}\r")
    dos.says("\n:")
    return dos


def press(dos: Dos, keys: str) -> None:
    """Types, and waits until the guest has done it all."""
    dos.type(keys)
    dos.vm.run(frames=4)
    assert dos.vm.run(until=lambda _: dos.halts(), limit=60)


def read(dos: Dos, keys: str) -> str:
    """The line that the program gets."""
    press(dos, keys + "\r")
    rows = dos.rows()
    assert rows[-1] == ":"
    width = dos.byte("LINLEN")
    shown = ""
    for row in reversed(rows[:-1]):
        shown = (row if not shown else row.ljust(width)) + shown
        if row.startswith("["):
            break
    return shown[1:-1]
