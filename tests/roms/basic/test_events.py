"""Events: ON KEY, STOP, SPRITE, STRIG, INTERVAL GOSUB and their ON, OFF and STOP."""

import pytest

from tests.support.basic import Basic, started
from tests.support.guest_calls import WORK

BOARDS = ["eb1", "eb2"]
ENTRIES = {"KEY": 0, "STOP": 10, "SPRITE": 11, "STRIG": 12, "INTERVAL": 17}


def entry(basic: Basic, event: str, number: int = 0) -> tuple[int, int]:
    """Flags and line address of an event."""
    flags, low, high = basic.vm.read(WORK["TRPTBL"] + 3 * (ENTRIES[event] + number), 3)
    return flags, low | high << 8


def launch(basic: Basic, program: str) -> None:
    """Types a program and starts it."""
    basic.type_program(program)
    basic.enter("CLS:RUN")
    basic.vm.run(frames=10)


@pytest.mark.parametrize("board", BOARDS)
def test_interval_calls_its_routine_each_period(board: str) -> None:
    basic = started(board)

    rows = basic.run(
        "10 ON INTERVAL=10 GOSUB 100\n20 INTERVAL ON:TIME=0\n30 IF N<3 THEN 30\n"
        "40 INTERVAL OFF:T=TIME:PRINT N;T>=30;T<36\n50 END\n100 N=N+1:RETURN"
    )

    assert rows == [" 3 -1 -1"]


def test_a_stopped_event_is_remembered_and_one_turned_off_is_not() -> None:
    basic = started("eb1")

    rows = basic.run(
        "10 ON INTERVAL=2 GOSUB 100:INTERVAL ON:INTERVAL STOP\n20 FOR I=1 TO 200:NEXT\n"
        "30 PRINT N;:INTERVAL ON:PRINT N;:INTERVAL STOP:INTERVAL OFF:N=0\n"
        "40 FOR I=1 TO 200:NEXT:PRINT N\n50 END\n100 N=1:INTERVAL OFF:RETURN"
    )

    assert rows == [" 0  1  0"]


def test_the_routine_is_not_interrupted_by_its_own_event() -> None:
    basic = started("eb1")

    rows = basic.run(
        "10 ON INTERVAL=1 GOSUB 100:INTERVAL ON\n20 IF N<5 THEN 20\n"
        "40 PRINT M:END\n100 D=D+1:IF D>M THEN M=D\n110 FOR I%=1 TO 30:NEXT:N=N+1:D=D-1\n"
        "120 IF N=5 THEN INTERVAL OFF\n130 RETURN"
    )

    assert rows == [" 1"]


@pytest.mark.parametrize("board", BOARDS)
def test_function_keys_are_events(board: str) -> None:
    basic = started(board)
    launch(
        basic,
        "10 ON KEY GOSUB 100,,300\n20 KEY(1) ON:KEY(2) ON:KEY(3) ON\n30 GOTO 30\n"
        '100 PRINT"one":RETURN\n300 PRINT"three":END',
    )
    for key in ("F1", "F3"):
        basic.vm.press(key, 4)
        basic.vm.run(frames=10)
    basic.wait()

    assert basic.rows()[-3:] == ["one", "three", "Ok"]
    assert entry(basic, "KEY", 1)[1] == 0
    assert entry(basic, "KEY", 0)[0] & 1


def test_a_key_that_is_off_types_its_text() -> None:
    basic = started("eb1")
    basic.run("10 ON KEY GOSUB 20:KEY(1) ON:KEY(1) OFF\n20 END")
    basic.vm.press("F1", 4)
    basic.vm.run(frames=10)

    assert basic.rows()[-1] == "color"


def test_after_a_program_the_keys_type_again() -> None:
    basic = started("eb1")
    basic.run("10 ON KEY GOSUB 20:KEY(1) ON\n20 END")
    basic.vm.press("F1", 4)
    basic.vm.run(frames=10)

    assert basic.rows()[-1] == "color"


@pytest.mark.parametrize("board", BOARDS)
def test_control_stop_is_an_event_when_stop_is_on(board: str) -> None:
    basic = started(board)
    launch(
        basic,
        '10 ON STOP GOSUB 100:STOP ON\n20 GOTO 20\n100 PRINT"no";:N=N+1:IF N<2 THEN RETURN\n'
        "110 STOP OFF:END",
    )
    for _ in range(2):
        basic.control_stop()
        basic.vm.run(frames=10)
    basic.wait()

    assert basic.rows()[-2:] == ["nono", "Ok"]


def test_the_space_bar_is_trigger_0() -> None:
    basic = started("eb1")
    launch(basic, "10 ON STRIG GOSUB 100\n20 STRIG(0) ON\n30 GOTO 30\n100 PRINT 7:END")
    basic.vm.press("SPACE", 4)
    basic.wait()

    assert basic.rows()[-2] == " 7"


def test_joystick_buttons_are_triggers_1_to_4() -> None:
    basic = started("eb1")
    launch(
        basic,
        "10 ON STRIG GOSUB ,100,200,300,400\n20 FOR I=1 TO 4:STRIG(I) ON:NEXT\n30 GOTO 30\n"
        "100 PRINT 1;:RETURN\n200 PRINT 2;:RETURN\n300 PRINT 3;:RETURN\n400 PRINT 4:END",
    )
    for port, switches in ((0, 0x10), (1, 0x10), (0, 0x20), (1, 0x20)):
        basic.vm.joystick(port, switches)
        basic.vm.run(frames=6)
        basic.vm.joystick(port, 0)
        basic.vm.run(frames=6)
    basic.wait()

    assert basic.rows()[-2] == " 1  2  3  4"


