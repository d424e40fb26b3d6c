"""Whether a window can open here at all: Qt itself would abort without a word to the user."""

import ctypes.util
import os
import sys


def obstacle() -> str:
    """Why no window can open, as one sentence that says what to do; "" if one can."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if os.environ.get("WAYLAND_DISPLAY"):
        return ""
    if not os.environ.get("DISPLAY"):
        return "There is no display here to open a window on; use `eightbox run` instead."
    if ctypes.util.find_library("xcb-cursor") is None and not _loadable("libxcb-cursor.so.0"):
        return (
            "Qt needs the library libxcb-cursor0, which is missing; install it"
            " (apt install libxcb-cursor0) or start with `python3 bootstrap.py run`."
        )
    return ""


def _loadable(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
