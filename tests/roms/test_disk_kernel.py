"""The kernel's functions that print, read keys, read files and move sectors."""

import pytest

from machine.media.dsk import blank
from tests.support.disk_machine import (
    BOARDS,
    FCB,
    START,
    bdos,
    finish,
    keep,
    memory,
    numbered,
    phydio,
    session,
    text,
    word,
)
from tests.support.floppies import RESULT, boot_disk, put_file


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("dos", [False, True])
def test_the_kernel_prints(board, dos):
    program = bdos(9, de="text") + bdos(2, e='"!"') + '         jp done\ntext:    dm "Hi there$"\n'
    with session(board, boot_disk(program, dos)) as vm:
        finish(vm)
        assert "Hi there!" in text(vm)


@pytest.mark.parametrize("board", BOARDS)
def test_a_program_that_needs_no_disk_any_more_may_take_the_memory_below_f1c9(board):
    program = (
        bdos(9, de="text")
        + """
         ld hl,&E180
         ld de,&E181
         ld bc,&F1C8 - &E180
         ld (hl),&FF
         ldir
         ei
         ld b,250
wait:    halt
         djnz wait
         ld b,250
again:   halt
         djnz again
         jp done
text:    dm "Hi$"
"""
    )
    with session(board, boot_disk(program)) as vm:
        finish(vm)
        assert "Hi" in text(vm)


def test_the_kernel_reads_keys_and_lines():
    program = bdos(11) + keep(0) + bdos(8) + keep(3) + bdos(11) + keep(6)
    program += bdos(10, de="line") + "         jp done\nline:    db 6\n         ds 8\n"
    disk = boot_disk(program, dos=True)
    with session("eb1", disk) as vm:
        vm.run(seconds=3)
        vm.type("xABC\x08Dlonger\r")
        found = finish(vm)

        assert (found[0], found[3], found[6]) == (0, ord("x"), 0xFF)
        program_end = memory(vm, 0xA000, 512)
        assert b"\x06\x05ABDlo\r" in program_end


@pytest.mark.parametrize("dos", [False, True])
def test_the_kernel_reads_and_writes_logical_sectors_of_all_pages(dos):
    program = bdos(0x1A, de="&7F00") + bdos(0x2F, de=150, hl="&0301") + keep(0)
    program += bdos(0x30, de=160, hl="&0301") + keep(3) + "         jp done"
    source, target = boot_disk(program, dos), numbered(blank())
    with session("eb2", source, target) as vm:
        assert finish(vm)[0] == 0
        assert [target.read(160 + n) for n in range(3)] == [target.read(150 + n) for n in range(3)]


