"""What a WD2793 remembers."""

import cython
from cython.cimports.machine.core.device import State


@cython.cclass
@cython.dataclasses.dataclass(eq=False)
class Wd2793State(State):
    """Registers, request lines, and where the command in hand stands."""

    command: cython.uchar = 0
    track: cython.uchar = 0
    sector: cython.uchar = 1
    data: cython.uchar = 0
    errors: cython.uchar = 0  # status bits 2, 4, 6 of the last command
    type_one: cython.bint = True
    busy: cython.bint = False
    drq: cython.bint = False
    intrq: cython.bint = False
    held: cython.bint = False  # INTRQ of an immediate interrupt: reading the status leaves it
    conditions: cython.uchar = 0  # of a forced interrupt: 1 ready, 2 not ready, 4 index
    was_ready: cython.bint = False
    inwards: cython.bint = False  # last direction
    pulses: cython.int = 0  # steps of this command
    phase: cython.int = 0  # as numbered in record.pxd
    record: cython.int = 0  # the sector found, 1..; 0 none
    origin: cython.longlong = 0  # tick of the first byte of the field in hand
    count: cython.int = 0  # bytes of it done
    head_until: cython.longlong = 0  # the head is loaded up to here
    buffer: bytearray = cython.dataclasses.field(default_factory=lambda: bytearray(512))
    raw: bytearray = cython.dataclasses.field(default_factory=lambda: bytearray(6250))
