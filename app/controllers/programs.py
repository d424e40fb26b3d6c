"""BASIC programs between the host's files and the machine's memory."""

from collections.abc import Callable
from pathlib import Path

from PyQt6.QtCore import QObject, pyqtSignal
from PyQt6.QtGui import QGuiApplication

from app.controllers.questions import Questions
from app.controllers.vm import VmController
from app.models.manual import is_program
from app.models.samples import sample
from app.settings import Settings
from machine.core.errors import Refused
from machine.media.medium import write_file
from machine.worker.messages import Listing, LoadProgram, Power, ReadProgram, Reset, Run, TypeText

RECENT_LIMIT = 10
FILTER = "BASIC programs (*.bas);;All files (*)"
LISTING_FILTER = "BASIC listings (*.bas);;Text (*.txt)"
NO_PROGRAM = "There is no BASIC program in the machine."


class ProgramController(QObject):
    """Loads programs and takes listings out; knows the program that waits for the prompt."""

    told = pyqtSignal(str)  # what was done

    def __init__(
        self, vm: VmController, settings: Settings, ask: Questions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._vm = vm
        self._settings = settings
        self._ask = ask
        self._last: LoadProgram | None = None

    def choose(self, run: bool) -> None:
        """Asks for a program's file and loads it; `run` starts it as well."""
        folder = self._settings.text("media.folder") or str(Path.home())
        path = self._ask.file_to_open("Load a BASIC program", folder, FILTER)
        if path:
            self.load(path, run=run)

    def load(self, path: str, *, run: bool = True) -> None:
        """Loads the program at `path` once the machine shows its prompt."""

        def done(_: object) -> None:
            self._settings.put_first("recent.program", path, RECENT_LIMIT)
            self._settings.set("media.folder", str(Path(path).parent))

        self._load(LoadProgram(path=path, run=run), done)

    def start_sample(self, name: str) -> None:
        """Runs one of the programs that come with EightBox."""
        self._load(LoadProgram(path=str(sample(name).path)), lambda _: None)

    def try_example(self, lines: str) -> None:
        """Runs a program that is given as text, or types lines for the prompt."""
        if is_program(lines):
            self._load(LoadProgram(text=lines), lambda _: None)
        else:
            self._vm.request(TypeText(text=lines))

    def reset_and_load(self) -> None:
        """The reset button, for a program that waits for the prompt; it is loaded after that."""
        if self._last is not None:
            self._vm.send(Reset())
            self._load(self._last, lambda _: None)

    def _load(self, request: LoadProgram, done: Callable[[object], None]) -> None:
        self._last = request
        status = self._vm.status
        if status is not None and not status.powered:
            self._vm.send(Power(on=True))
        elif status is not None and not status.running:
            self._vm.send(Run())
        self._vm.request(request, done)

    def save_listing(self) -> None:
        """Writes the machine's program as text to a file that the user names."""

        def arrived(listing: Listing) -> None:
            if not listing.text:
                self._vm.refused.emit(NO_PROGRAM)
                return
            folder = self._settings.text("media.folder") or str(Path.home())
            path = self._ask.file_to_save("Save the listing as", folder, LISTING_FILTER)
            if path:
                self._write(path, listing.text)

        self._vm.request(ReadProgram(), arrived)

    def _write(self, path: str, text: str) -> None:
        try:
            write_file(path, text.encode())
        except Refused as refusal:
            self._vm.refused.emit(str(refusal))
        else:
            self.told.emit(f"Saved in {path}")

    def copy_listing(self) -> None:
        """Puts the machine's program as text into the clipboard."""

        def arrived(listing: Listing) -> None:
            clipboard = QGuiApplication.clipboard()
            if not listing.text:
                self._vm.refused.emit(NO_PROGRAM)
            elif clipboard is not None:
                clipboard.setText(listing.text)
                count = listing.text.count("\n")
                self.told.emit(f"{count} line{'s'[: count > 1]} in the clipboard")

        self._vm.request(ReadProgram(), arrived)

    def recent(self) -> list[str]:
        """The programs last loaded, newest first."""
        return self._settings.texts("recent.program")

    def forget_recent(self) -> None:
        """Clears the list of programs used before."""
        self._settings.set("recent.program", [])
