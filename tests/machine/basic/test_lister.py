"""machine/basic/lister.py: what LIST shows of lines, from their tokens."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from machine.basic.lister import text_of
from machine.basic.tokens import TOKENS
from machine.media import bas


@example(b"\x1d\x01")  # a mantissa of zeros
@given(st.binary(max_size=40))
def test_any_tokens_have_a_text(code: bytes) -> None:
    text_of(code)


@pytest.mark.parametrize("word", sorted(TOKENS))
def test_every_word_is_listed_as_it_was_typed(word: str) -> None:
    image = bas.tokenised(f"10 A {word} B")

    assert bas.listing(image) == (f"10 A {word} B\n" if word != "ELSE" else "10 A ELSE B\n")


def test_a_line_number_kept_as_an_address_is_listed_as_a_number() -> None:
    image = bytearray(bas.tokenised("10 CLS\n20 GOTO 10\n"))
    at = image.index(b"\x0e\x0a\x00")
    image[at : at + 3] = b"\x0d" + (bas.BASE - 1).to_bytes(2, "little")

    assert bas.listing(bytes(image)) == "10 CLS\n20 GOTO 10\n"


words = st.sampled_from([*TOKENS, "A", "B1$", " ", ",", "(", ")", ":", '"x"', "12", "3.5", "&H1F"])


@given(st.lists(words, max_size=20))
def test_what_is_listed_gives_the_same_tokens_again(parts: list[str]) -> None:
    image = bas.tokenised("10 " + "".join(parts))

    listed = bas.listing(image)

    assert bas.tokenised(listed) == image


def test_graphic_characters_of_texts_and_remarks_are_listed_as_one_character() -> None:
    text = '10 PRINT "♥♣"+"ä":REM ☺A\n20 DATA ♪,"♫"\n'
    program = bas.tokenised(text)

    assert b"\x01\x43\x01\x45" in program
    assert bas.listing(program) == text
