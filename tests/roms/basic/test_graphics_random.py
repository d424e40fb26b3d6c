"""Random graphics statements: the guest is at its prompt afterwards, with all of its memory."""

import random
from collections.abc import Callable

import pytest

from tests.support.basic import started

_EDGES = (
    -32768,
    -33,
    -32,
    -1,
    0,
    1,
    15,
    16,
    31,
    32,
    63,
    64,
    127,
    128,
    191,
    192,
    211,
    212,
    255,
    256,
    512,
)
EDGES = [str(edge) for edge in _EDGES]
OTHERS = ["X", "1.5", "-.25", "A(3)", "40000", '"A"', "&HFF"]
OPERATIONS = [
    "",
    "",
    "PSET",
    "AND",
    "OR",
    "XOR",
    "PRESET",
    "TPSET",
    "TAND",
    "TOR",
    "TXOR",
    "TPRESET",
]
KNOWN = (2, 5, 6, 7, 13, 24, 70)  # syntax, call, overflow, memory, type, operand, disk offline


class Statements:
    """Makes statements with arguments of all kinds, also wrong ones."""

    def __init__(self, seed: int, board: str) -> None:
        """Takes what the choice depends on."""
        self.random = random.Random(seed)
        self.board = board

    def number(self, limit: int = 256) -> str:
        """A number, often from the edges."""
        kind = self.random.random()
        if kind < 0.6:
            return str(self.random.randrange(limit))
        return self.random.choice(EDGES if kind < 0.95 else OTHERS)

    def small(self) -> str:
        """A colour, plane or page."""
        return self.number(16)

    def point(self) -> str:
        """A point, sometimes with STEP."""
        return f"{self.random.choice(['', '', 'STEP'])}({self.number()},{self.number()})"

    def operation(self) -> str:
        """A logical operation or none."""
        return self.random.choice(OPERATIONS)

    def some(self, *makers: Callable[[], str]) -> str:
        """Optional arguments behind commas."""
        given = [maker() if self.random.random() < 0.65 else "" for maker in makers]
        return ("," + ",".join(given)).rstrip(",")

    def angle(self) -> str:
        """An angle of CIRCLE."""
        return self.random.choice(["1", "-1", "6.28", "-.01", "7", "0", "3"])

    def macro(self) -> str:
        """A string for DRAW."""
        letters = self.random.choices("UDLREFGHUDLREFGHASCBNX;Q", k=8)
        values = [self.random.choice([str(self.random.randrange(70)), "", "=X;"]) for _ in letters]
        pairs = zip(letters, values, strict=True)
        return "".join("XD$;" if a == "X" else a if a in "BN;Q" else a + b for a, b in pairs)

    def statement(self) -> str:
        """One statement."""
        n, s, p, op = self.number, self.small, self.point, self.operation
        kinds = [
            lambda: f"PSET{p()}{self.some(s, op)}",
            lambda: f"PRESET{p()}{self.some(s, op)}",
            lambda: f"LINE{p()}-{p()}{self.some(s, lambda: self.random.choice(['B', 'BF']), op)}",
            lambda: f"LINE-{p()}{self.some(s)}",
            lambda: f"CIRCLE{p()},{n()}{self.some(s, self.angle, self.angle, lambda: '.5')}",
            lambda: f"PAINT{p()}{self.some(s, s)}",
            lambda: f'DRAW"{self.macro()}"',
            lambda: f"SCREEN {self.random.choice('23456789')}{self.some(s)}",
            lambda: f"COLOR {s()}{self.some(s, s)}",
            lambda: f"PUT SPRITE {s()}{self.some(p, s, n)}",
            lambda: (
                f"SPRITE$({n()})=STRING$({self.random.randrange(40)},{s()}):X=LEN(SPRITE$({s()}))"
            ),
            lambda: f"X=POINT{p()}:VPOKE {n()},{n()}:X=VPEEK({n()})+BASE({s()})+VDP({s()})",
            lambda: f"COLOR SPRITE({s()})={n()}:COLOR SPRITE$({s()})=STRING$(16,1)",
            lambda: (
                f"COPY{p()}-{p()}{self.some(s)} TO{self.random.choice(['A', p() + self.some(s, op)])}"
            ),
            lambda: f"COPY A{self.some(s)} TO{p()}{self.some(s, op)}",
        ]
        return self.random.choice(kinds[: 12 if self.board == "eb1" else None])()


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@pytest.mark.parametrize("seed", range(15))
def test_random_statements_leave_the_prompt_and_all_memory(board: str, seed: int) -> None:
    make = Statements(seed, board)
    lines = ['CLEAR 300:DEFINT A:DIM A(700):X=9:D$="U5R5":ON ERROR GOTO 900', "SCREEN 2"]
    lines += [make.statement() for _ in range(20)]
    tests = " OR ".join(f"E={number}" for number in KNOWN)
    lines = [f"{number} {line}" for number, line in enumerate(lines, 1)]
    lines += ['800 SCREEN 0:PRINT "DONE":END', f"900 E=ERR:IF {tests} THEN RESUME NEXT"]
    basic = started(board)
    basic.type_program("\n".join([*lines, "910 SCREEN 0:ON ERROR GOTO 0"]))
    free = basic.direct('CLEAR 300:PRINT FRE(0);FRE("")')
    basic.enter("RUN")
    basic.wait(200)
    assert basic.rows()[-2].strip() == "DONE", "\n".join([*lines, *basic.rows()])
    assert basic.direct('CLEAR 300:PRINT FRE(0);FRE("")') == free
