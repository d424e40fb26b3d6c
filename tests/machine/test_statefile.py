"""State files: whole or refused."""

import hashlib
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from machine import statefile
from machine.api import Session
from machine.core.errors import Refused
from machine.machine import Capture

SMALL = Capture("eb1", 60, 5, {"ram": {"due": 1, "data": b"abc"}}, {}, b"x")


def test_a_state_comes_back_as_it_was(tmp_path: Path) -> None:
    statefile.save(tmp_path / "a.state", SMALL)

    assert statefile.load(tmp_path / "a.state") == SMALL


def test_a_machine_goes_on_from_a_file(tmp_path: Path) -> None:
    with Session("eb1") as one, Session("eb1") as two:
        one.run(seconds=0.5)
        statefile.save(tmp_path / "a.state", one.capture())

        two.restore(statefile.load(tmp_path / "a.state"))

        assert two.capture() == one.capture()


@given(st.binary(max_size=2000))
def test_random_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="odd"):
        statefile.decode(data, "odd")


@given(st.data())
def test_a_flipped_bit_is_noticed(data: st.DataObject) -> None:
    packed = bytearray(_packed())
    place = data.draw(st.integers(0, len(packed) - 1))
    packed[place] ^= 1 << data.draw(st.integers(0, 7))

    with pytest.raises(Refused):
        statefile.decode(bytes(packed), "flipped")


@given(st.integers(0, 200))
def test_a_truncated_file_is_noticed(length: int) -> None:
    packed = _packed()

    with pytest.raises(Refused):
        statefile.decode(packed[: min(length, len(packed) - 1)], "short")


def test_a_file_that_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(Refused, match="too much"):
        statefile.decode(_sealed(bytes(statefile.LARGEST_STATE + 1)), "bomb")


@pytest.mark.parametrize(
    "state",
    [
        b"\x81\xa5media\x81\xa1a" + b"\x81\xa1b" * 100_000 + b"\xc0",
        b"\x81\xa5media\x81\xa1a\x81\xa1b\x81\x90\xc0",
        b"\x81\xa5board\xa2\xff\xfe",
        b"\x81\xa5media\x81\xa1a\x81\xa1b\xa2\xff\xfe",
    ],
    ids=["deep", "key that is a list", "board not text", "value not text"],
)
def test_a_whole_file_that_a_stranger_made_is_refused(state: bytes) -> None:
    with pytest.raises(Refused, match="damaged"):
        statefile.decode(_sealed(state), "strange")


def test_a_file_of_a_later_version_is_refused_as_such() -> None:
    with pytest.raises(Refused, match="another version"):
        statefile.decode(b"8BSTATE\x63" + bytes(100), "later")


def _sealed(state: bytes) -> bytes:
    packed = zstandard.ZstdCompressor().compress(state)
    return statefile.MAGIC + hashlib.blake2b(packed, digest_size=32).digest() + packed


def _packed() -> bytes:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        statefile.save(Path(folder) / "x", SMALL)
        return (Path(folder) / "x").read_bytes()
