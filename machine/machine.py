"""A built computer: run it, put media in, press keys, capture and restore all of it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from machine import media
from machine.board import Board, Rack, Socket, build, read_images
from machine.boards import board_named
from machine.cartridges import plug, unplug
from machine.charsets import CHARSETS, decode, encode, lacking
from machine.core import state
from machine.core.cpu import Cpu
from machine.core.device import Memory
from machine.core.errors import Refused
from machine.core.mixer import Mixer
from machine.core.scheduler import Scheduler
from machine.core.video import Video
from machine.media import Medium
from machine.media.rom import Rom
from machine.program import ProgramLoader, saved
from machine.typist import Typist

FIRMWARE_FOLDERS = (
    Path(__file__).resolve().parent.parent / "roms" / "bin",
    Path("/usr/share/cbios"),
)


class Capture(msgspec.Struct, frozen=True):
    """Everything that a machine is at one tick, as plain data.

    `devices`: the fields of each record; `media`: what is in each socket, contents included.
    """

    board: str
    hz: int
    tick: int
    devices: dict[str, dict[str, int | bytes]]
    media: dict[str, dict[str, Any]]
    typing: bytes = b""
    program: bytes = b""
    program_runs: bool = True


class Machine:
    """A computer built from a board document.

    `hz` is the video standard, 50 or 60. `roms` replaces firmware files by ROM name. `folders` are
    searched for the board's ROM files, before the built-in ones.
    """

    def __init__(
        self,
        board: Board,
        hz: int = 60,
        roms: Mapping[str, Path] | None = None,
        folders: tuple[Path, ...] = (),
    ) -> None:
        assert hz in (50, 60)
        self.board = board
        self.hz = hz
        self._images = read_images(board, hz, [*folders, *FIRMWARE_FOLDERS], dict(roms or {}))
        self.sockets: dict[str, Socket] = {socket.name: socket for socket in board.sockets}
        self.media: dict[str, Medium] = {}
        self._fast_disks = False
        self.power()

    @classmethod
    def named(cls, board: str, hz: int = 60, roms: Mapping[str, Path] | None = None) -> "Machine":
        """A built-in board by name, or the one in a TOML file, with ROM files beside it.

        Refused, naming it, if the board or a ROM is no good.
        """
        folders = (Path(board).resolve().parent,) if board.lower().endswith(".toml") else ()
        return cls(board_named(board), hz, roms, folders)

    def power(self) -> None:
        """Off and on again: everything starts anew, the media stay where they are."""
        self._rack: Rack = build(self.board, self.hz, self._images)
        self.devices: dict[str, Any] = self._rack.devices
        self.bus = self._rack.bus
        self.cpu = self._only(Cpu)
        self.video = self._only(Video)
        self.mixer = self._only(Mixer)
        self.typist = Typist(self.board.key_buffer)
        self.loader = ProgramLoader(self.board.program)
        self._last_printed = 0  # the code that `printed` ended with
        for name, medium in self.media.items():
            self._put(self.sockets[name], medium)
        self.fast_disks = self._fast_disks
        self._schedule()
        self.reset()

    @property
    def fast_disks(self) -> bool:
        """Whether floppy drives take no time, where the board's controller can do without."""
        return self._fast_disks

    @fast_disks.setter
    def fast_disks(self, on: bool) -> None:
        self._fast_disks = on
        for device in self.devices.values():
            if hasattr(device, "fast"):
                device.fast = on

    def _only(self, kind: type[Any]) -> Any:
        found = [device for device in self.devices.values() if isinstance(device, kind)]
        if len(found) != 1:
            raise Refused(
                f"Board {self.board.name} has {len(found)} parts of the kind {kind.__name__};"
                " give it exactly one."
            )
        return found[0]

    def _schedule(self) -> None:
        others = [device for device in self.devices.values() if device is not self.cpu]
        self._scheduler = Scheduler(self.bus, self.cpu, others)

    @property
    def now(self) -> int:
        """Ticks since power-on."""
        return int(self.bus.now)

    @property
    def ticks_per_second(self) -> int:
        """The frequency of the board's crystal."""
        return self.board.crystal_hz

    def run(self, until: int, to_frame: bool = False) -> bool:
        """Runs to tick `until`, or to the end of the frame if asked and sooner.

        True if a frame ended; the machine then stands between two frames, and what waits to be
        typed or loaded goes to the firmware. Refused if a program that waited does not fit.
        """
        ended = False
        while self.bus.now < until:
            ended = self._scheduler.run(until)
            if ended and self.typist.waiting:
                self.typist.feed(self.bus)
            if ended and self.loader.waiting and not self.typist.waiting:
                stack = self.cpu.registers().get("sp", 0)
                self.type(self.loader.feed(self.bus, self.screen_text, stack))
            if ended and to_frame:
                return True
        return ended

    def reset(self) -> None:
        """The reset button: all devices at once; memories keep their contents."""
        self.typist.waiting.clear()
        self.loader.waiting = b""
        for device in self.devices.values():
            device.reset(self.bus.now)

    # Media

    def insert(self, socket: str, medium: Medium) -> None:
        """Puts a medium into a socket, replacing what is there.

        Refused if the socket does not exist or takes another kind; nothing is changed then. A
        cartridge goes in as the user would do it: the machine keeps running unless it is reset.
        """
        place = self.socket(socket)
        if media.kind_of(medium) != place.kind:
            raise Refused(f"{medium.name} is no {place.kind}; {socket} takes a {place.kind}.")
        self._put(place, medium)
        self.media[socket] = medium
        self._schedule()

    def eject(self, socket: str) -> Medium | None:
        """Empties a socket; returns what was in it."""
        place = self.socket(socket)
        if socket not in self.media:
            return None
        self._put(place, None)
        self._schedule()
        return self.media.pop(socket)

    def socket(self, name: str) -> Socket:
        """The socket of that name. Refused if the board has none."""
        if name not in self.sockets:
            known = ", ".join(self.sockets) or "none"
            raise Refused(f"{self.board.title} has no {name}; it has {known}.")
        return self.sockets[name]

    def _put(self, socket: Socket, medium: Any) -> None:
        holder: Any = self.devices[socket.part]
        if socket.kind == "disk":
            holder.insert(socket.index, medium)
        elif socket.kind == "cassette":
            holder.insert(medium)
        else:
            self._put_cartridge(socket, medium)

    def _put_cartridge(self, socket: Socket, rom: Rom | None) -> None:
        slots: Any = self.devices[socket.part]
        present: Memory | None = self.devices.pop(socket.name, None)
        if present is not None:
            slots.plug(None, socket.index)
            unplug(present)
        if rom is not None:
            cartridge = plug(socket.name, self.bus, rom, self.mixer)
            cartridge.attach()
            cartridge.reset(self.bus.now)
            self.devices[socket.name] = cartridge
            slots.plug(cartridge, socket.index)

    # The room's view

    def with_role(self, role: str) -> Any:
        """The device that plays `role` on this board, None if it has none."""
        return self._rack.with_role(role)

    def press(self, row: int, bit: int) -> None:
        """A key of the matrix goes down, if the board has keys."""
        if keys := self.with_role("keys"):
            keys.press(row, bit)

    def release(self, row: int, bit: int) -> None:
        """A key of the matrix comes up."""
        if keys := self.with_role("keys"):
            keys.release(row, bit)

    def release_all(self) -> None:
        """All keys come up, and nothing more is typed."""
        self.typist.waiting.clear()
        if keys := self.with_role("keys"):
            keys.release_all()

    def joystick(self, port: int, switches: int) -> None:
        """The closed switches of the pad in `port` (0 or 1): bits 0-5 up down left right A B."""
        if joysticks := self.with_role("joysticks"):
            joysticks.set_pad(port + 1, switches)

    def pad(self, port: int) -> int:
        """The switches that are closed on the pad in `port` (0 or 1)."""
        joysticks = self.with_role("joysticks")
        return int(joysticks.pad(port + 1)) if joysticks else 0

    def type(self, text: str) -> str:
        """Types `text` as fast as the firmware takes it, while the machine runs.

        The answer is the characters of it that the machine lacks, each once; they are left out.
        """
        charset = CHARSETS[self.board.charset]
        self.typist.waiting += encode(text, charset)
        return lacking(text, charset)

    def load_program(self, image: bytes, *, run: bool = True) -> None:
        """Loads a tokenised BASIC program (machine.media.bas) at the next prompt, and runs it.

        Refused if the board has no BASIC that is known.
        """
        self.loader.put(image, run=run)

    def program(self) -> bytes:
        """The BASIC program in the guest's memory, tokenised; empty if there is none."""
        return saved(self.bus, self.board.program)

    def printed(self) -> str:
        """What the printer was sent since the last call, as text; of much, the last 16 KB."""
        printer = self.with_role("printer")
        codes: bytes = printer.take() if printer else b""
        before = self._last_printed
        if codes:
            self._last_printed = codes[-1]
        return decode(codes, CHARSETS[self.board.charset], before)

    def screen_text(self) -> list[str]:
        """The rows of the text screen; empty in modes that have no text."""
        rows: list[str] = self.video.text_screen(CHARSETS[self.board.charset])
        return rows

    def drain_sound(self) -> bytes:
        """The sound since the last call, 16-bit mono at 48 kHz; at most the last 85 ms are kept."""
        samples: bytes = self.mixer.drain(self.bus.now)
        return samples

    def lamps(self) -> dict[str, int]:
        """The lamps of the case: 1 lit, 0 dark."""
        holder = self.with_role("lamps")
        return {name: int(lit) for name, lit in holder.lamps().items()} if holder else {}

    def activity(self) -> dict[str, int]:
        """How often each drive was read or written, or recorded on, since power-on."""
        return {
            socket.name: int(self.devices[socket.part].activity(socket.index))
            for socket in self.sockets.values()
            if socket.kind != "cartridge"
        }

    # Capture and restore

    def capture(self) -> Capture:
        """Everything the machine is, at this tick."""
        return Capture(
            board=self.board.name,
            hz=self.hz,
            tick=self.now,
            devices={name: state.capture(device.state) for name, device in self.devices.items()},
            media={name: media.capture(medium) for name, medium in self.media.items()},
            typing=bytes(self.typist.waiting),
            program=self.loader.waiting,
            program_runs=self.loader.runs,
        )

    def restore(self, capture: Capture) -> None:
        """Makes the machine what it was. Refused, with the machine as it is, if that cannot be."""
        if (capture.board, capture.hz) != (self.board.name, self.hz):
            raise Refused(
                f"This state is of a {capture.board} at {capture.hz} Hz, but the machine is a"
                f" {self.board.name} at {self.hz} Hz; start such a machine to load it."
            )
        before = self.capture()
        try:
            self._restore(capture)
        except Refused:
            self._restore(before)
            raise

    def _restore(self, capture: Capture) -> None:
        self._restore_media(capture.media)
        if set(capture.devices) != set(self.devices):
            odd = ", ".join(sorted(set(capture.devices) ^ set(self.devices)))
            raise Refused(f"This state has other devices than the machine ({odd}); load it there.")
        if not 0 <= capture.tick < 1 << 61:
            raise Refused("This state is damaged: its clock is out of range; choose another.")
        self._restore_records(capture.devices)
        self.bus.now = capture.tick
        self.bus.irq = 0
        for device in self.devices.values():
            device.attach()
        self.bus.repoint()
        self.typist.waiting = bytearray(capture.typing)
        self.loader.waiting, self.loader.runs = capture.program, capture.program_runs
        self._last_printed = 0

    def _restore_records(self, captured: dict[str, dict[str, Any]]) -> None:
        """All records or none: what `attach` has not brought into range may hang a device."""
        before = {name: state.capture(device.state) for name, device in self.devices.items()}
        try:
            for name, device in self.devices.items():
                state.restore(device.state, captured[name], name)
        except Refused:
            for name, device in self.devices.items():
                state.restore(device.state, before[name], name)
            raise

    def _restore_media(self, captured: dict[str, dict[str, Any]]) -> None:
        media_now = {name: media.restore(values) for name, values in captured.items()}
        for name, medium in media_now.items():
            if media.kind_of(medium) != self.socket(name).kind:
                raise Refused(
                    f"This state is damaged: it has a wrong medium in {name}; choose another."
                )
        for name in list(self.media):
            self.eject(name)
        for name, medium in media_now.items():
            self.insert(name, medium)
