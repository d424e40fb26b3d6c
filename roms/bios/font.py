"""The character set: font.txt, drawn by hand, to the 2,048 pattern bytes of font.asm.

`python roms/bios/font.py` rewrites font.asm; `--check` exits with status 1 when it is out of date.
"""

import sys
from pathlib import Path

GLYPHS = 256
ROWS = 8
BLOCK = 8  # glyphs side by side in font.txt

SOURCE = Path(__file__).with_name("font.txt")
RESULT = Path(__file__).with_name("font.asm")


def read_font(text: str) -> tuple[bytes, list[str]]:
    """Return the pattern bytes (8 a glyph, top row first) and the character each glyph shows.

    Raises:
        ValueError: a block is out of order, or a row is not eight cells of eight `#` or `.`.
    """
    lines = [line for line in text.splitlines() if line and not line.startswith("# ")]
    lines = [line for line in lines if line != "#"]
    patterns = bytearray()
    names: list[str] = []
    for start in range(0, len(lines), ROWS + 1):
        head, *rows = lines[start : start + ROWS + 1]
        mark, code, *shown = head.split()
        if mark != "=" or int(code, 16) != len(names) or len(shown) != BLOCK or len(rows) != ROWS:
            raise ValueError(f"font block {head!r} is out of order or not whole")
        names += shown
        patterns += _block(rows)
    if len(names) != GLYPHS:
        raise ValueError(f"the font has {len(names)} glyphs, not {GLYPHS}")
    return bytes(patterns), names


def _block(rows: list[str]) -> bytes:
    cells = [row.split(" ") for row in rows]
    for row, cell in zip(rows, cells, strict=True):
        if len(cell) != BLOCK or any(len(c) != ROWS or set(c) - {"#", "."} for c in cell):
            raise ValueError(f"font row {row!r} is not {BLOCK} cells of {ROWS} dots")
    return bytes(
        int(cells[y][glyph].replace("#", "1").replace(".", "0"), 2)
        for glyph in range(BLOCK)
        for y in range(ROWS)
    )


def assembly(patterns: bytes, names: list[str]) -> str:
    """Return font.asm: the label FONT and one line of eight bytes a glyph."""
    lines = [
        "; Generated from font.txt by font.py: change the drawing, not this file.",
        "",
        "FONT:",
    ]
    for code, name in enumerate(names):
        row = ",".join(f"0x{byte:02X}" for byte in patterns[code * ROWS : code * ROWS + ROWS])
        lines.append(f"        DB {row} ; {code:02X} {name}")
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Write font.asm, or with --check compare it."""
    text = assembly(*read_font(SOURCE.read_text(encoding="utf-8")))
    if "--check" in arguments:
        return int(RESULT.read_text(encoding="utf-8") != text)
    RESULT.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
