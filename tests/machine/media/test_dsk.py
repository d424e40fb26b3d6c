import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from machine.core.errors import Refused
from machine.media.dsk import GEOMETRIES, SECTOR_SIZE, SIZES, Disk, blank, boot_sector, geometry_of
from machine.media.medium import identity


@pytest.mark.parametrize("size", SIZES)
def test_a_blank_disk_of_every_size_names_its_own_geometry(size):
    disk = blank(size)

    assert len(disk.contents()) == size
    assert disk.contents()[0x15] == disk.read(1)[0] == disk.geometry.media
    assert geometry_of(disk.contents()) == disk.geometry


@pytest.mark.parametrize("geometry", GEOMETRIES)
def test_the_boot_sector_decides_between_geometries_of_one_size(geometry):
    image = boot_sector(geometry).ljust(geometry.size, b"\0")

    assert geometry_of(image) == geometry


@pytest.mark.parametrize("geometry", GEOMETRIES)
def test_without_a_boot_sector_the_fat_decides(geometry):
    image = bytes(SECTOR_SIZE) + bytes((geometry.media,))

    assert geometry_of(image.ljust(geometry.size, b"\0")) == geometry


@pytest.mark.parametrize("size", SIZES)
def test_a_blank_disk_passes_the_check_of_a_foreign_file_system_tool(size, tmp_path):
    if shutil.which("mdir") is None:
        pytest.skip("mtools is not installed")
    file = tmp_path / "a.dsk"
    file.write_bytes(blank(size).contents())

    subprocess.run(["mcopy", "-i", file, "-", "::HELLO.TXT"], input=b"hello", check=True)
    listed = subprocess.run(["mdir", "-i", file, "::"], check=True, capture_output=True, text=True)

    assert "HELLO" in listed.stdout


def test_a_file_of_no_disk_size_is_refused_by_name(tmp_path):
    for size in (1, 511, 512, 700 * 1024, 720 * 1024 - 1):
        (tmp_path / "odd.dsk").write_bytes(bytes(size))
        with pytest.raises(Refused, match=r"odd\.dsk"):
            Disk.load(tmp_path / "odd.dsk")


def test_blank_refuses_a_size_that_does_not_exist():
    with pytest.raises(Refused, match="1440"):
        blank(1440)


def test_flush_writes_the_file_once_and_keeps_base_and_overlay(tmp_path):
    file = tmp_path / "a.dsk"
    file.write_bytes(blank(SIZES[0]).contents())
    disk = Disk.load(file, "file")
    base = disk.identity

    disk.write(7, b"x" * SECTOR_SIZE)
    first, second = disk.flush(), disk.flush()

    assert (first, second) == (True, False)
    assert file.read_bytes() == disk.contents()
    assert file.read_bytes()[7 * SECTOR_SIZE :][:SECTOR_SIZE] == b"x" * SECTOR_SIZE
    assert disk.identity == base == identity(disk.base)
    assert list(disk.overlay) == [7]


def test_flush_leaves_a_file_alone_that_somebody_else_changed(tmp_path):
    file = tmp_path / "a.dsk"
    file.write_bytes(bytes(SIZES[0]))
    disk = Disk.load(file, "file")
    disk.write(0, b"x" * SECTOR_SIZE)
    file.write_bytes(b"y" * SIZES[0])

    with pytest.raises(Refused, match="another program"):
        disk.flush()

    assert file.read_bytes() == b"y" * SIZES[0]


def test_a_disk_from_a_strangers_state_overwrites_no_file_of_another_kind(tmp_path):
    victim = tmp_path / "profile"
    victim.write_text("umask 022\n")
    disk = Disk(bytes(SIZES[0]), "game", victim, "file")
    disk.in_file = identity(victim.read_bytes())
    disk.write(0, b"x" * SECTOR_SIZE)

    with pytest.raises(Refused, match="left alone"):
        disk.flush()

    assert victim.read_text() == "umask 022\n"


def test_flush_is_refused_in_the_other_write_modes(tmp_path):
    file = tmp_path / "a.dsk"
    file.write_bytes(bytes(SIZES[0]))

    for mode in ("vm", "read-only"):
        with pytest.raises(Refused, match="write mode"):
            Disk.load(file, mode).flush()


def test_saving_as_another_file_leaves_the_first_one(tmp_path):
    (tmp_path / "a.dsk").write_bytes(bytes(SIZES[0]))
    disk = Disk.load(tmp_path / "a.dsk")
    disk.write(0, b"x" * SECTOR_SIZE)

    disk.save_as(tmp_path / "b.dsk")

    assert (tmp_path / "a.dsk").read_bytes() == bytes(SIZES[0])
    assert (tmp_path / "b.dsk").read_bytes() == disk.contents()


def test_only_a_read_only_disk_is_write_protected():
    assert Disk(bytes(SIZES[0]), mode="read-only").write_protected
    assert not Disk(bytes(SIZES[0])).write_protected
    assert not Disk(bytes(SIZES[0]), mode="file").write_protected


@given(
    st.dictionaries(
        st.one_of(st.integers(), st.text(), st.none()),
        st.one_of(st.binary(max_size=600), st.just(b"z" * SECTOR_SIZE), st.text(), st.none()),
    )
)
def test_restoring_anything_fits_or_is_refused_without_a_change(overlay):
    disk = Disk(bytes(SIZES[0]))
    disk.write(3, b"x" * SECTOR_SIZE)
    before = disk.contents()

    try:
        disk.restore(overlay)
    except Refused:
        assert disk.contents() == before
    else:
        assert disk.capture() == {key: data for key, data in overlay.items() if any(data)}


@given(st.binary(max_size=4096))
def test_any_bytes_are_a_disk_or_refused(data):
    with pytest.raises(Refused):
        Disk(data)


class AgainstBytes(RuleBasedStateMachine):
    """A disk does what a plain array of bytes does, and its base never changes."""

    @initialize(size=st.sampled_from(SIZES))
    def start(self, size):
        self.disk = blank(size)
        self.base = self.disk.base
        self.model = bytearray(self.base)
        self.saved = ({}, bytes(self.model))

    @rule(sector=st.integers(0, 319), fill=st.integers(0, 255))
    def write(self, sector, fill):
        data = bytes((fill,)) * SECTOR_SIZE
        self.disk.write(sector, data)
        self.model[sector * SECTOR_SIZE : (sector + 1) * SECTOR_SIZE] = data

    @rule(sector=st.integers(0, 319))
    def write_back_what_was_there(self, sector):
        span = slice(sector * SECTOR_SIZE, (sector + 1) * SECTOR_SIZE)
        self.disk.write(sector, self.base[span])
        self.model[span] = self.base[span]
        assert sector not in self.disk.overlay

    @rule(sector=st.integers(0, 319))
    def read(self, sector):
        span = slice(sector * SECTOR_SIZE, (sector + 1) * SECTOR_SIZE)
        assert self.disk.read(sector) == self.model[span]

    @rule()
    def capture(self):
        self.saved = (self.disk.capture(), bytes(self.model))

    @rule()
    def restore(self):
        self.disk.restore(self.saved[0])
        self.model = bytearray(self.saved[1])

    @invariant()
    def same(self):
        assert self.disk.contents() == self.model
        assert self.disk.base == self.base


AgainstBytes.TestCase.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)
TestAgainstBytes = AgainstBytes.TestCase
