"""Page 0, the entries at the top of memory, and the program.

    0000  JP to the second entry of the BIOS table      0080  the arguments: length, text, 0
    0003  I/O byte, current drive                       0100  the program
    0005  JP to the system: its address is the end of the program's memory
    005C, 006C  the first two arguments as FCBs

An entry of the system is OUT (gate),A and RET. Their places are in `layout`; the system itself
takes no more memory than that.
"""

from pathlib import Path

from machine.boards.process import GATE_PORT
from machine.core.errors import Refused
from machine.exec import names
from machine.exec.drives import Layout
from machine.exec.guest import Guest
from machine.exec.mapper import RAM_SLOT, ROUTINES

START = 0x0100
FCBS = (0x005C, 0x006C)
TAIL = 0x0080
LONGEST_TAIL = 127
MSX_ENTRY = 0xF37D
EXTBIO, HOKVLD = 0xFFCA, 0xFB20
JIFFY = 0xFC9E
RST_38 = 0x0038
H_KEYI, H_TIMI = 0xFD9A, 0xFD9F
SLOTS_OF_RAM, EXPANDED = 0xF341, 0xFCC1
MAPPER_JUMPS, MAPPER_TABLE, INTERRUPT = 0xF4B8, 0xF4E8, 0xF580
# Saves all registers, calls H.KEYI and, A being the video chip's status, H.TIMI.
INTERRUPT_ROUTINE = bytes.fromhex(
    "F5C5D5E5 D908F5C5D5E5DDE5FDE5 CD9AFD 3E80CD9FFD FDE1DDE1E1D1C1F108D9 E1D1C1F1FBC9"
)
SEPARATORS = b" \t,;="
LAYOUTS = {
    "cpm": Layout(
        entry=0xFC06,
        bios=0xFD00,
        disk_header=0xFDD0,
        disk_block=0xFDE0,
        table=0xFE00,
        stubs=0xFC09,
    ),
    # On an MSX all but the entry lies in what is BASIC's: line buffers and variables.
    "msx": Layout(
        entry=0xF306,
        bios=0xF500,
        disk_header=0xF540,
        disk_block=0xF550,
        table=0xF600,
        stubs=0xF420,
    ),
}
JP, RET, OUT = 0xC3, 0xC9, 0xD3
BIOS_NAMES = (
    "boot", "wboot", "const", "conin", "conout", "list", "punch", "reader", "home", "seldsk",
    "settrk", "setsec", "setdma", "read", "write", "listst", "sectran",
)  # fmt: skip
# Entries of the MSX's slot calls in page 0; with one memory all of them mean that one.
SLOT_CALLS = {0x000C: "rdslt", 0x0014: "wrslt", 0x001C: "calslt", 0x0024: "enaslt", 0x0030: "callf"}
STUB_SIZE = 3


def layout(kind: str) -> Layout:
    """The places of the entries on that system."""
    return LAYOUTS["cpm" if kind == "cpm" else "msx"]


def read_program(path: Path, kind: str) -> bytes:
    """The bytes of a .COM file. Refused if it is no file that fits."""
    room = layout(kind).entry - START
    path = find_program(path)
    try:
        if not path.is_file():
            raise Refused(f"{path} is no file; name a .COM program.")
        size = path.stat().st_size
        if 0 < size <= room:
            return path.read_bytes()
    except OSError as error:
        raise Refused(f"{path} cannot be read ({error.strerror}); name a .COM program.") from error
    if size == 0:
        raise Refused(f"{path} is empty; name a .COM program.")
    raise Refused(
        f"{path} has {size} bytes, but a program of this system has at most {room};"
        " choose a smaller one."
    )


def find_program(path: Path) -> Path:
    """The file, or the one that a program would find under this name, capitals or not."""
    wanted = names.pack(path.name)
    if path.exists() or wanted is None or not path.parent.is_dir():
        return path
    found = names.visible(entry.name for entry in path.parent.iterdir())
    return path.parent / found.get(wanted, path.name)


