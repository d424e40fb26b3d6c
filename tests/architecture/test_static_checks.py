"""The tools that read the code, run as `pytest` runs: one command shows every breach."""

import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from build_backend import core

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = Path(sysconfig.get_path("scripts"))


def check(*command: str | Path) -> None:
    """Runs a tool in the project's root; its words are the failure."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout


def test_ruff_finds_nothing():
    check(SCRIPTS / "ruff", "check", "--no-cache", "--output-format", "concise", ".")


def test_every_file_is_formatted():
    check(SCRIPTS / "ruff", "format", "--no-cache", "--check", ".")


def test_types_hold():
    check(sys.executable, "-m", "mypy", "--no-error-summary")


def test_import_contracts_hold():
    check(SCRIPTS / "lint-imports", "--no-logo")


def test_seams_are_tidy():
    check(SCRIPTS / "cython-lint", *sorted((ROOT / "machine").rglob("*.pxd")))


def test_firmware_binaries_come_from_these_sources():
    check(sys.executable, ROOT / "roms" / "build.py", "--check")


@pytest.mark.parametrize("module", core.modules())
def test_compiled_module_comes_from_these_sources(module):
    assert not core.is_stale(module), "python -m build_backend.core compiles what is stale"
