"""Sub-ROM: beep, mouse, light pen, kana lock, interrupts, statements without BASIC."""

import struct

import numpy as np
import pytest

from tests.support.assembler import assemble
from tests.support.guest_calls import WORK
from tests.support.subrom import SubRom, started

SAMPLES = 48000  # a second
PSG_HZ = 3579545 / 2 / 16


@pytest.fixture
def sub() -> SubRom:
    return started()


def sound(sub: SubRom, tone: int, volume: int) -> np.ndarray:
    sub.call("WRTCLK", bc=0x2A, a=tone << 2 | volume)
    sub.vm.run(frames=10)
    sub.vm.sound()
    sub.start("BEEP")
    samples = b""
    for _ in range(8):
        sub.vm.run(frames=1)
        samples += sub.vm.sound()
    return np.frombuffer(samples, np.int16).astype(float)


def loudest_pitch(samples: np.ndarray) -> float:
    spectrum = np.abs(np.fft.rfft(samples, 1 << 16))
    spectrum[:300] = 0  # below 220 Hz: the step of the volume
    return float(np.argmax(spectrum) * SAMPLES / (1 << 16))


@pytest.mark.parametrize(("tone", "period"), [(0, 85), (1, 170)])
def test_the_beep_has_the_pitch_of_the_settings(sub: SubRom, tone: int, period: int) -> None:
    samples = sound(sub, tone, 3)

    assert loudest_pitch(samples) == pytest.approx(PSG_HZ / period, rel=0.02)


def test_the_beep_of_two_tones_changes_its_pitch(sub: SubRom) -> None:
    samples = sound(sub, 2, 3)
    loud = np.flatnonzero(np.abs(np.diff(samples)) > 100)
    first, second = np.array_split(samples[loud[0] : loud[-1]], 2)

    assert loudest_pitch(first) == pytest.approx(PSG_HZ / 85, rel=0.05)
    assert loudest_pitch(second) == pytest.approx(PSG_HZ / 170, rel=0.05)


def test_the_beep_has_four_volumes(sub: SubRom) -> None:
    ranges = [float(np.ptp(sound(sub, 0, volume))) for volume in range(4)]

    assert ranges == sorted(ranges)
    assert len(set(ranges)) == 4


def test_the_beep_lasts_40_ms_and_ends_in_silence(sub: SubRom) -> None:
    loud = np.flatnonzero(np.abs(np.diff(sound(sub, 0, 3))) > 100)

    assert 0.03 < (loud[-1] - loud[0]) / SAMPLES < 0.05
    assert sub.vm.machine.devices["psg"].state.regs[8] == 0


def test_no_light_pen_is_told(sub: SubRom) -> None:
    sub.mode(5)

    assert [sub.call("NEWPAD", a=number).a for number in (8, 11)] == [0, 0]


def test_a_pad_number_beyond_the_mice_gives_0(sub: SubRom) -> None:
    assert [sub.call("NEWPAD", a=number).a for number in (15, 19, 20, 23)] == [0, 0, 0, 0]


@pytest.mark.parametrize("first", [12, 16])
def test_an_open_port_reads_as_a_mouse_that_moves_by_one(sub: SubRom, first: int) -> None:
    # nothing is plugged in: all lines are high, so both movements read FFh, and count to the left
    answers = [sub.call("NEWPAD", a=first + number).a for number in range(4)]

    assert answers == [255, 1, 1, 0]
    assert (sub.byte("XSAVE"), sub.byte("YSAVE")) == (1, 1)


@pytest.mark.parametrize(("first", "pad"), [(12, 0), (16, 1)])
def test_the_mouse_is_read_from_its_own_port(sub: SubRom, first: int, pad: int) -> None:
    # The lever closes up and left while pin 8 is low: of each two nibbles the second reads 1010.
    sub.vm.joystick(pad, 0b0101)
    sub.call("NEWPAD", a=first)

    assert [sub.call("NEWPAD", a=first + number).a for number in (1, 2)] == [6, 6]


def test_kyklok_switches_the_lock_and_its_lamp(sub: SubRom) -> None:
    lamp = sub.vm.machine.devices["psg"].state
    before = sub.byte("KANAST")
    sub.call("KYKLOK")
    on = lamp.regs[15] & 0x80
    sub.call("KYKLOK")

    assert on == 0
    assert lamp.regs[15] & 0x80 == 0x80
    assert sub.byte("KANAST") == before


def test_putchr_fills_the_keyboard_buffer_and_no_more(sub: SubRom) -> None:
    start = sub.word("PUTPNT")
    for code in range(45):
        sub.call("PUTCHR", a=0x41 + code % 26)

    ring = [0xFBF0 + (start - 0xFBF0 + place) % 40 for place in range(39)]
    assert bytes(sub.vm.peek(place) for place in ring) == bytes(0x41 + n % 26 for n in range(39))
    assert sub.word("PUTPNT") == 0xFBF0 + (start - 0xFBF0 + 39) % 40


def test_interrupts_go_on_inside_the_sub_rom(sub: SubRom) -> None:
    # a hook counts them; painting a screen takes many frames
    hook = assemble(
        "        push hl\n        ld hl,&B000\n        inc (hl)\n        pop hl\n        ret",
        0xB010,
    )
    sub.vm.write(0xB010, hook)
    sub.vm.poke(0xB000, 0)
    sub.vm.write(WORK["H.TIMI"], b"\xc3" + struct.pack("<H", 0xB010))
    sub.mode(4)
    sub.set(ATRBYT=7, BRDATR=7)
    sub.call("MAPXYC", bc=10, de=10)
    frames, jiffy = sub.vm.frames, sub.word("JIFFY")
    counted = sub.vm.peek(0xB000)
    sub.call("SCANR", bc=0x0100, de=0)
    sub.call("PROMPT")
    sub.vm.run(frames=20)

    passed = sub.vm.frames - frames
    assert abs((sub.word("JIFFY") - jiffy) % 65536 - passed) <= 1
    assert abs(sub.vm.peek(0xB000) - counted - passed) <= 1


@pytest.mark.parametrize("entry", ["SCREEN", "VPOKE", "GETPUT"])
def test_a_statement_that_basic_has_itself_raises_illegal_function_call(
    sub: SubRom, entry: str
) -> None:
    handler = assemble("        ld a,e\n        ld (&B000),a\n        ret", 0xB010)
    sub.vm.write(0xB010, handler)
    sub.vm.poke(0xB000, 0)
    sub.vm.write(WORK["H.ERRO"], b"\xc3" + struct.pack("<H", 0xB010))
    result = sub.call(entry, hl=0x8123)

    assert sub.vm.peek(0xB000) == 5
    assert (result.carry, result.hl) == (True, 0x8123)
