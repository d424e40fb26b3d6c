"""FRMEVL on variables with many random operands, against `decimal`; as the math pack's own tests, a level up."""

import random
from collections.abc import Callable
from decimal import ROUND_DOWN, Decimal, localcontext

import pytest

from machine.basic.tokeniser import tokens
from tests.support.basic import started
from tests.support.bios import Bios
from tests.support.mathpack import (
    Result,
    doubles,
    random_pairs,
    random_real,
    rounded,
    run_table,
    units,
)

TEXT, VARIABLES = 0xC500, 0xC600
SIZES = {14: 8, 6: 4}
OPERATORS: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": lambda x, y: x + y,
    "-": lambda x, y: x - y,
    "*": lambda x, y: x * y,
    "/": lambda x, y: x / y,
}
RELATIONS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": lambda x, y: x < y,
    "=": lambda x, y: x == y,
    ">=": lambda x, y: x >= y,
}


def evaluated(text: str, digits: int, pairs: list[tuple[Decimal, Decimal]]) -> list[Result]:
    """What FRMEVL leaves for `text` with each pair in the variables A and B of that precision."""
    guest = Bios(started("eb1").vm)
    size = SIZES[digits]
    kind = bytes([size])
    guest.vm.write(VARIABLES, kind + b"A\0" + bytes(size) + kind + b"B\0" + bytes(size))
    end = VARIABLES + 2 * (size + 3)
    guest.set_words(VARTAB=VARIABLES, ARYTAB=end, STREND=end)
    guest.vm.write(TEXT, tokens(text.encode("ascii")) + b"\0")
    work = "".join(
        f" ld hl,{field}\n ld de,{place}\n ld bc,{size}\n ldir\n"
        for field, place in (("DAC", VARIABLES + 3), ("ARG", VARIABLES + 6 + size))
    )
    return run_table(guest, f"{work} ld hl,{TEXT}\n call &4C64\n ret", doubles(pairs))


def value(result: Result, digits: int) -> Decimal:
    """The real in DAC; of a single the first four bytes count."""
    dac = result.dac if digits == 14 else result.dac[:4] + bytes(4)
    return Result(dac, result.kind, 0, 0).value


def check_operator(sign: str, digits: int, count: int, seed: int) -> None:
    """Compares with the exact result, halves rounded away from zero: a double, of singles too."""
    mark = "#" if digits == 14 else "!"
    pairs = random_pairs(random.Random(seed), digits, count)
    found = evaluated(f"A{mark}{sign}B{mark}", digits, pairs)
    with localcontext() as context:
        context.prec = 150
        exact = [rounded(OPERATORS[sign](x, y), 14) for x, y in pairs]
    wrong = [
        (x, y, result.value, number)
        for (x, y), result, number in zip(pairs, found, exact, strict=True)
        if result.error or result.kind != SIZES[14] or result.value != number
    ]
    assert wrong == []


@pytest.mark.parametrize("digits", [14, 6])
@pytest.mark.parametrize("sign", OPERATORS)
def test_operators_give_the_exact_result_rounded(sign: str, digits: int) -> None:
    check_operator(sign, digits, 680, seed=digits)


@pytest.mark.slow
@pytest.mark.parametrize("digits", [14, 6])
@pytest.mark.parametrize("sign", OPERATORS)
def test_a_hundred_thousand_results_are_exact(sign: str, digits: int) -> None:
    check_operator(sign, digits, 100_000, seed=50 + digits)


@pytest.mark.parametrize("digits", [14, 6])
@pytest.mark.parametrize("sign", RELATIONS)
def test_relations_of_reals(sign: str, digits: int) -> None:
    mark = "#" if digits == 14 else "!"
    pairs = random_pairs(random.Random(9), digits, 680)
    pairs += [(x, x) for x, _ in pairs[:300]]
    found = evaluated(f"A{mark}{sign}B{mark}", digits, pairs)
    truths = [int.from_bytes(result.dac[2:4], "little", signed=True) for result in found]
    assert truths == [-RELATIONS[sign](x, y) for x, y in pairs]


