"""MON.COM in the guest: its keys, the interrupts, the ends of programs, the manual's session."""

import re
from pathlib import Path

import pytest

from tests.support.assembler import assemble
from tests.support.disk_machine import BOARDS
from tests.support.dos import Dos, disk_with, names, started, system_files
from tests.support.mon import MON

PAGE = Path(__file__).resolve().parents[3] / "docs" / "manual" / "mon.md"
SIZES = [("eb1", 40), ("eb2", 40), ("eb2", 80)]
TALL = 16  # rows that are compared at most: what came before may have scrolled away
TYPED = re.compile(r"(A>|-|[0-9A-F]{4}) ?(.*)")


def at_mon(dos: Dos) -> bool:
    """MON waits for a command."""
    rows = dos.rows()
    return bool(rows) and rows[-1] == "-" and dos.halts()


def waits(dos: Dos, limit: float = 60.0) -> None:
    """Until MON waits for a command."""
    dos.vm.run(frames=2)
    assert dos.vm.run(until=lambda _: at_mon(dos), limit=limit), "\n".join(dos.rows())


def ask(dos: Dos, command: str) -> list[str]:
    """What a command of MON's shows, if that fits the screen."""
    dos.type(f"{command}\r")
    waits(dos)
    rows = dos.rows()
    last = len(rows) - 1 - rows[::-1].index(f"-{command}")
    return rows[last + 1 : -1]


def debugging(board: str, source: str, words: str = "", width: int = 40) -> Dos:
    """A machine with MON and a program before its first instruction."""
    dos = started(board, {"MON.COM": MON, "PROG.COM": assemble(source, 0x100)})
    dos.line(f"MODE {width}")
    dos.type("CLS\r")
    dos.wait()
    dos.type(f"MON PROG.COM {words}\r")
    waits(dos)
    return dos


def session() -> list[str]:
    """The manual's session."""
    return PAGE.read_text(encoding="utf-8").split("```\n")[3].splitlines()


@pytest.mark.parametrize("board", BOARDS)
def test_the_session_of_the_manual_is_what_happens(board):
    disk = disk_with({**system_files(), "MON.COM": MON})
    dos = started(board, disk=disk)
    dos.line("MODE 40")
    dos.type("CLS\r")
    dos.wait()
    lines, in_assembler = session(), False
    assert len(lines) == 39
    for n, line in enumerate(lines):
        match = TYPED.fullmatch(line)
        is_typed = match and (match[1] in ("A>", "-") or in_assembler) and n + 1 < len(lines)
        if not is_typed:
            continue
        wanted = [*lines[:n], match[1]][-TALL:]
        assert dos.vm.run(
            until=lambda _, wanted=wanted: dos.rows()[-len(wanted) :] == wanted and dos.halts(),
            limit=30,
        ), (wanted, dos.rows())
        dos.type(match[2] + "\r")
        in_assembler = match[2] != "" and (in_assembler or match[2].startswith("A "))
    dos.wait()

    assert dos.rows()[-3:] == lines[-3:]
    assert len(names(disk)["GOOD.COM"]) == 0x16


@pytest.mark.parametrize(("board", "width"), SIZES)
def test_rows_fit_the_screen(board, width):
    dos = debugging(board, "ld (ix+5),&99\n ret", width=width)
    in_row = 16 if width == 80 else 8

    dump = ask(dos, "D 100 L 10")
    assert len(dump) == 16 // in_row
    assert dump[0].startswith("0100 DD 36 05 99 C9 ")
    assert ask(dos, "U 100 L 1") == ["0100 DD360599 LD   (IX+05),99"]
    assert len(ask(dos, "R")) == (3 if width == 80 else 5)
    assert ask(dos, "R XY") == ["   ^"]
    dos.type("CLS\r?\r")
    waits(dos)
    assert all(len(row) < width for row in dos.rows())


@pytest.mark.parametrize("board", BOARDS)
def test_ctrl_stop_stops_a_program_that_does_not_end(board):
    dos = debugging(board, "ld hl,&1234\nloop: jr loop")
    dos.type("G\r")
    dos.vm.run(seconds=1)
    assert not at_mon(dos)
    dos.control_stop(10)
    waits(dos)

    assert "Stopped" in dos.rows()
    assert "HL=1234" in ask(dos, "R")[0]
    assert ask(dos, "R PC") == ["0103"]
    assert ask(dos, "R IFF") == ["01"]
    assert ask(dos, "H 1") == ["0001 1"]  # the key is not left for the prompt


@pytest.mark.parametrize("board", BOARDS)
def test_ctrl_c_in_a_function_of_the_system_stops_a_program(board):
    dos = debugging(board, "ld c,1\n call 5\n nop\n ret")
    dos.type("G\r")
    dos.vm.run(seconds=1)
    dos.type("\x03")
    waits(dos)

    assert "Stopped" in dos.rows()
    assert ask(dos, "R PC") == ["0105"]
    assert ask(dos, "R SP") == ["B6FE"]
    assert ask(dos, "G") == ["The program has ended"]


