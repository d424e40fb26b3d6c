"""What a TMS9918A or V9938 remembers.

    R0   DG IE2 IE1 M5 M4 M3       bits 6-1     R1   BL IE0 M1 M2 - SI MAG       bits 6-0
    R2   names, A16-A10            R3, R10  colours, A13-A6 and A16-A14
    R4   patterns, A16-A11         R5, R11  sprite attributes, A14-A7 and A16-A15
    R6   sprite patterns, A16-A11  R7   text colour, backdrop
    R8   MS LP TP CB VR - SPD BW   R9   LN - S1 S0 IL EO NT DC
    R12  colours of blinking       R13  tens of frames with them and without
    R14  VRAM address, A16-A14     R15  status register read at port 1
    R16  palette entry             R17  register written at port 3; bit 7: stay there
    R18  adjust: vertical, horizontal, 4 bits each, signed
    R19  line of the line interrupt                R20-R22  colour burst
    R23  line shown at the top
    R32-R35  SX, SY   R36-R39  DX, DY   R40-R43  NX, NY   R44  CLR   R45  ARG   R46  command

    S0   F 5S C, number of the fifth (ninth) sprite        S1   FL LPS, 5 bits of identity, FH
    S2   TR VR HR BD 1 1 EO CE     S3-S6  place of the collision, X and Y
    S7   colour read by a command  S8, S9  place where a search ended

The TMS9918A has R0 (M3 and external video), R1 (bit 7: 16 KB of memory) to R7, and S0.

Sources: V9938 Technical Data Book (ASCII 1985), 2; TMS9918A data manual (TI 1982), 2.2 and 2.3.
"""

import cython
from cython.cimports.machine.core.device import State


@cython.cclass
@cython.dataclasses.dataclass
class V9938State(State):
    """Memory, registers, the half-drawn frame, and the command in progress.

    `vram` is in the order of the chips, not of the addresses: in GRAPHIC6 and 7 the odd bytes are
    in the second 64 KB. `picture` holds two frames of 240 rows of 640 pixels, `wide` says of each
    row whether it uses 640 or 320 of them; `shown` is the complete one; `interlace`
    says of the frame in progress, `shown_interlace` of the complete one whether it is no field (0),
    the even (1) or the odd one (2), which lies half a line lower. `stage` is 0 above,
    1 in and 2 below the display, which began with `first_line`. The frame in progress is
    drawn as far as (`drawn_line`, `drawn_x`). `mode`, `display_on`, `sprites_off` and `h_adjust`
    are what the display uses until `mode_due`, when it takes them from the registers again.
    `access` counts the accesses of the memory that the command's step has made, the next one is at
    `command_tick`; an access of the processor that the engine gives way to is at `taken`,
    which is NEVER while there is no command.
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
    interlace: cython.int = 0
    shown_interlace: cython.int = 0
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
    access: cython.int = 0
    taken: cython.longlong = 1 << 62
    tr: cython.bint = False
    ce: cython.bint = False
    bd: cython.bint = False
    fresh: cython.bint = False
    ax: cython.int = 0
    bx: cython.int = 0
    left: cython.int = 0
    border_x: cython.int = 0
