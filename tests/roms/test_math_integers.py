"""The math pack's arithmetic of 16-bit integers, and their signs and comparisons."""

import random
import struct
from decimal import Decimal
from itertools import product

import pytest

from tests.support.bios import Bios, started
from tests.support.mathpack import DIVISION, INTEGER, SINGLE, Result, run_table

EDGES = [0, 1, -1, 2, -2, 7, -7, 181, 182, 255, 256, 32766, 32767, -32767, -32768]
CASES = [*product(EDGES, EDGES)]
# DE and HL are the first words of DAC and ARG.
LOAD = " ld hl,(DAC)\n ex de,hl\n ld hl,(ARG)\n"


@pytest.fixture
def bios() -> Bios:
    """A started machine."""
    return started("eb1")


def more_cases() -> list[tuple[int, int]]:
    """The edges and random operands."""
    source = random.Random(4)
    numbers = [source.randint(-32768, 32767) >> source.choice([0, 0, 7]) for _ in range(800)]
    return CASES + list(zip(numbers[::2], numbers[1::2], strict=True))


def run_cases(bios: Bios, entry: str, cases: list[tuple[int, int]]) -> list[Result]:
    """Calls an entry with DE and HL of each case."""
    rows = [(struct.pack("<h6x", de), struct.pack("<h6x", hl)) for de, hl in cases]
    return run_table(bios, f"{LOAD} call {entry}\n ret", rows, kind=INTEGER)


def number(result: Result) -> int:
    """The value in DAC by its kind; an integer must be in HL too."""
    if result.kind == SINGLE:
        return int(result.value)
    assert result.kind == INTEGER
    (value,) = struct.unpack_from("<h", result.dac, 2)
    assert result.hl == value & 0xFFFF
    return int(value)


def cut(de: int, hl: int) -> int:
    """The quotient cut off."""
    size = abs(de) // abs(hl)
    return size if (de < 0) == (hl < 0) else -size


def test_sums_and_differences_that_do_not_fit_become_singles(bios: Bios) -> None:
    cases = more_cases()

    sums = run_cases(bios, "IADD", cases)
    differences = run_cases(bios, "ISUB", cases)

    assert [number(result) for result in sums] == [de + hl for de, hl in cases]
    assert [number(result) for result in differences] == [de - hl for de, hl in cases]


def test_products_that_do_not_fit_become_doubles(bios: Bios) -> None:
    cases = more_cases()

    found = run_cases(bios, "IMULT", cases)

    for (de, hl), result in zip(cases, found, strict=True):
        exact = de * hl
        fits = -32768 <= exact <= 32767
        assert (result.kind == INTEGER) == fits
        assert (number(result) if fits else result.value) == (exact if fits else Decimal(exact))


def test_quotients_and_rests_are_cut_off(bios: Bios) -> None:
    cases = [(de, hl) for de, hl in more_cases() if hl]

    quotients = run_cases(bios, "IDIV", cases)
    rests = run_cases(bios, "IMOD", cases)

    assert [number(result) for result in quotients] == [cut(de, hl) for de, hl in cases]
    assert [number(result) for result in rests] == [de - hl * cut(de, hl) for de, hl in cases]


@pytest.mark.parametrize("entry", ["IDIV", "IMOD"])
def test_division_by_zero_is_refused(bios: Bios, entry: str) -> None:
    found = run_cases(bios, entry, [(7, 0), (0, 0)])

    assert [result.error for result in found] == [DIVISION, DIVISION]


def test_imod_leaves_the_quotient_in_de(bios: Bios) -> None:
    bios.vm.poke(0xF663, INTEGER)

    after = bios.run(' INCLUDE "mathpack.inc"\n ld de,-100\n ld hl,7\n jp IMOD')

    assert (after.hl, after.de) == (-2 & 0xFFFF, -14 & 0xFFFF)


@pytest.mark.parametrize(("bc", "de"), [(0, 5), (3, 7), (255, 257), (65535, 1), (300, 300)])
def test_umult_gives_the_low_word(bios: Bios, bc: int, de: int) -> None:
    after = bios.run(f' INCLUDE "mathpack.inc"\n ld bc,{bc}\n ld de,{de}\n ld hl,77\n jp UMULT')

    assert (after.de, after.hl) == (bc * de & 0xFFFF, 77)


def test_icomp_compares_with_signs(bios: Bios) -> None:
    found = run_table(
        bios,
        f"{LOAD} call ICOMP\n ld l,a\n ret",
        [(struct.pack("<h6x", de), struct.pack("<h6x", hl)) for de, hl in CASES],
    )

    assert [result.hl & 0xFF for result in found] == [
        (de < hl) - (de > hl) & 0xFF for de, hl in CASES
    ]


@pytest.mark.parametrize("value", EDGES)
def test_signs_of_integers(bios: Bios, value: int) -> None:
    row = [(struct.pack("<2xh4x", value), bytes(8))]

    (sign,) = run_table(bios, " call SIGN\n ld l,a\n ret", row, kind=INTEGER)
    (size,) = run_table(bios, " call ABSFN\n ld hl,(DAC + 2)\n ret", row, kind=INTEGER)
    (opposite,) = run_table(bios, " call NEG\n ld hl,(DAC + 2)\n ret", row, kind=INTEGER)
    (whole,) = run_table(bios, " call SGN\n ld hl,(DAC + 2)\n ret", row, kind=INTEGER)

    exact = (value > 0) - (value < 0)
    assert sign.hl & 0xFF == exact & 0xFF
    assert (number(size), number(opposite), number(whole)) == (abs(value), -value, exact)


def test_fixer_leaves_integers_alone(bios: Bios) -> None:
    row = [(struct.pack("<2xh4x", -1234), bytes(8))]

    (result,) = run_table(bios, " call FIXER\n ld hl,(DAC + 2)\n ret", row, kind=INTEGER)

    assert number(result) == -1234
