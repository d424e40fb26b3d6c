"""The program's side of a system call: registers, memory, and how results are given."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from machine.exec.mapper import MappedMemory

CARRY, NEGATIVE, PARITY, ZERO, SIGN = 0x01, 0x02, 0x04, 0x40, 0x80
SPACE = 0x10000


class Guest:
    """A processor's registers (`regs`: a b c d e h l ix iy sp pc) and its 64 KB, which wrap."""

    def __init__(self, cpu: Any, memory: "bytearray | MappedMemory") -> None:
        self.cpu = cpu
        self.regs = cpu.state
        self.memory = memory

    @property
    def de(self) -> int:
        """Register pair DE."""
        return int(self.regs.d << 8 | self.regs.e)

    @de.setter
    def de(self, value: int) -> None:
        self.regs.d, self.regs.e = value >> 8 & 0xFF, value & 0xFF

    @property
    def hl(self) -> int:
        """Register pair HL."""
        return int(self.regs.h << 8 | self.regs.l)

    @hl.setter
    def hl(self, value: int) -> None:
        self.regs.h, self.regs.l = value >> 8 & 0xFF, value & 0xFF

    @property
    def bc(self) -> int:
        """Register pair BC."""
        return int(self.regs.b << 8 | self.regs.c)

    @bc.setter
    def bc(self, value: int) -> None:
        self.regs.b, self.regs.c = value >> 8 & 0xFF, value & 0xFF

    # Memory

    def read(self, address: int, count: int) -> bytes:
        """`count` bytes (0-65536) from `address` on."""
        address &= 0xFFFF
        data = bytes(self.memory[address : address + count])
        return data + bytes(self.memory[: count - len(data)])

    def write(self, address: int, data: bytes) -> None:
        """Writes at most 65536 bytes from `address` on."""
        address &= 0xFFFF
        room = SPACE - address
        self.memory[address : address + min(len(data), room)] = data[:room]
        if len(data) > room:
            self.memory[: len(data) - room] = data[room:]

    def word(self, address: int) -> int:
        """The 16 bits at `address`, low byte first."""
        return self.memory[address & 0xFFFF] | self.memory[(address + 1) & 0xFFFF] << 8

    def text(self, address: int, longest: int = 256) -> bytes:
        """The bytes up to a zero, at most `longest` of them."""
        return self.read(address, longest).partition(b"\0")[0]

    # Results

    def answer(self, value: int) -> None:
        """A = L = `value`, B = H = 0, as CP/M gives a byte."""
        self.answer_word(value & 0xFF)

    def answer_word(self, value: int) -> None:
        """HL = `value`, A = L and B = H, as CP/M gives a word."""
        regs = self.regs
        regs.h = regs.b = value >> 8 & 0xFF
        regs.l = value & 0xFF
        self.answer_a(value)

    def answer_a(self, value: int) -> None:
        """A = `value`, with the flags of OR A."""
        value &= 0xFF
        self.regs.a = value
        even = PARITY if value.bit_count() % 2 == 0 else 0
        self.regs.f = (value & (SIGN | 0x28)) | (ZERO if value == 0 else 0) | even

    # The stack

    def push(self, value: int) -> None:
        """As PUSH does it."""
        self.regs.sp = (self.regs.sp - 2) & 0xFFFF
        self.write(self.regs.sp, bytes((value & 0xFF, value >> 8)))
