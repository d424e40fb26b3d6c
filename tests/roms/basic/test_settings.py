"""SET: what it keeps in the battery RAM, what it changes at once, and what the next start makes of it."""

import pytest

from machine.api import Session
from machine.boards.eightbox import LOCALE
from tests.support.basic import Basic, started


@pytest.fixture
def basic() -> Basic:
    """The MSX2 class board at its prompt."""
    return started("eb2")


def battery(basic: Basic, block: int) -> list[int]:
    """The 13 nibbles of block 2 or 3, in the chip."""
    ram = basic.vm.machine.devices["rtc"].state.ram
    return list(ram[(block - 2) * 13 : (block - 1) * 13])


def message(rows: list[str]) -> str:
    return " ".join(row.strip() for row in rows)


def restart(basic: Basic) -> None:
    """The reset button: the battery RAM stays."""
    basic.vm.machine.reset()
    basic.vm.run(seconds=3)


@pytest.mark.parametrize(
    ("x", "y", "nibbles", "register"),
    [(0, 0, [0, 0], 0), (-7, 8, [7, 8], 0x87), (4, -2, [12, 2], 0x2C), (8, -7, [8, 7], 0x78)],
)
def test_adjust_moves_the_picture_and_is_kept(
    basic: Basic, x: int, y: int, nibbles: list[int], register: int
) -> None:
    assert basic.direct(f"SET ADJUST ({x},{y})") == []

    assert battery(basic, 2)[1:3] == nibbles
    assert basic.byte("RG18SAV") == register


def test_scroll_moves_the_picture_by_lines(basic: Basic) -> None:
    assert basic.direct("SET SCROLL 0,40") == []
    assert basic.byte("RG23SAV") == 40
    assert basic.direct("SET SCROLL ,0,0,0") == []
    assert basic.byte("RG23SAV") == 0


@pytest.mark.parametrize("arguments", ["8", "0,0,1", "0,0,0,1", "0,256"])
def test_scroll_refuses_what_the_v9938_cannot_do(basic: Basic, arguments: str) -> None:
    assert message(basic.direct(f"SET SCROLL {arguments}")) == "Illegal function call"
    assert basic.byte("RG23SAV") == 0


@pytest.mark.parametrize("tone", range(1, 5))
@pytest.mark.parametrize("volume", range(1, 5))
def test_beep_is_kept(basic: Basic, tone: int, volume: int) -> None:
    basic.direct(f"SET BEEP {tone},{volume}")

    assert battery(basic, 2)[10] == (tone - 1) * 4 + volume - 1


def test_beep_changes_only_what_is_given(basic: Basic) -> None:
    basic.direct("SET BEEP 2,3")
    basic.direct("SET BEEP 4")
    assert battery(basic, 2)[10] == 3 * 4 + 2
    basic.direct("SET BEEP ,1")
    assert battery(basic, 2)[10] == 3 * 4


@pytest.mark.parametrize(("word", "number"), [("TITLE", 0), ("PROMPT", 2)])
def test_title_and_prompt_are_kept(basic: Basic, word: str, number: int) -> None:
    basic.vm.type(f'SET {word} "hello!"\r')
    basic.vm.run(seconds=1)

    text = [half for byte in b"hello!" for half in (byte & 15, byte >> 4)]
    assert battery(basic, 3) == [number, *text]


def test_short_titles_are_filled_up_and_long_ones_cut(basic: Basic) -> None:
    basic.direct('SET TITLE "ab"')
    assert battery(basic, 3) == [0, 1, 6, 2, 6] + [0] * 8
    basic.direct('SET TITLE "abcdefghi"')
    assert battery(basic, 3)[11:] == [6, 6]


def test_title_has_a_colour(basic: Basic) -> None:
    basic.direct('SET TITLE "A",4')
    assert battery(basic, 2)[11] == 3
    basic.direct("SET TITLE ,2")
    assert battery(basic, 2)[11] == 1
    assert battery(basic, 3)[:3] == [0, 1, 4]


@pytest.mark.parametrize(("title", "waits"), [("hello", False), ("hello!", True)])
def test_the_start_shows_the_title_and_waits_behind_six_characters(
    basic: Basic, title: str, waits: bool
) -> None:
    basic.vm.type(f'SET TITLE "{title}"\r')
    basic.vm.run(seconds=1)
    restart(basic)

    assert basic.rows()[1].strip() == title
    assert any("Ok" in row for row in basic.rows()) is not waits
    basic.vm.press("SPACE")
    basic.vm.run(seconds=1)
    assert any("Ok" in row for row in basic.rows())


