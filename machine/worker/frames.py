"""Pictures and sound, shared by a worker and its client without a name and without a copy.

One block of anonymous memory, made by the client and handed to the worker as a file descriptor;
the kernel frees it when both are gone. Layout, 64-bit words in the host's order:

    word 0      MAGIC              word 8k (k = 1, 2, 3): the header of picture slot k-1
    word 1      latest sequence      +0 sequence when writing began
    word 2      samples written      +1 the same sequence when it was finished
    word 3      samples read         +2 width, +3 height (pixels)
    4096        slot 0, then 1, 2: 640 x 480 pixels of 32 bits, 0xFFRRGGBB, rows without padding
    after       the sound ring: SOUND_RING int16 samples, mono, 48 000 Hz

A picture of sequence n is written into slot n % 3, so the reader has the time of two pictures for
one; `intact` says whether it had. The writer of sound never waits: a reader that is behind by more
than the ring goes on with the newest samples.
"""

import mmap
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

MAX_WIDTH, MAX_HEIGHT = 640, 480
SLOTS = 3
SOUND_RATE = 48_000  # samples a second
SOUND_RING = 1 << 16  # samples
COPY_TRIES = 8  # a writer would have to lap the reader as often

MAGIC = 0x3158_4F42_5448_4738
_LATEST, _WRITTEN, _READ = 1, 2, 3
_BEGIN, _END, _WIDTH, _HEIGHT = range(4)
_PICTURES = 4096
_SLOT_BYTES = MAX_WIDTH * MAX_HEIGHT * 4
_SOUND = _PICTURES + SLOTS * _SLOT_BYTES
SIZE = _SOUND + SOUND_RING * 2


class SharedPicture(NamedTuple):
    """A picture where it lies: rows from the top, no padding, 32-bit pixels 0xFFRRGGBB."""

    sequence: int
    width: int
    height: int
    pixels: memoryview


def anonymous_memory() -> int:
    """A new file descriptor of `SIZE` zero bytes that has no name."""
    if sys.platform == "linux":
        descriptor = os.memfd_create("eightbox", os.MFD_CLOEXEC)
    else:
        with tempfile.TemporaryFile() as file:
            descriptor = os.dup(file.fileno())
    os.ftruncate(descriptor, SIZE)
    return descriptor


class Frames:
    """One side's view of the block. The worker calls `write_*`, the client everything else."""

    def __init__(self, descriptor: int) -> None:
        """Maps the memory; the descriptor stays the caller's."""
        self._map = mmap.mmap(descriptor, SIZE)
        self._bytes = memoryview(self._map)
        self._words = self._bytes[:_PICTURES].cast("Q")
        self._words[0] = MAGIC

    def close(self) -> None:
        """Lets go of the memory; pictures still held keep theirs until they are dropped."""
        self._words.release()
        self._bytes.release()
        with suppress(BufferError):  # somebody holds a SharedPicture: unmapped with its last holder
            self._map.close()

    @property
    def sequence(self) -> int:
        """The number of the newest complete picture, 0 before the first."""
        return self._words[_LATEST]

    def write_picture(self, width: int, height: int, fill: Callable[[memoryview], object]) -> int:
        """Publishes a picture that `fill` writes into the buffer it is given; its sequence."""
        assert 0 < width <= MAX_WIDTH, width
        assert 0 < height <= MAX_HEIGHT, height
        sequence = self._words[_LATEST] + 1
        slot = sequence % SLOTS
        header = 8 * (slot + 1)
        self._words[header + _BEGIN] = sequence
        self._words[header + _WIDTH] = width
        self._words[header + _HEIGHT] = height
        start = _PICTURES + slot * _SLOT_BYTES
        with self._bytes[start : start + width * height * 4] as pixels:
            fill(pixels)
        self._words[header + _END] = sequence
        self._words[_LATEST] = sequence
        return sequence

    def picture(self) -> SharedPicture | None:
        """The newest picture, None before the first. Use it, then ask `intact`."""
        sequence = self._words[_LATEST]
        slot = sequence % SLOTS
        header = 8 * (slot + 1)
        width, height = self._words[header + _WIDTH], self._words[header + _HEIGHT]
        if sequence == 0 or not (0 < width <= MAX_WIDTH and 0 < height <= MAX_HEIGHT):
            return None
        start = _PICTURES + slot * _SLOT_BYTES
        pixels = self._bytes[start : start + width * height * 4].toreadonly()
        return SharedPicture(sequence, width, height, pixels)

    def intact(self, picture: SharedPicture) -> bool:
        """Whether `picture` is still whole: the writer has not begun another one in its place."""
        header = 8 * (picture.sequence % SLOTS + 1)
        begun, ended = self._words[header + _BEGIN], self._words[header + _END]
        return begun == ended == picture.sequence

    def copy_picture(self) -> tuple[int, int, bytes] | None:
        """Width, height and pixels of the newest picture as a copy that nobody writes into."""
        for _ in range(COPY_TRIES):
            picture = self.picture()
            if picture is None:
                return None
            copied = bytes(picture.pixels)
            if self.intact(picture):
                return picture.width, picture.height, copied
        return None

    def write_sound(self, samples: bytes) -> None:
        """Appends int16 mono samples; the oldest give way."""
        samples = samples[-SOUND_RING * 2 :]
        written = self._words[_WRITTEN]
        at = written % SOUND_RING * 2
        first = min(len(samples), SOUND_RING * 2 - at)
        self._bytes[_SOUND + at : _SOUND + at + first] = samples[:first]
        self._bytes[_SOUND : _SOUND + len(samples) - first] = samples[first:]
        self._words[_WRITTEN] = written + len(samples) // 2

    @property
    def sound_fill(self) -> int:
        """Samples written and not yet read, at most `SOUND_RING`."""
        return min(max(self._words[_WRITTEN] - self._words[_READ], 0), SOUND_RING)

    def read_sound(self, most: int = SOUND_RING) -> bytes:
        """Takes up to `most` samples, the oldest first; b"" if there are none.

        Should the writer have overtaken the reader, what is left of the newest half comes.
        """
        written, read = self._words[_WRITTEN], self._words[_READ]
        if not 0 <= written - read <= SOUND_RING:
            read = max(written - SOUND_RING // 2, 0)
        count = min(most, written - read)
        at = read % SOUND_RING * 2
        first = min(count * 2, SOUND_RING * 2 - at)
        samples = bytes(self._bytes[_SOUND + at : _SOUND + at + first])
        samples += bytes(self._bytes[_SOUND : _SOUND + count * 2 - first])
        self._words[_READ] = read + count
        return samples
