"""What the machine must bring: how it is found, and what is made of what is unpacked."""

import subprocess

import pytest

from build_backend import system


@pytest.fixture
def deps(tmp_path, monkeypatch):
    """A `.deps` of the test's own."""
    folder = tmp_path / ".deps"
    folder.mkdir()
    monkeypatch.setattr(system, "ROOT", tmp_path)
    monkeypatch.setattr(system, "DEPS", folder)
    monkeypatch.setattr(system, "UNPACKED", folder / "root")
    monkeypatch.setattr(system, "LOG", folder / "bootstrap.log")
    return folder


def test_environment_is_the_users_where_nothing_is_unpacked(deps, monkeypatch):
    monkeypatch.setenv("LD_LIBRARY_PATH", "somewhere")

    assert system.environment()["LD_LIBRARY_PATH"] == "somewhere"


def test_unpacked_libraries_and_headers_are_made_known(deps, monkeypatch):
    usr = deps / "root" / "usr" / "lib" / "x86_64-linux-gnu"
    lib = deps / "root" / "lib" / "x86_64-linux-gnu"
    usr.mkdir(parents=True)
    lib.mkdir(parents=True)
    monkeypatch.setenv("LD_LIBRARY_PATH", "somewhere")

    found = system.environment()

    assert found["LD_LIBRARY_PATH"].split(":") == [str(usr), str(lib), "somewhere"]
    assert str(deps / "root" / "usr" / "include") in found["CPATH"].split(":")


def test_environment_of_an_environment_is_the_same(deps, monkeypatch):
    (deps / "root" / "usr" / "lib" / "x86_64-linux-gnu").mkdir(parents=True)
    once = system.environment()

    monkeypatch.setattr("os.environ", once)

    assert system.environment() == once


def test_pip_settings_that_would_lead_elsewhere_are_dropped(deps, monkeypatch):
    monkeypatch.setenv("PIP_TARGET", "elsewhere")

    assert "PIP_TARGET" not in system.environment()


def test_library_that_no_system_has_is_missing(deps, monkeypatch):
    monkeypatch.setattr(system, "QT_LIBRARIES", {"libnosuchthing.so.77": "libnosuchthing77"})

    assert system.missing_qt_packages() == ["libnosuchthing77"]


def test_unpacked_library_is_not_missing(deps, monkeypatch):
    monkeypatch.setattr(system, "QT_LIBRARIES", {"libnosuchthing.so.77": "libnosuchthing77"})
    folder = deps / "root" / "usr" / "lib" / "x86_64-linux-gnu"
    folder.mkdir(parents=True)
    (folder / "libnosuchthing.so.77").touch()

    assert system.missing_qt_packages() == []


def test_run_keeps_the_words_of_the_program_in_the_log(deps):
    succeeded = system.run(["sh", "-c", "echo told; exit 3"])

    assert not succeeded
    assert "told" in system.LOG.read_text(encoding="utf-8")


def test_run_of_a_program_that_is_not_there_fails(deps):
    assert not system.run(["no-such-program-here"])


def test_new_folder_takes_the_place_of_the_old_one(tmp_path):
    (tmp_path / "place").mkdir()
    (tmp_path / "place" / "old").touch()
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "fresh").touch()

    system.replace(tmp_path / "new", tmp_path / "place")

    assert [path.name for path in tmp_path.iterdir()] == ["place"]
    assert [path.name for path in (tmp_path / "place").iterdir()] == ["fresh"]


def test_folder_takes_the_place_of_a_link_without_touching_what_it_leads_to(tmp_path):
    (tmp_path / "kept").mkdir()
    (tmp_path / "place").symlink_to(tmp_path / "kept")
    (tmp_path / "new").mkdir()

    system.replace(tmp_path / "new", tmp_path / "place")

    assert not (tmp_path / "place").is_symlink()
    assert (tmp_path / "kept").is_dir()


def test_closure_lists_what_is_new_and_no_upgrades(deps, monkeypatch):
    told = (
        "Reading package lists...\n"
        "Inst libxcb-util1 (0.4.0-1+b1 Debian:12 [amd64])\n"
        "Inst libc6 [2.36-9] (2.36-9+deb12u8 Debian:12 [amd64])\n"
        "Inst libxcb-cursor0 (0.1.4-1 Debian:12 [amd64])\n"
        "Conf libxcb-cursor0 (0.1.4-1 Debian:12 [amd64])\n"
    )
    monkeypatch.setattr(
        subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0, told, "")
    )

    assert system._closure([], ["libxcb-cursor0"]) == ["libxcb-util1", "libxcb-cursor0"]


def test_folder_that_cannot_be_written_is_refused_by_name(tmp_path, monkeypatch):
    monkeypatch.setattr(system, "ROOT", tmp_path)
    (tmp_path / "file").touch()
    monkeypatch.setattr(system, "DEPS", tmp_path / "file" / ".deps")

    with pytest.raises(system.Refused, match="cannot be written"), system.locked():
        pass
