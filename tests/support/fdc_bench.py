"""A floppy interface on a bus of its own, used as a processor would use it."""

from machine.core.bus import Bus
from machine.devices.floppy_drive import FloppyDrive
from machine.devices.msx_fdc import MsxFdc
from machine.devices.wd2793 import Wd2793
from machine.media.dsk import SECTOR_SIZE, Disk

HZ = 21_477_270
TURN = HZ // 5
BYTE = TURN / 6250
STATUS, TRACK, SECTOR, DATA, SIDE, SELECT, PINS = (
    0x7FF8, 0x7FF9, 0x7FFA, 0x7FFB, 0x7FFC, 0x7FFD, 0x7FFF,
)  # fmt: skip
NOT_READY, PROTECTED, NOT_FOUND, LOST, DRQ, BUSY = 0x80, 0x40, 0x10, 0x04, 0x02, 0x01


class Bench:
    """An interface with two drives, and a processor's way of using it."""

    def __init__(self, fast=False):
        self.bus = Bus(HZ)
        self.chip = Wd2793("chip", self.bus, fast=fast)
        self.drives = [FloppyDrive(name, self.bus) for name in ("a", "b")]
        self.fdc = MsxFdc("fdc", self.bus, bytes(range(256)) * 64)
        self.fdc.connect("controller", self.chip)
        self.fdc.connect("drive_a", self.drives[0])
        self.fdc.connect("drive_b", self.drives[1])
        self.devices = [self.chip, *self.drives, self.fdc]
        for device in self.devices:
            device.attach()
        self.now = 0
        for device in self.devices:
            device.reset(0)
        self.wait(200)

    def wait(self, milliseconds):
        self.now += HZ * milliseconds // 1000
        self.bus.now = self.now
        self.chip.catch_up(self.now)

    def read(self, address):
        self.now += 13 * 6
        self.bus.now = self.now
        return self.fdc.read_memory(address, self.now)

    def write(self, address, value):
        self.now += 13 * 6
        self.bus.now = self.now
        self.fdc.write_memory(address, value, self.now)

    def motor(self, drive=0):
        self.write(SELECT, 0x80 | drive)
        self.wait(500)

    def seek(self, track):
        self.write(DATA, track)
        return self.command(0x10)

    def command(self, value, limit=2.0):
        """Runs a command to its INTRQ; returns the status."""
        self.write(STATUS, value)
        end = self.now + limit * HZ
        while self.read(PINS) & 0x40:
            assert self.now < end, "no INTRQ"
        return self.read(STATUS)

    def take(self, value, limit=2.0):
        """Runs a command that gives data; returns the status and the bytes."""
        data = bytearray()
        self.write(STATUS, value)
        end = self.now + limit * HZ
        while True:
            pins = self.read(PINS)
            if not pins & 0x80:
                data.append(self.read(DATA))
            elif not pins & 0x40:
                return self.read(STATUS), bytes(data)
            assert self.now < end, "no INTRQ"

    def give(self, value, data, limit=2.0):
        """Runs a command that takes data; returns the status and how many bytes it took."""
        self.write(STATUS, value)
        end = self.now + limit * HZ
        taken = 0
        while True:
            pins = self.read(PINS)
            if not pins & 0x80 and taken < len(data):
                self.write(DATA, data[taken])
                taken += 1
            elif not pins & 0x40:
                return self.read(STATUS), taken
            assert self.now < end, "no INTRQ"


def numbered(size=737280):
    """A disk on which each sector says its number in each of its bytes pairs."""
    return Disk(b"".join(n.to_bytes(2, "big") * 256 for n in range(size // SECTOR_SIZE)))


def number(data):
    return int.from_bytes(data[:2], "big")
