"""What level 2 leaves on disks, and what it does with broken ones and with others than it had."""

import pytest

from machine.media.dsk import Disk, blank
from tests.support.dos import Dos, system_files
from tests.support.dos_guest import PROGRAM
from tests.support.dos_level2 import at_prompt
from tests.support.dos_programs import all_programs
from tests.support.dos_programs.calls import call, program, texts
from tests.support.dos_programs.program import DosProgram
from tests.support.fat_tools import complaints, mtool, needs_fsck, needs_mtools
from tests.support.trees import Volume, plant, tree


def writing() -> list[DosProgram]:
    """The programs of level 2 that change a disk and end by themselves."""
    return [item for item in all_programs() if item.level == 2 and item.after and not item.typed]


def start(disk: Disk, source: str) -> Dos:
    """The guest with a program of these calls on its disk, started."""
    plant(disk, {**system_files(), PROGRAM: DosProgram("", source, "").code()})
    dos = at_prompt(disk)
    dos.type("TEST\r")
    return dos


@needs_fsck
@pytest.mark.parametrize("item", writing(), ids=lambda item: item.name)
def test_fsck_has_no_complaint_of_what_a_program_leaves(item, tmp_path):
    disk = blank(737280)
    plant(disk, item.files)
    dos = start(disk, item.source)
    dos.wait(60)

    assert complaints(disk.contents(), tmp_path) == []


@needs_mtools
def test_mtools_read_files_in_folders_that_the_guest_made(tmp_path):
    disk = blank(737280)
    source = program(
        call(0x44, shows="", a=0, b=0x10, de="folder"),
        call(0x44, shows="", a=0, b=0, de="name", keep="handle"),
        call(0x49, shows="", b="(handle)", de=0x100, hl=5000),
        call(0x45, shows="", b="(handle)"),
        data=texts(folder="FOLDER", name="FOLDER\\DATA.BIN") + "handle: db 0\n",
    )
    start(disk, source).wait(60)
    image = tmp_path / "disk.dsk"
    image.write_bytes(disk.contents())

    data = mtool("mtype", image, "::FOLDER/DATA.BIN")

    code = DosProgram("", source, "").code()
    assert len(data) == 5000
    assert data[:64] == code[:64]


TRIES = program(
    call(0x5A, de="folder"),
    """
         ld bc,2000
         ld de,all
         ld ix,block
         push bc
         ld b,&16
         ld c,&40
look:    call BDOS
         pop bc
         or a
         jr nz,looked
         dec bc
         ld a,b
         or c
         jr z,looked
         push bc
         ld ix,block
         ld c,&41
         jr look
looked:
""",
    call(0x59, b=0, de=0x3000),
    call(0x43, shows="a", a=0, de="file", keep="handle"),
    """
         ld a,(r.a)
         or a
         jr z,opened
         ld a,63              ; no handle
         ld (handle),a
opened:
""",
    call(0x48, shows="a hl", b="(handle)", de=0x3000, hl=0x5000),
    call(0x4A, shows="a", a=2, b="(handle)", de=0, hl=0),
    call(0x49, shows="a hl", b="(handle)", de=0x3000, hl=0x1000),
    call(0x45, b="(handle)"),
    call(0x5A, de="root"),
    call(0x4F, de="file2", hl="folder"),
    call(0x44, shows="a", a=0, b=0x10, de="new"),
    call(0x4D, de="file"),
    call(0x4D, de="folder"),
    "         ld de,done\n         ld c,9\n         call BDOS\n",
    data=texts(
        folder="FOLDER",
        all="*.*",
        file="\\FOLDER\\FILE",
        file2="\\FILE2",
        root="\\",
        new="FOLDER\\NEW",
    )
    + 'handle: db 0\nblock: ds 64\ndone: dm "all done$"\n',
)


def circle(volume: Volume, folder: int, file: int) -> None:
    """The folder's chain goes in a circle, and every entry of it is used."""
    volume.link(folder, folder)
    place = volume.place(folder)
    for at in range(3 * 32, volume.step, 32):
        volume.image[place + at : place + at + 11] = b"X%-10d" % at


def file_circle(volume: Volume, folder: int, file: int) -> None:
    """The file's chain goes in a circle."""
    volume.link(list(volume.chain(file))[-1], file)


def short(volume: Volume, folder: int, file: int) -> None:
    """The file has fewer clusters than its size says."""
    volume.link(file, 0xFFF)


