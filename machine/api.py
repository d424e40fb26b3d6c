"""A computer as an object: what scripts, tests and the command line use.

with Session("eb2", disk_a="game.dsk") as vm:
    vm.run(seconds=3)
    print(vm.screen_text())
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from machine import media, png
from machine.boards.keys import KEYS
from machine.core.errors import Refused
from machine.machine import Capture, Machine
from machine.media import Medium, bas
from machine.media.cas import Tape
from machine.media.dsk import Disk
from machine.media.medium import write_file

PathLike = str | Path
SWITCHES = ("UP", "DOWN", "LEFT", "RIGHT", "A", "B")  # of a joystick or pad, from bit 0 on


class Screen(list[str]):
    """The rows of a text screen from the top, with their spaces. `text in screen`: in some row."""

    def __contains__(self, text: object) -> bool:
        """Whether `text` stands within a row."""
        return any(str(text) in row for row in self)


class Session:
    """One machine, in this process, without a window; time passes only in `run`."""

    def __init__(
        self,
        board: str = "eb2",
        *,
        hz: int = 60,
        roms: Mapping[str, PathLike] | None = None,
        cart1: PathLike | None = None,
        cart2: PathLike | None = None,
        disk_a: PathLike | None = None,
        disk_b: PathLike | None = None,
        cassette: PathLike | None = None,
    ) -> None:
        """Builds `board` (a built-in name or a TOML file), inserts the media, powers on.

        A cartridge may be given as FILE:MAPPER. Refused, naming the file, if one is no good.
        """
        replaced = {name: Path(path) for name, path in (roms or {}).items()}
        self.machine = Machine.named(board, hz, replaced)
        given = {"cart1": cart1, "cart2": cart2, "disk_a": disk_a, "disk_b": disk_b}
        for socket, path in {**given, "cassette": cassette}.items():
            if path is not None:
                self.insert(socket, path)
        self.machine.reset()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Takes the media out; nothing is written to their files."""
        for socket in list(self.machine.media):
            self.machine.eject(socket)

    # Time

    @property
    def seconds(self) -> float:
        """Emulated seconds since power-on."""
        return self.machine.now / self.machine.ticks_per_second

    @property
    def frames(self) -> int:
        """Complete frames since power-on."""
        return int(self.machine.video.frames)

    def run(
        self,
        *,
        seconds: float | None = None,
        frames: int | None = None,
        ticks: int | None = None,
        until: Callable[["Session"], bool] | None = None,
        limit: float = 60.0,
    ) -> bool:
        """Lets time pass: a number of seconds, frames or ticks, or `until` says so.

        `until` is asked after each frame, for at most `limit` emulated seconds; False if it never
        was true, else True.
        """
        machine = self.machine
        if ticks is not None:
            machine.run(machine.now + ticks)
        if seconds is not None:
            machine.run(machine.now + round(seconds * machine.ticks_per_second))
        for _ in range(frames or 0):
            self._run_frame()
        if until is None:
            return True
        end = machine.now + round(limit * machine.ticks_per_second)
        while not until(self):
            if machine.now >= end:
                return False
            self._run_frame()
        return True

    def _run_frame(self) -> None:
        machine = self.machine
        machine.run(machine.now + machine.ticks_per_second, to_frame=True)

    # Input

    def type(self, text: str) -> None:
        r"""Types `text` (Return is \r) as fast as the firmware takes it, from the next frame on."""
        self.machine.type(text)

    def load_basic(self, path: PathLike, *, run: bool = True) -> None:
        """Loads a BASIC program, text or tokenised, once the prompt is there, and runs it."""
        self.machine.load_program(bas.load(path), run=run)

    def listing(self) -> str:
        """The BASIC program in the guest's memory as text; empty if there is none."""
        return bas.listing(self.machine.program())

    def press(self, key: str, frames: int = 3) -> None:
        """Holds a key, by name or "row,bit", for a number of frames, then lets go of it."""
        self.key(key, down=True)
        self.run(frames=frames)
        self.key(key, down=False)
        self.run(frames=1)

    def key(self, key: str, *, down: bool) -> None:
        """A key goes down or comes up; `key` is a name of `machine.boards.keys` or "row,bit"."""
        row, bit = crossing(key)
        (self.machine.press if down else self.machine.release)(row, bit)

    def joystick(self, port: int, switches: int) -> None:
        """The closed switches of pad 0 or 1: bits 0-5 up down left right A B."""
        self.machine.joystick(port, switches)

    def switch(self, port: int, name: str, *, down: bool) -> None:
        """A switch of pad 0 or 1, one of SWITCHES, closes or opens."""
        bit = 1 << SWITCHES.index(name)
        closed = self.machine.pad(port)
        self.joystick(port, closed | bit if down else closed & ~bit)

    # Media

    def insert(self, socket: str, path: PathLike | Medium, **options: Any) -> None:
        """Puts a file (or a medium) into a socket. Refused if it is no good for that socket."""
        place = self.machine.socket(socket)
        if isinstance(path, str | Path):
            name = str(path)
            if place.kind == "cartridge" and ":" in name and not Path(name).exists():
                name, _, options["mapper"] = name.rpartition(":")
            path = media.load(place.kind, Path(name), **options)
        self.machine.insert(socket, path)

    def insert_disk(self, drive: str, path: PathLike | Disk, **options: Any) -> None:
        """Puts a disk image into drive "a" or "b"."""
        self.insert(f"disk_{drive.lower()}", path, **options)

    def eject(self, socket: str) -> None:
        """Empties a socket."""
        self.machine.eject(socket)

    def disk(self, drive: str) -> Disk:
        """The disk in drive "a" or "b"."""
        medium = self.machine.media.get(f"disk_{drive.lower()}")
        if not isinstance(medium, Disk):
            raise Refused(f"There is no disk in drive {drive.upper()}; insert one.")
        return medium

    def tape(self) -> Tape:
        """The cassette in the recorder."""
        medium = self.machine.media.get("cassette")
        if not isinstance(medium, Tape):
            raise Refused("There is no cassette in the recorder; insert one.")
        return medium

    def rewind(self) -> None:
        """Winds the cassette back to its beginning."""
        self.machine.devices[self.machine.socket("cassette").part].rewind()

    # Looking inside

    @property
    def cpu(self) -> Any:
        """The processor, its registers as attributes."""
        return self.machine.cpu

    @property
    def video(self) -> Any:
        """The video chip."""
        return self.machine.video

    def peek(self, address: int) -> int:
        """The byte that the processor sees at `address`, without side effects."""
        return int(self.machine.bus.peek(address))

    def poke(self, address: int, value: int) -> None:
        """Writes a byte as the processor would."""
        self.machine.bus.poke(address, value)

    def read(self, address: int, count: int) -> bytes:
        """`count` bytes from `address` on, as the processor sees them."""
        return bytes(self.peek((address + offset) & 0xFFFF) for offset in range(count))

    def write(self, address: int, data: bytes) -> None:
        """Writes bytes from `address` on, as the processor would."""
        for offset, value in enumerate(data):
            self.poke((address + offset) & 0xFFFF, value)

    def vram(self, address: int, count: int) -> bytes:
        """`count` bytes of video memory."""
        data: bytes = self.machine.video.read_vram(address, count)
        return data

    def screen_text(self) -> Screen:
        """The rows of the text screen; empty in modes that have no text."""
        return Screen(self.machine.screen_text())

    def frame(self) -> npt.NDArray[np.uint8]:
        """The last complete picture: (height, width, 3), RGB."""
        pixels = self.frame_buffer()
        rgb = np.empty((*pixels.shape, 3), np.uint8)
        for channel, shift in enumerate((16, 8, 0)):
            rgb[..., channel] = pixels >> shift
        return rgb

    def frame_buffer(self, into: npt.NDArray[np.uint32] | None = None) -> npt.NDArray[np.uint32]:
        """The last complete picture as the video chip made it: (height, width), 0xFFRRGGBB.

        It is written over `into`, an earlier picture, if that has its size; else it is a new one.
        """
        video = self.machine.video
        shape = (video.height, video.width)
        pixels = into if into is not None and into.shape == shape else np.empty(shape, np.uint32)
        video.copy_frame(pixels.data.cast("B"))
        return pixels

    def save_png(self, path: PathLike) -> None:
        """The last complete picture as a PNG file. Refused if it cannot be written."""
        frame = self.frame()
        height, width, _ = frame.shape
        write_file(path, png.encode(width, height, frame.tobytes()))

    def sound(self) -> bytes:
        """The sound since the last call, 16-bit mono at 48 kHz; at most the last 85 ms are kept."""
        return self.machine.drain_sound()

    # State

    def capture(self) -> Capture:
        """Everything the machine is, media included, as plain data."""
        return self.machine.capture()

    def restore(self, capture: Capture) -> None:
        """Makes the machine what it was. Refused, and unchanged, if the state does not fit it."""
        self.machine.restore(capture)


def crossing(key: str) -> tuple[int, int]:
    """The (row, bit) of a key name or of "row,bit". Refused if there is no such key."""
    if key.upper() in KEYS:
        return KEYS[key.upper()]
    row, comma, bit = key.partition(",")
    if comma and row.isdigit() and bit.isdigit() and int(row) < 16 and int(bit) < 8:
        return int(row), int(bit)
    raise Refused(f"There is no key called {key}; use a name such as A, RETURN or F1, or row,bit.")
