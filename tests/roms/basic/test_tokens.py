"""Typed lines become the documented tokens, and text again.

Source of the bytes: MSX2 Technical Handbook, chapter 2, "Intermediate codes".
"""

import pytest

from machine.basic.tokens import TOKENS
from tests.support.basic import Basic, started
from tests.support.program_text import image, listing, program, shown, tokens

COPIED = ("REM", "DATA", "CALL")  # what follows them stays text


@pytest.fixture
def basic() -> Basic:
    """A guest at its prompt."""
    return started("eb2")


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_every_word_becomes_its_token_and_lists_as_itself(board: str) -> None:
    basic = started(board)
    words = [word for word in TOKENS if word != "'"]
    basic.enter("\n".join(f"{number} {word}" for number, word in enumerate(words, 1)))
    expected = [(b":" if word == "ELSE" else b"") + TOKENS[word] for word in words]
    assert list(program(basic).values()) == expected
    lines = [f"{number} {word}".encode() for number, word in enumerate(words, 1)]
    assert listing(basic) == lines


def test_words_in_small_letters_are_words_too(basic: Basic) -> None:
    words = [word for word in TOKENS if word[0].isalpha() and word not in COPIED]
    text = ",".join(words[:20]).lower()
    assert tokens(basic, text) == b",".join(TOKENS[word] for word in words[:20])


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("?1", "91 12"),
        ("A=0:B=9", "41 EF 11 3A 42 EF 1A"),
        ("A=10:B=255", "41 EF 0F 0A 3A 42 EF 0F FF"),
        ("A=256:B=32767", "41 EF 1C 00 01 3A 42 EF 1C FF 7F"),
        ("A=32768", "41 EF 1D 45 32 76 80"),
        ("A=1234567", "41 EF 1F 47 12 34 56 70 00 00 00"),
        ("A=.5", "41 EF 1D 40 50 00 00"),
        ("A=.", "41 EF 1D 00 00 00 00"),
        ("A=1.5#", "41 EF 1F 41 15 00 00 00 00 00 00"),
        ("A=1.5!", "41 EF 1D 41 15 00 00"),
        ("A=7%", "41 EF 18"),
        ("A=7!", "41 EF 1D 41 70 00 00"),
        ("A=1E5", "41 EF 1D 46 10 00 00"),
        ("A=1D-5", "41 EF 1F 3C 10 00 00 00 00 00 00"),
        ("A=&HFFFF:B=&hc0 and 3", "41 EF 0C FF FF 3A 42 EF 0C C0 00 20 F6 20 14"),
        ("A=&O17:B=&17", "41 EF 0B 0F 00 3A 42 EF 0B 0F 00"),
        ("A=&B1010", "41 EF 26 42 31 30 31 30"),
        ("A=&B10 10", "41 EF 26 42 31 30 20 31 30"),
        ("SET PAGE 0,1", "D2 20 50 41 47 45 20 30 2C 12"),
        ("A1=B2X3", "41 31 EF 42 32 58 33"),
        ("FORI=1TO10STEP-1", "82 49 EF 12 D9 0F 0A DC F2 12"),
        ("GOTO100", "89 0E 64 00"),
        ("GO TO 100", "89 20 0E 64 00"),
        ("GOSUB 65529", "8D 20 0E F9 FF"),
        ("ON X GOTO 10, 20,300", "95 20 58 20 89 20 0E 0A 00 2C 20 0E 14 00 2C 0E 2C 01"),
        ("IF A THEN 10 ELSE 20", "8B 20 41 20 DA 20 0E 0A 00 20 3A A1 20 0E 14 00"),
        ("IF A THEN B=10 ELSE 20", "8B 20 41 20 DA 20 42 EF 0F 0A 20 3A A1 20 0E 14 00"),
        ("IF A THEN ?1ELSE ?2", "8B 20 41 20 DA 20 91 12 3A A1 20 91 13"),
        ("IF ERL=100 THEN RESUME 20", "8B 20 E1 EF 0E 64 00 20 DA 20 A7 20 0E 14 00"),
        ("RESTORE 10:RETURN 20", "8C 20 0E 0A 00 3A 8E 20 0E 14 00"),
        ("RUN 10:A=10", "8A 20 0E 0A 00 3A 41 EF 0F 0A"),
        ("LIST 10-20", "93 20 0E 0A 00 F2 0E 14 00"),
        ("DELETE .-20", "A8 20 2E F2 0E 14 00"),
        ("RENUM 10,20,30", "AA 20 0E 0A 00 2C 0E 14 00 2C 0E 1E 00"),
        ("AUTO 10,5", "A9 20 0E 0A 00 2C 0E 05 00"),
        ("'Print", "3A 8F E6 50 72 69 6E 74"),
        ("A=1'x", "41 EF 12 3A 8F E6 78"),
        ("REM Print 10", "8F 20 50 72 69 6E 74 20 31 30"),
        ("DATA if,10:PRINT", "84 20 69 66 2C 31 30 3A 91"),
        ('DATA "a:b",c:?', "84 20 22 61 3A 62 22 2C 63 3A 91"),
        ('?"if"a', "91 22 69 66 22 41"),
        ('?"if', "91 22 69 66"),
        ("_format(a)", "5F 46 4F 52 4D 41 54 28 41 29"),
        ("call format:?", "CA 20 46 4F 52 4D 41 54 3A 91"),
        ("INTERVAL ON", "FF 85 45 52 FF 94 20 95"),
        ("MAXFILES=1", "CD B7 EF 12"),
        ("MID$(A$,2)=B$", "FF 83 28 41 24 2C 13 29 EF 42 24"),
        ("?TAB(3);SPC(4)", "91 DB 14 29 3B DF 15 29"),
        ("A=B<>C", "41 EF 42 F0 EE 43"),
        ("A=B\\C^D MOD E", "41 EF 42 FC 43 F5 44 20 FB 20 45"),
        ('OPEN"GRP:"AS 1', "B0 22 47 52 50 3A 22 41 53 20 31"),
        ("SCORE=1", "53 43 F7 45 EF 12"),
        ("  A  =  1", "20 20 41 20 20 EF 20 20 12"),
        # MSX1 machines: github.com/andete/zerobas, docs/expbad-, expkw-, decblank- and cname-...
        ("A=1EX", "41 EF 1D 41 10 00 00 58"),
        ("A=12345E- X", "41 EF 1D 45 12 34 50 20 58"),
        ("A=1E#", "41 EF 1D 41 10 00 00 23"),
        ("A=1 DX", "41 EF 1F 41 10 00 00 00 00 00 00 58"),
        ("A=1 EQ", "41 EF 12 20 45 51"),
        ("A=1el", "41 EF 12 45 4C"),
        ("A=1E+L", "41 EF 1D 41 10 00 00 4C"),
        ("A=1EQV2", "41 EF 12 F9 13"),
        ("A=1 ERL", "41 EF 1D 41 10 00 00 52 4C"),
        ("A=1 .5E- 1 +2", "41 EF 1D 40 15 00 00 20 F1 13"),
        ("A=&B1 1:B=1", "41 EF 26 42 31 20 31 3A 42 EF 12"),
        ("A=&b1+1", "41 EF 26 42 31 F1 12"),
        ("CALL a+b\"c'd e", "CA 20 41 42 43 44 20 45"),
        ("_x!#,-./5;6", "5F 58 35 3B 36"),
        ("CALL x(5)", "CA 20 58 28 16 29"),
        # and docs/lnblank-, lnlist- and lnref-...
        ("GOTO 1 0,2 0", "89 20 0E 0A 00 2C 0E 14 00"),
        ("GOTO 1.5+7;8", "89 20 0E 01 00 2E 0E 05 00 F1 0E 07 00 3B 0E 08 00"),
        ("GOTO 65530", "89 20 0E 99 19 0E 00 00"),
        ("GOTO 6 5 5 3 0", "89 20 0E 99 19 20 0E 00 00"),
        ("GOTO 1 MOD 5", "89 20 0E 01 00 20 FB 20 16"),
        ("A=&H1 F", "41 EF 0C 01 00 20 46"),
    ],
)
def test_line_becomes_these_bytes(basic: Basic, typed: str, code: str) -> None:
    assert tokens(basic, typed).hex(" ").upper() == code


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("?1", "PRINT1"),
        ("print a;b$", "PRINT A;B$"),
        ("A=1E10", "A=10000000000!"),
        ("A=1E20", "A=1E+20"),
        ("A=1D20", "A=1D+20"),
        ("A=1#+2!+3%", "A=1#+2!+3"),
        ("A=3.141592653589", "A=3.141592653589#"),
        ("A=1.23456789D20", "A=1.23456789E+20"),
        ("A=123456:B=1.5:C=.1", "A=123456!:B=1.5:C=.1"),
        ("A=.5:B=0.25", "A=.5:B=.25"),
        ("A=&hff+&o17+&17+&b11", "A=&HFF+&O17+&O17+&B11"),
        ("IF A THEN 10ELSE 20", "IF A THEN 10ELSE 20"),
        ("A=1'x", "A=1'x"),
        ("A=1:'x", "A=1:'x"),
        ('data a,"B:",c:print', 'DATA a,"B:",c:PRINT'),
        ("rem Hello: print", "REM Hello: print"),
        ("_turbo on", "_TURBO ON"),
        ("on error goto 0", "ON ERROR GOTO 0"),
        ("go to 20", "GOTO 20"),
        ("A=1:B=10:C=300:D=40000", "A=1:B=10:C=300:D=40000!"),
    ],
)
def test_line_lists_as(basic: Basic, typed: str, listed: str) -> None:
    basic.enter(f"1 {typed}")
    assert listing(basic) == [f"1 {listed}".encode()]


