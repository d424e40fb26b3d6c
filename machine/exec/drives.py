"""The program's drives: which folder, which directory, who has which file open; functions."""

from collections.abc import Mapping
from dataclasses import dataclass

from machine.exec.clock import Clock
from machine.exec.codes import Code, DosError
from machine.exec.files import HostFile, Key, OpenFiles
from machine.exec.folders import Folder, Place
from machine.exec.guest import Guest

MOST_DRIVES = 16
DEFAULT_DTA = 0x0080
SECTOR = 512
FAT12_CLUSTERS = 0x0FF4
CLUSTER_SECTORS = 16  # 8 KB: as much as FAT12 can show of a host's disk, 32 MB
CPM_BLOCK = 2048
CPM_BLOCKS = 4095
CPM_DIRECTORY_BLOCKS = 16
CPM_DISK_BLOCK = (
    bytes((64, 0, 4, 15, 0))
    + (CPM_BLOCKS - 1).to_bytes(2, "little")
    + (1023).to_bytes(2, "little")
    + b"\xff\xff\0\0\0\0"
)


@dataclass(frozen=True)
class Layout:
    """Addresses above the program's memory."""

    entry: int  # of the system calls: the program's memory ends below it
    bios: int  # of the jump table
    disk_header: int  # DPH
    disk_block: int  # DPB
    table: int  # first FAT sector, or allocation vector, 512 bytes
    stubs: int  # of the other entries


class Drives:
    """Drive numbers count from 0 (A) here; a program's 0 is the current drive in most functions."""

    def __init__(self, folders: Mapping[int, Folder], clock: Clock, *, is_cpm: bool) -> None:
        self.folders = dict(folders)
        self.clock = clock
        self.is_cpm = is_cpm
        self.current = min(self.folders)
        self.user = 0
        self.dta = DEFAULT_DTA
        self.verify = False
        self.write_protected = 0  # CP/M: a bit for each drive
        self.places: dict[int, Place] = {}
        self.assigned: dict[int, int] = {}
        self.files = OpenFiles(self.open)

    def number(self, given: int) -> int:
        """The drive of a program's number, 0 the current one. IDRV if there is none."""
        drive = given - 1 if given else self.current
        drive = self.assigned.get(drive, drive)
        if drive not in self.folders:
            raise DosError(Code.IDRV)
        return drive

    def folder(self, drive: int) -> Folder:
        """The folder of a drive that is there."""
        return self.folders[drive]

    def place(self, drive: int) -> Place:
        """The current directory of a drive; in CP/M the user's area, a folder with its number."""
        if self.is_cpm:
            return (f"{self.user:<11d}".encode(),) if self.user else ()
        return self.places.get(drive, ())

    def check_writing(self, drive: int) -> None:
        """WPROT if CP/M's function 1C has forbidden it."""
        if self.write_protected >> drive & 1:
            raise DosError(Code.WPROT)

    def open(self, key: Key, writing: bool) -> HostFile:
        """Opens a file that is there."""
        drive, place, name = key
        if writing:
            self.check_writing(drive)
        opened = self.folder(drive).open(place, name, writing=writing)
        return self.file(drive, opened, writable=writing)

    def create(self, key: Key) -> HostFile:
        """Makes a file, or empties the one of that name."""
        drive, place, name = key
        self.check_writing(drive)
        if self.is_cpm and place and self.folder(drive).find((), place[0]) is None:
            self.folder(drive).make_directory((), place[0])
        self.files.drop(key)
        return self.file(drive, self.folder(drive).create(place, name), writable=True)

    def file(self, drive: int, opened: int, *, writable: bool) -> HostFile:
        """The file behind a descriptor."""
        return HostFile(self.folder(drive), opened, writable=writable, stamp=self.clock.stamp)

    def bits(self) -> int:
        """A bit for each drive that is there."""
        return sum(1 << drive for drive in self.folders)


