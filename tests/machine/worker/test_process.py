import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from machine.core.errors import Refused
from machine.media import dsk
from machine.media.medium import identity
from machine.worker import messages as m
from tests.support.guest import BOARD, COUNTER, roms_in
from tests.support.room import TIMEOUT, Room, a_room

BROKEN_DISKS = """
from machine.media.dsk import Disk

def read(disk, sector):
    raise ZeroDivisionError("a bug in the disk")

Disk.read = read
"""
ROOT = Path(__file__).resolve().parents[3]


def counter(room: Room) -> int:
    memory = room.client.call(m.Peek(address=COUNTER, count=2))
    assert isinstance(memory, m.Memory)
    return int.from_bytes(memory.data, "little")


def test_the_worker_says_hello_first(start: m.Start) -> None:
    with a_room(start) as room:
        hello = room.heard[0]

    assert hello == m.Hello(protocol=m.PROTOCOL, pid=room.client.pid)


def test_start_says_what_was_built(start: m.Start) -> None:
    with a_room() as room:
        started = room.client.call(start)

    assert isinstance(started, m.Started)
    assert (started.board, started.hz, started.resumed) == (BOARD, 60, False)
    assert {"disk_a", "cart1"} <= {socket.name for socket in started.sockets}


def test_nothing_can_be_done_before_the_start() -> None:
    with a_room() as room, pytest.raises(Refused, match="start one first"):
        room.client.call(m.Run())


def test_time_stands_until_run_and_after_pause(start: m.Start) -> None:
    with a_room(start) as room:
        assert counter(room) == counter(room)
        room.client.call(m.Run())
        room.wait_for_pictures(3)
        room.client.call(m.Pause())
        paused = counter(room)
        assert paused > 0
        room.status_after(running=False)
        assert counter(room) == paused
        room.client.call(m.Run())
        room.wait_for_pictures(1)
        assert counter(room) != paused


def test_a_machine_is_not_faster_than_it_should_be(start: m.Start) -> None:
    with a_room(start) as room:
        room.client.call(m.Run())
        room.wait_for_pictures(1)
        begin, ticks = time.monotonic(), room.status_after(running=True).tick
        room.wait_for_pictures(30)
        status = room.wait_for(m.Status)
        passed = time.monotonic() - begin

    assert (status.tick - ticks) / 21_477_270 < passed + 0.3


def test_without_a_limit_it_is_faster_and_silent(start: m.Start) -> None:
    with a_room(start) as room:
        room.client.call(m.SetSpeed(percent=0))
        room.client.call(m.Run())
        assert room.client.wait_until(
            lambda: (said := room.last(m.Status)) is not None and said.speed_percent > 150, TIMEOUT
        )
        assert room.client.frames.sound_fill == 0


def test_a_running_machine_gives_sound(start: m.Start) -> None:
    with a_room(start) as room:
        room.client.call(m.Run())
        assert room.client.wait_until(lambda: room.client.frames.sound_fill > 2400, TIMEOUT)
        assert len(room.client.frames.read_sound(2400)) == 4800


def test_media_go_in_and_out_and_are_in_the_status(start: m.Start, tmp_path: Path) -> None:
    disk = tmp_path / "game.dsk"
    disk.write_bytes(dsk.blank(720 * 1024).base)
    with a_room(start) as room:
        room.client.call(m.Insert(socket="disk_a", path=str(disk), mode="read-only"))
        status = room.wait_for(m.Status).media["disk_a"]
        assert (status.name, status.mode, status.writable) == ("game.dsk", "read-only", False)
        with pytest.raises(Refused, match=r"none\.dsk"):
            room.client.call(m.Insert(socket="disk_a", path=str(tmp_path / "none.dsk")))
        room.client.call(m.SetWriteMode(socket="disk_a", mode="vm"))
        room.client.call(m.InsertBlank(socket="disk_b", size=720 * 1024))
        assert room.wait_for(m.Status).media.keys() == {"disk_a", "disk_b"}
        room.client.call(m.Eject(socket="disk_a"))
        assert room.wait_for(m.Status).media.keys() == {"disk_b"}


