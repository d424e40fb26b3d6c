"""Functions 31, 57, 58, 5F-6A, 6E-70: processes, errors, and what a folder has not: disks.

Source: "MSX-DOS 2 Function Specifications", 3.43, 3.67-3.86, 3.90-3.92.
"""

from collections.abc import Callable

from machine.exec.codes import Code, DosError, Ended, explain, has_message
from machine.exec.drives import CLUSTER_SECTORS, FAT12_CLUSTERS, MOST_DRIVES, SECTOR, Drives
from machine.exec.guest import Guest
from machine.exec.streams import Streams

VERSION = 0x0231
BUFFERS = 20  # that function 69 tells of; the host has its own
ALL, NONE = 0xFF, 0
FAT_SECTORS = 12
ROOT_ENTRIES = 112


class ProcessCalls:
    """Functions 60-66, 6F, 70."""

    def __init__(self, guest: Guest, streams: Streams, last_error: Callable[[], int]) -> None:
        self._guest = guest
        self._streams = streams
        self._last_error = last_error
        self.abort_routine = 0
        self._forced = 0
        self._is_forced = False

    def fork(self) -> None:
        """60: a new process; B = its parent."""
        self._guest.regs.b = self._streams.fork()

    def join(self) -> None:
        """61: back to process B; B, C = how the last one ended."""
        self._guest.regs.b, self._guest.regs.c = self._streams.join(self._guest.regs.b)

    def terminate(self) -> None:
        """62: the program ends with error code B."""
        raise Ended(int(self._guest.regs.b))

    def define_abort(self) -> None:
        """63: DE = routine that is called before the program ends; 0: none."""
        self.abort_routine = self._guest.de

    def define_error(self) -> None:
        """64: DE = routine for disk errors. The host's are told by the functions themselves."""

    def previous_error(self) -> None:
        """65: B = error code of the function before."""
        self._guest.regs.b = self._last_error()

    def explain(self) -> None:
        """66: B = error code, DE = buffer of 64 bytes; B = 0 if it has words of its own."""
        guest, code = self._guest, int(self._guest.regs.b)
        guest.write(guest.de, explain(code).encode() + b"\0")
        if has_message(code):
            guest.regs.b = 0

    def version(self) -> None:
        """6F: BC, DE = version."""
        self._guest.bc = self._guest.de = VERSION

    def redirection(self) -> None:
        """70: A = 0 get, 1 set B; B = what was, bit 0 input, bit 1 output."""
        guest = self._guest
        before = self._forced if self._is_forced else self._streams.redirected
        if guest.regs.a:
            self._forced, self._is_forced = guest.regs.b & 3, True
            self._streams.set_redirection(self._forced)
        guest.regs.b = before


class DiskCalls:
    """Functions 2F-31, 57, 58, 5F, 67-6A, 6E."""

    def __init__(self, guest: Guest, drives: Drives) -> None:
        self._guest = guest
        self._drives = drives
        self._check = NONE

    def sectors(self) -> None:
        """2F, 30: a folder has no sectors."""
        drive = int(self._guest.regs.l)
        raise DosError(Code.NDOS if drive in self._drives.folders else Code.IDRV)

    def parameters(self) -> None:
        """31: L = drive, DE = buffer of 32 bytes: a disk of 32 MB."""
        guest = self._guest
        drive = self._drives.number(guest.regs.l)
        root = 1 + 2 * FAT_SECTORS
        data = root + ROOT_ENTRIES * 32 // SECTOR
        total = data + FAT12_CLUSTERS * CLUSTER_SECTORS
        fields = (
            (drive + 1, 1),
            (SECTOR, 2),
            (CLUSTER_SECTORS, 1),
            (1, 2),
            (2, 1),
            (ROOT_ENTRIES, 2),
            (min(total, 0xFFFF), 2),
            (0xF8, 1),
            (FAT_SECTORS, 1),
            (root, 2),
            (data, 2),
            (FAT12_CLUSTERS + 1, 2),
            (0, 1),
            (0xFFFFFFFF, 4),
            (0, 8),
        )
        guest.write(guest.de, b"".join(value.to_bytes(size, "little") for value, size in fields))
        guest.answer_a(0)

    def get_dta(self) -> None:
        """57: DE = transfer address."""
        self._guest.de = self._drives.dta

    def get_verify(self) -> None:
        """58: B = FFh if written sectors are read again."""
        self._guest.regs.b = ALL if self._drives.verify else NONE

    def flush(self) -> None:
        """5F: B = drive, FFh all: what was written is on the disks."""
        if self._guest.regs.b != ALL:
            self._drives.number(self._guest.regs.b)
        self._drives.files.ensure_all()

    def format(self) -> None:
        """67: no folder is formatted."""
        self._drives.number(self._guest.regs.b)
        raise DosError(Code.IFORM)

    def ram_disk(self) -> None:
        """68: B = FFh: how large it is; 0: away with it; else make one: no room."""
        wanted = int(self._guest.regs.b)
        self._guest.regs.b = 0
        if wanted not in (ALL, NONE):
            raise DosError(Code.NORAM)

    def buffers(self) -> None:
        """69: B = number of sector buffers."""
        self._guest.regs.b = BUFFERS

    def assign(self) -> None:
        """6A: logical drive B means physical drive D; 0 cancels, FFh asks."""
        logical, physical = int(self._guest.regs.b), int(self._guest.regs.d)
        if not logical:
            if physical:
                raise DosError(Code.IDRV)
            self._drives.assigned.clear()
            return
        if logical > MOST_DRIVES:
            raise DosError(Code.IDRV)
        if physical == NONE:
            self._drives.assigned.pop(logical - 1, None)
            physical = logical
        elif physical == ALL:
            physical = self._drives.assigned.get(logical - 1, logical - 1) + 1
        elif physical - 1 in self._drives.folders:
            self._drives.assigned[logical - 1] = physical - 1
        else:
            raise DosError(Code.IDRV)
        self._guest.regs.d = physical

    def disk_check(self) -> None:
        """6E: A = 0 get, 1 set B; B = FFh if disks are not checked for a change."""
        if self._guest.regs.a:
            self._check = int(self._guest.regs.b)
        self._guest.regs.b = self._check
