"""The functions of handles as programs of the set call them."""

from tests.support.dos_programs.calls import call

DATA = "h1: db 0\nh2: db 0\nh3: db 0\nbuffer: EQU &3000\n"


def create(name: str, keep: str, attributes: int = 0, mode: int = 0) -> str:
    """Creates a file; its handle is kept at `keep`."""
    return call(0x44, shows="a b", keep=keep, a=mode, b=attributes, de=name)


def opened(name: str, keep: str, mode: int = 0) -> str:
    """Opens a file; its handle is kept at `keep`."""
    return call(0x43, shows="a b", keep=keep, a=mode, de=name)


def read(handle: str, count: int, to: str = "buffer") -> str:
    """Reads `count` bytes."""
    return call(0x48, shows="a hl", b=f"({handle})", de=to, hl=count)


def write(handle: str, count: int, of: str) -> str:
    """Writes `count` bytes."""
    return call(0x49, shows="a hl", b=f"({handle})", de=of, hl=count)


def seek(handle: str, method: int, offset: int) -> str:
    """Moves the file's place."""
    high, low = offset >> 16 & 0xFFFF, offset & 0xFFFF
    return call(0x4A, shows="a de hl", a=method, b=f"({handle})", de=high, hl=low)


def close(handle: str) -> str:
    """Closes a handle."""
    return call(0x45, b=f"({handle})")


def shown(count: int, at: str = "buffer") -> str:
    """Prints bytes of memory."""
    return f"         ld hl,{at}\n         ld b,{count}\n         call show.bytes\n         call show.line\n"
