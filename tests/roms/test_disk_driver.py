"""The disk ROM on both boards: the entries of the driver."""

import pytest

from machine.media.dsk import SECTOR_SIZE, SIZES, Disk, blank
from tests.support.disk_machine import (
    BOARDS,
    START,
    finish,
    memory,
    numbered,
    phydio,
    session,
    text,
    word,
)
from tests.support.floppies import RESULT, boot_disk


@pytest.mark.parametrize("board", BOARDS)
def test_dskio_reads_sectors_of_both_sides_and_two_tracks(board):
    program = START + phydio(0, 16, 111, 0x8000) + "         jp done"
    disk = numbered(boot_disk(program))
    with session(board, disk) as vm:
        assert finish(vm)[:3] == bytes((0, vm.peek(RESULT + 1), 16))
        loaded = memory(vm, 0x8000, 0x2000)
        assert loaded == b"".join(disk.read(111 + n) for n in range(16))


@pytest.mark.parametrize("board", BOARDS)
def test_dskio_reaches_memory_behind_its_own_rom(board):
    program = START + phydio(0, 34, 120, 0x3F00) + "         jp done"
    disk = numbered(boot_disk(program, dos=False))
    with session(board, disk) as vm:
        assert finish(vm)[0] == 0
        ram = vm.machine.devices["ram"]
        expected = b"".join(disk.read(120 + n) for n in range(34))[0x100:0x4100]
        assert ram_page_1(board, ram) == expected


EDGES = [0x3DFF, 0x3E00, 0x3E01, 0x3FFF, 0x4000, 0x4321, 0x7DFF, 0x7E00, 0x7E01, 0x7FFF, 0x8000]


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("stack", [0x9F00, 0xDF00], ids=hex)
def test_dskio_reaches_every_edge_of_page_1_with_the_stack_anywhere(board, stack):
    program = START + f"         ld sp,{stack}\n         call &F368\n"
    for index, address in enumerate(EDGES):
        for drive in (0, 1):
            move = phydio(drive, 2, 120 + 2 * index, address, write=bool(drive))
            program += move.replace("call &0144", "call &4010")
    target = blank()
    disk = numbered(boot_disk(program + "         jp done", dos=True))
    with session(board, disk, target) as vm:
        vm.machine.devices["disk-controller"].fast = True
        assert set(finish(vm)[: 6 * len(EDGES) : 3]) == {0}
        for sector in range(120, 120 + 2 * len(EDGES)):
            assert target.read(sector) == disk.read(sector)


def ram_page_1(board, ram):
    cells, at = (ram.cells, 0x4000) if board == "eb1" else (ram.state.data, 2 * 0x4000)
    return bytes(cells[at : at + 0x4000])


@pytest.mark.parametrize("board", BOARDS)
def test_dskio_writes_to_drive_b(board):
    program = START + phydio(1, 3, 719, 0x8000, write=True) + "         jp done"
    fill = "         ld hl,&8000\n         ld bc,&0600\nfill:    ld (hl),c\n         inc hl\n"
    fill += "         dec bc\n         ld a,b\n         or c\n         jr nz,fill\n"
    target = blank()
    with session(board, boot_disk(fill + program), target) as vm:
        assert finish(vm)[0] == 0
        assert sorted(target.overlay) == [719, 720, 721]
        assert target.read(720) == memory(vm, 0x8200, SECTOR_SIZE)


def test_dskio_verifies_if_asked():
    program = START + f"         ld a,1\n         ld (&F30D),a\n{phydio(1, 2, 50, 0x8000, True)}"
    target = blank()
    with session("eb1", boot_disk(program + "         jp done"), target) as vm:
        assert finish(vm)[0] == 0
        assert vm.machine.devices["drive-b"].reads == 2


