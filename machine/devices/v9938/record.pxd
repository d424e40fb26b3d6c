from machine.core.device cimport State

cdef enum:
    LINE_TICKS = 1368  # ticks


cdef class V9938State(State):
    cdef public bytearray vram
    cdef public bytearray registers
    cdef public bytearray palette
    cdef public bytearray picture
    cdef public bytearray wide
    cdef public bytearray sprite_row
    cdef public int latch
    cdef public bint latch_full
    cdef public int pointer
    cdef public int ahead
    cdef public int palette_latch
    cdef public bint palette_latch_full
    cdef public int s0
    cdef public bint fh
    cdef public int collision_x
    cdef public int collision_y
    cdef public long long frame_start
    cdef public int frame_lines
    cdef public int v_adjust
    cdef public int stage
    cdef public int first_line
    cdef public bint field
    cdef public bint blink
    cdef public int blink_frames
    cdef public long long frames
    cdef public int shown
    cdef public int interlace
    cdef public int shown_interlace
    cdef public int drawn_line
    cdef public int drawn_x
    cdef public int sprite_line
    cdef public int sprite_left
    cdef public int sprite_right
    cdef public long long mode_due
    cdef public int mode
    cdef public bint display_on
    cdef public bint sprites_off
    cdef public int h_adjust
    cdef public long long command_tick
    cdef public int access
    cdef public long long taken
    cdef public bint tr
    cdef public bint ce
    cdef public bint bd
    cdef public bint fresh
    cdef public int ax
    cdef public int bx
    cdef public int left
    cdef public int border_x