def test_the_prompt_is_the_new_one_at_once(basic: Basic) -> None:
    basic.vm.type('CLS:SET PROMPT "Next>"\r')
    basic.vm.run(seconds=1)
    basic.vm.type("PRINT 5\r")
    basic.vm.run(seconds=1)

    assert basic.rows()[-1].strip() == "Next>"
    basic.vm.type('SET TITLE ""\r')
    basic.vm.run(seconds=1)
    assert basic.rows()[-1].strip() == "Ok"


@pytest.mark.parametrize("password", ["secret", "a b", "x" * 60, ""])
def test_the_next_start_asks_for_the_password(basic: Basic, password: str) -> None:
    basic.direct(f'SET PASSWORD "{password}"')
    assert battery(basic, 3)[:4] == [1, 1, 2, 3]

    restart(basic)
    assert not any("Ok" in row for row in basic.rows())
    basic.vm.type("wrong\r")
    basic.vm.run(seconds=1)
    assert not any("Ok" in row for row in basic.rows())
    basic.vm.type(password + "\r")
    basic.vm.run(seconds=3)
    assert basic.rows()[-1].strip() == "Ok"


def test_screen_keeps_mode_width_colours_and_keys(basic: Basic) -> None:
    basic.direct("SCREEN 1,,0,2:WIDTH 30:COLOR 1,14,5:KEY OFF:SET SCREEN")

    assert battery(basic, 2)[3:10] == [1, 30 & 15, 30 >> 4, 1, 14, 5, 8]
    restart(basic)
    assert (basic.byte("SCRMOD"), basic.byte("LINL32")) == (1, 30)
    assert (basic.byte("FORCLR"), basic.byte("BAKCLR"), basic.byte("BDRCLR")) == (1, 14, 5)
    assert (basic.byte("CNSDFG"), basic.byte("CLIKSW")) == (0, 0)


def test_screen_leaves_the_other_settings(basic: Basic) -> None:
    basic.direct("SET ADJUST (3,3):SET BEEP 3,2:SET SCREEN")

    assert battery(basic, 2)[1:3] == [13, 13]
    assert battery(basic, 2)[10] == 9


def test_page_shows_one_and_draws_on_another(basic: Basic) -> None:
    basic.type_program(
        "10 SCREEN 5:SET PAGE 2,1\n20 POKE &HC000,VDP(2)\n30 SET PAGE ,3:SET PAGE 1\n"
        "40 POKE &HC001,PEEK(&HFAF5):POKE &HC002,PEEK(&HFAF6)"
    )
    basic.direct("RUN")

    assert basic.vm.read(0xC000, 3) == bytes([0x5F, 1, 3])


def test_video_reaches_the_vdp(basic: Basic) -> None:
    assert basic.direct("SET VIDEO 1,1,1,0,3,1,1") == []

    assert basic.byte("RG08SAV") & 0x30 == 0x30
    assert basic.byte("RG09SAV") & 0x30 == 0x10
    assert basic.direct("SET VIDEO 0,,0") == []
    assert basic.byte("RG08SAV") & 0x30 == 0
    assert basic.byte("RG09SAV") & 0x30 == 0


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("SET ADJUST (9,0)", "Illegal function call"),
        ("SET ADJUST (0,-8)", "Illegal function call"),
        ("SET ADJUST (0)", "Syntax error"),
        ("SET ADJUST 1,1", "Syntax error"),
        ("SET BEEP 0,1", "Illegal function call"),
        ("SET BEEP 1,5", "Illegal function call"),
        ("SET BEEP", "Missing operand"),
        ("SET BEEP ,", "Missing operand"),
        ("SET TITLE", "Missing operand"),
        ("SET TITLE 5", "Type mismatch"),
        ("SET PROMPT", "Missing operand"),
        ("SET PASSWORD 1", "Type mismatch"),
        ("SET PAGE 0,0", "Illegal function call"),
        ("SET PAGE", "Missing operand"),
        ("SET VIDEO 4", "Illegal function call"),
        ("SET VIDEO 0,2", "Illegal function call"),
        ("SET SCREEN 1", "Syntax error"),
        ("SET NONSENSE", "Syntax error"),
        ("SET", "Syntax error"),
        ('SET "A:FILE"', "Illegal function call"),
        ('SET DATE "32/01/88"', "Illegal function call"),
        ('SET DATE "30/02/88"', "Illegal function call"),
        ('SET DATE "29/02/87"', "Illegal function call"),
        ('SET DATE "00/01/88"', "Illegal function call"),
        ('SET DATE "01/13/88"', "Illegal function call"),
        ('SET DATE "01:01:88"', "Illegal function call"),
        ('SET DATE "01/01/1988"', "Illegal function call"),
        ('SET DATE "01/01"', "Illegal function call"),
        ("SET DATE 5", "Type mismatch"),
        ('SET TIME "24:00:00"', "Illegal function call"),
        ('SET TIME "23:60:00"', "Illegal function call"),
        ('SET TIME "23:59:60"', "Illegal function call"),
        ('SET TIME "1:2:3"', "Illegal function call"),
        ('SET TIME "12:00:00",B', "Syntax error"),
        ("GET DATE A", "Type mismatch"),
        ('GET DATE "A"', "Syntax error"),
        ("GET TIME A$,B", "Syntax error"),
    ],
)
def test_what_makes_no_sense_is_refused(basic: Basic, line: str, expected: str) -> None:
    before = battery(basic, 2) + battery(basic, 3)

    assert message(basic.direct(line)) == expected
    assert battery(basic, 2) + battery(basic, 3) == before


