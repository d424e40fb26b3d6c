"""Compiles the core: every Cython module of `machine/`, in place, each by itself.

A module is a `.py` file under `machine/` that imports `cython`. It is compiled when its own
source, a `.pxd` that it names, or the compiler settings changed since its last build.

    python -m build_backend.core                       whatever is stale
    python -m build_backend.core machine.cpu.z80       only these, if stale
    python -m build_backend.core --list                the modules and whether each is stale
"""

import fcntl
import hashlib
import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import cache
from pathlib import Path

from build_backend import compiler

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "core"
SUFFIX = str(sysconfig.get_config_var("EXT_SUFFIX"))
# -fwrapv: registers overflow by design. No contraction: a fused multiply-add would give other
# bits on another processor. The generated C is not ours to warn about.
COMPILE_ARGS = [
    "-fPIC",
    "-fwrapv",
    "-fno-strict-aliasing",
    "-ffp-contract=off",
    "-fno-sanitize=undefined",
    "-DNDEBUG",
    "-g0",
    "-w",
]
# Measured: only code that paints gains from -O3, and the mixer (1.6 times: it multiplies vectors).
PAINTERS = (
    *(
        f"machine.devices.v9938.{part}"
        for part in ("access_slots", "background", "commands", "engine", "planes", "sprites")
    ),
    "machine.core.mixer",
)
DIRECTIVES = {
    "language_level": 3,
    "boundscheck": False,
    "wraparound": False,
    "cdivision": True,
    "initializedcheck": False,
    "embedsignature": False,
    "binding": True,
}
SHOWN_LINES = 60


def modules() -> list[str]:
    """The dotted names of all modules that are compiled."""
    return [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in sorted((ROOT / "machine").rglob("*.py"))
        if "import cython" in path.read_text(encoding="utf-8").splitlines()
    ]


def source(module: str) -> Path:
    """The `.py` file of a dotted module name."""
    return ROOT.joinpath(*module.split(".")).with_suffix(".py")


def binary(module: str) -> Path:
    """The extension module beside its source."""
    return source(module).with_name(source(module).stem + SUFFIX)


def fingerprint(module: str) -> str:
    """A hash of everything that the binary of `module` depends on."""
    digest = hashlib.blake2b(digest_size=16)
    settings = (sys.version_info, _cython_version(), _flags(module), sorted(DIRECTIVES.items()))
    digest.update(repr(settings).encode())
    for path in inputs(module):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def inputs(module: str) -> list[Path]:
    """The source of `module` and every `.pxd` that it names, directly or through another."""
    found: list[Path] = []
    queue = [source(module), source(module).with_suffix(".pxd")]
    while queue:
        path = queue.pop(0)
        if path in found or not path.exists():
            continue
        found.append(path)
        named = set(re.findall(r"\bmachine(?:\.\w+)+", path.read_text(encoding="utf-8")))
        queue += [source(name).with_suffix(".pxd") for name in sorted(named)]
    return found


def sources_key() -> str:
    """A hash of all that the whole core is made from; the same for every Python."""
    digest = hashlib.blake2b(digest_size=16)
    seams = sorted((ROOT / "machine").rglob("*.pxd"))
    builders = sorted(Path(__file__).parent.glob("*.py"))
    for path in [*map(source, modules()), *seams, *builders]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_stale(module: str) -> bool:
    """True when the binary is missing or was made from something else."""
    stamp = _stamp(module)
    if not binary(module).exists() or not stamp.exists():
        return True
    return stamp.read_text(encoding="utf-8") != fingerprint(module)


def build(module: str) -> None:
    """Translates and compiles one module; raises RuntimeError with what the tool said."""
    before = fingerprint(module)
    made = BUILD / f"{module}.c"
    # Nothing is ever pickled; the code for it is a third of what the compiler would have to read.
    options = ["-Xauto_pickle=False"]
    options += [f"-X{name}={value}" for name, value in DIRECTIVES.items()]
    given = str(source(module).relative_to(ROOT))
    translate = [sys.executable, "-m", "cython", *options, "-I", ".", "--module-name", module]
    _run([*translate, "-o", str(made), given])
    result = BUILD / f"{module}{SUFFIX}"
    _run([*compiler.command(), *_flags(module), str(made), "-o", str(result), "-lm"])
    result.replace(binary(module))
    _stamp(module).write_text(before, encoding="utf-8")


def main(names: Iterable[str] = ()) -> int:
    """Builds what is stale; returns the number of modules that failed."""
    wanted = list(names)
    if wanted == ["--list"]:
        for module in modules():
            print(f"{'stale' if is_stale(module) else 'fresh'}  {module}")
        return 0
    BUILD.mkdir(parents=True, exist_ok=True)
    with (BUILD / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not wanted:
            _remove_orphans()
        stale = [module for module in wanted or modules() if is_stale(module)]
        stale.sort(key=lambda module: -source(module).stat().st_size)
        return _build_all(stale)


def _build_all(stale: list[str]) -> int:
    failed = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = {pool.submit(build, module): module for module in stale}
        for job in as_completed(jobs):
            try:
                job.result()
                print(f"built {jobs[job]}", flush=True)
            except (RuntimeError, OSError) as error:
                failed += 1
                print(f"FAILED {jobs[job]}: {error}", flush=True)
    return failed


def _remove_orphans() -> None:
    """A binary whose source went away, or is plain Python now, would still be imported."""
    kept = {binary(module) for module in modules()}
    for path in (ROOT / "machine").rglob(f"*{SUFFIX}"):
        if path not in kept:
            path.unlink()


def _run(command: list[str]) -> None:
    caches = {f"ZIG_{kind}_CACHE_DIR": str(BUILD / "zig") for kind in ("LOCAL", "GLOBAL")}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **caches},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        lines = done.stdout.splitlines()
        raise RuntimeError("\n".join(lines[-SHOWN_LINES:]) or f"{command[0]} gave no reason")


def _flags(module: str) -> list[str]:
    return ["-O3" if module.startswith(PAINTERS) else "-O2", *COMPILE_ARGS]


def _stamp(module: str) -> Path:
    return BUILD / f"{module}.stamp"


@cache
def _cython_version() -> str:
    from importlib import metadata

    return metadata.version("Cython")


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
