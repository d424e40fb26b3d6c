"""MON.COM, the debugger: its commands, in a process of the host."""

from pathlib import Path

import pytest

from tests.support.assembler import assemble
from tests.support.mon import MON, answer, mon

# Each kind of jump, taken and not; the answer is in DE. Breakpoints and T must leave it as it is.
JUMPS = """
         ORG &0100
         ld de,0
         ld b,3
loop:    inc e
         djnz loop
         call add
         call nz,add
         call z,add
         or a
         jr c,bad
         jr nc,over
bad:     ld de,&DEAD
over:    scf
         jr nc,bad
         jr c,on
         jr bad
on:      xor a
         jp nz,bad
         jp pe,even
         jp bad
even:    jp m,bad
         dec a
         jp pe,bad
         jp p,bad
         jp po,odd
         jp bad
odd:     xor a
         call z,clear
         call nz,bad
         ld hl,there
         push hl
         ret
there:   ld ix,index
         jp (ix)
         jp bad
index:   ld iy,last
         ex (sp),iy
         ex (sp),iy
         jp (iy)
         jp bad
last:    ld bc,&0005
         ld hl,from
         push de
         ld de,to
         ldir
         pop de
         ld a,(to + 4)
         add a,d
         ld d,a
         exx
         ld bc,&1234
         exx
         ld hl,end
         jp (hl)
         jp bad
end:     ret
clear:   ret nz
         inc d
         xor a
         ret z
         jp bad
add:     inc e
         ret nz
         ld d,1
         ret
from:    db 1,2,3,4,5
to:      ds 5
"""


@pytest.mark.parametrize(
    ("command", "rows"),
    [
        ("H 1234 234", ["1468 1000"]),
        ("H 1,2", ["0003 FFFF"]),
        ("H 41", ["0041 'A' 65"]),
        ("H -1", ["FFFF 65535"]),
        ("H 'z'-'a'+1", ["001A 26"]),
        ("H 0", ["0000 0"]),
        ("H @SP+2", ["D000 53248"]),
        ("H @PC @A", ["0100 0100"]),
        ("D 80 L 4", ["0080 00 00 00 00" + " " * 37 + "...."]),
        ("S 100 L 20 'A' 'B'", []),
        ("R SP", ["CFFE"]),
        ("R F", ["--------"]),
        ("R IFF", ["01"]),
        ("U 5 L 1", ["0005 C306D0   JP   D006"]),
        ("I 99 1", ["      ^"]),
        ("X", [" ^"]),
        ("D 12345", ["       ^"]),
        ("D 12X", ["     ^"]),
        ("D 2 1", ["     ^"]),
        ("D 1 L 0", ["     ^"]),
        ("F 1 2", ["      ^"]),
        ("M 1 2", ["      ^"]),
        ("E", ["  ^"]),
        ("E 200 1,100", ["         ^"]),
        ('E 200 "abc', ["           ^"]),
        ("R XY", ["   ^"]),
        ("R AFX", ["   ^"]),
        ("R A 100", ["     ^"]),
        ("R F Q", ["     ^"]),
        ("H 'A", ["     ^"]),
        ("H 1+", ["     ^"]),
        ("G 1 2 3 4 5 6 7 8 9", ["                   ^"]),
        ("T X", ["   ^"]),
        ("Q 1", ["   ^"]),
        ("N *.COM", ["Give one file's name, without folders"]),
        ("L", ["Name a file first: N"]),
        ("W", ["Name a file first: N"]),
    ],
)
def test_a_command_answers(command, rows, tmp_path):
    assert answer(tmp_path, command) == rows


@pytest.mark.parametrize(
    ("commands", "dump", "left"),
    [
        (['E 1000 1,2,"AB" FF'], "1000 L 5", "01 02 41 42 FF"),
        (["F 1000 1006 1,2,3"], "1000 L 7", "01 02 03 01 02 03 01"),
        (["F 1000 L 1 1,2,3"], "1000 L 2", "01 00"),
        (["E 1000 1,2,3,4,5", "M 1000 1004 1001"], "1000 L 6", "01 01 02 03 04 05"),
        (["E 1000 1,2,3,4,5", "M 1001 1004 1000"], "1000 L 5", "02 03 04 05 05"),
        (["E 1000", "1", "", "3 4", "."], "1000 L 4", "01 00 03 04"),
        (["E 1000", "1", "100", "2", "."], "1000 L 3", "01 02 00"),
        (["R BC 1234", "R H 56", "R IX' 1", "R F SC", "E 1000 @B @H @F"], "1000 L 3", "12 56 81"),
        (["A 1000", "INC A", "", "A", "DEC A", ""], "1000 L 2", "3C 3D"),
    ],
)
def test_memory_and_registers_are_changed(commands, dump, left, tmp_path):
    (row,) = answer(tmp_path, "F 1000 1010 0", *commands, f"D {dump}")

    assert row[5 : 5 + len(left) + 1].rstrip() == left


