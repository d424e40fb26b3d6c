; The math pack's routines that do not fit between its entries.

         M_RANDOM_START
         M_LOG
         M_INTEXP
         M_FOUT_DIGIT
         M_FOUT_LENGTH
         M_USING_TRAIL
         M_USING_DIGIT

; The entries that go on here: low and high byte of the address behind the entry, added; their routines, the last first.
math.keys:
         db ((PUFOUT + 3) \ 256 + (PUFOUT + 3) / 256) \ 256
         db ((DECMUL + 3) \ 256 + (DECMUL + 3) / 256) \ 256
         db ((DECDIV + 3) \ 256 + (DECDIV + 3) / 256) \ 256
         db ((IMULT + 3) \ 256 + (IMULT + 3) / 256) \ 256
         db ((SQR + 3) \ 256 + (SQR + 3) / 256) \ 256
         db ((SIN + 3) \ 256 + (SIN + 3) / 256) \ 256
         db ((COS + 3) \ 256 + (COS + 3) / 256) \ 256
         db ((LOG + 3) \ 256 + (LOG + 3) / 256) \ 256
         db ((EXP + 3) \ 256 + (EXP + 3) / 256) \ 256
         db ((ATN + 3) \ 256 + (ATN + 3) / 256) \ 256
         db ((TAN + 3) \ 256 + (TAN + 3) / 256) \ 256
         db ((RND + 3) \ 256 + (RND + 3) / 256) \ 256
         db ((SGNEXP + 3) \ 256 + (SGNEXP + 3) / 256) \ 256
         db ((DBLEXP + 3) \ 256 + (DBLEXP + 3) / 256) \ 256
         db ((INTEXP + 3) \ 256 + (INTEXP + 3) / 256) \ 256
math.routines:
         dw INTEXP.go,DBLEXP.go,SGNEXP.go,RND.go
         dw TAN.go,ATN.go,EXP.go,LOG.go
         dw COS.go,SIN.go,SQR.go,IMULT.go
         dw double.divide,double.multiply,PUFOUT.go

; In: what the entry wants; on the stack three words of far.main's, and the address behind the entry.
math.dispatch:
         push hl              ; the routine comes here
         push hl
         push bc
         push af
         ld hl,14
         add hl,sp
         ld a,(hl)
         inc hl
         add a,(hl)
         ld hl,math.keys
         ld bc,math.routines - math.keys
         cpir
         ld hl,math.routines
         add hl,bc
         add hl,bc
         ld c,(hl)
         inc hl
         ld b,(hl)
         ld hl,6
         add hl,sp
         ld (hl),c
         inc hl
         ld (hl),b
         pop af
         pop bc
         pop hl
         ret
