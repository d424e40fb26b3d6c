"""The pixels of a display line in every screen mode, without sprites, and of the border.

Addresses follow the data book: a table's base register, its low bits filled with ones, masks the
index whose high bits are ones (V9938 data book, 3.1 to 3.10; TMS9918A data manual, 2.1.4; the mixed
modes of the TMS9918A: "Undocumented screen modes", Sean Young, tms9918a.txt 1997).
"""

import cython
from cython.cimports.machine.devices.v9938.modes import (
    GRAPHIC1,
    GRAPHIC2,
    GRAPHIC3,
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

OPAQUE = cython.declare(cython.uint, 0xFF000000)

# Colours of the TMS9918A as openMSX shows them at gamma 1.0.
TMS_COLOURS = (
    0x000400, 0x000400, 0x34C040, 0x6BD674, 0x5358DD, 0x7A7AED, 0xB86148, 0x5AE2EA,
    0xDA6851, 0xFE8B74, 0xC8C854, 0xDAD57E, 0x30A938, 0xB468AF, 0xC6D0C5, 0xF9FFF8,
)  # fmt: skip
BLUE_LEVELS = (0, 2, 4, 7)  # GRAPHIC7 has two bits of blue
# Sprite colours of GRAPHIC7 as 0GRB levels (V9938 data book, 3.10).
GRAPHIC7_SPRITES = (
    0x000, 0x002, 0x030, 0x032, 0x300, 0x302, 0x330, 0x332,
    0x472, 0x007, 0x070, 0x077, 0x700, 0x707, 0x770, 0x777,
)  # fmt: skip


@cython.cfunc
@cython.inline
@cython.exceptval(check=False)
def _put8(
    out: cython.p_uint, masks: cython.p_uint, ink: cython.uint, paper: cython.uint
) -> cython.void:
    change: cython.uint = ink ^ paper
    index: cython.int
    for index in range(8):
        out[index] = paper ^ (masks[index] & change)


@cython.cclass
class Background:
    """Tables of colours and addresses, and a painter for each mode. All but `state` is derived."""

    def __init__(self, state: V9938State, tms: bool) -> None:
        self.state = state
        self.tms = tms
        value: cython.int
        bit: cython.int
        for value in range(256):
            for bit in range(8):
                self.masks[value * 8 + bit] = -((value >> (7 - bit)) & 1)
            self.shades[value] = OPAQUE | _rgb(
                (value >> 5) & 7, (value >> 2) & 7, BLUE_LEVELS[value & 3]
            )
        self.bind()

    @cython.cfunc
    def bind(self) -> cython.void:
        """Takes the record's buffers."""
        state: V9938State = self.state
        self.vram = state.vram
        self.registers = state.registers
        self.palette = state.palette
        self.size_mask = len(state.vram) - 1
        level: cython.int
        for index in range(16):
            if self.tms:
                self.solid[index] = OPAQUE | cython.cast(cython.uint, TMS_COLOURS[index])
            level = GRAPHIC7_SPRITES[index]
            self.sprite_inks[index] = OPAQUE | _rgb((level >> 8) & 7, (level >> 4) & 7, level & 7)
        self.stale = True

    @cython.cfunc
    @cython.exceptval(check=False)
    def prepare(self) -> cython.void:
        """Rebuilds the colour tables and table addresses; needed after any change of them."""
        registers: cython.p_uchar = self.registers
        index: cython.int
        part: cython.int
        paper: cython.int = registers[7] & 15
        red: cython.int
        blue: cython.int
        self.stale = False
        self.names = (registers[2] << 10 | 0x3FF) & self.size_mask
        self.patterns = (registers[4] << 11 | 0x7FF) & self.size_mask
        self.colour_table = (registers[10] << 14 | registers[3] << 6 | 0x3F) & self.size_mask
        if not self.tms:
            for index in range(16):
                red = self.palette[2 * index] >> 4 & 7
                blue = self.palette[2 * index] & 7
                self.solid[index] = OPAQUE | _rgb(self.palette[2 * index + 1] & 7, red, blue)
        for index in range(16):
            self.inks[index] = self.solid[index]
            self.odd_inks[index] = self.solid[index]
        if not registers[8] & 0x20 or self.tms:
            if self.state.mode == GRAPHIC5:
                self.inks[0] = self.solid[paper >> 2]
                self.odd_inks[0] = self.solid[paper & 3]
            else:
                self.inks[0] = self.solid[paper]
        if self.state.mode == GRAPHIC5:
            for index in range(256):
                for part in range(4):
                    red = index >> (6 - 2 * part) & 3
                    self.quads[index * 4 + part] = (
                        self.odd_inks[red] if part & 1 else self.inks[red]
                    )
        elif self.state.mode == GRAPHIC4 or self.state.mode == GRAPHIC6:
            for index in range(256):
                self.pairs[index * 2] = self.inks[index >> 4]
                self.pairs[index * 2 + 1] = self.inks[index & 15]

    @cython.cfunc
    @cython.exceptval(check=False)
    def _border(self, out: cython.p_uint, count: cython.int, wide: cython.bint) -> cython.void:
        x: cython.int
        colour: cython.uint = self.solid[self.registers[7] & 15]
        odd: cython.uint
        if self.state.mode == GRAPHIC7:
            colour = self.shades[self.registers[7]]
        elif self.state.mode == GRAPHIC5:
            colour = self.solid[self.registers[7] >> 2 & 3]
            odd = self.solid[self.registers[7] & 3]
            if colour != odd and wide:
                for x in range(0, count, 2):
                    out[x] = colour
                    out[x + 1] = odd
                return
        for x in range(count):
            out[x] = colour

    @cython.cfunc
    @cython.exceptval(check=False)
    def _display(self, y: cython.int, out: cython.p_uint) -> cython.void:
        """The lines of the display; R23 scrolls text only within each row of characters."""
        mode: cython.int = self.state.mode
        if mode == TEXT2:
            self._text80(y, out)
            return
        if mode == TEXT1 or (mode == TEXT1_MIX and self.tms):
            self._text(y, out)
            return
        y = (y + self.registers[23]) & 0xFF
        if mode == GRAPHIC4 or mode == GRAPHIC5:
            self._bitmap(y, out)
        elif mode == GRAPHIC6 or mode == GRAPHIC7:
            self._planar(y, out)
        elif mode == GRAPHIC1 or mode == GRAPHIC2 or mode == GRAPHIC3:
            self._tiles(y, out)
        elif mode == MULTICOLOR or (mode == MULTICOLOR_MIX and self.tms):
            self._blocks(y, out)
        else:
            self._stripes(out)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _tiles(self, y: cython.int, out: cython.p_uint) -> cython.void:
        """GRAPHIC1, GRAPHIC2 and GRAPHIC3."""
        names: cython.p_uchar = self.vram + (self.names & (0x1FC00 | (y >> 3) * 32))
        vram: cython.p_uchar = self.vram
        patterns: cython.uint = self.patterns
        colour_table: cython.uint = self.colour_table
        narrow: cython.uint = 0x1FFFF
        column: cython.int
        index: cython.uint
        colour: cython.uint
        if self.tms:  # R3 masks the character of the pattern too
            narrow = 0x1F83F | (colour_table & 0x7C0)
        if self.state.mode == 0:
            for column in range(32):
                index = names[column]
                colour = vram[colour_table & (0x1FFC0 | index >> 3)]
                index = vram[patterns & (0x1F800 | index << 3 | (y & 7))]
                _put8(
                    out + column * 8,
                    cython.address(self.masks[index * 8]),
                    self.inks[colour >> 4],
                    self.inks[colour & 15],
                )
            return
        for column in range(32):
            index = 0x1E000 | (y >> 6) << 11 | names[column] << 3 | (y & 7)
            colour = vram[colour_table & index]
            index = vram[patterns & index & narrow]
            _put8(
                out + column * 8,
                cython.address(self.masks[index * 8]),
                self.inks[colour >> 4],
                self.inks[colour & 15],
            )

    @cython.cfunc
    @cython.exceptval(check=False)
    def _blocks(self, y: cython.int, out: cython.p_uint) -> cython.void:
        """MULTICOLOR, and on the TMS9918A its mix with GRAPHIC2."""
        names: cython.p_uchar = self.vram + (self.names & (0x1FC00 | (y >> 3) * 32))
        column: cython.int
        part: cython.int
        index: cython.uint
        for column in range(32):
            index = names[column] << 3 | (y >> 2 & 7)
            if self.state.mode & 4:
                index |= 0x1E000 | (y >> 6) << 11
            else:
                index |= 0x1F800
            index = self.vram[self.patterns & index]
            for part in range(4):
                out[column * 8 + part] = self.inks[index >> 4]
                out[column * 8 + 4 + part] = self.inks[index & 15]

    @cython.cfunc
    @cython.exceptval(check=False)
    def _text(self, y: cython.int, out: cython.p_uint) -> cython.void:
        """TEXT1, and on the TMS9918A its mix with GRAPHIC2."""
        first: cython.uint = (y >> 3) * 40 + 0xC00
        high: cython.uint = 0x1E000 | (y >> 6) << 11 if self.state.mode & 4 else 0x1F800
        row: cython.uint = (y + self.registers[23]) & 7
        ink: cython.uint = self.inks[self.registers[7] >> 4]
        paper: cython.uint = self.inks[self.registers[7] & 15]
        vram: cython.p_uchar = self.vram
        names: cython.uint = self.names
        patterns: cython.uint = self.patterns
        column: cython.int
        index: cython.uint
        for column in range(40):
            index = vram[names & (0x1F000 | ((first + column) & 0xFFF))]
            index = vram[patterns & (high | index << 3 | row)]
            _put8(out + column * 6, cython.address(self.masks[index * 8]), ink, paper)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _text80(self, y: cython.int, out: cython.p_uint) -> cython.void:
        """TEXT2: a set bit of the colour table shows the character in R12 while the blink is on."""
        row: cython.uint = (y + self.registers[23]) & 7
        column: cython.int
        cell: cython.uint
        index: cython.uint
        marks: cython.uint
        colour: cython.uint
        ink: cython.uint
        blink: cython.bint = self.state.blink
        vram: cython.p_uchar = self.vram
        names: cython.uint = self.names
        patterns: cython.uint = self.patterns
        for column in range(80):
            cell = ((y >> 3) * 80 + column) & 0xFFF
            colour = self.registers[7]
            if blink:
                marks = self.vram[self.colour_table & (0x1FE00 | cell >> 3)]
                if marks >> (7 - (cell & 7)) & 1:
                    colour = self.registers[12]
            ink = colour >> 4
            if ink == 0 and not self.registers[8] & 0x20:
                ink = colour & 15  # transparent: the backdrop is that of the same register
            index = vram[names & (0x1F000 | cell)]
            index = vram[patterns & (0x1F800 | index << 3 | row)]
            _put8(
                out + column * 6,
                cython.address(self.masks[index * 8]),
                self.solid[ink],
                self.solid[colour & 15],
            )

    @cython.cfunc
    @cython.exceptval(check=False)
    def _stripes(self, out: cython.p_uint) -> cython.void:
        """What a mode that is none shows: on the TMS9918A 40 stripes, on the V9938 one colour."""
        x: cython.int
        for x in range(240 if self.state.mode == TEXT1_MIX else 256):
            out[x] = self.inks[15]
        if self.tms:
            for x in range(256):
                out[x] = self.solid[self.registers[7] & 15]
            for x in range(240):
                if x % 6 < 4:
                    out[x + 8] = self.inks[self.registers[7] >> 4]

    @cython.cfunc
    @cython.exceptval(check=False)
    def _bitmap(self, y: cython.int, out: cython.p_uint) -> cython.void:
        """GRAPHIC4 and GRAPHIC5: 128 bytes a line."""
        x: cython.int
        source: cython.p_uchar = self.vram + (self.names & (self._page() | 0x10000 | y << 7))
        quads: cython.pointer(cython.ulonglong)
        to: cython.pointer(cython.ulonglong) = cython.cast(cython.pointer(cython.ulonglong), out)
        if self.state.mode == GRAPHIC4:
            quads = cython.cast(cython.pointer(cython.ulonglong), cython.address(self.pairs[0]))
            for x in range(128):
                to[x] = quads[source[x]]
            return
        quads = cython.cast(cython.pointer(cython.ulonglong), cython.address(self.quads[0]))
        for x in range(128):
            to[2 * x] = quads[2 * source[x]]
            to[2 * x + 1] = quads[2 * source[x] + 1]

    @cython.cfunc
    @cython.exceptval(check=False)
    def _planar(self, y: cython.int, out: cython.p_uint) -> cython.void:
        """GRAPHIC6 and GRAPHIC7: even bytes in one half of the memory, odd ones in the other."""
        x: cython.int
        start: cython.uint = self.names & (self._page() | y << 7)
        even: cython.p_uchar = self.vram + start
        odd: cython.p_uchar = self.vram + ((start | 0x10000) & self.size_mask)
        pairs: cython.pointer(cython.ulonglong)
        to: cython.pointer(cython.ulonglong) = cython.cast(cython.pointer(cython.ulonglong), out)
        if self.state.mode == GRAPHIC7:
            for x in range(128):
                out[2 * x] = self.shades[even[x]]
                out[2 * x + 1] = self.shades[odd[x]]
            return
        pairs = cython.cast(cython.pointer(cython.ulonglong), cython.address(self.pairs[0]))
        for x in range(128):
            to[2 * x] = pairs[even[x]]
            to[2 * x + 1] = pairs[odd[x]]

    @cython.cfunc
    @cython.inline
    @cython.exceptval(check=False)
    def _page(self) -> cython.uint:
        """Bit 15 of the bitmap's address: 0 in even fields (R9 EO) and while the blink is on."""
        if self.state.blink or (self.registers[9] & 4 and not self.state.field):
            return 0
        return 0x8000


@cython.cfunc
@cython.exceptval(check=False)
def _rgb(green: cython.int, red: cython.int, blue: cython.int) -> cython.uint:
    """A pixel from three levels of 0 to 7: 255 * level / 7, rounded down as openMSX does."""
    return (
        cython.cast(cython.uint, red * 255 // 7 << 16)
        | cython.cast(cython.uint, green * 255 // 7 << 8)
        | cython.cast(cython.uint, blue * 255 // 7)
    )
