"""Functions 01h-0Bh: keys and text."""

from tests.support.dos_programs.program import DosProgram

PROGRAMS = [
    DosProgram(
        "text and characters",
        """
         ld de,text
         ld c,9
         call BDOS
         ld e,"!"
         ld c,2
         call BDOS
         ld e,"?"
         ld c,6
         call BDOS
         ret
text:    dm "Hello$"
""",
        output="Hello!?",
    ),
    DosProgram(
        "a program ends by function 0",
        """
         ld c,0
         call BDOS
         ld a,"x"
         call show.char
         ret
""",
        output="",
    ),
    DosProgram(
        "a program ends by a jump to 0",
        """
         ld a,"a"
         call show.char
         jp 0
""",
        output="a",
    ),
    DosProgram(
        "keys are shown by function 1 and not by 7 and 8",
        """
         ld c,1
         call BDOS
         call show.hex
         ld c,7
         call BDOS
         call show.hex
         ld c,8
         call BDOS
         call show.hex
         ret
""",
        typed="abc",
        output="a616263",
    ),
    DosProgram(
        "a line has its length and its return",
        """
         ld de,buffer
         ld c,10
         call BDOS
         ld hl,buffer
         ld b,9
         call show.bytes
         ld a,(buffer + 1)
         call show.hex
         ld a,(buffer + 5)
         jp show.hex
buffer:  db "0","*"
         dm "--------"
""",
        typed="xyz\r",
        output="xyz\r0.xyz.---030D",
    ),
    DosProgram(
        "the status says that a key waits",
        """
wait:    ld c,11
         call BDOS
         or a
         jr z,wait
         call show.hex
         ld c,8
         call BDOS
         call show.hex
         ld c,11
         call BDOS
         jp show.hex
""",
        typed="k",
        output="FF6B00",
    ),
    DosProgram(
        "function 6 takes a key or says that there is none",
        """
wait:    ld e,255
         ld c,6
         call BDOS
         or a
         jr z,wait
         call show.hex
         ld e,255
         ld c,6
         call BDOS
         jp show.hex
""",
        typed="q",
        output="7100",
    ),
]
