"""The assembler takes the last of two labels with one name and says nothing: here somebody does."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from roms.build import images

INCLUDE = re.compile(r'\s+INCLUDE\s+"([^"]+)"', re.IGNORECASE)
LABEL = re.compile(r"([A-Za-z_][\w.]*):")


def labels(source: Path) -> dict[str, list[str]]:
    """Where each label of an image stands, in capitals; variants under IF and macros are left out."""
    found: dict[str, list[str]] = defaultdict(list)
    inside = 0
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        code = line.split(";")[0]
        words = code.upper().split()
        inside += ("IF" in words[:1]) + ("MACRO" in words[:2])
        inside -= ("ENDIF" in words[:1]) + ("ENDM" in words[:1])
        if included := INCLUDE.match(code):
            for name, places in labels(source.parent / included[1]).items():
                found[name] += places
        elif (label := LABEL.match(code)) and not inside:
            found[label[1].upper()].append(f"{source.name}:{number}")
    return found


@pytest.mark.parametrize("source", sorted({image.source for image in images().values()}))
def test_a_label_names_one_place(source):
    twice = {name: places for name, places in labels(source).items() if len(places) > 1}

    assert twice == {}
