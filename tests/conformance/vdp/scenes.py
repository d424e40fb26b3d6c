"""What the test cartridges show: every screen mode, sprite mode, command and interrupt trick.

A scene is a function from a seed to a script. Video memory is filled with noise, so every table
entry counts; the registers that matter are drawn from the seed.
"""

import random
from collections.abc import Callable
from typing import NamedTuple

from tests.support.vdp_script import CONTROL, DATA, INDIRECT, Script

Make = Callable[[random.Random], Script]


class Scene(NamedTuple):
    """A name, the boards it runs on, and whether its pictures are 640 x 480."""

    name: str
    make: Make
    boards: tuple[str, ...] = ("cbios2",)
    doubled: bool = False


class Mode(NamedTuple):
    """The mode bits of R0 and R1, and table registers that fit."""

    r0: int
    r1: int
    tables: dict[int, int]
    wide: bool = False


TMS_MODES = {
    "graphic1": Mode(0x00, 0x00, {2: 0x06, 3: 0x80, 4: 0x00, 5: 0x36, 6: 0x07}),
    "graphic2": Mode(0x02, 0x00, {2: 0x06, 3: 0xFF, 4: 0x03, 5: 0x36, 6: 0x07}),
    "graphic2-mirrored": Mode(0x02, 0x00, {2: 0x06, 3: 0x9F, 4: 0x00, 5: 0x36, 6: 0x07}),
    "multicolour": Mode(0x00, 0x08, {2: 0x02, 3: 0x00, 4: 0x00, 5: 0x36, 6: 0x07}),
    "text1": Mode(0x00, 0x10, {2: 0x00, 3: 0x00, 4: 0x01, 5: 0x36, 6: 0x07}),
}
V9938_MODES = {
    "text2": Mode(0x04, 0x10, {2: 0x03, 3: 0x27, 10: 0x00, 4: 0x02}, wide=True),
    "graphic3": Mode(0x04, 0x00, {2: 0x06, 3: 0xFF, 4: 0x03, 5: 0x3F, 11: 0x00, 6: 0x07}),
    "graphic4": Mode(0x06, 0x00, {2: 0x1F, 5: 0xEF, 11: 0x00, 6: 0x0F}),
    "graphic5": Mode(0x08, 0x00, {2: 0x1F, 5: 0xEF, 11: 0x00, 6: 0x0F}, wide=True),
    "graphic6": Mode(0x0A, 0x00, {2: 0x1F, 5: 0xF7, 11: 0x01, 6: 0x1E}, wide=True),
    "graphic7": Mode(0x0E, 0x00, {2: 0x1F, 5: 0xF7, 11: 0x01, 6: 0x1E}),
}
BITMAPS = ("graphic4", "graphic5", "graphic6", "graphic7")
TMS_BOARDS = ("cbios1", "cbios2")
COLOURS = 8


def _on(mode: Mode, draw: random.Random, sprites: int) -> Script:
    """The mode with the screen on, and sprites of one of four sizes."""
    registers = {0: mode.r0, 1: mode.r1 | 0x40 | sprites, **mode.tables, 7: draw.randrange(256)}
    return Script().registers(registers)


def _sparse_sprites(draw: random.Random, attributes: int, *, large: bool) -> bytes:
    """32 sprites of which about eight share a line: the rule of the fourth or eighth counts."""
    table = bytearray()
    for _ in range(32):
        table += bytes(
            (draw.randrange(0xD9, 0x200) % 0xF0, draw.randrange(256), draw.randrange(256))
        )
        table.append(draw.randrange(256) if not large else 0)
    return bytes(table)


def tms(name: str, sprites: int) -> Scene:
    """A mode of the TMS9918A, with sprites of size and magnification `sprites`."""
    mode = TMS_MODES[name]

    def make(draw: random.Random) -> Script:
        script = Script().write_at(0).noise(0x4000, draw.randrange(1, 0x10000))
        script.write_at(0x1B00).data(_sparse_sprites(draw, 0x1B00, large=False))
        registers = {0: mode.r0, 1: mode.r1 | 0xC0 | sprites, **mode.tables}
        return script.registers({**registers, 7: draw.randrange(256)})

    return Scene(f"{name}-sprites{sprites}", make, TMS_BOARDS)


