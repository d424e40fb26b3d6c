"""Random lines: what is listed tokenises to the same bytes, and garbage leaves the editor at its prompt."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from machine.basic.tokeniser import tokens
from machine.basic.tokens import TOKENS
from tests.support.basic import Basic, started
from tests.support.program_text import listing, program

WORDS = [word for word in TOKENS if word not in ("'", "REM", "DATA", "CALL", "FN")]
NAMES = ["A", "B1", "XY$", "Q%", "Z#", "K!"]
SIGNS = [*"+*/(),;=<>:", " + ", ", "]

_whole = st.integers(0, 10**16).map(str) | st.integers(0, 300).map(str)
_point = st.builds(
    "{}.{}{}".format, st.integers(0, 99999), st.integers(0, 999999), st.sampled_from(["", "!", "#"])
)
_power = st.builds(
    "{}{}{}".format, st.integers(1, 99), st.sampled_from(["E", "D", "E-", "D+"]), st.integers(0, 40)
)
_based = st.sampled_from(["&H0", "&HFFFF", "&HAB", "&O17", "&177777", "&B101", "&h9"])
_string = st.text(
    st.characters(codec="latin-1", exclude_characters='"', min_codepoint=33, max_codepoint=126),
    max_size=8,
).map('"{}"'.format)
_atom = (
    st.sampled_from(WORDS) | st.sampled_from(NAMES) | _whole | _point | _power | _based | _string
)
_line = st.lists(st.tuples(_atom, st.sampled_from(SIGNS)), min_size=1, max_size=6).map(
    lambda parts: (":" + "".join(atom + sign for atom, sign in parts))[:200]
)  # digits behind the line's number would be its own


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(_line, min_size=1, max_size=12))
def test_guest_and_host_make_the_same_tokens_and_the_listing_makes_them_again(
    lines: list[str],
) -> None:
    basic = started("eb2")
    basic.enter("\n".join(f"{number} {line}" for number, line in enumerate(lines, 1)))
    first = program(basic)
    assert first == {
        number: tokens(line.rstrip().encode("ascii")) for number, line in enumerate(lines, 1)
    }
    text = [line.decode("ascii") for line in listing(basic)]
    assert len(text) == len(first)
    basic.enter("NEW\n" + "\n".join(line for line in text if len(line) < 250))
    again = program(basic)
    assert {number: first[number] for number in again} == again


_garbage = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=60)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(_garbage)
def test_garbage_in_a_line_is_kept_or_refused(garbage: str) -> None:
    basic: Basic = started("eb1")
    basic.enter(f"10 {garbage}\nCLS\n?1234567")
    assert "1234567" in "".join(basic.rows()).split("?1234567")[-1]
