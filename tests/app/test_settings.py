"""Settings: kept across starts, never lost to a damaged file."""

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.settings import OPTIONS, Settings


def test_a_new_user_has_the_defaults(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")

    assert settings.text("vm.board") == "eb2"
    assert settings.number("sound.volume") == 100


def test_a_change_is_told_and_kept(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "new" / "settings.json")

    with qtbot.waitSignal(settings.changed) as told:
        settings.set("display.smooth", True)

    assert told.args == ["display.smooth"]
    assert Settings(tmp_path / "new" / "settings.json").flag("display.smooth")


def test_setting_the_present_value_tells_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")

    with qtbot.assertNotEmitted(settings.changed):
        settings.set("display.smooth", False)

    assert not (tmp_path / "settings.json").exists()


@pytest.mark.parametrize("text", ["", "{", "[]", "\0\0\0", '"x"', "[" * 100_000])
def test_a_damaged_file_is_set_aside(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)

    settings = Settings(path)

    assert settings.number("sound.volume") == 100
    assert settings.trouble
    assert (tmp_path / "settings.damaged.json").read_text() == text


def test_values_of_the_wrong_type_and_unknown_keys_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"sound.volume": "loud", "no.such": 1, "vm.board": "eb1"}))

    settings = Settings(path)

    assert settings.number("sound.volume") == 100
    assert settings.text("vm.board") == "eb1"


@pytest.mark.parametrize(
    ("key", "value"),
    [("sound.volume", 10**9), ("sound.volume", -1), ("recent.disk", [5]), ("recent.vm", [None])],
)
def test_values_that_nobody_could_have_chosen_are_left_out(
    tmp_path: Path, key: str, value: object
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({key: value}))

    settings = Settings(path)

    assert settings._get(key) == next(option.default for option in OPTIONS if option.key == key)


def test_settings_that_cannot_be_kept_are_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "folder" / "settings.json")
    (tmp_path / "folder").write_text("a file")
    told: list[str] = []
    settings.troubled.connect(told.append)

    settings.set("display.smooth", True)
    settings.set("display.border", False)

    assert settings.flag("display.smooth")
    assert len(told) == 1
    assert "could not be kept" in told[0]


def test_settings_that_are_no_file_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    (tmp_path / "settings.damaged.json").write_text("already there")

    settings = Settings(path)
    settings.set("display.smooth", True)

    assert "no change is kept" in settings.trouble
    assert path.is_dir()


def test_options_are_named_once() -> None:
    assert len({option.key for option in OPTIONS}) == len(OPTIONS)
