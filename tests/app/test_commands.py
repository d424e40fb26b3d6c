"""The verb table: complete, without clashes, and within the keyboard contract."""

from collections import Counter

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QKeySequence

from app.application import Application
from app.commands import COMMANDS, MENUS, TOOLBAR, Command
from app.controllers.media import MediaController
from app.controllers.programs import ProgramController
from app.controllers.snapshots import SnapshotController
from app.controllers.view import ViewController
from app.controllers.vm import VmController
from app.keymaps import is_app_key
from app.media_commands import MAPPERS, media_commands, recent_vm_commands
from app.models.samples import samples
from app.program_commands import program_commands
from app.views.disk_explorer import Explorers
from app.views.main_window import MainWindow
from machine.cartridges import KINDS
from machine.worker.messages import SocketInfo

SOCKETS = (
    SocketInfo(name="cart1", kind="cartridge"),
    SocketInfo(name="disk_a", kind="disk"),
    SocketInfo(name="cassette", kind="cassette"),
)
EVERY = [*COMMANDS, *media_commands(SOCKETS, {"disk": ["/a.dsk", "/b.dsk"]})]
EVERY += program_commands(["/a.bas"], samples())
EVERY += [c for c in recent_vm_commands(["/a.8box"]) if c.args]
OWNERS = {
    "vm": VmController,
    "media": MediaController,
    "programs": ProgramController,
    "snapshots": SnapshotController,
    "view": ViewController,
    "app": Application,
    "window": MainWindow,
    "explorers": Explorers,
}


@pytest.mark.parametrize("command", EVERY, ids=lambda command: command.name)
def test_every_command_has_a_handler(command: Command) -> None:
    owner, _, method = command.handler.partition(".")

    assert callable(getattr(OWNERS[owner], method))


@pytest.mark.parametrize("command", EVERY, ids=lambda command: command.name)
def test_every_command_is_in_a_menu(command: Command) -> None:
    assert command.menu.partition("/")[0] in MENUS
    assert command.title


def test_names_and_keys_are_given_once() -> None:
    names = Counter(command.name for command in EVERY)
    keys = Counter(command.keys for command in EVERY if command.keys)

    assert max(names.values()) == 1
    assert max(keys.values()) == 1


def test_the_toolbar_names_commands() -> None:
    assert {name for name in TOOLBAR if name} <= {command.name for command in COMMANDS}


@pytest.mark.parametrize("command", [c for c in EVERY if c.keys], ids=lambda c: c.keys)
def test_shortcuts_are_keys_that_the_guest_never_gets(command: Command) -> None:
    combination = QKeySequence(command.keys)[0]

    assert is_app_key(combination.key(), combination.keyboardModifiers())


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        *((Qt.Key(Qt.Key.Key_A + n), Qt.KeyboardModifier.ControlModifier) for n in range(26)),
        *((Qt.Key(Qt.Key.Key_F1 + n), Qt.KeyboardModifier.NoModifier) for n in range(9)),
        *((key, Qt.KeyboardModifier.NoModifier) for key in (
            Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Home, Qt.Key.Key_Delete,
            Qt.Key.Key_Insert, Qt.Key.Key_Alt, Qt.Key.Key_Return)),
        *((Qt.Key(Qt.Key.Key_A + n), Qt.KeyboardModifier.AltModifier) for n in range(26)),
    ],
)  # fmt: skip
def test_keys_of_the_guest_are_never_taken(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    assert not is_app_key(key, modifiers)


def test_every_mapper_can_be_chosen() -> None:
    assert {name for name, _ in MAPPERS} == {"", *KINDS}
