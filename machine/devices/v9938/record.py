"""What a TMS9918A or V9938 remembers."""

import cython
from cython.cimports.machine.core.device import State


@cython.cclass
@cython.dataclasses.dataclass
class V9938State(State):
    """Memory, registers, the half-drawn frame, and the command in progress.

    `vram` is in the order of the chips, not of the addresses: in GRAPHIC6 and 7 the odd bytes are
    in the second 64 KB. `picture` holds two frames of 240 rows of 640 pixels, `wide` says of each
    row whether it uses 640 or 320 of them; `shown` is the complete one. `stage` is 0 above,
    1 in and 2 below the display, which began with `first_line`. The frame in progress is
    drawn as far as (`drawn_line`, `drawn_x`). `mode`, `display_on`, `sprites_off` and `h_adjust`
    are what the display uses until `mode_due`, when it takes them from the registers again.
    """

    vram: bytearray
    registers: bytearray
    palette: bytearray
    picture: bytearray
    wide: bytearray
    sprite_row: bytearray

    latch: cython.int = 0
    latch_full: cython.bint = False
    pointer: cython.int = 0
    ahead: cython.int = 0
    palette_latch: cython.int = 0
    palette_latch_full: cython.bint = False
    s0: cython.int = 0
    fh: cython.bint = False
    collision_x: cython.int = 0
    collision_y: cython.int = 0

    frame_start: cython.longlong = 0
    frame_lines: cython.int = 262
    v_adjust: cython.int = 0
    stage: cython.int = 0
    first_line: cython.int = 0
    field: cython.bint = False
    blink: cython.bint = False
    blink_frames: cython.int = 0
    frames: cython.longlong = 0
    shown: cython.int = 0
    drawn_line: cython.int = 0
    drawn_x: cython.int = 0
    sprite_line: cython.int = -1
    sprite_left: cython.int = 0
    sprite_right: cython.int = 0
    mode_due: cython.longlong = 1 << 62
    mode: cython.int = 0
    display_on: cython.bint = False
    sprites_off: cython.bint = False
    h_adjust: cython.int = 0

    command_tick: cython.longlong = 0
    tr: cython.bint = False
    ce: cython.bint = False
    bd: cython.bint = False
    fresh: cython.bint = False
    ax: cython.int = 0
    bx: cython.int = 0
    left: cython.int = 0
    border_x: cython.int = 0
