"""The math pack's functions against series in `decimal`, within two units of the last digit."""

import random
from collections.abc import Callable
from decimal import Decimal, localcontext
from functools import cache

import pytest

from tests.support.bios import Bios, started
from tests.support.mathpack import (
    DIVISION,
    ILLEGAL,
    INTEGER,
    OVERFLOW,
    SINGLE,
    doubles,
    encode,
    random_real,
    rounded,
    run_table,
    units,
)

PRECISION = 60  # digits of the reference
SMALL = Decimal(10) ** -(PRECISION + 5)
NOTHING = Decimal(0)


@pytest.fixture
def bios() -> Bios:
    """A started machine."""
    return started("eb2")


def arctangent(x: Decimal) -> Decimal:
    """By halving the angle, then the series."""
    halvings = 0
    while abs(x) > Decimal("0.05"):
        x /= 1 + (1 + x * x).sqrt()
        halvings += 1
    total, power, divisor = Decimal(0), x, 1
    while abs(power) > SMALL:
        total += power / divisor
        power *= -x * x
        divisor += 2
    return total * Decimal(2) ** halvings


@cache
def pi() -> Decimal:
    """Four times the arctangent of 1."""
    return 4 * arctangent(Decimal(1))


def sine(x: Decimal) -> Decimal:
    """By the series."""
    x = x.remainder_near(2 * pi())
    total, term, number = Decimal(0), x, 1
    while abs(term) > SMALL:
        total += term
        term *= -x * x / ((number + 1) * (number + 2))
        number += 2
    return total


def cosine(x: Decimal) -> Decimal:
    """A sine shifted."""
    return sine(pi() / 2 - x)


def tangent(x: Decimal) -> Decimal:
    """The quotient."""
    return sine(x) / cosine(x)


def within(source: random.Random, limit: str, count: int) -> list[Decimal]:
    """Arguments between -limit and limit with all digits."""
    return [
        rounded(Decimal(source.randrange(-(10**14), 10**14)).scaleb(-14) * Decimal(limit), 14)
        for _ in range(count)
    ]


def beside(source: random.Random, value: Decimal) -> Decimal:
    """A number with all digits up to 1 %, or as little as the last digit, away from `value`."""
    distance = random_real(source, 14, 1).scaleb(-source.randint(3, 15))
    return rounded(value * (1 + distance), 14)


