"""CTRL+STOP and STOP: what they break, and what goes on."""

import pytest

from tests.support.basic import started
from tests.support.disk_machine import BOARDS

STRIPES = "FOR I=0 TO 255 STEP 4:LINE(I,0)-(I,150),7:LINE(I+2,9)-(I+2,211),7:NEXT"


@pytest.mark.parametrize("board", BOARDS)
def test_control_stop_breaks_a_loop_and_cont_goes_on(board: str) -> None:
    basic = started(board)
    basic.type_program("10 A=A+1:GOTO 10")
    basic.enter("CLS:RUN")
    basic.control_stop()
    basic.wait()

    assert basic.rows()[-2] == "Break in 10"
    before = int(basic.direct("PRINT A")[0])
    basic.enter("CONT")
    basic.vm.run(frames=20)
    basic.control_stop()
    basic.wait()
    assert int(basic.direct("PRINT A")[0]) > before


def test_stop_pauses_until_it_is_pressed_again() -> None:
    basic = started("eb1")
    basic.type_program("10 A=A+1:GOTO 10")
    basic.enter("RUN")
    basic.vm.press("STOP")
    basic.vm.run(frames=5)
    place = basic.word("VARTAB") + 3

    held = basic.vm.read(place, 8)
    basic.vm.run(frames=20)
    assert basic.vm.read(place, 8) == held
    basic.vm.press("STOP")
    basic.vm.run(frames=20)
    assert basic.vm.read(place, 8) != held


@pytest.mark.parametrize("board", BOARDS)
def test_four_keys_make_a_warm_start_when_enstop_says_so(board: str) -> None:
    basic = started(board)
    basic.enter("A=5")
    basic.vm.write(0xC000, bytes.fromhex("fb 18fd"))  # EI; JR to it
    basic.enter("CLS:POKE &HFBB0,1:DEFUSR=&HC000:B=USR(0)")
    for key in ("CTRL", "SHIFT", "GRAPH", "CODE", "X"):
        basic.vm.key(key, down=True)
        basic.vm.run(frames=2)
    for key in ("CTRL", "SHIFT", "GRAPH", "CODE", "X"):
        basic.vm.key(key, down=False)
    basic.wait()

    assert basic.direct("PRINT A") == [" 5"]


def test_control_stop_at_the_prompt_spares_the_next_line() -> None:
    basic = started("eb1")
    basic.control_stop()
    basic.vm.run(frames=5)

    assert basic.direct("PRINT 1") == [" 1"]


@pytest.mark.parametrize("statement", ["INPUT A", "LINE INPUT A$", "A$=INPUT$(3)", "WAIT 8,0"])
def test_control_stop_breaks_what_waits_and_cont_begins_it_again(statement: str) -> None:
    basic = started("eb1")
    basic.type_program(f"10 {statement}")
    for line in ("CLS:RUN", "CONT"):
        basic.enter(line)
        basic.vm.run(frames=5)
        assert not basic.at_prompt()
        basic.control_stop()
        basic.wait()
        assert basic.rows()[-2] == "Break in 10"


@pytest.mark.parametrize("statement", ["CIRCLE(9,9),16000", "PAINT(9,9)"])
def test_control_stop_breaks_drawing(statement: str) -> None:
    basic = started("eb1")
    basic.type_program(f"10 SCREEN 2:{statement}\n20 GOTO 20")
    basic.enter("RUN")
    basic.vm.run(frames=30)
    basic.control_stop()
    basic.wait(1)

    assert basic.rows() == ["Break in 10", "Ok"]


@pytest.mark.parametrize("mode", [5, 7, 8])
def test_control_stop_breaks_paint_in_the_modes_of_bitmaps(mode: int) -> None:
    basic = started("eb2")
    basic.type_program(f"10 SCREEN {mode}:{STRIPES}\n20 PAINT(1,1),5,7\n30 GOTO 30")
    basic.run_up_to(20, frames=20)
    basic.control_stop()
    basic.wait(1)

    assert basic.rows() == ["Break in 20", "Ok"]


def test_control_stop_breaks_a_long_collection_of_strings_and_spares_them() -> None:
    basic = started("eb1")
    basic.type_program(
        "10 CLEAR 9000:DIM A$(2500):FOR I=0 TO 2499:A$(I)=CHR$(65)+CHR$(66):NEXT\n"
        '20 A=FRE("")\n30 FOR I=0 TO 2499:IF A$(I)="AB" THEN NEXT:B$=A$(9)+"C":PRINT B$;FRE("")'
    )
    basic.run_up_to(20, frames=60, limit=200)
    basic.control_stop()
    basic.wait(1)
    assert basic.rows()[-2] == "Break in 20"

    assert basic.direct("GOTO 30", 200) == ["ABC 3997"]


def test_paint_goes_on_when_control_stop_is_an_event() -> None:
    basic = started("eb2")
    basic.type_program(
        f"10 SCREEN 5:{STRIPES}\n20 ON STOP GOSUB 90:STOP ON\n30 PAINT(1,1),5,7\n"
        "40 A=POINT(1,160):B=POINT(255,1):SCREEN 0:PRINT A;B;C:END\n90 C=C+1:RETURN"
    )
    basic.run_up_to(30, frames=20)
    basic.control_stop()
    basic.wait(200)

    assert basic.rows()[-2] == " 5  5  1"


@pytest.mark.parametrize("statement", ['CSAVE"A"', 'OPEN"CAS:A"FOR OUTPUT AS#1', 'SAVE"CAS:A"'])
@pytest.mark.parametrize("frames", [10, 100])
def test_control_stop_ends_writing_to_tape(statement: str, frames: int) -> None:
    basic = started("eb1")
    basic.type_program(f"10 {statement}")
    basic.run_up_to(10, frames)
    basic.control_stop(8)  # looked at nine times a second
    basic.wait(1)

    assert basic.rows()[-2] == "Device I/O error in 10"
