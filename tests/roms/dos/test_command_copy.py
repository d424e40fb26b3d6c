"""COPY at the prompt of EB-DOS."""

import pytest

from machine.media.dsk import blank
from tests.support.disk_machine import BOARDS
from tests.support.dos import disk_with, names, started, system_files

A = b"first\r\n"
B = b"second\r\n\x1abehind"
BIG = bytes(n * 7 & 0xFF for n in range(90_000))
FILES = {"A.TXT": A, "B.TXT": B, "C.DOC": b"third\x1a"}


def copied(command, *answers, files=FILES, target=None, board="eb1"):
    """The rows that COPY prints, and what is on both disks then."""
    disk = disk_with({**system_files(), **files})
    target = target or blank()
    dos = started(board, None, target, disk=disk)
    rows = dos.line(command, *answers)
    return rows, names(disk), names(target)


@pytest.mark.parametrize("board", BOARDS)
def test_a_file_larger_than_memory_is_copied_to_another_disk(board):
    rows, _, target = copied("COPY BIG.BIN B:", files={"BIG.BIN": BIG}, board=board)

    assert rows == ["  1 copied"]
    assert target == {"BIG.BIN": BIG}


def test_wildcards_copy_each_file_and_say_its_name():
    rows, _, target = copied("COPY *.TXT B:*.OLD")

    assert rows == ["A.TXT", "B.TXT", "  2 copied"]
    assert target == {"A.OLD": A, "B.OLD": B}


@pytest.mark.parametrize(
    ("command", "name", "contents"),
    [
        ("COPY A.TXT NEW.TXT", "NEW.TXT", A),
        ("COPY A.TXT B.TXT", "B.TXT", A),
        ("COPY/A B.TXT NEW.TXT", "NEW.TXT", b"second\r\n\x1a"),
        ("COPY A.TXT+B.TXT NEW", "NEW", A + b"second\r\n\x1a"),
        ("COPY A.TXT + B.TXT + C.DOC NEW", "NEW", A + b"second\r\nthird\x1a"),
        ("COPY A.TXT+B.TXT NEW /B", "NEW", A + B),
        ("COPY *.TXT NEW", "NEW", A + b"second\r\n\x1a"),
        ("COPY B.TXT+A.TXT", "B.TXT", b"second\r\n" + A + b"\x1a"),
        ("COPY B.TXT+A.TXT /B", "B.TXT", B + A),
    ],
)
def test_copies_and_joins(command, name, contents):
    _, found, _ = copied(command)

    assert found[name] == contents


def test_the_keyboard_is_a_source_until_its_end_mark():
    _, found, _ = copied("COPY CON NOTE.TXT", "one\r", "two\r", "\x1a\r")

    assert found["NOTE.TXT"].rstrip(b"\x1a") == b"one\r\ntwo\r\n"


def test_the_screen_is_a_target():
    rows, _, _ = copied("COPY A.TXT CON")

    assert rows == ["first", "  1 copied"]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("COPY", "Bad parameter"),
        ("COPY A.TXT B.TXT C.TXT", "Bad parameter"),
        ("COPY NONE.TXT B:", "File not found"),
        ("COPY A.TXT A.TXT", "A file cannot be copied onto itself"),
        ("COPY A.TXT", "A file cannot be copied onto itself"),
        ("COPY *.TXT", "A file cannot be copied onto itself"),
    ],
)
def test_what_cannot_be_copied_leaves_the_files_alone(command, words):
    rows, found, target = copied(command)

    assert rows[-1] == words
    assert {name: found[name] for name in FILES} == FILES
    assert target == {}


def test_a_full_disk_keeps_no_part_of_the_file():
    target = disk_with({"FULL.BIN": bytes(680_000)})
    rows, _, found = copied("COPY BIG.BIN B:", files={"BIG.BIN": BIG}, target=target)

    assert rows == ["Disk full"]
    assert set(found) == {"FULL.BIN"}


def test_a_copy_has_the_date_of_the_file_and_a_joined_file_that_of_today():
    dos = started("eb1", FILES, blank())
    dos.line("COPY A.TXT B:")
    dos.line("COPY A.TXT+B.TXT B:NEW")

    assert "05-11-83  8:25a" in dos.line("DIR B:A.TXT")[0]
    assert "01-01-80" in dos.line("DIR B:NEW")[0]


@pytest.mark.parametrize("board", BOARDS)
def test_ctrl_c_while_a_text_is_typed_leaves_no_half_file(board):
    disk = disk_with({**system_files(), "OLD.TXT": b"old\r\n"})
    dos = started(board, disk=disk)
    for command in ("COPY CON NEW.TXT", "COPY CON+CON NEW.TXT", "COPY OLD.TXT+CON"):
        dos.type(f"{command}\r")
        for _ in range(20):
            dos.type("x" * 100 + "\r")
        dos.type("\x03")
        dos.wait()

    kept = names(disk)  # which says when clusters are lost
    assert "NEW.TXT" not in kept
    assert kept["OLD.TXT"].startswith(b"old\r\n")
