10 ' CAVE - a small adventure. Any board.
15 ' Type words in capital or small letters, RETURN after each line.
20 CLEAR 2000:DEFINT A-Z:SCREEN 0:WIDTH 38:KEY OFF:CLS
30 DIM R$(7),E(7,4),O$(4),P(4)
40 FOR I=1 TO 7:READ R$(I):FOR J=1 TO 4:READ E(I,J):NEXT J,I
50 FOR I=1 TO 4:READ O$(I),P(I):NEXT
60 PRINT "C A V E":PRINT
70 PRINT "Somewhere below lies a crown.":PRINT "Bring it home and put it down there.":PRINT:PRINT "Words: N S E W GET DROP LIST LOOK":PRINT "and QUIT. Say what: GET LAMP."
80 L=1
100 PRINT:PRINT "You are ";R$(L);"."
110 IF L=6 AND P(1)<>0 THEN PRINT "It is dark.":GOTO 150
120 FOR I=1 TO 4:IF P(I)=L THEN PRINT "There is a ";O$(I);"."
130 NEXT
140 IF L=1 AND P(4)=1 THEN PRINT:PRINT "The crown is home. Well done!":PRINT "You took";T;"turns.":GOTO 1100
150 PRINT "Ways:";:FOR I=1 TO 4:IF E(L,I) THEN PRINT " ";MID$("NSEW",I,1);
160 NEXT:PRINT
200 LINE INPUT "> ";A$:IF A$="" THEN 200 ELSE T=T+1
210 GOSUB 900:S=INSTR(A$+" "," "):V$=LEFT$(A$,S-1):N$=MID$(A$,S+1)
220 D=INSTR("NSEW",V$):IF D>0 AND LEN(V$)=1 THEN 300
230 IF V$="GET" OR V$="TAKE" THEN 400
240 IF V$="DROP" THEN 450
250 IF V$="LIST" OR V$="I" THEN 500
260 IF V$="LOOK" OR V$="L" THEN 100
270 IF V$="QUIT" THEN 1100
280 PRINT "I do not know how to ";V$;".":GOTO 200
300 IF E(L,D)=0 THEN PRINT "There is no way.":GOTO 200
310 IF E(L,D)=7 AND P(2)<>0 THEN PRINT "The door is locked.":GOTO 200
320 IF E(L,D)=5 AND P(3)<>0 THEN PRINT "The wall is too steep.":GOTO 200
330 L=E(L,D):GOTO 100
400 GOSUB 600:IF I=0 OR P(I)<>L THEN PRINT "It is not here.":GOTO 200
410 IF L=6 AND P(1)<>0 THEN PRINT "You cannot see it.":GOTO 200
420 P(I)=0:PRINT "You have the ";O$(I);".":GOTO 200
450 GOSUB 600:IF I=0 THEN PRINT "You have none." ELSE IF P(I)<>0 THEN PRINT "You have none." ELSE P(I)=L:PRINT "Done.":IF I=4 AND L=1 THEN 140
460 GOTO 200
500 PRINT "You carry";:K=0:FOR I=1 TO 4:IF P(I)=0 THEN PRINT " a ";O$(I);:K=1
510 NEXT:IF K=0 THEN PRINT " nothing";
520 PRINT ".":GOTO 200
600 FOR I=4 TO 1 STEP -1:B$=O$(I):IF B$<>N$ THEN NEXT:I=0
610 RETURN
900 ' capital letters, and lower case for things
910 B$="":F=0:FOR I=1 TO LEN(A$):C=ASC(MID$(A$,I,1))
920 IF C=32 THEN F=1
930 IF F=0 AND C>96 AND C<123 THEN C=C-32
940 IF F=1 AND C>64 AND C<91 THEN C=C+32
950 B$=B$+CHR$(C):NEXT:A$=B$:RETURN
1000 DATA "before a small house",2,0,0,0
1010 DATA "at the mouth of a cave",3,1,4,0
1020 DATA "in a dripping tunnel",6,2,0,5
1030 DATA "in an old orchard",0,0,0,2
1040 DATA "on a ledge high above water",0,0,3,0
1050 DATA "in a deep hall",0,3,7,0
1060 DATA "in a round chamber",0,0,0,6
1070 DATA lamp,2,key,5,rope,4,crown,7
1100 KEY ON:PRINT "That was CAVE.":END
