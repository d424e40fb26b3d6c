"""The VM behind a worker: a machine, the image it lives in, its media and snapshots.

No host time and no messages here: `process` lets time pass, `requests` says what to do.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

import msgspec

from machine import png
from machine.boards import DEFAULT
from machine.core.errors import Refused
from machine.image.snapshots import Kind, Node, Snapshots
from machine.image.store import IN_MEMORY, Store
from machine.machine import Capture, Machine
from machine.worker.bays import Bays, Shelf

SHELF = "shelf"  # in a capture: what was written on media that are not in a socket now
BATTERY = "battery"  # in the capture of a machine that is off: what its batteries keep
THUMBNAIL_LEVEL = 3  # of zlib's compression: a snapshot must not be waited for


class Vm:
    """One VM. `running` and `speed` (percent, 0: no limit) are wishes to whoever runs it.

    `warnings` collects sentences about what went wrong unasked. `resumed`: the machine stands
    where it was left, not at power-on.
    """

    def __init__(self, machine: Machine, store: Store, board: str, roms: Mapping[str, str]) -> None:
        """A machine that is on and paused, built for `board` and `roms`, in an open image."""
        self.machine = machine
        self.store = store
        self.snapshots = Snapshots(store)
        self.warnings: list[str] = []
        self.bays = Bays(machine, self.warnings)
        self.powered = True
        self.running = False
        self.resumed = False
        self.speed = 100
        self._board = board
        self._roms = dict(roms)
        self._keep_settings()

    @classmethod
    def open(
        cls, image: str, board: str, hz: int | None, roms: Mapping[str, str], *, resume: bool
    ) -> Self:
        """The VM in a file, which is created if there is none; IN_MEMORY for one without a file.

        "" and None take the image's board and video standard, `roms` is added to the image's.
        `resume` goes on from the state that `close` kept, at its video standard. Refused, with
        nothing created or left open, if the image, the board or a ROM is no good.
        """
        if image == IN_MEMORY or not os.path.lexists(image):
            machine = _built(board or DEFAULT, hz or 60, roms)
            return cls(machine, Store.create(image), board or DEFAULT, roms)
        store = Store.open(image)
        try:
            board = board or store.setting("board", str, DEFAULT)
            roms = {**store.setting("roms", dict[str, str], {}), **roms}
            kept_hz = store.setting("hz", int, 60)
            machine = _built(board, hz or kept_hz, roms)
            vm = cls(machine, store, board, roms)
            vm._resume(with_devices=resume and machine.hz == kept_hz)
        except BaseException:
            store.close()
            raise
        return vm

    def _resume(self, *, with_devices: bool) -> None:
        """Goes on from the present that was kept; what of it is damaged costs a warning."""
        current = self.snapshots.only("current")
        tree: dict[str, Any] | None = None
        try:
            tree = self.snapshots.load(current.id) if current else None
            if tree and tree["devices"] and with_devices:
                self._restore(tree)
                self.resumed = True
            elif tree:
                self.bays.shelf = _shelf_in(tree)
        except Refused as refusal:
            self.warnings.append(f"{refusal} The machine was started anew.")
        if self.resumed:
            return
        if tree:
            self.bays.insert_captured(tree["media"])
        else:
            self.bays.insert_plan(self.store.setting("media", dict[str, Any], {}))
        self.machine.power()
        self.bays.fit_batteries(_batteries_in(tree or {}))

    def close(self, *, save: bool) -> None:
        """Ends the VM; `save` keeps its present state, else only its media.

        Refused, with the VM going on, if the image doesn't take it.
        """
        self.bays.flush_all()
        self.keep_present(save=save)
        self.store.close()

    def keep_present(self, *, save: bool = True) -> None:
        """Keeps the present in the image: the machine and its media, or (not `save`) the media."""
        tree = self._captured()
        on = save and self.powered
        if not on:
            tree["devices"], tree[BATTERY] = {}, self.bays.batteries()
        self.snapshots.take(tree, "", 0, self.picture() if on else b"", "current")

    # Power

    def require_power(self) -> None:
        """Refused if the machine is off."""
        if not self.powered:
            raise Refused("The machine is off; switch it on first.")

    def power(self, *, on: bool) -> None:
        """Switches the machine off, with its media in place, or on anew."""
        if on:
            kept = self.bays.batteries()
            self.machine.power()
            self.bays.fit_batteries(kept)
        self.powered = self.running = on

    def set_clock(
        self, year: int, month: int, day: int, hour: int, minute: int, second: int
    ) -> None:
        """Sets the machine's calendar clock, if it has one, at the present tick."""
        clock = self.machine.with_role("clock")
        if clock is not None:
            clock.set_time(year, month, day, hour, minute, second)

    def set_video_standard(self, hz: int) -> None:
        """A machine with the video chip for `hz` and the same media, powered on anew."""
        if hz != self.machine.hz:
            machine = _built(self._board, hz, self._roms)
            machine.fast_disks = self.machine.fast_disks
            kept = self.bays.batteries()
            self.bays.move_to(machine)
            machine.power()
            self.bays.fit_batteries(kept)
            self.machine = machine
            self._keep_settings()

    # Snapshots

    def take(self, name: str, created: int, kind: Kind = "snapshot") -> Node:
        """Keeps the whole machine as a snapshot. Refused if it is off: it has no state then."""
        self.require_power()
        return self.snapshots.take(self._captured(), name, created, self.picture(), kind)

    def restore(self, node: int) -> Node:
        """Makes the machine what it was, on and going if it was off. Refused: nothing changed."""
        found = self.snapshots.node(node)
        self._restore(self.snapshots.load(node))
        if not self.powered:
            self.powered = self.running = True
        origin = found.id if found.kind == "snapshot" else found.parent
        if origin is not None:
            self.snapshots.went_to(origin)
        return found

    def quick_load(self) -> Node:
        """Restores the quick save. Refused if there is none."""
        found = self.snapshots.only("quick")
        if found is None:
            raise Refused("There is no quick save yet; make one first.")
        return self.restore(found.id)

    def keep_media_plan(self) -> None:
        """Notes in the image which file is in which socket."""
        self.store.set_setting("media", self.bays.plan())

    def _captured(self) -> dict[str, Any]:
        return {**msgspec.structs.asdict(self.machine.capture()), SHELF: dict(self.bays.shelf)}

    def _restore(self, tree: dict[str, Any]) -> None:
        shelf = _shelf_in(tree)
        plain = {name: value for name, value in tree.items() if name != SHELF}
        try:
            capture = msgspec.convert(plain, Capture)
        except msgspec.ValidationError as error:
            raise Refused(f"This snapshot is damaged ({error}); restore another one.") from error
        before = dict(self.machine.media)
        machine = self.machine
        if capture.hz != machine.hz and capture.hz in (50, 60):
            machine = _built(self._board, capture.hz, self._roms)
        machine.restore(capture)
        self.machine = machine
        self.bays.restored(machine, before, shelf)
        self._keep_settings()
        self.keep_media_plan()

    def _keep_settings(self) -> None:
        settings = {"board": self._board, "hz": self.machine.hz, "roms": self._roms}
        for name, value in settings.items():
            if self.store.setting(name, object, None) != value:
                self.store.set_setting(name, value)

    # Looking

    def picture(self) -> bytes:
        """The last complete frame as a PNG; b"" if there was none yet."""
        video = self.machine.video
        width, height = int(video.width), int(video.height)
        if not width or not height:
            return b""
        pixels = bytearray(width * height * 4)
        video.copy_frame(pixels)
        rgb = bytearray(width * height * 3)
        order = (2, 1, 0) if sys.byteorder == "little" else (1, 2, 3)
        for channel, at in enumerate(order):
            rgb[channel::3] = pixels[at::4]
        return png.encode(width, height, bytes(rgb), THUMBNAIL_LEVEL)


def _built(board: str, hz: int, roms: Mapping[str, str]) -> Machine:
    if hz not in (50, 60):
        raise Refused(f"There is no video standard of {hz} Hz; choose 50 or 60.")
    return Machine.named(board, hz, {name: Path(path) for name, path in roms.items()})


def _batteries_in(tree: dict[str, Any]) -> dict[str, bytes]:
    try:
        return msgspec.convert(tree.get(BATTERY, {}), dict[str, bytes])
    except msgspec.ValidationError:
        return {}  # a battery that has leaked


def _shelf_in(tree: dict[str, Any]) -> Shelf:
    try:
        return msgspec.convert(tree[SHELF], Shelf)
    except (KeyError, msgspec.ValidationError) as error:
        raise Refused(f"This snapshot is damaged ({error}); restore another one.") from error
