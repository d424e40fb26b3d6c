; All instructions of the Z80 (Zilog, Z80 CPU User Manual, and the well-known undocumented ones), for both ways: a row is the
; bits of the operation that count, their value, two operands, the mnemonic. The assembler takes the first row that fits;
; rows with O.SAME are for the disassembler alone, which shows such codes as DB.
OPS.SIZE: EQU 8
OPS.NAME: EQU 4
O.SAME:  EQU &80
; operands: 0 none, 1 + the number of a name, or a field
O.FIELDS: EQU &40
O.R3:    EQU &40              ; register in bits 3 to 5
O.R0:    EQU &41              ; register in bits 0 to 2
O.RP:    EQU &42              ; BC DE HL SP in bits 4 and 5
O.RQ:    EQU &43              ; BC DE HL AF there
O.CC:    EQU &44              ; condition in bits 3 to 5
O.CJ:    EQU &45              ; condition of JR in bits 3 and 4
O.N:     EQU &46              ; byte
O.W:     EQU &47              ; word
O.CW:    EQU &48              ; (word)
O.CN:    EQU &49              ; (byte)
O.E:     EQU &4A              ; address of a relative jump
O.RST:   EQU &4B              ; 00h to 38h in bits 3 to 5
O.BIT:   EQU &4C              ; 0 to 7 there
O.HL:    EQU &4D              ; HL whatever the prefix
O.JP:    EQU &4E              ; (HL), (IX), (IY)
O.0:     EQU &4F              ; the numbers
O.1:     EQU &50
O.2:     EQU &51
; names
N.C:     EQU 1
N.H:     EQU 4
N.A:     EQU 7
N.BC:    EQU 8
N.DE:    EQU 9
N.HL:    EQU 10
N.SP:    EQU 11
N.AF:    EQU 12
N.NZ:    EQU 13
N.CELLBC: EQU 20
N.CELLDE: EQU 21
N.CELLSP: EQU 22
N.AF2:   EQU 23
N.CELLC: EQU 24
N.I:     EQU 25
N.R:     EQU 26
N.F:     EQU 27
N.IX:    EQU 28               ; from here on: what they are without prefix is in names.plain
N.IXH:   EQU 30
N.CELLIX: EQU 34
N.ALL:   EQU 36

names:
         dm "B   C   D   E   H   L   "
         dm "(HL)A   BC  DE  HL  SP  "
         dm "AF  NZ  Z   NC  PO  PE  "
         dm "P   M   (BC)(DE)(SP)AF' "
         dm "(C) I   R   F   IX  IY  "
         dm "IXH IYH IXL IYL (IX)(IY)"
names.plain:
         db N.HL,N.HL,N.H,N.H,N.H + 1,N.H + 1,6,6

ops.main:
         db &FF,&00,0,0
         dm "NOP "
         db &FF,&08,N.AF + 1,N.AF2 + 1
         dm "EX  "
         db &FF,&10,O.E,0
         dm "DJNZ"
         db &FF,&18,O.E,0
         dm "JR  "
         db &E7,&20,O.CJ,O.E
         dm "JR  "
         db &CF,&01,O.RP,O.W
         dm "LD  "
         db &CF,&09,N.HL + 1,O.RP
         dm "ADD "
         db &FF,&02,N.CELLBC + 1,N.A + 1
         dm "LD  "
         db &FF,&12,N.CELLDE + 1,N.A + 1
         dm "LD  "
         db &FF,&22,O.CW,N.HL + 1
         dm "LD  "
         db &FF,&32,O.CW,N.A + 1
         dm "LD  "
         db &FF,&0A,N.A + 1,N.CELLBC + 1
         dm "LD  "
         db &FF,&1A,N.A + 1,N.CELLDE + 1
         dm "LD  "
         db &FF,&2A,N.HL + 1,O.CW
         dm "LD  "
         db &FF,&3A,N.A + 1,O.CW
         dm "LD  "
         db &CF,&03,O.RP,0
         dm "INC "
         db &CF,&0B,O.RP,0
         dm "DEC "
         db &C7,&04,O.R3,0
         dm "INC "
         db &C7,&05,O.R3,0
         dm "DEC "
         db &C7,&06,O.R3,O.N
         dm "LD  "
         db &FF,&07,0,0
         dm "RLCA"
         db &FF,&0F,0,0
         dm "RRCA"
         db &FF,&17,0,0
         dm "RLA "
         db &FF,&1F,0,0
         dm "RRA "
         db &FF,&27,0,0
         dm "DAA "
         db &FF,&2F,0,0
         dm "CPL "
         db &FF,&37,0,0
         dm "SCF "
         db &FF,&3F,0,0
         dm "CCF "
         db &FF,&76,0,0
         dm "HALT"
         db &C0,&40,O.R3,O.R0
         dm "LD  "
         db &F8,&80,N.A + 1,O.R0
         dm "ADD "
         db &F8,&88,N.A + 1,O.R0
         dm "ADC "
         db &F8,&90,O.R0,0
         dm "SUB "
         db &F8,&98,N.A + 1,O.R0
         dm "SBC "
         db &F8,&A0,O.R0,0
         dm "AND "
         db &F8,&A8,O.R0,0
         dm "XOR "
         db &F8,&B0,O.R0,0
         dm "OR  "
         db &F8,&B8,O.R0,0
         dm "CP  "
         db &FF,&C6,N.A + 1,O.N
         dm "ADD "
         db &FF,&CE,N.A + 1,O.N
         dm "ADC "
         db &FF,&D6,O.N,0
         dm "SUB "
         db &FF,&DE,N.A + 1,O.N
         dm "SBC "
         db &FF,&E6,O.N,0
         dm "AND "
         db &FF,&EE,O.N,0
         dm "XOR "
         db &FF,&F6,O.N,0
         dm "OR  "
         db &FF,&FE,O.N,0
         dm "CP  "
         db &C7,&C0,O.CC,0
         dm "RET "
         db &CF,&C1,O.RQ,0
         dm "POP "
         db &FF,&C9,0,0
         dm "RET "
         db &FF,&D9,0,0
         dm "EXX "
         db &FF,&E9,O.JP,0
         dm "JP  "
         db &FF,&F9,N.SP + 1,N.HL + 1
         dm "LD  "
         db &C7,&C2,O.CC,O.W
         dm "JP  "
         db &FF,&C3,O.W,0
         dm "JP  "
         db &FF,&D3,O.CN,N.A + 1
         dm "OUT "
         db &FF,&DB,N.A + 1,O.CN
         dm "IN  "
         db &FF,&E3,N.CELLSP + 1,N.HL + 1
         dm "EX  "
         db &FF,&EB,N.DE + 1,O.HL
         dm "EX  "
         db &FF,&F3,0,0
         dm "DI  "
         db &FF,&FB,0,0
         dm "EI  "
         db &C7,&C4,O.CC,O.W
         dm "CALL"
         db &CF,&C5,O.RQ,0
         dm "PUSH"
         db &FF,&CD,O.W,0
         dm "CALL"
         db &C7,&C7,O.RST,0
         dm "RST "
         db 0
