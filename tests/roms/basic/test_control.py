"""The run loop, jumps, END STOP CONT, CLEAR, RUN: what programs print."""

import pytest

from machine.api import Session
from tests.support.basic import started
from tests.support.guest_calls import WORK, prompt_shown

BOARDS = ["eb1", "eb2"]

PROGRAMS = {
    "goto_and_end": ("10 GOTO 30\n20 PRINT 2\n30 PRINT 3:END\n40 PRINT 4", ["3"]),
    "gosub_nests": (
        "10 GOSUB 100:PRINT 1\n20 END\n100 GOSUB 200:PRINT 2:RETURN\n200 PRINT 3:RETURN",
        ["3", "2", "1"],
    ),
    "return_goes_to_a_line": ("10 GOSUB 100:PRINT 1:END\n50 PRINT 5:END\n100 RETURN 50", ["5"]),
    "return_drops_loops_within": (
        "10 FOR I=1 TO 2:GOSUB 100:NEXT:END\n100 FOR J=1 TO 9:PRINT I;J:RETURN",
        ["1  1", "2  1"],
    ),
    "on_goto_over_gaps": ("10 ON 3 GOTO ,,30\n20 PRINT 2:END\n30 PRINT 3", ["3"]),
    "on_gosub_over_gaps": ("10 ON 4 GOSUB 30,,,30,:PRINT 2:END\n30 PRINT 3:RETURN", ["3", "2"]),
    "on_goto_behind_gaps": ("10 ON 0 GOTO ,,30:PRINT 1\n20 END\n30 PRINT 3", ["1"]),
    "on_goto_into_a_gap": ("10 ON 2 GOTO 30,,30\n20 PRINT 2:END\n30 PRINT 3", ["2"]),
    "on_gosub_into_a_gap": ("10 ON 1 GOSUB ,30:PRINT 2:END\n30 PRINT 3:RETURN", ["2"]),
    "on_goto_behind_the_last_comma": (
        "10 ON 2 GOTO 20,\n20 PRINT",
        ["Syntax error in 10"],
    ),
    # Errors of jumps as MSX1 machines have them: github.com/andete/zerobas, docs/keywords/GOTO.md, GOSUB.md.
    "goto_below_nought": ("10 GOTO -1\n20 PRINT", ["Syntax error in 10"]),
    "gosub_a_variable": ("10 GOSUB A\n20 PRINT", ["Syntax error in 10"]),
    "on_goto_nowhere": ("10 ON 1 GOTO\n20 PRINT", ["Syntax error in 10"]),
    "if_goto_nowhere": ("10 IF 1 GOTO\n20 PRINT 2", ["2"]),
    "goto_beyond_65529_has_four_digits": ("10 GOTO 70000", ["Undefined line number in 10"]),
    "gosub_with_something_behind": ("10 GOSUB 20 ZZ:PRINT 1:END\n20 RETURN", ["1"]),
    "else_of_the_inner_if": ("10 IF 0 THEN IF 1 THEN PRINT 1 ELSE PRINT 2\n20 PRINT 3", ["3"]),
    "else_of_the_third_if": (
        "10 IF 0 THEN IF 1 THEN IF 1 THEN PRINT 1 ELSE PRINT 2 ELSE PRINT 3 ELSE PRINT 4",
        ["4"],
    ),
    # jumps of MSX1 machines: github.com/andete/zerobas, docs/keywords/RETURN.md, GOTO.md
    "return_away_wants_a_gosub_first": ("10 RETURN 99", ["RETURN without GOSUB in 10"]),
    "return_to_no_line_is_its_own_error": (
        "10 GOSUB 100\n100 RETURN 99",
        ["Undefined line number in 100"],
    ),
    "return_to_no_line_closes_the_subroutine": (
        (
            "10 ON ERROR GOTO 200:GOSUB 100\n100 RETURN 99\n200 IF ERL=100 THEN RESUME 220\n"
            "210 PRINT ERR;ERL:END\n220 RETURN"
        ),
        ["3  220"],
    ),
    "return_to_no_number": ("10 GOSUB 100\n100 RETURN A", ["Syntax error in 100"]),
    "goto_no_number": ("10 GOTO", ["Syntax error in 10"]),
    "on_goto": ("10 ON 2 GOTO 20,30\n20 PRINT 2:END\n30 PRINT 3", ["3"]),
    "on_gosub_comes_back_behind": (
        "10 FOR I=0 TO 3:ON I GOSUB 20,30:NEXT:END\n20 PRINT 2:RETURN\n30 PRINT 3:RETURN",
        ["2", "3"],
    ),
    "on_with_too_large_a_value_goes_on": ("10 ON 9 GOTO 20\n15 PRINT 1:END\n20 PRINT 2", ["1"]),
    "on_255": ("10 ON 255 GOTO 20\n15 PRINT 1:END\n20 PRINT 2", ["1"]),
    "if_then_else": (
        '10 FOR I=0 TO 2:IF I=1 THEN PRINT"one"ELSE PRINT"other"\n20 NEXT',
        ["other", "one", "other"],
    ),
    "if_goto": ("10 IF 1 GOTO 30 ELSE 20\n20 PRINT 2:END\n30 PRINT 3", ["3"]),
    "if_goto_a_statement": (
        "10 IF 1 GOTO PRINT 1 ELSE PRINT 2\n20 IF 0 GOTO PRINT 1 ELSE PRINT 2",
        ["1", "2"],
    ),
    "if_else_line": ("10 IF 0 THEN 30 ELSE 20\n20 PRINT 2:END\n30 PRINT 3", ["2"]),
    "nested_if": (
        (
            "10 FOR A=0 TO 1:FOR B=0 TO 1\n"
            '20 IF A THEN IF B THEN PRINT"ab"ELSE PRINT"a"ELSE PRINT"-"\n30 NEXT:NEXT'
        ),
        ["-", "-", "a", "ab"],
    ),
    "if_without_else_skips_the_line": ("10 IF 0 THEN PRINT 1:PRINT 2\n20 PRINT 3", ["3"]),
    "if_looks_through_strings_and_numbers": (
        '10 IF 0 THEN PRINT":ELSE";8250;&H3A3A;58 ELSE PRINT"right"',
        ["right"],
    ),
    "if_takes_a_small_value_for_true": ("10 IF .001 THEN PRINT 1", ["1"]),
    "if_of_a_comparison_of_strings": ('10 IF "A"<"B" THEN PRINT 1', ["1"]),
    "else_part_is_left_out": ("10 IF 1 THEN PRINT 1:PRINT 2 ELSE PRINT 3:PRINT 4", ["1", "2"]),
    "rem_and_data_are_passed": (
        '10 REM PRINT 1:PRINT 2\n20 \'PRINT 3\n30 DATA a,"b:c":PRINT 4',
        ["4"],
    ),
    "end_stays_silent": ("10 PRINT 1:END:PRINT 2", ["1"]),
    "stop_says_where": ("10 PRINT 1\n20 STOP", ["1", "Break in 20"]),
    "clear_takes_variables": ('10 A=1:B$="x":DIM C(20):CLEAR:PRINT A;B$;C(0)', ["0  0"]),
    "run_clears_and_starts_again": (
        "10 IF PEEK(&HC000)=7 THEN PRINT A:END\n20 A=5:POKE &HC000,7:RUN",
        ["0"],
    ),
    "tron_shows_lines": ("10 TRON\n20 PRINT 1\n30 TROFF:PRINT 2", ["[20] 1", "[30] 2"]),
    "gosub_to_the_same_line_many_times": (
        "10 FOR I=1 TO 500:GOSUB 30:NEXT:PRINT A\n20 END\n30 A=A+I:RETURN",
        ["125250"],
    ),
    "spaces_and_colons": ("10 :  : PRINT 1 :: PRINT 2 :", ["1", "2"]),
}


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_prints(board: str, name: str) -> None:
    program, rows = PROGRAMS[name]

    shown = [row.strip() for row in started(board).run(program)]

    assert shown == rows


