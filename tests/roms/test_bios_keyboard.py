"""The keyboard: matrix to characters, shift keys, repeat, function keys, STOP."""

import pytest

from tests.support.bios import Bios, started
from tests.support.guest_calls import WORK


@pytest.fixture(params=["eb1", "eb2"])
def bios(request: pytest.FixtureRequest) -> Bios:
    """Either board, started, that runs in a loop with interrupts on."""
    made = started(request.param)
    made.run(" ret")
    made.call("KILBUF")
    return made


def typed(bios: Bios) -> bytes:
    """What is in the key buffer; it is emptied."""
    put, get = bios.word("PUTPNT"), bios.word("GETPNT")
    start = WORK["KEYBUF"]
    ring = bios.vm.read(start, 40)
    count = (put - get) % 40
    bios.call("KILBUF")
    return bytes(ring[(get - start + offset) % 40] for offset in range(count))


def press(bios: Bios, *keys: str) -> bytes:
    """Presses the last key while the others are held; gives what comes of it."""
    *held, key = keys
    for name in held:
        bios.vm.key(name, down=True)
    bios.vm.run(frames=2)
    bios.vm.press(key)
    for name in held:
        bios.vm.key(name, down=False)
    bios.vm.run(frames=2)
    return typed(bios)


ROWS = [
    (["0", "1", "7", "9", "MINUS", "EQUAL", "LBRACKET"], b"0179-=[", b")!&(_+{"),
    (["QUOTE", "BACKQUOTE", "COMMA", "PERIOD", "SLASH"], b"'`,./", b'"~<>?'),
    (["A", "M", "Z", "BACKSLASH", "SEMICOLON", "RBRACKET"], b"amz\\;]", b"AMZ|:}"),
]


@pytest.mark.parametrize(("keys", "plain", "shifted"), ROWS)
def test_printed_keys_give_their_characters(
    bios: Bios, keys: list[str], plain: bytes, shifted: bytes
) -> None:
    assert b"".join(press(bios, key) for key in keys) == plain
    assert b"".join(press(bios, "SHIFT", key) for key in keys) == shifted


def test_editing_keys_give_control_codes(bios: Bios) -> None:
    editing = "ESC TAB BS SELECT RETURN SPACE HOME INS DEL LEFT UP DOWN RIGHT"
    keys = editing.split()

    codes = b"".join(press(bios, key) for key in keys)

    assert codes == bytes([27, 9, 8, 24, 13, 32, 11, 18, 127, 29, 30, 31, 28])
    assert press(bios, "SHIFT", "HOME") == b"\x0c"


def test_the_number_pad_gives_digits_and_signs(bios: Bios) -> None:
    keys = [f"NUM{sign}" for sign in "*+/0123456789-,."]

    assert b"".join(press(bios, key) for key in keys) == b"*+/0123456789-,."


def test_control_gives_the_first_32_codes(bios: Bios) -> None:
    keys = ["A", "M", "Z", "LBRACKET", "BACKSLASH", "RBRACKET", "6", "MINUS", "2"]

    codes = b"".join(press(bios, "CTRL", key) for key in keys)

    assert codes == bytes([1, 13, 26, 27, 28, 29, 30, 31, 0])
    assert press(bios, "CTRL", "1") == b""
    assert press(bios, "CTRL", "SHIFT", "6") == b"\x1e"
    assert press(bios, "CTRL", "BACKQUOTE") == b"\0"


def test_graph_and_code_give_the_other_characters(bios: Bios) -> None:
    assert press(bios, "GRAPH", "1") == b"\xac"
    assert press(bios, "GRAPH", "P") == b"\xdb"
    assert press(bios, "GRAPH", "C") == b"\xbc"
    assert press(bios, "GRAPH", "EQUAL") == b"\xf1"
    assert press(bios, "CODE", "A") == b"\x84"
    assert press(bios, "SHIFT", "CODE", "A") == b"\x8e"
    assert press(bios, "CODE", "Q") == b"\x83"
    assert press(bios, "CODE", "BACKSLASH") == b"\x9c"


def test_graphic_characters_below_32_come_with_their_prefix(bios: Bios) -> None:
    assert press(bios, "GRAPH", "0") == b"\x01\x49"
    assert press(bios, "GRAPH", "9") == b"\x01\x47"


ACCENTS = [
    ((), b"\x85\x8a"),
    (("SHIFT",), b"\xa0\x82"),
    (("CODE",), b"\x83\x88"),
    (("CODE", "SHIFT"), b"\x84\x89"),
]


@pytest.mark.parametrize(("shifts", "letters"), ACCENTS)
def test_the_dead_key_puts_an_accent_on_the_next_vowel(
    bios: Bios, shifts: tuple[str, ...], letters: bytes
) -> None:
    for key, letter in zip("AE", letters, strict=True):
        assert press(bios, *shifts, "DEAD") == b""
        assert press(bios, key) == bytes([letter])
    assert press(bios, "A") == b"a"


def test_the_dead_key_leaves_other_letters_alone(bios: Bios) -> None:
    press(bios, "DEAD")

    assert press(bios, "X") == b"x"
    assert press(bios, "A") == b"a"


def test_a_capital_keeps_its_accent(bios: Bios) -> None:
    press(bios, "SHIFT", "DEAD")

    assert press(bios, "SHIFT", "E") == b"\x90"


