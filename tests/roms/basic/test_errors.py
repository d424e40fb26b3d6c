"""Errors: their texts, ON ERROR GOTO, RESUME, ERR and ERL."""

import pytest

from tests.support.basic import started

# MSX2 Technical Handbook, appendix "Error codes".
TEXTS = {
    1: "NEXT without FOR",
    2: "Syntax error",
    3: "RETURN without GOSUB",
    4: "Out of DATA",
    5: "Illegal function call",
    6: "Overflow",
    7: "Out of memory",
    8: "Undefined line number",
    9: "Subscript out of range",
    10: "Redimensioned array",
    11: "Division by zero",
    12: "Illegal direct",
    13: "Type mismatch",
    14: "Out of string space",
    15: "String too long",
    16: "String formula too complex",
    17: "Can't CONTINUE",
    18: "Undefined user function",
    19: "Device I/O error",
    20: "Verify error",
    21: "No RESUME",
    22: "RESUME without error",
    23: "Unprintable error",
    24: "Missing operand",
    25: "Line buffer overflow",
    26: "Unprintable error",
    49: "Unprintable error",
    50: "FIELD overflow",
    51: "Internal error",
    52: "Bad file number",
    53: "File not found",
    54: "File already open",
    55: "Input past end",
    56: "Bad file name",
    57: "Direct statement in file",
    58: "Sequential I/O only",
    59: "File not OPEN",
    60: "Bad FAT",
    66: "Disk full",
    70: "Disk offline",
    71: "Rename across disk",
    72: "Unprintable error",
    255: "Unprintable error",
}

RAISED = {
    "NEXT": 1,
    "PRINT)": 2,
    "A B": 2,
    "RETURN": 3,
    "READ A": 4,
    "ERROR 0": 5,
    "ERROR 256": 5,
    "PRINT 1E62*1E62": 6,
    "A%=40000": 6,
    "GOTO 777": 8,
    "GOSUB 777": 8,
    "RUN 777": 8,
    "DIM A(3):A(4)=1": 9,
    "DIM A(3):DIM A(3)": 10,
    "PRINT 1/0": 11,
    'A="x"': 13,
    'IF "x" THEN END': 13,
    'FOR A$="a" TO "b"': 13,
    "CONT": 17,
    "PRINT FNX(1)": 18,
    "RESUME": 22,
    "ON ERROR GOTO 777": 8,
    "FOR A(1)=1 TO 2": 2,
    "THEN": 2,
    "CALL NOBODY": 2,
    "CALL": 2,
}


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_each_number_has_its_text(board: str) -> None:
    basic = started(board)
    for number, text in TEXTS.items():
        assert basic.direct(f"ERROR {number}") == [text]


@pytest.mark.parametrize("line", RAISED)
def test_a_direct_line_raises(line: str) -> None:
    assert started("eb1").direct(line) == [TEXTS[RAISED[line]]]


@pytest.mark.parametrize("line", [line for line in RAISED if line not in ("CONT", "RESUME")])
def test_a_program_sees_number_and_line(line: str) -> None:
    program = f"10 ON ERROR GOTO 100\n20 {line}\n30 END\n100 PRINT ERR;ERL:RESUME 30"

    assert started("eb1").run(program) == [f" {RAISED[line]}  20"]


