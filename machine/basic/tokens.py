"""The words of MSX BASIC and the codes that stand for them and for numbers.

Numbers are decimal: a byte of sign and exponent (40h is 10^0 before the first digit) and 6 or 14
binary-coded digits.

Source: MSX2 Technical Handbook, chapter 2, section 4.2 and its table of intermediate codes.
"""

from collections.abc import Iterator

GRAPHIC = 0x01  # before one of the 31 graphic characters, whose code has 40h added then
LAST_LINE = 65529

# The codes before what a number is given in.
OCTAL, HEX, POINTER, LINE, BYTE, DIGIT, INTEGER, SINGLE, DOUBLE = (
    0x0B, 0x0C, 0x0D, 0x0E, 0x0F, 0x11, 0x1C, 0x1D, 0x1F,
)  # fmt: skip
LENGTHS = {OCTAL: 2, HEX: 2, POINTER: 2, LINE: 2, BYTE: 1, INTEGER: 2, SINGLE: 4, DOUBLE: 8}
"""How many bytes follow such a code; DIGIT is 0 itself, and the nine behind it are 1 to 9."""

_WORDS = """81 END FOR NEXT DATA INPUT DIM READ LET GOTO RUN IF RESTORE GOSUB RETURN REM STOP PRINT
 CLEAR LIST NEW ON WAIT DEF POKE CONT CSAVE CLOAD OUT LPRINT LLIST CLS WIDTH ELSE TRON TROFF SWAP
 ERASE ERROR RESUME DELETE AUTO RENUM DEFSTR DEFINT DEFSNG DEFDBL LINE OPEN FIELD GET PUT CLOSE LOAD
 MERGE FILES LSET RSET SAVE LFILES CIRCLE COLOR DRAW PAINT BEEP PLAY PSET PRESET SOUND SCREEN VPOKE
 SPRITE VDP BASE CALL TIME KEY MAX MOTOR BLOAD BSAVE DSKO$ SET NAME KILL IPL COPY CMD LOCATE TO THEN
 TAB( STEP USR FN SPC( NOT ERL ERR STRING$ USING INSTR ' VARPTR CSRLIN ATTR$ DSKI$ OFF INKEY$
 POINT"""
_OPERATORS = "EE > = < + - * / ^ AND OR XOR EQV IMP MOD \\"
_FUNCTIONS = """FF81 LEFT$ RIGHT$ MID$ SGN INT ABS SQR RND SIN LOG EXP COS TAN ATN FRE INP POS LEN
 STR$ VAL ASC CHR$ PEEK VPEEK SPACE$ OCT$ HEX$ LPOS BIN$ CINT CSNG CDBL FIX STICK STRIG PDL PAD DSKF
 FPOS CVI CVS CVD EOF LOC LOF MKI$ MKS$ MKD$"""


def _table() -> Iterator[tuple[str, bytes]]:
    for row in (_WORDS, _OPERATORS, _FUNCTIONS):
        first, *words = row.split()
        code = int(first, 16)
        for place, word in enumerate(words):
            yield word, (code + place).to_bytes(len(first) // 2, "big")


TOKENS = dict(_table())


def end_of_line(image: bytes, at: int) -> int | None:
    """Where the 0 is that ends the tokens at `at`, None if there is none."""
    while at < len(image):
        if image[at] == 0:
            return at
        at += 1 + LENGTHS.get(image[at], 0)
    return None
