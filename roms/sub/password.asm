; The password that may stand in block 3 of the battery RAM: ID 1, the usage IDs 1, 2, 3 and a 16-bit
; CRC (CCITT polynomial 1021h, start FFFFh) of what is typed. Holding GRAPH and STOP passes without it.
; Source: MSX2 Technical Handbook, chapter 5, section 6.7; MSX Wiki, "SET PASSWORD". The CRC is ours: the
; standard does not publish one.

; Asks until the right password is typed; does nothing when there is none.
; In: - Out: - Changes: all
password.ask:
         ld c,&30
         call REDCLK
         dec a
         ret nz
         ld d,1
@usage:  inc c
         call REDCLK
         cp d
         ret nz
         inc d
         ld a,d
         cp 4
         jr nz,@usage
@again:  call password.open
         ret z
         ld hl,password.question
         call settings.print
         call password.line
         ld hl,settings.crlf
         call settings.print
         ld hl,BUF
         call password.crc
         ld b,4
         ld c,&34
@compare:
         call REDCLK
         ld l,a
         ld a,e
         and &0F
         cp l
         jr nz,@again
         call password.shift
         inc c
         djnz @compare
         ret
password.question:
         dm "Password: "
         db 0

; Sets the password; an empty one takes it away.
; In: HL = text that ends with 0 Out: - Changes: all
password.store:
         ld c,&30
         ld a,(hl)
         or a
         jp z,WRTCLK          ; ID 0: an empty title

; The same for any text: an empty one asks for the return key.
; In: HL = text that ends with 0 Out: - Changes: all
password.keep:
         ld c,&30
         push hl
         ld a,1
         call WRTCLK
         ld b,3
@usage:  inc c                ; 1, 2, 3
         call WRTCLK
         inc a
         djnz @usage
         pop hl
         call password.crc
         ld bc,&0434
@digit:  ld a,e
         and &0F
         call WRTCLK
         inc c
         call password.shift
         djnz @digit
         ld b,5               ; no key cartridge
         xor a
@none:   call WRTCLK
         inc c
         djnz @none
         ret

; In: DE Out: DE / 16 Changes: F
password.shift:
         push bc
         ld b,4
@bit:    srl d
         rr e
         djnz @bit
         pop bc
         ret

; In: - Out: zero: GRAPH and STOP are held Changes: AF, B
password.open:
         ld b,6
         call @row
         and &04              ; GRAPH
         ret nz
         ld b,7
         call @row
         and &10              ; STOP
         ret
@row:    di
         in a,(PPI.MISC)
         and &F0
         or b
         out (PPI.MISC),a
         in a,(PPI.KEYS)
         ei
         ret

; Reads a line of up to 255 characters without showing it.
; In: - Out: BUF, ended by 0 Changes: all
password.line:
         ld hl,BUF
         ld b,0               ; characters
@next:   MAIN M.CHGET
         cp 13
         jr z,@end
         cp 8
         jr z,@back
         cp 32
         jr c,@-next
         inc b
         jr z,@full
         ld (hl),a
         inc hl
         jr @-next
@full:   dec b
         jr @-next
@back:   ld a,b
         or a
         jr z,@-next
         dec b
         dec hl
         jr @-next
@end:    ld (hl),0
         ret

; In: HL = text that ends with 0 Out: DE = CRC Changes: AF, B, HL
password.crc:
         ld de,&FFFF
@next:   ld a,(hl)
         or a
         ret z
         inc hl
         xor d
         ld d,a
         ld b,8
@bit:    sla e
         rl d
         jr nc,@even
         ld a,e
         xor &21
         ld e,a
         ld a,d
         xor &10
         ld d,a
@even:   djnz @bit
         jr @next
