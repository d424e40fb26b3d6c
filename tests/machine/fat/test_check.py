"""Faults of a file system: each is told, each is mended, and nothing that is whole is lost."""

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from machine.core.errors import Refused
from machine.fat import Volume, directory
from machine.fat.check import faults, repaired
from machine.fat.layout import ROW
from machine.media.dsk import GEOMETRIES, SECTOR_SIZE, SIZES, blank, formatted
from tests.support.fat_tools import complaints, mtool, needs_fsck, needs_mtools, without_boot_fields

FILES = {
    "A.BIN": b"a" * 5000,
    "B.BIN": b"b" * 3000,
    "SUB/C.BIN": b"c" * 4000,
    "SUB/D.BIN": b"d",
    "SUB/INNER/E.BIN": b"e" * 2500,
    "EMPTY": b"",
}


def disk(size: int = 720 * 1024) -> Volume:
    volume = Volume(blank(size).contents())
    volume.make_folder("SUB")
    volume.make_folder("SUB/INNER")
    for path, data in FILES.items():
        volume.write(path, data)
    return volume


def tree(image: bytes) -> dict[str, bytes]:
    volume = Volume(image)
    return {e.path: volume.contents(e) for e in volume.walk() if not e.is_folder}


def texts(volume: Volume) -> list[str]:
    return [fault.text for fault in faults(bytes(volume.image))]


def chain(volume: Volume, path: str) -> list[int]:
    return volume.table.chain(volume.find(path).cluster, path)


def set_word(volume: Volume, at: int, value: int) -> None:
    volume.image[at : at + 2] = value.to_bytes(2, "little")


@pytest.mark.parametrize("size", SIZES)
def test_a_whole_disk_has_no_faults_and_mending_changes_nothing(size):
    image = bytes(disk(size).image)

    assert faults(image) == []
    assert repaired(image) == image


@pytest.mark.parametrize("geometry", GEOMETRIES)
def test_a_disk_that_says_nothing_in_its_boot_sector_has_no_faults(geometry):
    assert faults(formatted(geometry)) == []
    assert faults(without_boot_fields(formatted(geometry))) == []


@needs_mtools
def test_a_disk_that_mtools_filled_has_no_faults(tmp_path):
    file = tmp_path / "a.dsk"
    file.write_bytes(blank().contents())
    mtool("mmd", file, "::SUB", "::SUB/a long name of a folder")
    for number in range(20):
        mtool("mcopy", file, "-", f"::SUB/file {number} with a long name", data=bytes(number * 99))
        mtool("mcopy", file, "-", f"::F{number}", data=bytes(number * 999))
    mtool("mdel", file, "::F3", "::F7")

    assert faults(file.read_bytes()) == []


def circle(volume: Volume) -> None:
    clusters = chain(volume, "A.BIN")
    volume.table[clusters[3]] = clusters[1]


def leaves(volume: Volume) -> None:
    volume.table[chain(volume, "A.BIN")[2]] = 3000


def ends_free(volume: Volume) -> None:
    volume.table[chain(volume, "A.BIN")[2]] = 0


def no_first(volume: Volume) -> None:
    set_word(volume, volume.find("A.BIN").at + 26, 1)


def cross(volume: Volume) -> None:
    volume.table[chain(volume, "B.BIN")[0]] = chain(volume, "A.BIN")[2]


def lost(volume: Volume) -> None:
    free = volume.table.free()
    volume.table.link(free[5:8])


def fats_differ(volume: Volume) -> None:
    volume.image[SECTOR_SIZE + 9 : SECTOR_SIZE + 30] = bytes(21)


def too_long(volume: Volume) -> None:
    set_word(volume, volume.find("A.BIN").at + 28, 100)


def too_short(volume: Volume) -> None:
    set_word(volume, volume.find("A.BIN").at + 28, 20_000)


def bad_name(volume: Volume) -> None:
    volume.image[volume.find("A.BIN").at + 1 : volume.find("A.BIN").at + 3] = b"/b"


def two_of_a_name(volume: Volume) -> None:
    volume.image[volume.find("B.BIN").at] = ord("A")


def media_byte(volume: Volume) -> None:
    for copy in (1, 4):
        volume.image[copy * SECTOR_SIZE] = 0xF8


def boot_sector(volume: Volume) -> None:
    volume.image[:SECTOR_SIZE] = formatted(GEOMETRIES[2])[:SECTOR_SIZE]


def parent(volume: Volume) -> None:
    inner = volume.find("SUB/INNER")
    set_word(volume, volume.layout.offset(inner.cluster) + ROW + 26, 99)


