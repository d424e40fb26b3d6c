"""Files and folders between the host and a disk."""

import os
from datetime import datetime

import pytest

from machine.core.errors import Refused
from machine.fat import Volume, directory, transfer
from machine.media.dsk import blank


def volume() -> Volume:
    return Volume(blank().contents(), "a.dsk")


def test_a_folder_goes_there_and_back_with_names_contents_and_times(tmp_path):
    source = tmp_path / "GAMES"
    (source / "SUB").mkdir(parents=True)
    (source / "A.BAS").write_bytes(b"10 PRINT")
    (source / "SUB" / "EMPTY").write_bytes(b"")
    stamp = datetime(1990, 2, 3, 4, 5, 6).timestamp()
    os.utime(source / "A.BAS", (stamp, stamp))
    disk = volume()

    put = [path for _, path in transfer.put(disk, [source])]
    list(transfer.get(disk, disk.entries(), tmp_path / "out"))

    out = tmp_path / "out" / "GAMES"
    assert put == ["GAMES/A.BAS", "GAMES/SUB/EMPTY"]
    assert (out / "A.BAS").read_bytes() == b"10 PRINT"
    assert (out / "A.BAS").stat().st_mtime == stamp
    assert (out / "SUB" / "EMPTY").read_bytes() == b""


def test_names_that_become_one_are_told_apart_and_those_that_fit_come_first(tmp_path):
    for name in ("long name one.txt", "long name two.txt", "LONG_NAM.TXT", "long_nam.txt"):
        (tmp_path / name).write_text(name)
    disk = volume()

    list(transfer.put(disk, [tmp_path]))

    (folder,) = disk.entries()
    found = {entry.name: disk.contents(entry).decode() for entry in disk.entries(folder.path)}
    assert found == {
        "LONG_NAM.TXT": "LONG_NAM.TXT",
        "LONG_N~1.TXT": "long_nam.txt",
        "LONG_N~2.TXT": "long name one.txt",
        "LONG_N~3.TXT": "long name two.txt",
    }


def test_a_second_copying_replaces_what_fits(tmp_path):
    disk = volume()
    file = tmp_path / "a.txt"
    for text in ("first", "second"):
        file.write_text(text)
        list(transfer.put(disk, [file]))

    assert [entry.name for entry in disk.entries()] == ["A.TXT"]
    assert disk.read("A.TXT") == b"second"


@pytest.mark.parametrize(
    "raw", [b"../../ET CX", b"/ETC    PAS", b"..         ", b"A\\..\\B  C  ", b"A\0\0     \0\0\0"]
)
def test_a_hostile_name_does_not_leave_the_folder(raw, tmp_path):
    disk = volume()
    entry = disk.write("A", b"x")
    disk.image[entry.at : entry.at + 11] = raw
    out = tmp_path / "in" / "out"

    list(transfer.get(disk, disk.entries(), out))

    places = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert all(path.parent == out for path in places)
    assert len(places) == (0 if raw in directory.LINKS else 1)


def test_two_files_of_one_name_on_a_damaged_disk_both_arrive(tmp_path):
    disk = volume()
    disk.write("A", b"x")
    entry = disk.write("B", b"y")
    disk.image[entry.at] = ord("A")

    got = list(transfer.get(disk, disk.entries(), tmp_path))

    assert [place.read_bytes() for _, place in got] == [b"x", b"y"]


def test_what_cannot_be_read_is_refused_by_name(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "big").write_bytes(bytes(800_000))

    for name in ("nothing", "pipe", "big"):
        with pytest.raises(Refused, match=name):
            list(transfer.put(volume(), [tmp_path / name]))


def test_a_circle_of_links_on_the_host_ends_in_a_refusal(tmp_path):
    (tmp_path / "A").mkdir()
    (tmp_path / "A" / "B").symlink_to(tmp_path / "A")

    with pytest.raises(Refused):
        list(transfer.put(volume(), [tmp_path / "A"]))


def test_a_folder_is_deleted_with_all_that_is_in_it():
    disk = volume()
    free = disk.free
    for path in ("SUB", "SUB/INNER"):
        disk.make_folder(path)
    disk.write("SUB/INNER/A", bytes(5000))
    disk.write("KEPT", b"")

    transfer.delete(disk, disk.find("SUB"))

    assert [entry.name for entry in disk.entries()] == ["KEPT"]
    assert disk.free == free


def test_a_pattern_that_stands_for_nothing_is_refused():
    with pytest.raises(Refused, match=r"a\.dsk has no \*\.BAS"):
        transfer.matching(volume(), "*.BAS")
