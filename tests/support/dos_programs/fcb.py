"""Functions 0Fh-17h, 23h and 24h: file control blocks, names, sequential records."""

from tests.support.dos_programs.program import DosProgram, call, control_block

PROGRAMS = [
    DosProgram(
        "a file is made and written by records",
        """
         ld de,FCB1
         ld c,&16
         call BDOS
         call show.hex
         ld hl,DMA
fill:    ld (hl),l
         inc l
         jr nz,fill
         ld de,FCB1
         ld c,&15
         call BDOS
         call show.hex
         ld de,FCB1
         ld c,&10
         call BDOS
         jp show.hex
""",
        arguments="new.dat",
        output="000000",
        after={"NEW.DAT": bytes(range(128, 256))},
    ),
    DosProgram(
        "a file is opened and its size and records are there",
        """
         ld de,FCB1
         ld c,&0F
         call BDOS
         call show.hex
         ld hl,(FCB1 + 16)
         call show.word
         call show.line
next:    ld de,FCB1
         ld c,&14
         call BDOS
         call show.hex
         or a
         ret nz
         ld hl,DMA
         ld b,4
         call show.bytes
         jr next
""",
        arguments="text.txt",
        files={"TEXT.TXT": b"abcd" * 32 + b"efgh" * 32 + b"ij"},
        output="000102\n00abcd00efgh00ij..01",
    ),
    DosProgram(
        "a file that is not there is not opened",
        """
         ld de,FCB1
         ld c,&0F
         call BDOS
         jp show.hex
""",
        arguments="no.txt",
        output="FF",
    ),
    DosProgram(
        "arguments become names and a line",
        """
         ld hl,FCB1
         ld b,12
         call show.bytes
         ld hl,&006C
         ld b,12
         call show.bytes
         ld a,(&0080)
         call show.hex
         ld a,(&0080)
         ld b,a
         ld hl,&0081
         jp show.bytes
""",
        arguments="AB*.C  B:NAME.EXT",
        output=".AB??????C  .NAME    EXT12 AB*.C  B:NAME.EXT",
    ),
    DosProgram(
        "a search finds what fits, in the order of the directory",
        """
         ld c,&11
         jr search
next:    ld c,&12
search:  ld de,FCB1
         call BDOS
         call show.hex
         or a
         ret nz
         ld hl,DMA + 1
         ld b,11
         call show.bytes
         call show.line
         jr next
""",
        arguments="*.t?t",
        files={"ONE.TXT": b"1", "TWO.COM": b"2", "THREE.TAT": b"3"},
        output="00ONE     TXT\n00THREE   TAT\nFF",
    ),
    DosProgram(
        "a file is renamed and deleted",
        """
         ld hl,&006C
         ld de,FCB1 + 16
         ld bc,12
         ldir
         ld de,FCB1
         ld c,&17
         call BDOS
         call show.hex
         ld de,FCB1
         ld c,&17
         call BDOS
         call show.hex
         ld de,gone
         ld c,&13
         call BDOS
         call show.hex
         ld de,gone
         ld c,&13
         call BDOS
         jp show.hex
gone:    db 0
         dm "GONE    ???"
         ds 25
""",
        arguments="old.txt new.doc",
        files={"OLD.TXT": b"old", "GONE.A": b"a", "GONE.B": b"b"},
        output="00FF00FF",
        after={"NEW.DOC": b"old", "OLD.TXT": None, "GONE.A": None, "GONE.B": None},
    ),
    DosProgram(
        "bad drives and bad names are refused",
        call(0x0F, "hex", de="far")
        + call(0x16, "hex", de="far")
        + call(0x11, "hex", de="far")
        + call(0x13, "hex", de="far")
        + call(0x16, "hex", de="wild")
        + call(0x16, "hex", de="blank")
        + call(0x16, "hex", de="slash")
        + "         ret\n"
        + control_block("far", "A       TXT", 20)
        + control_block("wild", "A?      TXT")
        + control_block("blank", "        TXT")
        + control_block("slash", "A/B     TXT"),
        output="FF" * 7,
    ),
    DosProgram(
        "the first file that fits is opened and gives its name",
        call(0x0F, "hex", de="fcb")
        + "         ld hl,fcb + 1\n         ld b,11\n         jp show.bytes\n"
        + control_block("fcb", "b???????t??"),
        files={"ABC.TXT": b"", "BCD.TAT": b"", "BXY.TXT": b""},
        output="00BCD     TAT",
    ),
    DosProgram(
        "the size is rounded up to records",
        "".join(
            call(0x23, "hex", de=name)
            + f"         ld hl,({name} + 33)\n         call show.word\n"
            + f"         ld a,({name} + 35)\n         call show.hex\n         call show.space\n"
            for name in ("none", "one", "full", "more", "big", "lost")
        )
        + "         ret\n"
        + control_block("none", "NONE    BIN")
        + control_block("one", "ONE     BIN")
        + control_block("full", "FULL    BIN")
        + control_block("more", "MORE    BIN")
        + control_block("big", "BIG     BIN")
        + control_block("lost", "LOST    BIN"),
        files={
            "NONE.BIN": b"",
            "ONE.BIN": b"1",
            "FULL.BIN": bytes(128),
            "MORE.BIN": bytes(129),
            "BIG.BIN": bytes(70000),
        },
        output="00000000 00000100 00000100 00000200 00022300 FF000000 ",
    ),
    DosProgram(
        "the random record comes from extent and record",
        "         ld hl,fcb + 12\n         ld (hl),2\n"
        + "         ld a,5\n         ld (fcb + 32),a\n"
        + call(0x24, de="fcb")
        + "         ld hl,(fcb + 33)\n         call show.word\n"
        + "         ld a,(fcb + 35)\n         jp show.hex\n"
        + control_block("fcb", "X          "),
        output="010500",
    ),
    DosProgram(
        "a search gives drive, name, records and size",
        call(0x11, "hex", de="fcb")
        + "         ld hl,DMA\n         ld b,16\n         call show.bytes\n"
        + "         ld a,(DMA)\n         call show.hex\n"
        + "         ld a,(DMA + 15)\n         call show.hex\n"
        + "         ld hl,(DMA + 29)\n         call show.word\n"
        + call(0x0F, "hex", de="DMA")
        + "         ld hl,(DMA + 16)\n         jp show.word\n"
        + control_block("fcb", "F???????????"[:11]),
        files={"FILE.TXT": bytes(300)},
        output="00.FILE    TXT....0103012C00012C",
    ),
    DosProgram(
        "deleting in the midst of a search leaves out no file",
        call(0x11, de="all")
        + "next:    or a\n         ret nz\n"
        + "         ld hl,DMA + 1\n         ld de,one + 1\n         ld bc,11\n         ldir\n"
        + "         ld hl,one + 1\n         ld b,8\n         call show.bytes\n"
        + call(0x13, "hex", de="one")
        + call(0x12)
        + "         jr next\n"
        + control_block("all", "????????DEL")
        + control_block("one", "           "),
        files={f"{n}.DEL": b"d" for n in range(4)},
        output="".join(f"{n}       00" for n in range(4)),
        after={f"{n}.DEL": None for n in range(4)},
    ),
    DosProgram(
        "creating a file that is there empties it",
        call(0x16, "hex", de="FCB1") + call(0x10, "hex", de="FCB1") + "         ret\n",
        arguments="OLD.TXT",
        files={"OLD.TXT": b"old" * 1000},
        output="0000",
        after={"OLD.TXT": b""},
    ),
    DosProgram(
        "a file is still open after it was closed",
        "         xor a\n         ld (DMA + 10),a\n"  # what ends the arguments
        + call(0x16, de="FCB1")
        + "".join(call(0x15, de="FCB1") + call(0x10, "hex", de="FCB1") for _ in range(3))
        + "         ret\n",
        arguments="LONG.TXT",
        output="000000",
        after={
            "LONG.TXT": bytes((9,))
            + b" LONG.TXT\0"
            + bytes(117)
            + (bytes((9,)) + b" LONG.TXT\0" + bytes(117)) * 2
        },
    ),
    DosProgram(
        "a name that is taken is not given twice",
        call(0x17, "hex", de="fcb")
        + "         ret\n"
        + 'fcb:     db 0\n         dm "A       TXT"\n         ds 5\n         dm "B       TXT"\n'
        + "         ds 9\n",
        files={"A.TXT": b"a", "B.TXT": b"b"},
        output="FF",
        after={"A.TXT": b"a", "B.TXT": b"b"},
    ),
    DosProgram(
        "a new name keeps what question marks leave open",
        call(0x17, "hex", de="fcb")
        + "         ret\n"
        + 'fcb:     db 0\n         dm "????????TXT"\n         ds 5\n         dm "X???????DOC"\n'
        + "         ds 9\n",
        files={"AB.TXT": b"1", "CDE.TXT": b"2", "F.COM": b"3"},
        output="00",
        after={"XB.DOC": b"1", "XDE.DOC": b"2", "AB.TXT": None, "F.COM": b"3"},
    ),
    DosProgram(
        "devices are files",
        call(0x0F, "hex", de="con")
        + call(0x14, "hex", de="con")
        + "         ld hl,DMA\n         ld b,6\n         call show.bytes\n"
        + call(0x0F, "hex", de="nul")
        + call(0x15, "hex", de="nul")
        + call(0x14, "hex", de="nul")
        + call(0x10, "hex", de="nul")
        + "         ret\n"
        + control_block("con", "CON        ")
        + control_block("nul", "NUL     TXT"),
        typed="hey\r\x1a",
        output="00hey\n00hey...00000100",
    ),
    DosProgram(
        "the printer is a file",
        "         ld hl,text\n         ld de,DMA\n         ld bc,6\n         ldir\n"
        + call(0x0F, "hex", de="fcb")
        + call(0x15, "hex", de="fcb")
        + "         ret\n"
        + 'text:    dm "Paper"\n         db 26\n'
        + control_block("fcb", "PRN        "),
        output="0000",
        printed=b"Paper",
    ),
]
