"""The container of cassettes."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from machine import media
from machine.core.errors import Refused
from machine.media.cas import HEADER, Tape, blank, blocks_of, container

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
    if data and not blocks_of(data):
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


def test_a_recorded_block_replaces_others_and_the_base_stays() -> None:
    base = container([b"11111111", b"22222222", b"33333333"])
    tape = Tape(base)
    tape.record(1, 2, b"new")

    assert tape.contents() == container([b"11111111", b"new"])
    assert tape.base == base
    assert [block.data for block in tape.blocks] == [b"11111111", b"new" + bytes(5)]


def test_recorded_tape_comes_back_from_its_capture() -> None:
    tape = blank()
    tape.record(0, 0, b"12345678")
    tape.partial += b"half a block"

    other = media.restore(media.capture(tape))

    assert isinstance(other, Tape)
    assert other.contents() == tape.contents() == container([b"12345678"])
    assert other.partial == b"half a block"


@given(st.dictionaries(st.integers(-1, 2), st.binary(max_size=40) | st.integers()))
def test_any_overlay_is_taken_or_refused_whole(overlay: dict[int, bytes]) -> None:
    tape = Tape(container([b"12345678"]))
    before = tape.contents()
    try:
        tape.restore(overlay)
    except Refused:
        assert tape.contents() == before
    else:
        assert tape.blocks == blocks_of(tape.contents())


def test_recorded_tape_is_written_to_its_file_on_request_only(tmp_path: Path) -> None:
    path = tmp_path / "mine.cas"
    path.write_bytes(container([b"12345678"]))
    tape = Tape.load(path)
    tape.record(0, 1, b"87654321")
    with pytest.raises(Refused, match="write mode"):
        tape.flush()
    before = path.read_bytes()
    tape.mode = "file"

    assert tape.flush()
    assert not tape.flush()
    assert before == container([b"12345678"])
    assert path.read_bytes() == container([b"87654321"])


def test_file_that_somebody_else_changed_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "mine.cas"
    path.write_bytes(container([b"12345678"]))
    tape = Tape.load(path, "file")
    tape.record(0, 1, b"87654321")
    path.write_bytes(b"another thing")

    with pytest.raises(Refused, match="another program"):
        tape.flush()
    assert path.read_bytes() == b"another thing"
