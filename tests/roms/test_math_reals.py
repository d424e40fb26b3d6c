"""The math pack's four operations, rounding, kinds and comparisons, against `decimal`."""

import random
from collections.abc import Callable
from decimal import Decimal, localcontext

import pytest

from tests.support.bios import Bios, started
from tests.support.mathpack import (
    DIVISION,
    DOUBLE,
    INTEGER,
    OVERFLOW,
    SINGLE,
    decode,
    doubles,
    encode,
    random_pairs,
    rounded,
    run_table,
)

OPERATIONS: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "DECADD": lambda x, y: x + y,
    "DECSUB": lambda x, y: x - y,
    "DECMUL": lambda x, y: x * y,
    "DECDIV": lambda x, y: x / y,
}
TO_SINGLE = " call FRCSNG\n"
PRECISIONS = {14: "", 6: TO_SINGLE}


@pytest.fixture
def bios() -> Bios:
    """A started machine."""
    return started("eb1")


def check_operation(bios: Bios, name: str, digits: int, count: int, seed: int) -> None:
    """Compares so many operand pairs with the exact result, halves rounded away from zero."""
    pairs = random_pairs(random.Random(seed), digits, count)
    with localcontext() as context:
        context.prec = 150
        exact = [rounded(OPERATIONS[name](x, y), digits) for x, y in pairs]

    found = run_table(bios, f" call {name}\n{PRECISIONS[digits]} ret", doubles(pairs))

    wrong = [
        (x, y, result.value, value)
        for (x, y), result, value in zip(pairs, found, exact, strict=True)
        if result.error or result.value != value
    ]
    assert wrong == []


@pytest.mark.parametrize("digits", [14, 6])
@pytest.mark.parametrize("name", OPERATIONS)
def test_results_are_exact_and_rounded_half_away_from_zero(
    bios: Bios, name: str, digits: int
) -> None:
    check_operation(bios, name, digits, 1360, seed=digits)


@pytest.mark.slow
@pytest.mark.parametrize("digits", [14, 6])
@pytest.mark.parametrize("name", OPERATIONS)
def test_a_hundred_thousand_results_are_exact(bios: Bios, name: str, digits: int) -> None:
    check_operation(bios, name, digits, 100_000, seed=100 + digits)


@pytest.mark.parametrize(
    ("name", "first", "second", "value"),
    [
        ("DECADD", "99999999999999", "0.5", "1E14"),
        ("DECADD", "99999999999999", "0.49999999999999", "99999999999999"),
        ("DECSUB", "1", "1E-15", "1"),
        ("DECSUB", "1", "6E-15", "0.99999999999999"),
        ("DECSUB", "1", "9E-16", "1"),
        ("DECADD", "1", "1E-60", "1"),
        ("DECSUB", "5", "5", "0"),
        ("DECADD", "0", "-7", "-7"),
        ("DECSUB", "0", "7", "-7"),
        ("DECSUB", "7", "0", "7"),
        ("DECMUL", "0", "7", "0"),
        ("DECMUL", "7", "0", "0"),
        ("DECMUL", "9.9999999999999", "9.9999999999999", "99.999999999998"),
        ("DECMUL", "1E-40", "1E-40", "0"),
        ("DECMUL", "1E-32", "1E-32", "1E-64"),
        ("DECDIV", "0", "3", "0"),
        ("DECDIV", "2", "3", "0.66666666666667"),
        ("DECDIV", "-1", "3", "-0.33333333333333"),
        ("DECDIV", "1E-40", "1E40", "0"),
        ("DECDIV", "9.9E62", "1", "9.9E62"),
    ],
)
def test_edges_of_the_range(bios: Bios, name: str, first: str, second: str, value: str) -> None:
    rows = doubles([(Decimal(first), Decimal(second))])

    (result,) = run_table(bios, f" call {name}\n ret", rows)

    assert (result.error, result.value) == (0, Decimal(value))


@pytest.mark.parametrize(
    ("name", "first", "second", "error"),
    [
        ("DECADD", "9.9999999999999E62", "9E62", OVERFLOW),
        ("DECADD", "9.9999999999999E62", "5E48", OVERFLOW),
        ("DECMUL", "1E40", "-1E40", OVERFLOW),
        ("DECMUL", "1E62", "10", OVERFLOW),
        ("DECDIV", "1E40", "1E-40", OVERFLOW),
        ("DECDIV", "1", "0", DIVISION),
        ("DECDIV", "0", "0", DIVISION),
    ],
)
def test_errors_go_through_the_hook_with_their_number(
    bios: Bios, name: str, first: str, second: str, error: int
) -> None:
    rows = doubles([(Decimal(first), Decimal(second)), (Decimal(1), Decimal(2))])

    failed, fine = run_table(bios, f" call {name}\n ret", rows)

    assert (failed.error, fine.error) == (error, 0)


def test_an_error_without_a_hook_goes_to_the_prompt(bios: Bios) -> None:
    bios.vm.write(0xF847, bytes(8))
    bios.vm.write(0xF7F6, encode(Decimal(1)))

    bios.start_program(' INCLUDE "mathpack.inc"\n jp DECDIV')
    bios.vm.run(seconds=1)

    assert not bios.is_done
    assert "Division by zero" in "".join(bios.vm.screen_text())


def test_decnrm_removes_zeros_before_the_first_digit(bios: Bios) -> None:
    row = (bytes([64]) + bytes.fromhex("00012300000000"), bytes(8))

    (result,) = run_table(bios, " xor a\n ld (DAC + 8),a\n call DECNRM\n ret", [row])

    assert result.dac == encode(Decimal("0.000123"))


