"""The command engine of the V9938: each memory access waits for a free access slot.

    F HMMC   E YMMM   D HMMM   C HMMV   B LMMC   A LMCM   9 LMMM   8 LMMV
    7 LINE   6 SRCH   5 PSET   4 POINT  3-0 STOP

A command runs when somebody looks: `run(until)` does all steps whose last memory access lies before
that tick. In modes other than GRAPHIC4 to 7 a command ends at once.

Inaccuracies: a byte is read when the result is written, some dozen ticks late; a command that runs
into the display or out of it can end some ticks earlier or later than in openMSX; accesses of the
processor every 138 ticks delay the engine less beside sprites than there.

Sources: V9938 data book, 4 "Commands"; slots and steps as measured by J. Yervante Damad, A. Wulms
and W. Vermaelen, "V9938 VRAM timings" (2013).
"""

import cython
from cython.cimports.machine.core.device import NEVER
from cython.cimports.machine.devices.v9938.record import V9938State
from cython.cimports.machine.devices.v9938.sprites import Sprites

LINE_TICKS = cython.declare(cython.longlong, 1368)
# Tick of a line at which the slots become those of display or border, as measured in openMSX.
DISPLAY_X = cython.declare(cython.longlong, 202)
HMMC = cython.declare(cython.int, 0xF)
YMMM = cython.declare(cython.int, 0xE)
HMMM = cython.declare(cython.int, 0xD)
HMMV = cython.declare(cython.int, 0xC)
LMMC = cython.declare(cython.int, 0xB)
LMCM = cython.declare(cython.int, 0xA)
LMMM = cython.declare(cython.int, 0x9)
LMMV = cython.declare(cython.int, 0x8)
SX = cython.declare(cython.int, 32)
SY = cython.declare(cython.int, 34)
DX = cython.declare(cython.int, 36)
DY = cython.declare(cython.int, 38)
NX = cython.declare(cython.int, 40)
NY = cython.declare(cython.int, 42)
MXD = cython.declare(cython.int, 0x20)
MXS = cython.declare(cython.int, 0x10)
DIY = cython.declare(cython.int, 0x08)
DIX = cython.declare(cython.int, 0x04)
EQ = cython.declare(cython.int, 0x02)
MAJ = cython.declare(cython.int, 0x01)

# Ticks of a line at which an access can begin.
REFRESH = (284, 412, 540, 668, 796, 924, 1052, 1180)
SLOTS_BLANK = (
    *(tick for tick in (*range(0, 121, 8), *range(164, 1229, 8)) if tick not in REFRESH),
    *range(1268, 1325, 8), 1334, 1344, 1352, 1360,
)  # fmt: skip
SLOTS_NO_SPRITES = (
    *range(6, 119, 8), 162, 170, 182, 188, 214, 220, 246, 252, 278, 310, 316, 342, 348, 374, 380,
    406, 438, 444, 470, 476, 502, 508, 534, 566, 572, 598, 604, 630, 636, 662, 694, 700, 726, 732,
    758, 764, 790, 822, 828, 854, 860, 886, 892, 918, 950, 956, 982, 988, 1014, 1020, 1046, 1078,
    1084, 1110, 1116, 1142, 1148, 1174, 1206, 1212, *range(1266, 1323, 8), 1332, 1342, 1350, 1358,
    1366,
)  # fmt: skip
SLOTS_SPRITES = (
    28, 92, 162, 170, 188, 220, 252, 316, 348, 380, 444, 476, 508, 572, 604, 636, 700, 732, 764,
    828, 860, 892, 956, 988, 1020, 1084, 1116, 1148, 1212, 1264, 1330,
)  # fmt: skip


