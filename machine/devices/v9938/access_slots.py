"""When the V9938 leaves the memory to the processor and the command engine.

A line of the bitmap modes has 154, 88 or 31 access slots: without a display, with one, and with
sprites too.

Source: J. Yervante Damad, A. Wulms and W. Vermaelen, "V9938 VRAM timings" (2013).
"""

import cython
from cython.cimports.machine.devices.v9938.planes import Planes
from cython.cimports.machine.devices.v9938.record import LINE_TICKS, V9938State

# Tick of a line at which the slots become those of display or border, as measured in openMSX.
DISPLAY_X = cython.declare(cython.longlong, 202)

# Ticks of a line at which an access can begin.
REFRESH = (284, 412, 540, 668, 796, 924, 1052, 1180)
SLOTS_BLANK = (
    *(tick for tick in (*range(0, 121, 8), *range(164, 1229, 8)) if tick not in REFRESH),
    *range(1268, 1325, 8), 1334, 1344, 1352, 1360,
)  # fmt: skip
SLOTS_NO_SPRITES = (
    *range(6, 119, 8), 162, 170, 182, 188, 214, 220, 246, 252, 278, 310, 316, 342, 348, 374, 380,
    406, 438, 444, 470, 476, 502, 508, 534, 566, 572, 598, 604, 630, 636, 662, 694, 700, 726, 732,
    758, 764, 790, 822, 828, 854, 860, 886, 892, 918, 950, 956, 982, 988, 1014, 1020, 1046, 1078,
    1084, 1110, 1116, 1142, 1148, 1174, 1206, 1212, *range(1266, 1323, 8), 1332, 1342, 1350, 1358,
    1366,
)  # fmt: skip
SLOTS_SPRITES = (
    28, 92, 162, 170, 188, 220, 252, 316, 348, 380, 444, 476, 508, 572, 604, 636, 700, 732, 764,
    828, 860, 892, 956, 988, 1020, 1084, 1116, 1148, 1212, 1264, 1330,
)  # fmt: skip


@cython.final
@cython.cclass
class AccessSlots:
    """The access slots of the frame in progress. All fields but `state` are derived.

    `gaps`: from each tick after `line_start` on, how many more to the next slot.
    """

    def __init__(self, state: V9938State, planes: Planes) -> None:
        assert (len(SLOTS_BLANK), len(SLOTS_NO_SPRITES), len(SLOTS_SPRITES)) == (154, 88, 31)
        self.state = state
        self.planes = planes
        gap: cython.int
        for number, slots in enumerate((SLOTS_BLANK, SLOTS_NO_SPRITES, SLOTS_SPRITES)):
            gap = 0
            for tick in range(2 * 1368 - 1, -1, -1):
                gap = 0 if (tick + DISPLAY_X) % 1368 in slots else gap + 1
                self.tables[number * 1368 + tick % 1368] = gap
        self.forget()

    @cython.cfunc
    @cython.exceptval(check=False)
    def forget(self) -> cython.void:
        """The display may leave more or less of the memory's time from now on."""
        self.line_start = -(1 << 60)

    @cython.cfunc
    @cython.exceptval(check=False)
    def locate(self, tick: cython.longlong) -> cython.void:
        """Selects the slots of the line that the tick is in, or of the frame's first one."""
        state: V9938State = self.state
        ticks: cython.longlong = tick - state.frame_start - DISPLAY_X
        line: cython.longlong = ticks // LINE_TICKS if ticks >= 0 else -1
        y: cython.longlong = line - self.planes.top()
        self.line_start = state.frame_start + line * LINE_TICKS + DISPLAY_X
        if not state.display_on or y < 0 or y >= self.planes.height():
            self.gaps = self.tables
        elif state.sprites_off:
            self.gaps = self.tables + 1368
        else:
            self.gaps = self.tables + 2736
