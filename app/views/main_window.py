"""A machine's window: the screen in the middle, everything else around it."""

import sys
from pathlib import Path

from PyQt6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QCloseEvent, QGuiApplication
from PyQt6.QtWidgets import QMainWindow, QMessageBox

from app.commands import COMMANDS, Command, title_of
from app.controllers.joysticks import JoystickController
from app.controllers.keys import KeyController
from app.controllers.media import CANCEL, SAVE, THROW_AWAY, MediaController
from app.controllers.printer import PrinterController
from app.controllers.programs import ProgramController
from app.controllers.questions import Questions
from app.controllers.snapshots import SnapshotController
from app.controllers.sound import SoundController
from app.controllers.view import ViewController
from app.controllers.vm import VmController
from app.media_commands import file_title, media_commands, recent_vm_commands, socket_menu
from app.models.samples import samples
from app.program_commands import program_commands
from app.services.gamepad import Gamepads
from app.services.icons import application_icon
from app.settings import Settings
from app.views.dialogs import Dialogs
from app.views.disk_explorer import Explorers
from app.views.manual import Manual
from app.views.menus import Menus
from app.views.printer import PrinterWindow
from app.views.screen import ScreenView
from app.views.snapshot_dock import SnapshotDock
from app.views.status_bar import StatusLine
from app.views.welcome import WelcomePage
from machine.core.errors import Refused
from machine.worker.messages import SnapshotInfo, Started, Status

KEEP, OFF = "Keep its state", "Power off"
SOUND_NEWS_MS = 500
FIRST_SIZE = QSize(760, 680)


