"""Little memory: what CLEAR leaves is enough for a loader, and a full one is never written over."""

import pytest

from tests.support.basic import started

BOARDS = ["eb1", "eb2"]

# Loaders of games for machine code from 8400h on have 195 bytes between variables and strings.
LOADERS = {
    "loop": ("FOR I=1 TO 3:PRINT I;:NEXT", [" 1  2  3"]),
    "subroutine": ("GOSUB 30:END\n30 PRINT 7:RETURN", [" 7"]),
    "expression": ('PRINT VAL("12")+3*4^2;LEN("AB"+HEX$(255))', [" 60  4"]),
}

# Deep operands, brackets, signs, a copy of the text (VAL), strings.
EXPRESSIONS = [
    r"A# IMP B# EQV C# XOR D# OR E# AND F#=G#+H# MOD I#\J#*K#^SIN(L#)",
    "A#+(B#*(C#+(D#*(E#+(F#*SQR(2))))))",
    "NOT -NOT -(NOT -(A#))",
    'VAL("12345678901234567890")',
    'LEN(STR$(A#)+HEX$(5)+MID$("ABCDEF",2,3))',
]
FULL = """10 CLEAR 200,&HA000
20 A#=1:B#=1:C#=1:D#=1:E#=1:F#=1:G#=1:H#=1:I#=1:J#=1:K#=1:L#=1:X#=0:N%=0
30 N%=(FRE(0)-{left})/2:DIM Q%(N%)
40 X#={expression}"""


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("name", LOADERS)
def test_clear_near_the_program_leaves_room_for_a_loader(name: str, board: str) -> None:
    lines, rows = LOADERS[name]

    assert started(board).run(f"10 CLEAR 256,&H8400\n20 {lines}") == rows


def test_clear_and_maxfiles_leave_176_bytes() -> None:
    basic = started("eb1")
    files = basic.word("HIMEM") - basic.word("MEMSIZ")
    least = basic.word("VARTAB") + 176 + 200 + files

    assert basic.direct(f"CLEAR 200,{least - 1}") == ["Out of memory"]
    assert basic.direct(f"CLEAR 200,{least}") == []
    assert basic.word("STKTOP") - basic.word("VARTAB") == 176
    assert basic.direct("MAXFILES=2") == ["Out of memory"]
    assert basic.direct("MAXFILES=1") == []
    assert basic.direct("PRINT 1+2") == [" 3"]


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_full_memory_is_an_error_and_no_array_is_written_over(expression: str) -> None:
    seen = set()
    for left in range(180, 330, 10):
        basic = started("eb2")
        seen.add("".join(basic.run(FULL.format(left=left, expression=expression))))
        values = basic.word("ARYTAB") + 8
        size = basic.word("STREND") - values
        assert not any(basic.vm.read(values, max(size, 0)))

    assert seen <= {"", "Out of memory in 30", "Out of memory in 40"}
    assert {"", "Out of memory in 30"} <= seen
