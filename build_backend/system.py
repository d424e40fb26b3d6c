"""What the machine itself must bring: a compiler, Python's headers, Qt's libraries.

Root on a Debian family system gets them with apt. An ordinary user gets Debian's packages
unpacked into `.deps/root`, which `environment()` makes known. Needs only the standard library.
"""

import contextlib
import ctypes
import fcntl
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from build_backend import compiler

ROOT = Path(__file__).resolve().parent.parent
DEPS = ROOT / ".deps"
UNPACKED = DEPS / "root"
LOG = DEPS / "bootstrap.log"
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
LIBRARY_FOLDERS = ("usr/lib/*-linux-*", "lib/*-linux-*")

# What PyQt6's wheels load from the system, by the Debian package that holds it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
FONTS_CONF = """\
<fontconfig>
  <dir>{fonts}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


class Refused(Exception):
    """Something that cannot be done here; the text is one sentence for the user."""


def say(text: str) -> None:
    """One line of progress on stderr: stdout belongs to the program that is started later."""
    print(f"EightBox: {text}", file=sys.stderr, flush=True)


def run(
    command: Sequence[str | Path],
    environ: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> bool:
    """Runs `command` with its words in the log; True when it succeeded."""
    with LOG.open("ab") as log:
        log.write(f"\n$ {' '.join(map(str, command))}\n".encode())
        log.flush()
        try:
            done = subprocess.run(
                command,
                env=environ or environment(),
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                check=False,
            )
        except OSError as error:
            log.write(str(error).encode())
            return False
    return done.returncode == 0


@contextlib.contextmanager
def locked() -> Iterator[None]:
    """One set-up at a time; a second one waits, and then finds everything done."""
    try:
        DEPS.mkdir(exist_ok=True)
        lock = (DEPS / "lock").open("w")
    except OSError as error:
        raise Refused(
            f"{ROOT} cannot be written ({error.strerror}); use a copy of it that is yours."
        ) from None
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        LOG.write_bytes(b"")
        yield


def environment() -> dict[str, str]:
    """The environment of everything that is started: the process's, and what `.deps` adds."""
    found = dict(os.environ)
    for name in ("PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"):
        found.pop(name, None)
    folders = _unpacked_libraries()
    if not folders:
        return found
    headers = UNPACKED / "usr" / "include"
    _prepend(found, "LD_LIBRARY_PATH", folders)
    _prepend(found, "CPATH", [headers / f"python{VERSION}", headers])
    places = {
        "LIBGL_DRIVERS_PATH": folders[0] / "dri",
        "__EGL_VENDOR_LIBRARY_DIRS": UNPACKED / "usr" / "share" / "glvnd" / "egl_vendor.d",
        "XKB_CONFIG_ROOT": UNPACKED / "usr" / "share" / "X11" / "xkb",
        "FONTCONFIG_FILE": DEPS / "fonts.conf",
    }
    for name, path in places.items():
        if path.exists():
            found.setdefault(name, str(path))
    return found


def _unpacked_libraries() -> list[Path]:
    found = [path for pattern in LIBRARY_FOLDERS for path in sorted(UNPACKED.glob(pattern))]
    return [path for path in found if path.is_dir()]


def _prepend(found: dict[str, str], name: str, folders: Sequence[Path]) -> None:
    before = found.get(name, "").split(os.pathsep)
    added = [str(folder) for folder in folders]
    found[name] = os.pathsep.join(
        [*added, *(part for part in before if part and part not in added)]
    )


def has_pip() -> bool:
    """True when the Python that runs this has pip."""
    return importlib.util.find_spec("pip") is not None


def has_ensurepip() -> bool:
    """True when `venv` can put pip into what it makes; Debian keeps that part apart."""
    return importlib.util.find_spec("ensurepip") is not None


def pip_wheels() -> list[Path]:
    """The wheels of pip that Debian ships for `venv`, installed or unpacked."""
    folders = (Path("/usr/share/python-wheels"), UNPACKED / "usr" / "share" / "python-wheels")
    return [wheel for folder in folders for wheel in sorted(folder.glob("pip-*.whl"))]


def prepare(*, for_venv: bool) -> None:
    """Sees to what pip cannot bring. Raises Refused without headers to compile against."""
    os.environ.update(environment())
    packages = missing_qt_packages()
    if for_venv and not has_ensurepip():
        packages.append(f"python{VERSION}-venv")
    if os.geteuid() == 0 and shutil.which("apt-get"):
        if not compiler.host_compiles():
            packages += ["gcc", "libc6-dev", f"libpython{VERSION}-dev"]
        if not packages or _apt_install(packages):
            compiler.host_compiles.cache_clear()
            return
    _unpack_missing(with_pip=for_venv and not has_ensurepip() and not has_pip())
    os.environ.update(environment())
    compiler.host_compiles.cache_clear()
    if not compiler.has_headers():
        raise Refused(
            f"Python's C headers are missing; run `sudo apt-get install libpython{VERSION}-dev`"
            " (elsewhere python3-devel) and then the same command again."
        )


