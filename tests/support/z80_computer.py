"""A processor on a bus of RAM that writes down what passes over it."""

from machine.core.scheduler import Scheduler
from machine.cpu.recording_bus import RecordingBus
from machine.cpu.z80 import Z80


def a_computer(program, at=0x4000, m1_wait=0, cycle_ticks=1, traced=False, **registers):
    """A processor about to execute `program` (hexadecimal), with memory else full of NOPs."""
    bus = RecordingBus()
    bus.begin(list(enumerate(bytes.fromhex(program), at)), [], traced)
    cpu = Z80("z80", bus, cycle_ticks, m1_wait)
    cpu.reset(0)
    cpu.pc = at
    cpu.sp = 0xF000
    for name, value in registers.items():
        setattr(cpu, name, value)
    return bus, cpu


def stack_top(bus, cpu):
    """The word that RET would take."""
    return bus.peek(cpu.sp) | bus.peek(cpu.sp + 1) << 8


def run_to(bus, cpu, tick):
    """Lets time pass up to a tick."""
    Scheduler(bus, cpu, []).run(tick)
