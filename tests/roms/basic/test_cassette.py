"""Programs, text and memory on cassettes: what BASIC writes, byte for byte, and that it reads it."""

import pytest

from machine.media.cas import Tape, blank, container
from tests.support.basic import Basic, started
from tests.support.tapes import (
    LISTED,
    PROGRAM,
    SLOW,
    name,
    padded,
    program,
    recorded,
    recorder,
    stop,
    with_tape,
)


@pytest.fixture(params=["eb1", "eb2"])
def basic(request: pytest.FixtureRequest) -> Basic:
    """Either board at its prompt, with a blank tape."""
    return with_tape(request.param, blank())


def test_csave_writes_the_program_as_it_is_in_memory_and_seven_zeros(basic: Basic) -> None:
    basic.type_program(PROGRAM)

    assert basic.direct('CSAVE "PROG"', SLOW) == []
    assert recorded(basic) == [name(0xD3, "PROG"), padded(program(basic) + bytes(7))]


@pytest.mark.parametrize("baud", [1, 2])
def test_a_program_comes_back_on_another_machine(baud: int) -> None:
    first = with_tape("eb2", blank())
    first.type_program(PROGRAM)
    first.direct(f'CSAVE "PROG",{baud}', SLOW)
    other = with_tape("eb1", Tape(first.vm.tape().contents()))

    assert other.direct("CLOAD", SLOW) == ["Found:PROG"]
    assert program(other) == program(first)
    assert other.direct("RUN") == ["HELLO", " 1", " 2", " 3"]


def test_cload_skips_other_names_and_other_kinds() -> None:
    text = name(0xEA, "B") + bytes(8)
    tape = Tape(
        container(
            [
                text,
                b"10 'no\r\n\x1a" + bytes(247),
                name(0xD3, "A"),
                bytes.fromhex("0a800a008f204100000000000000000000"),
                name(0xD3, "B"),
                bytes.fromhex("0a800a008f204200000000000000000000"),
            ]
        )
    )
    basic = with_tape("eb1", tape)

    assert basic.direct('CLOAD "B"', SLOW) == ["Skip :A", "Found:B"]
    assert basic.direct("LIST") == ["10 REM B"]


@pytest.mark.parametrize(
    ("text", "written"), [("LONGNAME", "LONGNA"), ("a:b", "a:b"), ("", ""), ("A B", "A B")]
)
def test_names_on_tapes_are_six_characters_as_they_are(text: str, written: str) -> None:
    basic = with_tape("eb1", blank())
    basic.direct(f'CSAVE "{text}"', SLOW)

    assert recorded(basic)[0] == name(0xD3, written)


def test_csave_makes_line_numbers_of_pointers() -> None:
    basic = with_tape("eb2", blank())
    basic.run("10 GOTO 30\n20 END\n30 PRINT 3:GOTO 20")
    basic.direct('CSAVE "X"', SLOW)

    assert recorded(basic)[1][:11].hex() == "0b800a0089200e1e000011"


def test_cload_links_a_program_that_lay_elsewhere() -> None:
    body = bytes.fromhex("0a910a008f2041000000") + bytes(7)
    basic = with_tape("eb2", Tape(container([name(0xD3, "A"), body])))
    basic.direct("CLOAD", SLOW)

    assert program(basic).hex() == "09800a008f2041000000"


@pytest.mark.parametrize("end", ["IF A=0 THEN 10", "X=&H0", "X=32768!", "X#=0#", "X=0"])
def test_a_program_whose_last_line_ends_with_zeros_comes_back_whole(basic: Basic, end: str) -> None:
    basic.type_program(f'10 A=A+1:PRINT "TURN"\n20 {end}')
    before = program(basic)
    basic.direct('CSAVE "Z"', SLOW)
    basic.vm.rewind()
    basic.enter("NEW")

    assert basic.direct("CLOAD", SLOW) == ["Found:Z"]
    assert program(basic) == before
    assert basic.direct("RUN") == ["TURN"]


