"""PEEK, POKE, INP, OUT, WAIT, TIME, STICK, STRIG, PDL, PAD."""

import pytest

from tests.support.basic import Basic, started


@pytest.fixture(params=["eb1", "eb2"])
def basic(request: pytest.FixtureRequest) -> Basic:
    """Either board at its prompt."""
    return started(request.param)


def numbers(rows: list[str]) -> list[float]:
    return [float(word) for row in rows for word in row.split()]


def shown(basic: Basic, line: str) -> list[float]:
    """The numbers that a direct line prints."""
    return numbers(basic.direct(line))


def test_peek_reads_what_poke_wrote_at_every_form_of_an_address(basic: Basic) -> None:
    basic.direct("POKE &HC000,77:POKE -16383,255:POKE 49154!,0:POKE 49155#,1.9")

    assert basic.vm.read(0xC000, 4) == bytes([77, 255, 0, 1])
    assert shown(basic, "PRINT PEEK(49152!);PEEK(&HC001);PEEK(-16382);PEEK(49155#)") == [
        77,
        255,
        0,
        1,
    ]
    assert shown(basic, "PRINT PEEK(0)") == [0xF3]  # DI, the first instruction of the main ROM


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("POKE 65536,1", "Overflow"),
        ("POKE -32769,1", "Overflow"),
        ("POKE &HC000,256", "Illegal function call"),
        ("POKE &HC000,-1", "Illegal function call"),
        ("POKE &HC000", "Syntax error"),
        ('POKE "A",1', "Type mismatch"),
        ("PRINT PEEK(65536)", "Overflow"),
        ('PRINT PEEK("A")', "Type mismatch"),
        ("OUT 65536,1", "Overflow"),
        ("WAIT 65536,1", "Overflow"),
        ("OUT 1,256", "Illegal function call"),
        ("PRINT INP(65536)", "Overflow"),
        ("WAIT 1", "Syntax error"),
        ("TIME=65536", "Overflow"),
        ("TIME=", "Missing operand"),
        ('TIME="A"', "Type mismatch"),
        ("PRINT STICK(3)", "Illegal function call"),
        ("PRINT STICK(-1)", "Illegal function call"),
        ('PRINT STICK("A")', "Type mismatch"),
        ("PRINT STRIG(5)", "Illegal function call"),
        ("PRINT PDL(0)", "Illegal function call"),
        ("PRINT PDL(13)", "Illegal function call"),
        ("PRINT PAD(-1)", "Illegal function call"),
    ],
)
def test_what_makes_no_sense_is_refused(line: str, message: str) -> None:
    assert [row.strip() for row in started("eb1").direct(line)] == [message]


@pytest.mark.parametrize(("board", "first"), [("eb1", 8), ("eb2", 20)])
def test_pad_knows_as_many_devices_as_the_board(board: str, first: int) -> None:
    basic = started(board)

    assert basic.direct(f"PRINT PAD({first})")[0].strip() == "Illegal function call"
    assert len(shown(basic, f"PRINT PAD({first - 1})")) == 1


def test_ports_are_read_and_written(basic: Basic) -> None:
    basic.direct("OUT &H91,90")
    assert shown(basic, "PRINT INP(168)") == [basic.vm.machine.bus.read_port(0xA8)]

    lamp = 0x40  # of CAPS, 0 is on
    basic.direct("OUT 170,INP(170) AND 191")
    assert basic.vm.machine.bus.read_port(0xAA) & lamp == 0
    basic.direct("OUT 170,INP(170) OR 64")
    assert basic.vm.machine.bus.read_port(0xAA) & lamp == lamp


def test_ports_are_addresses_of_which_the_low_byte_counts(basic: Basic) -> None:
    """MSX1 machines: github.com/andete/zerobas, docs/keywords/OUT.md."""
    basic.direct("OUT &H4491,90:OUT 168-256,INP(168)")
    assert basic.direct("PRINT INP(168)=INP(256+168);INP(168)=INP(168-256)") == ["-1 -1"]
    assert basic.direct("WAIT 168-256,255,255-INP(168):PRINT 1") == [" 1"]


