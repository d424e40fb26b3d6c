"""The container of cassettes."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from machine.core.errors import Refused
from machine.media.cas import HEADER, Tape, blocks_of, container

PLAIN = st.binary(max_size=100).filter(lambda data: HEADER not in data)


@given(st.lists(PLAIN, min_size=1, max_size=6))
def test_blocks_come_back_filled_up_to_eight_bytes(parts: list[bytes]) -> None:
    blocks = blocks_of(container(parts))

    assert [block.data for block in blocks] == [part + bytes(-len(part) % 8) for part in parts]


@pytest.mark.parametrize("kind", [0xD0, 0xD3, 0xEA])
def test_block_that_names_a_file_is_known_by_its_ten_bytes(kind: int) -> None:
    (name,) = blocks_of(container([bytes([kind]) * 10 + b"GAME  "]))
    (other,) = blocks_of(container([bytes([kind]) * 9 + b"GAME   "]))

    assert name.is_name
    assert not other.is_name


def test_header_off_the_grid_is_data() -> None:
    blocks = blocks_of(HEADER + b"abc" + HEADER + b"12345")

    assert len(blocks) == 1


@given(st.binary(max_size=400))
@example(HEADER * 3)
@example(HEADER[:7])
def test_any_bytes_are_a_tape_or_refused(data: bytes) -> None:
    if not blocks_of(data):
        with pytest.raises(Refused, match=r"any\.cas"):
            Tape(data, "any.cas")
        return

    tape = Tape(data, "any.cas")

    assert sum(len(block.data) + 8 for block in tape.blocks) <= len(data)


def test_missing_empty_and_huge_files_and_folders_are_refused(tmp_path: Path) -> None:
    empty, huge = tmp_path / "empty.cas", tmp_path / "huge.cas"
    empty.write_bytes(b"")
    with huge.open("wb") as stream:
        stream.truncate(1 << 30)

    for path in (tmp_path, empty, huge, tmp_path / "none.cas"):
        with pytest.raises(Refused, match=path.name):
            Tape.load(path)


def test_file_is_loaded_under_its_path(tmp_path: Path) -> None:
    path = tmp_path / "game.cas"
    path.write_bytes(container([b"hello"]))

    tape = Tape.load(path)

    assert tape.name == str(path)
    assert tape.blocks[0].data == b"hello\0\0\0"
