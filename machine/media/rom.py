"""Cartridge images: `.rom`, and what kind of cartridge one was taken from.

An image says nothing about its cartridge, so `detect` looks at the program: it writes the numbers
of banks to addresses that are typical of each bank switching chip, mostly with `LD (nn),A`.

Sources: "MegaROM Mappers" (msx.org wiki) for the addresses; MSX2 Technical Handbook, chapter 5.7.2,
for the header.
"""

import os

from machine.core.errors import Refused
from machine.media.medium import identity, read_file

SMALLEST = 0x2000
LARGEST = 4 << 20
SIGNATURE = b"AB"
STORE_A = 0x32  # LD (nn),A

MAPPERS = (
    "plain",
    "ascii8",
    "ascii8-sram",
    "ascii8-sram2",
    "ascii16",
    "ascii16-sram",
    "ascii16-sram2",
    "konami",
    "konami-scc",
    "generic8",
    "generic16",
)

# Address of a bank register -> the cartridges that have one there. Of two that score the same, the
# one whose addresses are rarer in programs that do not switch banks is named first.
REGISTERS: dict[int, tuple[str, ...]] = {
    0x5000: ("konami-scc",),
    0x9000: ("konami-scc",),
    0xB000: ("konami-scc",),
    0x4000: ("konami",),
    0x8000: ("konami",),
    0xA000: ("konami",),
    0x6800: ("ascii8",),
    0x7800: ("ascii8",),
    0x77FF: ("ascii16",),
    0x6000: ("konami", "ascii16", "ascii8"),
    0x7000: ("konami-scc", "ascii16", "ascii8"),
}
CANDIDATES = ("konami-scc", "konami", "ascii16", "ascii8")


class Rom:
    """One cartridge image and the name of its mapper."""

    def __init__(self, base: bytes, name: str = "cartridge", mapper: str = "") -> None:
        """`base`: the image, 8 KB to 4 MB; `mapper`: one of MAPPERS, "" to detect it.

        Refused if the size is wrong, the mapper unknown, or the image neither has a header nor was
        given a mapper, or does not fit the mapper given.
        """
        if not SMALLEST <= len(base) <= LARGEST:
            raise Refused(
                f"{name} has {len(base)} bytes, but a cartridge has 8 KB to 4 MB;"
                " choose a .rom file."
            )
        if mapper and mapper not in MAPPERS:
            raise Refused(f"{mapper} is no known mapper; choose one of {', '.join(MAPPERS)}.")
        if not mapper and not has_header(base):
            raise Refused(
                f"{name} has no cartridge header in it; choose another file, or name the mapper"
                " if it is a cartridge all the same."
            )
        if mapper == "plain" and len(base) > 0x10000:
            raise Refused(
                f"{name} has {len(base) // 1024} KB, but a plain cartridge has at most 64 KB;"
                " choose another mapper."
            )
        self.base = base
        self.name = name
        self.mapper = mapper or detect(base)
        self.identity = identity(base)

    @classmethod
    def load(cls, path: str | os.PathLike[str], mapper: str = "") -> "Rom":
        """The cartridge in a file; Refused if it cannot be read or is none."""
        return cls(read_file(path, "cartridge", LARGEST), os.fspath(path), mapper)


def has_header(base: bytes) -> bool:
    """Whether one of the 8 KB banks starts with the header of a cartridge."""
    return any(base[at : at + 2] == SIGNATURE for at in range(0, len(base), 0x2000))


def detect(base: bytes) -> str:
    """The most probable mapper of an image."""
    starts_high = base[0x4000:0x4002] == SIGNATURE
    if len(base) < 0x10000 or (len(base) == 0x10000 and starts_high):
        return "plain"
    scores = register_writes(base)
    best = max(CANDIDATES, key=lambda name: scores[name])
    if scores[best]:
        return best
    return "ascii16" if len(base) == 0x10000 else "generic8"


def register_writes(base: bytes) -> dict[str, int]:
    """How often the image stores A to an address where each of CANDIDATES has a register."""
    scores = dict.fromkeys(CANDIDATES, 0)
    at = base.find(STORE_A)
    while 0 <= at <= len(base) - 3:
        for name in REGISTERS.get(base[at + 1] | base[at + 2] << 8, ()):
            scores[name] += 1
        at = base.find(STORE_A, at + 1)
    return scores