def v9938(name: str, *, lines: int, sprites: int) -> Scene:
    """A mode of the V9938 with 192 or 212 lines, scrolled and adjusted."""
    mode = V9938_MODES[name]

    def make(draw: random.Random) -> Script:
        script = Script().register(1, 0)
        for page in range(4):
            script.write_at(page << 14, large=True).noise(0x4000, draw.randrange(1, 0x10000))
        if 5 in mode.tables:
            table = (mode.tables[11] << 15 | mode.tables[5] << 7) & 0x1FE00
            script.write_at(table, large=True).data(_sparse_sprites(draw, table, large=True))
        script.palette(
            [(draw.randrange(8), draw.randrange(8), draw.randrange(8)) for _ in range(16)]
        )
        registers = {0: mode.r0, 1: mode.r1 | 0x40 | sprites, **mode.tables}
        registers |= {
            7: draw.randrange(256),
            8: draw.choice((0x08, 0x28)),
            9: 0x80 * (lines == 212),
        }
        registers |= {12: draw.randrange(256), 13: 0, 23: draw.randrange(256)}
        return script.registers({**registers, 9: registers[9] | hz_bit(draw)})

    return Scene(f"{name}-{lines}-sprites{sprites}", make, doubled=mode.wide)


def hz_bit(draw: random.Random) -> int:
    """R9 bit 1: 50 Hz or 60 Hz."""
    return draw.choice((0, 2))


COMMANDS = {
    "hmmv": 0xC0, "hmmm": 0xD0, "ymmm": 0xE0, "hmmc": 0xF0, "lmmv": 0x80, "lmmm": 0x90,
    "lmcm": 0xA0, "lmmc": 0xB0, "line": 0x70, "srch": 0x60, "pset": 0x50, "point": 0x40,
}  # fmt: skip
WIDTHS = {"graphic4": 256, "graphic5": 512, "graphic6": 512, "graphic7": 256}


def command(name: str, mode_name: str) -> Scene:
    """A dozen commands of one kind over noise, with every direction and logical operation."""
    mode, width = V9938_MODES[mode_name], WIDTHS[mode_name]

    def make(draw: random.Random) -> Script:
        script = _on(mode, draw, 0).registers({8: 0x0A, 9: 0x80})
        for page in range(4):
            script.write_at(page << 14, large=True).noise(0x4000, draw.randrange(1, 0x10000))
        for _ in range(12):
            _one_command(script, name, draw, width)
        return script

    return Scene(f"{name}-{mode_name}", make, doubled=mode.wide)


