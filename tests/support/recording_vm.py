"""A VM that only writes down what it is asked: for controllers, which must not need a machine."""

import threading
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace
from PyQt6.QtCore import QObject, pyqtSignal

from machine.worker.frames import Frames
from machine.worker.messages import Request, Started, Status

RUNNING = Status(
    powered=True, running=True, speed_setting=100, speed_percent=100, hz=60, frames=1, tick=1,
    lamps={}, activity={}, media={}, sound_fill=0, typing=0, hurries=False, loading=False,
)  # fmt: skip


def status(**fields: Any) -> Status:
    """What a machine that runs, and has nothing in its sockets, tells, but for `fields`."""
    return replace(RUNNING, **fields)


class RecordingVm(QObject):
    """Stands where `app.controllers.vm.VmController` stands; `answers` maps a request's type to
    the result that it gets."""

    started = pyqtSignal(object)
    pictured = pyqtSignal(int)
    status_told = pyqtSignal(object)
    refused = pyqtSignal(str)
    printed = pyqtSignal(str)
    died = pyqtSignal(str)
    stopped = pyqtSignal()

    def __init__(self, info: Started | None = None) -> None:
        super().__init__()
        self.info = info
        self.status: Status | None = None
        self.frames: Frames | None = None
        self.frames_lock = threading.Lock()
        self.running = self.sounding = True
        self.sent: list[Request] = []
        self.answers: dict[type[Request], Any] = {}

    def send(self, request: Request) -> None:
        """Written down."""
        self.sent.append(request)

    def request(
        self,
        request: Request,
        then: Callable[[Any], None] = lambda _: None,
        otherwise: Callable[[str], object] | None = None,
    ) -> None:
        """Written down, and answered at once."""
        self.sent.append(request)
        then(self.answers.get(type(request)))
