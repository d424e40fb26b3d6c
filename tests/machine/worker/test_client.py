"""The client of a worker: it survives it, never hangs, and leaves nothing behind."""

import os
import signal
from pathlib import Path

import pytest

from machine.core.errors import Refused
from machine.worker import messages as m
from tests.support.room import TIMEOUT, a_room


def test_a_killed_worker_is_reported_once_and_all_that_wait_are_told(start: m.Start) -> None:
    with a_room(start) as room:
        answers: list[object] = []
        os.kill(room.client.pid, signal.SIGSTOP)
        room.client.request(m.ListSnapshots(), answers.append)
        os.kill(room.client.pid, signal.SIGKILL)

        died = room.wait_for(m.Died)

        assert died.report == "the process was ended by signal 9"
        assert isinstance(answers[0], m.Failed)
        assert not room.client.alive
        assert room.client.fileno() == -1
        with pytest.raises(Refused, match="start it again"):
            room.client.call(m.Run())
        room.client.pump()
        room.client.close()
        assert sum(isinstance(said, m.Died) for said in room.heard) == 1


def test_two_workers_run_side_by_side_and_one_survives_the_other(start: m.Start) -> None:
    with a_room(start) as one, a_room(start) as two:
        assert one.client.pid != two.client.pid
        for room in (one, two):
            room.client.call(m.Run())
            room.wait_for_pictures(2)

        one.client.kill()
        one.wait_for(m.Died)

        two.wait_for_pictures(2)
        assert two.client.alive


def test_close_never_hangs(start: m.Start) -> None:
    with a_room(start) as room:
        os.kill(room.client.pid, signal.SIGSTOP)

        with pytest.raises(Refused, match="did not answer"):
            room.client.close(timeout=0.2)

        assert not room.client.alive


def test_a_client_leaves_no_descriptor_open(start: m.Start) -> None:
    folder = Path("/proc/self/fd")
    if not folder.exists():
        pytest.skip("no /proc on this system")
    before = len(list(folder.iterdir()))

    with a_room(start) as room:
        room.client.call(m.Run())
        room.wait_for_pictures(1)

    assert len(list(folder.iterdir())) == before


def test_more_answers_than_the_channel_holds_all_come_in_order(start: m.Start) -> None:
    with a_room(start) as room:
        room.client.call(m.Run())
        room.wait_for_pictures(2)
        answers: list[m.Done | m.Failed] = []
        count = 60

        for _ in range(count):
            room.client.request(m.Peek(address=0, count=40_000), answers.append)

        assert room.client.wait_until(lambda: len(answers) == count, TIMEOUT)
        assert [answer.id for answer in answers] == sorted(answer.id for answer in answers)
        assert all(isinstance(answer, m.Done) for answer in answers)
