"""What a wheel carries: all that the program reads, and the manual that its window shows."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("app", "assets", "docs", "machine", "roms")
FILES = ("LICENSE", "README.md", "pyproject.toml", "setup.py")
READ = ("app", "assets", "docs", "machine", "roms/bin")
BUILT_OR_SOURCE = {".so", ".pyc", ".pxd", ".c"}
BUILD = """
import sys
from setuptools import build_meta
build_meta.build_wheel(sys.argv[1])
"""
SHOW = """
import sys
sys.path.insert(0, sys.argv[1])
from PyQt6.QtCore import QUrl
from PyQt6.QtWidgets import QApplication
qt = QApplication([])
from app.views.manual import Manual
manual = Manual()
for page in ("README.md", "window.md", "basic/README.md", "../formats/8box.md"):
    manual.show_first()
    manual.pages.setSource(QUrl(page))
    print(manual.pages.toPlainText().splitlines()[0])
"""


def python(code: str, *arguments: Path, where: Path) -> str:
    """What the code prints, in a process that knows nothing of this tree."""
    return subprocess.run(
        [sys.executable, "-I", "-c", code, *arguments],
        cwd=where,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the tree as it is, unpacked; its core is not compiled."""
    tree = tmp_path_factory.mktemp("tree")
    for name in FOLDERS:
        ignored = shutil.ignore_patterns("__pycache__", "*.so", "*.c")
        shutil.copytree(ROOT / name, tree / name, ignore=ignored)
    for name in FILES:
        shutil.copy(ROOT / name, tree / name)
    python(BUILD, tree / "dist", where=tree)
    (packed,) = (tree / "dist").glob("*.whl")
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(tree / "installed")
    return tree / "installed"


def test_a_wheel_has_every_file_that_the_program_reads(wheel: Path) -> None:
    wanted = {
        path.relative_to(ROOT)
        for folder in READ
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix not in BUILT_OR_SOURCE and not path.name.startswith(".")
    }

    assert len(wanted) > 300
    assert {path for path in wanted if not (wheel / path).is_file()} == set()


@pytest.mark.gui
def test_the_manual_opens_from_a_wheel(wheel: Path) -> None:
    titles = python(SHOW, wheel, where=wheel.parent).splitlines()

    assert titles[:3] == ["The manual", "The window", "MSX BASIC of EightBox"]
    assert "8box" in titles[3]
