"""Numbers of the math pack, and a guest that runs one routine over a whole table of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from random import Random

from tests.support.assembler import assemble
from tests.support.bios import Bios

TABLE, RECORD, MOST = 0x8000, 24, 680  # page 2, below the caller of Bios
SINGLE, DOUBLE, INTEGER = 4, 8, 2
OVERFLOW, ILLEGAL, DIVISION = 6, 5, 11

_LOOP = """
        di
        ld (keep+1),sp
        ld a,&C3
        ld (H.ERRO),a
        ld hl,error
        ld (H.ERRO + 1),hl
        ld ix,&8000
        ld hl,(&C1F0)
next:   ld (&C1F2),hl
        push ix
        pop hl
        ld de,DAC
        ld bc,8
        ldir
        ld de,ARG
        ld bc,8
        ldir
        ld a,(hl)
        ld (VALTYP),a
        ld (ix+17),0
        push ix
        call work
        pop ix
        ld (&C1F4),hl
kept:   push ix
        pop de
        ld hl,DAC
        ld bc,8
        ldir
        ld a,(VALTYP)
        ld (ix+16),a
        ld hl,(&C1F4)
        ld (ix+18),l
        ld (ix+19),h
        ld de,24
        add ix,de
        ld hl,(&C1F2)
        dec hl
        ld a,h
        or l
        jr nz,next
        ld a,&C9
        ld (H.ERRO),a
        ei
        ret
error:  di                   ; an interrupt would take what is still below
        ld a,e
keep:   ld sp,0
        dec sp
        dec sp
        pop ix               ; still below
        ld (ix+17),a
        jr kept
work:
"""


@dataclass(frozen=True)
class Result:
    """What a routine left behind."""

    dac: bytes
    kind: int
    error: int
    hl: int

    @property
    def value(self) -> Decimal:
        """The real in DAC."""
        return decode(self.dac)


def encode(value: Decimal, digits: int = 14) -> bytes:
    """A real as DAC holds it, eight bytes; `value` must have at most `digits` digits."""
    if not value:
        return bytes(8)
    sign, figures, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    assert len(figures) <= digits, value
    scale = len(figures) + exponent
    assert -64 < scale < 64, value
    text = "".join(map(str, figures)).ljust(14, "0")
    return bytes([sign << 7 | scale + 64]) + bytes.fromhex(text)


def decode(field: bytes) -> Decimal:
    """The value of a real."""
    if not field[0]:
        return Decimal(0)
    value = Decimal(f"0.{field[1:8].hex()}").scaleb((field[0] & 0x7F) - 64)
    return -value if field[0] & 0x80 else value


def rounded(value: Decimal, digits: int) -> Decimal:
    """`value` with so many digits, halves away from zero."""
    return Context(prec=digits, rounding=ROUND_HALF_UP).plus(value)


def units(found: Decimal, exact: Decimal, digits: int = 14) -> Decimal:
    """How many units of the last digit of `exact` the two are apart."""
    return abs(found - exact).scaleb(digits - 1 - exact.adjusted())


def random_real(source: Random, digits: int, spread: int = 28) -> Decimal:
    """A real with up to so many digits, as often short as long, between 10 ^ -spread and above."""
    length = source.choice([digits, digits, source.randint(1, digits)])
    figures = source.randrange(10 ** (length - 1), 10**length) * source.choice([1, -1])
    return Decimal(figures).scaleb(source.randint(-spread, spread) - length)


def random_pairs(source: Random, digits: int, count: int) -> list[tuple[Decimal, Decimal]]:
    """Operands for the four operations: a third is close in size, some nearly cancel."""
    pairs = []
    for number in range(count):
        first = random_real(source, digits)
        if number % 6 == 0:
            second = random_real(source, digits, 1).scaleb(first.adjusted() + 1)
        elif number % 6 == 1:
            last = Decimal(source.randint(-9, 9)).scaleb(first.adjusted() - digits + 1)
            second = rounded(-first + last, digits) or first
        else:
            second = random_real(source, digits)
        pairs.append((first, second))
    return pairs


def run_table(
    bios: Bios, work: str, rows: Sequence[tuple[bytes, bytes]], kind: int = DOUBLE
) -> list[Result]:
    """Runs assembly text `work`, ending with RET, once for each row (DAC, ARG) of operands."""
    results: list[Result] = []
    includes = ' INCLUDE "mathpack.inc"\n INCLUDE "workarea.inc"\n'
    code = assemble(f"{includes}{_LOOP}{work}\n", 0xC200)
    for start in range(0, len(rows), MOST):
        part = rows[start : start + MOST]
        table = b"".join((dac + arg + bytes([kind])).ljust(RECORD, b"\0") for dac, arg in part)
        bios.vm.write(TABLE, table)
        bios.vm.write(0xC1F0, len(part).to_bytes(2, "little"))
        bios.vm.write(0xC200, code)
        bios.start(0xC200)
        bios.finish(limit=10 + 0.2 * len(part))
        raw = bios.vm.read(TABLE, len(part) * RECORD)
        results += [_result(raw[i : i + RECORD]) for i in range(0, len(raw), RECORD)]
    return results


def _result(row: bytes) -> Result:
    return Result(row[:8], row[16], row[17], row[18] | row[19] << 8)


def doubles(values: Iterable[tuple[Decimal, Decimal]]) -> list[tuple[bytes, bytes]]:
    """Rows of two doubles."""
    return [(encode(first), encode(second)) for first, second in values]
