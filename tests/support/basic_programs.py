"""Random BASIC: programs that keep to the syntax, and lines that do not."""

from random import Random

NUMBERS = [
    "0",
    "1",
    "2",
    "3",
    "5",
    "7",
    "10",
    "100",
    "255",
    "256",
    ".5",
    "1.25",
    "1E10",
    "-1",
    "32767",
    "&HFF",
    "&O17",
    "&B101",
    "1#",
    "2!",
    "3%",
]
VARIABLES = ["A", "B", "I", "J", "C%", "D!", "E#", "X(1)", "Y%(1,1)"]
STRINGS = ["A$", "B$", "S$(1)", '""', '"abc"', '"X+1"', '"o3cde"', '"U9R9"', "INKEY$"]
OPERATORS = ["+", "-", "*", "/", "^", "\\", "<", ">", "=", "<>", "<="]
OPERATORS += [f" {word} " for word in ("AND", "OR", "XOR", "EQV", "IMP", "MOD")]
FUNCTIONS = [
    "SIN",
    "ABS",
    "INT",
    "SGN",
    "SQR",
    "RND",
    "FIX",
    "CINT",
    "COS",
    "EXP",
    "LOG",
    "ATN",
    "TAN",
    "CDBL",
    "CSNG",
    "PEEK",
    "FRE",
    "POS",
    "LPOS",
]
FUNCTIONS += ["STICK", "STRIG", "PDL", "VPEEK", "EOF", "INP"]
WORDS = [
    "END",
    "FOR",
    "NEXT",
    "DATA",
    "DIM",
    "READ",
    "LET",
    "GOTO",
    "RUN",
    "IF",
    "RESTORE",
    "GOSUB",
    "RETURN",
    "REM",
    "STOP",
    "PRINT",
    "CLEAR",
    "LIST",
    "ON",
    "DEF",
    "CONT",
    "LPRINT",
    "CLS",
    "WIDTH",
    "ELSE",
    "TRON",
    "TROFF",
    "SWAP",
    "ERASE",
    "ERROR",
    "RESUME",
    "DELETE",
    "RENUM",
    "DEFSTR",
    "DEFINT",
    "LINE",
    "CLOSE",
    "CIRCLE",
    "COLOR",
    "DRAW",
    "PAINT",
    "BEEP",
    "PLAY",
    "PSET",
    "PRESET",
    "SOUND",
    "SCREEN",
    "SPRITE",
    "CALL",
    "TIME",
    "KEY",
    "PUT",
    "GET",
    "LOCATE",
    "TO",
    "THEN",
    "TAB",
    "STEP",
    "FN",
    "SPC",
    "NOT",
    "ERL",
    "ERR",
    "STRING$",
    "USING",
    "INSTR",
    "VARPTR",
    "CSRLIN",
    "OFF",
    "INKEY$",
    "POINT",
    "AND",
    "OR",
    "XOR",
    "EQV",
    "IMP",
    "MOD",
    "LEFT$",
    "RIGHT$",
    "MID$",
    "SGN",
    "INT",
    "ABS",
    "SQR",
    "RND",
    "SIN",
    "LOG",
    "EXP",
    "FRE",
    "POS",
    "LEN",
    "STR$",
    "VAL",
    "ASC",
    "CHR$",
    "PEEK",
    "SPACE$",
    "OCT$",
    "HEX$",
    "BIN$",
    "CINT",
    "CSNG",
    "CDBL",
    "FIX",
    "STRIG",
    "PAD",
    "INTERVAL",
    "FIELD",
    "LSET",
]


