10 ' TUNE - a canon in three voices that writes itself down. Any board.
20 ' After Johann Pachelbel: the third voice plays what the second played. Any key ends.
30 DEFINT A-Z:DIM Y(1760),O(2),C(2),M$(1,6)
40 SCREEN 2:COLOR 15,1,1:CLS:OPEN "GRP:" AS #1
50 PSET(8,4),1:PRINT #1,"A canon in three voices"
60 FOR I=0 TO 2:READ C(I):O(I)=8:NEXT
70 FOR I=0 TO 6:READ M$(0,I),M$(1,I):NEXT
80 ' the height on the screen of each tone's period, from O2C upwards
90 P!=1710:FOR I=0 TO 48:P=P!:FOR J=-2 TO 2:Y(P+J)=186-3*I:NEXT:P!=P!/1.05946:NEXT
100 ' H interrupts are half of the bass, D of them a point of the picture
110 H=200:D=5:IF PEEK(43)>127 THEN H=167:D=4
120 PLAY "T72V12","T72V13","T72V11":E=H-30:S=0:TIME=0
130 FOR K=0 TO 6:FOR J=0 TO 1
140 IF K=0 THEN PLAY M$(J,0) ELSE IF K=1 THEN PLAY M$(J,0),M$(J,1) ELSE PLAY M$(J,0),M$(J,K),M$(J,K-1)
145 ' what is queued now sounds half a second later: so long a new voice is not drawn
150 IF J=0 AND K>0 AND K<3 THEN E=E-H+30:GOSUB 300:E=E+H-30:W=K
160 GOSUB 300:E=E+H
170 NEXT J,K
180 PLAY "O2D1","O4A1","O4F+1":GOSUB 300
190 IF PLAY(0) THEN E=TIME+5:GOSUB 300:GOTO 190
200 A$=INPUT$(1)
210 CLOSE:BEEP:SCREEN 0:COLOR 15,4,4:PRINT "That was TUNE.":END
300 ' draws voice after voice until TIME is E; right after an interrupt nobody else uses the chip
310 T=TIME
320 IF TIME=T THEN 320
330 OUT 160,2*V:P=INP(162):OUT 160,2*V+1:P=P+256*(INP(162) AND 15)
340 X=8+(TIME-S)\D:IF X>248 THEN GOSUB 400
350 IF P<1760 THEN IF Y(P)>0 THEN IF X-O(V)<16 THEN LINE(O(V),Y(P))-(X,Y(P)+2),C(V),BF
355 O(V)=X
360 V=V+1:IF V>W THEN V=0
370 IF INKEY$<>"" THEN RETURN 210
380 IF TIME<E THEN 310 ELSE RETURN
400 ' the next page
410 LINE(0,24)-(255,191),1,BF:S=S+6*H:X=8
420 FOR I=0 TO 2:O(I)=8:NEXT:RETURN
500 ' three colours, the bass, and the melodies in two halves each
510 DATA 5,11,9
520 DATA L4O3DO2ABF+,GDGA
530 DATA L4O5F+EDC+,O4BABO5C+
540 DATA L4O5DC+O4BA,GF+GE
550 DATA L8O4DF+AGF+DF+E,DO3BO4DAGBAG
560 DATA L8O4F+DEO5C+DF+AO4A,BGAF+DO5DD.L16C+
570 DATA L16O5DC+DO4DC+AEF+DO5DC+O4BO5C+F+AB,GF+EGF+EDC+O4BAGF+EGF+E
580 DATA L4O5F+EDC+,O4BABO5C+