def test_cont_goes_on_behind_stop_and_end() -> None:
    basic = started("eb1")
    basic.run("10 A=1:STOP:PRINT A\n20 END\n30 PRINT 3")

    assert basic.direct("A=A+1:CONT") == [" 2"]
    assert basic.direct("CONT") == [" 3"]


def test_cont_keeps_loops() -> None:
    basic = started("eb1")
    basic.run("10 FOR I=1 TO 2\n20 STOP\n30 NEXT\n40 PRINT I")

    assert basic.direct("CONT") == ["Break in 20"]
    assert basic.direct("CONT") == [" 3"]


@pytest.mark.parametrize("change", ["20 REM", "NEW", "CLEAR"])
def test_a_changed_program_is_not_continued(change: str) -> None:
    basic = started("eb1")
    basic.run("10 STOP:PRINT 1")
    basic.enter(change)

    assert basic.direct("CONT") == ["Can't CONTINUE"]


def test_jumps_are_found_again_after_an_edit() -> None:
    basic = started("eb1")
    basic.run("10 GOTO 30\n20 PRINT 2:END\n30 PRINT 3:GOTO 20")
    basic.enter("15 REM a line that moves the others\n30 PRINT 4:GOTO 20")

    assert basic.direct("RUN") == [" 4", " 2"]


