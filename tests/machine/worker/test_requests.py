"""Requests that look at what a VM file holds, whoever made that file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from machine.boards.keys import KEYS
from machine.image.store import IN_MEMORY
from machine.worker import codec
from machine.worker import messages as m
from machine.worker.requests import ALL_THUMBNAILS, ONE_THUMBNAIL, Desk
from machine.worker.vm import Vm
from tests.support.guest import BOARD, roms_in


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    (tmp_path / "roms").mkdir()
    made = Desk()
    made.settle_in(Vm.open(IN_MEMORY, BOARD, 60, roms_in(tmp_path / "roms"), resume=True))
    yield made
    made.vm.store.close()


def listed(desk: Desk) -> tuple[m.SnapshotInfo, ...]:
    answer = desk.carry_out(m.ListSnapshots(id=1))
    assert isinstance(answer, m.Snapshots)
    assert codec.pack(m.Done(id=1, result=answer))  # it fits in a message
    return answer.nodes


def test_of_very_many_snapshots_the_newest_keep_their_thumbnails(desk: Desk) -> None:
    thumbnail = bytes(ONE_THUMBNAIL)
    kept = ALL_THUMBNAILS // ONE_THUMBNAIL
    capture = {"tick": 0}
    for number in range(kept + 3):
        desk.vm.snapshots.take(capture, f"{number}", number, thumbnail)

    nodes = listed(desk)

    assert [node.name for node in nodes] == [str(number) for number in range(kept + 3)]
    assert [bool(node.thumbnail) for node in nodes] == [False] * 3 + [True] * kept


def test_a_strangers_snapshot_with_too_much_to_show_is_shown_in_part(desk: Desk) -> None:
    desk.vm.snapshots.take({"tick": 0}, "n" * (70 << 20), 0, bytes(70 << 20))

    (node,) = listed(desk)

    assert node.thumbnail == b""
    assert node.name == "n" * 255


def down(desk: Desk) -> list[str]:
    """The keys that the machine feels."""
    keys = desk.vm.machine.with_role("keys")
    assert keys is not None
    return [name for name, place in KEYS.items() if keys.is_down(*place)]


def key(kind: type[m.KeyDown] | type[m.KeyUp], name: str) -> m.Request:
    row, bit = KEYS[name]
    return kind(row=row, bit=bit)


def test_keys_held_in_a_snapshot_are_up_when_the_user_has_let_go_of_them(desk: Desk) -> None:
    desk.carry_out(key(m.KeyDown, "RIGHT"))
    desk.carry_out(m.Joystick(port=1, bits=0x11))
    desk.carry_out(m.QuickSave(created=0))
    desk.carry_out(m.ReleaseKeys())
    desk.carry_out(m.Joystick(port=1, bits=0))

    desk.carry_out(key(m.KeyDown, "SHIFT"))
    desk.carry_out(m.QuickLoad())

    assert down(desk) == ["SHIFT"]
    assert desk.vm.machine.pad(1) == 0


def test_what_the_user_holds_while_going_back_stays_held(desk: Desk) -> None:
    desk.carry_out(m.QuickSave(created=0))
    desk.carry_out(key(m.KeyDown, "LEFT"))
    desk.carry_out(m.Joystick(port=0, bits=2))

    desk.carry_out(m.QuickLoad())

    assert down(desk) == ["LEFT"]
    assert desk.vm.machine.pad(0) == 2


def test_a_key_let_go_of_while_the_machine_is_off_is_up_when_it_is_on(desk: Desk) -> None:
    desk.carry_out(key(m.KeyDown, "A"))
    desk.carry_out(key(m.KeyDown, "CTRL"))
    desk.carry_out(m.Power(on=False))
    desk.carry_out(key(m.KeyUp, "A"))

    desk.carry_out(m.Power(on=True))

    assert down(desk) == ["CTRL"]


def test_no_key_is_down_in_a_vm_that_was_closed_with_a_key_held(tmp_path: Path) -> None:
    (tmp_path / "roms").mkdir()
    roms, image = roms_in(tmp_path / "roms"), str(tmp_path / "kept.8box")
    for held in (True, False):
        desk = Desk()
        desk.settle_in(Vm.open(image, BOARD, 60, roms, resume=True))
        if held:
            desk.carry_out(key(m.KeyDown, "SHIFT"))
            assert down(desk) == ["SHIFT"]
        else:
            assert desk.vm.resumed
            assert down(desk) == []
        desk.carry_out(m.Stop(save=held))


def test_text_goes_on_being_typed_when_keys_are_released(desk: Desk) -> None:
    desk.carry_out(m.TypeText(text="a long text"))

    desk.carry_out(m.ReleaseKeys())

    assert bytes(desk.vm.machine.typist.waiting) == b"a long text"
