"""What every test gets: no display, no sound device, none of the user's files."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import settings

from build_backend import core

_HOME = Path(tempfile.mkdtemp(prefix="eightbox-tests-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
for _name in ("CACHE", "CONFIG", "DATA", "STATE"):
    os.environ[f"XDG_{_name}_HOME"] = str(_HOME / _name.lower())
os.environ["XDG_RUNTIME_DIR"] = str(_HOME)  # Qt warns where there is none
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["SDL_VIDEODRIVER"] = "dummy"

# The machine's speed is no property of the code: no deadlines. CI draws the same examples each run.
settings.register_profile("dev", deadline=None, max_examples=50)
settings.register_profile("ci", deadline=None, max_examples=100, derandomize=True)
settings.register_profile("deep", deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))


def pytest_report_header() -> str:
    """Says whether the compiled core is that of the sources."""
    stale = [module for module in core.modules() if core.is_stale(module)]
    return f"core: stale: {', '.join(stale)}" if stale else "core: compiled from these sources"
