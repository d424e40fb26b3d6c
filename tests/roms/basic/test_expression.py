"""The evaluator: operators, priorities, types, constants, and the errors it raises."""

import pytest

from tests.support.basic import started
from tests.support.basic_values import printed
from tests.support.guest_calls import WORK

PRIORITIES = {
    "2+3*4": "14",
    "(2+3)*4": "20",
    "20/4/5": "1",
    "10-4-3": "3",
    "2^3^2": "64",
    "-2^2": "-4",
    "2^-1": ".5",
    "-2*-3": "6",
    "1--1": "2",
    "+5": "5",
    "7\\2*2": "1",
    "7 MOD 4+1": "4",
    "17 MOD 12\\5": "1",
    "10/4\\2": "1",
    "1+2=3": "-1",
    "1<2=-1": "-1",
    "NOT 1=2": "-1",
    "NOT -1 AND 0": "0",
    "1 OR 2 AND 0": "1",
    "3 XOR 1 OR 4": "6",
    "5 EQV 5 XOR 1": "-2",
    "1 IMP 0 EQV 0": "-1",
    "((((((((1+1))))))))": "2",
    "-(-(-(3)))": "-3",
    "NOT NOT 5": "5",
    "2*-3^2": "-18",
}
LOGIC = {
    "12 AND 10": "8",
    "12 OR 10": "14",
    "12 XOR 10": "6",
    "12 EQV 10": "-7",
    "12 IMP 10": "-5",
    "NOT 12": "-13",
    "-1 AND 255": "255",
    "3.9 AND 7.9": "3",
    "-3.9 AND 7": "5",
    "-32768 OR 1": "-32767",
    "32768 AND 1": "error 6",
    "NOT 32768": "error 6",
    "1 XOR -32769": "error 6",
    "7.9\\2.9": "3",
    "-7\\2": "-3",
    "-7 MOD 3": "-1",
    "7 MOD -3": "1",
    "7.9 MOD 4": "3",
    "1\\0": "error 11",
    "1 MOD .9": "error 11",
    "32768\\2": "error 6",
    "-32768\\-1": "32768",
}
TYPES = {
    "30000+30000": "60000",
    "-30000-30000": "-60000",
    "32767+1": "32768",
    "-32768-1": "-32769",
    "300*300": "90000",
    "181*181": "32761",
    "-256*128": "-32768",
    "-(-32768)": "32768",
    "1/3": ".33333333333333",
    "10/5": "2",
    "1!/3!": ".33333333333333",  # MSX1 machines: github.com/andete/zerobas, spec-basic-float-core
    "123456!+.5;123456!*654321!": "123456.5  80779853376",
    "32767*32767;3125*-625": "1073676289 -1953125",
    "6/7!": ".85714285714286",
    "1!/3*3": ".99999999999999",
    "2/3.5": ".57142857142857",
    "1!/3": ".33333333333333",
    "1#/3!": ".33333333333333",
    "2/3#": ".66666666666667",
    "1.5+2": "3.5",
    ".1!+.2!": ".3",
    "2!*3.5!": "7",
    "999999!+1!": "1000000",
    "123456!*10!": "1234560",
    "9E62*10": "error 6",
    "1E62*100": "error 6",
    "1E-60*1E-60": "0",
    "1/0": "error 11",
    "0/0": "error 11",
    "1#/0": "error 11",
    "2^10": "1024",
    "2^15": "32768",
    "2^.5": "1.4142135623731",
    "2#^.5": "1.4142135623731",
    "9^(1/2)": "3",
    "(-8)^(1/3)": "error 5",
    "(-2)^3": "-8",
    "(-2)^-3": "-.125",
    "0^0": "1",
    "0^-1": "error 11",
    "10^62": "1E+62",
    "10^63": "error 6",
}
RELATIONS = {
    "1=1": "-1",
    "1<>1": "0",
    "2>=2": "-1",
    "2=>3": "0",
    "2=<2": "-1",
    "1><2": "-1",
    "1 < = 2": "-1",
    "-32768<32767": "-1",
    "32767>-32768": "-1",
    "-1<-2": "0",
    "1.5>1": "-1",
    "1.5#=1.5!": "-1",
    "-1E10<1E-10": "-1",
    "0=-0": "-1",
    "0<1E-60": "-1",
    "0>-1E-60": "-1",
    '"A"<"B"': "-1",
    '"AB">"A"': "-1",
    '""=""': "-1",
    '"a"="A"': "0",
    '"B">="A"': "-1",
    '"A"+"B"="AB"': "-1",
    '"A"=1': "error 13",
    '1="A"': "error 13",
    "1==2": "error 2",
    "1<<2": "error 2",
}
CONSTANTS = {
    "0;9;10;255;256;32767": "0  9  10  255  256  32767",
    "32768;-32768;65535": "32768 -32768  65535",
    "&HFF;&hffff;&H8000": "255 -1 -32768",
    "&O17;&17;&B1010": "15  15  10",
    "1.5;1.5!;1.5#": "1.5  1.5  1.5",
    "123456;1234567": "123456  1234567",
    "1234567!": "1234570",
    "12345678901234": "12345678901234",
    "1E3;1D3;1e-2": "1000  1000  .01",
    "12%;12.9%": "12  12",
    ".5;-.5;.005": ".5 -.5  5E-03",
    "99999999999999;100000000000000": "99999999999999  1E+14",
    '"a"+"b"+"c"': "abc",
}
FAULTS = {
    '"A"+1': "error 13",
    '1+"A"': "error 13",
    '"A"-"B"': "error 13",
    '"A" AND 1': "error 13",
    '-"A"': "error 13",
    'NOT "A"': "error 13",
    '"A"*2': "error 13",
    "1+": "error 24",
    "(1": "error 2",
    "(1+2": "error 2",
    "*2": "error 2",
    "1+)": "error 2",
    "SIN 1": "error 2",
    "SIN(1": "error 2",
    "SIN()": "error 2",
    'SIN("A")': "error 13",
    "FNX(1)": "error 18",
}


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@pytest.mark.parametrize(
    "table",
    [PRIORITIES, LOGIC, TYPES, RELATIONS, CONSTANTS, FAULTS],
    ids=["priorities", "logic", "types", "relations", "constants", "faults"],
)
def test_expressions_have_the_documented_values(board: str, table: dict[str, str]) -> None:
    found = printed(table, board=board)
    assert dict(zip(table, found, strict=True)) == table