def test_memory_is_compared_and_searched(tmp_path):
    prepare = ["F 1000 10FF 0", "E 1010 1,2,3", "E 1020 1,2,4", "E 1030 1,2"]

    assert answer(tmp_path, *prepare, "C 1010 1012 1020") == ["1012 03 1022 04"]
    assert answer(tmp_path, *prepare, "S 1000 10FF 1,2") == ["1010 1020 1030"]
    assert answer(tmp_path, *prepare, "S 1000 1020 1,2") == ["1010"]
    assert answer(tmp_path, "F 1000 1100 5", "S 1000 100C 5")[0].count(" ") == 11


def test_a_dump_and_a_listing_go_on_where_they_ended(tmp_path):
    assert answer(tmp_path, "D 1000", "D")[0].startswith("1080 ")
    assert answer(tmp_path, "F 1000 1FFF 0", "U 1000", "U")[0] == "1018 00       NOP"
    assert answer(tmp_path, "D FFF0 FFFF")[0].startswith("FFF0 ")
    assert answer(tmp_path, "D FFFF")[0].startswith("FFFF ")


def test_a_program_is_loaded_with_its_words_and_written_back(tmp_path):
    (tmp_path / "prog.com").write_bytes(bytes(range(200)))
    session = mon(
        tmp_path,
        *("D 80 L 8", "D 5C L C", "D 6C L C", "E 100 FF", "W", "N OTHER.BIN", "W 1C0 1C7"),
        arguments=("prog.com", "b:a.txt", "x*.y"),
    )

    assert session.lines[1] == "0100-01C7"
    dumped = [row[0][5:52].rstrip() for row in session.answers()[:3]]
    assert bytes.fromhex(dumped[0]) == b"\x0d b:a.tx"
    assert bytes.fromhex(dumped[1]) == b"\x02A       TXT"
    assert bytes.fromhex(dumped[2]) == b"\x00X???????Y  "
    assert (tmp_path / "prog.com").read_bytes() == b"\xff" + bytes(range(1, 200))
    assert (tmp_path / "other.bin").read_bytes() == bytes(range(192, 200))


@pytest.mark.parametrize(
    ("size", "said"),
    [(None, "File not found"), (0, "The file is empty"), (0xD000 - 0x1FF, "The file is too big")],
)
def test_a_file_that_cannot_be_loaded_is_told(size, said, tmp_path):
    if size is not None:
        (tmp_path / "a.bin").write_bytes(bytes(size))

    assert answer(tmp_path, "N A.BIN", "L") == [said]


def test_the_largest_file_is_loaded(tmp_path):
    data = bytes(n % 251 for n in range(0xD000 - 0x200))
    (tmp_path / "a.bin").write_bytes(data)

    assert mon(tmp_path, "N B.BIN", "W", arguments=("a.bin",)).lines[1] == "0100-CEFF"
    mon(tmp_path, "N A.BIN", "L", "N B.BIN", "W")
    assert (tmp_path / "b.bin").read_bytes() == data


def program(folder: Path, source: str) -> Path:
    path = folder / "prog.com"
    path.write_bytes(assemble(source, 0x100))
    return path


def test_stepping_does_what_running_does(tmp_path):
    program(tmp_path, JUMPS)
    loaded = ["N PROG.COM", "L"]
    code = assemble(JUMPS, 0x100)
    end = 0x100 + code.index(b"\xe9", code.index(b"\xd9")) + 4
    assert code[end - 0x100] == 0xC9

    ran = answer(tmp_path, *loaded, f"G {end:X}")
    traced = mon(tmp_path, *loaded, "T 100").answers()[-1]
    at_end = [n for n, row in enumerate(traced) if row.startswith(f"{end:04X} C9")]
    assert len(at_end) == 1
    shown = traced[at_end[0] - 2 : at_end[0] + 1]

    assert "DE=0605" in ran[0]
    assert "BC'1234" in ran[0]
    assert shown == ran
    assert traced[-1] == "The program has ended"


def test_p_takes_a_subroutine_as_one_step_and_t_goes_into_it(tmp_path):
    program(
        tmp_path, "call deep\n inc c\n ret\ndeep: call deeper\n inc b\n ret\ndeeper: inc d\n ret"
    )
    loaded = ["N PROG.COM", "L"]

    assert answer(tmp_path, *loaded, "P")[-1].startswith("0103 0C ")
    assert answer(tmp_path, *loaded, "T")[-1].startswith("0105 CD")
    assert answer(tmp_path, *loaded, "T 2")[-1].startswith("010A 14")
    assert "BC=0101 DE=0100" in answer(tmp_path, *loaded, "P 2")[-3]


def test_a_loop_can_be_stopped_at_its_own_breakpoint_again_and_again(tmp_path):
    program(tmp_path, "ld b,3\nagain: inc c\n djnz again\n ret")
    session = mon(tmp_path, "N PROG.COM", "L", "G 102 103", "G 102", "G 102", "G 102")
    stops = session.answers()[2:]

    assert [row[-1] for row in stops] == ["0102 0C       INC  C"] * 3 + ["The program has ended"]
    assert [row[0][8:15] for row in stops[:3]] == ["BC=0300", "BC=0201", "BC=0102"]
    assert mon(tmp_path, "D 100 L 2").ran  # the bytes are back: the program ran to its end


