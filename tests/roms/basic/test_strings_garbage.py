"""Random lines of string and output words: the prompt comes back, and all memory with it."""

from random import Random

import pytest

from tests.support.basic import Basic, started

TEXT = """A$ B$ C$(1) A B% "abc" "" CHR$(65) LEFT$( RIGHT$( MID$( STRING$( SPACE$( STR$( HEX$( OCT$(
    BIN$( INSTR( LEN( VAL( ASC( INKEY$ FRE("") FRE(0) POS(0) LPOS(0) CSRLIN 5 3 -1 300 1.5 , , , ; ( ) )
    ) ) + + = < PRINT ? USING TAB( SPC( "##.#" "!&" "**$#,.##^^^^" LPRINT LOCATE MID$(A$,1)= A$= C$(2)=
    SWAP READ RESTORE DATA LET : : #1 FNA$( DIM ERASE LINE"""
WORDS = TEXT.split()
LINES = 120


def garbage(random: Random) -> str:
    """A line that begins with a word, not with a number."""
    words = random.choices(WORDS, k=random.randint(2, 14))
    return random.choice(["PRINT ", ":"]) + " ".join(words)


def enter(basic: Basic, line: str) -> None:
    """Types a line and waits for the prompt; what it was is in the message if that does not come."""
    basic.vm.type(f"{line}\r")
    basic.vm.run(frames=2)
    assert basic.vm.run(until=lambda _: basic.at_prompt(), limit=20), (line, basic.rows()[-6:])


@pytest.mark.parametrize("seed", [1, 2])
def test_after_garbage_the_prompt_and_all_memory_are_there(seed: int) -> None:
    basic = started("eb2")
    enter(basic, "CLEAR 300")
    before = basic.direct('PRINT FRE("");FRE(0)')
    random = Random(seed)

    for _ in range(LINES):
        enter(basic, garbage(random))
        assert basic.word("TEMPPT") == 0xF67A

    enter(basic, "CLEAR")
    assert basic.direct('PRINT FRE("");FRE(0)') == before
