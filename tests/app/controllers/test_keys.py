"""Host key events become the keys of the machine that the user means."""

from PyQt6.QtCore import QEvent, Qt
from PyQt6.QtGui import QKeyEvent

from app.controllers.keys import KeyController
from machine.boards.keys import KEYS
from machine.worker.messages import KeyDown, KeyUp, TypeText
from tests.support.recording_vm import RecordingVm

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
NAMES = {crossing: name for name, crossing in KEYS.items()}


def keyboard(*, positional: bool = False) -> tuple[KeyController, RecordingVm]:
    vm = RecordingVm()
    keys = KeyController(vm)  # type: ignore[arg-type]
    keys.positional = positional
    return keys, vm


def press(keys: KeyController, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = NONE,
          *, repeat: bool = False) -> bool:  # fmt: skip
    return keys.press(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, repeat))


def release(
    keys: KeyController, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = NONE
) -> bool:
    return keys.release(QKeyEvent(QEvent.Type.KeyRelease, key, modifiers, text))


def told(vm: RecordingVm) -> list[str]:
    words = []
    for request in vm.sent:
        if isinstance(request, KeyDown):
            words.append("+" + NAMES[request.row, request.bit])
        elif isinstance(request, KeyUp):
            words.append("-" + NAMES[request.row, request.bit])
        elif isinstance(request, TypeText):
            words.append(request.text)
        else:
            words.append(type(request).__name__)
    vm.sent.clear()
    return words


def test_a_letter_goes_down_and_up() -> None:
    keys, vm = keyboard()

    assert press(keys, Qt.Key.Key_A, "a")
    assert release(keys, Qt.Key.Key_A, "a")

    assert told(vm) == ["+A", "-A"]


def test_shift_is_held_for_a_capital() -> None:
    keys, vm = keyboard()

    press(keys, Qt.Key.Key_Shift)
    press(keys, Qt.Key.Key_A, "A", SHIFT)
    release(keys, Qt.Key.Key_A, "A", SHIFT)
    release(keys, Qt.Key.Key_Shift)

    assert told(vm) == ["+SHIFT", "+A", "-A", "-SHIFT"]


def test_a_german_slash_lifts_shift_while_it_is_held() -> None:
    keys, vm = keyboard()

    press(keys, Qt.Key.Key_Shift)
    press(keys, Qt.Key.Key_Slash, "/", SHIFT)
    release(keys, Qt.Key.Key_Slash, "/", SHIFT)
    release(keys, Qt.Key.Key_Shift)

    assert told(vm) == ["+SHIFT", "-SHIFT", "+SLASH", "-SLASH", "+SHIFT", "-SHIFT"]


def test_a_character_that_needs_shift_sets_it() -> None:
    keys, vm = keyboard()

    press(keys, Qt.Key.Key_Plus, "+")
    release(keys, Qt.Key.Key_Plus, "+")

    assert told(vm) == ["+SHIFT", "+EQUAL", "-EQUAL", "-SHIFT"]


def test_positional_mode_ignores_the_character() -> None:
    keys, vm = keyboard(positional=True)

    press(keys, Qt.Key.Key_Plus, "+")

    assert told(vm) == ["+EQUAL"]


def test_control_and_a_letter_reach_the_guest() -> None:
    keys, vm = keyboard()

    press(keys, Qt.Key.Key_Control)
    assert press(keys, Qt.Key.Key_C, "\x03", CTRL)

    assert told(vm) == ["+CTRL", "+C"]


def test_control_shift_and_a_letter_stay_with_the_application() -> None:
    keys, vm = keyboard()

    assert not press(keys, Qt.Key.Key_S, "\x13", CTRL | SHIFT)

    assert told(vm) == []


def test_repeats_of_the_host_are_left_to_the_guest() -> None:
    keys, vm = keyboard()

    press(keys, Qt.Key.Key_A, "a")
    press(keys, Qt.Key.Key_A, "a", repeat=True)

    assert told(vm) == ["+A"]


def test_the_keypad_has_keys_of_its_own() -> None:
    keys, vm = keyboard()

    press(keys, Qt.Key.Key_5, "5", Qt.KeyboardModifier.KeypadModifier)

    assert told(vm) == ["+NUM5"]


def test_a_character_without_a_key_is_typed() -> None:
    keys, vm = keyboard()

    assert press(keys, Qt.Key.Key_Eacute, "é")
    keys.commit("ñ")

    assert told(vm) == ["é", "ñ"]


def test_losing_the_focus_lets_go_of_everything_once() -> None:
    keys, vm = keyboard()

    press(keys, Qt.Key.Key_Shift)
    press(keys, Qt.Key.Key_A, "A", SHIFT)
    keys.release_all()
    keys.release_all()

    assert told(vm) == ["+SHIFT", "+A", "ReleaseKeys"]


def test_a_release_without_a_press_tells_nothing() -> None:
    keys, vm = keyboard()

    assert not release(keys, Qt.Key.Key_A, "a")

    assert told(vm) == []


def test_as_joystick_the_arrows_close_switches_and_type_nothing() -> None:
    keys, vm = keyboard()
    keys.joystick = True
    moved: list[int] = []
    keys.joystick_moved.connect(moved.append)

    press(keys, Qt.Key.Key_Up)
    press(keys, Qt.Key.Key_Space, " ")
    release(keys, Qt.Key.Key_Up)
    press(keys, Qt.Key.Key_A, "a")

    assert moved == [1, 17, 16]
    assert told(vm) == ["+A"]


def test_losing_the_focus_opens_the_switches_of_the_keys() -> None:
    keys, _ = keyboard()
    keys.joystick = True
    moved: list[int] = []
    keys.joystick_moved.connect(moved.append)
    press(keys, Qt.Key.Key_M, "m")

    keys.release_all()

    assert moved == [32, 0]


def test_a_character_of_altgr_lifts_code_while_it_is_held() -> None:
    keys, vm = keyboard()

    press(keys, Qt.Key.Key_AltGr)
    press(keys, Qt.Key.Key_At, "@")
    release(keys, Qt.Key.Key_At, "@")
    release(keys, Qt.Key.Key_AltGr)

    assert told(vm) == ["+CODE", "-CODE", "+SHIFT", "+2", "-2", "+CODE", "-SHIFT", "-CODE"]


def test_altgr_and_a_letter_are_code_and_the_letter() -> None:
    keys, vm = keyboard()

    press(keys, Qt.Key.Key_AltGr)
    press(keys, Qt.Key.Key_A, "a")
    keys.release_all()
    release(keys, Qt.Key.Key_AltGr)

    assert told(vm) == ["+CODE", "+A", "ReleaseKeys"]


def test_a_letter_that_altgr_has_made_is_typed() -> None:
    keys, vm = keyboard()

    press(keys, Qt.Key.Key_AltGr)
    press(keys, Qt.Key.Key_E, "é")

    assert told(vm) == ["+CODE", "é"]
