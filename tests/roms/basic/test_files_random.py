"""Random statements with files, right and wrong: the prompt comes back and memory is in order."""

import random

import pytest

from tests.support.basic import started
from tests.support.tapes import stop

DEVICES = ('"CRT:"', '"LPT:"', '"GRP:"', '"MEM:F"', '"A:B"', '"ZZ:"', '":"', "A$", "5")
NUMBERS = ("1", "#1", "#2", "0", "#16", "A", "-1", "#3", "99999")
FORMS = (
    "OPEN {device} AS {number}",
    "OPEN {device} FOR OUTPUT AS {number}",
    "OPEN {device} FOR INPUT AS {number}",
    "OPEN {device} FOR APPEND AS {number}",
    "OPEN {device} AS {number} LEN={size}",
    "CLOSE {number}", "CLOSE", 'PRINT {number},"hello";1.5', "INPUT {number},A$",
    "LINE INPUT #1,A$", "PRINT INPUT$(2,#1)", "PRINT EOF(1)", "PRINT LOC(1);LOF(2)",
    'SAVE "CRT:"', 'SAVE "LPT:"', 'SAVE "MEM:P"', 'LOAD "MEM:P"', 'MERGE "MEM:P"',
    "MAXFILES={size}", "KILL {device}", "NAME {device} AS {device}", "COPY {device} TO {device}",
    "GET {number},1", "PUT {number}", "FIELD {number},2 AS A$", 'LSET A$="x"', "FILES {device}",
    "CALL MEMINI(5)", "CALL MFILES", "CLEAR 100", "NEW", "MOTOR ON", "MOTOR OFF",
    "PRINT VARPTR({number})", 'BSAVE "MEM:X",1,2', 'BLOAD "MEM:X"', "PRINT#1,", 'A$="CRT:"',
    'PRINT #1,USING "##";5', "CSAVE", "CLOAD 5", "DIM Q(5)", "PRINT FRE(0)",
)  # fmt: skip
ORDER = ("TXTTAB", "VARTAB", "ARYTAB", "STREND", "STKTOP", "MEMSIZ", "FILTAB", "HIMEM")


def statement(choice: random.Random) -> str:
    return choice.choice(FORMS).format(
        device=choice.choice(DEVICES), number=choice.choice(NUMBERS), size=choice.randint(-1, 17)
    )


@pytest.mark.parametrize(("board", "seed"), [("eb1", 1), ("eb2", 2), ("eb2", 3)])
def test_random_statements_leave_the_prompt_and_memory_in_order(board: str, seed: int) -> None:
    basic = started(board)
    choice = random.Random(seed)
    basic.type_program("10 PRINT 1")
    for _ in range(60):
        line = ":".join(statement(choice) for _ in range(choice.randint(1, 3)))
        basic.vm.type(line + "\r")
        basic.vm.run(frames=10)
        if not basic.vm.run(until=lambda _: basic.at_prompt(), limit=20):
            assert "INPUT" in line, line
            stop(basic)
        places = [basic.word(name) for name in ORDER]

        assert places == sorted(places), line
        assert basic.word("PTRFIL") == 0, line
    assert basic.direct("PRINT 1+1") == [" 2"]
