from pathlib import Path

import pytest

from machine.core.errors import Refused
from machine.fat import Volume
from machine.media import dsk
from machine.worker.bays import Bays
from machine.worker.messages import DiskContents
from machine.worker.vm import Vm


def sector_in(path: Path, sector: int) -> bytes:
    return path.read_bytes()[sector * 512 : (sector + 1) * 512]


WRITTEN = b"w" * 512


def test_by_default_a_file_is_never_written(bays: Bays, disk_file: Path) -> None:
    before = disk_file.read_bytes()
    bays.insert("disk_a", str(disk_file), {}, None)
    bays.disk("disk_a").write(5, WRITTEN)

    status = bays.status()["disk_a"]
    bays.flush_all()
    bays.eject("disk_a")

    assert (status.mode, status.changed, status.writable) == ("vm", True, True)
    assert (status.name, status.path) == ("game.dsk", str(disk_file))
    assert disk_file.read_bytes() == before


def test_what_is_kept_in_the_vm_is_there_when_the_disk_comes_back(
    bays: Bays, disk_file: Path
) -> None:
    bays.insert("disk_a", str(disk_file), {}, None)
    bays.disk("disk_a").write(5, WRITTEN)
    bays.eject("disk_a")

    bays.insert("disk_b", str(disk_file), {}, None)

    assert bays.disk("disk_b").read(5) == WRITTEN


def test_the_shelf_is_part_of_a_snapshot(vm: Vm, disk_file: Path) -> None:
    vm.bays.insert("disk_a", str(disk_file), {}, None)
    vm.bays.disk("disk_a").write(5, WRITTEN)
    vm.bays.eject("disk_a")
    node = vm.take("ejected", 1)
    vm.bays.insert("disk_a", str(disk_file), {}, None)
    vm.bays.disk("disk_a").write(5, b"x" * 512)
    vm.bays.eject("disk_a")

    vm.restore(node.id)
    vm.bays.insert("disk_a", str(disk_file), {}, None)

    assert vm.bays.disk("disk_a").read(5) == WRITTEN


def test_a_disk_whose_file_has_changed_takes_nothing_from_the_shelf(
    bays: Bays, disk_file: Path
) -> None:
    bays.insert("disk_a", str(disk_file), {}, None)
    bays.disk("disk_a").write(5, WRITTEN)
    bays.eject("disk_a")
    disk_file.write_bytes(dsk.blank(720 * 1024).base)

    bays.insert("disk_a", str(disk_file), {}, None)

    assert not bays.disk("disk_a").overlay


def test_write_to_file_writes_when_the_disk_leaves(bays: Bays, disk_file: Path) -> None:
    bays.insert("disk_a", str(disk_file), {}, "file")
    bays.disk("disk_a").write(5, WRITTEN)

    bays.eject("disk_a")

    assert sector_in(disk_file, 5) == WRITTEN


def test_choosing_write_to_file_writes_what_was_kept(bays: Bays, disk_file: Path) -> None:
    bays.insert("disk_a", str(disk_file), {}, None)
    bays.disk("disk_a").write(5, WRITTEN)

    bays.set_write_mode("disk_a", "file")

    assert sector_in(disk_file, 5) == WRITTEN
    assert not bays.status()["disk_a"].changed


def test_a_file_changed_by_somebody_else_is_not_overwritten(bays: Bays, disk_file: Path) -> None:
    bays.insert("disk_a", str(disk_file), {}, None)
    bays.disk("disk_a").write(5, WRITTEN)
    disk_file.write_bytes(b"other" + disk_file.read_bytes()[5:])
    other = disk_file.read_bytes()

    with pytest.raises(Refused, match="changed by another program"):
        bays.set_write_mode("disk_a", "file")

    assert disk_file.read_bytes() == other
    assert bays.status()["disk_a"].mode == "vm"
    assert bays.disk("disk_a").read(5) == WRITTEN


def test_a_disk_that_cannot_be_written_is_not_ejected(bays: Bays, disk_file: Path) -> None:
    bays.insert("disk_a", str(disk_file), {}, "file")
    bays.disk("disk_a").write(5, WRITTEN)
    disk_file.unlink()

    with pytest.raises(Refused, match="does not exist"):
        bays.eject("disk_a")

    assert bays.disk("disk_a").read(5) == WRITTEN


def test_a_disk_in_file_mode_goes_on_writing_after_a_restore(vm: Vm, disk_file: Path) -> None:
    vm.bays.insert("disk_a", str(disk_file), {}, "file")
    node = vm.take("before", 1)
    vm.bays.disk("disk_a").write(5, WRITTEN)
    vm.bays.flush("disk_a")

    vm.restore(node.id)
    vm.bays.disk("disk_a").write(6, WRITTEN)
    vm.bays.eject("disk_a")

    assert sector_in(disk_file, 5) != WRITTEN
    assert sector_in(disk_file, 6) == WRITTEN


