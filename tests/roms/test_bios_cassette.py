"""The cassette: what is read from a tape, and the signal that is written."""

from collections.abc import Iterator

import msgspec
import pytest

from machine.api import Session
from machine.boards.eightbox import EB1
from machine.machine import Machine
from machine.media.cas import Tape, container
from tests.support.bios import Bios, started
from tests.support.guest_calls import prompt_shown

CYCLE = 6  # ticks of the board's crystal in a CPU cycle
BLOCK = bytes(range(256)) + b"The end."


@pytest.fixture(params=["eb1", "eb2"])
def bios(request: pytest.FixtureRequest) -> Bios:
    """Either board, started."""
    return started(request.param)


def motor(bios: Bios) -> bool:
    """The relay is closed."""
    return not bios.vm.machine.bus.read_port(0xAA) & 0x10


def read(bios: Bios, count: int) -> bytes:
    """Reads a block by TAPION and TAPIN."""
    after = bios.run(
        f"""
        call TAPION
        ret c
        ld hl,&9000
        ld bc,{count}
next:   push hl
        push bc
        call TAPIN
        pop bc
        pop hl
        ret c
        ld (hl),a
        inc hl
        dec bc
        ld a,b
        or c
        jr nz,next
        call TAPIOF
        or a
        ret
"""
    )
    assert not after.carry
    return bios.vm.read(0x9000, count)


def test_a_block_is_read_from_a_tape(bios: Bios) -> None:
    bios.vm.insert("cassette", Tape(container([BLOCK])))

    assert read(bios, len(BLOCK)) == BLOCK
    assert not motor(bios)


def test_blocks_are_read_one_after_the_other(bios: Bios) -> None:
    bios.vm.insert("cassette", Tape(container([b"first...", b"second..", BLOCK])))

    assert [read(bios, 8), read(bios, 8), read(bios, 264)] == [b"first...", b"second..", BLOCK]


def test_the_speed_is_found_from_the_header() -> None:
    parts = tuple(
        msgspec.structs.replace(part, config={"baud": 2400}) if part.kind == "cassette" else part
        for part in EB1.parts
    )
    vm = Session("eb1")
    vm.machine = Machine(msgspec.structs.replace(EB1, parts=parts))
    vm.run(until=prompt_shown, limit=5)
    vm.insert("cassette", Tape(container([BLOCK])))
    bios = Bios(vm)

    assert read(bios, len(BLOCK)) == BLOCK
    assert 12 <= bios.byte("LOWLIM") <= 16


def test_control_stop_ends_the_wait_for_a_tape(bios: Bios) -> None:
    bios.start("TAPION")
    bios.vm.run(seconds=1)
    waits = not bios.is_done, motor(bios)
    bios.vm.key("CTRL", down=True)
    bios.vm.key("STOP", down=True)

    assert waits == (True, True)
    assert bios.finish().carry


def test_stmotr_turns_the_motor_on_off_and_over(bios: Bios) -> None:
    states = []
    for action in (1, 0, 255, 255):
        bios.call("STMOTR", a=action)
        states.append(motor(bios))

    assert states == [True, False, True, False]


def halves(bios: Bios, limit: float) -> list[int]:
    """The lengths of the half-waves at the output until the call ends, in CPU cycles."""
    machine = bios.vm.machine
    lengths, last, level = [], machine.now, machine.bus.read_port(0xAA) & 0x20
    end = last + round(limit * machine.ticks_per_second)
    while machine.now < end:
        bios.vm.run(ticks=CYCLE)  # one instruction
        here = machine.bus.read_port(0xAA) & 0x20
        if here != level:
            lengths.append((machine.now - last) // CYCLE)
            last, level = machine.now, here
        elif machine.now - last > 10_000 * CYCLE and bios.is_done:
            return lengths
    raise AssertionError("the call does not come back")


def bits(lengths: list[int], short: int) -> Iterator[int]:
    """The bits of half-waves, where `short` is a half-wave of a 1."""
    place = 0
    while place + 3 < len(lengths):
        if lengths[place] > 1.5 * short:
            assert lengths[place + 1] > 1.5 * short
            place += 2
            yield 0
        else:
            assert max(lengths[place : place + 4]) < 1.5 * short
            place += 4
            yield 1


@pytest.mark.parametrize(("speed", "frequency"), [("CS120", 2400), ("CS240", 4800)])
def test_tapout_writes_the_documented_signal(speed: str, frequency: int) -> None:
    bios = started("eb1")
    data = b"\xa5\x0f\x00\xff"
    bios.vm.write(0xC300, data)

    bios.start_program(
        f"""
        di
        ld hl,{speed}
        ld de,LOW
        ld bc,4
        ldir
        ld hl,&C300
        ld b,{len(data)}
next:   ld a,(hl)
        push hl
        push bc
        call TAPOUT
        pop bc
        pop hl
        inc hl
        djnz next
        ret
"""
    )
    lengths = halves(bios, 1.0)[1:]

    short = 3_579_545 / frequency / 2
    stream = list(bits([round(2 * short), *lengths], round(short)))
    expected = [bit for value in data for bit in frame(value)]
    assert stream == expected
    assert 0.93 < sum(lengths) / (4 * short * len(stream)) < 1.07


def frame(value: int) -> list[int]:
    """The bits of a byte on the tape: start, the lowest first, two to stop."""
    return [0, *(value >> bit & 1 for bit in range(8)), 1, 1]


def test_tapoon_writes_a_header_of_ones() -> None:
    bios = started("eb1")
    bios.start("TAPOON", a=0)

    lengths = halves(bios, 4.0)[1:]

    assert 2 * 3600 < len(lengths) < 2 * 4200
    assert 0.9 < sum(lengths) / len(lengths) / (3_579_545 / 4800) < 1.1
    assert motor(bios)
    bios.call("TAPOOF")
    assert not motor(bios)
