"""Our firmware in another emulator: the same cartridge leaves the same video memory."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from machine.api import Session
from tests.support import eb2_in_openmsx, openmsx
from tests.support.assembler import assemble

pytestmark = [
    pytest.mark.conformance,
    pytest.mark.skipif(bool(openmsx.missing()), reason=f"not installed: {openmsx.missing()}"),
]

SECONDS = 12  # both machines have started and drawn by then
VRAM_SIZE = 0x20000

# A picture of everything the sub-ROM draws: box, line, painted area, characters, copies both ways.
PICTURE = """
         INCLUDE "bios.inc"
         INCLUDE "workarea.inc"
CALLSUB: MACRO
         ld ix,\\0
         call EXTROM
         ei
         ENDM
POINTS:  MACRO
         ld hl,\\2
         ld (GXPOS),hl
         ld hl,\\3
         ld (GYPOS),hl
         ld bc,\\0
         ld de,\\1
         ld h,d
         ld l,e
         ENDM
PEN:     MACRO
         ld a,\\0
         ld (ATRBYT),a
         ld a,\\1
         ld (LOGOPR),a
         ENDM
COPIES:  MACRO
         ld hl,\\0
         ld (SX),hl
         ld hl,\\1
         ld (SY),hl
         ld hl,\\2
         ld (DX),hl
         ld hl,\\3
         ld (DY),hl
         ld hl,77
         ld (NX),hl
         ld hl,31
         ld (NY),hl
         ld hl,SX
         ENDM
         db "A","B"
         dw start,0,0,0,0,0,0
start:   ld a,MODE_NUMBER
         CALLSUB S.CHGMDP
         PEN 3,0
         POINTS 10,10,120,100
         CALLSUB S.NVBXLN
         POINTS 100,5,30,180
         CALLSUB S.DOGRPH
         PEN 2,0
         ld a,3
         ld (BRDATR),a
         ld bc,20
         ld de,20
         CALLSUB S.MAPXYC
         CALLSUB S.FILL
         PEN 3,3
         POINTS 60,30,90,90
         CALLSUB S.NVBXFL
         PEN 1,0
         ld hl,130
         ld (GRPACX),hl
         ld hl,60
         ld (GRPACY),hl
         ld hl,text
next:    ld a,(hl)
         or a
         jr z,copy
         push hl
         CALLSUB S.GRPPRT
         pop hl
         inc hl
         jr next
text:    dm "EightBox"
         db 0
copy:    xor a
         ld (CARG),a
         ld (L_OP),a
         COPIES 10,10,130,100
         CALLSUB S.BLTVV
         COPIES 60,30,&A000,0
         CALLSUB S.BLTMV
         ld a,4
         ld (CARG),a
         ld a,3
         ld (L_OP),a
         COPIES &A000,0,240,150
         CALLSUB S.BLTVM
stop:    jr stop
"""


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """A display for openMSX."""
    with openmsx.display() as name:
        yield name


def vram_in_openmsx(folder: Path, screen: str, cartridge: Path) -> bytes:
    """The video memory of eb2 in openMSX after SECONDS."""
    result = folder / "vram.bin"
    script = f"""
after time {SECONDS} {{set f [open {result} w]; fconfigure $f -translation binary
puts -nonewline $f [debug read_block VRAM 0 {VRAM_SIZE}]; close $f; exit}}
"""
    eb2_in_openmsx.run(folder, screen, script, "-carta", str(cartridge))
    return result.read_bytes()


@pytest.mark.parametrize("mode", [5, 6, 7, 8])
def test_a_picture_by_the_sub_rom_is_the_same_in_openmsx(
    tmp_path: Path, screen: str, mode: int
) -> None:
    code = assemble(PICTURE.replace("MODE_NUMBER", str(mode)), 0x4000)
    cartridge = tmp_path / "picture.rom"
    cartridge.write_bytes(code.ljust(0x4000, b"\xff"))
    with Session("eb2", cart1=cartridge) as vm:
        vm.run(seconds=SECONDS)
        ours = vm.vram(0, VRAM_SIZE)
        finished = vm.read(vm.cpu.pc, 2) == b"\x18\xfe"

    theirs = vram_in_openmsx(tmp_path, screen, cartridge)
    different = [place for place in range(VRAM_SIZE) if ours[place] != theirs[place]]
    assert finished
    assert different == []
    assert len(set(ours[:0xD400])) > 3
