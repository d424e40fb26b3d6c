"""Functions 43-4C and 52-56: files by handles."""

from machine.exec.codes import Code, DosError
from machine.exec.directory import Directory, Target, check_way, stamp
from machine.exec.drives import Drives
from machine.exec.folders import VOLUME
from machine.exec.guest import Guest
from machine.exec.streams import NO_WRITE, Stream, Streams
from machine.exec.terminal import Terminal

MODE_BITS = 0x07
NO_HANDLE = 0xFF
SAME, OTHER = 0xFF, 0
DEVICE_STATUS, TEXT_MODE, END_STATUS, CONSOLE_BITS = 0x80, 0x20, 0x40, 0x03
SPACE = 1 << 32


class HandleCalls:
    """The functions; what is a file or directory, `directory` knows."""

    def __init__(
        self,
        guest: Guest,
        drives: Drives,
        streams: Streams,
        directory: Directory,
        terminal: Terminal,
    ) -> None:
        self._guest = guest
        self._drives = drives
        self._streams = streams
        self._directory = directory
        self._terminal = terminal

    # Open and close

    def open(self) -> None:
        """43: DE = path or fileinfo block, A = mode; B = handle."""
        self._streams.check_room()
        mode = self._guest.regs.a & MODE_BITS
        target = self._directory.target(self._guest.de)
        if target.device is not None:
            self._guest.regs.b = self._streams.add(Stream(target.device, mode))
            return
        entry = self._directory.entry(target)
        if entry.is_directory:
            raise DosError(Code.DIRX)
        self._guest.regs.b = self._add(target, mode)

    def _add(self, target: Target, mode: int) -> int:
        """Opens a file that is there; for reading alone where it cannot be written."""
        key = target.key
        try:
            file = self._drives.open(key, not mode & NO_WRITE)
        except DosError as error:
            if error.code not in (Code.FILRO, Code.WPROT) or mode & NO_WRITE:
                raise
            file = self._drives.open(key, False)
        return self._streams.add(Stream(file, mode, key))

    def create(self) -> None:
        """44: DE = path, A = mode, B = attributes; B = handle, FFh for a directory."""
        regs = self._guest.regs
        mode, attributes = regs.a & MODE_BITS, int(regs.b)
        if attributes & VOLUME:
            raise DosError(Code.IATTR)
        self._streams.check_room()
        target = self._directory.path_target(self._guest.text(self._guest.de))
        if target.device is not None:
            regs.b = self._streams.add(Stream(target.device, mode))
            return
        if b"?" in target.name:
            raise DosError(Code.IPATH)
        file = self._directory.create(target, attributes)
        if file is None:
            regs.b = NO_HANDLE
            return
        regs.b = self._streams.add(Stream(file, mode, target.key))

    def close(self) -> None:
        """45: B = handle."""
        self._streams.close(self._guest.regs.b)

    def ensure(self) -> None:
        """46: what was written to B is on the disk."""
        stream = self._streams.get(self._guest.regs.b)
        if stream.file is not None:
            stream.file.ensure()

    def duplicate(self) -> None:
        """47: B = handle; B = another one for the same."""
        stream = self._streams.get(self._guest.regs.b)
        self._guest.regs.b = self._streams.add(stream)
        stream.copies += 1

    # Data

    def read(self) -> None:
        """48: B = handle, DE = address, HL = bytes; HL = bytes read."""
        guest = self._guest
        stream, count = self._streams.get(guest.regs.b), guest.hl
        guest.hl = 0
        self._check_span(count)
        data = stream.read(count)
        guest.write(guest.de, data)
        guest.hl = len(data)

    def write(self) -> None:
        """49: B = handle, DE = address, HL = bytes; HL = bytes written."""
        guest = self._guest
        stream, count = self._streams.get(guest.regs.b), guest.hl
        guest.hl = 0
        self._check_span(count)
        stream.write(guest.read(guest.de, count))
        guest.hl = count

    def _check_span(self, count: int) -> None:
        if self._guest.de + count > 0x10000:
            raise DosError(Code.OV64K)

    def seek(self) -> None:
        """4A: B = handle, A = from where (0 start, 1 here, 2 end), DEHL = offset; DEHL = place."""
        guest = self._guest
        stream = self._streams.get(guest.regs.b)
        offset = guest.de << 16 | guest.hl
        method = guest.regs.a
        if method == 1:
            offset += stream.position
        elif method == 2:
            offset += stream.file.size if stream.file is not None else 0
        elif method:
            raise DosError(Code.ISBFN)
        stream.position = offset % SPACE
        guest.de, guest.hl = stream.position >> 16, stream.position & 0xFFFF

    def control(self) -> None:
        """4B: B = handle, A = 0 status, 1 mode, 2 input ready, 3 output ready, 4 screen size."""
        guest = self._guest
        stream, what = self._streams.get(guest.regs.b), int(guest.regs.a)
        if what == 0:
            guest.de = self._status(stream)
        elif what == 1:
            if stream.device is None:
                raise DosError(Code.IDEV)
            stream.is_binary = not guest.regs.e & TEXT_MODE
        elif what == 2:
            guest.regs.e = 0xFF if self._can_read(stream) else 0
        elif what == 3:
            guest.regs.e = 0xFF
        elif what == 4:
            is_console = stream.device is not None and stream.device.is_console
            guest.regs.d, guest.regs.e = self._terminal.size() if is_console else (0, 0)
        else:
            raise DosError(Code.ISBFN)

    def _status(self, stream: Stream) -> int:
        status = END_STATUS if stream.at_end else 0
        if stream.device is None:
            assert stream.key is not None
            return status | stream.key[0]
        status |= DEVICE_STATUS | (0 if stream.is_binary else TEXT_MODE)
        return status | (CONSOLE_BITS if stream.device.is_console else 0)

    def _can_read(self, stream: Stream) -> bool:
        if stream.device is not None and stream.device.is_console:
            return self._terminal.ready()
        return not stream.at_end

    # The files of handles

    def test(self) -> None:
        """4C: B = handle, DE = path or fileinfo block; B = FFh if that is the same file."""
        stream = self._streams.get(self._guest.regs.b)
        target = self._directory.target(self._guest.de)
        same = False
        if target.device is None and stream.file is not None:
            same = self._directory.entry(target).identity == stream.file.identity
        self._guest.regs.b = SAME if same else OTHER

    def _target(self) -> tuple[Stream, Target | None]:
        """The stream of handle B, and its file; None for a device."""
        stream = self._streams.get(self._guest.regs.b)
        if stream.key is None or stream.file is None:
            return stream, None
        return stream, Target(*stream.key)

    def delete(self) -> None:
        """52: B = handle; its file is deleted, the handle closed whatever happens."""
        handle = self._guest.regs.b
        stream, target = self._target()
        try:
            if target is not None and stream.file is not None:
                self._directory.delete(target, stream)
                stream.is_dead = True
        finally:
            self._streams.close(handle)

    def rename(self) -> None:
        """53: B = handle, HL = new name."""
        stream, target = self._target()
        if target is not None:
            stream.key = self._directory.rename(target, self._guest.text(self._guest.hl), stream)

    def move(self) -> None:
        """54: B = handle, HL = new path."""
        stream, target = self._target()
        if target is not None:
            stream.key = self._directory.move(target, self._guest.text(self._guest.hl), stream)

    def attributes(self) -> None:
        """55: B = handle, A = 0 get, 1 set L; L = attributes."""
        stream, target = self._target()
        check_way(self._guest.regs.a)
        if target is None or stream.file is None:
            self._guest.regs.l = 0
            return
        stream.file.ensure()
        if self._guest.regs.a:
            self._directory.set_attributes(target, self._guest.regs.l, stream)
        self._guest.regs.l = self._directory.entry(target).attributes

    def modified(self) -> None:
        """56: B = handle, A = 0 get, 1 set IX (time), HL (date); DE = time, HL = date."""
        stream, target = self._target()
        check_way(self._guest.regs.a)
        if target is None:
            self._guest.de = self._guest.hl = 0
            return
        if self._guest.regs.a:
            self._directory.set_modified(target, self._guest.hl, self._guest.cpu.ix, stream)
        self._guest.hl, self._guest.de = stamp(self._directory.entry(target))
