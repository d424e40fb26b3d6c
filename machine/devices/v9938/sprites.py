"""Sprites: which of them are on a line, whether they collide, and the line's sprite pixels.

Sprite mode 1 has one colour a sprite and shows four on a line; mode 2 has one colour a sprite line
and shows eight (TMS9918A data manual, 2.1.5; V9938 data book, 5). A line is looked at when it
begins: what the program changes later shows one line below.
"""

import cython
from cython.cimports.libc.string import memcpy, memset
from cython.cimports.machine.devices.v9938.modes import GRAPHIC6, GRAPHIC7
from cython.cimports.machine.devices.v9938.planes import Planes
from cython.cimports.machine.devices.v9938.record import V9938State

MARGIN = cython.declare(cython.int, 32)  # pixels of the working row left of the display
SPAN = cython.declare(cython.int, 320)  # of the working row: 32 left, 256 shown, 32 right
DRAWN = cython.declare(cython.int, 0x10)  # in a sprite pixel: not transparent
EC = cython.declare(cython.int, 0x80)  # early clock: 32 pixels to the left
CC = cython.declare(cython.int, 0x40)  # the colour is mixed into the sprites before
IC = cython.declare(cython.int, 0x20)  # this sprite line does not collide


@cython.final
@cython.cclass
class Sprites:
    """Works on the record's VRAM and registers; fills its `sprite_row` and sprite status."""

    def __init__(self, state: V9938State, planes: Planes, tms: bool) -> None:
        self.state = state
        self.planes = planes
        self.tms = tms
        value: cython.int
        bit: cython.int
        bytes_of: cython.p_uchar
        for value in range(256):
            bytes_of = cython.cast(cython.p_uchar, cython.address(self.lanes[value]))
            self.doubled[value] = 0
            for bit in range(8):
                bytes_of[bit] = 0xFF if value >> (7 - bit) & 1 else 0
                if value >> bit & 1:
                    self.doubled[value] |= 3 << (2 * bit)
        self.bind()

    @cython.cfunc
    def bind(self) -> cython.void:
        """Takes the record's buffers."""
        self.vram = self.state.vram
        self.registers = self.state.registers
        self.size_mask = len(self.state.vram) - 1
        self.stale = True

    @cython.cfunc
    @cython.exceptval(check=False)
    def watches(self, address: cython.uint) -> cython.bint:
        """True if a change of the VRAM byte may move a sprite; `stale` is to be set then."""
        return (address & self.watched_mask) == self.watched

    @cython.cfunc
    @cython.exceptval(check=False)
    def check_line(self, line: cython.int) -> cython.void:
        """Looks at the sprites of a line of the frame: status S0, S3-S6, and the pixels."""
        state: V9938State = self.state
        y: cython.int = line - state.first_line
        shown: cython.int
        limit: cython.int = 4
        mode: cython.int = state.mode
        state.sprite_line = line
        state.sprite_left = 0
        state.sprite_right = 0
        if not state.display_on or state.sprites_off or state.stage == 0:
            return
        if state.stage == 2 and y != self.planes.height():
            return  # the chip looks at one line more than it displays
        if mode & 1 or (mode & 2 and mode != 2 and not (self.tms and mode == 6)) or mode == 0x18:
            return  # text, and modes that are none
        if self.stale:
            self._prepare()
        if mode >= 8:
            limit = 8
        y = (y + self.registers[23]) & 0xFF
        shown = self.counts[y]
        self._count(y)
        if shown > limit:
            shown = limit
        shown = self._fetch(y, shown)
        if shown == 0:
            return
        if not state.s0 & 0x20:
            self._collide(line, shown)
        memset(self.row, 0, SPAN)
        if mode >= 8:
            self._paint_groups(shown)
        else:
            self._paint(shown)
        memcpy(cython.cast(cython.p_uchar, state.sprite_row), self.row + MARGIN, 256)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _place(self, address: cython.uint) -> cython.uint:
        """Where the memory keeps a byte of a sprite table."""
        if self.planar:
            address = (address >> 1) | (address & 1) << 16
        return address & self.size_mask

    @cython.cfunc
    @cython.exceptval(check=False)
    def _prepare(self) -> cython.void:
        """Makes the lists of all lines: at most nine sprites each, in order."""
        registers: cython.p_uchar = self.registers
        mode2: cython.bint = self.state.mode >= 8
        end: cython.int = 216 if mode2 else 208
        most: cython.int = 9 if mode2 else 5
        high: cython.uint = 0x1FE00 if mode2 else 0x1FF80
        size: cython.int = 16 if registers[1] & 2 else 8
        sprite: cython.int
        offset: cython.int
        y: cython.int
        if registers[1] & 1:
            size *= 2
        self.stale = False
        self.planar = self.state.mode == GRAPHIC6 or self.state.mode == GRAPHIC7
        self.attributes = registers[11] << 15 | registers[5] << 7 | 0x7F
        self.watched_mask = 0x1FC00 if mode2 else 0x1FF80
        self.watched = self.attributes & self.watched_mask
        if self.planar:
            self.watched_mask = 0x0FE00
            self.watched = self.watched >> 1
        self.watched_mask &= self.size_mask
        self.watched &= self.watched_mask
        memset(self.counts, 0, 256)
        self.last = 31
        for sprite in range(32):
            y = self.vram[self._place(self.attributes & (high | sprite << 2))]
            if y == end:
                self.last = sprite
                break
            for offset in range(size):
                y = (y + 1) & 0xFF
                if self.counts[y] < most:
                    self.lists[y * 9 + self.counts[y]] = sprite
                    self.counts[y] += 1

    @cython.cfunc
    @cython.exceptval(check=False)
    def _count(self, y: cython.int) -> cython.void:
        """S0: the first sprite too many, seen only while F is 0; else the last one looked at."""
        state: V9938State = self.state
        limit: cython.int = 8 if state.mode >= 8 else 4
        if self.counts[y] > limit and not state.s0 & 0xC0:
            state.s0 = 0x40 | (state.s0 & 0x20) | self.lists[y * 9 + limit]
        if not state.s0 & 0x40:
            state.s0 = (state.s0 & 0xA0) | self.last

    @cython.cfunc
    @cython.exceptval(check=False)
    def _fetch(self, y: cython.int, shown: cython.int) -> cython.int:
        """Position, colour and shape (left pixel in bit 31) of the sprites on the line."""
        index: cython.int
        sprite: cython.int
        row: cython.int
        place: cython.uint
        pattern: cython.uint
        shape: cython.uint
        big: cython.bint = self.registers[1] & 2
        high: cython.uint = 0x1FE00 if self.state.mode >= 8 else 0x1FF80
        for index in range(shown):
            sprite = self.lists[y * 9 + index]
            place = self.attributes & (high | sprite << 2)
            row = (y - 1 - self.vram[self._place(place)]) & 0xFF
            if self.registers[1] & 1:
                row >>= 1
            row &= 15
            self.xs[index] = self.vram[self._place(place | 1)]
            pattern = self.vram[self._place(place | 2)]
            if self.state.mode >= 8:
                place = self.attributes & (0x1FC00 | sprite << 4 | row)
                self.colours[index] = self.vram[self._place(place)]
            else:
                self.colours[index] = self.vram[self._place(place | 3)] & 0x8F
            if self.colours[index] & EC:
                self.xs[index] -= 32
            if big:
                pattern &= 0xFC
            place = (self.registers[6] << 11) | pattern << 3 | row
            if self.registers[1] & 1:
                shape = self.doubled[self.vram[self._place(place)]] << 16
                if big:
                    shape |= self.doubled[self.vram[self._place(place + 16)]]
            else:
                shape = self.vram[self._place(place)] << 24
                if big:
                    shape |= self.vram[self._place(place + 16)] << 16
            self.shapes[index] = shape
        return shown

    @cython.cfunc
    @cython.exceptval(check=False)
    def _collide(self, line: cython.int, shown: cython.int) -> cython.void:
        """Sets C and the coordinates if two sprites have a pixel in one place of the display."""
        one: cython.int
        two: cython.int
        distance: cython.int
        x: cython.int
        best: cython.int = 256
        overlap: cython.uint
        for one in range(shown - 1):
            if not self._can_collide(self.colours[one]):
                continue
            for two in range(one + 1, shown):
                if not self._can_collide(self.colours[two]):
                    continue
                distance = self.xs[two] - self.xs[one]
                x = self.xs[one]
                if distance >= 32 or distance <= -32:
                    continue
                if distance >= 0:
                    overlap = self.shapes[one] & (self.shapes[two] >> distance)
                else:
                    overlap = self.shapes[one] & (self.shapes[two] << -distance)
                while overlap and x < best:
                    if overlap >> 31 and x >= 0:
                        best = x
                    overlap <<= 1
                    x += 1
        if best < 256:
            self._meet(line, best)

    @cython.cfunc
    @cython.inline
    @cython.exceptval(check=False)
    def _can_collide(self, colour: cython.int) -> cython.bint:
        """On the V9938 transparent sprites do not collide, nor do those with CC or IC."""
        if self.tms:
            return True
        if self.state.mode >= 8 and colour & (CC | IC):
            return False
        return colour & 15 != 0 or self.registers[8] & 0x20 != 0

    @cython.cfunc
    @cython.exceptval(check=False)
    def _meet(self, line: cython.int, x: cython.int) -> cython.void:
        state: V9938State = self.state
        state.s0 |= 0x20
        state.collision_x = x + 12
        state.collision_y = line - state.first_line + 7  # the line in which the chip fetched them

    @cython.cfunc
    @cython.exceptval(check=False)
    def _paint(self, shown: cython.int) -> cython.void:
        """Mode 1: later sprites first, so that the lowest number is on top."""
        state: V9938State = self.state
        see_through: cython.bint = self.tms or not self.registers[8] & 0x20
        index: cython.int
        left: cython.int = 256
        right: cython.int = 0
        for index in range(shown - 1, -1, -1):
            left = min(left, self._stamp(index, see_through))
            right = max(right, self.xs[index] + 32)
        state.sprite_left = max(left, 0)
        state.sprite_right = min(right, 256)

    @cython.cfunc
    @cython.inline
    @cython.exceptval(check=False)
    def _stamp(self, index: cython.int, see_through: cython.bint) -> cython.int:
        """Puts one sprite on top of the row; gives its left edge, far right if nothing shows."""
        part: cython.int
        lane: cython.ulonglong
        ink: cython.ulonglong = _spread(DRAWN | (self.colours[index] & 15))
        shape: cython.uint = self.shapes[index]
        to: cython.pointer(cython.ulonglong) = cython.cast(
            cython.pointer(cython.ulonglong), self.row + MARGIN + self.xs[index]
        )
        if shape == 0 or (self.colours[index] & 15 == 0 and see_through):
            return 256
        for part in range(4):
            lane = self.lanes[shape >> 24]
            to[part] = (to[part] & ~lane) | (lane & ink)
            shape <<= 8
            if shape == 0:
                break
        return self.xs[index]

    @cython.cfunc
    @cython.exceptval(check=False)
    def _paint_groups(self, shown: cython.int) -> cython.void:
        """Mode 2: a sprite with CC = 0 and those with CC = 1 after it are one layer, colours ORed.

        Sprites with CC = 1 before the first with CC = 0 are not shown.
        """
        state: V9938State = self.state
        see_through: cython.bint = not self.registers[8] & 0x20
        index: cython.int
        part: cython.int
        left: cython.int = 256  # of the layer in progress, and of all of them
        right: cython.int = -32
        leftmost: cython.int = 256
        rightmost: cython.int = 0
        ink: cython.ulonglong
        shape: cython.uint
        to: cython.pointer(cython.ulonglong)
        memset(self.group, 0, SPAN)
        for index in range(shown - 1, -1, -1):
            shape = self.shapes[index]
            if left > right and not self.colours[index] & CC:  # a layer of its own
                leftmost = min(leftmost, self._stamp(index, see_through))
                rightmost = max(rightmost, self.xs[index] + 32)
                continue
            if shape and (self.colours[index] & 15 or not see_through):
                ink = _spread(DRAWN | (self.colours[index] & 15))
                to = cython.cast(
                    cython.pointer(cython.ulonglong), self.group + MARGIN + self.xs[index]
                )
                left = min(left, self.xs[index])
                right = max(right, self.xs[index] + 32)
                for part in range(4):
                    to[part] |= self.lanes[shape >> 24] & ink
                    shape <<= 8
            if not self.colours[index] & CC:
                if left < right:
                    _lay(self.row + MARGIN + left, self.group + MARGIN + left, right - left)
                    leftmost = min(leftmost, left)
                    rightmost = max(rightmost, right)
                left = 256
                right = -32
        state.sprite_left = max(leftmost, 0)
        state.sprite_right = min(rightmost, 256)


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def _spread(value: cython.uint) -> cython.ulonglong:
    """The byte in all eight lanes."""
    lanes: cython.ulonglong = value | value << 8 | value << 16 | value << 24
    return lanes | lanes << 32


@cython.cfunc
@cython.exceptval(check=False)
def _lay(row: cython.p_uchar, group: cython.p_uchar, count: cython.int) -> cython.void:
    """Lays the drawn pixels of one layer over the row and clears the layer; in eights."""
    index: cython.int
    lane: cython.ulonglong
    ones: cython.ulonglong = _spread(1)
    to: cython.pointer(cython.ulonglong) = cython.cast(cython.pointer(cython.ulonglong), row)
    of: cython.pointer(cython.ulonglong) = cython.cast(cython.pointer(cython.ulonglong), group)
    for index in range((count + 7) // 8):
        lane = (of[index] >> 4 & ones) * 0xFF  # DRAWN
        to[index] = (to[index] & ~lane) | of[index]
        of[index] = 0
