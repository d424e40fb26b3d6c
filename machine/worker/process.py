"""The worker: hears requests, lets the machine run, publishes what it makes.

    python -m machine.worker.process CHANNEL MEMORY

CHANNEL and MEMORY are inherited descriptors: a socket to the client, and the shared memory of
`frames`. Host time comes in here: nothing that a machine is made of knows it. The worker ends when
it is told to, when the client's end of the channel is closed, or at SIGTERM; in the last two cases
the machine's present is kept in its image.
"""

import faulthandler
import os
import select
import signal
import socket
import sys
import time
import traceback
from contextlib import suppress
from types import FrameType

import msgspec

from machine.core.errors import Refused
from machine.core.unraised import Unraised, heard
from machine.machine import Machine
from machine.worker import codec
from machine.worker.frames import MAX_HEIGHT, MAX_WIDTH, Frames
from machine.worker.messages import (
    PROTOCOL,
    Died,
    Done,
    Failed,
    Hello,
    Notice,
    PictureReady,
    Power,
    Printed,
    Request,
    SetVideoStandard,
    Start,
    Status,
    Warned,
)
from machine.worker.pace import Hurry, Pace, SpeedMeter, stretched
from machine.worker.requests import Desk
from machine.worker.vm import Vm

IDLE_SECONDS = 0.25  # the longest sleep: how late a signal or a rested disk may be seen
BURST_SECONDS = 0.01  # without a speed limit: how long the machine runs between two looks around
SHOW_SECONDS = 1 / 60  # without a speed limit: how often a picture is shown
REST_SECONDS = 0.5  # a disk that was not used for so long is written to its file
FAREWELL_SECONDS = 2.0
PIECE = 1 << 16  # bytes read at once
CROWDED = 8 << 20  # bytes waiting for the client, beyond which its requests wait too


