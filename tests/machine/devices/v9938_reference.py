"""A slow picture of one frame in which nothing changes: the judge of the fast renderer.

Written from the data books (V9938 Technical Data Book, chapters 3 and 5; TMS9918A Data Manual,
2.1), one address at a time. It shares nothing with the chip but the meaning of its registers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

TMS_RGB = (
    0x000400, 0x000400, 0x34C040, 0x6BD674, 0x5358DD, 0x7A7AED, 0xB86148, 0x5AE2EA,
    0xDA6851, 0xFE8B74, 0xC8C854, 0xDAD57E, 0x30A938, 0xB468AF, 0xC6D0C5, 0xF9FFF8,
)  # fmt: skip
SCREEN8_SPRITES = (
    (0, 0, 0), (0, 0, 2), (0, 3, 0), (0, 3, 2), (3, 0, 0), (3, 0, 2), (3, 3, 0), (3, 3, 2),
    (4, 7, 2), (0, 0, 7), (0, 7, 0), (0, 7, 7), (7, 0, 0), (7, 0, 7), (7, 7, 0), (7, 7, 7),
)  # fmt: skip  # green, red, blue
TEXT1, TEXT2, MULTI, G1, G2, G3, G4, G5, G6, G7 = 1, 9, 2, 0, 4, 8, 12, 16, 20, 28


def rgb(red: int, green: int, blue: int) -> int:
    """A pixel from levels of 0 to 7."""
    return 0xFF000000 | red * 255 // 7 << 16 | green * 255 // 7 << 8 | blue * 255 // 7


@dataclass(frozen=True)
class Frame:
    """What a frame is drawn from. `vram` in the order of the program's addresses."""

    registers: Sequence[int]
    vram: bytes
    palette: bytes = b""  # two bytes a colour; none on the TMS9918A
    pal: bool = False
    blink: bool = False
    even_field: bool = False

    @property
    def tms(self) -> bool:
        return not self.palette

    @property
    def mode(self) -> int:
        r0, r1 = self.registers[0], self.registers[1]
        return (r1 >> 4 & 1) | (r1 >> 3 & 1) << 1 | (r0 >> 1 & 7) << 2

    def solid(self, index: int) -> int:
        if self.tms:
            return 0xFF000000 | TMS_RGB[index]
        first, second = self.palette[2 * index : 2 * index + 2]
        return rgb(first >> 4 & 7, second & 7, first & 7)

    def byte(self, base: int, base_bits: int, index: int) -> int:
        """A table's byte: the base register masks an index whose high bits are ones."""
        ones = (1 << base_bits) - 1
        return self.vram[(base << base_bits | ones) & index & (len(self.vram) - 1)]


def wide(mode: int) -> bool:
    return mode in (TEXT2, G5, G6)


def picture(frame: Frame) -> list[list[int]]:
    """240 rows of 320 or 640 pixels."""
    reg = frame.registers
    height = 212 if len(reg) > 9 and reg[9] & 0x80 else 192
    vertical = (reg[18] >> 4 ^ 7) - 7 if len(reg) > 18 else 0
    horizontal = (reg[18] & 15 ^ 7) - 7 if len(reg) > 18 else 0
    top = (14 if height == 212 else 24) + vertical
    shown = bool(reg[1] & 0x40)
    rows = []
    for row in range(240):
        y = row - top
        if shown and 0 <= y < height:
            rows.append(line(frame, y, horizontal))
        else:
            rows.append(border(frame, 320))
    return rows


