"""SOUND, BEEP, PLAY and its music language, PLAY(): what reaches the sound chip, and for how long."""

import itertools
import math
import struct

import numpy as np
import pytest

from machine.api import Session
from tests.support.basic import Basic, started

CLOCK = 3579545 / 32  # tone frequency times period
RATE = 48000
REST = 0


@pytest.fixture(params=["eb1", "eb2"])
def basic(request: pytest.FixtureRequest) -> Basic:
    """Either board at its prompt."""
    return started(request.param)


def registers(basic: Basic) -> bytes:
    """The sound chip's registers."""
    return bytes(basic.vm.machine.devices["psg"].state.regs)


def trace(basic: Basic, line: str, limit: int = 1200) -> list[bytes]:
    """Runs a line and gives the registers, a frame each, while its music plays."""
    basic.vm.type(line + "\r")
    assert basic.vm.run(until=lambda _: basic.byte("MUSICF") != 0, limit=20)
    seen = []
    while basic.byte("MUSICF") or basic.byte("PLYCNT"):
        seen.append(registers(basic))
        basic.vm.run(frames=1)
        assert len(seen) < limit
    return seen


def notes(seen: list[bytes], voice: int = 0) -> list[tuple[int, int]]:
    """A voice's (period, frames), one for each change; REST for silence."""
    heard = []
    for regs in seen:
        loud = regs[8 + voice] != 0
        heard.append(struct.unpack_from("<H", regs, 2 * voice)[0] if loud else REST)
    return [(period, len(list(run))) for period, run in itertools.groupby(heard)]


def periods(seen: list[bytes], voice: int = 0) -> list[int]:
    return [period for period, _ in notes(seen, voice) if period]


def period(octave: int, semitone: int) -> int:
    """The equally tempered period: A of octave 4 is 440 Hz."""
    return round(CLOCK / (440 * 2 ** (octave - 4 + (semitone - 9) / 12)))


def test_sound_writes_the_registers(basic: Basic) -> None:
    basic.direct("SOUND 0,254:SOUND 1,1:SOUND 8,12:SOUND 13,10:SOUND 6,31")

    regs = registers(basic)
    assert (regs[0], regs[1], regs[8], regs[13], regs[6]) == (254, 1, 12, 10, 31)


def test_sound_7_leaves_the_ports_of_the_chip_as_they_are(basic: Basic) -> None:
    basic.direct("SOUND 7,&H7F")

    assert registers(basic)[7] == 0xBF


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("SOUND 14,0", "Illegal function call"),
        ("SOUND -1,0", "Illegal function call"),
        ("SOUND 0,256", "Illegal function call"),
        ("SOUND 0", "Syntax error"),
        ('SOUND "A",1', "Type mismatch"),
        ("PLAY 1", "Type mismatch"),
        ('PLAY "A","B","C","D"', "Syntax error"),
        ('PLAY "H"', "Illegal function call"),
        ('PLAY "O9"', "Illegal function call"),
        ('PLAY "O0"', "Illegal function call"),
        ('PLAY "L65"', "Illegal function call"),
        ('PLAY "L0"', "Illegal function call"),
        ('PLAY "T31"', "Illegal function call"),
        ('PLAY "T256"', "Illegal function call"),
        ('PLAY "V16"', "Illegal function call"),
        ('PLAY "S16"', "Illegal function call"),
        ('PLAY "M0"', "Illegal function call"),
        ('PLAY "M65536"', "Illegal function call"),
        ('PLAY "M99999"', "Illegal function call"),
        ('PLAY "N97"', "Illegal function call"),
        ('PLAY "N"', "Illegal function call"),
        ('PLAY "R65"', "Illegal function call"),
        ('PLAY "C65"', "Illegal function call"),
        ('PLAY "C;8"', "Illegal function call"),
        ('PLAY "O4<C"', "Illegal function call"),
        ('PLAY "O4>C"', "Illegal function call"),
        ('PLAY "C&C"', "Illegal function call"),
        ('PLAY "XA$"', "Illegal function call"),
        ('A=1:PLAY "XA;"', "Type mismatch"),
        ('PLAY "O=A$;"', "Type mismatch"),
        ('A=-1:PLAY "V=A;"', "Illegal function call"),
        ('A$="XA$;":PLAY A$', "Out of memory"),
        ("PRINT PLAY(4)", "Illegal function call"),
        ("PRINT PLAY(-1)", "Illegal function call"),
    ],
)
def test_what_makes_no_sense_is_refused(line: str, message: str) -> None:
    basic = started("eb1")

    assert [row.strip() for row in basic.direct(line)] == [message]
    assert basic.byte("MUSICF") == 0


