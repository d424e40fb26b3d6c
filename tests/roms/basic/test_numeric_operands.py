"""FRMEVL on variables with many random operands, against `decimal`; as the math pack's own tests, a level up."""

import random
from collections.abc import Callable
from decimal import Decimal, localcontext

import pytest

from machine.media.bas import tokens
from tests.support.basic import started
from tests.support.bios import Bios
from tests.support.mathpack import Result, doubles, random_pairs, rounded, run_table, units

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
    """Compares with the exact result, halves rounded away from zero."""
    mark = "#" if digits == 14 else "!"
    pairs = random_pairs(random.Random(seed), digits, count)
    found = evaluated(f"A{mark}{sign}B{mark}", digits, pairs)
    with localcontext() as context:
        context.prec = 150
        exact = [rounded(OPERATORS[sign](x, y), digits) for x, y in pairs]
    wrong = [
        (x, y, value(result, digits), number)
        for (x, y), result, number in zip(pairs, found, exact, strict=True)
        if result.error or result.kind != SIZES[digits] or value(result, digits) != number
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


def check_powers(count: int, seed: int) -> None:
    """Powers of doubles, most with a fraction: within ten units where the result is not extreme."""
    source = random.Random(seed)
    pairs = [
        (
            Decimal(source.randrange(1, 10**14)).scaleb(source.randint(-15, -11)),
            Decimal(source.randrange(-(10**14), 10**14)).scaleb(-13)
            if number % 3
            else Decimal(source.randint(-9, 9)),
        )
        for number in range(count)
    ]
    found = evaluated("A#^B#", 14, pairs)
    with localcontext() as context:
        context.prec = 60
        far = [
            (x, y, result.value)
            for (x, y), result in zip(pairs, found, strict=True)
            if abs(exact := x**y) < Decimal("1E60")
            and abs(exact) > Decimal("1E-60")
            and (result.error or units(result.value, exact) > 10)
        ]
    assert far == []


def test_powers_are_within_ten_units() -> None:
    check_powers(200, seed=4)


@pytest.mark.slow
def test_a_hundred_thousand_powers_are_within_ten_units() -> None:
    check_powers(100_000, seed=5)
