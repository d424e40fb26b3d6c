"""Functions 0Ch-0Eh, 18h-1Bh, 2Eh-30h and those that are not there: drives, sectors, versions."""

from tests.support.dos_programs.program import DosProgram, call

WORDS = "".join(
    f"         push {pair}\n         pop hl\n         call show.word\n         call show.space\n"
    for pair in ("bc", "de")
)

PROGRAMS = [
    DosProgram(
        "the version is that of CP/M 2.2",
        call(0x0C, "answer") + "         ret\n",
        output="22 0022\n",
    ),
    DosProgram(
        "the current drive is chosen and reset",
        call(0x19, "hex")
        + call(0x0E, e=1)
        + call(0x19, "hex")
        + call(0x0D)
        + call(0x19, "hex")
        + "         ret\n",
        output="000100",
    ),
    DosProgram(
        "a drive that is not there does not become the current one",
        call(0x0E, e=7) + call(0x19, "hex") + "         ret\n",
        output="00",
    ),
    DosProgram(
        "the login vector has drive A",
        call(0x18) + "         ld a,l\n         and 1\n         jp show.hex\n",
        output="01",
    ),
    DosProgram(
        "function 1B tells sizes of the disk",
        call(0x1B, e=0) + "         call show.hex\n" + WORDS + "         ret\n",
        output="020200 02C9 ",
        guest_only="exec has no clusters",
    ),
    DosProgram(
        "function 1B knows no drive 20",
        call(0x1B, "hex", e=20) + "         ret\n",
        output="FF",
    ),
    DosProgram(
        "free clusters are taken by a file and come back",
        call(0x1B, e=0)
        + "         push hl\n"
        + call(0x16, de="FCB1")
        + "         ld b,20\nwrite:   push bc\n"
        + call(0x15, de="FCB1")
        + "         pop bc\n         djnz write\n"
        + call(0x10, de="FCB1")
        + call(0x1B, e=0)
        + "         ex de,hl\n         pop hl\n         push hl\n         or a\n"
        + "         sbc hl,de\n         call show.word\n"
        + call(0x13, de="FCB1")
        + call(0x1B, e=0)
        + "         ex de,hl\n         pop hl\n         or a\n"
        + "         sbc hl,de\n         jp show.word\n",
        arguments="X.X",
        output="00030000",
        guest_only="exec has no clusters",
    ),
    DosProgram(
        "functions that are not there answer 0",
        "".join(call(number, "hex") for number in (0x1C, 0x1D, 0x1E, 0x1F, 0x20, 0x25, 0x29))
        + "         ret\n",
        output="00" * 7,
    ),
    DosProgram(
        "the transfer address is 80h again after a reset",
        call(0x1A, de="&4000")
        + call(0x0D)
        + call(0x0F, de="FCB1")
        + call(0x14, de="FCB1")
        + "         ld hl,DMA\n         ld b,5\n         jp show.bytes\n",
        arguments="F.TXT",
        files={"F.TXT": b"HELLO"},
        output="HELLO",
    ),
    DosProgram(
        "sectors are read",
        call(0x1A, de="&4000")
        + "         ld hl,&0200\n         ld de,0\n         ld c,&2F\n"
        + "         call BDOS\n         call show.hex\n"
        + "         ld hl,&4000 + 11\n         ld a,(hl)\n         call show.hex\n"
        + "         inc hl\n         ld a,(hl)\n         call show.hex\n"
        + "         ld a,(&4200)\n         jp show.hex\n",
        output="000002F9",
        guest_only="exec has no sectors",
    ),
    DosProgram(
        "sectors of a drive that is not there are refused",
        "         ld hl,&0109\n         ld de,0\n         ld c,&2F\n         call BDOS\n"
        + "         or a\n         ld a,0\n         jr z,@it\n         inc a\n@it:\n"
        + "         jp show.hex\n",
        output="01",
    ),
]
