"""The disk explorer beside a running machine: the guest and the window see one disk."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PyQt6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, QPointF, Qt, QUrl
from PyQt6.QtGui import QDropEvent

from app.controllers.explorer import DELETE
from app.models.disk_files import PATH
from app.views.disk_explorer import DiskExplorer
from machine.fat import Volume
from machine.media.dsk import blank
from machine.worker.messages import DiskContents, ReadDisk, TypeText
from tests.support.desk import PATIENCE, Desk

pytestmark = pytest.mark.gui


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """At the prompt: no start of the machine looks for a disk any more."""
    desk.wait_for("Ok")
    return desk


@pytest.fixture
def image(tmp_path: Path) -> Path:
    volume = Volume(blank().contents())
    volume.make_folder("SUB")
    volume.write("HELLO.BAS", b'10 PRINT "FROM DISK"\r\n\x1a')
    volume.write("SUB/DEEP.TXT", b"deep")
    path = tmp_path / "a.dsk"
    path.write_bytes(volume.image)
    return path


def insert(desk: Desk, image: Path) -> None:
    with desk.qtbot.waitSignal(desk.window.media.inserted, timeout=PATIENCE):
        desk.window.media.insert("disk_a", str(image))
    desk.qtbot.waitUntil(lambda: desk.media() == {"disk_a"}, timeout=PATIENCE)


def explore(desk: Desk) -> DiskExplorer:
    desk.click("media.disk_a.explore")
    explorer = desk.window.explorers.open["disk_a"]
    desk.qtbot.waitUntil(lambda: explorer.controller.volume is not None, timeout=PATIENCE)
    return explorer


def paths(explorer: DiskExplorer, above: QModelIndex | None = None) -> list[str]:
    """All paths that the tree shows, folders first."""
    parent = above if above is not None else QModelIndex()
    model = explorer.model
    found = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        found += [str(index.data(PATH)), *paths(explorer, index)]
    return found


def select(explorer: DiskExplorer, path: str) -> None:
    (index,) = explorer.model.match(
        explorer.model.index(0, 0), PATH, path, 1, Qt.MatchFlag.MatchRecursive
    )
    selection = explorer.tree.selectionModel()
    assert selection is not None
    selection.setCurrentIndex(
        index,
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )


def type_line(desk: Desk, text: str) -> None:
    desk.window.vm.send(TypeText(text=f"{text}\n"))


def until(desk: Desk, explorer: DiskExplorer, act: Callable[[], object], *shown: str) -> None:
    """Does something to the disk, again while the drive's light is on, until the tree has `shown`."""

    def is_there() -> None:
        if "light" in explorer.news.text():
            explorer.news.clear()
            act()
        assert paths(explorer) == list(shown), explorer.news.text()

    act()
    desk.qtbot.waitUntil(is_there, timeout=PATIENCE)


def test_a_file_put_on_the_disk_is_there_for_the_guest_at_once(
    desk: Desk, image: Path, tmp_path: Path
) -> None:
    insert(desk, image)
    explorer = explore(desk)
    assert paths(explorer) == ["SUB", "SUB/DEEP.TXT", "HELLO.BAS"]
    (tmp_path / "new one.txt").write_bytes(b"from outside")
    desk.answers.files = [str(tmp_path / "new one.txt")]

    put = explorer.actions_by_name["put"].trigger
    until(desk, explorer, put, "SUB", "SUB/DEEP.TXT", "HELLO.BAS", "NEW_ONE.TXT")

    type_line(desk, "FILES")
    desk.wait_for("NEW_ONE")
    assert Volume(image.read_bytes()).find("NEW_ONE.TXT") is None  # it is kept in the VM


def test_what_the_guest_writes_is_shown_and_can_be_taken_out(
    desk: Desk, image: Path, tmp_path: Path
) -> None:
    insert(desk, image)
    explorer = explore(desk)

    type_line(desk, '10 PRINT "MINE"')
    type_line(desk, 'SAVE "MINE.BAS",A')

    desk.qtbot.waitUntil(lambda: "MINE.BAS" in paths(explorer), timeout=PATIENCE)
    select(explorer, "MINE.BAS")
    desk.answers.in_folder = str(tmp_path / "out")
    explorer.actions_by_name["get"].trigger()
    assert (tmp_path / "out/MINE.BAS").read_bytes().startswith(b'10 PRINT "MINE"\r\n')


