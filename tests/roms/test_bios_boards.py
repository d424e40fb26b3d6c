"""Start-up searches: it finds what is in other slots, up to the BASIC ROM, which has its own."""

from typing import Any

import msgspec
import pytest

from machine.api import Session
from machine.board import Board, Place
from machine.boards.eightbox import EB1, EB2
from machine.machine import Machine
from tests.support.bios import Bios


def variant(
    base: Board, expanded: tuple[int, ...], configs: dict[str, Any], **places: Place | None
) -> Board:
    """A board with its memories in other slots; None takes a part and its sockets away."""
    gone = {name for name, place in places.items() if place is None}
    if "fdc" in gone:
        gone |= {"disk-controller", "drive-a", "drive-b"}
    parts = []
    for part in base.parts:
        if part.name in gone:
            continue
        changes: dict[str, Any] = {"config": part.config | configs.get(part.name, {})}
        if part.name == "slots":
            changes["config"] = {"expanded": expanded}
        if part.name in places:
            changes["place"] = places[part.name]
        parts.append(msgspec.structs.replace(part, **changes))
    return msgspec.structs.replace(
        base,
        parts=tuple(parts),
        wires={at: to for at, to in base.wires.items() if at.split(".")[0] not in gone},
        sockets=tuple(socket for socket in base.sockets if socket.part not in gone),
    )


MAIN, DISK = (0, 1), (1, 2)
BOARDS = {
    "64 KB in a plain slot 3": (
        variant(EB1, (), {}, ram=Place(3), fdc=None, basic=None, dos=None),
        (0x8000, 0),
    ),
    "16 KB in slot 2": (
        variant(
            EB1,
            (),
            {"ram": {"base": 0xC000, "size": 0x4000}},
            ram=Place(2, 0, (3,)),
            fdc=None,
            basic=None,
            dos=None,
        ),
        (0xC000, 0),
    ),
    "32 KB in slot 2": (
        variant(
            EB1,
            (),
            {"ram": {"base": 0x8000, "size": 0x8000}},
            ram=Place(2, 0, (2, 3)),
            fdc=None,
            basic=None,
            dos=None,
        ),
        (0x8000, 0),
    ),
    "mapper in slot 2, the rest in slot 3": (
        variant(EB2, (3,), {}, ram=Place(2), sub=Place(3, 0, (0,)), fdc=Place(3, 1, DISK)),
        (0x8000, 2),
    ),
    "mapper in a plain slot 3, no sub-ROM, no disks": (
        variant(EB2, (), {}, ram=Place(3), sub=None, fdc=None, basic=None, dos=None),
        (0x8000, 0),
    ),
    "everything but the sub-ROM in an expanded slot 0": (
        variant(
            EB2,
            (0, 3),
            {},
            main=Place(0, 0, MAIN),
            ram=Place(0, 1),
            fdc=Place(0, 2, DISK),
            sub=Place(3, 1, (0,)),
        ),
        (0x8000, 2),
    ),
    "RAM, disk and sub-ROM in three expanded slots": (
        variant(
            EB2,
            (1, 2, 3),
            {},
            ram=Place(1, 3),
            fdc=Place(2, 2, DISK),
            sub=Place(3, 3, (0,)),
        ),
        (0x8000, 2),
    ),
}


@pytest.mark.parametrize("name", BOARDS)
def test_start_up_finds_memory_disks_and_sub_rom(name: str) -> None:
    board, (bottom, drives) = BOARDS[name]
    vm = Session("eb1")
    vm.machine = Machine(board)
    bios = Bios(vm)

    started = vm.run(until=lambda _: bios.byte("MAXFIL") == 1, limit=6)

    assert started
    assert bios.word("BOTTOM") == bottom
    assert bios.byte("DRVTBL") == drives
    sub = [part for part in board.parts if part.name == "sub"]
    assert bool(bios.byte("EXBRSA")) == bool(sub)
