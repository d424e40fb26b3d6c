"""Our floppy interface beside openMSX's: the same firmware, the same disk, the same commands.

A program on the disk drives the controller by its registers and notes, for each command, the status,
how many bytes passed, the sector and track registers, and some of the bytes. Left out is what is
known to differ: openMSX passes over the side-compare flag and a verify of the wrong track, asks for
one byte more in Write Sector, and searches for ever while the motor is off.
"""

import os
import subprocess
from pathlib import Path

import pytest

from machine.api import Session
from machine.media.dsk import blank
from tests.support.disk_machine import bdos, numbered, phydio
from tests.support.floppies import DONE, RESULT, boot_disk, files
from tests.support.openmsx import missing

pytestmark = [
    pytest.mark.conformance,
    pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}"),
]

ROMS = Path(__file__).resolve().parents[3] / "roms" / "bin"
MACHINE = f"""<?xml version="1.0" ?>
<!DOCTYPE msxconfig SYSTEM 'msxconfig2.dtd'>
<msxconfig>
  <info>
    <manufacturer>EightBox</manufacturer><code>eb1</code><release_year>2026</release_year>
    <description>The board eb1</description><type>MSX</type>
  </info>
  <CassettePort/>
  <devices>
    <primary slot="0">
      <ROM id="main"><mem base="0x0000" size="0x8000"/>
        <rom><filename>{ROMS}/eb1_main.rom</filename></rom></ROM>
    </primary>
    <primary external="true" slot="1"/>
    <primary external="true" slot="2"/>
    <primary slot="3">
      <secondary slot="0"><RAM id="ram"><mem base="0x0000" size="0x10000"/></RAM></secondary>
      <secondary slot="1">
        <WD2793 id="fdc"><connectionstyle>Philips</connectionstyle>
          <mem base="0x0000" size="0x10000"/>
          <rom><filename>{ROMS}/disk.rom</filename></rom><drives>2</drives></WD2793>
      </secondary>
    </primary>
    <PPI id="ppi"><io base="0xA8" num="4"/><sound><volume>16000</volume></sound>
      <key_ghosting>false</key_ghosting><keyboard_type>int</keyboard_type>
      <has_keypad>true</has_keypad><code_kana_locks>false</code_kana_locks>
      <graph_locks>false</graph_locks></PPI>
    <VDP id="vdp"><io base="0x98" num="2" type="O"/><io base="0x98" num="2" type="I"/>
      <version>TMS99X8A</version><vram>16</vram></VDP>
    <PSG id="psg"><type>YM2149</type><io base="0xA0" num="2" type="O"/>
      <io base="0xA2" num="1" type="I"/><sound><volume>21000</volume></sound></PSG>
  </devices>
</msxconfig>
"""

# In: B = command, C = 0 to read, 80h to write. Notes eight bytes at IY.
RUN = """
run:     ld hl,&B000
         ld de,&7FFB
         ld a,b
         ld (&7FF8),a
run1:    ld a,(&7FFF)
         add a,a
         jr c,run2
         bit 7,c
         jr nz,run3
         ld a,(de)
         ld (hl),a
         inc hl
         jp run1
run3:    ld a,(hl)
         ld (de),a
         inc hl
         jp run1
run2:    jp m,run1
         ld a,(&7FF8)
         ld (iy + 0),a
         ld de,&B000
         or a
         push hl
         sbc hl,de
         ld (iy + 1),l
         ld (iy + 2),h
         pop hl
         ld a,(&7FFA)
         ld (iy + 3),a
         ld a,(&7FF9)
         ld (iy + 4),a
         ld a,(&B000)
         ld (iy + 5),a
         ld a,(&B001)
         ld (iy + 6),a
         ld a,h
         cp &B2
         ld a,0
         jr c,run4
         dec hl
         ld a,(hl)
run4:    ld (iy + 7),a
         ld de,8
         add iy,de
         ret
"""
REGISTERS = {"track": 0x7FF9, "sector": 0x7FFA, "data": 0x7FFB, "side": 0x7FFC, "select": 0x7FFD}
COMMANDS = [
    ("restore", 0x08, {}),
    ("seek", 0x1C, {"data": 5}),
    ("seek to where it is", 0x1C, {"data": 5}),
    ("step in", 0x58, {}),
    ("step in, register left", 0x48, {}),
    ("step out", 0x78, {}),
    ("step again", 0x38, {}),
    ("restore, verify", 0x0C, {}),
    ("seek on", 0x1C, {"data": 7}),
    ("read", 0x80, {"sector": 1}),
    ("read side 1", 0x80, {"side": 1}),
    ("read the last", 0x80, {"sector": 9}),
    ("read beyond", 0x80, {"sector": 10}),
    ("read sector 0", 0x80, {"sector": 0}),
    ("read on", 0x90, {"sector": 7}),
    ("read with the wrong track", 0x80, {"track": 8, "sector": 1}),
    ("read with the right track", 0x80, {"track": 7}),
    ("read with a delay", 0x84, {}),
    ("read address", 0xC0, {}),
    ("read another address", 0xC0, {"sector": 77, "track": 33}),
    ("restore again", 0x0C, {}),
    ("read track 0", 0x80, {"sector": 3, "side": 0}),
    ("no drive", 0x80, {"select": 0x83, "sector": 1}),
    ("drive again", 0x00, {"select": 0x80}),
]


