; Header and documented entries (MSX Wiki, "Disk-ROM BIOS").

         db "A","B"
         dw init
         dw statement
         dw 0,0               ; DEVICE, TEXT
         ds &4010 - $
         jp dskio.program     ; 4010 DSKIO
         jp dskchg            ; 4013 DSKCHG
         jp getdpb            ; 4016 GETDPB
         jp choice            ; 4019 CHOICE
         jp dskfmt            ; 401C DSKFMT
         jp mtoff             ; 401F MTOFF
         jp basic             ; 4022 leaves the disk system for BASIC
         scf                  ; 4025 formats; the user is asked
         jp format            ; 4026 formats
         jp mtoff             ; 4029 stops all drives
         nop
         jp getslt            ; 402D slot of this ROM
         jp getmem            ; 4030 lowest address of the disk system
         ASSERT $ == &4033
         jp dskio             ; level 2's

; GETSLT: Out: A = slot of the disk ROM. Changes: nothing else.
getslt:  ld a,(MASTER)
         ret

; Out: HL = lowest address that the disk system uses. Changes: nothing else.
getmem:  ld hl,(HIMSAV)
         ret