def test_program_lies_in_memory_as_documented(basic: Basic) -> None:
    """The handbook's form: address of the next line, number, tokens, 0; a word 0 at the end."""
    basic.enter('20 PRINT"A"\n10 GOTO 20')
    assert basic.word("TXTTAB") == 0x8001
    assert basic.vm.peek(0x8000) == 0
    assert image(basic).hex(" ") == (
        "0b 80 0a 00 89 20 0e 14 00 00 14 80 14 00 91 22 41 22 00 00 00"
    )


def test_pointer_of_a_goto_that_ran_lists_as_its_line_number(basic: Basic) -> None:
    assert basic.run("10 GOTO 30\n20 END\n30 GOSUB 50\n40 END\n50 RETURN") == []
    code = program(basic)
    assert (code[10][2], code[30][2]) == (0x0D, 0x0D)
    assert listing(basic)[:3] == [b"10 GOTO 30", b"20 END", b"30 GOSUB 50"]


def test_pointers_follow_lines_that_move(basic: Basic) -> None:
    basic.run("10 GOTO 30\n20 END\n30 END")
    basic.enter("5 REM a line that moves all others")
    assert program(basic)[10] == bytes.fromhex("89200e1e00")
    assert listing(basic)[1] == b"10 GOTO 30"


def test_line_too_long_in_tokens_is_refused(basic: Basic) -> None:
    rows = shown(basic, "1 A=" + ".1#+" * 55)
    assert rows == ["Line buffer overflow"]
    assert program(basic) == {}


def test_number_too_large_is_refused_when_it_is_typed(basic: Basic) -> None:
    assert shown(basic, "10 A=1E63") == ["Overflow"]
    assert shown(basic, "10 A=&H10000") == ["Overflow"]
    assert program(basic) == {}


@pytest.mark.parametrize(
    "code", ["ff c0", "ff ff", "ff 80", "fd", "fe", "80", "ff b1", "10", "1b", "1e"]
)
def test_codes_of_nothing_do_not_stop_a_listing(basic: Basic, code: str) -> None:
    """A program from a file may hold anything."""
    basic.enter("10 PRINT 1:A\n20 END")
    first = basic.word("TXTTAB") + 4
    raw = bytes.fromhex(code)
    basic.vm.write(first, raw + b" " * (5 - len(raw)))
    assert listing(basic)[1:] == [b"20 END"]
