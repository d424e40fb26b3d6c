"""A disk made for one program starts it on both computers."""

from pathlib import Path

import pytest

from machine.core.errors import Refused
from machine.fat import Volume, check
from machine.fat.program import program_disk
from machine.media.dsk import LARGEST
from tests.support.dos import begun
from tests.support.dos_programs.program import DosProgram
from tests.support.guest_calls import WORK

GREETING = """
         ld de,text
         ld c,9
         jp 5
text:
         dm "It runs.$"
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "greet.com"
    path.write_bytes(DosProgram("greet", GREETING, "It runs.").code())
    return path


def contents(path: Path) -> dict[str, bytes]:
    disk = program_disk(path)
    assert check.faults(disk.contents(), disk.name) == []
    volume = Volume(disk.contents())
    return {entry.name: volume.contents(entry) for entry in volume.entries()}


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@pytest.mark.parametrize("name", ["greet.com", "A long name.com", "dir.com", "ñandú.COM"])
def test_the_computer_starts_it(program: Path, board: str, name: str) -> None:
    dos = begun(board, program_disk(program.rename(program.with_name(name))))

    dos.wait()

    assert "It runs." in "\n".join(dos.rows())


@pytest.mark.parametrize(("board", "columns"), [("eb1", 40), ("eb2", 80)])
def test_it_starts_with_the_columns_asked_for(program: Path, board: str, columns: int) -> None:
    dos = begun(board, program_disk(program, columns))

    dos.wait()

    shown = "\n".join(dos.rows())
    assert "It runs." in shown
    assert "MODE" not in shown
    assert dos.vm.peek(WORK["LINLEN"]) == columns


def test_files_of_its_name_come_along(program: Path) -> None:
    for name in ("GREET.DAT", "greet.ovr", "other.dat"):
        program.with_name(name).write_bytes(name.encode("ascii"))
    program.with_name("greet.iso").write_bytes(bytes(LARGEST + 1))
    program.with_name("greet").mkdir()

    files = contents(program)

    assert files["GREET.COM"] == program.read_bytes()
    assert files["GREET.DAT"] == b"GREET.DAT"
    assert files["GREET.OVR"] == b"greet.ovr"
    assert sorted(files) == [
        "AUTOEXEC.BAT", "COMMAND.COM", "EBDOS.SYS", "GREET.COM", "GREET.DAT", "GREET.OVR"
    ]  # fmt: skip


def test_what_does_not_fit_is_refused_by_name(program: Path) -> None:
    program.with_name("greet.1").write_bytes(bytes(LARGEST // 2))
    program.with_name("greet.2").write_bytes(bytes(LARGEST // 2))

    with pytest.raises(Refused, match=r"greet\.com.*full|full.*greet\.com"):
        program_disk(program)


@pytest.mark.parametrize("name", ["none.com", "command.com", "\0.com", "folder/x.com", "greet.txt"])
def test_a_file_that_is_no_program_is_refused_by_name(program: Path, name: str) -> None:
    with pytest.raises(Refused, match=name.rpartition("/")[2].replace("\0", "\\0")):
        program_disk(program.parent / name)