def test_eb1_knows_no_settings() -> None:
    assert message(started("eb1").direct("SET ADJUST (0,0)")) == "Illegal function call"


@pytest.mark.parametrize("date", ["29/02/88", "31/12/99", "01/01/00", "28/02/79", "29/02/00"])
def test_a_date_set_is_the_date_read(basic: Basic, date: str) -> None:
    assert message(basic.direct(f'SET DATE "{date}":GET DATE A$:PRINT A$')) == date


@pytest.mark.parametrize(("order", "date"), [(0, "26/11/23"), (1, "11/23/26"), (2, "23/11/26")])
def test_the_date_has_the_order_of_the_country(
    order: int, date: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LOCALE, "2B", 1 | order << 4)
    with Session("eb2") as vm:
        basic = Basic(vm)
        basic.wait(10)

        assert message(basic.direct(f'SET DATE "{date}":GET DATE D$:PRINT D$')) == date
        time = vm.machine.devices["rtc"].state.time
        assert [time[at + 1] * 10 + time[at] for at in (7, 9, 11)] == [23, 11, 46]


def test_a_time_set_goes_on_from_there(basic: Basic) -> None:
    basic.direct('SET TIME "23:59:58":SET DATE "28/02/88"')
    basic.vm.run(seconds=5)

    rows = basic.direct("GET TIME T$:GET DATE D$:PRINT T$;D$")
    assert message(rows)[:6] == "00:00:"
    assert message(rows)[8:] == "29/02/88"


def test_the_alarm_has_day_and_time_of_its_own(basic: Basic) -> None:
    basic.direct('SET TIME "07:30:15",A:SET DATE "24/12/99",A')

    rows = basic.direct("GET TIME T$,A:GET DATE D$,A:PRINT T$;D$")
    assert message(rows) == "07:30:0024/00/00"
    rows = basic.direct('SET TIME "08:45:00",A:GET DATE D$,A:PRINT D$')
    assert message(rows) == "00/00/00"
    assert message(basic.direct("GET DATE D$:PRINT D$")) != "24/12/99"


@pytest.mark.parametrize(("date", "expected"), [
    ("25/00/00", "25/00/00"), ("31/02/87", "31/00/00"), ("00/01/88", "Illegal function call"), ("32/01/88", "Illegal function call"),
])  # fmt: skip
def test_of_the_alarms_date_only_the_day_counts(basic: Basic, date: str, expected: str) -> None:
    assert message(basic.direct(f'SET DATE "{date}",A:GET DATE D$,A:PRINT D$')) == expected


def test_get_works_on_array_elements(basic: Basic) -> None:
    basic.type_program(
        '10 DIM T$(3):SET TIME "12:34:00"\n20 GET TIME T$(2):PRINT LEFT$(T$(2),5);LEN(T$(2))'
    )

    assert message(basic.direct("RUN")).split() == ["12:34", "8"]


def test_ten_thousand_readings_leave_the_string_memory_whole(basic: Basic) -> None:
    basic.type_program(
        '10 A=FRE(0):FOR I=1 TO 300:GET TIME T$:GET DATE D$:NEXT\n20 T$="":D$="":PRINT FRE("")=200'
    )

    assert message(basic.direct("RUN")) == "-1"
