"""Lines of the frame: where the display lies, its background, and the sprites laid over it."""

import cython
from cython.cimports.libc.string import memcpy
from cython.cimports.machine.devices.v9938.background import Background
from cython.cimports.machine.devices.v9938.modes import (
    GRAPHIC1,
    GRAPHIC4,
    GRAPHIC5,
    GRAPHIC6,
    GRAPHIC7,
    MULTICOLOR,
    MULTICOLOR_MIX,
    TEXT1,
    TEXT1_MIX,
    TEXT2,
)
from cython.cimports.machine.devices.v9938.record import V9938State

ROWS = cython.declare(cython.int, 240)
ROW = cython.declare(cython.int, 640)  # pixels kept of a row


@cython.final
@cython.cclass
class Planes(Background):
    """Draws lines of the record into its picture."""

    @cython.cfunc
    def bind(self) -> cython.void:
        """Takes the record's buffers."""
        Background.bind(self)
        self.sprite_row = self.state.sprite_row
        self.wide = self.state.wide
        self.picture = cython.cast(cython.p_uint, cython.cast(cython.p_uchar, self.state.picture))

    @cython.cfunc
    @cython.exceptval(check=False)
    def height(self) -> cython.int:
        """Lines of the display: 192 or 212."""
        return 212 if self.registers[9] & 0x80 else 192

    @cython.cfunc
    @cython.exceptval(check=False)
    def top(self) -> cython.int:
        """The first line of the display, counted from the start of the frame.

        Sync 3, erase 13, then the border (V9938 data book, 7.2). A display that has begun stays
        where it is when R9 changes.
        """
        if self.state.stage > 0:
            return self.state.first_line
        border: cython.int = 26 if self.state.frame_lines == 262 else 53
        if self.registers[9] & 0x80:
            border -= 10
        return 16 + border + self.state.v_adjust

    @cython.cfunc
    @cython.exceptval(check=False)
    def begin_line(self, line: cython.int) -> cython.void:
        """The display begins and ends where the line count equals the first line and the end.

        A program that changes R9 in between can make it miss either.
        """
        state: V9938State = self.state
        if state.stage == 0 and line == self.top():
            state.stage = 1
            state.first_line = line
        elif state.stage == 1 and line == state.first_line + self.height():
            state.stage = 2

    @cython.cfunc
    @cython.exceptval(check=False)
    def shows(self, address: cython.uint) -> cython.bint:
        """True if the background of the line in progress may show the VRAM byte."""
        state: V9938State = self.state
        mode: cython.int = state.mode
        y: cython.int = state.drawn_line - state.first_line
        row: cython.uint
        if state.stage != 1 or not state.display_on:
            return False
        if self.stale:
            self.prepare()
        if mode == TEXT2 or mode == TEXT1 or mode == TEXT1_MIX:
            if (self.names | 0xFFF) == (address | 0xFFF):
                return True
            y += self.registers[23]
        else:
            y = (y + self.registers[23]) & 0xFF
            if mode == GRAPHIC4 or mode == GRAPHIC5:
                row = self.names & (self._page() | 0x10000 | y << 7)
                return (address ^ row) >> 7 == 0
            if mode == GRAPHIC6 or mode == GRAPHIC7:
                row = self.names & (self._page() | y << 7)
                return ((address ^ row) & 0xFFFF) >> 7 == 0
            if (address ^ self.names & (0x1FC00 | (y >> 3) * 32)) >> 5 == 0:
                return True
            if mode != MULTICOLOR and (address | 0x1FFF) == (self.colour_table | 0x1FFF):
                return mode == GRAPHIC1 or ((address ^ y) & 7) == 0
        return (address | 0x1FFF) == (self.patterns | 0x1FFF) and (
            mode == MULTICOLOR or mode == MULTICOLOR_MIX or ((address ^ y) & 7) == 0
        )

    @cython.cfunc
    @cython.exceptval(check=False)
    def draw_line(self, line: cython.int, from_x: cython.int, to_x: cython.int) -> cython.void:
        """Draws part of a line of the frame; x in 640ths of the row, 0 <= from_x < to_x <= 640."""
        row: cython.int = line - (18 if self.state.frame_lines == 262 else 45)
        x: cython.int
        wide: cython.bint
        if row < 0 or row >= ROWS:
            return
        row += ROWS * (self.state.shown ^ 1)
        target: cython.p_uint = self.picture + row * ROW
        if self.stale:
            self.prepare()
        if from_x == 0 and to_x == ROW:
            self.wide[row] = self._compose(line, target)
            return
        wide = self._compose(line, self.scratch)
        if from_x == 0:
            self.wide[row] = wide
        elif wide and not self.wide[row]:
            for x in range(ROW - 1, -1, -1):
                target[x] = target[x >> 1]
            self.wide[row] = 1
        if wide == self.wide[row]:
            if not wide:
                from_x = self._column(from_x)
                to_x = self._column(to_x)
            memcpy(target + from_x, cython.address(self.scratch[from_x]), (to_x - from_x) * 4)
        else:
            for x in range(from_x, to_x):
                target[x] = self.scratch[x >> 1]

    @cython.cfunc
    @cython.exceptval(check=False)
    def _column(self, x: cython.int) -> cython.int:
        """The 320th of the row at a 640th: rounded down in the display, up in the border."""
        if x < self.left or x >= self.right:
            x += 1
        return x >> 1

    @cython.cfunc
    @cython.exceptval(check=False)
    def _compose(self, line: cython.int, out: cython.p_uint) -> cython.bint:
        """Writes a whole line; says whether it has 640 pixels."""
        state: V9938State = self.state
        mode: cython.int = state.mode
        y: cython.int = line - state.first_line
        wide: cython.bint = mode == GRAPHIC5 or mode == GRAPHIC6 or mode == TEXT2
        left: cython.int = 32 + state.h_adjust
        width: cython.int = 256
        if not state.display_on or state.stage != 1:
            wide = mode == GRAPHIC5 and (self.registers[7] >> 2 & 3) != (self.registers[7] & 3)
            self._border(out, 640 if wide else 320, wide)
            self.left = ROW
            return wide
        if mode == TEXT1 or mode == TEXT1_MIX or mode == TEXT2:
            left += 9
            width = 240
        self.left = left * 2
        self.right = self.left + width * 2
        if wide:
            left *= 2
            width *= 2
        self._border(out, left, wide)
        self._display(y, out + left)  # text writes two pixels beyond its end
        self._border(out + left + width, (640 if wide else 320) - left - width, wide)
        if (
            state.sprite_line == line
            and state.sprite_left < state.sprite_right
            and not state.sprites_off
        ):
            self._sprites(out + left, wide)
        return wide

    @cython.cfunc
    @cython.exceptval(check=False)
    def _sprites(self, out: cython.p_uint, wide: cython.bint) -> cython.void:
        x: cython.int
        colour: cython.uint
        inks: cython.p_uint = self.solid
        row: cython.p_uchar = self.sprite_row
        if self.state.mode == GRAPHIC7:
            inks = self.sprite_inks
        if not wide:
            x = self.state.sprite_left
            while x < self.state.sprite_right:
                if x <= 248 and cython.cast(cython.pointer(cython.ulonglong), row + x)[0] == 0:
                    x += 8
                    continue
                if row[x]:
                    out[x] = inks[row[x] & 15]
                x += 1
            return
        for x in range(self.state.sprite_left, self.state.sprite_right):
            if row[x]:
                colour = row[x] & 15
                if self.state.mode == GRAPHIC5:
                    out[2 * x] = inks[colour >> 2]
                    out[2 * x + 1] = inks[colour & 3]
                else:
                    out[2 * x] = inks[colour]
                    out[2 * x + 1] = inks[colour]
