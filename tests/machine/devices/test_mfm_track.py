"""The bytes of a track: the checksum, and what a program's formatting makes."""

from hypothesis import given
from hypothesis import strategies as st

from machine.devices import mfm_track

SECTOR = st.binary(min_size=512, max_size=512)


def test_the_checksum_is_that_of_the_data_sheet():
    assert mfm_track.crc(b"123456789") == 0x29B1


@given(st.binary(max_size=64))
def test_data_and_its_checksum_have_the_checksum_zero(data):
    assert mfm_track.crc(mfm_track.with_crc(data)) == 0


@given(st.lists(SECTOR, max_size=9), st.integers(0, 82), st.integers(0, 1))
def test_a_turn_has_each_sector_where_its_number_says(sectors, cylinder, side):
    turn = mfm_track.compose(cylinder, side, sectors)

    assert len(turn) == mfm_track.TRACK_BYTES
    for index, data in enumerate(sectors):
        field = turn[mfm_track.id_start(index) :][: mfm_track.SECTOR_SPAN]
        assert field[15:18] == b"\xfe" + bytes((cylinder, side))
        assert field[60:572] == data


@given(st.lists(SECTOR, max_size=9), st.integers(0, 255))
def test_what_a_program_formats_is_found_again(sectors, cylinder):
    written = b"\x4e" * 146
    for record, data in enumerate(sectors, start=1):
        plain = data.replace(b"\xf5", b"\xe5")
        written += b"\xf5\xf5\xf5\xfe" + bytes((cylinder, 0, record, 2)) + b"\xf7" + b"\x4e" * 22
        written += b"\xf5\xf5\xf5\xfb" + plain + b"\xf7" + b"\x4e" * 84

    found = mfm_track.parse(written)

    assert [made.record for made in found] == list(range(1, len(sectors) + 1))
    assert [made.data for made in found] == [data.replace(b"\xf5", b"\xe5") for data in sectors]


@given(st.binary(max_size=7000))
def test_any_bytes_give_whole_sectors_or_none(written):
    assert all(len(made.data) == 512 for made in mfm_track.parse(written))