def test_read_only_shows_the_guest_a_protected_disk(bays: Bays, disk_file: Path) -> None:
    bays.insert("disk_a", str(disk_file), {}, None)

    bays.set_write_mode("disk_a", "read-only")

    assert not bays.status()["disk_a"].writable
    assert bays.disk("disk_a").write_protected


def test_write_back_writes_once_and_keeps_the_mode(
    bays: Bays, disk_file: Path, tmp_path: Path
) -> None:
    bays.insert("disk_a", str(disk_file), {}, None)
    bays.disk("disk_a").write(5, WRITTEN)

    bays.write_back("disk_a", str(tmp_path / "copy.dsk"))
    bays.write_back("disk_a", "")

    assert sector_in(disk_file, 5) == sector_in(tmp_path / "copy.dsk", 5) == WRITTEN
    assert bays.status()["disk_a"].mode == "vm"


def test_a_blank_disk_has_no_file_until_it_is_given_one(bays: Bays, tmp_path: Path) -> None:
    bays.insert_blank("disk_a", 720 * 1024)

    with pytest.raises(Refused, match="has no file yet"):
        bays.set_write_mode("disk_a", "file")
    with pytest.raises(Refused, match="has no file yet"):
        bays.write_back("disk_a", "")
    bays.disk("disk_a").write(5, WRITTEN)
    with pytest.raises(Refused, match="in no file yet"):
        bays.eject("disk_a")
    with pytest.raises(Refused, match="in no file yet"):
        bays.insert_blank("disk_a", 720 * 1024)
    new = tmp_path / "new.dsk"
    bays.write_back("disk_a", str(new))

    assert bays.status()["disk_a"].path == str(new)
    bays.set_write_mode("disk_a", "file")
    bays.disk("disk_a").write(6, WRITTEN)
    bays.eject("disk_a")
    assert sector_in(new, 5) == sector_in(new, 6) == WRITTEN
    assert new.stat().st_size == 720 * 1024


def test_a_new_disk_can_be_dropped_with_what_is_on_it(bays: Bays) -> None:
    bays.insert_blank("disk_a", 720 * 1024)
    bays.disk("disk_a").write(5, WRITTEN)

    bays.eject("disk_a", discard=True)

    assert bays.status() == {}
    assert bays.shelf == {}


def test_what_was_discarded_does_not_come_back_with_the_disk(bays: Bays, disk_file: Path) -> None:
    bays.insert("disk_a", str(disk_file), {}, None)
    bays.disk("disk_a").write(5, WRITTEN)
    bays.eject("disk_a")
    bays.insert("disk_a", str(disk_file), {}, None)

    bays.eject("disk_a", discard=True)

    assert bays.shelf == {}
    bays.insert("disk_a", str(disk_file), {}, None)
    assert bays.disk("disk_a").read(5) == sector_in(disk_file, 5)


def test_a_disk_that_was_written_back_comes_again_as_its_file_is(
    bays: Bays, disk_file: Path
) -> None:
    bays.insert("disk_a", str(disk_file), {}, None)
    bays.disk("disk_a").write(5, WRITTEN)
    bays.write_back("disk_a", "")
    bays.eject("disk_a")

    bays.insert("disk_a", str(disk_file), {}, None)

    assert bays.shelf == {}
    assert bays.disk("disk_a").read(5) == WRITTEN


