"""Numeric functions: values, types, bounds and errors."""

import pytest

from tests.support.basic import started
from tests.support.basic_values import printed

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
    "CDBL(CSNG(1/3));CDBL(5)": ".333333  5",
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
    "RND": "error 2",  # github.com/andete/zerobas, docs/keywords/RND.md
    "RND()": "error 2",
    "RND(1,2)": "error 2",
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
