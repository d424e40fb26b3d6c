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


def test_hook_of_pointers_is_called_once_for_each_that_becomes_a_number() -> None:
    basic = started("eb2")
    basic.run("1 GOTO 2\n2 IF A THEN 1 ELSE 3\n3 END")
    assert calls(basic, "H.SCNE", "4 REM") == 2  # the jumps that were done
    assert calls(basic, "H.SCNE", "5 REM") == 0


def test_hook_of_keys_is_called_for_keys_of_the_tables_only() -> None:
    basic = started("eb2")
    basic.vm.write(0xD000, ROUTINE)
    basic.vm.write(WORK["H.KYEA"], bytes.fromhex("c3 00 d0 c9 c9"))
    for key in ("A", "UP", "1", "SHIFT", "RETURN", "F1"):
        basic.vm.key(key, down=True)
        basic.vm.run(frames=3)
        basic.vm.key(key, down=False)
        basic.vm.run(frames=3)
    assert basic.vm.peek(COUNTER) == len("A1")


def test_hooks_of_files_are_called_for_each_character_and_each_function() -> None:
    basic = started("eb2")
    basic.enter('CALL MEMINI:OPEN"MEM:A"FOR OUTPUT AS 1:PRINT#1,"ABC";:CLOSE')
    basic.enter('OPEN"MEM:A"FOR INPUT AS 1')
    for hook in ("H.SAVD", "H.RSLF"):
        assert calls(basic, hook, "PRINT EOF(1);LOC(1);LOF(1)") == 3
    assert calls(basic, "H.DSKC", "PRINT INPUT$(3,1)") == 3
    assert basic.direct("PRINT EOF(1);LOF(1)") == ["-1  3"]
