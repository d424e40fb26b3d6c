"""The same registers, memory and writes in openMSX and in a bare chip here; pictures to compare.

openMSX runs a cartridge that does nothing (DI, endless loop) while a script sets up its VDP from
outside, so that no processor and no firmware stands between the two chips.
"""

import os
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from machine.devices.v9938 import V9938, Tms9918a
from tests.machine.devices.v9938_rig import CRYSTAL_HZ, LINE, Rig
from tests.support import openmsx

IDLE = bytes([0x41, 0x42, 0x10, 0x40]) + bytes(12) + bytes([0xF3, 0x18, 0xFE])  # DI, JR $
BOARDS = {(V9938, 60): "C-BIOS_MSX2_BR", (V9938, 50): "C-BIOS_MSX2",
          (Tms9918a, 60): "C-BIOS_MSX1_BR", (Tms9918a, 50): "C-BIOS_MSX1"}  # fmt: skip
START = 5.5  # emulated seconds; the cartridge is in its loop by then
SETTLE, GAP = 0.06, 0.30  # seconds from the mode to the rest of a scene, and from scene to scene
PROCEDURES = """
proc load {name} {set f [open $name rb]; set d [read $f]; close $f; return $d}
proc save {name d} {set f [open $name wb]; puts -nonewline $f $d; close $f}
proc registers {list} {foreach {r v} $list {debug write {VDP regs} $r $v}}
proc at {lines tick command} {
    set c [machine_info VDP_cycle_in_frame]
    after time [expr {($lines * 1368 - $c + $tick) / 21477270.0}] $command
}
proc act {name command} {
    global acts
    puts $acts "$name [machine_info VDP_cycle_in_frame]"; flush $acts
    uplevel #0 $command
}
"""


@dataclass(frozen=True)
class Write:
    """A register written at a tick of the frame (openMSX may do it some ticks later)."""

    tick: int
    register: int
    value: int


@dataclass(frozen=True)
class Scene:
    """`registers` hold for the whole frame but for `writes`; `memory` in the chip's own order."""

    registers: dict[int, int]
    memory: bytes
    palette: bytes = b""
    writes: tuple[Write, ...] = field(default=())


def script(folder: Path, scenes: list[Scene], lines: int) -> str:
    """Tcl that sets each scene up, does its writes in one frame, and takes the picture of it."""
    text = [*openmsx.SETTINGS, PROCEDURES, f"set acts [open {folder}/acts.txt w]",
            f"after time {START - 0.1:.6f} {{record start {folder}/all.avi}}"]  # fmt: skip
    for index, scene in enumerate(scenes):
        (folder / f"{index}.vram").write_bytes(scene.memory)
        (folder / f"{index}.palette").write_bytes(scene.palette)
        begin = START + index * GAP
        mode = " ".join(f"{r} {v}" for r, v in scene.registers.items() if r < 2)
        rest = " ".join(f"{r} {v}" for r, v in scene.registers.items() if r >= 2)
        text.append(f"after time {begin:.6f} {{registers {{{mode}}}}}")
        setup = f"registers {{{rest}}}; debug write_block {{physical VRAM}} 0 [load {folder}/{index}.vram]"
        if scene.palette:
            setup += f"; debug write_block {{VDP palette}} 0 [load {folder}/{index}.palette]"
        text.append(f"after time {begin + SETTLE:.6f} {{{setup}}}")
        acts = "; ".join(
            f"at {lines} {write.tick} {{act {index} {{registers {{{write.register} {write.value}}}}}}}"
            for write in scene.writes
        )
        text.append(f"after time {begin + 2 * SETTLE:.6f} {{{acts}}}")
        text.append(
            f"after time {begin + 2 * SETTLE + lines * LINE / CRYSTAL_HZ:.6f} {{at {lines} 2000 "
            f"{{screenshot -raw -doublesize {folder}/{index}.png}}}}"
        )
    text.append(f"after time {START + len(scenes) * GAP + 0.05:.6f} {{record stop; exit}}")
    return "\n".join(text) + "\n"


def theirs(
    screen: str, chip: type[V9938] | type[Tms9918a], hz: int, scenes: list[Scene]
) -> list[tuple[openmsx.Picture, list[int]]]:
    """Picture of each scene at 640x480, and the ticks at which its writes were done."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "idle.rom").write_bytes(IDLE + bytes(0x4000 - len(IDLE)))
        (folder / "run.tcl").write_text(script(folder, scenes, 262 if hz == 60 else 313))
        finished = subprocess.run(
            ["openmsx", "-machine", BOARDS[chip, hz], "-carta", str(folder / "idle.rom"),
             "-script", str(folder / "run.tcl")],
            env=os.environ | {"HOME": name, "DISPLAY": screen, "SDL_AUDIODRIVER": "dummy",
                              "SDL_VIDEODRIVER": "x11"},
            capture_output=True, text=True, timeout=openmsx.TIMEOUT, check=False,
        )  # fmt: skip
        files = [folder / f"{index}.png" for index in range(len(scenes))]
        assert all(file.exists() for file in files), finished.stderr + finished.stdout
        ticks: list[list[int]] = [[] for _ in scenes]
        for line in (folder / "acts.txt").read_text().splitlines():
            index, tick = line.split()
            ticks[int(index)].append(int(tick))
        return list(zip(map(openmsx.read_png, files), ticks, strict=True))


def ours(
    chip: type[V9938] | type[Tms9918a], hz: int, scene: Scene, ticks: list[int]
) -> openmsx.Picture:
    """The picture of the scene in our chip, at 640x480."""
    rig = Rig(chip, hz=hz) if chip is Tms9918a else Rig(chip)
    if scene.palette:
        rig.colours(scene.palette)
    rig.set_all(scene.registers.items())
    if chip is V9938:
        rig.set(9, scene.registers.get(9, 0) & ~2 | (2 if hz == 50 else 0))
    rig.run_frames()
    rig.chip.state.vram[:] = scene.memory
    rig.chip.attach()
    rig.run_frames(2)
    start = rig.frame_start
    for write, tick in zip(scene.writes, ticks, strict=True):
        rig.run_to(start + tick)
        rig.set(write.register, write.value)
    rig.run_frames()
    pixels = rig.picture()
    if pixels.shape == (240, 320):
        pixels = pixels.repeat(2, axis=0).repeat(2, axis=1)
    return np.stack([pixels >> 16 & 255, pixels >> 8 & 255, pixels & 255], axis=2).astype(np.uint8)
