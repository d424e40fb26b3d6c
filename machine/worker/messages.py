"""Everything that is said between a machine's worker process and its client.

A request carries an `id`. With `id` 0 nothing is answered but a `Failed`; with any other, exactly
one `Done` or `Failed` of the same `id` comes, in the order of the requests. Pictures and sound are
never in messages: they are in the shared memory of `machine.worker.frames`.

Sockets are named by the board ("cart1", "disk_a", "cassette"): nothing here knows a machine.
A change of meaning or of a field raises `PROTOCOL`. However long, it is one module: the wall
between the machine and the room can be read from the first message to the last.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

PROTOCOL = 5

# Where the guest's writes to a medium go: kept in the VM, into the medium's file, or refused.
WriteMode = Literal["vm", "file", "read-only"]
DiskHolds = Literal["nothing", "system", "welcome"]  # what is on a new disk

Option = str | int | bool
Line = Annotated[str, Meta(max_length=255)]
Text = Annotated[str, Meta(max_length=1 << 20)]
Path = Annotated[str, Meta(min_length=1, max_length=4096)]
Sector = Annotated[bytes, Meta(min_length=512, max_length=512)]
Row = Annotated[int, Meta(ge=0, le=15)]
Bit = Annotated[int, Meta(ge=0, le=7)]
Hertz = Literal[50, 60]
Seconds = Annotated[int, Meta(ge=0, lt=1 << 62)]
NodeId = Annotated[int, Meta(ge=1, lt=1 << 62)]


class Request(Struct, frozen=True, tag=True, forbid_unknown_fields=True, kw_only=True):
    """A wish of the client; `id` is chosen by the client, 0 if it wants no answer."""

    id: Annotated[int, Meta(ge=0, lt=1 << 62)] = 0


class Start(Request, frozen=True):
    """Builds the machine, paused; the first request. Done brings `Started`.

    `image` is the VM's `.8box` file: opened if it is there, else created for `board`; "" holds
    everything in memory. `board` is a built-in name or a board's TOML file; "" takes the image's.
    `hz` None takes the image's, else 60. `roms` replaces firmware by name. `resume` goes on from
    the state that the last `Stop(save=True)` kept, if there is one; else it is a power-on.
    """

    image: Annotated[str, Meta(max_length=4096)] = ""
    board: Annotated[str, Meta(max_length=4096)] = ""
    hz: Hertz | None = None
    roms: dict[str, Path] = {}
    resume: bool = True


class Run(Request, frozen=True):
    """Lets time go on."""


class Pause(Request, frozen=True):
    """Holds time; everything else goes on being answered."""


class Reset(Request, frozen=True):
    """The reset button."""


class Power(Request, frozen=True):
    """Power off keeps the media, clears everything else and pauses; on starts anew and runs."""

    on: bool


class SetSpeed(Request, frozen=True):
    """Speed in percent of the real machine; 0 is as fast as possible (and silent)."""

    percent: Annotated[int, Meta(ge=0, le=10_000)]


class SetFastDisks(Request, frozen=True):
    """Whether floppy drives take no time, instead of that of real ones."""

    on: bool


class SetVideoStandard(Request, frozen=True):
    """Frames per second of the video standard: a machine with the other chip, powered on anew."""

    hz: Hertz


class KeyDown(Request, frozen=True):
    """A key of the matrix goes down."""

    row: Row
    bit: Bit


class KeyUp(Request, frozen=True):
    """A key of the matrix comes up."""

    row: Row
    bit: Bit


class ReleaseKeys(Request, frozen=True):
    """All keys come up, each when the guest has seen it down. Text goes on being typed."""


class Joystick(Request, frozen=True):
    """The switches closed on a joystick port: bits 0-5 up, down, left, right, A, B."""

    port: Annotated[int, Meta(ge=0, le=1)]
    bits: Annotated[int, Meta(ge=0, le=63)]


class TypeText(Request, frozen=True):
    """Types text as fast as the firmware takes it; any end of a line is Return.

    `Warned` names characters that the machine does not have.
    """

    text: Text


class StopTyping(Request, frozen=True):
    """What is still to be typed is forgotten."""


class LoadProgram(Request, frozen=True):
    """Puts a BASIC program, text or tokenised, into the guest's memory once its prompt is there.

    It is what the file at `path` has or, with `path` "", the listing `text`.

    Done comes at once; `Status.loading` tells that the program waits for the prompt. `run` types
    RUN as well. A program that turns out too large for the guest's memory brings `Warned`.
    """

    path: Annotated[str, Meta(max_length=4096)] = ""
    text: Text = ""
    run: bool = True


class ReadProgram(Request, frozen=True):
    """Done brings the BASIC program in the guest's memory as a `Listing`."""