@cython.final
@cython.cclass
class Commands:
    """Executes the command in R32 to R46 on the record's VRAM."""

    def __init__(self, state: V9938State, sprites: Sprites) -> None:
        assert (len(SLOTS_BLANK), len(SLOTS_NO_SPRITES), len(SLOTS_SPRITES)) == (154, 88, 31)
        self.state = state
        self.sprites = sprites
        gap: cython.int
        for number, slots in enumerate((SLOTS_BLANK, SLOTS_NO_SPRITES, SLOTS_SPRITES)):
            gap = 0
            for tick in range(2 * 1368 - 1, -1, -1):
                gap = 0 if (tick + DISPLAY_X) % 1368 in slots else gap + 1
                self.tables[number * 1368 + tick % 1368] = gap
        self.bind()

    @cython.cfunc
    def bind(self) -> cython.void:
        """Takes the record's buffers; brings its fields into range."""
        state: V9938State = self.state
        self.vram = state.vram
        self.registers = state.registers
        self.size_mask = len(state.vram) - 1
        state.ax &= 0x3FF
        state.bx &= 0x1FF
        state.left = min(max(state.left, 0), 1024)
        earliest: cython.longlong = state.frame_start - LINE_TICKS
        state.command_tick = min(state.command_tick, earliest + 400 * LINE_TICKS)
        if state.ce:  # the time of a command that has ended is left as it was
            state.command_tick = max(state.command_tick, earliest)
        if self.registers[46] < 0x40:
            state.ce = False
        state.access = min(max(state.access, 0), self._accesses() - 1)
        state.taken = min(state.taken, earliest + 400 * LINE_TICKS)
        state.resume = min(state.resume, earliest + 400 * LINE_TICKS)
        self.settle()

    @cython.cfunc
    @cython.exceptval(check=False)
    def settle(self) -> cython.void:
        """The display may leave more or less of the memory's time, or no mode for a command."""
        if self._width() == 0:
            self.state.ce = False
        self.line_start = -(1 << 60)
        self.gaps = self.tables

    # --- time

    @cython.cfunc
    @cython.exceptval(check=False)
    def _locate(self, tick: cython.longlong) -> cython.void:
        """Selects the slots at the tick; they stay so for the length of a line."""
        state: V9938State = self.state
        ticks: cython.longlong = tick - state.frame_start - DISPLAY_X
        line: cython.longlong = ticks // LINE_TICKS if ticks >= 0 else -1
        y: cython.longlong = line - self.sprites.planes.top()
        self.line_start = state.frame_start + line * LINE_TICKS + DISPLAY_X
        if not state.display_on or y < 0 or y >= self.sprites.planes.height():
            self.gaps = self.tables
        elif state.sprites_off:
            self.gaps = self.tables + 1368
        else:
            self.gaps = self.tables + 2736

    @cython.cfunc
    @cython.inline
    @cython.exceptval(check=False)
    def _slot(self, tick: cython.longlong) -> cython.longlong:
        """The first slot at or after a tick."""
        offset: cython.longlong = tick - self.line_start
        if offset < 0 or offset >= LINE_TICKS:
            self._locate(tick)
            offset = tick - self.line_start
        if offset < 0:
            offset = 0
        tick += self.gaps[offset]
        if self.state.taken <= tick < self.state.resume:
            tick = self.state.resume
        return tick

    @cython.cfunc
    @cython.exceptval(check=False)
    def give_way(self, now: cython.longlong) -> cython.void:
        """An access of the processor takes slots: the engine pauses from `taken` to `resume`.

        As openMSX shows it: from the first slot at least 16 ticks after `now` on, until the first
        that is at least 16 ticks later has passed. The engine has done all steps before `now`.
        """
        state: V9938State = self.state
        tick: cython.longlong
        if now < state.taken:
            return  # the chip has not yet served the access before
        if self.next_tick() != NEVER:
            tick = self._slot(state.command_tick)
            while tick < now:
                state.command_tick = tick + (32 if self._accesses() - state.access == 3 else 24)
                state.access += 1
                tick = self._slot(state.command_tick)
        if state.resume > now:
            state.command_tick = max(state.command_tick, state.resume)
            state.resume = 0
        state.taken = self._slot(now + 16)
        state.resume = self._slot(self._slot(state.taken + 16) + 1)

    @cython.cfunc
    @cython.exceptval(check=False)
    def run(self, until: cython.longlong) -> cython.void:
        """Does what the engine has done by the tick."""
        while self.state.ce:
            if not self._step(until):
                break

    @cython.cfunc
    @cython.exceptval(check=False)
    def write(self, reg: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        """Writes R32 to R46; R44 feeds a transfer, R46 starts a command."""
        self.registers[reg] = value
        if reg == 44:
            self._answer(now)
        elif reg == 46:
            self._start(now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def take(self, now: cython.longlong) -> cython.void:
        """The processor has read S7: LMCM goes on; so do, as in openMSX, the other transfers."""
        self._answer(now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _answer(self, now: cython.longlong) -> cython.void:
        """A transfer goes on with R44 as it stands."""
        state: V9938State = self.state
        state.tr = False
        if not state.fresh:
            state.fresh = True
            state.command_tick = max(state.command_tick, now)

    # --- geometry

    @cython.cfunc
    @cython.exceptval(check=False)
    def _word(self, reg: cython.int) -> cython.int:
        return self.registers[reg] | self.registers[reg + 1] << 8

    @cython.cfunc
    @cython.exceptval(check=False)
    def _move(self, reg: cython.int, change: cython.int) -> cython.void:
        """Counts SY, DY or NY, which have ten bits."""
        value: cython.int = (self._word(reg) + change) & 0x3FF
        self.registers[reg] = value & 0xFF
        self.registers[reg + 1] = value >> 8

    @cython.cfunc
    @cython.exceptval(check=False)
    def _shift(self) -> cython.int:
        """Log2 of the pixels in a byte."""
        if self.state.mode == 0x10:
            return 2
        return 0 if self.state.mode == 0x1C else 1

    @cython.cfunc
    @cython.exceptval(check=False)
    def _width(self) -> cython.int:
        """Pixels of a line; 0 in modes without commands."""
        mode: cython.int = self.state.mode
        if mode == 0x0C or mode == 0x1C:
            return 256
        if mode == 0x10 or mode == 0x14:
            return 512
        return 0

    @cython.cfunc
    @cython.exceptval(check=False)
    def _start(self, now: cython.longlong) -> cython.void:
        state: V9938State = self.state
        kind: cython.int = self.registers[46] >> 4
        state.ce = kind >= 4 and self._width() != 0
        state.command_tick = now
        if not state.ce:
            return
        state.fresh = True
        state.access = 0
        if kind == LMCM or kind == LMMC or kind == HMMC:
            state.tr = False
        if kind >= 8:
            self._begin_row()
        elif kind == 7:
            state.bx = self._word(DX)
            state.ax = ((self._word(NX) - 1) >> 1) & 0x3FF
            state.left = 0
        else:
            state.ax = self._word(SX)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _begin_row(self) -> cython.void:
        """Sets the positions and the count of a row; a row ends at the edge of the screen."""
        state: V9938State = self.state
        kind: cython.int = self.registers[46] >> 4
        shift: cython.int = self._shift() if kind >= HMMV else 0
        width: cython.int = self._width() >> shift
        count: cython.int = self._word(NX) >> shift
        source: cython.int = self._word(SX) >> shift
        target: cython.int = self._word(DX) >> shift
        state.ax = self._word(SX)
        state.bx = self._word(DX)
        if count == 0 or kind == YMMM:
            count = width
        if kind != HMMM and kind != LMMM and kind != LMCM:
            source = target
        if kind == LMCM:
            target = source
        if kind == YMMM:
            state.ax = state.bx
        if source >= width or target >= width:
            count = 1
        elif self.registers[45] & DIX:
            count = min(count, min(source, target) + 1)
        else:
            count = min(count, width - max(source, target))
        state.left = count

    # --- execution

    @cython.cfunc
    @cython.exceptval(check=False)
    def next_tick(self) -> cython.longlong:
        """When the step in hand makes its last access; NEVER if there is none."""
        kind: cython.int = self.registers[46] >> 4
        if not self.state.ce:
            return NEVER
        if (kind == LMCM or kind == LMMC or kind == HMMC) and not self.state.fresh:
            return NEVER
        return self._last_access()

    @cython.cfunc
    @cython.exceptval(check=False)
    def next_address(self) -> cython.longlong:
        """The byte that the step in hand writes; -1 if it writes none."""
        kind: cython.int = self.registers[46] >> 4
        if kind == 5:
            return self._address(self._word(DX), self._word(DY))
        if kind < 7 or kind == LMCM:
            return -1
        return self._address(self.state.bx, self._word(DY))

    @cython.cfunc
    @cython.exceptval(check=False)
    def _step(self, until: cython.longlong) -> cython.bint:
        """One byte or pixel, if it can be done before `until`; says so."""
        state: V9938State = self.state
        kind: cython.int = self.registers[46] >> 4
        tick: cython.longlong = self.next_tick()
        if tick >= until:
            return False
        state.access = 0
        if kind >= 8:
            self._block(kind, tick)
        elif kind == 7:
            self._line(tick)
        elif kind == 6:
            self._search(tick)
        elif kind == 5:
            self._put_pixel(self._word(DX), self._word(DY), self.registers[44])
            state.ce = False
        else:
            self.registers[44] = self._pixel(
                self._word(SX), self._word(SY), self.registers[45] & MXS
            )
            state.ce = False
        if not state.ce:
            self.registers[46] = 0
        return True

    @cython.cfunc
    @cython.exceptval(check=False)
    def _accesses(self) -> cython.int:
        """Of the memory, in a step: a write or a read; a read and a write; two reads and a write."""
        kind: cython.int = self.registers[46] >> 4
        if kind == HMMV or kind == HMMC or kind == LMCM or kind == 6 or kind == 4:
            return 1
        return 3 if kind == LMMM else 2

    @cython.cfunc
    @cython.exceptval(check=False)
    def _last_access(self) -> cython.longlong:
        """The tick of the last access of the step in hand."""
        left: cython.int = self._accesses() - self.state.access
        tick: cython.longlong = self._slot(self.state.command_tick)
        if left == 3:
            tick = self._slot(tick + 32)
        if left >= 2:
            tick = self._slot(tick + 24)
        return tick

    @cython.cfunc
    @cython.exceptval(check=False)
    def _block(self, kind: cython.int, tick: cython.longlong) -> cython.void:
        """A step of a block command, and where the next one is."""
        state: V9938State = self.state
        row: cython.int = self._word(DY)
        source: cython.int = self._word(SY)
        argument: cython.int = self.registers[45]
        step: cython.int = 1
        wait: cython.int = 64
        if kind >= HMMV:
            step = 1 << self._shift()
        if kind == HMMV or kind == HMMC:
            self._put_byte(state.bx, row, self.registers[44])
            wait = 48
        elif kind == HMMM or kind == YMMM:
            self._put_byte(state.bx, row, self._byte(state.ax, source, argument & MXS))
            if kind == YMMM:
                wait = 40
        elif kind == LMMM:
            self._put_pixel(state.bx, row, self._pixel(state.ax, source, argument & MXS))
        elif kind == LMCM:
            self.registers[44] = self._pixel(state.ax, source, argument & MXS)
        else:
            self._put_pixel(state.bx, row, self.registers[44])
            wait = 72
        if kind == LMCM or kind == LMMC or kind == HMMC:
            state.fresh = False
            state.tr = True
        if argument & DIX:
            step = -step
        state.ax = (state.ax + step) & 0x1FF
        state.bx = (state.bx + step) & 0x1FF
        state.command_tick = tick + wait
        state.left -= 1
        if state.left <= 0:
            if self._last_row(kind):
                state.ce = False
                return
            if kind == HMMV:
                state.command_tick += 56
            elif kind != YMMM:
                state.command_tick += 64
            self._begin_row()

    @cython.cfunc
    @cython.exceptval(check=False)
    def _last_row(self, kind: cython.int) -> cython.bint:
        """Moves SY, DY and NY to the next row; true if there is none.

        Going up, a block ends at row 0; going down, rows wrap.
        """
        up: cython.bint = self.registers[45] & DIY
        change: cython.int = -1 if up else 1
        over: cython.bint = False
        if kind == YMMM or kind == HMMM or kind == LMMM or kind == LMCM:
            over = up and self._word(SY) == 0
            self._move(SY, change)
        if kind != LMCM:
            over = over or (up and self._word(DY) == 0)
            self._move(DY, change)
        self._move(NY, -1)
        return over or self._word(NY) == 0

    @cython.cfunc
    @cython.exceptval(check=False)
    def _line(self, tick: cython.longlong) -> cython.void:
        """A pixel of LINE: one step along the long side, perhaps one along the short one."""
        state: V9938State = self.state
        argument: cython.int = self.registers[45]
        long_side: cython.int = self._word(NX)
        short_side: cython.int = self._word(NY)
        right: cython.int = -1 if argument & DIX else 1
        down: cython.int = -1 if argument & DIY else 1
        minor: cython.bint = state.ax < short_side
        self._put_pixel(state.bx, self._word(DY), self.registers[44])
        state.command_tick = tick + 88
        if argument & MAJ:
            self._move(DY, down)
        else:
            state.bx += right
        state.left += 1
        if state.left > long_side or state.bx & self._width():
            state.ce = False
            return
        if minor:
            state.ax += long_side
            state.command_tick += 32
            if argument & MAJ:
                state.bx += right
            else:
                self._move(DY, down)
            if state.bx & self._width():
                state.ce = False
        state.ax = (state.ax - short_side) & 0x3FF
        state.bx &= 0x1FF

    @cython.cfunc
    @cython.exceptval(check=False)
    def _search(self, tick: cython.longlong) -> cython.void:
        """A pixel of SRCH: BD and the border's x if it is (EQ = 0) or is not the colour of R44."""
        state: V9938State = self.state
        argument: cython.int = self.registers[45]
        colour: cython.int = self.registers[44] & (0xFF >> (8 - (8 >> self._shift())))
        same: cython.bint = self._pixel(state.ax, self._word(SY), argument & MXS) == colour
        state.command_tick = tick + 88
        state.bd = False
        if same != (argument & EQ != 0):
            state.bd = True
            state.border_x = state.ax
            state.ce = False
            return
        state.ax += -1 if argument & DIX else 1
        if state.ax & self._width():
            state.ce = False
        state.ax &= 0x1FF

    # --- memory

    @cython.cfunc
    @cython.exceptval(check=False)
    def _address(self, x: cython.int, y: cython.int) -> cython.uint:
        address: cython.uint
        mode: cython.int = self.state.mode
        if mode == 0x0C:
            address = (y & 0x3FF) << 7 | (x & 0xFF) >> 1
        elif mode == 0x10:
            address = (y & 0x3FF) << 7 | (x & 0x1FF) >> 2
        elif mode == 0x14:
            address = (y & 0x1FF) << 7 | (x & 0x1FF) >> 2 | (x & 2) << 15
        else:
            address = (y & 0x1FF) << 7 | (x & 0xFF) >> 1 | (x & 1) << 16
        return address & self.size_mask

    @cython.cfunc
    @cython.exceptval(check=False)
    def _byte(self, x: cython.int, y: cython.int, expansion: cython.int) -> cython.int:
        """A byte of the screen; the expansion memory is not fitted."""
        return 0xFF if expansion else self.vram[self._address(x, y)]

    @cython.cfunc
    @cython.exceptval(check=False)
    def _put_byte(self, x: cython.int, y: cython.int, value: cython.int) -> cython.void:
        address: cython.uint = self._address(x, y)
        if self.registers[45] & MXD:
            return
        self.vram[address] = value
        if self.sprites.watches(address):
            self.sprites.stale = True

    @cython.cfunc
    @cython.exceptval(check=False)
    def _pixel(self, x: cython.int, y: cython.int, expansion: cython.int) -> cython.int:
        shift: cython.int = self._shift()
        value: cython.int = self._byte(x, y, expansion)
        if shift == 1:
            return value & 15 if x & 1 else value >> 4
        if shift == 2:
            return value >> (6 - 2 * (x & 3)) & 3
        return value

    @cython.cfunc
    @cython.exceptval(check=False)
    def _put_pixel(self, x: cython.int, y: cython.int, colour: cython.int) -> cython.void:
        """Combines a pixel with the logical operation of R46; T operations leave out colour 0."""
        operation: cython.int = self.registers[46] & 15
        shift: cython.int = self._shift()
        place: cython.int = 0
        mask: cython.int = 0xFF
        value: cython.int = self._byte(x, y, self.registers[45] & MXD)
        if shift == 1:
            place = 0 if x & 1 else 4
            mask = 0x0F
        elif shift == 2:
            place = 6 - 2 * (x & 3)
            mask = 0x03
        colour &= mask
        if operation & 8 and colour == 0:
            return
        operation &= 7
        mask <<= place
        colour <<= place
        if operation == 0:
            value = (value & ~mask) | colour
        elif operation == 1:
            value &= colour | ~mask
        elif operation == 2:
            value |= colour
        elif operation == 3:
            value ^= colour
        elif operation == 4:
            value = (value & ~mask) | (~colour & mask)
        else:
            return
        self._put_byte(x, y, value)