def command_program():
    """Runs COMMANDS one after the other."""
    source = f"         di\n         ld iy,{RESULT}\n         ld a,&80\n         ld (&7FFD),a\n"
    source += "         ld hl,0\n         ld (&B000),hl\n"
    for _, command, registers in COMMANDS:
        for name, value in registers.items():
            source += f"         ld a,{value}\n         ld ({REGISTERS[name]}),a\n"
        source += f"         ld bc,{command * 256}\n         call run\n"
    return f"{source}         jp done\n{RUN}"


def ours(disk, other, count):
    """What the program noted on our machine; `other` is the disk in drive B."""
    with Session("eb1") as vm:
        vm.machine.insert("disk_a", disk)
        vm.machine.insert("disk_b", other)
        vm.machine.reset()
        assert vm.run(until=lambda vm: vm.peek(DONE) == 0xA5, limit=120)
        return bytes(vm.peek(RESULT + n) for n in range(count))


def theirs(folder, disk, other, count):
    """What it noted in openMSX, and the bytes of drive B's disk afterwards."""
    machines = folder / ".openMSX" / "share" / "machines"
    machines.mkdir(parents=True)
    (machines / "eb1.xml").write_text(MACHINE, encoding="utf-8")
    for name, image in (("a", disk), ("b", other)):
        (folder / f"{name}.dsk").write_bytes(image.contents())
    (folder / "run.tcl").write_text(
        "set renderer none\nset throttle off\nset mute on\n"
        f"debug set_watchpoint write_mem {DONE} {{}} {{if {{$::wp_last_value == 0xA5}} {{\n"
        f'puts stderr "NOTED [binary encode hex [debug read_block memory {RESULT} {count}]]"; exit\n'
        "}}\nafter time 120 exit\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        ["openmsx", "-machine", "eb1", "-diska", str(folder / "a.dsk"),
         "-diskb", str(folder / "b.dsk"), "-script", str(folder / "run.tcl")],
        env=os.environ | {"HOME": str(folder), "SDL_AUDIODRIVER": "dummy", "SDL_VIDEODRIVER": "dummy"},
        capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    noted = [line.split()[1] for line in done.stderr.splitlines() if line.startswith("NOTED")]
    assert noted, done.stderr
    return bytes.fromhex(noted[0]), (folder / "b.dsk").read_bytes()


def test_commands_give_the_same_status_bytes_and_registers(tmp_path):
    disk = numbered(boot_disk(command_program()))
    count = 8 * len(COMMANDS)

    there, _ = theirs(tmp_path, disk, blank(), count)
    here = ours(disk, blank(), count)

    def rows(noted):
        names = [name for name, _, _ in COMMANDS]
        return {name: noted[at * 8 : at * 8 + 8].hex(" ") for at, name in enumerate(names)}

    assert rows(here) == rows(there)


def undated(image: bytes) -> bytes:
    """A 720 KB disk without time and date in its first directory entry: the clocks differ."""
    entry = 7 * 512
    return image[: entry + 22] + bytes(4) + image[entry + 26 :]


def test_the_disk_rom_writes_the_same_disk(tmp_path):
    fcb = 'fcb:     db 2\n         dm "MADE    BIN"\n         ds 32\n'
    fill = "         ld hl,&8000\nfill:    ld (hl),l\n         inc hl\n         bit 5,h\n"
    program = f"{fill}         jr z,fill\n         ld iy,{RESULT}\n"
    program += phydio(1, 16, 1111, 0x8000, write=True)
    program += bdos(0x1A, de=0x8000) + bdos(0x16, de="fcb")
    program += "         ld hl,1\n         ld (fcb + 14),hl\n         ld hl,0\n"
    program += "         ld (fcb + 33),hl\n         ld (fcb + 35),hl\n"
    program += bdos(0x26, de="fcb", hl=7000) + bdos(0x10, de="fcb") + "         jp done\n" + fcb
    disk, other = boot_disk(program), blank()

    noted, image = theirs(tmp_path, disk, other, 3)
    here = ours(disk, other, 3)

    assert (here[0], here[2]) == (noted[0], noted[2]) == (0, 16)
    assert undated(image) == undated(other.contents())
    assert files(other)["MADE    BIN"] == bytes(n & 0xFF for n in range(7000))