def test_colliding_sprites_are_an_event() -> None:
    basic = started("eb1")

    basic.run(
        "10 SCREEN 1:SPRITE$(0)=CHR$(255):ON SPRITE GOSUB 100:SPRITE ON\n"
        "20 PUT SPRITE 0,(50,50),15,0:PUT SPRITE 1,(50,50),15,0\n30 GOTO 30\n"
        "100 SPRITE OFF:SCREEN 0:CLEAR:PRINT:PRINT 5:END"
    )

    assert basic.rows()[-2:] == [" 5", "Ok"]


def test_events_wait_while_an_error_is_handled() -> None:
    basic = started("eb1")

    rows = basic.run(
        "10 ON ERROR GOTO 200:ON INTERVAL=1 GOSUB 100:INTERVAL ON\n20 ERROR 99\n"
        "30 IF N=0 THEN 30\n40 INTERVAL OFF:PRINT M:END\n100 N=N+1:RETURN\n"
        "200 N=0:FOR I%=1 TO 200:NEXT:M=N:RESUME NEXT"
    )

    assert rows == [" 0"]


def test_clear_run_and_new_take_all_events() -> None:
    for word in ("CLEAR", "NEW"):
        basic = started("eb1")
        basic.run("10 ON KEY GOSUB 20:KEY(1) ON:ON INTERVAL=9 GOSUB 20:INTERVAL ON\n20 END")
        assert entry(basic, "KEY")[0] & 1
        basic.enter(word)

        assert basic.vm.read(WORK["TRPTBL"], 78) == bytes(78)
        assert basic.vm.read(WORK["FNKFLG"], 10) == bytes(10)
        assert basic.word("INTCNT") == 0


def test_line_0_takes_the_routine_away() -> None:
    basic = started("eb1")
    basic.run("10 ON STOP GOSUB 20:ON STOP GOSUB 0\n20 END")

    assert entry(basic, "STOP")[1] == 0


@pytest.mark.parametrize(
    ("event", "name"),
    [("KEY", "KEY"), ("STOP", "STOP"), ("SPRITE", "SPRITE"), ("INTERVAL=9", "INTERVAL")],
)
def test_no_line_takes_the_routine_away(event: str, name: str) -> None:
    """MSX1 machines: github.com/andete/zerobas, docs/keywords/ON.md."""
    basic = started("eb1")
    basic.run(f"10 ON {event} GOSUB 20:STOP\n20 END")
    assert entry(basic, name)[1] != 0

    assert basic.direct(f"ON {event} GOSUB:PRINT 1") == [" 1"]
    assert entry(basic, name)[1] == 0


def test_return_to_a_line_from_an_event() -> None:
    rows = started("eb1").run(
        "10 ON INTERVAL=2 GOSUB 100:INTERVAL ON\n20 GOTO 20\n30 PRINT 3:END\n100 RETURN 30"
    )

    assert rows == [" 3"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("KEY(0) ON", "Illegal function call"),
        ("KEY(11) ON", "Illegal function call"),
        ("KEY(1)", "Syntax error"),
        ("STRIG(5) ON", "Illegal function call"),
        ("STRIG(0)", "Syntax error"),
        ("INTERVAL", "Syntax error"),
        ("INTERVAL 5", "Syntax error"),
        ("ON INTERVAL=0 GOSUB 10", "Illegal function call"),
        ("ON INTERVAL GOSUB 10", "Syntax error"),
        ("ON STOP GOTO 10", "Syntax error"),
        ("ON STOP GOSUB 777", "Undefined line number"),
        ("ON SPRITE GOSUB 10,10", "Syntax error"),
        ("ON STRIG GOSUB 10,10,10,10,10,10", "Syntax error"),
    ],
)
def test_wrong_forms_are_refused(line: str, message: str) -> None:
    basic = started("eb1")
    basic.type_program("10 END")

    assert basic.direct(line) == [message]


def test_values_named_like_events_still_select_lines() -> None:
    rows = started("eb1").run(
        "10 ON STRIG(0)+2 GOTO 20,30\n20 PRINT 2:END\n30 ON INT(1.5) GOTO 50\n40 END\n50 PRINT 5"
    )

    assert rows == [" 5"]


def test_stop_on_turns_control_stop_in_input_into_an_event() -> None:
    basic = started("eb1")
    launch(basic, "10 ON STOP GOSUB 90:STOP ON:INPUT A:PRINT A+1:END\n90 PRINT 9:STOP OFF:RETURN")
    basic.control_stop()
    basic.vm.run(frames=10)
    basic.enter("4")
    basic.wait()

    assert basic.rows()[-4:] == [" 9", "? 4", " 5", "Ok"]


def test_an_event_without_a_routine_is_forgotten() -> None:
    basic = started("eb1")
    launch(basic, "10 STRIG(0) ON\n20 IF STRIG(0)=0 THEN 20\n30 FOR I=1 TO 99:NEXT:PRINT 3")
    basic.vm.press("SPACE", 4)
    basic.wait()

    assert basic.rows()[-2] == " 3"
    assert basic.byte("ONGSBF") == 0
    assert entry(basic, "STRIG") == (1, 0)
