"""The verb table: every command once, for menus, toolbar, shortcuts, help and tests.

`handler` is CONTROLLER.METHOD; the window knows the controllers by these names. `state` names what
a checkable command shows, `when` what a command needs, both as `ViewController.state` answers it.
"""

from typing import NamedTuple

from machine.boards import BOARDS

MENUS = ("Machine", "Edit", "Media", "Program", "Snapshots", "View", "Help")
TITLES = {
    "cart1": "Cartridge 1",
    "cart2": "Cartridge 2",
    "disk_a": "Disk A",
    "disk_b": "Disk B",
    "cassette": "Cassette",
}


class Command(NamedTuple):
    """One thing that a user can do."""

    name: str
    menu: str  # "Menu" or "Menu/Submenu"
    title: str
    handler: str
    args: tuple[object, ...] = ()
    keys: str = ""
    icon: str = ""
    state: str = ""  # checkable if not empty
    group: int = 0  # a line stands between groups
    tip: str = ""
    when: str = ""  # always if empty


SPEEDS = (25, 50, 100, 200, 400)

COMMANDS: tuple[Command, ...] = (
    *(
        Command(
            f"machine.new.{board.name}", "Machine/New", board.title, "app.new_vm", (board.name,)
        )
        for board in BOARDS.values()
    ),
    Command("machine.open", "Machine", "&Open VM…", "app.open_vm", keys="Ctrl+Shift+O"),
    Command(
        "machine.recent.forget",
        "Machine/Open recent VM",
        "Forget these",
        "app.forget_recent",
        when="recent_vms",
    ),
    Command(
        "machine.pause",
        "Machine",
        "&Pause",
        "vm.toggle_pause",
        keys="Ctrl+Shift+P",
        icon="pause",
        state="paused",
        when="powered",
        group=1,
        tip="Hold the machine, or let it go on",
    ),
    Command(
        "machine.reset",
        "Machine",
        "&Reset",
        "vm.reset",
        keys="Ctrl+Shift+R",
        icon="reset",
        when="powered",
        group=1,
        tip="Press the reset button",
    ),
    Command(
        "machine.power",
        "Machine",
        "Po&wer",
        "vm.toggle_power",
        icon="power",
        state="powered",
        group=1,
        tip="Switch off, or on again",
    ),
    *(
        Command(
            f"machine.speed.{percent}",
            "Machine/Speed",
            f"{percent} %",
            "vm.set_speed",
            (percent,),
            state=f"speed.{percent}",
            group=2,
        )
        for percent in SPEEDS
    ),
    Command(
        "machine.speed.max",
        "Machine/Speed",
        "As fast as possible",
        "vm.toggle_speed_limit",
        keys="Ctrl+Shift+U",
        state="speed.0",
        group=2,
    ),
    Command(
        "machine.hz.60",
        "Machine/Video standard",
        "60 Hz",
        "vm.set_standard",
        (60,),
        state="hz.60",
        group=2,
        tip="The machine starts anew",
    ),
    Command(
        "machine.hz.50",
        "Machine/Video standard",
        "50 Hz",
        "vm.set_standard",
        (50,),
        state="hz.50",
        group=2,
        tip="The machine starts anew",
    ),
    Command("machine.close", "Machine", "&Close", "window.close", keys="Ctrl+Shift+W", group=3),
    Command("machine.quit", "Machine", "&Quit", "app.quit", keys="Ctrl+Shift+Q", group=3),
    Command("edit.copy_picture", "Edit", "Copy &picture", "view.copy_picture", keys="Ctrl+Shift+I"),
    Command("edit.copy_text", "Edit", "&Copy screen text", "view.copy_text", keys="Ctrl+Shift+C"),
    Command(
        "edit.paste", "Edit", "&Paste as typing", "view.paste", keys="Ctrl+Shift+V", when="powered"
    ),
    Command(
        "edit.stop_typing",
        "Edit",
        "S&top typing",
        "view.stop_typing",
        keys="Ctrl+Shift+X",
        when="typing",
        tip="Forget what of the pasted text is not typed yet",
    ),
    Command("edit.save_picture", "Edit", "&Save picture…", "view.save_picture", group=1),
    Command(
        "snapshots.take",
        "Snapshots",
        "&Take snapshot",
        "snapshots.take",
        keys="Ctrl+Shift+S",
        icon="camera",
        when="powered",
        tip="Save the whole machine, disks included",
    ),
    Command(
        "snapshots.back",
        "Snapshots",
        "&Go back to the last",
        "snapshots.restore_last",
        keys="Ctrl+Shift+B",
        icon="back",
        tip="Make everything what it was at the last snapshot",
    ),
    Command(
        "snapshots.quick_save",
        "Snapshots",
        "&Quick save",
        "snapshots.quick_save",
        keys="F12",
        group=1,
        when="powered",
    ),
    Command(
        "snapshots.quick_load",
        "Snapshots",
        "Quick &load",
        "snapshots.quick_load",
        keys="Shift+F12",
        group=1,
    ),
    Command(
        "snapshots.list",
        "Snapshots",
        "Show the l&ist",
        "view.toggle_snapshots",
        keys="Ctrl+Shift+L",
        icon="list",
        state="snapshots_shown",
        group=2,
    ),
    Command(
        "view.full_screen",
        "View",
        "&Full screen",
        "view.toggle_full_screen",
        keys="F11",
        state="full_screen",
    ),
    Command("view.menu", "View", "Go to the &menu", "view.focus_menu", keys="F10"),
    Command(
        "view.smooth",
        "View",
        "&Smooth picture",
        "view.toggle",
        ("display.smooth",),
        state="display.smooth",
        group=1,
    ),
    Command(
        "view.integer",
        "View",
        "&Whole multiples only",
        "view.toggle",
        ("display.integer",),
        state="display.integer",
        group=1,
    ),
    Command(
        "view.scanlines",
        "View",
        "S&canlines",
        "view.toggle",
        ("display.scanlines",),
        state="display.scanlines",
        group=1,
        tip="Dark lines between the picture's, as on a tube",
    ),
    Command(
        "view.border",
        "View",
        "Show the &border",
        "view.toggle",
        ("display.border",),
        state="display.border",
        group=1,
    ),
    *(
        Command(
            f"view.size.{factor}",
            "View/Window size",
            f"{factor} x",
            "view.resize",
            (factor,),
            group=1,
        )
        for factor in (1, 2, 3, 4)
    ),
    Command(
        "view.positional",
        "View/Keyboard",
        "Keys by their &place",
        "view.toggle",
        ("keyboard.positional",),
        state="keyboard.positional",
        group=2,
        tip="For games: the place of a key counts, not its character",
    ),
    Command(
        "view.joystick",
        "View/Keyboard",
        "Keys as &joystick 1",
        "view.toggle",
        ("keyboard.joystick",),
        state="keyboard.joystick",
        keys="Ctrl+Shift+J",
        group=2,
        tip="Arrow keys and Space, M are the directions and triggers of joystick 1",
    ),
    Command(
        "view.mute",
        "View/Sound",
        "&Mute",
        "view.toggle",
        ("sound.muted",),
        state="sound.muted",
        keys="Ctrl+Shift+M",
        group=2,
    ),
    *(
        Command(
            f"view.volume.{percent}",
            "View/Sound",
            f"{percent} %",
            "view.set_volume",
            (percent,),
            state=f"volume.{percent}",
            group=3,
        )
        for percent in (25, 50, 75, 100)
    ),
    Command(
        "view.printer",
        "View",
        "&Printer",
        "window.show_printer",
        group=4,
        tip="What the machine has printed",
    ),
    Command(
        "help.welcome",
        "Help",
        "&Welcome",
        "view.toggle_welcome",
        state="welcome_shown",
        tip="What can be done here, each thing by one click",
    ),
    Command("help.manual", "Help", "&Manual", "window.show_manual", keys="Ctrl+Shift+H"),
    Command("help.keys", "Help", "&Keys", "view.show_keys", keys="Ctrl+Shift+K"),
    Command("help.about", "Help", "&About EightBox", "view.show_about"),
)

TOOLBAR = (
    "machine.power", "machine.pause", "machine.reset", "",
    "snapshots.take", "snapshots.back", "snapshots.list",
)  # fmt: skip


def title_of(socket: str) -> str:
    """What people call a socket."""
    return TITLES.get(socket, socket)
