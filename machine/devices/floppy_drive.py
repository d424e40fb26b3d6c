"""A 3.5 inch double-sided floppy drive: motor, head carriage, disk-change sensor, access light.

The drive holds the medium; it has no registers of its own and is looked at by the controller.

Inaccuracies
- The disk turns evenly and in phase with the crystal; there is no wow, no flutter.
- A disk of 40 tracks is read with one step a track, as if it were recorded at 80-track spacing.

Sources: Sony MP-F63W product manual (300 rpm, up to speed within 400 ms after motor on); MSX2
Technical Handbook, chapter 3 (formats).
"""

import cython
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER, Device, State

from machine.devices import mfm_track

LAST_TRACK = 82  # where the carriage meets its stop
SPIN_UP_MS = 400
TURNS_PER_SECOND = 5


@cython.cclass
@cython.dataclasses.dataclass(eq=False)
class FloppyDriveState(State):
    """The head's track, the motor and since when it runs, and the disk-change latch."""

    track: cython.int = 0
    motor: cython.bint = False
    motor_since: cython.longlong = 0
    changed: cython.bint = True


@cython.cclass
class FloppyDrive(Device):
    """One drive. `disk` is the medium in it (`machine.media.dsk.Disk`) or None.

    `reads` and `writes` count the sectors that passed the head, for the access light; they belong
    to the spectator, not to the record.
    """

    _record: FloppyDriveState
    bus: Bus
    fitted: cython.bint
    turn = cython.declare(cython.longlong, visibility="readonly")
    disk = cython.declare(object, visibility="public")
    reads = cython.declare(cython.longlong, visibility="public")
    writes = cython.declare(cython.longlong, visibility="public")

    def __init__(self, name: str, bus: Bus, fitted: bool = True) -> None:
        """`fitted=False`: an empty bay, whose lines are never active."""
        Device.__init__(self, name)
        self.bus = bus
        self.turn = bus.hz // TURNS_PER_SECOND
        self.fitted = fitted
        self._record = FloppyDriveState()
        self.state = self._record
        self.disk = None
        self.reads = 0
        self.writes = 0

    @cython.ccall
    def reset(self, now: cython.longlong) -> cython.void:
        """The reset line stops the motor; the head stays where it is."""
        self._record.motor = False

    @cython.ccall
    def attach(self) -> cython.void:
        self._record.due = NEVER
        self._record.track = min(max(self._record.track, 0), LAST_TRACK)
        self._record.motor_since = min(max(self._record.motor_since, 0), self.bus.now)

    def insert(self, disk: object) -> None:
        """Puts a disk in, or takes it out (None); the disk-change latch is set."""
        self.disk = disk
        self._record.changed = True

    def set_motor(self, on: bool, now: int) -> None:
        """The motor line; the disk is up to speed 400 ms after it went on."""
        if on and not self._record.motor:
            self._record.motor_since = now
        self._record.motor = on

    def is_ready(self) -> bool:
        """The READY line: a disk is in and the motor is on."""
        return self._record.motor and self.disk is not None

    def up_to_speed(self) -> int:
        """The tick from which the head reads, if the motor stays on."""
        return self._record.motor_since + self.bus.hz * SPIN_UP_MS // 1000

    def is_at_index(self, now: int) -> bool:
        """The INDEX line: active for 4 ms of each turn."""
        turns: cython.bint = self.is_ready() and now >= self.up_to_speed()
        return turns and now % self.turn < self.turn // 50

    def passes(self, position: int, start: int) -> int:
        """The first tick from `start` at which byte `position` of the turn is under the head."""
        tick = start - start % self.turn + position * self.turn // mfm_track.TRACK_BYTES
        return tick if tick >= start else tick + self.turn

    def is_at_track_0(self) -> bool:
        """The TR00 line."""
        return self.fitted and self._record.track == 0

    def is_write_protected(self) -> bool:
        """The WPRT line; without a disk nothing can be written."""
        return self.disk is None or self.disk.write_protected

    def take_changed(self) -> bool:
        """The disk-change latch, which is cleared by being read while a disk is in."""
        changed = self._record.changed
        if self.disk is not None:
            self._record.changed = False
        return changed

    @property
    def changed(self) -> bool:
        """The disk-change latch, left as it is."""
        return self._record.changed

    @property
    def motor(self) -> bool:
        """True while the motor is on."""
        return self._record.motor

    @property
    def track(self) -> int:
        """The track under the head, 0..82."""
        return self._record.track

    def step(self, inwards: bool) -> None:
        """One step pulse."""
        self._record.track = min(max(self._record.track + (1 if inwards else -1), 0), LAST_TRACK)

    def sectors(self, side: int) -> int:
        """The number of sectors under the head in one turn; 0 where nothing is recorded."""
        if self.disk is None:
            return 0
        geometry = self.disk.geometry
        recorded = self._record.track < geometry.tracks and side < geometry.sides
        return geometry.sectors if recorded else 0

    def read_sector(self, side: int, record: int) -> bytes:
        """Record 1.. of the track under the head."""
        self.reads += 1
        return self.disk.read(self._logical(side, record))

    def write_sector(self, side: int, record: int, data: bytes) -> None:
        """Replaces a record of the track under the head, if it is there and may be written."""
        if 1 <= record <= self.sectors(side) and not self.is_write_protected():
            self.writes += 1
            self.disk.write(self._logical(side, record), data)

    def read_turn(self, side: int) -> bytes:
        """All bytes of the track under the head, from the index hole on."""
        records = range(1, self.sectors(side) + 1)
        sectors = [self.read_sector(side, record) for record in records]
        return mfm_track.compose(self._record.track, side, sectors)

    def write_turn(self, side: int, written: bytes) -> None:
        """Formats the track under the head with the bytes that a program gave for it.

        What the image has no room for is lost.
        """
        for made in mfm_track.parse(written):
            if made.cylinder == self._record.track:
                self.write_sector(side, made.record, made.data)

    def _logical(self, side: int, record: int) -> int:
        geometry = self.disk.geometry
        assert 1 <= record <= self.sectors(side)
        return (self._record.track * geometry.sides + side) * geometry.sectors + record - 1
