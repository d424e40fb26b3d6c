"""String functions and MID$, and their errors."""

import pytest

from tests.support.basic import started

BOARDS = ["eb1", "eb2"]
CALL, TYPE = "Illegal function call", "Type mismatch"

LINES = [
    ('LEFT$("HELLO",2)', "HE"),
    ('LEFT$("HELLO",9)', "HELLO"),
    ('LEFT$("HELLO",0)+"|"', "|"),
    ('LEFT$("HELLO",-1)', CALL),
    ('LEFT$("HELLO",256)', CALL),
    ("LEFT$(1,1)", TYPE),
    ('LEFT$("A","B")', TYPE),
    ('RIGHT$("HELLO",2)', "LO"),
    ('RIGHT$("HELLO",9)', "HELLO"),
    ('RIGHT$("HELLO",0)+"|"', "|"),
    ('RIGHT$("HELLO",256)', CALL),
    ('MID$("HELLO",2,3)', "ELL"),
    ('MID$("HELLO",2)', "ELLO"),
    ('MID$("HELLO",5,9)', "O"),
    ('MID$("HELLO",6)+"|"', "|"),
    ('MID$("HELLO",255,255)+"|"', "|"),
    ('MID$("HELLO",1,0)+"|"', "|"),
    ('MID$("HELLO",0)', CALL),
    ('MID$("HELLO",1,256)', CALL),
    ('LEFT$(MID$("HELLO",2)+"X",LEN("AB")+1)', "ELL"),
    ('LEN("")', " 0"),
    ('LEN("HELLO"+"X")', " 6"),
    ("LEN(5)", TYPE),
    ('ASC("A")', " 65"),
    ('ASC("")', CALL),
    ("ASC(1)", TYPE),
    ("CHR$(65)+CHR$(66.9)", "AB"),
    ("CHR$(256)", CALL),
    ("CHR$(-1)", CALL),
    ('CHR$("A")', TYPE),
    ('SPACE$(3)+"|"', "   |"),
    ('SPACE$(0)+"|"', "|"),
    ("SPACE$(256)", CALL),
    ("STRING$(3,65)", "AAA"),
    ('STRING$(3,"BC")', "BBB"),
    ('STRING$(0,"B")+"|"', "|"),
    ('STRING$(3,"")', CALL),
    ("STRING$(256,65)", CALL),
    ("STRING$(3,256)", CALL),
    ('STR$(5)+"|"', " 5|"),
    ('STR$(-1.5)+"|"', "-1.5|"),
    ('STR$(32767)+STR$(-32768)+STR$(0)+"|"', " 32767-32768 0|"),
    ('STR$("A")', TYPE),
    ('VAL("12")', " 12"),
    ('VAL("  -1.5E2x")', "-150"),
    ('VAL("1 2 3")', " 123"),
    ('VAL("&HFFFF")', "-1"),
    ('VAL("&O17")', " 15"),
    ('VAL("&B101")', " 5"),
    ('VAL("x")', " 0"),
    ('VAL("")', " 0"),
    ('VAL("1E99")', "Overflow"),
    ("VAL(1)", TYPE),
    ("VAL(STR$(1/3))*3=.99999999999999#", "-1"),
    ("HEX$(255)+HEX$(-1)+HEX$(65535)+HEX$(0)", "FFFFFFFFFF0"),
    ("OCT$(8)+OCT$(-1)+OCT$(0)", "101777770"),
    ("BIN$(5)+BIN$(0)", "1010"),
    ("BIN$(-2)", "1111111111111110"),
    ("HEX$(65536)", "Overflow"),
    ("HEX$(-32769)", "Overflow"),
    ('HEX$("A")', TYPE),
    ('INSTR("HELLO","L")', " 3"),
    ('INSTR(4,"HELLO","L")', " 4"),
    ('INSTR(5,"HELLO","L")', " 0"),
    ('INSTR("HELLO","LO")', " 4"),
    ('INSTR("HELLO","LOW")', " 0"),
    ('INSTR("AAB","AB")', " 2"),
    ('INSTR("HELLO","")', " 1"),
    ('INSTR(3,"HELLO","")', " 3"),
    ('INSTR(6,"HELLO","")', " 0"),
    ('INSTR("","")', " 0"),
    ('INSTR(0,"A","A")', CALL),
    ('INSTR(256,"A","A")', CALL),
    ('INSTR("A",1)', TYPE),
    ('INSTR(1,2,"A")', TYPE),
    ('"A"+"B"+"C"', "ABC"),
    ('"A"+1', TYPE),
    ('1+"A"', TYPE),
    ('"A"<"B"', "-1"),
    ('"A"<"AB"', "-1"),
    ('"AB"<="AB"', "-1"),
    ('"B">"AB"', "-1"),
    ('"a"="A"', " 0"),
    ('""<>""', " 0"),
    ('("A"+"B"="AB")+("A">"")', "-2"),
    ('FRE("")', " 200"),
    ("LPOS(0)", " 0"),
    ('INKEY$+"|"', "|"),
    ('STRING$(100,"A")+STRING$(101,"A")', "Out of string space"),
]


