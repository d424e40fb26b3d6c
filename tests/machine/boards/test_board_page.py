"""docs/formats/board.md: its tables have every field, and its example is a computer."""

import re
from pathlib import Path

import pytest

from machine.api import Session
from machine.board import ROLES, Board, KeyBuffer, Part, Place, Ports, ProgramArea, Socket
from machine.media.dsk import blank
from tests.support.guest_calls import WORK

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "formats" / "board.md").read_text(
    encoding="utf-8"
)
EXAMPLE = PAGE.partition("```toml\n")[2].partition("```")[0]
TITLES = {
    "## The board": Board,
    "### `[[parts]]`": Part,
    "### `ports`": Ports,
    "### `place`": Place,
    "### `[[sockets]]`": Socket,
    "### `key_buffer`": KeyBuffer,
    "### `program`": ProgramArea,
}


def rows(title: str) -> list[str]:
    section = PAGE.partition(f"\n{title}\n")[2].partition("\n##")[0]
    return re.findall(r"^\| `([\w-]+)` \|", section, re.MULTILINE)


@pytest.fixture
def board(tmp_path: Path) -> Path:
    path = tmp_path / "my-board.toml"
    path.write_text(EXAMPLE, encoding="utf-8")
    return path


@pytest.mark.parametrize("title", TITLES, ids=lambda title: title.strip("#` []"))
def test_table_has_the_fields_of_its_type(title):
    assert rows(title) == list(TITLES[title].__struct_fields__)


def test_table_of_roles_is_complete():
    assert rows("### `roles`") == list(ROLES)


def test_example_starts_with_basic_and_both_drives(board):
    with Session(str(board)) as vm:
        vm.type("PRINT 6*7\r")

        assert vm.run(until=lambda vm: any(row.strip() == "42" for row in vm.screen_text()))
        assert vm.peek(WORK["DRVTBL"]) == 2


@pytest.mark.parametrize("hz", [50, 60])
def test_example_comes_in_both_video_standards(board, hz):
    with Session(str(board), hz=hz) as vm:
        assert vm.peek(0x2B) == {50: 0xA1, 60: 0x21}[hz]

        vm.run(frames=60)

        seconds = vm.seconds

    assert seconds == pytest.approx(60 / hz, rel=0.01)


def test_example_takes_what_its_sockets_say(board, tmp_path):
    disk = tmp_path / "empty.dsk"
    disk.write_bytes(blank().contents())

    with Session(str(board)) as vm:
        vm.insert_disk("a", disk)
        vm.insert_disk("b", disk)

        assert set(vm.machine.media) == {"disk_a", "disk_b"}
        assert set(vm.machine.sockets) == {"cart1", "cart2", "cassette", "disk_a", "disk_b"}


def test_example_goes_on_from_a_captured_state(board):
    with Session(str(board)) as one, Session(str(board)) as two:
        one.run(seconds=3)
        two.restore(one.capture())
        one.run(seconds=1)
        two.run(seconds=1)

        assert one.capture() == two.capture()
