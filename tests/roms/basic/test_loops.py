"""FOR and NEXT: what programs print, and what loops that are left cost."""

import pytest

from tests.support.basic import started

PROGRAMS = {
    # What stands behind NEXT, as MSX1 machines take it: github.com/andete/zerobas,
    # docs/nxlist-msx1-characterization.md and nxary-msx1-characterization.md.
    "next_with_a_comma_at_its_end": (
        "10 FOR A=1 TO 2\n20 FOR B=1 TO 2\n30 NEXT B,",
        ["NEXT without FOR in 30"],
    ),
    "next_with_a_comma_at_the_end_of_the_statement": (
        "10 FOR A=1 TO 2\n20 FOR B=1 TO 2\n30 NEXT B,A,:PRINT 1",
        ["NEXT without FOR in 30"],
    ),
    "next_and_a_number": ("10 FOR A=1 TO 2\n20 FOR B=1 TO 2\n30 NEXT B,1", ["Syntax error in 30"]),
    "next_begins_with_a_comma": ("10 FOR B=1 TO 2\n20 NEXT ,B", ["Syntax error in 20"]),
    "next_of_an_element": ("10 FOR A=1 TO 2\n20 NEXT A (1)", ["NEXT without FOR in 20"]),
    "next_of_an_element_that_is_not_there": (
        "10 DIM A(3,3)\n20 FOR A=1 TO 2\n30 NEXT A(1)",
        ["Subscript out of range in 30"],
    ),
    "next_makes_the_array_of_its_element": (
        "10 ON ERROR GOTO 30\n20 FOR A=1 TO 2:NEXT A$(1)\n30 DIM A$(3)",
        ["Redimensioned array in 30"],
    ),
    "next_drops_the_loops_within": (
        "10 FOR A=1 TO 2:FOR B=1 TO 2:FOR C=1 TO 2:NEXT B , A:PRINT A;B;C",
        ["3  3  1"],
    ),
    "next_finds_no_loop_behind_gosub": (
        "10 FOR I=1 TO 1\n20 GOSUB 30\n30 NEXT I",
        ["NEXT without FOR in 30"],
    ),
    "for_runs_once_at_least": ("10 FOR I=5 TO 1:PRINT I:NEXT", ["5"]),
    "for_counts_down": ("10 FOR I=3 TO 1 STEP -1:PRINT I;:NEXT", ["3  2  1"]),
    "for_with_fractions": ("10 FOR I=0 TO 1 STEP .25:PRINT I;:NEXT", ["0  .25  .5  .75  1"]),
    "for_with_integers": ("10 FOR I%=-2 TO 2:PRINT I%;:NEXT I%:PRINT I%", ["-2 -1  0  1  2  3"]),
    "for_with_singles": (
        "10 FOR A!=.1 TO .5 STEP .1:PRINT A!;:NEXT:PRINT A!",
        [".1  .2  .3  .4  .5  .6"],
    ),
    "for_with_step_0_ends_at_the_limit": (
        "10 FOR I=1 TO 3 STEP 0:I=I+1:PRINT I;:NEXT",
        ["2  3"],
    ),
    "for_integer_over_the_whole_range": (
        "10 FOR I%=-32768! TO 32767 STEP 32767:PRINT I%;:NEXT:PRINT I%",
        ["-32768 -1  32766", "Overflow in 10"],
    ),
    "for_integer_down_to_the_lowest": (
        "10 FOR I%=32767 TO -32767 STEP -16384:PRINT I%;:NEXT:PRINT I%",
        ["32767  16383 -1 -16385", "Overflow in 10"],
    ),
    "next_with_several_variables": (
        "10 FOR I=1 TO 2:FOR J=1 TO 2:PRINT I;J:NEXT J,I",
        ["1  1", "1  2", "2  1", "2  2"],
    ),
    "next_of_an_outer_loop_ends_the_inner": (
        "10 FOR I=1 TO 2:FOR J=1 TO 9:PRINT I;J:NEXT I",
        ["1  1", "2  1"],
    ),
    "for_again_replaces_the_loop": (
        "10 FOR K=1 TO 3000:FOR I=1 TO 9:FOR J=1 TO 9:FOR K=K TO 3000:NEXT K:PRINT K",
        ["3001"],
    ),
    "loops_of_one_variable_nest": (
        '10 FOR I=1 TO 9:PRINT I;:FOR I=7 TO 8:PRINT I;:NEXT:PRINT "END":NEXT I:PRINT I',
        ["1  7  8 END", "10"],
    ),
    "next_of_a_string_finds_no_loop": ("10 FOR A=1 TO 3:NEXT A$", ["NEXT without FOR in 10"]),
    "next_of_another_type_finds_no_loop": (
        "10 FOR A%=1 TO 3:NEXT A",
        ["NEXT without FOR in 10"],
    ),
    "next_ends_loops_of_one_variable_the_inner_first": (
        "10 FOR I=1 TO 6 STEP 2:FOR I=I TO I+1:PRINT I;:NEXT I,I:PRINT I",
        ["1  2  5  6  9"],
    ),
    "a_loop_of_integers_within_one_of_singles_with_the_name": (
        "10 FOR I!=.5 TO 2:FOR I%=7 TO 8:FOR I!=I! TO I!:NEXT I!,I%:PRINT I!;I%:NEXT",
        ["2.5  9"],
    ),
    "a_loop_left_by_goto_and_begun_again_takes_no_memory": (
        (
            "10 DEFINT N\n20 FOR I=1 TO 9:IF N=1 THEN A=FRE(0)\n30 N=N+1:IF N<3000 THEN 20\n"
            "40 PRINT A-FRE(0);N;I"
        ),
        ["0  3000  1"],
    ),
    "a_loop_begun_again_ends_those_within_it": (
        (
            "10 B=0:FOR I=1 TO 2:N=N+1:IF N=2 THEN A=FRE(0)\n20 FOR J=5 TO 6:FOR K=1 TO 2:"
            "IF N<300 THEN 10\n30 B=FRE(0):NEXT:NEXT:NEXT:PRINT A-B;I;J;K"
        ),
        ["48  3  7  3"],
    ),
    "loops_of_one_variable_begun_again_by_turns": (
        (
            "10 FOR I=1 TO 2:N=N+1:IF N=2 THEN A=FRE(0)\n20 FOR I=5 TO 6:IF N<300 THEN 10\n"
            "30 PRINT A-FRE(0):NEXT:NEXT:PRINT I;N"
        ),
        ["24", "24", "8  300"],
    ),
    "two_loops_of_one_line_begun_again": (
        (
            "10 FOR I=1 TO 3:FOR J=1 TO 3:N=N+1:IF N=5 THEN A=FRE(0)\n20 IF N<90 THEN 10\n"
            "30 PRINT A-FRE(0);I;J"
        ),
        ["0  1  1"],
    ),
    "a_subroutine_has_its_own_loops": (
        "10 GOSUB 20:END\n20 N=N+1:FOR I=N TO N+1:PRINT N;I:IF N<3 THEN GOSUB 20\n30 N=N-1:RETURN",
        ["1  1", "2  2", "3  3"],
    ),
    "return_ends_the_loops_of_the_subroutine": (
        "10 FOR I=1 TO 2:GOSUB 20:NEXT:PRINT I:END\n20 FOR I=I TO 9:FOR J=1 TO 9:RETURN",
        ["3"],
    ),
    "a_loop_left_by_an_error_is_begun_again": (
        (
            "10 ON ERROR GOTO 40\n20 FOR I=1 TO 9:IF N=1 THEN A=FRE(0)\n30 PRINT 1/0:END\n"
            "40 N=N+1:IF N<500 THEN RESUME 20 ELSE RESUME 50\n50 PRINT A-FRE(0);I"
        ),
        ["0  1"],
    ),
    "clear_ends_loops": ("10 FOR I=1 TO 2:CLEAR:NEXT", ["NEXT without FOR in 10"]),
    "the_limit_is_kept": ("10 A=3:FOR I=1 TO A:A=A+1:PRINT I;A:NEXT", ["1  4", "2  5", "3  6"]),
    "body_may_change_the_variable": ("10 FOR I=1 TO 9:PRINT I;:I=I+3:NEXT", ["1  5  9"]),
}


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_of_loops_prints(board: str, name: str) -> None:
    program, rows = PROGRAMS[name]

    shown = [row.strip() for row in started(board).run(program)]

    assert shown == rows
