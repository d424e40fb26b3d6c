"""What a program for the system's functions is: its source, what it is given, what it must do."""

from dataclasses import dataclass, field

from tests.support.assembler import assemble

ORIGIN = 0x0100

# Routines that every program may call; each keeps all registers and flags but prints through
# function 02. show.char: A. show.hex: A as 2 digits. show.word: HL as 4 digits. show.space, show.line.
# show.answer: A, a blank, HL, a new line. show.text: DE up to "$". show.bytes: B bytes at HL, with
# dots for what is no plain character.
_SHOW = """
BDOS:    EQU 5
DMA:     EQU &0080
FCB1:    EQU &005C

show.char:
         push af
         push bc
         push de
         push hl
         push ix
         push iy
         ld e,a
         ld c,2
         call BDOS
         pop iy
         pop ix
         pop hl
         pop de
         pop bc
         pop af
         ret
show.space:
         push af
         ld a," "
         call show.char
         pop af
         ret
show.line:
         push af
         ld a,13
         call show.char
         ld a,10
         call show.char
         pop af
         ret
show.hex:
         push af
         push af
         rrca
         rrca
         rrca
         rrca
         call show.digit
         pop af
         call show.digit
         pop af
         ret
show.digit:
         and 15
         add a,&90
         daa
         adc a,&40
         daa
         jr show.char
show.word:
         push af
         ld a,h
         call show.hex
         ld a,l
         call show.hex
         pop af
         ret
show.answer:
         call show.hex
         call show.space
         call show.word
         jr show.line
show.text:
         push af
         push de
show.text1:
         ld a,(de)
         inc de
         cp "$"
         jr z,show.text2
         call show.char
         jr show.text1
show.text2:
         pop de
         pop af
         ret
show.bytes:
         push af
         push bc
         push hl
show.bytes1:
         ld a,(hl)
         inc hl
         cp " "
         jr c,show.bytes2
         cp 127
         jr c,show.bytes3
show.bytes2:
         ld a,"."
show.bytes3:
         call show.char
         djnz show.bytes1
         pop hl
         pop bc
         pop af
         ret
"""


@dataclass(frozen=True)
class DosProgram:
    r"""A program in assembly text, ORG 0100h, that shows its results on the console.

    Ends by RET, function 00 or a jump to 0000h. `source` may call the routines show.* of this
    module, which come behind it; labels are global.
    """

    name: str  # unique, the test's id
    source: str
    output: str  # all that goes to the console; a line ends with \n here, CR LF in the program
    arguments: str = ""  # as typed behind the name
    # before, by path: "A.TXT", "DIR/B.TXT"; "DIR/" is a folder
    files: dict[str, bytes] = field(default_factory=dict)
    after: dict[str, bytes | None] = field(default_factory=dict)  # of these only; None: not there
    level: int = 1  # 2: wants the functions of MSX-DOS 2
    typed: str = ""  # keys, \r for Return, typed when the program runs
    status: int = 0  # how a program of level 2 ends (function 62h)
    printed: bytes = b""  # what goes to the printer
    exec_differs: str = ""  # why `eightbox exec` gives `exec_output` instead, by design
    exec_output: str = ""
    guest_only: str = ""  # why it cannot run under `eightbox exec` at all

    def code(self) -> bytes:
        """The bytes of the .COM file."""
        return assemble(self.source + _SHOW, ORIGIN)


def call(function: int, show: str = "", **registers: object) -> str:
    """Assembly text that calls a function; `show` prints its A ("hex") or A and HL ("answer")."""
    loads = "".join(f"         ld {name},{value}\n" for name, value in registers.items())
    shown = f"         call show.{show}\n" if show else ""
    return f"{loads}         ld c,{function}\n         call BDOS\n{shown}"


def control_block(label: str, name: str, drive: int = 0) -> str:
    """Assembly text of an unopened FCB of 37 bytes; `name` has eleven characters."""
    assert len(name) == 11, name
    return f'{label}:     db {drive}\n         dm "{name}"\n         ds 25\n'
