"""Functions 31h, 57h, 58h, 67h-6Ah, 6Eh and 6Fh: settings, and what the system says of itself."""

from tests.support.dos_programs.program import DosProgram

PROGRAMS = [
    DosProgram(
        "the version is 2",
        """
         ld c,&6F
         call BDOS
         call show.hex
         ld a,b
         call show.hex
         ld a,d
         jp show.hex
""",
        output="000202",
        level=2,
    ),
    DosProgram(
        "the transfer address is told",
        """
         ld c,&57
         call BDOS
         call show.hex
         ex de,hl
         call show.word
         ld de,&4321
         ld c,&1A
         call BDOS
         ld c,&57
         call BDOS
         ex de,hl
         jp show.word
""",
        output="0000804321",
        level=2,
    ),
    DosProgram(
        "whether writing is verified is told",
        """
         call tell
         ld e,1
         ld c,&2E
         call BDOS
         call tell
         ld e,0
         ld c,&2E
         call BDOS
tell:    ld c,&58
         call BDOS
         call show.hex
         ld a,b
         jp show.hex
""",
        output="000000FF0000",
        level=2,
    ),
    DosProgram(
        "the disk check is set and told",
        """
         xor a
         call check
         ld a,1
         ld b,&FF
         call check
         xor a
         call check
         ld a,1
         ld b,0
check:   ld c,&6E
         call BDOS
         call show.hex
         ld a,b
         jp show.hex
""",
        output="000000FF00FF0000",
        level=2,
    ),
    DosProgram(
        "there are at least two buffers",
        """
         ld b,0
         ld c,&69
         call BDOS
         call show.hex
         ld a,b
         cp 2
         ret nc
         jp show.hex
""",
        output="00",
        level=2,
    ),
    DosProgram(
        "a drive is another one until it is itself again",
        """
         ld bc,&026A
         ld d,&FF
         call tell
         ld bc,&026A
         ld d,1
         call tell
         ld bc,&026A
         ld d,&FF
         call tell
         ld de,fcb
         ld c,&0F
         call BDOS
         call show.hex
         ld bc,&026A
         ld d,0
         call tell
         ld bc,&026A
         ld d,1
         call tell
         ld bc,&006A
         ld d,0
         call BDOS
         call show.hex
         ld bc,&026A
         ld d,&FF
         call tell
         ld bc,&026A
         ld d,9
         call tell
         ld bc,&096A
         ld d,1
tell:    call BDOS
         call show.hex
         or a
         ld a,d
         call z,show.hex
         jp show.space
fcb:     db 2
         dm "A       TXT"
         ds 32
""",
        files={"A.TXT": b"1"},
        output="0002 0001 0001 000002 0001 000002 DB DB ",
        level=2,
        guest_only="drives of the host are folders",
    ),
    DosProgram(
        "the parameters of a disk of 720 KB",
        """
         ld de,buffer
         ld l,1
         ld c,&31
         call BDOS
         call show.hex
         ld hl,buffer
         ld b,20
next:    ld a,(hl)
         inc hl
         call show.space
         call show.hex
         djnz next
         ld hl,buffer + 24
         ld b,8
         xor a
more:    or (hl)
         inc hl
         djnz more
         call show.line
         call show.hex
         ld l,0
         ld de,buffer
         ld c,&31
         call BDOS
         call show.hex
         ld l,9
         ld de,buffer
         ld c,&31
         call BDOS
         jp show.hex
buffer:  EQU &2000
""",
        output="00 01 00 02 02 01 00 02 70 00 A0 05 F9 03 07 00 0E 00 CA 02 00\n0000DB",
        level=2,
        guest_only="a folder of the host is no disk of 720 KB",
    ),
    DosProgram(
        "formatting tells its choices and refuses what is none",
        """
         ld bc,&0167
         xor a
         call BDOS
         call show.hex
         ld a,b
         call &000C           ; RDSLT
         ei
         call show.char
         ld bc,&0167
         ld a,10
         call BDOS
         call show.hex
         ld bc,&0967
         xor a
         call BDOS
         jp show.hex
""",
        output="0018BDB",
        level=2,
        guest_only="folders of the host are not formatted",
    ),
]
