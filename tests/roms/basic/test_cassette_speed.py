"""Tapes fast and slow, and the motor."""

import msgspec
import pytest

from machine.api import Session
from machine.boards.eightbox import EB1
from machine.machine import Machine
from machine.media.cas import Tape, blank, container
from tests.support.basic import Basic, started
from tests.support.tapes import LISTED, PROGRAM, SLOW, name, recorded, with_tape


def test_motor_goes_on_off_and_over() -> None:
    basic = started("eb1")
    lamps = []
    for word in ("MOTOR ON", "MOTOR OFF", "MOTOR", "MOTOR"):
        basic.direct(word)
        lamps.append(basic.vm.machine.lamps()["motor"])

    assert lamps == [True, False, True, False]


def test_screens_fourth_argument_sets_the_speed_of_the_tape() -> None:
    basic = with_tape("eb2", blank())
    basic.type_program(PROGRAM)
    times = []
    for baud in (1, 2):
        basic.direct(f"SCREEN ,,,{baud}")
        before = basic.vm.seconds
        basic.direct('BSAVE "X",&H8000,&H8300', SLOW)
        times.append(basic.vm.seconds - before)

    assert recorded(basic)[1] == recorded(basic)[3]
    assert times[0] - times[1] == pytest.approx(0x300 * 11 / 2400, rel=0.15)


def test_a_tape_of_2400_baud_is_read_by_all() -> None:
    parts = tuple(
        msgspec.structs.replace(part, config={"baud": 2400}) if part.kind == "cassette" else part
        for part in EB1.parts
    )
    vm = Session("eb1")
    vm.machine = Machine(msgspec.structs.replace(EB1, parts=parts))
    basic = Basic(vm)
    basic.wait(10)
    code = bytes.fromhex("00c0ffc000c0") + bytes(range(256))
    body = bytes.fromhex("0a800a008f2041000000") + bytes(7)
    blocks = [
        name(0xD0, "BIN"), code, name(0xD3, "P"), body, name(0xEA, "T"),
        LISTED.ljust(256, b"\x1a"),
    ]  # fmt: skip
    basic.vm.insert("cassette", Tape(container(blocks)))

    assert basic.direct('BLOAD "CAS:"', SLOW) == ["Found:BIN"]
    assert basic.vm.read(0xC000, 256) == bytes(range(256))
    assert basic.direct("CLOAD", SLOW) == ["Found:P"]
    assert basic.direct("LIST") == ["10 REM A"]
    assert basic.direct('RUN "CAS:"', SLOW) == ["Found:T", "HELLO", " 1", " 2", " 3"]
