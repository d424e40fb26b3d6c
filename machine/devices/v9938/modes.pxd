"""The screen modes by their bits M5 M4 M3 M2 M1; on the TMS9918A, GRAPHIC2 mixes with two others."""

cdef enum:
    GRAPHIC1 = 0x00
    TEXT1 = 0x01
    MULTICOLOR = 0x02
    GRAPHIC2 = 0x04
    TEXT1_MIX = 0x05
    MULTICOLOR_MIX = 0x06
    GRAPHIC3 = 0x08
    TEXT2 = 0x09
    GRAPHIC4 = 0x0C
    GRAPHIC5 = 0x10
    GRAPHIC6 = 0x14
    GRAPHIC7 = 0x1C
