"""EDIT.COM in the guest: its keys, and a machine that shows it."""

from machine.media.dsk import Disk
from tests.support.dos import BIN, Dos, disk_with, names, started, system_files

EDIT = (BIN / "edit.com").read_bytes()
SAVE, QUIT, SAVE_AS, FIND, NEXT = "\x13", "\x11", "\x17", "\x06", "\x0e"
PAGE_UP, PAGE_DOWN, TEXT_END, DELETE_LINE = "\x15", "\x04", "\x02", "\x19"
PUT_BACK, GO_TO, REPLACE = "\x16", "\x07", "\x14"
BIG = b"".join(b"%05d and some more\r\n" % n for n in range(1500))


def system_disk(**contents: bytes) -> Disk:
    """A system disk with the editor and files with the extension TXT."""
    texts = {f"{name}.TXT": data for name, data in contents.items()}
    return disk_with({**system_files(), "EDIT.COM": EDIT, **texts})


def settled(dos: Dos) -> None:
    """The editor waits for a key."""
    dos.vm.run(frames=4)
    assert dos.vm.run(until=lambda _: dos.halts(), limit=60)


def press(dos: Dos, keys: str) -> None:
    """Types, and waits until the editor has done it all."""
    dos.type(keys)
    settled(dos)


def editing(board: str, disk: Disk, name: str = "A.TXT", width: int = 40) -> Dos:
    """A machine with the editor on the screen."""
    dos = started(board, disk=disk)
    dos.line(f"MODE {width}")
    dos.type(f"EDIT {name}\r")
    dos.says("^S Save")
    settled(dos)
    return dos


def left_with(board: str, text: bytes, keys: str) -> bytes:
    """What is in a file after keys in the editor."""
    disk = system_disk(A=text)
    dos = editing(board, disk)
    press(dos, keys)
    dos.type(SAVE)
    dos.says("Saved")
    dos.type(QUIT)
    dos.wait()
    assert "EDIT.$$$" not in names(disk)
    return names(disk)["A.TXT"]
