"""PNG files (RFC 2083): just enough to write a picture, with no dependency."""

import struct
import zlib


def encode(width: int, height: int, rgb: bytes, level: int = 6) -> bytes:
    """A PNG of `width` x `height` pixels; `rgb` has three bytes a pixel, rows from the top."""
    assert len(rgb) == width * height * 3
    stride = width * 3
    rows = b"".join(b"\0" + rgb[row * stride : (row + 1) * stride] for row in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(rows, level))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
