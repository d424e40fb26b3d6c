"""Two memory mappers: the board's own and one in another slot."""

from functools import cache

import pytest
from msgspec import structs

from machine.api import Session
from machine.board import Board, Part, Place
from machine.boards import BOARDS
from machine.machine import Capture, Machine
from machine.media.dsk import blank
from tests.support.dos import Dos, system_files
from tests.support.dos_level2 import symbols
from tests.support.dos_programs import DosProgram
from tests.support.dos_programs.mapper import ROUTINES
from tests.support.trees import plant, tree

BIG = bytes((n * 7 + n // 256) & 0xFF for n in range(200_000))
FIRST, SECOND = 0x83, 0x89  # slots: the RAM of the board, 128 KB, and 512 KB in slot 1-2


def _two_mappers(place: Place, expanded: tuple[int, ...]) -> Board:
    known = BOARDS["eb2"]
    sizes = {"ram": {"size": 0x20000}, "slots": {"expanded": list(expanded)}}
    parts = tuple(
        structs.replace(part, config=sizes.get(part.name, part.config)) for part in known.parts
    )
    added = Part("mapper-ram", "added", {"size": 0x80000}, place=place)
    return structs.replace(
        known,
        parts=(*parts, added),
        wires={**known.wires, "ram.next": "added"},
        sockets=tuple(socket for socket in known.sockets if socket.name != "cart1"),
    )


def _started(board: Board, files: dict[str, bytes]) -> Dos:
    vm = Session(board.name)
    vm.machine = Machine(board, 60)
    disk = blank(737280)
    plant(disk, {**system_files(), **files})
    vm.insert("disk_a", disk)
    vm.machine.devices["disk-controller"].fast = True
    vm.machine.reset()
    dos = Dos(vm)
    dos.wait()
    return dos


@cache
def _waiting() -> tuple[Dos, Capture]:
    dos = _started(_two_mappers(Place(1, 2), (1, 3)), {"BIG.BIN": BIG})
    return dos, dos.vm.capture()


def _fresh() -> Dos:
    dos, capture = _waiting()
    dos.vm.restore(capture)
    return dos


def _shown(source: str) -> str:
    program = DosProgram("", "         call support\n" + source + ROUTINES, "", level=2)
    dos = _fresh()
    disk = blank(737280)
    plant(disk, {**system_files(), "TEST.COM": program.code()})
    dos.vm.insert("disk_a", disk)
    return " ".join(dos.line("TEST"))


def _table(dos: Dos) -> list[bytes]:
    rows = dos.vm.read(symbols()["map.table"], 33)
    return [rows[at : at + 5] for at in range(0, 33, 8)]


def test_the_table_has_both_mappers():
    first, second, *none = _table(_fresh())

    assert first == bytes((FIRST, 8, 2, 6, 0))
    assert second == bytes((SECOND, 32, 32, 0, 0))
    assert not any(map(any, none))


def _call(kind: int, slot: int) -> str:
    return f"""
         ld a,{kind}
         ld b,{slot}
         call all.seg
         call flag
         ld a,b
         call show.hex
         call show.space
"""


@pytest.mark.parametrize(
    ("slot", "shown"),
    [
        (0, "04 00"),
        (FIRST, "04 83"),
        (SECOND, "00 89"),
        (FIRST + 0x10, "00 89"),
        (SECOND + 0x10, "04 83"),
        (FIRST + 0x20, "04 83"),
        (SECOND + 0x20, "00 89"),
        (FIRST + 0x30, "00 89"),
        (SECOND + 0x30, "04 83"),
        (0x02, "C"),  # there is none
        (0x12, "04 83"),
        (0x22, "04 83"),
        (FIRST + 0x40, "C"),  # no such way
    ],
)
def test_a_segment_comes_from_the_mapper_that_is_wanted(slot, shown):
    assert _shown(_call(0, slot) + "         ret\n").startswith(shown)


@pytest.mark.parametrize(
    ("slot", "shown"),
    [(0, "C"), (FIRST, "C"), (FIRST + 0x20, "1F 89"), (SECOND + 0x30, "1F 89")],
)
def test_the_other_mapper_serves_when_one_is_full(slot, shown):
    full = _call(1, FIRST) + _call(1, FIRST)

    assert _shown(full + _call(1, slot) + "         ret\n").startswith(f"05 83 04 83 {shown}")


def test_segments_of_the_second_mapper_are_freed_in_it():
    source = f"""
         ld a,3
         ld b,{SECOND}
         call fre.seg
         call flag            ; CY: free already
{_call(1, SECOND)}
         ld a,31
         ld b,{FIRST}
         call fre.seg
         call flag            ; CY: it has not so many
         ld a,31
         ld b,{SECOND}
         call fre.seg
         ld a,31
         call flag
         ld b,2
         call fre.seg
         jp flag              ; CY: no mapper
"""

    assert _shown(source).split()[:5] == ["C1F", "89", "C1F", "C"]


def test_a_program_gives_back_what_it_took_of_the_second_mapper():
    source = _call(0, SECOND) + "         ret\n"

    assert _shown(source).startswith("00 89")
    assert _table(_waiting()[0])[1] == bytes((SECOND, 32, 32, 0, 0))


def test_the_ram_disk_takes_both_mappers_and_keeps_files_in_them():
    dos = _fresh()
    assert dos.line("RAMDISK 4064") == []
    assert dos.line("RAMDISK") == ["544 KB"]
    assert [row[2] for row in _table(dos)[:2]] == [0, 0]

    for name in ("ONE", "TWO"):  # the first mapper's 32 KB are in the first file
        assert dos.line(f"COPY BIG.BIN H:{name}") == ["  1 copied"]
    assert dos.line("COPY H:TWO BACK.BIN") == ["  1 copied"]
    assert dos.line("COPY H:ONE BACK2.BIN") == ["  1 copied"]

    files = tree(dos.vm.machine.devices["fdc"].disk(0))
    assert files["BACK.BIN"] == BIG
    assert files["BACK2.BIN"] == BIG
    assert dos.line("RAMDISK /D") == []
    assert [row[2] for row in _table(dos)[:2]] == [2, 32]


def test_the_ram_disk_in_both_mappers_is_found_again_behind_basic():
    dos = _fresh()
    dos.line("RAMDISK 4064")
    dos.line("COPY BIG.BIN H:")
    dos.vm.type("BASIC\r")
    dos.says("Ok")
    dos.vm.type("CALL SYSTEM\r")
    dos.wait()

    assert dos.line("RAMDISK") == ["544 KB"]
    assert dos.line("COPY H:BIG.BIN BACK.BIN") == ["  1 copied"]


def test_a_mapper_in_a_slot_that_is_not_expanded_is_found():
    dos = _started(_two_mappers(Place(2), (3,)), {})

    assert _table(dos)[1] == bytes((2, 32, 32, 0, 0))
    assert dos.line("RAMDISK 4064") == []
    assert dos.line("RAMDISK") == ["544 KB"]
