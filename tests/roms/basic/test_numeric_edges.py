"""Numbers at the edges: of the integers, of the digits, of the exponents; odd constants and texts of VAL."""

import pytest

from tests.support.basic import started
from tests.support.basic_values import printed

INTEGERS = {
    "32767+1;-32768-1;-32768*-1": "32768 -32769  32768",
    "-(-32768);ABS(-32768);-32768\\-1": "32768  32768  32768",
    "32767*32767;200*200;181*181": "1073676289  40000  32761",
    "30000+30000-30000": "30000",
    "7\\-2;-7\\2;-7\\-2": "-3 -3  3",
    "-7 MOD 2;7 MOD -2;-7 MOD -2": "-1  1 -1",
    "7.9\\2.9;10 MOD 3.7;-32768 MOD -1": "3  1  0",
    "32768\\2": "error 6",
    "-32769 MOD 3": "error 6",
    "40000 AND 1": "error 6",
    "5\\.4": "error 11",
    "5 MOD 0": "error 11",
    "&HFFFF;&H8000;&H7FFF;&O177777": "-1 -32768  32767 -1",
    "&B1111111111111111;&B101;&HFFFF+1": "-1  5  0",
    "HEX$(-1);HEX$(65535);HEX$(-32768)": "FFFFFFFF8000",
    "OCT$(-1);BIN$(5);HEX$(0)": "1777771010",
    "HEX$(65536)": "error 6",
    "HEX$(-32769)": "error 6",
    "HEX$(40000.1);HEX$(65535.5);HEX$(32767.5);HEX$(-32768.9)": "9C4107FFF8000",
    "NOT 0;5 XOR 3;5 EQV 3;5 IMP 3": "-1  6 -7 -5",
}
DIGITS = {
    "99999999999999;1E13;1E14": "99999999999999  10000000000000  1E+14",
    ".01;.001;.0099999;-.01": ".01  1E-03  9.9999E-03 -.01",
    "99999999999999+1;1E14+1": "1E+14  1E+14",
    "123456789012344": "1.2345678901234E+14",
    "123456789012345": "1.2345678901235E+14",
    "1.23456789012345678": "1.2345678901235",
    "1=1.0000000000001;1=1.00000000000001": "0 -1",
    "1234567!;9999994!;9999995!": "1234570  9999990  10000000",
    "CSNG(1.234565);CSNG(1.2345649999)": "1.23457  1.23456",
    "1!+1D-10;CSNG(.1)+.2#": "1.0000000001  .3",
    "16777216!;.3!*3!;999999!+1!": "16777200  .9  1000000",
    "-0;0*-1;-(1-1);SGN(-0)": "0  0  0  0",
    ".1+.2=.3;1/3*3=1": "-1  0",
}
EXPONENTS = {
    "9.9999999999999E62;1E-64;1E-64/10": "9.9999999999999E+62  1E-64  0",
    "9.9999999999999E62+1E48": "9.9999999999999E+62",
    "9.9999999999999E62+1E49": "error 6",
    "CSNG(9.999995E62)": "error 6",
    "1E-400;1E-40*1E-40": "0  0",
    "EXP(145.06)": "9.9714322973149E+62",
    "EXP(-147.3)": "1.067635031809E-64",
    "EXP(145.07)": "error 6",
    "1D5;1E5;1.5D2;10E-3;.1E-5": "100000  100000  150  .01  1E-06",
    "1.0000001^1E8;2^200": "22026.454781577  1.606938044259E+60",
    "2^40;10^14;2^-3": "1099511627776  1E+14  .125",
    "3^29;10^13": "68630377364883  10000000000000",
    "(-2)^3;-2^2;2^3^2;0^0;0^5": "-8 -4  64  1  0",
    "(-1.0001#)^32769": "-26.489175184127",
    "2^-300;1E-60^1E62": "0  0",
    ".5^-300": "error 6",
    "0^-1": "error 11",
    "(-2)^.5": "error 5",
    "ATN(1E62);ATN(1E-62)": "1.5707963267949  1E-62",
    "TAN(1.5707963267949)": "-2.9579071955327E+14",
    "SIN(3.1415926535898)": "-6.7615373566167E-15",
    "SIN(1E10);COS(12345678901234)": "-.48750602508751 -.24742635339598",
}
TEXTS = {
    'VAL("12abc");VAL("");VAL("-");VAL("+5")': "12  0  0  5",
    'VAL(" 1 2 3");VAL(".");VAL("E5")': "123  0  0",
    'VAL("1.5.2");VAL("1E");VAL("--5")': "1.5  1  0",
    'VAL("1E5");VAL("1D-2");VAL("1E 5")': "100000  .01  100000",
    'VAL("&HFF");VAL("&B101");VAL("&O17")': "255  5  15",
    'VAL("5%");VAL("5!");VAL("1.5#")': "5  5  1.5",
    'VAL("&O9");VAL("&HZ");VAL("-&H10")': "0  0  0",
    'VAL("&")': "error 2",
    'VAL("&17")': "error 2",  # so measured: github.com/andete/zerobas, docs/spec-basic-valbase.md
    'VAL("32768%")': "error 6",
    'VAL("1E63")': "error 6",
    'VAL("1E400")': "error 6",
}


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@pytest.mark.parametrize("table", [INTEGERS, DIGITS, EXPONENTS, TEXTS])
def test_numbers_at_the_edges(board: str, table: dict[str, str]) -> None:
    found = printed(table, board=board)
    assert dict(zip(table, found, strict=True)) == table


@pytest.mark.parametrize(
    ("loop", "rows"),
    [
        ("FOR I=0 TO 1 STEP .1:NEXT:PRINT I", ["1.1"]),
        ("FOR I!=0 TO 1 STEP .1:NEXT:PRINT I!", ["1.1"]),
        ("FOR I=1 TO 2 STEP 1/3:NEXT:PRINT I", ["2.3333333333332"]),
        ("FOR I=3 TO 1 STEP -.5:NEXT:PRINT I", [".5"]),
        ("FOR I=1 TO 0:PRINT I:NEXT:PRINT I", ["1", "2"]),
        ("FOR I%=32766 TO 32767:PRINT I%:NEXT", ["32766", "32767", "Overflow"]),
    ],
)
def test_steps_add_up_with_the_digits_of_the_variable(loop: str, rows: list[str]) -> None:
    assert [row.strip() for row in started("eb2").direct(loop)] == rows


@pytest.mark.parametrize("test", ["Z%=&B11 THEN", "Z%=&B11THEN", "Z%=&H3 THEN", "Z%=&O3THEN"])
def test_words_may_follow_a_number_of_any_base(test: str) -> None:
    assert started("eb2").direct(f'Z%=3:IF {test} PRINT "Y" ELSE PRINT "N"') == ["Y"]
