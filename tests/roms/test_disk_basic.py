"""Disk BASIC: programs, memory, names and sectors on disks, from BASIC's prompt."""

import pytest

from machine.api import Session
from machine.media.dsk import blank
from tests.support.basic import Basic, started
from tests.support.disk_machine import BOARDS
from tests.support.floppies import files, put_file

PROGRAM = b'\xff\x0c\x80\n\x00\x91 "HI"\x00\x00\x00'


def with_disks(board, *disks):
    """A guest at the prompt with disks in its drives, which need no time."""
    basic = started(board)
    basic.vm.machine.devices["disk-controller"].fast = True
    for name, disk in zip(("disk_a", "disk_b"), disks, strict=False):
        basic.vm.insert(name, disk)
    return basic


def words(basic, line):
    return " ".join(" ".join(basic.direct(line, 20)).split())


@pytest.mark.parametrize("board", BOARDS)
def test_a_program_is_saved_listed_loaded_and_run(board):
    disk = blank()
    basic = with_disks(board, disk)
    basic.type_program('10 PRINT "HI"')

    assert words(basic, 'SAVE "HELLO.BAS"') == ""
    assert words(basic, "FILES") == "HELLO .BAS"
    assert words(basic, "NEW") == ""
    assert words(basic, 'LOAD "HELLO.BAS"') == ""
    assert words(basic, "LIST") == '10 PRINT "HI"'
    assert words(basic, 'RUN "A:hello.bas"') == "HI"
    assert files(disk) == {"HELLO   BAS": PROGRAM}


@pytest.mark.parametrize("board", BOARDS)
def test_a_program_is_saved_as_text_and_merged(board):
    disk = blank()
    basic = with_disks(board, disk)
    basic.type_program("10 PRINT 1\n30 PRINT 3")

    assert words(basic, 'SAVE "T",A:NEW') == ""
    basic.enter("20 PRINT 2\n30 PRINT 4")
    assert words(basic, 'MERGE "T"') == ""
    assert words(basic, "RUN") == "1 2 3"
    assert words(basic, 'LOAD "T",R') == "1 3"
    assert files(disk) == {"T          ": b"10 PRINT 1\r\n30 PRINT 3\r\n\x1a"}


def test_names_that_are_too_long_are_cut_at_their_places():
    """As on a CF-3300: github.com/andete/zerobas, docs/concepts/disk.md."""
    disk = blank()
    basic = with_disks("eb1", disk)
    for name in ("TOOLONGNAME.BAS", "ab.extra", "LONG1234.TEXT"):
        basic.direct(f'SAVE "{name}"', 20)
    assert list(files(disk)) == ["TOOLONGNAME", "AB      EXT", "LONG1234TEX"]


@pytest.mark.parametrize("chain", ['LOAD "NEXT",R', 'RUN "NEXT",R'])
def test_a_program_that_loads_another_with_r_hands_its_open_files_on(chain):
    basic = with_disks("eb1", blank())
    basic.type_program('10 PRINT #1,"B":CLOSE:OPEN "D" FOR INPUT AS #1:INPUT #1,A$,B$:PRINT A$;B$')
    assert words(basic, 'SAVE "NEXT":NEW') == ""
    basic.type_program(f'10 OPEN "D" FOR OUTPUT AS #1:PRINT #1,"A"\n20 {chain}')

    assert words(basic, "RUN") == "AB"


def test_a_program_that_runs_another_without_r_has_its_files_closed():
    basic = with_disks("eb1", blank())
    basic.type_program('10 PRINT #1,"B"')
    assert words(basic, 'SAVE "NEXT":NEW') == ""
    basic.type_program('10 OPEN "D" FOR OUTPUT AS #1\n20 RUN "NEXT"')

    assert words(basic, "RUN") == "File not OPEN in 10"


@pytest.mark.parametrize("board", BOARDS)
def test_the_disk_starts_autoexec(board):
    disk = blank()
    put_file(disk, 0, "AUTOEXECBAS", PROGRAM, [2])
    with Session(board, disk_a=disk) as vm:
        basic = Basic(vm)
        basic.wait(20)
        assert [row for row in basic.rows() if row][-2:] == ["HI", "Ok"]


def test_memory_is_saved_and_loaded_with_an_offset_and_run():
    disk = blank()
    basic = with_disks("eb1", disk)

    assert words(basic, "POKE &HC000,201:POKE &HC003,7") == ""
    assert words(basic, 'BSAVE "M.BIN",&HC000,&HC003,&HC000') == ""
    assert words(basic, 'BLOAD "M.BIN",R,&H100:PRINT PEEK(&HC103)') == "7"
    assert files(disk) == {"M       BIN": b"\xfe\x00\xc0\x03\xc0\x00\xc0\xc9\x00\x00\x07"}


