#!/usr/bin/env python3
"""Sets EightBox up on this machine, then starts it or its tests.

    python3 bootstrap.py run  [-- ARGS]     then `eightbox ARGS`; without ARGS the application
    python3 bootstrap.py test [-- ARGS]     then `pytest ARGS`; without ARGS all tests, on all cores

Needs Python 3.11 or newer and nothing else. Everything goes into `.venv` and `.deps` beside this
file; root on a Debian family system installs what the system lacks with apt, an ordinary user
gets it without root: a compiler from the package index, Debian's packages unpacked into `.deps`.
A second call finds everything in place and starts at once. Exit status 2: a plain sentence on
stderr says what is wrong and what to do.
"""

import hashlib
import json
import os
import shutil
import sys
from pathlib import Path
from typing import NoReturn

if sys.version_info < (3, 11):  # noqa: UP036  what follows needs the Python that is asked for
    print("EightBox: Python 3.11 or newer is needed; say it with a newer one.", file=sys.stderr)
    sys.exit(2)
if sys.platform == "win32":
    print("EightBox: Linux and macOS are supported; on Windows use WSL.", file=sys.stderr)
    sys.exit(2)

from build_backend import core, system
from build_backend.system import Refused, run, say

ROOT = system.ROOT
VENV = ROOT / ".venv"
MAKING = ROOT / ".venv.new"
STATE = VENV / "eightbox.json"
USAGE = "say `python3 bootstrap.py run [-- ARGS]` or `python3 bootstrap.py test [-- ARGS]`."
ALL_CORES = ["--numprocesses", "auto", "--dist", "worksteal"]
USABLE = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
QT_WORKS = """
import ctypes, pathlib, PyQt6
from PyQt6 import QtWidgets
plugins = pathlib.Path(PyQt6.__file__).parent / "Qt6" / "plugins" / "platforms"
for name in ("libqxcb.so", "libqoffscreen.so"):
    ctypes.CDLL(str(plugins / name))
"""


def main(argv: list[str]) -> int:
    """Runs one command line; returns only when nothing could be started."""
    if argv[:1] in (["-h"], ["--help"]):
        print(__doc__.strip())
        return 0
    try:
        goal, arguments = _parse(argv)
        if not _is_ready(goal):
            with system.locked():
                try:
                    _set_up(goal, arguments)
                finally:
                    shutil.rmtree(MAKING, ignore_errors=True)
        _launch(goal, arguments)
    except Refused as refusal:
        say(str(refusal))
        return 2
    except KeyboardInterrupt:
        say("stopped; the same command goes on from here.")
        return 130


def _parse(argv: list[str]) -> tuple[str, list[str]]:
    if not argv or argv[0] not in ("run", "test"):
        raise Refused(USAGE)
    if len(argv) > 1 and argv[1] != "--":
        raise Refused(f"arguments for the program come after `--`: {USAGE}")
    return argv[0], argv[2:]


# Is everything in place? A second call runs no more than this.


