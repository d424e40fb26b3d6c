"""Sub-ROM: block copies within VRAM, with memory and with files."""

import random
import struct
from collections.abc import Sequence

import pytest

from tests.support.subrom import SubRom, started

WIDTH = {5: 256, 6: 512, 7: 512, 8: 256}
BITS = {5: 4, 6: 2, 7: 4, 8: 8}
MEMORY = 0xA000
XOR = 3
LEFTWARDS = 4


@pytest.fixture
def sub() -> SubRom:
    return started()


def stride(mode: int) -> int:
    return WIDTH[mode] * BITS[mode] // 8


def fill_at_random(sub: SubRom, mode: int, lines: int = 64) -> list[list[int]]:
    data = random.Random(mode).randbytes(lines * stride(mode))
    sub.vm.video.write_vram(0, data)
    return dots(sub, mode, lines)


def dots(sub: SubRom, mode: int, lines: int = 212, first: int = 0) -> list[list[int]]:
    bits = BITS[mode]
    data = sub.vm.vram(first * stride(mode), lines * stride(mode))
    per = 8 // bits
    flat = [byte >> (per - 1 - i) * bits & (1 << bits) - 1 for byte in data for i in range(per)]
    width = WIDTH[mode]
    return [flat[row * width : row * width + width] for row in range(lines)]


