"""A guest that needs no firmware: a ROM that counts in RAM, for tests of what is around a machine."""

from pathlib import Path

BOARD = "eb1"
COUNTER = 0xC000  # 16 bits, little-endian

# DI; LD A,82h; OUT (0ABh),A                           port A of the PPI selects slots
# LD A,0C0h; OUT (0A8h),A; XOR A; LD (0FFFFh),A        page 3 is RAM, slot 3-0
# LD HL,(0C000h); INC HL; LD (0C000h),HL; JR back
_PROGRAM = bytes.fromhex("f3 3e82 d3ab 3ec0 d3a8 af 32ffff 2a00c0 23 2200c0 18f7")


def roms_in(folder: Path) -> dict[str, str]:
    """The ROMs that make `BOARD` run this guest, as files in `folder`."""
    files = {"main": _PROGRAM.ljust(0x8000, b"\0"), "disk": b"\xff" * 0x4000}
    for name, content in files.items():
        (folder / f"{name}.rom").write_bytes(content)
    return {name: str(folder / f"{name}.rom") for name in files}
