"""Keys and pads together are the joysticks; the machine hears of changes only."""

from app.controllers.joysticks import JoystickController
from machine.worker.messages import Joystick
from tests.support.recording_vm import RecordingVm


class Pads:
    """Pads whose switches the test sets."""

    def __init__(self) -> None:
        self.switches: list[int] = []

    def read(self) -> list[int]:
        return list(self.switches)

    def close(self) -> None:
        self.switches = []


def stand() -> tuple[JoystickController, Pads, RecordingVm]:
    vm, pads = RecordingVm(), Pads()
    return JoystickController(vm, pads), pads, vm  # type: ignore[arg-type]


def test_changes_are_told_once() -> None:
    joysticks, pads, vm = stand()
    pads.switches = [1, 16]

    joysticks.read()
    joysticks.read()

    assert vm.sent == [Joystick(port=0, bits=1), Joystick(port=1, bits=16)]


def test_keys_and_the_first_pad_are_one_joystick() -> None:
    joysticks, pads, vm = stand()
    pads.switches = [1]
    joysticks.read()

    joysticks.set_keys(16)

    assert vm.sent[-1] == Joystick(port=0, bits=17)


def test_losing_the_focus_opens_every_switch_of_the_pads() -> None:
    joysticks, pads, vm = stand()
    pads.switches = [4, 8]
    joysticks.read()

    joysticks.listen(listening=False)

    assert vm.sent[2:] == [Joystick(port=0, bits=0), Joystick(port=1, bits=0)]


def test_a_third_pad_moves_nothing() -> None:
    joysticks, pads, vm = stand()
    pads.switches = [0, 0, 63]

    joysticks.read()

    assert vm.sent == []
