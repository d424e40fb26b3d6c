"""Turns assembly text into bytes for test programs, with the assembler of the firmware."""

import re
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

INCLUDE = Path(__file__).resolve().parents[2] / "roms" / "include"


@cache
def assemble(source: str, origin: int = 0) -> bytes:
    """Machine code of `source` (pyz80 syntax) as it is to lie at `origin`.

    `INCLUDE "bios.inc"`, `"workarea.inc"`, `"ports.inc"` and `"macros.inc"` are found. Raises
    ValueError with the assembler's message when the source is wrong.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in INCLUDE.glob("*.inc"):
            shutil.copy(path, folder)
        text, result = folder / "program.asm", folder / "program.bin"
        text.write_text(f"         ORG {origin}\n{source}\n", encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "pyz80.pyz80", f"--obj={result}", str(text)],
            capture_output=True,
            text=True,
            check=False,
        )
        complaints = done.stderr + "\n".join(re.findall(r".* warning: .*", done.stdout))
        if done.returncode or complaints:
            raise ValueError(complaints or done.stdout)
        return result.read_bytes()
