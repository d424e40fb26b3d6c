"""Text typed as fast as the firmware takes it: into its ring of typed characters.

A key held in the matrix gives one character in several frames and repeats when held too long; the
ring is what the firmware itself fills from the matrix, so nothing is lost and nothing doubled.
"""

from machine.board import KeyBuffer
from machine.core.bus import Bus


class Typist:
    """Characters waiting to be typed, as codes of the board's character set."""

    def __init__(self, ring: KeyBuffer | None) -> None:
        self._ring = ring
        self.waiting = bytearray()

    def feed(self, bus: Bus) -> None:
        """Puts as many characters into the ring as there is room; call between frames."""
        ring = self._ring
        while ring is not None and self.waiting:
            put = bus.peek(ring.put) | bus.peek(ring.put + 1) << 8
            get = bus.peek(ring.get) | bus.peek(ring.get + 1) << 8
            end = ring.start + ring.size
            if not (ring.start <= put < end and ring.start <= get < end):
                return  # the firmware has not set its work area up yet
            following = put + 1 if put + 1 < end else ring.start
            if following == get:
                return
            bus.poke(put, self.waiting.pop(0))
            bus.poke(ring.put, following & 0xFF)
            bus.poke(ring.put + 1, following >> 8)