class DriveCalls:
    """Functions 0C-0E, 18-1A, 1B-1D, 1F, 20, 25, 2E."""

    def __init__(self, guest: Guest, drives: Drives, layout: Layout) -> None:
        self._guest = guest
        self._drives = drives
        self._layout = layout

    def version(self) -> None:
        """0C: HL = 22h, as CP/M 2.2."""
        self._guest.answer_word(0x22)

    def reset(self) -> None:
        """0D: drive A, transfer address 80h; what was written is on the disks."""
        drives = self._drives
        drives.files.ensure_all()
        drives.current, drives.dta, drives.write_protected = min(drives.folders), DEFAULT_DTA, 0
        self._show_current()
        self._guest.answer(0)

    def select(self) -> None:
        """0E: drive E, if it is there, becomes the current one; A = how many (CP/M: 0, FFh)."""
        drives, asked = self._drives, self._guest.regs.e
        there = asked in drives.folders
        if there:
            drives.current = asked
            self._show_current()
        if drives.is_cpm:
            self._guest.answer(0 if there else 0xFF)
        else:
            self._guest.answer(max(drives.folders) + 1)

    def _show_current(self) -> None:
        self._guest.memory[4] = self._drives.user << 4 | self._drives.current

    def login(self) -> None:
        """18: HL = a bit for each drive."""
        self._guest.answer_word(self._drives.bits())

    def get_current(self) -> None:
        """19: A = current drive."""
        self._guest.answer(self._drives.current)

    def set_dta(self) -> None:
        """1A: DE = transfer address."""
        self._drives.dta = self._guest.de
        self._guest.answer(0)

    def set_verify(self) -> None:
        """2E: E = 0: written sectors are not read again. The host sees to that itself."""
        self._drives.verify = self._guest.regs.e != 0
        self._guest.answer(0)

    def allocation(self) -> None:
        """1B: A = sectors in a cluster, BC = 512, DE = clusters, HL = free, IX = DPB, IY = FAT."""
        guest = self._guest
        drive = self._drives.number(guest.regs.e)
        free = self._drives.folder(drive).free() // (SECTOR * CLUSTER_SECTORS)
        guest.write(self._layout.disk_block, disk_block(drive))
        guest.write(self._layout.table, b"\xf8\xff\xff".ljust(SECTOR, b"\0"))
        guest.bc, guest.de = SECTOR, FAT12_CLUSTERS
        guest.hl = min(free, FAT12_CLUSTERS)
        guest.cpu.ix, guest.cpu.iy = self._layout.disk_block, self._layout.table
        guest.answer_a(CLUSTER_SECTORS)

    # CP/M's own

    def cpm_allocation(self) -> None:
        """1B: HL = allocation vector of the current drive, a bit for each block, set if in use."""
        free = self._drives.folder(self._drives.current).free() // CPM_BLOCK
        used = max(CPM_BLOCKS - free, CPM_DIRECTORY_BLOCKS)
        vector = ((1 << used) - 1) << (CPM_BLOCKS + 1 - used)
        self._guest.write(self._layout.table, vector.to_bytes(SECTOR, "big"))
        self._guest.answer_word(self._layout.table)

    def protect(self) -> None:
        """1C: the current drive cannot be written to until function 0D."""
        self._drives.write_protected |= 1 << self._drives.current
        self._guest.answer(0)

    def protected(self) -> None:
        """1D: HL = a bit for each drive that cannot be written to."""
        fixed = (1 << drive for drive, folder in self._drives.folders.items() if folder.read_only)
        self._guest.answer_word(self._drives.write_protected | sum(fixed))

    def parameters(self) -> None:
        """1F: HL = disk parameter block: blocks of 2 KB, 8 MB, 1024 entries."""
        self._guest.write(self._layout.disk_block, CPM_DISK_BLOCK)
        self._guest.answer_word(self._layout.disk_block)

    def select_by_bios(self) -> None:
        """The BIOS's SELDSK: HL = disk parameter header of drive C, 0 if there is none."""
        guest, place = self._guest, self._layout
        if not self._drives.is_cpm or guest.regs.c not in self._drives.folders:
            guest.hl = 0
            return
        self.cpm_allocation()
        self.parameters()
        words = (0, 0, 0, 0, DEFAULT_DTA, place.disk_block, 0, place.table)
        guest.write(place.disk_header, b"".join(word.to_bytes(2, "little") for word in words))
        guest.hl = place.disk_header

    def user(self) -> None:
        """20: sets the user number to E, 0-15, or for FFh A = user number."""
        asked = self._guest.regs.e
        if asked == 0xFF:
            self._guest.answer(self._drives.user)
            return
        self._drives.user = asked & 15
        self._show_current()
        self._guest.answer(0)

    def reset_some(self) -> None:
        """25: the drives with a bit in DE can be written to again."""
        self._drives.write_protected &= ~self._guest.de
        self._guest.answer(0)


def disk_block(drive: int) -> bytes:
    """A drive parameter block of MSX-DOS 1 that goes with function 1B.

    Source: MSX2 Technical Handbook, table 3.5 (contents of the DPB).
    """
    fat_sectors = 12
    first_directory = 1 + 2 * fat_sectors
    first_data = first_directory + 7
    return (
        bytes((drive, 0xF8, 0x00, 0x02, 0x0F, 4, CLUSTER_SECTORS - 1, 5))
        + (1).to_bytes(2, "little")
        + bytes((2, 112))
        + first_data.to_bytes(2, "little")
        + (FAT12_CLUSTERS + 1).to_bytes(2, "little")
        + bytes((fat_sectors,))
        + first_directory.to_bytes(2, "little")
        + b"\0\0"
    )