@pytest.mark.parametrize("board", BOARDS)
def test_string_functions_give(board: str) -> None:
    basic = started(board)

    for expression, row in LINES:
        shown = basic.direct("PRINT " + expression)
        assert (expression, shown) == (expression, [row])


MID = [
    ('A$="ABCDEF":MID$(A$,2,2)="xyz"', "AxyDEF"),
    ('A$="ABCDEF":MID$(A$,5)="xyz"', "ABCDxy"),
    ('A$="ABCDEF":MID$(A$,3)="x"', "ABxDEF"),
    ('A$="ABCDEF":MID$(A$,3,0)="x"', "ABCDEF"),
    ('A$="ABCDEF":MID$(A$,3)=""', "ABCDEF"),
    ('A$="ABCDE":MID$(A$,2)=A$', "AABCD"),
    ('A$="ABCDE":MID$(A$,1)=MID$(A$,2)', "BCDEE"),
    ('A$="ABC":MID$(A$,4)="X"', CALL),
    ('A$="ABC":MID$(A$,0)="X"', CALL),
    ('A$="ABC":MID$(A$,1)=5', TYPE),
    ('MID$(A,1)="X"', TYPE),
    ('A$="":MID$(A$,1)="X"', CALL),
]


@pytest.mark.parametrize("board", BOARDS)
def test_mid_replaces_a_part(board: str) -> None:
    basic = started(board)

    for line, row in MID:
        assert (line, basic.direct(line + ":PRINT A$")) == (line, [row])


def test_mid_leaves_the_program_text_alone() -> None:
    basic = started("eb1")
    program = '10 A$="ABC":B$=A$:MID$(A$,2)="x":PRINT A$;B$'

    assert basic.run(program) == ["AxCABC"]
    assert basic.direct("RUN") == ["AxCABC"]


PROGRAMS = {
    "a_string_grows_to_255": (
        '10 CLEAR 600:FOR I=1 TO 256:A$=A$+"x":NEXT',
        ["String too long in 10"],
    ),
    "literals_of_the_program_take_no_room": (
        '10 A$="ABCDEF":PRINT FRE(""):B$=A$:PRINT FRE(""):B$=B$+"":PRINT FRE("")',
        ["200", "200", "194"],
    ),
    "garbage_comes_back": (
        '10 FOR I=1 TO 500:A$=STRING$(40,"x")+STR$(I):NEXT:PRINT LEN(A$);FRE("")',
        ["44  156"],
    ),
    "clear_sets_the_string_space": (
        '10 CLEAR 1000:PRINT FRE(""):A$=STRING$(255,1):PRINT FRE("")',
        ["1000", "745"],
    ),
    "no_space_is_an_error": ('10 CLEAR 10\n20 A$=STRING$(11,"x")', ["Out of string space in 20"]),
    "all_of_the_space_can_be_used": (
        '10 CLEAR 10\n20 A$=STRING$(10,"x"):PRINT A$;FRE("")',
        ["xxxxxxxxxx 0"],
    ),
    "swap_changes_strings": ('10 A$="a":B$="b"+"c":SWAP A$,B$:PRINT A$;B$', ["bca"]),
    "arrays_keep_their_strings": (
        (
            "10 CLEAR 500:DIM A$(9,1):FOR I=0 TO 9:A$(I,1)=STR$(I):NEXT\n"
            '20 FOR I=1 TO 300:B$=STR$(I)+"x":NEXT:FOR I=0 TO 9:PRINT A$(I,1);:NEXT'
        ),
        ["0 1 2 3 4 5 6 7 8 9"],
    ),
    "erase_gives_the_room_back": (
        '10 DIM A$(9):FOR I=0 TO 9:A$(I)=STR$(I):NEXT:PRINT FRE("")\n20 ERASE A$:PRINT FRE("")',
        ["180", "200"],
    ),
    "formulas_can_be_too_complex": (
        '10 PRINT "1"+("2"+("3"+("4"+("5"+("6"+("7"+("8"+("9"+("0"+"1")))))))))',
        ["String formula too complex in 10"],
    ),
    "ten_temporaries_are_allowed": (
        '10 PRINT "1"+("2"+("3"+("4"+("5"+("6"+("7"+("8"+("9"+"0"))))))))',
        ["1234567890"],
    ),
    "after_an_error_temporaries_are_gone": (
        '10 ON ERROR GOTO 30\n20 FOR I=1 TO 20:A$="a"+("b"+1):NEXT:PRINT I:END\n30 RESUME NEXT',
        ["21"],
    ),
    "user_functions_take_strings": (
        (
            '10 DEF FNA$(X$,N)=LEFT$(X$+"+"+X$,N)\n20 FOR I=1 TO 100:B$=FNA$("ab"+"c",I MOD 8):NEXT\n'
            "30 PRINT B$;FNA$(FNA$(B$,3),9)"
        ),
        ["abc+abc+abc"],
    ),
}


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_with_strings_prints(board: str, name: str) -> None:
    program, rows = PROGRAMS[name]

    assert [row.strip() for row in started(board).run(program)] == rows
