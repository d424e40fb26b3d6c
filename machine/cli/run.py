"""`eightbox run`: a machine with no window, as fast as it goes, the same every time."""

import argparse
import hashlib
import json
import os
import sys
import time
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TextIO

import msgspec

from machine import statefile
from machine.api import SWITCHES, Session, crossing
from machine.boards import DEFAULT
from machine.cli.parser import Parser, named_file, positive, timed_path, timed_text
from machine.core.errors import Refused
from machine.core.mixer import RATE
from machine.machine import Machine
from machine.media.medium import Writable, read_file, write_file

DONE, LIMIT_REACHED = 0, 3
IDLE_SECONDS = 5.0  # how long a run is that asks for nothing
KEYS_LIMIT = 16 << 20  # bytes of a file of keys
PAD = "JOY1-"  # before the name of a switch

Event = tuple[float, Callable[[Session], None]]


def parser() -> Parser:
    """The options of CONTRACT.md, one for one."""
    options = Parser(prog="eightbox run", description=__doc__)
    add = options.add_argument
    many: dict[str, Any] = {"action": "append", "default": []}
    add("board", nargs="?", default=DEFAULT, help="eb1, eb2, cbios1, cbios2 or a TOML file")
    add("--hz", type=int, choices=(50, 60), default=60, help="video standard")
    add("--rom", type=named_file, metavar="NAME=FILE", help="another ROM image", **many)
    for socket in ("cart1", "cart2"):
        add(f"--{socket}", metavar="FILE[:MAPPER]", help="a cartridge")
    add("--disk-a", metavar="FILE", help="a disk; guest writes stay in memory")
    add("--disk-b", metavar="FILE", help="a disk")
    add("--write-disks", action="store_true", help="write disks and cassette back at a clean end")
    add("--fast-disk", action="store_true", help="disks take no time")
    add("--cas", metavar="FILE", help="a cassette")
    add("--bas", metavar="FILE", help="a BASIC program, run once the prompt is there")
    add("--joy1", choices=("none", "pad"), default="none", help="a pad for JOY1-... in --keys")
    add("--type", type=timed_text, metavar="T:TEXT", help="types TEXT", **many)
    add("--keys", metavar="FILE.json", help='[[T, KEY, "down"|"up"], ...]')
    add("--shot", type=timed_path, metavar="T=FILE.png", help="the last complete picture", **many)
    add(
        "--dump",
        type=timed_path,
        metavar="T=FILE.json",
        help="registers, text screen, PSG, slots",
        **many,
    )
    add("--text", type=positive, metavar="T", help="prints the text screen", **many)
    add("--wav", metavar="FILE", help="the sound")
    add("--listing", metavar="FILE", help="the BASIC program at the end, as text")
    add("--printer", metavar="FILE", help="what was printed, as text")
    add("--state", type=timed_path, metavar="T=FILE", help="the whole state of the machine", **many)
    add("--load", metavar="FILE", help="goes on from a saved state")
    add("--until", type=positive, metavar="T", help="seconds after power-on; the end")
    add("--until-text", metavar="TEXT", help="ends when TEXT is shown; else exit status 3")
    add("--stats", action="store_true", help="last line: JSON of times and frames")
    return options


def main(argv: list[str]) -> int:
    """Runs; returns the exit status. Refused for bad options and files."""
    args = parser().parse_args(argv)
    mode: dict[str, Any] = {"mode": "file"} if args.write_disks else {}
    with Session(
        args.board,
        hz=args.hz,
        roms=dict(args.rom),
        cart1=args.cart1,
        cart2=args.cart2,
    ) as vm:
        vm.machine.fast_disks = args.fast_disk
        if args.cas:
            vm.insert("cassette", args.cas, **mode)
        for drive, path in (("a", args.disk_a), ("b", args.disk_b)):
            if path is not None:
                vm.insert_disk(drive, path, **mode)
        if args.bas:
            vm.load_basic(args.bas)
        if args.load:
            vm.restore(statefile.load(args.load))
        watch = Stopwatch()
        with _recorder(args.wav) as recorder, _printer(args.printer) as printer:
            status = _play(vm, args, Outputs(recorder, printer))
        if args.write_disks:
            _write_disks(vm)
        if args.listing:
            write_file(args.listing, vm.listing().encode())
        if args.stats:
            print(json.dumps(watch.stats(vm)))
    return status


class Stopwatch:
    """What a run costs from the making of this object on: not the start of the program."""

    def __init__(self) -> None:
        self._user, self._wall = os.times().user, time.perf_counter()

    def stats(self, vm: Session) -> dict[str, float | int]:
        """Emulated seconds and frames since power-on, and the host's seconds that they took."""
        return {
            "emulated_s": round(vm.seconds, 6),
            "user_cpu_s": round(os.times().user - self._user, 3),
            "wall_s": round(time.perf_counter() - self._wall, 3),
            "frames": vm.frames,
        }


class Outputs(NamedTuple):
    """Where what the machine gives goes while it runs; None: nowhere."""

    recorder: wave.Wave_write | None
    printer: TextIO | None

    def take(self, machine: Machine) -> None:
        """All that came since the last call."""
        samples = machine.drain_sound()
        if self.recorder is not None:
            self.recorder.writeframesraw(samples)
        if self.printer is not None:
            self.printer.write(machine.printed())


