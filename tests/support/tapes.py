"""Cassettes in a guest at BASIC's prompt: what is on them, and what they are made of."""

from typing import Any

from machine.media.cas import Tape
from tests.support.basic import Basic, started

PROGRAM = """10 PRINT "HELLO"
20 FOR I=1 TO 3:PRINT I:NEXT"""
LISTED = PROGRAM.replace("\n", "\r\n").encode() + b"\r\n"
SLOW = 300.0  # emulated seconds for a long tape


def with_tape(board: str, tape: Tape) -> Basic:
    """A board at its prompt, with this tape."""
    basic = started(board, disks=False)
    basic.vm.insert("cassette", tape)
    return basic


def recorder(basic: Basic) -> Any:
    """The recorder as a device."""
    return basic.vm.machine.devices["cassette"]


def recorded(basic: Basic) -> list[bytes]:
    """The blocks on the tape."""
    return [block.data for block in basic.vm.tape().blocks]


def program(basic: Basic) -> bytes:
    """The program as it is in memory."""
    first = basic.word("TXTTAB")
    return basic.vm.read(first, basic.word("VARTAB") - first)


def stop(basic: Basic) -> None:
    """CTRL+STOP, until the prompt is there."""
    basic.control_stop(30)
    basic.wait()


def name(kind: int, text: str) -> bytes:
    """The block that names a file."""
    return bytes([kind]) * 10 + text.ljust(6).encode()


def padded(data: bytes) -> bytes:
    """A block as it is in a `.cas` file."""
    return data + bytes(-len(data) % 8)
