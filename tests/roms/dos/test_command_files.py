"""DIR, TYPE, DEL, REN, VOL at the prompt of EB-DOS."""

import pytest

from machine.media.dsk import blank
from tests.support.disk_machine import BOARDS
from tests.support.dos import disk_with, names, started, system_files
from tests.support.floppies import put_file

TEXT = b"Hello\r\nWorld\r\n\x1aunseen"
FILES = {"HELLO.TXT": TEXT, "B.TXT": b"second\r\n", "C.DOC": b"third\r\n"}


def listed(rows):
    return [row[:12].rstrip() for row in rows[:-1]]


@pytest.mark.parametrize("board", BOARDS)
def test_dir_shows_names_sizes_dates_and_the_free_room(board):
    dos = started(board, FILES)
    rows = dos.line("DIR *.TXT")

    assert rows[0] == "HELLO    TXT      21 05-11-83  8:25a"
    assert rows[1].startswith("B        TXT       8 05-11-83")
    assert rows[2].startswith("  2 files")
    used = sum(-(-len(data) // 1024) for data in {**FILES, **system_files()}.values())
    assert rows[2].endswith(f"{730112 - used * 1024} bytes free")


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("HELLO", ["HELLO    TXT"]),
        ("a:b", ["B        TXT"]),
        ("H*", ["HELLO    TXT"]),
        (".TXT", ["HELLO    TXT", "B        TXT"]),
        ("A:.DOC /W", ["C        DOC"]),
        ("HELLO.", []),
        ("NONE", []),
        ("Q:", []),
    ],
)
def test_dir_takes_names_with_a_part_missing(board, pattern, found):
    dos = started(board, FILES)
    rows = dos.line(f"DIR {pattern}")

    assert listed(rows) == found
    if not found:
        assert rows in (["File not found"], ["No such drive"], ["Invalid drive"])


@pytest.mark.parametrize("length", [40, 80, 119])
@pytest.mark.parametrize("board", BOARDS)
def test_a_long_line_is_obeyed(board, length):
    dos = started(board, FILES)

    assert "".join(dos.line("ECHO " + "x" * length)) == "x" * length


@pytest.mark.parametrize("board", BOARDS)
def test_help_for_what_is_no_command_says_so(board):
    assert started(board).line("HELP XX") == ["Bad command or file name"]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("HELLO.TXT", ["HELLO    TXT"]),
        ("hello.txt", ["HELLO    TXT"]),
        ("*.TXT", ["HELLO    TXT", "B        TXT"]),
        ("?.*", ["B        TXT", "C        DOC"]),
        ("A:H*.*", ["HELLO    TXT"]),
    ],
)
def test_dir_takes_names_and_wildcards(pattern, found):
    dos = started("eb1", FILES)

    assert listed(dos.line(f"DIR {pattern}")) == found


def test_dir_w_shows_names_side_by_side():
    dos = started("eb1", FILES)
    rows = dos.line("DIR/W")

    assert rows[0] == "EBDOS    SYS COMMAND  COM HELLO    TXT"[: len(rows[0])]
    assert len(rows) == 3 or rows[-1].startswith("  5 files")


def test_dir_p_waits_when_the_screen_is_full():
    many = {f"FILE{n}.TXT": b"" for n in range(30)}
    dos = started("eb1", many)
    dos.vm.type("DIR /P\r")
    dos.says("Press a key")
    assert "FILE29" not in "\n".join(dos.rows())
    dos.vm.type(" ")
    dos.wait()

    assert "FILE29" in "\n".join(dos.rows())


@pytest.mark.parametrize("command", ["DIR NONE.TXT", "TYPE NONE.TXT", "DEL NONE.*", "REN NONE.A B"])
def test_a_file_that_is_not_there_is_said_so(command):
    dos = started("eb1", FILES)

    assert dos.line(command) == ["File not found"]


@pytest.mark.parametrize("command", ["DIR E:", "TYPE H:X", "E:", "DEL H:X", "COPY X H:", "VOL E:"])
def test_a_drive_that_is_not_there_is_said_so(command):
    dos = started("eb1", FILES)

    assert dos.line(command) == ["No such drive"]


