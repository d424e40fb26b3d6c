"""What each request does. One function a request; `HANDLERS` finds it."""

from collections.abc import Callable
from typing import Any

import msgspec

from machine.charsets import CHARSETS, lacking
from machine.core.errors import Refused
from machine.image.snapshots import Node
from machine.media import bas
from machine.worker import messages as m
from machine.worker.keys import KeyFeed
from machine.worker.vm import Vm

ADDRESSES = 1 << 16
NAMED = 20  # characters in a warning
NAME = 255  # characters of a snapshot's name; in a stranger's file it may have any number
ONE_THUMBNAIL = 1 << 20  # bytes; a larger one is left out of messages
ALL_THUMBNAILS = 32 << 20  # bytes of one list; the oldest go without


class Desk:
    """Where requests are carried out: the VM once it is started, and what the client listens to."""

    def __init__(self) -> None:
        self._vm: Vm | None = None
        self.keys = KeyFeed()
        self.pads = [0, 0]  # the switches that the client holds closed
        self.subscription = m.Subscribe()
        self.ended = False

    @property
    def started(self) -> bool:
        """Whether there is a VM."""
        return self._vm is not None

    @property
    def vm(self) -> Vm:
        """The VM. Refused before `Start`."""
        if self._vm is None:
            raise Refused("There is no machine yet; start one first.")
        return self._vm

    def carry_out(self, request: m.Request) -> m.Result | None:
        """Does what `request` wants; its result. Refused if that can't be, with nothing changed."""
        return HANDLERS[type(request)](self, request)

    def settle_in(self, vm: Vm) -> None:
        """The VM that all further requests are about."""
        self._vm = vm
        self.lay_hands_on()

    def lay_hands_on(self) -> None:
        """Keys and pads are as the client holds them now, whatever the machine remembers."""
        self.keys.settle(self.vm.machine)
        for port, switches in enumerate(self.pads):
            self.vm.machine.joystick(port, switches)


def _start(desk: Desk, request: m.Start) -> m.Result:
    if desk.started:
        raise Refused("The machine is there already; end this VM first.")
    vm = Vm.open(request.image, request.board, request.hz, request.roms, resume=request.resume)
    desk.settle_in(vm)
    board = vm.machine.board
    return m.Started(
        board=board.name,
        title=board.title,
        hz=vm.machine.hz,
        ticks_per_second=vm.machine.ticks_per_second,
        sockets=tuple(m.SocketInfo(place.name, place.kind) for place in board.sockets),
        resumed=vm.resumed,
    )


def _stop(desk: Desk, request: m.Stop) -> None:
    if desk.started:
        desk.vm.close(save=request.save)
        desk.vm.running = False
    desk.ended = True


def _run(desk: Desk, _: m.Run) -> None:
    desk.vm.require_power()
    desk.vm.running = True


def _pause(desk: Desk, _: m.Pause) -> None:
    desk.vm.running = False


def _reset(desk: Desk, _: m.Reset) -> None:
    desk.vm.require_power()
    desk.vm.machine.reset()


def _power(desk: Desk, request: m.Power) -> None:
    desk.vm.power(on=request.on)
    desk.lay_hands_on()


def _set_speed(desk: Desk, request: m.SetSpeed) -> None:
    desk.vm.speed = request.percent


def _set_fast_disks(desk: Desk, request: m.SetFastDisks) -> None:
    desk.vm.machine.fast_disks = request.on


def _set_video_standard(desk: Desk, request: m.SetVideoStandard) -> None:
    desk.vm.set_video_standard(request.hz)
    desk.lay_hands_on()


# Keys: a machine that is off does not feel them.


def _key_down(desk: Desk, request: m.KeyDown) -> None:
    _move_key(desk, request, down=True)


def _key_up(desk: Desk, request: m.KeyUp) -> None:
    _move_key(desk, request, down=False)


def _move_key(desk: Desk, request: m.KeyDown | m.KeyUp, *, down: bool) -> None:
    if desk.vm.powered:
        desk.keys.move(desk.vm.machine, request.row, request.bit, down=down)
    else:
        desk.keys.note(request.row, request.bit, down=down)


def _release_keys(desk: Desk, _: m.ReleaseKeys) -> None:
    desk.keys.release_all(desk.vm.machine)


def _joystick(desk: Desk, request: m.Joystick) -> None:
    if desk.vm.powered:
        desk.vm.machine.joystick(request.port, request.bits)
    desk.pads[request.port] = request.bits


def _type_text(desk: Desk, request: m.TypeText) -> None:
    desk.vm.require_power()
    machine = desk.vm.machine
    desk.keys.type(machine, request.text)
    if missing := lacking(request.text, CHARSETS[machine.board.charset]):
        desk.vm.warnings.append(f"The machine has no {missing[:NAMED]}; that was left out.")
    if machine.board.program and (long := bas.longest_row(request.text)):
        desk.vm.warnings.append(
            f"Line {long.number} has {long.length} characters; the machine takes {bas.LONGEST} of a"
            " line. Divide it."
        )


def _stop_typing(desk: Desk, _: m.StopTyping) -> None:
    desk.keys.forget_text(desk.vm.machine)


# BASIC programs


def _load_program(desk: Desk, request: m.LoadProgram) -> None:
    desk.vm.require_power()
    image = bas.load(request.path) if request.path else bas.tokenised(request.text)
    if image == bas.EMPTY:
        raise Refused("There is no line of BASIC to load; give one.")
    desk.vm.machine.load_program(image, run=request.run)


def _read_program(desk: Desk, _: m.ReadProgram) -> m.Result:
    desk.vm.require_power()
    return m.Listing(text=bas.listing(desk.vm.machine.program()))


# Media


