"""The C compiler of this machine: its own, or zig's from the package index where it has none."""

import importlib.util
import os
import shlex
import subprocess
import sys
import sysconfig
import tempfile
from functools import cache
from pathlib import Path

PROBE = """\
#include <Python.h>
#include <math.h>
int probe(void) { return (int)floor(Py_REFCNT(Py_None)); }
"""
SHARED = {
    "darwin": ("-bundle", "-undefined", "dynamic_lookup"),
}.get(sys.platform, ("-shared",))


def requirements() -> list[str]:
    """The packages that must be installed before `command` can answer."""
    return [] if host_compiles() else ["ziglang>=0.13"]


@cache
def command() -> list[str]:
    """The command that turns a C file into an extension module, without file names.

    Raises RuntimeError with a plain sentence where there is neither a compiler nor zig.
    """
    if host_compiles():
        return [*_host(), *SHARED, *_includes()]
    if importlib.util.find_spec("ziglang") is None:
        raise RuntimeError(
            "There is no working C compiler here with Python's headers;"
            " install gcc and python3-dev, or the package ziglang."
        )
    # zig takes the processor that it runs on as its target; a baseline one keeps the
    # binary portable and its arithmetic the same everywhere.
    zig = [sys.executable, "-m", "ziglang", "cc", "-mcpu=baseline"]
    return [*zig, *SHARED, *_includes()]


@cache
def host_compiles() -> bool:
    """True when the machine's own compiler builds a module against this Python's headers."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "probe.c"
        source.write_text(PROBE, encoding="utf-8")
        try:
            done = subprocess.run(
                [
                    *_host(),
                    *SHARED,
                    *_includes(),
                    "-fPIC",
                    str(source),
                    "-o",
                    f"{source}.so",
                    "-lm",
                ],
                capture_output=True,
                check=False,
            )
        except OSError:
            return False
        return done.returncode == 0


def has_headers() -> bool:
    """True when `Python.h` is where this Python or CPATH says."""
    folders = [*_include_folders(), *os.environ.get("CPATH", "").split(os.pathsep)]
    return any(Path(folder, "Python.h").is_file() for folder in folders if folder)


def _host() -> list[str]:
    return shlex.split(os.environ.get("CC", "")) or ["cc"]


def _include_folders() -> list[str]:
    names = ("INCLUDEPY", "CONFINCLUDEPY")
    return sorted({str(sysconfig.get_config_var(name)) for name in names})


def _includes() -> list[str]:
    return [f"-I{folder}" for folder in _include_folders()]