@pytest.mark.parametrize(
    ("socket", "options", "mode", "sentence"),
    [
        ("disk_z", {}, None, "has no disk_z"),
        ("disk_a", {"mapper": "konami"}, None, "no option mapper"),
        ("disk_a", {"path": "x"}, None, "no option path"),
        ("disk_a", {"mode": "torn"}, None, "no write mode torn"),
        ("disk_a", {"mode": 5}, None, "no write mode 5"),
        ("cart1", {}, "file", "no option mode"),
        ("cart1", {"mapper": 3}, None, "by its name"),
    ],
)
def test_a_wrong_socket_or_option_is_refused(
    bays: Bays, disk_file: Path, socket: str, options: dict[str, str], mode: str, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        bays.insert(socket, str(disk_file), options, mode)  # type: ignore[arg-type]

    assert bays.status() == {}


def test_a_bad_file_leaves_what_is_in_the_drive(bays: Bays, disk_file: Path) -> None:
    bays.insert("disk_a", str(disk_file), {}, None)
    bad = disk_file.with_name("bad.dsk")
    bad.write_bytes(b"x" * 1000)

    with pytest.raises(Refused, match=r"bad\.dsk"):
        bays.insert("disk_a", str(bad), {}, None)

    assert bays.status()["disk_a"].path == str(disk_file)


def test_cartridges_have_no_write_mode(bays: Bays) -> None:
    with pytest.raises(Refused, match="no disk or cassette in cart1"):
        bays.set_write_mode("cart1", "file")
    with pytest.raises(Refused, match="takes no disk"):
        bays.insert_blank("cart1", 720 * 1024)


def test_a_cartridge_keeps_what_its_battery_holds_when_it_is_taken_out(
    vm: Vm, tmp_path: Path
) -> None:
    rom = tmp_path / "game.rom"
    rom.write_bytes(b"AB" + bytes(0x8000 - 2))
    options: dict[str, str] = {"mapper": "ascii8-sram"}
    vm.bays.insert("cart1", str(rom), options, None)
    vm.machine.devices["cart1"].battery = b"s" * 0x2000
    node = vm.take("saved game", 1)

    vm.power(on=False)
    vm.power(on=True)
    assert vm.bays.batteries()["cart1"] == b"s" * 0x2000
    vm.bays.eject("cart1")
    vm.bays.insert("cart2", str(rom), options, None)
    assert vm.bays.batteries()["cart2"] == b"s" * 0x2000
    vm.bays.eject("cart2")
    vm.bays.insert("cart1", str(rom), {"mapper": "ascii8"}, None)
    assert "cart1" not in vm.bays.batteries()
    vm.restore(node.id)
    assert vm.bays.batteries()["cart1"] == b"s" * 0x2000


def test_a_new_system_disk_has_the_system_and_needs_no_saving(bays: Bays) -> None:
    bays.insert_blank("disk_a", 720 * 1024, "system")
    names = [entry.name for entry in Volume(bays.disk("disk_a").contents()).entries()]

    assert names == ["EBDOS.SYS", "COMMAND.COM"]
    bays.eject("disk_a")


def changed_in(contents: DiskContents, path: str, data: bytes) -> dict[int, bytes]:
    """The sectors that a file written on a disk changes."""
    volume = Volume(contents.image)
    volume.write(path, data)
    image = bytes(volume.image)
    spans = {n: slice(n * 512, (n + 1) * 512) for n in range(len(image) // 512)}
    return {n: image[s] for n, s in spans.items() if image[s] != contents.image[s]}


def test_a_file_put_on_the_disk_from_outside_is_the_guests_and_stays_in_the_vm(
    bays: Bays, disk_file: Path
) -> None:
    bays.insert("disk_a", str(disk_file), {}, None)
    drive = bays.machine.devices["drive-a"]
    drive.take_changed()
    before = bays.disk_contents("disk_a")

    bays.change_disk("disk_a", before.identity, changed_in(before, "A.TXT", b"hello"))

    after = bays.disk_contents("disk_a")
    assert Volume(after.image).read("A.TXT") == b"hello"
    assert after.identity != before.identity
    assert drive.changed
    assert bays.status()["disk_a"].changed
    assert disk_file.read_bytes() == before.image


def test_a_change_from_outside_reaches_the_file_in_mode_file(bays: Bays, disk_file: Path) -> None:
    bays.insert("disk_a", str(disk_file), {}, "file")
    before = bays.disk_contents("disk_a")

    bays.change_disk("disk_a", before.identity, {5: WRITTEN})

    assert sector_in(disk_file, 5) == WRITTEN
    assert not bays.status()["disk_a"].changed


def test_a_change_is_refused_whole_if_the_disk_is_not_what_it_was(
    bays: Bays, disk_file: Path
) -> None:
    bays.insert("disk_a", str(disk_file), {}, None)
    before = bays.disk_contents("disk_a")
    bays.disk("disk_a").write(9, WRITTEN)
    now = bays.disk_contents("disk_a")

    with pytest.raises(Refused, match="meanwhile"):
        bays.change_disk("disk_a", before.identity, {5: WRITTEN})
    with pytest.raises(Refused, match="no such sectors"):
        bays.change_disk("disk_a", now.identity, {5: WRITTEN, 720: WRITTEN})
    bays.set_write_mode("disk_a", "read-only")
    with pytest.raises(Refused, match="read-only"):
        bays.change_disk("disk_a", now.identity, {5: WRITTEN})
    with pytest.raises(Refused, match="no disk"):
        bays.change_disk("disk_b", now.identity, {})

    assert bays.disk_contents("disk_a").image == now.image
    assert not bays.disk_contents("disk_a").writable


def test_a_change_waits_for_the_drives_light(bays: Bays, disk_file: Path) -> None:
    bays.insert("disk_a", str(disk_file), {}, None)
    before = bays.disk_contents("disk_a")
    place = bays.machine.socket("disk_a")
    controller = bays.machine.devices[place.part]
    controller.state.select = 0x80  # drive A, motor on

    with pytest.raises(Refused, match="light"):
        bays.change_disk("disk_a", before.identity, {5: WRITTEN})
    controller.state.select = 0
    bays.change_disk("disk_a", before.identity, {5: WRITTEN})

    assert bays.disk("disk_a").read(5) == WRITTEN