def test_caps_makes_capitals_until_it_is_pressed_again(bios: Bios) -> None:
    press(bios, "CAPS")
    lamp = bios.run(" in a,(&AA)\n ret").a & 0x40
    capitals = press(bios, "A") + press(bios, "1") + press(bios, "CODE", "A")
    press(bios, "CAPS")

    assert (lamp, capitals) == (0, b"A1\x8e")
    assert press(bios, "A") == b"a"
    assert bios.run(" in a,(&AA)\n ret").a & 0x40


def test_a_held_key_repeats_after_a_while(bios: Bios) -> None:
    bios.vm.key("X", down=True)
    bios.vm.run(seconds=0.5)
    early = typed(bios)
    bios.vm.run(seconds=1.0)
    late = typed(bios)
    bios.vm.key("X", down=False)
    bios.vm.run(frames=3)

    assert early == b"x"
    assert 10 <= len(late) <= 25
    assert set(late) == {ord("x")}
    assert typed(bios) == b""


def test_two_keys_held_together_both_count(bios: Bios) -> None:
    bios.vm.key("A", down=True)
    bios.vm.run(frames=3)

    assert press(bios, "B") == b"ab"


def test_function_keys_give_their_strings(bios: Bios) -> None:
    assert press(bios, "F1") == b"color "
    assert press(bios, "F5") == b"run\r"
    assert press(bios, "SHIFT", "F2") == b'cload"'
    assert press(bios, "SHIFT", "F5") == b"\x0crun\r"


def test_inifnk_restores_the_function_keys(bios: Bios) -> None:
    bios.vm.write(WORK["FNKSTR"], b"x" * 160)

    bios.call("INIFNK")

    assert bios.vm.read(WORK["FNKSTR"], 16) == b"color ".ljust(16, b"\0")
    assert bios.vm.read(WORK["FNKSTR"] + 144, 16) == b"\x0crun\r".ljust(16, b"\0")


def test_a_trapped_function_key_is_an_event(bios: Bios) -> None:
    bios.vm.poke(WORK["FNKFLG"] + 2, 1)
    bios.vm.poke(WORK["TRPTBL"] + 6, 1)
    assert press(bios, "F3") == b"goto "

    bios.set_words(CURLIN=100)  # a program runs

    assert press(bios, "F3") == b""
    assert bios.vm.peek(WORK["TRPTBL"] + 6) == 5
    assert bios.byte("ONGSBF") == 1


def test_the_buffer_takes_39_characters_and_drops_the_rest(bios: Bios) -> None:
    bios.vm.write(WORK["FNKSTR"], b"0123456789ABCDEF" * 3)
    for key in ("F1", "F2", "F3"):
        bios.vm.press(key)

    assert typed(bios) == (b"0123456789ABCDEF" * 3)[:39]


def test_stop_and_control_stop_set_intflg(bios: Bios) -> None:
    bios.vm.press("STOP")
    stop = bios.byte("INTFLG")
    bios.vm.key("CTRL", down=True)
    bios.vm.press("STOP")

    assert (stop, bios.byte("INTFLG")) == (4, 3)


def test_breakx_sees_control_stop_only_while_it_is_down(bios: Bios) -> None:
    assert not bios.call("BREAKX").carry
    bios.vm.key("STOP", down=True)
    assert not bios.call("BREAKX").carry
    bios.vm.key("CTRL", down=True)
    bios.call("KILBUF")
    assert bios.call("BREAKX").carry
    assert bios.vm.peek(WORK["OLDKEY"] + 7) & 0x10 == 0
    bios.vm.key("CTRL", down=False)
    assert not bios.call("BREAKX").carry


def test_iscntc_pauses_on_stop_until_stop(bios: Bios) -> None:
    bios.set(INTFLG=4)
    bios.start("ISCNTC")
    bios.vm.run(seconds=0.3)
    paused = not bios.is_done
    bios.vm.press("STOP")

    assert paused
    assert not bios.finish().carry


def test_iscntc_after_control_stop_goes_to_the_prompt(bios: Bios) -> None:
    bios.set(INTFLG=3)
    bios.start("ISCNTC")
    bios.vm.run(frames=20)

    assert not bios.is_done
    assert bios.byte("INTFLG") == 0
    assert [row for row in bios.rows if row][-3:] == ["Break", "Ok", "█"]


def test_snsmat_reads_a_row(bios: Bios) -> None:
    bios.vm.key("SPACE", down=True)
    bios.vm.key("RIGHT", down=True)

    assert bios.call("SNSMAT", a=8).a == 0x7E
    assert bios.call("SNSMAT", a=7).a == 0xFF


def test_newkey_holds_the_matrix(bios: Bios) -> None:
    bios.vm.key("J", down=True)
    bios.vm.run(frames=2)

    assert bios.vm.read(WORK["NEWKEY"], 11) == bytes([255] * 3 + [0x7F] + [255] * 7)


def test_chgcap_and_chgsnd_set_their_port_bits(bios: Bios) -> None:
    states = []
    for entry, value in (("CHGCAP", 0), ("CHGCAP", 1), ("CHGSND", 0), ("CHGSND", 1)):
        bios.call(entry, a=value)
        states.append(bios.run(" in a,(&AA)\n ret").a & (0x40 if entry == "CHGCAP" else 0x80))

    assert states == [0, 0x40, 0, 0x80]


def test_clicksw_turns_the_click_off(bios: Bios) -> None:
    def clicks() -> int:
        bios.vm.sound()
        bios.vm.press("A")
        samples = bios.vm.sound()
        return len({samples[place : place + 2] for place in range(0, len(samples), 2)})

    loud = clicks()
    bios.set(CLIKSW=0)
    bios.vm.run(seconds=0.5)
    quiet = clicks()

    assert loud > 3 * quiet
