"""CON, PRN and LST, NUL, AUX: devices with the names of files, whatever their extension."""

from machine.exec.console import LINE_FEED, RETURN, Console

END = 0x1A
# What an FCB notes of it (MSX2 Technical Handbook, table 3.10).
MARKS = {b"PRN": 0xFB, b"LST": 0xFC, b"NUL": 0xFD, b"AUX": 0xFE, b"CON": 0xFF}


class Device:
    """A character device."""

    def __init__(self, name: bytes, console: Console) -> None:
        self.name = name
        self.mark = MARKS[name]
        self._console = console
        self._line = bytearray()  # of CON: what was typed and not yet read
        self.at_end = False

    @property
    def is_console(self) -> bool:
        """Whether it is CON."""
        return self.name == b"CON"

    def read(self, count: int, *, binary: bool = False) -> bytes:
        """At most `count` bytes: of CON a line with its Return and line feed; none at the end."""
        self.at_end = False
        if not self.is_console:
            self.at_end = True
            return b""
        if binary:
            return bytes(self._console.get() for _ in range(count))
        if not self._line:
            text = self._console.line(255)
            self._console.put(LINE_FEED)
            if text[:1] == bytes((END,)):
                self.at_end = True
                return b""
            self._line += text + bytes((RETURN, LINE_FEED))
        data = bytes(self._line[:count])
        del self._line[:count]
        return data

    def write(self, data: bytes, *, binary: bool = False) -> None:
        """Writes `data`; text ends at 1Ah."""
        text = data if binary else data.partition(bytes((END,)))[0]
        if self.is_console:
            for code in text:
                (self._console.show if binary else self._console.put_checked)(code)
        elif self.name in (b"PRN", b"LST"):
            for code in text:
                self._console.printer(code)


def device_named(name: bytes, console: Console) -> Device | None:
    """The device of an 8.3 name; None if it is none."""
    stem = name[:8].rstrip(b" ")
    return Device(stem, console) if stem in MARKS else None
