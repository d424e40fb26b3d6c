"""Drive B of a machine with one drive: the disks take turns."""

import pytest

from machine.media.dsk import blank
from tests.support.disk_machine import BOARDS, bdos, finish, memory, numbered, session, text
from tests.support.floppies import boot_disk

FITTED = 0xEE51  # DRV.FITTED of roms/disk/work.inc: the drives that were found
ASKS = "Insert the disk for drive"


def read(drive, sector, address):
    return bdos(0x1A, de=address) + bdos(0x2F, de=sector, hl=f"&010{drive}")


def asked(vm, drive):
    words = f"{ASKS} {drive}"
    assert vm.run(until=lambda vm: words in " ".join(text(vm).split()), limit=30), text(vm)


@pytest.mark.parametrize("board", BOARDS)
def test_the_disk_of_the_other_drive_is_asked_for_and_read(board):
    second = numbered(blank())
    program = (
        f"         ld a,1\n         ld ({FITTED}),a\n" + read(1, 100, 0x8000) + read(1, 101, 0x8200)
    )
    program += read(0, 102, 0x8400)
    first = numbered(boot_disk(program + "         jp done\n", dos=True), count=200)
    second.write(100, b"B" * 512)
    second.write(101, b"b" * 512)
    with session(board, first) as vm:
        vm.machine.devices["disk-controller"].fast = True
        asked(vm, "B")
        vm.machine.insert("disk_a", second)
        vm.type(" ")
        asked(vm, "A")
        assert memory(vm, 0x8000, 512) == b"B" * 512
        assert memory(vm, 0x8200, 512) == b"b" * 512
        vm.machine.insert("disk_a", first)
        vm.type(" ")
        finish(vm)
        assert memory(vm, 0x8400, 512) == bytes((0, 102)) * 256
