"""The programs for the functions of level 2, with its kernel in the guest."""

import pytest

from tests.support.dos_guest import run
from tests.support.dos_level2 import install
from tests.support.dos_programs import all_programs

LEVEL_2 = [program for program in all_programs() if program.level == 2]


@pytest.mark.parametrize("program", LEVEL_2, ids=lambda program: program.name)
def test_the_program_shows_what_it_must_and_leaves_the_files_it_must(program):
    ended = run(program, "eb2", install)

    assert ended.output == program.output
    assert ended.printed == program.printed
    assert {name: ended.files.get(name) for name in program.after} == program.after
