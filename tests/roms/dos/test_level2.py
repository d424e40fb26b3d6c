"""The programs for the functions of level 2, run from the prompt of EB-DOS."""

import pytest

from tests.support.dos_level2 import run, status
from tests.support.dos_programs import all_programs

LEVEL_2 = [program for program in all_programs() if program.level == 2]


@pytest.mark.parametrize("program", LEVEL_2, ids=lambda program: program.name)
def test_the_program_shows_what_it_must_and_leaves_the_files_it_must(program):
    ended = run(program)

    assert ended.output == program.output
    assert status() == program.status
    assert ended.printed == program.printed
    assert {name: ended.files.get(name) for name in program.after} == program.after
