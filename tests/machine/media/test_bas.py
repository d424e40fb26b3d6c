"""machine/media/bas.py: programs in files and in memory."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from machine.basic.lister import text_of
from machine.core.errors import Refused
from machine.media import bas


def test_a_program_is_linked_as_it_lies_in_memory() -> None:
    image = bas.tokenised("20 END\n10 CLS\n")

    assert image.hex(" ") == "07 80 0a 00 9f 00 0d 80 14 00 81 00 00 00"


def test_a_later_line_of_the_same_number_replaces_the_earlier() -> None:
    assert bas.listing(bas.tokenised("10 CLS\n10 END\n")) == "10 END\n"


def test_tabs_of_a_listing_are_blanks() -> None:
    assert bas.listing(bas.tokenised("10\tCLS:\tEND")) == "10 CLS: END\n"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("CLS\n", "without a number"),
        ("65530 CLS", "from 0 to 65529"),
        ("1 '" + "x" * 300, "longer"),
    ],
)
def test_what_is_no_listing_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        bas.tokenised(text)


def test_a_truncated_tokenised_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.bas"
    path.write_bytes(b"\xff" + bas.tokenised('10 PRINT "HELLO"')[:-6])

    with pytest.raises(Refused, match=r"x\.bas ends in the middle of a line"):
        bas.load(path)


def test_tokens_and_text_load_alike_wherever_the_program_was_linked(tmp_path: Path) -> None:
    image = bas.tokenised("10 CLS\n20 GOTO 10\n")
    moved = bytearray(image)
    moved[1] = moved[7] = 0xC0
    text, tokens = tmp_path / "a.bas", tmp_path / "b.bas"
    text.write_bytes(b"10 CLS\r\n20 GOTO 10\r\n\x1a")
    tokens.write_bytes(b"\xff" + moved)

    assert bas.load(text) == bas.load(tokens) == image


@given(st.binary(max_size=300))
def test_any_bytes_load_or_are_refused(data: bytes) -> None:
    try:
        lines = list(bas.lines_of(data))
    except Refused:
        return
    for _, code in lines:
        text_of(code, data)


def test_a_listing_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "marked.bas"
    path.write_text("10 PRINT\r\n", encoding="utf-8-sig")

    assert bas.load(path) == bas.tokenised("10 PRINT")
