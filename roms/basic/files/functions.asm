; EOF LOC LOF FPOS (BASIC ROM), and what MOTOR, BSAVE and BLOAD do. Sources: MSX2 Technical Handbook, chapter 2, 1;
; chapter 5, 2.5 (machine code files).

fn.eof:  ld b,Q.EOF
         db &11               ; skips two bytes (ld de,...)
fn.loc:  ld b,Q.LOC
         db &11               ; skips two bytes (ld de,...)
fn.lof:  ld b,Q.LOF
         db &11               ; skips two bytes (ld de,...)
fn.fpos: ld b,Q.FPOS
         push bc
         MAIN check.number
         MAIN FRCINT
         ld hl,(DAC + 2)
         inc h
         dec h
         jp nz,error.call
         ld a,l
         MAIN file.opened
         pop bc
         cp 2                 ; EOF of a file that is written
         ld a,b
         jr nz,fn.file
         cp Q.EOF
         jp z,error.number
fn.file: call H.SAVD          ; A = request, HL = block
         call device.do
         jp H.RSLF

; MOTOR [ON | OFF]
do.motor:
         ld e,255
         jr z,motor.set
         inc e
         cp T.OFF
         jr z,motor.word
         inc e
         cp T.ON
         jp nz,error.syntax
motor.word:
         rst 16
motor.set:
         ld a,e
         jp STMOTR
