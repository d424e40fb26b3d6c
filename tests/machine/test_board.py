"""Boards: documents that either make a machine or are refused in a sentence."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from machine.board import Board, Part, Place, Ports, Socket, build, read_images
from machine.boards import BOARDS, board_named
from machine.core.errors import Refused
from machine.devices import KINDS
from machine.machine import FIRMWARE_FOLDERS, Machine

EB1 = BOARDS["eb1"]


def changed(**fields: Any) -> Board:
    return msgspec.structs.replace(EB1, **fields)


def spots(tree: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of everything in a document."""
    found = [path] if path else []
    for key in tree if isinstance(tree, dict) else range(len(tree) if type(tree) is list else 0):
        found += spots(tree[key], (*path, key))
    return found


def other_value(value: Any) -> st.SearchStrategy[Any]:
    """Something else of the same type, so that the document can still be read."""
    if isinstance(value, bool):
        return st.just(not value)
    if isinstance(value, int):
        near = st.sampled_from((0, 1, 2, 3, 4, 5, 64, 255, 256, value - 1, value + 1, value * 2))
        return near | st.integers(-(1 << 63), (1 << 63) - 1)
    if isinstance(value, str):
        return st.sampled_from(("", "x", "main", *(part.name for part in EB1.parts)))
    if isinstance(value, list):
        return st.just(value[:-1]) | st.just(value * 2)
    return st.just({}) | st.just({**value, "bogus": 1})


def refused(board: Board) -> str:
    images = read_images(EB1, 60, list(FIRMWARE_FOLDERS), {})
    with pytest.raises(Refused) as refusal:
        build(board, 60, images)
    return str(refusal.value)


@pytest.mark.parametrize("name", BOARDS)
def test_a_board_is_the_same_after_a_trip_through_toml(name: str) -> None:
    board = BOARDS[name]

    assert msgspec.toml.decode(msgspec.toml.encode(board), type=Board) == board


@pytest.mark.parametrize("name", BOARDS)
def test_every_kind_that_a_board_names_is_known(name: str) -> None:
    assert {part.kind for part in BOARDS[name].parts} <= set(KINDS)