PROGRAMS = {
    "the_line_is_named": ("10 PRINT 1\n20 ERROR 11", ["1", "Division by zero in 20"]),
    "resume_tries_again": (
        "10 ON ERROR GOTO 100\n20 PRINT 6/A\n30 END\n100 A=2:RESUME",
        ["3"],
    ),
    "resume_0_tries_again": (
        "10 ON ERROR GOTO 100\n20 PRINT 6/A\n30 END\n100 A=2:RESUME 0",
        ["3"],
    ),
    "resume_next_goes_behind_the_statement": (
        "10 ON ERROR GOTO 100\n20 PRINT 1:ERROR 5:PRINT 2\n30 END\n100 RESUME NEXT",
        ["1", "2"],
    ),
    "resume_next_behind_the_first_statement_of_a_line": (
        "10 ON ERROR GOTO 100\n20 ERROR 5:PRINT 2\n30 PRINT ERL:END\n100 RESUME NEXT",
        ["2", "20"],
    ),
    "resume_next_behind_the_last_statement_of_a_line": (
        "10 ON ERROR GOTO 100\n20 ERROR 5\n30 PRINT 3:END\n100 RESUME NEXT",
        ["3"],
    ),
    "loops_and_subroutines_survive_an_error": (
        (
            "10 ON ERROR GOTO 100\n20 FOR I=1 TO 2:GOSUB 50:NEXT:END\n"
            "50 PRINT I:ERROR 200:RETURN\n100 PRINT ERR:RESUME NEXT"
        ),
        ["1", "200", "2", "200"],
    ),
    "an_error_in_the_routine_is_shown": (
        "10 ON ERROR GOTO 100\n20 ERROR 5\n100 ERROR 6",
        ["Overflow in 100"],
    ),
    "on_error_goto_0_in_the_routine_shows_the_first_error": (
        "10 ON ERROR GOTO 100\n20 ERROR 5\n100 ON ERROR GOTO 0",
        ["Illegal function call in 20"],
    ),
    "on_error_goto_0_ends_the_trap": (
        "10 ON ERROR GOTO 100:ON ERROR GOTO 0\n20 ERROR 5\n100 END",
        ["Illegal function call in 20"],
    ),
    "the_end_in_the_routine_is_no_resume": (
        "10 ON ERROR GOTO 100\n20 ERROR 5\n100 PRINT 1",
        ["1", "No RESUME in 100"],
    ),
    "end_in_the_routine_is_allowed": ("10 ON ERROR GOTO 100\n20 ERROR 5\n100 END", []),
    # As MSX1 machines (github.com/andete/zerobas, probes/basic/basic_probe_error_trap.py and
    # docs/onerr0-msx1-characterization.md): no routine traps it, so falling into one is told.
    "resume_without_error_is_not_trapped": (
        "10 ON ERROR GOTO 40\n20 ERROR 7\n30 PRINT 3\n40 RESUME NEXT",
        ["3", "RESUME without error in 40"],
    ),
    "no_resume_names_the_last_line": (
        "10 ON ERROR GOTO 100\n20 ERROR 7\n30 END\n100 GOSUB 200\n200 A=2",
        ["No RESUME in 200"],
    ),
    "on_error_goto_0_tells_the_error_once": (
        '10 ON ERROR GOTO 40\n20 PRINT "X";ASC("")\n30 END\n40 ON ERROR GOTO 0:PRINT 4',
        ["X", "Illegal function call in 20"],
    ),
    "a_second_routine_may_be_named_in_the_first": (
        (
            "10 ON ERROR GOTO 40\n20 ERROR 7\n30 END\n40 ON ERROR GOTO 70\n50 PRINT 5\n"
            "60 RESUME 80\n70 PRINT 7\n80 PRINT 8"
        ),
        ["5", "8"],
    ),
    "clear_forgets_the_routine": (
        "10 ON ERROR GOTO 100\n20 CLEAR\n30 ERROR 5\n40 END\n100 PRINT 1:END",
        ["Illegal function call in 30"],
    ),
    "resume_without_error": ("10 RESUME NEXT", ["RESUME without error in 10"]),
    "resume_at_an_undefined_line_is_an_error_of_the_routine": (
        "10 ON ERROR GOTO 100\n20 ERROR 5\n100 RESUME 55",
        ["Undefined line number in 100"],
    ),
    "resume_with_no_line_is_an_error_of_the_routine": (
        "10 ON ERROR GOTO 100\n20 ERROR 5\n100 RESUME FOO",
        ["Syntax error in 100"],
    ),
    "undefined_line": ("10 GOTO 20", ["Undefined line number in 10"]),
    "err_is_a_number_like_others": (
        "10 ON ERROR GOTO 100\n20 ERROR 5\n100 IF ERR=5 AND ERL=20 THEN PRINT ERL*2",
        ["40", "No RESUME in 100"],
    ),
    "on_error_goto_nothing_ends_the_trap": (  # MSX1 machines: github.com/andete/zerobas, docs/keywords/RESUME.md
        "10 ON ERROR GOTO 100:ON ERROR GOTO:PRINT 1\n20 ERROR 5\n100 END",
        ["1", "Illegal function call in 20"],
    ),
    "resume_next_steps_over_what_should_not_stand_there": (
        (
            "10 ON ERROR GOTO 100\n20 A=ERL 1:PRINT 2\n30 A=RND(1)58:PRINT 3\n40 PRINT 4:END\n"
            "100 PRINT ERL:RESUME NEXT"
        ),
        ["20", "2", "30", "3", "4"],
    ),
    "error_takes_one_number": ("10 ERROR 1,1", ["Syntax error in 10"]),
    "resume_makes_err_0_and_keeps_erl": (  # MSX1 machines: github.com/andete/zerobas, docs/concepts
        "10 ON ERROR GOTO 100\n20 ERROR 200\n30 PRINT ERR;ERL:END\n100 RESUME NEXT",
        ["0  20"],
    ),
    "a_trap_serves_again_after_resume": (
        "10 ON ERROR GOTO 100\n20 ERROR 201\n30 ERROR 202\n40 END\n100 PRINT ERR:RESUME NEXT",
        ["201", "202"],
    ),
    "errors_in_nested_expressions_leave_the_stack_right": (
        (
            "10 ON ERROR GOTO 100\n20 FOR I=1 TO 300\n30 A=(1+(2*(3+(4/0))))\n40 NEXT:PRINT I:END\n"
            "100 RESUME NEXT"
        ),
        ["301"],
    ),
}


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_with_errors(board: str, name: str) -> None:
    program, rows = PROGRAMS[name]

    assert [row.strip() for row in started(board).run(program)] == rows


