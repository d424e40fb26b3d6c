"""Messages as bytes: a 32-bit little-endian length, then one MessagePack map.

The only place that knows the encoding. What comes in is not trusted: it is checked against the
types of `machine.worker.messages`, and its length is bounded.
"""

import struct
from collections.abc import Iterator
from typing import Any

import msgspec

from machine.core.errors import Refused
from machine.worker.messages import FromMachine, Notice, Request, ToMachine

MAX_LENGTH = 64 << 20  # bytes; a list of snapshots with its thumbnails is the longest message

_LENGTH = struct.Struct("<I")
_ENCODER = msgspec.msgpack.Encoder()


class Garbled(msgspec.Struct, frozen=True):
    """A message of good length that is none: its `id` as far as it can be told, and the reason."""

    id: int
    reason: str


class Unframed(Exception):
    """The stream of bytes can't be cut into messages any more."""


def pack(message: Request | Notice) -> bytes:
    """One message as bytes, with its length before it.

    Refused if a text in it is none, as the name of a file may be.
    """
    try:
        body = _ENCODER.encode(message)
    except UnicodeEncodeError as error:
        raise Refused(
            f"{error.object!r} has characters that are none; give it another name."
        ) from error
    assert len(body) <= MAX_LENGTH, f"a message of {len(body)} bytes"
    return _LENGTH.pack(len(body)) + body


class Unpacker:
    """Cuts a stream of bytes, fed in pieces of any size, into messages of one union."""

    def __init__(self, union: Any) -> None:
        self._decoder = msgspec.msgpack.Decoder(union)
        self._bytes = bytearray()

    def feed(self, data: bytes) -> None:
        """Takes the next bytes of the stream."""
        self._bytes += data

    def messages(self) -> Iterator[Any]:
        """The messages that are complete; `Garbled` stands for one that can't be understood.

        Raises `Unframed` at a length that no message has.
        """
        while len(self._bytes) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._bytes)
            if length > MAX_LENGTH:
                raise Unframed(f"a message of {length} bytes")
            end = _LENGTH.size + length
            if len(self._bytes) < end:
                return
            body = bytes(self._bytes[_LENGTH.size : end])
            del self._bytes[:end]
            yield self._decode(body)

    def _decode(self, body: bytes) -> Any:
        try:
            return self._decoder.decode(body)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            return Garbled(_id_in(body), str(error))


def requests() -> Unpacker:
    """The worker's ear."""
    return Unpacker(ToMachine)


def notices() -> Unpacker:
    """The client's ear."""
    return Unpacker(FromMachine)


def _id_in(body: bytes) -> int:
    try:
        found = msgspec.msgpack.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return 0
    number = found.get("id", 0) if isinstance(found, dict) else 0
    return number if isinstance(number, int) and 0 <= number < 1 << 62 else 0
