"""Functions 14h, 15h, 21h, 22h, 26h-28h: records of 128 bytes and blocks of records of any size."""

from tests.support.dos_programs.program import DosProgram, call, control_block

DATA = "DATA    BIN"
FCB = control_block("fcb", DATA)
OPEN, CREATE, CLOSE = call(0x0F, de="fcb"), call(0x16, de="fcb"), call(0x10, de="fcb")
TEXT = bytes(48 + n % 75 for n in range(1000))  # plain characters


def at(size: int, record: int) -> str:
    """Sets record size and random record."""
    return (
        f"         ld hl,{size}\n         ld (fcb + 14),hl\n"
        f"         ld hl,{record & 0xFFFF}\n         ld (fcb + 33),hl\n"
        f"         ld hl,{record >> 16}\n         ld (fcb + 35),hl\n"
    )


def random(record: int) -> str:
    """Sets the random record for functions of 128 bytes."""
    return (
        f"         ld hl,{record & 0xFFFF}\n         ld (fcb + 33),hl\n"
        f"         ld a,{record >> 16}\n         ld (fcb + 35),a\n"
    )


WHERE = """
         ld hl,(fcb + 33)
         call show.word
         call show.line
"""
# Memory from 1000h up is letters.
LETTERS = """
         ld hl,&1000
letters: ld a,l
         and 15
         add a,"A"
         ld (hl),a
         inc hl
         ld a,h
         cp &A0
         jr c,letters
"""
ROW = b"ABCDEFGHIJKLMNOP"

