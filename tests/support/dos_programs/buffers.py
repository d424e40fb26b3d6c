"""Functions of level 2 that fill a buffer and keep the register that points to it (MSX-DOS 2
Function Specifications: 31h, 59h, 5Ch, 5Eh, 66h, 6Bh, 6Dh)."""

from tests.support.dos_programs.program import DosProgram

PROGRAMS = [
    DosProgram(
        "functions that fill a buffer keep the pointer to it",
        """
         ld l,0
         ld c,&31
         call filled
         ld b,0
         ld c,&59
         call filled
         ld de,mask
         ld b,0
         ld c,&40
         ld ix,block
         call BDOS
         ld c,&5E
         call filled
         ld b,&D7
         ld c,&66
         call filled
         ld hl,item
         ld b,255
         ld c,&6B
         call filled
         ld de,1
         ld c,&6D
         call listed
         ld de,mask
         ld c,&5C
         call listed
         ret
filled:  ld de,buffer
         push bc
         call BDOS
         pop bc
         ld hl,buffer
         or a
         sbc hl,de
         ret z
wrong:   ld a,c
         call show.hex
         jp show.line
listed:  ld hl,buffer
         push bc
         call BDOS
         pop bc
         ld de,buffer
         or a
         sbc hl,de
         ret z
         jr wrong
mask:    dm "*.*"
         db 0
item:    dm "PATH"
         db 0
block:   EQU &2000
buffer:  EQU &2100
""",
        output="",
        files={"A.TXT": b"a"},
        level=2,
    ),
]
