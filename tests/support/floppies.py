"""Disks for tests: a boot sector that loads and runs a program, and files placed where one likes."""

from collections.abc import Sequence

from machine.media.dsk import LARGEST, SECTOR_SIZE, Disk, blank
from tests.support.assembler import assemble

PROGRAM = 0xA000  # where the program runs
PROGRAM_SECTOR = 600  # where it lies, far from the files
PROGRAM_SECTORS = 8
DONE = 0xCFFF  # the program writes A5h here when it has finished
RESULT = 0xD000  # and its results here

_LOADER = f"""
         db &EB,&FE,&90
         ds &C01E - $
         {{condition}}
         push de
         ld de,{PROGRAM}
         ld c,&1A
         call &F37D
         ld de,{PROGRAM_SECTOR}
         ld hl,{PROGRAM_SECTORS * 256}
         ld c,&2F
         call &F37D
         pop de
         jp {PROGRAM}
"""


def boot_disk(program: str, dos: bool = False, size: int = LARGEST) -> Disk:
    """A disk that starts `program`, assembled to A000h, from its boot sector.

    It runs in the first call of the boot sector (main ROM in page 0), or with `dos` in the second
    (RAM in page 0). It ends with `jp done`.
    """
    disk = blank(size)
    code = assemble(
        f"{program}\ndone:    ld a,&A5\n         ld ({DONE}),a\nstop:    jr stop", PROGRAM
    )
    assert len(code) <= PROGRAM_SECTORS * SECTOR_SIZE
    write(disk, PROGRAM_SECTOR, code)
    loader = assemble(_LOADER.format(condition="ret nc" if dos else "ret c"), 0xC000)
    fields = disk.read(0)[3:0x1E]
    disk.write(0, (loader[:3] + fields + loader[0x1E:]).ljust(SECTOR_SIZE, b"\0"))
    return disk


def write(disk: Disk, sector: int, data: bytes) -> None:
    """Writes `data` from a sector on, the last one filled up with zeros."""
    for at in range(0, len(data), SECTOR_SIZE):
        piece = data[at : at + SECTOR_SIZE].ljust(SECTOR_SIZE, b"\0")
        disk.write(sector + at // SECTOR_SIZE, piece)


def put_file(disk: Disk, entry: int, name: str, data: bytes, clusters: Sequence[int]) -> None:
    """Writes a file into the root directory's entry number `entry`, its data into `clusters`.

    `name`: eleven characters. `clusters`: as many as the data needs, in any order. Unused entries
    before this one become deleted ones.
    """
    geometry = disk.geometry
    directory = 1 + 2 * geometry.fat
    first_data = directory + geometry.entries * 32 // SECTOR_SIZE
    step = geometry.cluster * SECTOR_SIZE
    assert len(clusters) == -(-len(data) // step)
    fat = bytearray(b"".join(disk.read(1 + n) for n in range(geometry.fat)))
    for index, (cluster, following) in enumerate(
        zip(clusters, [*clusters[1:], 0xFFF], strict=False)
    ):
        at = cluster * 3 // 2
        pair = int.from_bytes(fat[at : at + 2], "little")
        odd = cluster & 1
        pair = (pair & 0x000F | following << 4) if odd else (pair & 0xF000 | following)
        fat[at : at + 2] = pair.to_bytes(2, "little")
        sector = first_data + (cluster - 2) * geometry.cluster
        write(disk, sector, data[index * step : (index + 1) * step])
    for copy in (0, 1):
        write(disk, 1 + copy * geometry.fat, bytes(fat))
    row = bytearray(name.encode("ascii").ljust(32, b"\0"))
    row[22:26] = b"\x21\x43\x65\x07"
    row[26:28] = (clusters[0] if clusters else 0).to_bytes(2, "little")
    row[28:32] = len(data).to_bytes(4, "little")
    rows = bytearray(b"".join(disk.read(n) for n in range(directory, first_data)))
    for before in range(0, entry * 32, 32):
        rows[before] = rows[before] or 0xE5
    rows[entry * 32 : entry * 32 + 32] = row
    write(disk, directory, bytes(rows))


def files(disk: Disk) -> dict[str, bytes]:
    """All files of the root directory by their eleven characters.

    Asserts that the file system is whole: equal FATs, chains as long as the files need, no cluster
    in two files, none that is taken but in no file.
    """
    geometry = disk.geometry
    step = geometry.cluster * SECTOR_SIZE
    directory = 1 + 2 * geometry.fat
    data = directory + geometry.entries * 32 // SECTOR_SIZE
    clusters = (geometry.total - data) // geometry.cluster
    image = disk.contents()
    copies = [
        image[at * SECTOR_SIZE :][: geometry.fat * SECTOR_SIZE] for at in (1, 1 + geometry.fat)
    ]
    assert copies[0] == copies[1], "the FATs differ"
    assert copies[0][:3] == bytes((geometry.media, 0xFF, 0xFF))

    def following(cluster: int) -> int:
        pair = int.from_bytes(copies[0][cluster * 3 // 2 :][:2], "little")
        return pair >> 4 if cluster & 1 else pair & 0xFFF

    found, taken = {}, set()
    for row in range(geometry.entries):
        entry = image[directory * SECTOR_SIZE + row * 32 :][:32]
        if entry[0] == 0:
            break
        if entry[0] == 0xE5:
            continue
        size = int.from_bytes(entry[28:32], "little")
        cluster = int.from_bytes(entry[26:28], "little")
        contents = b""
        while 2 <= cluster < 0xFF8 and len(contents) < size + step:
            assert cluster <= clusters + 1, "a chain leaves the disk"
            assert cluster not in taken, "a cluster is in two files"
            taken.add(cluster)
            contents += image[(data + (cluster - 2) * geometry.cluster) * SECTOR_SIZE :][:step]
            cluster = following(cluster)
        name = entry[:11].decode("ascii")
        assert size <= len(contents) < size + step, f"the chain of {name} does not fit its size"
        assert name not in found
        found[name] = contents[:size]
    lost = {n for n in range(2, clusters + 2) if following(n)} - taken
    assert not lost, f"clusters {sorted(lost)} are taken but in no file"
    return found
