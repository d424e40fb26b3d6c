"""The commands of the Media menu: the same for every socket of a kind, whatever the machine has.

Rows of the same table as those of `app.commands`; they depend on the machine and on the files used
before, so they are made when these are known.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from app.commands import Command, title_of
from machine.worker.messages import SocketInfo

DISK_SIZES = ((737_280, "720 KB"), (368_640, "360 KB"))
WRITE_MODES = (
    ("vm", "Keep in the VM"),
    ("file", "Write to the file"),
    ("read-only", "Read-only"),
)
MAPPERS = (
    ("", "As detected"),
    ("plain", "None: up to 64 KB"),
    ("ascii8", "ASCII, 8 KB"),
    ("ascii8-sram", "ASCII, 8 KB, with 8 KB of battery RAM"),
    ("ascii8-sram2", "ASCII, 8 KB, with 2 KB of battery RAM"),
    ("ascii16", "ASCII, 16 KB"),
    ("ascii16-sram", "ASCII, 16 KB, with 8 KB of battery RAM"),
    ("ascii16-sram2", "ASCII, 16 KB, with 2 KB of battery RAM"),
    ("konami", "Konami"),
    ("konami-scc", "Konami with SCC sound"),
    ("generic8", "Generic, 8 KB"),
    ("generic16", "Generic, 16 KB"),
)
KEYS = {
    "disk_a": "Ctrl+Shift+D",
    "disk_b": "Ctrl+Shift+F",
    "cart1": "Ctrl+Shift+G",
    "cassette": "Ctrl+Shift+T",
}


def socket_menu(socket: str) -> str:
    """The menu of a socket."""
    return f"Media/{title_of(socket)}"


def media_commands(
    sockets: Sequence[SocketInfo], recent: dict[str, list[str]]
) -> Iterator[Command]:
    """The commands of all sockets; `recent`: the files used before, by kind of socket."""
    yield Command(
        "media.open", "Media", "&Open a file…", "media.choose_any", keys="Ctrl+Shift+N",
        tip="Whatever it is: it goes where it fits",
    )  # fmt: skip
    yield Command(
        "media.explore", "Media", "E&xplore a disk image…", "explorers.of_file",
        tip="Look into it: files out and in, check and repair",
    )  # fmt: skip
    drives = [info.name for info in sockets if info.kind == "disk"]
    yield Command(
        "media.welcome_disk", "Media", "Start the &welcome disk", "media.start_welcome_disk",
        tuple(drives[:1]), when="has_drive",
        tip="Into the first drive, and reset: EB-DOS, a text about it and the sample programs",
    )  # fmt: skip
    if drives:
        yield Command(
            "media.fast_disks", "Media", "&Fast disks", "view.toggle", ("media.fast_disks",),
            state="media.fast_disks", tip="Disks take no time; else that of a real drive",
        )  # fmt: skip
    for info in sockets:
        socket, menu, name = info.name, socket_menu(info.name), f"media.{info.name}"
        has = f"has.{socket}"
        yield Command(
            f"{name}.insert", menu, "&Insert…", "media.choose", (socket,), KEYS.get(socket, "")
        )
        if info.kind == "disk":
            yield from _blanks(socket, menu)
        elif info.kind == "cassette":
            yield Command(
                f"{name}.blank", menu, "&New blank tape", "media.insert_blank", (socket, 1)
            )
        yield from _recent(info, menu, recent.get(info.kind, []))
        yield Command(f"{name}.eject", menu, "&Eject", "media.eject", (socket,), when=has)
        if info.kind in _OF_KIND:
            yield from _OF_KIND[info.kind](socket, menu)


def _blanks(socket: str, menu: str) -> Iterator[Command]:
    for size, title in DISK_SIZES:
        yield Command(
            f"media.{socket}.blank.{size}",
            f"{menu}/New blank disk",
            title,
            "media.insert_blank",
            (socket, size),
        )
    for size, title in DISK_SIZES:
        yield Command(
            f"media.{socket}.system.{size}",
            f"{menu}/New system disk",
            title,
            "media.insert_blank",
            (socket, size, "system"),
            tip="A disk that starts EB-DOS",
        )


def _recent(info: SocketInfo, menu: str, paths: Sequence[str]) -> Iterator[Command]:
    for place, path in enumerate(paths):
        yield Command(
            f"media.{info.name}.recent.{place}",
            f"{menu}/Used before",
            file_title(path),
            "media.insert",
            (info.name, path),
            tip=path,
        )
    if paths:
        yield Command(
            f"media.{info.name}.forget",
            f"{menu}/Used before",
            "Forget these",
            "media.forget_recent",
            (info.kind,),
            group=1,
        )


def _of_written(socket: str, menu: str) -> Iterator[Command]:
    name, has = f"media.{socket}", f"has.{socket}"
    yield Command(
        f"{name}.save", menu, "&Save to its file", "media.save", (socket,), group=1,
        when=f"unsaved.{socket}", tip="Write what the machine wrote into the medium's file",
    )  # fmt: skip
    yield Command(
        f"{name}.save_as", menu, "Save &as…", "media.save_as", (socket,), group=1, when=has
    )
    for mode, title in WRITE_MODES:
        yield Command(
            f"{name}.mode.{mode}",
            f"{menu}/What the machine writes",
            title,
            "media.set_mode",
            (socket, mode),
            state=f"mode.{socket}.{mode}",
            when=has,
        )


def _of_disk(socket: str, menu: str) -> Iterator[Command]:
    yield Command(
        f"media.{socket}.explore", menu, "E&xplore…", "explorers.of_drive", (socket,),
        when=f"has.{socket}", tip="The files on the disk: out and in, check and repair",
    )  # fmt: skip
    yield from _of_written(socket, menu)


def _of_cartridge(socket: str, menu: str) -> Iterator[Command]:
    for mapper, title in MAPPERS:
        yield Command(
            f"media.{socket}.mapper.{mapper or 'detected'}",
            f"{menu}/Mapper",
            title,
            "media.set_mapper",
            (socket, mapper),
            state=f"mapper.{socket}.{mapper}",
            group=0 if not mapper else 1,
            tip="How the cartridge's ROM is banked; the machine starts anew",
        )


def _of_cassette(socket: str, menu: str) -> Iterator[Command]:
    yield Command(
        f"media.{socket}.rewind", menu, "&Rewind", "media.rewind", (socket,), when=f"has.{socket}"
    )
    yield from _of_written(socket, menu)


_OF_KIND = {"disk": _of_disk, "cartridge": _of_cartridge, "cassette": _of_cassette}


def recent_vm_commands(paths: Sequence[str]) -> Iterator[Command]:
    """The VMs used before, newest first."""
    for place, path in enumerate(paths):
        yield Command(
            f"machine.recent.{place}",
            "Machine/Open recent VM",
            file_title(path, suffix=False),
            "app.open_image",
            (path,),
            tip=path,
        )
    yield Command(
        "machine.recent.forget", "Machine/Open recent VM", "Forget these", "app.forget_recent",
        when="recent_vms", group=1,
    )  # fmt: skip


def file_title(path: str, *, suffix: bool = True) -> str:
    """A file's name as a menu's text: an ampersand in it is no mnemonic."""
    return (Path(path).name if suffix else Path(path).stem).replace("&", "&&")