def missing_qt_packages() -> list[str]:
    """The Debian packages of Qt's system libraries that are neither installed nor unpacked."""
    if sys.platform != "linux":
        return []
    return [package for library, package in QT_LIBRARIES.items() if not _has_library(library)]


def _has_library(library: str) -> bool:
    if any((folder / library).exists() for folder in _unpacked_libraries()):
        return True
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _apt_install(packages: Sequence[str]) -> bool:
    say(f"installing with apt: {' '.join(packages)}")
    environ = {**environment(), "DEBIAN_FRONTEND": "noninteractive"}
    environ.pop("LD_LIBRARY_PATH", None)
    install = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", "install", "-y"]
    install += ["--no-install-recommends", *packages]
    if any(Path("/var/lib/apt/lists").glob("*_Packages*")) and run(install, environ):
        return True
    return run(["apt-get", "-qq", "update"], environ) and run(install, environ)


def _unpack_missing(*, with_pip: bool) -> None:
    alone = ["python3-pip-whl"] if with_pip else []
    if not compiler.has_headers():
        alone.append(f"libpython{VERSION}-dev")
    closed = missing_qt_packages()
    if closed and not any(Path("/usr/share/fonts").rglob("*.ttf")):
        closed.append("fonts-dejavu-core")
    if not (alone or closed) or not (shutil.which("apt-get") and shutil.which("dpkg")):
        return
    say(f"unpacking into .deps, as that needs no root: {' '.join(alone + closed)}")
    options = _apt_lists(alone + closed)
    archives = DEPS / "archives"
    shutil.rmtree(archives, ignore_errors=True)
    (archives / "partial").mkdir(parents=True)
    download = ["apt-get", "-qq", *options, "download", *alone, *_closure(options, closed)]
    if run(download, folder=archives):
        _unpack(sorted(archives.glob("*.deb")))
    shutil.rmtree(archives, ignore_errors=True)


def _apt_lists(names: Sequence[str]) -> list[str]:
    """The options of apt for package lists that know `names`: the system's, or lists of our own."""
    if run(["apt-cache", "show", "--no-all-versions", *names]):
        return []
    lists = DEPS / "lists"
    (lists / "partial").mkdir(parents=True, exist_ok=True)
    options = ["-o", f"Dir::State::lists={lists}", "-o", f"Dir::Cache={DEPS}"]
    options += ["-o", "Debug::NoLocking=1"]
    run(["apt-get", "-qq", *options, "update"])
    return options


def _closure(options: Sequence[str], names: Sequence[str]) -> list[str]:
    """`names` and what they depend on and the system lacks, as a simulated apt run lists it."""
    if not names:
        return []
    told = subprocess.run(
        ["apt-get", *options, "-s", "--no-install-recommends", "install", *names],
        capture_output=True,
        text=True,
        env={**environment(), "LC_ALL": "C"},
        check=False,
    )
    # "Inst name (version ...)" is new; with "[version]" in third place it is an upgrade.
    lines = [line.split() for line in told.stdout.splitlines() if line.startswith("Inst ")]
    return [line[1] for line in lines if line[2].startswith("(")]


def _unpack(archives: Sequence[Path]) -> None:
    aside = DEPS / "root.new"
    shutil.rmtree(aside, ignore_errors=True)
    if UNPACKED.exists():
        shutil.copytree(UNPACKED, aside, symlinks=True)
    if not all(run(["dpkg", "-x", archive, aside]) for archive in archives):
        shutil.rmtree(aside, ignore_errors=True)
        return
    _describe_fonts(aside)
    replace(aside, UNPACKED)


def _describe_fonts(root: Path) -> None:
    fonts = Path("usr", "share", "fonts")
    if (root / fonts).exists() and not Path("/etc/fonts/fonts.conf").exists():
        text = FONTS_CONF.format(fonts=UNPACKED / fonts, cache=DEPS / "fontcache")
        (DEPS / "fonts.conf").write_text(text, encoding="utf-8")


def replace(new: Path, place: Path) -> None:
    """Puts the finished folder `new` at `place`; what stood there goes."""
    old = place.with_name(place.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if place.is_symlink() or place.is_file():
        place.unlink()
    elif place.exists():
        place.rename(old)
    new.rename(place)
    shutil.rmtree(old, ignore_errors=True)
