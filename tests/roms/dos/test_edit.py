"""EDIT.COM, the text editor: its keys, in the guest with 40 and 80 columns, and in a process of the host."""

import pytest

from tests.support.console_keys import (
    BACKSPACE,
    CLS,
    DELETE,
    DOWN,
    END,
    ESCAPE,
    HOME,
    INS,
    RIGHT,
    UP,
)
from tests.support.disk_machine import BOARDS
from tests.support.dos import names
from tests.support.editor import (
    BIG,
    DELETE_LINE,
    EDIT,
    FIND,
    GO_TO,
    NEXT,
    PAGE_DOWN,
    PAGE_UP,
    PUT_BACK,
    QUIT,
    REPLACE,
    SAVE,
    TEXT_END,
    editing,
    left_with,
    press,
    settled,
    system_disk,
)
from tests.support.process_vm import execute

TPA_END = 0xDA06  # what EB-DOS says at 0006h


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize(
    ("keys", "left"),
    [
        ("new ", b"new one\r\ntwo\r\n"),
        (RIGHT + BACKSPACE, b"ne\r\ntwo\r\n"),
        (BACKSPACE + DELETE, b"ne\r\ntwo\r\n"),
        (END + DELETE, b"onetwo\r\n"),
        (DOWN + BACKSPACE, b"onetwo\r\n"),
        (RIGHT + "\r", b"o\r\nne\r\ntwo\r\n"),
        (DELETE_LINE, b"two\r\n"),
        (TEXT_END + DELETE + "end", b"one\r\ntwo\r\nend"),
        (INS + "OTHER" + DOWN + HOME + "T", b"OTHER\r\nTwo\r\n"),
        (RIGHT * 2 + DOWN + "-" + UP + "-", b"one-\r\ntw-o\r\n"),
        ("\t", b"\tone\r\ntwo\r\n"),
        (FIND + "W\r" + "-", b"one\r\nt-wo\r\n"),
        (FIND + "o\r" + NEXT + "-", b"-one\r\ntwo\r\n"),
        (FIND + "ne\r" + FIND + "none\r" + "-", b"o-ne\r\ntwo\r\n"),
        (FIND + "x" + ESCAPE + "y", b"yone\r\ntwo\r\n"),
        (TEXT_END + DELETE_LINE + UP + DELETE_LINE, b"one\r\n"),
        (DELETE_LINE + PUT_BACK, b"one\r\ntwo\r\n"),
        (DELETE_LINE + DOWN + PUT_BACK * 2, b"two\r\none\r\none\r\n"),
        (DELETE_LINE * 2 + "x" + PUT_BACK, b"xone\r\ntwo\r\n"),
        (DELETE_LINE + DOWN + UP + DELETE_LINE + PUT_BACK, b"two\r\n"),
        (PUT_BACK + "x", b"xone\r\ntwo\r\n"),
        (GO_TO + "2\r-", b"one\r\n-two\r\n"),
        (TEXT_END + GO_TO + "1\r-", b"-one\r\ntwo\r\n"),
        (GO_TO + "99\r-", b"one\r\ntwo\r\n-"),
        (RIGHT + GO_TO + "x\r-" + GO_TO + "\r-" + GO_TO + "2" + ESCAPE + "-", b"o---ne\r\ntwo\r\n"),
        (REPLACE + "o\rXY\rYY", b"XYne\r\ntwXY\r\n"),
        (REPLACE + "o\rXY\rNY", b"one\r\ntwXY\r\n"),
        (REPLACE + "o\rOo\rA", b"Oone\r\ntwOo\r\n"),
        (REPLACE + "o\r\ra", b"ne\r\ntw\r\n"),
        (REPLACE + "O\rx\r" + ESCAPE + "-", b"-one\r\ntwo\r\n"),
        (REPLACE + "o\rx\rzzY" + ESCAPE, b"xne\r\ntwo\r\n"),
        (RIGHT + REPLACE + "o\rx\rY", b"one\r\ntwx\r\n"),
        (REPLACE + ESCAPE + REPLACE + "\r" + REPLACE + "a\r" + ESCAPE + "-", b"-one\r\ntwo\r\n"),
        (ESCAPE + "x-", b"-one\r\ntwo\r\n"),
    ],
)
def test_keys_change_the_text(board, keys, left):
    assert left_with(board, b"one\r\ntwo\r\n", keys) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [(b"a\nb\n", b"a\r\nb\r\n"), (b"a\r\nb\x1abehind", b"a\r\nb"), (b"", b""), (b"a\rb", b"a\rb")],
)
def test_ends_of_lines_and_of_the_text(text, left):
    assert left_with("eb1", text, "") == left


def test_keys_typed_ahead_leave_the_same_screen():
    disk = system_disk(A=BIG)
    dos = editing("eb1", disk)
    press(dos, PAGE_DOWN * 9 + PAGE_UP * 4 + END)

    assert dos.rows()[2:] == [f"{n:05} and some more" for n in range(105, 127)]


def test_a_long_line_moves_the_screen_to_the_side():
    text = b"".join(b"%03d " % n for n in range(100))
    dos = editing("eb1", system_disk(A=text))
    press(dos, END)
    assert dos.rows()[2].endswith("097 098 099")
    press(dos, HOME + RIGHT)

    assert dos.rows()[2].startswith("0 0 001 002")


@pytest.mark.parametrize("board", BOARDS)
def test_a_big_file_is_changed_and_saved_whole(board):
    assert left_with(board, BIG, TEXT_END + "end" + CLS + "start") == b"start" + BIG + b"end"


def test_a_full_memory_takes_no_more_letters_and_saves():
    line = b"x" * 60 + b"\r\n"
    room = TPA_END - 512 - 0x100 - len(EDIT) - 1200 - 2048
    dos = editing("eb1", system_disk(A=line * (room // 61)))
    press(dos, TEXT_END)
    for _ in range(12):
        press(dos, "y" * 30)
    assert dos.rows()[1] == "The memory is full"
    press(dos, BACKSPACE)
    assert "*" in dos.rows()[0]
    dos.type(SAVE)
    dos.says("Saved")


@pytest.mark.parametrize("board", BOARDS)
def test_quitting_asks_about_a_changed_text(board):
    disk = system_disk(A=b"old")
    dos = editing(board, disk)
    press(dos, "1" + QUIT)
    assert dos.rows()[1] == "Save the changes? (Y/N)"
    press(dos, ESCAPE + "2" + QUIT)
    dos.type("y")
    dos.wait()

    assert names(disk)["A.TXT"] == b"12old"


@pytest.mark.parametrize("board", BOARDS)
def test_ctrl_stop_asks_too(board):
    dos = editing(board, system_disk(A=b"old"))
    press(dos, "1")
    dos.control_stop(3)
    dos.says("Save the changes? (Y/N)")
    dos.type("n")
    dos.wait()


@pytest.mark.parametrize("board", BOARDS)
def test_shift_and_a_cursor_key_move_by_a_page(board):
    dos = editing(board, system_disk(A=BIG))
    dos.vm.key("SHIFT", down=True)
    dos.vm.press("DOWN")
    dos.vm.key("SHIFT", down=False)
    settled(dos)

    assert "Line 22 " in dos.rows()[0]


def test_a_process_of_the_host_edits_its_file(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"one\r\ntwo\r\n")
    execute(EDIT, tmp_path, "a.txt", typed=(DOWN + "new " + SAVE + QUIT).encode())

    assert (tmp_path / "a.txt").read_bytes() == b"one\r\nnew two\r\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
