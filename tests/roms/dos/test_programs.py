"""The programs for the system's functions, in the guest."""

import pytest

from tests.support.disk_machine import BOARDS
from tests.support.dos_guest import run
from tests.support.dos_level2 import run as run_at_the_prompt
from tests.support.dos_programs import all_programs

LEVEL_1 = [program for program in all_programs() if program.level == 1]


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("program", LEVEL_1, ids=lambda program: program.name)
def test_the_program_shows_what_it_must_and_leaves_the_files_it_must(program, board):
    ended = run(program, board)

    assert ended.output == program.output
    assert ended.printed == program.printed
    assert {name: ended.files.get(name) for name in program.after} == program.after


@pytest.mark.parametrize("program", LEVEL_1, ids=lambda program: program.name)
def test_it_does_the_same_at_the_prompt_where_level_2_runs(program):
    ended = run_at_the_prompt(program)

    assert ended.output == program.output
    assert ended.printed == program.printed
    assert {name: ended.files.get(name) for name in program.after} == program.after
