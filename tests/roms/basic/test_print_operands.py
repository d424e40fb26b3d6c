"""LPRINT of many random numbers in both precisions, against `decimal`'s digits."""

import random
from decimal import Decimal

import pytest

from tests.support.basic import Basic, started
from tests.support.mathpack import encode, random_real

MOST = 700  # elements of the array: the printer keeps 16384 bytes
SIZES = {14: 8, 6: 4}
MARKS = {14: "#", 6: "!"}


def as_printed(value: Decimal) -> str:
    """Blank or "-", fixed from .01 up to 14 places before the point, else an exponent of two digits."""
    sign = "-" if value < 0 else " "
    if not value:
        return " 0"
    figures = "".join(map(str, value.as_tuple().digits)).rstrip("0")
    exponent = value.adjusted()
    if not -3 < exponent < 14:
        rest = f".{figures[1:]}" if figures[1:] else ""
        return f"{sign}{figures[0]}{rest}E{exponent:+03d}"
    if exponent < 0:
        return f"{sign}.{'0' * (-1 - exponent)}{figures}"
    whole, fraction = figures[: exponent + 1].ljust(exponent + 1, "0"), figures[exponent + 1 :]
    return f"{sign}{whole}.{fraction}" if fraction else f"{sign}{whole}"


def paper(basic: Basic, values: list[Decimal], digits: int) -> list[str]:
    """What LPRINT writes of an array that holds the values."""
    at = basic.word("ARYTAB") + 8  # the only array: type, name, length, dimensions, size
    size = SIZES[digits]
    basic.vm.write(at, b"".join(encode(value, digits)[:size] for value in values))
    basic.direct(f"FOR I%=0 TO {len(values) - 1}:LPRINT A{MARKS[digits]}(I%):NEXT", limit=200)
    sheet: bytes = basic.vm.machine.devices["printer"].take()
    return sheet.decode("ascii").split(" \r\n")[:-1]


def check(digits: int, count: int) -> None:
    """Prints so many random numbers, from 1E-63 to 1E+62."""
    source = random.Random(60 + digits)
    basic = started("eb1")
    basic.direct(f"CLEAR:I%=0:DIM A{MARKS[digits]}({MOST - 1})")
    wrong = []
    for start in range(0, count, MOST):
        spread = (2, 8, 16, 62)[start // MOST % 4]
        values = [random_real(source, digits, spread) for _ in range(min(MOST, count - start))]
        values[0] = Decimal(0)
        texts = paper(basic, values, digits)
        expected = [as_printed(value) for value in values]
        wrong += [pair for pair in zip(texts, expected, strict=True) if pair[0] != pair[1]]
    assert wrong == []


@pytest.mark.parametrize("digits", [14, 6])
def test_numbers_are_printed_with_all_their_digits(digits: int) -> None:
    check(digits, 300)


@pytest.mark.slow
@pytest.mark.parametrize("digits", [14, 6])
def test_a_hundred_thousand_numbers_are_printed_with_all_their_digits(digits: int) -> None:
    check(digits, 100_000)
