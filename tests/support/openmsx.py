"""openMSX running beside us: the same cartridge, the same moment, a picture to compare with.

Needs Debian's packages `openmsx`, `cbios` and `xvfb`; `missing` says what is not there.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PyQt6.QtGui import QImage

MACHINES = {
    ("cbios1", 50): "C-BIOS_MSX1",
    ("cbios1", 60): "C-BIOS_MSX1_BR",
    ("cbios2", 50): "C-BIOS_MSX2",
    ("cbios2", 60): "C-BIOS_MSX2_BR",
}
TIMEOUT = 240  # seconds of host time for one run
# Recording makes openMSX paint every frame; otherwise a picture may be frames old.
LEAD, TRAIL = 0.35, 0.31
SETTINGS = (
    "set renderer SDL", "set throttle off", "set mute on", "set gamma 1.0", "set noise 0",
    "set deinterlace off", "set deflicker off", "set blur 0", "set scanline 0", "set glow 0",
    "set power on",
)  # fmt: skip

Picture = npt.NDArray[np.uint8]


def missing() -> str:
    """The names of what is not installed, "" if all is there."""
    lacking = [name for name in ("openmsx", "Xvfb") if shutil.which(name) is None]
    if not Path("/usr/share/cbios/cbios_main_msx1.rom").exists():
        lacking.append("cbios")
    return ", ".join(lacking)


@contextmanager
def display() -> Iterator[str]:
    """A virtual screen of its own, as a DISPLAY name."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1024x768x24", "-nolisten", "tcp"],
        pass_fds=(write,), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    try:
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def pictures(
    screen: str,
    board: str,
    hz: int,
    cartridge: Path,
    moments: Sequence[float],
    *,
    mapper: str = "",
    doubled: bool = False,
    script: str = "",
) -> list[Picture]:
    """The last complete pictures at `moments` (emulated seconds, at least 0.7 s apart).

    `screen` is a DISPLAY name, `doubled` asks for 640x480; `script` is more Tcl, run at power-on.
    """
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        files = [home / f"{index}.png" for index in range(len(moments))]
        lines = [*SETTINGS, script]
        for index, (moment, file) in enumerate(zip(moments, files, strict=True)):
            lines += [
                f"after time {moment - LEAD:.6f} {{record start {home}/{index}.avi}}",
                f"after time {moment:.6f} {{screenshot -raw{' -doublesize' * doubled} {file}}}",
                f"after time {moment + TRAIL:.6f} {{record stop}}",
            ]
        lines.append(f"after time {max(moments) + TRAIL + 0.05:.6f} exit")
        (home / "run.tcl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = ["openmsx", "-machine", MACHINES[board, hz], "-carta", str(cartridge)]
        command += ["-romtype", mapper] if mapper else []
        finished = subprocess.run(
            [*command, "-script", str(home / "run.tcl")],
            env=os.environ | {"HOME": folder, "DISPLAY": screen, "SDL_AUDIODRIVER": "dummy",
                              "SDL_VIDEODRIVER": "x11"},
            capture_output=True, text=True, timeout=TIMEOUT, check=False,
        )  # fmt: skip
        assert all(file.exists() for file in files), finished.stderr + finished.stdout
        return [read_png(file) for file in files]


def read_png(path: Path) -> Picture:
    """A PNG file as (height, width, 3), RGB."""
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB888)
    assert not image.isNull(), path
    bits = image.constBits()
    assert bits is not None
    rows = np.frombuffer(bits.asarray(image.sizeInBytes()), np.uint8)
    rows = rows.reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()