def test_cload_compares(basic: Basic) -> None:
    basic.type_program(PROGRAM)
    basic.direct('CSAVE "PROG"', SLOW)
    basic.vm.rewind()
    same = basic.direct('CLOAD?"PROG"', SLOW)
    basic.vm.rewind()
    basic.enter('10 PRINT "HELLP"')

    assert same == ["Found:PROG"]
    assert basic.direct("CLOAD?", SLOW) == ["Found:PROG", "Verify error"]
    assert basic.direct("LIST 10") == ['10 PRINT "HELLP"']


def test_save_writes_text_in_blocks_of_256(basic: Basic) -> None:
    basic.type_program(PROGRAM)

    assert basic.direct('SAVE "CAS:PROG"', SLOW) == []
    assert recorded(basic) == [name(0xEA, "PROG"), LISTED.ljust(256, b"\x1a")]


def test_text_of_exactly_one_block_has_its_end_in_another_one() -> None:
    basic = with_tape("eb1", blank())
    half = 'PRINT #1,STRING$(127,"x");'
    basic.direct(f'OPEN "CAS:X" FOR OUTPUT AS #1:{half}:{half}:PRINT #1,"":CLOSE', SLOW)

    assert recorded(basic)[1:] == [b"x" * 254 + b"\r\n", b"\x1a" * 256]


@pytest.mark.parametrize("word", ['LOAD "CAS:PROG"', 'LOAD "PROG"', 'LOAD"CAS:"'])
def test_load_reads_text(word: str) -> None:
    basic = with_tape("eb2", Tape(container([name(0xEA, "PROG"), LISTED.ljust(256, b"\x1a")])))
    basic.type_program("5 PRINT 5")

    assert basic.direct(word, SLOW) == ["Found:PROG"]
    assert basic.direct("LIST") == PROGRAM.split("\n")


@pytest.mark.parametrize("word", ['RUN "CAS:PROG"', 'LOAD "CAS:PROG",R', 'LOAD "PROG",R'])
def test_run_with_a_name_loads_and_runs(word: str, basic: Basic) -> None:
    basic.vm.insert("cassette", Tape(container([name(0xEA, "PROG"), LISTED.ljust(256, b"\x1a")])))

    assert basic.direct(word, SLOW) == ["Found:PROG", "HELLO", " 1", " 2", " 3"]


def test_merge_puts_lines_between_those_there() -> None:
    basic = with_tape("eb1", Tape(container([name(0xEA, "PROG"), LISTED.ljust(256, b"\x1a")])))
    basic.type_program('15 PRINT "MERGED"\n20 END')
    basic.direct('MERGE "CAS:PROG"', SLOW)

    assert basic.direct("LIST") == [PROGRAM[:16], '15 PRINT "MERGED"', PROGRAM[17:]]


def test_a_line_without_number_in_a_file_is_an_error() -> None:
    text = b"10 PRINT 1\r\nPRINT 2\r\n20 PRINT 3\r\n"
    basic = with_tape("eb1", Tape(container([name(0xEA, "P"), text.ljust(256, b"\x1a")])))

    assert basic.direct('LOAD "CAS:"', SLOW) == ["Found:P", "Direct statement in file"]
    assert basic.direct("LIST") == ["10 PRINT 1"]


def test_a_line_that_is_too_long_is_an_error() -> None:
    text = b"10 REM " + b"x" * 300 + b"\r\n"
    tape = container([name(0xEA, "P"), text[:256], text[256:].ljust(256, b"\x1a")])
    basic = with_tape("eb1", Tape(tape))

    assert basic.direct('LOAD "CAS:"', SLOW)[-1] == "Line buffer overflow"


def test_bsave_writes_the_addresses_and_the_bytes(basic: Basic) -> None:
    basic.vm.write(0xC000, bytes(range(20)))

    assert basic.direct('BSAVE "CAS:BIN",&HC000,&HC013,&HC002', SLOW) == []
    assert recorded(basic) == [
        name(0xD0, "BIN"),
        padded(bytes.fromhex("00c013c002c0") + bytes(range(20))),
    ]


def test_bsave_without_a_start_begins_at_the_first() -> None:
    basic = with_tape("eb1", blank())
    basic.direct('BSAVE "BIN",&HC000,&HC001', SLOW)

    assert recorded(basic)[1][:6].hex() == "00c001c000c0"


