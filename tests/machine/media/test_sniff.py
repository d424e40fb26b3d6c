"""What a file is."""

import os

import pytest

from machine.core.errors import Refused
from machine.media.sniff import sniff


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("game.bin", b"AB\x10\x40", "cartridge"),
        ("vm.bin", b"SQLite format 3\0", "image"),
        ("list.BAS", b"10 PRINT", "program"),
        ("hello.COM", b"\xc9", "command"),
        ("rom.com", b"AB\x10\x40", "cartridge"),
    ],
)
def test_the_first_bytes_say_it_and_then_the_name(tmp_path, name, head, kind):
    (tmp_path / name).write_bytes(head)

    assert sniff(tmp_path / name) == kind


def test_what_is_nothing_of_ours_is_refused(tmp_path):
    (tmp_path / "letter.txt").write_bytes(b"Dear reader")

    with pytest.raises(Refused, match=r"letter\.txt"):
        sniff(tmp_path / "letter.txt")


def test_a_pipe_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(Refused, match="pipe is a pipe"):
        sniff(tmp_path / "pipe")
