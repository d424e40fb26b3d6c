"""The RAM disk of BASIC 2.0: MEM:, CALL MEMINI, MFILES, MKILL, MNAME."""

import pytest

from tests.support.basic import Basic, started

MAPPED = 0xFD28  # not 0: the RAM disk is reached through the memory mapper


@pytest.fixture
def basic() -> Basic:
    """The MSX2 class board with an empty RAM disk."""
    made = started("eb2")
    assert text(made, "CALL MEMINI") == "32000 bytes allocated"
    return made


def text(basic: Basic, line: str) -> str:
    """What a direct line prints, as words."""
    return " ".join(" ".join(basic.direct(line)).split())


def free(basic: Basic) -> int:
    """The bytes free, of CALL MFILES."""
    return int(text(basic, "CALL MFILES").split()[-3])


def save(basic: Basic, name: str, content: str) -> None:
    assert text(basic, f'OPEN "MEM:{name}" FOR OUTPUT AS #1:PRINT #1,{content};:CLOSE') == ""


def test_a_file_written_is_read_again(basic: Basic) -> None:
    basic.type_program(
        '10 OPEN "MEM:DATA.TXT" FOR OUTPUT AS #1\n'
        '20 PRINT #1,"one,two":PRINT #1,USING "##.#";3.14159:WRITE=1\n'
        '30 CLOSE #1:OPEN "MEM:DATA.TXT" FOR INPUT AS #1\n'
        "40 INPUT #1,A$,B$:LINE INPUT #1,C$:PRINT A$;B$;C$;EOF(1);LOF(1);LOC(1)"
    )

    assert " ".join(basic.direct("RUN")).split() == ["onetwo", "3.1-1", "15", "1"]


def test_names_are_those_of_disk_files(basic: Basic) -> None:
    save(basic, "readme.doc", '"A"')

    assert "README .DOC" in text(basic, "CALL MFILES")
    assert text(basic, 'OPEN "MEM:README.DOC" FOR INPUT AS #1:PRINT INPUT$(1,1);EOF(1)') == "A-1"


@pytest.mark.parametrize("length", [1, 255, 256, 257, 511, 512, 2000])
def test_lengths_around_the_clusters(basic: Basic, length: int) -> None:
    basic.type_program(
        f'10 OPEN "MEM:A" FOR OUTPUT AS #1:FOR I=1 TO {length}:PRINT #1,CHR$(I AND 255);:NEXT:CLOSE\n'
        '20 OPEN "MEM:A" FOR INPUT AS #1:IF LOF(1)<>' + str(length) + " THEN PRINT LOF(1)\n"
        "30 N=0:S=0\n40 IF EOF(1) THEN PRINT N:END\n50 N=N+1\n"
        "60 IF ASC(INPUT$(1,1))<>(N AND 255) THEN PRINT N;\n70 GOTO 40"
    )

    assert " ".join(basic.direct("RUN")).split() == [str(length)]
    assert free(basic) == 32000 - (length + 255) // 256 * 256


@pytest.mark.parametrize("length", [1, 255, 256, 300])
def test_append_goes_on_at_the_end(basic: Basic, length: int) -> None:
    basic.type_program(
        f'10 OPEN "MEM:A" FOR OUTPUT AS #1:FOR I=1 TO {length}:PRINT #1,"x";:NEXT:CLOSE\n'
        '20 OPEN "MEM:A" FOR APPEND AS #1:PRINT #1,"END";:PRINT LOF(1);:CLOSE\n'
        '30 OPEN "MEM:A" FOR INPUT AS #1:PRINT LOF(1);\n'
        f"40 FOR I=1 TO {length}:A$=INPUT$(1,1):NEXT:PRINT INPUT$(3,1);EOF(1)"
    )

    words = " ".join(basic.direct("RUN")).split()
    assert words == [str(length + 3), str(length + 3), "END-1"]


