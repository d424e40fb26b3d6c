"""Where the file system is, on all geometries, with and without a boot sector."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from machine.core.errors import Refused
from machine.fat.layout import layout_of, of_geometry
from machine.media.dsk import GEOMETRIES, SECTOR_SIZE, SIZES, blank, formatted


@pytest.mark.parametrize("geometry", GEOMETRIES)
def test_a_formatted_disk_is_laid_out_as_its_geometry_says(geometry):
    assert layout_of(formatted(geometry)) == of_geometry(geometry)


@pytest.mark.parametrize("geometry", GEOMETRIES)
def test_a_disk_whose_boot_sector_says_nothing_is_known_by_size_and_fat(geometry):
    image = bytes(SECTOR_SIZE) + formatted(geometry)[SECTOR_SIZE:]

    layout = layout_of(image)

    assert layout[1:] == of_geometry(geometry)[1:]


@pytest.mark.parametrize("geometry", GEOMETRIES)
def test_the_last_cluster_ends_on_the_disk(geometry):
    layout = of_geometry(geometry)

    last = layout.offset(layout.clusters + 1) + layout.step

    assert geometry.size - layout.step < last <= geometry.size


def test_a_boot_sector_from_another_disk_is_not_believed():
    image = blank(360 * 1024).contents()[:SECTOR_SIZE] + blank(720 * 1024).contents()[SECTOR_SIZE:]

    assert layout_of(image) == of_geometry(GEOMETRIES[0])


def test_a_boot_sector_may_divide_the_disk_in_its_own_way():
    image = bytearray(blank(720 * 1024).contents())
    image[0x0D], image[0x11] = 4, 224
    image[0x16] = 2
    image[512:] = (b"\xf9\xff\xff".ljust(1024, b"\0") * 2).ljust(len(image) - 512, b"\0")

    layout = layout_of(bytes(image))

    assert (layout.cluster, layout.entries, layout.fat, layout.data) == (4, 224, 2, 19)


def test_one_damaged_fat_does_not_hide_the_other():
    image = bytearray(blank(720 * 1024).contents())
    image[SECTOR_SIZE : 4 * SECTOR_SIZE] = bytes(3 * SECTOR_SIZE)

    assert layout_of(bytes(image)) == of_geometry(GEOMETRIES[0])


def test_a_disk_without_a_file_system_is_refused_by_name():
    with pytest.raises(Refused, match=r"own\.dsk has no file system"):
        layout_of(bytes(720 * 1024), "own.dsk")


@given(st.sampled_from(SIZES), st.binary(min_size=0x20, max_size=0x20), st.binary(max_size=4))
def test_any_boot_sector_gives_a_layout_on_the_disk_or_is_refused(size, boot, fat):
    image = bytearray(blank(size).contents())
    image[: len(boot)] = boot
    image[SECTOR_SIZE : SECTOR_SIZE + len(fat)] = fat

    try:
        layout = layout_of(bytes(image))
    except Refused:
        return

    assert layout.total * SECTOR_SIZE <= size
    assert 0 < layout.clusters <= 4084
    assert layout.offset(layout.clusters + 1) + layout.step <= size