@pytest.mark.parametrize("board", BOARDS)
def test_video_memory_is_saved_and_loaded(board):
    disk = blank()
    basic = with_disks(board, disk)
    basic.type_program(
        '10 SCREEN 2:FOR I=0 TO 999:VPOKE I,I AND 255:NEXT:BSAVE "V",0,14335,S\n'
        '20 FOR I=0 TO 999:VPOKE I,0:NEXT:BLOAD "V",S\n'
        "30 FOR I=0 TO 999:N=N-(VPEEK(I)=(I AND 255)):NEXT:SCREEN 0"
    )

    words(basic, "RUN")
    assert words(basic, "PRINT N") == "1000"
    saved = files(disk)["V          "]
    assert saved[:7] == b"\xfe\x00\x00\xff\x37\x00\x00"
    assert saved[7:1007] == bytes(n & 255 for n in range(1000)) and len(saved) == 7 + 14336


def test_a_whole_picture_of_an_msx2_screen_comes_back():
    disk = blank()
    basic = with_disks("eb2", disk)
    basic.type_program(
        "10 SCREEN 8:FOR I=0 TO 211:LINE(0,I)-(255,I),I:NEXT\n"
        '20 BSAVE "P.SC8",0,54271,S:CLS:BLOAD "P.SC8",S\n'
        "30 FOR I=0 TO 211:N=N-(POINT(9,I)=I):NEXT:SCREEN 0"
    )

    words(basic, "RUN")
    assert words(basic, "PRINT N") == "212"
    assert files(disk)["P       SC8"][7:] == b"".join(bytes([n]) * 256 for n in range(212))


@pytest.mark.parametrize("board", BOARDS)
def test_files_are_copied_renamed_and_killed(board):
    first, second = blank(), blank(368640)
    basic = with_disks(board, first, second)
    content = bytes(n * 7 & 255 for n in range(70000))
    put_file(first, 0, "BIG     DAT", content, range(2, 71))
    put_file(first, 1, "SMALL   TXT", b"abc", [99])

    assert words(basic, 'COPY "*.*" TO "B:"') == ""
    assert words(basic, 'COPY "B:BIG.DAT" TO "TWO"') == ""
    assert words(basic, 'NAME "SMALL.TXT" AS "S.T":KILL "B:BIG.*"') == ""
    assert words(basic, 'COPY "S.T" TO "?X"') == ""
    assert words(basic, 'FILES "*.T":FILES "B:"') == "S .T SMALL .TXT"
    assert files(second) == {"SMALL   TXT": b"abc"}
    assert files(first) == {
        "BIG     DAT": content,
        "S       T  ": b"abc",
        "TWO        ": content,
        "SX         ": b"abc",
    }


def test_many_names_are_listed_in_columns():
    disk = blank()
    for n in range(5):
        put_file(disk, n, f"FILE{n}   X{n} ", b"", [])
    basic = with_disks("eb1", disk)

    first = [f"FILE{n}   .X{n}" for n in range(5)]
    assert basic.direct("FILES") == ["  ".join(first[:3]), "  ".join(first[3:])]


def test_the_list_of_names_begins_a_row_and_leaves_the_last_one_open():
    """As on a machine with a disk: github.com/andete/zerobas, docs/keywords/FILES.md."""
    disk = blank()
    for n in range(3):
        put_file(disk, n, f"FILE{n}   X{n} ", b"", [])
    basic = with_disks("eb1", disk)
    basic.type_program('10 PRINT 1;:FILES "?????.X0":PRINT 2\n20 FILES:PRINT 3')

    assert basic.direct("RUN") == [
        " 1",
        "FILE0   .X0   2",
        "  ".join(f"FILE{n}   .X{n}" for n in range(3)),
        " 3",
    ]


@pytest.mark.parametrize("board", BOARDS)
def test_ctrl_stop_breaks_a_list_of_names(board):
    basic = with_disks(board, blank())
    basic.type_program(
        '10 FOR I=1 TO 90:OPEN"F"+MID$(STR$(I),2)FOR OUTPUT AS#1:CLOSE:NEXT\n20 FILES:FILES'
    )
    basic.run_up_to(20, frames=10, limit=100)
    basic.control_stop()
    basic.wait(0.2)

    assert basic.rows()[-2] == "Break in 20"
    assert words(basic, 'FILES"F90"') == "F90"


