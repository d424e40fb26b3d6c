"""The math pack's numbers as text: FIN, FOUT, PUFOUT, FOUTB, FOUTO and FOUTH."""

import random
import struct
from decimal import Decimal

import pytest

from tests.support.bios import Bios, started
from tests.support.guest_calls import WORK, Registers
from tests.support.mathpack import DOUBLE, INTEGER, SINGLE, decode, encode, random_real, rounded

TEXT = 0xC800


@pytest.fixture
def bios() -> Bios:
    """A started machine."""
    return started("eb1")


def written(bios: Bios, field: bytes, kind: int, entry: str = "FOUT", prepare: str = "") -> str:
    """The text of the number in DAC."""
    bios.vm.write(WORK["DAC"], field)
    bios.vm.poke(WORK["VALTYP"], kind)
    start = bios.run(f' INCLUDE "mathpack.inc"\n{prepare} jp {entry}').hl
    return bios.vm.read(start, 48).split(b"\0")[0].decode("ascii")


def read(bios: Bios, text: bytes) -> Registers:
    """Calls FIN."""
    bios.vm.write(TEXT, text + b"\0")
    return bios.run(f' INCLUDE "mathpack.inc"\n ld hl,{TEXT}\n ld a,(hl)\n jp FIN')


def number(bios: Bios) -> tuple[int, Decimal]:
    """VALTYP and the value in DAC."""
    kind, field = bios.byte("VALTYP"), bios.vm.read(WORK["DAC"], 8)
    if kind == INTEGER:
        return kind, Decimal(struct.unpack_from("<h", field, 2)[0])
    return kind, decode(field[:4] + bytes(4) if kind == SINGLE else field)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", " 0"),
        ("1", " 1"),
        ("-1", "-1"),
        ("0.5", " .5"),
        ("0.01", " .01"),
        ("0.012345", " .012345"),
        ("0.001", " 1E-03"),
        ("-0.0033333333333333", "-3.3333333333333E-03"),
        ("0.033333333333333", " .033333333333333"),
        ("100.25", " 100.25"),
        ("3.1415926535898", " 3.1415926535898"),
        ("10000000000000", " 10000000000000"),
        ("99999999999999", " 99999999999999"),
        ("1E14", " 1E+14"),
        ("1.2345E20", " 1.2345E+20"),
        ("-9.9999999999999E62", "-9.9999999999999E+62"),
        ("1E-64", " 1E-64"),
    ],
)
def test_fout_writes_doubles_as_print_does(bios: Bios, value: str, text: str) -> None:
    assert written(bios, encode(Decimal(value)), DOUBLE) == text


def test_fout_writes_six_digits_of_a_single(bios: Bios) -> None:
    assert written(bios, encode(Decimal("1.2345678901234")), SINGLE) == " 1.23456"


@pytest.mark.parametrize("value", [0, 1, -1, 10, 32767, -32768])
def test_fout_writes_integers(bios: Bios, value: int) -> None:
    assert written(bios, struct.pack("<2xh4x", value), INTEGER) == f"{value: d}"


@pytest.mark.parametrize(
    ("form", "before", "after", "value", "text"),
    [
        (0x80, 5, 3, "123.456", "  123.46"),
        (0x80, 5, 3, "-123.456", " -123.46"),
        (0x80, 2, 3, "123.456", "%123.46"),
        (0x80, 2, 3, "0.005", " 0.01"),
        (0x80, 2, 3, "0.0049", " 0.00"),
        (0x80, 0, 3, "0.5", ".50"),
        (0x80, 3, 0, "2.5", "  3"),
        (0x80, 3, 1, "2.5", "  3."),
        (0x80, 3, 3, "9.999", " 10.00"),
        (0x80, 2, 3, "99.999", "%100.00"),
        (0x80, 4, 0, "0", "   0"),
        (0x80, 4, 3, "1E20", "% 1E+20"),
        (0x80, 4, 3, "-1E20", "%-1E+20"),
        (0x80, 20, 3, "1E18", " 1000000000000000000.00"),
        (0xC0, 10, 3, "1234567.891", " 1,234,567.89"),
        (0xC0, 7, 0, "123456", "123,456"),
        (0x90, 6, 3, "12.5", "   $12.50"),
        (0x90, 6, 3, "-12.5", "  -$12.50"),
        (0xA0, 6, 3, "12.5", "****12.50"),
        (0xB0, 8, 3, "12.5", "*****$12.50"),
        (0x88, 4, 3, "2.5", "  +2.50"),
        (0x88, 4, 3, "-2.5", "  -2.50"),
        (0x84, 4, 3, "-2.5", "   2.50-"),
        (0x84, 4, 3, "2.5", "   2.50 "),
        (0x8C, 4, 3, "2.5", "   2.50+"),
        (0x81, 2, 3, "234.56", " 2.35E+02"),
        (0x81, 2, 3, "-9.999", "-1.00E+01"),
        (0x81, 3, 3, "0.000012345", " 12.35E-06"),
        (0x81, 3, 3, "0", "  0.00E+00"),
        (0x89, 2, 3, "123", "+1.23E+02"),
        (0x85, 0, 5, "888888", ".8889E+06 "),
        (0x85, 0, 5, "-888888", ".8889E+06-"),
    ],
)
def test_pufout_fills_a_field(
    bios: Bios, form: int, before: int, after: int, value: str, text: str
) -> None:
    prepare = f" ld a,{form}\n ld b,{before}\n ld c,{after}\n"

    assert written(bios, encode(Decimal(value)), DOUBLE, "PUFOUT", prepare) == text


