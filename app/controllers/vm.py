"""One virtual machine as the application sees it: its worker, and what it says."""

import threading
from collections.abc import Callable
from typing import Any

from PyQt6.QtCore import QObject, QSocketNotifier, pyqtSignal
from PyQt6.sip import voidptr

from machine.core.errors import Refused
from machine.worker.client import Client
from machine.worker.frames import Frames
from machine.worker.messages import (
    Died,
    Done,
    Failed,
    Pause,
    PictureReady,
    Power,
    Printed,
    Request,
    Reset,
    Run,
    SetFastDisks,
    SetSpeed,
    SetVideoStandard,
    Start,
    Started,
    Status,
    Stop,
    Subscribe,
    Warned,
)

Then = Callable[[Any], object]


def _nothing(_: object) -> None:
    pass


class VmController(QObject):
    """Starts, asks and outlives a worker. Nothing here waits: answers come as calls and signals."""

    started = pyqtSignal(object)  # Started
    pictured = pyqtSignal(int)  # sequence
    status_told = pyqtSignal(object)  # Status
    refused = pyqtSignal(str)  # a sentence for the user
    printed = pyqtSignal(str)  # what the printer was sent
    died = pyqtSignal(str)  # the report of a bug
    stopped = pyqtSignal()

    def __init__(
        self, image: str = "", board: str = "", hz: int | None = None, parent: QObject | None = None
    ) -> None:
        """`image`: the VM's file, "" for a machine that leaves nothing behind."""
        super().__init__(parent)
        self.image = image
        self.board = board
        self.hz = hz
        self.info: Started | None = None
        self.status: Status | None = None
        self.frames_lock = threading.Lock()
        self._client: Client | None = None
        self._notifier: QSocketNotifier | None = None
        self._stopping = False
        self.fast_disks = False

    @property
    def frames(self) -> Frames | None:
        """The shared memory of pictures and sound, None while there is no worker.

        Another thread than the window's holds `frames_lock` as long as it uses it.
        """
        return self._client.frames if self._client is not None else None

    @property
    def alive(self) -> bool:
        """Whether a worker is there to be asked."""
        return self._client is not None and self._client.alive

    @property
    def running(self) -> bool:
        """Whether time passes in the machine, as it was last told."""
        return self.status is not None and self.status.running

    @property
    def sounding(self) -> bool:
        """Whether the machine makes sound: it is silent without a speed limit."""
        status = self.status
        return (
            self.running
            and status is not None
            and bool(status.speed_setting and not status.hurries)
        )

    def start(self, *, resume: bool = True, then: Then = _nothing) -> None:
        """Starts a worker and lets the machine run; `started` tells when it is there."""
        self._drop_client()
        self._stopping = False
        try:
            self._client = Client(self._hear)
        except OSError as error:
            self.refused.emit(
                f"The machine's process could not be started ({error.strerror});"
                " close other programs and switch it on again."
            )
            return
        self._notifier = QSocketNotifier(
            voidptr(self._client.fileno()), QSocketNotifier.Type.Read, self
        )
        self._notifier.activated.connect(self._pump)
        self._client.send(Subscribe())

        def ready(started: Started) -> None:
            self.info = started
            self.send(SetFastDisks(on=self.fast_disks))
            self.started.emit(started)
            self.send(Run())
            then(started)

        hz: Any = self.hz
        self.request(Start(image=self.image, board=self.board, hz=hz, resume=resume), ready)

    def send(self, request: Request) -> None:
        """Says something that needs no answer; a refusal comes as `refused`."""
        try:
            if self._client is not None:
                self._client.send(request)
        except Refused as refusal:
            self.refused.emit(str(refusal))

    def request(
        self,
        request: Request,
        then: Then = _nothing,
        otherwise: Callable[[str], object] | None = None,
    ) -> None:
        """Asks; `then` gets the result if it was carried out.

        If not, `otherwise` gets the sentence that says why; without it `refused` is emitted.
        """

        def answered(answer: Done | Failed) -> None:
            if isinstance(answer, Done):
                then(answer.result)
            elif not self._stopping:
                (otherwise or self.refused.emit)(answer.sentence)

        try:
            if self._client is not None:
                self._client.request(request, answered)
        except Refused as refusal:
            (otherwise or self.refused.emit)(str(refusal))

    def stop(self, *, save: bool) -> None:
        """Ends the worker; `stopped` comes when it is gone.

        If the state can't be kept, `refused` says why and the machine goes on; if the worker dies
        of it, `died` comes instead.
        """
        if not self.alive or self._client is None:
            self._finish()
            return

        def answered(answer: Done | Failed) -> None:
            if isinstance(answer, Done):
                self._finish()
                return
            self._stopping = False
            if self.alive:  # else `Died` is the next thing to be heard
                self.refused.emit(answer.sentence)

        self._stopping = True
        self._client.request(Stop(save=save), answered)

    def toggle_pause(self) -> None:
        """Holds time, or lets it go on."""
        self.send(Pause() if self.running else Run())

    def reset(self) -> None:
        """Presses the reset button."""
        self.send(Reset())

    def toggle_power(self) -> None:
        """Switches off, or on again; a machine that could not start, or has died, is started."""
        if not self.alive or self.info is None:
            self.start()
            return
        on = self.status is None or not self.status.powered
        self.send(Power(on=on))

    def set_speed(self, percent: int) -> None:
        """Speed in percent of the real machine; 0 is as fast as possible."""
        self.send(SetSpeed(percent=percent))

    def set_fast_disks(self, on: bool) -> None:
        """Floppy drives take no time from now on, or that of real ones."""
        if on != self.fast_disks:
            self.fast_disks = on
            self.send(SetFastDisks(on=on))

    def toggle_speed_limit(self) -> None:
        """As fast as possible, or at the real machine's speed again."""
        unlimited = self.status is not None and self.status.speed_setting == 0
        self.set_speed(100 if unlimited else 0)

    def set_standard(self, hz: int) -> None:
        """The video standard, 50 or 60; the machine starts anew."""
        self.hz = hz
        standard: Any = hz
        self.request(SetVideoStandard(hz=standard))

    def _pump(self) -> None:
        if self._client is not None:
            self._client.pump()

    def _hear(self, notice: object) -> None:
        if isinstance(notice, PictureReady):
            self.pictured.emit(notice.sequence)
        elif isinstance(notice, Status):
            self.status = notice
            self.status_told.emit(notice)
        elif isinstance(notice, Printed):
            self.printed.emit(notice.text)
        elif isinstance(notice, Failed | Warned):
            self.refused.emit(notice.sentence)
        elif isinstance(notice, Died) and not self._stopping:
            self._silence()
            self.status = None
            self.died.emit(notice.report)

    def _silence(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None

    def _finish(self) -> None:
        self._drop_client()
        self.stopped.emit()

    def _drop_client(self) -> None:
        self._silence()
        with self.frames_lock:
            client, self._client = self._client, None
        try:
            if client is not None:
                client.close(save=False)
        except Refused as refusal:
            self.refused.emit(str(refusal))
