"""TMS9918A/9929A and V9938 video display processors: ports, registers and status.

    reg 0  VRAM data       reg 1  status / register and address
    reg 2  palette         reg 3  indirect register                  (V9938 only)

The picture is drawn late: a write that changes what is seen first draws all that the beam has
passed. Registers and colours show from the pixel of the beam on, memory when the access is made;
mode, blanking, sprite disable and horizontal adjust from the next line; sprites from the line
after.

Inaccuracies: no light pen or mouse; the superimpose, test and external synchronisation bits are
kept and do nothing; VRAM accesses that come faster than the chip can serve them are not lost; an
interlaced frame is not half a line longer; the TMS9918A always addresses its memory as 16 KB; a
sprite line whose mode or TP changes after it began is shown as it was.

Sources: V9938 Technical Data Book (ASCII 1985); TMS9918A/9928A/9929A Data Manual (TI 1982).
"""

import cython
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER
from cython.cimports.machine.devices.v9938.modes import (
    GRAPHIC1,
    GRAPHIC2,
    GRAPHIC3,
    GRAPHIC4,
    GRAPHIC5,
    GRAPHIC6,
    GRAPHIC7,
    MULTICOLOR,
    TEXT1,
    TEXT2,
)
from cython.cimports.machine.devices.v9938.record import LINE_TICKS, V9938State
from cython.cimports.machine.devices.v9938.status import StatusRegisters

# A processor names the start of its I/O cycle; the chip takes or gives the byte a T-state later
# (found with cartridges that poll S1 and change R7 in mid-line, against openMSX).
STROBE = cython.declare(cython.longlong, 6)
# Bits that exist of R0 to R46 (V9938 data book, 2.1) and of R0 to R7 (TMS9918A data manual, 2.2).
V9938_BITS = bytes.fromhex(
    "7E7B7FFF3FFF3FFFFBBF0703FFFF070F0FBFFFFF3F3F3FFF0000000000000000FF01FF03FF01FF03FF01FF03FF7FFF"
)
TMS_BITS = bytes.fromhex("03FB0FFF077F07FF")
# Palette at power-on, two bytes a colour: 0RRR0BBB 00000GGG.
PALETTE = bytes.fromhex("0000000011063307170127035101270671017303610664061104650255057707")
MODE_NAMES = {
    GRAPHIC1: "GRAPHIC1", TEXT1: "TEXT1", MULTICOLOR: "MULTICOLOR", GRAPHIC2: "GRAPHIC2",
    GRAPHIC3: "GRAPHIC3", GRAPHIC4: "GRAPHIC4", GRAPHIC5: "GRAPHIC5", GRAPHIC6: "GRAPHIC6",
    GRAPHIC7: "GRAPHIC7", TEXT2: "TEXT2",
}  # fmt: skip