def test_an_empty_file_is_at_its_end(basic: Basic) -> None:
    basic.type_program(
        '10 OPEN "MEM:A" FOR OUTPUT AS #1:CLOSE\n'
        '20 OPEN "MEM:A" FOR INPUT AS #1:PRINT EOF(1);LOF(1);LOC(1):CLOSE\n'
        '30 OPEN "MEM:A" FOR APPEND AS #1:PRINT #1,"x";:CLOSE\n'
        '40 OPEN "MEM:A" FOR INPUT AS #1:PRINT INPUT$(1,1);EOF(1)'
    )

    assert " ".join(basic.direct("RUN")).split() == ["-1", "0", "0", "x-1"]
    assert free(basic) == 32000 - 256


def test_a_file_written_anew_loses_what_it_had(basic: Basic) -> None:
    basic.type_program(
        '10 OPEN "MEM:A" FOR OUTPUT AS #1:FOR I=1 TO 999:PRINT #1,"x";:NEXT:CLOSE\n'
        '20 OPEN "MEM:A" FOR OUTPUT AS #1:PRINT #1,"new";:CLOSE\n'
        '30 OPEN "MEM:A" FOR INPUT AS #1:LINE INPUT #1,A$:PRINT A$;LOF(1)'
    )

    assert " ".join(basic.direct("RUN")).split() == ["new", "3"]
    assert free(basic) == 32000 - 256


def test_two_files_at_once_keep_their_clusters_apart(basic: Basic) -> None:
    basic.type_program(
        "10 MAXFILES=2\n"
        '20 OPEN "MEM:A" FOR OUTPUT AS #1:OPEN "MEM:B" FOR OUTPUT AS #2\n'
        "30 FOR I=1 TO 400:PRINT #1,CHR$(65+I MOD 7);:PRINT #2,CHR$(97+I MOD 5);:NEXT:CLOSE\n"
        '40 OPEN "MEM:A" FOR INPUT AS #1:OPEN "MEM:B" FOR INPUT AS #2\n'
        "50 FOR I=1 TO 400:IF INPUT$(1,1)<>CHR$(65+I MOD 7) THEN PRINT I\n"
        "60 IF INPUT$(1,2)<>CHR$(97+I MOD 5) THEN PRINT I\n70 NEXT:PRINT EOF(1);EOF(2)"
    )

    assert " ".join(basic.direct("RUN")).split() == ["-1", "-1"]


@pytest.mark.parametrize("way", ["mapper", "no mapper", "buffers in page 2"])
def test_clusters_are_moved_on_either_way(basic: Basic, way: str) -> None:
    if way == "no mapper":
        assert basic.vm.peek(MAPPED) == 1
        basic.vm.poke(MAPPED, 0)
    basic.enter("CLEAR 2000,&HA800" if way == "buffers in page 2" else "CLEAR 2000")
    basic.wait()
    basic.type_program(
        '10 OPEN "MEM:A" FOR OUTPUT AS #1\n20 FOR I=1 TO 70:PRINT #1,STRING$(255,I);"|";:NEXT:CLOSE\n'
        '30 OPEN "MEM:A" FOR INPUT AS #1\n40 FOR I=1 TO 70\n50 A$=INPUT$(128,1)+INPUT$(127,1)\n'
        '60 IF A$<>STRING$(255,I) OR INPUT$(1,1)<>"|" THEN PRINT I\n70 NEXT:PRINT EOF(1);LOF(1)'
    )

    assert " ".join(basic.direct("RUN")).split() == ["-1", "17920"]
    assert basic.word("TXTTAB") == 0x8001


def test_a_program_is_saved_loaded_merged_and_run(basic: Basic) -> None:
    basic.type_program('10 PRINT "TEN"\n20 PRINT 5*5')
    assert text(basic, 'SAVE "MEM:PROG.BAS"') == ""
    basic.enter("NEW")
    basic.wait()
    assert text(basic, 'LOAD "MEM:PROG.BAS"') == ""
    assert text(basic, "LIST") == '10 PRINT "TEN" 20 PRINT 5*5'
    basic.enter('NEW\n5 PRINT "FIVE"\n20 PRINT "OLD"')
    assert text(basic, 'MERGE "MEM:PROG.BAS"') == ""
    assert text(basic, "RUN") == "FIVE TEN 25"
    basic.enter("NEW")
    basic.wait()
    assert text(basic, 'RUN "MEM:PROG.BAS"') == "TEN 25"


