"""Frame timing, interrupts and late drawing of both chips.

A line is 1368 ticks, 262 or 313 of them a frame, and tick 0 of a line is the start of its sync
(V9938 data book, 7). Whatever changes what is seen first calls `_draw`, which draws all that the
beam has passed. The ticks of events are those that openMSX 18 shows (tests/conformance/vdp).
"""

import cython
from cython.cimports.libc.string import memcpy
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER
from cython.cimports.machine.core.video import Video
from cython.cimports.machine.devices.v9938.commands import Commands
from cython.cimports.machine.devices.v9938.modes import TEXT1, TEXT2
from cython.cimports.machine.devices.v9938.planes import Planes
from cython.cimports.machine.devices.v9938.record import LINE_TICKS, V9938State
from cython.cimports.machine.devices.v9938.sprites import Sprites

PICTURE_X = cython.declare(cython.longlong, 130)  # tick of a line at which column 0 is drawn
LATCH_X = cython.declare(cython.longlong, 144)  # tick of a line at which it takes mode and blanking
V_TICK = cython.declare(cython.longlong, 202)  # tick of a line at which F is set
# Tick of a line at which the right border begins; the display before it has 1024 or, in text, 960.
RIGHT_X = cython.declare(cython.longlong, 1282)
RIGHT_X_TEXT = cython.declare(cython.longlong, 1254)


