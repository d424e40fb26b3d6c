"""Our firmware in another emulator: the same cartridge leaves the same video memory."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from machine.api import Session
from tests.support import openmsx
from tests.support.assembler import assemble

pytestmark = [
    pytest.mark.conformance,
    pytest.mark.skipif(bool(openmsx.missing()), reason=f"not installed: {openmsx.missing()}"),
]

BIN = Path(__file__).resolve().parents[2] / "roms" / "bin"
SECONDS = 12  # both machines have started and drawn by then
VRAM_SIZE = 0x20000

# The slots of eb2 without its disk interface, as a machine description of openMSX.
MACHINE = f"""<?xml version="1.0" ?>
<!DOCTYPE msxconfig SYSTEM 'msxconfig2.dtd'>
<msxconfig>
  <info><manufacturer>EightBox</manufacturer><code>eb2</code><release_year>2026</release_year>
    <description>eb2</description><type>MSX2</type></info>
  <CassettePort/>
  <devices>
    <primary slot="0">
      <ROM id="main"><mem base="0x0000" size="0x8000"/>
        <rom><filename>{BIN / "eb2_main.rom"}</filename></rom></ROM>
    </primary>
    <primary external="true" slot="1"/>
    <primary external="true" slot="2"/>
    <primary slot="3">
      <secondary slot="0">
        <MemoryMapper id="RAM"><mem base="0x0000" size="0x10000"/><size>512</size></MemoryMapper>
      </secondary>
      <secondary slot="1">
        <ROM id="sub"><mem base="0x0000" size="0x4000"/>
          <rom><filename>{BIN / "eb2_sub.rom"}</filename></rom></ROM>
      </secondary>
    </primary>
    <PPI id="ppi"><io base="0xA8" num="4"/><sound><volume>16000</volume></sound>
      <keyboard_type>int</keyboard_type><has_keypad>true</has_keypad></PPI>
    <VDP id="VDP"><io base="0x98" num="4" type="O"/><io base="0x98" num="2" type="I"/>
      <version>V9938</version><vram>128</vram></VDP>
    <PSG id="PSG"><type>YM2149</type><io base="0xA0" num="2" type="O"/>
      <io base="0xA2" num="1" type="I"/><sound><volume>21000</volume></sound></PSG>
    <RTC id="clock"><io base="0xB4" num="2" type="O"/><io base="0xB5" num="1" type="I"/>
      <sramname>eb2.cmos</sramname></RTC>
  </devices>
</msxconfig>
"""

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
    machines = folder / ".openMSX" / "share" / "machines"
    machines.mkdir(parents=True)
    (machines / "eb2.xml").write_text(MACHINE, encoding="ascii")
    script, result = folder / "run.tcl", folder / "vram.bin"
    script.write_text(
        f"""set renderer none; set throttle off
after time {SECONDS} {{set f [open {result} w]; fconfigure $f -translation binary
puts -nonewline $f [debug read_block VRAM 0 {VRAM_SIZE}]; close $f; exit}}
""",
        encoding="ascii",
    )
    done = subprocess.run(
        ["openmsx", "-machine", "eb2", "-carta", str(cartridge), "-script", str(script)],
        env=os.environ | {"HOME": str(folder), "DISPLAY": screen, "SDL_VIDEODRIVER": "x11"},
        capture_output=True,
        text=True,
        timeout=openmsx.TIMEOUT,
        check=False,
    )
    assert result.exists(), done.stderr + done.stdout
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
