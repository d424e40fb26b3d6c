"""Sub-ROM: clock, settings in the battery RAM, prompt, password."""

import pytest

from tests.support.subrom import SubRom, started

VALID = 10


@pytest.fixture
def sub() -> SubRom:
    return started()


def battery(sub: SubRom, block: int) -> list[int]:
    """The 13 nibbles of block 2 or 3, in the chip."""
    ram = sub.vm.machine.devices["rtc"].state.ram
    return list(ram[(block - 2) * 13 : (block - 1) * 13])


def write(sub: SubRom, block: int, nibbles: dict[int, int]) -> None:
    for register, value in nibbles.items():
        sub.call("WRTCLK", bc=block << 4 | register, a=value)


def restart(sub: SubRom) -> None:
    """The reset button: the battery RAM stays."""
    sub.vm.machine.reset()
    sub.vm.run(seconds=4)
    assert any("EightBox" in row for row in sub.vm.screen_text())


def screen(sub: SubRom) -> list[str]:
    sub.vm.run(frames=3)
    return [row.rstrip() for row in sub.vm.screen_text()]


def text(nibbles: bytes) -> dict[int, int]:
    halves = [half for byte in nibbles for half in (byte & 15, byte >> 4)]
    return dict(enumerate(halves, 1))


def test_a_register_written_is_in_the_chip(sub: SubRom) -> None:
    result = sub.call("WRTCLK", bc=0x3C, a=0x0B)

    assert battery(sub, 3)[12] == 0x0B
    assert (result.a, result.bc) == (0x0B, 0x3C)
    assert sub.call("REDCLK", bc=0x3C, a=0x55).a == 0x0B


def test_the_clock_goes_on_while_settings_are_read(sub: SubRom) -> None:
    write(sub, 0, {0: 0, 1: 0})
    sub.vm.run(seconds=3.5)

    assert sub.call("REDCLK", bc=0x20).a == VALID
    assert sub.call("REDCLK", bc=0x00).a in (3, 4)


def test_the_first_start_stores_the_standard_settings(sub: SubRom) -> None:
    width = battery(sub, 2)[4] | battery(sub, 2)[5] << 4

    assert battery(sub, 2)[0] == VALID
    assert battery(sub, 2)[1:4] == [0, 0, 0]
    assert width == 39
    assert battery(sub, 2)[6:9] == [15, 4, 4]
    assert battery(sub, 2)[10] == 3
    assert battery(sub, 3) == [0] * 13


def test_settings_hold_after_a_reset(sub: SubRom) -> None:
    write(sub, 2, {1: 3, 2: 13, 4: 80 & 15, 5: 80 >> 4, 6: 11, 7: 1, 8: 6, 9: 0b1110})
    restart(sub)

    assert sub.byte("RG18SAV") == 0xD3
    assert (sub.byte("LINL40"), sub.byte("LINLEN")) == (80, 80)
    assert [sub.byte(name) for name in ("FORCLR", "BAKCLR", "BDRCLR")] == [11, 1, 6]
    assert (sub.byte("CLIKSW") != 0, sub.byte("NTMSXP") != 0) == (True, True)
    assert sub.vm.read(0xF406, 5) == sub.vm.read(0xF401, 5)  # 2400 baud
    assert max(map(len, sub.vm.screen_text())) == 80


def test_settings_without_click_and_printer_conversion(sub: SubRom) -> None:
    write(sub, 2, {9: 0})
    sub.call("SDFSCR")

    assert (sub.byte("CLIKSW"), sub.byte("NTMSXP"), sub.byte("CNSDFG")) == (0, 0, 0)
    assert sub.vm.read(0xF406, 5) == sub.vm.read(0xF3FC, 5)  # 1200 baud


@pytest.mark.parametrize(("carry", "shown"), [(0, False), (1, True)])
def test_function_keys_show_only_when_the_caller_wants_them(
    sub: SubRom, carry: int, shown: bool
) -> None:
    write(sub, 2, {9: 1})
    sub.call("SDFSCR", f=carry)

    assert (sub.byte("CNSDFG") != 0) == shown
    assert ("color" in screen(sub)[23]) == shown


