"""MON's assembler and disassembler: every code of every prefix, against pyz80 and each other."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.assembler import assemble
from tests.support.mon import answer, mon

BASE = 0x1000
STEP = 8  # bytes that each code has for itself
OPERANDS = b"\x91\xbc\xde\x55\x55"
INDEXES = {"DD": 0xDD, "FD": 0xFD}
BLOCK = {f"{stem}{end}" for stem in ("LD", "CP", "IN") for end in ("I", "D", "IR", "DR")} | {
    *("OUTI", "OUTD", "OTIR", "OTDR"),
}


class Shown(NamedTuple):
    """A code and the line that MON shows for it."""

    code: bytes
    text: str


def every_code() -> dict[str, list[bytes]]:
    """All codes by their prefix, each with the same bytes behind it."""
    table = {"": [], "CB": [], "ED": []}
    table |= {f"{name}{cb}": [] for name in INDEXES for cb in ("", "CB")}
    for code in range(256):
        if code not in (0xCB, 0xED, 0xDD, 0xFD):
            table[""].append(bytes((code,)))
        table["CB"].append(bytes((0xCB, code)))
        table["ED"].append(bytes((0xED, code)))
        for name, index in INDEXES.items():
            if code != 0xCB:
                table[name].append(bytes((index, code)))
            table[f"{name}CB"].append(bytes((index, 0xCB, 0x91, code)))
    return {name: [code + OPERANDS for code in codes] for name, codes in table.items()}


@cache
def disassembled(folder: Path) -> dict[str, list[Shown]]:
    """What U shows for every code, by prefix; code at BASE + n * STEP."""
    table = every_code()
    codes = [code for group in table.values() for code in group]
    (folder / "codes.bin").write_bytes(b"".join(code[:STEP].ljust(STEP, b"\0") for code in codes))
    commands = [f"U {BASE + n * STEP:X} L 1" for n in range(len(codes))]
    session = mon(folder, "N CODES.BIN", f"L {BASE:X}", *commands)
    rows = [rows for rows in session.answers()[2:]]
    assert [len(row) for row in rows] == [1] * len(codes)
    shown = {}
    for name, group in table.items():
        shown[name] = []
        for code in group:
            match = re.fullmatch(r"([0-9A-F]{4}) ((?:[0-9A-F]{2})+) +([A-Z].*)", rows.pop(0)[0])
            assert match, code
            data = bytes.fromhex(match[2])
            assert data == code[: len(data)]
            shown[name].append(Shown(data, " ".join(match[3].split())))
    return shown


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    return disassembled(tmp_path_factory.mktemp("codes"))


def test_codes_that_do_not_read_as_an_instruction_are_bytes(shown):
    plain = {data[0]: text for data, text in shown[""]}
    assert not any(text.startswith("DB") for text in plain.values())
    assert not any(text.startswith("DB") for _, text in shown["CB"])

    for name in INDEXES:
        for code, (data, text) in zip(
            [code for code in range(256) if code != 0xCB], shown[name], strict=True
        ):
            operands = plain.get(code, "").partition(" ")[2]
            indexed = re.search(r"\b(HL|[HL])\b", operands) and code != 0xEB
            assert (text == f"DB {name}") != bool(indexed), (data, text)
        for data, text in shown[f"{name}CB"]:
            assert text.startswith("DB") == (data[3] >> 6 == 1 and data[3] & 7 != 6), text


def test_the_instructions_behind_ed_are_those_of_the_manual(shown):
    known = {data[1]: text for data, text in shown["ED"] if not text.startswith("DB")}

    assert set(known) == {
        *(code for code in range(0x40, 0x80) if code & 7 < 4 and code not in (0x63, 0x6B)),
        *(0x44, 0x45, 0x4D, 0x46, 0x56, 0x5E, 0x47, 0x4F, 0x57, 0x5F, 0x67, 0x6F),
        *(code + n for code in (0xA0, 0xA8, 0xB0, 0xB8) for n in range(4)),
    }
    assert {text for text in known.values() if text.isalpha()} == BLOCK | {
        *("NEG", "RETN", "RETI", "RRD", "RLD"),
    }
    assert (known[0x70], known[0x71]) == ("IN F,(C)", "OUT (C),0")


def for_pyz80(text: str) -> str:
    """A line of MON's as pyz80 writes it: `&` before numbers, copies and SLL in its own form."""
    name, _, operands = text.partition(" ")
    if name == "DB":
        return "db " + ",".join(f"&{byte}" for byte in operands.split(","))
    copy = re.fullmatch(r"(\(I[XY].*?\)),([A-Z])", operands)
    if copy and name in ("RLC", "RRC", "RL", "RR", "SLA", "SRA", "SLL", "SRL"):
        operands = f"{copy[2]},{copy[1]}"
    number = r"\b(?!(?:AF|BC|DE|[A-F])\b)([0-9A-F]+)\b"
    return f"{name.replace('SLL', 'SL1')} " + re.sub(number, r"&\1", operands)


def pyz80_lacks(text: str) -> bool:
    """Whether pyz80 does not know this undocumented instruction."""
    copied = re.fullmatch(r"(RES|SET) \d,\(I[XY].*\),[A-Z]", text)
    return bool(copied) or text in ("IN F,(C)", "OUT (C),0")


