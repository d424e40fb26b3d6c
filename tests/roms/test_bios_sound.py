"""The sound chip, the queues and the background music."""

import struct

import pytest

from tests.support.bios import Bios, started
from tests.support.guest_calls import WORK


@pytest.fixture(params=["eb1", "eb2"])
def bios(request: pytest.FixtureRequest) -> Bios:
    """Either board, started."""
    made = started(request.param)
    made.call("GICINI")
    return made


def register(bios: Bios, number: int) -> int:
    """A register of the sound chip, without time passing."""
    bios.vm.machine.bus.write_port(0xA0, number)
    return bios.vm.machine.bus.read_port(0xA2)


def queue(bios: Bios, voice: int, data: bytes) -> None:
    """Puts bytes into a voice's queue."""
    for value in data:
        assert not bios.call("PUTQ", a=voice, de=value).zero


def test_wrtpsg_and_rdpsg_reach_the_registers(bios: Bios) -> None:
    bios.call("WRTPSG", a=2, de=0x5A)
    bios.call("WRTPSG", a=3, de=0x07)

    assert (register(bios, 2), register(bios, 3)) == (0x5A, 0x07)
    assert bios.call("RDPSG", a=2).a == 0x5A


def test_gicini_silences_the_chip(bios: Bios) -> None:
    for voice in range(3):
        bios.call("WRTPSG", a=8 + voice, de=15)

    bios.call("GICINI")

    assert [register(bios, 8 + voice) for voice in range(3)] == [0, 0, 0]
    assert register(bios, 7) & 0xC0 == 0x80  # port A reads, port B writes


def test_beep_sounds_and_ends(bios: Bios) -> None:
    bios.vm.run(frames=3)
    bios.vm.sound()

    bios.call("BEEP")
    loud = struct.iter_unpack("<h", bios.vm.sound())
    bios.vm.run(frames=10)
    bios.vm.sound()
    bios.vm.run(frames=10)
    quiet = struct.iter_unpack("<h", bios.vm.sound())

    heard = [sample for (sample,) in loud]
    after = [sample for (sample,) in quiet]
    assert max(heard) - min(heard) > 400
    assert max(after) - min(after) < 100


def test_a_queue_gives_its_room_and_says_when_it_is_full(bios: Bios) -> None:
    empty = bios.call("LFTQ", a=1).hl
    queue(bios, 1, bytes(100))
    later = bios.call("LFTQ", a=1).hl
    queue(bios, 1, bytes(27))

    assert (empty, later) == (127, 27)
    assert bios.call("PUTQ", a=1, de=5).zero
    assert bios.call("LFTQ", a=0).hl == 127


def test_getvcp_and_getvc2_point_into_the_voice_buffers(bios: Bios) -> None:
    bios.set(VOICEN=1)

    assert [bios.call("GETVCP", a=voice).hl for voice in range(3)] == [
        WORK[name] + 2 for name in ("VCBA", "VCBB", "VCBC")
    ]
    assert bios.call("GETVC2", hl=7).hl == WORK["VCBB"] + 7


def test_music_plays_packets_for_their_time(bios: Bios) -> None:
    # tone 0123h, volume 9, 10 interrupts; tone 0456h, 10 interrupts; end
    queue(bios, 0, bytes([0x60, 10, 0x89, 0x01, 0x23, 0x40, 10, 0x04, 0x56, 0xFF]))
    queue(bios, 1, b"\xff")
    queue(bios, 2, b"\xff")
    bios.set(PLYCNT=1)

    bios.call("STRTMS")
    bios.vm.run(frames=4)
    first = register(bios, 0), register(bios, 1), register(bios, 8), bios.byte("MUSICF")
    bios.vm.run(frames=9)
    second = register(bios, 0), register(bios, 1), register(bios, 8)
    bios.vm.run(frames=10)

    assert first == (0x23, 0x01, 9, 1)
    assert second == (0x56, 0x04, 9)
    assert register(bios, 8) == 0
    assert bios.byte("MUSICF") == 0


def test_music_sets_envelopes(bios: Bios) -> None:
    # amplitude with envelope shape 10 and period 1234h; then a period of its own
    packets = bytes([0x60, 5, 0xDA, 0x12, 0x34, 0x60, 5, 0x40, 0x56, 0x78, 0xFF])
    queue(bios, 0, b"\xff")
    queue(bios, 1, b"\xff")
    queue(bios, 2, packets)
    bios.set(PLYCNT=1)

    bios.call("STRTMS")
    bios.vm.run(frames=3)
    first = [register(bios, number) for number in (10, 13, 11, 12)]
    bios.vm.run(frames=5)

    assert first == [0x1A, 10, 0x34, 0x12]
    assert [register(bios, number) for number in (11, 12)] == [0x78, 0x56]


def test_waiting_music_starts_when_the_last_has_ended(bios: Bios) -> None:
    for voice in range(3):
        queue(bios, voice, bytes([0x00, 3, 0xFF, 0x40, 3, 0x02, voice, 0xFF]))
    bios.set(PLYCNT=2)

    bios.call("STRTMS")
    bios.vm.run(frames=8)

    assert bios.byte("PLYCNT") == 0
    assert [register(bios, number) for number in range(6)] == [0, 2, 1, 2, 2, 2]
    bios.vm.run(frames=6)
    assert bios.byte("MUSICF") == 0


def test_strtms_does_not_disturb_music_that_plays(bios: Bios) -> None:
    bios.set(MUSICF=4, PLYCNT=3)
    bios.vm.write(WORK["VCBC"], b"\x50\x00")

    bios.call("STRTMS")

    assert bios.byte("PLYCNT") == 3
