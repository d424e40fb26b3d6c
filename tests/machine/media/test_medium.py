import os

import pytest

from machine.core.errors import Refused
from machine.media.medium import identity, read_file, write_file


def test_a_file_is_read_whole(tmp_path):
    file = tmp_path / "a.dsk"
    file.write_bytes(b"abc")

    assert read_file(file, "disk image", 3) == b"abc"


def test_a_folder_a_missing_an_empty_and_a_big_file_are_refused(tmp_path):
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "big").write_bytes(bytes(4))

    for name, word in [(".", "folder"), ("gone", "exist"), ("empty", "empty"), ("big", "too big")]:
        with pytest.raises(Refused, match=word):
            read_file(tmp_path / name, "disk image", 3)


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path):
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(Refused, match="ordinary"):
        read_file(tmp_path / "pipe", "disk image", 3)


def test_a_name_that_no_file_can_have_is_refused():
    with pytest.raises(Refused, match="cannot be read"):
        read_file("a\0b", "disk image", 3)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_refused(tmp_path):
    file = tmp_path / "a.dsk"
    file.write_bytes(b"abc")
    file.chmod(0)

    with pytest.raises(Refused, match="cannot be read"):
        read_file(file, "disk image", 3)


def test_writing_replaces_the_target_of_a_link_and_keeps_its_mode(tmp_path):
    file = tmp_path / "a.dsk"
    file.write_bytes(b"old")
    file.chmod(0o640)
    (tmp_path / "link").symlink_to(file)

    write_file(tmp_path / "link", b"new")

    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.dsk", "link"]


def test_a_new_file_has_the_mode_that_the_users_mask_leaves(tmp_path):
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "shot.png", b"new")
    finally:
        os.umask(before)

    assert (tmp_path / "shot.png").stat().st_mode & 0o777 == 0o640


def test_a_write_that_fails_leaves_no_trace(tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_bytes(b"")

    with pytest.raises(Refused, match="cannot be written"):
        write_file(tmp_path / "full", b"new")
    with pytest.raises(Refused, match="cannot be written"):
        write_file(tmp_path / "nowhere" / "a.dsk", b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["full"]


def test_identity_is_by_content():
    assert identity(b"a") == identity(b"a") != identity(b"b")
    assert len(identity(b"")) == 32