def test_run_from_a_line() -> None:
    basic = started("eb1")
    basic.type_program("10 PRINT 1\n20 PRINT 2;A")
    basic.enter("A=7")

    assert basic.direct("RUN 20") == [" 2  0"]


def test_goto_in_a_direct_line_keeps_variables() -> None:
    basic = started("eb1")
    basic.type_program("10 PRINT 1\n20 PRINT 2;A")
    basic.enter("A=7")

    assert basic.direct("GOTO 20") == [" 2  7"]


def test_clear_sets_string_space_and_top_of_memory() -> None:
    basic = started("eb1")
    space = basic.word("MEMSIZ") - basic.word("STKTOP")
    files = basic.word("HIMEM") - basic.word("MEMSIZ")
    basic.direct("CLEAR 1000,&HD000")

    assert space == 200
    assert basic.word("HIMEM") == 0xD000
    assert basic.word("HIMEM") - basic.word("MEMSIZ") == files
    assert basic.word("MEMSIZ") - basic.word("STKTOP") == 1000
    basic.direct("CLEAR 300")
    assert basic.word("HIMEM") == 0xD000
    assert basic.word("MEMSIZ") - basic.word("STKTOP") == 300


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("CLEAR 30000", "Out of memory"),
        ("CLEAR -1", "Illegal function call"),
        ("CLEAR 200,&HF400", "Illegal function call"),
        ("CLEAR 200,&H8100", "Out of memory"),
        ("CLEAR 200,1", "Out of memory"),
    ],
)
def test_clear_refuses_what_does_not_fit(line: str, message: str) -> None:
    basic = started("eb1")
    before = [basic.word(name) for name in ("HIMEM", "MEMSIZ", "STKTOP")]

    assert basic.direct(line) == [message]
    assert [basic.word(name) for name in ("HIMEM", "MEMSIZ", "STKTOP")] == before


def test_endless_recursion_runs_out_of_memory_and_the_prompt_comes_back() -> None:
    basic = started("eb1")

    assert basic.run("10 GOSUB 10") == ["Out of memory in 10"]
    assert basic.direct("A=2:PRINT A+1;FRE(0)>20000") == [" 3 -1"]
    assert basic.direct("CLEAR:PRINT 1") == [" 1"]