def test_erl_of_a_direct_line_is_65535() -> None:
    basic = started("eb1")
    basic.direct("ERROR 5")

    assert basic.direct("PRINT ERR;ERL") == [" 5  65535"]


def test_a_direct_line_is_trapped_too() -> None:
    """As in MSX-BASIC-Programming-Guide-Russian (github.com/mr-GreyWolf), 8.3.4: its line 20 prints 1."""
    basic = started("eb1")
    basic.type_program("20 PRINT 1;ERR;ERL:END\n50 RESUME NEXT")

    assert basic.direct("ON ERROR GOTO 20:MAX=0") == [" 1  2  65535"]
    assert basic.direct("ON ERROR GOTO 0:ERROR 5") == ["Illegal function call"]
    assert basic.direct("ON ERROR GOTO 50:PRINT 1/0:PRINT 2") == [" 2"]


ROUTINE = (
    "10 ON ERROR GOTO 100\n20 ERROR 5\n30 END\n100 {routine}\n110 RESUME 120\n120 PRINT 120:END"
)


# What the prompt does with an error in hand, as MSX1 machines (github.com/andete/zerobas,
# docs/spec-basic-oneflg-reset-scope.md, probes/basic/basic_probe_error_trap.py).
@pytest.mark.parametrize(
    ("routine", "lines"),
    [
        ("ERROR 11", [("RUN", "Division by zero in 100"), ("RESUME", "RESUME without error")]),
        ("END", [("RUN", ""), ("RESUME", "RESUME without error")]),
        ("STOP", [("RUN", "Break in 100"), ("PRINT 1", "1"), ("CONT", "120")]),
        (
            "STOP",
            [
                ("RUN", "Break in 100"),
                ("PRINT 1/0", "Division by zero"),
                ("CONT", "RESUME without error in 110"),
            ],
        ),
        ("STOP", [("RUN", "Break in 100"), ("ON ERROR GOTO 0", "Illegal function call in 20")]),
    ],
)
def test_the_error_in_hand_ends_with_the_run_but_not_with_stop(
    routine: str, lines: list[tuple[str, str]]
) -> None:
    basic = started("eb1")
    basic.type_program(ROUTINE.format(routine=routine))

    for line, row in lines:
        assert [row.strip() for row in basic.direct(line)] == ([row] if row else []), line


@pytest.mark.parametrize(("line", "kept"), [("CLEAR", False), ("PRINT 0", True), ("30 REM", False)])
def test_what_forgets_variables_forgets_the_routine_of_on_error(line: str, kept: bool) -> None:
    basic = started("eb1")
    basic.type_program("10 ERROR 5\n100 PRINT 7:END\nON ERROR GOTO 100\n" + line)

    rows = [row.strip() for row in basic.direct("GOTO 10")]

    assert rows == (["7"] if kept else ["Illegal function call in 10"])


def test_onelin_is_the_address_of_the_line_of_the_routine() -> None:
    """As there."""
    basic = started("eb1")
    basic.run("10 ON ERROR GOTO 90\n20 OUT\n30 END\n90 A=A+1\n100 RESUME NEXT")

    assert basic.word("ONELIN") == 0x801B
    assert list(basic.vm.read(0x801D, 3)) == [90, 0, ord("A")]


def test_the_error_hook_may_take_over() -> None:
    basic = started("eb1")
    # H.ERRO: JP C000h; C000h: LD A,E; LD (C100h),A; RET
    basic.vm.write(0xC000, bytes.fromhex("7b 3200c1 c9"))
    basic.vm.write(0xFFB1, bytes.fromhex("c300c0"))

    assert basic.direct("ERROR 77") == ["Unprintable error"]
    assert basic.vm.peek(0xC100) == 77


def test_the_screen_becomes_text_again_and_output_goes_there() -> None:
    basic = started("eb1")

    basic.run("10 SCREEN 2\n20 ERROR 5")

    assert basic.rows() == ["Illegal function call in 20", "Ok"]
