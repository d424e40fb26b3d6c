"""The machine as a whole: what it is at a tick is all that it will ever become."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from machine.api import Session
from machine.boards import BOARDS
from machine.core.errors import Refused
from machine.machine import Capture, Machine
from machine.media.dsk import blank
from tests.support.openmsx import missing

FRAMES = 40


def available(board: str) -> None:
    if board.startswith("cbios") and "cbios" in missing():
        pytest.skip("the C-BIOS ROMs (Debian package cbios) are not on this machine")


def story(vm: Session, frames: int) -> list[str]:
    """A digest of the picture and the sound of each of the next frames, with keys going down."""
    digests = []
    for number in range(frames):
        if number % 7 == 3:
            vm.key("RETURN", down=True)
        if number % 7 == 5:
            vm.key("RETURN", down=False)
        vm.run(frames=1)
        digest = hashlib.blake2b(vm.frame_buffer().tobytes() + vm.sound(), digest_size=16)
        digests.append(digest.hexdigest())
    return digests


@pytest.mark.parametrize("board", BOARDS)
@settings(max_examples=6)
@given(start=st.integers(0, 200_000_000))
def test_a_restored_machine_goes_on_as_the_one_it_was_captured_from(board: str, start: int) -> None:
    available(board)
    with Session(board) as first, Session(board) as second:
        first.run(ticks=start)
        captured = first.capture()
        second.run(ticks=start // 3)

        told = story(first, FRAMES)
        second.restore(captured)
        retold = story(second, FRAMES)

        assert retold == told
        assert second.capture() == first.capture()


@pytest.mark.parametrize("board", BOARDS)
def test_capturing_changes_nothing(board: str) -> None:
    available(board)
    with Session(board) as watched, Session(board) as alone:
        for _ in range(50):
            watched.run(ticks=3_000_017)
            watched.capture()
            alone.run(ticks=3_000_017)

        assert watched.capture() == alone.capture()


def test_a_state_of_another_board_is_refused_and_changes_nothing() -> None:
    with Session("eb1") as one, Session("eb2") as two:
        two.run(seconds=0.1)
        before = two.capture()

        with pytest.raises(Refused, match="eb1"):
            two.restore(one.capture())

        assert two.capture() == before


def test_a_state_that_lacks_a_device_is_refused_and_changes_nothing() -> None:
    with Session("eb2") as vm:
        vm.run(seconds=0.1)
        before = vm.capture()
        devices = {name: fields for name, fields in before.devices.items() if name != "psg"}

        with pytest.raises(Refused, match="psg"):
            vm.restore(Capture(before.board, before.hz, before.tick, devices, before.media))

        assert vm.capture() == before


def test_a_capture_carries_the_disk_and_what_was_written_over_it() -> None:
    with Session("eb2") as vm:
        vm.insert_disk("a", blank())
        vm.disk("a").write(5, bytes(range(256)) * 2)
        captured = vm.capture()
        vm.disk("a").write(5, bytes(512))
        vm.eject("disk_a")

        vm.restore(captured)

        assert vm.disk("a").read(5) == bytes(range(256)) * 2


def test_a_cartridge_socket_refuses_a_disk() -> None:
    with Session("eb2") as vm, pytest.raises(Refused, match="cart1"):
        vm.insert("cart1", blank())


def test_an_unknown_socket_is_refused_by_name() -> None:
    with Session("eb1") as vm, pytest.raises(Refused, match="disk_z"):
        vm.insert("disk_z", blank())


def test_fast_disks_stay_fast_after_power_on():
    machine = Machine.named("eb1")
    machine.fast_disks = True
    assert machine.devices["disk-controller"].fast

    machine.power()
    assert machine.devices["disk-controller"].fast
    machine.fast_disks = False
    assert not machine.devices["disk-controller"].fast