def no_folder(volume: Volume) -> None:
    volume.image[volume.find("B.BIN").at + 11] = directory.FOLDER


def folder_size(volume: Volume) -> None:
    set_word(volume, volume.find("SUB").at + 28, 512)


def folder_in_itself(volume: Volume) -> None:
    set_word(volume, volume.find("SUB/INNER").at + 26, volume.find("SUB").cluster)


def hidden_as_label(volume: Volume) -> None:
    volume.image[volume.find("A.BIN").at + 11] = 0x28


def sector_size(volume: Volume) -> None:
    volume.image[0x0B:0x0E] = b"\x00\x04\x01"


def early_end(volume: Volume) -> None:
    volume.image[volume.find("A.BIN").at] = 0


def behind_the_end(volume: Volume) -> None:
    volume.put(volume.rows(None)[-1], b"WHATEVER" + b"\x20" * 24)


def long_name_of_nobody(volume: Volume) -> None:
    volume.put(volume.new_row(None), b"\x41x\0y\0" + b"\xff" * 6 + b"\x0f\0\x99" + b"\xff" * 18)


def second_label(volume: Volume) -> None:
    volume.set_label("FIRST")
    volume.put(volume.new_row(None), directory.built(b"SECOND     ", directory.LABEL, None))


def bad_label(volume: Volume) -> None:
    volume.set_label("A NAME")
    volume.image[volume.label_row() + 1] = ord(":")


def label_in_boot_sector(volume: Volume) -> None:
    volume.set_label("A NAME")
    volume.put(0x2B, b"ANOTHER")


def own_row(volume: Volume) -> None:
    volume.image[volume.rows(volume.folder("SUB"))[1]] = 0


A, B = FILES["A.BIN"], FILES["B.BIN"]
E = {"SUB/INNER/E.BIN": None, "LOST0000.CHK": None, "LOST0001.CHK": None}
Damage = Callable[[Volume], None]


@pytest.mark.parametrize(
    ("damage", "said", "serious", "other"),
    [
        (circle, "A.BIN: its chain runs in a circle", True, {"A.BIN": A[:4096]}),
        (leaves, "A.BIN: its chain leaves the disk", True, {"A.BIN": A[:3072]}),
        (ends_free, "A.BIN: its chain ends in a free cluster", True, {"A.BIN": A[:3072]}),
        (no_first, "A.BIN: its chain leaves the disk", True, {"A.BIN": b""}),
        (cross, "B.BIN: shares clusters with A.BIN", True, {"B.BIN": b"b" * 1024 + b"a" * 1976}),
        (lost, "3 clusters are taken, but in no file", False, {}),
        (fats_differ, "the two FATs differ", True, {}),
        (too_long, "A.BIN: has clusters behind its end", False, {"A.BIN": A[:100]}),
        (
            too_short,
            "A.BIN: 20000 bytes, but clusters for 5120 only",
            False,
            {"A.BIN": A + bytes(120)},
        ),
        (
            bad_name,
            "A/b.BIN: no program can say that name",
            False,
            {"A.BIN": None, "A_B.BIN": A},
        ),
        (two_of_a_name, "A.BIN: a second one of that name", False, {"B.BIN": None, "A~1.BIN": B}),
        (media_byte, "the FAT has media byte F8h, not F9h", True, {}),
        (boot_sector, "the boot sector describes another disk than this", None, {}),
        (parent, "SUB/INNER: its .. is another folder", False, {}),
        (no_folder, "B.BIN: no folder; it becomes a file", True, {"B.BIN": B + bytes(72)}),
        (folder_size, "SUB: a folder with a size", False, {}),
        (
            hidden_as_label,
            "A.BIN: marked as the disk's name, but has clusters",
            False,
            {"A.BIN": A},
        ),
        (sector_size, "the boot sector describes another disk than this", False, {}),
        (early_end, "the root: ends before 2 files that it has", False, {"A.BIN": None}),
        (behind_the_end, "the root: 1 row behind its end", False, {}),
        (long_name_of_nobody, "the root: 1 row of long names that no file has", False, {}),
        (second_label, "SECOND: a second name of the disk", False, {}),
        (bad_label, "A:NAME: no name for a disk", False, {}),
        (
            label_in_boot_sector,
            "the boot sector and the root give the disk different names",
            False,
            {},
        ),
        (own_row, "SUB: its .. is something else", False, {}),
        (folder_in_itself, "SUB/INNER: shares clusters with SUB", True, E),
    ],
)
def test_each_fault_is_told_and_mended_and_the_other_files_stay(
    damage: Damage, said, serious, other, tmp_path
):
    volume = disk()
    damage(volume)
    image = bytes(volume.image)

    told = faults(image)
    mended = repaired(image)

    assert said in [fault.text for fault in told]
    if serious is not None:
        assert any(fault.serious for fault in told) is serious
    assert faults(mended) == []
    after = tree(mended)
    for path, data in (FILES | other).items():
        if data is not None:
            assert after[path] == data
        elif not path.startswith("LOST"):
            assert path not in after


