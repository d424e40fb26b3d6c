"""What is done with the files of a disk: in an image file, without a machine."""

from pathlib import Path

import pytest

from app.controllers.explorer import (
    CANCEL,
    DELETE,
    LEAVE,
    REPAIR,
    REPLACE,
    DriveWatch,
    ExplorerController,
    FileSource,
)
from machine.fat import Volume
from machine.media.dsk import blank
from machine.worker.messages import MediumStatus, Status
from tests.support.desk import Answers
from tests.support.recording_vm import RecordingVm, status


class Explored:
    """An explorer on an image file, and what it said."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.answers = Answers()
        self.controller = ExplorerController(FileSource(str(path)), self.answers)
        self.told: list[str] = []
        self.refused: list[str] = []
        self.controller.told.connect(self.told.append)
        self.controller.refused.connect(self.refused.append)
        self.controller.refresh()

    def names(self) -> list[str]:
        """All paths on the disk in the file."""
        return [entry.path for entry in Volume(self.path.read_bytes()).walk()]


@pytest.fixture
def explored(tmp_path: Path) -> Explored:
    volume = Volume(blank().contents())
    volume.make_folder("SUB")
    volume.write("A.TXT", b"hello")
    volume.write("SUB/B.TXT", b"there")
    (tmp_path / "a.dsk").write_bytes(volume.image)
    return Explored(tmp_path / "a.dsk")


def test_files_are_put_into_the_folder_that_was_chosen(explored: Explored, tmp_path: Path) -> None:
    (tmp_path / "a long name.txt").write_text("x")
    explored.answers.files = [str(tmp_path / "a long name.txt")]

    explored.controller.choose_put("SUB")

    assert explored.names() == ["SUB", "SUB/B.TXT", "SUB/A_LONG_N.TXT", "A.TXT"]
    assert explored.told == ["1 file put onto the disk; new names: SUB/A_LONG_N.TXT"]
    assert explored.controller.volume is not None
    assert explored.controller.volume.read("sub/a_long_n.txt") == b"x"


def test_a_file_of_the_same_name_is_replaced_only_if_the_user_agrees(
    explored: Explored, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("other")

    explored.answers.button = CANCEL
    explored.controller.put([str(tmp_path / "a.txt")], "")
    kept = Volume(explored.path.read_bytes()).read("A.TXT")
    explored.answers.button = REPLACE
    explored.controller.put([str(tmp_path / "a.txt")], "")

    assert kept == b"hello"
    assert Volume(explored.path.read_bytes()).read("A.TXT") == b"other"
    assert explored.answers.asked == ["Put onto the disk", "Put onto the disk"]


def test_files_and_folders_are_copied_to_the_host(explored: Explored, tmp_path: Path) -> None:
    explored.answers.in_folder = str(tmp_path / "out")

    explored.controller.choose_get(["A.TXT", "SUB"])

    assert (tmp_path / "out/A.TXT").read_bytes() == b"hello"
    assert (tmp_path / "out/SUB/B.TXT").read_bytes() == b"there"
    assert explored.told == [f"2 files copied to {tmp_path / 'out'}"]


def test_deleting_asks_first_and_takes_folders_with_what_is_in_them(explored: Explored) -> None:
    explored.answers.button = LEAVE
    explored.controller.delete(["SUB"])
    assert explored.names() == ["SUB", "SUB/B.TXT", "A.TXT"]

    explored.answers.button = DELETE
    explored.controller.delete(["SUB", "SUB/B.TXT"])
    assert explored.names() == ["A.TXT"]


def test_a_folder_is_made_where_the_user_stands(explored: Explored) -> None:
    explored.controller.make_folder("SUB")

    assert "SUB/RENAMED" in explored.names()


def test_what_does_not_fit_is_told_and_changes_nothing(explored: Explored, tmp_path: Path) -> None:
    (tmp_path / "big").write_bytes(bytes(733_000))
    before = explored.path.read_bytes()

    explored.controller.put([str(tmp_path / "big")], "")
    explored.controller.put([str(tmp_path / "none")], "")

    assert "is full" in explored.refused[0]
    assert "does not exist" in explored.refused[1]
    assert explored.path.read_bytes() == before


def test_damage_is_told_repaired_and_the_file_as_it_was_is_kept(explored: Explored) -> None:
    volume = Volume(explored.path.read_bytes())
    entry = volume.find("A.TXT")
    assert entry is not None
    volume.table[entry.cluster] = entry.cluster
    damaged = bytes(volume.image)
    explored.path.write_bytes(damaged)

    explored.controller.make_folder("")
    assert "check and repair" in explored.refused[0]

    explored.answers.button = LEAVE
    explored.controller.check()
    assert explored.path.read_bytes() == damaged

    explored.answers.button = REPAIR
    explored.controller.check()
    assert explored.told == ["Repaired; a.dsk~ is what it was"]
    assert explored.path.with_name("a.dsk~").read_bytes() == damaged

    explored.controller.check()
    assert explored.told[-1] == "The disk has no faults"


def test_a_file_without_a_file_system_shows_nothing_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "own.dsk").write_bytes(bytes(720 * 1024))

    explored = Explored(tmp_path / "own.dsk")
    explored.controller.put([str(tmp_path / "own.dsk")], "")
    explored.controller.check()

    assert explored.controller.volume is None
    assert len(explored.refused) == 3
    assert all("no file system" in sentence for sentence in explored.refused)


def used(activity: int, name: str = "a.dsk") -> Status:
    """The machine has used the disk in its drive so often."""
    medium = MediumStatus(name, f"/{name}", "vm", changed=False, writable=True)
    return status(activity={"disk_a": activity}, media={"disk_a": medium})


def test_a_new_look_is_due_when_the_drive_rests_or_the_disk_is_another() -> None:
    vm = RecordingVm()
    watch = DriveWatch(vm, "disk_a")  # type: ignore[arg-type]
    looks: list[int] = []
    watch.stirred.connect(lambda: looks.append(1))

    for count in (1, 1, 2, 3, 3, 3):
        vm.status_told.emit(used(count))
    assert len(looks) == 1

    vm.status_told.emit(used(3, name="b.dsk"))
    vm.status_told.emit(used(3, name="b.dsk"))
    assert len(looks) == 2


def test_a_change_before_the_machine_tells_anything_new_is_news() -> None:
    vm = RecordingVm()
    vm.status = used(5)
    watch = DriveWatch(vm, "disk_a")  # type: ignore[arg-type]
    looks: list[int] = []
    watch.stirred.connect(lambda: looks.append(1))

    vm.status_told.emit(used(5, name="b.dsk"))
    vm.status_told.emit(used(5, name="b.dsk"))

    assert looks == [1]
