from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from machine.core.errors import Refused
from machine.image.store import IN_MEMORY, Store
from machine.machine import Capture
from machine.media import dsk
from machine.worker.vm import Vm
from tests.support.guest import BOARD, COUNTER, roms_in


@pytest.fixture
def roms(tmp_path: Path) -> dict[str, str]:
    folder = tmp_path / "roms"
    folder.mkdir()
    return roms_in(folder)


@pytest.fixture
def vm(roms: dict[str, str]) -> Iterator[Vm]:
    made = Vm.open(IN_MEMORY, BOARD, 60, roms, resume=True)
    yield made
    made.store.close()


@pytest.fixture
def image(tmp_path: Path) -> str:
    return str(tmp_path / "vm.8box")


@pytest.fixture
def disk_file(tmp_path: Path) -> Path:
    path = tmp_path / "game.dsk"
    path.write_bytes(dsk.blank(360 * 1024).base)
    return path


def run_frames(vm: Vm, count: int = 3) -> None:
    for _ in range(count):
        vm.machine.run(vm.machine.now + vm.machine.ticks_per_second, to_frame=True)


def counter(vm: Vm) -> int:
    peek = vm.machine.bus.peek
    return int(peek(COUNTER) | peek(COUNTER + 1) << 8)


def write_sector(vm: Vm, sector: int, value: int, socket: str = "disk_a") -> None:
    vm.bays.disk(socket).write(sector, bytes([value]) * 512)


def read_sector(vm: Vm, sector: int, socket: str = "disk_a") -> int:
    return vm.bays.disk(socket).read(sector)[0]


def everything(vm: Vm) -> Capture:
    """What the machine is, after a round trip: taking a state up brings stale fields into range."""
    vm.machine.restore(vm.machine.capture())
    return vm.machine.capture()


def test_a_restored_snapshot_is_the_machine_as_it_was(vm: Vm, disk_file: Path) -> None:
    vm.bays.insert("disk_a", str(disk_file), {}, None)
    run_frames(vm)
    write_sector(vm, 100, 1)
    before = everything(vm)
    node = vm.take("here", 5)
    run_frames(vm)
    write_sector(vm, 100, 2)
    assert everything(vm) != before

    restored = vm.restore(node.id)

    assert restored == node
    assert everything(vm) == before
    assert read_sector(vm, 100) == 1


def test_after_a_restore_time_goes_on_as_it_did(vm: Vm) -> None:
    run_frames(vm)
    node = vm.take("here", 5)
    run_frames(vm, 4)
    straight = everything(vm)

    vm.restore(node.id)
    run_frames(vm, 4)

    assert everything(vm) == straight


def test_snapshots_survive_in_the_image_and_the_present_goes_on(
    image: str, roms: dict[str, str], disk_file: Path
) -> None:
    vm = Vm.open(image, BOARD, 60, roms, resume=True)
    vm.bays.insert("disk_a", str(disk_file), {}, None)
    run_frames(vm)
    node = vm.take("here", 5)
    run_frames(vm)
    write_sector(vm, 7, 9)
    present = everything(vm)
    vm.close(save=True)

    again = Vm.open(image, "", None, {}, resume=True)

    assert again.resumed
    assert everything(again) == present
    assert [known.name for known in again.snapshots.nodes()] == ["here"]
    again.restore(node.id)
    assert read_sector(again, 7) != 9
    again.close(save=False)


def test_without_saving_the_next_start_is_a_power_on_with_the_same_media(
    image: str, roms: dict[str, str], disk_file: Path
) -> None:
    vm = Vm.open(image, BOARD, 60, roms, resume=True)
    vm.bays.insert("disk_a", str(disk_file), {}, None)
    write_sector(vm, 7, 9)
    run_frames(vm)
    vm.close(save=False)

    again = Vm.open(image, "", None, {}, resume=True)

    assert not again.resumed
    assert again.machine.now == 0
    assert read_sector(again, 7) == 9
    again.close(save=False)


