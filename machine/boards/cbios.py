"""Computers around the free C-BIOS ROMs, laid out as openMSX lays them out: the yardstick.

The ROMs are not part of EightBox: Debian's package `cbios` has them.
"""

from machine.board import Board, Part, Place
from machine.boards.parts import (
    CARTRIDGES,
    CLOCK,
    COMMON,
    CRYSTAL_HZ,
    KEY_BUFFER,
    MAPPER_PORTS,
    ROLES,
    TMS9918A,
    V9938,
    WIRES,
)

POWER_ON = 0xFF  # what openMSX's RAM holds then

CBIOS1 = Board(
    name="cbios1",
    title="C-BIOS MSX (64 KB)",
    crystal_hz=CRYSTAL_HZ,
    parts=(
        *COMMON,
        TMS9918A,
        Part("slots", "slots"),
        Part("rom", "main", place=Place(0, 0, (0, 1)), rom="main"),
        Part("rom", "logo", {"base": 0x8000}, place=Place(0, 0, (2,)), rom="logo"),
        Part("ram", "ram", {"size": 0x10000, "fill": POWER_ON}, place=Place(3)),
    ),
    wires=WIRES,
    sockets=CARTRIDGES,
    roles=ROLES,
    roms={
        "main": {"50": "cbios_main_msx1.rom", "60": "cbios_main_msx1_br.rom"},
        "logo": "cbios_logo_msx1.rom",
    },
    key_buffer=KEY_BUFFER,
)

CBIOS2 = Board(
    name="cbios2",
    title="C-BIOS MSX2 (512 KB)",
    crystal_hz=CRYSTAL_HZ,
    parts=(
        *COMMON,
        V9938,
        CLOCK,
        Part("slots", "slots", {"expanded": [3]}),
        Part("rom", "main", place=Place(0, 0, (0, 1)), rom="main"),
        Part("rom", "logo", {"base": 0x8000}, place=Place(0, 0, (2,)), rom="logo"),
        Part("rom", "sub", place=Place(3, 0, (0,)), rom="sub"),
        Part("mapper-ram", "ram", {"size": 0x80000, "fill": POWER_ON}, MAPPER_PORTS, Place(3, 2)),
    ),
    wires=WIRES,
    sockets=CARTRIDGES,
    roles={**ROLES, "clock": "rtc"},
    roms={
        "main": {"50": "cbios_main_msx2.rom", "60": "cbios_main_msx2_br.rom"},
        "sub": "cbios_sub.rom",
        "logo": "cbios_logo_msx2.rom",
    },
    key_buffer=KEY_BUFFER,
)
