"""The gate of the process VM's board."""

from machine.board import build
from machine.boards.process import GATE_PORT, PROCESS
from machine.core.scheduler import Scheduler

CODE = bytes((0xD3, GATE_PORT, 0x3C, 0x18, 0xFB))  # OUT (gate),A; INC A; JR back


def test_a_write_ends_the_run_after_its_instruction():
    rack = build(PROCESS, 60, {})
    cpu, ram = rack.devices["cpu"], rack.devices["ram"]
    for page in range(8):
        rack.bus.show(page, ram)
    ram.cells[: len(CODE)] = CODE
    cpu.reset(0)
    cpu.af = 0x4000
    scheduler = Scheduler(rack.bus, cpu, list(rack.devices.values()))

    seen = [(scheduler.run(1 << 40), cpu.pc, cpu.af >> 8) for _ in range(3)]

    assert seen == [(True, 2, 0x40), (True, 2, 0x41), (True, 2, 0x42)]
    assert rack.devices["gate"].state.calls == 3


def test_damaged_count_is_bounded():
    gate = build(PROCESS, 60, {}).devices["gate"]
    gate.state.calls = -5

    gate.attach()

    assert gate.state.calls == 0
