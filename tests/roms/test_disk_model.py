"""Random file operations in the guest against a plain model; then other programs read the disk."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from machine.media.dsk import GEOMETRIES, Disk, blank
from tests.roms.test_disk_basic import with_disks
from tests.support import disk_tools
from tests.support.disk_machine import BOARDS
from tests.support.disk_script import (
    BATCH,
    CREATE,
    CUT,
    DELETE,
    READ,
    RENAME,
    ROOM,
    WRITE,
    Operation,
    checksum,
    perform,
)
from tests.support.disk_tools import needs_tools
from tests.support.trees import tree

NAMES = ["A", "B.TXT", "LONGNAME.EXT", "C.C", "DATA.BIN", "X1.Y", "Z", "LAST.ONE"]
FAILED, REFUSED = 0xFF, 1


class Model:
    """The files as they should be, by name."""

    def __init__(self, disk: Disk) -> None:
        """An empty disk of this size."""
        geometry = disk.geometry
        self.step = geometry.cluster * 512
        data = 1 + 2 * geometry.fat + geometry.entries // 16
        self.clusters = (geometry.total - data) // geometry.cluster
        self.files: dict[str, bytes] = {}

    def free(self) -> int:
        """Free clusters."""
        return self.clusters - sum(-(-len(data) // self.step) for data in self.files.values())

    def perform(self, operation: Operation) -> tuple[int, int, int]:
        """What the guest has to answer; the files are as after it."""
        what, name = operation.what, operation.name
        if what == CREATE:
            self.files[name] = b""
            return self.write(operation, operation.at)
        if name not in self.files:
            return FAILED, 0, 0
        if what == WRITE:
            return self.write(operation, operation.at)
        if what == DELETE:
            del self.files[name]
        elif what == RENAME:
            if operation.to in self.files:
                return FAILED, 0, 0
            self.files[operation.to] = self.files.pop(name)
        elif what == CUT:
            self.files[name] = self.files[name][: operation.at]
        elif what == READ:
            found = self.files[name][operation.at : operation.at + operation.length]
            short = len(found) < operation.length
            return int(short), len(found), checksum(found)
        return 0, 0, 0

    def write(self, operation: Operation, at: int) -> tuple[int, int, int]:
        """Writes as far as the disk has room."""
        before, data = self.files[operation.name], operation.data()
        room = -(-len(before) // self.step) + self.free()
        fits = data[: max(0, room * self.step - at)]
        if fits or not data:
            self.files[operation.name] = before[:at] + fits + before[at + len(fits) :]
        return int(len(fits) < len(data)), 0, 0

    def bounded(self, operation: Operation) -> Operation:
        """The same without a gap behind the end of the file, whose bytes nobody knows."""
        size = len(self.files.get(operation.name, b"")) if operation.what != CREATE else 0
        at = min(operation.at, size) if operation.what in (CREATE, WRITE, CUT) else operation.at
        return Operation(
            operation.what, operation.name, at, operation.length, operation.seed, operation.to
        )


def agree(board: str, disk: Disk, model: Model, wanted: list[Operation]) -> None:
    """Performs operations in both; asserts that answers and disk are alike."""
    for start in range(0, len(wanted), BATCH):
        operations, answers = [], []
        for operation in wanted[start : start + BATCH]:
            operations.append(model.bounded(operation))
            answers.append(model.perform(operations[-1]))
        for operation, answer, given_answer in zip(
            operations, answers, perform(board, disk, operations), strict=True
        ):
            assert given_answer == answer, operation
        assert tree(disk) == model.files


names = st.sampled_from(NAMES)
operations = st.builds(
    Operation,
    st.sampled_from([CREATE, WRITE, WRITE, WRITE, DELETE, RENAME, CUT, READ, READ]),
    names,
    st.one_of(st.integers(0, 3000), st.integers(0, 40000)),
    st.one_of(st.integers(1, 1100), st.sampled_from([512, 1024, 2048]), st.integers(1, ROOM)),
    st.integers(0, 255),
    names,
)


@settings(max_examples=15)
@given(st.lists(operations, min_size=1, max_size=40), st.sampled_from([163840, 737280]))
def test_the_guest_keeps_files_as_a_dictionary_of_bytes_does(wanted, size):
    disk = blank(size)

    agree("eb1", disk, Model(disk), wanted)


def drawn(source: random.Random, count: int) -> list[Operation]:
    """Random operations; the names are more than fit into small directories."""
    names = [*NAMES, *(f"FILE{n}.{n % 7}" for n in range(60))]
    return [
        Operation(
            source.choice([CREATE, CREATE, WRITE, WRITE, WRITE, DELETE, RENAME, CUT, READ, READ]),
            source.choice(names),
            source.choice([0, source.randrange(5000), source.randrange(100000)]),
            source.choice([1, 128, 512, source.randrange(1, 3000), source.randrange(1, ROOM)]),
            source.randrange(256),
            source.choice(names),
        )
        for _ in range(count)
    ]


def campaign(board: str, count: int, size: int, seed: int, folder) -> None:
    disk = blank(size)
    model = Model(disk)
    source = random.Random(seed)
    while count > 0:
        agree(board, disk, model, drawn(source, min(count, 1000)))
        count -= 1000
        assert disk_tools.complaints(disk, folder) == ""
        assert disk_tools.read_by_mtools(disk, folder) == model.files


@needs_tools
@pytest.mark.parametrize("board", BOARDS)
def test_other_programs_read_what_400_operations_leave(board, tmp_path):
    campaign(board, 400, 737280, 1, tmp_path)


@needs_tools
@pytest.mark.slow
@pytest.mark.parametrize("size", [163840, 368640, 737280])
def test_other_programs_read_what_10000_operations_leave(size, tmp_path):
    campaign("eb1", 10000, size, size, tmp_path)


# From BASIC

LINES = {
    "create": 'OPEN "{name}" FOR OUTPUT AS #1:PRINT #1,STRING$({length},{letter});:CLOSE #1',
    "append": 'OPEN "{name}" FOR APPEND AS #1:PRINT #1,STRING$({length},{letter});:CLOSE #1',
    "kill": 'KILL "{name}"',
    "name": 'NAME "{name}" AS "{to}"',
    "copy": 'COPY "{name}" TO "{to}"',
    "save": 'POKE &HC000,{letter}:BSAVE "{name}",&HC000,&HC000+{length}',
}
EOF_MARK = b"\x1a"


def basic_steps(source: random.Random, count: int, files: dict[str, bytes]) -> list[str]:
    """Lines that succeed; `files` is as after them, but for what BSAVE saves: None."""
    lines = []
    names = [f"{letter}{n}.DAT" for letter in "KLM" for n in range(12)]
    while len(lines) < count:
        kind, name, to = source.choice(list(LINES)), source.choice(names), source.choice(names)
        length, letter = source.randrange(256), source.randrange(65, 91)
        text = bytes([letter]) * length
        if kind in ("append", "kill", "name", "copy") and name not in files:
            continue
        if (kind == "name" and (to in files or to == name)) or (kind == "copy" and to == name):
            continue
        if kind == "create":
            files[name] = text + EOF_MARK
        elif kind == "append":
            if files[name] is None:
                continue
            files[name] = files[name][:-1] + text + EOF_MARK
        elif kind == "kill":
            del files[name]
        elif kind == "name":
            files[to] = files.pop(name)
        elif kind == "copy":
            files[to] = files[name]
        else:
            length *= 40
            files[name] = None
        lines.append(LINES[kind].format(name=name, to=to, length=length, letter=letter))
    return lines


def basic_campaign(board: str, count: int, folder) -> None:
    disk = blank()
    basic = with_disks(board, disk)
    source, files = random.Random(board), {}
    for _ in range(0, count, 100):
        lines = basic_steps(source, 100, files)
        listing = "CLEAR 2000\n" + "\n".join(lines) + '\nPRINT "DONE"'
        program = folder / "steps.bas"
        program.write_text(
            "\n".join(f"{n * 10} {line}" for n, line in enumerate(listing.split("\n"), 1)) + "\n"
        )
        basic.enter("CLS")
        basic.wait()
        basic.vm.load_basic(program)
        done = basic.vm.run(until=lambda _: basic.rows()[-2:] == ["DONE", "Ok"], limit=600)
        assert done, basic.rows()
        found = tree(disk)
        assert set(found) == set(files)
        assert {name: found[name] for name in files if files[name] is not None} == {
            name: data for name, data in files.items() if data is not None
        }
    assert disk_tools.complaints(disk, folder) == ""
    assert disk_tools.read_by_mtools(disk, folder) == tree(disk)


@needs_tools
@pytest.mark.parametrize("board", BOARDS)
def test_other_programs_read_what_100_statements_of_basic_leave(board, tmp_path):
    basic_campaign(board, 100, tmp_path)


@needs_tools
@pytest.mark.slow
def test_other_programs_read_what_10000_statements_of_basic_leave(tmp_path):
    basic_campaign("eb2", 10000, tmp_path)


# Disks that others made

GIVEN = {"README.TXT": b"hello\r\n" * 300, "DATA.BIN": bytes(range(256)) * 77, "EMPTY": b""}


@needs_tools
@pytest.mark.parametrize("maker", ["mformat", "mkfs.fat"])
@pytest.mark.parametrize("geometry", GEOMETRIES, ids=lambda geometry: f"{geometry.media:X}h")
def test_the_guest_reads_disks_that_others_made(geometry, maker, tmp_path):
    image = tmp_path / "made.dsk"
    image.write_bytes(bytes(geometry.size))
    if maker == "mformat":
        g = geometry
        disk_tools.run(
            "mformat", "-i", str(image), "-v", "VOLUME", "-t", str(g.tracks), "-h", str(g.sides),
            "-n", str(g.sectors), "-m", f"0x{g.media:X}", "-c", str(g.cluster), "-r",
            str(g.entries // 16), "-L", str(g.fat), "::",
        )  # fmt: skip
    else:
        disk_tools.run(
            "mkfs.fat", "-F", "12", "-n", "VOLUME", "-M", f"0x{geometry.media:X}", "-s",
            str(geometry.cluster), "-r", str(geometry.entries), "-a", "-R", "1", "-g",
            f"{geometry.sides}/{geometry.sectors}", str(image),
        )  # fmt: skip
    for name, data in {**GIVEN, "A long name with spaces.text": b"long"}.items():
        (tmp_path / name).write_bytes(data)
        disk_tools.run("mcopy", "-i", str(image), str(tmp_path / name), "::")
    disk_tools.run("mmd", "-i", str(image), "::FOLDER")
    disk = Disk(image.read_bytes())
    if disk.read(0)[0x16] != geometry.fat:
        pytest.skip(f"{maker} makes a FAT of another size, which no MSX knows for this medium")
    reads = [Operation(READ, name, 0, 0x6000) for name in GIVEN]

    for (answer, count, found), data in zip(
        perform("eb1", disk, [*reads, Operation(CREATE, "NEW.TXT", 0, 2000)]),
        [*GIVEN.values(), b""],
        strict=True,
    ):
        assert (count, found) == (len(data), checksum(data))
        assert answer == int(bool(data)) or not data
    assert disk_tools.complaints(disk, tmp_path) == ""
    assert (
        disk_tools.read_by_mtools(disk, tmp_path)["NEW.TXT"]
        == Operation(CREATE, "NEW.TXT", 0, 2000).data()
    )