def packed(rows: Sequence[Sequence[int]], mode: int) -> bytes:
    """A picture as the handbook, appendix 3, lays it out: size, then dots without gaps."""
    bits = BITS[mode]
    text = "".join(f"{dot:0{bits}b}" for row in rows for dot in row)
    text = text.ljust(-(-len(text) // 8) * 8, "0")
    data = bytes(int(text[i : i + 8], 2) for i in range(0, len(text), 8))
    return struct.pack("<HH", len(rows[0]), len(rows)) + data


def copy(sub: SubRom, entry: str, **words: int) -> bool:
    arg, operation = words.pop("arg", 0), words.pop("operation", 0)
    sub.set_words(**words)
    sub.set(CARG=arg, L_OP=operation)
    carry = sub.call(entry, hl=0xF562).carry
    sub.vm.run(frames=3)
    return carry


@pytest.mark.parametrize("mode", [5, 6, 7, 8])
def test_bltvv_moves_a_block(sub: SubRom, mode: int) -> None:
    sub.mode(mode)
    before = fill_at_random(sub, mode)
    assert not copy(sub, "BLTVV", SX=3, SY=5, DX=101, DY=90, NX=37, NY=20)

    after = dots(sub, mode)
    assert [row[101:138] for row in after[90:110]] == [row[3:40] for row in before[5:25]]
    assert {dot for row in after[110:] for dot in row} == {0} if mode == 6 else {4}


@pytest.mark.parametrize("mode", [5, 8])
def test_bltvv_obeys_operation_and_page(sub: SubRom, mode: int) -> None:
    sub.mode(mode)
    before = fill_at_random(sub, mode)
    copy(sub, "BLTVV", SX=0, SY=0, DX=0, DY=256, NX=64, NY=32)
    copy(sub, "BLTVV", SX=0, SY=10, DX=0, DY=256, NX=64, NY=32, operation=XOR)

    other = dots(sub, mode, 32, first=256)
    mixed = [
        [a ^ b for a, b in zip(x[:64], y[:64], strict=True)]
        for x, y in zip(before[:32], before[10:42], strict=True)
    ]
    assert [row[:64] for row in other] == mixed


@pytest.mark.parametrize("mode", [5, 6, 7, 8])
@pytest.mark.parametrize("size", [(32, 7), (33, 5), (1, 1)])
def test_a_picture_from_memory_appears(sub: SubRom, mode: int, size: tuple[int, int]) -> None:
    source = random.Random(7)
    rows = [[source.randrange(1 << BITS[mode]) for _ in range(size[0])] for _ in range(size[1])]
    sub.mode(mode)
    sub.vm.write(MEMORY, packed(rows, mode))
    assert not copy(sub, "BLTVM", SX=MEMORY, DX=11, DY=13)

    after = dots(sub, mode)
    assert [row[11 : 11 + size[0]] for row in after[13 : 13 + size[1]]] == rows
    assert after[13][11 + size[0]] == after[12][11] == after[13 + size[1]][11] == after[13][10]


@pytest.mark.parametrize("mode", [5, 6, 7, 8])
@pytest.mark.parametrize("size", [(32, 7), (33, 5), (1, 1)])
def test_a_picture_in_memory_is_what_the_screen_shows(
    sub: SubRom, mode: int, size: tuple[int, int]
) -> None:
    sub.mode(mode)
    before = fill_at_random(sub, mode)
    sub.vm.write(MEMORY, b"\xa5" * 512)
    assert not copy(sub, "BLTMV", SX=21, SY=8, DX=MEMORY, NX=size[0], NY=size[1])

    expected = packed([row[21 : 21 + size[0]] for row in before[8 : 8 + size[1]]], mode)
    assert sub.vm.read(MEMORY, len(expected) + 1) == expected + b"\xa5"


def test_a_picture_turned_round_is_its_mirror_image(sub: SubRom) -> None:
    rows = [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10]]
    sub.mode(5)
    sub.vm.write(MEMORY, packed(rows, 5))
    copy(sub, "BLTVM", SX=MEMORY, DX=50, DY=0, arg=LEFTWARDS)

    assert [row[46:51] for row in dots(sub, 5, 2)] == [row[::-1] for row in rows]


def test_dots_beyond_the_right_edge_are_left_out(sub: SubRom) -> None:
    rows = [list(range(1, 11)), list(range(5, 15))]
    sub.mode(5)
    sub.vm.write(MEMORY, packed(rows, 5))
    copy(sub, "BLTVM", SX=MEMORY, DX=252, DY=40)
    copy(sub, "BLTMV", SX=252, SY=40, DX=MEMORY + 0x100, NX=10, NY=2)

    assert [row[252:] for row in dots(sub, 5)[40:42]] == [[1, 2, 3, 4], [5, 6, 7, 8]]
    assert sub.vm.read(MEMORY + 0x100, 14) == packed([row[:4] + [0] * 6 for row in rows], 5)


def test_a_picture_from_memory_obeys_the_operation(sub: SubRom) -> None:
    sub.mode(5)
    before = fill_at_random(sub, 5)
    sub.vm.write(MEMORY, packed([[15] * 8], 5))
    copy(sub, "BLTVM", SX=MEMORY, DX=8, DY=8, operation=XOR)

    assert dots(sub, 5)[8][8:16] == [dot ^ 15 for dot in before[8][8:16]]


@pytest.mark.parametrize("size", [(0, 5), (5, 0), (513, 5), (5, 1025)])
def test_an_impossible_size_is_told_by_carry(sub: SubRom, size: tuple[int, int]) -> None:
    sub.mode(5)
    sub.vm.write(MEMORY, struct.pack("<HH", *size) + b"\xff" * 16)

    assert copy(sub, "BLTVM", SX=MEMORY, DX=0, DY=0)
    assert {dot for row in dots(sub, 5) for dot in row} == {4}


@pytest.mark.parametrize("entry", ["BLTVV", "BLTVM", "BLTMV", "BLTVD", "BLTDV"])
@pytest.mark.parametrize("mode", [0, 2, 3, 4])
def test_modes_without_commands_copy_nothing(sub: SubRom, entry: str, mode: int) -> None:
    sub.mode(mode)
    before = sub.vm.vram(0, 0x20000)
    carry = copy(sub, entry, SX=MEMORY, SY=0, DX=MEMORY, DY=0, NX=8, NY=8)

    assert carry
    assert sub.vm.vram(0, 0x20000) == before
