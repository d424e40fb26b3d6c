"""The first line of every sample program says what the menu needs."""

import zlib

from app.models.samples import FOLDER, PICTURES, sample, samples
from machine.boards import BOARDS
from machine.media import bas
from scripts.sample_pictures import STEPS, picture


def test_every_file_of_the_folder_is_a_sample_with_a_title_and_a_board() -> None:
    assert {found.path for found in samples()} == set(FOLDER.iterdir())
    assert len({found.title for found in samples()}) == len(samples()) >= 12
    assert all(found.board in ("", *BOARDS) and found.tells for found in samples())


def test_every_sample_is_a_listing_as_the_machine_would_list_it() -> None:
    for found in samples():
        text = found.path.read_text(encoding="utf-8")
        assert bas.listing(bas.tokenised(text)) == text, found.name


def test_a_sample_is_found_by_its_name() -> None:
    assert sample("snake").title == "Snake"


def test_every_sample_has_a_picture_and_every_picture_a_sample() -> None:
    assert {found.picture for found in samples()} == set(PICTURES.iterdir())
    assert set(STEPS) == {found.name for found in samples()}


def test_a_picture_is_what_the_sample_shows() -> None:
    found = sample("rosette")  # which is done with drawing then

    assert rows(picture(found)) == rows(found.picture.read_bytes())


def rows(file: bytes) -> bytes:
    """The pixels in a PNG of ours, however well they are compressed."""
    start, end = file.index(b"IDAT") + 4, file.index(b"IEND") - 8
    return zlib.decompress(file[start:end])
