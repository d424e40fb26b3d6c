"""Random expressions in the guest and in a model of the documented rules of types and operators."""

import random
from collections.abc import Callable
from decimal import Decimal, localcontext
from typing import NamedTuple

import pytest

from tests.support.basic_values import Evaluator
from tests.support.mathpack import rounded

ERROR, INTEGER, SINGLE, DOUBLE = 0, 2, 4, 8
DIGITS = {SINGLE: 6, DOUBLE: 14}
OVERFLOW, DIVISION = Decimal(6), Decimal(11)
LARGEST = Decimal("9.9999999999999E62")


class Value(NamedTuple):
    """A type and a value, or ERROR and its number."""

    kind: int
    number: Decimal


class Fault(Exception):
    """The guest raises the error with this number."""


def real(number: Decimal) -> Value:
    """A double: too small is 0, too large an error."""
    found = rounded(number, DIGITS[DOUBLE])
    if abs(found) > LARGEST:
        raise Fault(OVERFLOW)
    return Value(DOUBLE, found if abs(found) >= Decimal("1E-64") else Decimal(0))


def integer(value: Value) -> int:
    """The value cut off to 16 bits."""
    found = int(value.number)
    if not -32768 <= found <= 32767:
        raise Fault(OVERFLOW)
    return found


def arithmetic(
    work: Callable[[Decimal, Decimal], Decimal], large: int
) -> Callable[[Value, Value], Value]:
    """+, - and *: integers stay so while they fit, else are of the kind `large`; reals make doubles."""

    def apply(left: Value, right: Value) -> Value:
        found = work(left.number, right.number)
        if max(left.kind, right.kind) > INTEGER:
            return real(found)
        return Value(INTEGER if -32768 <= found <= 32767 else large, found)

    return apply


def over(left: Value, right: Value) -> Value:
    """Quotients are doubles."""
    if not right.number:
        raise Fault(DIVISION)
    return real(left.number / right.number)


def cut(left: int, right: int) -> int:
    """The whole quotient, towards 0."""
    if not right:
        raise Fault(DIVISION)
    return abs(left) // abs(right) * (1 if (left < 0) == (right < 0) else -1)


def whole(work: Callable[[int, int], int]) -> Callable[[Value, Value], Value]:
    """Operators on 16-bit integers."""

    def apply(left: Value, right: Value) -> Value:
        second = integer(right)
        found = work(integer(left), second)
        return Value(INTEGER if found <= 32767 else SINGLE, Decimal(found))

    return apply


def relation(work: Callable[[Decimal, Decimal], bool]) -> Callable[[Value, Value], Value]:
    """-1 for true."""
    return lambda left, right: Value(INTEGER, Decimal(-work(left.number, right.number)))


OPERATORS: dict[str, tuple[int, Callable[[Value, Value], Value]]] = {
    "*": (12, arithmetic(lambda x, y: x * y, DOUBLE)),
    "/": (12, over),
    "\\": (11, whole(cut)),
    " MOD ": (10, whole(lambda x, y: x - y * cut(x, y))),
    "+": (9, arithmetic(lambda x, y: x + y, SINGLE)),
    "-": (9, arithmetic(lambda x, y: x - y, SINGLE)),
    "=": (8, relation(lambda x, y: x == y)),
    "<>": (8, relation(lambda x, y: x != y)),
    "<": (8, relation(lambda x, y: x < y)),
    "<=": (8, relation(lambda x, y: x <= y)),
    ">": (8, relation(lambda x, y: x > y)),
    "=>": (8, relation(lambda x, y: x >= y)),
    " AND ": (6, whole(lambda x, y: x & y)),
    " OR ": (5, whole(lambda x, y: x | y)),
    " XOR ": (4, whole(lambda x, y: x ^ y)),
    " EQV ": (3, whole(lambda x, y: ~(x ^ y))),
    " IMP ": (2, whole(lambda x, y: ~x | y)),
}
NOT, SIGN = 7, 13


def constant(source: random.Random) -> tuple[str, int, Value]:
    """A constant's text, its priority and its value."""
    kind = source.choice([INTEGER, INTEGER, SINGLE, DOUBLE])
    if kind == INTEGER:
        number = source.choice([0, 1, 2, 7, 10, 255, 256, 32767, source.randint(0, 32767)])
        return str(number), 99, Value(INTEGER, Decimal(number))
    length = source.randint(1, DIGITS[kind])
    figures = source.randrange(10 ** (length - 1), 10**length)
    exact = Decimal(figures).scaleb(-source.randint(0, length))
    return f"{exact:f}" + ("!" if kind == SINGLE else "#"), 99, Value(kind, exact)


Result = Value | None  # None: an error has come up
Part = tuple[str, int, Result]


def expression(source: random.Random, depth: int, faults: list[Decimal]) -> Part:
    """A random expression: text, priority of its operator, value; faults in the order they come."""
    if not depth or source.random() < 0.1:
        return constant(source)
    if source.random() < 0.15:
        text, priority, value = expression(source, depth - 1, faults)
        sign, name = source.choice([(SIGN, "-"), (NOT, "NOT ")])
        if priority < sign:
            text = f"({text})"
        return name + text, sign, negated(name, value, faults)
    name = source.choice(list(OPERATORS))
    priority, work = OPERATORS[name]
    left, above, first = expression(source, depth - 1, faults)
    right, below, second = expression(source, depth - 1, faults)
    # a sign or NOT on the left would take what follows into its operand
    if above < priority or above in (NOT, SIGN):
        left = f"({left})"
    if below <= priority:
        right = f"({right})"
    if first is None or second is None or faults:
        return left + name + right, priority, None
    try:
        return left + name + right, priority, work(first, second)
    except Fault as fault:
        faults.append(fault.args[0])
        return left + name + right, priority, None


def negated(name: str, value: Result, faults: list[Decimal]) -> Result:
    """What a sign or NOT makes of a value."""
    if value is None or faults:
        return None
    if name == "-":
        kind = SINGLE if value == Value(INTEGER, Decimal(-32768)) else value.kind
        return Value(kind, -value.number)
    try:
        return Value(INTEGER, Decimal(~integer(value)))
    except Fault as fault:
        faults.append(fault.args[0])
        return None


def disagreements(count: int, seed: int) -> list[tuple[str, Value, Value]]:
    """Expressions whose value in the guest is not the model's: text, found, expected."""
    source = random.Random(seed)
    guest = Evaluator("eb2")
    wrong = []
    with localcontext() as context:
        context.prec = 150
        for _ in range(count):
            faults: list[Decimal] = []
            text, _, value = expression(source, source.randint(1, 4), faults)
            expected = Value(ERROR, faults[0]) if value is None else value
            found = Value(*guest.value(text))
            if found != expected:
                wrong.append((text, found, expected))
    return wrong


def test_random_expressions_have_the_values_of_the_model() -> None:
    assert disagreements(400, seed=1) == []


@pytest.mark.slow
def test_ten_thousand_random_expressions_have_the_values_of_the_model() -> None:
    assert disagreements(10_000, seed=2) == []
