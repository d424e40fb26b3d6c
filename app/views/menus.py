"""Menus, toolbar and shortcuts, made from the verb table."""

from collections.abc import Callable, Iterable

from PyQt6.QtGui import QAction, QKeySequence
from PyQt6.QtWidgets import QMainWindow, QMenu, QMenuBar, QToolBar

from app.commands import MENUS, TOOLBAR, Command
from app.services.icons import icon

Do = Callable[[Command], None]
State = Callable[[str], bool]


class Menus:
    """The menu bar of a window. `do` carries a command out, `state` says what is checked."""

    def __init__(self, window: QMainWindow, do: Do, state: State) -> None:
        bar = window.menuBar()
        assert bar is not None
        self._window = window
        self._bar: QMenuBar = bar
        self._do = do
        self._state = state
        self.actions: dict[str, QAction] = {}
        self._commands: dict[str, Command] = {}
        self._menus: dict[str, QMenu] = {}
        self._last_group: dict[str, int] = {}
        for title in MENUS:
            self._menu(title)

    def add(self, commands: Iterable[Command]) -> None:
        """Adds commands, in order, to the menus that they name."""
        for command in commands:
            menu = self._menu(command.menu)
            top = command.menu.partition("/")[0]
            before = self._last_group.get(command.menu)
            if before is not None and before != command.group:
                menu.addSeparator()
            self._last_group[command.menu] = command.group
            menu.addAction(self._action(command))
            if command.menu != top:
                self._last_group.setdefault(top, command.group)

    def replace(self, path: str, commands: Iterable[Command]) -> None:
        """Empties the menu `path`, submenus included, and fills it anew."""

        def inside(menu: str) -> bool:
            return menu == path or menu.startswith(f"{path}/")

        for name in [name for name, command in self._commands.items() if inside(command.menu)]:
            self._commands.pop(name)
            self._window.removeAction(self.actions[name])
            self.actions.pop(name).deleteLater()
        self._menu(path).clear()
        for below in [menu for menu in self._menus if menu != path and inside(menu)]:
            self._menus.pop(below).deleteLater()
        for menu in [menu for menu in self._last_group if inside(menu)]:
            self._last_group.pop(menu)
        self.add(commands)

    def label(self, path: str, title: str) -> None:
        """Gives a menu another title, if it is there."""
        if path in self._menus:
            self._menus[path].setTitle(title)

    def shortcuts(self) -> list[tuple[str, str]]:
        """Every shortcut with what it does; a command in a submenu is named after both."""
        rows = []
        for command in self._commands.values():
            place, _, below = command.menu.partition("/")
            title = command.title.replace("&", "").rstrip("…")
            named = f"{below}: {title.lower()}" if below and place == "Media" else title
            rows += [(command.keys, named)] if command.keys else []
        return rows

    def redraw_icons(self) -> None:
        """Draws the icons in the present colour of text."""
        for name, command in self._commands.items():
            if command.icon:
                self.actions[name].setIcon(icon(command.icon))

    def title(self, path: str) -> str:
        """The title of a menu."""
        return self._menus[path].title()

    def toolbar(self) -> QToolBar:
        """The bar of the commands used most."""
        bar = QToolBar("Toolbar", self._window)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        for name in TOOLBAR:
            if name:
                bar.addAction(self.actions[name])
            else:
                bar.addSeparator()
        return bar

    def refresh(self) -> None:
        """Ticks what holds, and greys what can't be done now."""
        for name, command in self._commands.items():
            if command.state:
                self.actions[name].setChecked(self._state(command.state))
            if command.when:
                self.actions[name].setEnabled(self._state(command.when))

    def focus(self) -> None:
        """Opens the first menu, for the keyboard."""
        self._bar.setFocus()
        first = self._bar.actions()[0]
        self._bar.setActiveAction(first)

    def _menu(self, path: str) -> QMenu:
        if path not in self._menus:
            top, _, title = path.rpartition("/")
            parent = self._menu(top) if top else self._bar
            menu = parent.addMenu(title if top else f"&{title}")
            assert menu is not None
            menu.setToolTipsVisible(True)
            self._menus[path] = menu
        return self._menus[path]

    def _action(self, command: Command) -> QAction:
        assert command.name not in self.actions
        action = QAction(command.title, self._window)
        if command.icon:
            action.setIcon(icon(command.icon))
        if command.keys:
            action.setShortcut(QKeySequence(command.keys))
            self._window.addAction(action)
        action.setCheckable(bool(command.state))
        tip = command.tip or command.title.replace("&", "").rstrip("…")
        action.setToolTip(f"{tip} ({command.keys})" if command.keys else tip)
        action.triggered.connect(lambda _=False: self._do(command))
        self.actions[command.name] = action
        self._commands[command.name] = command
        return action
