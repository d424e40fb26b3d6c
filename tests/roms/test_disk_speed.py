"""How long files take: as on a real drive, or no time with fast disks."""

import pytest

from machine.media.dsk import blank
from tests.support import dos_guest
from tests.support.dos_programs.program import DosProgram, call, control_block
from tests.support.trees import plant, tree

SIZE = 15872
TURNS = 5  # a second
TRACK = 9 * 512  # bytes of a side
FCB = control_block("fcb", "BIG     BIN", drive=2)
START = "         ld hl,1\n         ld (fcb + 14),hl\n         dec hl\n         ld (fcb + 33),hl\n"
READ = (
    call(0x1A, de="&8000")
    + call(0x0F, de="fcb")
    + START
    + call(0x27, de="fcb", hl=SIZE)
    + "         ret\n"
    + FCB
)
WRITE = (
    call(0x1A, de="&8000")
    + call(0x16, de="fcb")
    + START
    + call(0x26, de="fcb", hl=SIZE)
    + call(0x10, de="fcb")
    + "         ret\n"
    + FCB
)


def bytes_a_second(source, fast):
    """The speed of a program that moves SIZE bytes of BIG.BIN, in emulated time."""
    target = blank()
    if source is READ:
        plant(target, {"BIG.BIN": bytes(SIZE)})
    disk = dos_guest.boot_disk()
    plant(disk, {dos_guest.PROGRAM: DosProgram("", source, "").code()})
    vm = dos_guest.started("eb1", disk, second=target)
    assert vm.run(until=lambda vm: vm.peek(dos_guest.STATE) == dos_guest.RUNS, limit=20)
    vm.machine.fast_disks = fast
    start = vm.seconds
    assert vm.run(until=lambda vm: vm.peek(dos_guest.STATE) == dos_guest.ENDED, limit=60)
    vm.machine.fast_disks = True
    assert len(tree(target)["BIG.BIN"]) == SIZE
    return SIZE / (vm.seconds - start)


@pytest.mark.parametrize(("source", "least"), [(READ, 12000), (WRITE, 6000)], ids=["read", "write"])
def test_a_real_drive_moves_a_file_at_no_more_than_a_track_a_turn(source, least):
    assert least < bytes_a_second(source, fast=False) <= TURNS * TRACK


@pytest.mark.parametrize("source", [READ, WRITE], ids=["read", "write"])
def test_a_fast_disk_is_faster_than_any_drive(source):
    assert bytes_a_second(source, fast=True) > 1.5 * TURNS * TRACK
