"""A cartridge without bank switching: 8 to 64 KB of ROM at fixed addresses.

Where the ROM stands follows from its header, "AB" at offset 0, 4000h or 8000h, and the 16 KB in
which the first of the addresses in it (INIT, STATEMENT, DEVICE, TEXT) lies: the header must be at
the start of those. Boards of these cartridges leave address lines undecoded, so a smaller ROM
appears again in the rest of the slot. Only a BASIC program (TEXT at 8000h) keeps to its place: the
firmware would find it twice otherwise.

Inaccuracies: boards that decode more or other address lines show the ROM in fewer or other places.

Source: MSX2 Technical Handbook, chapter 5.7.2, "Cartridge header"; the layout agrees with openMSX
18, looked at from outside.
"""

import cython
from cython.cimports.cpython.bytearray import PyByteArray_AS_STRING
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER, Memory, State

QUARTER = 0x4000
SPACE = 0x10000


def header_at(image: bytes) -> int:
    """The offset of the cartridge header, -1 if there is none."""
    offsets = [0x4000, 0, 0x8000] if len(image) > 0x8000 else [0, 0x4000]
    for offset in offsets:
        if image[offset : offset + 2] == b"AB":
            return offset
    return -1


def entry(image: bytes, offset: int) -> int:
    """The first address in the header at `offset`, 0 if all are empty."""
    fields = [int.from_bytes(image[offset + at : offset + at + 2], "little") for at in (2, 4, 6, 8)]
    return next((address for address in fields if address), 0)


def is_basic(image: bytes) -> bool:
    """Whether the image is a BASIC program for 8000h of at most 16 KB."""
    text = int.from_bytes(image[8:10], "little")
    return len(image) <= QUARTER and header_at(image) == 0 and text & 0xC000 == 0x8000


def start_of(image: bytes) -> int:
    """The address of the first byte: a multiple of 4000h."""
    if len(image) > 0xC000:
        return 0
    offset = header_at(image)
    if offset < 0:
        return 0 if len(image) > 0x8000 else QUARTER
    address = entry(image, offset)
    quarter = address & 0xC000 if 0x4000 <= address < 0xC000 else 0x4000
    if len(image) > 0x8000:  # 48 KB fit only in these two ways
        return 0 if offset == 0x4000 else QUARTER
    return (quarter - offset) % SPACE


@cython.cclass
class Plain(Memory):
    """The cartridge."""

    _cells: bytearray
    _start: cython.int
    _is_basic: cython.bint

    def __init__(self, name: str, bus: Bus, image: bytes) -> None:
        """`image`: 1 byte to 64 KB; it is filled up with FFh to a multiple of 8 KB."""
        Memory.__init__(self, name)
        assert 0 < len(image) <= SPACE
        size = 0x2000 if len(image) <= 0x2000 else -(-len(image) // QUARTER) * QUARTER
        self._cells = bytearray(image) + b"\xff" * (size - len(image))
        self._start = start_of(image)
        self._is_basic = is_basic(image)
        self.state = State()
        self.attach()

    @cython.ccall
    def attach(self) -> cython.void:
        """Points the pages at the image."""
        cells: cython.p_uchar = cython.cast(cython.p_uchar, PyByteArray_AS_STRING(self._cells))
        size: cython.int = len(self._cells)
        page: cython.int
        offset: cython.int
        self.state.due = NEVER
        for page in range(8):
            offset = (page * 0x2000 - self._start) & 0xFFFF
            if size == 0xC000:
                offset = offset if offset < size else offset - 0x4000  # the last 16 KB again
            else:
                offset %= size
            if not self._is_basic or page // 2 == 2:
                self.rd[page] = cells + offset