def beyond(volume: Volume, folder: int, file: int) -> None:
    """The chain leads to a cluster that there is not."""
    volume.link(file, 0xFE0)


def parent(volume: Volume, folder: int, file: int) -> None:
    """The folder is its own parent."""
    at = volume.place(folder) + 32 + 26
    volume.image[at : at + 2] = folder.to_bytes(2, "little")


def nowhere(volume: Volume, folder: int, file: int) -> None:
    """The folder begins at a cluster that there is not."""
    at = volume.directory * 512
    root = volume.image[at : at + 7 * 512]
    entry = root.index(b"FOLDER     \x10")
    volume.image[at + entry + 26 : at + entry + 28] = b"\xe0\x0f"


def huge(volume: Volume, folder: int, file: int) -> None:
    """The file's size is that of no disk."""
    at = volume.place(folder) + 2 * 32 + 28
    volume.image[at : at + 4] = b"\xff\xff\xff\xff"


@pytest.mark.parametrize(
    "damage",
    [circle, file_circle, short, beyond, parent, nowhere, huge],
    ids=lambda damage: damage.__name__,
)
def test_a_broken_file_system_ends_no_program_and_spares_other_files(damage):
    disk = blank(737280)
    other = bytes(range(256)) * 20
    plant(disk, {"FOLDER/FILE": b"f" * 5000, "FILE2": b"2" * 3000, "OTHER": other})
    plant(disk, {**system_files(), PROGRAM: DosProgram("", TRIES, "").code()})
    volume = Volume(disk)
    folder = volume.folder("FOLDER")
    file = next(
        int.from_bytes(row[26:28], "little")
        for _, row in volume.rows(folder)
        if row[:11] == b"FILE       "
    )
    damage(volume, folder, file)
    volume.save()
    dos = at_prompt(disk)
    dos.type("TEST\r")
    dos.wait(120)

    after = Volume(disk)
    found = {row[:11]: row for _, row in after.rows(0)}
    first = int.from_bytes(found[b"OTHER      "][26:28], "little")
    assert "all done" in "\n".join(dos.rows())
    assert after.contents(first)[: len(other)] == other


def test_a_file_is_not_written_to_another_disk():
    disk, other = blank(737280), blank(737280)
    plant(disk, {"FILE": b"here" * 1000})
    plant(other, {"FILE": b"there" * 900, "MORE": b"more" * 3000})
    before = tree(other)
    source = program(
        call(0x43, shows="a", a=0, de="name", keep="handle"),
        call(0x48, shows="a", b="(handle)", de=0x3000, hl=100),
        call(8, shows=""),
        call(0x49, shows="a", b="(handle)", de=0x3000, hl=5000),
        call(0x48, shows="a", b="(handle)", de=0x3000, hl=100),
        call(0x45, b="(handle)"),
        call(8, shows=""),
        "         ld de,done\n         ld c,9\n         call BDOS\n",
        data=texts(name="FILE") + 'handle: db 0\ndone: dm "end$"\n',
    )
    dos = start(disk, source)
    dos.vm.run(seconds=3)
    dos.vm.insert("disk_a", other)
    dos.vm.type(" ")
    dos.vm.run(seconds=3)
    shown = [row for row in dos.rows() if row]
    dos.vm.insert("disk_a", disk)
    dos.vm.type(" ")
    dos.wait(60)

    assert shown[-5:] == ["00", "00", "F4", "F4", "00"]
    assert tree(other) == before
    assert tree(disk)["FILE"] == b"here" * 1000


def test_a_file_may_be_written_on_when_its_disk_has_come_back():
    disk, other = blank(737280), blank(737280)
    plant(disk, {"FILE": b"here" * 1000})
    source = program(
        call(0x43, shows="a", a=0, de="name", keep="handle"),
        call(8, shows=""),
        call(0x49, shows="a", b="(handle)", de="name", hl=4),
        call(0x45, b="(handle)"),
        data=texts(name="FILE") + "handle: db 0\n",
    )
    dos = start(disk, source)
    dos.vm.run(seconds=3)
    dos.vm.insert("disk_a", other)
    dos.vm.run(seconds=1)
    dos.vm.insert("disk_a", disk)
    dos.vm.type(" ")
    dos.wait(60)

    assert tree(disk)["FILE"] == b"FILE" + b"here" * 999
