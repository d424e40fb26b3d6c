; Level 2: one file that is read, by its handle.

; In: DE = path or fileinfo block. Out: Z: CMD.HANDLE and A = its handle; NZ: A = error. Changes: all.
handle.open:
         ld a,1               ; for reading only
         ld c,&43
         call BDOS
         ret nz
         ld a,b
         ld (CMD.HANDLE),a
         ret
; The next piece. In: DE = where to, HL = most bytes. Out: Z: HL = bytes; NZ: A = error. Changes: all.
handle.read:
         ld a,(CMD.HANDLE)
         ld b,a
         ld c,&48
         jp BDOS
; Out: A = 0, Z. Changes: all.
handle.close:
         ld a,(CMD.HANDLE)
         ld b,a
         ld c,&45
         call BDOS
         xor a
         ret
