"""The manual's pages: titles, search, examples."""

import pytest

from app.models import manual
from machine.basic.tokens import TOKENS
from machine.media import bas


def test_the_first_page_is_the_first_and_every_page_has_a_title() -> None:
    assert manual.pages()[0].path == manual.FIRST_PAGE
    assert all(page.title for page in manual.pages())


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("circle", "circle"),
        ("Print", "print"),
        ("TAB(", "tab"),
        ("tab", "tab"),
        ("inkey$", "inkey_s"),
        ("atn", "sin"),
        ("sin cos", "sin"),
        ("DEF FN", "def"),
        ("?", "print"),
        ("edit", "edit"),
    ],
)
def test_a_word_of_basic_has_its_page(words: str, stem: str) -> None:
    page = manual.page_about(words)

    assert page is not None
    assert page.path.stem == stem


@pytest.mark.parametrize("words", ["", " ", "nonsense", "circle snapshot", "the"])
def test_other_words_have_no_page_of_their_own(words: str) -> None:
    assert manual.page_about(words) is None


def test_every_word_of_basic_that_has_a_token_is_found() -> None:
    lost = [word for word in TOKENS if word[0].isalpha() and manual.page_about(word) is None]

    assert lost == []


def test_a_search_links_the_pages_that_have_all_words_the_best_first() -> None:
    links = [row for row in manual.found("snapshot quick").splitlines() if "file:" in row]

    assert "window.md" in links[0]
    assert "no page" in manual.found("snapshot xyzzy").lower()


def test_the_words_around_what_was_found_are_shown_without_marks() -> None:
    found = manual.found("put sprite plane").replace("\\", "")

    assert "PUT SPRITE plane, [STEP](x,y)" in found
    assert not {"|", "`"} & set(found)


def test_what_is_searched_for_is_no_markup() -> None:
    assert manual.found("*[x](y)*").startswith(r"# Search: \*\[x\]\(y\)\*")


def test_every_example_can_be_run_or_typed() -> None:
    for page in manual.pages():
        text = manual.with_links(page)
        links = [part.partition(")")[0] for part in text.split(f"]({manual.RUN}:")[1:]]
        assert len(links) == page.text.count("```basic")
        for link, lines in zip(links, manual.EXAMPLE.findall(page.text), strict=True):
            assert manual.example(link) == lines
            if manual.is_program(lines):
                bas.tokenised(lines)


@pytest.mark.parametrize("place", ["", "x", "basic/circle.md:0", "basic/circle.md:99", "../x:1"])
def test_a_link_to_no_example_gives_nothing(place: str) -> None:
    assert manual.example(place) == ""