@cython.cclass
class Vdp(StatusRegisters):
    """What both chips have in common."""

    @cython.ccall
    def reset(self, now: cython.longlong) -> cython.void:
        """Clears the registers; the memory keeps its contents. A new frame begins."""
        vdp: V9938State = self.vdp
        vdp.registers[:] = bytes(64)
        vdp.palette[:] = PALETTE
        vdp.latch_full = vdp.palette_latch_full = False
        vdp.latch = vdp.pointer = vdp.ahead = vdp.palette_latch = 0
        vdp.s0 = 0
        vdp.fh = vdp.blink = False
        vdp.field = True  # S2 EO of the frame at power-on as openMSX has it
        vdp.blink_frames = vdp.collision_x = vdp.collision_y = 0
        vdp.ce = vdp.tr = vdp.bd = False
        vdp.taken = NEVER
        vdp.frame_start = now
        vdp.frame_lines = self.pal_lines
        vdp.v_adjust = vdp.stage = vdp.first_line = vdp.interlace = 0
        vdp.drawn_line = vdp.drawn_x = 0
        vdp.sprite_line = -1
        vdp.mode_due = NEVER
        self.attach()
        self._take_mode()
        self._advance(0)
        self._plan(now)

    @cython.ccall
    def attach(self) -> cython.void:
        """Derives everything; fields that no chip could hold are brought into range."""
        vdp: V9938State = self.vdp
        for index in range(64):
            vdp.registers[index] &= self.bits[index] if index < self.count else 0
        for index in range(480):
            vdp.wide[index] = vdp.wide[index] != 0
        vdp.pointer &= 0x3FFF
        vdp.latch &= 0xFF
        vdp.palette_latch &= 0xFF
        vdp.ahead &= 0xFF
        vdp.shown &= 1
        vdp.interlace = min(max(vdp.interlace, 0), 2)
        vdp.shown_interlace = min(max(vdp.shown_interlace, 0), 2)
        vdp.s0 &= 0xFF
        vdp.mode &= 0x07 if self.tms else 0x1F
        vdp.v_adjust = min(max(vdp.v_adjust, -7), 8)
        vdp.h_adjust = min(max(vdp.h_adjust, -7), 8)
        vdp.sprite_left = min(max(vdp.sprite_left, 0), 256)
        vdp.sprite_right = min(max(vdp.sprite_right, 0), 256)
        self._mend_time()
        self.vram = vdp.vram
        self.regs = vdp.registers
        self.size_mask = len(vdp.vram) - 1
        self.planes.bind()
        self.sprites.bind()
        self.commands.bind()
        self.frames = vdp.frames
        self._measure()
        self.line_end = min(vdp.mode_due, vdp.frame_start + (vdp.drawn_line + 1) * LINE_TICKS)
        self._interrupts()
        if not vdp.frame_start < vdp.due <= vdp.frame_start + vdp.frame_lines * LINE_TICKS:
            self._plan(self.bus.now)

    # --- VRAM

    @cython.cfunc
    @cython.exceptval(check=False)
    def _address(self) -> cython.uint:
        """Where the memory keeps the byte that the pointer means."""
        address: cython.uint = self.regs[14] << 14 | self.vdp.pointer
        if self.vdp.mode == GRAPHIC6 or self.vdp.mode == GRAPHIC7:
            address = (address >> 1) | (address & 1) << 16
        return address & self.size_mask

    @cython.cfunc
    @cython.exceptval(check=False)
    def _count_pointer(self) -> cython.void:
        """The pointer counts through 16 KB; in the modes of the V9938 R14 counts on."""
        self.vdp.pointer = (self.vdp.pointer + 1) & 0x3FFF
        if self.vdp.pointer == 0 and self.vdp.mode >= 8:
            self.regs[14] = (self.regs[14] + 1) & 7

    @cython.cfunc
    @cython.exceptval(check=False)
    def _load_ahead(self, now: cython.longlong) -> cython.void:
        """Reads the byte that the next data read will give."""
        if self.vdp.ce:
            self._draw(now)
            self.commands.run(now)
            self.commands.give_way(now)
        elif now >= self.line_end:
            self._draw(now)  # a mode that is due decides about the order of the memory
        self.vdp.ahead = 0xFF if self.regs[45] & 0x40 else self.vram[self._address()]
        self._count_pointer()

    @cython.cfunc
    @cython.exceptval(check=False)
    def _store(self, address: cython.uint, value: cython.int, now: cython.longlong) -> cython.void:
        """Changes a byte of the memory when what shows the old one is drawn.

        A pixel whose place the beam reaches before the access is made shows the old one.
        """
        if self.vdp.stage == 1 and self.planes.shows(address):
            self._draw(self.commands.served(now) + 3)
        self.vram[address] = value
        if self.sprites.watches(address):
            self.sprites.stale = True

    # --- ports

    @cython.cfunc
    @cython.exceptval(check=False)
    def read(self, reg: cython.int, now: cython.longlong) -> cython.int:
        value: cython.int
        now += STROBE
        if now >= self.vdp.due:
            self._run(now)
        if reg == 0:
            self.vdp.latch_full = False
            value = self.vdp.ahead
            self._load_ahead(now)
            return value
        if reg == 1:
            self.vdp.latch_full = False
            return self._read_status(now)
        return 0xFF

    @cython.cfunc
    @cython.exceptval(check=False)
    def peek(self, reg: cython.int, now: cython.longlong) -> cython.int:
        if reg == 0:
            return self.vdp.ahead
        if reg == 1:
            return self._status(self.regs[15], now + STROBE)
        return 0xFF

    @cython.cfunc
    @cython.exceptval(check=False)
    def write(self, reg: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        vdp: V9938State = self.vdp
        now += STROBE
        if now >= vdp.due:
            self._run(now)
        if reg == 0:
            vdp.latch_full = False
            if vdp.ce:
                self._draw(now)
                self.commands.run(now)
                self.commands.give_way(now)
            elif now >= self.line_end:
                self._draw(now)
            vdp.ahead = value
            if not self.regs[45] & 0x40:
                self._store(self._address(), value, now)
            self._count_pointer()
        elif reg == 1:
            self._control(value, now)
        elif reg == 2:
            self._palette_write(value, now)
        else:
            reg = self.regs[17] & 0x3F
            if not self.regs[17] & 0x80:
                self.regs[17] = (reg + 1) & 0x3F
            if reg != 17:
                self._change(reg, value, now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _control(self, value: cython.int, now: cython.longlong) -> cython.void:
        """First and second byte of a register or address.

        The TMS9918A has no latch of its own: the first byte is in the address at once, and a
        register's second byte is so too.
        """
        vdp: V9938State = self.vdp
        if not vdp.latch_full:
            vdp.latch_full = True
            vdp.latch = value
            if self.tms:
                vdp.pointer = (vdp.pointer & 0x3F00) | value
            return
        vdp.latch_full = False
        if value & 0x80:
            if self.tms:
                self._change(value & 7, vdp.latch, now)
                vdp.pointer = (value << 8 | vdp.pointer & 0xFF) & 0x3FFF
            elif not value & 0x40:
                self._change(value & 0x3F, vdp.latch, now)
            return
        vdp.pointer = (value << 8 | vdp.latch) & 0x3FFF
        if not value & 0x40:
            self._load_ahead(now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _palette_write(self, value: cython.int, now: cython.longlong) -> cython.void:
        vdp: V9938State = self.vdp
        entry: cython.int = self.regs[16]
        palette: cython.p_uchar = vdp.palette
        if not vdp.palette_latch_full:
            vdp.palette_latch = value
            vdp.palette_latch_full = True
            return
        vdp.palette_latch_full = False
        self._draw(now)
        palette[2 * entry] = vdp.palette_latch & 0x77
        palette[2 * entry + 1] = value & 7
        self.planes.stale = True
        self.regs[16] = (entry + 1) & 15

    # --- registers

    @cython.cfunc
    @cython.exceptval(check=False)
    def _change(self, reg: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        """Writes a register: first draws with the old value, then lets the new one take effect."""
        change: cython.int
        if reg >= self.count:
            return
        value &= self.bits[reg]
        if reg >= 32:
            self._draw(now)
            self.commands.run(now)
            self.commands.write(reg, value, now)
            return
        change = self.regs[reg] ^ value
        if reg == 16:
            self.vdp.palette_latch_full = False
        if change == 0 and reg != 13:
            return
        if reg < 14 or reg > 17:
            self._draw(now)
        self.regs[reg] = value
        self._effect(reg, change, now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _effect(self, reg: cython.int, change: cython.int, now: cython.longlong) -> cython.void:
        vdp: V9938State = self.vdp
        if reg == 0 or reg == 1 or reg == 8 or reg == 18:
            self._delay_mode(now)
        if reg == 13:
            vdp.blink = self.regs[13] >> 4 != 0
            vdp.blink_frames = 10 * (self.regs[13] >> 4)
        if reg < 14 or reg > 17:
            self.planes.stale = True
            self.sprites.stale = True
        if reg == 0 and change & 0x10 and not self.regs[0] & 0x10:
            vdp.fh = False
        if reg <= 1:
            self._interrupts()
        if reg == 19 or reg == 23 or reg == 0 or reg == 1 or reg == 8 or reg == 9 or reg == 18:
            self._plan(now)

    # --- for Python: tests, tools, the API

    @property
    def vram_size(self) -> int:
        """Bytes of video memory."""
        return len(self.vdp.vram)

    def read_vram(self, address: int, count: int) -> bytes:
        """`count` bytes of VRAM at the addresses that a program uses in the present mode."""
        planar: bool = self.vdp.mode in (GRAPHIC6, GRAPHIC7)
        size: int = len(self.vdp.vram)
        places = range(address, address + count)
        if planar:
            return bytes(self.vdp.vram[(a >> 1 & 0xFFFF | (a & 1) << 16) % size] for a in places)
        return bytes(self.vdp.vram[a % size] for a in places)

    def write_vram(self, address: int, data: bytes) -> None:
        """Puts bytes into VRAM at the present tick, past the pointer."""
        now: cython.longlong = self.bus.now
        self._draw(now)
        self.commands.run(now)
        planar: bool = self.vdp.mode in (GRAPHIC6, GRAPHIC7)
        for place, value in enumerate(data, address):
            if planar:
                place = place >> 1 & 0xFFFF | (place & 1) << 16
            self._store(place % len(self.vdp.vram), value, now)

    @property
    def registers(self) -> list[int]:
        """R0 to R46, or R0 to R7."""
        return list(self.vdp.registers[: self.count])

    @property
    def status(self) -> list[int]:
        """S0 to S9, or S0, without the effects of a read."""
        count: cython.int = 1 if self.tms else 10
        return [self._status(number, self.bus.now) for number in range(count)]

    @property
    def palette(self) -> list[tuple[int, int, int]]:
        """Red, green and blue of the sixteen colours, 0 to 255."""
        self.planes.prepare()
        solid = [self.planes.solid[index] for index in range(16)]
        return [(pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255) for pixel in solid]

    @property
    def mode(self) -> str:
        """The name of the screen mode in the data book, or the bits M5 to M1 if it is none."""
        return MODE_NAMES.get(self.vdp.mode, f"M{self.vdp.mode:05b}")

    def text_screen(self, charset: str) -> list[str]:
        """The rows of characters of TEXT1, TEXT2 or GRAPHIC1; none in other modes.

        `charset`: the 256 characters of the codes.
        """
        columns: int = {GRAPHIC1: 32, TEXT1: 40, TEXT2: 80}.get(self.vdp.mode, 0)
        if not columns:
            return []
        mask: int = (self.vdp.registers[2] << 10 | 0x3FF) & (len(self.vdp.vram) - 1)
        high: int = 0x1FC00 if columns == 32 else 0x1F000
        first: int = 0xC00 if columns == 40 else 0
        rows: list[str] = []
        for row in range((self.planes.height() + 7) // 8):
            cells = range(first + row * columns, first + (row + 1) * columns)
            rows.append("".join(charset[self.vdp.vram[mask & (high | c & 0xFFF)]] for c in cells))
        return rows


@cython.cclass
class Tms9918a(Vdp):
    """TMS9918A (60 Hz) or TMS9929A (50 Hz) with 16 KB."""

    def __init__(self, name: str, bus: Bus, hz: int = 60, vram: int = 0x4000) -> None:
        """`hz`: 50 or 60 frames a second; `vram`: bytes of video memory."""
        assert hz in (50, 60) and vram == 0x4000
        StatusRegisters.__init__(self, name, bus, vram, TMS_BITS, hz == 50)


@cython.cclass
class V9938(Vdp):
    """V9938; R9 selects 50 or 60 Hz."""

    def __init__(self, name: str, bus: Bus, vram: int = 0x20000) -> None:
        """`vram`: bytes of video memory, 16, 64 or 128 KB."""
        StatusRegisters.__init__(self, name, bus, vram, V9938_BITS, False)
