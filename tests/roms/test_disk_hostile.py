"""File systems that are broken or a lie: the guest says so, ends, and writes nowhere else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from machine.media.dsk import SECTOR_SIZE, Disk, blank
from tests.support import dos_guest
from tests.support.dos_programs.program import DosProgram, call, control_block
from tests.support.trees import Volume, plant

BAD = "BAD     BIN"
FCB = control_block("fcb", BAD, drive=2)
POSITIONS = (0, 7, 100, 5000)


def record(number):
    return f"         ld hl,{number}\n         ld (fcb + 33),hl\n         xor a\n         ld (fcb + 35),a\n"


FRESH = "         xor a\n         ld (fcb + 12),a\n         ld (fcb + 32),a\n" + call(
    0x0F, de="fcb"
)
# Each ends although the file system may not let it succeed.
READS = {
    "in sequence": FRESH
    + "         ld bc,2000\nread:    push bc\n"
    + call(0x14, de="fcb")
    + "         pop bc\n         or a\n         jr nz,read.end\n         dec bc\n"
    + "         ld a,b\n         or c\n         jr nz,read\nread.end:\n",
    "in one block": FRESH
    + call(0x1A, de="&1000")
    + "         ld hl,1\n         ld (fcb + 14),hl\n         ld hl,0\n         ld (fcb + 33),hl\n"
    + call(0x27, de="fcb", hl="&9000"),
    "at random": FRESH + "".join(record(n) + call(0x21, de="fcb") for n in POSITIONS),
    "by searching": call(0x11, de="all")
    + "         ld bc,400\nlook:    push bc\n"
    + call(0x12)
    + "         pop bc\n         or a\n         jr nz,look.end\n         dec bc\n"
    + "         ld a,b\n         or c\n         jr nz,look\nlook.end:\n"
    + call(0x23, de="fcb")
    + call(0x1B, e=2),
}
WRITES = {
    "at random": FRESH
    + "".join(record(n) + call(0x22, de="fcb") for n in POSITIONS)
    + call(0x10, de="fcb"),
    "with zeros": FRESH + record(900) + call(0x28, de="fcb") + call(0x10, de="fcb"),
    "at its end": FRESH
    + "         ld a,127\n         ld (fcb + 32),a\n"
    + call(0x15, de="fcb") * 4
    + call(0x10, de="fcb"),
    "its size": FRESH
    + "         ld hl,1\n         ld (fcb + 14),hl\n"
    + record(3000)
    + call(0x26, de="fcb", hl=0)
    + record(0)
    + call(0x26, de="fcb", hl=0)
    + call(0x10, de="fcb"),
    "anew": call(0x16, de="fcb") + call(0x15, de="fcb") + call(0x10, de="fcb"),
    "nothing, it is deleted": call(0x13, de="fcb"),
    "another name": call(0x17, de="renamed"),
}
RENAMED = 'renamed: db 2\n         dm "BAD     BIN"\n         ds 5\n         dm "NEW     BIN"\n'
ALL = control_block("all", "???????????", drive=2)


def run(steps: str, target: Disk) -> str:
    """Runs a program with `target` in drive B; returns what it showed."""
    program = DosProgram("", steps + call(9, de="end") + "         ret\n", "")
    source = program.source + 'end:     dm "end$"\n' + FCB + ALL + RENAMED + "         ds 9\n"
    disk = dos_guest.boot_disk()
    plant(disk, {dos_guest.PROGRAM: DosProgram("", source, "").code()})
    vm = dos_guest.started("eb1", disk, second=target)
    ended = vm.run(until=lambda vm: vm.peek(dos_guest.STATE) == dos_guest.ENDED, limit=90)
    shown = vm.machine.devices["console"].take().decode("latin-1")
    assert ended, shown
    return shown


def hostile() -> tuple[Disk, Volume]:
    """A disk with a good file before and behind a bad one, and its file system to be spoilt."""
    disk = blank()
    plant(disk, {"FIRST.BIN": b"1" * 3000, "BAD.BIN": b"b" * 6000, "LAST.BIN": b"9" * 3000})
    return disk, Volume(disk)


def spoil(volume: Volume, **fields: int) -> None:
    """Sets fields of the bad file's entry."""
    at = next(place for place, row in volume.rows(0) if row[:11] == BAD.encode())
    place = volume.directory * SECTOR_SIZE + at
    for name, value in fields.items():
        offset, size = {"first": (26, 2), "size": (28, 4), "kind": (11, 1)}[name]
        volume.image[place + offset : place + offset + size] = value.to_bytes(size, "little")


def first_of(volume: Volume) -> int:
    row = next(row for _, row in volume.rows(0) if row[:11] == BAD.encode())
    return int.from_bytes(row[26:28], "little")


def chained(volume: Volume) -> list[int]:
    """The clusters that the bad file's chain leads to, as far as they are clusters."""
    found, cluster = [], first_of(volume)
    while 2 <= cluster <= volume.last and cluster not in found:
        found.append(cluster)
        cluster = volume.following(cluster)
    return found


def loop(volume):
    chain = chained(volume)
    volume.link(chain[3], chain[1])


def short_loop(volume):
    first = first_of(volume)
    volume.link(first, first)


def cross(volume):
    volume.link(chained(volume)[2], 3)


def linked(value):
    return lambda volume: volume.link(chained(volume)[1], value)


def entered(**fields):
    return lambda volume: spoil(volume, **fields)


def media(value):
    def spoilt(volume):
        volume.fats[0][0] = value

    return spoilt