def test_screen_1_with_its_own_width(sub: SubRom) -> None:
    write(sub, 2, {3: 1, 4: 31 & 15, 5: 31 >> 4})
    sub.call("SDFSCR")

    assert (sub.byte("SCRMOD"), sub.byte("LINL32"), sub.byte("LINLEN")) == (1, 31, 31)
    assert sub.byte("LINL40") == 39


@pytest.mark.parametrize(("nibble", "bits"), [(0b000, 0), (0b010, 8), (0b100, 4), (0b110, 12)])
def test_interlace_comes_from_the_settings(sub: SubRom, nibble: int, bits: int) -> None:
    write(sub, 2, {3: nibble})
    sub.call("SDFSCR")

    assert sub.byte("RG09SAV") & 0x0C == bits


@pytest.mark.parametrize("width", [0, 81, 255])
def test_an_impossible_width_is_not_taken(sub: SubRom, width: int) -> None:
    write(sub, 2, {4: width & 15, 5: width >> 4})
    sub.call("SDFSCR")

    assert sub.byte("LINL40") == 39


def test_the_prompt_is_ok_until_another_one_is_set(sub: SubRom) -> None:
    sub.call("CLSSUB")
    sub.call("PROMPT")
    write(sub, 3, {0: 2} | text(b"Ready?"))
    sub.call("PROMPT")
    write(sub, 3, {0: 2} | text(b"Yes\0\0\0"))
    sub.call("PROMPT")

    assert screen(sub)[:3] == [" Ok", " Ready?", " Yes"]


def test_the_prompt_begins_a_new_line(sub: SubRom) -> None:
    sub.call("CLSSUB")
    sub.set(CSRX=5)
    sub.call("PROMPT")

    assert screen(sub)[:2] == ["", " Ok"]
    assert (sub.byte("CSRX"), sub.byte("CSRY")) == (1, 3)


def test_setscr_welcomes_with_the_title(sub: SubRom) -> None:
    write(sub, 3, {0: 0} | text(b"hello"))
    sub.call("SETSCR")

    assert screen(sub)[:2] == [" EightBox", " hello"]


def store_password(sub: SubRom, password: bytes) -> None:
    sub.vm.write(0xB000, password + b"\0")
    sub.call("PASSWD", hl=0xB000)


def test_a_password_is_stored_as_a_crc(sub: SubRom) -> None:
    store_password(sub, b"123456789")  # CRC-16/CCITT-FALSE of this is 29B1h: its check value

    assert battery(sub, 3) == [1, 1, 2, 3, 0x1, 0xB, 0x9, 0x2, 0, 0, 0, 0, 0]


def test_setscr_asks_until_the_password_is_right(sub: SubRom) -> None:
    store_password(sub, b"secret")
    sub.vm.type("wrong\rsecxy\b\bret\r")
    sub.call("SETSCR")

    assert screen(sub)[:3] == [" Password:", " Password:", " EightBox"]


def test_graph_and_stop_pass_without_the_password(sub: SubRom) -> None:
    store_password(sub, b"secret")
    sub.vm.key("GRAPH", down=True)
    sub.vm.key("STOP", down=True)
    sub.call("SETSCR")

    assert screen(sub)[0] == " EightBox"


def test_an_empty_password_is_none(sub: SubRom) -> None:
    store_password(sub, b"secret")
    store_password(sub, b"")
    sub.call("SETSCR")

    assert battery(sub, 3)[0] == 0
    assert screen(sub)[0] == " EightBox"


def test_start_up_asks_for_the_password(sub: SubRom) -> None:
    store_password(sub, b"secret")
    sub.vm.machine.reset()
    sub.vm.run(seconds=4)
    asked = screen(sub)
    sub.vm.type("secret\r")
    sub.vm.run(seconds=2)

    assert asked[0].split() == ["Password:", "█"]
    assert "".join(asked[1:]) == ""  # nor the key line
    assert "EightBox" in screen(sub)[0]


def test_start_up_shows_the_title(sub: SubRom) -> None:
    write(sub, 3, {0: 0} | text(b"hello!"))
    restart(sub)

    assert screen(sub)[:2] == [" EightBox BASIC 2.0", " hello!"]
