"""The house's own computers, with firmware from roms/."""

from machine.board import Board, Part, Place
from machine.boards.parts import (
    CARTRIDGES,
    CLOCK,
    COMMON,
    CRYSTAL_HZ,
    DRIVES,
    FLOPPY,
    FLOPPY_WIRES,
    KEY_BUFFER,
    MAPPER_PORTS,
    PROGRAM,
    ROLES,
    TMS9918A,
    V9938,
    WIRES,
)

# Main ROM, 2Bh: character set 1 (international), date day-month-year, bit 7 set for 50 Hz.
LOCALE: dict[str, dict[str, int] | int] = {"2B": {"50": 0xA1, "60": 0x21}}

EB1 = Board(
    name="eb1",
    title="EightBox 1 (MSX, 64 KB)",
    crystal_hz=CRYSTAL_HZ,
    parts=(
        *COMMON,
        *FLOPPY,
        TMS9918A,
        Part("slots", "slots", {"expanded": [3]}),
        Part("rom", "main", place=Place(0, 0, (0, 1)), rom="main", patch=LOCALE),
        Part("ram", "ram", {"size": 0x10000}, place=Place(3, 0)),
        Part("msx-fdc", "fdc", place=Place(3, 1, (1, 2)), rom="disk"),
        Part("rom", "dos", {"base": 0x4000}, place=Place(3, 2, (1, 2)), rom="dos"),
        Part("rom", "basic", {"base": 0x4000}, place=Place(3, 3, (1,)), rom="basic"),
    ),
    wires={**WIRES, **FLOPPY_WIRES},
    sockets=(*CARTRIDGES, *DRIVES),
    roles=ROLES,
    roms={
        "main": "eb1_main.rom",
        "basic": "eb1_basic.rom",
        "disk": "disk.rom",
        "dos": "dos.rom",
    },
    key_buffer=KEY_BUFFER,
    program=PROGRAM,
)

EB2 = Board(
    name="eb2",
    title="EightBox 2 (MSX2, 512 KB)",
    crystal_hz=CRYSTAL_HZ,
    parts=(
        *COMMON,
        *FLOPPY,
        V9938,
        CLOCK,
        Part("slots", "slots", {"expanded": [3]}),
        Part("rom", "main", place=Place(0, 0, (0, 1)), rom="main", patch=LOCALE),
        Part("mapper-ram", "ram", {"size": 0x80000}, MAPPER_PORTS, Place(3, 0)),
        Part("rom", "sub", place=Place(3, 1, (0,)), rom="sub"),
        Part("rom", "dos", {"base": 0x4000}, place=Place(3, 1, (1, 2)), rom="dos"),
        Part("msx-fdc", "fdc", place=Place(3, 2, (1, 2)), rom="disk"),
        Part("rom", "basic", {"base": 0x4000}, place=Place(3, 3, (1,)), rom="basic"),
    ),
    wires={**WIRES, **FLOPPY_WIRES},
    sockets=(*CARTRIDGES, *DRIVES),
    roles={**ROLES, "clock": "rtc"},
    roms={
        "main": "eb2_main.rom",
        "basic": "eb2_basic.rom",
        "sub": "eb2_sub.rom",
        "disk": "disk.rom",
        "dos": "dos.rom",
    },
    key_buffer=KEY_BUFFER,
    program=PROGRAM,
    columns=80,
)
