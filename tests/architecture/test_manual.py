"""The manual's Python page: its example runs, and it names all that a Session can do."""

import re
import runpy
from pathlib import Path

import pytest

from machine.api import Session

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "manual" / "python.md").read_text(
    encoding="utf-8"
)


def test_example_runs_and_does_what_it_says(tmp_path, monkeypatch, capsys):
    example = PAGE.partition("```python\n")[2].partition("```")[0]
    (tmp_path / "example.py").write_text(example, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    runpy.run_path("example.py")

    assert "HELLO" in capsys.readouterr().out
    assert (tmp_path / "shot.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("name", [name for name in vars(Session) if not name.startswith("_")])
def test_page_names_all_that_a_session_can_do(name):
    assert re.search(rf"`{name}[`(]", PAGE)
