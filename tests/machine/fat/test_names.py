"""8.3 names, and the rule that makes them of the host's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from machine.core.errors import Refused
from machine.fat import names


@pytest.mark.parametrize(
    ("host", "disk"),
    [
        ("readme.txt", "README.TXT"),
        ("README", "README"),
        ("a name too long.text", "A_NAME_T.TEX"),
        ("archive.tar.gz", "ARCHIVE_.GZ"),
        (".hidden", "HIDDEN"),
        ("...", "_"),
        ("ends with a dot.", "ENDS_WIT"),
        (" blanks around .c ", "BLANKS_A.C"),
        ("a+b=c;d.[x]", "A_B_C_D._X_"),
        ("naïve.bas", "NAïVE.BAS"),
        ("nai\u0308ve.bas", "NAïVE.BAS"),
        ("漢字.txt", "__.TXT"),
        ("tab\tin.it", "TAB_IN.IT"),
    ],
)
def test_a_hosts_name_becomes_8_3_by_the_rule(host, disk):
    assert names.fitted(host) == disk


@given(st.text(max_size=30))
def test_every_text_gives_a_name_that_stays_what_it_is(text):
    name = names.fitted(text)
    row = names.to_row(name)

    assert names.fitted(name) == name
    assert names.from_row(row) == name
    assert len(row) == 11 and not names.is_faulty(row)


def test_a_name_that_fits_replaces_and_one_that_does_not_gives_way():
    there = {"README.TXT", "A_NAME_T.TEX", "A_NAME~1.TEX"}

    assert names.in_folder("readme.txt", there, ()) == "README.TXT"
    assert names.in_folder("a name too long.text", there, ()) == "A_NAME~2.TEX"


def test_two_names_of_one_copying_never_become_one():
    assert names.in_folder("readme.txt", {"README.TXT"}, {"README.TXT"}) == "README~1.TXT"


def test_numbers_have_room_in_eight_characters():
    taken = {"ABCDEFGH.X", *(f"ABCDEF~{n}.X" for n in range(1, 10))}

    assert names.numbered("ABCDEFGH.X", taken) == "ABCDE~10.X"


def test_a_name_that_begins_with_e5_is_written_as_05():
    char = names.INTERNATIONAL[0xE5]

    row = names.to_row(f"{char}A.B")

    assert row == b"\x05A      B  "
    assert names.from_row(row) == f"{char}A.B"


@pytest.mark.parametrize(
    ("name", "pattern", "does"),
    [
        ("A.TXT", "*", True),
        ("A.TXT", "*.*", True),
        ("A", "*.*", True),
        ("A", "a.*", True),
        ("AB", "a.*", False),
        ("A.TXT", "a.t?t", True),
        ("A.TXT", "a", False),
        ("A[1].X", "a[1].x", True),
        ("A1.X", "a[1].x", False),
    ],
)
def test_patterns_match_as_on_the_computer(name, pattern, does):
    assert names.matches(name, pattern) is does


@given(st.binary(min_size=11, max_size=11))
def test_whatever_a_disk_calls_a_file_the_host_gets_a_name_and_no_path(raw):
    host = names.on_host(names.from_row(raw))

    assert host.strip(". ")
    assert not set(host) & {"/", "\\", "\0", ":"}


@given(st.binary(min_size=11, max_size=11))
def test_a_mended_name_has_no_fault_and_is_its_own(raw):
    once = names.mended(raw, ())
    twice = names.mended(raw, {names.from_row(once)})

    assert not names.is_faulty(once) and not names.is_faulty(twice)
    assert once != twice


def test_a_label_is_eleven_characters_with_blanks():
    assert names.from_label(names.to_label("my disk 1")) == "MY DISK 1"
    for strange in ("twelve chars", "a.b", "漢"):
        with pytest.raises(Refused, match="no name of a disk"):
            names.to_label(strange)
