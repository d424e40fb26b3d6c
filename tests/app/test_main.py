"""`eightbox` itself: what the first word leads to, and the exit status."""

import os
from pathlib import Path

import pytest

from app.__main__ import main


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["open", "--help"], ["open", "-h"]])
def test_help_names_every_command_and_needs_no_display(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 0

    told = capsys.readouterr().out
    for command in ("open FILE", "run", "exec", "disk", "conformance", "bench"):
        assert f"eightbox {command}" in told


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["fly"], "there is no command fly"),
        (["open"], "which files?"),
        ([], "no display here"),
        (["open", "game.rom"], "no display here"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_status_2(
    words: list[str],
    sentence: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "linux")

    assert main(words) == 2

    told = capsys.readouterr().err
    assert sentence in told
    assert told.count("\n") == 1


def test_a_file_that_is_none_is_refused_before_a_window_opens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    os.mkfifo(tmp_path / "pipe.rom")

    assert main(["open", str(tmp_path / "pipe.rom")]) == 2

    assert "pipe.rom is a pipe" in capsys.readouterr().err
