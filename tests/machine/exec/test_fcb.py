"""The fields of a file control block."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from machine.exec.fcb import LENGTH, Fcb, block_numbers, records_of

BYTES = st.binary(min_size=LENGTH, max_size=LENGTH)
KINDS = st.sampled_from(["cpm", "msx1", "msx2"])
LARGEST = {"cpm": 0xFFFF, "msx1": 0x7FFFFF, "msx2": 0x7FFFFF}  # records; CP/M: 8 MB


@given(BYTES, KINDS, st.data())
def test_a_sequential_record_comes_back(data, kind, draw):
    fcb = Fcb(data, kind)
    record = draw.draw(st.integers(0, LARGEST[kind]))

    fcb.record = record

    assert fcb.record == record
    assert fcb.data[32] < 128


@given(BYTES, KINDS, st.integers(0, 0xFFFE))
def test_records_follow_each_other(data, kind, record):
    fcb = Fcb(data, kind)
    fcb.record = record

    fcb.advance()

    assert fcb.record == record + 1


def test_cpm_stays_in_its_extent_until_the_next_is_used():
    fcb = Fcb(bytes(LENGTH), "cpm")
    fcb.record = 127

    fcb.advance()

    assert (fcb.data[12], fcb.data[32], fcb.record) == (0, 128, 128)


@given(BYTES, st.integers(0, 0xFFFFFFFF))
def test_a_random_record_touches_its_bytes_alone(data, record):
    fcb = Fcb(data, "msx2")

    fcb.random = record

    assert fcb.random == record & 0xFFFFFF
    assert bytes(fcb.data[:33]) == data[:33]
    assert bytes(fcb.data[36:]) == data[36:]


@pytest.mark.parametrize(("size", "mask"), [(1, 0xFFFFFFFF), (63, 0xFFFFFFFF), (64, 0xFFFFFF)])
@given(BYTES, st.integers(0, 0xFFFFFFFF))
def test_the_record_of_a_block_has_four_bytes_below_64(size, mask, data, record):
    fcb = Fcb(data, "msx1")
    fcb.data[14], fcb.data[15] = size, 0

    fcb.block_record = record

    assert fcb.block_record == record & mask


@given(BYTES, KINDS)
def test_names_are_in_capitals_and_without_cpm_s_attributes(data, kind):
    fcb = Fcb(data, kind)

    assert fcb.name == fcb.name.upper()
    assert kind != "cpm" or max(fcb.name) < 0x80


@given(BYTES, st.sampled_from(["msx1", "msx2"]), st.integers(0, 0xFFFF))
def test_an_open_one_knows_where_its_file_is(data, kind, where):
    fcb = Fcb(data, kind)

    fcb.opened(0x41, where)

    assert fcb.is_open
    assert fcb.where == where


@given(st.integers(0, 1 << 24))
def test_records_hold_the_bytes_and_no_record_too_many(size):
    assert 0 <= records_of(size) * 128 - size < 128


@given(st.integers(0, 128))
def test_an_extent_shows_a_block_for_each_16_records(records):
    numbers = block_numbers(records)
    words = [numbers[at] | numbers[at + 1] << 8 for at in range(0, 16, 2)]

    assert sum(word != 0 for word in words) == -(-records // 16)