@cython.cclass
class Raster(Video):
    """The beam, and what happens when it gets somewhere."""

    def __init__(self, name: str, bus: Bus, vram: int, bits: bytes, pal: bool) -> None:
        """`bits`: those that exist of each register; eight registers are a TMS9918A."""
        Video.__init__(self, name)
        assert vram in (0x4000, 0x10000, 0x20000), "the VRAM is 16, 64 or 128 KB"
        self.bus = bus
        self.tms = len(bits) == 8
        self.pal_lines = 313 if pal else 262
        self.wire = bus.wire()
        self.vdp = V9938State(
            vram=bytearray(vram),
            registers=bytearray(64),
            palette=bytearray(32),
            picture=bytearray(2 * 240 * 640 * 4),
            wide=bytearray(2 * 240),
            sprite_row=bytearray(256),
        )
        self.state = self.vdp
        self.existing = bits
        self.bits = self.existing
        self.count = len(self.existing)
        self.planes = Planes(self.vdp, self.tms)
        self.sprites = Sprites(self.vdp, self.planes, self.tms)
        self.commands = Commands(self.vdp, self.sprites)

    @cython.cfunc
    def _mend_time(self) -> cython.void:
        """Brings the frame in progress into reach of the bus's time."""
        vdp: V9938State = self.vdp
        now: cython.longlong = self.bus.now
        vdp.frame_lines = 313 if vdp.frame_lines == 313 else 262
        if not now - (vdp.frame_lines + 1) * LINE_TICKS < vdp.frame_start <= now:
            vdp.frame_start = now
            vdp.drawn_line = vdp.drawn_x = vdp.stage = vdp.first_line = 0
            vdp.sprite_line = -1
        vdp.drawn_line = min(max(vdp.drawn_line, 0), vdp.frame_lines)
        vdp.drawn_x = min(max(vdp.drawn_x, 0), 639)
        vdp.sprite_line = min(max(vdp.sprite_line, -1), vdp.frame_lines)
        vdp.stage = min(max(vdp.stage, 0), 2)
        vdp.first_line = min(max(vdp.first_line, 0), vdp.drawn_line)
        if not vdp.frame_start - LINE_TICKS <= vdp.mode_due <= now + 2 * LINE_TICKS:
            vdp.mode_due = NEVER

    @cython.ccall
    def _measure(self) -> cython.void:
        """Sets width and height from the complete frame."""
        first: cython.int = 240 * self.vdp.shown
        wide: bool = self.vdp.shown_interlace != 0 or 1 in self.vdp.wide[first : first + 240]
        self.width = 640 if wide else 320
        self.height = 480 if wide else 240

    def copy_frame(self, target: object) -> None:
        """The last complete frame; see `Video.copy_frame`."""
        view: cython.uchar[::1] = memoryview(target).cast("B")
        assert len(view) >= self.width * self.height * 4, "the target is smaller than the frame"
        out: cython.p_uint = cython.cast(cython.p_uint, cython.address(view[0]))
        buffer: cython.p_uchar = self.vdp.picture
        wide: cython.p_uchar = self.vdp.wide
        row: cython.p_uint
        to: cython.p_uint
        y: cython.int
        x: cython.int
        first: cython.int = 240 * self.vdp.shown
        lower: cython.int = self.vdp.shown_interlace == 2  # the odd field: half a line down
        for y in range(240):
            row = cython.cast(cython.p_uint, buffer) + (first + y) * 640
            if self.width == 320:
                memcpy(out + y * 320, row, 320 * 4)
                continue
            to = out + (2 * y + lower) * 640
            if wide[first + y]:
                memcpy(to, row, 640 * 4)
            else:
                for x in range(640):
                    to[x] = row[x >> 1]
            if 2 * y + lower < 479:
                memcpy(to + 640, to, 640 * 4)
        if lower:
            memcpy(out, out + 640, 640 * 4)

    # --- time

    @cython.cfunc
    @cython.exceptval(check=False)
    def sync(self, now: cython.longlong) -> cython.void:
        if now >= self.vdp.due:
            self._run(now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _run(self, now: cython.longlong) -> cython.void:
        """Handles the events whose time has come, in their order."""
        vdp: V9938State = self.vdp
        event: cython.longlong
        while vdp.due <= now:
            event = vdp.due
            if event >= vdp.frame_start + vdp.frame_lines * LINE_TICKS:
                self._end_frame(event)
            else:
                self._draw(event)
                if event == self._vertical_tick():
                    vdp.s0 |= 0x80
                if event == self._line_tick() and self.regs[0] & 0x10:
                    vdp.fh = True
                self._interrupts()
            self._plan(event)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _end_frame(self, now: cython.longlong) -> cython.void:
        """Shows the frame that is complete and begins the next one."""
        vdp: V9938State = self.vdp
        on: cython.int = self.regs[13] >> 4
        off: cython.int = self.regs[13] & 15
        self._draw(now)
        vdp.shown ^= 1
        vdp.shown_interlace = vdp.interlace
        vdp.frames += 1
        self.frames = vdp.frames
        self._measure()
        self.bus.stop = True
        vdp.frame_start = now
        vdp.drawn_line = vdp.drawn_x = 0
        vdp.sprite_line = -1
        vdp.stage = vdp.first_line = 0
        self.commands.settle()
        if not self.tms:
            vdp.frame_lines = 313 if self.regs[9] & 2 else 262
            vdp.field = not vdp.field
            vdp.interlace = (2 if vdp.field else 1) if self.regs[9] & 8 else 0
            vdp.v_adjust = (self.regs[18] >> 4 ^ 7) - 7
            if on and off:
                vdp.blink_frames -= 1
                if vdp.blink_frames <= 0:
                    vdp.blink = not vdp.blink
                    vdp.blink_frames = 10 * (on if vdp.blink else off)
        self._advance(0)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _plan(self, now: cython.longlong) -> cython.void:
        """Sets `due` to the first event after `now` and tells the bus."""
        vdp: V9938State = self.vdp
        due: cython.longlong = vdp.frame_start + vdp.frame_lines * LINE_TICKS
        event: cython.longlong = self._vertical_tick()
        if now < vdp.mode_due < due:
            due = vdp.mode_due
        if now < event < due:
            due = event
        if self.regs[0] & 0x10:
            event = self._line_tick()
            if now < event < due:
                due = event
        vdp.due = due
        self.bus.deadline(due)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _vertical_tick(self) -> cython.longlong:
        """When F is set: at the left edge of the line after the display."""
        line: cython.int = self.planes.top() + self.planes.height()
        return self.vdp.frame_start + line * LINE_TICKS + V_TICK

    @cython.cfunc
    @cython.exceptval(check=False)
    def _line_tick(self) -> cython.longlong:
        """When the beam has passed the display line of R19; NEVER if it does not in this frame.

        The chip's line counter goes on into the next frame and is reset in its top erase time
        (measured in openMSX: at line 15).
        """
        vdp: V9938State = self.vdp
        line: cython.int = self.planes.top() + ((self.regs[19] - self.regs[23]) & 0xFF)
        if line >= vdp.frame_lines:
            line -= vdp.frame_lines
            if line >= 15 + vdp.v_adjust:
                return NEVER
        return vdp.frame_start + line * LINE_TICKS + self._right_edge()

    @cython.cfunc
    @cython.exceptval(check=False)
    def _right_edge(self) -> cython.longlong:
        """The tick of a line at which the right border begins."""
        edge: cython.longlong = RIGHT_X
        if self.vdp.mode == TEXT1 or self.vdp.mode == TEXT2:
            edge = RIGHT_X_TEXT
        return edge + 4 * self.vdp.h_adjust

    @cython.cfunc
    @cython.exceptval(check=False)
    def _interrupts(self) -> cython.void:
        level: cython.bint = (self.vdp.s0 & 0x80 and self.regs[1] & 0x20) != 0
        if self.vdp.fh and self.regs[0] & 0x10:
            level = True
        self.bus.interrupt(self.wire, level)

    # --- drawing

    @cython.cfunc
    @cython.exceptval(check=False)
    def _draw(self, now: cython.longlong) -> cython.void:
        """Draws what the beam has passed at `now`."""
        vdp: V9938State = self.vdp
        if vdp.mode_due <= now:
            self._advance(vdp.mode_due - vdp.frame_start)
            self.commands.run(vdp.mode_due)
            vdp.mode_due = NEVER
            self._take_mode()
        self._advance(now - vdp.frame_start)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _advance(self, ticks: cython.longlong) -> cython.void:
        """Draws up to a tick of the frame; a line's sprites are looked at when it begins."""
        vdp: V9938State = self.vdp
        line: cython.int = cython.cast(cython.int, ticks // LINE_TICKS)
        x: cython.int = cython.cast(cython.int, ticks - line * LINE_TICKS - PICTURE_X) // 2
        while vdp.drawn_line < vdp.frame_lines:
            if vdp.sprite_line != vdp.drawn_line:
                if vdp.ce:
                    self.commands.run(vdp.frame_start + vdp.drawn_line * LINE_TICKS)
                self.planes.begin_line(vdp.drawn_line)
                self.sprites.check_line(vdp.drawn_line)
            if vdp.drawn_line >= line:
                if vdp.drawn_line == line and x > vdp.drawn_x:
                    x = min(x, 639)
                    if vdp.ce:
                        self._run_commands(line, x)
                    self.planes.draw_line(line, vdp.drawn_x, x)
                    vdp.drawn_x = x
                break
            if vdp.ce:
                self._run_commands(vdp.drawn_line, 640)
            self.planes.draw_line(vdp.drawn_line, vdp.drawn_x, 640)
            vdp.drawn_line += 1
            vdp.drawn_x = 0
        self.line_end = min(vdp.mode_due, vdp.frame_start + (vdp.drawn_line + 1) * LINE_TICKS)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _run_commands(self, line: cython.int, x: cython.int) -> cython.void:
        """Does what commands do while the beam draws a line up to a column.

        Before they change what the line shows, it is drawn as far as the beam has come.
        """
        vdp: V9938State = self.vdp
        start: cython.longlong = vdp.frame_start + line * LINE_TICKS
        end: cython.longlong = start + min(PICTURE_X + 2 * x, LINE_TICKS)
        tick: cython.longlong = self.commands.run_unseen(end)
        beam: cython.int
        while tick < end:
            beam = cython.cast(cython.int, (tick - start - PICTURE_X) // 2)
            if beam > vdp.drawn_x:
                self.planes.draw_line(line, vdp.drawn_x, beam)
                vdp.drawn_x = beam
            self.commands.run(tick + 1)
            tick = self.commands.run_unseen(end)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _take_mode(self) -> cython.void:
        """The display takes over what changes only between lines."""
        vdp: V9938State = self.vdp
        regs: cython.p_uchar = self.regs
        vdp.mode = (regs[1] >> 4 & 1) | (regs[1] >> 2 & 2) | (regs[0] << 1 & 0x1C)
        vdp.display_on = regs[1] & 0x40 != 0
        vdp.sprites_off = regs[8] & 0x02 != 0
        vdp.h_adjust = (regs[18] & 15 ^ 7) - 7
        self.planes.stale = True
        self.sprites.stale = True
        self.commands.settle()

    @cython.cfunc
    @cython.exceptval(check=False)
    def _delay_mode(self, now: cython.longlong) -> cython.void:
        """Plans `_take_mode` for the next line."""
        vdp: V9938State = self.vdp
        offset: cython.longlong = LATCH_X + 4 * vdp.h_adjust
        ticks: cython.longlong = now - vdp.frame_start - offset
        line: cython.longlong = ticks // LINE_TICKS + 1 if ticks >= 0 else 0
        if vdp.mode_due == NEVER:
            vdp.mode_due = vdp.frame_start + line * LINE_TICKS + offset
            self.line_end = min(self.line_end, vdp.mode_due)
