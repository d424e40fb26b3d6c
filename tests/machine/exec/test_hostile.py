"""Programs that mean harm, or nonsense: an answer or an end, and nothing outside of the drive."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from machine.core.errors import Refused
from machine.exec.codes import Ended, Finished
from machine.exec.vm import KINDS, ProcessVm, Setup

RET = b"\xc9"
TEXT = 0x2000
BYTES = st.integers(0, 255)
WORDS = st.one_of(
    st.integers(0, 0xFFFF), st.sampled_from([0, 0x5C, 0x80, TEXT, TEXT + 64, 0xF380, 0xFFFF])
)
PATHS = st.one_of(
    st.lists(
        st.sampled_from(
            [
                b"..",
                b".",
                b"\\",
                b"/",
                b"SECRET.TXT",
                b"SUB",
                b"LINK",
                b"A:",
                b"B:",
                b"*.*",
                b"CON",
                b"?",
            ]
        ),
        max_size=8,
    ).map(b"".join),
    st.binary(max_size=40),
)
NAMES = st.one_of(
    st.sampled_from(
        [b"SECRET  TXT", b"..         ", b"LINK       ", b"FILE       ", b"???????????"]
    ),
    st.binary(min_size=11, max_size=11),
)
CALLS = st.lists(
    st.tuples(
        st.one_of(st.integers(0x0C, 0x31), st.integers(0x40, 0x70), BYTES),
        st.tuples(BYTES, BYTES, WORDS, WORDS, WORDS),
        PATHS,
        NAMES,
        BYTES,
    ),
    max_size=25,
)


def world(folder: Path) -> dict[str, bytes | str | None]:
    """Everything below a folder but the drive's own contents."""
    seen: dict[str, bytes | str | None] = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if name.startswith("drive/") and not path.is_symlink():
            continue
        if path.is_symlink():
            seen[name] = str(path.readlink())
        else:
            seen[name] = path.read_bytes() if path.is_file() else None
    return seen


def build(folder: Path) -> None:
    (folder / "drive" / "sub").mkdir(parents=True)
    (folder / "secret.txt").write_bytes(b"secret")
    (folder / "drive" / "file").write_bytes(b"file" * 100)
    (folder / "drive" / "sub" / "secret.txt").write_bytes(b"own")
    (folder / "drive" / "link").symlink_to("../secret.txt")
    (folder / "drive" / "sub" / "link").symlink_to("../..")
    (folder / "ret.com").write_bytes(RET)


@given(st.sampled_from(KINDS), CALLS, st.booleans())
def test_no_call_does_harm(kind, calls, read_only):
    with tempfile.TemporaryDirectory() as name, Path(os.devnull).open("r+b") as null:
        folder = Path(name)
        build(folder)
        before = world(folder)
        setup = Setup(
            folder / "ret.com",
            drives={0: (folder / "drive", read_only)},
            kind=kind,
            source=null.fileno(),
            target=null.fileno(),
            until=1.0,
        )
        vm = ProcessVm(setup)
        for function, (a, b, de, hl, ix), text, fcb_name, drive in calls:
            make(vm, function, (a, b, de, hl, ix), text, bytes((drive % 3,)) + fcb_name)
        with suppress(Refused):  # what it does then may be anything, too
            vm.run()

        assert world(folder) == before


def make(vm, function, registers, text, fcb):
    """One call; it may end the program."""
    guest = vm.guest
    a, b, guest.de, guest.hl, guest.cpu.ix = registers
    guest.regs.a, guest.regs.b, guest.regs.c = a, b, function
    guest.write(TEXT, text + b"\0")
    guest.write(TEXT + 64, fcb)
    guest.write(0x5C, fcb)
    try:
        vm._wired.system.call()
    except (Ended, Finished, Refused):
        pass
    finally:
        guest.cpu.sp, guest.cpu.pc = 0x8000, 0x0100
        guest.write(0x0100, RET)
        guest.write(0x8000, b"\0\0")
        guest.write(0x0000, b"\xc3\x03" + bytes((guest.memory[2],)))
