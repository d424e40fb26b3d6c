"""What each request does. One function a request; `HANDLERS` finds it."""

from collections.abc import Callable
from typing import Any

from machine.core.errors import Refused
from machine.image.snapshots import Node
from machine.worker import messages as m
from machine.worker.vm import Vm

ADDRESSES = 1 << 16


class Desk:
    """Where requests are carried out: the VM once it is started, and what the client listens to."""

    def __init__(self) -> None:
        self._vm: Vm | None = None
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

    def start(self, request: m.Start) -> m.Result:
        if self._vm is not None:
            raise Refused("The machine is there already; end this VM first.")
        vm = Vm.open(request.image, request.board, request.hz, request.roms, resume=request.resume)
        self._vm = vm
        board = vm.machine.board
        return m.Started(
            board=board.name,
            title=board.title,
            hz=vm.machine.hz,
            ticks_per_second=vm.machine.ticks_per_second,
            sockets=tuple(m.SocketInfo(place.name, place.kind) for place in board.sockets),
            resumed=vm.resumed,
        )

    def stop(self, request: m.Stop) -> None:
        if self._vm is not None:
            self._vm.close(save=request.save)
            self._vm.running = False
        self.ended = True

    def run(self, _: m.Run) -> None:
        self.vm.require_power()
        self.vm.running = True

    def pause(self, _: m.Pause) -> None:
        self.vm.running = False

    def reset(self, _: m.Reset) -> None:
        self.vm.require_power()
        self.vm.machine.reset()

    def power(self, request: m.Power) -> None:
        self.vm.power(on=request.on)

    def set_speed(self, request: m.SetSpeed) -> None:
        self.vm.speed = request.percent

    def set_video_standard(self, request: m.SetVideoStandard) -> None:
        self.vm.set_video_standard(request.hz)

    # Keys: a machine that has none, or is off, does not feel them.

    def key_down(self, request: m.KeyDown) -> None:
        if self.vm.powered and self.vm.machine.keys is not None:
            self.vm.machine.press(request.row, request.bit)

    def key_up(self, request: m.KeyUp) -> None:
        if self.vm.powered and self.vm.machine.keys is not None:
            self.vm.machine.release(request.row, request.bit)

    def release_keys(self, _: m.ReleaseKeys) -> None:
        if self.vm.machine.keys is not None:
            self.vm.machine.release_all()

    def joystick(self, request: m.Joystick) -> None:
        if self.vm.powered and self.vm.machine.joysticks is not None:
            self.vm.machine.joystick(request.port, request.bits)

    def type_text(self, request: m.TypeText) -> None:
        self.vm.require_power()
        self.vm.machine.type(request.text)

    # Media

    def insert(self, request: m.Insert) -> None:
        self.vm.bays.insert(request.socket, request.path, request.options, request.mode)
        self.vm.keep_media_plan()

    def insert_blank(self, request: m.InsertBlank) -> None:
        self.vm.bays.insert_blank(request.socket, request.size)
        self.vm.keep_media_plan()

    def eject(self, request: m.Eject) -> None:
        self.vm.bays.eject(request.socket)
        self.vm.keep_media_plan()

    def set_write_mode(self, request: m.SetWriteMode) -> None:
        self.vm.bays.set_write_mode(request.socket, request.mode)
        self.vm.keep_media_plan()

    def write_back(self, request: m.WriteBack) -> None:
        self.vm.bays.write_back(request.socket, request.path)

    # Snapshots

    def take_snapshot(self, request: m.TakeSnapshot) -> m.Result:
        return _info(self.vm.take(request.name, request.created))

    def restore_snapshot(self, request: m.RestoreSnapshot) -> m.Result:
        return _info(self.vm.restore(request.node))

    def list_snapshots(self, _: m.ListSnapshots) -> m.Result:
        return m.Snapshots(nodes=tuple(_info(node) for node in self.vm.snapshots.nodes()))

    def rename_snapshot(self, request: m.RenameSnapshot) -> m.Result:
        return _info(self.vm.snapshots.rename(request.node, request.name))

    def delete_snapshot(self, request: m.DeleteSnapshot) -> None:
        self.vm.snapshots.delete(request.node)

    def quick_save(self, request: m.QuickSave) -> m.Result:
        return _info(self.vm.take("", request.created, "quick"))

    def quick_load(self, _: m.QuickLoad) -> m.Result:
        return _info(self.vm.quick_load())

    # Looking

    def take_picture(self, _: m.TakePicture) -> m.Result:
        video = self.vm.machine.video
        picture = self.vm.picture()
        if not picture:
            raise Refused("There is no picture yet; let the machine run first.")
        return m.Picture(width=int(video.width), height=int(video.height), png=picture)

    def read_screen(self, _: m.ReadScreen) -> m.Result:
        return m.ScreenText(rows=tuple(self.vm.machine.screen_text()))

    def peek(self, request: m.Peek) -> m.Result:
        bus = self.vm.machine.bus
        places = range(request.address, request.address + request.count)
        data = bytes(bus.peek(place % ADDRESSES) for place in places)
        return m.Memory(address=request.address, data=data)

    def subscribe(self, request: m.Subscribe) -> None:
        self.subscription = request


def _info(node: Node) -> m.SnapshotInfo:
    return m.SnapshotInfo(
        node=node.id,
        parent=node.parent,
        name=node.name,
        created=node.created,
        tick=node.tick,
        quick=node.kind == "quick",
        thumbnail=node.thumbnail,
    )


HANDLERS: dict[type[m.Request], Callable[[Desk, Any], m.Result | None]] = {
    m.Start: Desk.start,
    m.Stop: Desk.stop,
    m.Run: Desk.run,
    m.Pause: Desk.pause,
    m.Reset: Desk.reset,
    m.Power: Desk.power,
    m.SetSpeed: Desk.set_speed,
    m.SetVideoStandard: Desk.set_video_standard,
    m.KeyDown: Desk.key_down,
    m.KeyUp: Desk.key_up,
    m.ReleaseKeys: Desk.release_keys,
    m.Joystick: Desk.joystick,
    m.TypeText: Desk.type_text,
    m.Insert: Desk.insert,
    m.InsertBlank: Desk.insert_blank,
    m.Eject: Desk.eject,
    m.SetWriteMode: Desk.set_write_mode,
    m.WriteBack: Desk.write_back,
    m.TakeSnapshot: Desk.take_snapshot,
    m.RestoreSnapshot: Desk.restore_snapshot,
    m.ListSnapshots: Desk.list_snapshots,
    m.RenameSnapshot: Desk.rename_snapshot,
    m.DeleteSnapshot: Desk.delete_snapshot,
    m.QuickSave: Desk.quick_save,
    m.QuickLoad: Desk.quick_load,
    m.TakePicture: Desk.take_picture,
    m.ReadScreen: Desk.read_screen,
    m.Peek: Desk.peek,
    m.Subscribe: Desk.subscribe,
}