def _packages_key() -> str:
    digest = hashlib.blake2b(digest_size=16)
    for name in ("pyproject.toml", "bootstrap.py", "build_backend/system.py"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def _state() -> dict[str, object]:
    try:
        state = json.loads(STATE.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def _is_ready(goal: str) -> bool:
    state = _state()
    binaries = state.get("binaries")
    return (
        state.get(goal) == _packages_key()
        and state.get("core") == core.sources_key()
        and _python(VENV).exists()
        and isinstance(binaries, list)
        and all((ROOT / str(binary)).exists() for binary in binaries)
    )


def _python(venv: Path) -> Path:
    return venv / "bin" / "python"


def _launch(goal: str, arguments: list[str]) -> NoReturn:
    environ = system.environment()
    python = str(_python(VENV))
    if goal == "test":
        os.chdir(ROOT)
        os.execve(python, [python, "-m", "pytest", *(arguments or ALL_CORES)], environ)
    if _wants_window(goal, arguments) and not _has_display(environ):
        raise Refused(
            "there is no display here to open a window on; `python3 bootstrap.py run --"
            " run eb2 --until 10 --text 10` runs the computer without one (`eightbox run"
            " --help` lists what that can do)."
        )
    os.execve(python, [python, str(VENV / "bin" / "eightbox"), *arguments], environ)


def _wants_window(goal: str, arguments: list[str]) -> bool:
    return goal == "run" and (not arguments or arguments[0] == "open")


def _has_display(environ: dict[str, str]) -> bool:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(environ.get(name) for name in names)


# Setting up.


def _set_up(goal: str, arguments: list[str]) -> None:
    if _is_ready(goal):
        return
    venv = VENV if _is_usable(VENV) else MAKING
    if venv == VENV:
        _continue_within()
    system.prepare(for_venv=venv == MAKING)
    if venv == MAKING:
        _make_venv()
    state = _state() if venv == VENV else {}
    packages = _packages_key()
    if packages not in (state.get("run"), state.get("test")):
        _install(venv, ["--upgrade", "pip", *_build_requirements()], "the build tools")
        state = {}
    compiled = _compile(venv)
    if state.get(goal) != packages:
        extra = "[test]" if goal == "test" else ""
        _install(venv, ["--no-build-isolation", "--editable", f".{extra}"], "the packages")
        state["run"] = state[goal] = packages
    if venv == MAKING:
        _put_in_place()
    _check_qt(_wants_window(goal, arguments))
    _write_state({**state, **compiled})


def _is_usable(venv: Path) -> bool:
    return _python(venv).exists() and run([_python(venv), "-c", USABLE])


def _continue_within() -> None:
    """Headers and compiler are for the Python of the existing `.venv`: let that one look."""
    if Path(sys.prefix).resolve() != VENV.resolve():
        python = str(_python(VENV))
        script = str(ROOT / "bootstrap.py")
        os.execve(python, [python, script, *sys.argv[1:]], system.environment())


def _make_venv() -> None:
    say("making .venv")
    shutil.rmtree(MAKING, ignore_errors=True)
    if system.has_ensurepip() and run([sys.executable, "-m", "venv", MAKING]):
        return
    shutil.rmtree(MAKING, ignore_errors=True)
    python = _python(MAKING)
    ways: list[list[str | Path]] = []
    if system.has_pip():
        ways.append([sys.executable, "-m", "pip", "--python", python, "install", "pip"])
    ways += [[python, wheel / "pip", "install", "pip"] for wheel in system.pip_wheels()]
    made = run([sys.executable, "-m", "venv", "--without-pip", MAKING])
    if not made or not any(run(way) for way in ways):
        shutil.rmtree(MAKING, ignore_errors=True)
        raise Refused(
            "this Python cannot make a virtual environment; run"
            f" `sudo apt-get install python{system.VERSION}-venv` (or what your system has for"
            f" that) and then the same command again (details: {system.LOG})."
        )


def _put_in_place() -> None:
    """Points the scripts of the new environment at its final place and moves it there."""
    before, after = str(MAKING).encode(), str(VENV).encode()
    for script in (MAKING / "bin").iterdir():
        content = b"" if script.is_symlink() or script.is_dir() else script.read_bytes()
        if before in content and b"\0" not in content:
            script.write_bytes(content.replace(before, after))
    system.replace(MAKING, VENV)


def _write_state(state: dict[str, object]) -> None:
    aside = STATE.with_suffix(".new")
    aside.write_text(json.dumps(state, indent=1), encoding="utf-8")
    aside.replace(STATE)


def _build_requirements() -> list[str]:
    import tomllib

    from build_backend import compiler

    with (ROOT / "pyproject.toml").open("rb") as file:
        needed = tomllib.load(file)["build-system"]["requires"]
    return [*needed, *compiler.requirements()]


def _install(venv: Path, arguments: list[str], what: str) -> None:
    say(f"installing {what}")
    options = ["--no-input", "--disable-pip-version-check"]
    if not run([_python(venv), "-m", "pip", "install", *options, *arguments], folder=ROOT):
        raise Refused(
            f"{what} could not be installed ({_last_error()}); see to that and say the same"
            f" command again (details: {system.LOG})."
        )


def _last_error() -> str:
    lines = system.LOG.read_text(encoding="utf-8", errors="replace").splitlines()
    if any("Retrying (Retry(" in line for line in lines):
        return "the package index cannot be reached"
    errors = [line for line in lines if line.lower().startswith(("error", "failed"))]
    return (errors or lines)[-1].strip().rstrip(".")


def _compile(venv: Path) -> dict[str, object]:
    """Compiles the core; returns what the state has to say about it."""
    say("compiling the core")
    key = core.sources_key()
    if not run([_python(venv), "-m", "build_backend.core"], folder=ROOT):
        raise Refused(
            f"the core could not be compiled ({_last_error()}); this is a fault of EightBox,"
            f" please report it with {system.LOG}."
        )
    binaries = [str(core.binary(module).relative_to(ROOT)) for module in core.modules()]
    return {"core": key, "binaries": binaries}


def _check_qt(window: bool) -> None:
    if run([_python(VENV), "-c", QT_WORKS]):
        return
    packages = " ".join(system.missing_qt_packages() or system.QT_LIBRARIES.values())
    text = (
        f"Qt lacks libraries of the system to open a window; run `sudo apt-get install {packages}`"
    )
    if window:
        raise Refused(f"{text} and then the same command again (details: {system.LOG}).")
    say(f"{text} to use the application (headless needs none of them).")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
