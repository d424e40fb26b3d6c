"""8.3 names, and how the host's names become some."""

import os

from hypothesis import given
from hypothesis import strategies as st

from machine.charsets import INTERNATIONAL, capital_codes
from machine.exec import names

LETTERS = st.sampled_from([code for code in range(0x21, 0x100) if code not in names.INVALID])
PARTS = st.lists(LETTERS, min_size=1, max_size=8).map(bytes)
HOST_NAMES = st.text(
    st.characters(exclude_characters="/\0", codec="utf-8") | st.sampled_from("aA.~ é\udcff"),
    min_size=1,
    max_size=20,
).filter(lambda name: name not in (".", ".."))


@given(PARTS, st.lists(LETTERS, max_size=3).map(bytes))
def test_a_name_of_the_programs_comes_back_from_the_host_as_it_was(stem, extension):
    name = capital_codes(stem.ljust(8) + extension.ljust(3))

    if names.is_valid(name):
        assert names.pack(names.host_name(name)) == name


@given(st.lists(HOST_NAMES, max_size=8, unique=True))
def test_every_name_of_a_folder_is_seen_once_under_a_valid_name(host):
    seen = names.visible(host)

    shown = {name for name in host if not name.startswith(".")}
    assert sorted(seen.values(), key=os.fsencode) == sorted(shown, key=os.fsencode)
    assert all(names.is_valid(name) for name in seen)


@given(st.lists(HOST_NAMES, max_size=8, unique=True))
def test_a_name_that_is_one_but_for_capitals_is_kept_by_somebody(host):
    seen = names.visible(host)

    for name in host:
        packed = names.pack(name)
        if packed is not None:
            assert names.pack(seen[packed]) == packed


def test_the_first_in_the_order_of_bytes_keeps_a_name_that_two_want():
    seen = names.visible(["readme.txt", "README.TXT"])

    assert seen[b"README  TXT"] == "README.TXT"
    assert len(seen) == 2


def test_an_alias_does_not_depend_on_other_files():
    long = "a letter to somebody.text"
    alone = {name: packed for packed, name in names.visible([long]).items()}
    among = {name: packed for packed, name in names.visible([long, "b", "c d"]).items()}

    assert alone[long] == among[long]


def test_names_with_a_dot_in_front_are_not_seen():
    assert names.visible([".profile", ".git"]) == {}


def test_no_name_leads_elsewhere():
    for name in (b"..         ", b".          ", b"A/B        ", b"A\\B        ", b"A\0B        "):
        assert not names.is_valid(name)


def test_letters_beyond_ascii_have_the_capitals_of_the_character_set():
    assert names.pack("Müll.ñ") == b"M\x9aLL    \xa5  "
    assert names.host_name(b"M\x9aLL    \xa5  ") == "müll.ñ"
    assert names.matches(b"M\x81??    ???", b"M\x9aLL    \xa5  ")


def test_a_character_that_the_msx_has_twice_is_in_no_name():
    assert INTERNATIONAL.count("█") == 2
    assert names.is_valid(b"\xdb          ")
    assert not names.is_valid(b"\xff          ")


def test_patterns_are_filled_up_and_cut_off():
    assert names.parse(b"*.c?z rest") == (b"????????C?Z", 5)
    assert names.parse(b"ab*cd.x") == (b"AB??????X  ", 7)
    assert names.parse(b"muchtoolong.extension") == (b"MUCHTOOLEXT", 21)
    assert names.parse(b"") == (b"           ", 0)


@given(PARTS)
def test_a_pattern_of_question_marks_fits_every_name(stem):
    name = capital_codes(stem.ljust(8)) + b"   "

    assert names.matches(b"???????????", name)
    assert names.filled(b"???????????", name) == name
