"""How fast the Z80 runs, as times of a 3.58 MHz machine, on programs of several kinds.

    python tests/bench/bench_z80.py [SECONDS]

Each program repeats for ever; user CPU time is taken in turn, several rounds, the best one counts:
a shared machine is slower than it can be, never faster.
"""

import resource
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from machine.core.scheduler import Scheduler
from machine.cpu.recording_bus import RecordingBus
from machine.cpu.z80 import Z80
from tests.support.assembler import assemble

CLOCK = 3_579_545  # Hz
CYCLE_TICKS = 6
SLICE = 1368 * 262 * CYCLE_TICKS // 6  # ticks: a frame
ROUNDS = 5

PROGRAMS = {
    "sieve": """
again:   LD HL,0x8000
         LD DE,0x8001
         LD BC,0x1FFF
         LD (HL),1
         LDIR
         LD DE,2
next:    LD HL,0x8000
         ADD HL,DE
         LD A,(HL)
         OR A
         JR Z,skip
strike:  ADD HL,DE
         LD A,H
         CP 0xA0
         JR NC,skip
         LD (HL),0
         JR strike
skip:    INC DE
         LD A,E
         CP 90
         JR NZ,next
         JP again
""",
    "crc": """
again:   LD HL,0
         LD DE,0xFFFF
byte:    LD A,(HL)
         XOR D
         LD D,A
         LD B,8
bit:     SLA E
         RL D
         JR NC,zero
         LD A,E
         XOR 0x21
         LD E,A
         LD A,D
         XOR 0x10
         LD D,A
zero:    DJNZ bit
         INC HL
         LD A,H
         OR L
         JP NZ,byte
         JP again
""",
    "calls": """
again:   LD SP,0xF000
         LD HL,0x1234
         LD DE,0x077
loop:    PUSH HL
         CALL multiply
         POP BC
         LD A,L
         XOR C
         LD L,A
         INC DE
         JR loop
multiply: LD A,16
         LD B,H
         LD C,L
         LD HL,0
step:    ADD HL,HL
         RL E
         RL D
         JR NC,dont
         ADD HL,BC
dont:    DEC A
         JP NZ,step
         RET
""",
    "index": """
again:   LD IX,0x8000
         LD IY,0x9000
         LD B,0
loop:    LD A,(IX+3)
         ADD A,(IY+5)
         LD (IX+4),A
         INC (IX+7)
         BIT 3,(IX+7)
         JR Z,even
         LD L,(IX+0)
         LD H,(IX+1)
         ADD HL,HL
         LD (IX+0),L
         LD (IX+1),H
even:    INC IX
         INC IY
         DJNZ loop
         JR again
""",
    "arithmetic": """
again:   LD BC,0x1357
         LD DE,0x2468
loop:    LD A,B
         ADD A,C
         ADC A,D
         SUB E
         SBC A,H
         AND 0x7F
         OR L
         XOR B
         CP C
         RRCA
         DAA
         INC B
         DEC C
         LD H,A
         EX DE,HL
         SBC HL,BC
         ADC HL,DE
         INC DE
         DEC BC
         JP loop
""",
    "copy": """
again:   LD HL,0x8000
         LD DE,0xA000
         LD BC,0x1000
         LDIR
         JR again
""",
    "search": """
again:   LD HL,0
         LD BC,0
         LD A,0xFE
         CPIR
         JR again
""",
    "halt": """
again:   HALT
         JR again
""",
}


def bench(seconds: float) -> dict[str, float]:
    """Emulated seconds per user CPU second, by program."""
    best = dict.fromkeys(PROGRAMS, 0.0)
    machines = {}
    for name, source in PROGRAMS.items():
        bus = RecordingBus()
        bus.begin(list(enumerate(assemble(source))), [], False)
        machines[name] = Scheduler(bus, Z80("z80", bus, CYCLE_TICKS, 1), [])
    for _ in range(ROUNDS):
        for name, scheduler in machines.items():
            start = scheduler.bus.now
            before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
            used = 0.0
            while used < seconds:
                for _ in range(200):
                    scheduler.run(scheduler.bus.now + SLICE)
                used = resource.getrusage(resource.RUSAGE_SELF).ru_utime - before
            emulated = (scheduler.bus.now - start) / CYCLE_TICKS / CLOCK
            best[name] = max(best[name], emulated / used)
    return best


def main() -> None:
    """Prints a line per program and their harmonic mean."""
    figures = bench(float(sys.argv[1]) if len(sys.argv) > 1 else 0.2)
    for name, speed in figures.items():
        print(f"{name:12} {speed:8.0f} x   {speed * CLOCK / 1e9:6.2f} GHz")
    steady = [figures[name] for name in ("sieve", "crc", "calls", "index", "arithmetic")]
    mean = len(steady) / sum(1 / speed for speed in steady)
    print(f"{'mean of 5':12} {mean:8.0f} x   {mean * CLOCK / 1e9:6.2f} GHz")


if __name__ == "__main__":
    main()
