"""What a disk says of itself: its two FATs, their media byte, the boot sector's fields."""

from collections.abc import Iterator
from typing import NamedTuple

from machine.fat.layout import Layout, in_boot_sector, of_geometry
from machine.fat.table import END
from machine.fat.volume import Volume
from machine.media.dsk import EXTENDED, GEOMETRIES, NO_NAME, SECTOR_SIZE, boot_sector

FIELDS = slice(0x0B, 0x1E)  # of the boot sector
UNFINISHED, SIGNATURE, LABEL, TYPE = 0x25, 0x26, 0x2B, 0x36  # ECMA-107, "Extended FDC Descriptor"
TYPE_NAME = b"FAT12   "


class Fault(NamedTuple):
    """One thing that is wrong."""

    text: str  # a line
    serious: bool = False  # writing on such a disk can destroy what is whole


def mend_fats(volume: Volume, copy: int) -> Iterator[Fault]:
    """Makes all FATs what one of them is."""
    layout, image = volume.layout, volume.image
    starts = [(layout.reserved + n * layout.fat) * SECTOR_SIZE for n in range(layout.fats)]
    used = -(-(layout.clusters + 2) * 3 // 2)
    if len({bytes(image[start : start + used]) for start in starts}) > 1:
        yield Fault("the two FATs differ", serious=True)
    table = bytes(image[starts[copy] : starts[copy] + layout.fat * SECTOR_SIZE])
    for start in starts:
        volume.put(start, table)


def mend_descriptions(volume: Volume) -> Iterator[Fault]:
    """Makes the media descriptors and the fields of the boot sector what the layout is."""
    layout, image, table = volume.layout, volume.image, volume.table
    standard = [g for g in GEOMETRIES if of_geometry(g)[1:] == layout[1:]]
    right = [g.media for g in standard] or [layout.media]
    told = table[0] & 0xFF
    if told not in right:
        yield Fault(f"the FAT has media byte {told:02X}h, not {right[0]:02X}h", serious=True)
        told = layout.media if layout.media in right else right[0]
    if (table[0], table[1]) != (0xF00 | told, END):
        if table[1] != END or table[0] >> 8 != 0xF:
            yield Fault("the FAT does not begin with its media byte and FFFFh")
        table[0], table[1] = 0xF00 | told, END
    if not standard:
        return  # a division of its own, which only the boot sector knows
    fields = boot_sector(next((g for g in standard if g.media == told), standard[0]))[FIELDS]
    there = bytes(image[FIELDS])
    alike = sum(a == b != 0 for a, b in zip(there, fields, strict=True))
    begins = there[:2] == fields[:2]  # bytes of a sector
    if there == fields or not (begins or alike >= len(fields) // 3):
        return  # many disks have a program there, or nothing
    said = in_boot_sector(bytes(image))
    if said != Layout(told, *layout[1:]):
        possible = said is not None and said[1:] != layout[1:]
        yield Fault("the boot sector describes another disk than this", serious=possible)
        volume.put(FIELDS.start, fields)


def mend_name(volume: Volume) -> Iterator[Fault]:
    """Makes the disk's name in the boot sector that of the root, where there is a place for it."""
    image = volume.image
    marks = bytes(image[SIGNATURE : SIGNATURE + 1] + image[TYPE : TYPE + len(TYPE_NAME)])
    right = EXTENDED + TYPE_NAME
    if 2 * sum(a == b for a, b in zip(marks, right, strict=True)) <= len(right):
        return  # a program stands there
    if marks != right:
        yield Fault("the boot sector says badly that it has the disk's name")
        volume.put(SIGNATURE, EXTENDED)
        volume.put(TYPE, TYPE_NAME)
    row = volume.label_row()
    name = NO_NAME if row is None else bytes(image[row : row + 11])
    if image[LABEL : LABEL + 11] != name:
        yield Fault("the boot sector and the root give the disk different names")
        volume.put(LABEL, name)
    if image[UNFINISHED]:
        yield Fault("the boot sector says that somebody did not finish writing")
        image[UNFINISHED] = 0