class MainWindow(QMainWindow):
    """Layout and wiring of one machine; what is done is done by the controllers."""

    closed = pyqtSignal(object)  # this window

    def __init__(
        self,
        vm: VmController,
        sound: SoundController,
        settings: Settings,
        app: object,
        ask: Questions | None = None,
    ) -> None:
        super().__init__()
        self.vm = vm
        self.sound = sound
        self.settings = settings
        self.ask = ask if ask is not None else Dialogs(self)
        self.media = MediaController(vm, settings, self.ask, self)
        self.programs = ProgramController(vm, settings, self.ask, self)
        self.printer = PrinterController(vm, settings, self.ask, self)
        self.snapshots = SnapshotController(vm, self.ask, self)
        self.keys = KeyController(vm, self)
        self.joysticks = JoystickController(vm, Gamepads(), self)
        self.screen_view = ScreenView(self.keys, self)
        self.status_line = StatusLine(self)
        self.dock = SnapshotDock(self.snapshots, self)
        self.welcome = WelcomePage(samples(), self._carry_out_named, settings)
        self.docks = (self.dock, self.welcome)
        self.explorers = Explorers(self, vm, settings, ask)
        self.view = ViewController(self, settings)
        self.manual: Manual | None = None
        self.paper: PrinterWindow | None = None
        self.closing = False
        self._targets = {
            "vm": vm, "media": self.media, "snapshots": self.snapshots, "view": self.view,
            "window": self, "app": app, "programs": self.programs,
            "explorers": self.explorers,
        }  # fmt: skip
        self.menus = Menus(self, self._carry_out, self.view.state)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self.setCentralWidget(self.screen_view)
        self.setStatusBar(self.status_line)
        self.dock.setVisible(self.settings.flag("window.snapshots"))
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.welcome.setVisible(False)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.welcome)
        self.menus.add(COMMANDS)
        self._fill_programs()
        self.tool_bar = self.menus.toolbar()
        self.addToolBar(self.tool_bar)
        self.setWindowTitle("EightBox")
        self.setWindowIcon(application_icon())
        screen = QGuiApplication.primaryScreen()
        assert screen is not None
        self.resize(FIRST_SIZE.boundedTo(screen.availableGeometry().size() * 0.9))
        geometry = self.settings.text("window.geometry")
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
        self.screen_view.setFocus()
        self.view.apply()

    def _wire(self) -> None:
        self.vm.started.connect(self._started)
        self.vm.pictured.connect(self._pictured)
        self.vm.status_told.connect(self._status_told)
        self.vm.refused.connect(self._refused)
        self.vm.died.connect(self._died)
        self.vm.stopped.connect(self._stopped)
        self.media.inserted.connect(self._inserted)
        self.media.ejected.connect(lambda socket: self.view.tell(f"{title_of(socket)} is empty"))
        self.media.saved.connect(lambda _, path: self.view.tell(f"Saved in {path}"))
        self.media.image_dropped.connect(lambda path: self._call("app.open_image", (path,)))
        self.media.program_dropped.connect(self.programs.load)
        self.programs.told.connect(self.view.tell)
        self.printer.told.connect(self.view.tell)
        self.status_line.reset_wanted.connect(self.programs.reset_and_load)
        self.welcome.visibilityChanged.connect(self.menus.refresh)
        self.screen_view.files_dropped.connect(self.media.drop)
        self.welcome.files_dropped.connect(self.media.drop)
        self.screen_view.focused.connect(self.joysticks.listen)
        self.keys.joystick_moved.connect(self.joysticks.set_keys)
        self.snapshots.taken.connect(self._took)
        self.snapshots.restored.connect(self._went_back)
        self.settings.changed.connect(self._changed)
        self.settings.troubled.connect(self.view.warn)
        self._sound_news = QTimer(self)
        self._sound_news.setInterval(SOUND_NEWS_MS)
        self._sound_news.timeout.connect(self._tell_sound)
        self._sound_news.start()
        self.sound.start()

    # Commands

    def _carry_out(self, command: Command) -> None:
        try:
            self._call(command.handler, command.args)
        except Refused as refusal:
            self.view.warn(str(refusal))
        self.menus.refresh()
        self.screen_view.setFocus()

    def _carry_out_named(self, name: str) -> None:
        self.menus.actions[name].trigger()

    def _call(self, handler: str, args: tuple[object, ...]) -> None:
        owner, _, method = handler.partition(".")
        getattr(self._targets[owner], method)(*args)

    def _changed(self, option: str) -> None:
        if option.startswith("recent."):
            self._fill_media()
            self._fill_programs()
        self.view.apply()

    def _fill_programs(self) -> None:
        self.menus.replace("Program", program_commands(self.programs.recent(), samples()))
        self.menus.refresh()

    def _fill_media(self) -> None:
        kinds = {info.kind for info in self.media.sockets}
        recent = {kind: self.media.recent(kind) for kind in kinds}
        self.menus.replace("Media", media_commands(self.media.sockets, recent))
        vms = [path for path in self.settings.texts("recent.vm") if path != self.vm.image]
        self.menus.replace("Machine/Open recent VM", recent_vm_commands(vms))
        self._label_media()

    def _label_media(self) -> None:
        for info in self.media.sockets:
            medium = self.media.medium(info.name)
            content = f": {file_title(medium.name)}" if medium is not None else ""
            self.menus.label(socket_menu(info.name), title_of(info.name) + content)
        self.menus.refresh()

    # What the machine says

    def _started(self, info: Started) -> None:
        self.setWindowTitle(f"{self.view.name()} – {info.title} – EightBox")
        self.status_line.set_sockets(info.sockets, lasting=bool(self.vm.image))
        self._fill_media()
        self.welcome.show_board(info.board, has_drive=self.view.state("has_drive"))
        self.screen_view.show_caption("")

    def _pictured(self, _: int) -> None:
        if self.vm.frames is not None:
            self.screen_view.show_picture(self.vm.frames)

    def _status_told(self, status: Status) -> None:
        self.status_line.show_status(status)
        if not status.powered:
            self.screen_view.show_caption("Off – switch on in the menu Machine")
        elif not status.running:
            self.screen_view.show_caption("Paused")
        else:
            self.screen_view.show_caption("")
        self._label_media()

    def _inserted(self, socket: str, path: str) -> None:
        self._fill_media()
        name = Path(path).name if path else "A new medium"
        self.view.tell(f"{name} is in {title_of(socket)}")

    def _tell_sound(self) -> None:
        self.status_line.show_sound(
            self.sound.device, self.sound.queued_ms, self.sound.underruns, self.sound.muted
        )

    def _took(self, info: SnapshotInfo) -> None:
        self.view.tell(f"Saved as {info.name or 'quick save'}")

    def _went_back(self, info: SnapshotInfo) -> None:
        self.view.tell(f"Back at {info.name or 'the quick save'}")
        self.screen_view.setFocus()

    def _refused(self, sentence: str) -> None:
        if self.closing:  # the machine could not be kept, so it goes on
            self.closing = False
            self.show()
        if self.vm.info is None:
            self.screen_view.show_caption(sentence)
        else:
            self.view.warn(sentence)

    def _died(self, report: str) -> None:
        sys.stderr.write(f"{report}\n")
        if self.closing:  # the machine was to be kept, and could not be
            self.closing = False
            self.show()
        self.screen_view.show_caption(
            "The machine has stopped – Power in the menu Machine starts it"
        )
        self._label_media()
        self.status_line.show_stopped()
        question = (
            "The machine has stopped because of a fault in EightBox. Its file and its snapshots are"
            " as they were. Start it again?"
        )
        if self.ask.choice("The machine has stopped", question, ("Start again", "Leave it")) == (
            "Start again"
        ):
            self.vm.start()

    def changeEvent(self, event: QEvent | None) -> None:
        """The theme has changed from light to dark, or back."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.PaletteChange:
            self.menus.redraw_icons()

    # The end

    def closeEvent(self, event: QCloseEvent | None) -> None:
        """Asks once what becomes of the machine's state; the worker then ends in its own time."""
        assert event is not None
        if self.closing or not self.vm.alive:
            self._stopped()
            event.accept()
            return
        event.ignore()
        answer = self._what_becomes()
        if answer == SAVE:
            self.media.save_all(lambda: self._stop(save=False))
        elif answer != CANCEL:
            self._stop(save=answer == KEEP)

    def _stop(self, *, save: bool) -> None:
        self.closing = True
        if self.welcome.isVisible():  # it will not be there the next time: nor its width
            self.view.toggle_welcome()
        self.settings.set("window.geometry", bytes(self.saveGeometry().toBase64().data()).decode())
        self.settings.set("window.snapshots", self.view.shows(self.dock))
        self.hide()
        self.vm.stop(save=save)

    def _what_becomes(self) -> str:
        if self.vm.info is None:
            return OFF
        if not self.vm.image:
            return self._what_becomes_of_disks()
        usual = {"keep": KEEP, "off": OFF}.get(self.settings.text("vm.close"))
        if usual is not None:
            return usual
        question = "Keep the machine as it is now, to go on from here next time?"
        return self.ask.choice("Close the machine", question, (KEEP, OFF, CANCEL))

    def _what_becomes_of_disks(self) -> str:
        drives = " and ".join(title_of(socket) for socket in self.media.changed())
        if not drives:
            return OFF
        question = (
            f"This machine has no file of its own: what it wrote on {drives} is lost when it is"
            " closed. Save it in the disk's file?"
        )
        return self.ask.choice("Close the machine", question, (SAVE, THROW_AWAY, CANCEL))

    def _stopped(self) -> None:
        for beside in (self.manual, self.paper):
            if beside is not None:
                beside.close()
                beside.deleteLater()
        self.manual = self.paper = None
        self._sound_news.stop()
        self.joysticks.close()
        self.sound.stop()
        self.closed.emit(self)

    def show_manual(self) -> None:
        """The manual in a window beside this one."""
        if self.manual is None:
            self.manual = Manual()
            self.manual.example_wanted.connect(self._try_example)
        self.manual.show()
        self.manual.activateWindow()
        self.manual.ask()

    def _try_example(self, lines: str) -> None:
        self.programs.try_example(lines)
        self.activateWindow()
        self.screen_view.setFocus()

    def show_printer(self) -> None:
        """The printer's paper in a window beside this one."""
        if self.paper is None:
            self.paper = PrinterWindow(self.printer, self.view.name())
        self.paper.show()
        self.paper.activateWindow()

    def show_message(self, title: str, text: str) -> None:
        """A page of text in a box of its own."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, parent=self)
        box.setIconPixmap(application_icon().pixmap(64, 64))
        box.open()

    def widen(self, pixels: int) -> int:
        """Makes the window wider, as far as the desktop has room; by how many pixels it did."""
        screen = QGuiApplication.primaryScreen()
        assert screen is not None
        room = screen.availableGeometry().width()
        before = self.width()
        self.resize(min(before + pixels, room), self.height())
        return self.width() - before

    def fit_screen(self, factor: int) -> None:
        """Resizes the window so that the picture is `factor` times 320 x 240."""
        screen = QGuiApplication.primaryScreen()
        assert screen is not None
        room = screen.availableGeometry().size()
        more = self.size() - self.screen_view.size()
        wanted = self.screen_view.minimumSize() * factor + more
        self.showNormal()
        self.resize(wanted.boundedTo(room))
