10 ' TUNE - a round in three voices. Any board.
20 ' "Frere Jacques", traditional: each voice begins two bars later.
25 ' Any key ends the counting at the end.
30 SCREEN 0:WIDTH 38:KEY OFF:CLS
40 PRINT "A round in three voices":PRINT
50 T$="T140"
60 A$="O4L4CDECCDEC":B$="O4L4EFG2EFG2"
70 C$="O4L8GAGFL4ECL8GAGFL4EC":D$="O4L4CO3GO4C2CO3GO4C2"
80 R$="R1R1"
90 V$="V13":W$="V11O5":U$="V10"
100 PRINT "Voice 1: Frere Jacques"
110 PLAY T$+V$,T$+V$,T$+V$
120 PLAY A$,R$,R$
130 PRINT "Voice 2 joins"
140 PLAY B$,A$,R$
150 PRINT "Voice 3 joins"
160 FOR I=1 TO 2
170 PLAY C$,B$,A$
180 PLAY D$,C$,B$
190 PLAY A$,D$,C$
200 PLAY B$,A$,D$
210 NEXT
220 PLAY "O3C1","O4E1","O4G1"
230 PRINT:PRINT "The music plays by itself:"
240 N=0
250 N=N+1:LOCATE 0,10:PRINT "this program counts to";N
260 IF PLAY(0) AND INKEY$="" THEN 250
270 BEEP:KEY ON:PRINT:PRINT "That was TUNE."
