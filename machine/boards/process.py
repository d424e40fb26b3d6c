"""The boards of a process VM (`eightbox exec`): a processor, RAM and the gates to the host.

CP/M has 64 KB; a program of MSX-DOS has a memory mapper, and a gate in the place of the video chip,
which tells the host that the program wants a screen.
"""

from machine.board import Board, Part, Ports
from machine.boards.parts import CRYSTAL_HZ

GATE_PORT = 0x2F
MAPPER_PORT = 0xFC
VIDEO_PORT = 0x98
SEGMENT = 0x4000

_CPU = Part("z80", "cpu", {"cycle_ticks": 6, "m1_wait": 1})
_GATE = Part("gate", "gate", ports=(Ports(GATE_PORT, 1, inputs=False),))

PROCESS = Board(
    name="process",
    title="One program",
    crystal_hz=CRYSTAL_HZ,
    parts=(_CPU, Part("ram", "ram"), _GATE),
)
MSX_PROCESS = Board(
    name="msx-process",
    title="One MSX-DOS program",
    crystal_hz=CRYSTAL_HZ,
    parts=(
        _CPU,
        Part("mapper-ram", "ram", {"size": 0x80000}, (Ports(MAPPER_PORT, 4),)),
        _GATE,
        Part("gate", "video", ports=(Ports(VIDEO_PORT, 4, inputs=False),)),
    ),
)
