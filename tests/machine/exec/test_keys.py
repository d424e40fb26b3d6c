"""Keys of the host's terminal become those of the machine."""

from machine.exec.keys import Keys


def test_keys_come_in_any_pieces():
    keys = Keys("vt52", is_terminal=True)
    typed = "a\x1b[Aé\x1b[2~"

    assert b"".join(keys.feed(bytes((code,))) for code in typed.encode()) == b"a\x1e\x82\x12"


def test_a_line_s_end_of_two_characters_is_one_key():
    keys = Keys("vt52", is_terminal=False)

    assert keys.feed(b"a\r") + keys.feed(b"\nb\n") == b"a\rb\r"
