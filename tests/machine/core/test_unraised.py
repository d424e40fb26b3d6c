"""A bug in compiled code ends what runs the machine; it is never passed over."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from machine.api import Session
from machine.cli.__main__ import main
from machine.core.unraised import heard
from machine.media.dsk import Disk, blank


class Broken(Exception):
    """What the disk below raises, from within the floppy controller."""


@pytest.fixture
def broken_disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    def read(disk: Disk, sector: int) -> bytes:
        raise Broken(sector)

    monkeypatch.setattr(Disk, "read", read)
    return blank()


@pytest.mark.qt_no_exception_capture
def test_a_bug_below_the_processor_is_raised_by_who_runs_the_machine(broken_disk: Disk) -> None:
    before = sys.unraisablehook

    with Session("eb1") as vm, pytest.raises(Broken), heard():  # noqa: PT012 - the end raises
        vm.insert_disk("a", broken_disk)
        vm.run(seconds=6)

    assert sys.unraisablehook is before


@pytest.mark.qt_no_exception_capture
def test_the_command_line_does_not_end_well_after_a_bug(broken_disk: Disk, tmp_path: Path) -> None:
    path = tmp_path / "a.dsk"
    path.write_bytes(broken_disk.base)

    with pytest.raises(Broken):
        main(["run", "eb1", "--disk-a", str(path), "--until", "6"])


def test_what_fails_in_a_destructor_goes_where_it_went_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Fragile:
        def __del__(self) -> None:
            raise Broken

    seen: list[object] = []
    note: Callable[[sys.UnraisableHookArgs], None] = lambda args: seen.append(args.exc_type)
    monkeypatch.setattr(sys, "unraisablehook", note)

    with heard():
        Fragile()

    assert seen == [Broken]
