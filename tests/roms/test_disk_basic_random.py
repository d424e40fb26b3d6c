"""Disk BASIC: sequential and random files on disks."""

import struct

import pytest

from machine.media.dsk import blank
from tests.roms.test_disk_basic import with_disks, words
from tests.support.disk_machine import BOARDS
from tests.support.floppies import files


@pytest.mark.parametrize("board", BOARDS)
def test_records_with_fields_are_written_and_read(board):
    disk = blank()
    basic = with_disks(board, disk)
    basic.type_program(
        '10 OPEN "R.DAT" AS #1 LEN=20:FIELD #1,6 AS N$,2 AS I$,4 AS S$,8 AS D$\n'
        '20 FOR I=1 TO 30:LSET N$="N"+STR$(I):RSET I$=MKI$(I*100):LSET S$=MKS$(I/4)\n'
        "30 LSET D$=MKD$(I+.5):PUT #1,I:NEXT:CLOSE\n"
        '40 OPEN "R.DAT" AS #1 LEN=20:FIELD #1,6 AS N$,2 AS I$,4 AS S$,8 AS D$\n'
        "50 GET #1,29:PRINT N$;CVI(I$);CVS(S$);CVD(D$);LOC(1);LOF(1);EOF(1)\n"
        "60 GET #1:PRINT N$;CVI(I$);EOF(1):GET #1"
    )

    assert words(basic, "RUN") == "N 29 2900 7.25 29.5 29 600 0 N 30 3000 -1 Input past end in 60"
    saved = files(disk)["R       DAT"]
    assert len(saved) == 600
    assert saved[20:28] == b"N 2   " + struct.pack("<h", 200)


def test_lset_and_rset_fill_and_cut_and_leave_the_program_alone():
    basic = with_disks("eb1", blank())
    basic.type_program(
        '10 A$="123456":B$=A$:LSET A$="ab":PRINT A$;"|":RSET A$="ab":PRINT A$;"|"\n'
        '20 LSET A$="abcdefgh":PRINT A$;B$:RSET B$="":PRINT B$;"|"'
    )

    assert words(basic, "RUN") == "ab | ab| abcdef123456 |"
    assert 'A$="123456"' in words(basic, "LIST")


def test_fields_may_be_longer_than_the_record():
    """As in 9.2.4 of MSX-BASIC-Programming-Guide-Russian (github.com/mr-GreyWolf); the handbook's limit is 256."""
    basic = with_disks("eb1", blank())
    basic.type_program(
        '10 OPEN "EF" AS#1 LEN=9\n20 FIELD #1,5 AS M$,14 AS L$,237 AS N$\n'
        '30 LSET M$="crater":RSET L$="firmament":PRINT M$;L$;"|":PUT#1,1:CLOSE\n'
        '40 OPEN "EF" AS#1 LEN=9:PRINT LOF(1):FIELD #1,9 AS M$:GET #1,1:PRINT M$;"|"'
    )

    assert words(basic, "RUN") == "crate firmament| 9 crate |"


def test_numbers_and_buffers_are_as_a_guide_shows_them():
    """As in 9.2.1, 9.2.5 and 9.2.6 of the guide above."""
    basic = with_disks("eb1", blank())
    assert words(basic, 'PRINT MKI$(17217);MKS$(4.14141);CVI("AC");CVS("GWYF")') == (
        "ACAAAA 17217 5759460"
    )
    basic.type_program(
        '10 MAXFILES=3:PRINT VARPTR(#1)-VARPTR(#0):OPEN"A3"AS#2 LEN=2:FIELD #2,2 AS K$\n'
        "20 POKE VARPTR(#2)+9,66:POKE VARPTR(#2)+10,65:PRINT K$:PUT #2,2:CLOSE#2\n"
        '30 OPEN"a3"AS#2 LEN=2:FIELD #2,2 AS K$:GET #2,2:PRINT K$;LOC(2);LOF(2)'
    )

    assert words(basic, "RUN") == "265 BA BA 2 4"


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ('OPEN "X" AS #1:FIELD #1,255 AS A$,2 AS B$', "FIELD overflow"),
        ('OPEN "X" AS #1:FIELD #1,3 AS A', "Type mismatch"),
        ("FIELD #1,3 AS A$", "File not OPEN"),
        ("FIELD #2,3 AS A$", "Bad file number"),
        ('OPEN "X" FOR OUTPUT AS #1:PUT #1,1', "Bad file mode"),
        ('OPEN "X" AS #1:GET #1,9', "Input past end"),
        ('OPEN "X" AS #1:GET #1,0', "Illegal function call"),
        ('OPEN "X" AS #1:PUT #1,0', "Illegal function call"),
        ('PRINT CVI("A")', "Illegal function call"),
        ("PRINT CVI(1)", "Type mismatch"),
        ('PRINT MKI$("A")', "Type mismatch"),
        ('PRINT DSKF("A")', "Type mismatch"),
        ("PRINT MKI$(40000)", "Overflow"),
    ],
)
def test_errors_have_their_names(line, error):
    assert words(with_disks("eb1", blank()), line) == error


@pytest.mark.parametrize("length", [1, 254, 255, 256, 257, 511, 512, 1000])
def test_sequential_files_of_all_lengths_are_read_and_continued(length):
    disk = blank()
    basic = with_disks("eb1", disk)
    basic.type_program(
        f'10 OPEN "S" FOR OUTPUT AS #1:FOR I=1 TO {length}:PRINT #1,CHR$(65+I MOD 26);:NEXT:CLOSE\n'
        '20 OPEN "S" FOR APPEND AS #1:PRINT #1,"!";:CLOSE:OPEN "S" FOR INPUT AS #1\n'
        "30 IF EOF(1) THEN PRINT N;LOF(1):END\n"
        "40 A$=INPUT$(1,#1):N=N+1:GOTO 30"
    )

    assert words(basic, "RUN") == f"{length + 1} {length + 2}"
    text = bytes(65 + n % 26 for n in range(1, length + 1)) + b"!\x1a"
    assert files(disk) == {"S          ": text}
