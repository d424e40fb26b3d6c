"""The power goes in the midst of what the guest writes: no file but the one being written is lost."""

import random

import pytest

from machine.media.dsk import SECTOR_SIZE, Disk, blank
from tests.roms.test_disk_model import Model, drawn
from tests.support import dos_guest
from tests.support.disk_script import (
    CREATE,
    CUT,
    DELETE,
    READ,
    RENAME,
    WRITE,
    Operation,
    begin,
    perform,
)
from tests.support.trees import Volume, packed, plain, plant

SMALL = 163840
FILES = {"A": b"a" * 3000, "B.TXT": b"b" * 700, "C.C": b"c" * 5000, "Z": b"", "X1.Y": b"x" * 512}


class Recorder(Disk):
    """A disk that notes what is written, in order."""

    def __init__(self, base: bytes) -> None:
        super().__init__(base)
        self.written: list[tuple[int, bytes]] = []

    def write(self, sector: int, data: bytes) -> None:
        self.written.append((sector, bytes(data)))
        super().write(sector, data)


def held(disk: Disk) -> dict[str, tuple[int, int]]:
    """First cluster and size of each file."""
    return {
        plain(row): (int.from_bytes(row[26:28], "little"), int.from_bytes(row[28:32], "little"))
        for _, row in Volume(disk).rows(0)
    }


def assert_others_are_whole(disk: Disk, files: dict[str, bytes], touched: set[str]) -> None:
    """All files but `touched` are there, whole, and share no cluster with anything.

    What a touched file's entry leads to is taken, so that nothing new comes to lie there.
    """
    volume = Volume(disk)
    entries = held(disk)
    owners: dict[int, str] = {}
    for name, data in files.items():
        if name in touched:
            continue
        assert name in entries, f"{name} is gone"
        first, size = entries[name]
        chain = list(volume.chain(first)) if first else []
        assert size == len(data), f"{name} has another size"
        assert (volume.contents(first)[:size] if first else b"") == data, f"{name} is damaged"
        for cluster in chain:
            assert cluster not in owners, f"{name} and {owners[cluster]} share a cluster"
            owners[cluster] = name
    for name in touched & set(entries):
        cluster = entries[name][0]
        while 2 <= cluster <= volume.last:
            assert cluster not in owners, f"{name} leads into {owners.get(cluster)}"
            owners[cluster] = name
            assert volume.following(cluster), f"{name} leads to a free cluster"
            cluster = volume.following(cluster)


def cut_everywhere(disk: Disk, model: Model, operation: Operation) -> int:
    """Performs one operation, and looks at the disk as it is after each sector written."""
    operation = model.bounded(operation)
    before = disk.contents()
    recorder = Recorder(before)
    files = dict(model.files)
    answer = model.perform(operation)
    assert perform("eb1", recorder, [operation]) == [answer]
    touched = {operation.name, operation.to} if operation.what == RENAME else {operation.name}
    image = bytearray(before)
    for sector, data in recorder.written:
        image[sector * SECTOR_SIZE : (sector + 1) * SECTOR_SIZE] = data
        assert_others_are_whole(Disk(bytes(image)), files, touched)
    for sector, data in recorder.written:
        disk.write(sector, data)
    return len(recorder.written)


def prepared() -> tuple[Disk, Model]:
    disk = blank(SMALL)
    plant(disk, FILES)
    model = Model(disk)
    model.files = dict(FILES)
    return disk, model


@pytest.mark.parametrize(
    "operation",
    [
        Operation(CREATE, "NEW", 0, 4000, 1),
        Operation(CREATE, "C.C", 0, 1500, 1),
        Operation(CREATE, "NEW", 0, 0),
        Operation(WRITE, "A", 100, 2000, 1),
        Operation(WRITE, "A", 3000, 9000, 1),
        Operation(WRITE, "Z", 0, 600, 1),
        Operation(WRITE, "B.TXT", 600, 0x3000, 1),
        Operation(DELETE, "C.C"),
        Operation(DELETE, "A"),
        Operation(RENAME, "A", to="Q"),
        Operation(CUT, "C.C", 1000),
        Operation(CUT, "C.C", 0),
    ],
    ids=lambda operation: f"{operation.what} {operation.name} {operation.at} {operation.length}",
)
def test_the_power_may_go_behind_each_sector_that_an_operation_writes(operation):
    disk, model = prepared()

    assert cut_everywhere(disk, model, operation) > 0 or operation.what == WRITE


def test_a_rename_has_one_of_its_names_at_every_time():
    disk, _ = prepared()
    recorder = Recorder(disk.contents())
    perform("eb1", recorder, [Operation(RENAME, "A", to="Q")])

    assert len(recorder.written) == 1
    assert packed("Q") in recorder.written[0][1]


def random_cuts(count: int, seed: int) -> None:
    disk, model = prepared()
    source = random.Random(seed)
    for operation in drawn(source, count):
        if operation.what != READ:
            cut_everywhere(disk, model, operation)


def test_the_power_may_go_behind_each_sector_of_random_operations():
    random_cuts(40, 1)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_the_power_may_go_behind_each_sector_of_many_random_operations(seed):
    random_cuts(500, seed)


# At any tick, with a drive of real speed: a sector may be under way, too.
SERIES = [
    Operation(CREATE, "NEW", 0, 3000, 1),
    Operation(WRITE, "A", 3000, 2000, 2),
    Operation(DELETE, "C.C"),
    Operation(RENAME, "B.TXT", to="Q"),
    Operation(CUT, "A", 10),
    Operation(CREATE, "X1.Y", 0, 900, 3),
]
TOUCHED = {"NEW", "A", "C.C", "B.TXT", "Q", "X1.Y"}


def cut_at_ticks(count: int, seed: int) -> None:
    source = random.Random(seed)
    for _ in range(count):
        disk, model = prepared()
        model.files["STAYS"] = b"s" * 2000
        plant(disk, {"STAYS": b"s" * 2000})
        vm = begin("eb1", disk, SERIES)
        vm.machine.devices["disk-controller"].fast = False
        second = vm.machine.ticks_per_second
        try:
            assert vm.run(until=lambda vm: vm.peek(dos_guest.STATE) == dos_guest.RUNS, limit=20)
            vm.run(ticks=source.randrange(12 * second))
        finally:
            vm.machine.devices["disk-controller"].fast = True
        assert_others_are_whole(disk, model.files, TOUCHED)


def test_the_power_may_go_at_any_tick():
    cut_at_ticks(6, 1)


@pytest.mark.slow
def test_the_power_may_go_at_any_of_many_ticks():
    cut_at_ticks(300, 2)
