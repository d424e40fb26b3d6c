"""Lines put in and taken out, LIST, LLIST, DELETE, RENUM, AUTO, NEW, KEY."""

import pytest

from tests.support.basic import Basic, started
from tests.support.program_text import image, listing, program, shown

LINES = "10 A=1\n20 B=2\n30 C=3\n40 D=4\n50 E=5"


@pytest.fixture
def basic() -> Basic:
    """A guest at its prompt."""
    return started("eb2")


def numbers(basic: Basic) -> list[int]:
    """The numbers of the program's lines."""
    return list(program(basic))


def stop(basic: Basic) -> None:
    """CTRL+STOP, and time to show what comes of it."""
    basic.control_stop()
    basic.vm.run(frames=10)


# Lines


def test_lines_are_kept_in_order(basic: Basic) -> None:
    basic.enter("30 C\n10 A\n20 B\n5 Z\n65529 L\n0 O")
    assert numbers(basic) == [0, 5, 10, 20, 30, 65529]


def test_line_typed_again_replaces_the_old_one(basic: Basic) -> None:
    basic.enter(f"{LINES}\n30 PRINT\n10 A=12345")
    assert numbers(basic) == [10, 20, 30, 40, 50]
    assert listing(basic)[2] == b"30 PRINT"


def test_number_alone_takes_its_line_out(basic: Basic) -> None:
    basic.enter(f"{LINES}\n10\n50\n30")
    assert numbers(basic) == [20, 40]


def test_number_alone_of_no_line_is_an_error(basic: Basic) -> None:
    basic.enter(LINES)
    assert shown(basic, "35") == ["Undefined line number"]
    assert numbers(basic) == [10, 20, 30, 40, 50]


def test_line_above_65529_is_a_syntax_error(basic: Basic) -> None:
    assert shown(basic, "65530 A=1") == ["Syntax error"]
    assert numbers(basic) == []


def test_links_are_right_after_every_change(basic: Basic) -> None:
    basic.enter(f"{LINES}\n25 REM\n10\n40 PRINT 1,2,3\n5 A")
    code, at = image(basic), 0
    start = basic.word("TXTTAB")
    while link := int.from_bytes(code[at : at + 2], "little"):
        assert code[link - start - 1] == 0
        at = link - start
    assert at == len(code) - 2


def test_new_line_clears_the_variables(basic: Basic) -> None:
    basic.enter("A=5")
    basic.enter("10 REM")
    assert shown(basic, "PRINT A") == ["0"]


def test_program_that_fills_the_memory_is_refused_more(basic: Basic) -> None:
    basic.enter("CLEAR 200,&H8400")
    text = "A" * 200
    basic.enter("\n".join(f"{number} REM {text}" for number in range(1, 6)))
    assert "Out of memory" in "\n".join(basic.rows())
    assert basic.word("VARTAB") < 0x8400
    assert shown(basic, "PRINT 1") == ["1"]


def test_tabs_before_statements_and_behind_words_are_blanks(basic: Basic) -> None:
    basic.enter("10  A=5: PRINT A: PRINT 2")
    place = basic.word("TXTTAB") + 4
    code = basic.vm.read(place, 24)
    basic.vm.write(place, code.replace(b" ", b"\t"))
    assert shown(basic, "RUN") == ["5", "2"]


# LIST, LLIST


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("", [10, 20, 30, 40, 50]),
        ("30", [30]),
        ("35", []),
        ("30-", [30, 40, 50]),
        ("-30", [10, 20, 30]),
        ("20-40", [20, 30, 40]),
        ("15-45", [20, 30, 40]),
        ("40-20", []),
        (".", [50]),
        (".-", [50]),
        ("20-.", [20, 30, 40, 50]),
    ],
)
def test_llist_prints_the_range(basic: Basic, what: str, expected: list[int]) -> None:
    basic.enter(LINES)
    found = [int(line.split()[0]) for line in listing(basic, f"LLIST {what}")]
    assert found == expected


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_list_shows_the_range_on_the_screen(board: str) -> None:
    basic = started(board)
    basic.enter(LINES)
    assert shown(basic, "LIST 20-30") == ["20 B=2", "30 C=3"]


@pytest.mark.parametrize("what", ["LIST 10,20", "LIST A", "LIST 10-20-30", 'LIST "A"'])
def test_list_of_no_range_is_a_syntax_error(basic: Basic, what: str) -> None:
    basic.enter(LINES)
    assert shown(basic, what) == ["Syntax error"]