def test_the_program_is_saved_as_text(basic: Basic) -> None:
    basic.type_program("10 PRINT 1")
    basic.direct('SAVE "MEM:P"')

    assert (
        text(basic, 'OPEN "MEM:P" FOR INPUT AS #1:LINE INPUT #1,A$:CLOSE:PRINT A$') == "10 PRINT 1"
    )


def test_a_file_is_killed(basic: Basic) -> None:
    save(basic, "A", "STRING$(200,65)")
    save(basic, "B", "1")
    assert free(basic) == 32000 - 512

    assert text(basic, 'CALL MKILL("A")') == ""
    assert text(basic, "_MFILES") == "B 31744 bytes free"
    assert text(basic, '_MKILL("MEM:B")') == ""
    assert text(basic, "CALL MFILES") == "32000 bytes free"


def test_a_file_is_renamed(basic: Basic) -> None:
    save(basic, "A", '"text"')
    assert text(basic, 'CALL MNAME("A" AS "LONGNAME.EXT")') == ""

    assert text(basic, "CALL MFILES") == "LONGNAME.EXT 31744 bytes free"
    assert text(basic, 'OPEN "MEM:LONGNAME.EXT" FOR INPUT AS #1:INPUT #1,A$:PRINT A$') == "text"


def test_many_names_stand_in_columns(basic: Basic) -> None:
    basic.direct("WIDTH 40")
    basic.direct('FOR I=1 TO 7:OPEN "MEM:F"+CHR$(64+I) FOR OUTPUT AS #1:CLOSE:NEXT')

    rows = basic.direct("CALL MFILES")
    assert [row.split() for row in rows] == [
        ["FA", "FB", "FC"],
        ["FD", "FE", "FF"],
        ["FG"],
        ["32000", "bytes", "free"],
    ]


def test_the_disk_is_full_and_stays_whole(basic: Basic) -> None:
    assert text(basic, "CALL MEMINI(2047)") == "1280 bytes allocated"
    basic.type_program(
        "10 ON ERROR GOTO 50\n"
        '20 OPEN "MEM:A" FOR OUTPUT AS #1\n'
        '30 FOR I=1 TO 2000:PRINT #1,"x";:NEXT\n40 END\n50 PRINT ERR;I:CLOSE\n60 RESUME 70\n'
        '70 OPEN "MEM:A" FOR INPUT AS #1:PRINT LOF(1):CLOSE'
    )

    assert " ".join(basic.direct("RUN")).split() == ["66", "1281", "1280"]
    assert free(basic) == 0
    basic.direct('CALL MKILL("A")')
    assert free(basic) == 1280


