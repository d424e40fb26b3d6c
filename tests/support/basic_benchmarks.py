"""Programs that measure how long BASIC takes; each prints its own time in seconds at the end.

The eight of Rugg and Feldman are those of Kilobaud (June 1977) and Personal Computer World (February 1978).
"""

from tests.support.basic import started

LOOP = "20 K=K+1\n"
CONSTANTS = "30 A=K/2*3+4-5\n"
AGAIN = "60 IF K<1000 THEN 20\n"
CALL = "40 GOSUB 100\n"
RETURN = "100 RETURN"
END = "70 PRINT TIME/60:END\n"
INNER = "45 FOR L=1 TO 5\n50 NEXT\n"
INNER_STORE = "45 FOR L=1 TO 5\n48 M(L)=A\n50 NEXT\n"
RUGG_FELDMAN = {
    number: "5 K=0\n6 DIM M(5)\n" + program
    for number, program in {
        "1": "10 FOR K=1 TO 1000\n20 NEXT\n" + END,
        "2": LOOP + AGAIN + END,
        "3": LOOP + "30 A=K/K*K+K-K\n" + AGAIN + END,
        "4": LOOP + CONSTANTS + AGAIN + END,
        "5": LOOP + CONSTANTS + CALL + AGAIN + END + RETURN,
        "6": LOOP + CONSTANTS + CALL + INNER + AGAIN + END + RETURN,
        "7": LOOP + CONSTANTS + CALL + INNER_STORE + AGAIN + END + RETURN,
        "8": LOOP + "30 A=K^2\n40 B=LOG(K)\n50 C=SIN(K)\n60 IF K<100 THEN 20\n" + END,
    }.items()
}
INTEGERS = {
    "1": 0.95,
    "2": 3.98,
    "3": 19.08,
    "4": 17.98,
    "5": 10.18,
    "6": 17.76,
    "7": 29.66,
}
"""Published seconds of the first seven with integers, in the interpreter of an MSX2.

MCBC 2 (MSX Club Magazine), manual, "Snelheidswinst": github.com/sndpl/msx-docs, other/mcbc2handleiding.txt. The programs
were on its disk and are not in the text. As the fifth, which is the fourth with a subroutine, took less than that, the
third and fourth must still have divided by / and the later ones by the integer division.
"""
SIEVE = """4 DEFINT A-Z:DIM F(1000)
10 S=1000:FOR I=0 TO S:F(I)=1:NEXT
50 FOR I=0 TO S
60 IF F(I)=0 THEN 110
70 P=I+I+3:K=I+P
80 IF K>S THEN 100
90 F(K)=0:K=K+P:GOTO 80
100 C=C+1
110 NEXT
120 PRINT C
130 PRINT TIME/60"""
PRIMES = """10 FOR I=2 TO 1000
20 K=INT(SQR(I))+1
30 FOR J=2 TO K
40 K1=I/J
50 K2=INT(K1)
60 IF K1=K2 THEN GOTO 90
70 NEXT J
80 PRINT I
90 NEXT I
95 PRINT TIME/60"""

BENCHMARK_7 = """120 K=0:DIM M(5)
140 K=K+1
150 A=K/2*3+4-5
160 GOSUB 230
170 FOR L=1 TO 5
180   M(L)=A
190 NEXT L
200 IF K<1000 THEN 140
210 PRINT TIME/60
220 END
230 RETURN"""
"""The seventh of Rugg and Feldman with a published time of an MSX, line by line as that source has it."""
LETTERS = """10 CLS:FOR F=1 TO 16
20 FOR I=1 TO 32
30 LOCATE I,F:PRINT "X"
40 NEXT I
50 NEXT F
60 CLS:PRINT TIME/60"""
INDEX = """10 DIM S(12):FOR I=1 TO 12:S(I)=I:NEXT
15 DEF FNM(X)=2+X-INT(X/10)*10
20 A$="ABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890":Y=1
30 FOR I=1 TO 40468
35 NEXT I
40 FOR I=1 TO 26522
43 GOTO 46
46 NEXT I
50 FOR I=1 TO 21046
53 GOSUB 200
56 NEXT I
60 FOR I=1 TO 14568
65 IF I>0 THEN NEXT I
70 FOR I=1 TO 3642
73 LET X=FNM(I)
76 NEXT I
80 FOR I=1 TO 383
83 LET Y=(TAN(ATN(SQR(Y*Y)))+1)/Y
86 NEXT I
90 FOR I=1 TO 4933
93 LET A$=RIGHT$(A$,35)+LEFT$(A$,1)
96 NEXT I
100 FOR I=1 TO 1675
103 LET X=FNM(I)
106 LET S(X)=(S(X-1)+S(X)+S(X+1))/3
109 NEXT I
130 PRINT TIME/60:END
200 RETURN"""
"""The eight loops that the page of bench64 describes, with its counts."""

