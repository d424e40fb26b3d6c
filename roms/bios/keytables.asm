; International keyboard: what each key of rows 0-5 gives. 0: nothing, 255: dead key.
; Rows are 0-7, 8 9 - = \ [ ] ;, ' ` , . / dead A B, C-J, K-R, S-Z.
key.tables:
         dm "01234567"
         dm "89-=\[];"
         db "'","`",",",".","/",255,"a","b"
         dm "cdefghij"
         dm "klmnopqr"
         dm "stuvwxyz"
         ; SHIFT
         dm ")!@#$%^&"
         dm "*(_+|{}:"
         db 34,"~","<",">","?",255,"A","B"
         dm "CDEFGHIJ"
         dm "KLMNOPQR"
         dm "STUVWXYZ"
         ; GRAPH: fractions, mathematics, box and block characters; below 32 with the 01h prefix
         db &09,&AC,&AB,&BA,&EF,&BD,&F4,&FB
         db &EC,&07,&17,&F1,&1E,&01,&0D,&06
         db &05,&BB,&F3,&F2,&1D,255,&C4,&11
         db &BC,&C7,&CD,&14,&15,&13,&DC,&C6
         db &DD,&C8,&0B,&1B,&C2,&DB,&CC,&18
         db &D2,&12,&C0,&1A,&CF,&1C,&19,&0F
         ; SHIFT+GRAPH
         db &0A,0,&FD,&FC,0,0,&F5,0
         db 0,&08,&1F,&F0,&16,&02,&0E,&04
         db &03,&F7,&AE,&AF,&F6,255,&FE,0
         db &FA,&C1,&CE,&D4,&10,&D6,&DF,&CA
         db &DE,&C9,&0C,&D3,&C3,&D7,&CB,&A9
         db &D1,0,&C5,&D5,&D0,&F9,&AA,&F8
         ; CODE: accented and Greek letters, currencies
         db &EB,&9F,&D9,&BF,&9B,&98,&E0,&E1
         db &E7,&87,&EE,&E9,&9C,&ED,&DA,&B7
         db &B9,&E5,&86,&A6,&A7,255,&84,&97
         db &8D,&8B,&8C,&94,&81,&B1,&A1,&91
         db &B3,&B5,&E6,&A4,&A2,&A3,&83,&93
         db &89,&96,&82,&95,&88,&8A,&A0,&85
         ; SHIFT+CODE
         db &D8,&AD,&9E,&BE,&9C,&9D,0,0
         db &E2,&80,0,0,0,&E8,&EA,&B6
         db &B8,&E4,&8F,0,&A8,255,&8E,0
         db 0,0,0,&99,&9A,&B0,0,&92
         db &B2,&B4,0,&A5,0,&E3,0,0
         db 0,0,&90,0,0,0,0,0

; Dead key: letter number * 8 + accent (1 grave, 2 acute, 3 circumflex, 4 diaeresis), character.
key.accents:
         db 1*8+1,&85, 5*8+1,&8A, 9*8+1,&8D, 15*8+1,&95, 21*8+1,&97
         db 1*8+2,&A0, 5*8+2,&82, 9*8+2,&A1, 15*8+2,&A2, 21*8+2,&A3
         db 1*8+3,&83, 5*8+3,&88, 9*8+3,&8C, 15*8+3,&93, 21*8+3,&96
         db 1*8+4,&84, 5*8+4,&89, 9*8+4,&8B, 15*8+4,&94, 21*8+4,&81, 25*8+4,&98, 0

; CAPS: small, capital.
key.pairs:
         db &81,&9A, &82,&90, &84,&8E, &86,&8F, &87,&80, &91,&92
         db &94,&99, &A4,&A5, &B1,&B0, &B3,&B2, &B5,&B4, &B7,&B6
