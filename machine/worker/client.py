"""A client of one worker process: spawn it, ask it, listen to it, survive it.

    client = Client(on_notice)                 # spawns; the worker's Hello comes as a notice
    started = client.call(Start(board=...))    # blocking: the result, or Refused
    client.request(Pause(), on_answer)         # callback: Done or Failed, from within `pump`
    client.send(KeyDown(row=2, bit=6))         # no answer wanted
    client.pump()                              # when `fileno()` is readable; never blocks
    client.frames.picture()                    # shared memory
    client.close()                             # saves, ends the worker, never hangs

All methods are for one thread. When the worker ends without having been asked to, all that wait
get `Failed`, and `Died` comes once as the last notice.
"""

import os
import select
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from machine.core.errors import Refused
from machine.worker import codec
from machine.worker.frames import Frames, anonymous_memory
from machine.worker.messages import Died, Done, Failed, FromMachine, Request, Result, Stop

Answer = Done | Failed
OnNotice = Callable[[FromMachine], None]
OnAnswer = Callable[[Answer], None]

GONE = "The machine's process has ended; start it again."
_PIECE = 1 << 18  # bytes read at once
_BUFFER = 1 << 20  # bytes the kernel may hold for the other side
_REAP_SECONDS = 2.0  # a worker whose channel is closed is ending; one that isn't gets killed


def _nobody(_: object) -> None:
    pass


class Client:
    """The room's end of a worker. `frames` is the shared memory of pictures and sound."""

    def __init__(self, on_notice: OnNotice = _nobody) -> None:
        """Spawns a worker; it builds no machine before it is sent `Start`."""
        self.on_notice = on_notice
        self._waiting: dict[int, OnAnswer] = {}
        self._last_id = 0
        self._stop_id = 0
        self._report = ""
        self._unsent = bytearray()
        self._unpacker = codec.notices()
        self._socket, far_end = socket.socketpair()
        self._socket.setblocking(False)
        for end in (self._socket, far_end):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _BUFFER)
        memory = anonymous_memory()
        try:
            self.frames = Frames(memory)
            self._process = _spawn(far_end.fileno(), memory)
        finally:
            far_end.close()
            os.close(memory)
        self.alive = True

    @property
    def pid(self) -> int:
        """The worker's process number."""
        return self._process.pid

    def fileno(self) -> int:
        """What becomes readable when `pump` has something to do; -1 once the worker is gone."""
        return self._socket.fileno()

    def send(self, request: Request) -> None:
        """Sends without wanting an answer; a worker that is gone hears nothing.

        Refused if the request can't be said (`codec.pack`).
        """
        if self.alive:
            self._unsent += codec.pack(request)
            self._flush()

    def request(self, request: Request, on_answer: OnAnswer = _nobody) -> int:
        """Sends; `on_answer` gets the `Done` or `Failed` from within `pump`. Returns the id.

        Refused, with nothing sent, if the request can't be said (`codec.pack`).
        """
        self._last_id += 1
        number = self._last_id
        if not self.alive:
            on_answer(Failed(id=number, sentence=GONE))
            return number
        self.send(msgspec.structs.replace(request, id=number))
        self._waiting[number] = on_answer
        if isinstance(request, Stop):
            self._stop_id = number
        return number

    def call(self, request: Request, timeout: float = 30.0) -> Result | None:
        """Sends and waits, `timeout` seconds at most; notices that come meanwhile are delivered.

        Refused if the worker refuses, is gone, or does not answer in time.
        """
        answers: list[Answer] = []
        number = self.request(request, answers.append)
        if not self.wait_until(lambda: bool(answers), timeout):
            self._waiting.pop(number, None)
            raise Refused(f"The machine did not answer within {timeout:g} seconds; try again.")
        answer = answers[0]
        if isinstance(answer, Failed):
            raise Refused(answer.sentence)
        return answer.result

    def wait_until(self, condition: Callable[[], bool], timeout: float = 30.0) -> bool:
        """Pumps until `condition` holds; False if it does not within `timeout` seconds."""
        deadline = time.monotonic() + timeout
        while not condition():
            left = deadline - time.monotonic()
            if left <= 0 or not self.alive:
                return condition()
            wanted = [self._socket] if self._unsent else []
            select.select([self._socket], wanted, [], left)
            self.pump()
        return True

    def pump(self) -> None:
        """Reads what has come and delivers it; sends what could not be sent before."""
        self._flush()
        ended = False
        while self.alive and not ended:
            try:
                data = self._socket.recv(_PIECE)
            except BlockingIOError:
                break
            except OSError:
                data = b""
            ended = not data
            self._unpacker.feed(data)
        try:
            for message in self._unpacker.messages():
                self._deliver(message)
        except codec.Unframed as error:
            self._report = f"the worker sent {error}"
            ended = True
        if ended and self.alive:
            self._bury()

    def close(self, save: bool = True, timeout: float = 10.0) -> None:
        """Ends the worker, keeping the machine's present state if `save`; kills it at `timeout`.

        Refused, with the worker ended all the same, if the state could not be kept.
        """
        refused = ""
        if self.alive and not self._stop_id:
            try:
                self.call(Stop(save=save), timeout)
            except Refused as error:
                refused = str(error)
        if not refused:
            self.wait_until(lambda: not self.alive, timeout)
        if self.alive:
            self._stop_id = self._stop_id or self._last_id
            self._process.kill()
            self._bury()
        self.frames.close()
        if refused:
            raise Refused(refused)

    def kill(self) -> None:
        """Ends the worker at once, as a crash would; the next `pump` reports it."""
        self._process.kill()

    def _deliver(self, message: Any) -> None:
        if isinstance(message, Done | Failed):
            if isinstance(message, Failed) and message.id == self._stop_id:
                self._stop_id = 0
            on_answer = self._waiting.pop(message.id, None)
            if on_answer is not None:
                on_answer(message)
            elif isinstance(message, Failed):
                self.on_notice(message)
        elif isinstance(message, codec.Garbled):
            self._report = f"the worker sent a message that is none: {message.reason}"
            self._process.kill()
        elif isinstance(message, Died):
            self._report = message.report
        else:
            self.on_notice(message)

    def _flush(self) -> None:
        while self._unsent and self.alive:
            try:
                sent = self._socket.send(self._unsent)
            except BlockingIOError:
                return
            except OSError:  # the other end is closed: `pump` reads the end of the stream
                self._unsent.clear()
                return
            del self._unsent[:sent]

    def _bury(self) -> None:
        """Collects the ended process, tells all that wait, and reports a death nobody asked for."""
        self.alive = False
        self._socket.close()
        try:
            status = self._process.wait(_REAP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            status = self._process.wait()
        self._unsent.clear()
        waiting, self._waiting = self._waiting, {}
        unasked = not self._stop_id or self._stop_id in waiting
        for number, on_answer in waiting.items():
            on_answer(Failed(id=number, sentence=GONE))
        if unasked or self._report:
            self.on_notice(Died(report=self._report or _cause(status)))


def _cause(status: int) -> str:
    if status < 0:
        return f"the process was ended by signal {-status}"
    return f"the process ended with status {status}"


def _spawn(channel: int, memory: int) -> subprocess.Popen[bytes]:
    root = str(Path(__file__).resolve().parents[2])
    path = os.environ.get("PYTHONPATH")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([root, path] if path else [root])}
    command = [sys.executable, "-m", "machine.worker.process", str(channel), str(memory)]
    with suppress(BrokenPipeError):
        sys.stderr.flush()
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, env=environment, pass_fds=(channel, memory)
    )
