"""Sprites: S0 and the collision coordinates, limits, priorities, special bits."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from machine.devices.v9938 import V9938, Tms9918a
from tests.machine.devices.v9938_reference import Frame, collision, sprites_on
from tests.machine.devices.v9938_rig import Rig

FIFTH, COLLISION = 0x40, 0x20
RED, WHITE, GREEN = 0xFFFF2424, 0xFFFFFFFF, 0xFF24DA24
PATTERNS, ATTRIBUTES, COLOURS = (
    0x3800,
    0x1B00,
    0x1900,
)  # sprite mode 2: attributes at colours + 200h
SPRITE = tuple[int, int, int]  # x, y, colour


def sprite_rig(mode2: bool, chip: type[V9938] | type[Tms9918a] = V9938, r1: int = 0x40) -> Rig:
    """The display on, sprite patterns of 8 full lines, no sprites."""
    rig = Rig(chip)
    rig.set_all([(0, 0x04 if mode2 else 0x00), (1, r1), (2, 0x06), (3, 0x80), (4, 0x00), (6, 7)])
    rig.set(5, 0x37 if mode2 else 0x36)
    if chip is V9938:
        rig.set_all([(8, 0x08), (11, 0)])
    rig.run_frames()
    rig.chip.write_vram(PATTERNS, b"\xff" * 32)
    rig.chip.write_vram(ATTRIBUTES + (0x100 if mode2 else 0), bytes([216 if mode2 else 208]))
    return rig


def place(rig: Rig, mode2: bool, sprites: list[SPRITE]) -> None:
    """Puts sprites 0, 1, ... at x, y (the first line shown) in a colour (with its special bits)."""
    table = b"".join(bytes([(y - 1) & 255, x, 0, colour]) for x, y, colour in sprites)
    start = 0x1A00 + 0x200 if mode2 else ATTRIBUTES
    if mode2:
        start = 0x1A00
        lines = b"".join(bytes([colour]) * 16 for _, _, colour in sprites)
        rig.chip.write_vram(start - 0x200, lines)
    rig.chip.write_vram(start, table + bytes([216 if mode2 else 208]))


def after_a_frame(rig: Rig) -> int:
    """S0 as it is when F has come, of one whole display."""
    rig.run_to_line(240)
    rig.status(0)
    rig.run_frames()
    rig.run_to_line(240)
    return rig.status(0)


@pytest.mark.parametrize("mode2", [False, True])
@pytest.mark.parametrize("extra", [False, True])
def test_one_sprite_too_many_is_reported_and_not_shown(mode2: bool, extra: bool) -> None:
    rig = sprite_rig(mode2)
    limit = 8 if mode2 else 4
    place(rig, mode2, [(20 * i, 50, 8) for i in range(limit + extra)])

    s0 = after_a_frame(rig)

    row = rig.picture()[24 + 52]
    assert [bool(row[32 + 20 * i] == RED) for i in range(9)] == [i < limit for i in range(9)]
    assert bool(s0 & FIFTH) == extra
    assert s0 & 0x1F == limit


def test_number_of_the_last_sprite_is_31_without_a_terminator() -> None:
    rig = sprite_rig(False)
    place(rig, False, [(8 * i & 0xFF, 4 + (i // 4) * 20, 8) for i in range(32)])

    assert after_a_frame(rig) & 0x1F == 31


def test_too_many_sprites_are_not_looked_for_while_f_is_set() -> None:
    rig = sprite_rig(False)
    rig.run_to_line(235)
    rig.status(0)
    rig.run_frames()
    rig.run_to_line(235)  # F is set and nobody reads it
    place(rig, False, [(20 * i, 50, 8) for i in range(6)])

    rig.run_frames()
    rig.run_to_line(150)

    assert rig.status(0) & 0xC0 == 0x80
    assert after_a_frame(rig) & 0xC0 == 0xC0


@pytest.mark.parametrize("mode2", [False, True])
def test_collision_sets_the_flag_and_the_coordinates(mode2: bool) -> None:
    rig = sprite_rig(mode2)
    place(rig, mode2, [(100, 50, 8), (107, 57, 15)])

    assert after_a_frame(rig) & COLLISION
    assert [rig.status(number) for number in (3, 4, 5, 6)] == [107 + 12, 0xFE, 57 + 7, 0xFC]
    assert [rig.status(number) for number in (3, 4, 5, 6)] == [0, 0xFE, 0, 0xFC]


@pytest.mark.parametrize("other", [(108, 50), (100, 58), (92, 50), (100, 42)])
def test_sprites_side_by_side_do_not_collide(other: tuple[int, int]) -> None:
    rig = sprite_rig(False)
    place(rig, False, [(100, 50, 8), (*other, 15)])

    assert not after_a_frame(rig) & COLLISION


@pytest.mark.parametrize("special", [0x40, 0x20])
def test_sprite_lines_with_cc_or_ic_do_not_collide(special: int) -> None:
    rig = sprite_rig(True)
    place(rig, True, [(100, 50, 8), (104, 50, 15 | special)])

    assert not after_a_frame(rig) & COLLISION


@pytest.mark.parametrize(
    ("chip", "r8", "collides"), [(V9938, 0x08, False), (V9938, 0x28, True), (Tms9918a, 0, True)]
)
def test_transparent_sprites_collide_as_the_chip_has_it(
    chip: type[V9938] | type[Tms9918a], r8: int, collides: bool
) -> None:
    rig = sprite_rig(False, chip)
    if r8:
        rig.set(8, r8)
    place(rig, False, [(100, 50, 0), (104, 50, 15)])

    assert bool(after_a_frame(rig) & COLLISION) == collides


def test_collision_outside_the_display_does_not_count() -> None:
    rig = sprite_rig(False)
    place(rig, False, [(10, 50, 0x88), (12, 50, 0x8F)])

    assert not after_a_frame(rig) & COLLISION


def test_early_clock_moves_a_sprite_32_pixels_left() -> None:
    rig = sprite_rig(False)
    place(rig, False, [(36, 50, 0x88)])
    rig.run_frames(2)

    row = rig.picture()[24 + 50].tolist()

    assert [x - 32 for x in range(320) if row[x] == RED] == list(range(4, 12))


@pytest.mark.parametrize(("r1", "size"), [(0x40, 8), (0x41, 16), (0x42, 16), (0x43, 32)])
def test_size_and_magnification(r1: int, size: int) -> None:
    rig = sprite_rig(False, r1=r1)
    place(rig, False, [(100, 50, 8)])
    rig.run_frames(2)

    picture = rig.picture()

    assert int((picture == RED).sum()) == size * size
    assert (picture[74 : 74 + size, 132 : 132 + size] == RED).all()


def test_mixed_sprites_show_the_or_of_their_colours() -> None:
    rig = sprite_rig(True)
    place(rig, True, [(100, 50, 8), (104, 50, 0x40 | 7)])
    rig.run_frames(2)

    row = rig.picture()[24 + 52, 132:144]

    cyan = 0xFF48DAFF
    assert row.tolist() == [RED] * 4 + [WHITE] * 4 + [cyan] * 4


def test_mixed_sprite_without_a_partner_before_it_is_not_shown() -> None:
    rig = sprite_rig(True)
    place(rig, True, [(100, 50, 0x40 | 7), (150, 50, 8)])
    rig.run_frames(2)

    row = rig.picture()[24 + 52].tolist()

    assert [x - 32 for x in range(320) if row[x] != row[0]] == list(range(150, 158))


@pytest.mark.parametrize(("r8", "shown"), [(0x08, GREEN), (0x28, 0xFF000000)])
def test_colour_0_is_transparent_unless_tp_is_set(r8: int, shown: int) -> None:
    rig = sprite_rig(False)
    rig.set_all([(7, 2), (8, r8)])
    place(rig, False, [(100, 50, 0)])
    rig.chip.write_vram(0x2000, b"\x22" * 32)
    rig.run_frames(2)

    assert rig.picture()[24 + 52, 132] == shown


def test_sprites_scroll_with_the_lines() -> None:
    rig = sprite_rig(False)
    place(rig, False, [(100, 50, 8)])
    rig.set(23, 10)
    rig.run_frames(2)

    assert rig.picture()[24 + 40, 132] == RED
    assert rig.picture()[24 + 48, 132] != RED


def test_sprite_disable_hides_and_looks_for_none() -> None:
    rig = sprite_rig(False)
    place(rig, False, [(100, 50, 8), (100, 50, 8)])
    rig.set(8, 0x0A)

    s0 = after_a_frame(rig)

    assert not s0 & COLLISION
    assert not (rig.picture() == RED).any()


def test_sprite_moved_in_mid_frame_shows_on_the_lines_below() -> None:
    rig = sprite_rig(False)
    place(rig, False, [(100, 50, 8)])
    rig.run_frames()
    rig.run_to_line(42 + 54, 700)

    rig.chip.write_vram(ATTRIBUTES + 1, bytes([200]))
    rig.run_frames()

    picture = rig.picture()
    assert [bool(picture[24 + y, 132] == RED) for y in range(50, 58)] == [True] * 5 + [False] * 3
    assert [bool(picture[24 + y, 232] == RED) for y in range(50, 58)] == [False] * 5 + [True] * 3


@pytest.mark.parametrize(("chip", "mode2"), [(V9938, False), (V9938, True), (Tms9918a, False)])
@settings(max_examples=15)
@given(
    seed=st.integers(0, 2**32 - 1), r1=st.sampled_from([0x40, 0x41, 0x42, 0x43]),
    spread=st.sampled_from([10, 40, 200]), see_through=st.booleans(),
)  # fmt: skip
def test_status_of_a_frame_is_that_of_the_data_book(
    chip: type[V9938] | type[Tms9918a], mode2: bool, seed: int, r1: int, spread: int,
    see_through: bool,
) -> None:  # fmt: skip
    source = random.Random(seed)
    rig = sprite_rig(mode2, chip, r1)
    if chip is V9938:
        rig.set(8, 0x08 if see_through else 0x28)
    rig.chip.write_vram(PATTERNS, source.randbytes(0x400))
    special = (0, 0x20, 0x40, 0x80) if mode2 else (0, 0x80)
    count = source.randrange(1, 24)
    top = source.randrange(150)
    table = [
        (source.randrange(256), top + source.randrange(spread) & 0xFF, source.choice(special)
         | source.randrange(16)) for _ in range(count)
    ]  # fmt: skip
    place(rig, mode2, [entry for entry in table if entry[1] not in (209, 217)])
    frame = Frame(
        rig.chip.registers, rig.chip.read_vram(0, 0x4000 if chip is Tms9918a else 0x20000),
        bytes(32) if chip is V9938 else b"",
    )  # fmt: skip

    s0 = after_a_frame(rig)

    lines = range(193)  # one more than is displayed
    extra = next((n for y in lines if (n := sprites_on(frame, y)[1]) is not None), None)
    meeting = next(((x, y) for y in lines if (x := collision(frame, y)) is not None), None)
    assert bool(s0 & FIFTH) == (extra is not None)
    assert extra is None or s0 & 0x1F == extra
    assert bool(s0 & COLLISION) == (meeting is not None)
    if meeting and chip is V9938:
        assert (rig.chip.status[3], rig.chip.status[5]) == (
            (meeting[0] + 12) & 0xFF, (meeting[1] + 7) & 0xFF
        )  # fmt: skip