@pytest.mark.parametrize("board", BOARDS)
def test_ctrl_stop_in_a_function_of_the_system_stops_a_program_once(board):
    dos = debugging(board, "ld c,1\n call 5\n ld b,0\nloop: djnz loop\n halt\n ret")
    dos.type("G\r")
    dos.vm.run(seconds=1)
    dos.control_stop(10)
    waits(dos)

    assert "Stopped" in dos.rows()
    assert ask(dos, "G") == ["The program has ended"]


@pytest.mark.parametrize("board", BOARDS)
def test_ctrl_stop_ends_a_trace(board):
    dos = debugging(board, "loop: inc hl\n jr loop")
    dos.type("T FFFF\r")
    dos.vm.run(seconds=1)
    dos.control_stop(10)
    waits(dos)

    assert dos.rows()[-2].endswith("^C")
    assert ask(dos, "R")[-1].startswith("010")


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("key", ["ctrl-c", "ctrl-stop"])
def test_a_long_listing_can_be_ended(board, key):
    dos = debugging(board, "ret")
    dos.type("D 0 FFFF\r")
    dos.vm.run(seconds=1)
    if key == "ctrl-c":
        dos.type("\x03")
    else:
        dos.control_stop(10)
    waits(dos)

    assert "^C" in dos.rows()[-2]
    assert ask(dos, "R PC") == ["0100"]


@pytest.mark.parametrize(
    ("board", "code", "said"),
    [
        *((board, "ret", "The program has ended") for board in BOARDS),
        *((board, "jp 0", "The program has ended") for board in BOARDS),
        *((board, "ld c,0\n call 5", "The program has ended") for board in BOARDS),
        *((board, "ld c,0\n call &F37D", "The program has ended") for board in BOARDS),
        ("eb2", "ld b,&42\n ld c,&62\n call 5", "The program has ended, error 42"),
    ],
)
def test_the_end_of_a_program_comes_back_to_mon(board, code, said):
    dos = debugging(board, code)

    assert ask(dos, "G") == [said]
    assert ask(dos, "L") == [f"0100-{0xFF + len(assemble(code, 0x100)):04X}"]
    assert ask(dos, "G") == [said]


@pytest.mark.parametrize("board", BOARDS)
def test_interrupts_go_on_while_a_program_is_traced(board):
    dos = debugging(board, "halt\n halt\n ld hl,(&FC9E)\n di\n ret")
    before = dos.word("JIFFY")

    assert ask(dos, "T 2")[-1].startswith("0102 2A9EFC")
    assert dos.word("JIFFY") > before
    assert "IFF=0" in ask(dos, "T 2")[-2]
    assert ask(dos, "G") == ["The program has ended"]


@pytest.mark.parametrize("board", BOARDS)
def test_stepping_does_what_running_does(board):
    source = (
        "ld b,5\nloop: push bc\n call sub\n pop bc\n djnz loop\nstop: ret\nsub: add a,b\n daa\n ret"
    )
    dos = debugging(board, source)

    ran = ask(dos, "G 109")
    ask(dos, "L")
    dos.type("T 24\r")
    waits(dos)
    traced = dos.rows()[-6:-1]
    assert "AF=15" in ran[0]
    assert ran[-1].startswith("0109 C9")
    assert [traced[n] for n in (0, 1, 2, 4)] == [ran[n] for n in (0, 1, 2, 4)]  # without R


@pytest.mark.parametrize("board", BOARDS)
def test_quitting_puts_back_what_mon_has_changed(board):
    dos = started(board, {"MON.COM": MON})
    dos.wait()
    places = [*range(8), *range(0x28, 0x2B), 0x38, 0x39, 0x3A, *range(0xDB00, 0xDB10)]
    places += [0xF325, 0xF326]
    before = [dos.vm.peek(place) for place in places]
    dos.type("MON\r")
    waits(dos)
    assert [dos.vm.peek(place) for place in places] != before
    dos.type("Q\r")
    dos.wait()

    assert [dos.vm.peek(place) for place in places] == before
    dos.type("MON\r")
    waits(dos)


@pytest.mark.parametrize("board", BOARDS)
def test_a_full_or_protected_disk_is_told(board):
    disk = disk_with({**system_files(), "MON.COM": MON})
    dos = started(board, disk=disk)
    dos.type("MON\r")
    waits(dos)
    ask(dos, "N BIG.BIN")
    for n in range(20):
        ask(dos, f"N BIG{n}.BIN")
        rows = ask(dos, "W 100 B6FF")
        if rows != ["0100-B6FF"]:
            break
    assert rows == ["Disk full"]
    assert f"BIG{n}.BIN" not in names(disk)

    disk.mode = "read-only"
    dos.type("N A.BIN\rW 100 110\r")
    dos.says("Abort, Retry or Ignore?")
    dos.type("A")
    waits(dos)
    assert ask(dos, "H 1") == ["0001 1"]