def contents(size, seed=7):
    return bytes((n * seed + n // 251) & 0xFF for n in range(size))


@pytest.mark.parametrize("dos", [False, True])
@pytest.mark.parametrize("size", [1, 511, 512, 1024, 1500, 20000])
def test_a_file_is_read_by_one_random_block_read(dos, size):
    data = contents(size)
    clusters = [90 + n * 3 % 41 for n in range(-(-size // 1024))]
    program = bdos(15, de="fcb") + keep(0) + bdos(0x1A, de="&4100")
    program += "         ld hl,1\n         ld (fcb + 14),hl\n         ld hl,0\n"
    program += "         ld (fcb + 33),hl\n         ld (fcb + 35),hl\n"
    program += bdos(0x27, de="fcb", hl="&5E00") + keep(3)
    program += "         ld hl,&4100\n         ld bc,20000\nsum:     ld a,(hl)\n         jp done\n"
    disk = boot_disk(program + FCB.format(name="GAME    BIN"), dos)
    put_file(disk, 0, "OTHER   TXT", b"no", [5])
    put_file(disk, 37, "GAME    BIN", data, clusters)
    with session("eb1", disk) as vm:
        found = finish(vm)

        assert found[0] == 0
        assert (found[3], word(vm, RESULT + 4)) == (1, size)
        ram = vm.machine.devices["ram"].cells
        assert bytes(ram[0x4100 : 0x4100 + size]) == data


def test_random_blocks_of_any_record_size_from_any_place():
    data = contents(9000)
    cases = [(1, 100, 0), (7, 50, 3), (128, 10, 5), (513, 4, 9), (1000, 5, 6), (2048, 3, 3)]
    program = bdos(15, de="fcb") + bdos(0x1A, de="&4000")
    for index, (size, count, first) in enumerate(cases):
        program += f"         ld hl,{size}\n         ld (fcb + 14),hl\n         ld hl,{first}\n"
        program += "         ld (fcb + 33),hl\n         ld hl,0\n         ld (fcb + 35),hl\n"
        program += bdos(0x1A, de=f"{0x4000 + index * 0x0A00 if index < 5 else 0x7800}")
        program += bdos(0x27, de="fcb", hl=count) + keep(index * 8)
        program += f"         ld hl,(fcb + 33)\n         ld ({RESULT + index * 8 + 3}),hl\n"
    disk = boot_disk(program + "         jp done\n" + FCB.format(name="DATA    BIN"), dos=True)
    put_file(disk, 3, "DATA    BIN", data, [400, 20, 21, 22, 700, 30, 9, 8, 7])
    with session("eb1", disk) as vm:
        found = finish(vm)

        ram = bytes(vm.machine.devices["ram"].cells)
        for index, (size, count, first) in enumerate(cases):
            wanted = data[size * first : size * (first + count)]
            records = -(-len(wanted) // size)
            at = 0x4000 + index * 0x0A00 if index < 5 else 0x7800
            row = found[index * 8 :]
            assert row[0] == (len(wanted) < size * count)
            assert int.from_bytes(row[1:3], "little") == records
            assert int.from_bytes(row[3:5], "little") == first + records
            filled = wanted.ljust(records * size, b"\0")
            shown = min(len(filled), 0x0A00)
            assert ram[at : at + shown] == filled[:shown], (size, count, first)


def test_a_file_is_read_by_sequential_and_by_random_records():
    data = contents(300)
    program = bdos(15, de="fcb") + bdos(0x1A, de="&8000")
    for index in range(4):
        program += bdos(20, de="fcb") + keep(index * 3)
        program += f"         ld hl,&8000\n         ld de,{0x8200 + index * 128}\n"
        program += "         ld bc,128\n         ldir\n"
    program += "         ld hl,1\n         ld (fcb + 33),hl\n" + bdos(0x21, de="fcb") + keep(12)
    disk = boot_disk(program + "         jp done\n" + FCB.format(name="DATA    BIN"))
    put_file(disk, 0, "DATA    BIN", data, [300])
    with session("eb1", disk) as vm:
        found = finish(vm)

        assert [found[index] for index in (0, 3, 6, 9, 12)] == [0, 0, 0, 1, 0]
        assert memory(vm, 0x8200, 384) == data.ljust(384, b"\0")
        assert memory(vm, 0x8000, 128) == data[128:256]


def test_a_missing_file_is_not_opened():
    program = bdos(15, de="fcb") + keep(0) + "         jp done\n" + FCB.format(name="NOTHERE    ")
    with session("eb1", boot_disk(program, dos=True)) as vm:
        assert finish(vm)[0] == 0xFF


def test_search_finds_all_that_fit_a_pattern_and_no_more():
    program = bdos(0x1A, de="&8000") + bdos(0x11, de="fcb") + keep(0)
    for index in range(3):
        program += f"         ld hl,&8001\n         ld de,{0x8100 + index * 16}\n"
        program += "         ld bc,11\n         ldir\n" + bdos(0x12) + keep(index * 3 + 3)
    disk = boot_disk(program + "         jp done\n" + FCB.format(name="A???????COM"), dos=True)
    for entry, name in [
        (0, "ABC     COM"),
        (1, "ABC     TXT"),
        (20, "A       COM"),
        (40, "BA      COM"),
    ]:
        put_file(disk, entry, name, b"x", [50 + entry])
    with session("eb1", disk) as vm:
        found = finish(vm)

        assert [found[index] for index in (0, 3, 6)] == [0, 0, 0xFF]
        assert [memory(vm, 0x8100 + n * 16, 11) for n in (0, 1)] == [b"ABC     COM", b"A       COM"]


def test_the_kernel_knows_its_drives():
    program = bdos(0x19) + keep(0) + bdos(0x0E, e=1) + keep(3) + bdos(0x19) + keep(6)
    program += bdos(0x18) + keep(9) + bdos(0x0C) + keep(12) + bdos(0x0D) + bdos(0x19) + keep(15)
    program += bdos(0x1B, e=0) + keep(18)
    program += "         ld (&D020),de\n         ld (&D022),bc\n         ld (&D024),ix\n"
    disk = boot_disk(program + "         jp done", dos=True)
    put_file(disk, 0, "DATA    BIN", bytes(5000), [2, 3, 4, 5, 6])
    with session("eb1", disk) as vm:
        found = finish(vm)

    assert [found[n] for n in (0, 3, 6, 9, 12, 15, 18)] == [0, 2, 1, 3, 0x22, 0, 2]
    assert [int.from_bytes(found[n : n + 2], "little") for n in (19, 32, 34, 36)] == [
        708, 713, 512, 0xF197,
    ]  # fmt: skip


def test_a_program_may_read_and_write_sectors_itself_between_functions():
    search = bdos(0x11, de="fcb")
    program = f"""
         ld ix,(&F351)
         ld (buffer + 1),ix
{search}{keep(12)}
{START}{phydio(0, 1, 50, 0x9000)}{phydio(0, 1, 7, 0x8000)}
         ld hl,&8000
         ld (hl),&E5
{phydio(0, 1, 7, 0x8000, write=True)}
{search}{keep(16)}
         ld hl,&8000
         ld (hl),"D"
{phydio(0, 1, 7, 0x8000, write=True)}
{search}{keep(19)}
         or a
         ld a,0
         ld bc,&01F9
         ld de,50
buffer:  ld hl,0
         call &0144
{search}{keep(22)}
         jp done
{FCB.format(name="DATA    BIN")}"""
    disk = boot_disk(program)
    put_file(disk, 0, "DATA    BIN", bytes(100), [2])
    with session("eb1", disk) as vm:
        found = finish(vm)

    assert [found[n] for n in (12, 16, 19, 22)] == [0, 0xFF, 0, 0]


@pytest.mark.parametrize("board", BOARDS)
def test_information_about_a_disk_gives_its_parameters_and_its_fat(board):
    program = bdos(0x1B, e=0) + "         ld (&D000),ix\n         ld (&D002),iy\n"
    program += """
         push iy
         pop hl
         ld de,&D004
         ld bc,8
         ldir
         jp done
"""
    disk = boot_disk(program, dos=True)
    with session(board, disk) as vm:
        found = finish(vm)

    assert int.from_bytes(found[0:2], "little") == word(vm, 0xF355)
    assert found[4:12] == disk.read(1)[:8]


def test_a_disk_error_goes_to_the_programs_routine():
    program = f"""
         ld hl,cell
         ld ({0xF323}),hl
{bdos(0x1A, de="&8000")}{bdos(0x2F, de=0, hl="&0101")}{keep(0)}
         jp done
cell:    dw failed
failed:  ld (&D010),a
         ld a,c
         ld (&D011),a
         ld hl,count
         inc (hl)
         ld a,(hl)
         ld (&D012),a
         ld c,1
         cp 3
         ret nz
         inc c
         ret
count:   db 0
"""
    with session("eb1", boot_disk(program, dos=True)) as vm:
        found = finish(vm)

    assert found[0] == 0xFF
    assert found[16:19] == b"\x01\x02\x03"  # drive B, not ready while reading, three tries


def test_functions_that_are_not_there_say_so():
    program = bdos(0x1C, de=0) + keep(0) + bdos(0x70) + keep(3) + "         jp done\n"
    with session("eb1", boot_disk(program)) as vm:
        found = finish(vm)

    assert (found[0], found[3]) == (0, 0)