@pytest.mark.parametrize(("guard", "value"), [(0x49, "1.2345678901234"), (0x50, "1.2345678901235")])
def test_decrou_rounds_by_the_byte_behind(bios: Bios, guard: int, value: str) -> None:
    row = (encode(Decimal("1.2345678901234")), bytes(8))

    (result,) = run_table(bios, f" ld a,{guard}\n ld (DAC + 8),a\n call DECROU\n ret", [row])

    assert result.value == Decimal(value)


@pytest.mark.parametrize(
    ("value", "integer"),
    [
        ("0", 0),
        ("0.99999", 0),
        ("1", 1),
        ("-1.9", -1),
        ("9.5", 9),
        ("10", 10),
        ("12345.678", 12345),
        ("32767.99", 32767),
        ("-32768.5", -32768),
        ("-32767", -32767),
        ("1E-20", 0),
    ],
)
def test_frcint_cuts_off(bios: Bios, value: str, integer: int) -> None:
    (result,) = run_table(bios, " call FRCINT\n ret", doubles([(Decimal(value), Decimal(0))]))

    found = int.from_bytes(result.dac[2:4], "little", signed=True)
    assert (result.error, result.kind, found) == (0, INTEGER, integer)
    assert result.hl == integer & 0xFFFF


@pytest.mark.parametrize("value", ["32768", "-32769", "65536", "65537", "99999", "100000", "1E60"])
def test_frcint_refuses_what_is_too_large(bios: Bios, value: str) -> None:
    (result,) = run_table(bios, " call FRCINT\n ret", doubles([(Decimal(value), Decimal(0))]))

    assert result.error == OVERFLOW


def integer_row(value: int) -> tuple[bytes, bytes]:
    """An integer in DAC."""
    return b"\x99\x99" + value.to_bytes(2, "little", signed=True) + b"\x99" * 4, b"\x99" * 8


@pytest.mark.parametrize(("entry", "kind"), [("FRCSNG", SINGLE), ("FRCDBL", DOUBLE)])
def test_every_kind_of_integer_becomes_a_real(bios: Bios, entry: str, kind: int) -> None:
    integers = [0, 1, -1, 10, 99, 100, 12345, -12345, 32767, -32767, -32768]
    rows = [integer_row(value) for value in integers]

    found = run_table(bios, f" call {entry}\n ret", rows, kind=INTEGER)

    assert [result.value for result in found] == integers
    assert {result.kind for result in found} == {kind}


def test_frcdbl_of_a_single_forgets_what_lay_behind(bios: Bios) -> None:
    row = (encode(Decimal("1.23456"))[:4] + b"\x77" * 4, bytes(8))

    (result,) = run_table(bios, " call FRCDBL\n ret", [row], kind=SINGLE)

    assert (result.value, result.kind) == (Decimal("1.23456"), DOUBLE)


@pytest.mark.parametrize(
    ("value", "single"),
    [("1.234565", "1.23457"), ("1.2345649999999", "1.23456"), ("-9.999995", "-10"), ("0", "0")],
)
def test_frcsng_rounds_to_six_digits(bios: Bios, value: str, single: str) -> None:
    (result,) = run_table(bios, " call FRCSNG\n ret", doubles([(Decimal(value), Decimal(0))]))

    assert (result.value, result.kind) == (Decimal(single), SINGLE)


def test_fixer_takes_the_fraction_away(bios: Bios) -> None:
    values = [Decimal(n).scaleb(-k) for n in (12345678901234, -99999999999999) for k in range(17)]

    found = run_table(bios, " call FIXER\n ret", doubles((value, Decimal(0)) for value in values))

    assert [result.value for result in found] == [int(value) for value in values]


SIGNED = ["0", "1", "-1", "1.5", "-1.5", "1E-30", "-1E-30", "1E30", "-1E30", "1.50001", "15"]


def compared(left: str, right: str) -> int:
    """What the handbook's table says of two numbers: A as a byte."""
    return (Decimal(right) > Decimal(left)) - (Decimal(right) < Decimal(left)) & 0xFF


def test_xdcomp_and_fcomp_tell_which_is_less(bios: Bios) -> None:
    cases = [(left, right) for left in SIGNED for right in SIGNED]
    rows = [(encode(Decimal(right)), encode(Decimal(left))) for left, right in cases]
    exact = [compared(left, right) for left, right in cases]

    double = run_table(bios, " call XDCOMP\n ld l,a\n ret", rows)
    single = run_table(bios, " ld hl,ARG\n call MOVRMI\n call FCOMP\n ld l,a\n ret", rows)

    assert [result.hl & 0xFF for result in double] == exact
    assert [result.hl & 0xFF for result in single] == exact


def test_sign_absfn_neg_and_sgn_take_reals(bios: Bios) -> None:
    values = [Decimal(text) for text in SIGNED]
    rows = doubles((value, Decimal(0)) for value in values)
    signs = [(value > 0) - (value < 0) for value in values]

    sign = run_table(bios, " call SIGN\n ld l,a\n ret", rows)
    size = run_table(bios, " call ABSFN\n ret", rows)
    opposite = run_table(bios, " call NEG\n ret", rows)
    whole = run_table(bios, " call SGN\n ret", rows)

    assert [result.hl & 0xFF for result in sign] == [value & 0xFF for value in signs]
    assert [decode(result.dac) for result in size] == [abs(value) for value in values]
    assert [decode(result.dac) for result in opposite] == [-value for value in values]
    found = [int.from_bytes(result.dac[2:4], "little", signed=True) for result in whole]
    assert (found, {result.kind for result in whole}) == (signs, {INTEGER})
