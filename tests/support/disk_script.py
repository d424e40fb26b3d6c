"""A program that does file operations from a list in memory: thousands of them without assembling."""

import struct
from dataclasses import dataclass

from machine.api import Session
from machine.media.dsk import Disk
from tests.support import dos_guest
from tests.support.assembler import assemble
from tests.support.disk_machine import text
from tests.support.trees import packed, plant

SCRIPT = 0xC200  # above the memory of programs, where the tests see it whatever page 1 shows
BUFFER = 0x3E00  # across the pages
ROOM = 0x3000  # bytes of one operation at most
SIZE = 32
BATCH = 200  # operations in the script's memory
CREATE, WRITE, DELETE, RENAME, CUT, READ = range(1, 7)

# An operation: number, name, new name or position (3) and length (2), seed; answer, count, sum.
_PROGRAM = f"""
         ld ix,{SCRIPT}
next:    ld a,(ix + 0)
         or a
         ret z
         push ix
         call one
         pop ix
         ld (ix + 26),a
         ld (ix + 27),l
         ld (ix + 28),h
         ld (ix + 29),e
         ld (ix + 30),d
         ld de,{SIZE}
         add ix,de
         jr next

one:     ld (here),ix
         push af
         push ix
         pop hl
         inc hl
         ld de,fcb + 1
         ld bc,11
         ldir
         ld (fcb + 12),bc
         pop af
         dec a
         jr z,create
         dec a
         jp z,write
         dec a
         ld c,&13
         jp z,plain
         dec a
         jp z,rename
         dec a
         jp z,cut
         call open
         ret nz
         ld de,{BUFFER}
         ld c,&1A
         call 5
         call length
         ld de,fcb
         ld c,&27
         call 5
         push af
         push hl
         ld b,h
         ld c,l
         ld hl,{BUFFER}
         ld de,0
sum:     ld a,b
         or c
         jr z,summed
         ld a,e
         add a,(hl)
         ld e,a
         ld a,d
         adc a,0
         rlc e
         rla
         ld d,a
         inc hl
         dec bc
         jr sum
summed:  pop hl
         pop af
         ret
rename:  push ix
         pop hl
         ld bc,12
         add hl,bc
         ld de,fcb + 17
         ld bc,11
         ldir
         ld c,&17
plain:   ld de,fcb
         call 5
         ld hl,0
         ld de,0
         ret
create:  ld c,&16
         call plain
         or a
         ret nz
         call place
         jr put
write:   call open
         ret nz
put:     call fill
         ld de,{BUFFER}
         ld c,&1A
         call 5
         call length
cutting: ld de,fcb
         ld c,&26
         call 5
         push af
         ld de,fcb
         ld c,&10
         call 5
         pop hl
         or h
         ld hl,0
         ld de,0
         ret
cut:     call open
         ret nz
         ld hl,0
         jr cutting
open:    ld c,&0F
         call plain
         or a
         ret nz
place:   ld ix,(here)
         ld hl,1
         ld (fcb + 14),hl
         ld l,(ix + 12)
         ld h,(ix + 13)
         ld (fcb + 33),hl
         ld l,(ix + 14)
         ld h,0
         ld (fcb + 35),hl
         xor a
         ret
length:  ld ix,(here)
         ld l,(ix + 15)
         ld h,(ix + 16)
         ret
fill:    call length
         ld b,h
         ld c,l
         ld e,(ix + 25)
         ld hl,{BUFFER}
fills:   ld a,b
         or c
         ret z
         ld (hl),e
         inc hl
         ld a,e
         add a,7
         add a,h
         ld e,a
         dec bc
         jr fills
here:    dw 0
fcb:     db {{drive}}
         ds 36
"""


@dataclass(frozen=True)
class Operation:
    """One operation on a file; `at` and `length` in bytes, `to` for RENAME."""

    what: int
    name: str
    at: int = 0
    length: int = 0
    seed: int = 0
    to: str = ""

    def row(self) -> bytes:
        """As the program wants it."""
        if self.what == RENAME:
            rest = packed(self.to)
        else:
            rest = struct.pack("<HBH", self.at & 0xFFFF, self.at >> 16, self.length)
        row = bytes((self.what,)) + packed(self.name) + rest
        return row.ljust(25, b"\0") + bytes((self.seed,)) + bytes(6)

    def data(self) -> bytes:
        """What CREATE and WRITE put into the file."""
        found, value = bytearray(), self.seed
        for n in range(self.length):
            found.append(value)
            value = value + 7 + ((BUFFER + n + 1) >> 8) & 0xFF
        return bytes(found)


def checksum(data: bytes) -> int:
    """The sum that READ answers."""
    low = high = 0
    for byte in data:
        total = low + byte
        low = total & 0xFF
        high += total >> 8
        carry = low >> 7
        low = (low << 1 | carry) & 0xFF
        high = (high << 1 | carry) & 0xFF
    return high << 8 | low


def begin(board: str, disk: Disk, operations: list[Operation]) -> Session:
    """A guest that begins to do operations on the disk in drive B."""
    assert len(operations) <= BATCH
    boot = dos_guest.boot_disk()
    plant(boot, {dos_guest.PROGRAM: assemble(_PROGRAM.format(drive=2), 0x100)})
    vm = dos_guest.started(board, boot, second=disk)
    vm.write(SCRIPT, b"".join(operation.row() for operation in operations) + bytes(SIZE))
    return vm


def perform(board: str, disk: Disk, operations: list[Operation]) -> list[tuple[int, int, int]]:
    """Does operations on a disk; returns A, HL and the sum of each."""
    vm = begin(board, disk, operations)
    done = vm.run(until=lambda vm: vm.peek(dos_guest.STATE) == dos_guest.ENDED, limit=600)
    assert done, text(vm)
    answers = []
    for index in range(len(operations)):
        row = vm.read(SCRIPT + index * SIZE + 26, 5)
        answers.append(struct.unpack("<BHH", row))
    return answers
