"""mtools and fsck.fat: what other people's programs say of a disk."""

import shutil
import subprocess
from pathlib import Path

import pytest

from machine.media.dsk import Disk

NEEDED = ("mdir", "mcopy", "mformat", "mkfs.fat", "fsck.fat")
MISSING = [
    name for name in NEEDED if shutil.which(name, path="/usr/sbin:/sbin:/usr/bin:/bin") is None
]
needs_tools = pytest.mark.skipif(
    bool(MISSING), reason=f"mtools or dosfstools is not installed: {', '.join(MISSING)}"
)
ENVIRONMENT = {"PATH": "/usr/sbin:/sbin:/usr/bin:/bin", "MTOOLS_SKIP_CHECK": "1", "TZ": "UTC"}


def run(*command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Runs a program to its end."""
    return subprocess.run(
        command, capture_output=True, text=True, check=check, env=ENVIRONMENT, errors="replace"
    )


def complaints(disk: Disk, folder: Path) -> str:
    """What fsck.fat finds wrong, nothing if it is content."""
    image = folder / "checked.dsk"
    image.write_bytes(disk.contents())
    done = run("fsck.fat", "-n", "-v", str(image), check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def read_by_mtools(disk: Disk, folder: Path) -> dict[str, bytes]:
    """All files of a disk by their paths, as mtools reads them."""
    image, target = folder / "read.dsk", folder / "out"
    image.write_bytes(disk.contents())
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    run("mcopy", "-s", "-n", "-m", "-i", str(image), "::*", str(target))
    return {
        str(path.relative_to(target)).upper(): path.read_bytes()
        for path in target.rglob("*")
        if path.is_file()
    }
