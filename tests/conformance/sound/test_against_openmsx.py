"""The PSG and the SCC beside openMSX: one cartridge plays a table, both recordings are compared.

Every step of the table lasts half a second; its loudness by octave must be openMSX's, but for one
factor between the two that is the same everywhere.
"""

import os
import shutil
import subprocess
import wave
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from machine.boards import board_named
from machine.core.mixer import RATE
from machine.machine import Machine
from machine.media.rom import Rom
from tests.support.assembler import assemble

HZ = 21_477_270
FIRST = 2.7245  # seconds: C-BIOS calls INIT on an MSX1 at 50 Hz
STEP = 0.5  # seconds
OCTAVES = [(50 * 2**n, 100 * 2**n) for n in range(8)]  # 50 Hz to 12.8 kHz
Samples = npt.NDArray[np.float64]

PLAYER = """
        db &41,&42
        dw init
        ds 12
init:   in a,(&a8)              ; page 2 in the slot of page 1
        ld b,a
        and &0c
        add a,a
        add a,a
        ld c,a
        ld a,b
        and &cf
        or c
        out (&a8),a
        {prepare}
        ld hl,table
step:   ld a,(hl)
        inc hl
        cp &ff
        jr z,pause
        {store}
        inc hl
        jr step
pause:  ld b,25                 ; frames of 20 ms
wait:   ei
        halt
        djnz wait
        ld a,(hl)
        cp &ff
        jr nz,step
        di
        halt
table:
"""
PSG_STORE = "out (&a0),a\n ld a,(hl)\n out (&a1),a"
SCC_STORE = "ld e,a\n ld d,&98\n ld a,(hl)\n ld (de),a"
# Waveforms: square, square, sawtooth, square
SCC_PREPARE = """
        ld a,&3f
        ld (&9000),a
        ld hl,&9800
wave:   ld a,l
        and &60
        cp &40
        ld a,l
        jr z,saw
        and &10
        ld a,&80
        jr z,square
        dec a
square: ld (hl),a
        jr next
saw:    add a,a
        add a,a
        add a,a
        ld (hl),a
next:   inc l
        ld a,l
        cp &80
        jr nz,wave
"""

# Pairs of register and value; each line is a step.
PSG_STEPS = [
    [7, 0xBF, 8, 0, 9, 0, 10, 0],
    [0, 254, 1, 0, 8, 15, 7, 0xBE],
    [8, 10],
    [8, 5],
    [8, 0, 2, 100, 3, 1, 9, 13, 7, 0xBD],
    [2, 9, 3, 0],
    [9, 0, 10, 12, 6, 4, 7, 0x9F],
    [6, 16],
    [6, 31],
    [6, 9, 4, 200, 5, 1, 7, 0x9B],
    # No whole number of tones in an envelope: their phases, a matter of chance, do not count.
    [10, 0, 8, 16, 0, 0, 1, 2, 11, 215, 12, 0, 13, 8, 7, 0xBE],
    [13, 10],
    [13, 12],
    [13, 14],
    [7, 0xBF, 12, 0, 11, 60, 13, 8],
    [13, 10],
    [8, 12, 9, 13, 10, 14, 0, 200, 1, 0, 2, 150, 3, 0, 4, 90, 5, 0, 6, 5, 7, 0xA8],
]
SCC_STEPS = [
    [0x8F, 0],
    [0x80, 0xFC, 0x81, 0, 0x8A, 15, 0x8F, 1],
    [0x8A, 8],
    [0x84, 0x80, 0x85, 1, 0x8C, 15, 0x8F, 4],
    [0x86, 0xF0, 0x87, 0, 0x88, 0x20, 0x89, 1, 0x8D, 15, 0x8E, 12, 0x8F, 24],
    [0x8A, 15, 0x80, 60, 0x81, 0, 0x8F, 1],
    [0xE0, 2, 0x80, 0x80, 0x81, 8],
    [0xE0, 1, 0x80, 0x80, 0x81, 12],
    [0xE0, 3, 0x80, 0x70, 0x81, 12],
    [0x80, 0xFC, 0x81, 0, 0x8B, 9, 0x82, 0x40, 0x83, 1, 0x8C, 11, 0x8D, 13, 0x8E, 15, 0x8F, 31],
]


