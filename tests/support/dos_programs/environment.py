"""Functions 6Bh-6Dh: environment strings."""

from tests.support.dos_programs.program import DosProgram

# set: HL = name, DE = value. get: HL = name, B = size: shows the error code and the text, up to its 0
# or the size. item: DE = number: the same for a name.
_ROUTINES = """
set:     ld c,&6C
         call BDOS
         jp show.hex
get:     push bc
         call clear
         pop bc
         ld de,buffer
         ld c,&6B
         call BDOS
         call show.hex
         jr text
item:    call clear
         ld hl,buffer
         ld c,&6D
         call BDOS
         call show.hex
text:    call show.space
         ld hl,buffer
text1:   ld a,(hl)
         inc hl
         or a
         jp z,show.line
         call show.char
         jr text1
clear:   push hl
         push de
         ld hl,buffer
         ld de,buffer + 1
         ld bc,511
         ld (hl),"~"
         ldir
         xor a
         ld (de),a
         pop de
         pop hl
         ret
empty:   db 0
one:     dm "EBONE"
         db 0
two:     dm "EBTWO"
         db 0
buffer:  EQU &2000
"""

PROGRAMS = [
    DosProgram(
        "an environment item is set, read, changed and removed",
        """
         ld hl,one
         ld b,255
         call get
         ld hl,lower
         ld de,value
         call set
         ld hl,one
         ld b,255
         call get
         ld hl,one
         ld de,other
         call set
         ld hl,lower
         ld b,255
         call get
         ld hl,one
         ld de,empty
         call set
         ld hl,one
         ld b,255
         call get
         ld hl,one
         ld de,empty
         jp set
lower:   dm "ebOne"
         db 0
value:   dm "Hello, World = 1"
         db 0
other:   dm "x"
         db 0
"""
        + _ROUTINES,
        output="00 \n0000 Hello, World = 1\n0000 x\n0000 \n00",
        level=2,
    ),
    DosProgram(
        "the newest environment item is the first, its name is in capitals",
        """
         ld hl,one
         ld de,one
         call set
         ld hl,lower
         ld de,one
         call set
         ld de,1
         call item
         ld de,2
         call item
         ld hl,one
         ld de,two
         call set
         ld de,1
         call item
         ld de,2
         call item
         ld de,9999
         call item
         ld de,0
         jp item
lower:   dm "ebtwo"
         db 0
"""
        + _ROUTINES,
        output="000000 EBTWO\n00 EBONE\n0000 EBONE\n00 EBTWO\n00 \n00 \n",
        level=2,
    ),
    DosProgram(
        "a name with a character that no file name has is refused",
        """
         ld hl,empty
         ld de,one
         call set
         ld hl,blank
         ld de,one
         call set
         ld hl,colon
         ld de,one
         call set
         ld hl,equals
         ld de,one
         call set
         ld hl,colon
         ld b,255
         call get
         ld hl,good
         ld de,one
         call set
         ld hl,good
         ld b,255
         jp get
blank:   dm "A B"
         db 0
colon:   dm "A:"
         db 0
equals:  dm "A=B"
         db 0
good:    dm "A-B_1"
         db 0
"""
        + _ROUTINES,
        output="C0C0C0C0C0 " + "~" * 512 + "\n0000 EBONE\n",
        level=2,
    ),
    DosProgram(
        "a value that is longer than the buffer is cut off",
        """
         ld hl,one
         ld de,value
         call set
         ld hl,one
         ld b,6
         call get
         ld hl,one
         ld b,5
         call get
         ld hl,one
         ld b,1
         jp get
value:   dm "12345"
         db 0
"""
        + _ROUTINES,
        output="0000 12345\nBF 12345" + "~" * 507 + "\nBF 1" + "~" * 511 + "\n",
        level=2,
    ),
    DosProgram(
        "a value may have 255 characters and a name too, but not 256",
        """
         ld hl,long
         ld de,long + 1
         ld bc,255
         ld (hl),"a"
         ldir
         xor a
         ld (de),a
         ld hl,one
         ld de,long
         call set
         ld hl,long
         ld de,one
         call set
         ld hl,one
         ld de,long + 1
         call set
         ld hl,long + 1
         ld de,one
         call set
         ld de,1
         call clear
         ld hl,buffer
         ld c,&6D
         call BDOS
         call length
         ld de,2
         call clear
         ld hl,one
         ld de,buffer
         ld b,255
         ld c,&6B
         call BDOS
         call show.hex
         ld hl,long + 1
         ld b,255
         call get
         ld hl,long + 1
         ld de,empty
         call set
         ld hl,one
         ld de,empty
         jp set
length:  ld hl,buffer
         ld bc,0
length1: ld a,(hl)
         inc hl
         inc c
         or a
         jr nz,length1
         ld h,b
         ld l,c
         dec l
         jp show.word
long:    EQU &3000
"""
        + _ROUTINES,
        output="BFBF000000FFBF00 EBONE\n0000",
        level=2,
    ),
    DosProgram(
        "what finds no room in the environment changes nothing",
        """
         ld hl,one
         ld de,two
         call set
         ld hl,long
         ld de,long + 1
         ld bc,254
         ld (hl),"v"
         ldir
         xor a
         ld (de),a
         ld b,255
fill:    push bc
         ld a,b
         call digit
         ld (name + 1),a
         ld a,b
         rrca
         rrca
         rrca
         rrca
         call digit
         ld (name),a
         ld hl,name
         ld de,long
         ld c,&6C
         call BDOS
         pop bc
         or a
         jr nz,full
         djnz fill
full:    call show.hex
         ld hl,one
         ld de,long
         call set
         ld hl,one
         ld b,255
         call get
         ld hl,one
         ld de,one
         call set
         ld hl,one
         ld b,255
         jp get
digit:   and 15
         add a,"A"
         ret
name:    dm "AA"
         db 0
long:    EQU &3000
"""
        + _ROUTINES,
        output="00DEDE00 EBTWO\n0000 EBONE\n",
        level=2,
        guest_only="an environment on the host has no limit of its own",
    ),
    DosProgram(
        "environment strings may lie in page 1 and in page 2",
        """
         ld hl,one
         ld de,&7FFE
         ld bc,6
         ldir
         ld hl,one
         ld de,&BFFD
         ld bc,6
         ldir
         ld hl,&7FFE
         ld de,&BFFD
         call set
         ld hl,&7FFE
         ld de,&7FFC
         ld b,20
         ld c,&6B
         call BDOS
         call show.hex
         ld hl,&7FFC
         ld b,6
         call show.bytes
         ld hl,one
         ld de,empty
         jp set
"""
        + _ROUTINES,
        output="0000EBONE.00",
        level=2,
    ),
]
