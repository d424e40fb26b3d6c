; The V9938's commands. Y counts through the pages: 256 lines each.
; Source: V9938 technical data book, chapter "VDP commands".

CMD.LMMV: EQU &80             ; fill with a logical operation
CMD.LINE: EQU &70
CMD.SRCH: EQU &60
CMD.PSET: EQU &50
CMD.POINT: EQU &40
CMD.LMMM: EQU &90             ; copy within VRAM with a logical operation
CMD.LMCM: EQU &A0             ; dots to the CPU
CMD.LMMC: EQU &B0             ; dots from the CPU
CMD.HMMV: EQU &C0             ; fill bytes

; Waits until the last command is done.
; In: - Out: - Changes: AF
command.wait:
         ld a,2
         call VDPSTA
         rrca
         jr c,command.wait
         ret

; Starts a command from a block that is built as R32-R45.
; In: HL = 14 bytes, A = command and operation (R46) Out: HL behind Changes: AF, BC
command.start:
         push af
         call command.wait
         ld a,32
         di
         VDPREG 17
         ld bc,14 * 256 + VDP.IND
         otir
         pop af
         out (VDP.IND),a
         ei
         ret

; Fills a rectangle of the active page with a logical operation.
; In: HL = X, DE = Y, IX = width, BC = height, A = operation (0-15), ATRBYT = colour
; Out: - Changes: AF, IY
command.fill:
         and &0F
         or CMD.LMMV
         ld iyh,a
         ld iyl,0
         ld a,(ATRBYT)
         jr command.send

; Fills lines of the active page over the whole width, byte by byte.
; In: DE = first line, BC = height, A = colour Out: - Changes: AF, HL, IX, IY
command.erase:
         push bc
         call colour.byte
         pop bc
         ld hl,0
         ld ix,0              ; 0: up to the border
         ld iy,CMD.HMMV * 256

; Starts a command that needs no source.
; In: HL = X, DE = Y in the active page, IX = R40-R41, BC = R42-R43, A = colour, IYL = R45,
; IYH = command and operation Out: - Changes: AF
command.send:
         push af
         ld a,36
         call command.point
         ld a,ixl
         out (VDP.IND),a
         ld a,ixh
         out (VDP.IND),a
         ld a,c
         out (VDP.IND),a
         ld a,b
         out (VDP.IND),a
         pop af
         out (VDP.IND),a
         ld a,iyl
         out (VDP.IND),a
         ld a,iyh
         out (VDP.IND),a
         ei
         ret

; A point of the active page for a command, behind the last one's end.
; In: A = first register, HL = X, DE = Y Out: R17 behind it, interrupts off Changes: AF
command.point:
         push af
         call command.wait
         pop af
         di
         VDPREG 17
         ld a,l
         out (VDP.IND),a
         ld a,h
         out (VDP.IND),a
         ld a,e
         out (VDP.IND),a
         ld a,(ACPAGE)
         add a,d
         out (VDP.IND),a
         ret

; Starts a command at a source point: POINT or SRCH.
; In: HL = X, DE = Y in the active page, C = colour, B = R45, A = command Out: - Changes: AF
command.look:
         push af
         ld a,32
         call command.point
         ld a,44
         VDPREG 17
         ld a,c
         out (VDP.IND),a
         ld a,b
         out (VDP.IND),a
         pop af
         out (VDP.IND),a
         ei
         jp command.wait
