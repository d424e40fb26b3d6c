"""The program in a guest's memory: its lines in tokens, and their listing as the guest makes it."""

from machine.media.bas import lines_of
from tests.support.basic import Basic


def image(basic: Basic) -> bytes:
    """The program as it lies in memory, its end mark included."""
    start = basic.word("TXTTAB")
    return basic.vm.read(start, basic.word("VARTAB") - start)


def program(basic: Basic) -> dict[int, bytes]:
    """Tokens of each line by its number."""
    return dict(lines_of(image(basic)))


def tokens(basic: Basic, line: str) -> bytes:
    """What `line`, typed without a number, becomes."""
    basic.enter(f"1 {line}")
    return program(basic)[1]


def listing(basic: Basic, what: str = "LLIST") -> list[bytes]:
    """The program's lines as LLIST prints them."""
    printer = basic.vm.machine.devices["printer"]
    printer.take()
    basic.enter(what)
    basic.wait()
    paper: bytes = printer.take()
    assert not paper or paper.endswith(b"\r\n")
    return paper.split(b"\r\n")[:-1]


def shown(basic: Basic, line: str) -> list[str]:
    """What a direct line prints, without the screen's margin."""
    return [row.strip() for row in basic.direct(line)]
