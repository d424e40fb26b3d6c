"""File handles: open, create, read, write, seek, copies, what they say of themselves."""

from tests.support.dos_programs.program import DosProgram

# What the programs of level 2 share: `CALL n` as a subroutine that shows the error code.
_CREATE = """
         ld de,name
         xor a
         ld b,a
         ld c,&44
         call BDOS
         call show.hex
         ld a,b
         call show.hex
         call show.line
"""

WRITTEN = DosProgram(
    name="a-file-is-created-written-and-read-again-by-its-handle",
    level=2,
    source=_CREATE
    + """
         ld de,data
         ld hl,5
         ld c,&49
         push bc
         call BDOS
         call show.answer
         pop bc
         push bc
         xor a
         ld d,a
         ld e,a
         ld hl,1
         ld c,&4A
         call BDOS
         call show.answer
         pop bc
         push bc
         ld de,&C000
         ld hl,100
         ld c,&48
         call BDOS
         call show.answer
         ld hl,&C000
         ld b,4
         call show.bytes
         call show.line
         pop bc
         push bc
         ld de,&C000
         ld hl,100
         ld c,&48
         call BDOS
         call show.answer
         pop bc
         push bc
         ld c,&45
         call BDOS
         call show.hex
         pop bc
         ld c,&45
         call BDOS
         call show.hex
         jp show.line
name:    dm "NEW.TXT"
         db 0
data:    dm "Hello"
""",
    output="0005\n00 0005\n00 0001\n00 0004\nello\nC7 0000\n00C2\n",
    after={"NEW.TXT": b"Hello"},
)

PROGRAMS = [WRITTEN]
