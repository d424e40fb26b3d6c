"""How long files take: as on a real drive, wherever their memory is, or no time with fast disks."""

from functools import cache

import pytest

from machine.media.dsk import blank
from tests.support import dos_guest, dos_level2
from tests.support.dos import system_files
from tests.support.dos_programs.program import DosProgram, call, control_block
from tests.support.pattern import fill, pattern
from tests.support.trees import plant, tree

SIZE = 15872
FILE = pattern(SIZE)
TURNS = 5  # a second
TRACK = 9 * 512  # bytes of a side
READS = {0x14, 0x27, 0x48}  # functions
PAGES = [0x0400, 0x4000, 0x8000]  # page 3 has no room for SIZE bytes
STEP = dos_guest.PLACE + 0x98  # 1: the program has begun, 2: it is over
FCB = control_block("fcb", "BIG     BIN", drive=2)
PATH = 'path:    dm "B:BIG.BIN"\n         db 0\n'
START = "         ld hl,1\n         ld (fcb + 14),hl\n         dec hl\n         ld (fcb + 33),hl\n"


def compare(address: int) -> str:
    """The sum of the file's bytes at `address`, to STEP + 1."""
    return f"""
         ld hl,{address}
         ld bc,{SIZE}
         ld de,0
sum:     ld a,(hl)
         add a,e
         ld e,a
         jr nc,sum.low
         inc d
sum.low: inc hl
         dec bc
         ld a,b
         or c
         jr nz,sum
         ld ({STEP + 1}),de
"""


def step(number: int) -> str:
    """Tells the test where the program is."""
    return f"         ld a,{number}\n         ld ({STEP}),a\n"


def records(function: int, address: int) -> str:
    """Opens and reads (27h), or makes and writes (26h) and closes, by an FCB."""
    moved = call(function, de="fcb", hl=SIZE)
    if function == 0x27:
        return call(0x1A, de=address) + call(0x0F, de="fcb") + START + moved
    return call(0x1A, de=address) + call(0x16, de="fcb") + START + moved + call(0x10, de="fcb")


def single(function: int, address: int) -> str:
    """Opens and reads (14h), or makes and writes (15h) and closes, a record of 128 bytes a call."""
    each = f"""
         ld hl,{address}
each:    push hl
         ex de,hl
         ld c,{0x1A}
         call BDOS
{call(function, de="fcb")}         pop hl
         ld de,128
         add hl,de
         ld a,h
         cp {(address + SIZE) >> 8}
         jr nz,each
"""
    if function == 0x14:
        return call(0x0F, de="fcb") + each
    return call(0x16, de="fcb") + each + call(0x10, de="fcb")


def handle(function: int, address: int) -> str:
    """Opens and reads (48h), or makes and writes (49h) and closes, by a handle."""
    opened = call(0x43, de="path", a=0) if function == 0x48 else call(0x44, de="path", a=0, b=0)
    return f"""
{opened}         ld a,b
         ld (handle),a
         ld de,{address}
         ld hl,{SIZE}
         ld c,{function}
         call BDOS
         ld a,(handle)
         ld b,a
{call(0x45)}"""


def program(function: int, address: int) -> bytes:
    """Moves BIG.BIN of drive B once."""
    writes = function not in READS
    kind = single if function in (0x14, 0x15) else records if function < 0x40 else handle
    moves = kind(function, address)
    before, after = (fill(address, SIZE), "") if writes else ("", compare(address))
    source = before + step(1) + moves + step(2) + after + step(3) + "         ret\n"
    return DosProgram("", source + FCB + PATH + "handle:  db 0\n", "").code()


@cache
def bytes_a_second(board: str, function: int, address: int, fast: bool = False) -> float:
    """The speed of `program`, in emulated time; what it moved is asserted to be FILE."""
    target = blank()
    if function in READS:
        plant(target, {"BIG.BIN": FILE})
    code = program(function, address)
    if function < 0x40:
        disk = dos_guest.boot_disk()
        plant(disk, {dos_guest.PROGRAM: code})
        vm = dos_guest.started(board, disk, second=target)
    else:
        disk = dos_level2.disk_with({**system_files(), "TEST.COM": code})
        vm = dos_level2.at_prompt(disk).vm
        vm.insert("disk_b", target)
        vm.type("TEST\r")
    vm.poke(STEP, 0)
    assert vm.run(until=lambda vm: vm.peek(STEP) >= 1, limit=20)
    vm.machine.fast_disks = fast
    start = vm.seconds
    assert vm.run(until=lambda vm: vm.peek(STEP) >= 2, limit=60)
    end = vm.seconds
    vm.machine.fast_disks = True
    assert vm.run(until=lambda vm: vm.peek(STEP) == 3, limit=20)
    assert tree(target)["BIG.BIN"] == FILE
    if function in READS:
        assert int.from_bytes(vm.read(STEP + 1, 2), "little") == sum(FILE) & 0xFFFF
    return SIZE / (end - start)


LEAST = {0x26: 8000, 0x27: 12000, 0x48: 12000, 0x49: 8000}
CASES = [("eb1", 0x26), ("eb1", 0x27), ("eb2", 0x26), ("eb2", 0x27), ("eb2", 0x48), ("eb2", 0x49)]


@pytest.mark.parametrize("address", PAGES, ids=hex)
@pytest.mark.parametrize(("board", "function"), CASES)
def test_a_real_drive_moves_a_file_at_no_more_than_a_track_a_turn(board, function, address):
    assert LEAST[function] < bytes_a_second(board, function, address) <= TURNS * TRACK


@pytest.mark.parametrize("function", [0x14, 0x15])
def test_records_one_by_one_take_a_turn_for_each_sector(function):
    assert bytes_a_second("eb1", function, 0x8000) > 0.8 * TURNS * 512


@pytest.mark.parametrize("function", [0x26, 0x27])
def test_a_fast_disk_is_faster_than_any_drive(function):
    assert bytes_a_second("eb1", function, 0x8000, fast=True) > 1.5 * TURNS * TRACK
