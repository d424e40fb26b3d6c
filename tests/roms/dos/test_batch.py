"""Batch files of EB-DOS."""

import pytest

from tests.support.assembler import assemble
from tests.support.disk_machine import BOARDS
from tests.support.dos import begun, disk_with, started, system_files

OVERWRITES = assemble(
    """
         ld hl,&6000
         ld de,&6001
         ld bc,&7000
         ld (hl),&AA
         ldir
         ld de,done
         ld c,9
         call 5
         jp 0
done:    dm "Overwritten"
         db 13,10,"$"
""",
    0x100,
)


def batch(*lines):
    return "".join(f"{line}\r\n" for line in lines).encode()


@pytest.mark.parametrize("board", BOARDS)
def test_lines_run_and_are_shown_with_their_parameters(board):
    dos = started(board, {"T.BAT": batch("ECHO %1 and %2", "ECHO 100%% of %0%9")})

    assert dos.line("T one two") == [
        "A>ECHO one and two",
        "one and two",
        "A>ECHO 100% of T",
        "100% of T",
    ]


def test_echo_off_and_at_signs_hide_lines():
    dos = started("eb1", {"T.BAT": batch("@ECHO OFF", "ECHO quiet", "ECHO ON", "REM", "@ECHO end")})

    assert dos.line("T") == ["quiet", "A>REM", "end"]


@pytest.mark.parametrize("end", [b"", b"\x1a", b"\r\n", b"\r\n\x1aECHO no\r\n"])
def test_a_batch_file_may_end_in_any_way(end):
    dos = started("eb1", {"T.BAT": b"@ECHO one\n@ECHO two" + end})

    assert dos.line("T") == ["one", "two"]


def test_a_batch_file_goes_on_after_a_program_that_overwrites_the_interpreter():
    files = {"T.BAT": batch("@OVER", "@ECHO still here"), "OVER.COM": OVERWRITES}
    dos = started("eb1", files)

    assert dos.line("T") == ["Overwritten", "still here"]


def test_a_batch_file_may_go_on_in_another():
    files = {"ONE.BAT": batch("@TWO x", "@ECHO never"), "TWO.BAT": batch("@ECHO two %1")}
    dos = started("eb1", files)

    assert dos.line("ONE") == ["two x"]


@pytest.mark.parametrize("board", BOARDS)
def test_autoexec_runs_at_the_start_with_the_drive(board):
    dos = started(board, {"AUTOEXEC.BAT": batch("@ECHO From %1")})

    assert "From A:" in dos.rows()


@pytest.mark.parametrize("board", BOARDS)
def test_the_start_takes_the_batch_file_not_a_program_of_that_name(board):
    files = {"AUTOEXEC.COM": OVERWRITES, "AUTOEXEC.BAT": batch("@ECHO From %1")}

    assert "From A:" in started(board, files).rows()


@pytest.mark.parametrize("board", BOARDS)
def test_a_program_alone_is_not_started_by_itself(board):
    assert "Overwritten" not in started(board, {"AUTOEXEC.COM": OVERWRITES}).rows()


def test_reboot_runs_when_basic_comes_back():
    dos = started("eb1", {"AUTOEXEC.BAT": batch("@ECHO Hello"), "REBOOT.BAT": batch("@ECHO Back")})
    dos.vm.type("BASIC\r")
    dos.says("Ok")
    dos.vm.type("CALL SYSTEM\r")
    dos.wait()

    assert "Back" in dos.rows()
    assert "Hello" not in dos.rows()


@pytest.mark.parametrize(("answer", "rows"), [("y", []), ("N", ["end"]), ("\x03", [])])
def test_ctrl_c_asks_whether_the_batch_file_ends(answer, rows):
    dos = started("eb1", {"T.BAT": batch("@PAUSE", "@ECHO end")})
    dos.vm.type("CLS\r")
    dos.wait()
    dos.vm.type("T\r")
    dos.says("Press a key")
    dos.vm.type("\x03")
    dos.says("Terminate batch file")
    dos.vm.type(answer)
    dos.wait()
    shown = dos.rows()

    assert ("end" in shown) == bool(rows)


def test_the_disk_with_the_batch_file_is_asked_for():
    home = disk_with({**system_files(), "T.BAT": batch("@PAUSE", "@ECHO end")})
    dos = started("eb1", disk=home)
    dos.vm.type("T\r")
    dos.says("Press a key")
    dos.vm.machine.insert("disk_a", disk_with({"X": b"x"}))
    dos.vm.type(" ")
    dos.says("Disk with the batch file into drive A")
    dos.vm.machine.insert("disk_a", home)
    dos.vm.type(" ")
    dos.wait()

    assert "end" in dos.rows()


def test_a_disk_without_the_interpreter_asks_for_it():
    contents = {name: data for name, data in system_files().items() if name != "COMMAND.COM"}
    dos = begun("eb1", disk_with(contents))
    dos.says("Disk with COMMAND.COM into drive A")
    dos.vm.machine.insert("disk_a", disk_with(system_files()))
    dos.vm.type(" ")

    dos.wait()