def tail(arguments: list[str], kind: str) -> bytes:
    """The arguments as one line, a blank before each. Refused if it is too long.

    CP/M's are in capitals, as its command line makes them.
    """
    text = "".join(f" {argument}" for argument in arguments)
    codes = (text.upper() if kind == "cpm" else text).encode("ascii", "replace")
    if len(codes) > LONGEST_TAIL:
        raise Refused(
            f"The arguments have {len(codes)} characters, but a program gets at most"
            f" {LONGEST_TAIL}; shorten them."
        )
    return codes


def argument_fcbs(line: bytes) -> list[bytes]:
    """The first two arguments as the first 16 bytes of an FCB: drive, name, zeros."""
    fcbs = []
    for _ in FCBS:
        line = line.lstrip(SEPARATORS)
        drive = 0
        if line[1:2] == b":" and line[:1].isalpha():
            drive = line[0] & 0x1F
            line = line[2:]
        name, used = names.parse(line)
        line = line[used:]
        while line and line[0] not in SEPARATORS:
            line = line[1:]
        fcbs.append(bytes((drive,)) + name + bytes(4))
    return fcbs


class Entries:
    """The entries in memory, and whose an address is."""

    def __init__(self, guest: Guest, kind: str) -> None:
        """Writes them into the guest's memory."""
        self._guest = guest
        self._owners: dict[int, str] = {}
        self.layout = place = layout(kind)
        self._stub(place.entry, "bdos")
        guest.write(place.entry - 6, b"\x22\0\0\0\0\0")  # version and serial number
        self._free = place.stubs
        for number, name in enumerate(BIOS_NAMES):
            self._jump(place.bios + 3 * number, self.stub(name))
        self._jump(0x0000, place.bios + 3)
        self._jump(0x0005, place.entry)
        self.abort_return = self.stub("abort return")
        if kind != "cpm":
            for address, name in SLOT_CALLS.items():
                self._jump(address, self.stub(name))
            self._jump(MSX_ENTRY, place.entry)
            guest.memory[EXTBIO] = RET
            guest.write(SLOTS_OF_RAM, bytes((RAM_SLOT,)) * 4)
            guest.memory[EXPANDED + (RAM_SLOT & 3)] = 0x80
            guest.write(H_KEYI, bytes((RET,)) * 10)
            guest.write(INTERRUPT, INTERRUPT_ROUTINE)
            self._jump(RST_38, INTERRUPT)
        if kind == "msx2":
            for number, name in enumerate(ROUTINES):
                self._jump(MAPPER_JUMPS + 3 * number, self.stub(name))
            self.segment_return = self.stub("segment return")
            self._jump(EXTBIO, self.stub("extbio"))
            guest.memory[HOKVLD] |= 1

    def stub(self, name: str) -> int:
        """The address of a new entry."""
        address = self._free
        self._free += STUB_SIZE
        self._stub(address, name)
        return address

    def _stub(self, address: int, name: str) -> None:
        self._guest.write(address, bytes((OUT, GATE_PORT, RET)))
        self._owners[address + 2] = name  # where the processor is when the gate was used

    def _jump(self, address: int, target: int) -> None:
        self._guest.write(address, bytes((JP, target & 0xFF, target >> 8)))

    def owner(self, pc: int) -> str | None:
        """The name of the entry whose OUT was before `pc`; None if a program wrote to that port."""
        return self._owners.get(pc)


def load(guest: Guest, program: bytes, line: bytes, drive: int, entries: Entries) -> None:
    """The program at 0100h with its arguments, about to be called."""
    guest.write(0x0003, bytes((0x95, drive)))  # the I/O byte: a terminal, a printer
    for address, fcb in zip(FCBS, argument_fcbs(line), strict=True):
        guest.write(address, fcb)
    guest.write(TAIL, bytes((len(line),)) + line + b"\0")
    guest.write(START, program)
    guest.cpu.sp = entries.layout.entry - 6
    guest.push(0x0000)  # RET ends the program
    guest.cpu.pc = START
    guest.cpu.iff1 = guest.cpu.iff2 = 1
    guest.cpu.im = 1
