"""Prints many expressions in a guest's BASIC, each on a row of its own."""

from collections.abc import Iterable

from tests.support.basic import started

ROWS = 18  # fit on the screen


def printed(expressions: Iterable[str], setup: str = "", board: str = "eb2") -> list[str]:
    """What PRINT shows for each expression, without outer blanks; an error as "error" and its number.

    `setup` is a line of statements that comes first.
    """
    rest = list(expressions)
    found: list[str] = []
    while rest:
        part, rest = rest[:ROWS], rest[ROWS:]
        lines = [f"{100 + i} PRINT {text}" for i, text in enumerate(part)]
        program = ["10 ON ERROR GOTO 900", f"20 {setup}", *lines, "200 END"]
        program.append('900 PRINT"error";ERR:RESUME NEXT')
        rows = [row.strip() for row in started(board).run("\n".join(program))]
        assert len(rows) == len(part), rows
        found += rows
    return found
