"""What is written in part waits in memory: when it comes to the disk, and which disk gets it."""

import pytest

from machine.media.dsk import Disk, blank
from tests.support.dos import Dos, disk_with, system_files
from tests.support.dos_level2 import at_prompt
from tests.support.dos_programs.program import DosProgram, call, control_block
from tests.support.trees import Volume, plant, tree

TEXT = b"first record, written in part".ljust(128, b".")
KEY = call(8)  # a console function: nothing has to come to the disk
DATA = control_block("fcb", "NEW     TXT", drive=2) + control_block("all", "?" * 11, drive=2)
DATA += f'text:    dm "{TEXT.decode()}"\npath:    dm "B:NEW.TXT"\n         db 0\nhandle:  db 0\n'
RECORDS = call(0x1A, de="text") + call(0x16, de="fcb") + call(0x15, de="fcb") * 3
HANDLE = f"""
{call(0x44, de="path", a=0, b=0)}         ld a,b
         ld (handle),a
{call(0x49, de="text", hl=len(TEXT))}"""
CLOSE_RECORDS = call(0x10, de="fcb")
CLOSE_HANDLE = f"         ld a,(handle)\n         ld b,a\n{call(0x45)}"
LEVELS = [
    pytest.param(RECORDS, CLOSE_RECORDS, 3, id="records"),
    pytest.param(HANDLE, CLOSE_HANDLE, 1, id="handle"),
]


def writes(source: str, target: Disk) -> Dos:
    """The guest when a program, with `target` in drive B, waits for its first key."""
    code = DosProgram("", source + "         jp 0\n" + DATA, "").code()
    dos = at_prompt(disk_with({**system_files(), "TEST.COM": code}))
    dos.vm.insert("disk_b", target)
    dos.type("TEST\r")
    dos.vm.run(seconds=3)
    return dos


@pytest.mark.parametrize(("write", "close", "count"), LEVELS)
def test_what_waits_comes_to_the_disk_by_closing(write, close, count):
    target = blank()
    place = Volume(target).data
    before = target.read(place)
    dos = writes(write + KEY + close + KEY, target)
    assert target.read(place) == before
    dos.vm.type(" ")
    dos.vm.run(seconds=3)

    assert tree(target) == {"NEW.TXT": TEXT * count}
    dos.vm.type(" ")
    dos.wait()


@pytest.mark.parametrize(("write", "close", "count"), LEVELS)
def test_what_waits_comes_to_the_disk_when_the_program_ends(write, close, count):
    target = blank()
    dos = writes(write + KEY, target)
    dos.vm.type(" ")
    dos.wait()

    volume = Volume(target)
    assert target.read(volume.data)[: len(TEXT) * count] == TEXT * count
    assert volume.following(2) >= 0xFF8


@pytest.mark.parametrize(("write", "close", "count"), LEVELS)
def test_another_disk_does_not_get_what_waits(write, close, count):
    other = blank()
    plant(other, {"FILE": b"there" * 900, "MORE": b"more" * 3000})
    before = other.contents()
    dos = writes(write + KEY + close + KEY, blank())
    dos.vm.insert("disk_b", other)
    dos.vm.type(" ")
    dos.vm.run(seconds=3)
    dos.vm.type(" ")
    dos.wait()

    assert other.contents() == before


def test_a_sector_of_a_directory_is_read_once_for_all_its_names():
    target = blank()
    plant(target, {f"F{n:03}.TXT": b"" for n in range(64)})
    search = f"""
{call(0x11, de="all")}
next:    or a
         jr nz,over
{call(0x12, de="all")}         jr next
over:
"""
    dos = writes(KEY + search + KEY, target)
    drive = dos.vm.machine.devices["drive-b"]
    before = drive.reads
    dos.vm.type(" ")
    dos.vm.run(seconds=3)

    assert drive.reads - before <= 2 + 64 // 16 + 1  # the disk's format, its entries, their end
    dos.vm.type(" ")
    dos.wait()