@pytest.mark.parametrize(
    ("drive", "sector", "media", "disk", "code"),
    [
        (1, 0, 0xF9, None, 2),  # nothing in the drive
        (1, 0, 0xF9, Disk(bytes(737280), mode="read-only"), 0),
        (1, 729, 0xF9, Disk(bytes(368640)), 8),  # no such track on it
        (1, 1440, 0xF9, Disk(bytes(737280)), 8),  # beyond any disk
        (2, 0, 0xF9, None, 12),  # no such drive
        (1, 0, 0x12, Disk(bytes(737280)), 12),  # no such medium
    ],
)
def test_dskio_gives_the_documented_error_codes(drive, sector, media, disk, code):
    program = START + phydio(drive, 2, sector, 0x8000, True, media) + "         jp done"
    disks = [boot_disk(program)] + ([disk] if disk else [])
    with session("eb1", *disks) as vm:
        assert finish(vm)[:3] == bytes((0xFF, code, 0))


def test_dskio_counts_the_sectors_before_an_error():
    program = START + phydio(0, 5, 1437, 0x8000) + "         jp done"
    with session("eb1", boot_disk(program)) as vm:
        assert finish(vm)[:3] == bytes((0xFF, 8, 3))


def test_dskio_keeps_interrupts_as_they_were():
    program = START
    for switch in ("di", "ei"):
        program += f"""
         {switch}
         xor a
         ld bc,&01F9
         ld de,5
         ld hl,&8000
         call &4010
         ld a,i
         ld a,0
         jp po,off{switch}
         inc a
off{switch}: ld (iy + 0),a
         inc iy
"""
    with session("eb1", boot_disk(program + "         jp done")) as vm:
        assert finish(vm)[:2] == b"\x00\x01"


def test_time_goes_on_while_the_disk_works():
    start = "         ld a,&5A\n         ld (&D010),a\n"
    reads = phydio(0, 16, 200, 0x8000) * 5
    with session("eb1", boot_disk(start + START + reads + "         jp done")) as vm:
        assert vm.run(until=lambda vm: vm.peek(RESULT + 16) == 0x5A, limit=20)
        frames, jiffies = vm.frames, word(vm, 0xFC9E)
        finish(vm)
        frames, jiffies = vm.frames - frames, word(vm, 0xFC9E) - jiffies

    assert frames > 60
    assert jiffies > frames * 0.3  # the waits for a sector are with interrupts off


CHANGE = """
         ld a,1
         ld bc,&F9F9
         ld hl,&9000
         call &4013
         ld (&D001),a
         ld a,b
         ld (&D002),a
         sbc a,a
         ld (&D000),a
"""


def test_dskchg_sees_a_new_disk_once_and_renews_the_parameters():
    program = CHANGE + CHANGE.replace("D00", "D01") + "         jp done"
    with session("eb1", boot_disk(program), blank(368640)) as vm:
        found = finish(vm)

        assert (found[0], found[2]) == (0, 0xFF)
        assert (found[16], found[18]) == (0, 1)
        assert vm.peek(0x9001) == 0xF8


def test_dskchg_sees_a_new_disk_again_if_it_could_not_be_read():
    unreadable = "         ld hl,&0000\n         ld (&9000),hl\n"
    wait = "         ld a,&77\n         ld (&D020),a\nwait:    ld a,(&D021)\n         or a\n"
    wait += "         jr z,wait\n"
    program = CHANGE + unreadable + wait + CHANGE.replace("D00", "D01") + "         jp done"
    program = "         xor a\n         ld (&D021),a\n" + program
    target = Disk(bytes(368640))  # no medium has the descriptor 0
    with session("eb1", boot_disk(program), target) as vm:
        assert vm.run(until=lambda vm: vm.peek(0xD020) == 0x77, limit=20)
        assert vm.peek(RESULT) == 0xFF

        target.write(1, b"\xf8\xff\xff".ljust(SECTOR_SIZE, b"\0"))
        vm.poke(0xD021, 1)

        found = finish(vm)
        assert (found[16], found[18], vm.peek(0x9001)) == (0, 0xFF, 0xF8)


def test_dskchg_without_a_disk_is_an_error():
    with session("eb1", boot_disk(CHANGE + "         jp done")) as vm:
        assert finish(vm)[:2] == b"\xff\x02"


