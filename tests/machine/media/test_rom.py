"""Cartridge images: what is accepted, and which mapper an image tells of."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from machine import cartridges
from machine.core.errors import Refused
from machine.media.rom import LARGEST, MAPPERS, SMALLEST, Rom, detect, has_header


def image(kilobytes: int, *stores: int, header: int = 0) -> bytes:
    """An image with a header, and an `LD (nn),A` for each address in `stores`."""
    data = bytearray(b"\xff" * (kilobytes * 1024))
    data[header : header + 4] = b"AB\x10\x40"
    at = header + 0x10
    for address in stores:
        data[at : at + 3] = bytes((0x32, address & 0xFF, address >> 8))
        at += 3
    return bytes(data)


@pytest.mark.parametrize(
    ("stores", "mapper"),
    [
        ((0x5000, 0x7000, 0x9000, 0xB000), "konami-scc"),
        ((0x6000, 0x8000, 0xA000, 0x8000), "konami"),
        ((0x6000, 0x6800, 0x7000, 0x7800), "ascii8"),
        ((0x6000, 0x7000, 0x77FF, 0x6000), "ascii16"),
        ((0x6000, 0x7000), "ascii16"),
        ((), "generic8"),
    ],
)
def test_mapper_is_told_by_the_registers_that_are_written(
    stores: tuple[int, ...], mapper: str
) -> None:
    assert Rom(image(128, *stores)).mapper == mapper


@pytest.mark.parametrize("kilobytes", [8, 16, 24, 32, 48])
def test_up_to_48_kilobytes_are_plain(kilobytes: int) -> None:
    assert Rom(image(kilobytes, 0x6000, 0x6800)).mapper == "plain"


def test_64_kilobytes_are_plain_if_they_start_at_4000h() -> None:
    assert Rom(image(64, header=0x4000)).mapper == "plain"
    assert Rom(image(64)).mapper == "ascii16"


def test_a_given_mapper_goes_before_what_is_detected() -> None:
    assert Rom(image(128, 0x5000, 0x9000), mapper="ascii8-sram").mapper == "ascii8-sram"


def test_every_mapper_name_has_a_cartridge() -> None:
    assert set(MAPPERS) == set(cartridges.KINDS)


@pytest.mark.parametrize(
    ("data", "mapper", "word"),
    [
        (b"", "", "8 KB to 4 MB"),
        (b"AB" * 100, "", "8 KB to 4 MB"),
        (bytes(LARGEST + 1), "", "8 KB to 4 MB"),
        (bytes(0x4000), "", "no cartridge header"),
        (image(16), "ascii9", "ascii9"),
        (image(128), "plain", "at most 64 KB"),
    ],
)
def test_what_is_no_cartridge_is_refused_in_a_sentence(data: bytes, mapper: str, word: str) -> None:
    with pytest.raises(Refused, match=word):
        Rom(data, "game.rom", mapper)


def test_a_cartridge_without_header_is_taken_if_its_mapper_is_named() -> None:
    assert Rom(bytes(0x4000), mapper="plain").mapper == "plain"


def test_missing_empty_and_huge_files_and_folders_are_refused(tmp_path: Path) -> None:
    empty, huge = tmp_path / "empty.rom", tmp_path / "huge.rom"
    empty.write_bytes(b"")
    with huge.open("wb") as stream:
        stream.truncate(1 << 33)

    for path in (tmp_path, empty, huge, tmp_path / "none.rom"):
        with pytest.raises(Refused, match=path.name):
            Rom.load(path)


def test_file_is_loaded_under_its_path(tmp_path: Path) -> None:
    path = tmp_path / "game.rom"
    path.write_bytes(image(32))

    rom = Rom.load(path, "plain")

    assert (rom.name, rom.mapper, rom.base) == (str(path), "plain", image(32))


@given(st.binary(min_size=1, max_size=40).map(lambda data: b"AB" + data), st.integers(1, 600))
def test_any_bytes_are_a_cartridge_or_refused(pattern: bytes, times: int) -> None:
    data = pattern * times
    if len(data) < SMALLEST or not has_header(data):
        with pytest.raises(Refused, match=r"any\.rom"):
            Rom(data, "any.rom")
        return

    rom = Rom(data, "any.rom")

    assert rom.mapper == detect(data) in MAPPERS
