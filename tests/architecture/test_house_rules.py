"""The rules of CONTRIBUTING.md that no ready-made tool knows."""

import ast
import importlib
import os
import re
from functools import cache
from pathlib import Path

import pytest

from machine.devices import KINDS

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE = {".py": 600, ".pxd": 600, ".asm": 1200}  # lines; the aim is 400
LONGER = {
    "machine/cpu/z80.py": "one C switch with all registers in locals is the fastest form measured",
}
LONGEST_FUNCTION = 80  # lines; the aim is 50
EMPTY_NAMES = {"util", "utils", "helper", "helpers", "common", "misc"}
BINARY = {
    *(".rom", ".com", ".sys", ".png", ".ico", ".gif", ".wav"),
    *(".dsk", ".cas", ".zip", ".8box", ".bin"),
}
HOST_PATHS = re.compile(r"/(work|root|home|tmp)/[a-z]|/var/tmp/|[A-Z]:\\\\Users")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


NOT_OURS = {".git", ".venv", ".venv.new", ".venv.old", ".deps", "build", "dist", "__pycache__"}
GENERATED = {".so", ".c", ".pyc"}


@cache
def project_files() -> list[Path]:
    """All files that belong to the project, also where there is no git to ask."""
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [
            name
            for name in folders
            if name not in NOT_OURS and not name.endswith(("_cache", ".egg-info", ".hypothesis"))
        ]
        found += [Path(folder, name) for name in names if name not in NOT_OURS]
    return sorted(path for path in found if path.suffix not in GENERATED)


def python_files() -> list[Path]:
    return [path for path in project_files() if path.suffix == ".py"]


def text_files() -> list[Path]:
    return [path for path in project_files() if path.suffix not in BINARY]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_no_file_is_too_long_for_one_sitting():
    lengths = {
        name(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in project_files()
        if path.suffix in LONGEST_FILE and name(path) not in LONGER
    }

    assert {
        file: lines for file, lines in lengths.items() if lines > LONGEST_FILE[Path(file).suffix]
    } == {}


def test_no_function_is_longer_than_two_screens():
    long = []
    for path in python_files():
        if path.is_relative_to(ROOT / "machine" / "cpu"):
            continue  # a processor's decoder is one switch over locals, for its speed
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    long.append(f"{name(path)}:{node.lineno}: {node.name}, {lines} lines")

    assert long == []


def test_every_module_is_named_for_what_is_in_it():
    parts = {name(path): {*path.parent.parts, path.stem} for path in python_files()}

    assert [file for file, words in parts.items() if words & EMPTY_NAMES] == []


def test_no_file_names_a_place_of_somebodys_machine():
    found = []
    for path in text_files():
        if path == Path(__file__).resolve():
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if HOST_PATHS.search(line):
                found.append(f"{name(path)}:{number}: {line.strip()}")

    assert found == []


def test_nothing_is_left_to_be_done_later():
    found = []
    for path in text_files():
        if path == Path(__file__).resolve() or path.name == "LICENSE":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if UNFINISHED.search(line):
                found.append(f"{name(path)}:{number}: {line.strip()}")

    assert found == []


def test_no_file_in_the_repository_is_bulky():
    assert [name(path) for path in project_files() if path.stat().st_size > 1_000_000] == []


def test_every_test_file_stands_where_its_source_does():
    lost = []
    for path in python_files():
        parts = path.relative_to(ROOT).parts
        if parts[0] != "tests" or not path.name.startswith("test_") or len(parts) == 2:
            continue
        if (ROOT / parts[1]).is_dir() and not (ROOT.joinpath(*parts[1:-1])).is_dir():
            lost.append(name(path))

    assert lost == []


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_device_can_be_imported_by_its_kind(kind):
    module, _, chip = KINDS[kind].partition(":")

    assert isinstance(getattr(importlib.import_module(module), chip), type)


def device_sources() -> list[str]:
    """The source files of all kinds, packages as folders, without doubles."""
    places = {target.partition(":")[0].replace(".", "/") for target in KINDS.values()}
    return sorted(places)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_device_has_a_header_that_describes_it(kind):
    module, _, chip = KINDS[kind].partition(":")
    home = getattr(importlib.import_module(module), chip).__module__

    header = importlib.import_module(home).__doc__ or ""

    assert len(header.splitlines()) >= 3, f"{home}: registers, inaccuracies and sources go here"


@pytest.mark.parametrize("place", device_sources())
def test_device_has_tests(place):
    source = Path(place)
    folder = ROOT / "tests" / source.parent
    found = [*folder.glob(f"test_{source.name}*.py"), *(folder / source.name).glob("test_*.py")]

    assert found, f"tests/{source.parent}/test_{source.name}.py is missing"
