"""machine/program.py: a program of the host's reaches the guest's BASIC."""

from pathlib import Path

import msgspec
import pytest

from machine.api import Session
from machine.boards import board_named
from machine.core.errors import Refused
from machine.machine import Machine
from machine.media import bas
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
