"""Characters of the board and of the host."""

from hypothesis import given
from hypothesis import strategies as st

from machine.charsets import INTERNATIONAL, capital_codes, capitals, decode, encode, lacking, small


def test_line_ends_become_return() -> None:
    assert encode("a\r\nb\nc\rd", INTERNATIONAL) == b"a\rb\rc\rd"


def test_accents_have_codes_of_their_own() -> None:
    assert encode("éñÇ", INTERNATIONAL) == bytes([0x82, 0xA4, 0x80])


def test_graphic_characters_are_typed_with_their_prefix() -> None:
    assert encode("☺", INTERNATIONAL) == b"\x01\x41"


def test_a_character_that_the_set_lacks_gives_nothing() -> None:
    assert encode("a漢b", INTERNATIONAL) == b"ab"


def test_letters_whose_capital_the_set_has_become_it() -> None:
    assert capitals("año αÿß naïve.ũ") == "AÑO αÿß NAïVE.Ũ"
    assert small("AÑO ΣÿΔ Ĳ") == "año ΣÿΔ ĳ"


@given(st.text(INTERNATIONAL))
def test_capitals_are_the_same_for_text_and_for_codes(text: str) -> None:
    codes = bytes(INTERNATIONAL.index(char) for char in text)

    assert "".join(INTERNATIONAL[code] for code in capital_codes(codes)) == capitals(text)
    assert capitals(small(capitals(text))) == capitals(text)


@given(st.text())
def test_every_text_has_codes(text: str) -> None:
    assert len(encode(text, INTERNATIONAL)) <= 2 * len(text)


def test_a_letter_in_two_pieces_is_one() -> None:
    assert encode("e\u0301", INTERNATIONAL) == encode("é", INTERNATIONAL)


def test_what_texts_of_the_web_have_is_typed_plain() -> None:
    text = "PRINT\u00a0“a–b…”:REM ‘c’\u200b"

    assert encode(text, INTERNATIONAL) == b"PRINT \"a-b...\":REM 'c'"
    assert lacking(text, INTERNATIONAL) == ""


def test_what_is_lacking_is_named_once() -> None:
    assert lacking("1€ 漢字 2€ é", INTERNATIONAL) == "€漢字"


def test_paper_is_read_as_text_with_its_line_ends() -> None:
    assert (
        decode(b"10 \x01\x41\x82\r\n20\n30\r\x0c\x1bEend", INTERNATIONAL) == "10 ☺é\n20\n30\n\nEend"
    )


@given(st.text(alphabet="\r\n\x0c\x01Aa"), st.integers(0, 10))
def test_paper_is_read_in_pieces_as_at_once(text: str, cut: int) -> None:
    codes = text.encode()
    first, second = codes[:cut], codes[cut:]
    before = first[-1] if first else 0

    whole = decode(first, INTERNATIONAL) + decode(second, INTERNATIONAL, before)

    assert whole == decode(codes, INTERNATIONAL)


@given(st.text(alphabet=INTERNATIONAL[1:0x7F] + INTERNATIONAL[0x80:0xDB]))
def test_what_is_encoded_is_decoded_as_it_was(text: str) -> None:
    assert decode(encode(text, INTERNATIONAL), INTERNATIONAL) == text
