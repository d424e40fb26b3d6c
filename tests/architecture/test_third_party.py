"""THIRD-PARTY.md names all that the project depends on."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_dependency_is_named_with_its_licence():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["test"],
    ]
    rows = re.findall(
        r"^\| (.*?) \|", (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    told = {name for row in rows for name in re.split(r"[,\s()]+", row)}

    assert {re.split(r"[<>=!~]", package)[0] for package in wanted} - told == set()
