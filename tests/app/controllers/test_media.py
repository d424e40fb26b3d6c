"""Files find their socket by what they are."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.controllers.media import RECENT_LIMIT, MediaController
from app.settings import Settings
from machine.media.dsk import blank
from machine.worker.messages import Insert, Reset, SocketInfo, Started
from tests.support.recording_vm import RecordingVm

NAMES = {"cart1": "cartridge", "cart2": "cartridge", "disk_a": "disk", "disk_b": "disk"}
INFO = Started(
    board="eb2", title="", hz=60, ticks_per_second=1, resumed=False,
    sockets=tuple(SocketInfo(name=name, kind=kind) for name, kind in NAMES.items()),
)  # fmt: skip


class Asked:
    """Answers questions with what it was given."""

    def __init__(self, answer: str) -> None:
        self.answer = answer

    def file_to_open(self, title: str, folder: str, filters: str) -> str:
        return self.answer

    def file_to_save(self, title: str, folder: str, filters: str) -> str:
        return self.answer

    def text(self, title: str, label: str, initial: str) -> str | None:
        return self.answer

    def choice(self, title: str, question: str, answers: tuple[str, ...]) -> str:
        return self.answer


def desk(answer: str = "") -> tuple[MediaController, RecordingVm]:
    vm = RecordingVm(INFO)
    return MediaController(vm, Settings(None), Asked(answer)), vm  # type: ignore[arg-type]


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    made = {
        "game.bin": b"AB\x10\x40" + bytes(0x3FFC),
        "one.img": blank().contents(),
        "two.dsk": blank().contents(),
        "notes.txt": b"hello",
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    return {name: str(tmp_path / name) for name in made}


def test_a_cartridge_is_inserted_and_the_machine_reset(files: dict[str, str]) -> None:
    media, vm = desk()

    media.drop([files["game.bin"]])

    assert vm.sent == [Insert(socket="cart1", path=files["game.bin"]), Reset()]


def test_two_disks_go_into_two_drives(files: dict[str, str]) -> None:
    media, vm = desk()

    media.drop([files["one.img"], files["two.dsk"]])

    assert vm.sent == [
        Insert(socket="disk_a", path=files["one.img"]),
        Insert(socket="disk_b", path=files["two.dsk"]),
    ]


def test_a_file_that_is_nothing_is_refused_by_name(qtbot: QtBot, files: dict[str, str]) -> None:
    media, vm = desk()

    with qtbot.waitSignal(vm.refused) as refused:
        media.drop([files["notes.txt"]])

    assert "notes.txt" in refused.args[0]
    assert vm.sent == []


def test_a_choice_of_nothing_inserts_nothing() -> None:
    media, vm = desk(answer="")

    media.choose("disk_a")

    assert vm.sent == []


def test_files_used_before_are_remembered_newest_first_and_once() -> None:
    media, _ = desk()

    for number in [*range(RECENT_LIMIT + 3), 5]:
        media.insert("disk_a", f"/disks/{number}.dsk")

    recent = media.recent("disk")
    assert recent[:2] == ["/disks/5.dsk", f"/disks/{RECENT_LIMIT + 2}.dsk"]
    assert len(recent) == len(set(recent)) == RECENT_LIMIT