@pytest.mark.parametrize("command", ["TYPE", "TYPE *.TXT", "DEL", "DEL A B", "REN A", "REN A B C"])
def test_a_wrong_parameter_is_said_so(command):
    dos = started("eb1", FILES)

    assert dos.line(command) == ["Bad parameter"]


def test_type_shows_a_text_up_to_its_end_mark():
    dos = started("eb1", FILES)

    assert dos.line("TYPE HELLO.TXT") == ["Hello", "World"]


def test_del_deletes_what_fits():
    disk = disk_with({**system_files(), **FILES})
    dos = started("eb1", disk=disk)
    dos.line("DEL *.TXT")

    assert set(names(disk)) == {"EBDOS.SYS", "COMMAND.COM", "C.DOC"}


@pytest.mark.parametrize(("answer", "left"), [("N", 5), ("y", 0)])
def test_del_of_everything_asks(answer, left):
    disk = disk_with({**system_files(), **FILES})
    dos = started("eb1", disk=disk)
    dos.line("ERASE *.*", answer)

    assert len(names(disk)) == left


def test_ren_gives_new_names_by_wildcards():
    disk = disk_with({**system_files(), **FILES})
    dos = started("eb1", disk=disk)
    dos.line("REN *.TXT *.OLD")
    dos.line("RENAME C.DOC D")

    assert set(names(disk)) == {"EBDOS.SYS", "COMMAND.COM", "HELLO.OLD", "B.OLD", "D"}


def test_ren_does_not_take_a_name_that_is_there():
    dos = started("eb1", FILES)

    assert dos.line("REN B.TXT C.DOC") == ["There is a file of that name"]


def test_vol_shows_the_name_of_a_disk():
    disk = blank()
    put_file(disk, 0, "GAMES      ", b"", [])
    row = bytearray(disk.read(7))
    row[11] = 8
    disk.write(7, bytes(row))
    dos = started("eb1", None, disk)

    assert dos.line("VOL B:") == ["The disk in drive B is called GAMES"]
    assert dos.line("VOL") == ["The disk in drive A has no name"]


@pytest.mark.parametrize("board", BOARDS)
def test_vol_gives_a_disk_a_name(board):
    files_there = {f"F{n}": b"x" for n in range(20)}  # the free entry is in the second sector
    disk = disk_with(files_there)
    dos = started(board, None, disk)

    assert dos.line("VOL B: my games") == []
    assert dos.line("VOL B:") == ["The disk in drive B is called MY GAMES"]
    assert dos.line("VOL B:longer name") == []
    dos.line("B:")
    assert "".join(dos.line("VOL")) == "The disk in drive B is called LONGER NAME"
    assert dos.line("DEL F3") == []
    assert dos.line("VOL toolonganame") == ["Bad parameter"]
    assert dos.line("VOL Q:") == ["No such drive"]
    rows = [disk.read(sector)[at : at + 32] for sector in (7, 8) for at in range(0, 512, 32)]

    assert [row[:11] for row in rows if row[0] not in (0, 0xE5) and row[11] == 8] == [
        b"LONGER NAME"
    ]
    assert {
        row[:11].decode().split()[0] for row in rows if row[0] not in (0, 0xE5) and row[11] != 8
    } == (set(files_there) - {"F3"})


def test_a_name_takes_the_place_of_a_deleted_file():
    disk = disk_with({"A": b"x", "B": b"y"})
    dos = started("eb1", None, disk)
    dos.line("DEL B:A")
    dos.line("VOL B: here")

    assert disk.read(7)[:12] == b"HERE       \x08"
    assert [row[:12] for row in dos.line("DIR B:")[:-1]] == ["B           "]


def test_a_full_directory_takes_no_name():
    disk = disk_with({f"F{n}": b"x" for n in range(112)})
    dos = started("eb1", None, disk)

    assert dos.line("VOL B: here") == ["No room for the file, or a bad name"]


def test_the_present_drive_changes_and_is_used():
    dos = started("eb1", None, disk_with({"ON-B.TXT": b"x"}))

    dos.line("B:")
    assert dos.rows()[-1] == "B>"
    assert listed(dos.line("DIR")) == ["ON-B     TXT"]