@pytest.mark.parametrize("value", [0, 1, 255, 0x1234, 0x8000, 0xFFFF])
def test_other_bases_have_no_leading_zeros(bios: Bios, value: int) -> None:
    field = struct.pack("<2xH4x", value)

    texts = [written(bios, field, INTEGER, entry) for entry in ("FOUTB", "FOUTO", "FOUTH")]

    assert texts == [f"{value:b}", f"{value:o}", f"{value:X}"]


@pytest.mark.parametrize(
    ("text", "kind", "value", "used"),
    [
        (b"0", INTEGER, "0", 1),
        (b"32767", INTEGER, "32767", 5),
        (b"-5 ", INTEGER, "-5", 3),
        (b"+5", INTEGER, "5", 2),
        (b"00012", INTEGER, "12", 5),
        (b"1 2 3", INTEGER, "123", 5),
        (b"2.7%", INTEGER, "2", 4),
        (b"32768", SINGLE, "32768", 5),
        (b"123456", SINGLE, "123456", 6),
        (b"1.5", SINGLE, "1.5", 3),
        (b"-.5", SINGLE, "-0.5", 3),
        (b"1.2.3", SINGLE, "1.2", 3),
        (b"7!", SINGLE, "7", 2),
        (b"1.23456789!", SINGLE, "1.23457", 11),
        (b"1E3", SINGLE, "1000", 3),
        (b"1e-3,", SINGLE, "0.001", 4),
        (b"12E", SINGLE, "12", 3),
        (b"1E-99", SINGLE, "0", 5),
        (b"7#", DOUBLE, "7", 2),
        (b"1234567", DOUBLE, "1234567", 7),
        (b"1D5", DOUBLE, "100000", 3),
        (b"123456789012345", DOUBLE, "123456789012350", 15),
        (b"99999999999999.5", DOUBLE, "100000000000000", 16),
        (b"0." + b"0" * 60 + b"1E62", SINGLE, "10", 66),
        (b"&HFF", INTEGER, "255", 4),
        (b"&hffff", INTEGER, "-1", 6),
        (b"&B101", INTEGER, "5", 5),
        (b"&O17", INTEGER, "15", 4),
    ],
)
def test_fin_reads_a_number_and_its_kind(
    bios: Bios, text: bytes, kind: int, value: str, used: int
) -> None:
    after = read(bios, text)

    assert number(bios) == (kind, Decimal(value))
    assert after.hl == TEXT + used


@pytest.mark.parametrize(
    ("text", "point", "places", "digits"),
    [(b"123", 0xFF, 0, 3), (b"123.45", 0, 2, 5), (b"0.001", 0, 3, 1), (b"1.0", 0, 1, 2)],
)
def test_fin_tells_point_places_and_digits(
    bios: Bios, text: bytes, point: int, places: int, digits: int
) -> None:
    after = read(bios, text)

    assert (after.bc & 0xFF, after.bc >> 8, after.de >> 8) == (point, places, digits)


@pytest.mark.parametrize("text", [b"1E63", b"1E99", b"-1D64", b"&H10000", b"40000%"])
def test_fin_refuses_what_is_too_large(bios: Bios, text: bytes) -> None:
    bios.vm.write(TEXT, text + b"\0")
    bios.set(ERRFLG=0)
    hook = " ld a,e\n ld (ERRFLG),a\nstay: jr stay\n"

    start = f" ld a,&C3\n ld (H.ERRO),a\n ld hl,hook\n ld (H.ERRO + 1),hl\n ld hl,{TEXT}\n"
    bios.start_program(f' INCLUDE "mathpack.inc"\n{start} ld a,(hl)\n jp FIN\nhook:\n{hook}')
    bios.vm.run(seconds=0.1)

    assert bios.byte("ERRFLG") == 6


def test_fin_reads_back_what_fout_wrote(bios: Bios) -> None:
    source = random.Random(7)
    values = [rounded(random_real(source, 14, spread), 14) for spread in (2, 8, 28) * 25]

    for value in values:
        text = written(bios, encode(value), DOUBLE)
        assert Decimal(text.strip()) == value
        read(bios, text.strip().replace("E", "D").encode() + b"#" * ("E" not in text))
        assert number(bios) == (DOUBLE, value)
