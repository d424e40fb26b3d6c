"""Escape sequences of the screens that programs know, for the terminal of the host."""

import pytest

from machine.exec.screens import Adm3a, Ansi, Vt52


def fed(screen, text):
    return b"".join(screen.feed(code) for code in text).decode()


def test_vt52_on_a_terminal():
    screen = Vt52(is_terminal=True)

    assert fed(screen, b"\x1bY\x20\x21a\x1e\x1bJ\x1bx5\x01\x41\x82") == (
        "\x1b[1;2Ha\x1b[A\x1b[J\x1b[?25l☺é"
    )
    assert screen.end() == b"\x1b[?25h\x1b[0 q"


def test_a_vt52_knows_its_column():
    screen = Vt52(is_terminal=True)
    fed(screen, b"abc\rxy\t\x1d\x1c\x1bK\x01A")
    assert screen.column == 9
    fed(screen, b"\x1bY\x20\x2d\b")
    assert screen.column == 12
    fed(screen, b"\x0cz")

    assert screen.column == 1


def test_adm3a_on_a_terminal():
    screen = Adm3a(is_terminal=True)

    assert fed(screen, b"\x1b=\x22\x25x\x1a\x1bT\x1bB0\x1bC0\x0c") == (
        "\x1b[3;6Hx\x1b[H\x1b[2J\x1b[K\x1b[7m\x1b[27m\x1b[C"
    )


def test_ansi_goes_through():
    assert fed(Ansi(is_terminal=True), b"\x1b[2J\x1b[1;1Hx") == "\x1b[2J\x1b[1;1Hx"
    assert fed(Ansi(is_terminal=False), b"\x1b[2J\x1b[1;1Hx") == "x"


@pytest.mark.parametrize("screen", [Vt52, Adm3a, Ansi])
def test_into_a_pipe_goes_text_alone(screen):
    assert fed(screen(is_terminal=False), b"a\r\nb\rc\x0c\x1e\r\n") == "a\nb\rc\n"
