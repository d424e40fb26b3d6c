"""The sample programs run on the boards that they name, are played a little, and end as they should."""

import calendar
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from app.models.samples import Sample, sample, samples
from machine.api import Session

ALL_BOARDS = ("eb1", "eb2")
PLAYED_SECONDS = 20.0
ERROR = re.compile(r" in \d+ *$")
FIRST_INPUT = {"cave": "LOOK\r", "snake": " ", "bricks": " "}
WITHOUT_A_CLOCK = {"calendar": "12\r2026\r", "clock": "10,20\r"}
LAST_INPUT = {
    "calendar": "Q",
    "cave": "QUIT\r",
    "sketch": "\x1b",
    "snake": "\x1b",
    "bricks": "\x1b",
}
NAMES, SPRITES = 0x1800, 0x1B00  # SCREEN 1: the table of names and that of sprites
SNAKE, APPLE, BLANK = 144, 152, 32


@contextmanager
def running(found: Sample, board: str) -> Iterator[Session]:
    """The program, started."""
    with Session(board) as vm:
        vm.load_basic(found.path)
        assert vm.run(until=lambda vm: not vm.machine.loader.waiting, limit=5)
        yield vm


def text(vm: Session) -> str:
    return "\n".join(row.rstrip() for row in vm.screen_text())


def says(vm: Session, words: str, limit: float = 30.0) -> bool:
    return vm.run(until=lambda vm: words in text(vm), limit=limit)


def start_game(vm: Session) -> None:
    """What the game's first page tells the player to press."""
    assert says(vm, "SPACE: start", 20)
    vm.type(" ")
    assert vm.run(until=lambda vm: "SPACE: start" not in text(vm), limit=20)


def number(vm: Session, word: str) -> int:
    """The number behind a word on the screen."""
    found = re.search(rf"{word} *(\d+)", text(vm))
    return int(found[1]) if found else -1


EVERY = [
    (found.name, board)
    for found in samples()
    for board in ([found.board] if found.board else ALL_BOARDS)
]


@pytest.mark.parametrize(("name", "board"), EVERY)
def test_sample_runs_without_an_error_and_ends_with_its_name(name: str, board: str) -> None:
    found = sample(name)
    with running(found, board) as vm:
        vm.run(seconds=1)
        vm.type(FIRST_INPUT.get(name, ""))
        vm.type(WITHOUT_A_CLOCK.get(name, "") if board == "eb1" else "")
        vm.run(seconds=PLAYED_SECONDS)
        assert not [row for row in vm.screen_text() if ERROR.search(row)], text(vm)
        vm.type(LAST_INPUT.get(name, "x"))

        assert says(vm, f"That was {found.title.upper()}", 60), text(vm)


@pytest.mark.parametrize("board", ALL_BOARDS)
def test_the_snake_grows_when_it_eats(board: str) -> None:
    with running(sample("snake"), board) as vm:
        start_game(vm)
        assert vm.run(until=lambda vm: SNAKE in vm.vram(NAMES, 768), limit=10)
        before = vm.vram(NAMES, 768)
        held = ""
        for _ in range(1500):
            vm.run(frames=1)
            names = vm.vram(NAMES, 768)
            grown = [at for at in range(32, 768) if names[at] == SNAKE != before[at]]
            if len(grown) == 1 and APPLE in names:
                key = _way(grown[0], names.index(APPLE), names)
                if key != held:
                    if held:
                        vm.key(held, down=False)
                    vm.key(key, down=True)
                    held = key
            before = names
            if number(vm, "Score") >= 20:
                break

        assert number(vm, "Score") >= 20, text(vm)
        assert vm.vram(NAMES, 768).count(SNAKE) > 4


def _way(head: int, apple: int, names: bytes) -> str:
    """Towards the apple, by a way that is free."""
    steps = {"LEFT": -1, "RIGHT": 1, "UP": -32, "DOWN": 32}

    def distance(key: str) -> int:
        at = head + steps[key]
        return abs(at % 32 - apple % 32) + abs(at // 32 - apple // 32)

    free = [key for key, step in steps.items() if names[head + step] in (BLANK, APPLE)]
    return min(free, key=distance, default="UP")


@pytest.mark.parametrize("board", ALL_BOARDS)
def test_the_ball_breaks_bricks_as_long_as_the_bat_follows_it(board: str) -> None:
    with running(sample("bricks"), board) as vm:
        start_game(vm)
        assert vm.run(until=lambda vm: vm.vram(SPRITES, 1)[0] not in (0, 209), limit=20)
        wall = number(vm, "Score"), sum(code > SNAKE - 1 for code in vm.vram(NAMES, 768))
        for _ in range(900):
            ball, bat = vm.vram(SPRITES + 1, 1)[0], vm.vram(SPRITES + 5, 1)[0]
            vm.key("LEFT", down=ball + 4 < bat + 4)
            vm.key("RIGHT", down=ball + 4 > bat + 12)
            vm.run(frames=1)

        assert wall[0] == 0
        assert number(vm, "Score") >= 30, text(vm)
        assert sum(code > SNAKE - 1 for code in vm.vram(NAMES, 768)) < wall[1]
        assert number(vm, "Balls") == 3


def test_the_crown_of_the_cave_is_brought_home() -> None:
    way = [
        "N",
        "GET LAMP",
        "E",
        "GET ROPE",
        "W",
        "N",
        "W",
        "GET KEY",
        "E",
        "N",
        "E",
        "get crown",
        "W",
        "S",
        "S",
        "S",
        "DROP CROWN",
    ]
    with running(sample("cave"), "eb1") as vm:
        assert says(vm, "small house")
        for words in way:
            vm.type(words + "\r")
            vm.run(seconds=1)

        assert says(vm, "The crown is home.", 5), text(vm)
        assert number(vm, "You took") == len(way)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("E", "There is no way."),
        ("GET CROWN", "It is not here."),
        ("DROP LAMP", "You have none."),
        ("SING", "I do not know how to SING."),
        ("\rLIST", "You carry nothing."),
    ],
)
def test_the_cave_answers_what_cannot_be(words: str, answer: str) -> None:
    with running(sample("cave"), "eb1") as vm:
        assert says(vm, "small house")
        vm.type(words + "\r")

        assert says(vm, answer, 3), text(vm)


