"""Board eb2, with our firmware, in openMSX."""

import os
import subprocess
from pathlib import Path

from tests.support import openmsx

BIN = Path(__file__).resolve().parents[2] / "roms" / "bin"

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
      <secondary slot="3">
        <ROM id="basic"><mem base="0x4000" size="0x4000"/>
          <rom><filename>{BIN / "eb2_basic.rom"}</filename></rom></ROM>
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


def run(folder: Path, screen: str, script: str, *arguments: str) -> None:
    """Runs a Tcl script, which ends openMSX itself. `screen` is a DISPLAY name."""
    machines = folder / ".openMSX" / "share" / "machines"
    machines.mkdir(parents=True)
    (machines / "eb2.xml").write_text(MACHINE, encoding="ascii")
    file = folder / "run.tcl"
    file.write_text(f"set renderer none; set throttle off\n{script}\n", encoding="ascii")
    done = subprocess.run(
        ["openmsx", "-machine", "eb2", *arguments, "-script", str(file)],
        env=os.environ | {"HOME": str(folder), "DISPLAY": screen, "SDL_VIDEODRIVER": "x11"},
        capture_output=True,
        text=True,
        timeout=openmsx.TIMEOUT,
        check=False,
    )
    assert done.returncode == 0, done.stderr + done.stdout
