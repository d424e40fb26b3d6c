"""A computer as an object, as CONTRACT says."""

from pathlib import Path

import numpy as np
import pytest

from machine.api import Session, crossing
from machine.core.errors import Refused
from machine.media import cas
from machine.media.dsk import blank
from tests.support.openmsx import read_png


def test_the_example_of_the_contract_runs(tmp_path: Path) -> None:
    (tmp_path / "game.dsk").write_bytes(blank().contents())
    (tmp_path / "other.dsk").write_bytes(blank(368_640).contents())
    with Session("eb2", disk_a=tmp_path / "game.dsk") as vm:
        vm.run(seconds=3)
        assert vm.run(until=lambda vm: "Ok" in vm.screen_text())
        vm.type("PRINT 6*7\r")
        vm.run(frames=30)
        assert "PRINT 6*7" in vm.screen_text()
        assert " 42" in vm.screen_text()
        assert "43" not in vm.screen_text()
        frame = vm.frame()
        assert frame.dtype == np.uint8
        assert frame.shape in ((240, 320, 3), (480, 640, 3))
        vm.save_png(tmp_path / "shot.png")
        assert np.array_equal(read_png(tmp_path / "shot.png"), frame)
        state = vm.capture()
        before = vm.peek(0xC000)
        vm.poke(0xC000, before ^ 1)
        vm.restore(state)
        assert vm.peek(0xC000) == before
        assert 0 <= vm.cpu.pc <= 0xFFFF
        assert len(vm.vram(0, 16)) == 16
        vm.press("SPACE", frames=5)
        vm.insert_disk("b", tmp_path / "other.dsk")
        assert vm.disk("b").geometry.size == 368_640


def test_a_picture_may_be_written_over_an_earlier_one_of_its_size() -> None:
    with Session("eb1") as vm:
        first = vm.frame_buffer()
        vm.run(seconds=2)

        second = vm.frame_buffer(first)
        odd = vm.frame_buffer(np.zeros((480, 640), np.uint32))

        assert second is first
        assert odd.shape == (240, 320)
        assert np.array_equal(odd, second)
        shown = vm.frame()
        assert np.array_equal(shown[..., 0], second >> 16 & 255)
        assert np.array_equal(shown[..., 2], second & 255)
        assert len(np.unique(second)) > 1


def test_until_stops_in_the_frame_in_which_it_holds() -> None:
    with Session("eb1") as vm:
        reached = vm.run(until=lambda vm: vm.frames >= 20)

        assert reached
        assert vm.frames == 20


def test_until_gives_up_at_its_limit() -> None:
    with Session("eb1") as vm:
        assert not vm.run(until=lambda _: False, limit=0.5)
        assert 0.5 <= vm.seconds < 0.6


def test_typed_text_arrives_whole_however_long_it_is() -> None:
    text = "".join(chr(ord("a") + number % 26) for number in range(300))
    with Session("eb1") as vm:
        vm.run(until=lambda vm: any("Insert a" in row for row in vm.screen_text()))
        vm.type(text)
        vm.run(seconds=3)

        shown = "".join(row.strip() for row in vm.screen_text())
        assert text in shown


def test_two_machines_do_not_know_of_each_other() -> None:
    with Session("eb1") as one, Session("eb1") as two:
        one.run(seconds=0.5)
        one.poke(0xC123, 0x42)
        two.run(seconds=0.5)

        assert two.peek(0xC123) != 0x42 or one.capture() == two.capture()


@pytest.mark.parametrize(("key", "place"), [("a", (2, 6)), ("RETURN", (7, 7)), ("8,0", (8, 0))])
def test_keys_have_names_and_numbers(key: str, place: tuple[int, int]) -> None:
    assert crossing(key) == place


@pytest.mark.parametrize("key", ["", "ANY", "16,0", "1,8", "-1,2", "1,", ",", "1,2,3"])
def test_a_key_that_is_not_there_is_refused(key: str) -> None:
    with pytest.raises(Refused, match="no key"):
        crossing(key)


def test_a_missing_file_is_refused_by_name() -> None:
    with pytest.raises(Refused, match=r"gone\.rom"):
        Session("eb1", cart1="gone.rom")


def test_a_tape_is_a_medium_of_the_session(tmp_path: Path) -> None:
    path = tmp_path / "mine.cas"
    with Session("eb1") as vm:
        with pytest.raises(Refused, match="no cassette"):
            vm.tape()
        vm.insert("cassette", cas.blank())
        vm.tape().record(0, 0, b"12345678")
        vm.rewind()
        vm.tape().save_as(path)

    assert path.read_bytes() == cas.container([b"12345678"])
