"""The status line: drives and recorders, and what stands beside their lamps."""

from pytestqt.qtbot import QtBot

from app.views.status_bar import StatusLine
from machine.worker.messages import MediumStatus, SocketInfo
from tests.support.recording_vm import status

SOCKETS = (
    SocketInfo(name="cart1", kind="cartridge"),
    SocketInfo(name="disk_a", kind="disk"),
    SocketInfo(name="cassette", kind="cassette"),
)
TAPE = MediumStatus("mine.cas", "/tapes/mine.cas", "vm", changed=False, writable=True)
NEW_TAPE = MediumStatus("new tape", "", "vm", changed=True, writable=True)


def test_a_recorder_is_seen_while_a_tape_is_in(qtbot: QtBot) -> None:
    bar = StatusLine()
    qtbot.addWidget(bar)
    bar.set_sockets(SOCKETS)
    bar.show()
    shown = []
    for media in ({}, {"cassette": TAPE}, {}):
        bar.show_status(status(media=media))
        shown.append(bar.is_shown("cassette"))

    assert shown == [False, True, False]
    assert bar.is_shown("disk_a")


def test_a_new_tape_with_something_on_it_is_told_to_be_unsaved(qtbot: QtBot) -> None:
    bar = StatusLine()
    qtbot.addWidget(bar)
    bar.set_sockets(SOCKETS)
    bar.show_status(status(media={"cassette": NEW_TAPE}))

    assert "new tape" in bar.words("cassette")
    assert "NOT SAVED" in bar.words("cassette")