@needs_fsck
@pytest.mark.parametrize(
    "damage",
    [circle, leaves, cross, lost, fats_differ, too_long, too_short, media_byte, parent, no_folder],
)
def test_fsck_agrees_before_and_after(damage: Damage, tmp_path):
    volume = disk()
    damage(volume)

    assert complaints(bytes(volume.image), tmp_path) or damage is media_byte
    assert complaints(repaired(bytes(volume.image)), tmp_path) == []


def test_a_program_in_the_place_of_the_boot_fields_is_left_alone():
    volume = disk()
    volume.image[0x0B:0x1E] = bytes(range(0x40, 0x53))
    named = Volume(bytes(disk().image))
    named.set_label("name")

    assert faults(bytes(volume.image)) == []
    assert faults(bytes(named.image)) == []


def test_lost_clusters_become_files_with_what_is_in_them():
    volume = disk()
    clusters = chain(volume, "A.BIN")
    volume.image[volume.find("A.BIN").at] = 0xE5

    after = tree(repaired(bytes(volume.image)))

    assert after == {p: d for p, d in FILES.items() if p != "A.BIN"} | {
        "LOST0000.CHK": FILES["A.BIN"] + bytes(len(clusters) * 1024 - 5000)
    }


def test_a_lost_circle_is_cut_and_a_full_root_gives_lost_clusters_back():
    volume = Volume(blank().contents())
    for number in range(volume.layout.entries - 1):
        volume.write(f"F{number}", b"")
    volume.table[10], volume.table[11], volume.table[12] = 11, 10, 0xFFF

    mended = Volume(repaired(bytes(volume.image)))

    assert faults(bytes(mended.image)) == []
    assert len(mended.read("LOST0000.CHK")) == 1024
    assert len(mended.table.free()) == mended.layout.clusters - 1


def test_shared_clusters_are_cut_off_where_a_copy_has_no_room():
    volume = disk()
    cross(volume)
    volume.write("ALL", bytes(volume.free))

    mended = repaired(bytes(volume.image))

    assert faults(mended) == []
    assert tree(mended)["A.BIN"] == FILES["A.BIN"]
    assert len(tree(mended)["B.BIN"]) < 3000


def test_a_single_wrong_byte_in_the_boot_sector_costs_no_file():
    for at in range(0x0B, 0x18):
        for value in (0, 1, 2, 4, 16, 240, 255):
            volume = disk()
            volume.image[at] = value
            mended = repaired(bytes(volume.image))
            assert tree(mended) == FILES, (at, value)


def test_what_has_no_file_system_is_refused():
    with pytest.raises(Refused, match="no file system"):
        faults(bytes(720 * 1024))


@st.composite
def mutations(draw: st.DrawFn) -> list[tuple[int, bytes]]:
    """Bytes to write, most of them into boot sector, FATs and directories."""
    places = st.one_of(st.integers(0, 60), st.integers(512, 512 * 25), st.integers(0, 163_000))
    return draw(st.lists(st.tuples(places, st.binary(min_size=1, max_size=40)), max_size=12))


@settings(max_examples=150, deadline=None)
@given(size=st.sampled_from(SIZES), damage=mutations())
@example(size=720 * 1024, damage=[(512, b"\xf9\xff\xff" * 600)])
def test_any_damage_is_refused_or_mended(size, damage):
    volume = disk(size)
    for at, data in damage:
        volume.image[at : at + len(data)] = data
    image = bytes(volume.image)
    try:
        mended = repaired(image)
    except Refused:
        return

    assert faults(mended) == []
    tree(mended)


@settings(max_examples=100, deadline=None)
@given(size=st.sampled_from(SIZES), damage=mutations())
def test_reading_a_damaged_disk_ends(size, damage):
    volume = disk(size)
    for at, data in damage:
        volume.image[at : at + len(data)] = data
    try:
        hurt = Volume(bytes(volume.image))
        for entry in hurt.walk():
            if not entry.is_folder:
                hurt.contents(entry)
    except Refused:
        pass
