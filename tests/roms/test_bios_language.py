"""Entries that BASIC shares: CHRGTR SYNCHR GETYPR GTASPC ISFLIO CALBAS."""

import pytest

from tests.support.bios import Bios, started
from tests.support.guest_calls import WORK

TEXT = 0xC400


@pytest.fixture(params=["eb1", "eb2"])
def bios(request: pytest.FixtureRequest) -> Bios:
    """Either board, started."""
    return started(request.param)


@pytest.mark.parametrize(
    ("text", "character", "carry", "zero"),
    [
        (b"A", "A", False, False),
        (b"   7", "7", True, False),
        (b"0", "0", True, False),
        (b"9", "9", True, False),
        (b":", ":", False, True),
        (b" \0", "\0", True, True),
        (b"/", "/", False, False),
    ],
)
def test_chrgtr_finds_the_next_character(
    bios: Bios, text: bytes, character: str, carry: bool, zero: bool
) -> None:
    bios.vm.write(TEXT, b"x" + text)

    after = bios.call("CHRGTR", hl=TEXT)

    assert (chr(after.a), after.hl) == (character, TEXT + len(text))
    assert after.zero == zero
    assert after.carry == carry or character == "\0"


def test_synchr_goes_on_when_the_character_is_right(bios: Bios) -> None:
    bios.vm.write(TEXT, b"( 5")

    after = bios.run(f' ld hl,{TEXT}\n rst 8\n db "("\n ret')

    assert (chr(after.a), after.hl, after.carry) == ("5", TEXT + 2, True)


def test_synchr_reports_a_wrong_character_through_the_error_hook(bios: Bios) -> None:
    bios.vm.write(TEXT, b"[")
    bios.vm.write(WORK["H.ERRO"], bytes([0xC3, 0x00, 0xC7]))
    bios.vm.write(0xC700, bytes.fromhex("7b 32 10 c7 18 fe"))  # LD A,E; LD (C710h),A; JR $

    bios.vm.write(0xC200, bytes([0x21, TEXT & 255, TEXT >> 8, 0xCF, ord("(")]))
    bios.start(0xC200)
    bios.vm.run(frames=5)

    assert bios.vm.peek(0xC710) == 2


@pytest.mark.parametrize(
    ("kind", "sign", "zero", "even", "carry"),
    [
        (2, True, False, True, True),
        (3, False, True, True, True),
        (4, False, False, False, True),
        (8, False, False, True, False),
    ],
)
def test_getypr_tells_the_types_apart(
    bios: Bios, kind: int, sign: bool, zero: bool, even: bool, carry: bool
) -> None:
    bios.set(VALTYP=kind)

    after = bios.call("GETYPR")

    assert (bool(after.f & 0x80), after.zero, bool(after.f & 4), after.carry) == (
        sign,
        zero,
        even,
        carry,
    )


def test_gtaspc_gives_the_aspect_ratio(bios: Bios) -> None:
    bios.set_words(ASPCT1=0x0123, ASPCT2=0x0456)

    after = bios.call("GTASPC")

    assert (after.de, after.hl) == (0x0123, 0x0456)


def test_isflio_says_whether_a_file_takes_the_output(bios: Bios) -> None:
    assert bios.call("ISFLIO").zero
    bios.set_words(PTRFIL=0x0100)
    assert not bios.call("ISFLIO").zero


def test_calbas_calls_the_main_rom(bios: Bios) -> None:
    after = bios.call("CALBAS", ix=0x0020, hl=5, de=5)

    assert after.zero


def test_phydio_and_format_come_back_where_no_disk_rom_is(bios: Bios) -> None:
    bios.vm.write(WORK["H.PHYD"], b"\xc9")
    bios.vm.write(WORK["H.FORM"], b"\xc9")

    after = bios.call("PHYDIO", a=0, hl=0x9000)
    bios.call("FORMAT")

    assert after.hl == 0x9000


def test_usr_functions_are_an_error_until_they_are_defined(bios: Bios) -> None:
    places = {
        bios.word("USRTAB"),
        *(
            bios.vm.peek(WORK["USRTAB"] + 2 * n) | bios.vm.peek(WORK["USRTAB"] + 2 * n + 1) << 8
            for n in range(10)
        ),
    }
    assert len(places) == 1

    bios.start(places.pop())
    bios.vm.run(seconds=1)

    assert "Illegal function call" in "".join(bios.vm.screen_text())
