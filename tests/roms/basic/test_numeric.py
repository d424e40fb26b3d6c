"""Numeric functions: values, types, bounds and errors."""

import random
from decimal import Decimal, localcontext

import pytest

from tests.support.basic import started
from tests.support.basic_values import printed
from tests.support.mathpack import decode, encode, random_pairs, rounded

WHOLE = {
    "ABS(-3);ABS(3);ABS(0)": "3  3  0",
    "ABS(-1.5);ABS(-32768)": "1.5  32768",
    "SGN(-2);SGN(0);SGN(1E-60)": "-1  0  1",
    "INT(3.7);INT(-3.7);INT(-3);INT(5)": "3 -4 -3  5",
    "INT(-.1);INT(.1);INT(-1E-60)": "-1  0 -1",
    "INT(123456.7!);INT(-123456.7#)": "123457 -123457",
    "INT(-99999999999999.5#)": "-1E+14",
    "INT(12345678901.9);INT(1E30)": "12345678901  1E+30",
    "FIX(3.7);FIX(-3.7);FIX(-3)": "3 -3 -3",
    "FIX(-.9);FIX(1E20)": "0  1E+20",
    "CINT(2.9);CINT(-2.9);CINT(32767.9)": "2 -2  32767",
    "CINT(32768)": "error 6",
    "CINT(-32768.5);CINT(-32767.9)": "-32768 -32767",
    "CINT(-32769)": "error 6",
    "CSNG(2/3);CSNG(1.2345675)": ".666667  1.23457",
    "CDBL(1!/3);CDBL(5)": ".333333  5",
    "CSNG(9999995)": "10000000",
    'ABS("A")': "error 13",
    'INT("A")': "error 13",
    'SGN("A")': "error 13",
    'FIX("A")': "error 13",
    'CINT("A")': "error 13",
    'CSNG("A")': "error 13",
    'CDBL("A")': "error 13",
}
TRANSCENDENTAL = {
    "SQR(2);SQR(4);SQR(0)": "1.4142135623731  2  0",
    "SQR(-1)": "error 5",
    "SQR(1E-60);SQR(2!)": "1E-30  1.4142135623731",
    "SIN(1);SIN(-1);SIN(0)": ".8414709848079 -.8414709848079  0",
    "COS(1);COS(0)": ".54030230586814  1",
    "TAN(1)": "1.5574077246549",
    "ATN(1)*4": "3.1415926535898",
    "LOG(10);LOG(1)": "2.302585092994  0",
    "LOG(0)": "error 5",
    "LOG(-1)": "error 5",
    "EXP(1);EXP(0)": "2.718281828459  1",
    "EXP(145)": "9.3907412866477E+62",
    "EXP(146)": "error 6",
    "EXP(-200)": "0",
    "RND(1)": ".59521943994623",
    "RND(-1)": ".04389820420821",
    "RND(-1)=RND(-1)": "-1",
    "RND(0)=RND(0)": "-1",
    "RND(1)=RND(0)": "-1",
    "RND(1)=RND(1)": "0",
    'SIN("A")': "error 13",
    'RND("A")': "error 13",
    'SQR("A")': "error 13",
}


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@pytest.mark.parametrize("table", [WHOLE, TRANSCENDENTAL], ids=["whole", "transcendental"])
def test_functions_have_the_documented_values(board: str, table: dict[str, str]) -> None:
    found = printed(table, board=board)
    assert dict(zip(table, found, strict=True)) == table


def test_run_starts_the_same_random_numbers_again() -> None:
    basic = started("eb2")
    first = basic.run("10 PRINT RND(1);RND(1)")
    assert basic.direct("RUN") == first


OPERANDS, RESULTS = 0x9000, 0xB000
PROGRAM = """10 CLEAR 200,&H8FFF:DEFINT I-P:A{t}=0:B{t}=0:C{t}=0
20 P=VARPTR(A{t}):Q=VARPTR(B{t}):R=VARPTR(C{t}):DEFINT Q-R
30 ON ERROR GOTO 90
40 FOR I=0 TO {last}:M=&H9000+I*16:O=&HB000+I*8
50 FOR J=0 TO {byte}:POKE VARPTR(A{t})+J,PEEK(M+J):POKE VARPTR(B{t})+J,PEEK(M+8+J):NEXT
60 C{t}=A{t}{op}B{t}
70 FOR J=0 TO {byte}:POKE O+J,PEEK(VARPTR(C{t})+J):NEXT
80 NEXT:END
90 POKE O,0:POKE O+1,ERR:RESUME 80"""
EXACT = {
    "+": lambda x, y: x + y,
    "-": lambda x, y: x - y,
    "*": lambda x, y: x * y,
    "/": lambda x, y: x / y,
}


def computed(op: str, digits: int, count: int, seed: int) -> list[tuple[str, str, str, str]]:
    """Pairs whose result in the guest is not the exact one, rounded: x, y, found, exact."""
    pairs = random_pairs(random.Random(seed), digits, count)
    basic = started("eb2")
    kind = "#" if digits == 14 else "!"
    size = 8 if digits == 14 else 4
    program = PROGRAM.format(t=kind, last=count - 1, byte=size - 1, op=op)
    basic.type_program(program)
    table = b"".join(encode(x, digits) + encode(y, digits) for x, y in pairs)
    basic.vm.write(OPERANDS, table)
    basic.direct("RUN", limit=600)
    raw = basic.vm.read(RESULTS, count * 8)
    wrong = []
    with localcontext() as context:
        context.prec = 150
        for place, (x, y) in enumerate(pairs):
            found = decode(raw[place * 8 : place * 8 + size].ljust(8, b"\0"))
            exact = rounded(EXACT[op](x, y), digits)
            if found != exact:
                wrong.append((str(x), str(y), str(found), str(exact)))
    return wrong


@pytest.mark.parametrize("digits", [14, 6])
@pytest.mark.parametrize("op", EXACT)
def test_operators_give_the_exact_result_rounded(op: str, digits: int) -> None:
    assert computed(op, digits, 200, seed=digits) == []


INTEGERS = [-32768, -32767, -256, -255, -2, -1, 0, 1, 2, 3, 127, 128, 181, 255, 256, 32766, 32767]


@pytest.mark.parametrize("op", ["+", "-", "*"])
def test_integers_go_over_to_larger_types(op: str) -> None:
    basic = started("eb2")
    values = ",".join(map(str, INTEGERS))
    rows = basic.run(
        f"10 FOR I=1 TO 17:READ A%:RESTORE 100:FOR J=1 TO 17:READ B%\n"
        f"20 C#=A%{op}B%:D#=CDBL(A%){op}CDBL(B%)\n"
        f"30 IF ABS(C#-D#)>ABS(D#)/200000! THEN PRINT A%;B%;C#;D#\n"
        f"40 NEXT:RESTORE 100:FOR J=1 TO I:READ B%:NEXT:NEXT\n100 DATA {values}"
    )
    assert rows == []


def test_results_of_decimal_and_guest_are_told_apart() -> None:
    assert encode(Decimal(1)) != encode(Decimal("1.0000000000001"))