def check_roots(digits: int, count: int) -> None:
    """SQR of a double or a single is a double within half a unit."""
    mark = "#" if digits == 14 else "!"
    pairs = [(abs(x), y) for x, y in random_pairs(random.Random(3), digits, count)]
    found = evaluated(f"SQR(A{mark})", digits, pairs)
    with localcontext() as context:
        context.prec = 60
        exact = [rounded(x.sqrt(), 14) for x, _ in pairs]
    assert [result.value for result in found] == exact


@pytest.mark.parametrize("digits", [14, 6])
def test_roots_are_exact_and_rounded(digits: int) -> None:
    check_roots(digits, 340)


@pytest.mark.slow
@pytest.mark.parametrize("digits", [14, 6])
def test_a_hundred_thousand_roots_are_exact(digits: int) -> None:
    check_roots(digits, 100_000)


def within_range(source: random.Random, base: Decimal, digits: int) -> Decimal:
    """An exponent with which the power is between 1E-62 and 1E+62."""
    most = Decimal(142) / (abs(base).ln() or 1)
    return rounded(most * Decimal(source.randrange(-(10**14), 10**14)).scaleb(-14), digits)


def power_operands(source: random.Random, digits: int, count: int) -> list[tuple[Decimal, Decimal]]:
    """Bases of all sizes, and some close to 1; exponents with a fraction, small whole ones, large whole ones."""
    pairs = []
    for number in range(count):
        spread = (62, 2, 1)[number // 4 % 3]
        base = random_real(source, digits, spread)
        if number % 4 == 3:
            base = rounded(1 + base.scaleb(-4), digits)
        exponent = within_range(source, base, digits)
        if number % 2 and abs(exponent) < 10 ** (digits - 1):
            exponent = exponent.to_integral_value(ROUND_DOWN)
        if exponent % 1 or abs(exponent) > 10**digits:
            base = abs(base)
        pairs.append((base, exponent))
    return pairs


def check_powers(digits: int, count: int, seed: int) -> None:
    """Powers, of singles too, are doubles less than a unit of the last digit off."""
    mark = "#" if digits == 14 else "!"
    with localcontext() as context:
        context.prec = 60
        pairs = power_operands(random.Random(seed), digits, count)
        found = evaluated(f"A{mark}^B{mark}", digits, pairs)
        far = []
        for (x, y), result in zip(pairs, found, strict=True):
            if result.error or units(result.value, x**y) >= 1:
                far.append((x, y, result.value, result.error))
    assert far == []


@pytest.mark.parametrize("digits", [14, 6])
def test_powers_are_less_than_a_unit_off(digits: int) -> None:
    check_powers(digits, 400, seed=4)


@pytest.mark.slow
@pytest.mark.parametrize("digits", [14, 6])
def test_a_hundred_thousand_powers_are_less_than_a_unit_off(digits: int) -> None:
    check_powers(digits, 100_000, seed=5)


@pytest.mark.parametrize("digits", [14, 6])
def test_whole_powers_that_have_room_are_exact(digits: int) -> None:
    """Every whole power of a small number, and every reciprocal of one, that the precision can write."""
    most = 10**digits
    pairs = [
        (Decimal(base), Decimal(exponent))
        for base in range(2, 200)
        for exponent in range(1, 47)
        if base**exponent < most
    ]
    pairs += [(Decimal(10), Decimal(exponent)) for exponent in range(-64, 63)]
    pairs += [(Decimal(2), Decimal(-exponent)) for exponent in range(1, digits)]
    found = evaluated("A#^B#" if digits == 14 else "A!^B!", digits, pairs)
    with localcontext() as context:
        context.prec = 60
        assert [value(result, digits) for result in found] == [
            rounded(x**y, digits) for x, y in pairs
        ]
