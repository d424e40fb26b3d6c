"""INPUT, LINE INPUT, INPUT$, INKEY$, READ, DATA, RESTORE."""

import pytest

from tests.support.basic import Basic, started

BOARDS = ["eb1", "eb2"]


def talk(basic: Basic, program: str, *answers: str) -> list[str]:
    """Runs a program that asks; returns the rows from RUN to the prompt, both left out."""
    basic.type_program("5 CLS\n" + program)
    basic.vm.type("RUN\r")
    basic.vm.run(seconds=0.5)
    for answer in answers:
        basic.vm.type(answer)
        basic.vm.run(seconds=0.4 + 0.05 * len(answer))
    basic.wait(5)
    return basic.rows()[:-1]


INPUTS = {
    "a_number": ("10 INPUT A:PRINT A", ["12\r"], ["? 12", " 12"]),
    "a_prompt": ('10 INPUT "Name";A$:PRINT A$', ["Bob\r"], ["Name? Bob", "Bob"]),
    "several_in_one_line": (
        "10 INPUT A,B$,C:PRINT A;B$;C",
        ["1,x y,3\r"],
        ["? 1,x y,3", " 1 x y 3"],
    ),
    "several_in_several_lines": (
        "10 INPUT A,B$:PRINT A;B$",
        ["1\r", "x\r"],
        ["? 1", "?? x", " 1 x"],
    ),
    "quotes_keep_commas_and_blanks": (
        '10 INPUT A$,B$:PRINT A$;"|";B$;"|"',
        ['"a, b ", "c" \r'],
        ['? "a, b ", "c"', "a, b |c|"],
    ),
    "a_colon_is_text": ('10 INPUT A$:PRINT A$;"|"', ["  a:b  \r"], ["?   a:b", "a:b|"]),
    "letters_for_a_number": (
        "10 INPUT A:PRINT A",
        ["abc\r", "7\r"],
        ["? abc", "?Redo from start", "? 7", " 7"],
    ),
    "redo_shows_the_prompt_again": (
        '10 INPUT "N";A,B:PRINT A;B',
        ["1,x\r", "3,4\r"],
        ["N? 1,x", "?Redo from start", "N? 3,4", " 3  4"],
    ),
    "a_prompt_without_a_semicolon_is_not_shown": (
        '10 INPUT "N"A',
        [],
        ["Syntax error in 10"],
    ),
    "too_much": ("10 INPUT A:PRINT A", ["1,2\r"], ["? 1,2", "?Extra ignored", " 1"]),
    "return_alone_leaves_the_variable": (
        '10 A=5:A$="x":INPUT A:INPUT A$,B$:PRINT A;A$',
        ["\r", "\r"],
        ["?", "?", " 5 x"],
    ),
    "return_alone_after_redo_is_0": (
        "10 A=5:INPUT A:PRINT A",
        ["x\r", "\r"],
        ["? x", "?Redo from start", "?", " 0"],
    ),
    "a_text_is_stored_before_what_is_behind_its_quote_is_refused": (
        '10 INPUT A$:PRINT A$;"|"',
        ['"ab"c"\r', "\r"],
        ['? "ab"c"', "?Redo from start", "?", "ab|"],
    ),
    "a_quote_within_is_text": (
        "10 INPUT A,B$:PRINT A;B$",
        ["123.4\r", 'ab"g\r'],
        ["? 123.4", '?? ab"g', ' 123.4 ab"g'],
    ),
    "an_exponent_alone_is_0": (
        "10 INPUT A,B$:PRINT A;B$",
        ['e5,"ab"g"\r', 'e5,"ab\'g"\r'],
        ['? e5,"ab"g"', "?Redo from start", '? e5,"ab\'g"', " 0 ab'g"],
    ),
    "the_rest_of_the_items_in_a_second_line": (
        '10 B=5:INPUT A$,B,C$:PRINT A$;B;C$;"|"',
        ["m\r", "7,a\r"],
        ["? m", "?? 7,a", "m 7 a|"],
    ),
    "an_empty_item": ('10 INPUT A$,B:PRINT A$;"|";B', [",\r"], ["? ,", "| 0"]),
    "numbers_in_all_forms": (
        "10 INPUT A,B,C,D%:PRINT A;B;C;D%",
        ["-1.5E3,&HFF, 1 2 ,7.9\r"],
        ["? -1.5E3,&HFF, 1 2 ,7.9", "-1500  255  12  7"],
    ),
    "array_elements": (
        "10 INPUT I,A(I):PRINT A(3)",
        ["3,8\r"],
        ["? 3,8", " 8"],
    ),
    "line_input_takes_all": (
        '10 LINE INPUT "say:";A$:PRINT A$;"|"',
        [' "x", y:z  \r'],
        ['say: "x", y:z', ' "x", y:z|'],
    ),
    "line_input_of_nothing_is_empty": (
        '10 A$="x":LINE INPUT A$:PRINT A$;"|"',
        ["\r"],
        ["", "|"],
    ),
    "input_s": (
        "10 A$=INPUT$(3):FOR I=1 TO 3:PRINT ASC(MID$(A$,I));:NEXT",
        ["a\rb"],
        [" 97  13  98"],
    ),
    "inkey_s": (
        '10 A$=INKEY$:IF A$="" THEN 10 ELSE PRINT ASC(A$);LEN(INKEY$)',
        ["q"],
        [" 113  0"],
    ),
}


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("name", INPUTS)
def test_a_program_asks(board: str, name: str) -> None:
    program, answers, rows = INPUTS[name]

    assert talk(started(board), program, *answers) == rows


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("LINE INPUT A", "Type mismatch"),
        ('INPUT "x",A', "Syntax error"),
        ("INPUT", "Missing operand"),
        ("PRINT INPUT$(0)", "Illegal function call"),
        ("PRINT INPUT$(256)", "Illegal function call"),
        ("READ A", "Out of DATA"),
        ("RESTORE 10", "Undefined line number"),
        ("RESTORE A", "Undefined line number"),  # as for MSX1 machines: test_control.py
    ],
)
def test_input_and_read_refuse(line: str, error: str) -> None:
    basic = started("eb1")
    basic.enter("NEW")

    assert [row for row in basic.direct(line) if row != "x"] == [error]


