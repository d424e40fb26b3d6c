"""Scripts of VDP accesses, and the cartridge that plays them (tests/conformance/vdp/player.asm)."""

from collections.abc import Sequence
from pathlib import Path
from typing import Self

from tests.support.assembler import assemble

PLAYER = Path(__file__).resolve().parents[1] / "conformance" / "vdp" / "player.asm"
DATA, CONTROL, PALETTE, INDIRECT = 0x98, 0x99, 0x9A, 0x9B
SCRIPT_AT, END = 0x4200, 0x8000
STOP, PORT, BYTES, FILL, NOISE, COMMAND, FRAMES, PAUSE, MARK, AGAIN, LINE = range(11)


class Script:
    """Accesses in order; every method returns the script, so that they can be chained."""

    def __init__(self) -> None:
        self._code = bytearray()

    def port(self, port: int, value: int) -> Self:
        """One OUT."""
        self._code += bytes((PORT, port, value))
        return self

    def register(self, number: int, value: int) -> Self:
        """Sets a control register."""
        return self.port(CONTROL, value).port(CONTROL, 0x80 | number)

    def registers(self, values: dict[int, int]) -> Self:
        """Sets control registers, in order."""
        for number, value in values.items():
            self.register(number, value)
        return self

    def write_at(self, address: int, *, large: bool = False) -> Self:
        """Sets up writing from a VRAM address on; `large`: with R14, on a V9938."""
        if large:
            self.register(14, address >> 14)
        return self.port(CONTROL, address & 0xFF).port(CONTROL, (address >> 8 & 0x3F) | 0x40)

    def data(self, data: bytes) -> Self:
        """Bytes to the data port."""
        for start in range(0, len(data), 255):
            piece = data[start : start + 255]
            self._code += bytes((BYTES, len(piece))) + piece
        return self

    def fill(self, count: int, value: int) -> Self:
        """One byte `count` times (1-65536) to the data port."""
        self._code += bytes((FILL,)) + (count & 0xFFFF).to_bytes(2, "little") + bytes((value,))
        return self

    def noise(self, count: int, seed: int) -> Self:
        """`count` (1-65536) bytes that look random to the data port."""
        assert 0 < seed < 0x10000
        self._code += bytes((NOISE,)) + (count & 0xFFFF).to_bytes(2, "little")
        self._code += seed.to_bytes(2, "little")
        return self

    def palette(self, colours: Sequence[tuple[int, int, int]], first: int = 0) -> Self:
        """Colours from `first` on, as red, green and blue of 0-7."""
        self.register(16, first)
        for red, green, blue in colours:
            self.port(PALETTE, red << 4 | blue).port(PALETTE, green)
        return self

    def command(self, values: dict[int, int]) -> Self:
        """A command: registers 32-46 in order, the last of them starts it."""
        return self.registers(dict(sorted(values.items())))

    def wait_command(self) -> Self:
        """Until the command has ended."""
        self._code.append(COMMAND)
        return self

    def frames(self, count: int) -> Self:
        """Until `count` frames have ended."""
        self._code += bytes((FRAMES, count))
        return self

    def pause(self, count: int) -> Self:
        """`count` times 27 processor cycles, and a few dozen more."""
        self._code += bytes((PAUSE,)) + count.to_bytes(2, "little")
        return self

    def mark(self) -> Self:
        """Where `again` goes on."""
        self._code.append(MARK)
        return self

    def again(self) -> Self:
        """Goes on at the mark, for ever."""
        self._code.append(AGAIN)
        return self

    def line(self) -> Self:
        """Until the line interrupt's flag is set."""
        self._code.append(LINE)
        return self

    def cartridge(self) -> bytes:
        """The script in a cartridge of 16 KB."""
        player = assemble(PLAYER.read_text(encoding="utf-8"), 0x4000)
        assert len(player) <= SCRIPT_AT - 0x4000
        image = player.ljust(SCRIPT_AT - 0x4000, b"\xff") + self._code + bytes((STOP,))
        assert len(image) <= END - 0x4000, "the script does not fit"
        return image.ljust(END - 0x4000, b"\xff")