@pytest.mark.parametrize("line", ["PLAY", 'PLAY ""', "PLAY:A=1"])
def test_play_of_nothing_silences_sound(basic: Basic, line: str) -> None:
    basic.direct("SOUND 8,15:SOUND 9,15:SOUND 10,15")
    assert basic.direct(line) == []

    assert registers(basic)[8:11] == bytes(3)


def test_the_scale_has_the_right_pitches(basic: Basic) -> None:
    seen = trace(basic, 'PLAY "L32CC#DD#EFF#GG#AA#B"')

    assert periods(seen) == [pytest.approx(period(4, semitone), abs=1) for semitone in range(12)]


@pytest.mark.parametrize("octave", range(1, 9))
def test_octaves_halve_the_period(octave: int) -> None:
    seen = trace(started("eb1"), f'PLAY "L16O{octave}CA"')

    assert periods(seen) == [
        pytest.approx(period(octave, 0), abs=1.01),
        pytest.approx(period(octave, 9), abs=1.01),
    ]


def test_n_numbers_the_notes_and_0_is_a_rest() -> None:
    seen = trace(started("eb1"), 'PLAY "L16N1N0N96N45O4AN36O4C"')

    assert [p for p, _ in notes(seen)] == [0xC9C, REST, 0x0D, 0xFE, 0x1AC]


def test_a_semicolon_may_stand_between_commands_and_before_the_length_of_n() -> None:
    spaced = trace(started("eb1"), 'PLAY ";L16;O5;C;D; ;R8;N36;8;E;"')
    plain = trace(started("eb1"), 'PLAY "L16O5CDR8O4C8O5E"')

    assert notes(spaced)[-5:] == notes(plain)[-5:]


def test_b_sharp_and_c_flat_are_of_their_octave() -> None:
    seen = periods(trace(started("eb1"), 'PLAY "L16B+DC-D"'))

    assert seen == [pytest.approx(period(4, semitone), abs=1) for semitone in (0, 2, 11, 2)]


def test_sharps_and_flats_name_the_same_keys() -> None:
    sharp = trace(started("eb1"), 'PLAY "L16C#D+F#RG+A#"')
    flat = trace(started("eb1"), 'PLAY "L16D-E-G-RA-B-"')

    assert notes(sharp) == notes(flat)


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("C", 30),
        ("C4", 30),
        ("C1", 120),
        ("C8", 15),
        ("C64", 1),
        ("C.", 45),
        ("C..", 67),
        ("C2.", 90),
        ("L8C", 15),
        ("L2C4", 30),
        ("T240C", 15),
        ("T32C1", 450),
        ("T255C64", 1),
        ("t60 c", 60),
        ("L3C", 40),
    ],
)
def test_notes_are_as_long_as_tempo_and_length_say(text: str, frames: int) -> None:
    seen = trace(started("eb1"), f'PLAY "{text}"')

    assert [count for p, count in notes(seen) if p] == [pytest.approx(frames, abs=1)]


def test_notes_are_as_long_at_50_hz() -> None:
    with Session("eb2", hz=50) as vm:
        basic = Basic(vm)
        basic.wait(10)

        assert notes(trace(basic, 'PLAY "T100C"')) == [(0x1AC, 30)]


def test_a_rest_is_a_fourth_whatever_the_length_of_notes() -> None:
    """So listings write R8 behind L8, where a note needs no length."""
    seen = trace(started("eb1"), 'PLAY "L8CRCR8CR.CN0C"')

    assert notes(seen)[1:-1:2] == [(REST, 30), (REST, 15), (REST, 45), (REST, 15)]


def test_three_voices_play_in_parallel(basic: Basic) -> None:
    seen = trace(basic, 'PLAY "L8CDEF","L4O5CD","R4O3G4"')

    assert [p for p, _ in notes(seen, 0)] == [period(4, n) for n in (0, 2, 4, 5)]
    assert [p for p, _ in notes(seen, 1)] == [period(5, n) for n in (0, 2)]
    assert [p for p, _ in notes(seen, 2)] == [REST, period(3, 7)]
    assert len(seen) == pytest.approx(60, abs=1)