@pytest.mark.parametrize(("typed", "taken"), [(40, 40), (254, 254), (255, 254), (600, 254)])
def test_line_input_takes_254_characters(typed: int, taken: int) -> None:
    basic = started("eb1")
    program = '10 CLEAR 600:LINE INPUT A$:CLS:PRINT LEN(A$);A$=STRING$(LEN(A$),"x")'

    assert talk(basic, program, "x" * typed, "\r") == [f" {taken} -1"]


@pytest.mark.parametrize("asking", ["INPUT A", "LINE INPUT A$", "A$=INPUT$(1)"])
def test_ctrl_stop_breaks_input_and_cont_asks_again(asking: str) -> None:
    basic = started("eb1")
    basic.type_program(f'5 CLS\n10 {asking}\n20 PRINT "behind"')
    basic.vm.type("RUN\r")
    basic.vm.run(seconds=0.5)
    basic.control_stop()
    basic.wait(3)
    assert "Break in 10" in basic.rows()

    basic.vm.type("CONT\r")
    basic.vm.run(seconds=0.5)
    basic.vm.type("5\r")
    basic.wait(3)
    assert basic.rows()[-2] == "behind"


READS = {
    "types_and_quotes": (
        (
            '10 READ A,B$,C$,D%,E$:PRINT A;B$;"|";C$;"|";D%;E$;"|"\n'
            '20 DATA 1.5, two  , " th,r:ee " ,-4,end'
        ),
        ["1.5 two| th,r:ee |-4 end|"],
    ),
    "data_lie_anywhere": (
        (
            '10 DATA 1:PRINT "a":DATA 2\n20 REM DATA 9\n30 FOR I=1 TO 4:READ A:PRINT A;:NEXT\n'
            '40 PRINT "DATA 8":DATA 3\n50 DATA 4'
        ),
        ["a", "1  2  3  4 DATA 8"],
    ),
    "a_colon_ends_data": ('10 READ A$,B$:PRINT A$;B$\n20 DATA x:DATA y:PRINT "z"', ["xy", "z"]),
    "empty_items": ('10 READ A,A$,B:PRINT A;A$;"|";B\n20 DATA ,,', ["0 | 0"]),
    "out_of_data": ("10 READ A,B\n20 DATA 1", ["Out of DATA in 10"]),
    "text_for_a_number": ("10 READ A\n20 DATA x", ["Syntax error in 20"]),
    "restore": ("10 READ A:RESTORE:READ B:PRINT A;B\n20 DATA 1,2", ["1  1"]),
    "blanks behind the line": (
        "10 RESTORE 30 :READ A:IF A THEN RESTORE 20 ELSE RESTORE 30\n20 READ B:PRINT A;B\n30 DATA 2,3",
        ["2  2"],
    ),
    "restore_to_a_line": (
        "10 RESTORE 30:READ A:RESTORE 25:PRINT A\n20 DATA 1\n30 DATA 2",
        ["Undefined line number in 10"],
    ),
    "restore_to_a_line_without_data": (
        "10 RESTORE 25:READ A:PRINT A\n20 DATA 1\n25 REM\n30 DATA 2",
        ["2"],
    ),
    "strings_of_data_are_not_copied": (
        '10 READ A$,B$:PRINT A$;B$;FRE("")\n20 DATA abc,"def"',
        ["abcdef 200"],
    ),
    "hexadecimal": ("10 READ A,B:PRINT A;B\n20 DATA &HFF,&B11", ["255  3"]),
    "run_reads_from_the_start": (
        "10 READ A:PRINT A:IF PEEK(&HC000)<>5 THEN POKE &HC000,5:RUN\n20 DATA 1,2",
        ["1", "1"],
    ),
}


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("name", READS)
def test_a_program_reads_data(board: str, name: str) -> None:
    program, rows = READS[name]

    assert [row.strip() for row in started(board).run(program)] == rows