def _insert(desk: Desk, request: m.Insert) -> None:
    desk.vm.bays.insert(request.socket, request.path, request.options, request.mode)
    desk.vm.keep_media_plan()


def _insert_blank(desk: Desk, request: m.InsertBlank) -> None:
    desk.vm.bays.insert_blank(request.socket, request.size, request.holds)
    desk.vm.keep_media_plan()


def _insert_program(desk: Desk, request: m.InsertProgram) -> None:
    desk.vm.bays.insert_program(request.socket, request.path)
    desk.vm.keep_media_plan()


def _eject(desk: Desk, request: m.Eject) -> None:
    desk.vm.bays.eject(request.socket, discard=request.discard)
    desk.vm.keep_media_plan()


def _rewind(desk: Desk, request: m.Rewind) -> None:
    desk.vm.bays.rewind(request.socket)


def _set_write_mode(desk: Desk, request: m.SetWriteMode) -> None:
    desk.vm.bays.set_write_mode(request.socket, request.mode)
    desk.vm.keep_media_plan()


def _write_back(desk: Desk, request: m.WriteBack) -> None:
    desk.vm.bays.write_back(request.socket, request.path)
    desk.vm.keep_media_plan()


def _read_disk(desk: Desk, request: m.ReadDisk) -> m.Result:
    return desk.vm.bays.disk_contents(request.socket)


def _change_disk(desk: Desk, request: m.ChangeDisk) -> None:
    desk.vm.bays.change_disk(request.socket, request.before, request.sectors)


# Snapshots


def _take_snapshot(desk: Desk, request: m.TakeSnapshot) -> m.Result:
    return _info(desk.vm.take(request.name, request.created))


def _restore_snapshot(desk: Desk, request: m.RestoreSnapshot) -> m.Result:
    node = desk.vm.restore(request.node)
    desk.lay_hands_on()
    return _info(node)


def _list_snapshots(desk: Desk, _: m.ListSnapshots) -> m.Result:
    left = ALL_THUMBNAILS
    nodes = []
    for node in reversed(desk.vm.snapshots.nodes()):
        info = _info(node)
        left -= len(info.thumbnail)
        nodes.append(info if left >= 0 else msgspec.structs.replace(info, thumbnail=b""))
    return m.Snapshots(nodes=tuple(reversed(nodes)))


def _rename_snapshot(desk: Desk, request: m.RenameSnapshot) -> m.Result:
    return _info(desk.vm.snapshots.rename(request.node, request.name))


def _delete_snapshot(desk: Desk, request: m.DeleteSnapshot) -> None:
    desk.vm.snapshots.delete(request.node)


def _quick_save(desk: Desk, request: m.QuickSave) -> m.Result:
    return _info(desk.vm.take("", request.created, "quick"))


def _quick_load(desk: Desk, _: m.QuickLoad) -> m.Result:
    node = desk.vm.quick_load()
    desk.lay_hands_on()
    return _info(node)


# Looking


def _take_picture(desk: Desk, _: m.TakePicture) -> m.Result:
    video = desk.vm.machine.video
    picture = desk.vm.picture()
    if not picture:
        raise Refused("There is no picture yet; let the machine run first.")
    return m.Picture(width=int(video.width), height=int(video.height), png=picture)


def _read_screen(desk: Desk, _: m.ReadScreen) -> m.Result:
    return m.ScreenText(rows=tuple(row.rstrip() for row in desk.vm.machine.screen_text()))


def _peek(desk: Desk, request: m.Peek) -> m.Result:
    bus = desk.vm.machine.bus
    places = range(request.address, request.address + request.count)
    data = bytes(bus.peek(place % ADDRESSES) for place in places)
    return m.Memory(address=request.address, data=data)


def _subscribe(desk: Desk, request: m.Subscribe) -> None:
    desk.subscription = request


def _info(node: Node) -> m.SnapshotInfo:
    return m.SnapshotInfo(
        node=node.id,
        parent=node.parent,
        name=node.name[:NAME],
        created=node.created,
        tick=node.tick,
        quick=node.kind == "quick",
        thumbnail=node.thumbnail if len(node.thumbnail) <= ONE_THUMBNAIL else b"",
    )


HANDLERS: dict[type[m.Request], Callable[[Desk, Any], m.Result | None]] = {
    m.Start: _start,
    m.Stop: _stop,
    m.Run: _run,
    m.Pause: _pause,
    m.Reset: _reset,
    m.Power: _power,
    m.SetSpeed: _set_speed,
    m.SetFastDisks: _set_fast_disks,
    m.SetVideoStandard: _set_video_standard,
    m.KeyDown: _key_down,
    m.KeyUp: _key_up,
    m.ReleaseKeys: _release_keys,
    m.Joystick: _joystick,
    m.TypeText: _type_text,
    m.StopTyping: _stop_typing,
    m.LoadProgram: _load_program,
    m.ReadProgram: _read_program,
    m.Insert: _insert,
    m.InsertBlank: _insert_blank,
    m.InsertProgram: _insert_program,
    m.Eject: _eject,
    m.Rewind: _rewind,
    m.SetWriteMode: _set_write_mode,
    m.WriteBack: _write_back,
    m.ReadDisk: _read_disk,
    m.ChangeDisk: _change_disk,
    m.TakeSnapshot: _take_snapshot,
    m.RestoreSnapshot: _restore_snapshot,
    m.ListSnapshots: _list_snapshots,
    m.RenameSnapshot: _rename_snapshot,
    m.DeleteSnapshot: _delete_snapshot,
    m.QuickSave: _quick_save,
    m.QuickLoad: _quick_load,
    m.TakePicture: _take_picture,
    m.ReadScreen: _read_screen,
    m.Peek: _peek,
    m.Subscribe: _subscribe,
}
