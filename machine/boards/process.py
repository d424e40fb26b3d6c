"""The board of a process VM (`eightbox exec`): a processor, 64 KB of RAM and the gate to the host."""

from machine.board import Board, Part, Ports
from machine.boards.parts import CRYSTAL_HZ

GATE_PORT = 0x2F

PROCESS = Board(
    name="process",
    title="One program",
    crystal_hz=CRYSTAL_HZ,
    parts=(
        Part("z80", "cpu", {"cycle_ticks": 6, "m1_wait": 1}),
        Part("ram", "ram"),
        Part("gate", "gate", ports=(Ports(GATE_PORT, 1, inputs=False),)),
    ),
)
