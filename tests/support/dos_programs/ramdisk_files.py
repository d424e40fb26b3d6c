"""Files and directories on the RAM disk H:."""

from tests.support.dos_programs.program import DosProgram, call, control_block
from tests.support.dos_programs.ramdisk import on_ram_disk


def _through(name: str, place: int) -> DosProgram:
    """A file of 5000 bytes goes to the RAM disk from `place` and comes back there."""
    return on_ram_disk(
        f"a file on the RAM disk is written and read at {name}",
        f"""
         call made
         ld hl,{place}
         ld bc,5000
fill:    ld a,l
         xor h
         ld (hl),a
         cpi
         jp pe,fill
         ld de,name
         xor a
         ld bc,&0044
         call BDOS
         call show.hex
         ld a,b
         ld (handle),a
         ld de,{place}
         ld hl,5000
         ld c,&49
         call BDOS
         call show.answer
         ld a,(handle)
         ld b,a
         xor a
         ld h,a
         ld l,a
         ld d,a
         ld e,a
         ld c,&4A
         call BDOS
         ld hl,{place}
         ld de,{place} + 1
         ld bc,4999
         ld (hl),0
         ldir
         ld a,(handle)
         ld b,a
         ld de,{place}
         ld hl,6000
         ld c,&48
         call BDOS
         call show.answer
         ld a,(handle)
         ld b,a
         ld c,&45
         call BDOS
         call show.hex
         ld hl,{place}
         ld bc,5000
check:   ld a,l
         xor h
         cpi
         jr nz,wrong
         jp pe,check
         ld a,"="
         jp show.char
wrong:   ld a,"?"
         jp show.char
handle:  db 0
name:    dm "H:FILE.DAT"
         db 0
""",
        "0000 1388\n00 1388\n00=",
    )


PROGRAMS = [
    _through("page 0", 0x2000),
    _through("page 1", 0x5001),
    _through("the end of page 1", 0x7000),
    _through("page 2", 0x9000),
    on_ram_disk(
        "directories of the RAM disk are made, entered and removed",
        """
         call made
         ld de,first
         xor a
         ld bc,&1044
         call BDOS
         call show.hex
         ld de,first
         ld c,&5A
         call path
         ld de,second
         xor a
         ld bc,&1044
         call BDOS
         call show.hex
         ld de,deep
         ld c,&5A
         call path
         ld de,&9000
         ld bc,&0859
         call BDOS
         ld hl,&9000
         ld b,9
         call show.bytes
         ld de,up
         ld c,&5A
         call path
         ld de,first
         ld c,&4D
         call path
         ld de,deep
         ld c,&4D
         call path
         ld de,first
         ld c,&4D
         jp path
first:   dm "H:\\ONE"
         db 0
second:  dm "H:TWO"
         db 0
deep:    dm "H:\\ONE\\TWO"
         db 0
up:      dm "H:\\"
         db 0
""",
        "0000 0000 ONE\\TWO..00 D0 00 00 ",
    ),
    on_ram_disk(
        "functions for FCBs work on the RAM disk, also in a directory of it",
        """
         call made
         ld de,folder
         xor a
         ld bc,&1044
         call BDOS
         ld de,folder
         ld c,&5A
         call BDOS
"""
        + call(0x16, "hex", de="fcb")
        + "         ld hl,1\n         ld (fcb + 14),hl\n"
        + call(0x1A, de="text")
        + call(0x26, "hex", de="fcb", hl=5)
        + call(0x10, "hex", de="fcb")
        + call(0x11, "hex", de="again")
        + call(0x0F, "hex", de="again")
        + "         ld hl,1\n         ld (again + 14),hl\n"
        + call(0x1A, de="&4100")
        + call(0x27, "answer", de="again", hl=9)
        + "         ld hl,&4100\n         ld b,5\n         call show.bytes\n"
        + "         ld de,root\n         ld c,&5A\n         call BDOS\n"
        + call(0x0F, "hex", de="again")
        + "         ret\n"
        + 'folder:  dm "H:\\SUB"\n         db 0\nroot:    dm "H:\\"\n         db 0\n'
        + 'text:    dm "HELLO"\n'
        + control_block("fcb", "A       TXT", 8)
        + control_block("again", "A       TXT", 8),
        "0000000000" + "01 0005\nHELLOFF",
    ),
    on_ram_disk(
        "the RAM disk fills up, and says so",
        """
         ld bc,&0168
         call BDOS
         ld de,name
         xor a
         ld bc,&0044
         call BDOS
         ld c,0
more:    push bc
         ld de,&8000
         ld hl,&0400
         ld c,&49
         call BDOS
         pop bc
         inc c
         or a
         jr z,more
         call show.hex
         ld a,c
         jp show.hex
name:    dm "H:FILE.DAT"
         db 0
""",
        "D40C",
    ),
    on_ram_disk(
        "files are searched for, renamed and moved on the RAM disk",
        """
         call made
         ld de,name
         xor a
         ld bc,&0044
         call BDOS
         ld c,&45
         call BDOS
         ld de,folder
         xor a
         ld bc,&1044
         call BDOS
         ld de,name
         ld hl,new
         ld c,&4E
         call BDOS
         call show.hex
         ld de,all
         ld hl,target
         ld c,&4F
         call BDOS
         call show.hex
         ld de,deep
         ld b,0
         ld ix,&9000
         ld c,&40
         call BDOS
         call show.hex
         ld hl,&9001
         ld b,7
         call show.bytes
         ld a,(&9019)
         call show.hex
         ld c,&41
         ld ix,&9000
         call BDOS
         jp show.hex
name:    dm "H:FILE.DAT"
         db 0
new:     dm "NEW.DAT"
         db 0
all:     dm "H:NEW.DAT"
         db 0
folder:  dm "H:\\SUB"
         db 0
target:  dm "\\SUB"
         db 0
deep:    dm "H:\\SUB\\N*.*"
         db 0
""",
        "000000NEW.DAT08D7",
    ),
]
