"""A whole machine with disks in its drives, and what programs on them reported."""

from machine.api import Session
from machine.media.dsk import SECTOR_SIZE
from tests.support.floppies import DONE, RESULT

BOARDS = ["eb1", "eb2"]
WAITING = "EightBox"


def session(board, *disks, keys=()):
    """A machine with disks in its drives and keys held down at power-on."""
    vm = Session(board)
    for name, disk in zip(("disk_a", "disk_b"), disks, strict=False):
        vm.machine.insert(name, disk)
    for key in keys:
        vm.key(key, down=True)
    vm.machine.reset()
    return vm


def memory(vm, address, count):
    return bytes(vm.peek(address + n) for n in range(count))


def word(vm, address):
    return int.from_bytes(memory(vm, address, 2), "little")


def finish(vm, limit=20):
    """Runs until the test program is done; returns its results."""
    assert vm.run(until=lambda vm: vm.peek(DONE) == 0xA5, limit=limit), text(vm)
    return memory(vm, RESULT, 256)


def text(vm):
    return "\n".join(line.rstrip() for line in vm.screen_text())


def waits(vm, limit=20):
    return vm.run(until=lambda vm: WAITING in text(vm), limit=limit)


def numbered(disk, first=100, count=400):
    """Gives sectors their own number as contents."""
    for sector in range(first, first + count):
        disk.write(sector, sector.to_bytes(2, "big") * (SECTOR_SIZE // 2))
    return disk


def bdos(function, **registers):
    """Calls a function of the kernel."""
    loads = "".join(f"         ld {name},{value}\n" for name, value in registers.items())
    return f"{loads}         ld c,{function}\n         call &F37D\n"


def keep(at):
    """Notes A and HL."""
    return f"         ld ({RESULT + at}),a\n         ld ({RESULT + at + 1}),hl\n"


FCB = """
fcb:     db 0
         dm "{name}"
         ds 25
         db 0
"""


def phydio(drive, count, sector, address, write=False, media=0xF9):
    """Calls PHYDIO; the result goes to the address in IY, carry, A, B, and IY goes on."""
    return f"""
         ld a,{drive}
         ld bc,{count * 256 + media}
         ld de,{sector}
         ld hl,{address}
         {"scf" if write else "or a"}
         push iy
         call &0144
         pop iy
         ld (iy + 1),a
         ld (iy + 2),b
         sbc a,a
         ld (iy + 0),a
         inc iy
         inc iy
         inc iy
"""


START = f"         ld iy,{RESULT}\n"