SMALL = "A       BAS"


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ('LOAD "NO"', "File not found"),
        ('FILES "*.COM"', "File not found"),
        ('KILL "B*"', "File not found"),
        ('COPY "X" TO "Y"', "File not found"),
        ('NAME "X" AS "Y"', "File not found"),
        ('NAME "A.BAS" AS "B:A"', "Rename across disk"),
        ('NAME "A.BAS" AS "A.BAS"', "File already exists"),
        ('COPY "A.BAS" TO "A.BAS"', "File already exists"),
        ('LOAD "?.BAS"', "Bad file name"),
        ('SAVE ""', "Bad file name"),
        ('SAVE "A+B"', "Bad file name"),
        ('OPEN "A[B" AS #1', "Bad file name"),
        ('SAVE "A.B.C"', "Bad file name"),
        ('LOAD "C:A"', "Bad drive name"),
        ("PRINT DSKF(3)", "Bad drive name"),
        ('LOAD "B:A"', "Disk offline"),
        ('BLOAD "A.BAS"', "Bad file mode"),
        ("PRINT DSKI$(0,1440)", "Bad sector number"),
        ("DSKO$ 3,0", "Bad drive name"),
        ('OPEN "A.BAS" FOR INPUT AS #1:KILL "*.*"', "File still open"),
        ('OPEN "A.BAS" FOR INPUT AS #1:SAVE "A.BAS"', "File already open"),
        ('OPEN "N" FOR APPEND AS #1', "File not found"),
        ('BSAVE "X",9,8', "Illegal function call"),
    ],
)
def test_errors_have_their_names_and_change_nothing(line, error):
    disk = blank()
    put_file(disk, 0, SMALL, PROGRAM, [2])
    before = disk.contents()
    basic = with_disks("eb1", disk)

    assert words(basic, line) == error
    assert disk.contents() == before


def test_a_full_disk_leaves_no_part_of_a_program():
    disk = blank()
    put_file(disk, 0, "BIG        ", bytes(1024 * 712), range(2, 714))
    basic = with_disks("eb1", disk)

    assert words(basic, 'BSAVE "X",&H8000,&H9000') == "Disk full"
    assert list(files(disk)) == ["BIG        "]
    assert words(basic, "PRINT DSKF(0)") == "1"


def test_a_full_directory_is_too_many_files():
    disk = blank()
    for n in range(112):
        put_file(disk, n, f"F{n:<10}", b"", [])
    basic = with_disks("eb1", disk)

    assert words(basic, 'SAVE "X"') == "Too many files"


def test_a_program_too_large_for_memory_leaves_the_one_that_is_there():
    disk = blank()
    put_file(disk, 0, "BIG        ", b"\xff" + bytes(30000), range(2, 32))
    basic = with_disks("eb1", disk)
    basic.type_program("10 PRINT 1")

    assert words(basic, 'LOAD "BIG"') == "Out of memory"
    assert words(basic, "LIST") == "10 PRINT 1"


@pytest.mark.parametrize("rest", [b"", b"\x00", b"\x01\x80", b"\x01\x80\n\x00\x91", b"\xaa" * 3000])
def test_a_program_file_without_end_loads_without_harm(rest):
    disk = blank()
    put_file(disk, 0, "X          ", b"\xff" + rest, range(2, 3 + len(rest) // 1024))
    basic = with_disks("eb2", disk)

    words(basic, 'LOAD "X"')
    assert words(basic, "PRINT 6*7") == "42"


def test_sectors_are_read_and_written():
    disk = blank()
    basic = with_disks("eb1", disk)

    assert words(basic, "PRINT DSKI$(0,1);HEX$(PEEK(PEEK(&HF351)+256*PEEK(&HF352)))") == "F9"
    assert words(basic, "POKE PEEK(&HF351)+256*PEEK(&HF352)+511,77:DSKO$ 1,1439") == ""
    assert disk.read(1439)[511] == 77


def test_a_chain_that_leads_nowhere_is_a_bad_fat():
    disk = blank()
    put_file(disk, 0, "X          ", bytes(5000), [2, 3, 0xF0, 5, 6])
    basic = with_disks("eb1", disk)
    for copy in (1, 4):
        row = bytearray(disk.read(copy))
        row[4] = 0xF0  # the second cluster leads beyond the disk
        row[5] = 0xF0
        disk.write(copy, bytes(row))

    assert words(basic, 'OPEN "X" FOR INPUT AS #1:A$=INPUT$(200,1):COPY "X" TO "Y"') == "Bad FAT"
