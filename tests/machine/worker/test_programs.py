"""BASIC programs through a worker, on a board with its own firmware."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from machine.boards.keys import KEYS
from machine.core.errors import Refused
from machine.media import bas
from machine.worker import messages as m
from tests.support.room import TIMEOUT, Room, a_room

PROGRAM = '10 PRINT "six times seven is";6*7\n20 GOTO 30\n30 END\n'


@pytest.fixture
def room() -> Iterator[Room]:
    """A machine that is just switched on, as fast as it goes."""
    with a_room(m.Start(board="eb2")) as made:
        made.client.call(m.SetSpeed(percent=0))
        made.client.call(m.Run())
        yield made


@pytest.fixture
def listing(tmp_path: Path) -> str:
    path = tmp_path / "six.bas"
    path.write_text(PROGRAM, encoding="ascii")
    return str(path)


def read(room: Room) -> str:
    answer = room.client.call(m.ReadProgram())
    assert isinstance(answer, m.Listing)
    return answer.text


def warning(room: Room) -> str:
    """The first one, which may have come with the answer to the request."""
    assert room.client.wait_until(lambda: room.last(m.Warned) is not None, TIMEOUT)
    said = room.last(m.Warned)
    assert said is not None
    return said.sentence


def test_a_program_waits_for_the_prompt_runs_and_is_read_back(room: Room, listing: str) -> None:
    room.client.call(m.Pause())
    room.client.call(m.LoadProgram(path=listing))
    room.status_after(loading=True)
    room.client.call(m.Run())

    room.wait_for_text("six times seven is 42")

    room.status_after(loading=False)
    assert read(room) == PROGRAM


def test_tokens_are_loaded_without_being_run(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "six.bas"
    path.write_bytes(b"\xff" + bas.tokenised(PROGRAM))

    room.client.call(m.LoadProgram(path=str(path), run=False))
    room.wait_for_text("CLEAR")

    assert read(room) == PROGRAM
    assert not room.shows("six times")


def test_a_listing_in_the_request_itself_is_loaded(room: Room) -> None:
    room.client.call(m.LoadProgram(text=PROGRAM))

    room.wait_for_text("six times seven is 42")

    assert read(room) == PROGRAM


@pytest.mark.parametrize(
    ("text", "said"), [("", "no line of BASIC"), ("PRINT 1", "without a number")]
)
def test_a_request_without_a_program_is_refused(room: Room, text: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        room.client.call(m.LoadProgram(text=text))


def test_a_long_listing_that_is_typed_is_read_back_as_it_was(room: Room) -> None:
    rows = [
        f'{n} A$="row {n}":PRINT A$,B*{n}:REM {"~" * (1 + n % 90)}' for n in range(10, 2010, 10)
    ]
    room.wait_for_text("Ok")

    room.client.call(m.TypeText(text="\n".join(rows) + "\n"))
    assert room.wait_for(m.Status).typing > 5000
    room.client.wait_until(lambda: room.wait_for(m.Status).typing == 0, TIMEOUT)
    room.client.wait_until(lambda: read(room).startswith("10") and "2000" in read(room), TIMEOUT)

    assert read(room).splitlines() == rows


def test_typing_is_stopped(room: Room) -> None:
    room.wait_for_text("Ok")
    room.client.call(m.Pause())
    room.client.call(m.TypeText(text="x" * 100_000))
    room.status_after(typing=100_000 - 39)  # the ring of keys has taken the first

    room.client.call(m.StopTyping())

    room.status_after(typing=0)


def test_a_file_that_is_no_program_is_refused(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "notes.bas"
    path.write_text("no line number", encoding="ascii")

    with pytest.raises(Refused, match=r"notes\.bas has a line without a number"):
        room.client.call(m.LoadProgram(path=str(path)))
    with pytest.raises(Refused, match=r"none\.bas"):
        room.client.call(m.LoadProgram(path=str(tmp_path / "none.bas")))

    assert not room.status_after(typing=0).loading


def test_a_program_that_does_not_fit_is_told_and_the_machine_goes_on(
    room: Room, tmp_path: Path
) -> None:
    path = tmp_path / "large.bas"
    path.write_text("".join(f"{n} '{'x' * 240}\n" for n in range(1, 121)), encoding="ascii")

    room.client.call(m.LoadProgram(path=str(path)))

    assert "BASIC has room for" in warning(room)
    assert read(room) == ""


def test_a_machine_that_is_off_takes_and_gives_no_program(room: Room, listing: str) -> None:
    room.client.call(m.Power(on=False))

    for request in (m.LoadProgram(path=listing), m.ReadProgram()):
        with pytest.raises(Refused, match="The machine is off"):
            room.client.call(request)


def test_reset_forgets_a_program_that_waits(room: Room, listing: str) -> None:
    room.client.call(m.Pause())
    room.client.call(m.LoadProgram(path=listing))
    room.status_after(loading=True)

    room.client.call(m.Reset())

    room.status_after(loading=False)


def test_characters_that_the_machine_lacks_are_named_and_left_out(room: Room) -> None:
    room.wait_for_text("Ok")

    room.client.call(m.TypeText(text="PRINT “six€”;字 6*7\r“字"))

    assert warning(room) == "The machine has no €字; that was left out."
    room.wait_for_text('PRINT "six"; 6*7')
    room.wait_for_text("six 42")


def test_a_line_that_the_machine_cuts_is_named(room: Room) -> None:
    room.wait_for_text("Ok")

    room.client.call(m.TypeText(text=f"10 PRINT 1\n20 REM {'x' * 260}\n{'y' * 300}\n"))

    assert "Line 20 has 267 characters; the machine takes 254" in warning(room)


def test_a_long_listing_is_typed_without_a_speed_limit(room: Room) -> None:
    room.wait_for_text("Ok")
    room.client.call(m.SetSpeed(percent=100))
    rows = "".join(f"{n} A={n}\n" for n in range(1, 1001))

    room.client.call(m.TypeText(text=rows))
    room.status_after(hurries=True)
    room.client.wait_until(lambda: read(room) == rows, TIMEOUT)

    assert room.status_after(typing=0, hurries=False).speed_setting == 100
    assert read(room) == rows


def test_a_key_that_is_held_does_not_repeat_into_a_long_text(room: Room) -> None:
    room.wait_for_text("Ok")
    rows = "".join(f"{n} A={n}\n" for n in range(1, 1001))
    row, bit = KEYS["X"]

    room.client.call(m.TypeText(text=rows))
    room.status_after(hurries=True)
    room.client.call(m.KeyDown(row=row, bit=bit))
    room.client.wait_until(lambda: read(room) == rows, TIMEOUT)
    room.client.call(m.KeyUp(row=row, bit=bit))

    assert read(room) == rows


def test_what_is_printed_comes_as_text(room: Room) -> None:
    room.wait_for_text("Ok")

    room.client.call(m.TypeText(text='LPRINT "six";6*7\n10 PRINT "é♥"\nLLIST\n'))

    def paper() -> str:
        return "".join(said.text for said in room.heard if isinstance(said, m.Printed))

    assert room.client.wait_until(lambda: "♥" in paper() and paper().endswith("\n"), TIMEOUT)
    assert paper() == 'six 42 \n10 PRINT "é♥"\n'