def month_on_the_screen(vm: Session) -> list[list[str]]:
    assert says(vm, "Q: end", 10)
    rows = text(vm).partition("--\n")[2].partition("Left")[0].splitlines()
    return [row.split() for row in rows if row.strip()]


def month_of(year: int, month: int) -> list[list[str]]:
    weeks = calendar.Calendar().monthdayscalendar(year, month)
    return [[str(day) for day in week if day] for week in weeks]


@pytest.mark.parametrize(
    ("year", "month"), [(2026, 12), (1901, 1), (2000, 2), (2099, 12), (1999, 2)]
)
def test_the_calendar_is_right(year: int, month: int) -> None:
    with running(sample("calendar"), "eb1") as vm:
        assert says(vm, "Month")
        vm.type(f"{month}\r{year}\r")

        assert month_on_the_screen(vm) == month_of(year, month)


def test_the_calendar_begins_today_and_is_leafed_through() -> None:
    with Session("eb2") as vm:
        vm.machine.with_role("clock").set_time(2026, 11, 24, 12, 0, 0)
        vm.load_basic(sample("calendar").path)
        assert says(vm, "November 2026")
        month_on_the_screen(vm)
        assert ">24<" in text(vm)
        for key, title in (
            ("RIGHT", "December 2026"),
            ("RIGHT", "January 2027"),
            ("LEFT", "December 2026"),
            ("UP", "December 2027"),
            ("DOWN", "December 2026"),
        ):
            month_on_the_screen(vm)
            vm.press(key)
            assert says(vm, title, 5), text(vm)

        assert month_on_the_screen(vm) == month_of(2026, 12)
        assert ">" not in text(vm)


@pytest.mark.parametrize("name", ["snake", "bricks"])
def test_a_game_is_left_in_the_middle(name: str) -> None:
    with running(sample(name), "eb1") as vm:
        start_game(vm)
        vm.run(seconds=1)
        vm.type("\x1b")

        assert says(vm, f"That was {name.upper()}", 3), text(vm)


@pytest.mark.parametrize("hz", [50, 60])
def test_the_tune_plays_three_voices_and_draws_each(hz: int) -> None:
    with Session("eb1", hz=hz) as vm:
        vm.load_basic(sample("tune").path)
        vm.run(seconds=31)
        chip = vm.machine.with_role("sound-chip")
        volumes = {volume & 15 for volume in list(chip.registers())[8:11]}
        picture = vm.frame_buffer()
        roll = {int(colour) for colour in picture[60:200].ravel()}

        assert volumes == {11, 12, 13}
        assert len(roll) == 4  # black and the colours of the voices
        assert vm.run(until=lambda vm: not _sounds(vm), limit=60)
        vm.type("x")
        assert says(vm, "That was TUNE")


def _sounds(vm: Session) -> bool:
    registers = list(vm.machine.with_role("sound-chip").registers())
    return any(registers[8:11])


@pytest.mark.parametrize("name", ["hanoi", "sorting", "bouncing"])
def test_what_moves_is_heard(name: str) -> None:
    with running(sample(name), "eb2") as vm:
        vm.run(seconds=6)

        assert vm.run(until=lambda vm: any(vm.sound()), limit=10)


def test_the_towers_of_hanoi_move_in_the_fewest_steps() -> None:
    with running(sample("hanoi"), "eb2") as vm:
        assert says(vm, f"HANOI: {2**6 - 1} moves", 60)


def test_the_pen_of_sketch_draws_where_the_cursor_keys_lead() -> None:
    with running(sample("sketch"), "eb1") as vm:
        vm.run(seconds=3)
        vm.key("RIGHT", down=True)
        vm.run(seconds=1)
        vm.key("RIGHT", down=False)
        vm.run(seconds=1)
        row = vm.frame()[24 + 96, 32 : 32 + 256]

    white = (row > 200).all(axis=1)
    assert white[128:150].all()
    assert not white[100:124].any()


@pytest.mark.parametrize(
    "name", ["rosette", "mandel", "palette", "lissajous", "bouncing", "sorting"]
)
def test_pictures_have_colours(name: str) -> None:
    with running(sample(name), "eb2") as vm:
        vm.run(seconds=25)
        picture = vm.frame_buffer()
        colours = {int(colour) for colour in picture.ravel()}

    assert len(colours) >= 3 if name not in ("lissajous", "sorting") else len(colours) >= 2
    assert (picture != picture[0, 0]).mean() > 0.004


def test_the_clocks_slow_hands_stay_while_the_second_one_turns() -> None:
    with running(sample("clock"), "eb1") as vm:
        vm.type("3,0\r")
        vm.run(seconds=8)
        hours = []
        for _ in range(120):
            vm.run(frames=1)
            hours.append(int((vm.frame()[24 + 90, 32 + 132 : 32 + 164] > 200).all()))

    assert all(hours)