def test_a_snapshot_brings_the_machine_back(start: m.Start) -> None:
    with a_room(start) as room:
        room.client.call(m.Run())
        room.wait_for_pictures(3)
        room.client.call(m.Pause())
        then = counter(room)
        node = room.client.call(m.TakeSnapshot(name="here", created=77))
        assert isinstance(node, m.SnapshotInfo)
        assert (node.name, node.created, node.thumbnail[:4]) == ("here", 77, b"\x89PNG")
        room.client.call(m.Run())
        room.wait_for_pictures(2)
        room.client.call(m.Pause())
        assert counter(room) != then
        shown = room.client.frames.sequence

        assert room.client.call(m.RestoreSnapshot(node=node.node)) == node

        assert counter(room) == then
        wait = room.client.wait_until(lambda: room.client.frames.sequence > shown, TIMEOUT)
        assert wait, "the restored picture is not shown"
        renamed = room.client.call(m.RenameSnapshot(node=node.node, name="there"))
        assert isinstance(renamed, m.SnapshotInfo)
        assert room.client.call(m.ListSnapshots()) == m.Snapshots(nodes=(renamed,))
        room.client.call(m.DeleteSnapshot(node=node.node))
        with pytest.raises(Refused, match="does not exist"):
            room.client.call(m.RestoreSnapshot(node=node.node))


def test_a_vm_goes_on_where_it_was_closed(start: m.Start, tmp_path: Path) -> None:
    image = str(tmp_path / "vm.8box")
    first = m.Start(image=image, board=start.board, roms=start.roms)
    with a_room(first) as room:
        room.client.call(m.Run())
        room.wait_for_pictures(2)
        room.client.call(m.Pause())
        then = counter(room)
        room.client.close(save=True)

    with a_room() as room:
        started = room.client.call(m.Start(image=image))
        assert isinstance(started, m.Started)
        assert started.resumed
        assert counter(room) == then
        with a_room() as other, pytest.raises(Refused, match="in use by another"):
            other.client.call(m.Start(image=image))


def test_power_off_shows_darkness_and_on_starts_anew(start: m.Start) -> None:
    with a_room(start) as room:
        room.client.call(m.Run())
        room.wait_for_pictures(3)
        room.client.call(m.Power(on=False))
        room.status_after(powered=False)
        copied = room.client.frames.copy_picture()
        assert copied is not None
        assert set(copied[2][0::4] + copied[2][1::4] + copied[2][2::4]) == {0}
        with pytest.raises(Refused, match="is off"):
            room.client.call(m.Run())
        room.client.call(m.Power(on=True))
        assert room.status_after(powered=True).running
        room.wait_for_pictures(2)


@pytest.mark.parametrize("acknowledged", [1, 2, 5])
def test_no_snapshot_that_was_told_of_is_lost_when_the_worker_is_killed(
    start: m.Start, tmp_path: Path, acknowledged: int
) -> None:
    image = str(tmp_path / "vm.8box")
    first = m.Start(image=image, board=start.board, roms=start.roms)
    told: list[m.SnapshotInfo] = []

    def answered(answer: m.Done | m.Failed) -> None:
        if isinstance(answer, m.Done) and isinstance(answer.result, m.SnapshotInfo):
            told.append(answer.result)

    with a_room(first) as room:
        room.client.call(m.Run())
        for number in range(20):
            room.client.request(m.TakeSnapshot(name=str(number), created=number), answered)
        assert room.client.wait_until(lambda: len(told) >= acknowledged, TIMEOUT)
        room.client.kill()
        room.wait_for(m.Died)

    with a_room(m.Start(image=image)) as room:
        kept = room.client.call(m.ListSnapshots())
        assert isinstance(kept, m.Snapshots)
        assert list(kept.nodes[: len(told)]) == told
        for node in kept.nodes:
            assert room.client.call(m.RestoreSnapshot(node=node.node)) == node


