"""Endurance: random programs and lines leave the interpreter at its prompt, with all memory accounted for."""

import pytest

from tests.support.basic import Basic, started
from tests.support.basic_programs import Writer

SLOW = pytest.mark.slow
SHARES = 10  # of 1,000 programs and 1,000 lines on both boards
RESET = 'SCREEN 0:WIDTH 37:KEY OFF:MAXFILES=1:CLEAR 200,&HE180:CLS:PRINT FRE(0);FRE("")'
PATIENCE = 40  # how often CTRL+STOP is pressed before a program counts as hung


def come_back(basic: Basic, what: str) -> None:
    """Waits for the prompt, with CTRL+STOP if it takes longer."""
    for _ in range(PATIENCE):
        if basic.vm.run(until=lambda _: basic.waits_for_a_line(), limit=0.5):
            return
        basic.control_stop(3)
    raise AssertionError(f"no prompt after\n{what}\n" + "\n".join(basic.rows()))


def account(basic: Basic, what: str) -> None:
    """Clears everything; the whole memory must be free again."""
    basic.vm.key("SHIFT", down=True)
    basic.vm.press("HOME")
    basic.vm.key("SHIFT", down=False)
    basic.enter(f"NEW\n{RESET}")
    come_back(basic, what)
    assert basic.rows()[0].split()[1:] == ["200"], what
    assert (basic.word("HIMEM"), basic.word("VARTAB")) == (0xE180, 0x8003), what
    assert basic.word("STREND") == basic.word("VARTAB"), what
    assert basic.word("SAVSTK") == basic.word("STKTOP") - 2, what


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@pytest.mark.parametrize("seed", [0, *(pytest.param(n, marks=SLOW) for n in range(1, SHARES))])
def test_random_programs_end_at_the_prompt(board: str, seed: int) -> None:
    basic, writer = started(board), Writer(seed)
    for _ in range(1000 // SHARES // 2):
        program = writer.program()
        basic.enter(program + "\nRUN")
        come_back(basic, program)
        account(basic, program)


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@pytest.mark.parametrize("seed", [0, *(pytest.param(n, marks=SLOW) for n in range(1, SHARES))])
def test_garbage_ends_at_the_prompt(board: str, seed: int) -> None:
    basic, writer = started(board), Writer(seed)
    for number in range(1000 // SHARES // 2):
        line = writer.garbage()
        basic.enter(line)
        come_back(basic, line)
        if number % 10 == 9:
            account(basic, line)
