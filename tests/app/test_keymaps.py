"""Every character and every key of the machine can be reached from a host's keyboard."""

import string

from app.keymaps import BY_CHARACTER, BY_KEY, BY_POSITION, KEYPAD
from machine.boards.keys import KEYS


def test_every_name_is_a_key_of_the_machine() -> None:
    names = {*BY_KEY.values(), *BY_POSITION.values(), *KEYPAD.values()}
    names |= {name for name, _ in BY_CHARACTER.values()}

    assert names <= set(KEYS)


def test_every_key_of_the_machine_is_reached() -> None:
    names = {*BY_KEY.values(), *BY_POSITION.values(), *KEYPAD.values()}

    assert set(KEYS) - names == {"DEAD"}  # accents are composed by the host


def test_every_printable_character_is_reached() -> None:
    reached = {*BY_CHARACTER, *string.ascii_letters, " "}

    assert set(string.printable) - set(string.whitespace) <= reached