def border(frame: Frame, count: int) -> list[int]:
    colour = frame.registers[7]
    if frame.mode == G7:
        return [screen8(colour)] * count
    if frame.mode == G5:
        left, right = frame.solid(colour >> 2 & 3), frame.solid(colour & 3)
        if left != right:
            return [left, right] * (320 if count == 320 else count // 2)
        return [left] * count
    return [frame.solid(colour & 15)] * count


def screen8(value: int) -> int:
    return rgb(value >> 2 & 7, value >> 5, (0, 2, 4, 7)[value & 3])


def line(frame: Frame, y: int, horizontal: int) -> list[int]:
    mode = frame.mode
    scale = 2 if wide(mode) else 1
    text = mode in (TEXT1, TEXT2)
    left = (32 + horizontal + (9 if text else 0)) * scale
    scroll = frame.registers[23] if len(frame.registers) > 23 else 0
    if text:
        middle = text_line(frame, y, scroll)
    else:
        middle = graphic_line(frame, (y + scroll) & 255)
        middle = with_sprites(frame, middle, (y + scroll) & 255)
    right = 320 * scale - left - len(middle)
    if mode == G5:
        pair = (border(frame, 2) * 2)[:2]
        return pair * (left // 2) + middle + pair * (right // 2)
    return border(frame, left) + middle + border(frame, right)


def see_through(frame: Frame) -> bool:
    return frame.tms or not frame.registers[8] & 0x20


def ink(frame: Frame, index: int) -> int:
    if index == 0 and see_through(frame):
        return frame.solid(frame.registers[7] & 15)
    return frame.solid(index)


def text_line(frame: Frame, y: int, scroll: int) -> list[int]:
    reg = frame.registers
    columns = 80 if frame.mode == TEXT2 else 40
    pixels = []
    for column in range(columns):
        cell = y // 8 * columns + column
        name = frame.byte(reg[2], 10, -1 << 12 | (cell + (0xC00 if columns == 40 else 0)) & 0xFFF)
        bits = frame.byte(reg[4], 11, -1 << 11 | name * 8 + (y + scroll) % 8)
        front, back = reg[7] >> 4, reg[7] & 15
        if columns == 80 and frame.blink:
            marks = frame.byte(reg[10] << 8 | reg[3], 6, -1 << 9 | cell // 8)
            if marks >> (7 - cell % 8) & 1:
                front, back = reg[12] >> 4, reg[12] & 15
        if front == 0 and see_through(frame):
            front = back
        pixels += [frame.solid(front if bits >> (7 - x) & 1 else back) for x in range(6)]
    return pixels


def graphic_line(frame: Frame, y: int) -> list[int]:
    mode = frame.mode
    if mode in (G4, G5, G6, G7):
        return bitmap_line(frame, y)
    reg = frame.registers
    pixels: list[int] = []
    for column in range(32):
        name = frame.byte(reg[2], 10, -1 << 10 | y // 8 * 32 + column)
        if mode == MULTI:
            value = frame.byte(reg[4], 11, -1 << 11 | name * 8 + y // 4 % 8)
            pixels += [ink(frame, value >> 4)] * 4 + [ink(frame, value & 15)] * 4
            continue
        high = reg[10] << 8 if len(reg) > 10 else 0
        if mode == G1:
            bits = frame.byte(reg[4], 11, -1 << 11 | name * 8 + y % 8)
            colour = frame.byte(high | reg[3], 6, -1 << 6 | name // 8)
        else:
            index = -1 << 13 | y // 64 << 11 | name * 8 + y % 8
            colour = frame.byte(high | reg[3], 6, index)
            if frame.tms:  # R3 masks the name of the pattern as well
                index &= ~(0x1F << 6) | (reg[3] & 0x1F) << 6
            bits = frame.byte(reg[4], 11, index)
        pixels += [
            ink(frame, colour >> 4 if bits >> (7 - x) & 1 else colour & 15) for x in range(8)
        ]
    return pixels


def bitmap_line(frame: Frame, y: int) -> list[int]:
    reg = frame.registers
    planar = frame.mode in (G6, G7)
    pitch = 256 if planar else 128
    page = not (frame.blink or (reg[9] & 4 and frame.even_field))
    base_bits = 11 if planar else 10
    pixels = []
    for x in range(pitch):
        index = -1 << (17 if planar else 16) | page << (16 if planar else 15) | y * pitch + x
        value = frame.byte(reg[2] & 0x3F if planar else reg[2], base_bits, index)
        if frame.mode == G7:
            pixels.append(screen8(value))
        elif frame.mode == G5:
            for part in range(4):
                index = value >> (6 - 2 * part) & 3
                if index == 0 and see_through(frame):
                    index = reg[7] >> (0 if part & 1 else 2) & 3
                pixels.append(frame.solid(index))
        else:
            pixels += [ink(frame, value >> 4), ink(frame, value & 15)]
    return pixels


def with_sprites(frame: Frame, middle: list[int], y: int) -> list[int]:
    reg = frame.registers
    if not frame.tms and reg[8] & 2:
        return middle
    result = list(middle)
    for x, colour in sprite_pixels(frame, y).items():
        if frame.mode == G5:
            result[2 * x] = frame.solid(colour >> 2)
            result[2 * x + 1] = frame.solid(colour & 3)
        elif frame.mode == G6:
            result[2 * x] = result[2 * x + 1] = frame.solid(colour)
        elif frame.mode == G7:
            green, red, blue = SCREEN8_SPRITES[colour]
            result[x] = rgb(red, green, blue)
        else:
            result[x] = frame.solid(colour)
    return result


@dataclass(frozen=True)
class Sprite:
    number: int
    x: int
    colour: int
    mixed: bool
    quiet: bool
    columns: frozenset[int]


def sprites_on(frame: Frame, y: int) -> tuple[list[Sprite], int | None]:
    """The sprites of a (scrolled) line in order, and the number of the first one too many."""
    reg = frame.registers
    mode2 = frame.mode >= G3
    base = (reg[11] << 8 if len(reg) > 11 else 0) | reg[5]
    big, double = bool(reg[1] & 2), bool(reg[1] & 1)
    size = (16 if big else 8) * (2 if double else 1)
    found: list[Sprite] = []
    for number in range(32):
        index = (-1 << 9 if mode2 else -1 << 7) | number * 4
        top, x, pattern, colour = (frame.byte(base, 7, index | part) for part in range(4))
        if top == (216 if mode2 else 208):
            break
        row = (y - top - 1) & 255
        if row >= size:
            continue
        if len(found) == (8 if mode2 else 4):
            return found, number
        row //= 2 if double else 1
        if mode2:
            colour = frame.byte(base, 7, -1 << 10 | number * 16 + row)
        columns = set()
        for column in range(size):
            dot = column // (2 if double else 1)
            code = pattern & 0xFC | (2 if dot >= 8 else 0) if big else pattern
            bits = frame.byte(reg[6], 11, -1 << 11 | (code * 8 + row) & 0x7FF)
            if bits >> (7 - dot % 8) & 1:
                columns.add(x + column - (32 if colour & 0x80 else 0))
        found.append(
            Sprite(
                number, x, colour & 15, bool(mode2 and colour & 0x40),
                bool(mode2 and colour & 0x60), frozenset(c for c in columns if 0 <= c < 256),
            )
        )  # fmt: skip
    return found, None


def sprite_pixels(frame: Frame, y: int) -> dict[int, int]:
    """Colours of the sprite pixels of a (scrolled) line, by column."""
    layers: list[dict[int, int]] = []
    for sprite in sprites_on(frame, y)[0]:
        if not sprite.mixed:
            layers.append({})
        if not layers or (sprite.colour == 0 and see_through(frame)):
            continue
        for column in sprite.columns:
            layers[-1][column] = layers[-1].get(column, 0) | sprite.colour
    pixels: dict[int, int] = {}
    for layer in layers:
        for column, colour in layer.items():
            pixels.setdefault(column, colour)
    return pixels


def collision(frame: Frame, y: int) -> int | None:
    """The leftmost column where two sprites of a (scrolled) line have a dot each."""
    sprites = [
        sprite for sprite in sprites_on(frame, y)[0]
        if not sprite.quiet and (frame.tms or sprite.colour or not see_through(frame))
    ]  # fmt: skip
    seen: set[int] = set()
    both: set[int] = set()
    for sprite in sprites:
        both |= seen & sprite.columns
        seen |= sprite.columns
    return min(both, default=None)