def test_an_image_without_a_kept_present_starts_with_the_files_it_knows(
    image: str, roms: dict[str, str], disk_file: Path, tmp_path: Path
) -> None:
    vm = Vm.open(image, BOARD, 60, roms, resume=True)
    vm.bays.insert("disk_a", str(disk_file), {}, "read-only")
    gone = tmp_path / "gone.dsk"
    gone.write_bytes(disk_file.read_bytes())
    vm.bays.insert("disk_b", str(gone), {}, None)
    vm.keep_media_plan()
    vm.store.close()  # as a crash would
    gone.unlink()

    again = Vm.open(image, "", None, {}, resume=True)

    assert again.bays.status().keys() == {"disk_a"}
    assert again.bays.status()["disk_a"].mode == "read-only"
    assert len(again.warnings) == 1
    assert "gone.dsk does not exist" in again.warnings[0]
    again.close(save=False)


def test_an_image_remembers_its_board_video_standard_and_roms(
    image: str, roms: dict[str, str]
) -> None:
    Vm.open(image, BOARD, 50, roms, resume=True).close(save=False)

    again = Vm.open(image, "", None, {}, resume=True)

    assert (again.machine.board.name, again.machine.hz) == (BOARD, 50)
    again.close(save=False)


def test_what_cannot_be_built_creates_no_image(image: str, roms: dict[str, str]) -> None:
    with pytest.raises(Refused, match="no board called nothing"):
        Vm.open(image, "nothing", 60, roms, resume=True)

    assert not Path(image).exists()


def test_an_image_whose_board_is_refused_is_not_left_locked(
    image: str, roms: dict[str, str]
) -> None:
    Vm.open(image, BOARD, 60, roms, resume=True).close(save=False)

    with pytest.raises(Refused, match="no board called nothing"):
        Vm.open(image, "nothing", None, {}, resume=True)

    Store.open(image).close()


def test_another_video_standard_at_the_start_is_a_power_on_with_the_same_media(
    image: str, roms: dict[str, str], disk_file: Path
) -> None:
    vm = Vm.open(image, BOARD, 60, roms, resume=True)
    vm.bays.insert("disk_a", str(disk_file), {}, None)
    write_sector(vm, 7, 9)
    run_frames(vm)
    vm.close(save=True)

    again = Vm.open(image, "", 50, {}, resume=True)

    assert (again.machine.hz, again.machine.now, again.resumed) == (50, 0, False)
    assert read_sector(again, 7) == 9
    again.close(save=False)


@pytest.mark.parametrize(
    ("owner", "media_are_there"), [("devices/ram", True), ("shelf/x", True), ("", False)]
)
def test_a_kept_present_that_is_damaged_starts_anew_with_a_warning(
    image: str, roms: dict[str, str], disk_file: Path, owner: str, media_are_there: bool
) -> None:
    vm = Vm.open(image, BOARD, 60, roms, resume=True)
    vm.bays.insert("disk_a", str(disk_file), {}, None)
    write_sector(vm, 7, 9)
    run_frames(vm)
    vm.keep_present()
    damage = "INSERT OR REPLACE INTO record SELECT id, ?, ?, x'' FROM node"
    data = msgspec.msgpack.encode({"due": "never"}) if media_are_there else b"\xc1"
    vm.store.database.execute(damage, (owner, data))
    vm.keep_media_plan()
    vm.store.close()

    again = Vm.open(image, "", None, {}, resume=True)

    assert not again.resumed
    assert "The machine was started anew." in again.warnings[0]
    assert (read_sector(again, 7) == 9) == media_are_there
    again.close(save=False)


def test_a_snapshot_of_the_other_video_standard_is_restored_with_it(vm: Vm) -> None:
    run_frames(vm)
    node = vm.take("60", 5)
    before = everything(vm)

    vm.set_video_standard(50)
    assert vm.machine.hz == 50
    assert vm.machine.now == 0
    vm.restore(node.id)

    assert vm.machine.hz == 60
    assert everything(vm) == before


def test_another_video_standard_keeps_the_media(vm: Vm, disk_file: Path) -> None:
    vm.bays.insert("disk_a", str(disk_file), {}, None)
    write_sector(vm, 3, 4)

    vm.set_video_standard(50)

    assert read_sector(vm, 3) == 4


