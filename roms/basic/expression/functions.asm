; Numeric functions, on top of the math pack. SQR to ATN get a double.

fn.sqr:  EQU SQR.go
fn.rnd:  EQU RND.go
fn.sin:  EQU SIN.go
fn.log:  EQU LOG.go
fn.exp:  EQU EXP.go
fn.cos:  EQU COS.go
fn.tan:  EQU TAN.go
fn.atn:  EQU ATN.go

fn.sgn:  call check.number
         jp SGN.go
fn.abs:  call check.number
         jp ABSFN.go
fn.cint: call check.number
         jp FRCINT.go
fn.csng: call check.number
         jp FRCSNG.go
fn.cdbl: call check.number
         jp FRCDBL.go
fn.fix:  call check.number
         jp FIXER.go

; INT: the next whole number that is not larger.
fn.int:  call check.number
         cp 2
         ret z
         ld hl,DAC
         ld a,(hl)
         rla
         jp nc,FIXER.go
         ld de,ARG
         ld bc,8
         ldir
         call FIXER.go
         ld a,(VALTYP)
         ld b,a
         ld hl,DAC
         ld de,ARG
fn.int.byte:
         ld a,(de)
         cp (hl)
         jr nz,fn.int.less
         inc hl
         inc de
         djnz fn.int.byte
         ret
fn.int.less:
         ld hl,real.minus1
         call decimal.arg
         jp double.add
