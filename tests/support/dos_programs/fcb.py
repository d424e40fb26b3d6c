"""Functions 0Fh-17h, 23h and 24h: file control blocks, names, sequential records."""

from tests.support.dos_programs.program import DosProgram

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
]
