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
        "a disk gets a new boot sector with a volume id, and keeps its files",
        """
         ld de,&9000
         ld c,&1A
         call BDOS
         ld a,&FF
         call new
         call read
         ld hl,&9020
         ld b,6
         call show.bytes
         ld hl,&900B
         ld b,17
fields:  ld a,(hl)
         call show.hex
         inc hl
         djnz fields
         call show.line
         ld l,1
         ld de,&9400
         ld c,&31
         call BDOS
         call show.hex
         ld hl,(&9414)
         ld de,(&9027)
         or a
         sbc hl,de
         call show.word       ; the volume id
         ld hl,&900B
         ld b,19              ; no fields
lost:    ld (hl),&77
         inc hl
         djnz lost
         ld hl,&0100
         ld de,0
         ld c,&30
         call BDOS
         ld a,&FE
         call new
         call read
         ld hl,&900B
         ld b,20
again:   ld a,(hl)
         call show.hex
         inc hl
         djnz again
         ld de,file
         xor a
         ld c,&43
         call BDOS
         call show.hex
         ld a,&FD
new:     ld bc,&0167
         call BDOS
         jp show.hex
read:    ld hl,&0100
         ld de,0
         ld c,&2F
         jp BDOS
file:    dm "A.TXT"
         db 0
""",
        output="00VOL_ID0002020100027000A005F9030009000200\n00000000"
        "0002020100027000A005F90300090002000000C9008B",
        files={"A.TXT": b"A"},
        level=2,
        guest_only="folders of the host have no sectors",
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