def test_a_voice_without_a_string_is_silent() -> None:
    seen = trace(started("eb1"), 'PLAY "","A4"')

    assert notes(seen, 0) == [(REST, len(seen))]
    assert notes(seen, 2) == [(REST, len(seen))]
    assert periods(seen, 1) == [0xFE]


def test_volume_and_envelope_reach_the_chip() -> None:
    seen = trace(started("eb1"), 'PLAY "V15C8V3D8S10M5000E8V4F8"')
    held = [regs for regs, _ in itertools.groupby(seen, lambda regs: (regs[8], regs[0]))]

    assert [volume & 31 for volume, _ in held] == [15, 3, 16 + 10, 4]
    envelope = next(regs for regs in seen if regs[8] & 16)
    assert envelope[13] == 10
    assert struct.unpack_from("<H", envelope, 11) == (5000,)


def test_settings_last_until_beep_resets_them() -> None:
    basic = started("eb1")
    trace(basic, 'PLAY "O6L8V11T240C"')

    assert notes(trace(basic, 'PLAY "C"')) == [(period(6, 0), 7)]
    basic.direct("BEEP")
    assert notes(trace(basic, 'PLAY "C"')) == [(period(4, 0), 30)]


def test_strings_and_numbers_of_variables() -> None:
    basic = started("eb2")
    basic.direct('A$="CDE":B$="XA$;XA$;":V=9:I%=32:DIM W(3):W(2)=5')
    seen = trace(basic, 'PLAY "L=I%;XB$;V=V;O=W(2);C"')

    assert periods(seen) == [period(4, n) for n in (0, 2, 4) * 2] + [period(5, 0)]
    assert seen[-1][8] == 9


def test_a_statement_waits_only_while_the_queue_is_full() -> None:
    basic = started("eb1")
    basic.type_program('10 TIME=0:PLAY "CDE":PRINT TIME:PLAY STRING$(60,"C"):PRINT TIME')
    short, long = (float(row) for row in basic.direct("RUN"))

    assert short < 10
    assert 60 * 30 - 127 / 5 * 30 < long < 60 * 30


def test_statements_follow_each_other_in_time() -> None:
    basic = started("eb1")
    basic.type_program('10 FOR I=1 TO 3\n20 PLAY "L8CD","L4G"\n30 NEXT')
    seen = trace(basic, "RUN")

    assert [p for p, _ in notes(seen, 0) if p] == [period(4, 0), period(4, 2)] * 3
    assert len(seen) == pytest.approx(90, abs=4)


def test_play_function_says_which_voices_sound() -> None:
    basic = started("eb2")
    basic.type_program(
        '10 PLAY "L8C","L2C"\n20 PRINT PLAY(0);PLAY(1);PLAY(2);PLAY(3)\n'
        "30 IF PLAY(1) THEN 30\n40 PRINT PLAY(0);PLAY(1);PLAY(2)\n"
        "50 IF PLAY(0) THEN 50\n60 PRINT PLAY(0);PLAY(2)"
    )

    rows = [row.split() for row in basic.direct("RUN")]
    assert rows[0][:3] == ["-1", "-1", "-1"]
    assert rows[1:] == [["-1", "0", "-1"], ["0", "0"]]


def test_ctrl_stop_breaks_a_waiting_play() -> None:
    basic = started("eb2")
    basic.type_program('10 PLAY STRING$(200,"C")')
    basic.vm.type("RUN\r")
    basic.vm.run(seconds=3)
    basic.control_stop(6)
    basic.wait()

    assert "Break in 10" in [row.strip() for row in basic.rows()]
    basic.vm.run(frames=10)
    assert registers(basic)[8] == 0
    assert notes(trace(basic, 'PLAY "G"'))[0][0] == period(4, 7)


LONG = 'PLAY "T32L1CDEFG","O3L1C"'  # 37 seconds