def absurd(volume):
    volume.image[0x0B:0x1E] = bytes((0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xF9, 0, 0, 0, 0, 0, 0, 0, 0))


def huge(volume):
    volume.image[0x0B:0x1E] = b"\xff" * 19


SPOILT = {
    "a chain in a circle": loop,
    "a cluster that leads to itself": short_loop,
    "a chain that leads into another file": cross,
    "a chain that leads to a free cluster": linked(500),
    "a chain that leads to 0": linked(0),
    "a chain that leads to 1": linked(1),
    "a chain that leads beyond the disk": linked(0xF00),
    "a chain that leads just beyond the disk": linked(715),
    "a chain that leads to a bad cluster": linked(0xFF7),
    "a chain that ends too soon": linked(0xFFF),
    "a first cluster of 0": entered(first=0),
    "a first cluster of 1": entered(first=1),
    "a first cluster of FFFh": entered(first=0xFFF),
    "a first cluster beyond the disk": entered(first=0xF003),
    "a first cluster of FFFFh": entered(first=0xFFFF),
    "the size of a hard disk": entered(size=0xFFFFFFFF),
    "a size of 33 MB": entered(size=0x2100000),
    "a size of 0 with clusters": entered(size=0),
    "a subdirectory instead of a file": entered(kind=0x10),
    "a read-only file": entered(kind=1),
    "a volume name": entered(kind=8),
    "media byte 0": media(0),
    "media byte F0h": media(0xF0),
    "media byte of a small disk": media(0xFE),
    "media byte of one side": media(0xF8),
    "a boot sector of zeros": absurd,
    "a boot sector of FFh": huge,
}


def spoilt_disk(case: str) -> tuple[Disk, Volume]:
    disk, volume = hostile()
    SPOILT[case](volume)
    volume.fats[1][:] = volume.fats[0]
    volume.save()
    return disk, Volume(disk)


@pytest.mark.parametrize("case", SPOILT)
def test_reading_ends_and_changes_nothing(case):
    disk, _ = spoilt_disk(case)
    before = disk.contents()

    assert "end" in run("".join(READS.values()), disk)
    assert disk.contents() == before


def assert_nothing_else_changed(disk: Disk, before: Volume) -> None:
    """Only the bad file's entry, its clusters, and clusters that were free may have changed."""
    after = Volume(disk)
    own = set(chained(before))
    ours = own | set(before.free())
    geometry = disk.geometry
    for cluster in range(2, before.last + 1):
        place = before.place(cluster)
        same = before.image[place : place + before.step] == after.image[place : place + before.step]
        assert same or cluster in ours, f"cluster {cluster} is of another file"
        if cluster not in ours:
            assert before.following(cluster) == after.following(cluster)
    rows = [volume.contents(0) for volume in (before, after)]
    for at in range(0, geometry.entries * 32, 32):
        if rows[0][at : at + 32] != rows[1][at : at + 32]:
            assert rows[0][at : at + 11] == BAD.encode() or rows[0][at] in (0, 0xE5)
    assert before.image[:SECTOR_SIZE] == after.image[:SECTOR_SIZE]


WRONG_SIZE = [name for name in SPOILT if "media byte" in name]


@pytest.mark.parametrize("write", WRITES)
@pytest.mark.parametrize("case", [name for name in SPOILT if name not in WRONG_SIZE])
def test_writing_ends_and_changes_no_other_file(case, write):
    disk, before = spoilt_disk(case)

    assert "end" in run(WRITES[write], disk)
    assert_nothing_else_changed(disk, before)


@pytest.mark.parametrize("value", [0, 0x42, 0xF0, 0xF7])
@pytest.mark.parametrize("write", WRITES)
def test_a_disk_of_no_known_format_is_not_written(write, value):
    disk, volume = hostile()
    volume.fats[0][0] = value
    volume.save()
    before = disk.contents()

    assert "end" in run(WRITES[write], disk)
    assert disk.contents() == before


def check_random(fat, first, size, kind, write):
    disk, volume = hostile()
    for cluster, following in fat:
        volume.link(cluster, following)
    spoil(volume, first=first, size=size, kind=kind)
    volume.fats[1][:] = volume.fats[0]
    volume.save()

    assert "end" in run("".join(READS.values()) + WRITES[write], disk)
    assert_nothing_else_changed(disk, Volume(_copy(disk, volume)))


def _copy(disk: Disk, volume: Volume) -> Disk:
    """The disk as `volume` has it."""
    copy = blank(disk.geometry.size)
    for sector in range(disk.geometry.total):
        copy.write(sector, bytes(volume.image[sector * SECTOR_SIZE :][:SECTOR_SIZE]))
    return copy


numbers = st.one_of(st.integers(0, 16), st.integers(0, 0xFFF), st.sampled_from((714, 715, 0xFF7)))
links = st.lists(st.tuples(st.integers(2, 12), numbers), max_size=8)
SIZES = st.one_of(st.integers(0, 9000), st.integers(0, 1 << 20), st.integers(0, 0xFFFFFFFF))
KINDS = st.sampled_from((0, 0, 0, 0x20, 1, 2, 0x10))


@settings(max_examples=10)
@given(links, numbers, SIZES, KINDS, st.sampled_from(sorted(WRITES)))
def test_random_damage_is_survived(fat, first, size, kind, write):
    check_random(fat, first, size, kind, write)


@pytest.mark.slow
@settings(max_examples=1000)
@given(links, numbers, SIZES, KINDS, st.sampled_from(sorted(WRITES)))
def test_much_random_damage_is_survived(fat, first, size, kind, write):
    check_random(fat, first, size, kind, write)
