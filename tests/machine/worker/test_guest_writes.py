"""A guest that writes on its disk, through our firmware, in a real worker."""

from pathlib import Path

import pytest

from machine.media.dsk import SECTOR_SIZE
from machine.worker import messages as m
from tests.support.floppies import RESULT, boot_disk
from tests.support.room import TIMEOUT, Room, a_room

SECTOR = 700
# Each key that is typed fills a sector with its code, then is counted.
PROGRAM = f"""
         xor a
         ld ({RESULT}),a
again:   call &9F
         ld hl,&B000
         ld de,&B001
         ld bc,{SECTOR_SIZE - 1}
         ld (hl),a
         ldir
         ld de,&B000
         ld c,&1A
         call &F37D
         ld de,{SECTOR}
         ld hl,&0100
         ld c,&30
         call &F37D
         ld hl,{RESULT}
         inc (hl)
         jr again
         jp done
"""


@pytest.fixture
def disk_file(tmp_path: Path) -> Path:
    path = tmp_path / "writer.dsk"
    path.write_bytes(boot_disk(PROGRAM).contents())
    return path


def written(room: Room) -> int:
    memory = room.client.call(m.Peek(address=RESULT))
    assert isinstance(memory, m.Memory)
    return memory.data[0]


def boot(room: Room, disk_file: Path, mode: m.WriteMode) -> None:
    room.client.call(m.Insert(socket="disk_a", path=str(disk_file), mode=mode))
    room.client.call(m.Subscribe(status_ms=20))
    room.client.call(m.SetSpeed(percent=0))
    room.client.call(m.Run())
    assert room.client.wait_until(lambda: activity(room) > 0, TIMEOUT)


def activity(room: Room) -> int:
    status = room.last(m.Status)
    return status.activity["disk_a"] if status else 0


def type_and_wait(room: Room, text: str) -> None:
    goal = written(room) + len(text)
    room.client.call(m.TypeText(text=text))
    while room.client.alive and written(room) != goal:
        room.wait_for(m.Status)


def sector_of(disk: Path) -> bytes:
    return disk.read_bytes()[SECTOR * SECTOR_SIZE :][:SECTOR_SIZE]


def exported(room: Room, folder: Path) -> bytes:
    copy = folder / "exported.dsk"
    room.client.call(m.WriteBack(socket="disk_a", path=str(copy)))
    return sector_of(copy)


def start_at_waiting_program(room: Room, disk_file: Path, mode: m.WriteMode) -> None:
    boot(room, disk_file, mode)
    while room.client.alive and written(room) != 0:
        room.wait_for(m.Status)


def test_screen_memory_and_disk_come_back_with_a_snapshot(disk_file: Path, tmp_path: Path) -> None:
    original = disk_file.read_bytes()
    with a_room(m.Start(board="eb1")) as room:
        start_at_waiting_program(room, disk_file, "vm")
        type_and_wait(room, "A")
        room.client.call(m.Pause())
        node = room.client.call(m.TakeSnapshot(name="A is on the disk", created=1))
        assert isinstance(node, m.SnapshotInfo)
        screen = room.client.call(m.ReadScreen())
        room.client.call(m.Run())
        type_and_wait(room, "BC")
        assert exported(room, tmp_path) == b"C" * SECTOR_SIZE

        room.client.call(m.Pause())
        room.client.call(m.RestoreSnapshot(node=node.node))

        assert written(room) == 1
        assert exported(room, tmp_path) == b"A" * SECTOR_SIZE
        assert room.client.call(m.ReadScreen()) == screen
        room.client.call(m.Run())
        type_and_wait(room, "D")
        assert exported(room, tmp_path) == b"D" * SECTOR_SIZE
    assert disk_file.read_bytes() == original


def test_in_file_mode_the_file_has_it_when_the_drive_rests(disk_file: Path) -> None:
    with a_room(m.Start(board="eb1")) as room:
        start_at_waiting_program(room, disk_file, "file")
        type_and_wait(room, "F")

        while room.client.alive and sector_of(disk_file) != b"F" * SECTOR_SIZE:
            room.wait_for(m.Status)

        status = room.wait_for(m.Status).media["disk_a"]
        assert (status.mode, status.changed) == ("file", False)


def test_a_kept_vm_goes_on_with_its_disk_in_file_mode(disk_file: Path, tmp_path: Path) -> None:
    image = str(tmp_path / "vm.8box")
    with a_room(m.Start(board="eb1", image=image)) as room:
        start_at_waiting_program(room, disk_file, "file")
        type_and_wait(room, "F")
        room.client.close(save=True)
    assert sector_of(disk_file) == b"F" * SECTOR_SIZE

    with a_room(m.Start(image=image)) as room:
        room.client.call(m.SetSpeed(percent=0))
        room.client.call(m.Run())
        type_and_wait(room, "G")
        room.client.call(m.Eject(socket="disk_a"))

        assert room.last(m.Warned) is None
    assert sector_of(disk_file) == b"G" * SECTOR_SIZE
