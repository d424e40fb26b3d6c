"""What every function keeps: IX, IY and the alternate registers (MSX-DOS 2 Program Interface
Specification, 3.1)."""

from tests.support.dos_programs.program import DosProgram

# Function and DE: text and keys, drives, files, date and time, sectors.
CALLS = [
    (0x02, '"."'),
    (0x06, '"."'),
    (0x09, "text"),
    (0x0B, "0"),
    (0x0C, "0"),
    (0x0E, "0"),
    (0x0F, "fcb"),
    (0x11, "fcb"),
    (0x16, "fcb"),
    (0x15, "fcb"),
    (0x10, "fcb"),
    (0x13, "fcb"),
    (0x18, "0"),
    (0x19, "0"),
    (0x1A, "&8000"),
    (0x2A, "0"),
    (0x2C, "0"),
]

PROGRAMS = [
    DosProgram(
        "functions keep IX, IY and the alternate registers",
        "         ld hl,table\n"
        f"         ld b,{len(CALLS)}\n"
        """
next:    push bc
         ld c,(hl)
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         push hl
         push de
         push bc
         ld ix,&1234
         ld iy,&5678
         ld bc,&9ABC
         ld de,&DEF0
         ld hl,&1357
         ld a,&24
         or a
         exx
         ex af,af'
         pop bc
         pop de
         ld a,c
         ld (which),a
         call BDOS
         push ix
         pop hl
         ld de,&1234
         call same
         push iy
         pop hl
         ld de,&5678
         call same
         ex af,af'
         push af
         ex af,af'
         pop hl
         ld l,0
         ld de,&2400
         call same
         exx
         push hl
         push de
         push bc
         exx
         pop hl
         ld de,&9ABC
         call same
         pop hl
         ld de,&DEF0
         call same
         pop hl
         ld de,&1357
         call same
         pop hl
         pop bc
         djnz next
         ret
same:    or a
         sbc hl,de
         ret z
         ld a,(which)
         call show.hex
         jp show.line
which:   db 0
text:    dm "text$"
fcb:     db 0
         dm "NEW     TXT"
         ds 25
table:
""" + "".join(f"         db {number}\n         dw {de}\n" for number, de in CALLS),
        output="..text",
    ),
]
