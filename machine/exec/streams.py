"""What file handles stand for: files and devices that are open, and the tables of processes."""

from machine.exec.codes import Code, DosError
from machine.exec.console import Console
from machine.exec.devices import Device
from machine.exec.files import HostFile, Key

MOST_HANDLES = 64
NO_WRITE, NO_READ, INHERITABLE = 1, 2, 4
FIRST_PROCESS = 2  # 1 is the command interpreter, which is not there
LAST_PROCESS = 0x40
STANDARD = ((b"CON", NO_WRITE), (b"CON", NO_READ), (b"CON", 0), (b"AUX", 0), (b"PRN", 0))


class Stream:
    """A file or device that is open; copies of its handle share it and its position."""

    def __init__(self, target: HostFile | Device, mode: int, key: Key | None = None) -> None:
        """`key`: where the file is; devices have none."""
        self.target = target
        self.mode = mode
        self.key = key
        self.position = 0
        self.copies = 1
        self.is_binary = False
        if isinstance(target, HostFile):
            target.is_archived = True
        self.is_dead = False  # its file was deleted by a copy of the handle

    @property
    def file(self) -> HostFile | None:
        """The file, unless it is a device."""
        return self.target if isinstance(self.target, HostFile) else None

    @property
    def device(self) -> Device | None:
        """The device, unless it is a file."""
        return self.target if isinstance(self.target, Device) else None

    @property
    def at_end(self) -> bool:
        """Whether there is no more to read, as far as that is known."""
        if isinstance(self.target, Device):
            return self.target.at_end
        return self.position >= self.target.size

    def read(self, count: int) -> bytes:
        """Up to `count` bytes. ACCV; EOF where nothing is left."""
        if self.mode & NO_READ:
            raise DosError(Code.ACCV)
        if isinstance(self.target, Device):
            data = self.target.read(count, binary=self.is_binary) if count else b""
        else:
            data = self.target.read(self.position, count)
        if count and not data:
            raise DosError(Code.EOF)
        self.position += len(data)
        return data

    def write(self, data: bytes) -> None:
        """Writes all of `data`. ACCV, FILRO, DKFUL."""
        if self.mode & NO_WRITE:
            raise DosError(Code.ACCV)
        if isinstance(self.target, Device):
            self.target.write(data, binary=self.is_binary)
        else:
            self.target.write(self.position, data)
        self.position += len(data)

    def close(self) -> None:
        """One copy less; the last one closes the file."""
        self.copies -= 1
        if not self.copies and isinstance(self.target, HostFile):
            self.target.close()


class Streams:
    """The handles of the running process, and those of the processes that wait for it."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.table: list[Stream | None] = [None] * MOST_HANDLES
        self._waiting: list[list[Stream | None]] = []
        self.codes = (0, 0)  # how the last process ended
        self.open_standard()

    @property
    def process(self) -> int:
        """The number of the running process; the program's own is FIRST_PROCESS."""
        return len(self._waiting) + FIRST_PROCESS

    def open_standard(self) -> None:
        """Handles 0-4: the console three times, the auxiliary device, the printer."""
        for number, (name, mode) in enumerate(STANDARD):
            self.table[number] = Stream(Device(name, self._console), mode | INHERITABLE)
        self._redirect()

    def get(self, handle: int) -> Stream:
        """What the handle stands for. IHAND, NOPEN, HDEAD."""
        if handle >= MOST_HANDLES:
            raise DosError(Code.IHAND)
        stream = self.table[handle]
        if stream is None:
            raise DosError(Code.NOPEN)
        if stream.is_dead:
            raise DosError(Code.HDEAD)
        return stream

    def check_room(self) -> int:
        """The lowest handle that is free. NHAND if there is none."""
        if None not in self.table:
            raise DosError(Code.NHAND)
        return self.table.index(None)

    def add(self, stream: Stream) -> int:
        """A new handle for a stream. NHAND."""
        handle = self.check_room()
        self.table[handle] = stream
        self._redirect()
        return handle

    def close(self, handle: int) -> None:
        """Frees the handle. IHAND, NOPEN."""
        if handle >= MOST_HANDLES:
            raise DosError(Code.IHAND)
        stream = self.table[handle]
        if stream is None:
            raise DosError(Code.NOPEN)
        self.table[handle] = None
        self._redirect()
        stream.close()

    def users(self, identity: tuple[int, int]) -> list[Stream]:
        """The streams, of all processes, that have this file open."""
        found: list[Stream] = []
        for table in (self.table, *self._waiting):
            for stream in table:
                if stream is None or stream.file is None or stream in found:
                    continue
                if stream.file.identity == identity and not stream.is_dead:
                    found.append(stream)
        return found

    def fork(self) -> int:
        """A new process with copies of the inheritable handles; the number of its parent. NORAM."""
        parent = self.process
        if parent >= LAST_PROCESS:
            raise DosError(Code.NORAM)
        self._waiting.append(self.table)
        self.table = [
            stream if stream is not None and stream.mode & INHERITABLE else None
            for stream in self.table
        ]
        for stream in self.table:
            if stream is not None:
                stream.copies += 1
        self._redirect()
        return parent

    def join(self, process: int) -> tuple[int, int]:
        """Back to a process that waits; how the one before ended. 0: all is new. IPROC."""
        if process and not FIRST_PROCESS <= process < self.process:
            raise DosError(Code.IPROC)
        target = max(process, FIRST_PROCESS)
        leaving: list[Stream | None] = []
        while self.process > target:
            leaving += self.table
            self.table = self._waiting.pop()
        if process == 0:
            leaving += self.table
            self.table = [None] * MOST_HANDLES
        codes, self.codes = self.codes, (0, 0)
        self._close_all(leaving)
        if process == 0:
            self.open_standard()
        self._redirect()
        return codes

    def end(self) -> None:
        """Closes everything."""
        for table in (self.table, *self._waiting):
            self._close_all(table)
        self.table = [None] * MOST_HANDLES
        self._waiting.clear()

    def _close_all(self, streams: list[Stream | None]) -> None:
        failed: DosError | None = None
        for stream in streams:
            try:
                if stream is not None:
                    stream.close()
            except DosError as error:
                failed = failed or error
        if failed is not None:
            raise failed

    # Standard input and output

    @property
    def redirected(self) -> int:
        """Bit 0: standard input, bit 1: standard output is not the console."""
        return sum(1 << handle for handle in (0, 1) if not self._is_console(handle))

    def _is_console(self, handle: int) -> bool:
        stream = self.table[handle]
        return stream is not None and stream.device is not None and stream.device.is_console

    def _redirect(self) -> None:
        self.set_redirection(self.redirected)

    def set_redirection(self, which: int) -> None:
        """Whether functions 01-0B use handles 0 (bit 0) and 1 (bit 1), or the console."""
        self._console.source = self._read if which & 1 and not self._is_console(0) else None
        self._console.sink = self._write if which & 2 and not self._is_console(1) else None

    def _read(self) -> int:
        """A character of standard input, ^Z at its end."""
        try:
            return self.get(0).read(1)[0]
        except DosError:
            return 0x1A

    def _write(self, code: int) -> None:
        self.get(1).write(bytes((code,)))
