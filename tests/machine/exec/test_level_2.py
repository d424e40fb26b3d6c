"""Functions 40-70 on folders of the host: what is particular to them."""

import pytest

from machine.exec.codes import Code
from tests.support.process_vm import execute_source

OPEN = """
open:    ld c,&43
         xor a
         call BDOS
         jr nz,bad
         ret
bad:     call show.hex
         ld b,a
         ld c,&62
         jp BDOS
"""


def run(source, folder, *arguments, **options):
    return execute_source(source + OPEN, folder, *arguments, **options)


def test_a_file_is_written_by_its_handle_and_read_back(tmp_path):
    ran = run(
        """
         ld de,name
         ld c,&44
         xor a
         ld b,a
         call BDOS
         jr nz,bad
         ld a,b
         ld (handle),a
         ld de,text
         ld hl,5
         ld c,&49
         call BDOS
         call show.answer
         ld a,(handle)
         ld b,a
         ld c,&4A
         ld a,1
         ld de,&FFFF
         ld hl,&FFFC
         call BDOS
         call show.answer
         ld a,(handle)
         ld b,a
         ld c,&48
         ld de,&8000
         ld hl,100
         call BDOS
         call show.answer
         ld hl,&8000
         ld b,4
         call show.bytes
         ld a,(handle)
         ld b,a
         ld c,&48
         ld de,&8000
         ld hl,100
         call BDOS
         jp show.answer
name:    dm "a:\\\\dir\\\\New.Txt"
         db 0
text:    dm "Hello"
handle:  db 0
""".replace("\\\\", "\\"),
        make(tmp_path, "dir/"),
    )

    assert ran.text == "00 0005\n00 0001\n00 0004\nelloC7 0000\n"
    assert (tmp_path / "dir" / "new.txt").read_bytes() == b"Hello"


def make(folder, *paths):
    for path in paths:
        if path.endswith("/"):
            (folder / path).mkdir(parents=True)
        else:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(path.encode())
    return folder


SEARCH = """
         ld de,what
         ld ix,&8000
         ld b,{attributes}
         ld c,&40
next:    call BDOS
         jr nz,end
         ld de,&8001
         ld hl,&8001
print:   ld a,(hl)
         inc hl
         or a
         jr z,printed
         call show.char
         jr print
printed: ld a,(&800E)
         call show.hex
         ld ix,&8000
         ld c,&41
         jr next
end:     jp show.hex
what:    dm "{what}"
         db 0
"""


@pytest.mark.parametrize(
    ("what", "attributes", "found"),
    [
        ("*.*", 0, "A.TXT00B.COM00D7"),
        ("*.TXT", 0, "A.TXT00D7"),
        ("A:", 16, "A.TXT00B.COM00SUB10D7"),
        ("sub\\*.*", 16, ".10..10C.TXT00D7"),
        ("sub\\..\\a.*", 0, "A.TXT00D7"),
        ("no\\*.*", 0, "D6"),
        ("..\\*.*", 16, "D6"),
        ("\\\\a", 0, "D9"),
        ("con", 0, "CON80D7"),
        ("Z:*.*", 0, "DB"),
        ("*.*", 8, "D7"),
    ],
)
def test_a_search_finds_what_fits(tmp_path, what, attributes, found):
    make(tmp_path, "a.txt", "b.com", "sub/c.txt", ".hidden")

    ran = run(SEARCH.format(what=what, attributes=attributes), tmp_path)

    assert ran.text == found


@pytest.mark.parametrize(
    "path",
    [
        "..\\secret",
        "\\..\\secret",
        "sub\\..\\..\\secret",
        "\\\\secret",
        "/etc/passwd",
        "../secret",
        "sub\\link",
        "link",
        "out\\secret",
        ".\\..\\secret",
        "SUB\\.\\..\\..\\SECRET",
        "A:..\\secret",
        "B:\\secret",
    ],
)
def test_no_path_leads_out(tmp_path, path):
    (tmp_path / "secret").write_bytes(b"secret")
    drive = make(tmp_path / "drive", "sub/file")
    (drive / "link").symlink_to("../secret")
    (drive / "sub" / "link").symlink_to("../../secret")
    (drive / "out").symlink_to("..")

    ran = run(
        f"""
         ld de,name
         call open
         ld a,&AA
         jp show.hex
name:    dm "{path}"
         db 0
""",
        drive,
    )

    assert ran.text in {f"{code:02X}" for code in (Code.NODIR, Code.NOFIL, Code.IPATH, Code.IDRV)}
    assert ran.result.status == int(ran.text, 16)


