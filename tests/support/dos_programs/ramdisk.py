"""Function 68h, and the RAM disk H: as a drive."""

from tests.support.dos_programs.program import DosProgram, call

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


def on_ram_disk(name: str, source: str, output: str, **more: object) -> DosProgram:
    """A program for the guest with a RAM disk; `made` makes it."""
    return DosProgram(
        name,
        source + _ROUTINES,
        output,
        level=2,
        guest_only=_WHY,
        **more,  # type: ignore[arg-type]
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
    on_ram_disk(
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
    on_ram_disk(
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
    on_ram_disk(
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
    on_ram_disk(
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
    on_ram_disk(
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
    on_ram_disk(
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
    on_ram_disk(
        "the RAM disk takes no format",
        "         call made\n         xor a\n         ld bc,&0867\n         call BDOS\n"
        + "         call show.hex\n         ld a,1\n         ld bc,&0867\n         call BDOS\n"
        + "         jp show.hex\n",
        "F0F0",
    ),
    on_ram_disk(
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
]