def test_a_breakpoint_may_be_on_a_call_of_the_system(tmp_path):
    program(
        tmp_path, 'ld b,3\nagain: push bc\n ld e,"x"\n ld c,2\n call 5\n pop bc\n djnz again\n ret'
    )
    stops = mon(tmp_path, "G 107", "G 107 1FF", "G 107", "G", arguments=("prog.com",)).answers()

    assert [rows[-1][:6] for rows in stops[:3]] == ["0107 C"] * 3
    assert [rows[0] for rows in stops[1:]] == ["x"] * 3


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("ret", "The program has ended"),
        ("jp 0", "The program has ended"),
        ("ld c,0\n jp 5", "The program has ended"),
        ("ld b,0\n ld c,&62\n jp 5", "The program has ended"),
        ("ld b,&42\n ld c,&62\n jp 5", "The program has ended, error 42"),
    ],
)
def test_the_end_of_a_program_comes_back_to_mon(code, said, tmp_path):
    program(tmp_path, code)
    session = mon(tmp_path, "N PROG.COM", "L", "G", "R PC", "L", "G")

    assert session.answers()[2][-1] == said
    assert session.answers()[3] == ["0100"]
    assert session.answers()[-1][-1] == said


def test_a_program_has_its_memory_and_the_bios_where_it_looks_for_them(tmp_path):
    (tmp_path / "prog.com").write_bytes(
        assemble('ld hl,(1)\n ld l,&0C\n ld c,"x"\n ld de,end\n push de\n jp (hl)\nend: ret', 0x100)
    )
    session = mon(tmp_path, "D 6 L 2", "G", arguments=("prog.com",))

    assert session.answers()[0][0].startswith("0006 06 D0")
    assert session.answers()[1] == ["xThe program has ended"]


def test_an_rst_28_of_the_program_stops_it_behind_it(tmp_path):
    program(tmp_path, "inc a\n rst &28\n inc a\n ret")

    assert answer(tmp_path, "N PROG.COM", "L", "G")[-1].startswith("0102 3C")
    assert answer(tmp_path, "N PROG.COM", "L", "G", "G") == ["The program has ended"]


def test_interrupts_stay_as_the_program_has_them(tmp_path):
    program(tmp_path, "di\n nop\n ei\n nop\n ret")
    session = mon(tmp_path, "N PROG.COM", "L", *("T", "R IFF", "T 2", "R IFF", "G 104", "R IFF"))

    assert [rows[-1] for rows in session.answers()[3::2]] == ["00", "01", "01"]


def test_a_refresh_count_and_both_sets_are_the_program_s(tmp_path):
    program(tmp_path, "ld a,r\n ex af,af'\n exx\n ld bc,&1122\n exx\n ld a,&99\n ld i,a\n ret")
    rows = answer(tmp_path, "N PROG.COM", "L", "R R 85", "R A' 1", "R AF' 3344", "T 7")
    last = "\n".join(rows[-3:])

    assert "AF'8784" in last
    assert "AF=9944" in last
    assert "BC'1122" in last
    assert "I=99 R=8E" in last


def test_ctrl_c_leaves_the_line_and_stops_a_program_that_waits_for_a_key(tmp_path):
    program(tmp_path, "ld l,5\n ld c,1\n call 5\n ret")
    session = mon(tmp_path, "R H 12\x03R PC", "G", "\x03R PC", arguments=("prog.com",))

    assert session.lines[2] == "-R H 12^C"
    assert session.lines[3:5] == ["-R PC", "0100"]
    assert "Stopped" in session.lines
    assert session.lines[-1] == "0107"


def test_what_a_program_shows_and_the_registers_are_on_lines_of_their_own(tmp_path):
    program(tmp_path, 'ld e,"x"\n ld c,2\n call 5\n call sub\n ret\nsub: ld e,"y"\n ld c,2\n jp 5')
    session = mon(tmp_path, "T 3", "P", arguments=("prog.com",))

    assert [row for row in session.lines if row in ("x", "y")] == ["x", "y"]


@pytest.mark.parametrize("kind", ["msx1", "cpm"])
def test_it_runs_on_systems_of_level_1_too(kind, tmp_path):
    assert answer(tmp_path, "A 100", "LD A,42", "RET", "", "G 102", kind=kind)[0][:7] == "AF=4200"
    assert answer(tmp_path, "A 100", "RET", "", "G", kind=kind) == ["The program has ended"]


def test_it_moves_below_another_one_until_there_is_no_room(tmp_path):
    (tmp_path / "mon.com").write_bytes(MON)
    within = ["N MON.COM", "L", "G"]
    session = mon(tmp_path, *within * 5, *["R SP", "Q"] * 4, "R SP")

    assert session.lines.count("EB-MON 1.0  ? for help") == 5
    assert session.lines.count("Not enough memory for MON") == 1
    places = [row for row in session.lines if row.endswith("FE") and len(row) == 4]
    assert places == ["43FE", "66FE", "89FE", "ACFE", "CFFE"]