GARBAGE = """10 CLEAR 5000:DEFINT A-Z:DIM A$(1500)
20 FOR I=1 TO 1500:A$(I)="2"+"":NEXT
30 TIME=0:PRINT FRE("")
40 PRINT TIME/60"""
TICKETS = """10 DIM A%(27)
20 FOR I=0 TO 9:FOR J=0 TO 9:FOR K=0 TO 9
30 A%(I+J+K)=A%(I+J+K)+1:NEXT K,J,I
40 N=1:FOR I=1 TO 27:A%(I)=A%(I)^2
50 N=N+A%(I):NEXT I
60 PRINT N
70 PRINT TIME/60"""
TICKS = {
    "FOR I=1 TO 1000:NEXT": 96,
    "FOR I=1 TO 4000:NEXT": 407,
    "FORI=0TO9999:NEXTI": 1224,
    "DEFINT I:FOR I=0 TO 9000:NEXT I": 533,
    "I=0:FOR J=1 TO 2000:I=I+1:NEXT": 576,
    "FOR I=1 TO 2000:X=I*2+1:NEXT": 1004,
    'FOR I=1 TO 500:A$="AB"+"CD":NEXT': 122,
    "FOR I=1 TO 300:X=I/7:NEXT": 194.4,
    "FOR I=1 TO 30:X=SQR(I):NEXT": 207.6,
    "I=0\n30 I=I+1:IF I<2000 THEN 30": 718,
}
"""Statements and their published times of an MSX in 1/60 s.

Of a CF-3300 with its own BASIC, in openMSX: github.com/andete/zerobas, scratchpad/interpspeed_probe.py and the
page "D-INTERPSPEED" about it. The last of them is the second of Rugg and Feldman with twice its turns. The
division and the root: of a VG-8020, 162 and 173 in 1/50 s, scratchpad/sqrtime_probe.py there. The loop to 9999
on a turboR with the Z80: github.com/openMSX/openMSX/issues/437. The one to 9000: map.grauw.nl, "MSX Basic tips
and tricks", which does not say whether its ticks are of 50 or 60 Hz.
"""
PICTURES = {
    "PAINT(128,96),15": 14.74,
    "CIRCLE(128,96),60,15:PAINT(128,96),15": 3.89,
    "CIRCLE(128,96),80,15": 0.409,
    "LINE(0,0)-(255,191),15": 0.135,
}
"""Statements in SCREEN 2 and their published seconds on a VG-8020 in openMSX.

github.com/andete/zerobas, scratchpad/paint_stopwatch.py, with the seconds in its list of open items (PAINT).
"""


def with_integers(number: str) -> str:
    """One of Rugg and Feldman as `INTEGERS` has it."""
    program = "4 DEFINT A-Z\n" + RUGG_FELDMAN[number]
    return program.replace("K/2*3", "(K\\2)*3") if number in ("5", "6", "7") else program


def repeated(statement: str) -> str:
    """A program that measures what stands in `TICKS`."""
    return f"20 {statement}\n40 PRINT TIME/60"


def drawn(statement: str) -> str:
    """A program that measures what stands in `PICTURES`, ten times, each on an empty screen."""
    return f"""10 SCREEN 2:FOR I%=1 TO 10:CLS
20 TIME=0:{statement}
30 T=T+TIME:NEXT
40 SCREEN 0:PRINT T/600"""


def loop(suffix: str, named: bool) -> str:
    """10000 turns of an empty loop whose variable has this suffix, which NEXT names or not."""
    name = f"K{suffix}" if named else ""
    return f"10 FOR K{suffix}=1 TO 10000:NEXT {name}\n20 CLS:PRINT TIME/60"


def measured(program: str, board: str = "eb1") -> tuple[list[str], float]:
    """Rows that a program prints, and its own last: how many seconds it took."""
    basic = started(board)
    basic.type_program(f"1 TIME=0\n{program}")
    basic.enter("RUN", limit=400)
    basic.wait(400)
    rows = [row.strip() for row in basic.rows()]
    return rows[:-2], float(rows[-2])