ops.cb:
         db &F8,&00,O.R0,0
         dm "RLC "
         db &F8,&08,O.R0,0
         dm "RRC "
         db &F8,&10,O.R0,0
         dm "RL  "
         db &F8,&18,O.R0,0
         dm "RR  "
         db &F8,&20,O.R0,0
         dm "SLA "
         db &F8,&28,O.R0,0
         dm "SRA "
         db &F8,&30,O.R0,0
         dm "SLL "
         db &F8,&38,O.R0,0
         dm "SRL "
         db &C0,&40,O.BIT,O.R0
         dm "BIT "
         db &C0,&80,O.BIT,O.R0
         dm "RES "
         db &C0,&C0,O.BIT,O.R0
         dm "SET "
         db 0
ops.ed:
         db &FF,&70,N.F + 1,N.CELLC + 1
         dm "IN  "
         db &FF,&71,N.CELLC + 1,O.0
         dm "OUT "
         db &C7,&40,O.R3,N.CELLC + 1
         dm "IN  "
         db &C7,&41,N.CELLC + 1,O.R3
         dm "OUT "
         db &CF,&42,N.HL + 1,O.RP
         dm "SBC "
         db &CF,&4A,N.HL + 1,O.RP
         dm "ADC "
         db &FF,&63,O.CW + O.SAME,N.HL + 1
         dm "LD  "
         db &FF,&6B,N.HL + 1 + O.SAME,O.CW
         dm "LD  "
         db &CF,&43,O.CW,O.RP
         dm "LD  "
         db &CF,&4B,O.RP,O.CW
         dm "LD  "
         db &FF,&44,0,0
         dm "NEG "
         db &FF,&45,0,0
         dm "RETN"
         db &FF,&4D,0,0
         dm "RETI"
         db &FF,&46,O.0,0
         dm "IM  "
         db &FF,&56,O.1,0
         dm "IM  "
         db &FF,&5E,O.2,0
         dm "IM  "
         db &FF,&47,N.I + 1,N.A + 1
         dm "LD  "
         db &FF,&4F,N.R + 1,N.A + 1
         dm "LD  "
         db &FF,&57,N.A + 1,N.I + 1
         dm "LD  "
         db &FF,&5F,N.A + 1,N.R + 1
         dm "LD  "
         db &FF,&67,0,0
         dm "RRD "
         db &FF,&6F,0,0
         dm "RLD "
         db &FF,&A0,0,0
         dm "LDI "
         db &FF,&A1,0,0
         dm "CPI "
         db &FF,&A2,0,0
         dm "INI "
         db &FF,&A3,0,0
         dm "OUTI"
         db &FF,&A8,0,0
         dm "LDD "
         db &FF,&A9,0,0
         dm "CPD "
         db &FF,&AA,0,0
         dm "IND "
         db &FF,&AB,0,0
         dm "OUTD"
         db &FF,&B0,0,0
         dm "LDIR"
         db &FF,&B1,0,0
         dm "CPIR"
         db &FF,&B2,0,0
         dm "INIR"
         db &FF,&B3,0,0
         dm "OTIR"
         db &FF,&B8,0,0
         dm "LDDR"
         db &FF,&B9,0,0
         dm "CPDR"
         db &FF,&BA,0,0
         dm "INDR"
         db &FF,&BB,0,0
         dm "OTDR"
         db 0
ops.db:  db 0,0,0,0
         dm "DB  "
