"""The tree of files: by itself, against a model, and beside mtools and fsck.fat."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from machine.core.errors import Refused
from machine.fat import Volume, directory
from machine.fat.layout import ROW
from machine.fat.volume import LONGEST_PATH
from machine.media.dsk import GEOMETRIES, SIZES, blank, formatted
from tests.support.fat_tools import complaints, mtool, needs_fsck, needs_mtools, without_boot_fields

WHEN = datetime(1989, 7, 14, 12, 34, 56)


def tree(volume: Volume) -> dict[str, bytes | None]:
    """Every path with its contents, or None for a folder."""
    return {e.path: None if e.is_folder else volume.contents(e) for e in volume.walk()}


def filled(image: bytes) -> tuple[Volume, dict[str, bytes | None]]:
    volume = Volume(image)
    made: dict[str, bytes | None] = {}
    for folder in ("SUB", "SUB/INNER", "EMPTY"):
        volume.make_folder(folder, WHEN)
        made[folder] = None
    for number, size in enumerate((0, 1, 511, 512, 513, 1024, 1025, 9000)):
        for folder in ("", "SUB/", "SUB/INNER/"):
            made[f"{folder}FILE{number}.BIN"] = data = bytes((number + 65,)) * size
            volume.write(f"{folder}FILE{number}.BIN", data, WHEN)
    return volume, made


@pytest.mark.parametrize("geometry", GEOMETRIES)
def test_what_was_written_is_read_on_every_geometry(geometry):
    volume, made = filled(formatted(geometry))

    assert tree(Volume(bytes(volume.image))) == made
    assert all(entry.modified == WHEN for entry in volume.walk())


@pytest.mark.parametrize("geometry", GEOMETRIES)
def test_a_disk_without_fields_in_its_boot_sector_serves_alike(geometry):
    volume, made = filled(without_boot_fields(formatted(geometry)))

    assert tree(volume) == made
    assert not any(volume.image[:512])


@needs_fsck
@pytest.mark.parametrize("geometry", GEOMETRIES)
def test_fsck_has_no_complaint_of_what_was_written(geometry, tmp_path):
    volume, _ = filled(formatted(geometry))
    volume.delete(volume.find("SUB/FILE7.BIN"))

    assert complaints(bytes(volume.image), tmp_path) == []


@needs_mtools
@pytest.mark.parametrize("geometry", GEOMETRIES)
def test_mtools_read_what_was_written(geometry, tmp_path):
    volume, made = filled(formatted(geometry))
    file = tmp_path / "a.dsk"
    file.write_bytes(volume.image)
    (tmp_path / "out").mkdir()

    mtool("mcopy", file, "-s", "-m", "::/", tmp_path / "out")

    out = tmp_path / "out"
    found = {
        str(p.relative_to(out)): p.read_bytes() if p.is_file() else None for p in out.rglob("*")
    }
    assert found == made


@needs_mtools
@pytest.mark.parametrize("geometry", GEOMETRIES)
def test_what_mtools_wrote_is_read(geometry, tmp_path):
    file = tmp_path / "a.dsk"
    file.write_bytes(formatted(geometry))
    made: dict[str, bytes | None] = {"SUB": None, "SUB/INNER": None}
    mtool("mmd", file, "::SUB", "::SUB/INNER")
    for number, size in enumerate((0, 1, 512, 1024, 5000)):
        for folder in ("", "SUB/", "SUB/INNER/"):
            made[f"{folder}FILE{number}.BIN"] = data = bytes((number + 65,)) * size
            mtool("mcopy", file, "-", f"::{folder}FILE{number}.BIN", data=data)
    mtool("mdel", file, "::SUB/FILE2.BIN")
    del made["SUB/FILE2.BIN"]

    assert tree(Volume(file.read_bytes())) == made


@needs_mtools
@needs_fsck
def test_a_file_with_a_long_name_goes_with_all_its_rows(tmp_path):
    file = tmp_path / "a.dsk"
    file.write_bytes(blank().contents())
    mtool("mcopy", file, "-", "::a name that fills more than one row of the folder", data=b"x")
    volume = Volume(file.read_bytes())
    (entry,) = volume.entries()

    volume.delete(entry)

    assert volume.entries() == []
    assert complaints(bytes(volume.image), tmp_path) == []


@pytest.mark.parametrize("size", SIZES)
def test_a_full_disk_refuses_and_stays_as_it_was(size):
    volume = Volume(blank(size).contents())
    volume.write("KEPT.BIN", b"k" * 700)
    volume.write("ALL.BIN", bytes(volume.free))
    before = bytes(volume.image)

    assert volume.free == 0
    with pytest.raises(Refused, match="full"):
        volume.write("MORE.BIN", b"x")
    with pytest.raises(Refused, match="full"):
        volume.write("KEPT.BIN", b"k" * 3000)
    with pytest.raises(Refused, match="full"):
        volume.make_folder("SUB")
    assert bytes(volume.image) == before


@pytest.mark.parametrize("size", SIZES)
def test_a_full_root_refuses_and_a_folder_grows(size):
    volume = Volume(blank(size).contents())
    entries = volume.layout.entries
    volume.make_folder("SUB")
    for number in range(entries - 1):
        volume.write(f"F{number}", b"")

    with pytest.raises(Refused, match=f"root .* full .{entries} names"):
        volume.write("MORE", b"")
    for number in range(100):
        volume.write(f"SUB/F{number}", b"")
    assert len(volume.entries("SUB")) == 100
    assert len(volume.entries()) == entries


def test_a_replaced_file_gives_its_clusters_back():
    volume = Volume(blank().contents())
    free = volume.free
    volume.write("A", bytes(200_000))

    volume.write("a", b"short")

    assert volume.read("A") == b"short"
    assert volume.free == free - 1024
    assert [entry.name for entry in volume.entries()] == ["A"]


def test_paths_are_taken_with_either_slash_and_in_small_letters():
    volume, _ = filled(blank().contents())

    assert volume.read("sub\\inner/file5.bin") == b"F" * 1024
    assert volume.find("sub/nothing") is None
    assert volume.find("file1.bin/x") is None


@pytest.mark.parametrize("path", ["TOOLONGNAME", "A.TEXT", "A B", "", "A*", "SUB/x:y"])
def test_a_name_that_is_none_is_refused(path):
    volume, _ = filled(blank().contents())

    with pytest.raises(Refused):
        volume.write(path, b"")


def test_a_path_longer_than_the_computer_takes_is_refused():
    volume = Volume(blank().contents())
    path = ""
    for _ in range(7):
        path += "/ABCDEFGH"
        volume.make_folder(path)

    with pytest.raises(Refused, match="63 characters"):
        volume.write(f"{path}/A", b"")


def test_what_is_in_the_way_is_left_alone():
    volume, made = filled(blank().contents())
    volume.write("LOCKED", b"x", attributes=directory.READ_ONLY)

    for act in (
        lambda: volume.write("SUB", b"x"),
        lambda: volume.write("LOCKED", b"y"),
        lambda: volume.make_folder("SUB"),
        lambda: volume.make_folder("NONE/X"),
        lambda: volume.read("SUB"),
        lambda: volume.entries("FILE1.BIN"),
        lambda: volume.delete(volume.find("SUB")),
        lambda: volume.delete(volume.find("LOCKED")),
    ):
        with pytest.raises(Refused):
            act()

    assert tree(volume) == made | {"LOCKED": b"x"}


@needs_fsck
def test_a_disk_gets_changes_and_loses_its_label(tmp_path):
    volume = Volume(blank().contents())

    volume.set_label("first")
    volume.write("A", b"x")
    volume.set_label("second one")

    assert volume.label == "SECOND ONE"
    assert [entry.name for entry in volume.entries()] == ["A"]
    assert complaints(bytes(volume.image), tmp_path) == []
    volume.set_label("")
    assert volume.label == ""
    assert complaints(bytes(volume.image), tmp_path) == []


def test_rows_behind_the_end_of_a_folder_do_not_come_to_life():
    image = bytearray(blank().contents())
    root = Volume(bytes(image)).layout.root * 512
    image[root + ROW : root + 2 * ROW] = directory.built(b"GHOST      ", 0x20, WHEN, 5, 1)
    volume = Volume(bytes(image))

    volume.write("A", b"x")

    assert [entry.name for entry in volume.entries()] == ["A"]


def test_a_chain_in_a_circle_is_refused_not_followed():
    volume = Volume(blank().contents())
    entry = volume.write("A", bytes(5000))
    volume.table[entry.cluster + 2] = entry.cluster

    with pytest.raises(Refused, match="A is damaged"):
        volume.read("A")


def test_a_folder_in_itself_is_refused_not_followed():
    volume = Volume(blank().contents())
    volume.make_folder("SUB")
    sub = volume.find("SUB")
    volume.make_folder("SUB/SUB2")
    inner = volume.find("SUB/SUB2")
    volume.image[inner.at + 26 : inner.at + 28] = sub.cluster.to_bytes(2, "little")

    with pytest.raises(Refused, match="in itself"):
        list(volume.walk())


def refusal_of(act: Callable[[], object]) -> str:
    """Why something was refused, or ""."""
    try:
        act()
    except Refused as refusal:
        return str(refusal)
    return ""


NAMES = st.sampled_from(["A", "B.C", "LONGNAME.EXT", "D.TXT", "E1", "F.BAS"])


class AgainstAModel(RuleBasedStateMachine):
    """A volume does what a dictionary of paths does; its tables stay whole."""

    @initialize(geometry=st.sampled_from(GEOMETRIES), fields=st.booleans())
    def start(self, geometry, fields):
        image = formatted(geometry)
        self.volume = Volume(image if fields else without_boot_fields(image))
        self.model: dict[str, bytes | None] = {}
        self.free = self.volume.free

    def folders(self) -> list[str]:
        return ["", *(path + "/" for path, data in self.model.items() if data is None)]

    @rule(data=st.data(), name=NAMES, size=st.integers(0, 30_000))
    def write(self, data, name, size):
        path = data.draw(st.sampled_from(self.folders())) + name
        contents = name.encode() * (size // len(name))
        before = bytes(self.volume.image)
        why = refusal_of(lambda: self.volume.write(path, contents))
        if why:
            assert self.model.get(path, b"") is None or "full" in why or len(path) > LONGEST_PATH
            assert bytes(self.volume.image) == before
        else:
            assert self.model.get(path, b"") is not None
            self.model[path] = contents

    @rule(data=st.data(), name=NAMES)
    def make_folder(self, data, name):
        path = data.draw(st.sampled_from(self.folders())) + name
        why = refusal_of(lambda: self.volume.make_folder(path))
        if why:
            assert path in self.model or "full" in why or len(path) > LONGEST_PATH
        else:
            assert path not in self.model
            self.model[path] = None

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def delete(self, data):
        path = data.draw(st.sampled_from(sorted(self.model)))
        has_more = any(other.startswith(path + "/") for other in self.model)
        try:
            self.volume.delete(self.volume.find(path))
        except Refused:
            assert has_more
        else:
            assert not has_more
            del self.model[path]

    @invariant()
    def same(self):
        volume = Volume(bytes(self.volume.image))
        assert tree(volume) == self.model
        step = volume.layout.step
        taken = [
            c for entry in volume.walk() for c in volume.table.chain(entry.cluster, entry.path)
        ]
        assert len(taken) == len(set(taken))
        assert volume.free == self.free - len(taken) * step
        layout = volume.layout
        fats = [
            volume.image[(1 + n * layout.fat) * 512 : (1 + (n + 1) * layout.fat) * 512]
            for n in range(2)
        ]
        assert fats[0] == fats[1]

    def teardown(self):
        if hasattr(self, "volume") and any(self.volume.image[:512]):
            with TemporaryDirectory() as folder:
                assert complaints(bytes(self.volume.image), Path(folder)) == []


AgainstAModel.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestAgainstAModel = needs_fsck(AgainstAModel.TestCase)
