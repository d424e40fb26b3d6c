"""PLAY with strings that nobody meant: music or error 5, never a machine that hangs or loses memory."""

import random

import pytest

from tests.support.basic import started

LETTERS = "ABCDEFGNOLTVSMR<>.#+-0123456789 ;=X"


def valid(dice: random.Random) -> str:
    """A string of the music language, in range."""
    words = []
    for _ in range(dice.randint(1, 12)):
        note = dice.choice("ABCDEFG") + dice.choice(["", "", "#", "+", "-"])
        length = dice.choice(["", "16", "32", "64"]) + "." * dice.randint(0, 2)
        words.append(
            dice.choice(
                [
                    note + length,
                    note + length,
                    f"O{dice.randint(2, 7)}",
                    f"L{dice.randint(8, 64)}",
                    f"T{dice.randint(32, 255)}",
                    f"V{dice.randint(0, 15)}",
                    f"S{dice.randint(0, 15)}M{dice.randint(1, 65535)}",
                    f"R{dice.randint(8, 64)}",
                    f"N{dice.randint(0, 96)}",
                    "X" + dice.choice(["A$;", "B$;"]),
                    "L=L%;",
                ]
            )
        )
    return dice.choice(["", " "]).join(words)


@pytest.mark.parametrize("seed", range(4))
def test_random_strings_play_or_are_refused(seed: int) -> None:
    dice = random.Random(seed)
    basic = started("eb1")
    basic.direct('A$="CDE16":B$="XA$;R32":L%=32')
    for number in range(30):
        basic.direct("BEEP")
        if number % 2:
            texts = [valid(dice) for _ in range(dice.randint(1, 3))]
            expected = [""]
        else:
            texts = ["".join(dice.choices(LETTERS, k=dice.randint(1, 20)))]
            expected = ["", "Illegal function call", "Type mismatch", "Syntax error", "Overflow"]
        line = "PLAY " + ",".join(f'"{text}"' for text in texts)
        printed = " ".join(row.strip() for row in basic.direct(line))
        assert printed in expected, line
    basic.direct("BEEP")
    assert basic.direct('CLEAR:PRINT FRE("")')[0].strip() == "200"
    assert (basic.byte("MUSICF"), basic.byte("PLYCNT")) == (0, 0)


def test_the_voices_stay_together_over_many_statements() -> None:
    basic = started("eb1")
    basic.type_program(
        "10 FOR I=1 TO 40\n"
        '20 PLAY "T255L64CDEFGABCDEFGAB","T255L32CDEFGAB","T255L16CDE"\n'
        "30 NEXT\n40 IF PLAY(0) THEN 40"
    )
    basic.direct("RUN")

    assert basic.byte("MUSICF") == 0
    assert basic.byte("PLYCNT") == 0
    for queue in range(3):  # what was put in was taken out
        entry = basic.word("QUEUES") + 6 * queue
        put, get = basic.vm.read(entry, 2)
        assert put == get
