"""The status registers of both chips, as the program sees them at a tick."""

import cython
from cython.cimports.machine.devices.v9938.modes import TEXT1, TEXT2
from cython.cimports.machine.devices.v9938.raster import V_TICK, Raster
from cython.cimports.machine.devices.v9938.record import LINE_TICKS, V9938State

LEFT_X = cython.declare(cython.longlong, 202)  # tick of a line at which the left border begins
# S2 HR rises with the right border and lasts so long, as openMSX shows it.
HR_TICKS = cython.declare(cython.longlong, 312)
HR_TICKS_TEXT = cython.declare(cython.longlong, 404)


@cython.cclass
class StatusRegisters(Raster):
    """S0 to S9; what reading one resets."""

    @cython.cfunc
    @cython.exceptval(check=False)
    def _status(self, number: cython.int, now: cython.longlong) -> cython.int:
        """A status register as it stands in the record."""
        vdp: V9938State = self.vdp
        ticks: cython.longlong = now - vdp.frame_start
        edge: cython.longlong = self._right_edge()
        text: cython.bint = vdp.mode == TEXT1 or vdp.mode == TEXT2
        retrace: cython.longlong = HR_TICKS_TEXT if text else HR_TICKS
        after: cython.longlong = now - self._line_tick()
        if after < 0:
            after += vdp.frame_lines * LINE_TICKS  # of the frame before
        # VR, as openMSX shows it, falls in the line before the display and rises in that after it.
        line: cython.longlong = (ticks - V_TICK) // LINE_TICKS - self.planes.top()
        outside: cython.bint = line < -1 or line >= self.planes.height()
        if number == 0:
            return vdp.s0
        if number == 1:
            if self.regs[0] & 0x10:
                return vdp.fh
            return 0 <= after < LINE_TICKS + LEFT_X - edge + 4 * vdp.h_adjust
        if number == 2:
            return (
                vdp.tr << 7
                | outside << 6
                | ((ticks - edge + LINE_TICKS) % LINE_TICKS < retrace) << 5
                | vdp.bd << 4
                | 0x0C
                | vdp.field << 1
                | vdp.ce
            )
        if number == 3:
            return vdp.collision_x & 0xFF
        if number == 4:
            return vdp.collision_x >> 8 & 1 | 0xFE
        if number == 5:
            return vdp.collision_y & 0xFF
        if number == 6:
            return vdp.collision_y >> 8 & 3 | 0xFC
        if number == 7:
            return self.regs[44]
        if number == 8:
            return vdp.border_x & 0xFF
        if number == 9:
            return vdp.border_x >> 8 & 1 | 0xFE
        return 0xFF

    @cython.cfunc
    @cython.exceptval(check=False)
    def _read_status(self, now: cython.longlong) -> cython.int:
        """Reads the status register of R15, with what a read resets."""
        vdp: V9938State = self.vdp
        number: cython.int = self.regs[15]
        value: cython.int
        self._draw(now)
        self.commands.run(now)
        value = self._status(number, now)
        if number == 0:
            vdp.s0 &= 0x1F
            self._interrupts()
        elif number == 1:
            vdp.fh = False
            self._interrupts()
        elif number == 5:
            vdp.collision_x = vdp.collision_y = 0
        elif number == 7:
            self.commands.take(now)
        return value
