"""MON's T does what the processor does: each instruction, and each condition of each jump."""

import pytest

from tests.support.mon import mon

CODE = 0x2000
TARGET = 0x2040
FLAGS = (0x00, 0xFF, 0x01, 0x04, 0x40, 0x80)
REGISTERS = (
    *("BC 1234", "DE 4321", "HL 3010", "IX 3020", "IY 3030", "SP 3000", "R 7E", "I 1"),
    *("AF' 8765", "BC' 5678", "DE' 9ABC", "HL' DEF0"),
)
ROW = 3  # rows of the registers and the instruction
JUMPS = {
    **{f"JP {cc},2040": 3 for cc in ("NZ", "Z", "NC", "C", "PO", "PE", "P", "M")},
    **{f"CALL {cc},2040": 3 for cc in ("NZ", "Z", "NC", "C", "PO", "PE", "P", "M")},
    **{f"RET {cc}": 1 for cc in ("NZ", "Z", "NC", "C", "PO", "PE", "P", "M")},
    **{f"JR {cc},2040": 2 for cc in ("NZ", "Z", "NC", "C")},
    **dict.fromkeys(("DJNZ 2040", "JR 2040"), 2),
    **dict.fromkeys(("JP 2040", "CALL 2040"), 3),
    "RET": 1,
    **dict.fromkeys(("RETI", "RETN"), 2),
}
# Codes that jump, wait, talk to a port or take another stack.
LEFT_OUT = {
    *(0x10, 0x18, 0x20, 0x28, 0x30, 0x38, 0x3B, 0x76, 0xC3, 0xC9, 0xCD, 0xD3, 0xDB, 0xE9, 0xF9),
    *(code for code in range(0xC0, 0x100) if code & 7 in (0, 2, 4, 7)),
    *(0xCB, 0xDD, 0xED, 0xFD),
}
PREFIXED = {
    *(code for code in range(0x40, 0x80) if code & 7 in (0, 1, 5, 6)),
    *(code + n for code in (0xA0, 0xA8, 0xB0, 0xB8) for n in (2, 3)),
    0x7B,
}
# BIT n,(HL) shows in F how the processor came to it.
WITH_TRACES = set(range(0x46, 0x80, 8))


def prepared(flags: int) -> list[str]:
    """Commands for a known state: registers, stack and memory."""
    return [
        *(f"R {name}" for name in REGISTERS),
        f"R AF 56{flags:02X}",
        f"F 3000 30FF {TARGET & 0xFF:X},{TARGET >> 8:X}",
    ]


def both_ways(tmp_path, cases: list[tuple[list[str], int, list[int]]]) -> None:
    """Each case, its first commands and flags, ends alike by T and by G to one of its ends."""
    commands = []
    for first, flags, ends in cases:
        points = " ".join(f"{end:X}" for end in ends)
        for go in ("T", f"G {points}"):
            commands += [*first, *prepared(flags), f"R PC {CODE:X}", go, "D @SP L 40"]
    session = mon(tmp_path, *commands, until=None)
    answers = [rows for rows in session.answers() if len(rows) >= ROW]
    assert len(answers) == 4 * len(cases)
    for n, case in enumerate(cases):
        traced, seen, ran, found = answers[4 * n : 4 * n + 4]
        assert (traced, seen) == (ran, found), case


@pytest.mark.parametrize("flags", FLAGS)
def test_jumps_are_taken_as_the_processor_takes_them(flags, tmp_path):
    cases = [
        ([f"A {CODE:X}", line, ""], flags, [TARGET, CODE + size]) for line, size in JUMPS.items()
    ]

    both_ways(tmp_path, cases)


@pytest.mark.parametrize("line", ["JP (HL)", "JP (IX)", "JP (IY)"])
def test_jumps_to_a_register_too(line, tmp_path):
    first = [f"A {CODE:X}", line, ""]
    ends = {"JP (HL)": 0x3010, "JP (IX)": 0x3020, "JP (IY)": 0x3030}
    session = mon(tmp_path, *first, *prepared(0), f"R PC {CODE:X}", "T", "R")

    assert session.answers()[-1][-1].startswith(f"{ends[line]:04X} ")
    assert f" R={0x7F if line == 'JP (HL)' else 0:02X} " in session.answers()[-1][1]


@pytest.mark.parametrize("prefix", ["", "CB", "ED", "DD", "FD", "DD CB 05", "FD CB 05"])
def test_all_other_instructions_are_the_processor_s(prefix, tmp_path):
    left_out = {
        "": LEFT_OUT,
        "CB": WITH_TRACES,
        "ED": PREFIXED,
        "DD": LEFT_OUT,
        "FD": LEFT_OUT,
    }.get(prefix, set())
    cases = []
    for code in sorted(set(range(256)) - left_out):
        bytes_of_it = f"E {CODE:X} {prefix} {code:02X} 4 30 0 0".replace("  ", " ")
        cases.append(([f"F {CODE:X} L 10 0", bytes_of_it], 0xFF, []))
    listed = mon(tmp_path, *(line for case in cases for line in (*case[0], f"U {CODE:X} L 1")))
    lengths = [len(rows[0].split()[1]) // 2 for rows in listed.answers() if rows]

    both_ways(
        tmp_path,
        [(case[0], case[1], [CODE + size]) for case, size in zip(cases, lengths, strict=True)],
    )