@pytest.mark.parametrize("board", BOARDS)
def test_the_routine_of_on_error_can_work_after_endless_recursion(board: str) -> None:
    """16 brackets, as MSX1 machines: github.com/andete/zerobas, basic_probe_ctllim.py."""
    basic = started(board)
    program = f"""10 CLEAR 200:ON ERROR GOTO 50
20 GOSUB 20
30 A={"(" * 16}1{"+1)" * 16}
40 PRINT A;E:END
50 E=ERR:RESUME 30"""

    assert basic.run(program, 90) == [" 17  7"]


def test_clear_in_a_subroutine_forgets_the_way_back() -> None:
    rows = started("eb1").run("10 GOSUB 20\n20 CLEAR:RETURN")

    assert rows == ["RETURN without GOSUB in 20"]


def test_run_starts_random_numbers_anew() -> None:
    basic = started("eb1")
    basic.type_program("10 PRINT RND(1)")

    assert basic.direct("RUN") == basic.direct("RUN") == [" .59521943994623"]


def test_direct_lines_may_loop() -> None:
    assert started("eb1").direct("FOR I=1 TO 3:PRINT I;:NEXT") == [" 1  2  3"]


def test_line_numbers_up_to_65529() -> None:
    basic = started("eb1")
    basic.enter("NEW\n65529 PRINT 1\n0 PRINT 0")

    assert basic.direct("RUN") == [" 0", " 1"]
    assert basic.direct("65530 PRINT 2") == ["Syntax error"]


def test_readyr_brings_the_prompt_back_and_keeps_the_program() -> None:
    basic = started("eb1")
    basic.type_program("10 PRINT 1")
    basic.vm.write(0xC000, bytes.fromhex("c39b40"))  # JP 409Bh
    basic.enter("DEFUSR=&HC000:A=USR(0)")
    basic.wait()

    assert basic.direct("RUN") == [" 1"]


@pytest.mark.parametrize("board", BOARDS)
def test_power_on_to_the_prompt_takes_less_than_1_5_seconds(board: str) -> None:
    with Session(board) as vm:
        assert vm.run(until=prompt_shown, limit=1.5)


@pytest.mark.parametrize(("board", "version"), [("eb1", "1.0"), ("eb2", "2.0")])
def test_the_banner_tells_name_version_and_free_memory(board: str, version: str) -> None:
    basic = started(board)
    rows = basic.rows()
    free = basic.word("STKTOP") - basic.word("STREND")

    assert rows[0] == f"EightBox BASIC {version}"
    assert rows[2] == "Ok"
    assert rows[1].endswith(" Bytes free")
    assert free - 32 < int(rows[1].split()[0]) <= free


@pytest.mark.parametrize("board", BOARDS)
def test_the_hooks_of_the_run_loop_are_called(board: str) -> None:
    basic = started(board)
    # each counts in a byte from C100h on: PUSH HL; LD HL,nn; INC (HL); POP HL; RET
    hooks = ("H.READ", "H.MAIN", "H.DIRD", "H.NEWS", "H.GONE", "H.FINI", "H.FINE", "H.RETU")
    hooks += ("H.ONGO", "H.SNGF", "H.PRGE", "H.RUNC", "H.CLEA", "H.LOPD", "H.STKE", "H.ERRP")
    hooks += ("H.ERRF", "H.ERRO", "H.CHRG")
    for number, name in enumerate(hooks):
        code = 0xC000 + 8 * number
        basic.vm.write(code, bytes([0xE5, 0x21, number, 0xC1, 0x34, 0xE1, 0xC9]))
        basic.vm.write(WORK[name], bytes([0xC3, code & 255, code >> 8]))
        basic.vm.poke(0xC100 + number, 0)
    basic.enter("10 FOR I=1 TO 1:ON 1 GOSUB 20:NEXT:END\n20 RETURN\nRUN")
    basic.enter("20 RETURN:\n10 GOSUB 20\n15 END\n12 REM\nRUN\n15\n20 RETURN")
    basic.enter("RUN\nNEW\n10 REM\nRUN\nERROR 5")

    counts = basic.vm.read(0xC100, len(hooks))
    assert [name for name, count in zip(hooks, counts, strict=True) if not count] == []
