"""Values of expressions in a guest's BASIC: as PRINT shows them, as FRMEVL leaves them."""

from collections.abc import Iterable
from decimal import Decimal

from machine.basic.tokeniser import tokens
from tests.support.assembler import assemble
from tests.support.basic import started
from tests.support.bios import STACK, Bios
from tests.support.guest_calls import DONE, WORK
from tests.support.mathpack import decode

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


class Evaluator(Bios):
    """A guest at its prompt whose FRMEVL is called with tokenised expressions."""

    LINE = 0xB000

    def __init__(self, board: str) -> None:
        """Starts the board; an error of BASIC comes to `error`."""
        super().__init__(started(board).vm)
        keep = f" ld a,e\n ld ({self.LINE - 1}),a\n ld sp,{STACK}\n ld a,1\n ld ({DONE}),a\nstay: jr stay"
        self.vm.write(self.LINE - 0x80, assemble(keep, self.LINE - 0x80))
        self.vm.write(WORK["H.ERRO"], b"\xc3" + (self.LINE - 0x80).to_bytes(2, "little"))

    def value(self, text: str) -> tuple[int, Decimal]:
        """Type (VALTYP, or 0 for an error) and value (or the error's number) of an expression."""
        code = tokens(text.encode("ascii"))
        self.vm.write(self.LINE - 1, b"\0" + code + b"\0")
        self.set_words(TEMPPT=WORK["TEMPST"])
        after = self.call(0x4C64, hl=self.LINE)
        error = self.vm.peek(self.LINE - 1)
        if error:
            return 0, Decimal(error)
        assert after.hl == self.LINE + len(code), text
        field = self.vm.read(WORK["DAC"], 8)
        kind = self.byte("VALTYP")
        if kind == 2:
            return kind, Decimal(int.from_bytes(field[2:4], "little", signed=True))
        return kind, decode(field[: 4 if kind == 4 else 8].ljust(8, b"\0"))
