"""Options: an argparse parser that refuses in one sentence instead of a page of usage."""

import argparse
from pathlib import Path
from typing import NoReturn

from machine.core.errors import Refused


class Parser(argparse.ArgumentParser):
    """Raises `Refused` for a wrong option."""

    def error(self, message: str) -> NoReturn:
        """One sentence; the help page is one option away."""
        raise Refused(f"{self.prog}: {message}; see {self.prog} --help.")


def positive(text: str) -> float:
    """A number of emulated seconds, 0 or more."""
    try:
        seconds = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a number of seconds") from None
    if not 0 <= seconds < 1e9:
        raise argparse.ArgumentTypeError(f"{text} is not a possible number of seconds")
    return seconds


def timed_path(text: str) -> tuple[float, Path]:
    """T=FILE."""
    moment, equals, path = text.partition("=")
    if not equals or not path:
        raise argparse.ArgumentTypeError(f"{text} should be T=FILE")
    return positive(moment), Path(path)


def timed_text(text: str) -> tuple[float, str]:
    r"""T:TEXT; in TEXT, \r is Return, \t Tab, \e Esc and \\ a backslash."""
    moment, colon, typed = text.partition(":")
    if not colon:
        raise argparse.ArgumentTypeError(f"{text} should be T:TEXT")
    return positive(moment), unescape(typed)


def unescape(text: str) -> str:
    r"""Replaces \r, \n (both Return), \t, \e and \\."""
    marks = {"r": "\r", "n": "\r", "t": "\t", "e": "\x1b", "\\": "\\"}
    out, rest = "", text
    while rest:
        before, slash, after = rest.partition("\\")
        out += before
        if slash:
            out += marks.get(after[:1], slash + after[:1])
        rest = after[1:]
    return out


def named_file(text: str) -> tuple[str, str]:
    """NAME=FILE."""
    name, equals, path = text.partition("=")
    if not equals or not name or not path:
        raise argparse.ArgumentTypeError(f"{text} should be NAME=FILE")
    return name, path