def test_the_directory_is_full(basic: Basic) -> None:
    basic.type_program(
        "10 ON ERROR GOTO 40\n"
        '20 FOR I=1 TO 99:OPEN "MEM:F"+MID$(STR$(I),2) FOR OUTPUT AS #1:CLOSE:NEXT\n'
        "30 END\n40 PRINT ERR;I:END"
    )

    assert " ".join(basic.direct("RUN")).split() == ["67", "41"]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ('OPEN "MEM:NONE" FOR INPUT AS #1', 53),
        ('OPEN "MEM:NONE" FOR APPEND AS #1', 53),
        ('OPEN "MEM:" FOR OUTPUT AS #1', 56),
        ('OPEN "MEM:A*" FOR OUTPUT AS #1', 56),
        ('OPEN "MEM:TOOLONGNAME" FOR OUTPUT AS #1', 56),
        ('OPEN "MEM:A" AS #1', 61),
        ('OPEN "MEM:A" FOR OUTPUT AS #1:PRINT EOF(1)', 52),
        ('OPEN "MEM:A" FOR OUTPUT AS #1:PRINT FPOS(1)', 5),
        ('OPEN "MEM:A" FOR OUTPUT AS #1:CALL MKILL("A")', 54),
        ('OPEN "MEM:A" FOR OUTPUT AS #1:CALL MNAME("A" AS "B")', 54),
        ('OPEN "MEM:A" FOR OUTPUT AS #1:OPEN "MEM:A" FOR INPUT AS #2', 54),
        ('OPEN "MEM:A" FOR OUTPUT AS #1:OPEN "MEM:A" FOR OUTPUT AS #2', 54),
        ('OPEN "MEM:A" FOR OUTPUT AS #1:CLOSE:OPEN "MEM:A" FOR INPUT AS #1:INPUT #1,A$', 55),
        ('LOAD "MEM:NONE"', 53),
        ('CALL MKILL("NONE")', 53),
        ('CALL MKILL("CAS:A")', 56),
        ("CALL MKILL", 2),
        ("CALL MKILL(1)", 13),
        ('CALL MNAME("NONE" AS "B")', 53),
        ('OPEN "MEM:A" FOR OUTPUT AS #1:CLOSE:CALL MNAME("A" AS "A")', 65),
        ("CALL MEMINI(1022)", 5),
        ("CALL MEMINI(-1)", 5),
        ("CALL MEMINI(32768)", 6),
        ('CALL MEMINI("A")', 13),
        ("CALL MEMINI(1", 2),
    ],
)
def test_errors_have_their_numbers(basic: Basic, line: str, number: int) -> None:
    basic.type_program(f"5 MAXFILES=2\n10 ON ERROR GOTO 30\n20 {line}\n25 END\n30 PRINT ERR:END")

    assert " ".join(basic.direct("RUN")).split() == [str(number)]


def test_without_memini_there_is_no_ram_disk() -> None:
    basic = started("eb2")
    for line in ("CALL MFILES", 'OPEN "MEM:A" FOR OUTPUT AS #1', 'CALL MKILL("A")'):
        basic.type_program(f"10 ON ERROR GOTO 30\n20 {line}\n30 PRINT ERR:END")
        assert " ".join(basic.direct("RUN")).split() == ["70"]
    text(basic, "CALL MEMINI")
    save(basic, "A", "1")
    assert text(basic, "CALL MEMINI(0)") == ""
    assert basic.direct("CALL MFILES")[0].strip() != "A"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('BSAVE "MEM:X",&HC000,&HC010', "Bad file name"),
        ('BLOAD "MEM:X"', "Bad file name"),
        ("CALL MFILES 5", "Syntax error"),
        ("_mfiles:PRINT 5", "32000 bytes free 5"),
        ("CALLMFILES", "32000 bytes free"),
        ("CALL MFILE", "Syntax error"),
        ("CALL MFILESS", "Syntax error"),
    ],
)
def test_forms_of_the_statements(basic: Basic, line: str, expected: str) -> None:
    assert text(basic, line) == expected


def test_memini_empties_the_ram_disk(basic: Basic) -> None:
    save(basic, "A", "1")
    text(basic, "CALL MEMINI(4095)")

    assert text(basic, "CALL MFILES") == "3328 bytes free"


def test_the_files_outlive_programs_screens_and_clear(basic: Basic) -> None:
    save(basic, "KEEP", '"kept"')
    basic.type_program("10 CLEAR 1000:SCREEN 8:PSET (1,1),5:SCREEN 0:DIM A(500)")
    basic.direct("RUN")
    basic.enter("NEW")
    basic.wait()

    assert text(basic, 'OPEN "MEM:KEEP" FOR INPUT AS #1:INPUT #1,A$:PRINT A$') == "kept"


def test_eb1_has_no_ram_disk() -> None:
    basic = started("eb1")

    assert text(basic, "CALL MEMINI") == "Syntax error"
    assert text(basic, 'OPEN "MEM:A" FOR OUTPUT AS #1') == "Bad file name"