def test_a_bug_in_the_worker_is_reported_with_its_traceback(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(BROKEN_DISKS)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with a_room(m.Start(board="eb1")) as room:
        room.client.call(m.InsertBlank(socket="disk_a", size=720 * 1024))
        room.client.call(m.SetSpeed(percent=0))
        room.client.send(m.Run())  # the firmware reads the boot sector, below the processor

        report = room.wait_for(m.Died).report

        assert report.startswith("Traceback")
        assert "a bug in the disk" in report
    assert "a bug in the disk" in capfd.readouterr().err


def test_the_worker_ends_with_its_client_and_keeps_the_present(
    start: m.Start, tmp_path: Path
) -> None:
    image = str(tmp_path / "vm.8box")
    program = (
        "import os, signal, sys\n"
        "from machine.worker.client import Client\n"
        "from machine.worker.messages import Run, Start\n"
        "from tests.support.guest import BOARD\n"
        "client = Client()\n"
        "roms = {'main': sys.argv[2], 'disk': sys.argv[3]}\n"
        "client.call(Start(image=sys.argv[1], board=BOARD, roms=roms))\n"
        "client.call(Run())\n"
        "client.wait_until(lambda: client.frames.sequence >= 3)\n"
        "print(client.pid, flush=True)\n"
        "sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", program, image, start.roms["main"], start.roms["disk"]]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as owner:
        assert owner.stdout is not None
        worker = os.pidfd_open(int(owner.stdout.readline()))
        owner.kill()

    ended, _, _ = select.select([worker], [], [], TIMEOUT)
    os.close(worker)

    assert ended, "the worker outlives its client"
    with a_room() as room:
        started = room.client.call(m.Start(image=image))
        assert isinstance(started, m.Started)
        assert started.resumed


def test_status_on_change_says_nothing_while_nothing_changes(start: m.Start) -> None:
    with a_room(start) as room:
        room.client.call(m.Subscribe(pictures=False, status_ms=0))
        room.client.call(m.Run())
        room.status_after(running=True)
        room.heard.clear()
        goal = room.client.frames.sequence + 20
        while room.client.alive and room.client.frames.sequence < goal:
            counter(room)
        assert room.heard == []


def test_a_stream_that_cannot_be_cut_ends_the_worker(start: m.Start) -> None:
    with a_room(start) as room:
        room.client._socket.send(b"\xff\xff\xff\xff")

        assert room.wait_for(m.Died).report == "the process ended with status 0"


SOCKETS = st.sampled_from(["disk_a", "disk_b", "cart1", "cassette", "nowhere"])
SMALL = st.integers(1, 4)
REQUESTS = st.one_of(
    st.builds(m.Run),
    st.builds(m.Pause),
    st.builds(m.Reset),
    st.builds(m.Power, on=st.booleans()),
    st.builds(m.SetSpeed, percent=st.sampled_from([0, 25, 100, 400])),
    st.builds(m.SetVideoStandard, hz=st.sampled_from([50, 60])),
    st.builds(m.KeyDown, row=st.integers(0, 15), bit=st.integers(0, 7)),
    st.builds(m.KeyUp, row=st.integers(0, 15), bit=st.integers(0, 7)),
    st.builds(m.ReleaseKeys),
    st.builds(m.Joystick, port=st.integers(0, 1), bits=st.integers(0, 63)),
    st.builds(m.TypeText, text=st.text(st.characters(exclude_categories=["Cs"]), max_size=20)),
    st.builds(m.StopTyping),
    st.builds(m.LoadProgram, path=st.sampled_from(["/", "/none", "\0", os.devnull, __file__])),
    st.builds(m.ReadProgram),
    st.builds(m.Insert, socket=SOCKETS, path=st.sampled_from(["/", "/none", "\0", os.devnull])),
    st.builds(m.InsertBlank, socket=SOCKETS, size=st.sampled_from([1, 737280, 1 << 30])),
    st.builds(
        m.InsertProgram, socket=SOCKETS, path=st.sampled_from(["/", "/none.com", "\0.com", "x.com"])
    ),
    st.builds(m.Eject, socket=SOCKETS),
    st.builds(m.SetWriteMode, socket=SOCKETS, mode=st.sampled_from(["vm", "file", "read-only"])),
    st.builds(m.ReadDisk, socket=SOCKETS),
    st.builds(
        m.ChangeDisk,
        socket=SOCKETS,
        before=st.sampled_from(["", identity(dsk.blank().contents())]),
        sectors=st.dictionaries(st.integers(0, 65535), st.just(bytes(512)), max_size=3),
    ),
    st.builds(m.WriteBack, socket=SOCKETS, path=st.sampled_from(["", "/none/x", "/"])),
    st.builds(m.TakeSnapshot, name=st.text("ab", max_size=5), created=st.integers(0, 5)),
    st.builds(m.RestoreSnapshot, node=SMALL),
    st.builds(m.RenameSnapshot, node=SMALL, name=st.just("x")),
    st.builds(m.DeleteSnapshot, node=SMALL),
    st.builds(m.ListSnapshots),
    st.builds(m.QuickSave, created=st.just(1)),
    st.builds(m.QuickLoad),
    st.builds(m.TakePicture),
    st.builds(m.ReadScreen),
    st.builds(m.Peek, address=st.integers(0, 65535), count=SMALL),
    st.builds(m.Subscribe, pictures=st.booleans(), status_ms=st.integers(0, 500)),
    st.builds(m.Start, board=st.just(BOARD)),
)


@settings(max_examples=25)
@given(st.data())
def test_any_order_of_requests_and_rubbish_is_answered(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    roms = roms_in(tmp_path_factory.mktemp("roms"))
    with a_room(m.Start(board=BOARD, roms=roms)) as room:
        for request in data.draw(
            st.lists(st.one_of(REQUESTS, st.binary(max_size=40)), max_size=25)
        ):
            if isinstance(request, bytes):
                room.client._socket.send(len(request).to_bytes(4, "little") + request)
            else:
                room.client.request(request)

        assert isinstance(room.client.call(m.ListSnapshots()), m.Snapshots)
        assert room.last(m.Died) is None
