"""machine/media/bas.py: listings and tokens."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from machine.core.errors import Refused
from machine.media import bas

LINES = [
    ('PRINT "print"', '91 20 22 70 72 69 6e 74 22'),
    ("?A", "91 41"),
    ("goto 100", "89 20 0e 64 00"),
    ("GOTO+&H0+0", "89 f1 0c 00 00 f1 11"),
    ("ON X GOTO 10,20", "95 20 58 20 89 20 0e 0a 00 2c 0e 14 00"),
    ("FORI=ATOB", "82 49 ef 41 d9 42"),
    ("A1=7", "41 31 ef 18"),
    ("X=10", "58 ef 0f 0a"),
    ("X=255:Y=256", "58 ef 0f ff 3a 59 ef 1c 00 01"),
    ("X=32768", "58 ef 1d 45 32 76 80"),
    ("X=.5", "58 ef 1d 40 50 00 00"),
    ("X=.D", "58 ef 1f 00 00 00 00 00 00 00 00"),
    ("X=1234567", "58 ef 1f 47 12 34 56 70 00 00 00"),
    ("X=1#", "58 ef 1f 41 10 00 00 00 00 00 00"),
    ("X=1E-5", "58 ef 1d 3c 10 00 00"),
    ("X=2%", "58 ef 13"),
    ("X=&HFF", "58 ef 0c ff 00"),
    ("X=&O17", "58 ef 0b 0f 00"),
    ("X=&B101", "58 ef 26 42 31 30 31"),
    ("IF A THEN 5 ELSE 6", "8b 20 41 20 da 20 0e 05 00 20 3a a1 20 0e 06 00"),
    ("IF A THEN 100ELSE 6", "8b 20 41 20 da 20 0e 64 00 3a a1 20 0e 06 00"),
    ("'print", "3a 8f e6 70 72 69 6e 74"),
    ("REM print", "8f 20 70 72 69 6e 74"),
    ('DATA print,":",a:?', "84 20 70 72 69 6e 74 2c 22 3a 22 2c 61 3a 91"),
    ("A$=LEFT$(B$,1)", "41 24 ef ff 81 28 42 24 2c 12 29"),
    ("_FORMAT", "5f 46 4f 52 4d 41 54"),
    ("_x+y z'(5)", "5f 58 59 20 5a 28 16 29"),
    ("X=&b1 0 1+2", "58 ef 26 42 31 20 30 20 31 f1 13"),
    ("X=1 0EL", "58 ef 0f 0a 45 4c"),
    ("X=1EX:Y=1 D-Z", "58 ef 1d 41 10 00 00 58 3a 59 ef 1f 41 10 00 00 00 00 00 00 5a"),
    ("X=12345E%", "58 ef 1d 45 12 34 50 25"),
    ("X=.E.5", "58 ef 1d 00 00 00 00 1d 40 50 00 00"),
    ("H.DIR", "48 1f 00 00 00 00 00 00 00 00 49 52"),
    ("GOTO 1 0 , 6 5 5 3 0", "89 20 0e 0a 00 20 2c 20 0e 99 19 20 0e 00 00"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), LINES)
def test_a_line_has_its_documented_tokens(text: str, code: str) -> None:
    assert bas.tokens(text.encode()).hex(" ") == code


def test_a_program_is_linked_as_it_lies_in_memory() -> None:
    image = bas.tokenised("20 END\n10 CLS\n")

    assert image.hex(" ") == "07 80 0a 00 9f 00 0d 80 14 00 81 00 00 00"


def test_a_later_line_of_the_same_number_replaces_the_earlier() -> None:
    assert bas.listing(bas.tokenised("10 CLS\n10 END\n")) == "10 END\n"


@example(b"\x1d\x01")  # a mantissa of zeros
@given(st.binary(max_size=40))
def test_any_tokens_have_a_text(code: bytes) -> None:
    bas.text_of(code)


def test_tabs_of_a_listing_are_blanks() -> None:
    assert bas.listing(bas.tokenised("10\tCLS:\tEND")) == "10 CLS: END\n"


@pytest.mark.parametrize("word", sorted(bas.TOKENS))
def test_every_word_is_listed_as_it_was_typed(word: str) -> None:
    image = bas.tokenised(f"10 A {word} B")

    assert bas.listing(image) == (f"10 A {word} B\n" if word != "ELSE" else "10 A ELSE B\n")


def test_a_line_number_kept_as_an_address_is_listed_as_a_number() -> None:
    image = bytearray(bas.tokenised("10 CLS\n20 GOTO 10\n"))
    at = image.index(b"\x0e\x0a\x00")
    image[at : at + 3] = b"\x0d" + (bas.BASE - 1).to_bytes(2, "little")

    assert bas.listing(bytes(image)) == "10 CLS\n20 GOTO 10\n"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("CLS\n", "without a number"),
        ("65530 CLS", "without a number"),
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
        bas.text_of(code, data)


words = st.sampled_from(
    [*bas.TOKENS, "A", "B1$", " ", ",", "(", ")", ":", '"x"', "12", "3.5", "&H1F"]
)


@given(st.lists(words, max_size=20))
def test_what_is_listed_gives_the_same_tokens_again(parts: list[str]) -> None:
    image = bas.tokenised("10 " + "".join(parts))

    listed = bas.listing(image)

    assert bas.tokenised(listed) == image


def test_a_listing_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "marked.bas"
    path.write_text("10 PRINT\r\n", encoding="utf-8-sig")

    assert bas.load(path) == bas.tokenised("10 PRINT")


def test_graphic_characters_of_texts_and_remarks_are_listed_as_one_character() -> None:
    text = '10 PRINT "♥♣"+"ä":REM ☺A\n20 DATA ♪,"♫"\n'
    program = bas.tokenised(text)

    assert b"\x01\x43\x01\x45" in program
    assert bas.listing(program) == text
