"""Level 2 of COMMAND: directories, and commands that take paths."""

import pytest

from machine.media.dsk import Disk
from tests.support.assembler import assemble
from tests.support.dos import Dos, level2_disk, level2_prompt
from tests.support.trees import tree

HELLO = assemble(' ld de,t\n ld c,9\n jp 5\nt: dm "Hello!$"', 0x100)
FILES = {
    "A.TXT": b"alpha\r\n\x1a",
    "SUB/B.TXT": b"beta\r\n",
    "SUB/C.TXT": b"gamma\r\n",
    "SUB/DEEP/D.TXT": b"delta\r\n",
    "BIN/HELLO.COM": HELLO,
    "BIN/JOB.BAT": b"ECHO job %1\r\nHELLO\r\nECHO end\r\n",
    "EMPTY/": b"",
}


@pytest.fixture
def disk() -> Disk:
    return level2_disk(FILES)


@pytest.fixture
def dos(disk: Disk) -> Dos:
    return level2_prompt(disk)


def names(rows: list[str]) -> list[str]:
    """The names in what DIR printed."""
    return ["".join(row[:12].split()) for row in rows[:-1]]


def test_cd_goes_into_a_directory_and_tells_it(dos):
    assert dos.line("CD") == ["A:\\"]
    assert dos.line("CD SUB\\DEEP") == []
    assert dos.line("CD") == ["A:\\SUB\\DEEP"]
    assert dos.line("cd ..") == []
    assert dos.line("CD A:") == ["A:\\SUB"]
    assert dos.line("CHDIR \\") == []
    assert dos.line("CD") == ["A:\\"]


def test_cd_to_what_is_no_directory_says_so_and_stays(dos):
    assert dos.line("CD NONE") == ["Directory not found"]
    assert dos.line("CD A.TXT") == ["Directory not found"]
    assert dos.line("CD X:") == ["Invalid drive"]
    assert dos.line("CD") == ["A:\\"]


def test_directories_are_made_and_removed(dos, disk):
    assert dos.line("MD NEW") == []
    assert dos.line("MKDIR NEW\\INNER") == []
    assert "NEW/INNER/" in tree(disk)
    assert dos.line("MD NEW") == ["A directory has this name"]
    assert dos.line("MD A.TXT") == ["A file has this name"]
    assert dos.line("RD NEW") == ["NEW: Directory not empty"]
    assert dos.line("RD NEW\\INNER") == []
    assert dos.line("RMDIR NEW") == []
    assert not any(name.startswith("NEW") for name in tree(disk))
    assert dos.line("RD NEW") == ["File not found"]
    assert dos.line("RD A.TXT") == ["A.TXT: Directory not found"]
    assert dos.line("MD") == ["Bad parameter"]


def test_dir_shows_a_directory_by_its_path(dos):
    assert names(dos.line("DIR SUB")) == [".", "..", "BTXT", "CTXT", "DEEP"]
    assert names(dos.line("DIR SUB\\*.TXT")) == ["BTXT", "CTXT"]
    assert names(dos.line("DIR A:\\SUB\\DEEP\\")) == [".", "..", "DTXT"]
    assert any(row.startswith("SUB") and "<dir>" in row for row in dos.line("DIR"))
    assert dos.line("DIR NONE") == ["File not found"]


def test_type_takes_a_path(dos):
    assert dos.line("TYPE SUB\\DEEP\\D.TXT") == ["delta"]
    assert dos.line("TYPE A.TXT") == ["alpha"]
    assert dos.line("TYPE SUB\\NONE") == ["File not found"]


def test_copy_takes_files_from_directory_to_directory(dos, disk):
    assert dos.line("COPY SUB\\B.TXT EMPTY") == ["  1 copied"]
    assert tree(disk)["EMPTY/B.TXT"] == b"beta\r\n"
    assert dos.line("COPY SUB EMPTY\\*.OLD") == ["B.TXT", "C.TXT", "  2 copied"]
    assert tree(disk)["EMPTY/C.OLD"] == b"gamma\r\n"
    assert dos.line("COPY A:\\SUB\\DEEP\\D.TXT") == ["  1 copied"]
    assert tree(disk)["D.TXT"] == b"delta\r\n"
    assert dos.line("COPY D.TXT SUB\\DEEP\\NEW.TXT") == ["  1 copied"]
    assert tree(disk)["SUB/DEEP/NEW.TXT"] == b"delta\r\n"


def test_copy_that_cannot_be_done_leaves_the_file(dos, disk):
    assert dos.line("COPY SUB\\B.TXT SUB") == ["A file cannot be copied onto itself"]
    assert tree(disk)["SUB/B.TXT"] == b"beta\r\n"
    assert dos.line("COPY SUB\\NONE EMPTY") == ["File not found"]
    assert dos.line("COPY A.TXT NONE\\A.TXT") == ["Directory not found"]
    assert dos.line("COPY A.TXT SUB\\DEEP\\D.TXT CON") == ["Bad parameter"]


