"""A room for a worker: a client that remembers what it was told."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from machine.core.errors import Refused
from machine.worker.client import Client
from machine.worker.messages import FromMachine, ReadScreen, ScreenText, Start, Status

N = TypeVar("N")
TIMEOUT = 30.0  # seconds, of which a test that passes needs a fraction


class Room:
    """A client and the notices that came to it."""

    def __init__(self) -> None:
        self.heard: list[FromMachine] = []
        self.client = Client(self.heard.append)

    def last(self, kind: type[N]) -> N | None:
        """The newest notice of a kind."""
        return next((said for said in reversed(self.heard) if isinstance(said, kind)), None)

    def wait_for(self, kind: type[N]) -> N:
        """The next notice of a kind, from now on."""
        before = len(self.heard)

        def found() -> bool:
            return any(isinstance(said, kind) for said in self.heard[before:])

        assert self.client.wait_until(found, TIMEOUT), f"no {kind.__name__}"
        said = self.last(kind)
        assert said is not None
        return said

    def shows(self, text: str) -> bool:
        """Whether a row of the text screen has `text`."""
        screen = self.client.call(ReadScreen(), TIMEOUT)
        assert isinstance(screen, ScreenText)
        return any(text in row for row in screen.rows)

    def wait_for_text(self, text: str) -> None:
        """Until the screen has `text`."""
        assert self.client.wait_until(lambda: self.shows(text), TIMEOUT), text

    def wait_for_pictures(self, count: int) -> None:
        """Until so many more pictures are in the shared memory."""
        goal = self.client.frames.sequence + count
        assert self.client.wait_until(lambda: self.client.frames.sequence >= goal, TIMEOUT)

    def status_after(self, **fields: Any) -> Status:
        """The first status whose fields are as given."""

        def fits(status: Status | None) -> bool:
            return status is not None and all(
                getattr(status, name) == value for name, value in fields.items()
            )

        assert self.client.wait_until(lambda: fits(self.last(Status)), TIMEOUT), self.last(Status)
        status = self.last(Status)
        assert status is not None
        return status


@contextmanager
def a_room(start: Start | None = None) -> Iterator[Room]:
    """A worker for as long as the block lasts, with a machine if `start` is given."""
    room = Room()
    try:
        if start is not None:
            room.client.call(start, TIMEOUT)
        yield room
    finally:
        with suppress(Refused):
            room.client.close(save=False)