def test_dragging_out_makes_copies_and_dropping_in_puts(
    desk: Desk, image: Path, tmp_path: Path
) -> None:
    insert(desk, image)
    explorer = explore(desk)
    select(explorer, "SUB")
    selection = explorer.tree.selectionModel()
    assert selection is not None

    dragged = explorer.model.mimeData(selection.selectedIndexes())

    (place,) = [Path(url.toLocalFile()) for url in dragged.urls()]
    assert (place / "DEEP.TXT").read_bytes() == b"deep"

    (tmp_path / "in.txt").write_text("x")
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "in.txt"))])
    inside = explorer.model.index(0, 0, explorer.model.index(0, 0))
    assert explorer.model.canDropMimeData(files, Qt.DropAction.CopyAction, -1, -1, inside)

    def drop() -> None:
        explorer.model.dropMimeData(files, Qt.DropAction.CopyAction, -1, -1, inside)

    until(desk, explorer, drop, "SUB", "SUB/DEEP.TXT", "SUB/IN.TXT", "HELLO.BAS")


def test_delete_and_new_folder_change_the_machines_disk(desk: Desk, image: Path) -> None:
    insert(desk, image)
    explorer = explore(desk)

    explorer.tree.setFocus()
    make = explorer.actions_by_name["folder"].trigger
    until(desk, explorer, make, "RENAMED", "SUB", "SUB/DEEP.TXT", "HELLO.BAS")
    select(explorer, "SUB")
    desk.answers.button = DELETE
    delete = explorer.actions_by_name["delete"].trigger
    until(desk, explorer, delete, "RENAMED", "HELLO.BAS")

    contents: DiskContents = desk.ask(ReadDisk(socket="disk_a"))
    names = [entry.name for entry in Volume(contents.image).entries()]
    assert sorted(names) == ["HELLO.BAS", "RENAMED"]


def test_an_ejected_disk_leaves_nothing_to_show(desk: Desk, image: Path) -> None:
    insert(desk, image)
    explorer = explore(desk)

    desk.click("media.disk_a.eject")

    desk.qtbot.waitUntil(lambda: explorer.controller.volume is None, timeout=PATIENCE)
    assert paths(explorer) == []
    assert "no disk" in explorer.news.text()
    assert not explorer.actions_by_name["put"].isEnabled()


def test_an_image_file_is_explored_without_the_machine(desk: Desk, image: Path) -> None:
    desk.answers.file = str(image)

    desk.click("media.explore")
    explorer = desk.window.explorers.open[str(image)]

    assert paths(explorer) == ["SUB", "SUB/DEEP.TXT", "HELLO.BAS"]
    select(explorer, "SUB/DEEP.TXT")
    explorer.actions_by_name["folder"].trigger()
    assert paths(explorer) == ["SUB", "SUB/RENAMED", "SUB/DEEP.TXT", "HELLO.BAS"]
    assert explorer.chosen() == ["SUB/DEEP.TXT"]
    explorer.actions_by_name["check"].trigger()
    assert explorer.news.text() == "The disk has no faults"
    explorer.close()
    desk.qtbot.waitUntil(lambda: not desk.window.explorers.open, timeout=PATIENCE)


def test_the_file_of_a_disk_that_is_in_the_machine_is_told_as_such(desk: Desk, image: Path) -> None:
    insert(desk, image)
    desk.answers.file = str(image)

    desk.click("media.explore")

    assert "explore Disk A instead" in desk.window.explorers.open[str(image)].news.text()


def test_files_dropped_on_the_welcome_page_are_taken_as_on_the_picture(
    desk: Desk, image: Path
) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(image))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        files,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    assert desk.window.welcome.acceptDrops()
    with desk.qtbot.waitSignal(desk.window.media.inserted, timeout=PATIENCE):
        desk.window.welcome.dropEvent(event)
