"""Pictures that a BASIC program draws, as colours read from the video memory."""

import numpy as np

from tests.support.basic import LIMIT, Basic

_END = 9999
_BITS = {5: 4, 6: 2, 7: 4, 8: 8}


def drawn(basic: Basic, statements: str, limit: float = LIMIT) -> np.ndarray:
    """The picture after `statements`, program lines; rows of colours, screen 3 in blocks."""
    show(basic, statements, limit)
    return colours(basic)


def show(basic: Basic, statements: str, limit: float = LIMIT) -> None:
    """Runs program lines and stays in their screen mode; AssertionError if they do not come to an end."""
    lines = [f"{number} {line}" for number, line in enumerate(statements.strip().splitlines(), 10)]
    basic.type_program("\n".join([*lines, f"{_END} GOTO {_END}"]))
    basic.run_up_to(_END, frames=2, limit=limit)


def colours(basic: Basic) -> np.ndarray:
    """The picture of screens 2-6, page 0."""
    mode = basic.byte("SCRMOD")
    if mode == 3:
        return _blocks(_bytes(basic, 0, 1536))
    if mode in {2, 4}:
        return _patterns(_bytes(basic, 0, 6144), _bytes(basic, 0x2000, 6144))
    count = 8 // _BITS[mode]
    data = _bytes(basic, 0, 212 * 128).reshape(212, 128)
    parts = [data >> _BITS[mode] * place & (1 << _BITS[mode]) - 1 for place in range(count)]
    return np.stack(parts[::-1], axis=2).reshape(212, 128 * count)


def _bytes(basic: Basic, start: int, count: int) -> np.ndarray:
    return np.frombuffer(bytes(basic.vm.vram(start, count)), dtype=np.uint8)


def _blocks(data: np.ndarray) -> np.ndarray:
    rows = data.reshape(6, 32, 8).transpose(0, 2, 1).reshape(48, 32)
    return np.stack([rows >> 4, rows & 15], axis=2).reshape(48, 64)


def _patterns(shapes: np.ndarray, inks: np.ndarray) -> np.ndarray:
    shape = shapes.reshape(24, 32, 8).transpose(0, 2, 1).reshape(192, 32)
    ink = inks.reshape(24, 32, 8).transpose(0, 2, 1).reshape(192, 32)
    bits = np.unpackbits(shape[:, :, None], axis=2)
    return np.where(bits, ink[:, :, None] >> 4, ink[:, :, None] & 15).reshape(192, 256)
