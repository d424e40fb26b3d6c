"""What a worker tells unasked reaches a client that is slow, or whose host is."""

import os
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from machine.worker import codec, process
from machine.worker import messages as m
from machine.worker.frames import Frames, anonymous_memory

TURNS = 40
ANSWER = 1 << 16  # bytes: more than the channel of this test holds


class Line:
    """A worker in this process, turned by hand, and the client's end of its channel."""

    def __init__(self) -> None:
        self._near, far = socket.socketpair()
        self._near.setblocking(False)
        far.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        memory = anonymous_memory()
        self._frames = Frames(memory)
        os.close(memory)
        self._unpacker = codec.notices()
        self._far = far
        self.worker = process.Worker(far, self._frames)

    def say(self, *requests: m.Request) -> None:
        for request in requests:
            self._near.sendall(codec.pack(request))

    def hear(self) -> list[Any]:
        """The notices that have come."""
        while True:
            try:
                self._unpacker.feed(self._near.recv(1 << 20))
            except BlockingIOError:
                return list(self._unpacker.messages())

    def turn_until(self, enough: Callable[[list[Any]], bool]) -> list[Any]:
        """Turns and hears until the notices are enough, or for so many turns."""
        heard: list[Any] = []
        for _ in range(TURNS):
            self.worker.turn()
            heard += self.hear()
            if enough(heard):
                break
        return heard

    def close(self) -> None:
        self._near.close()
        self._far.close()
        self._frames.close()


@pytest.fixture
def line(start: m.Start) -> Iterator[Line]:
    made = Line()
    made.say(m.Subscribe(status_ms=1), start)
    made.turn_until(lambda heard: any(isinstance(said, m.Status) for said in heard))
    yield made
    made.close()


def test_status_is_told_though_every_turn_has_a_picture(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "SHOW_SECONDS", 0.0)  # as where a turn takes longer than that
    line.say(m.SetSpeed(percent=0), m.Run())

    heard = line.turn_until(
        lambda heard: any(isinstance(said, m.Status) and said.running for said in heard)
    )

    assert any(isinstance(said, m.Status) and said.running for said in heard)
    assert any(isinstance(said, m.PictureReady) for said in heard)


def test_the_newest_picture_is_told_when_a_slow_client_reads_again(line: Line) -> None:
    line.say(m.Peek(id=1, address=0, count=ANSWER), m.Power(on=False))
    for _ in range(3):  # nobody reads: the answer is stuck
        line.worker.turn()

    heard = line.turn_until(lambda heard: any(isinstance(said, m.PictureReady) for said in heard))

    kinds = [type(said) for said in heard]
    assert kinds.index(m.PictureReady) > kinds.index(m.Done)