def test_a_users_toml_file_makes_a_machine(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(msgspec.toml.encode(changed(name="mine", title="My own")))

    machine = Machine(board_named(str(path)))

    assert machine.board.title == "My own"
    assert machine.run(10_000_000, to_frame=True)


def test_the_video_standard_chooses_chip_and_locale() -> None:
    fifty, sixty = Machine(EB1, 50), Machine(EB1, 60)

    assert fifty.bus.peek(0x2B) & 0x80
    assert not sixty.bus.peek(0x2B) & 0x80


def test_an_unknown_kind_is_refused_by_name() -> None:
    assert "warp-drive" in refused(changed(parts=(*EB1.parts, Part("warp-drive", "warp"))))


def test_two_parts_of_one_name_are_refused() -> None:
    assert "psg" in refused(changed(parts=(*EB1.parts, Part("ay8910", "psg"))))


def test_a_port_given_twice_is_refused() -> None:
    part = Part("printer-port", "second", ports=(Ports(0xA8, 1),))

    assert "A8h" in refused(changed(parts=(*EB1.parts, part)))


def test_a_wire_to_nowhere_is_refused() -> None:
    assert "moon" in refused(changed(wires={**EB1.wires, "ppi.port_a": "moon"}))


def test_a_wire_from_a_socket_that_is_not_there_is_refused() -> None:
    assert "port_x" in refused(changed(wires={**EB1.wires, "ppi.port_x": "psg"}))


@pytest.mark.parametrize(
    "wires", [{"port-c.keys": "port-c"}, {"ppi.port_c": "ppi"}, {"port-c.cassette": "ppi"}], ids=str
)
def test_wires_that_lead_in_a_circle_are_refused(wires: dict[str, str]) -> None:
    assert "circle" in refused(changed(wires={**EB1.wires, **wires}))


def test_a_part_set_up_wrongly_is_refused() -> None:
    assert "extra" in refused(changed(parts=(*EB1.parts, Part("ram", "extra", {"size": 5}))))


@settings(max_examples=150)
@given(st.data())
def test_any_change_of_a_board_makes_another_machine_or_is_refused(data: st.DataObject) -> None:
    document = msgspec.json.decode(msgspec.json.encode(EB1))
    for _ in range(data.draw(st.integers(1, 2))):
        *way, last = data.draw(st.sampled_from(spots(document)))
        holder = document
        for key in way:
            holder = holder[key]
        holder[last] = data.draw(other_value(holder[last]))

    try:
        machine = Machine(msgspec.convert(document, Board))
    except (Refused, msgspec.ValidationError):
        return
    machine.run(machine.ticks_per_second // 50)

    assert machine.now > 0
    assert set(machine.activity()) <= set(machine.sockets)
    assert set(machine.lamps().values()) <= {0, 1}


@pytest.mark.parametrize(
    ("board", "named"),
    [
        (changed(roles={**EB1.roles, "lamps": "nowhere"}), "nowhere"),
        (changed(roles={**EB1.roles, "lamps": "mixer"}), "lamps"),
        (changed(roles={**EB1.roles, "cook": "mixer"}), "cook"),
        (changed(charset="klingon"), "charset"),
        (changed(sockets=(*EB1.sockets, Socket("disk_c", "disk", "ram"))), "ram"),
        (changed(sockets=(*EB1.sockets, Socket("disk_c", "disk", "fdc", 2))), "drive 2"),
        (changed(sockets=(*EB1.sockets, Socket("cart1", "cartridge", "slots", 2))), "cart1"),
        (changed(parts=(*EB1.parts, Part("mixer", "deep", place=Place(1)))), "deep"),
        (changed(parts=(*EB1.parts, Part("ram", "deep", place=Place(1, 2)))), "not expanded"),
        (changed(parts=(*EB1.parts, Part("rom", "extra", rom="kanji"))), "kanji"),
        (changed(parts=(*EB1.parts, Part("rom", "x", rom="main", patch={"zz": 1}))), "zz"),
        (changed(wires={**EB1.wires, "fdc.drive_a": "vdp"}), "vdp"),
        (changed(wires={"psg.sound": "mixer"}), "controller"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_board_that_makes_no_sense_is_refused_by_what_is_wrong(board: Board, named: str) -> None:
    assert named in refused(board)


@pytest.mark.parametrize("base", [-1, 0xFF, 0x100])
def test_ports_that_do_not_exist_are_refused(base: int) -> None:
    part = Part("printer-port", "second", ports=(Ports(base, 2),))

    assert "second" in refused(changed(parts=(*EB1.parts, part)))


def test_a_replaced_rom_must_be_one_of_the_board(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="main, basic, disk"):
        Machine(EB1, roms={"kernel": tmp_path / "x"})


@pytest.mark.parametrize("kind", ["missing", "empty", "huge", "folder"])
def test_a_replaced_rom_that_is_none_is_refused_by_its_path(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "my.rom"
    if kind == "empty":
        path.write_bytes(b"")
    elif kind == "huge":
        path.write_bytes(bytes(2 << 20))
    elif kind == "folder":
        path.mkdir()

    with pytest.raises(Refused, match=r"my\.rom"):
        Machine(EB1, roms={"main": path})


def test_a_firmware_file_that_is_missing_is_named() -> None:
    with pytest.raises(Refused, match=r"no_such\.rom"):
        Machine(changed(roms={"main": "no_such.rom", "disk": "disk.rom"}))


@given(st.binary(max_size=400))
def test_no_bytes_in_a_board_file_do_more_than_be_refused(data: bytes) -> None:
    with pytest.raises((msgspec.DecodeError, UnicodeDecodeError)):
        msgspec.toml.decode(data, type=Board)


@pytest.mark.parametrize("text", [b"", b"name = 5", b"\xff\xfe", b"x = [", b"name='a'\nwheels=4"])
def test_a_board_file_that_is_none_is_refused_by_its_path(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "odd.toml"
    path.write_bytes(text)

    with pytest.raises(Refused, match=r"odd\.toml"):
        board_named(str(path))


def test_a_board_that_nobody_knows_is_refused_with_the_known_ones() -> None:
    with pytest.raises(Refused, match="eb1, eb2"):
        board_named("eb9")
