"""The RAM disk at the prompt: RAMDISK, its sizes, its file system as others judge it, how long it stays."""

import random
from functools import cache

import pytest
from msgspec import structs

from machine.api import Session
from machine.boards import BOARDS
from machine.machine import Capture, Machine
from machine.media.dsk import blank
from tests.support.dos import Dos, system_files
from tests.support.dos_level2 import symbols
from tests.support.fat_tools import complaints, mtool, needs_fsck, needs_mtools
from tests.support.trees import plant

SEGMENT = 0x4000
TEXT = b"Good morning\r\n" * 300
LARGE = bytes((n ^ n >> 8) & 0xFF for n in range(40_000))


@cache
def _waiting(kilobytes: int) -> tuple[Dos, Capture]:
    known = BOARDS["eb2"]
    parts = tuple(
        structs.replace(part, config={"size": kilobytes * 1024}) if part.name == "ram" else part
        for part in known.parts
    )
    vm = Session("eb2")
    vm.machine = Machine(structs.replace(known, parts=parts), 60)
    disk = blank(737280)
    plant(disk, {**system_files(), "TEXT.TXT": TEXT, "LARGE.BIN": LARGE})
    vm.insert("disk_a", disk)
    vm.machine.devices["disk-controller"].fast = True
    vm.machine.reset()
    dos = Dos(vm)
    dos.wait()
    return dos, vm.capture()


def _fresh(kilobytes: int = 512) -> Dos:
    dos, capture = _waiting(kilobytes)
    dos.vm.restore(capture)
    return dos


def _image(dos: Dos) -> bytes:
    """The sectors of the RAM disk, put together from its segments."""
    cells = dos.vm.machine.devices["ram"].cells
    names = symbols()
    kernel = (dos.vm.peek(names["map.total"]) - 1) * SEGMENT
    at = kernel + names["RAMD.LIST"] - SEGMENT
    rows = cells[at : at + 512]
    count = cells[kernel + names["ramd.count"] - SEGMENT]
    segments = rows[0 : 2 * count : 2]
    return b"".join(bytes(cells[n * SEGMENT : (n + 1) * SEGMENT]) for n in segments)


def _as_on_a_pc(image: bytes) -> bytes:
    """MSX-DOS 2 has its own fields where fsck.fat looks for the PC's, with the disk's name."""
    assert image[0x20:0x27] == b"VOL_ID\0"
    fields = b"\x29" + image[0x27:0x2B] + b"NO NAME    FAT12   "
    return image[:0x26] + fields + image[0x26 + len(fields) :]


@needs_fsck
@needs_mtools
@pytest.mark.parametrize(
    ("memory", "wanted", "made"),
    [
        (512, 64, 64),
        (512, 4064, 416),
        (128, 4064, 32),
        (4096, 2032, 2032),
        (4096, 2048, 2048),  # from here on two sectors a cluster
        (4096, 4064, 3984),
    ],
)
def test_its_file_system_is_whole_and_holds_what_was_copied(memory, wanted, made, tmp_path):
    dos = _fresh(memory)
    assert dos.line(f"RAMDISK {wanted}") == []
    assert dos.line("RAMDISK") == [f"{made} KB"]
    dos.line("MD H:\\SUB")
    for path in ("TEXT.TXT", "SUB\\TEXT.TXT", "SUB\\AGAIN.TXT"):
        assert dos.line(f"COPY TEXT.TXT H:\\{path}") == ["  1 copied"]
    dos.line("DEL H:\\TEXT.TXT")
    if made > 32:
        assert dos.line("COPY LARGE.BIN H:") == ["  1 copied"]

    image = _image(dos)

    assert len(image) == made * 1024
    assert complaints(_as_on_a_pc(image), tmp_path) == []
    file = tmp_path / "ram.dsk"
    file.write_bytes(image)
    assert mtool("mtype", file, "::SUB/AGAIN.TXT") == TEXT
    assert made == 32 or mtool("mtype", file, "::LARGE.BIN") == LARGE


def test_one_that_is_there_is_removed_when_the_user_says_so():
    dos = _fresh()
    dos.line("RAMDISK 32")
    dos.line("COPY TEXT.TXT H:")

    assert dos.line("RAMDISK 64", "n")[-1].endswith("(Y/N)? n")
    assert dos.line("RAMDISK") == ["32 KB"]
    assert dos.line("RAMDISK 64", "y")[-1].endswith("(Y/N)? y")
    assert dos.line("RAMDISK") == ["64 KB"]
    assert dos.line("DIR H:") == ["File not found"]
    assert dos.line("RAMDISK 16 /D") == []
    assert dos.line("RAMDISK") == ["16 KB"]
    assert dos.line("RAMDISK /D") == []
    assert dos.line("RAMDISK 0") == []
    assert dos.line("RAMDISK") == ["0 KB"]


