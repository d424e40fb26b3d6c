"""The controller of a machine with a real worker: how it starts, refuses, ends and dies."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.controllers import vm as subject
from app.controllers.vm import VmController
from machine.core.errors import Refused
from machine.worker.client import Client
from machine.worker.messages import Insert, TypeText
from tests.support.desk import PATIENCE

NO_TEXT = "disk\udcff.dsk"  # what Python makes of a file name that is no UTF-8


@pytest.fixture
def vm(qtbot: QtBot, tmp_path: Path) -> Iterator[VmController]:
    made = VmController(str(tmp_path / "test.8box"), "eb1")
    with qtbot.waitSignal(made.started, timeout=PATIENCE):
        made.start()
    yield made
    if made.alive:
        with qtbot.waitSignal(made.stopped, timeout=PATIENCE):
            made.stop(save=False)


def test_a_name_that_is_no_text_is_refused_and_the_machine_goes_on(
    vm: VmController, qtbot: QtBot
) -> None:
    sentences: list[str] = []

    vm.request(Insert(socket="disk_a", path=NO_TEXT), otherwise=sentences.append)
    with qtbot.waitSignal(vm.refused, timeout=PATIENCE) as told:
        vm.send(TypeText(text=NO_TEXT))

    assert "give it another name" in sentences[0]
    assert told.args == sentences
    with qtbot.waitSignal(vm.status_told, timeout=PATIENCE):
        pass


def test_a_worker_that_dies_while_it_keeps_the_machine_is_no_orderly_end(
    vm: VmController, qtbot: QtBot
) -> None:
    client = vm._client
    assert client is not None
    stopped: list[None] = []
    vm.stopped.connect(lambda: stopped.append(None))

    os.kill(client.pid, signal.SIGSTOP)
    vm.stop(save=True)
    with qtbot.waitSignal(vm.died, timeout=PATIENCE):
        os.kill(client.pid, signal.SIGKILL)

    assert stopped == []
    assert not vm.alive


def test_a_process_that_cannot_be_had_is_told_and_can_be_tried_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_left(*_: object) -> Client:
        raise OSError(11, "Resource temporarily unavailable")

    vm = VmController(board="eb1")
    with monkeypatch.context() as full:
        full.setattr(subject, "Client", none_left)
        with qtbot.waitSignal(vm.refused) as told:
            vm.start()

    assert "Resource temporarily unavailable" in told.args[0]
    with qtbot.waitSignal(vm.started, timeout=PATIENCE):
        vm.toggle_power()
    with qtbot.waitSignal(vm.stopped, timeout=PATIENCE):
        vm.stop(save=False)


def test_a_worker_that_will_not_end_does_not_hinder_a_new_start(
    vm: VmController, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    close = Client.close

    def refuses(client: Client, save: bool = True, timeout: float = 10.0) -> None:
        close(client, save, timeout)
        raise Refused("The machine did not answer within 10 seconds; try again.")

    with monkeypatch.context() as stubborn:
        stubborn.setattr(Client, "close", refuses)
        with qtbot.waitSignals([vm.refused, vm.started], timeout=PATIENCE):
            vm.start()

    assert vm.alive