class Worker:
    """One worker: a desk, a channel to the client, the shared memory."""

    def __init__(self, channel: socket.socket, frames: Frames) -> None:
        self._channel = channel
        self._channel.setblocking(False)
        self._frames = frames
        self._desk = Desk()
        self._unpacker = codec.requests()
        self._unsent = bytearray()
        self._abandoned = False
        self._pace = Pace(1)
        self._meter = SpeedMeter(1)
        self._hurry = Hurry(1)
        self._clock_of: object = None
        self._shown = (0, 0, True)  # tick, frames and power when a picture was last published
        self._shown_at = self._rested_at = self._status_at = 0.0
        self._last_status: Status | None = None
        self._newest: PictureReady | None = None  # not told yet

    def loop(self, unraised: Unraised) -> None:
        """Works until the end, or raises a bug: its own, or one that is `unraised`."""
        self._say(Hello(protocol=PROTOCOL, pid=os.getpid()))
        while not self._desk.ended and not self._abandoned:
            self.turn()
            unraised.check()
        if self._abandoned and self._desk.started and not self._desk.ended:
            with suppress(Refused):
                self._desk.vm.close(save=True)
        self.farewell()

    def turn(self) -> None:
        """Waits until there is something to do, at most until the next frame, and does it."""
        self._exchange(self._until_next_frame())
        if self._desk.started and not self._desk.ended:
            vm = self._desk.vm
            if vm.running and self._until_next_frame() == 0:
                self._run(vm)
            self._look_after(vm)

    def abandon(self, _signal: int = 0, _frame: FrameType | None = None) -> None:
        """The client is gone, or somebody wants an end: the loop keeps the present and ends."""
        self._abandoned = True

    def farewell(self) -> None:
        """Sends what is still to be sent, for a moment."""
        self._channel.settimeout(FAREWELL_SECONDS)
        with suppress(OSError):
            self._channel.sendall(self._unsent)

    def report(self, death: Died) -> None:
        """The last message of a worker that has met a bug."""
        self._say(death)
        self.farewell()

    # The channel

    def _say(self, message: Notice) -> None:
        self._unsent += codec.pack(message)

    def _exchange(self, timeout: float) -> None:
        """Sends and hears for `timeout` seconds, or until something was heard."""
        crowded = len(self._unsent) > CROWDED
        hear = [] if crowded else [self._channel]
        tell = [self._channel] if self._unsent else []
        readable, writable, _ = select.select(hear, tell, [], timeout)
        if writable:
            self._send()
        if readable:
            self._hear()
            self._send()

    def _send(self) -> None:
        while self._unsent:
            try:
                sent = self._channel.send(self._unsent[:PIECE])
            except BlockingIOError:
                return
            except OSError:
                self.abandon()
                return
            del self._unsent[:sent]

    def _hear(self) -> None:
        try:
            data = self._channel.recv(PIECE)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self.abandon()
            return
        self._unpacker.feed(data)
        try:
            for message in self._unpacker.messages():
                if isinstance(message, codec.Garbled):
                    sentence = f"The machine did not understand a request: {message.reason}."
                    self._say(Failed(id=message.id, sentence=sentence))
                else:
                    self._answer(message)
                if self._desk.ended:
                    return
        except codec.Unframed:
            self.abandon()

    def _answer(self, request: Request) -> None:
        try:
            result = self._desk.carry_out(request)
        except Refused as refusal:
            self._say(Failed(id=request.id, sentence=str(refusal)))
            return
        if isinstance(request, Start | Power | SetVideoStandard):
            self._set_clock(self._desk.vm)
        if request.id:
            self._say(Done(id=request.id, result=result))
        self._status_at = 0.0  # what was changed is seen at once

    # Time

    def _set_clock(self, vm: Vm) -> None:
        """A machine that is switched on or taken up again has the host's local time."""
        year, month, day, hour, minute, second = time.localtime()[:6]
        vm.set_clock(year, month, day, hour, minute, min(second, 59))  # no leap second in a clock

    def _until_next_frame(self) -> float:
        vm = self._desk.vm if self._desk.started else None
        if vm is None or not vm.running:
            self._pace.hold()
            self._meter.stop()
            return IDLE_SECONDS
        if self._clock_of is not vm.machine:
            self._clock_of = vm.machine
            self._pace = Pace(vm.machine.ticks_per_second)
            self._meter = SpeedMeter(vm.machine.ticks_per_second)
            self._hurry = Hurry(vm.machine.ticks_per_second)
        speed = self._speed(vm)
        return min(self._pace.wait(vm.machine.now, time.monotonic(), speed), IDLE_SECONDS)

    def _speed(self, vm: Vm) -> int:
        """In percent, 0 without a limit: what was asked for, or for a long text that is typed."""
        return 0 if self._hurry.is_on else vm.speed

    def _run(self, vm: Vm) -> None:
        """Lets one frame pass; without a speed limit, as many as a burst holds."""
        machine = vm.machine
        burst = time.monotonic() + BURST_SECONDS
        while True:
            self._desk.keys.step(machine)
            try:
                machine.run(machine.now + machine.ticks_per_second // 25, to_frame=True)
            except Refused as refusal:  # a program that waited for the prompt does not fit
                vm.warnings.append(str(refusal))
            sound = machine.drain_sound()
            self._note_typing(machine)
            if self._speed(vm):
                self._frames.write_sound(stretched(sound, vm.speed))
                break
            if time.monotonic() >= burst:
                break
        self._meter.note(machine.now, time.monotonic())

    def _note_typing(self, machine: Machine) -> None:
        self._hurry.note(len(machine.typist.waiting), machine.now)
        keys = self._desk.keys
        if self._hurry.is_on and not keys.is_off:
            keys.hold_off(machine)
        elif keys.is_off and not self._hurry.is_on:
            keys.settle(machine)

    # What the client sees

    def _look_after(self, vm: Vm) -> None:
        now = time.monotonic()
        is_behind = bool(self._unsent)  # the client does not read: it hears the newest when it does
        self._show(vm, now)
        if now >= self._rested_at + REST_SECONDS:
            self._rested_at = now
            vm.bays.flush_rested()
        while vm.warnings:
            self._say(Warned(sentence=vm.warnings.pop(0)))
        if is_behind:
            return
        if self._newest is not None:
            self._say(self._newest)
            self._newest = None
        if printed := vm.machine.printed():
            self._say(Printed(text=printed))
        self._tell_status(vm, now)

    def _show(self, vm: Vm, now: float) -> None:
        """Publishes a frame that has ended, and at once what a request has put on the screen."""
        video = vm.machine.video
        tick, frames = vm.machine.now, int(video.frames)
        shown_tick, shown_frames, shown_powered = self._shown
        jumped = tick < shown_tick or (tick > shown_tick and not vm.running)
        if frames == shown_frames and vm.powered == shown_powered and not jumped:
            return
        if vm.running and self._speed(vm) == 0 and now < self._shown_at + SHOW_SECONDS:
            return
        self._shown, self._shown_at = (tick, frames, vm.powered), now
        width, height = int(video.width), int(video.height)
        if not (0 < width <= MAX_WIDTH and 0 < height <= MAX_HEIGHT):
            return
        fill = video.copy_frame if vm.powered else _darkness
        sequence = self._frames.write_picture(width, height, fill)
        if self._desk.subscription.pictures:
            self._newest = PictureReady(sequence=sequence, width=width, height=height)

    def _tell_status(self, vm: Vm, now: float) -> None:
        """Every so often, after each request, or (interval 0) when something has changed."""
        every = self._desk.subscription.status_ms / 1000
        if every and now < self._status_at + every:
            return
        self._status_at = now
        status = self._status(vm)
        if not every and _constant(status) == _constant(self._last_status):
            return
        self._last_status = status
        self._say(status)

    def _status(self, vm: Vm) -> Status:
        machine = vm.machine
        return Status(
            powered=vm.powered,
            running=vm.running,
            speed_setting=vm.speed,
            speed_percent=self._meter.percent,
            hz=machine.hz,
            frames=int(machine.video.frames),
            tick=machine.now,
            lamps=machine.lamps() if vm.powered else {},
            activity=machine.activity(),
            media=vm.bays.status(),
            sound_fill=self._frames.sound_fill,
            typing=len(machine.typist.waiting),
            hurries=self._hurry.is_on,
            loading=bool(machine.loader.waiting),
        )


def _constant(status: Status | None) -> Status | None:
    """A status without what changes by itself."""
    if status is None:
        return None
    return msgspec.structs.replace(
        status, speed_percent=0, frames=0, tick=0, activity={}, sound_fill=0,
        typing=min(status.typing, 1),
    )  # fmt: skip


def _darkness(pixels: memoryview) -> None:
    """The picture of a machine that is off."""
    pixels[:] = bytes((0, 0, 0, 255) if sys.byteorder == "little" else (255, 0, 0, 0)) * (
        len(pixels) // 4
    )


def main(arguments: list[str]) -> int:
    """The process of a worker; 0 after an orderly end, 1 after a bug."""
    faulthandler.enable()
    channel, memory = (int(argument) for argument in arguments)
    frames = Frames(memory)
    os.close(memory)
    worker = Worker(socket.socket(fileno=channel), frames)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the client's
    signal.signal(signal.SIGTERM, worker.abandon)
    try:
        with heard() as unraised:
            worker.loop(unraised)
    except BaseException:  # a bug, whatever it is: the client hears of it as well
        worker.report(Died(report=traceback.format_exc()))
        raise
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
