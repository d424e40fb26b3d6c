"""The hooks of tokeniser and listing are called where they are documented."""

import pytest

from tests.support.basic import Basic, started
from tests.support.guest_calls import WORK

COUNTER = 0xD0FF
ROUTINE = bytes.fromhex("f5 3a ff d0 3c 32 ff d0 f1 c9")  # counts at D0FFh, changes nothing


def calls(basic: Basic, hook: str, line: str) -> int:
    """How often `hook` is called while a line is typed and done."""
    basic.vm.write(0xD000, ROUTINE)
    basic.vm.poke(COUNTER, 0)
    basic.vm.write(WORK[hook], bytes.fromhex("c3 00 d0 c9 c9"))
    basic.enter(line)
    basic.vm.poke(WORK[hook], 0xC9)
    return basic.vm.peek(COUNTER)


@pytest.mark.parametrize(
    ("hook", "line", "expected"),
    [
        ("H.CRUN", "10 PRINT A", 1),
        ("H.CRUS", "10 PRINT A", 2),
        ("H.ISRE", "10 PRINT A", 1),
        ("H.NOTR", "10 PRINT A", 1),
        ("H.NTFN", "10 PRINT A", 0),
        ("H.NTFN", "10 GOTO 10", 1),
        ("H.LIST", "LIST", 1),
        ("H.BUFL", "LIST", 2),
        ("H.BUFL", "LIST 1", 1),
    ],
)
def test_hook_is_called(hook: str, line: str, expected: int) -> None:
    basic = started("eb2")
    basic.enter("1 A\n2 B")
    assert calls(basic, hook, line) == expected