@pytest.mark.parametrize("size", SIZES)
def test_getdpb_agrees_with_the_boot_sector_of_every_format(size):
    geometry = blank(size).geometry
    program = f"""
         ld a,0
         ld bc,{geometry.media * 257}
         ld hl,&D000
         call &4016
         jp done
"""
    with session("eb1", boot_disk(program)) as vm:
        dpb = finish(vm)

    directory = 1 + 2 * geometry.fat
    data = directory + geometry.entries // 16
    clusters = (geometry.total - data) // geometry.cluster
    assert dpb[1:4] == bytes((geometry.media, 0, 2))
    assert dpb[4:6] == b"\x0f\x04"
    assert dpb[6:8] == bytes((geometry.cluster - 1, geometry.cluster))
    assert dpb[8:12] == bytes((1, 0, 2, geometry.entries))
    assert int.from_bytes(dpb[12:14], "little") == data
    assert int.from_bytes(dpb[14:16], "little") == clusters + 1
    assert dpb[16:19] == bytes((geometry.fat, directory, 0))


@pytest.mark.parametrize(("choice", "size"), [(1, 368640), (2, 737280)])
def test_dskfmt_makes_the_disk_that_a_blank_one_is(choice, size):
    program = f"""
         ld a,{choice}
         ld d,1
         ld hl,&8000
         ld bc,&1000
         call &401C
         ld (&D001),a
         sbc a,a
         ld (&D000),a
         jp done
"""
    target = Disk(b"\xaa" * size)
    with session("eb1", boot_disk(program), target) as vm:
        assert finish(vm, limit=120)[0] == 0

    made, expected = target.contents(), blank(size).contents()
    assert made[: 14 * SECTOR_SIZE] == expected[: 14 * SECTOR_SIZE]
    assert made == expected


def test_dskfmt_refuses_what_it_cannot_do():
    program = ""
    for number, (choice, drive) in enumerate([(3, 1), (1, 2), (2, 1)]):
        program += f"""
         ld a,{choice}
         ld d,{drive}
         call &401C
         ld ({RESULT + 2 * number + 1}),a
         sbc a,a
         ld ({RESULT + 2 * number}),a
"""
    protected = Disk(bytes(737280), mode="read-only")
    with session("eb1", boot_disk(program + "         jp done"), protected) as vm:
        assert finish(vm)[:6] == b"\xff\x0c\xff\x0c\xff\x00"


def test_format_asks_and_formats():
    target = Disk(bytes(737280))
    with session("eb1", boot_disk("         call &0147\n         jp done"), target) as vm:
        for question, answer in [("Drive", "b"), ("Double", "2"), ("lost", " ")]:
            assert vm.run(until=lambda vm, asked=question: asked in text(vm), limit=20), text(vm)
            vm.type(answer)
        finish(vm, limit=120)

        assert "Formatted" in text(vm)
    assert target.contents() == blank().contents()


def test_ctrl_stop_disturbs_no_transfer():
    program = START + phydio(0, 16, 111, 0x8000) * 3 + "         jp done"
    disk = numbered(boot_disk(program))
    with session("eb1", disk) as vm:
        assert vm.run(until=lambda vm: vm.peek(0xA000) == 0xFD, limit=20)
        vm.key("CTRL", down=True)
        vm.key("STOP", down=True)
        vm.run(seconds=1)
        vm.key("STOP", down=False)

        assert finish(vm)[0] == 0
        assert memory(vm, 0x8000, 0x2000) == b"".join(disk.read(111 + n) for n in range(16))


def test_choice_offers_the_two_formats():
    program = "         call &4019\n         ld de,&D000\n         ld bc,80\n         ldir\n"
    with session("eb1", boot_disk(program + "         jp done")) as vm:
        offered = finish(vm)[:80].split(b"\0")[0]

    assert offered.count(b"\r\n") == 2
    assert offered.startswith(b"1 - ")


def test_with_one_drive_the_other_disk_is_asked_for():
    program = f"""
         ld a,2
         ld (&FB21),a
{START}{phydio(1, 1, 7, 0x8000)}         jp done
"""
    other = blank()
    other.write(7, b"B" * SECTOR_SIZE)
    with session("eb1", boot_disk(program), keys=["CTRL"]) as vm:
        assert vm.run(until=lambda vm: "drive B" in text(vm), limit=20), text(vm)
        vm.key("CTRL", down=False)
        vm.run(seconds=0.5)
        vm.machine.insert("disk_a", other)
        vm.press("SPACE")

        assert finish(vm)[0] == 0
        assert memory(vm, 0x8000, 4) == b"BBBB"