def test_wait_goes_on_when_a_bit_is_as_wanted(basic: Basic) -> None:
    assert basic.direct("WAIT 170,64") == []
    basic.vm.type("WAIT 170,64,64\r")
    basic.vm.run(seconds=2)
    assert not basic.at_prompt()
    basic.vm.press("CAPS")
    basic.vm.run(frames=10)
    assert basic.at_prompt()


def test_wait_is_broken_by_ctrl_stop(basic: Basic) -> None:
    basic.type_program("10 WAIT 170,64,64")
    basic.vm.type("RUN\r")
    basic.vm.run(seconds=1)
    basic.control_stop(6)
    basic.wait()

    assert "Break in 10" in [row.strip() for row in basic.rows()]


def test_time_counts_interrupts_and_can_be_set(basic: Basic) -> None:
    basic.type_program("10 TIME=65530!\n20 PRINT TIME\n30 IF TIME>60000! THEN 30\n40 PRINT TIME")
    rows = numbers(basic.direct("RUN"))

    assert rows[0] in (65530, 65531)
    assert rows[1] in (0, 1)


def test_time_runs_at_60_hz(basic: Basic) -> None:
    basic.direct("TIME=0")
    before = shown(basic, "PRINT TIME")[0]
    basic.vm.run(seconds=2)
    after = basic.word("JIFFY")

    assert after - before >= 119


def test_stick_gives_the_direction_of_keys_and_joysticks(basic: Basic) -> None:
    basic.type_program("10 FOR I=0 TO 2:POKE &HC000+I,STICK(I):NEXT:GOTO 10")
    basic.vm.type("RUN\r")
    basic.vm.run(seconds=1)
    found = []
    for keys in (("UP",), ("RIGHT", "DOWN"), ("LEFT",), ()):
        for key in keys:
            basic.vm.key(key, down=True)
        basic.vm.run(frames=20)
        found.append(basic.vm.peek(0xC000))
        for key in keys:
            basic.vm.key(key, down=False)
    basic.vm.joystick(0, 0b0001)
    basic.vm.joystick(1, 0b1000)
    basic.vm.run(frames=20)

    assert found == [1, 4, 7, 0]
    assert basic.vm.read(0xC000, 3) == bytes([0, 1, 3])


def test_strig_sees_the_space_key(basic: Basic) -> None:
    assert shown(basic, "PRINT STRIG(0);STRIG(1);STRIG(2);STRIG(3);STRIG(4)") == [0] * 5
    basic.type_program("10 IF STRIG(0)=0 THEN 10\n20 POKE &HC000,-STRIG(0)+4")
    basic.vm.type("RUN\r")
    basic.vm.run(seconds=1)
    basic.vm.key("SPACE", down=True)
    basic.vm.run(frames=30)
    basic.vm.key("SPACE", down=False)
    basic.vm.run(frames=10)

    assert basic.vm.peek(0xC000) == 5


def test_pad_has_touch_pads_without_sign_and_mice_with_one() -> None:
    basic = started("eb2")
    basic.direct("POKE &HFC9D,254:POKE &HFC9C,5")  # PADX, PADY
    basic.direct("POKE &HFAFE,254:POKE &HFB00,5")  # XSAVE, YSAVE

    assert shown(basic, "PRINT PAD(1);PAD(2);PAD(5);PAD(6)") == [254, 5, 254, 5]
    assert shown(basic, "PRINT PAD(13);PAD(14);PAD(17);PAD(18)") == [-2, 5, -2, 5]
    assert shown(basic, "PRINT PAD(15);PAD(19)") == [0, 0]
    assert shown(basic, "PRINT PAD(12);PAD(16)") == [-1, -1]


def test_the_triggers_are_seen(basic: Basic) -> None:
    basic.vm.joystick(0, 1 << 4)
    basic.vm.joystick(1, 1 << 5)

    assert shown(basic, "PRINT STRIG(1);STRIG(2);STRIG(3);STRIG(4)") == [-1, 0, 0, -1]
