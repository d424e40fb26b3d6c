"""Level 2 on memory mappers of all sizes."""

import pytest
from msgspec import structs

from machine.api import Session
from machine.boards import BOARDS
from machine.machine import Machine
from tests.support.dos import Dos, disk_with, system_files
from tests.support.dos_level2 import symbols


def _started(size: int) -> Dos:
    known = BOARDS["eb2"]
    parts = tuple(
        structs.replace(part, config={**part.config, "size": size}) if part.name == "ram" else part
        for part in known.parts
    )
    vm = Session("eb2")
    vm.machine = Machine(structs.replace(known, parts=parts), 60)
    vm.insert("disk_a", disk_with(system_files()))
    vm.machine.devices["disk-controller"].fast = True
    vm.machine.reset()
    dos = Dos(vm)
    dos.wait()
    return dos


@pytest.mark.parametrize(
    ("kilobytes", "segments"), [(128, 8), (256, 16), (512, 32), (2048, 128), (4096, 255)]
)
def test_level_2_starts_and_counts_the_segments(kilobytes, segments):
    dos = _started(kilobytes * 1024)

    assert dos.line("BUFFERS") == ["03 buffers"]
    table = dos.vm.read(symbols()["map.table"], 9)
    assert table[1] == segments
    assert table[2] == segments - 6  # four for programs, two for the kernel
    assert table[3] == 6
    assert table[4:] == bytes(5)


def test_level_1_starts_on_64_kilobytes():
    dos = _started(64 * 1024)

    assert dos.line("BUFFERS") == ["Bad command or file name"]
    assert dos.line("DIR")[-1].endswith("bytes free")


def test_the_mapper_support_goes_when_basic_comes_and_comes_again():
    dos = _started(128 * 1024)
    dos.vm.type("BASIC\r")
    dos.says("Ok")
    assert dos.vm.peek(0xFFCA) == 0xC9
    dos.vm.type("CALL SYSTEM\r")
    dos.wait()

    assert dos.line("BUFFERS") == ["03 buffers"]
