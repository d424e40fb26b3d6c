"""Files find their socket by what they are."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.controllers.media import RECENT_LIMIT, MediaController
from app.settings import Settings
from machine.media.dsk import blank
from machine.worker.messages import (
    Eject,
    Insert,
    InsertBlank,
    InsertProgram,
    MediumStatus,
    Reset,
    Rewind,
    SocketInfo,
    Started,
    WriteBack,
)
from tests.support.recording_vm import RecordingVm, status

NAMES = {
    "cart1": "cartridge", "cart2": "cartridge", "disk_a": "disk", "disk_b": "disk",
    "cassette": "cassette",
}  # fmt: skip
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
        return self.answer if self.answer in answers else answers[0]


def holding(vm: RecordingVm, **media: MediumStatus) -> None:
    """The machine has told what it holds."""
    vm.status = status(media=media)


def disk(path: str, *, changed: bool) -> MediumStatus:
    return MediumStatus(Path(path).name or "new", path, "vm", changed=changed, writable=True)


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


def test_the_welcome_disk_is_inserted_and_the_machine_reset() -> None:
    media, vm = desk()

    media.start_welcome_disk("disk_a")

    disk = InsertBlank(socket="disk_a", size=737_280, holds="welcome")
    assert vm.sent == [disk, Reset()]


def test_the_welcome_disk_replaces_a_new_disk_only_after_asking() -> None:
    media, vm = desk("Cancel")
    holding(vm, disk_a=disk("", changed=True))

    media.start_welcome_disk("disk_a")

    assert vm.sent == []


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


def test_a_program_of_dos_starts_from_a_disk_of_its_own(tmp_path: Path) -> None:
    media, vm = desk()
    program = tmp_path / "hello.com"
    program.write_bytes(b"\xc9")

    media.drop([str(program)])

    assert vm.sent == [InsertProgram(socket="disk_a", path=str(program)), Reset()]


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


NEW, USED = disk("", changed=True), disk("/disks/a.dsk", changed=True)


def test_a_new_disk_that_was_written_is_not_ejected_without_a_question() -> None:
    media, vm = desk(answer="Cancel")
    holding(vm, disk_a=NEW)

    media.eject("disk_a")

    assert vm.sent == []


def test_a_new_disk_is_thrown_away_when_that_is_wanted() -> None:
    media, vm = desk(answer="Throw away")
    holding(vm, disk_a=NEW)

    media.insert("disk_a", "/disks/b.dsk")

    assert vm.sent == [
        Eject(socket="disk_a", discard=True),
        Insert(socket="disk_a", path="/disks/b.dsk"),
    ]


def test_a_new_disk_is_saved_before_it_leaves() -> None:
    media, vm = desk(answer="/disks/new.dsk")
    holding(vm, disk_a=NEW)

    media.eject("disk_a")

    assert vm.sent == [WriteBack(socket="disk_a", path="/disks/new.dsk"), Eject(socket="disk_a")]


def test_a_disk_whose_changes_the_vm_keeps_is_ejected_at_once() -> None:
    media, vm = desk()
    holding(vm, disk_a=USED)

    media.eject("disk_a")

    assert vm.sent == [Eject(socket="disk_a")]


def test_saving_everything_asks_only_for_files_that_are_not_there_and_then_goes_on() -> None:
    media, vm = desk(answer="/disks/new.dsk")
    holding(vm, disk_a=USED, disk_b=NEW)
    done: list[bool] = []

    media.save_all(lambda: done.append(True))

    assert vm.sent == [
        WriteBack(socket="disk_a"),
        WriteBack(socket="disk_b", path="/disks/new.dsk"),
    ]
    assert done == [True]


def test_saving_everything_ends_where_no_file_is_named() -> None:
    media, vm = desk(answer="")
    holding(vm, disk_a=NEW)
    done: list[bool] = []

    media.save_all(lambda: done.append(True))

    assert done == []


def test_a_new_tape_is_saved_before_it_leaves() -> None:
    media, vm = desk("Save")
    holding(vm, cassette=disk("", changed=True))

    media.eject("cassette")

    assert vm.sent[0] == WriteBack(socket="cassette", path="Save")


def test_a_tape_is_wound_back_where_it_is() -> None:
    media, vm = desk()
    holding(vm, cassette=disk("", changed=True))

    media.rewind("cassette")

    assert vm.sent == [Rewind(socket="cassette")]


def test_a_mapper_is_chosen_by_inserting_the_cartridge_again() -> None:
    media, vm = desk()
    holding(vm, cart1=disk("/roms/game.rom", changed=False))

    media.set_mapper("cart1", "ascii16")

    assert vm.sent == [
        Insert(socket="cart1", path="/roms/game.rom", options={"mapper": "ascii16"}),
        Reset(),
    ]
    assert media.mappers["cart1"] == "ascii16"


def test_a_mapper_without_a_cartridge_is_refused(qtbot: QtBot) -> None:
    media, vm = desk()

    with qtbot.waitSignal(vm.refused):
        media.set_mapper("cart1", "konami")

    assert vm.sent == []
