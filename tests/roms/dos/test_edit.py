"""EDIT.COM, the text editor: in the guest with 40 and 80 columns, and in a process of the host."""

import random

import pytest

from machine.fat.check import faults
from machine.fat.volume import Volume
from machine.media.dsk import Disk
from tests.support.disk_machine import BOARDS
from tests.support.dos import BIN, Dos, disk_with, names, started, system_files
from tests.support.floppies import files
from tests.support.process_vm import execute

EDIT = (BIN / "edit.com").read_bytes()
SAVE, QUIT, SAVE_AS, FIND, NEXT = "\x13", "\x11", "\x17", "\x06", "\x0e"
RIGHT, LEFT, UP, DOWN, PAGE_UP, PAGE_DOWN = "\x1c", "\x1d", "\x1e", "\x1f", "\x15", "\x04"
LINE_START, LINE_END, TEXT_START, TEXT_END = "\x0b", "\x05", "\x0c", "\x02"
BACKSPACE, DELETE, DELETE_LINE, INSERT, ESCAPE = "\x08", "\x7f", "\x19", "\x12", "\x1b"
PUT_BACK, GO_TO, REPLACE = "\x16", "\x07", "\x14"
TPA_END = 0xDA06  # what EB-DOS says at 0006h
CLUSTERS = 713  # of 1 KB, of a disk of 720 KB
ROOT = 7  # sector of the root directory
ROWS = 22  # of text, below title and help
SIZES = [("eb1", 40), ("eb2", 40), ("eb2", 80)]
BIG = b"".join(b"%05d and some more\r\n" % n for n in range(1500))


def system_disk(**contents: bytes) -> Disk:
    """A system disk with the editor and files with the extension TXT."""
    texts = {f"{name}.TXT": data for name, data in contents.items()}
    return disk_with({**system_files(), "EDIT.COM": EDIT, **texts})


def settled(dos: Dos) -> None:
    """The editor waits for a key."""
    dos.vm.run(frames=4)
    assert dos.vm.run(until=lambda _: dos.halts(), limit=60)


def press(dos: Dos, keys: str) -> None:
    """Types, and waits until the editor has done it all."""
    dos.type(keys)
    settled(dos)


def editing(board: str, disk: Disk, name: str = "A.TXT", width: int = 40) -> Dos:
    """A machine with the editor on the screen."""
    dos = started(board, disk=disk)
    dos.line(f"MODE {width}")
    dos.type(f"EDIT {name}\r")
    dos.says("^S Save")
    settled(dos)
    return dos