PROGRAMS = [
    DosProgram(
        "blocks are read until the file ends",
        OPEN
        + call(0x1A, de="&2000")
        + at(300, 0)
        + call(0x27, "answer", de="fcb", hl=2)
        + WHERE
        + call(0x27, "answer", de="fcb", hl=9)
        + WHERE
        + call(0x27, "answer", de="fcb", hl=1)
        + WHERE
        + "         ld hl,&2000\n         ld b,10\n         call show.bytes\n"
        + "         ld hl,&2000 + 396\n         ld b,8\n         jp show.bytes\n"
        + FCB,
        files={"DATA.BIN": TEXT},
        output="00 0002\n0002\n01 0002\n0004\n01 0000\n0004\n"
        + TEXT[600:610].decode()
        + TEXT[996:1000].decode()
        + "....",
    ),
    DosProgram(
        "no records read are no error",
        OPEN + at(1, 5) + call(0x27, "answer", de="fcb", hl=0) + WHERE + "         ret\n" + FCB,
        files={"DATA.BIN": TEXT},
        output="00 0000\n0005\n",
    ),
    DosProgram(
        "four bytes of the random record count for small records only",
        OPEN
        + at(63, 0x1000000)
        + call(0x27, "answer", de="fcb", hl=1)
        + at(64, 0x1000000)
        + call(0x27, "answer", de="fcb", hl=1)
        + "         ret\n"
        + FCB,
        files={"DATA.BIN": TEXT},
        output="01 0000\n00 0001\n",
    ),
    DosProgram(
        "a block of more than 64 KB is refused and nothing is written",
        LETTERS
        + CREATE
        + call(0x1A, de="&1000")
        + at(512, 0)
        + call(0x26, "hex", de="fcb", hl=200)
        + CLOSE
        + "         ret\n"
        + FCB,
        output="01",
        after={"DATA.BIN": b""},
    ),
    DosProgram(
        "blocks across 64 KB are written and read again",
        LETTERS
        + CREATE
        + call(0x1A, de="&1000")
        + at(1, 65000)
        + call(0x26, "hex", de="fcb", hl=2000)
        + WHERE
        + call(0x1A, de="&B000")
        + at(1, 65530)
        + call(0x27, "answer", de="fcb", hl=20)
        + "         ld hl,&B000\n         ld b,20\n         call show.bytes\n"
        + CLOSE
        + "         ret\n"
        + FCB,
        output="0005B8\n" + "00 0014\n" + "CDEFGHIJKLMNOPABCDEF",
    ),
    DosProgram(
        "a block of no records sets the size",
        OPEN
        + at(1, 600)
        + call(0x26, "hex", de="fcb", hl=0)
        + "         ld hl,(fcb + 16)\n         call show.word\n"
        + CLOSE
        + "         ret\n"
        + FCB,
        files={"DATA.BIN": TEXT},
        output="000258",
        after={"DATA.BIN": TEXT[:600]},
    ),
    DosProgram(
        "a block of no records makes the file empty and it can grow again",
        LETTERS
        + OPEN
        + call(0x1A, de="&1000")
        + at(1, 0)
        + call(0x26, "hex", de="fcb", hl=0)
        + call(0x26, "hex", de="fcb", hl=20)
        + CLOSE
        + "         ret\n"
        + FCB,
        files={"DATA.BIN": TEXT * 3},
        output="0000",
        after={"DATA.BIN": ROW + b"ABCD"},
    ),
    DosProgram(
        "random records set the sequential one",
        OPEN
        + random(3)
        + call(0x21, "hex", de="fcb")
        + "         ld hl,DMA\n         ld b,4\n         call show.bytes\n"
        + call(0x14, "hex", de="fcb")
        + "         ld hl,DMA\n         ld b,4\n         call show.bytes\n"
        + call(0x14, "hex", de="fcb")
        + "         ld hl,DMA\n         ld b,4\n         call show.bytes\n"
        + "         ld a,(fcb + 32)\n         call show.hex\n"
        + "         ld a,(fcb + 33)\n         jp show.hex\n"
        + FCB,
        files={"DATA.BIN": TEXT},
        output=f"00{TEXT[384:388].decode()}00{TEXT[384:388].decode()}00{TEXT[512:516].decode()}0503",
    ),
    DosProgram(
        "a random record behind the end is not there",
        OPEN
        + random(8)
        + call(0x21, "hex", de="fcb")
        + random(0x10000)
        + call(0x21, "hex", de="fcb")
        + random(7)
        + call(0x21, "hex", de="fcb")
        + "         ld hl,DMA + 100\n         ld b,8\n         jp show.bytes\n"
        + FCB,
        files={"DATA.BIN": TEXT},
        output=f"010100{TEXT[996:1000].decode()}....",
    ),
    DosProgram(
        "function 28 fills the gap with zeros",
        LETTERS
        + CREATE
        + call(0x1A, de="&1000")
        + random(0)
        + call(0x22, "hex", de="fcb")
        + random(20)
        + call(0x28, "hex", de="fcb")
        + CLOSE
        + "         ret\n"
        + FCB,
        output="0000",
        after={"DATA.BIN": ROW * 8 + bytes(19 * 128) + ROW * 8},
    ),
    DosProgram(
        "a byte of a CP/M program's own among the attributes makes no file read-only",
        LETTERS
        + CREATE
        + call(0x1A, de="&1000")
        + "         ld a,&79\n         ld (fcb + 13),a\n"
        + call(0x15, "hex", de="fcb")
        + CLOSE
        + "         ret\n"
        + FCB,
        output="00",
        after={"DATA.BIN": ROW * 8},
    ),
    DosProgram(
        "an extent of 128 records ends and the next one begins",
        LETTERS
        + CREATE
        + call(0x1A, de="&1000")
        + "         ld b,130\nwrite:   push bc\n"
        + call(0x15, de="fcb")
        + "         pop bc\n         djnz write\n"
        + CLOSE
        + "         ld a,(fcb + 12)\n         call show.hex\n"
        + "         ld a,(fcb + 15)\n         call show.hex\n"
        + "         ld a,(fcb + 32)\n         call show.hex\n"
        + call(0x24, de="fcb")
        + "         ld hl,(fcb + 33)\n         call show.word\n"
        + "         xor a\n         ld (fcb + 12),a\n"
        + OPEN
        + "         ld a,(fcb + 15)\n         call show.hex\n"
        + "         ld a,1\n         ld (fcb + 12),a\n"
        + call(0x0F, "hex", de="fcb")
        + "         ld a,(fcb + 15)\n         call show.hex\n"
        + "         ld a,2\n         ld (fcb + 12),a\n"
        + call(0x0F, "hex", de="fcb")
        + "         ret\n"
        + FCB,
        output="01020200828000" + "02FF",
        after={"DATA.BIN": ROW * 8 * 130},
    ),
    DosProgram(
        "a file with an extent is opened instead of made",
        LETTERS
        + call(0x1A, de="&1000")
        + "         ld a,1\n         ld (fcb + 12),a\n"
        + call(0x16, "hex", de="fcb")
        + call(0x15, "hex", de="fcb")
        + CLOSE
        + "         ret\n"
        + FCB,
        files={"DATA.BIN": b"x" * 16384},
        output="0000",
        after={"DATA.BIN": b"x" * 16384 + ROW * 8},
    ),
    DosProgram(
        "buffers lie in every page",
        OPEN
        + "".join(
            call(0x1A, de=f"&{page:04X}")
            + at(1, 10)
            + call(0x27, "answer", de="fcb", hl=700)
            + f"         ld hl,&{page:04X} + 690\n         ld b,10\n         call show.bytes\n"
            + "         call show.line\n"
            for page in (0x1001, 0x3F00, 0x4000, 0x7E01, 0x9003)
        )
        + "         ret\n"
        + FCB,
        files={"DATA.BIN": TEXT},
        output=f"00 02BC\n{TEXT[700:710].decode()}\n" * 5,
    ),
    DosProgram(
        "a control block of 33 bytes is enough for records in sequence",
        OPEN
        + call(0x1A, de="fcb + 33")
        + call(0x14, "hex", de="fcb")
        + "         ld hl,fcb + 33\n         ld b,8\n         call show.bytes\n"
        + call(0x14, "hex", de="fcb")
        + "         ld hl,fcb + 33\n         ld b,8\n         jp show.bytes\n"
        + FCB
        + "         ds 128\n",
        files={"DATA.BIN": TEXT},
        output=f"00{TEXT[:8].decode()}00{TEXT[128:136].decode()}",
    ),
    DosProgram(
        "two control blocks of one file read each for itself",
        call(0x0F, de="fcb")
        + call(0x0F, de="other")
        + call(0x14, de="fcb")
        + call(0x14, de="fcb")
        + call(0x14, de="other")
        + "         ld hl,DMA\n         ld b,4\n         call show.bytes\n"
        + call(0x14, de="fcb")
        + "         ld hl,DMA\n         ld b,4\n         jp show.bytes\n"
        + FCB
        + control_block("other", DATA),
        files={"DATA.BIN": TEXT},
        output=TEXT[:4].decode() + TEXT[256:260].decode(),
    ),
    DosProgram(
        "the verify flag changes no data",
        LETTERS
        + call(0x2E, e=1)
        + CREATE
        + call(0x1A, de="&1000")
        + at(1, 0)
        + call(0x26, "hex", de="fcb", hl=3000)
        + CLOSE
        + call(0x2E, e=0)
        + "         ret\n"
        + FCB,
        output="00",
        after={"DATA.BIN": ROW * 187 + ROW[:8]},
    ),
]