def cartridge(steps: list[list[int]], store: str, prepare: str = "") -> bytes:
    player = assemble(PLAYER.format(store=store, prepare=prepare), 0x4000)
    table = b"".join(bytes(step) + b"\xff" for step in steps) + b"\xff"
    return (player + table).ljust(0x8000, b"\xff")


def length(steps: list[list[int]]) -> float:
    return FIRST + STEP * len(steps) + 0.1


def openmsx(rom: Path, mapper: str, seconds: float, folder: Path) -> tuple[Samples, int]:
    """What openMSX plays from power-on, and its rate."""
    file = folder / "openmsx.wav"
    script = folder / "record.tcl"
    script.write_text(
        "set renderer none\nset throttle off\nset save_settings_on_exit off\n"
        f"soundlog start {file}\nafter time {seconds} {{soundlog stop; exit}}\n",
        encoding="utf-8",
    )
    command = ["openmsx", "-machine", "C-BIOS_MSX1", "-carta", str(rom), "-script", str(script)]
    done = subprocess.run(
        command + (["-romtype", mapper] if mapper else []),
        env=os.environ
        | {"HOME": str(folder), "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert file.exists(), done.stderr
    with wave.open(str(file)) as recording:
        assert recording.getnchannels() == 1
        data = np.frombuffer(recording.readframes(recording.getnframes()), np.int16).astype(float)
        return data, recording.getframerate()


def ours(rom: Path, mapper: str, seconds: float) -> Samples:
    """What our machine plays from power-on."""
    machine = Machine(board_named("cbios1"), 50)
    machine.insert("cart1", Rom.load(rom, mapper))
    machine.reset()
    blocks = []
    while machine.now < seconds * HZ:
        machine.run(machine.now + HZ, to_frame=True)
        blocks.append(machine.drain_sound())
    return np.frombuffer(b"".join(blocks), np.int16).astype(float)


def first_tone(samples: Samples, rate: int) -> float:
    """The second at which step 1, the first that sounds, begins; a click at power-on is none."""
    silent = int((FIRST + 0.2) * rate)
    strength = np.abs(samples[silent:] - samples[silent - rate // 10 : silent].mean())
    return float(silent + np.argmax(strength > strength.max() / 10)) / rate


def loudness(samples: Samples, rate: int, step: int) -> Samples:
    """Power in each octave, in the middle of a step."""
    start = int((first_tone(samples, rate) + STEP * (step - 1) + 0.08) * rate)
    window = samples[start : start + int(0.35 * rate)]
    shape = np.hanning(len(window))
    spectrum = np.abs(np.fft.rfft((window - window.mean()) * shape)) ** 2 / (shape**2).sum() / rate
    width = rate / len(window)
    return np.array([spectrum[int(a / width) : int(b / width)].sum() * width for a, b in OCTAVES])


@pytest.mark.conformance
@pytest.mark.skipif(shutil.which("openmsx") is None, reason="openmsx is not installed")
@pytest.mark.skipif(
    not Path("/usr/share/cbios/cbios_main_msx1.rom").exists(), reason="cbios is not installed"
)
@pytest.mark.parametrize(
    ("image", "mappers", "steps"),
    [
        pytest.param(cartridge(PSG_STEPS, PSG_STORE), ("plain", ""), PSG_STEPS, id="psg"),
        pytest.param(
            cartridge(SCC_STEPS, SCC_STORE, SCC_PREPARE),
            ("konami-scc", "KonamiSCC"),
            SCC_STEPS,
            id="scc",
        ),
    ],
)
def test_every_step_sounds_as_in_openmsx(
    image: bytes, mappers: tuple[str, str], steps: list[list[int]], tmp_path: Path
) -> None:
    rom = tmp_path / "player.rom"
    rom.write_bytes(image)

    theirs, rate = openmsx(rom, mappers[1], length(steps), tmp_path)
    mine = ours(rom, mappers[0], length(steps))

    factors = []
    for step in range(1, len(steps)):
        expected, heard = loudness(theirs, rate, step), loudness(mine, RATE, step)
        matters = expected > expected.sum() / 300
        assert expected.sum() > 0, step
        factors.append(np.where(matters, 10 * np.log10(heard / expected), np.nan))
    apart = np.array(factors) - np.nanmedian(factors)
    assert np.nanmax(np.abs(apart)) < 2, f"decibels by step and octave:\n{np.round(apart, 1)}"
