"""Functions 60h-64h: processes and how a program ends."""

from tests.support.dos_programs.program import DosProgram

PROGRAMS = [
    DosProgram(
        "an error code ends a program",
        """
         ld a,"a"
         call show.char
         ld bc,&0762
         call BDOS
         ld a,"b"
         jp show.char
""",
        output="a",
        level=2,
        status=7,
    ),
    DosProgram(
        "the abort routine gets the error code and may change it",
        """
         ld de,abort
         ld c,&63
         call BDOS
         call show.hex
         ld bc,&0962
         call BDOS
         ld a,"b"
         jp show.char
abort:   call show.hex
         ld a,b
         call show.hex
         ld a,5
         ret
""",
        output="000900",
        level=2,
        status=5,
    ),
    DosProgram(
        "the abort routine may go on behind the call",
        """
         ld de,abort
         ld c,&63
         call BDOS
         ld ix,&1234
         ld iy,&5678
         ld sp,&4800
         ld bc,&0962
         call BDOS
         push ix
         pop hl
         call show.word
         push iy
         pop hl
         call show.word
         ld hl,0
         add hl,sp
         call show.word
         ld de,0
         ld c,&63
         call BDOS
         ld bc,&0362
         call BDOS
abort:   pop hl
         ret
""",
        output="123456784800",
        level=2,
        status=3,
    ),
    DosProgram(
        "function 0 calls the abort routine, a jump to 0 does not",
        """
         ld de,abort
         ld c,&63
         call BDOS
         ld c,0
         call BDOS
         ld a,"-"
         call show.char
         jp 0
abort:   call show.hex
         pop hl
         ret
""",
        output="00-",
        level=2,
    ),
    DosProgram(
        "CTRL+C calls the abort routine",
        """
         ld de,abort
         ld c,&63
         call BDOS
         ld c,1
         call BDOS
         ld a,"-"
         call show.char
         ld c,0
         jp BDOS
abort:   or a
         jr z,done
         call show.hex
         ld a,b
         call show.hex
         pop hl
         ret
done:    ret
""",
        typed="\x03",
        output="^C\n9E00-",
        level=2,
    ),
    DosProgram(
        "a process joins with the error code of its child",
        """
         ld c,&60
         call BDOS
         call show.hex
         ld a,b
         ld (parent),a
         ld hl,(1)
         ld (warm + 1),hl
         ld hl,back
         ld (1),hl
         ld (stack),sp
         ld bc,&2A62
         call BDOS
back:    ld sp,(stack)
         ld hl,(warm + 1)
         ld (1),hl
         ld a,(parent)
         ld b,a
         ld c,&61
         call BDOS
         call show.hex
         ld h,b
         ld l,c
         call show.word
warm:    jp 0
parent:  db 0
stack:   dw 0
""",
        output="00002A00",
        level=2,
    ),
    DosProgram(
        "a process that is no parent cannot be joined",
        """
         ld b,200
         call join
         ld c,&60
         call BDOS
         ld a,b
         ld (parent),a
         inc b
         call join
         ld a,(parent)
         ld b,a
         call join
         ld a,(parent)
         ld b,a
join:    ld c,&61
         call BDOS
         jp show.hex
parent:  db 0
""",
        output="C5C500C5",
        level=2,
    ),
    DosProgram(
        "joining goes back over several processes",
        """
         ld c,&60
         call BDOS
         ld a,b
         ld (parent),a
         ld c,&60
         call BDOS
         ld c,&60
         call BDOS
         ld a,(parent)
         ld b,a
         ld c,&61
         call BDOS
         call show.hex
         ld c,&60
         call BDOS
         ld a,(parent)
         cp b
         ld a,"="
         call z,show.char
         ld c,&61
         call BDOS
         jp show.hex
parent:  db 0
""",
        output="00=00",
        level=2,
    ),
    DosProgram(
        "the load flag is set at the start and cleared by the first function",
        """
         ld a,(&0037)
         or a
         ld b,"0"
         jr z,none
         inc b
none:    push bc
         ld c,&6F
         call BDOS
         ld a,(&0037)
         call show.hex
         pop af
         jp show.char
""",
        output="001",
        level=2,
        guest_only="the process VM loads its one program itself",
    ),
]