def _one_command(script: Script, name: str, draw: random.Random, width: int) -> None:
    logical = COMMANDS[name] < 0xC0 and name not in ("srch", "point", "lmcm")
    operation = draw.choice((0, 1, 2, 3, 4, 8, 9, 10, 11, 12)) if logical else 0
    by_hand = name in ("hmmc", "lmmc", "lmcm")
    count_x = draw.randrange(1, 24 if by_hand else width // 2)
    count_y = draw.randrange(1, 6 if by_hand else 100)
    if name == "line":
        count_x = max(count_x, 8)
        count_y = draw.randrange(count_x)
    direction = draw.randrange(4) << 2 | (draw.randrange(2) if name == "line" else 0)
    if name == "srch":
        direction |= draw.randrange(2) << 1
    source_x, source_y = draw.randrange(width), draw.randrange(212)
    target_x, target_y = draw.randrange(width), draw.randrange(212)
    fields = (source_x, source_y, target_x, target_y, count_x, count_y)
    values = {32 + 2 * n + half: field >> 8 * half & 0xFF for n, field in enumerate(fields)
              for half in (0, 1)}  # fmt: skip
    values |= {44: draw.randrange(256), 45: direction, 46: COMMANDS[name] | operation}
    script.command(values)
    if by_hand:
        _by_hand(script, name, draw, values, width, direction)
    script.wait_command()


def _by_hand(
    script: Script,
    name: str,
    draw: random.Random,
    values: dict[int, int],
    width: int,
    direction: int,
) -> None:
    """More bytes than the command can want: those that it wants are taken, the rest is ignored."""
    count = (values[40] | values[41] << 8) * (values[42] | values[43] << 8)
    if name == "lmcm":
        script.register(15, 7)
        for _ in range(count + 2):
            script.port(CONTROL, 7).port(CONTROL, 0x8F)
        script.register(15, 0)
        return
    script.register(17, 0x80 | 44)
    for _ in range(count + 2):
        script.port(INDIRECT, draw.randrange(256))
    script.register(46, 0)


def split(name: str, register: int) -> Scene:
    """A register changed on some line of every frame, and back before the next."""
    mode = {**TMS_MODES, **V9938_MODES}[name]

    def make(draw: random.Random) -> Script:
        script = _on(mode, draw, 0)
        if name in V9938_MODES:
            script.registers({8: 0x0A, 9: 0x80})
        for page in range(4 if name in V9938_MODES else 1):
            large = name in V9938_MODES
            script.write_at(page << 14, large=large).noise(0x4000, draw.randrange(1, 0x10000))
        script.frames(1).mark().frames(1)
        script.register(register, draw.randrange(256)).pause(draw.randrange(600, 1300))
        return script.register(register, draw.randrange(256)).again()

    return Scene(f"split-r{register}-{name}", make, doubled=mode.wide,
                 boards=TMS_BOARDS if name in TMS_MODES else ("cbios2",))  # fmt: skip


def line_interrupt(draw: random.Random) -> Script:
    """The scroll changed where the line interrupt says so, three times a frame."""
    script = _on(V9938_MODES["graphic4"], draw, 0).registers({8: 0x0A, 9: 0x80})
    for page in range(2):
        script.write_at(page << 14, large=True).noise(0x4000, draw.randrange(1, 0x10000))
    script.mark().frames(1).register(23, 0).register(7, 0)
    for line in sorted(draw.sample(range(10, 200), 3)):
        script.register(19, line).line().register(7, draw.randrange(256)).register(
            2, draw.choice((0x1F, 0x3F))
        )
    return script.again()


def flipping(draw: random.Random) -> Script:
    """Two pages that alternate, by the blink registers."""
    script = _on(V9938_MODES["graphic4"], draw, 0).registers({8: 0x0A, 9: 0x80, 2: 0x3F})
    for page in range(4):
        script.write_at(page << 14, large=True).noise(0x4000, draw.randrange(1, 0x10000))
    return script.register(13, draw.choice((0x11, 0x21, 0x12, 0xF0, 0x0F)))


def blinking_text(draw: random.Random) -> Script:
    """80 columns with blinking characters, 212 lines."""
    script = _on(V9938_MODES["text2"], draw, 0).registers({8: 0x08, 9: 0x80, 12: 0x4F})
    script.write_at(0, large=True).noise(0x4000, draw.randrange(1, 0x10000))
    return script.register(13, draw.choice((0x11, 0x23, 0x40, 0x04)))


def interlaced(draw: random.Random) -> Script:
    """Interlace, with and without alternating pages."""
    script = _on(V9938_MODES["graphic4"], draw, 0).registers({8: 0x0A, 2: 0x3F})
    for page in range(4):
        script.write_at(page << 14, large=True).noise(0x4000, draw.randrange(1, 0x10000))
    return script.register(9, draw.choice((0x88, 0x8C, 0x84)))


def blanked(draw: random.Random) -> Script:
    """The screen switched off: backdrop only, in a colour of the palette."""
    script = Script().palette([(draw.randrange(8), 3, 5)] * 16)
    return script.registers({1: 0x00, 7: draw.randrange(256)})


def adjusted(draw: random.Random) -> Script:
    """The picture moved by R18."""
    script = _on(V9938_MODES["graphic4"], draw, 0).registers({8: 0x0A, 9: 0x80})
    for page in range(2):
        script.write_at(page << 14, large=True).noise(0x4000, draw.randrange(1, 0x10000))
    return script.register(18, draw.randrange(256))


def read_back(draw: random.Random) -> Script:
    """Video memory written after reads: the read-ahead moves the pointer."""
    script = (
        _on(TMS_MODES["graphic1"], draw, 0).write_at(0).noise(0x4000, draw.randrange(1, 0x10000))
    )
    for _ in range(60):
        address = draw.randrange(0x4000)
        script.port(CONTROL, address & 0xFF).port(CONTROL, address >> 8 | draw.choice((0, 0x40)))
        script.port(DATA, draw.randrange(256)).port(DATA, draw.randrange(256))
    return script


SCENES: tuple[Scene, ...] = (
    *(tms(name, sprites) for name in TMS_MODES for sprites in range(4)),
    *(v9938(name, lines=lines, sprites=sprites)
      for name in V9938_MODES for lines in (192, 212) for sprites in (0, 3)),
    *(v9938("graphic4", lines=212, sprites=sprites) for sprites in (1, 2)),
    *(command(name, mode) for name in COMMANDS for mode in BITMAPS),
    *(split(name, register) for name in ("graphic1", "graphic2", "text1") for register in (7, 4, 2)),
    *(split(name, register) for name in ("graphic4", "graphic7", "text2") for register in (7, 23, 2)),
    Scene("line-interrupt", line_interrupt),
    Scene("flipping", flipping),
    Scene("blinking-text", blinking_text, doubled=True),
    Scene("interlaced", interlaced, doubled=True),
    Scene("blanked", blanked),
    Scene("adjusted", adjusted),
    Scene("read-back", read_back, TMS_BOARDS),
)  # fmt: skip