class Insert(Request, frozen=True):
    """Puts a file into a socket, replacing what is there.

    `options` go to the medium's loader (a cartridge's "mapper"). `mode` None takes the medium's
    default, which never writes the file.
    """

    socket: Line
    path: Path
    options: dict[Line, Option] = {}
    mode: WriteMode | None = None


class InsertBlank(Request, frozen=True):
    """Puts a new medium, kept in the VM, into a socket: a disk of `size` bytes, or a blank tape.

    `holds`: what is on the disk: "system" starts EB-DOS, "welcome" has sample programs
    besides.
    """

    socket: Line
    size: Annotated[int, Meta(ge=1, le=1 << 32)]
    holds: DiskHolds = "nothing"


class InsertProgram(Request, frozen=True):
    """Puts a new disk, kept in the VM, into a drive: EB-DOS starts from it and runs a program.

    `path`: the CP/M or MSX-DOS program on the host; the files beside it that have its name before
    the last dot come along.
    """

    socket: Line
    path: Path


class Eject(Request, frozen=True):
    """Takes the medium out of a socket. `discard` drops what the guest wrote on it.

    Failed for a new medium with something on it that is in no file yet, unless `discard`.
    """

    socket: Line
    discard: bool = False


class Rewind(Request, frozen=True):
    """Winds the cassette in a socket back to its beginning."""

    socket: Line


class SetWriteMode(Request, frozen=True):
    """Says where guest writes to the medium in a socket go."""

    socket: Line
    mode: WriteMode


class WriteBack(Request, frozen=True):
    """Writes a medium as it is into its own file, or into `path`, a new one's file from then."""

    socket: Line
    path: Annotated[str, Meta(max_length=4096)] = ""


class ReadDisk(Request, frozen=True):
    """Done brings the disk in a socket as it is now, with what the guest wrote: `DiskContents`."""

    socket: Line


class ChangeDisk(Request, frozen=True):
    """Replaces sectors of a disk, all or none, and tells the guest that its disk was changed.

    Failed if the disk is not any more what `before` names (of `DiskContents`), is read-only, or the
    guest's drive is running. Where the guest's writes go, these go.
    """

    socket: Line
    before: Line
    sectors: dict[Annotated[int, Meta(ge=0, lt=1 << 16)], Sector]


class TakeSnapshot(Request, frozen=True):
    """Saves the whole machine. `created`: the client's seconds since 1970. Done: `SnapshotInfo`."""

    name: Line
    created: Seconds


class RestoreSnapshot(Request, frozen=True):
    """Puts the machine back to a snapshot, running or paused as it is. Done: `SnapshotInfo`."""

    node: NodeId


class ListSnapshots(Request, frozen=True):
    """Done brings `Snapshots`."""


class RenameSnapshot(Request, frozen=True):
    """Gives a snapshot another name. Done: `SnapshotInfo`."""

    node: NodeId
    name: Line


class DeleteSnapshot(Request, frozen=True):
    """Deletes one snapshot; the others stay as they are."""

    node: NodeId


class QuickSave(Request, frozen=True):
    """Saves into the one quick slot. Done: `SnapshotInfo`."""

    created: Seconds


class QuickLoad(Request, frozen=True):
    """Restores the quick slot; Failed if nothing was saved there. Done: `SnapshotInfo`."""


class TakePicture(Request, frozen=True):
    """Done brings the last complete frame as a `Picture`."""


class ReadScreen(Request, frozen=True):
    """Done brings `ScreenText`."""


class Peek(Request, frozen=True):
    """Memory as the processor sees it now, without side effects. Done brings `Memory`."""

    address: Annotated[int, Meta(ge=0, le=0xFFFF)]
    count: Annotated[int, Meta(ge=1, le=65536)] = 1


class Subscribe(Request, frozen=True):
    """Which notices come unasked: `PictureReady` for each new picture, `Status` every so many ms.

    `status_ms` 0 sends `Status` only when something but the counters changed.
    """

    pictures: bool = True
    status_ms: Annotated[int, Meta(ge=0, le=60_000)] = 250


class Stop(Request, frozen=True):
    """Ends the worker; `save` keeps the present state in the image, to go on from next time."""

    save: bool = True


