"""Plain cartridges: where the ROM stands, and where it appears again."""

import pytest

from machine.cartridges.plain import Plain
from machine.core.bus import Bus


def image(kilobytes: int, header: int, init: int = 0, text: int = 0) -> bytes:
    """8 KB banks filled with their number; the header at offset `header`."""
    data = bytearray(b"".join(bytes([bank]) * 0x2000 for bank in range(kilobytes // 8)))
    data[header : header + 10] = (
        b"AB" + init.to_bytes(2, "little") + bytes(4) + text.to_bytes(2, "little")
    )
    return bytes(data)


def layout(data: bytes) -> list[int]:
    """The bank seen in each 8 KB of the slot, 255 for none."""
    cartridge = Plain("cart1", Bus(1), data)
    return [cartridge.read_memory(page * 0x2000 + 0x100, 0) for page in range(8)]


# The right column is what openMSX 18 shows in "slotted memory" for the same images.
@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (image(8, 0, init=0x4010), "0 0 0 0 0 0 0 0"),
        (image(8, 0, init=0x8010), "0 0 0 0 0 0 0 0"),
        (image(8, 0, text=0x8010), "255 255 255 255 0 0 255 255"),
        (image(16, 0, init=0x4010), "0 1 0 1 0 1 0 1"),
        (image(16, 0, init=0x8010), "0 1 0 1 0 1 0 1"),
        (image(16, 0, text=0x8010), "255 255 255 255 0 1 255 255"),
        (image(16, 0, init=0x0010), "0 1 0 1 0 1 0 1"),
        (image(32, 0, init=0x4010), "2 3 0 1 2 3 0 1"),
        (image(32, 0, init=0x8010), "0 1 2 3 0 1 2 3"),
        (image(32, 0x4000, init=0x4010), "0 1 2 3 0 1 2 3"),
        (image(32, 0x4000, init=0x8010), "2 3 0 1 2 3 0 1"),
        (image(48, 0, init=0x4010), "4 5 0 1 2 3 4 5"),
        (image(48, 0x4000, init=0x4010), "0 1 2 3 4 5 4 5"),
        (image(64, 0x4000, init=0x4010), "0 1 2 3 4 5 6 7"),
        (image(64, 0x8000, init=0x8010), "0 1 2 3 4 5 6 7"),
    ],
)
def test_rom_stands_where_its_header_says(data: bytes, expected: str) -> None:
    assert layout(data) == [int(bank) for bank in expected.split()]


def test_an_image_of_odd_size_is_filled_up() -> None:
    cartridge = Plain("cart1", Bus(1), image(24, 0, init=0x4010))

    assert cartridge.read_memory(0x8100, 0) == 2
    assert cartridge.read_memory(0xA100, 0) == 255


def test_writes_leave_the_rom_as_it_is() -> None:
    cartridge = Plain("cart1", Bus(1), image(32, 0, init=0x4010))

    cartridge.write_memory(0x4100, 99, 0)

    assert cartridge.read_memory(0x4100, 0) == 0
    assert cartridge.peek_memory(0x4100, 0) == 0
