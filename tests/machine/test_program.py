"""machine/program.py: a program of the host's reaches the guest's BASIC."""

from pathlib import Path

import msgspec
import pytest

from machine.api import Session
from machine.boards import board_named
from machine.core.errors import Refused
from machine.machine import Machine
from machine.media import bas
from tests.support import dos
from tests.support.basic import started


@pytest.fixture
def listing(tmp_path: Path) -> Path:
    """A program as text."""
    path = tmp_path / "hello.bas"
    path.write_text('10 A$="hello"\n20 PRINT A$;6*7\n30 GOTO 40\n40 END\n', encoding="ascii")
    return path


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_a_listing_runs_once_the_prompt_is_there(board: str, listing: Path) -> None:
    with Session(board) as vm:
        vm.load_basic(listing)
        assert vm.run(until=lambda vm: any("hello 42" in row for row in vm.screen_text()))


def test_tokens_run_as_their_listing_does(listing: Path, tmp_path: Path) -> None:
    tokens = tmp_path / "tokens.bas"
    tokens.write_bytes(b"\xff" + bas.load(listing))
    basic = started("eb2")

    basic.vm.load_basic(tokens)
    basic.vm.run(frames=60)

    assert "hello 42" in basic.rows()


def test_the_guests_program_is_listed_on_the_host(listing: Path) -> None:
    basic = started("eb2")

    basic.vm.load_basic(listing)
    basic.vm.run(frames=60)  # RUN has made the line number of GOTO an address

    assert basic.vm.listing() == listing.read_text(encoding="ascii")


def test_a_program_that_is_only_loaded_leaves_nothing_of_the_one_before(listing: Path) -> None:
    basic = started("eb2")
    basic.type_program("10 GOSUB 30\n20 END\n30 X=5:STOP\n40 RETURN")
    basic.direct("RUN")

    basic.vm.load_basic(listing, run=False)
    basic.vm.run(frames=60)

    assert basic.vm.listing() == listing.read_text(encoding="ascii")
    assert "hello 42" not in basic.rows()
    assert basic.direct("PRINT X") == [" 0"]
    assert basic.direct("RETURN") == ["RETURN without GOSUB"]
    assert basic.direct("CONT") == ["Can't CONTINUE"]


def test_a_program_waits_until_all_is_typed(listing: Path) -> None:
    basic = started("eb2")

    basic.vm.type('A$="typed before"\rPRINT A$+" it came"\r')
    basic.vm.load_basic(listing)
    basic.vm.run(frames=120)

    assert {"typed before it came", "hello 42"} <= {row.strip() for row in basic.rows()}


ROWS = """A=3.14159265#:B=.5#:C=5!:D=1.5
A=100000:B=32768:C=1234567:D=1E10
A=1D20:B=1E-7:C=1.2345678E-5:D=2.14D4
A=1E20!:B=1D5#:C=1.E3:D=1E+:E=1E
A=999999999999999:B=.00000012345678
IF A=1 THEN 20 ELSE GOTO 30:REM 1E5 x
A$="say 1E5":?A$:'1E5 too
DATA 1E5,"a:b",c:GOTO 10
A=&HFF+&O17+&B1010:A1=A1-10:DEFFNA=1
ON A GOSUB 10,20,30:RESTORE 10:RUN
CIRCLE(1,2),3,,-.1:_X(1):POKE&H8000,1"""


def test_the_host_makes_the_tokens_and_the_listing_that_the_machine_makes() -> None:
    basic = started("eb2")
    text = "".join(f"{10 * n} {row}\n" for n, row in enumerate(ROWS.split("\n"), 1))

    basic.type_program(text)

    own = list(bas.lines_of(basic.vm.machine.program()))
    assert list(bas.lines_of(bas.tokenised(text))) == own
    shown, listing = "".join(basic.direct("LIST")), basic.vm.listing()
    assert "".join(shown.split()) == "".join(listing.split())  # the screen wraps


