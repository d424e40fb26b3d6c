"""The programs for the system's functions, on the host: the same answers as in the guest."""

from pathlib import Path

import pytest

from tests.support.dos_programs import DosProgram, all_programs
from tests.support.process_vm import execute

PROGRAMS = [program for program in all_programs() if not program.guest_only]
KINDS = {1: ("msx1", "msx2"), 2: ("msx2",)}


def lay_out(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith("/"):
            path.mkdir()
        else:
            path.write_bytes(data)


def contents(folder: Path) -> dict[str, bytes]:
    """All files by path in capitals, new ones have small letters on the host; folders end with /."""
    found = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix().upper()
        found[name if path.is_file() else f"{name}/"] = path.read_bytes() if path.is_file() else b""
    return found


@pytest.mark.parametrize(
    ("program", "kind"),
    [(program, kind) for program in PROGRAMS for kind in KINDS[program.level]],
    ids=lambda value: value.name if isinstance(value, DosProgram) else value,
)
def test_the_program_shows_what_it_must_and_leaves_the_files_it_must(program, kind, tmp_path):
    drive, other = tmp_path / "a", tmp_path / "b"  # every machine here has two drives
    drive.mkdir()
    other.mkdir()
    lay_out(drive, program.files)
    arguments = (program.arguments,) if program.arguments else ()

    ran = execute(
        program.code(),
        drive,
        *arguments,
        typed=program.typed.encode("latin-1"),
        kind=kind,
        drives={0: (drive, False), 1: (other, False)},
    )

    files = contents(drive)
    assert ran.text == (program.exec_output if program.exec_differs else program.output)
    assert ran.printed == program.printed
    assert {name: files.get(name) for name in program.after} == program.after
    assert ran.result.code == program.status
