"""Sub-ROM: block copies with files, through the disk system's BDOS."""

import random

import pytest

from machine.media.dsk import LARGEST, Disk, blank
from tests.roms.test_sub_copy import dots, packed
from tests.support.assembler import assemble
from tests.support.floppies import files, put_file
from tests.support.guest_calls import WORK
from tests.support.subrom import SubRom, started

NAME, ERROR, OUTPUT = 0xBE00, 0xBF00, 0x9000
ROWS = [[random.Random(y).randrange(16) for _ in range(33)] for y in range(21)]
PICTURE = packed(ROWS, 5)
TEXT = bytes(range(256)) * 3


@pytest.fixture
def disk() -> Disk:
    floppy = blank(LARGEST)
    put_file(floppy, 0, "TEST    PIC", PICTURE, [2])
    put_file(floppy, 1, "DATA       ", TEXT, [3])
    return floppy


@pytest.fixture
def sub(disk: Disk) -> SubRom:
    """A machine with the disk in drive A, whose error hook notes the number."""
    machine = started()
    machine.vm.insert_disk("a", disk)
    handler = assemble(f"        ld a,e\n        ld ({ERROR}),a\n        ret", 0xBF10)
    machine.vm.write(0xBF10, handler)
    machine.vm.poke(ERROR, 0)
    machine.vm.write(WORK["H.ERRO"], b"\xc3\x10\xbf")
    machine.mode(5)
    return machine


def copy(sub: SubRom, entry: str, name: bytes, **words: int) -> tuple[bool, int]:
    """Carry and error number of a copy."""
    sub.vm.write(NAME, name + b"\0")
    sub.set_words(**words)
    sub.set(CARG=0, L_OP=0)
    carry = sub.call(entry, hl=0xF562).carry
    sub.vm.run(frames=2)
    return carry, sub.vm.peek(ERROR)


@pytest.mark.parametrize("name", [b'"A:TEST.PIC"', b'"test.pic"', b"TEST.PIC"])
def test_a_picture_comes_from_a_file(sub: SubRom, name: bytes) -> None:
    assert copy(sub, "BLTVD", name, SX=NAME, DX=40, DY=50) == (False, 0)

    assert [row[40:73] for row in dots(sub, 5)[50:71]] == ROWS


def test_memory_comes_from_a_file(sub: SubRom) -> None:
    sub.vm.write(OUTPUT, b"\x55" * 600)

    assert copy(sub, "BLTMD", b'"DATA"', SX=NAME, DX=OUTPUT, DY=OUTPUT + 499) == (False, 0)
    assert sub.vm.read(OUTPUT, 501) == TEXT[:500] + b"\x55"


def test_a_short_file_leaves_the_rest_of_memory(sub: SubRom) -> None:
    sub.vm.write(OUTPUT, b"\x55" * 1024)

    assert copy(sub, "BLTMD", b'"DATA"', SX=NAME, DX=OUTPUT, DY=OUTPUT + 1023) == (False, 0)
    assert sub.vm.read(OUTPUT, 769) == TEXT + b"\x55"


def test_a_picture_goes_to_a_file_and_comes_back(sub: SubRom, disk: Disk) -> None:
    sub.vm.write(0xC800, PICTURE)
    sub.set_words(SX=0xC800, DX=7, DY=9)
    sub.call("BLTVM", hl=0xF562)

    done = copy(sub, "BLTDV", b'"OUT.PIC"', SX=7, SY=9, DX=NAME, NX=33, NY=21)
    assert done == (False, 0)
    assert files(disk)["OUT     PIC"] == PICTURE
    assert copy(sub, "BLTVD", b'"OUT.PIC"', SX=NAME, DX=100, DY=100) == (False, 0)
    assert [row[100:133] for row in dots(sub, 5)[100:121]] == ROWS


@pytest.mark.parametrize("length", [1, 128, 300, 5000])
def test_memory_goes_to_a_file(sub: SubRom, disk: Disk, length: int) -> None:
    data = random.Random(length).randbytes(length)
    sub.vm.write(OUTPUT, data)

    done = copy(sub, "BLTDM", b'"OUT"', SX=OUTPUT, SY=OUTPUT + length - 1, DX=NAME)
    assert done == (False, 0)
    assert files(disk)["OUT        "] == data


def test_a_full_disk_is_told(sub: SubRom, disk: Disk) -> None:
    put_file(disk, 2, "BIG     DAT", bytes(1024 * 700), range(4, 704))

    sub.vm.write(0x8000, bytes(0x3000))

    done = copy(sub, "BLTDM", b'"OUT"', SX=0x8000, SY=0x8000 + 0x2FFF, DX=NAME)
    assert done == (True, 66)
    kept = files(disk)["OUT        "]  # and the file system is whole
    assert kept == bytes(len(kept))


def test_a_file_that_is_not_there_raises_file_not_found(sub: SubRom) -> None:
    assert copy(sub, "BLTVD", b'"NOWHERE.PIC"', SX=NAME, DX=0, DY=0) == (True, 53)


def test_a_picture_cut_off_raises_input_past_end(sub: SubRom, disk: Disk) -> None:
    put_file(disk, 2, "CUT     PIC", PICTURE[:100], [4])

    assert copy(sub, "BLTVD", b'"CUT.PIC"', SX=NAME, DX=0, DY=0) == (True, 55)


@pytest.mark.parametrize("name", [b'""', b'".PIC"'])
def test_no_name_is_a_bad_file_name(sub: SubRom, name: bytes) -> None:
    assert copy(sub, "BLTVD", name, SX=NAME, DX=0, DY=0) == (True, 56)


def test_without_a_disk_system_the_disk_is_offline(sub: SubRom) -> None:
    sub.vm.poke(0xF37D, 0xC9)

    assert copy(sub, "BLTVD", b'"TEST.PIC"', SX=NAME, DX=0, DY=0) == (True, 70)


def test_the_nmi_hook_is_free_again_after_a_copy(sub: SubRom) -> None:
    copy(sub, "BLTVD", b'"TEST.PIC"', SX=NAME, DX=0, DY=0)

    assert sub.vm.peek(WORK["H.NMI"]) == 0xC9
