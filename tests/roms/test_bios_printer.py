"""The printer entries."""

import pytest

from tests.support.bios import Bios, started


@pytest.fixture(params=["eb1", "eb2"])
def bios(request: pytest.FixtureRequest) -> Bios:
    """Either board, started, the printer's paper taken."""
    made = started(request.param)
    paper(made)
    return made


def paper(bios: Bios) -> bytes:
    """What was printed since the last time."""
    taken: bytes = bios.vm.machine.devices["printer"].take()
    return taken


def test_lptout_prints_a_character(bios: Bios) -> None:
    after = bios.call("LPTOUT", a=0x41)

    assert paper(bios) == b"A"
    assert not after.carry


def test_lptstt_says_that_the_printer_is_ready(bios: Bios) -> None:
    after = bios.call("LPTSTT")

    assert (after.a, after.zero) == (255, False)


def test_outdlp_turns_tabs_into_spaces(bios: Bios) -> None:
    for code in b"ab\tc\r\n\td":
        bios.call("OUTDLP", a=code)

    assert paper(bios) == b"ab      c\r\n        d"


def test_outdlp_prints_graphic_characters_as_two_bytes(bios: Bios) -> None:
    for code in b"\x01\x41x":
        bios.call("OUTDLP", a=code)

    assert paper(bios) == b"\x01\x41x"


def test_outdlp_spares_a_foreign_printer_graphic_characters(bios: Bios) -> None:
    bios.set(NTMSXP=1)
    for code in b"a\x01\x41\x80b":
        bios.call("OUTDLP", a=code)

    assert paper(bios) == b"a \x80b"


def test_outdo_goes_to_the_printer_while_prtflg_is_set(bios: Bios) -> None:
    bios.screen(0)
    bios.set(PRTFLG=1)
    bios.call("OUTDO", a=ord("p"))
    bios.set(PRTFLG=0)
    bios.call("OUTDO", a=ord("s"))

    assert paper(bios) == b"p"
    assert bios.rows[0] == "s"
