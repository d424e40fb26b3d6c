"""Konami's cartridge with the SCC: when the chip shows, and that it is heard."""

import numpy as np

from machine import cartridges
from machine.core.bus import Bus
from machine.core.device import Memory
from machine.core.mixer import Mixer
from machine.media.rom import Rom

HZ = 21_477_270
FRAME = HZ // 60


def plugged() -> tuple[Bus, Memory, Mixer]:
    bus = Bus(HZ)
    mixer = Mixer("mixer", bus)
    image = b"".join(bytes([bank]) * 0x2000 for bank in range(64))
    cartridge = cartridges.plug("cart1", bus, Rom(image, mapper="konami-scc"), mixer)
    cartridge.reset(0)
    for page in range(8):
        bus.show(page, cartridge)
    return bus, cartridge, mixer


def play(bus: Bus) -> None:
    """A square wave on channel 1 at full volume."""
    bus.poke(0x9000, 0x3F)
    for place in range(32):
        bus.poke(0x9800 + place, 0x7F if place < 16 else 0x80)
    bus.poke(0x9880, 0xFC)
    bus.poke(0x9881, 0x00)
    bus.poke(0x988A, 15)
    bus.poke(0x988F, 1)


def test_chip_shows_at_9800h_while_bank_3_is_3fh() -> None:
    bus, _, _ = plugged()
    bus.poke(0x9800, 0x12)

    hidden = bus.peek(0x9800)
    bus.poke(0x9000, 0xFF)
    bus.poke(0x9800, 0x34)

    assert hidden == 2
    assert bus.peek(0x9800) == 0x34
    assert bus.peek(0x9F00) == 0x34
    assert bus.peek(0x9700) == 63
    bus.poke(0x9000, 2)
    assert bus.peek(0x9800) == 2


def test_sound_comes_out_of_the_mixer() -> None:
    bus, _, mixer = plugged()
    play(bus)

    blocks = [mixer.drain(frame * FRAME) for frame in range(1, 121)]

    samples = np.frombuffer(b"".join(blocks), np.int16)[48000:]
    spectrum = np.abs(np.fft.rfft(samples * np.blackman(len(samples))))
    assert abs(np.argmax(spectrum) * 48000 / len(samples) - HZ / 6 / 32 / 253) < 2
    assert samples.max() > 1500


def test_unplugging_ends_the_sound_without_a_trace() -> None:
    bus, cartridge, mixer = plugged()
    play(bus)
    for frame in range(1, 31):
        mixer.drain(frame * FRAME)
    bus.now = 30 * FRAME

    cartridges.unplug(cartridge)

    assert mixer.sources == []
    for frame in range(31, 100):
        last = mixer.drain(frame * FRAME)
    assert np.abs(np.frombuffer(last, np.int16)).max() <= 1
