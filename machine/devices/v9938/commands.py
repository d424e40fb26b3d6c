"""The command engine of the V9938: what each command does with the memory.

    F HMMC   E YMMM   D HMMM   C HMMV   B LMMC   A LMCM   9 LMMM   8 LMMV
    7 LINE   6 SRCH   5 PSET   4 POINT  3-0 STOP

In modes other than GRAPHIC4 to 7 a command ends at once.

Inaccuracy: a byte is read when the result is written, some dozen ticks late.

Source: V9938 data book, 4 "Commands"; the time of steps as in `machine.devices.v9938.engine`.
"""

import cython
from cython.cimports.machine.core.device import NEVER
from cython.cimports.machine.devices.v9938.engine import (
    HMMC,
    HMMM,
    HMMV,
    LINE,
    LMCM,
    LMMM,
    PSET,
    SRCH,
    YMMM,
    Engine,
)
from cython.cimports.machine.devices.v9938.modes import GRAPHIC4, GRAPHIC5, GRAPHIC6, GRAPHIC7
from cython.cimports.machine.devices.v9938.record import V9938State

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


@cython.final
@cython.cclass
class Commands(Engine):
    """Executes the command in R32 to R46 on the record's VRAM."""

    @cython.cfunc
    @cython.exceptval(check=False)
    def _shows(self) -> cython.bint:
        """True if the line in progress may show the byte that the step in hand writes."""
        kind: cython.int = self._kind()
        x: cython.int = self.state.bx
        if kind == PSET:
            x = self._word(DX)
        elif kind < 7 or kind == LMCM:
            return False
        return self.sprites.planes.shows(self._address(x, self._word(DY)))

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
        if self.state.mode == GRAPHIC5:
            return 2
        return 0 if self.state.mode == GRAPHIC7 else 1

    @cython.cfunc
    @cython.exceptval(check=False)
    def _start(self, now: cython.longlong) -> cython.void:
        state: V9938State = self.state
        kind: cython.int = self._kind()
        state.ce = kind >= 4 and self._width() != 0
        state.taken = NEVER
        if not state.ce:
            return
        state.command_tick = self.slots.after(now, 0)
        state.fresh = True
        state.access = 0
        self._count_accesses()
        if self._transfers():
            state.tr = False
        if kind >= 8:
            self._begin_row()
        elif kind == LINE:
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
        kind: cython.int = self._kind()
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

    @cython.cfunc
    @cython.exceptval(check=False)
    def _access(self) -> cython.void:
        """An access of the memory; the last of a step does what the step does."""
        state: V9938State = self.state
        kind: cython.int = self._kind()
        left: cython.int = self.accesses - state.access
        if left > 1:
            state.access += 1
            state.command_tick = self.slots.after(state.command_tick, 32 if left == 3 else 24)
            return
        state.access = 0
        if kind >= 8:
            self._block(kind)
        elif kind == LINE:
            self._line()
        elif kind == SRCH:
            self._search()
        elif kind == PSET:
            self._put_pixel(self._word(DX), self._word(DY), self.registers[44])
            state.ce = False
        else:
            self.registers[44] = self._pixel(
                self._word(SX), self._word(SY), self.registers[45] & MXS
            )
            state.ce = False
        if not state.ce:
            self.registers[46] = 0
            state.taken = NEVER

    @cython.cfunc
    @cython.exceptval(check=False)
    def _block(self, kind: cython.int) -> cython.void:
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
        if self._transfers():
            state.fresh = False
            state.tr = True
        if argument & DIX:
            step = -step
        state.ax = (state.ax + step) & 0x1FF
        state.bx = (state.bx + step) & 0x1FF
        state.left -= 1
        if state.left <= 0:
            if self._last_row(kind):
                state.ce = False
                return
            if kind == HMMV:
                wait += 56
            elif kind != YMMM:
                wait += 64
            self._begin_row()
        state.command_tick = self.slots.after(state.command_tick, wait)

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
    def _line(self) -> cython.void:
        """A pixel of LINE: one step along the long side, perhaps one along the short one."""
        state: V9938State = self.state
        argument: cython.int = self.registers[45]
        long_side: cython.int = self._word(NX)
        short_side: cython.int = self._word(NY)
        right: cython.int = -1 if argument & DIX else 1
        down: cython.int = -1 if argument & DIY else 1
        minor: cython.bint = state.ax < short_side
        self._put_pixel(state.bx, self._word(DY), self.registers[44])
        wait: cython.int = 88
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
            wait = 120
            if argument & MAJ:
                state.bx += right
            else:
                self._move(DY, down)
            if state.bx & self._width():
                state.ce = False
        state.ax = (state.ax - short_side) & 0x3FF
        state.bx &= 0x1FF
        state.command_tick = self.slots.after(state.command_tick, wait)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _search(self) -> cython.void:
        """A pixel of SRCH: BD and the border's x if it is (EQ = 0) or is not the colour of R44."""
        state: V9938State = self.state
        argument: cython.int = self.registers[45]
        colour: cython.int = self.registers[44] & (0xFF >> (8 - (8 >> self._shift())))
        same: cython.bint = self._pixel(state.ax, self._word(SY), argument & MXS) == colour
        state.command_tick = self.slots.after(state.command_tick, 88)
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

    @cython.cfunc
    @cython.exceptval(check=False)
    def _address(self, x: cython.int, y: cython.int) -> cython.uint:
        address: cython.uint
        mode: cython.int = self.state.mode
        if mode == GRAPHIC4:
            address = (y & 0x3FF) << 7 | (x & 0xFF) >> 1
        elif mode == GRAPHIC5:
            address = (y & 0x3FF) << 7 | (x & 0x1FF) >> 2
        elif mode == GRAPHIC6:
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