ToMachine = (
    Start | Run | Pause | Reset | Power | SetSpeed | SetFastDisks | SetVideoStandard
    | KeyDown | KeyUp | ReleaseKeys | Joystick | TypeText | StopTyping
    | LoadProgram | ReadProgram
    | Insert | InsertBlank | InsertProgram | Eject | Rewind | SetWriteMode | WriteBack
    | ReadDisk | ChangeDisk
    | TakeSnapshot | RestoreSnapshot | ListSnapshots | RenameSnapshot | DeleteSnapshot
    | QuickSave | QuickLoad | TakePicture | ReadScreen | Peek | Subscribe | Stop
)  # fmt: skip


class Notice(Struct, frozen=True, tag=True, forbid_unknown_fields=True, kw_only=True):
    """What the worker says."""


class SocketInfo(Struct, frozen=True):
    """A place for a medium: its name, and its kind ("cartridge", "disk", "cassette")."""

    name: str
    kind: str


class Started(Notice, frozen=True):
    """The machine as built. `resumed`: it stands where it was left, not at power-on."""

    board: str
    title: str
    hz: int
    ticks_per_second: int
    sockets: tuple[SocketInfo, ...]
    resumed: bool


class SnapshotInfo(Notice, frozen=True):
    """A snapshot without its contents; `thumbnail` is a PNG, `created` seconds since 1970."""

    node: int
    parent: int | None
    name: str
    created: int
    tick: int
    quick: bool
    thumbnail: bytes


class Snapshots(Notice, frozen=True):
    """All snapshots, oldest first; of very many, the oldest come without their thumbnails."""

    nodes: tuple[SnapshotInfo, ...]


class Picture(Notice, frozen=True):
    """A picture as a PNG."""

    width: int
    height: int
    png: bytes


class ScreenText(Notice, frozen=True):
    """The rows of the text screen, without trailing spaces."""

    rows: tuple[str, ...]


class Memory(Notice, frozen=True):
    """Bytes from `address` on."""

    address: int
    data: bytes


class Listing(Notice, frozen=True):
    """A BASIC program as text, each line ended by a line feed; empty if there is none."""

    text: str


class DiskContents(Notice, frozen=True):
    """All sectors of a disk, one after the other; `identity` names these contents."""

    name: str
    writable: bool
    identity: str
    image: bytes


Result = Started | SnapshotInfo | Snapshots | Picture | ScreenText | Memory | Listing | DiskContents


class Hello(Notice, frozen=True):
    """The worker is there, before any request."""

    protocol: int
    pid: int


class Done(Notice, frozen=True):
    """Request `id` was carried out."""

    id: int
    result: Result | None = None


class Failed(Notice, frozen=True):
    """Request `id` was refused and changed nothing; `sentence` is for the user."""

    id: int
    sentence: str


class PictureReady(Notice, frozen=True):
    """A new picture is in the shared memory; skipped while the client does not read."""

    sequence: int
    width: int
    height: int


class MediumStatus(Struct, frozen=True):
    """What is in a socket: the file's name and path, where writes go, and whether there were any.

    `changed`: the guest's writes are not (yet) in the file. `writable`: the guest can write.
    """

    name: str
    path: str
    mode: WriteMode
    changed: bool
    writable: bool


class Status(Notice, frozen=True):
    """How the machine is. `media` has only the sockets that hold something.

    `speed_percent` is measured, `speed_setting` what was asked for (0: as fast as possible);
    `activity` counts accesses per socket; `sound_fill` is samples waiting in the sound ring;
    `typing` counts the characters that are still to be typed; `hurries`: they are so many that the
    machine runs as fast as possible (and silent) while it takes them; `loading`: a BASIC program
    waits for the guest's prompt.
    """

    powered: bool
    running: bool
    speed_setting: int
    speed_percent: int
    hz: int
    frames: int
    tick: int
    lamps: dict[str, int]
    activity: dict[str, int]
    media: dict[str, MediumStatus]
    sound_fill: int
    typing: int
    hurries: bool
    loading: bool


class Printed(Notice, frozen=True):
    """What the printer was sent since the last of these, as text; lines end with a line feed."""

    text: str


class Warned(Notice, frozen=True):
    """Something went wrong that no request asked for (a disk's file could not be written)."""

    sentence: str


class Died(Notice, frozen=True):
    """A bug: the worker ends. `report` is the traceback."""

    report: str


FromMachine = Hello | Done | Failed | PictureReady | Status | Printed | Warned | Died
