"""The set-up's decisions; that it works on a bare machine is shown on one (CONTRIBUTING.md)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import bootstrap
from build_backend import core

ROOT = Path(__file__).resolve().parents[1]


def say(*words):
    return subprocess.run(
        [sys.executable, ROOT / "bootstrap.py", *words],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )


@pytest.fixture
def venv(tmp_path, monkeypatch):
    """An environment that claims to be complete."""
    folder = tmp_path / ".venv"
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").touch()
    monkeypatch.setattr(bootstrap, "VENV", folder)
    monkeypatch.setattr(bootstrap, "MAKING", tmp_path / ".venv.new")
    monkeypatch.setattr(bootstrap, "STATE", folder / "eightbox.json")
    packages = bootstrap._packages_key()
    bootstrap._write_state(
        {"run": packages, "core": core.sources_key(), "binaries": ["pyproject.toml"]}
    )
    return folder


@pytest.mark.parametrize("words", [[], ["start"], ["run", "eb2"], ["test", "-q"]], ids=str)
def test_wrong_words_are_refused_in_one_sentence(words):
    done = say(*words)

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "python3 bootstrap.py run [-- ARGS]" in done.stderr
    assert done.stdout == ""


def test_help_is_told_without_setting_anything_up():
    done = say("--help")

    assert done.returncode == 0
    assert "python3 bootstrap.py test [-- ARGS]" in done.stdout


def test_complete_environment_needs_nothing(venv):
    assert bootstrap._is_ready("run")


def test_environment_for_running_is_not_one_for_testing(venv):
    assert not bootstrap._is_ready("test")


@pytest.mark.parametrize("key", ["run", "core"])
def test_changed_inputs_make_the_environment_stale(venv, key):
    state = json.loads(bootstrap.STATE.read_text(encoding="utf-8"))
    bootstrap._write_state({**state, key: "something else"})

    assert not bootstrap._is_ready("run")


def test_missing_binary_makes_the_environment_stale(venv):
    state = json.loads(bootstrap.STATE.read_text(encoding="utf-8"))
    bootstrap._write_state({**state, "binaries": ["machine/core/gone.so"]})

    assert not bootstrap._is_ready("run")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"run": 1, "binaries": 7}'])
def test_damaged_state_makes_the_environment_stale(venv, text):
    bootstrap.STATE.write_text(text, encoding="utf-8")

    assert not bootstrap._is_ready("run")


def test_scripts_work_from_the_final_place(tmp_path, monkeypatch):
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "MAKING", tmp_path / ".venv.new")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", bootstrap.MAKING], check=True)
    script = bootstrap.MAKING / "bin" / "tool"
    script.write_text(f"#!{bootstrap.MAKING}/bin/python\nimport sys\nprint(sys.prefix)\n", "utf-8")
    script.chmod(0o755)

    bootstrap._put_in_place()

    told = subprocess.run([tmp_path / ".venv/bin/tool"], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == str(tmp_path / ".venv")
    assert not bootstrap.MAKING.exists()


def test_window_without_a_display_is_refused_with_what_works(venv, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    with pytest.raises(bootstrap.Refused, match="run eb2 --until"):
        bootstrap._launch("run", [])


@pytest.mark.parametrize(
    ("goal", "arguments", "wanted"),
    [
        ("run", [], True),
        ("run", ["open", "game.rom"], True),
        ("run", ["run", "eb2"], False),
        ("test", [], False),
    ],
)
def test_only_the_application_wants_a_window(goal, arguments, wanted):
    assert bootstrap._wants_window(goal, arguments) is wanted


def test_arguments_reach_the_program_unchanged(venv, monkeypatch):
    started = []
    monkeypatch.setattr(os, "execve", lambda *call: started.append(call))

    bootstrap._launch("run", ["run", "eb2", "--type", "1:a b\\r"])

    assert started[0][1] == [
        str(venv / "bin" / "python"),
        str(venv / "bin" / "eightbox"),
        *["run", "eb2", "--type", "1:a b\\r"],
    ]
