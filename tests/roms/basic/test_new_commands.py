"""Commands and error messages that machine code adds to BASIC, in the ways the handbook shows.

Source: MSX2 Technical Handbook, chapter 2, sections 4.3 and 4.4 (lists 2.2 and 2.3). The programs
are ours.
"""

import pytest

from tests.support.assembler import assemble
from tests.support.basic import CODE, Basic, started
from tests.support.guest_calls import WORK

TAKE = f" pop af\n jp {CODE}"  # the hook drops the address of the error, as list 2.2 does

# CMD number, string, variable: shows the string's first character, the variable becomes the number.
COMMAND = """
 call &521C           ; GETBYT
 push af
 rst 8
 db ","
 call &4C64           ; FRMEVL
 push hl
 call &67D0           ; FRESTR
 inc hl
 ld a,(hl)
 inc hl
 ld h,(hl)
 ld l,a
 ld a,(hl)
 call &A2             ; CHPUT
 pop hl
 rst 8
 db ","
 xor a
 ld (&F6A5),a         ; SUBFLG
 call &5EA4           ; PTRGET
 pop af
 ld (de),a
 inc de
 xor a
 ld (de),a
 ret
"""

# A text of one's own for "Syntax error", then the prompt; other errors keep theirs.
MESSAGE = """
 ld a,e
 cp 2
 ret nz
 ld hl,text
next: ld a,(hl)
 or a
 jp z,&409B           ; READYR
 call &A2
 inc hl
 jr next
text: db "W","h","a","t","?",7,0
"""


@pytest.fixture(params=["eb1", "eb2"])
def basic(request: pytest.FixtureRequest) -> Basic:
    """Either board at the prompt, with memory for machine code."""
    basic = started(request.param)
    basic.direct(f"CLEAR 200,{CODE}")
    return basic


def install(basic: Basic, hook: str, jump: str, code: str) -> None:
    """Writes machine code and the hook that leads to it."""
    basic.vm.write(CODE, assemble(code, CODE))
    basic.vm.write(WORK[hook], assemble(jump))


@pytest.mark.parametrize("word", ["CMD", "IPL"])
def test_reserved_word_becomes_a_command_with_arguments(basic: Basic, word: str) -> None:
    assert basic.direct(word) == ["Illegal function call"]
    install(basic, f"H.{word}", TAKE, COMMAND)

    program = f'10 A$="xy":IF 1 THEN {word} 5*2, MID$(A$+"z",2) ,K%:PRINT K% ELSE PRINT 0'
    assert basic.run(program) == ["y 10"]
    assert basic.direct(f'{word} 7,"n",Q%(3):PRINT Q%(3)') == ["n 7"]


def test_errors_of_a_new_command_are_those_of_basic(basic: Basic) -> None:
    install(basic, "H.CMD", TAKE, COMMAND)

    assert basic.direct('CMD 300,"a",K%') == ["Illegal function call"]
    assert basic.direct("CMD 1,2,K%") == ["Type mismatch"]
    assert basic.direct("CMD 1") == ["Syntax error"]
    assert basic.run('10 CMD 1 "a"') == ["Syntax error in 10"]


def test_machine_code_says_an_error_in_its_own_words(basic: Basic) -> None:
    install(basic, "H.ERRO", f" jp {CODE}", MESSAGE)

    assert basic.direct("FOO") == ["What?"]
    assert basic.run("10 FOO") == ["What?"]
    assert basic.direct("PRINT 1/0") == ["Division by zero"]
    assert basic.direct("PRINT 5") == [" 5"]
