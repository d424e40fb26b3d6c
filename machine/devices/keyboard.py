"""A key matrix of 16 rows by 8 columns, read one row at a time; a key that is down reads as 0.

    write(any reg, row)    the row select lines (bits 3-0)
    read(any reg)          the columns of that row

Keys enter as `press` and `release`; which key sits at which crossing is the board's business. The
row lines come from whatever is wired to them, so a reset of the machine does not let go of a key.

With `ghosting` the matrix has no diodes: two keys in one column join their rows, as on the cheaper
keyboards, where the fourth corner of a rectangle of keys then reads as down too.

Inaccuracies: keys do not bounce, and the columns answer in the cycle in which the row is selected.

Sources: MSX2 Technical Handbook, chapter 5.3 (keyboard interface) and figure 5.25 (key matrix).
"""

import cython
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER, Device, State

ROWS = cython.declare(cython.int, 16)


@cython.cclass
@cython.dataclasses.dataclass(eq=False)
class KeyMatrixState(State):
    """`rows`: a bit is 1 while its key is down; `row`: the row that is selected."""

    rows: bytearray = cython.dataclasses.field(default_factory=lambda: bytearray(16))
    row: cython.uchar = 0


@cython.cclass
class KeyMatrix(Device):
    """The keyboard."""

    _record: KeyMatrixState
    _ghosting: cython.bint

    def __init__(self, name: str, bus: Bus, ghosting: bool = False) -> None:
        """`ghosting`: whether keys in one column join their rows."""
        Device.__init__(self, name)
        self._record = KeyMatrixState()
        self.state = self._record
        self._ghosting = ghosting

    @cython.ccall
    def attach(self) -> cython.void:
        """Bounds restored values."""
        self._record.due = NEVER
        self._record.row &= 0x0F

    @cython.cfunc
    @cython.exceptval(check=False)
    def read(self, reg: cython.int, now: cython.longlong) -> cython.int:
        return self.peek(reg, now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def peek(self, reg: cython.int, now: cython.longlong) -> cython.int:
        down: cython.int = self._record.rows[self._record.row]
        if self._ghosting:
            down = self._joined(down)
        return down ^ 0xFF

    @cython.cfunc
    @cython.exceptval(check=False)
    def write(self, reg: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        self._record.row = value & 0x0F

    @cython.cfunc
    @cython.exceptval(check=False)
    def _joined(self, down: cython.int) -> cython.int:
        """The columns pulled low through every row that a pressed key joins to this one."""
        rows: bytearray = self._record.rows
        before: cython.int = 0
        row: cython.int
        while down != before:
            before = down
            for row in range(ROWS):
                if rows[row] & down:
                    down |= rows[row]
        return down

    def press(self, row: int, bit: int) -> None:
        """The key at `row` (0-15), column `bit` (0-7) goes down."""
        assert 0 <= row < ROWS
        assert 0 <= bit < 8
        self._record.rows[row] |= 1 << bit

    def release(self, row: int, bit: int) -> None:
        """The key at `row` (0-15), column `bit` (0-7) comes up."""
        assert 0 <= row < ROWS
        assert 0 <= bit < 8
        self._record.rows[row] &= ~(1 << bit) & 0xFF

    def release_all(self) -> None:
        """Every key comes up."""
        self._record.rows[:] = bytes(ROWS)

    def is_down(self, row: int, bit: int) -> bool:
        """Whether the key at `row`, column `bit` is held."""
        return bool(self._record.rows[row] >> bit & 1)
