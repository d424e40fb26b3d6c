"""A drive is a folder, and there is no way out of it."""

import os
import socket
import threading

import pytest

from machine.core.errors import Refused
from machine.exec.codes import Code, DosError
from machine.exec.folders import Folder

SECRET = b"secret"


@pytest.fixture
def root(tmp_path):
    """A drive's folder, with a secret beside it."""
    (tmp_path / "secret.txt").write_bytes(SECRET)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_bytes(SECRET)
    (tmp_path / "drive").mkdir()
    return tmp_path / "drive"


@pytest.fixture
def drive(root):
    folder = Folder(root)
    yield folder
    folder.close()


def name(text: str) -> bytes:
    stem, _, extension = text.partition(".")
    return stem.ljust(8).encode() + extension.ljust(3).encode()


def shown(drive: Folder, *place: bytes) -> list[bytes]:
    return [entry.name for entry in drive.entries(place)]


def refused(code: Code):
    return pytest.raises(DosError, match=str(DosError(code)))


def test_only_files_and_folders_are_shown(drive, root):
    (root / "file.txt").write_bytes(b"x")
    (root / "folder").mkdir()
    (root / "link.txt").symlink_to("../secret.txt")
    (root / "way").symlink_to("../outside")
    (root / ".hidden").write_bytes(b"x")
    os.mkfifo(root / "pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.path.relpath(root / "socket"))

    assert shown(drive) == [name("FILE.TXT"), name("FOLDER")]


@pytest.mark.parametrize("target", ["../secret.txt", "file.txt", "/etc/passwd", "link.txt", "gone"])
def test_a_link_is_no_file(drive, root, target):
    (root / "file.txt").write_bytes(b"x")
    (root / "link.txt").symlink_to(target)

    with refused(Code.NOFIL):
        drive.open((), name("LINK.TXT"), writing=False)


def test_a_link_to_a_folder_is_no_directory(drive, root):
    (root / "way").symlink_to("../outside")

    with refused(Code.NODIR):
        drive.entries((name("WAY"),))
    with refused(Code.NODIR):
        drive.create((name("WAY"),), name("NEW.TXT"))


def test_a_link_is_not_written_through(drive, root, tmp_path):
    (root / "new.txt").symlink_to("../outside/made.txt")

    with refused(Code.FILEX):
        drive.create((), name("NEW.TXT"))

    assert not (tmp_path / "outside" / "made.txt").exists()
    assert (root / "new.txt").is_symlink()


def test_a_file_is_not_moved_over_a_link(drive, root):
    (root / "file.txt").write_bytes(b"x")
    (root / "new.txt").symlink_to("../secret.txt")

    drive_sees = drive.find((), name("NEW.TXT"))
    drive.move((), name("FILE.TXT"), (), name("OTHER.TXT"))

    assert drive_sees is None
    assert (root / "new.txt").is_symlink()


@pytest.mark.parametrize("way", [b"..         ", b".          ", b"../SECRETXT", b"A/../../B  "])
def test_no_name_leads_up(drive, way):
    with refused(Code.NODIR):
        drive.entries((way,))
    with refused(Code.NOFIL):
        drive.open((), way, writing=False)
    with refused(Code.IFNM):
        drive.create((), way)


@pytest.mark.parametrize(
    "bad", [b"\0" * 11, b"A\0B        ", b"           ", b"A?         ", b"a" * 11]
)
def test_no_file_is_made_with_an_impossible_name(drive, root, bad):
    with refused(Code.IFNM):
        drive.create((), bad)

    assert list(root.iterdir()) == []


def test_a_pipe_is_neither_opened_nor_waited_for(drive, root):
    os.mkfifo(root / "pipe")

    with refused(Code.NOFIL):
        drive.open((), name("PIPE"), writing=False)


def test_a_folder_that_becomes_a_link_all_the_time_is_never_left(drive, root):
    (root / "sub").mkdir()
    (root / "sub" / "secret.txt").write_bytes(b"own")
    stop = threading.Event()

    def exchange() -> None:
        while not stop.is_set():
            (root / "sub").rename(root / "kept")
            (root / "sub").symlink_to("../outside")
            (root / "sub").unlink()
            (root / "kept").rename(root / "sub")

    attacker = threading.Thread(target=exchange)
    attacker.start()
    try:
        seen = set()
        for _ in range(300):
            try:
                opened = drive.open((name("SUB"),), name("SECRET.TXT"), writing=False)
            except DosError:
                continue
            seen.add(os.read(opened, 100))
            os.close(opened)
    finally:
        stop.set()
        attacker.join()

    assert seen <= {b"own"}


def test_a_file_that_becomes_a_link_all_the_time_is_never_another(drive, root):
    def exchange() -> None:
        while not stop.is_set():
            (root / "made").write_bytes(b"own")
            (root / "made").rename(root / "a.txt")
            (root / "made").symlink_to("../secret.txt")
            (root / "made").rename(root / "a.txt")

    stop = threading.Event()
    attacker = threading.Thread(target=exchange)
    attacker.start()
    try:
        seen = set()
        for _ in range(300):
            try:
                opened = drive.open((), name("A.TXT"), writing=False)
            except DosError:
                continue
            seen.add(os.read(opened, 100))
            os.close(opened)
    finally:
        stop.set()
        attacker.join()

    assert SECRET not in seen


def test_a_read_only_drive_refuses_every_change(root):
    (root / "file.txt").write_bytes(b"x")
    folder = Folder(root, read_only=True)
    place, file = (), name("FILE.TXT")

    for change in (
        lambda: folder.create(place, name("NEW.TXT")),
        lambda: folder.create(place, file),
        lambda: folder.open(place, file, writing=True),
        lambda: folder.delete(place, file),
        lambda: folder.move(place, file, place, name("NEW.TXT")),
        lambda: folder.make_directory(place, name("NEW")),
        lambda: folder.set_attributes(place, file, 1),
        lambda: folder.set_modified(place, file, 0.0, (0, 0)),
    ):
        with refused(Code.WPROT):
            change()
    folder.close()

    assert {path.name: path.read_bytes() for path in root.iterdir()} == {"file.txt": b"x"}


def test_a_new_file_has_small_letters_and_an_old_one_its_own(drive, root):
    (root / "Mixed.Txt").write_bytes(b"old")

    os.close(drive.create((), name("NEW.TXT")))
    os.close(drive.create((), name("MIXED.TXT")))

    assert {path.name: path.read_bytes() for path in root.iterdir()} == {
        "new.txt": b"",
        "Mixed.Txt": b"",
    }


def test_attributes_are_kept(drive, root):
    (root / "file.txt").write_bytes(b"x")

    drive.set_attributes((), name("FILE.TXT"), 0x23)
    with refused(Code.FILRO):
        drive.delete((), name("FILE.TXT"))

    assert drive.get((), name("FILE.TXT")).attributes == 0x23
    assert (root / "file.txt").stat().st_mode & 0o222 == 0
    drive.set_attributes((), name("FILE.TXT"), 0)
    assert drive.get((), name("FILE.TXT")).attributes == 0
    assert os.access(root / "file.txt", os.W_OK)


def test_a_directory_is_not_moved_into_itself(drive, root):
    (root / "a" / "b").mkdir(parents=True)

    with refused(Code.DIRE):
        drive.move((), name("A"), (name("A"), name("B")), name("A"))


@pytest.mark.parametrize("path", ["missing", "file.txt"])
def test_what_is_no_folder_is_no_drive(tmp_path, path):
    (tmp_path / "file.txt").write_bytes(b"x")

    with pytest.raises(Refused, match=path):
        Folder(tmp_path / path)
