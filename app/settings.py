"""The user's options: one table says which there are, one JSON file keeps what was changed."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from PyQt6.QtCore import QObject, QSaveFile, pyqtSignal

Value = bool | int | float | str | list[str]


class Option(NamedTuple):
    """An option: its key, what it is before anybody changes it, and what it means."""

    key: str
    default: Value
    title: str


OPTIONS = (
    Option("display.smooth", False, "Smooth the picture when it is enlarged"),
    Option("display.integer", False, "Enlarge by whole numbers only"),
    Option("display.scanlines", False, "Show the lines of the picture as on a tube"),
    Option("display.border", True, "Show the border around the picture"),
    Option("keyboard.positional", False, "Map keys by their place, not by their character"),
    Option("keyboard.joystick", False, "Arrow keys, Space and M work as joystick 1"),
    Option("sound.volume", 100, "Volume in percent"),
    Option("sound.muted", False, "No sound"),
    Option("vm.board", "eb2", "The computer of a new VM"),
    Option("vm.close", "ask", "When a VM is closed: ask, keep or off"),
    Option("media.fast_disks", False, "Disks take no time"),
    Option("media.folder", "", "The folder that file dialogs open in"),
    Option("recent.cartridge", [], "Cartridges used before"),
    Option("recent.disk", [], "Disks used before"),
    Option("recent.cassette", [], "Cassettes used before"),
    Option("recent.program", [], "BASIC programs used before"),
    Option("recent.vm", [], "VMs used before"),
    Option("window.geometry", "", "Where the window was, in base 64"),
    Option("welcome.seen", False, "The welcome page was shown"),
    Option("welcome.always", False, "Show the welcome page at every start"),
    Option("window.snapshots", False, "The list of snapshots is shown"),
)
_DEFAULTS = {option.key: option.default for option in OPTIONS}


class Settings(QObject):
    """The options in force. A file that can't be understood is set aside, never overwritten."""

    changed = pyqtSignal(str)  # key
    troubled = pyqtSignal(str)  # a sentence for the user, once while the trouble lasts

    def __init__(self, path: Path | None, parent: QObject | None = None) -> None:
        """`path`: the JSON file, None to keep nothing. `trouble`: what went wrong, or ""."""
        super().__init__(parent)
        self._path = path
        self._values: dict[str, Value] = {}
        self.trouble = ""
        if path is not None:
            self._load(path)

    def flag(self, key: str) -> bool:
        """An option that is on or off."""
        return bool(self._get(key))

    def number(self, key: str) -> int:
        """An option that is a whole number."""
        value = self._get(key)
        assert isinstance(value, int)
        return value

    def text(self, key: str) -> str:
        """An option that is a text."""
        return str(self._get(key))

    def texts(self, key: str) -> list[str]:
        """An option that is a list of texts."""
        value = self._get(key)
        assert isinstance(value, list)
        return list(value)

    def set(self, key: str, value: Value) -> None:
        """Changes an option and keeps it."""
        assert type(value) is type(_DEFAULTS[key]), f"{key} takes {type(_DEFAULTS[key]).__name__}"
        if self._get(key) != value:
            self._values[key] = value
            self._save()
            self.changed.emit(key)

    def put_first(self, key: str, text: str, limit: int) -> None:
        """Puts `text` at the head of a list that holds each text once, and `limit` at most."""
        others = [known for known in self.texts(key) if known != text]
        self.set(key, [text, *others][:limit])

    def _get(self, key: str) -> Value:
        return self._values.get(key, _DEFAULTS[key])

    def _load(self, path: Path) -> None:
        try:
            read = json.loads(path.read_text(encoding="utf-8"))
            if not isinstance(read, dict):
                raise ValueError("no table")
        except FileNotFoundError:
            return
        except (OSError, ValueError, RecursionError) as error:
            self.trouble = f"The settings could not be read ({error}); {self._set_aside(path)}."
            return
        for key, value in read.items():
            if key in _DEFAULTS and _fits(value, _DEFAULTS[key]):
                self._values[key] = value

    def _set_aside(self, path: Path) -> str:
        aside = path.with_suffix(".damaged.json")
        try:
            path.replace(aside)
        except OSError:
            self._path = None
            return "they are left alone, and no change is kept"
        return f"they were put at {aside}"

    def _save(self) -> None:
        trouble = self._written()
        news = trouble != self.trouble
        self.trouble = trouble
        if trouble and news:
            self.troubled.emit(trouble)

    def _written(self) -> str:
        """Writes the file; what went wrong, "" if nothing did."""
        if self._path is None:
            return self.trouble
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return f"The settings could not be kept: {error}."
        file = QSaveFile(str(self._path))
        text = json.dumps(self._values, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
        opened = file.open(QSaveFile.OpenModeFlag.WriteOnly)
        if not opened or file.write(text.encode()) < 0 or not file.commit():
            return f"The settings could not be kept: {file.errorString()}."
        return ""


def _fits(value: Any, default: Value) -> bool:
    """A value from the file is of an option's type; numbers are percent."""
    if type(value) is not type(default):
        return False
    if isinstance(value, list):
        return all(isinstance(item, str) for item in value)
    return type(value) is not int or 0 <= value <= 100