def test_del_takes_a_path_and_a_directory_means_its_files(dos, disk):
    assert dos.line("DEL SUB\\B.TXT") == []
    assert "SUB/B.TXT" not in tree(disk)
    dos.line("DEL SUB", "y")
    assert "SUB/C.TXT" not in tree(disk)
    assert "SUB/DEEP/D.TXT" in tree(disk)
    assert dos.line("DEL SUB\\NONE") == ["File not found"]


def test_rename_takes_a_path_and_wildcards(dos, disk):
    assert dos.line("REN SUB\\*.TXT *.DOC") == []
    assert {"SUB/B.DOC", "SUB/C.DOC"} <= set(tree(disk))
    assert dos.line("REN SUB\\B.DOC C.DOC") == ["There is a file of that name"]
    assert dos.line("RNDIR SUB OTHER") == []
    assert "OTHER/DEEP/D.TXT" in tree(disk)


def test_move_takes_files_to_another_directory(dos, disk):
    assert dos.line("MOVE SUB\\*.TXT EMPTY") == []
    assert tree(disk)["EMPTY/B.TXT"] == b"beta\r\n"
    assert "SUB/B.TXT" not in tree(disk)
    assert dos.line("MVDIR SUB\\DEEP EMPTY") == []
    assert "EMPTY/DEEP/D.TXT" in tree(disk)
    assert dos.line("MVDIR EMPTY EMPTY\\DEEP") == ["EMPTY: Directory cannot go into itself"]


def test_attrib_protects_and_hides_files(dos, disk):
    assert dos.line("ATTRIB +R A.TXT") == []
    assert dos.line("DEL A.TXT") == ["A.TXT: File is read only"]
    assert dos.line("ATTRIB +H -R A.TXT") == []
    assert dos.line("ATTRIB A.TXT") == ["-H A.TXT"]
    assert "ATXT" not in names(dos.line("DIR"))
    assert dos.line("ATTRIB -H A.TXT") == []
    assert "ATXT" in names(dos.line("DIR"))
    assert dos.line("ATTRIB +X A.TXT") == ["Bad parameter"]


def test_programs_run_by_path_and_through_the_search_path(dos):
    assert dos.line("BIN\\HELLO") == ["Hello!"]
    assert dos.line("HELLO") == ["Bad command or file name"]
    assert dos.line("PATH A:\\SUB;A:\\BIN") == []
    assert dos.line("HELLO") == ["Hello!"]
    assert dos.line("HELLO.COM") == ["Hello!"]
    assert dos.line("CD SUB") == []
    assert dos.line("HELLO") == ["Hello!"]
    assert dos.line("CD") == ["A:\\SUB"]


def test_batch_files_run_through_the_search_path_in_any_directory(dos):
    dos.line("PATH \\BIN")
    dos.line("CD SUB\\DEEP")
    shown = dos.line("JOB one")

    assert [row for row in shown if row[1:2] != ">"] == ["job one", "Hello!", "end"]


def test_prompt_tells_the_directory_when_it_is_on(dos):
    dos.line("CD SUB")
    dos.type("PROMPT ON\r")
    dos.says("A:\\SUB>")
    dos.type("PROMPT OFF\r")
    dos.wait()


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("DEL A:", True),
        ("DEL \\", True),
        ("DEL SUB\\", True),
        ("DEL SUB", True),
        ("DEL SUB\\????????.???", True),
        ("DEL \\SUB\\DEEP\\..\\*.*", True),
        ("DEL SUB\\*", False),
        ("DEL SUB\\.TXT", False),
        ("DEL SUB\\*.X", False),
    ],
)
def test_del_asks_whenever_all_files_would_go(dos, disk, line, asks):
    before = tree(disk)
    dos.type(line + "\r")
    if asks:
        dos.says("Delete all files (Y/N)?")
        dos.type("n")
    dos.wait()

    assert ("Delete all" in "\n".join(dos.rows())) == asks
    assert tree(disk) == before


def test_type_shows_several_files_with_their_names(dos):
    assert dos.line("TYPE SUB\\*.TXT") == ["B.TXT", "beta", "C.TXT", "gamma"]
    assert dos.line("TYPE SUB\\*.X") == ["File not found"]


def test_copy_does_not_write_one_target_twice(dos, disk):
    rows = dos.line("COPY SUB\\*.TXT NEW.TXT")

    assert rows == ["B.TXT", "The target has been written already", "  1 copied"]
    assert tree(disk)["NEW.TXT"] == b"beta\r\n"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("DIR SUB\\B", ["BTXT"]),
        ("DIR SUB\\.TXT", ["BTXT", "CTXT"]),
        ("DIR SUB\\?", [".", "BTXT", "CTXT"]),
        ("DIR EMPTY", [".", ".."]),
        ("DIR SUB\\..\\A", ["ATXT"]),
    ],
)
def test_dir_takes_paths_with_a_part_missing(dos, line, found):
    assert names(dos.line(line)) == found


def test_dir_shows_hidden_files_when_asked(dos):
    assert dos.line("ATTRIB +H SUB\\B.TXT") == []

    assert names(dos.line("DIR SUB\\*.TXT")) == ["CTXT"]
    assert names(dos.line("DIR /H SUB\\*.TXT")) == ["BTXT", "CTXT"]
    assert "BTXT" in names(dos.line("DIR SUB /H"))