def test_list_ends_a_program(basic: Basic) -> None:
    rows = basic.run("10 LIST 10\n20 PRINT 1")
    assert [row.strip() for row in rows] == ["10 LIST 10"]


def test_ctrl_stop_breaks_a_listing(basic: Basic) -> None:
    basic.enter("\n".join(f"{number} REM" for number in range(1, 200)))
    basic.vm.type("LIST\r")
    basic.vm.run(frames=20)
    stop(basic)
    basic.wait()
    rows = [row.strip() for row in basic.rows()]
    assert rows[-2:] == ["Break", "Ok"]
    assert rows[-3] != "199 REM"


def test_blanks_in_a_line_number_do_not_count(basic: Basic) -> None:
    """As on MSX1 machines: github.com/andete/zerobas, docs/lnblank-msx1-characterization.md."""
    basic.enter("2 0 REM A\n1 0  REM B\n6 5 5 2 9 REM\n0 REM C\n00REM D\n30 REM\n3 0")
    assert listing(basic) == [b"0 REM D", b"10  REM B", b"20 REM A", b"65529 REM"]
    basic.enter("0 REM C")
    assert program(basic)[0] == b" \x8f C"
    assert shown(basic, "6 5 5 3 0 REM") == ["Syntax error"]


# DELETE


@pytest.mark.parametrize(
    ("what", "left"),
    [
        ("30", [10, 20, 40, 50]),
        ("20-40", [10, 50]),
        ("-30", [40, 50]),
        ("25-30", [10, 20, 40, 50]),
        ("-10", [20, 30, 40, 50]),
        (".", [10, 20, 30, 40]),
        ("10-50", []),
    ],
)
def test_delete_takes_the_range_out(basic: Basic, what: str, left: list[int]) -> None:
    basic.enter(LINES)
    basic.enter(f"DELETE {what}")
    assert numbers(basic) == left


@pytest.mark.parametrize("what", ["35", "35-45", "10-65529", "40-20", "-35", "30-", ""])
def test_delete_wants_the_last_line_to_be_there(basic: Basic, what: str) -> None:
    """As MSX1 machines do: github.com/andete/zerobas, docs/delete-msx1-characterization.md."""
    basic.enter(LINES)
    assert shown(basic, f"DELETE {what}") == ["Illegal function call"]
    assert numbers(basic) == [10, 20, 30, 40, 50]


# RENUM


def renumbered(basic: Basic, text: str, command: str) -> list[str]:
    """The listing after RENUM."""
    basic.enter(text)
    basic.enter(command)
    return [line.decode() for line in listing(basic)]


def test_renum_makes_tens_and_follows_references(basic: Basic) -> None:
    text = (
        "1 GOTO 7:GOSUB 3\n3 ON X GOTO 1,3,7\n7 IF A THEN 1 ELSE 3\n"
        "8 RESTORE 7:RETURN 3:RUN 8\n9 IF ERL=3 THEN RESUME 9"
    )
    assert renumbered(basic, text, "RENUM") == [
        "10 GOTO 30:GOSUB 20",
        "20 ON X GOTO 10,20,30",
        "30 IF A THEN 10 ELSE 20",
        "40 RESTORE 30:RETURN 20:RUN 40",
        "50 IF ERL=20 THEN RESUME 50",
    ]


def test_renum_from_a_line_on_keeps_the_lines_before(basic: Basic) -> None:
    text = "10 GOTO 30\n20 GOTO 10\n30 GOTO 20"
    assert renumbered(basic, text, "RENUM 100,20,5") == [
        "10 GOTO 105",
        "100 GOTO 10",
        "105 GOTO 100",
    ]


def test_renum_takes_only_the_step(basic: Basic) -> None:
    basic.enter(LINES)
    basic.enter("RENUM ,,100")
    assert numbers(basic) == [10, 110, 210, 310, 410]


def test_renum_from_a_line_that_is_not_there_begins_at_the_next(basic: Basic) -> None:
    basic.enter(LINES)
    basic.enter("RENUM 100,35")
    assert numbers(basic) == [10, 20, 30, 100, 110]


@pytest.mark.parametrize("what", ["20,40", "30,40", "65500", "10,10,0", "5,40"])
def test_renum_that_would_mix_the_lines_is_refused(basic: Basic, what: str) -> None:
    basic.enter(LINES)
    assert shown(basic, f"RENUM {what}") == ["Illegal function call"]
    assert numbers(basic) == [10, 20, 30, 40, 50]


