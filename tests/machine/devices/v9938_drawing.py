"""What each command leaves in memory, done at once and pixel by pixel: the judge of the engine.

Written from the V9938 Technical Data Book, chapter 4, on a grid of pixels instead of on bytes.
"""

from dataclasses import dataclass

HMMV, HMMM, YMMM, LMMV, LMMM, LINE, PSET = 0xC, 0xD, 0xE, 0x8, 0x9, 0x7, 0x5


@dataclass(frozen=True)
class Shape:
    """A bitmap mode: pixels of a row, bits of a pixel, rows in 128 KB."""

    width: int
    bits: int

    @property
    def rows(self) -> int:
        return 0x20000 * 8 // (self.width * self.bits)

    @property
    def in_byte(self) -> int:
        return 8 // self.bits


SHAPES = {0x0C: Shape(256, 4), 0x10: Shape(512, 2), 0x14: Shape(512, 4), 0x1C: Shape(256, 8)}


@dataclass(frozen=True)
class Command:
    """The fields of R32 to R46."""

    kind: int
    sx: int = 0
    sy: int = 0
    dx: int = 0
    dy: int = 0
    nx: int = 0
    ny: int = 0
    colour: int = 0
    argument: int = 0
    operation: int = 0

    @property
    def registers(self) -> list[int]:
        words = (self.sx, self.sy, self.dx, self.dy, self.nx, self.ny)
        split = [part for word in words for part in (word & 0xFF, word >> 8)]
        return [*split, self.colour, self.argument, self.kind << 4 | self.operation]

    @property
    def right(self) -> int:
        return -1 if self.argument & 4 else 1

    @property
    def down(self) -> int:
        return -1 if self.argument & 8 else 1


class Canvas:
    """The video memory as rows of pixels, at the addresses of the mode."""

    def __init__(self, shape: Shape, memory: bytes) -> None:
        self.shape = shape
        self.memory = bytearray(memory)

    def _place(self, x: int, y: int) -> tuple[int, int]:
        """Address and shift of a pixel."""
        dots = (y % self.shape.rows) * self.shape.width + x % self.shape.width
        bit = dots * self.shape.bits
        return bit // 8, 8 - self.shape.bits - bit % 8

    def pixel(self, x: int, y: int) -> int:
        address, shift = self._place(x, y)
        return self.memory[address] >> shift & ((1 << self.shape.bits) - 1)

    def put(self, x: int, y: int, colour: int) -> None:
        address, shift = self._place(x, y)
        mask = (1 << self.shape.bits) - 1
        self.memory[address] = self.memory[address] & ~(mask << shift) | (colour & mask) << shift

    def combine(self, x: int, y: int, colour: int, operation: int) -> None:
        """A logical operation; those from 8 on leave colour 0 out."""
        mask = (1 << self.shape.bits) - 1
        colour &= mask
        if operation & 8 and colour == 0:
            return
        below = self.pixel(x, y)
        results = {
            0: colour, 1: colour & below, 2: colour | below, 3: colour ^ below, 4: ~colour & mask,
        }  # fmt: skip
        self.put(x, y, results.get(operation & 7, below))


def columns(start: int, count: int, step: int, limit: int, other: int | None = None) -> int:
    """How many units a row has: `count` (0: as many as fit), cut off at the edge of the screen."""
    starts = [start] if other is None else [start, other]
    if any(place >= limit for place in starts):
        return 1
    room = min(place + 1 if step < 0 else limit - place for place in starts)
    return min(count or limit, room)


def draw(canvas: Canvas, command: Command) -> None:
    """Does a whole command that fills, copies or draws."""
    if command.kind == PSET:
        canvas.combine(command.dx, command.dy, command.colour, command.operation)
    elif command.kind == LINE:
        line(canvas, command)
    else:
        block(canvas, command)


def block(canvas: Canvas, command: Command) -> None:
    shape = canvas.shape
    fast = command.kind >= 0xC
    unit = shape.in_byte if fast else 1
    copies = command.kind in (HMMM, LMMM)
    source_x, target_x = command.sx // unit, command.dx // unit
    count = columns(
        target_x, 0 if command.kind == YMMM else command.nx // unit, command.right,
        shape.width // unit, source_x if copies else None,
    )  # fmt: skip
    if command.kind == YMMM:
        source_x = target_x
    for row in range(command.ny or 1024):
        sy, dy = command.sy + row * command.down, command.dy + row * command.down
        reads = copies or command.kind == YMMM
        if dy < 0 or (reads and sy < 0):
            break
        for column in range(count):
            x, from_x = (target_x + column * command.right), (source_x + column * command.right)
            if command.kind == HMMV:
                address, _ = canvas._place(x * unit, dy)
                canvas.memory[address] = command.colour
            elif fast:
                here, there = canvas._place(x * unit, dy)[0], canvas._place(from_x * unit, sy)[0]
                canvas.memory[here] = canvas.memory[there]
            else:
                colour = command.colour if command.kind == LMMV else canvas.pixel(from_x, sy)
                canvas.combine(x, dy, colour, command.operation)


def line(canvas: Canvas, command: Command) -> None:
    """Bresenham's line with the long side in NX; it ends when it leaves the screen sideways."""
    steep = bool(command.argument & 1)
    x, y = command.dx, command.dy
    error = (command.nx - 1 & 0x7FF) >> 1 & 0x3FF
    for _ in range(command.nx + 1):
        canvas.combine(x, y, command.colour, command.operation)
        aside = error < command.ny
        if aside:
            error += command.nx
        error = error - command.ny & 0x3FF
        x += command.right if not steep or aside else 0
        y += command.down if steep or aside else 0
        if not 0 <= x < canvas.shape.width:
            break