class Writer:
    """Writes random BASIC from one seed."""

    def __init__(self, seed: int) -> None:
        """The same seed gives the same programs."""
        self.random = Random(seed)
        self.lines = [10]

    def number(self, depth: int = 0) -> str:
        """A numeric expression."""
        pick = self.random.choice
        kind = self.random.randrange(10 if depth < 3 else 4)
        if kind < 2:
            return pick(NUMBERS)
        if kind < 4:
            return pick(VARIABLES)
        if kind < 7:
            return f"({self.number(depth + 1)}{pick(OPERATORS)}{self.number(depth + 1)})"
        if kind == 7:
            return f"{pick(FUNCTIONS)}({self.number(depth + 1)})"
        if kind == 8:
            return f"{pick(['LEN', 'ASC', 'VAL'])}({self.text(depth + 1)})"
        compared = f"({self.text(depth + 1)}{pick('<>=')}{self.text(depth + 1)})"
        found = f"INSTR({self.text(depth + 1)},{self.text(depth + 1)})"
        return pick(["TIME", "CSRLIN", "ERR", "ERL", compared, found, f"FNA({pick(NUMBERS)})"])

    def text(self, depth: int = 0) -> str:
        """A string expression."""
        if depth > 2 or self.random.random() < 0.5:
            return self.random.choice(STRINGS)
        part, number = self.text(depth + 1), self.number(depth + 1)
        forms = [
            f"({part}+{self.text(depth + 1)})",
            f"LEFT$({part},{number})",
            f"RIGHT$({part},{number})",
            f"MID$({part},{number},{self.number(depth + 1)})",
            f"STRING$({number},{part})",
        ]
        forms += [f"{name}$({number})" for name in ("STR", "CHR", "HEX", "OCT", "BIN", "SPACE")]
        return self.random.choice(forms)

    def line_number(self) -> str:
        """One of the program's lines, now and then another."""
        return str(self.random.choice(self.lines)) if self.random.random() < 0.95 else "9999"

    def statement(self) -> str:
        """A statement of any kind that does not wait for anybody."""
        n, s, line = self.number, self.text, self.line_number
        forms = [
            *(lambda: f"{self.random.choice(VARIABLES)}={n()}",) * 4,
            *(lambda: f"{self.random.choice(['A$', 'B$', 'S$(1)'])}={s()}",) * 3,
            *(lambda: f"FOR {self.random.choice(['I', 'J', 'C%'])}={n(2)} TO {n(2)}",) * 2,
            *(lambda: self.random.choice(["NEXT", "NEXT I", "NEXT J,I"]),) * 2,
            lambda: f"FOR I=1 TO 3 STEP {n(2)}:J=J+I:NEXT",
            lambda: f"GOTO {line()}",
            lambda: f"GOSUB {line()}",
            lambda: self.random.choice(["RETURN", f"RETURN {line()}"]),
            lambda: f"ON {n(2)} GOTO {line()},{line()}",
            lambda: f"ON {n(2)} GOSUB {line()},{line()}",
            lambda: f"IF {n()} THEN {line()} ELSE {line()}",
            lambda: f"IF {n()} THEN A=1:B=2 ELSE IF {n()} THEN A$={s()}",
            lambda: f"PRINT {n()};{s()},{n()}",
            lambda: f"PRINT USING {s()};{n()};{n()}",
            lambda: f"PRINT TAB({n(2)});{s()};SPC({n(2)})",
            lambda: f"DIM X({n(2)})",
            lambda: self.random.choice(["ERASE X", "ERASE S$", "RESTORE", f"RESTORE {line()}"]),
            lambda: f"READ {self.random.choice(['A', 'A$', 'X(1)'])}",
            lambda: f"DATA {self.random.choice(NUMBERS)},abc",
            lambda: f"DEF FNA(Z)={n()}",
            lambda: f"ON ERROR GOTO {line()}",
            lambda: self.random.choice(["RESUME", "RESUME NEXT", f"RESUME {line()}"]),
            lambda: f"ERROR {n(2)}",
            lambda: self.random.choice(["SWAP A,B", "SWAP A$,B$", "SWAP A,E#", "SWAP A,A$"]),
            lambda: f"MID$(A$,{n(2)},{n(2)})={s()}",
            lambda: self.random.choice(["CLEAR", "CLEAR 100", "CLEAR 500", "DEFINT A-C", "CLS"]),
            lambda: self.random.choice(["TRON", "TROFF", "END", "STOP", "BEEP", "MAXFILES=2"]),
            lambda: f"LOCATE {n(2)},{n(2)}",
            lambda: f"SCREEN {self.random.choice('0123')}",
            lambda: f"PSET({n(2)},{n(2)}),{n(2)}",
            lambda: f"LINE({n(2)},{n(2)})-({n(2)},{n(2)}),{n(2)},B",
            lambda: f"CIRCLE({n(2)},{n(2)}),{n(2)}",
            lambda: f"DRAW {s()}",
            lambda: f"PLAY {s()}",
            lambda: f"SOUND {n(2)},{n(2)}",
            lambda: f"ON INTERVAL={n(2)} GOSUB {line()}:INTERVAL ON",
            lambda: f"KEY({n(2)}) {self.random.choice(['ON', 'OFF', 'STOP'])}",
            lambda: self.random.choice(
                ['OPEN "CRT:" AS #1', 'OPEN "GRP:" FOR OUTPUT AS #1', "CLOSE"]
            ),
            lambda: f"PRINT #1,{s()}",
        ]
        return self.random.choice(forms)()

    def program(self) -> str:
        """A listing of up to a dozen lines."""
        self.lines = list(range(10, 10 * self.random.randrange(3, 14), 10))
        rows = []
        for number in self.lines:
            statements = (self.statement() for _ in range(self.random.randrange(1, 4)))
            rows.append(f"{number} {':'.join(statements)}"[:240])
        return "\n".join(rows)

    def garbage(self) -> str:
        """A line of words, names, numbers and signs in no order; it begins with no digit."""
        pick = self.random.choice
        kinds = (
            lambda: pick(WORDS),
            lambda: pick(list("+-*/\\^=<>(),;:#$%!&'\"_?.")),
            lambda: pick(NUMBERS),
            lambda: pick(VARIABLES + STRINGS),
            lambda: "".join(chr(self.random.randrange(33, 127)) for _ in range(3)),
        )
        space = pick(["", " "])
        line = space.join(pick(kinds)() for _ in range(self.random.randrange(1, 9)))
        return line.lstrip("0123456789 ") or "?"