def test_renum_keeps_variables_and_where_the_program_goes_on(basic: Basic) -> None:
    """As MSX1 machines do: github.com/andete/zerobas, docs/editverb-msx1-characterization.md."""
    basic.enter('1 A=7:A$="x":STOP\n2 PRINT A;A$\nRUN\nRENUM')
    assert shown(basic, "CONT") == ["7 x"]
    assert numbers(basic) == [10, 20]


def test_renum_names_references_to_no_line(basic: Basic) -> None:
    basic.enter("1 GOTO 5:GOSUB 99\n2 ON ERROR GOTO 0\n3 RESUME 0")
    rows = shown(basic, "RENUM")
    assert rows == ["Undefined line 5 in 1", "Undefined line 99 in 1"]
    assert listing(basic)[0] == b"10 GOTO 5:GOSUB 99"


def test_renum_leaves_error_goto_0_when_there_is_a_line_0(basic: Basic) -> None:
    text = "0ON ERROR GOTO 0:GOTO 0\n1 RESUME 0"
    assert renumbered(basic, text, "RENUM 100") == [
        "100 ON ERROR GOTO 0:GOTO 100",
        "110 RESUME 0",
    ]


def test_renum_spares_numbers_in_remarks_and_data(basic: Basic) -> None:
    text = "1 REM GOTO 1\n2 DATA 1,GOTO 2\n3 'GOTO 3"
    assert renumbered(basic, text, "RENUM 50") == [
        "50 REM GOTO 1",
        "60 DATA 1,GOTO 2",
        "70 'GOTO 3",
    ]


@pytest.mark.parametrize("head", ['PRINT"', "REM", "'", "DATA ", 'DATA "'])
def test_codes_in_texts_are_no_line_numbers(basic: Basic, head: str) -> None:
    """A file may hold machine code in a remark: changes of the program leave it alone."""
    basic.enter(f"10 {head}12345678\n20 GOTO 40\n40 END")
    before = program(basic)[10]
    place = basic.word("TXTTAB") + 4 + before.index(b"1234")
    basic.vm.write(place, b"\x0d\x40\x80\x0e\x28\x10")
    kept = program(basic)[10]
    basic.enter("RUN")
    basic.enter("30 REM\nRENUM 100")
    assert program(basic)[100] == kept
    assert program(basic)[110] == b"\x89 \x0e\x82\x00"


# AUTO


@pytest.mark.parametrize(
    ("command", "expected"),
    [("AUTO", [10, 20]), ("AUTO 100", [100, 110]), ("AUTO 7,3", [7, 10]), ("AUTO ,5", [0, 5])],
)
def test_auto_numbers_the_lines(basic: Basic, command: str, expected: list[int]) -> None:
    basic.enter(f"{command}\nA=1\nB=2")
    stop(basic)
    assert numbers(basic) == expected
    assert shown(basic, "PRINT 1") == ["1"]


@pytest.mark.parametrize("command", ["AUTO ,", "AUTO 10,", "AUTO 10,0"])
def test_auto_wants_a_step_behind_a_comma(basic: Basic, command: str) -> None:
    assert shown(basic, command) == ["Illegal function call"]


def test_auto_marks_a_line_that_is_there_and_return_keeps_it(basic: Basic) -> None:
    basic.enter("20 PRINT")
    basic.enter("AUTO\nA=1")
    assert basic.rows()[-1].strip() == "20*"
    basic.enter("")
    assert basic.rows()[-1].strip() == "30"
    stop(basic)
    assert program(basic) == {10: bytes.fromhex("41ef12"), 20: b"\x91"}


def test_auto_ends_behind_the_last_number(basic: Basic) -> None:
    basic.enter("AUTO 65529\nA=1")
    assert shown(basic, "PRINT 1") == ["1"]
    assert numbers(basic) == [65529]


# NEW


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_new_takes_program_and_variables_away(board: str) -> None:
    basic = started(board)
    basic.enter(f"{LINES}\nA=1\nNEW")
    assert image(basic) == b"\0\0"
    assert shown(basic, "PRINT A") == ["0"]


def test_new_ends_the_program(basic: Basic) -> None:
    rows = basic.run("10 PRINT 1\n20 NEW\n30 PRINT 2")
    assert [row.strip() for row in rows] == ["1"]
    assert image(basic) == b"\0\0"


def test_new_with_more_behind_is_a_syntax_error(basic: Basic) -> None:
    basic.enter(LINES)
    assert shown(basic, "NEW 1") == ["Syntax error"]
    assert numbers(basic) == [10, 20, 30, 40, 50]
