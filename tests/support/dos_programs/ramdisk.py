"""Function 68h, and the RAM disk H: in the other functions."""

from tests.support.dos_programs.program import DosProgram, call, control_block

_WHY = "exec has no memory to spare for a RAM disk"

# made: a RAM disk of two segments. tell: calls with BC and shows A and B. path: DE, C = function; A is shown.
_ROUTINES = """
made:    ld bc,&0268
         jp BDOS
tell:    call BDOS
         call show.hex
         ld a,b
         call show.hex
         jp show.space
path:    xor a
         ld b,a
         call BDOS
         call show.hex
         jp show.space
word:    push de
         pop hl
         call show.word
         jp show.space
same:    ld a,(de)
         cpi
         jr nz,same1
         inc de
         jp pe,same
         ld a,1
         jp show.hex
same1:   xor a
         jp show.hex
"""


def _program(name: str, source: str, output: str, **more: object) -> DosProgram:
    return DosProgram(
        name,
        source + _ROUTINES,
        output,
        level=2,
        guest_only=_WHY,
        **more,  # type: ignore[arg-type]
    )


def _through(name: str, place: int) -> DosProgram:
    """A file of 5000 bytes goes to the RAM disk from `place` and comes back there."""
    return _program(
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
    DosProgram(
        "a RAM disk is made once, told and removed",
        """
         ld bc,&FF68
         call tell
         ld bc,&0268
         call tell
         ld bc,&FF68
         call tell
         ld bc,&0168
         call tell
         ld bc,&0068
         call tell
         ld bc,&0068
         call tell
         ld bc,&FF68
"""
        + _ROUTINES.replace("made:", "         jr tell\nmade:"),
        "0000 0002 0002 BC02 0000 0000 0000 ",
        level=2,
        exec_differs=_WHY,
        exec_output="0000 DE00 0000 DE00 0000 0000 0000 ",
    ),
    _program(
        "a RAM disk has no more memory than there is, and the mapper's table counts it",
        """
         xor a
         ld de,&0401
         call &FFCA
         push hl
         pop ix
         ld c,(ix + 2)
         push bc
         ld bc,&FE68
         call BDOS
         pop de
         sub b                ; A = 0
         add a,e
         push de
         call show.hex
         ld a,(ix + 2)
         call show.hex
         ld bc,&FE68
         call BDOS
         call show.hex
         ld bc,&0068
         call BDOS
         pop de
         ld a,(ix + 2)
         sub e
         jp show.hex
""",
        "0000BC00",
    ),
    _through("page 0", 0x2000),
    _through("page 1", 0x5001),
    _through("the end of page 1", 0x7000),
    _through("page 2", 0x9000),
    _program(
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
    _program(
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
    _program(
        "sectors of the RAM disk are read and written",
        """
         call made
"""
        + call(0x1A, de="&7F00")
        + "         ld hl,&0207\n         ld de,0\n         ld c,&2F\n         call BDOS\n"
        + "         call show.hex\n         ld hl,&7F20\n         ld b,6\n         call show.bytes\n"
        + "         ld hl,(&7F13)\n         call show.word\n"
        + "         ld hl,&9000\n         ld (hl),&A5\n"
        + call(0x1A, de="&9000")
        + "         ld hl,&0107\n         ld de,63\n         ld c,&30\n         call BDOS\n"
        + "         call show.hex\n"
        + call(0x1A, de="&4000")
        + "         ld hl,&0107\n         ld de,63\n         ld c,&2F\n         call BDOS\n"
        + "         call show.hex\n         ld a,(&4000)\n         jp show.hex\n",
        "00VOL_ID00400000A5",
    ),
    _program(
        "a sector behind the RAM disk is not found",
        """
         call made
         ld de,error
         ld c,&64
         call BDOS
         ld hl,&0207
         ld de,63
         ld c,&2F
         call BDOS
         jp show.hex
error:   call show.hex
         ld a,b
         call show.hex
         ld a,3
         ret
""",
        "F90800",
    ),
    _program(
        "the RAM disk is in the login vector and can be the current drive while it is there",
        call(0x18, "answer")
        + "         call made\n"
        + call(0x18, "answer")
        + call(0x0E, "hex", e=7)
        + call(0x19, "hex")
        + "         ld bc,&0068\n         call BDOS\n"
        + call(0x19, "hex")
        + call(0x0E, e=7)
        + call(0x19, "hex")
        + call(0x18, "answer")
        + "         ret\n",
        "03 0003\n83 0083\n02070000" + "03 0003\n",
    ),
    _program(
        "functions 1B and 31 tell what the RAM disk is",
        "         call made\n"
        + call(0x1B, e=8)
        + "         call show.hex\n         push hl\n         call word\n         pop hl\n"
        + "         call show.word\n         call show.line\n"
        + "         ld l,8\n"
        + call(0x31, "hex", de="&4000")
        + "         ld hl,&4000\n         ld b,19\n"
        + "next:    ld a,(hl)\n         call show.hex\n         inc hl\n         djnz next\n"
        + "         ret\n",
        "010036 0036\n00" + "08000201020001700040" + "00F80103000A003700",
    ),
    _program(
        "a drive that is no more has no files, and its handles are dead",
        """
         call made
         ld de,name
         xor a
         ld bc,&0044
         call BDOS
         ld a,b
         ld (handle),a
         ld bc,&0068
         call BDOS
         call show.hex
         ld a,(handle)
         ld b,a
         ld de,&9000
         ld hl,1
         ld c,&49
         call BDOS
         call show.hex
         ld a,(handle)
         ld b,a
         ld c,&45
         call BDOS
         call show.hex
         ld de,name
         xor a
         ld c,&43
         call BDOS
         jp show.hex
handle:  db 0
name:    dm "H:FILE.DAT"
         db 0
""",
        "00BA00DB",
    ),
    _program(
        "the RAM disk takes no format",
        "         call made\n         xor a\n         ld bc,&0867\n         call BDOS\n"
        + "         call show.hex\n         ld a,1\n         ld bc,&0867\n         call BDOS\n"
        + "         jp show.hex\n",
        "F0F0",
    ),
    _program(
        "a letter can mean the RAM disk until it is removed",
        """
         ld bc,&026A
         ld d,8
         call BDOS
         call show.hex
         call made
         ld bc,&026A
         ld d,8
         call BDOS
         call show.hex
         ld a,d
         call show.hex
         ld de,name
         xor a
         ld bc,&0044
         call BDOS
         call show.hex
         ld de,other
         xor a
         ld c,&43
         call BDOS
         call show.hex
         ld bc,&0068
         call BDOS
         ld bc,&026A
         ld d,&FF
         call BDOS
         ld a,d
         jp show.hex
name:    dm "B:FILE.DAT"
         db 0
other:   dm "H:FILE.DAT"
         db 0
""",
        "DB0008000002",
    ),
    _program(
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
    _program(
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