@pytest.mark.parametrize("size", ["4065", "70000", "x", "16 x", "-1"])
def test_a_size_that_makes_no_sense_is_a_bad_parameter(size):
    dos = _fresh()

    assert dos.line(f"RAMDISK {size}") == ["Bad parameter"]
    assert dos.line("RAMDISK") == ["0 KB"]


def test_there_is_no_drive_h_without_it():
    dos = _fresh()

    assert dos.line("H:") == ["No such drive"]
    assert dos.line("TYPE H:TEXT.TXT") == ["Invalid drive"]


def test_a_program_runs_from_the_ram_disk_and_a_batch_file_too():
    dos = _fresh()
    dos.line("RAMDISK 64")
    dos.line("COPY COMMAND.COM H:SHELL.COM")
    dos.line("COPY CON H:RUN.BAT", "ECHO Here I am\r\x1a\r")
    dos.line("COPY CON H:FIND.BAT", "ECHO Found\r\x1a\r")

    assert dos.line("H:RUN")[-1] == "Here I am"
    dos.line("PATH H:\\")
    assert dos.line("FIND")[-1] == "Found"


def test_no_format_and_no_system_for_it():
    dos = _fresh()
    dos.line("RAMDISK 32")

    assert dos.line("FORMAT H:") == ["No such drive"]


def test_it_stays_while_basic_runs_and_basic_has_no_drive_h():
    dos = _fresh()
    dos.line("RAMDISK 64")
    dos.line("COPY TEXT.TXT H:")
    dos.vm.type("H:\r")
    dos.says("H>")
    dos.vm.type("BASIC\r")
    dos.says("Ok")
    dos.vm.type('FILES "H:"\r')
    dos.says("Bad drive name")
    dos.vm.type("FILES\r")
    dos.says("EBDOS")  # the present drive is A again
    dos.vm.type("CALL SYSTEM\r")
    dos.wait()

    assert dos.line("RAMDISK") == ["64 KB"]
    assert dos.line("COPY H:TEXT.TXT BACK.TXT") == ["  1 copied"]


def test_a_program_that_wrote_over_its_list_ends_it():
    dos = _fresh()
    dos.line("RAMDISK 64")
    dos.vm.type("BASIC\r")
    dos.says("Ok")
    first = dos.vm.machine.devices["ram"].cells
    at = (32 - 3) * SEGMENT  # the highest segment that is free goes first
    first[at + 512] ^= 1
    dos.vm.type("CALL SYSTEM\r")
    dos.wait()

    assert dos.line("RAMDISK") == ["0 KB"]
    assert dos.vm.read(symbols()["map.table"], 5) == bytes((0x83, 32, 26, 6, 0))


def test_a_reset_ends_it():
    dos = _fresh()
    dos.line("RAMDISK 64")
    dos.vm.machine.reset()
    dos.vm.run(frames=60)
    dos.wait()

    assert dos.line("RAMDISK") == ["0 KB"]


SIZES = (0, 1, 511, 512, 513, 3000, 7000)


@needs_fsck
@needs_mtools
@pytest.mark.parametrize("seed", [1, 2])
def test_after_many_commands_its_file_system_is_whole(seed, tmp_path):
    rng = random.Random(seed)
    dos = _fresh()
    sources = {f"S{size}": bytes(rng.randbytes(size)) for size in SIZES}
    disk = blank(737280)
    plant(disk, {**system_files(), **sources})
    dos.vm.insert("disk_a", disk)
    dos.line("RAMDISK 32")
    dos.line("MD H:\\D")
    held: dict[str, bytes] = {}
    for _ in range(70):
        path = rng.choice(("", "D\\")) + f"F{rng.randrange(12)}"
        kind = rng.randrange(4)
        if kind == 0 and path in held:
            assert dos.line(f"DEL H:\\{path}") == []
            del held[path]
        elif kind == 1 and path in held:
            fresh = path.rpartition("F")[0] + f"G{rng.randrange(12)}"
            if fresh not in held:
                assert dos.line(f"REN H:\\{path} {fresh.rpartition(chr(92))[2]}") == []
                held[fresh] = held.pop(path)
        else:
            name = rng.choice(list(sources))
            shown = dos.line(f"COPY {name} H:\\{path}")
            held.pop(path, None)
            if shown == ["  1 copied"]:
                held[path] = sources[name]
            else:
                assert shown[0] in ("Disk full", "Root directory full"), shown

    image = _image(dos)

    assert complaints(_as_on_a_pc(image), tmp_path) == []
    file = tmp_path / "ram.dsk"
    file.write_bytes(image)
    listed = mtool("mdir", file, "-/", "-b", "::").decode().split()
    names = {line.removeprefix("::/").replace("/", "\\") for line in listed}
    assert names - {"D\\"} == set(held)
    for path, data in held.items():
        assert mtool("mtype", file, "::" + path.replace("\\", "/")) == data
