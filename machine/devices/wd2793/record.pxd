"""The bits of the status register, the phases of a command, and the record's fields."""

from machine.core.device cimport State

cdef enum:
    BUSY = 0x01
    INDEX_OR_DRQ = 0x02
    TRACK_0_OR_LOST = 0x04
    SEEK_ERROR_OR_NOT_FOUND = 0x10
    HEAD_LOADED = 0x20
    WRITE_PROTECTED = 0x40
    NOT_READY = 0x80

cdef enum:  # phases; the record keeps them, so the numbers stay
    IDLE = 0
    STEPPING = 1
    SETTLING = 2
    VERIFIED = 3
    GIVING_UP = 5
    AT_DATA = 6
    READING = 7
    AT_END = 8
    WRITE_GATE = 9
    WRITING = 10
    COMMITTING = 11
    AT_ADDRESS = 12
    READING_TRACK = 13
    FORMATTING = 14


cdef class Wd2793State(State):
    cdef public unsigned char command
    cdef public unsigned char track
    cdef public unsigned char sector
    cdef public unsigned char data
    cdef public unsigned char errors
    cdef public bint type_one
    cdef public bint busy
    cdef public bint drq
    cdef public bint intrq
    cdef public bint held
    cdef public unsigned char conditions
    cdef public bint was_ready
    cdef public bint inwards
    cdef public int pulses
    cdef public int phase
    cdef public int record
    cdef public long long origin
    cdef public int count
    cdef public long long head_until
    cdef public bytearray buffer
    cdef public bytearray raw