def test_without_a_program_the_listing_is_empty() -> None:
    assert started("eb2").vm.listing() == ""


def test_a_program_larger_than_the_room_is_refused_and_nothing_is_loaded() -> None:
    basic = started("eb2")
    rows = "".join(f"{number} '{'x' * 240}\n" for number in range(1, 120))

    basic.vm.machine.load_program(bas.tokenised(rows))
    with pytest.raises(Refused, match=r"The program has \d+ bytes, but BASIC has room for \d+"):
        basic.vm.run(frames=10)

    assert basic.vm.listing() == ""


def test_a_board_without_basic_refuses_programs() -> None:
    machine = Machine(msgspec.structs.replace(board_named("eb1"), program=None))

    with pytest.raises(Refused, match="no BASIC that EightBox knows"):
        machine.load_program(bas.tokenised("10 CLS"))


def test_a_program_that_waits_for_the_prompt_is_part_of_the_state(listing: Path) -> None:
    with Session("eb2") as vm, Session("eb2") as other:
        vm.load_basic(listing)
        other.restore(vm.capture())

        assert other.run(until=lambda vm: any("hello 42" in row for row in vm.screen_text()))


HELLO = '10 PRINT "hello";6*7\n'


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@pytest.mark.parametrize(
    "busy",
    [
        "10 GOTO 10",
        "10 SCREEN 2\n20 GOTO 20",
        "10 INPUT A",
        "10 LINE INPUT A$",
        "10 A$=INPUT$(1)",
        '10 A$=INKEY$:IF A$="" THEN 10',
        '10 PLAY "O4L1CCCCCCCCCCCC"\n20 IF PLAY(0) THEN 20',
    ],
)
def test_a_program_that_runs_is_stopped_for_the_next(board: str, busy: str, tmp_path: Path) -> None:
    path = tmp_path / "hello.bas"
    path.write_text(HELLO, encoding="ascii")
    basic = started(board)
    basic.type_program(busy)
    basic.vm.type("RUN\r")
    basic.vm.run(seconds=2)

    basic.vm.load_basic(path)
    basic.vm.run(seconds=2)

    assert basic.rows()[-2:] == ["hello 42", "Ok"]
    assert basic.vm.listing() == HELLO


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@pytest.mark.parametrize(
    "keys",
    ["\x0c", "\x0cPRINT 5", "PRINT 5", "\x1e\x1e\x1e", "LIST\r\x1e\x1e", "KEY OFF\r", "\r\r"],
)
def test_a_prompt_is_seen_wherever_the_cursor_stands(board: str, keys: str, tmp_path: Path) -> None:
    path = tmp_path / "hello.bas"
    path.write_text(HELLO, encoding="ascii")
    basic = started(board)
    basic.type_program("10 REM one\n20 REM two")
    basic.vm.type(keys)
    basic.vm.run(seconds=1)

    basic.vm.load_basic(path)
    basic.vm.run(seconds=1)

    assert "hello 42" in basic.rows()
    assert basic.vm.listing() == HELLO


def test_a_program_that_catches_the_break_goes_on_and_the_next_one_waits(listing: Path) -> None:
    basic = started("eb2")
    basic.type_program("10 ON STOP GOSUB 30:STOP ON\n20 GOTO 20\n30 RETURN")
    basic.vm.type("RUN\r")
    basic.vm.run(seconds=1)

    basic.vm.load_basic(listing)
    basic.vm.run(seconds=2)

    assert basic.vm.machine.loader.waiting
    assert basic.word("CURLIN") in (10, 20, 30)


def test_a_program_waits_while_a_system_from_a_disk_is_there(listing: Path) -> None:
    system = dos.started("eb2")
    before = system.rows()

    system.vm.load_basic(listing)
    system.vm.run(seconds=2)

    assert system.rows() == before
    assert system.vm.machine.loader.waiting

    system.vm.type("BASIC\r")
    assert system.vm.run(until=lambda vm: any("hello 42" in row for row in vm.screen_text()))
