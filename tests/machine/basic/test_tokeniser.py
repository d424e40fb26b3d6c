"""machine/basic/tokeniser.py: documented tokens of lines."""

import pytest

from machine.basic.tokeniser import tokens

LINES = [
    ('PRINT "print"', '91 20 22 70 72 69 6e 74 22'),
    ("?A", "91 41"),
    ("goto 100", "89 20 0e 64 00"),
    ("GOTO+&H0+0", "89 f1 0c 00 00 f1 11"),
    ("ON X GOTO 10,20", "95 20 58 20 89 20 0e 0a 00 2c 0e 14 00"),
    ("FORI=ATOB", "82 49 ef 41 d9 42"),
    ("A1=7", "41 31 ef 18"),
    ("X=10", "58 ef 0f 0a"),
    ("X=255:Y=256", "58 ef 0f ff 3a 59 ef 1c 00 01"),
    ("X=32768", "58 ef 1d 45 32 76 80"),
    ("X=.5", "58 ef 1d 40 50 00 00"),
    ("X=.D", "58 ef 1f 00 00 00 00 00 00 00 00"),
    ("X=1234567", "58 ef 1f 47 12 34 56 70 00 00 00"),
    ("X=1#", "58 ef 1f 41 10 00 00 00 00 00 00"),
    ("X=1E-5", "58 ef 1d 3c 10 00 00"),
    ("X=2%", "58 ef 13"),
    ("X=&HFF", "58 ef 0c ff 00"),
    ("X=&O17", "58 ef 0b 0f 00"),
    ("X=&B101", "58 ef 26 42 31 30 31"),
    ("IF A THEN 5 ELSE 6", "8b 20 41 20 da 20 0e 05 00 20 3a a1 20 0e 06 00"),
    ("IF A THEN 100ELSE 6", "8b 20 41 20 da 20 0e 64 00 3a a1 20 0e 06 00"),
    ("'print", "3a 8f e6 70 72 69 6e 74"),
    ("REM print", "8f 20 70 72 69 6e 74"),
    ('DATA print,":",a:?', "84 20 70 72 69 6e 74 2c 22 3a 22 2c 61 3a 91"),
    ("A$=LEFT$(B$,1)", "41 24 ef ff 81 28 42 24 2c 12 29"),
    ("_FORMAT", "5f 46 4f 52 4d 41 54"),
    ("_x+y z'(5)", "5f 58 59 20 5a 28 16 29"),
    ("X=&b1 0 1+2", "58 ef 26 42 31 20 30 20 31 f1 13"),
    ("X=1 0EL", "58 ef 0f 0a 45 4c"),
    ("X=1EX:Y=1 D-Z", "58 ef 1d 41 10 00 00 58 3a 59 ef 1f 41 10 00 00 00 00 00 00 5a"),
    ("X=12345E%", "58 ef 1d 45 12 34 50 25"),
    ("X=.E.5", "58 ef 1d 00 00 00 00 1d 40 50 00 00"),
    ("H.DIR", "48 1f 00 00 00 00 00 00 00 00 49 52"),
    ("GOTO 1 0 , 6 5 5 3 0", "89 20 0e 0a 00 20 2c 20 0e 99 19 20 0e 00 00"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), LINES)
def test_a_line_has_its_documented_tokens(text: str, code: str) -> None:
    assert tokens(text.encode()).hex(" ") == code
