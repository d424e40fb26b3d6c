"""The MSX floppy interface with a WD2793: 16 KB of ROM and eight memory-mapped registers.

    xFF8h-xFFBh  the controller: status/command, track, sector, data
    xFFCh        bit 0: side; read back, other bits 0
    xFFDh        bits 0-1: drive (0 and 2: A, 1: B, 3: none); bit 6: in-use lamp; bit 7: motor;
                 read back, with bit 2 = 0 when the disk of the selected drive was changed since
                 this was last read
    xFFFh        read: bit 7 = 0 while DRQ is active, bit 6 = 0 while INTRQ is, other bits 0

The ROM answers at 4000h-7FFFh, the registers at the end of each 16 KB page (3FF8h, 7FF8h, BFF8h,
FFF8h). This is the layout of the Philips NMS 8250 family and of Sony's machines.

Inaccuracies
- Reading xFFDh clears the disk-change latch of the selected drive while a disk is in it; on real
  drives a step pulse does.

Sources: the register list of "Portar specifications" (M. Korth), section floppy disk controller;
MSX Resource Center wiki and forum, "Philips FDC". Unused bits read as in openMSX 18, which was
asked by a test program.
"""

import cython
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER, Device, Memory, State

from machine.core.errors import Refused
from machine.devices.floppy_drive import FloppyDrive
from machine.devices.wd2793 import Wd2793

ROM_BYTES = 0x4000
DRIVES = 2


@cython.cclass
@cython.dataclasses.dataclass(eq=False)
class MsxFdcState(State):
    """The two latches."""

    side: cython.uchar = 0
    select: cython.uchar = 0


@cython.cclass
class MsxFdc(Memory):
    """The interface. Sockets: "controller" (a Wd2793), "drive_a", "drive_b" (FloppyDrive)."""

    _record: MsxFdcState
    bus: Bus
    rom: cython.p_uchar
    image: bytes
    chip: Device
    controller: object
    drives: list

    def __init__(self, name: str, bus: Bus, image: bytes) -> None:
        """`image`: the 16 KB of the ROM."""
        Memory.__init__(self, name)
        if len(image) != ROM_BYTES:
            raise Refused(
                f"The ROM image of {name} has {len(image)} bytes, not {ROM_BYTES};"
                " give another file."
            )
        self.bus = bus
        self.image = image
        self.rom = self.image
        self.rd[2] = self.rom
        self.rd[3] = self.rom + 0x2000
        self.holes[3] = 1 << 31
        self.controller = None
        self.drives = [None] * DRIVES
        self._record = MsxFdcState()
        self.state = self._record

    @cython.ccall
    def connect(self, socket: str, other: Device) -> cython.void:
        if socket == "controller":
            assert isinstance(other, Wd2793), f"{other.name} is no floppy disk controller"
            self.chip = other
            self.controller = other
        elif socket == "drive_a" or socket == "drive_b":
            assert isinstance(other, FloppyDrive), f"{other.name} is no floppy drive"
            self.drives[0 if socket == "drive_a" else 1] = other
        else:
            raise AssertionError(f"{self.name} has no socket {socket}")

    @cython.ccall
    def reset(self, now: cython.longlong) -> cython.void:
        self._record.side = 0
        self._record.select = 0
        self.drive_lines(now)

    @cython.ccall
    def attach(self) -> cython.void:
        assert self.controller is not None, "it needs a controller"
        self._record.due = NEVER
        self._record.side &= 1
        self._record.select &= 0xFB
        self.controller.wire(self.selected(), self._record.side)

    @property
    def drive_count(self) -> int:
        """How many drives the interface has lines for."""
        return DRIVES

    def insert(self, drive: int, disk: object) -> None:
        """Puts a `Disk` into drive 0 (A) or 1 (B); None takes out what is there."""
        assert 0 <= drive < DRIVES
        if self.drives[drive] is None:
            raise Refused(f"This computer has no drive {'AB'[drive]}; choose another.")
        self.controller.catch_up(self.bus.now)
        self.drives[drive].insert(disk)
        self.controller.note_ready(self.bus.now)

    def disk(self, drive: int) -> object:
        """The `Disk` in drive 0 or 1, None without one."""
        return None if self.drives[drive] is None else self.drives[drive].disk

    def lamp(self, drive: int) -> bool:
        """True while the motor of drive 0 or 1 runs and the drive is selected."""
        chosen = self.drives[drive]
        return chosen is not None and chosen is self.selected() and bool(self._record.select & 0x80)

    def activity(self, drive: int) -> int:
        """Sectors read and written by drive 0 or 1 since power-on, for access lights."""
        chosen = self.drives[drive]
        return 0 if chosen is None else chosen.reads + chosen.writes

    @cython.cfunc
    @cython.exceptval(check=False)
    def mem_read(self, address: cython.int, now: cython.longlong) -> cython.int:
        reg: cython.int = (address & 0x3FFF) - 0x3FF8
        if reg < 0:
            return self.mem_peek(address, now)
        if reg < 4:
            return self.chip.read(reg, now)
        self.chip.sync(now)
        value: cython.int = self.mem_peek(address, now)
        if reg == 5:
            self.take_changed()
        return value

    @cython.cfunc
    @cython.exceptval(check=False)
    def mem_peek(self, address: cython.int, now: cython.longlong) -> cython.int:
        reg: cython.int = (address & 0x3FFF) - 0x3FF8
        if reg < 0:
            return self.rom[address & 0x3FFF] if address >> 14 == 1 else 0xFF
        if reg < 4:
            return self.chip.peek(reg, now)
        if reg == 4:
            return self._record.side
        if reg == 5:
            return self._record.select | (0 if self.is_changed() else 4)
        if reg == 7:
            return 0xC0 ^ self.chip.peek(4, now)
        return 0xFF

    @cython.cfunc
    @cython.exceptval(check=False)
    def mem_write(
        self, address: cython.int, value: cython.int, now: cython.longlong
    ) -> cython.void:
        reg: cython.int = (address & 0x3FFF) - 0x3FF8
        if 0 <= reg < 4:
            self.chip.write(reg, value, now)
        elif reg == 4:
            self._record.side = value & 1
            self.drive_lines(now)
        elif reg == 5:
            self._record.select = value & 0xFB
            self.drive_lines(now)

    def drive_lines(self, now: int) -> None:
        """Puts the two latches on the wires: side, drive select, motor."""
        self.controller.catch_up(now)
        for drive in self.drives:
            if drive is not None:
                drive.set_motor(bool(self._record.select & 0x80), now)
        self.controller.wire(self.selected(), self._record.side)
        self.controller.note_ready(now)

    def selected(self) -> object:
        """The selected drive, None if there is none."""
        index = self._record.select & 3
        return None if index == 3 else self.drives[index & 1]

    def is_changed(self) -> bool:
        """The disk-change line of the selected drive."""
        drive = self.selected()
        return drive is not None and drive.changed

    def take_changed(self) -> None:
        """Clears it."""
        drive = self.selected()
        if drive is not None:
            drive.take_changed()
