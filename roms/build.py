"""Builds the firmware images with the pinned assembler (pyz80 1.3.0).

    python roms/build.py build [IMAGE ...]    assembles into roms/bin and renews SHA256SUMS
    python roms/build.py --check [IMAGE ...]  exit status 1 unless the sources give bin's bytes
    python roms/build.py --symbols IMAGE      prints `ADDRESS NAME` for each label and constant

The images are described in build.toml.
"""

import argparse
import ast
import hashlib
import re
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

ROMS = Path(__file__).resolve().parent
ASSEMBLER = "1.3.0"
MOVABLE = 0x1000  # what the symbol BASE is in a program that moves itself


class BuildError(Exception):
    """A source that does not assemble, or an image that does not fit; the text says which."""


@dataclass(frozen=True)
class Image:
    """One firmware image as build.toml describes it."""

    name: str
    source: Path
    origin: int
    size: int | None
    fill: int
    start: int
    file: str
    movable: bool

    @property
    def binary(self) -> Path:
        """Where the committed result lies."""
        return ROMS / "bin" / self.file

    @property
    def end(self) -> int:
        """Where the image must have ended in the assembled bytes; a file may end anywhere."""
        return 0x10000 if self.size is None else self.start + self.size


def images() -> dict[str, Image]:
    """All images of build.toml by name."""
    table = tomllib.loads((ROMS / "build.toml").read_text(encoding="utf-8"))
    return {
        name: Image(
            name,
            ROMS / row["source"],
            row["origin"],
            row.get("size"),
            row.get("fill", 0),
            row.get("start", 0),
            row.get("file", f"{name}.rom"),
            row.get("movable", False),
        )
        for name, row in table.items()
    }


@cache
def assemble(source: Path, base: int = MOVABLE) -> tuple[bytes, dict[str, int]]:
    """Bytes and symbols of a source file, which may use the symbol BASE.

    Raises BuildError with the assembler's own message.
    """
    if version("pyz80") != ASSEMBLER:
        raise BuildError(f"pyz80 {ASSEMBLER} is needed, {version('pyz80')} is installed")
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "out.bin"
        done = subprocess.run(
            [
                *(sys.executable, "-m", "pyz80.pyz80", f"--obj={result}", "-s", "."),
                *("-D", f"BASE={base}", str(source)),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        complaints = done.stderr + "\n".join(re.findall(r".* warning: .*", done.stdout))
        if done.returncode or complaints or not result.exists():
            raise BuildError(complaints.strip() or done.stdout.strip())
        listing = [line for line in done.stdout.splitlines() if line.startswith("{")]
        found = ast.literal_eval(listing[-1]) if listing else {}
        symbols = {name: value for name, value in found.items() if not name.startswith("@")}
        return result.read_bytes(), symbols


def build(image: Image) -> bytes:
    """The whole image, filled up to its size; a file of a disk is as long as its contents."""
    whole, _ = assemble(image.source)
    if image.movable:
        whole += moving_bytes(image.source)
    ends = [other.end for other in images().values() if other.source == image.source]
    if len(whole) > max(ends):
        raise BuildError(f"{image.source.name}: {len(whole)} bytes do not fit into {max(ends)}")
    if image.size is None:
        return whole[image.start :]
    code = whole[image.start : image.start + image.size]
    return code.ljust(image.size, bytes([image.fill]))


def moving_bytes(source: Path) -> bytes:
    """A bit for each byte, from the highest on: 1 if it counts up when BASE moves by 100h."""
    here, moved = (assemble(source, base)[0] for base in (MOVABLE, MOVABLE + 0x100))
    steps = [(after - before) & 0xFF for before, after in zip(here, moved, strict=True)]
    if not set(steps) <= {0, 1}:
        raise BuildError(f"{source.name} has an address that does not move by pages")
    bits = "".join(map(str, steps)).ljust(-(-len(steps) // 8) * 8, "0")
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def renew_hashes(built: list[Image]) -> None:
    """Writes the hashes of the images just built into SHA256SUMS; other lines stay."""
    sums = ROMS / "SHA256SUMS"
    lines = sums.read_text(encoding="ascii").splitlines() if sums.exists() else []
    hashes = {line.split()[1]: line.split()[0] for line in lines}
    for image in built:
        name = f"bin/{image.binary.name}"
        hashes[name] = hashlib.sha256(image.binary.read_bytes()).hexdigest()
    text = "".join(f"{value}  {name}\n" for name, value in sorted(hashes.items()))
    sums.write_text(text, encoding="ascii")


def differences(image: Image) -> list[str]:
    """What is wrong with the committed result of one image: nothing, if all is well."""
    code = build(image)
    if not image.binary.exists():
        return [f"{image.name}: {image.binary.name} is missing"]
    found = []
    if image.binary.read_bytes() != code:
        found.append(f"{image.name}: {image.binary.name} is not what the sources give")
    line = f"{hashlib.sha256(code).hexdigest()}  bin/{image.binary.name}"
    if line not in (ROMS / "SHA256SUMS").read_text(encoding="ascii").splitlines():
        found.append(f"{image.name}: SHA256SUMS does not have its hash")
    return found


def run(arguments: argparse.Namespace) -> int:
    """Does what the command line says; returns the exit status."""
    known = images()
    names = [name for name in arguments.images if name != "build"] or list(known)
    unknown = [name for name in names if name not in known]
    if unknown:
        raise BuildError(f"no image is called {unknown[0]}; there are {', '.join(known)}")
    chosen = [known[name] for name in names]
    if arguments.symbols:
        for image in chosen:
            for name, value in sorted(assemble(image.source)[1].items(), key=lambda row: row[1]):
                sys.stdout.write(f"{value:04X} {name}\n")
        return 0
    if arguments.check:
        wrong = [text for image in chosen for text in differences(image)]
        sys.stdout.write("".join(f"{text}\n" for text in wrong))
        return 1 if wrong else 0
    for image in chosen:
        code = build(image)
        image.binary.parent.mkdir(exist_ok=True)
        image.binary.write_bytes(code)
        used = len(code if image.size is None else code.rstrip(bytes([image.fill])))
        sys.stdout.write(f"{image.name}: {used} of {image.size or used} bytes used\n")
    renew_hashes(chosen)
    return 0


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Builds the firmware images of roms/build.toml.")
    parser.add_argument("images", nargs="*", help="`build` (the default) and names of images")
    parser.add_argument("--check", action="store_true", help="compare with bin/, write nothing")
    parser.add_argument("--symbols", action="store_true", help="print the symbols")
    try:
        return run(parser.parse_args())
    except BuildError as error:
        sys.stderr.write(f"{error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
