"""File control blocks: their fields, by system.

    00      drive, 0 the current one        10-13   size (CP/M: 10-1F block numbers)
    01-0B   name                            14-17   date and time
    0C      extent, 16 KB each              18      40h + drive, or device; 1A-1D where the file is
    0D      attributes, S1                  20      record in the extent
    0E-0F   extent's high half, RC;         21-24   random record
            record size of the block functions

In CP/M 0C has five bits of the extent, and 0E those from the sixth on.

Sources: "CP/M 2.2 Operating System Manual", 5.2; MSX2 Technical Handbook, figure 3.18; "MSX-DOS 2
Program Interface Specification", 3.6.
"""

from machine.charsets import capital_codes
from machine.exec.names import SIZE as NAME_SIZE

RECORD = 128
EXTENT = 128  # records
LENGTH = 37  # bytes, the random record included
MAGIC = b"EX"
SMALL_RECORD = 64  # of smaller ones the random record has four bytes


class Fcb:
    """A program's FCB: a copy of its bytes, with fields. `kind`: cpm, msx1 or msx2."""

    def __init__(self, data: bytes, kind: str) -> None:
        assert len(data) == LENGTH
        self.data = bytearray(data)
        self._kind = kind

    @property
    def drive(self) -> int:
        """The program's drive number, 0 the current one."""
        return self.data[0]

    @property
    def name(self) -> bytes:
        """Eleven characters, in capitals; without the attribute bits that CP/M has in them."""
        return self._name(1)

    @property
    def new_name(self) -> bytes:
        """The second name, for renaming."""
        return self._name(17)

    def _name(self, at: int) -> bytes:
        name = bytes(self.data[at : at + NAME_SIZE])
        return capital_codes(bytes(code & 0x7F for code in name) if self._kind == "cpm" else name)

    def set_name(self, name: bytes) -> None:
        """The file's own name."""
        self.data[1:12] = name

    # Positions

    @property
    def extent(self) -> int:
        """The extent, in 16 KB."""
        if self._kind == "cpm":
            return (self.data[12] & 31) + 32 * (self.data[14] & 63)
        return self.data[12] + 256 * self.data[14]

    @property
    def record(self) -> int:
        """The next sequential record, of 128 bytes."""
        return self.extent * EXTENT + self.data[32]

    @record.setter
    def record(self, value: int) -> None:
        extent, self.data[32] = divmod(value, EXTENT)
        if self._kind == "cpm":
            self.data[12], self.data[14] = extent & 31, extent >> 5 & 63
        else:
            self.data[12], self.data[14] = extent & 0xFF, extent >> 8 & 0xFF

    def advance(self) -> None:
        """The sequential record goes on; CP/M opens the next extent only when it is used."""
        if self._kind == "cpm" and self.data[32] == EXTENT - 1:
            self.data[32] = EXTENT
        else:
            self.record += 1

    @property
    def random(self) -> int:
        """The random record; three bytes."""
        return int.from_bytes(self.data[33:36], "little")

    @random.setter
    def random(self, value: int) -> None:
        self.data[33:36] = (value & 0xFFFFFF).to_bytes(3, "little")

    @property
    def record_size(self) -> int:
        """The record size of the block functions, in bytes."""
        return self.data[14] | self.data[15] << 8

    @property
    def block_record(self) -> int:
        """The random record of the block functions: four bytes of small records, else three."""
        count = 4 if self.record_size < SMALL_RECORD else 3
        return int.from_bytes(self.data[33 : 33 + count], "little")

    @block_record.setter
    def block_record(self, value: int) -> None:
        count = 4 if self.record_size < SMALL_RECORD else 3
        self.data[33 : 33 + count] = (value & ((1 << 8 * count) - 1)).to_bytes(count, "little")

    # What the system keeps

    @property
    def is_open(self) -> bool:
        """Whether we opened it, and the program has left that alone."""
        return self._kind != "cpm" and bytes(self.data[28:30]) == MAGIC

    @property
    def where(self) -> int:
        """What `opened` was given."""
        return self.data[26] | self.data[27] << 8

    def opened(self, mark: int, where: int) -> None:
        """It is open. `mark`: 40h + drive, or the device; `where`: the directory's number."""
        self.data[24:30] = bytes((mark, 0, where & 0xFF, where >> 8 & 0xFF)) + MAGIC

    def set_stamp(self, date: int, time: int) -> None:
        """Date and time of the last change, 16 bits each."""
        if self._kind != "cpm":
            self.data[20:24] = bytes((date & 0xFF, date >> 8, time & 0xFF, time >> 8))

    def set_size(self, size: int, *, by_blocks: bool = False) -> None:
        """The file's size, and what follows from it: the records in the extent.

        They are not noted where a program has its record size.
        """
        records = min(max(records_of(size) - self.extent * EXTENT, 0), EXTENT)
        if self._kind == "cpm" or not (by_blocks or self.data[14]):
            self.data[15] = records
        if self._kind == "cpm":
            self.data[16:32] = block_numbers(records)
            return
        self.data[16:20] = min(size, 0xFFFFFFFF).to_bytes(4, "little")


def records_of(size: int) -> int:
    """How many records of 128 bytes hold `size` bytes."""
    return -(-size // RECORD)


def block_numbers(records: int) -> bytes:
    """Eight words that show as many blocks of 2 KB in use as an extent with `records` has."""
    used = -(-records // 16)
    words = (number + 16 if number < used else 0 for number in range(8))
    return b"".join(word.to_bytes(2, "little") for word in words)