def test_brackets_without_end_are_out_of_memory_and_not_a_crash() -> None:
    basic = started("eb2")
    basic.enter("10 A=" + "(" * 200)
    assert basic.direct("CLEAR 200,&H8100:RUN")[-1].strip() in (
        "Out of memory",
        "Out of memory in 10",
    )
    assert basic.direct("PRINT 1+1") == [" 2"]


def test_a_function_that_calls_itself_is_out_of_memory() -> None:
    rows = started("eb1").run("10 DEF FNA(X)=1+FNA(X+1)\n20 PRINT FNA(1)")
    assert [row.strip() for row in rows] == ["Out of memory in 20"]


def test_signs_without_end_are_out_of_memory_and_not_a_crash() -> None:
    basic = started("eb2")
    basic.enter("10 CLEAR 200,&HC000:DIM A(7700)\n20 A$=" + "-" * 200 + "1")
    assert basic.direct("PRINT FRE(0)>0") == ["-1"]
    rows = basic.direct("RUN")
    assert rows[-1].strip() in ("Out of memory in 10", "Type mismatch in 20", "Out of memory in 20")


@pytest.mark.parametrize("depth", [30, 110])
def test_brackets_nest_deep(depth: int) -> None:
    line = "10 PRINT " + "(" * depth + "1+1" + ")" * depth
    assert started("eb1").run(line) == [" 2"]


HOOKS = {
    "H.FRME": "PRINT 1",
    "H.EVAL": "PRINT 1",
    "H.NTPL": "PRINT 1+1",
    "H.OKNO": "PRINT SIN(1)",
    "H.FING": "PRINT ABS(1)",
    "H.FRQI": "PRINT PEEK(1)",
    "H.PTRG": "A=1",
}


@pytest.mark.parametrize("hook", HOOKS)
def test_hooks_of_the_evaluator_are_called(hook: str) -> None:
    basic = started("eb2")
    basic.vm.write(0xD000, bytes.fromhex("e52100d134e1c9"))  # push hl, ld hl, inc (hl), pop hl, ret
    basic.vm.poke(0xD100, 0)
    basic.direct("CLEAR 200,&HCFFF")
    basic.vm.write(WORK[hook], b"\xc3\x00\xd0")

    basic.direct(HOOKS[hook])

    assert basic.vm.peek(0xD100) > 0
