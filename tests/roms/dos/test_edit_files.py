"""EDIT.COM: names of files, reading and saving, and what becomes of the text when that fails."""

import pytest

from machine.fat.check import faults
from machine.fat.volume import Volume
from machine.media.dsk import Disk
from tests.support.disk_machine import BOARDS
from tests.support.dos import Dos, disk_with, names, started, system_files
from tests.support.editor import (
    BIG,
    EDIT,
    QUIT,
    SAVE,
    SAVE_AS,
    editing,
    press,
    settled,
    system_disk,
)
from tests.support.floppies import files

CLUSTERS = 713  # of 1 KB, of a disk of 720 KB
ROOT = 7  # sector of the root directory


def test_a_file_bigger_than_the_memory_is_refused_and_stays():
    disk = system_disk(A=bytes(60) * 1000)
    dos = started("eb1", disk=disk)

    dos.type("EDIT A.TXT\r")
    dos.says("The file is too big for the memory")
    dos.wait()
    assert names(disk)["A.TXT"] == bytes(60000)


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


def asked_to_retry(board: str) -> tuple[Dos, Disk]:
    """The editor cannot save A.TXT, "new" before "old", on a protected disk, and asks."""
    disk = system_disk(A=b"old\r\n")
    dos = editing(board, disk)
    disk.mode = "read-only"
    press(dos, "new")
    dos.type(SAVE)
    dos.says("Write-protected, drive A. Retry? (Y/N)")
    return dos, disk


@pytest.mark.parametrize("board", BOARDS)
def test_saving_goes_on_when_a_protected_disk_is_not_protected_any_more(board):
    dos, disk = asked_to_retry(board)
    disk.mode = "vm"
    dos.type("Y")
    dos.says("Saved")
    settled(dos)

    assert dos.rows()[2:] == ["new ld"]  # the cursor is on the o
    assert names(disk)["A.TXT"] == b"newold\r\n"


@pytest.mark.parametrize("board", BOARDS)
def test_a_disk_error_loses_no_text(board):
    dos, disk = asked_to_retry(board)
    dos.type("xn")
    dos.says("Not saved")
    settled(dos)
    assert dos.rows()[0].startswith("A.TXT*")
    assert names(disk)["A.TXT"] == b"old\r\n"

    disk.mode = "vm"
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