def test_bload_reads_with_and_without_an_offset(basic: Basic) -> None:
    data = bytes.fromhex("00c005c000c0") + b"EightB"
    basic.vm.insert("cassette", Tape(container([name(0xD0, "BIN"), data])))

    assert basic.direct('BLOAD "CAS:BIN"', SLOW) == ["Found:BIN"]
    basic.vm.rewind()
    basic.direct('BLOAD "BIN",&H1000', SLOW)
    assert basic.vm.read(0xC000, 6) == basic.vm.read(0xD000, 6) == b"EightB"


def test_bload_r_calls_the_code_where_it_lies() -> None:
    code = bytes.fromhex("00c005c002c0c9c93e2adfc9")  # LD A,"*"; RST 18h; RET
    basic = with_tape("eb2", Tape(container([name(0xD0, "BIN"), code])))

    assert basic.direct('BLOAD "CAS:",R:PRINT "BACK"', SLOW) == ["Found:BIN", "*BACK"]
    basic.vm.rewind()
    assert basic.direct('BLOAD "CAS:",R,&H100:PRINT "BACK"', SLOW) == ["Found:BIN", "*BACK"]
    assert basic.word("SAVENT") == 0xC102


def test_values_printed_to_a_tape_are_read_by_input() -> None:
    basic = with_tape("eb2", blank())
    basic.type_program(
        """10 OPEN "CAS:DATA" FOR OUTPUT AS #1
20 FOR I=1 TO 60:PRINT #1,I;",";"ITEM";I:NEXT
30 PRINT #1,"LAST, WITH COMMA"
40 CLOSE #1"""
    )
    basic.direct("RUN", SLOW)
    basic.vm.rewind()
    basic.type_program(
        """10 OPEN "DATA" FOR INPUT AS #1
20 FOR I=1 TO 60:INPUT #1,A,B$:S=S+A:NEXT
30 PRINT S;B$;EOF(1)
40 LINE INPUT #1,C$:PRINT C$;EOF(1)
50 INPUT #1,C$"""
    )

    assert basic.direct("RUN", SLOW) == [
        " 1830 ITEM 60  0",
        "LAST, WITH COMMA-1",
        "Input past end in 50",
    ]


def test_nul_characters_come_through_eof() -> None:
    text = (b"\0A\0" + b"\x1a").ljust(256, b"\x1a")
    basic = with_tape("eb1", Tape(container([name(0xEA, "D"), text])))
    basic.type_program(
        """10 OPEN "CAS:" FOR INPUT AS #1
20 IF EOF(1) THEN END
30 PRINT ASC(INPUT$(1,#1));:GOTO 20"""
    )

    assert basic.direct("RUN", SLOW) == [" 0  65  0"]


def test_names_are_told_in_direct_mode_only() -> None:
    basic = with_tape("eb1", Tape(container([name(0xEA, "D"), b"\x1a" * 256])))

    assert basic.run('10 OPEN "CAS:D" FOR INPUT AS #1:PRINT EOF(1)', SLOW) == ["-1"]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ('OPEN "CAS:" FOR APPEND AS #1', "Bad file name"),
        ('OPEN "CAS:" AS #1', "Bad file name"),
        ('CSAVE "X",3', "Illegal function call"),
        ('BSAVE "X",&HC001,&HC000', "Illegal function call"),
        ('BSAVE "X",&HC001,&HC000,S', "Illegal function call"),
        ('BSAVE "X",1', "Syntax error"),
        ("CSAVE", "Missing operand"),
        ("CSAVE 1", "Type mismatch"),
        ('CLOAD "X" 1', "Syntax error"),
        ('LOAD "CAS:",X', "Syntax error"),
        ('SAVE "CAS:",B', "Syntax error"),
        ('BLOAD "CAS:",S', "Illegal function call"),
        ("MOTOR 1", "Syntax error"),
    ],
)
def test_wrong_statements_are_refused_before_the_tape_moves(line: str, error: str) -> None:
    basic = with_tape("eb2", blank())

    assert basic.direct(line) == [error]
    assert recorder(basic).position == 0


