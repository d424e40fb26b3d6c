"""The disk ROM on both boards: the start from a disk, and without one."""

import pytest

from machine.media.dsk import SECTOR_SIZE, SIZES, Disk, blank
from tests.support.assembler import assemble
from tests.support.disk_machine import (
    BOARDS,
    finish,
    memory,
    session,
    text,
    waits,
    word,
)
from tests.support.floppies import boot_disk


@pytest.mark.parametrize("board", BOARDS)
def test_a_boot_sector_gets_its_two_calls_as_documented(board):
    source = """
         db &EB,&FE,&90
         ds &C01E - $
         jr c,second
         ld (&D000),a
         ld (&D001),hl
         ld (&D003),de
         in a,(&A8)
         ld (&D005),a
         ret
second:  ld (&D010),a
         ld (&D011),hl
         ld (&D013),de
         in a,(&A8)
         ld (&D015),a
         ld a,&A5
         ld (&CFFF),a
stop:    jr stop
"""
    disk = blank()
    disk.write(0, assemble(source, 0xC000).ljust(SECTOR_SIZE, b"\0"))
    with session(board, disk) as vm:
        found = finish(vm)

        assert found[0:5] == found[16:21] == bytes.fromhex("00 23f3 68f3")
        assert found[5] & 0x0F == 0x0C  # main ROM in page 0, disk ROM in page 1
        assert found[21] & 0x03 == 3  # RAM in page 0
        assert memory(vm, 0x0005, 3) == bytes.fromhex("c37df3")


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("size", SIZES)
def test_a_disk_of_every_size_starts(board, size):
    disk = blank(size)
    disk.write(0, b"\xeb\xfe\x90".ljust(0x1E, b"\0") + bytes.fromhex("3ea532ffcf18fe").ljust(482))
    with session(board, disk) as vm:
        finish(vm)


@pytest.mark.parametrize("board", BOARDS)
def test_without_a_disk_the_main_rom_waits(board):
    with session(board) as vm:
        assert waits(vm)


@pytest.mark.parametrize("board", BOARDS)
def test_a_disk_that_declines_leaves_the_machine_waiting(board):
    with session(board, blank()) as vm:
        assert waits(vm)


@pytest.mark.parametrize("board", BOARDS)
def test_a_disk_without_a_boot_sector_leaves_the_machine_waiting(board):
    with session(board, Disk(bytes(737280))) as vm:
        assert waits(vm)


@pytest.mark.parametrize("board", BOARDS)
def test_a_program_can_give_up_for_the_prompt(board):
    program = "call &F368\n         jp &4022\n"
    for dos in (False, True):
        with session(board, boot_disk(program, dos)) as vm:
            assert waits(vm)
            vm.run(seconds=1)
            vm.type("HELLO")
            assert vm.run(until=lambda vm: "HELLO" in text(vm), limit=5)


def test_shift_at_power_on_keeps_the_disk_system_out():
    with session("eb1", boot_disk("nop"), keys=["SHIFT"]) as vm:
        assert waits(vm)
        assert word(vm, 0xFC4A) == 0xF380
        assert vm.peek(0xFFA7) == 0xC9


@pytest.mark.parametrize(("keys", "drives"), [((), 2), (("CTRL",), 1)])
def test_ctrl_at_power_on_leaves_one_drive(keys, drives):
    with session("eb1", boot_disk("nop"), keys=keys) as vm:
        finish(vm)
        assert (vm.peek(0xF347), vm.peek(0xFB21)) == (drives, drives)


def test_the_motor_stops_four_seconds_after_the_last_access():
    with session("eb1", boot_disk("nop")) as vm:
        finish(vm)
        drive = vm.machine.devices["drive-a"]
        vm.run(seconds=3.5)
        assert drive.motor
        vm.run(seconds=1)
        assert not drive.motor


def test_a_disk_that_declined_is_not_read_again():
    with session("eb1", blank()) as vm:
        assert waits(vm)
        vm.run(seconds=1)
        reads = vm.machine.devices["drive-a"].reads

        vm.run(seconds=10)

        assert vm.machine.devices["drive-a"].reads == reads > 0
