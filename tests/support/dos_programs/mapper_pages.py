"""The mapper support routines: what the pages show, and calls between segments."""

from tests.support.dos_programs.mapper import with_mapper

PROGRAMS = [
    with_mapper(
        "bytes are read from and written to a segment that no page shows",
        """
         call support
         call user
         ld c,a
         ld hl,&0123
         ld e,&A5
         call wr.seg
         ld hl,&7FFF
         ld e,&5A
         ld a,c
         call wr.seg
         ld a,c
         ld hl,&C123
         call rd.seg
         call show.hex
         ld hl,&3FFF
         ld a,c
         call rd.seg
         ei
         call show.hex
         ld a,c
         call put.p1
         ld a,(&4123)
         call show.hex
         ld a,(&7FFF)
         call show.hex
         ld h,&40
         call get.ph
         sub c
         jp show.hex
""",
        "A55AA55A00",
    ),
    with_mapper(
        "each page shows the segment that is put there",
        """
         call support
         call user
         ld c,a
         ld h,&80
         call get.ph
         ld b,a
         call get.p2
         cp b
         call nz,show.hex
         ld a,c
         call put.ph
         call get.p2
         sub c
         call show.hex
         ld a,&77
         ld (&8000),a
         ld a,b
         call put.p2
         ld a,(&8000)
         cp &77
         call z,show.hex
         ld a,c
         call put.p1
         call get.p1
         sub c
         call show.hex
         ld a,(&4000)
         call show.hex
         call get.p3
         ld b,a
         ld a,c
         call put.p3
         ld h,&C0
         call put.ph
         call get.p3
         sub b
         jp show.hex
""",
        "00007700",
    ),
    with_mapper(
        "functions keep the segments of pages 1 and 2, and work on what they show",
        """
         call support
         call user
         ld (first),a
         call put.p1
         call user
         ld (second),a
         call put.p2
         ld hl,name
         ld de,&4000
         ld bc,6
         ldir
         ld hl,name
         ld de,&8000
         ld bc,6
         ldir
         ld sp,&6000
         ld hl,&4000
         ld de,&8000
         ld c,&6C
         call 5
         call show.hex
         ld hl,&8000
         ld de,&4100
         ld b,20
         ld c,&6B
         call 5
         call show.hex
         ld hl,&4100
         ld b,5
         call show.bytes
         call get.p1
         ld hl,first
         sub (hl)
         call show.hex
         call get.p2
         ld hl,second
         sub (hl)
         call show.hex
         ld hl,&4000
         ld de,empty
         ld c,&6C
         call 5
         jp 0
name:    dm "EBMAP"
empty:   db 0
first:   db 0
second:  db 0
""",
        "0000EBMAP0000",
    ),
    with_mapper(
        "routines in other segments are called",
        """
         call support
         call get.p2
         ld (before),a
         call user
         ld (inline),a
         ld (segment),a
         call put.p2
         ld hl,routine
         ld de,&8123
         ld bc,routine.end - routine
         ldir
         ld a,(before)
         call put.p2
         ld iy,(segment - 1)
         ld ix,&8123
         ld a,&11
         ld bc,&2233
         ld de,&4455
         ld hl,&6677
         call cal.seg
         call show.hex
         call show.word
         ld h,b
         ld l,c
         call show.word
         ex de,hl
         call show.word
         ld a,&88
         ld hl,&0001
         call calls
inline:  db 0
         dw &8123
         call show.hex
         call show.word
         call get.p2
         ld hl,before
         sub (hl)
         jp show.hex
routine: inc a
         inc b
         inc e
         inc hl
         ret
routine.end: EQU $
before:  db 0
segment: db 0
""",
        "12667823334456890002" + "00",
    ),
]
