; Characters to and from the file in PTRFIL, for both ROMs of BASIC (page 0).

; In: A = character. Changes: nothing.
file.out:
         BASIC device.out
         ret
; Out: A = character; CY at the end of the file. Changes: F.
file.in: call H.DSKC
         BASIC device.in
         ret
; Puts a character back, to be read again. In: A. Changes: F.
file.back:
         BASIC device.back
         ret