def _play(vm: Session, args: argparse.Namespace, outputs: Outputs) -> int:
    events = sorted(_events(args), key=lambda event: event[0])
    end = args.until
    if end is None:
        end = max([moment for moment, _ in events], default=IDLE_SECONDS)
    for moment, act in events:
        if moment > end:
            break
        if _advance(vm, moment, args.until_text, outputs):
            return DONE
        act(vm)
    if _advance(vm, end, args.until_text, outputs):
        return DONE
    return LIMIT_REACHED if args.until_text else DONE


def _advance(vm: Session, moment: float, text: str | None, outputs: Outputs) -> bool:
    """Runs to `moment` (emulated seconds); True as soon as `text` is on the screen."""
    machine = vm.machine
    target = round(moment * machine.ticks_per_second)
    while machine.now < target:
        machine.run(target, to_frame=True)
        outputs.take(machine)
        if text is not None and text in vm.screen_text():
            return True
    return False


def _events(args: argparse.Namespace) -> list[Event]:
    events: list[Event] = [(moment, _typing(text)) for moment, text in args.type]
    events += [(moment, _saving(path)) for moment, path in args.shot]
    events += [(moment, _dumping(path)) for moment, path in args.dump]
    events += [(moment, _keeping(path)) for moment, path in args.state]
    events += [(moment, _print_text) for moment in args.text]
    if args.keys:
        keys = read_keys(args.keys, with_pad=args.joy1 == "pad")
        events += [(moment, _key(key, down)) for moment, key, down in keys]
    return events


def _typing(text: str) -> Callable[[Session], None]:
    def type_it(vm: Session) -> None:
        if missing := vm.machine.type(text):
            print(f"The machine has no {missing}; that was left out.", file=sys.stderr)

    return type_it


def _saving(path: Path) -> Callable[[Session], None]:
    return lambda vm: vm.save_png(path)


def _dumping(path: Path) -> Callable[[Session], None]:
    return lambda vm: write_file(path, _as_json(dump(vm)))


def _keeping(path: Path) -> Callable[[Session], None]:
    return lambda vm: statefile.save(path, vm.capture())


def _key(key: str, down: bool) -> Callable[[Session], None]:
    if key.upper().startswith(PAD):
        return lambda vm: vm.switch(0, key.upper().removeprefix(PAD), down=down)
    return lambda vm: vm.key(key, down=down)


def _print_text(vm: Session) -> None:
    print("\n".join(row.rstrip() for row in vm.screen_text()))


def _as_json(values: dict[str, Any]) -> bytes:
    return (json.dumps(values, indent=1, ensure_ascii=False) + "\n").encode()


def dump(vm: Session) -> dict[str, Any]:
    """What `--dump` writes: registers, a hash of the video memory, the text screen, PSG, slots."""
    video = vm.video
    sound_chip, slots = vm.machine.with_role("sound-chip"), vm.machine.with_role("slots")
    return {
        "seconds": vm.seconds,
        "registers": vm.cpu.registers(),
        "vdp": list(video.registers),
        "vram_blake2b": hashlib.blake2b(
            video.read_vram(0, video.vram_size), digest_size=16
        ).hexdigest(),
        "text": vm.screen_text(),
        "psg": list(sound_chip.registers()) if sound_chip else [],
        "slots": slots.visible() if slots else [],
    }


def read_keys(path: str, *, with_pad: bool = False) -> list[tuple[float, str, bool]]:
    """The events of a `--keys` file: (seconds, key, down).

    A key is one of the keyboard or, `with_pad`, a switch of the pad, JOY1-UP to JOY1-B. Refused if
    it is no such file.
    """
    try:
        rows = msgspec.json.decode(
            read_file(path, "list of keys", KEYS_LIMIT), type=list[tuple[float, str, str]]
        )
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused(
            f'{path} is no list of [T, KEY, "down" or "up"]: {error}; correct it.'
        ) from error
    for _, key, way in rows:
        if key.upper().startswith(PAD) and key.upper().removeprefix(PAD) in SWITCHES:
            if not with_pad:
                raise Refused(f"{path} has a {key}, but no pad is there; add --joy1 pad.")
        else:
            crossing(key)
        if way not in ("down", "up"):
            raise Refused(f'{path} says {way} of a key; say "down" or "up".')
    return [(moment, key, way == "down") for moment, key, way in rows]


@contextmanager
def _recorder(path: str | None) -> Iterator[wave.Wave_write | None]:
    if path is None:
        yield None
        return
    try:
        file = Path(path).open("wb")  # noqa: SIM115 - closed below
    except OSError as error:
        raise Refused(
            f"{path} cannot be written ({error.strerror}); choose another place."
        ) from error
    with file, wave.open(file) as recorder:
        recorder.setnchannels(1)
        recorder.setsampwidth(2)
        recorder.setframerate(RATE)
        yield recorder


@contextmanager
def _printer(path: str | None) -> Iterator[TextIO | None]:
    if path is None:
        yield None
        return
    try:
        file = Path(path).open("w", encoding="utf-8")  # noqa: SIM115 - closed below
    except OSError as error:
        raise Refused(
            f"{path} cannot be written ({error.strerror}); choose another place."
        ) from error
    with file:
        yield file


def _write_disks(vm: Session) -> None:
    for medium in vm.machine.media.values():
        if isinstance(medium, Writable) and medium.flush():
            print(f"wrote {medium.name}", file=sys.stderr)
