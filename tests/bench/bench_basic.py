"""How long BASIC takes: a table of emulated seconds beside what has been published of MSX computers.

    python tests/bench/bench_basic.py [BOARD]

Published times: "PC-6002 vs 80s computers benchmark" (zenithsal.com, 30 April 2018) has 3:54 on an MSX1
and 3:57 on an MSX2 for the search for primes; github.com/mfeingol/msx ("FOR : NEXT equivalents") has 1500 ms
for 1000 turns of an empty loop; zonadepruebas.com ("Y el equipo con el BASIC más rápido es...", 3 November
2012) 4.47 s for 512 letters, each with its LOCATE; github.com/scruss/bench64 the index 73, which is
480 s / 0.73, for its eight loops on an MSX1 at 60 Hz; the MSX-BASIC Programming Guide in Russian
(github.com/mr-GreyWolf/MSX-BASIC-Programming-Guide-Russian, sections 1.7.5 and 1.9) 16.48 s for 10000 empty loops on
an MSX2, 57.2 s on an MSX1 and 47.45 s on an MSX2 for the seventh of Rugg and Feldman, 3.37 minutes for the
strings of section 10.4 and 14 s for the tickets of task 43. Those of single statements, the second of Rugg and
Feldman among them, are of a CF-3300 and a VG-8020 in openMSX (github.com/andete/zerobas); more about them at `TICKS`
and `PICTURES` in `tests/support/basic_benchmarks.py`. The manual of the compiler MCBC 2 (github.com/sndpl/msx-docs) has the
first seven with integers, on an MSX2. No source within reach gives an MSX computer's times for the third to sixth
in doubles, for the eighth, nor for this sieve.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.support.basic_benchmarks import (
    BENCHMARK_7,
    GARBAGE,
    INDEX,
    INTEGERS,
    LETTERS,
    PICTURES,
    PRIMES,
    RUGG_FELDMAN,
    SIEVE,
    TICKETS,
    TICKS,
    drawn,
    measured,
    repeated,
    with_integers,
)

PROGRAMS = {f"Rugg/Feldman {number}": program for number, program in RUGG_FELDMAN.items()}
PROGRAMS |= {f"Rugg/Feldman {number} with integers": with_integers(number) for number in INTEGERS}
PROGRAMS |= {"sieve": SIEVE, "primes": PRIMES, "letters": LETTERS, "bench64": INDEX}
PROGRAMS |= {"seventh, as published": BENCHMARK_7, "1500 strings": GARBAGE, "tickets": TICKETS}
PROGRAMS |= {statement.replace("\n30", ""): repeated(statement) for statement in TICKS}
PROGRAMS |= {statement: drawn(statement) for statement in PICTURES}
PUBLISHED = {("primes", "eb1"): "234", ("primes", "eb2"): "237"}
PUBLISHED |= {("Rugg/Feldman 1", board): "1.5" for board in ("eb1", "eb2")}
PUBLISHED |= {
    (f"Rugg/Feldman {number} with integers", "eb2"): f"{time}" for number, time in INTEGERS.items()
}
PUBLISHED |= {("letters", "eb1"): "4.5", ("bench64", "eb1"): "657.5"}
PUBLISHED |= {("seventh, as published", "eb1"): "57.2", ("seventh, as published", "eb2"): "47.5"}
PUBLISHED |= {("1500 strings", "eb1"): "217", ("1500 strings", "eb2"): "202"}
PUBLISHED |= {("tickets", "eb1"): "14", ("tickets", "eb2"): "14"}
PUBLISHED |= {(name.replace("\n30", ""), "eb1"): f"{time / 60:.1f}" for name, time in TICKS.items()}
PUBLISHED |= {(statement, "eb1"): f"{time}" for statement, time in PICTURES.items()}


def main() -> None:
    """Prints the table."""
    board = sys.argv[1] if len(sys.argv) > 1 else "eb1"
    print(f"| program | {board} | published |\n| --- | --- | --- |")
    for name, program in PROGRAMS.items():
        taken = measured(program, board)[1]
        print(f"| {name} | {taken:.2f} | {PUBLISHED.get((name, board), '')} |", flush=True)


if __name__ == "__main__":
    main()
