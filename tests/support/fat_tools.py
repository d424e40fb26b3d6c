"""Programs that nobody here wrote, as judges of a file system: mtools and fsck.fat."""

import shutil
import subprocess
from pathlib import Path

import pytest

from machine.fat import Volume
from machine.fat.layout import in_boot_sector, layout_of
from machine.media.dsk import GEOMETRIES, SECTOR_SIZE, boot_sector

needs_mtools = pytest.mark.skipif(
    shutil.which("mcopy") is None or shutil.which("mdir") is None, reason="mtools is not installed"
)
needs_fsck = pytest.mark.skipif(
    shutil.which("fsck.fat") is None, reason="dosfstools are not installed"
)


def mtool(command: str, image: Path, *arguments: str | Path, data: bytes | None = None) -> bytes:
    """Runs one of the mtools on an image; its output."""
    environment = {"MTOOLS_SKIP_CHECK": "1", "PATH": "/usr/bin:/bin", "TZ": "UTC"}
    done = subprocess.run(
        [command, "-i", image, *arguments],
        input=data,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def complaints(image: bytes, folder: Path) -> list[str]:
    """What `fsck.fat -n` says of an image but its name and the count of files."""
    file = folder / "judged.dsk"
    file.write_bytes(image)
    done = subprocess.run(
        ["fsck.fat", "-n", file], capture_output=True, text=True, errors="replace", check=False
    )
    said = [line for line in done.stdout.splitlines() if line.strip()]
    lines = [line for line in said if not line.startswith(("fsck.fat ", str(file)))]
    return lines or ([f"exit status {done.returncode}"] if done.returncode else [])


def judged(image: bytes, folder: Path) -> list[str]:
    """What fsck.fat says where an MSX disk must be told to it.

    The fields of a boot sector that says nothing of the disk; plain letters for its name, of which
    fsck.fat knows ASCII only.
    """
    told = bytearray(image)
    if in_boot_sector(image) is None:
        media = layout_of(image).media
        told[:SECTOR_SIZE] = boot_sector(next(g for g in GEOMETRIES if g.media == media))
    row = Volume(image).label_row()
    if row is not None:
        plain = bytes(code if code < 0x80 else ord("A") for code in image[row : row + 11])
        told[row : row + 11] = told[0x2B : 0x2B + 11] = plain
    return complaints(bytes(told), folder)


def without_boot_fields(image: bytes) -> bytes:
    """The disk as one that says nothing of itself in its boot sector."""
    return bytes(SECTOR_SIZE) + image[SECTOR_SIZE:]
