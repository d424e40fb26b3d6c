"""Keys that come in a burst are all seen by the guest, in order."""

from machine.boards.keys import KEYS
from machine.worker import messages as m
from machine.worker.keys import HOLD_FRAMES, KeyFeed
from tests.support.room import Room, a_room


class Matrix:
    """A machine as far as its keys go, at a frame that the test sets."""

    def __init__(self) -> None:
        self.video = self.typist = self.bus = self
        self.frames = 100
        self.heard: list[str] = []

    def press(self, row: int, bit: int) -> None:
        self.heard.append(f"+{row}.{bit}")

    def release(self, row: int, bit: int) -> None:
        self.heard.append(f"-{row}.{bit}")

    def with_role(self, role: str) -> "Matrix":
        assert role == "keys"
        return self

    def release_all(self) -> None:
        self.heard.append("-all")

    def type(self, text: str) -> None:
        self.heard.append(text)

    def feed(self, bus: object) -> None:
        assert bus is self


def tap(room: Room, char: str) -> None:
    row, bit = KEYS[char.upper()]
    room.client.send(m.KeyDown(row=row, bit=bit))
    room.client.send(m.KeyUp(row=row, bit=bit))


def told(matrix: Matrix) -> list[str]:
    heard, matrix.heard = matrix.heard, []
    return heard


def test_a_press_is_felt_at_once_and_its_release_when_the_guest_could_see_it() -> None:
    feed, matrix = KeyFeed(), Matrix()

    feed.move(matrix, 2, 6, down=True)  # type: ignore[arg-type]
    feed.move(matrix, 2, 6, down=False)  # type: ignore[arg-type]
    at_once = told(matrix)
    matrix.frames += HOLD_FRAMES - 1
    feed.step(matrix)  # type: ignore[arg-type]
    early = told(matrix)
    matrix.frames += 1
    feed.step(matrix)  # type: ignore[arg-type]

    assert (at_once, early, told(matrix)) == (["+2.6"], [], ["-2.6"])


def test_keys_keep_their_order_and_chords_do_not_wait() -> None:
    feed, matrix = KeyFeed(), Matrix()

    for row, down in ((6, True), (2, True), (2, False), (6, False), (3, True)):
        feed.move(matrix, row, 0, down=down)  # type: ignore[arg-type]
    at_once = told(matrix)
    matrix.frames += HOLD_FRAMES
    feed.step(matrix)  # type: ignore[arg-type]

    assert (at_once, told(matrix)) == (["+6.0", "+2.0"], ["-2.0", "-6.0", "+3.0"])


def test_going_back_in_time_holds_no_key_up() -> None:
    feed, matrix = KeyFeed(), Matrix()
    feed.move(matrix, 1, 1, down=True)  # type: ignore[arg-type]

    matrix.frames = 5
    feed.move(matrix, 1, 1, down=False)  # type: ignore[arg-type]

    assert told(matrix) == ["+1.1", "-1.1"]


def test_letting_go_of_everything_waits_until_each_key_was_seen() -> None:
    feed, matrix = KeyFeed(), Matrix()
    for row, down in ((6, True), (2, True), (2, False), (3, True)):
        feed.move(matrix, row, 0, down=down)  # type: ignore[arg-type]
    assert told(matrix) == ["+6.0", "+2.0"]

    feed.release_all(matrix)  # type: ignore[arg-type]
    at_once = told(matrix)
    for _ in range(2):
        matrix.frames += HOLD_FRAMES
        feed.step(matrix)  # type: ignore[arg-type]

    assert at_once == []
    assert told(matrix) == ["-2.0", "+3.0", "-3.0", "-6.0"]


def test_a_burst_of_taps_is_typed_whole() -> None:
    with a_room(m.Start(board="eb2")) as room:
        room.client.send(m.SetSpeed(percent=0))
        room.client.send(m.Run())
        room.wait_for_text("Ok")
        for letter in "jklkkj":
            tap(room, letter)

        room.wait_for_text("jklkkj")


def test_text_waits_until_the_keys_before_it_have_been_seen() -> None:
    feed, matrix = KeyFeed(), Matrix()

    feed.move(matrix, 2, 6, down=True)  # type: ignore[arg-type]
    feed.type(matrix, "é")  # type: ignore[arg-type]
    feed.move(matrix, 2, 6, down=False)  # type: ignore[arg-type]
    feed.move(matrix, 3, 1, down=True)  # type: ignore[arg-type]
    at_once = told(matrix)
    matrix.frames += HOLD_FRAMES
    feed.step(matrix)  # type: ignore[arg-type]

    assert (at_once, told(matrix)) == (["+2.6"], ["é", "-2.6", "+3.1"])


def test_keys_and_text_in_a_burst_come_in_their_order() -> None:
    with a_room(m.Start(board="eb2")) as room:
        room.client.call(m.SetSpeed(percent=0))
        room.client.call(m.Run())
        room.wait_for_text("Ok")
        for char in "a1éb2èçc":
            if char.upper() in KEYS:
                tap(room, char)
            else:
                room.client.send(m.TypeText(text=char))

        room.wait_for_text("a1éb2èçc")


def test_text_behind_a_key_is_typed_when_the_machine_begins_to_hurry() -> None:
    feed, matrix = KeyFeed(), Matrix()
    feed.move(matrix, 2, 6, down=True)  # type: ignore[arg-type]
    feed.type(matrix, "long text")  # type: ignore[arg-type]

    feed.hold_off(matrix)  # type: ignore[arg-type]
    feed.step(matrix)  # type: ignore[arg-type]

    assert told(matrix) == ["+2.6", "-all", "long text"]