def angles(source: random.Random, count: int) -> list[Decimal]:
    """Arguments of SIN, COS and TAN: common, small and large, and close to multiples of half a right angle."""
    spread = [random_real(source, 14, 13) for _ in range(count // 4)]
    turns = [source.randint(1, 10 ** source.randint(1, 7)) for _ in range(count // 4)]
    close = [beside(source, pi() / 4 * turn) for turn in turns]
    return within(source, "6.3", count // 4) + within(source, "1000", count // 4) + spread + close


def positive(source: random.Random, count: int) -> list[Decimal]:
    """Arguments of SQR and LOG: of all sizes, and close to 1 and other powers of ten."""
    wide = [abs(random_real(source, 14, 60)) for _ in range(count // 2)]
    ten = [Decimal(10) ** source.choice([0, 0, 1, -1, source.randint(-60, 60)]) for _ in wide]
    return wide + [beside(source, power) for power in ten]


def slopes(source: random.Random, count: int) -> list[Decimal]:
    """Arguments of ATN: common, of all sizes, and close to where the angle is a part of a right one."""
    corners = [Decimal(1), Decimal(3).sqrt(), 1 / Decimal(3).sqrt(), 2 - Decimal(3).sqrt()]
    close = [beside(source, source.choice(corners)) for _ in range(count // 4)]
    wide = [random_real(source, 14, 62) for _ in range(count // 4)]
    return within(source, "3", count // 2) + wide + close


def exponents(source: random.Random, count: int) -> list[Decimal]:
    """Arguments of EXP: of all sizes, close to those of powers of ten, and up to the last that fits."""
    last = Decimal(10).ln() * 63
    edge = [
        rounded(last - abs(random_real(source, 14, 10)) / 10**10, 14) for _ in range(count // 4)
    ]
    close = [
        beside(source, Decimal(10).ln() / 4 * source.randint(-250, 250)) for _ in range(count // 4)
    ]
    small = [random_real(source, 14, 2) for _ in range(count // 4)]
    return within(source, "144", count // 4) + small + edge + close


FUNCTIONS: dict[str, tuple[Callable[[Decimal], Decimal], Callable[..., list[Decimal]]]] = {
    "SIN": (sine, angles),
    "COS": (cosine, angles),
    "TAN": (tangent, angles),
    "ATN": (arctangent, slopes),
    "LOG": (Decimal.ln, positive),
    "EXP": (Decimal.exp, exponents),
}


def worst(bios: Bios, name: str, count: int, seed: int) -> Decimal:
    """The largest deviation, in units of the 14th digit."""
    function, choose = FUNCTIONS[name]
    with localcontext() as context:
        context.prec = PRECISION
        arguments = choose(random.Random(seed), count)
        exact = [function(x) for x in arguments]
        found = run_table(bios, f" call {name}\n ret", doubles((x, NOTHING) for x in arguments))
        assert {result.error for result in found} == {0}
        return max(
            units(result.value, value) if value else abs(result.value)
            for result, value in zip(found, exact, strict=True)
        )


@pytest.mark.parametrize("name", FUNCTIONS)
def test_functions_are_within_a_unit_of_the_last_digit(bios: Bios, name: str) -> None:
    assert worst(bios, name, 400, seed=1) < 1


@pytest.mark.slow
@pytest.mark.parametrize("name", FUNCTIONS)
def test_twenty_thousand_results_are_within_a_unit(bios: Bios, name: str) -> None:
    assert worst(bios, name, 20_000, seed=2) < 1


def test_square_roots_are_exact_and_rounded(bios: Bios) -> None:
    squares = [Decimal(n * n).scaleb(k) for n in (1, 2, 3, 12, 9999999) for k in (-3, -2, 0, 1)]
    arguments = positive(random.Random(3), 400) + squares

    found = run_table(bios, " call SQR\n ret", doubles((x, NOTHING) for x in arguments))

    with localcontext() as context:
        context.prec = PRECISION
        exact = [rounded(x.sqrt(), 14) for x in arguments]
    assert [result.value for result in found] == exact


@pytest.mark.parametrize(
    ("name", "argument", "value"),
    [
        ("SIN", "0", "0"),
        ("COS", "0", "1"),
        ("TAN", "0", "0"),
        ("ATN", "0", "0"),
        ("ATN", "1", "0.78539816339745"),
        ("ATN", "-1E50", "-1.5707963267949"),
        ("LOG", "1", "0"),
        ("LOG", "10", "2.3025850929940"),
        ("EXP", "0", "1"),
        ("EXP", "1", "2.7182818284590"),
        ("EXP", "-1000", "0"),
        ("EXP", "-150", "0"),
        ("SQR", "0", "0"),
        ("SQR", "2", "1.4142135623731"),
        ("SIN", "1E-40", "1E-40"),
    ],
)
def test_known_values(bios: Bios, name: str, argument: str, value: str) -> None:
    (result,) = run_table(bios, f" call {name}\n ret", doubles([(Decimal(argument), NOTHING)]))

    assert (result.error, result.value) == (0, Decimal(value))


@pytest.mark.parametrize(
    ("name", "argument", "error"),
    [
        ("SQR", "-1", ILLEGAL),
        ("LOG", "0", ILLEGAL),
        ("LOG", "-2", ILLEGAL),
        ("EXP", "146", OVERFLOW),
        ("EXP", "1E20", OVERFLOW),
    ],
)
def test_arguments_out_of_range_are_refused(
    bios: Bios, name: str, argument: str, error: int
) -> None:
    (result,) = run_table(bios, f" call {name}\n ret", doubles([(Decimal(argument), NOTHING)]))

    assert result.error == error


def test_multiples_of_a_right_angle_keep_all_digits_of_what_they_lack(bios: Bios) -> None:
    with localcontext() as context:
        context.prec = PRECISION
        numbers = [7**k for k in range(14)]
        arguments = [rounded(pi() / 2 * number, 14) for number in numbers]
        functions = {"SIN": sine, "COS": cosine}
        for name, function in functions.items():
            found = run_table(bios, f" call {name}\n ret", doubles((x, NOTHING) for x in arguments))
            exact = [function(x) for x in arguments]
            assert max(units(r.value, e) for r, e in zip(found, exact, strict=True)) < 1


def test_angles_beyond_all_digits_stay_between_minus_one_and_one(bios: Bios) -> None:
    arguments = [Decimal("1.2345678901234").scaleb(k) for k in range(8, 62, 3)]

    found = run_table(bios, " call SIN\n ret", doubles((x, NOTHING) for x in arguments))

    assert all(abs(result.value) <= 1 and not result.error for result in found)


# The first value is in the MSX Wiki's page on RND, the rest follows from the published sequence.
RANDOM = [".59521943994623", ".10658628050158", ".76597651772823", ".57756392935958"]


def test_rnd_gives_the_published_sequence(bios: Bios) -> None:
    rows = doubles([(Decimal(1), NOTHING)] * len(RANDOM))

    found = run_table(bios, " call RND\n ret", rows)

    assert [result.value for result in found] == [Decimal(text) for text in RANDOM]


def test_rnd_of_zero_repeats_and_of_a_negative_starts_anew(bios: Bios) -> None:
    source = [1, 0, -1, 0, 1, -1, 1]
    rows = doubles([(Decimal(x), NOTHING) for x in source])

    values = [result.value for result in run_table(bios, " call RND\n ret", rows)]

    assert values[0] == values[1] == Decimal(RANDOM[0])
    assert values[2] == values[3] == values[5] == Decimal(".04389820420821")
    assert values[4] == values[6] != values[2]


def test_rnd_follows_its_formula_for_long(bios: Bios) -> None:
    state, exact = 59521943994623, []
    for _ in range(600):
        exact.append(Decimal(state).scaleb(-14))
        state = (state * 21132486540519 + 14389820420821) % 10**14

    found = run_table(bios, " call RND\n ret", doubles([(Decimal(1), NOTHING)] * 600))

    assert [result.value for result in found] == exact


POWERS = [
    ("2", "10", "1024"),
    ("-2", "3", "-8"),
    ("-2", "4", "16"),
    ("2", "-2", "0.25"),
    ("10", "62", "1E62"),
    ("10", "-63", "1E-63"),
    ("0", "0", "1"),
    ("5", "0", "1"),
    ("0", "2", "0"),
    ("2", "-300", "0"),
    ("2", "0.5", "1.4142135623731"),
    ("1E10", "0.1", "10"),
    ("1.5", "2", "2.25"),
]


@pytest.mark.parametrize(("base", "exponent", "value"), POWERS)
def test_powers_of_doubles(bios: Bios, base: str, exponent: str, value: str) -> None:
    rows = doubles([(Decimal(base), Decimal(exponent))])

    (result,) = run_table(bios, " call DBLEXP\n ret", rows)

    assert (result.error, result.value) == (0, Decimal(value))


@pytest.mark.parametrize(
    ("base", "exponent", "value"), [("2", "0.5", "1.41421"), ("8E-10", "-3", "1.95313E27")]
)
def test_powers_of_singles_have_six_digits(
    bios: Bios, base: str, exponent: str, value: str
) -> None:
    rows = doubles([(Decimal(base), Decimal(exponent))])

    (result,) = run_table(bios, " call SGNEXP\n ret", rows, kind=SINGLE)

    assert (result.value, result.kind) == (Decimal(value), SINGLE)


@pytest.mark.parametrize(
    ("base", "exponent", "error"),
    [("0", "-1", DIVISION), ("-2", "0.5", ILLEGAL), ("2", "300", OVERFLOW)],
)
def test_impossible_powers_are_refused(bios: Bios, base: str, exponent: str, error: int) -> None:
    rows = doubles([(Decimal(base), Decimal(exponent))])

    (result,) = run_table(bios, " call DBLEXP\n ret", rows)

    assert result.error == error


@pytest.mark.parametrize(
    ("base", "exponent", "value", "kind"),
    [(2, 10, 1024, 2), (2, 15, 32768, 8), (-2, 15, -32768, 2), (-3, 3, -27, 2), (7, 0, 1, 2)],
)
def test_intexp_gives_an_integer_if_it_fits(
    bios: Bios, base: int, exponent: int, value: int, kind: int
) -> None:
    work = f" ld de,{base & 0xFFFF}\n ld hl,{exponent}\n call INTEXP\n ret"

    (result,) = run_table(bios, work, [(encode(NOTHING), encode(NOTHING))])

    integer = int.from_bytes(result.dac[2:4], "little", signed=True)
    assert (integer if result.kind == INTEGER else result.value, result.kind) == (value, kind)
