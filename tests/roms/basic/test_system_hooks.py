"""The hooks of PLAY and SET: called before the statement, with the text in HL; they may do it themselves."""

import pytest

from tests.support.assembler import assemble
from tests.support.basic import started
from tests.support.guest_calls import WORK

CODE, SEEN = 0xC000, 0xC100

COUNT = f"""
        push hl
        push af
        ld a,(hl)
        ld ({SEEN}),a
        pop af
        pop hl
        ret
"""
TAKE = f"""
        inc sp
        inc sp
        ld a,(hl)
        ld ({SEEN}),a
@next:  ld a,(hl)
        or a
        ret z
        inc hl
        jr @next
"""

CASES = [
    ("eb1", "H.PLAY", 'PLAY "V7C"', ord('"')),
    ("eb2", "H.PLAY", 'PLAY "V7C"', ord('"')),
    ("eb1", "H.SETS", 'SET "A:",1', ord('"')),
    ("eb2", "H.SETS", "SET BEEP 4,4", 0xC0),
]


@pytest.mark.parametrize(("board", "hook", "line", "first"), CASES)
def test_the_hook_sees_the_text_and_the_statement_goes_on(
    board: str, hook: str, line: str, first: int
) -> None:
    basic = started(board)
    basic.vm.write(CODE, assemble(COUNT, CODE))
    basic.vm.write(WORK[hook], bytes([0xC3, CODE & 255, CODE >> 8]))
    rows = basic.direct(line)

    assert basic.vm.peek(SEEN) == first
    assert [row.strip() for row in rows] == (
        ["Illegal function call"] if board == "eb1" and hook == "H.SETS" else []
    )


@pytest.mark.parametrize(("board", "hook", "line", "first"), CASES)
def test_a_hook_that_does_the_statement_itself_ends_it(
    board: str, hook: str, line: str, first: int
) -> None:
    basic = started(board)
    before = basic.vm.read(WORK["VCBA"], 37)
    basic.vm.write(CODE, assemble(TAKE, CODE))
    basic.vm.write(WORK[hook], bytes([0xC3, CODE & 255, CODE >> 8]))

    assert basic.direct(line) == []
    assert basic.vm.peek(SEEN) == first
    assert basic.byte("MUSICF") == 0
    assert basic.vm.read(WORK["VCBA"], 37) == before
