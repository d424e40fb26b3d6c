"""Which compiler is taken, with the real one of this machine and with none."""

import importlib.util

import pytest

from build_backend import compiler


@pytest.fixture(autouse=True)
def forgotten():
    """Answers are remembered for a process; these tests change the machine under them."""
    compiler.host_compiles.cache_clear()
    compiler.command.cache_clear()
    yield
    compiler.host_compiles.cache_clear()
    compiler.command.cache_clear()


def test_compiler_that_is_not_there_does_not_compile(monkeypatch):
    monkeypatch.setenv("CC", "no-such-compiler-here")

    assert not compiler.host_compiles()


def test_compiler_that_fails_does_not_compile(monkeypatch):
    monkeypatch.setenv("CC", "false")

    assert not compiler.host_compiles()


def test_zig_is_asked_for_where_nothing_compiles(monkeypatch):
    monkeypatch.setenv("CC", "false")

    assert compiler.requirements() == ["ziglang>=0.13"]


def test_zig_makes_portable_binaries(monkeypatch):
    monkeypatch.setenv("CC", "false")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name == "ziglang")

    command = compiler.command()

    assert command[1:4] == ["-m", "ziglang", "cc"]
    assert "-mcpu=baseline" in command


def test_no_compiler_at_all_is_told_with_what_to_install(monkeypatch):
    monkeypatch.setenv("CC", "false")
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)

    with pytest.raises(RuntimeError, match="install gcc and python3-dev"):
        compiler.command()


def test_headers_are_found_where_cpath_says(monkeypatch, tmp_path):
    monkeypatch.setattr(compiler, "_include_folders", lambda: [str(tmp_path / "none")])
    monkeypatch.setenv("CPATH", str(tmp_path))

    before = compiler.has_headers()
    (tmp_path / "Python.h").touch()

    assert not before
    assert compiler.has_headers()