def test_quick_save_is_one_slot(vm: Vm) -> None:
    with pytest.raises(Refused, match="no quick save"):
        vm.quick_load()
    run_frames(vm)
    vm.take("", 1, "quick")
    run_frames(vm)
    vm.take("", 2, "quick")
    saved = everything(vm)
    run_frames(vm)

    vm.quick_load()

    assert everything(vm) == saved
    assert vm.snapshots.nodes() == []


def test_a_damaged_snapshot_is_refused_and_the_machine_untouched(vm: Vm) -> None:
    run_frames(vm)
    node = vm.take("here", 5)
    vm.store.database.execute("UPDATE record SET data = x'80' WHERE owner = 'devices/ram'")
    run_frames(vm)
    before = everything(vm)

    with pytest.raises(Refused):
        vm.restore(node.id)

    assert everything(vm) == before


def test_power_off_and_on_keeps_media_and_starts_anew(vm: Vm, disk_file: Path) -> None:
    vm.bays.insert("disk_a", str(disk_file), {}, None)
    run_frames(vm)

    wishes = [vm.running]
    for on in (False, True):
        vm.power(on=on)
        wishes.append(vm.running)

    assert wishes == [False, False, True]
    assert vm.machine.now == 0
    assert vm.bays.status().keys() == {"disk_a"}


def test_a_machine_that_is_off_has_no_snapshot(vm: Vm) -> None:
    vm.power(on=False)

    with pytest.raises(Refused, match="is off"):
        vm.take("off", 5)


def test_a_restore_switches_a_machine_on_that_was_off(vm: Vm) -> None:
    run_frames(vm)
    node = vm.take("here", 5)
    vm.power(on=False)

    vm.restore(node.id)

    assert vm.powered
    assert vm.running


def test_the_guest_counts_and_has_a_picture(vm: Vm) -> None:
    run_frames(vm, 2)
    first = counter(vm)
    run_frames(vm, 1)

    assert counter(vm) > first > 0
    assert vm.picture().startswith(b"\x89PNG")


def test_a_vm_whose_image_is_full_is_not_ended(image: str, roms: dict[str, str]) -> None:
    vm = Vm.open(image, BOARD, 60, roms, resume=True)
    run_frames(vm)
    vm.bays.insert_blank("disk_a", 720 * 1024)
    for sector in range(500):
        vm.bays.disk("disk_a").write(sector, sector.to_bytes(2) * 256)
    ((pages,),) = vm.store.database.execute("PRAGMA page_count").fetchall()
    vm.store.database.execute(f"PRAGMA max_page_count = {pages + 2}")

    with pytest.raises(Refused, match="full"):
        vm.close(save=True)

    run_frames(vm)
    vm.store.database.execute("PRAGMA max_page_count = 100000")
    vm.close(save=True)
    again = Vm.open(image, "", None, {}, resume=True)
    assert again.resumed
    again.close(save=False)


def test_the_batteries_keep_their_contents_while_the_machine_is_off(image: str) -> None:
    vm = Vm.open(image, "eb2", 60, {}, resume=True)
    clock = vm.machine.devices["rtc"]
    clock.battery = bytes([7] * 26) + clock.battery[26:]
    vm.power(on=False)
    vm.power(on=True)
    assert vm.bays.batteries()["rtc"][:26] == bytes([7] * 26)
    vm.close(save=False)

    again = Vm.open(image, "", None, {}, resume=True)

    assert not again.resumed
    assert again.bays.batteries()["rtc"][:26] == bytes([7] * 26)
    again.close(save=False)


def test_the_clock_takes_the_time_it_is_told(vm: Vm) -> None:
    with_clock = Vm.open(IN_MEMORY, "eb2", 60, {}, resume=True)

    with_clock.set_clock(1999, 12, 31, 23, 59, 58)
    vm.set_clock(1999, 12, 31, 23, 59, 58)  # a machine without a clock does not mind

    rtc = with_clock.machine.devices["rtc"]
    time_of_day = rtc.battery[39:45]
    assert time_of_day == bytes([8, 5, 9, 5, 3, 2])
    with_clock.store.close()