@pytest.mark.parametrize("prefix", list(every_code()))
def test_another_assembler_makes_the_same_bytes_of_it(shown, prefix):
    first = BASE + STEP * sum(len(shown[name]) for name in list(shown)[: list(shown).index(prefix)])
    source, wanted = [], b""
    for n, (data, text) in enumerate(shown[prefix]):
        if not pyz80_lacks(text):
            source += [f" ORG {first + n * STEP}", f" {for_pyz80(text)}"]
            wanted += data

    assert assemble("\n".join(source)) == wanted


@pytest.mark.parametrize("name", INDEXES)
def test_bits_with_a_copy_read_as_those_without_and_a_register(shown, name):
    table = {data[3]: text for data, text in shown[f"{name}CB"]}
    for code in range(0x80, 0x100):
        without = table[code | 7 if code & 7 == 6 else code & 0xF8 | 6]
        register = "BCDEHL?A"[code & 7]
        if code & 7 != 6:
            assert table[code] == f"{without},{register}"


def test_what_the_disassembler_shows_assembles_to_the_same_bytes(shown, tmp_path):
    lines = [line for group in shown.values() for line in group]
    size = len(lines) * STEP
    commands = [f"F {BASE:X} L {size:X} 0"]
    for n, line in enumerate(lines):
        commands += [f"A {BASE + n * STEP:X}", line.text, ""]
    mon(tmp_path, *commands, "N BACK.BIN", f"W {BASE:X} L {size:X}", until=None)

    back = (tmp_path / "back.bin").read_bytes()
    wrong = {
        line.text: back[n * STEP : n * STEP + STEP].hex(" ")
        for n, line in enumerate(lines)
        if back[n * STEP : n * STEP + STEP] != line.code.ljust(STEP, b"\0")
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("ld a , 'A'", "3E 41"),
        ("LD A,(IX)", "DD 7E 00"),
        ("LD A,( IY - 5 )", "FD 7E FB"),
        ("LD (IX+80-1),10-8", "DD 36 7F 08"),
        ("LD A,-1", "3E FF"),
        ("LD A,0FFH", "3E FF"),
        ("LD HL,-2", "21 FE FF"),
        ("LD HL,$+3", "21 03 10"),
        ("JR $", "18 FE"),
        ("JR 1081", "18 7F"),
        ("JR F82", "18 80"),
        ("LD H,(IX+1)", "DD 66 01"),
        ("LD IXH,IXL", "DD 65"),
        ("ADD IX,IX", "DD 29"),
        ("JP (IY)", "FD E9"),
        ("JP C,0C", "DA 0C 00"),
        ("RLC (IX+1),B ; a copy", "DD CB 01 00"),
        ("EX AF,AF'", "08"),
        ("IM 2", "ED 5E"),
        ("DB 1,\"a,b\",'c',-1", "01 61 2C 62 63 FF"),
        ("DW 1234,-1,'A'", "34 12 FF FF 41 00"),
    ],
)
def test_a_line_is_assembled(line, code, tmp_path):
    count = len(code.split())
    (row,) = answer(
        tmp_path, f"F {BASE:X} L 10 EE", f"A {BASE:X}", line, "", f"D {BASE:X} L {count:X}"
    )

    assert row[5 : 5 + len(code)] == code


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("FOO A", 0),
        ("LOOOP", 0),
        ("LD", 2),
        ("LD Q,1", 3),
        ("LD A", 4),
        ("LD A,", 5),
        ("LD A,100", 5),
        ("LD A,-81", 5),
        ("LD A,12345", 9),
        ("LD A,5X", 6),
        ("LD A,(IX+80)", 9),
        ("LD A,(IX+5", 10),
        ("LD A,(1234", 10),
        ("LD A,B,C", 7),
        ("LD A,B C", 7),
        ("LD (HL),(HL)", 8),
        ("LD (IX+1),(IX+1)", 10),
        ("LD (IX+1),IXH", 10),
        ("LD IXH,(HL)", 7),
        ("LD IXH,IYL", 7),
        ("LD IXH,H", 7),
        ("ADD IX,HL", 7),
        ("ADD IX,IY", 7),
        ("ADC IX,BC", 7),
        ("EX DE,IX", 6),
        ("JP (IX+1)", 3),
        ("JP (1234)", 3),
        ("JP C,C", 5),
        ("RLC IXH", 7),
        ("BIT 0,(IX+1),B", 13),
        ("BIT 8,A", 4),
        ("RST 9", 4),
        ("IM 3", 3),
        ("JR 1082", 3),
        ("JR F81", 3),
        ("JR PO,1000", 3),
        ("PUSH SP", 5),
        ("NOP 1", 4),
        ("DB", 2),
        ("DB 100", 3),
        ('DB "a', 5),
        ("DW", 2),
    ],
)
def test_a_wrong_line_is_pointed_at_and_asked_for_again(line, mark, tmp_path):
    rows = answer(tmp_path, f"A {BASE:X}", line, "")

    assert rows == [f"1000 {line}", " " * (5 + mark) + "^", "1000"]