@pytest.mark.parametrize("word", ["CLOAD", 'LOAD "CAS:"', 'BLOAD "CAS:"', 'CSAVE "A"', "CLOAD?"])
def test_control_stop_ends_every_use_of_the_tape(word: str) -> None:
    basic = with_tape("eb1", blank())
    basic.type_program(PROGRAM)
    basic.vm.type(word + "\r")
    basic.vm.run(seconds=4)
    assert basic.vm.machine.lamps()["motor"]
    stop(basic)

    assert basic.rows()[-2].strip() == "Device I/O error"
    assert not basic.vm.machine.lamps()["motor"]
    assert basic.direct("PRINT 1+1") == [" 2"]


def test_a_save_that_is_given_up_is_not_gone_on_with() -> None:
    basic = with_tape("eb1", blank())
    basic.type_program(PROGRAM)
    basic.vm.type('SAVE "CAS:X"\r')
    basic.vm.run(seconds=12)
    stop(basic)

    before = recorded(basic)
    basic.direct("CLEAR")
    assert recorded(basic) == before


@pytest.mark.parametrize("word", ["END", "NEW", "CLEAR", "RUN", "MAXFILES=1"])
def test_words_that_close_files_write_the_last_block(word: str) -> None:
    basic = with_tape("eb2", blank())
    basic.direct(f'OPEN "CAS:D" FOR OUTPUT AS #1:PRINT #1,"x":{word}', SLOW)

    assert recorded(basic)[1:] == [b"x\r\n".ljust(256, b"\x1a")]
    assert basic.direct("PRINT #1,1") == ["File not OPEN"]


def test_a_program_can_load_another_one() -> None:
    body = bytes.fromhex("0a800a008f2041000000") + bytes(7)
    basic = with_tape("eb2", Tape(container([name(0xD3, "P"), body])))

    assert basic.run("10 PRINT 1:CLOAD:PRINT 2", SLOW) == [" 1"]
    assert basic.direct("LIST") == ["10 REM A"]


def test_a_program_can_save_itself_and_ends_behind_text() -> None:
    basic = with_tape("eb2", blank())

    assert basic.run('10 A=5:CSAVE "X":PRINT A:SAVE "CAS:X":PRINT A', SLOW) == [" 5"]
    assert len(recorded(basic)) == 4
    assert basic.direct("PRINT A") == [" 5"]


@pytest.mark.parametrize("word", ['LOAD "GRP:"', 'MERGE "LPT:"', 'RUN "A:X"', 'LOAD "XYZ:"'])
def test_a_program_stays_when_there_is_no_file(word: str) -> None:
    basic = started("eb1", disks=False)
    basic.type_program(PROGRAM)

    assert basic.direct(word) == ["Bad file name"]
    assert basic.direct("LIST") == PROGRAM.split("\n")


def test_variables_are_gone_when_a_load_ends_with_an_error() -> None:
    text = b"10 PRINT 1\r\nPRINT 2\r\n".ljust(256, b"\x1a")
    basic = with_tape("eb1", Tape(container([name(0xEA, "P"), text])))
    basic.direct("A=1:DIM B(20)")
    basic.direct('MERGE "CAS:"', SLOW)

    assert basic.direct("C=7:DIM B(30):PRINT A;C;B(30)") == [" 0  7  0"]
    assert basic.word("VARTAB") <= basic.word("ARYTAB") <= basic.word("STREND")


def test_a_load_that_is_given_up_leaves_no_program() -> None:
    body = bytes.fromhex("0a800a008f20") + b"A" * 40  # the signal ends before the program does
    basic = with_tape("eb1", Tape(container([name(0xD3, "P"), body])))
    basic.type_program(PROGRAM)
    basic.vm.type("CLOAD\r")
    basic.vm.run(seconds=15)
    stop(basic)

    assert basic.rows()[-2].strip() == "Device I/O error"
    assert basic.direct("LIST") == []
    assert program(basic) == bytes(2)


def test_a_program_that_is_too_large_is_refused() -> None:
    body = b"\1" * 0x8000
    basic = with_tape("eb1", Tape(container([name(0xD3, "P"), body])))

    assert basic.direct("CLOAD", 600) == ["Found:P", "Out of memory"]
    assert basic.direct("PRINT 1+1;FRE(0)>20000") == [" 2 -1"]