def test_an_error_code_is_the_exit_status_and_is_explained(tmp_path):
    ran = run('ld de,name\n call open\nname: dm "no"\n db 0\n', tmp_path)

    assert ran.result.status == Code.NOFIL
    assert ran.result.message == "File not found"


@pytest.mark.parametrize(("code", "status"), [(0, 0), (1, 1), (2, 1), (3, 1), (4, 4), (63, 63)])
def test_a_program_s_own_codes_are_its_exit_status(tmp_path, code, status):
    ran = run(f"ld b,{code}\n ld c,&62\n call BDOS\n", tmp_path)

    assert (ran.result.status, ran.result.message) == (status, "")


def test_the_abort_routine_changes_the_code_and_runs_once(tmp_path):
    ran = run(
        """
         ld de,abort
         ld c,&63
         call BDOS
         ld b,5
         ld c,&62
         call BDOS
abort:   call show.hex
         ld a,b
         call show.hex
         ld a,7
         ld b,0
         ret
""",
        tmp_path,
    )

    assert ran.text == "0500"
    assert ran.result.status == 7


def test_the_abort_routine_may_go_on_behind_the_call(tmp_path):
    ran = run(
        """
         ld de,abort
         ld c,&63
         call BDOS
         ld b,5
         ld c,&62
         call BDOS
         ld a,&55
         jp show.hex
abort:   pop hl
         ret
""",
        tmp_path,
    )

    assert ran.text == "55"
    assert ran.result.status == 0


def test_a_child_s_end_comes_back_to_who_started_it(tmp_path):
    ran = run(
        """
         ld c,&60
         call BDOS
         ld a,b
         ld (parent),a
         ld hl,back
         ld (1),hl
         ld b,9
         ld c,&62
         call BDOS
back:    ld a,(parent)
         ld b,a
         ld c,&61
         call BDOS
         ld a,b
         call show.hex
         ld b,0
         ld c,&62
         ld hl,(6)
         ld de,&F9
         add hl,de
         jp end
parent:  db 0
end:     ld hl,&F503
         ld (1),hl
         jp 0
""",
        tmp_path,
    )

    assert ran.text == "09"
    assert ran.result.status == 0


def test_standard_output_can_be_a_file(tmp_path):
    ran = run(
        """
         ld b,1
         ld c,&45
         call BDOS
         ld de,name
         ld c,&44
         xor a
         ld b,a
         call BDOS
         ld de,text
         ld c,9
         call BDOS
         ld b,1
         ld c,&45
         call BDOS
         ld de,con
         call open
         ld e,"!"
         ld c,2
         jp BDOS
name:    dm "out.txt"
         db 0
con:     dm "con"
         db 0
text:    dm "Hello$"
""",
        tmp_path,
    )

    assert ran.text == "!"
    assert (tmp_path / "out.txt").read_bytes() == b"Hello"


def test_a_read_only_drive_says_so(tmp_path):
    (tmp_path / "old.txt").write_bytes(b"old")

    ran = run(
        """
         ld de,name
         ld c,&4D
         call BDOS
         call show.hex
         ld de,new
         xor a
         ld b,a
         ld c,&44
         call BDOS
         call show.hex
         ld de,name
         call open
         ld a,b
         ld de,&8000
         ld hl,1
         ld c,&49
         call BDOS
         jp show.hex
name:    dm "old.txt"
         db 0
new:     dm "new.txt"
         db 0
""",
        tmp_path,
        drives={0: (tmp_path, True)},
    )

    assert ran.text == "F8F8F8"
    assert [path.name for path in tmp_path.iterdir()] == ["old.txt"]


def test_a_file_that_is_open_is_not_deleted_but_by_its_handle(tmp_path):
    (tmp_path / "file.txt").write_bytes(b"x")

    ran = run(
        """
         ld de,name
         call open
         ld a,b
         push af
         ld de,name
         ld c,&4D
         call BDOS
         call show.hex
         pop af
         ld b,a
         ld c,&52
         call BDOS
         jp show.hex
name:    dm "file.txt"
         db 0
""",
        tmp_path,
    )

    assert ran.text == "CA00"
    assert list(tmp_path.iterdir()) == []


def test_the_environment_names_the_program_and_its_arguments(tmp_path):
    ran = run(
        """
         ld hl,name
         ld de,&8000
         ld b,255
         ld c,&6B
         call BDOS
         ld hl,&8000
         ld b,14
         jp show.bytes
name:    dm "parameters"
         db 0
""",
        tmp_path,
        "One",
        "two",
    )

    assert ran.text == " One two......"