def left_with(board: str, text: bytes, keys: str) -> bytes:
    """What is in a file after keys in the editor."""
    disk = system_disk(A=text)
    dos = editing(board, disk)
    press(dos, keys)
    dos.type(SAVE)
    dos.says("Saved")
    dos.type(QUIT)
    dos.wait()
    assert "EDIT.$$$" not in names(disk)
    return names(disk)["A.TXT"]


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize(
    ("keys", "left"),
    [
        ("new ", b"new one\r\ntwo\r\n"),
        (RIGHT + BACKSPACE, b"ne\r\ntwo\r\n"),
        (BACKSPACE + DELETE, b"ne\r\ntwo\r\n"),
        (LINE_END + DELETE, b"onetwo\r\n"),
        (DOWN + BACKSPACE, b"onetwo\r\n"),
        (RIGHT + "\r", b"o\r\nne\r\ntwo\r\n"),
        (DELETE_LINE, b"two\r\n"),
        (TEXT_END + DELETE + "end", b"one\r\ntwo\r\nend"),
        (INSERT + "OTHER" + DOWN + LINE_START + "T", b"OTHER\r\nTwo\r\n"),
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


class Model:
    """What the keys are to do."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    @property
    def line(self) -> int:
        return self.text.count("\n", 0, self.at)

    def press(self, key: str) -> None:
        before, behind = self.text[: self.at], self.text[self.at :]
        if key == LEFT:
            self.at = max(self.at - 1, 0)
        elif key == RIGHT:
            self.at = min(self.at + 1, len(self.text))
        elif key == LINE_START:
            self.at = before.rfind("\n") + 1
        elif key == LINE_END:
            self.at = self.text.find("\n", self.at) % (len(self.text) + 1)
        elif key == DOWN + LINE_START:
            if "\n" in behind:
                self.at = self.text.index("\n", self.at)
                self.at += 1
            else:
                self.press(LINE_START)
        elif key == UP + LINE_START:
            self.at = before.rfind("\n", 0, max(before.rfind("\n"), 0)) + 1
        elif key == TEXT_END:
            self.at = len(self.text)
        elif key == TEXT_START:
            self.at = 0
        elif key == BACKSPACE:
            self.text, self.at = before[:-1] + behind, max(self.at - 1, 0)
        elif key == DELETE:
            self.text = before + behind[1:]
        elif key == DELETE_LINE:
            self.press(LINE_START)
            end = self.text.find("\n", self.at) + 1 or len(self.text)
            self.text = self.text[: self.at] + self.text[end:]
        else:
            self.text, self.at = before + key.replace("\r", "\n") + behind, self.at + len(key)

    def windows(self, width: int) -> list[list[str]]:
        """What the screen may show: rows with the cursor's line, from any column."""
        lines = self.text.split("\n")
        start = self.at - self.text.rfind("\n", 0, self.at) - 1
        lefts = range(max(start - width + 1, 0), start + 1)
        tops = range(max(self.line - ROWS + 1, 0), self.line + 1)
        found = []
        for top in tops:
            for left in lefts:
                rows = [line[left : left + width].rstrip() for line in lines[top : top + ROWS]]
                while rows and not rows[-1]:
                    rows.pop()
                found.append(rows)
        return found


MOVES = [LEFT, RIGHT, LINE_START, LINE_END, UP + LINE_START, DOWN + LINE_START]
FAR = [TEXT_END, TEXT_START]
EDITS = [BACKSPACE, DELETE, "\r", "x", "words ", "much longer words", DELETE_LINE]


@pytest.mark.parametrize(("board", "width"), SIZES)
@pytest.mark.parametrize("seed", [1, 2])
def test_the_screen_and_the_file_are_the_text_after_any_keys(board, width, seed):
    chance = random.Random(seed)
    text = "".join(f"line {n} {'.' * (n % 45)}\n" for n in range(40))
    disk = system_disk(A=text.replace("\n", "\r\n").encode())
    dos = editing(board, disk, width=width)
    model = Model(text)
    columns = dos.byte("LINLEN") - 1
    for _ in range(40):
        keys = chance.choices(MOVES + EDITS + FAR, [4] * 6 + [4] * 6 + [1] + [1] * 2, k=6)
        for key in [*keys, LINE_END]:
            model.press(key)
            press(dos, key)  # each key is drawn by itself
        assert f"Line {model.line + 1} " in dos.rows()[0]
        assert dos.rows()[2:] in model.windows(columns), (keys, dos.rows())
    dos.type(SAVE)
    dos.says("Saved")

    assert names(disk)["A.TXT"] == model.text.replace("\n", "\r\n").encode()


def test_keys_typed_ahead_leave_the_same_screen():
    disk = system_disk(A=BIG)
    dos = editing("eb1", disk)
    press(dos, PAGE_DOWN * 9 + PAGE_UP * 4 + LINE_END)

    assert dos.rows()[2:] == [f"{n:05} and some more" for n in range(105, 127)]


def test_a_long_line_moves_the_screen_to_the_side():
    text = b"".join(b"%03d " % n for n in range(100))
    dos = editing("eb1", system_disk(A=text))
    press(dos, LINE_END)
    assert dos.rows()[2].endswith("097 098 099")
    press(dos, LINE_START + RIGHT)

    assert dos.rows()[2].startswith("0 0 001 002")


@pytest.mark.parametrize("board", BOARDS)
def test_a_big_file_is_changed_and_saved_whole(board):
    assert left_with(board, BIG, TEXT_END + "end" + TEXT_START + "start") == b"start" + BIG + b"end"


def test_a_file_bigger_than_the_memory_is_refused_and_stays():
    disk = system_disk(A=bytes(60) * 1000)
    dos = started("eb1", disk=disk)

    dos.type("EDIT A.TXT\r")
    dos.says("The file is too big for the memory")
    dos.wait()
    assert names(disk)["A.TXT"] == bytes(60000)


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
def test_a_full_disk_leaves_the_old_file_and_the_text(board):
    used = [*system_files().values(), EDIT, bytes(5000)]
    filler = bytes(1024 * (CLUSTERS - 2 - sum(-(-len(data) // 1024) for data in used)))
    disk = system_disk(A=b"old\r\n" * 1000, F=filler)
    dos = editing(board, disk)
    press(dos, "new")
    dos.type(SAVE)
    dos.says("Disk full, not saved")
    assert "*" in dos.rows()[0]
    assert dos.rows()[2] == "newold"
    dos.type(QUIT + "N")
    dos.wait()

    assert names(disk) == {
        **system_files(),
        "EDIT.COM": EDIT,
        "A.TXT": b"old\r\n" * 1000,
        "F.TXT": filler,
    }


@pytest.mark.parametrize("board", BOARDS)
def test_a_read_only_file_stays_and_can_be_saved_under_another_name(board):
    disk = system_disk(A=b"old\r\n")
    sector = bytearray(disk.read(ROOT))
    place = sector.index(b"A       TXT")
    sector[place + 11] |= 1
    disk.write(ROOT, bytes(sector))
    dos = editing(board, disk)
    press(dos, "new")
    dos.type(SAVE)
    dos.says("The file is read-only, not saved")
    dos.type(SAVE_AS + "b.doc\r")
    dos.says("Saved")
    settled(dos)
    assert dos.rows()[0].startswith("B.DOC  Line 1")
    dos.type(QUIT)
    dos.wait()

    assert files(disk)["A       TXT"] == b"old\r\n"
    assert names(disk)["B.DOC"] == b"newold\r\n"


@pytest.mark.parametrize("board", BOARDS)
def test_saving_goes_on_when_a_protected_disk_is_not_protected_any_more(board):
    disk = system_disk(A=b"old\r\n")
    dos = editing(board, disk)
    usual, disk.mode = disk.mode, "read-only"
    press(dos, "new")
    dos.type(SAVE)
    dos.says("Write-protected, drive A. Retry? (Y/N)")
    disk.mode = usual
    dos.type("Y")
    dos.says("Saved")
    settled(dos)

    assert dos.rows()[2:] == ["new ld"]  # the cursor is on the o
    assert names(disk)["A.TXT"] == b"newold\r\n"


@pytest.mark.parametrize("board", BOARDS)
def test_a_disk_error_loses_no_text(board):
    disk = system_disk(A=b"old\r\n")
    dos = editing(board, disk)
    usual, disk.mode = disk.mode, "read-only"
    press(dos, "new")
    dos.type(SAVE)
    dos.says("Retry?")
    dos.type("xn")
    dos.says("Not saved")
    settled(dos)
    assert dos.rows()[0].startswith("A.TXT*")
    assert names(disk)["A.TXT"] == b"old\r\n"

    disk.mode = usual
    press(dos, "er ")
    dos.type(SAVE)
    dos.says("Saved")
    dos.type(QUIT)
    dos.wait()
    assert names(disk)["A.TXT"] == b"newer old\r\n"
    assert "EDIT.$$$" not in names(disk)


@pytest.mark.parametrize("board", BOARDS)
def test_saving_without_a_disk_loses_no_text(board):
    disk = system_disk(A=b"old\r\n")
    dos = editing(board, disk)
    press(dos, "new")
    dos.vm.eject("disk_a")
    dos.type(SAVE)
    dos.says("No disk, drive A. Retry? (Y/N)")
    dos.type("n")
    dos.says("Not saved")
    settled(dos)
    other = disk_with({"B.TXT": b"there"})
    dos.vm.insert("disk_a", other)
    dos.type(SAVE)
    dos.says("Saved")

    assert names(other) == {"A.TXT": b"newold\r\n", "B.TXT": b"there"}
    assert names(disk)["A.TXT"] == b"old\r\n"


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("after", [0, 1, 3, 6, 9])
def test_an_error_at_any_time_while_saving_leaves_the_old_or_the_new_file(board, after):
    disk = system_disk(A=BIG[:6000])
    dos = editing(board, disk)
    press(dos, "new")
    usual, write, written = disk.mode, disk.write, []

    def failing(sector: int, data: bytes) -> None:
        write(sector, data)
        written.append(sector)
        if len(written) == after:
            disk.mode = "read-only"

    disk.write = failing
    if not after:
        disk.mode = "read-only"
    dos.type(SAVE)
    dos.vm.run(until=lambda _: "Retry?" in dos.rows()[1] or "Saved" in dos.rows()[1], limit=60)
    assert "Retry?" in dos.rows()[1]
    dos.type("n")
    settled(dos)
    assert dos.rows()[0].startswith("A.TXT*")
    disk.write, disk.mode = write, usual
    assert Volume(disk.contents()).read("A.TXT") == BIG[:6000]
    dos.type(SAVE)
    dos.says("Saved")

    assert Volume(disk.contents()).read("A.TXT") == b"new" + BIG[:6000]
    lost = [fault for fault in faults(disk.contents()) if fault.serious]
    assert lost == []


def test_a_file_that_cannot_be_read_whole_is_not_edited():
    disk = system_disk(A=BIG)
    dos = started("eb1", disk=disk)
    dos.type("EDIT A.TXT")
    last = next(n for n in range(disk.geometry.total) if disk.read(n).startswith(BIG[8192:8500]))
    read, sectors = disk.read, []

    def noting(sector: int) -> bytes:
        sectors.append(sector)
        return read(sector)

    disk.read = noting
    dos.vm.type("\r")
    assert dos.vm.run(until=lambda _: max(sectors, default=0) > last, limit=60)
    dos.vm.eject("disk_a")
    dos.says("No disk, drive A. Retry? (Y/N)")
    disk.read = read
    dos.type("n")
    dos.says("The file cannot be read")
    dos.vm.insert("disk_a", disk)
    dos.wait()

    assert names(disk)["A.TXT"] == BIG


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
    dos.vm.key("CTRL", down=True)
    dos.vm.press("STOP")
    dos.vm.key("CTRL", down=False)
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


def test_without_a_name_saving_asks_for_one():
    disk = system_disk()
    dos = editing("eb1", disk, "")
    press(dos, "text" + SAVE)
    assert dos.rows()[0].startswith("(no name)")
    assert dos.rows()[1] == "Save as:"
    press(dos, "a*b\r")
    assert dos.rows()[1] == "No such name or drive"
    dos.type(SAVE + "NOTE\r")
    dos.says("Saved")

    assert names(disk)["NOTE"] == b"text"


@pytest.mark.parametrize(("answer", "left"), [("n", b"there"), ("y", b"new")])
def test_a_file_that_is_there_is_replaced_only_after_a_question(answer, left):
    disk = system_disk(A=b"new", B=b"there")
    dos = editing("eb2", disk)
    press(dos, SAVE_AS + "B.TXT\r")
    assert dos.rows()[1] == "Replace the file there is? (Y/N)"
    press(dos, answer)

    assert names(disk)["B.TXT"] == left
    assert names(disk)["A.TXT"] == b"new"


@pytest.mark.parametrize("name", ["A", "a:b.c", "12345678.123", "B."])
def test_a_typed_name_is_taken(name):
    disk = system_disk()
    dos = editing("eb1", disk, "")
    press(dos, "text" + SAVE)
    dos.type(name + "\r")
    dos.says("Saved")

    assert names(disk)[name.upper().removeprefix("A:").rstrip(".")] == b"text"


@pytest.mark.parametrize(
    "name",
    [".X", "A:", "C:A", "PRN", "con.txt", "123456789", "A.1234", "A.B.C", "1:A", "A B", "A\\B"],
)
def test_a_bad_name_is_refused(name):
    dos = editing("eb1", system_disk(), "")
    press(dos, "text" + SAVE)
    press(dos, name + "\r")

    assert dos.rows()[1] == "No such name or drive"


@pytest.mark.parametrize("text", [b"a\x1a" + bytes(200), b"a" * 1020 + b"\x1a" + bytes(100)])
def test_a_file_that_goes_on_behind_its_end_mark_is_refused_and_stays(text):
    disk = system_disk(A=text)
    dos = started("eb1", disk=disk)
    dos.type("EDIT A.TXT\r")
    dos.says("This is no text")
    dos.wait()

    assert names(disk)["A.TXT"] == text


@pytest.mark.parametrize(
    "name", ["*.TXT", "DIR\\A.TXT", "CON", "NUL.TXT", "C:A.TXT", "LONGERNAME", "A.TXT.X", "/H"]
)
def test_names_that_are_no_file_s_are_refused(name):
    dos = started("eb2", disk=system_disk(A=b""))

    dos.type(f"EDIT {name}\r")
    dos.says("Give one file's name, without folders")
    dos.wait()


def test_a_process_of_the_host_edits_its_file(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"one\r\ntwo\r\n")
    execute(EDIT, tmp_path, "a.txt", typed=(DOWN + "new " + SAVE + QUIT).encode())

    assert (tmp_path / "a.txt").read_bytes() == b"one\r\nnew two\r\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
