"""Commands while the processor uses the video memory: how long they take, here and in openMSX."""

import os
import random
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from machine.api import Session
from tests.support import openmsx
from tests.support.assembler import assemble

PROGRAM = Path(__file__).with_name("accesses.asm")
CASES_AT, COUNTS_AT, END = 0x200, 0xC000, 0x4000
BLOCK, READ, SLOW, NOTHING, NO_CASE = 0, 1, 2, 3, 255
COMMANDS = {"LINE": 0x70, "LMMV": 0x80, "LMMM": 0x90, "HMMV": 0xC0, "HMMM": 0xD0, "YMMM": 0xE0}
DISPLAYS = {"off": (0x00, 0x08), "sprites off": (0x40, 0x0A), "sprites": (0x40, 0x08)}
SECONDS = 4.0  # emulated, before the first case; then 0.1 for each


@dataclass(frozen=True)
class Case:
    """A command, what the display does meanwhile, and `count` accesses after its start."""

    display: str
    pause: int  # loops of 27 cycles after the vertical interrupt
    command: str
    registers: bytes  # R32 to R46
    access: int
    count: int

    def image(self) -> bytes:
        """As accesses.asm reads it."""
        head = bytes(DISPLAYS[self.display]) + self.pause.to_bytes(2, "little") + self.registers
        return head + bytes((self.access, self.count, 7, 0, 0))


def case(draw: random.Random) -> Case:
    """A command of 5 to 60 lines, anywhere in the frame."""
    name = draw.choice(list(COMMANDS))
    points = [
        draw.randrange(128),
        draw.randrange(100),
        draw.randrange(128),
        draw.randrange(256, 300),
    ]
    size = [draw.randrange(8, 100), draw.randrange(4, 12)]
    if name == "LINE":
        size = sorted((draw.randrange(60, 120), draw.randrange(60)), reverse=True)
    words = b"".join(value.to_bytes(2, "little") for value in points + size)
    registers = words + bytes((draw.randrange(256), 0, COMMANDS[name]))
    return Case(
        draw.choice(list(DISPLAYS)), draw.randrange(1, 2100), name, registers,
        draw.choice((BLOCK, BLOCK, READ, SLOW, NOTHING)), draw.randrange(2, 120),
    )  # fmt: skip


def cartridge(cases: list[Case]) -> bytes:
    """The program and its cases, 16 KB."""
    program = assemble(PROGRAM.read_text(encoding="utf-8"), 0x4000)
    assert len(program) <= CASES_AT
    image = program.ljust(CASES_AT, b"\xff") + b"".join(case.image() for case in cases)
    assert len(image) <= END - 24, "too many cases"
    return image.ljust(END, b"\xff")


def counts(memory: bytes) -> list[int]:
    """Little-endian words."""
    return [int.from_bytes(memory[i : i + 2], "little") for i in range(0, len(memory), 2)]


def ours(hz: int, cases: list[Case]) -> tuple[list[int], bytes]:
    """How often each command was found busy, and the video memory at the end."""
    with tempfile.TemporaryDirectory() as name:
        rom = Path(name) / "cases.rom"
        rom.write_bytes(cartridge(cases))
        with Session("cbios2", hz=hz, cart1=rom) as vm:
            vm.machine.run(round((SECONDS + 0.1 * len(cases)) * vm.machine.ticks_per_second))
            vram = vm.video.state.vram
            return counts(vm.read(COUNTS_AT, 2 * len(cases))), bytes(vram)


def theirs(screen: str, hz: int, cases: list[Case]) -> tuple[list[int], bytes]:
    """The same from openMSX."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "cases.rom").write_bytes(cartridge(cases))
        lines = [
            *openmsx.SETTINGS,
            "proc save {name d} {set f [open $::env(HOME)/$name wb]; puts -nonewline $f $d; close $f}",
            f"proc counts {{}} {{debug read_block memory {COUNTS_AT} {2 * len(cases)}}}",
            "proc finish {} {save counts [counts]",
            "save vram [debug read_block {physical VRAM} 0 131072]; exit}",
            f"after time {SECONDS + 0.1 * len(cases):.3f} finish",
        ]
        (folder / "run.tcl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        finished = subprocess.run(
            ["openmsx", "-machine", openmsx.MACHINES["cbios2", hz],
             "-carta", str(folder / "cases.rom"), "-script", str(folder / "run.tcl")],
            env=os.environ | {"HOME": name, "DISPLAY": screen, "SDL_AUDIODRIVER": "dummy",
                              "SDL_VIDEODRIVER": "x11"},
            capture_output=True, text=True, timeout=openmsx.TIMEOUT, check=False,
        )  # fmt: skip
        assert (folder / "vram").exists(), finished.stderr + finished.stdout
        return counts((folder / "counts").read_bytes()), (folder / "vram").read_bytes()