@pytest.mark.parametrize(
    "program",
    [
        f"10 {LONG}\n20 END",
        f"10 {LONG}",
        f"10 {LONG}\n20 ON ERROR GOTO 40\n30 ERROR 5\n40 RESUME 50\n50 END",
        f"10 {LONG}\n20 SOUND 10,0:CLS:SCREEN 0:CLEAR",
        f"10 {LONG}\n20 NEW",
    ],
)
def test_music_outlives_its_program(basic: Basic, program: str) -> None:
    basic.run(program)

    assert basic.byte("MUSICF") == 3
    assert all(registers(basic)[8:10])


@pytest.mark.parametrize("end", ["STOP", "ERROR 5", "GOTO 99", "BEEP", "PRINT CHR$(7)"])
def test_what_breaks_a_program_off_ends_its_music_and_cont_does_not_bring_it_back(
    basic: Basic, end: str
) -> None:
    basic.run(f"10 {LONG}\n20 {end}\n30 FOR I=1 TO 500:NEXT")
    ended = basic.byte("MUSICF"), registers(basic)[8:11]
    basic.direct("CONT")

    assert ended == (0, bytes(3))
    assert (basic.byte("MUSICF"), basic.byte("PLYCNT"), registers(basic)[8:11]) == (0, 0, bytes(3))
    basic.direct('PLAY "T32L1C"')
    assert basic.byte("MUSICF") == 1


def test_ctrl_stop_ends_the_music_of_a_program() -> None:
    basic = started("eb1")
    basic.type_program(f"10 {LONG}\n20 GOTO 20")
    basic.vm.type("RUN\r")
    basic.vm.run(seconds=2)
    playing = basic.byte("MUSICF")
    basic.control_stop(6)
    basic.wait()

    assert "Break in 20" in [row.strip() for row in basic.rows()]
    assert (playing, basic.byte("MUSICF"), registers(basic)[8:11]) == (3, 0, bytes(3))


def test_ctrl_stop_that_the_program_takes_leaves_the_music() -> None:
    basic = started("eb1")
    basic.type_program(f"10 ON STOP GOSUB 40:STOP ON\n20 {LONG}\n30 GOTO 30\n40 S=1:RETURN")
    basic.vm.type("RUN\r")
    basic.vm.run(seconds=2)
    basic.control_stop(6)
    basic.vm.run(seconds=1)

    assert basic.byte("MUSICF") & 1
    assert registers(basic)[8]


def test_an_error_leaves_nothing_in_the_queues() -> None:
    basic = started("eb1")
    basic.direct('PLAY "CDEFGH"')

    assert notes(trace(basic, 'PLAY "A8"')) == [(0xFE, 15)]


def test_a_trapped_error_leaves_nothing_in_the_queues() -> None:
    basic = started("eb1")
    basic.type_program(
        '10 ON ERROR GOTO 30\n20 PLAY "CDEXQ;","GGX"\n30 RESUME 40\n40 PLAY "A8","B8"'
    )
    seen = trace(basic, "RUN")

    assert notes(seen, 0) == [(0xFE, 15)]
    assert notes(seen, 1) == [(0xE3, 15)]


@pytest.mark.parametrize("name", ["A", "E"])
def test_the_note_that_is_heard_has_its_frequency(name: str) -> None:
    basic = started("eb1")
    basic.vm.type(f'PLAY "V15O4{name}1"\r')
    assert basic.vm.run(until=lambda _: basic.byte("MUSICF") != 0, limit=20)
    basic.vm.run(frames=6)
    basic.vm.sound()
    basic.vm.run(frames=5)
    wave = np.frombuffer(basic.vm.sound(), dtype="<i2").astype(float)
    wave -= wave.mean()
    alike = np.correlate(wave, wave, "full")[len(wave) :]
    expected = RATE / (440 * 2 ** ({"A": 0, "E": -5}[name] / 12))
    lag = int(np.argmax(alike[int(expected * 0.6) : int(expected * 1.5)])) + int(expected * 0.6) + 1

    assert lag == pytest.approx(expected, rel=0.01)
    assert not math.isclose(float(wave.std()), 0)


def test_beep_sounds_and_falls_silent(basic: Basic) -> None:
    basic.vm.type("BEEP\r")
    volumes = []
    for _ in range(60):
        basic.vm.run(frames=1)
        volumes.append(registers(basic)[8])

    assert any(volumes)
    assert volumes[-1] == 0
