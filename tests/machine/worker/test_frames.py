import gc
import os
import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from machine.worker.frames import SIZE, SOUND_RING, Frames, anonymous_memory

Pair = tuple[Frames, Frames]


def a_pair() -> Pair:
    memory = anonymous_memory()
    try:
        return Frames(memory), Frames(memory)
    finally:
        os.close(memory)


@pytest.fixture
def pair() -> Iterator[Pair]:
    writer, reader = a_pair()
    yield writer, reader
    writer.close()
    reader.close()


def filled_with(value: int) -> bytes:
    return bytes([value]) * (4 * 3 * 4)


def write(writer: Frames, value: int) -> int:
    def fill(pixels: memoryview) -> None:
        pixels[:] = filled_with(value)

    return writer.write_picture(4, 3, fill)


def test_before_the_first_picture_there_is_none(pair: Pair) -> None:
    assert pair[1].picture() is None
    assert pair[1].copy_picture() is None
    assert pair[1].sequence == 0


def test_the_newest_picture_is_seen_by_the_other_side(pair: Pair) -> None:
    writer, reader = pair
    for value in range(1, 8):
        assert write(writer, value) == value

    picture = reader.picture()

    assert picture is not None
    assert (picture.sequence, picture.width, picture.height) == (7, 4, 3)
    assert bytes(picture.pixels) == filled_with(7)
    assert picture.pixels.readonly
    assert reader.copy_picture() == (4, 3, filled_with(7))
    picture.pixels.release()


def test_a_picture_is_intact_for_two_more_and_not_for_the_third(pair: Pair) -> None:
    writer, reader = pair
    write(writer, 1)
    picture = reader.picture()
    assert picture is not None

    intact = [reader.intact(picture)]
    for value in (2, 3, 4):
        write(writer, value)
        intact.append(reader.intact(picture))

    assert intact == [True, True, True, False]
    picture.pixels.release()


def test_a_picture_that_is_being_written_is_not_intact(pair: Pair) -> None:
    writer, reader = pair
    for value in (1, 2, 3):
        write(writer, value)
    seen = []

    def fill(pixels: memoryview) -> None:
        pixels[:] = filled_with(4)
        newest = reader.picture()
        assert newest is not None
        seen.append((newest.sequence, reader.intact(newest)))
        newest.pixels.release()

    writer.write_picture(4, 3, fill)

    assert seen == [(3, True)]


def test_a_size_that_is_not_possible_shows_no_picture(pair: Pair) -> None:
    writer, reader = pair
    write(writer, 1)
    writer._words[8 * 2 + 2] = 1 << 40

    assert reader.picture() is None


def test_closing_while_a_picture_is_held_is_no_error() -> None:
    writer, reader = a_pair()
    write(writer, 9)
    picture = reader.picture()
    assert picture is not None

    reader.close()
    writer.close()

    assert bytes(picture.pixels) == filled_with(9)
    del picture
    gc.collect()


def test_shared_memory_has_no_name_and_one_size() -> None:
    memory = anonymous_memory()
    try:
        assert os.fstat(memory).st_size == SIZE
        assert os.fstat(memory).st_nlink == 0
    finally:
        os.close(memory)


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 3000)), max_size=60), st.randoms())
def test_sound_comes_out_as_it_went_in(
    steps: list[tuple[bool, int]], chance: random.Random
) -> None:
    writer, reader = a_pair()
    start = chance.randrange(0, 3 * SOUND_RING)
    writer._words[2] = writer._words[3] = start
    waiting = b""
    for into, samples in steps:
        if into and len(waiting) // 2 + samples <= SOUND_RING:
            block = chance.randbytes(samples * 2)
            writer.write_sound(block)
            waiting += block
        else:
            taken = reader.read_sound(samples)
            assert taken == waiting[: samples * 2]
            waiting = waiting[len(taken) :]
        assert reader.sound_fill == len(waiting) // 2
    writer.close()
    reader.close()


def test_a_reader_that_was_overtaken_goes_on_with_the_newest(pair: Pair) -> None:
    writer, reader = pair
    for value in range(5):
        writer.write_sound(bytes([value]) * SOUND_RING)

    assert reader.sound_fill == SOUND_RING
    sound = reader.read_sound()

    assert sound == bytes([4]) * SOUND_RING
    assert reader.sound_fill == 0


def test_a_block_larger_than_the_ring_leaves_its_end(pair: Pair) -> None:
    writer, reader = pair

    writer.write_sound(b"\1\0" * SOUND_RING + b"\2\0" * SOUND_RING)

    assert reader.read_sound() == b"\2\0" * SOUND_RING
