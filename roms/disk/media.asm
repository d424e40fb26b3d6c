; What is known of disks: drive parameter blocks, disk change, choices of formats.

; A DPB from the media descriptor on: `DPB media, cluster mask, cluster shift, FAT sectors, entries,
; sectors of the disk`.
DPBTAB:  MACRO
         db \0
         dw 512
         db 15,4,\1,\2
         dw 1
         db 2,\4
         dw 1 + 2 * \3 + \4 / 16
         dw (\5 - 1 - 2 * \3 - \4 / 16) / (\1 + 1) + 1
         db \3
         dw 1 + 2 * \3
         ENDM
dpbs:    DPBTAB &F8,1,2,2,112,720
         ASSERT $ - dpbs == 18
         DPBTAB &F9,1,2,3,112,1440
         DPBTAB &FA,1,2,1,112,640
         DPBTAB &FB,1,2,2,112,1280
         DPBTAB &FC,0,1,2,64,360
         DPBTAB &FD,1,2,2,112,720
         DPBTAB &FE,0,1,1,64,320
         DPBTAB &FF,1,2,1,112,640

; GETDPB: In: A = drive, B = media descriptor (first byte of the FAT), HL = DPB. Out: the 18 bytes
; from HL + 1; CY, A = error code if there is no such medium. Changes: all.
getdpb:  ld a,b
         sub &F8
         ld b,a
         ld a,E.OTHER
         ret c
         ex de,hl
         inc de
         ld hl,dpbs
         inc b
         ld a,18
         jr getdpb.next
getdpb.add:
         add a,l
         ld l,a
         ld a,18
         jr nc,getdpb.next
         inc h
getdpb.next:
         djnz getdpb.add
         ld c,a
         ldir
         or a
         ret

; DSKCHG: In: A = drive, B and C = media descriptor, HL = DPB. Out: B = 1 disk not changed, FFh
; changed, and then the DPB is new; CY, A = error code. Changes: all.
dskchg:  push hl
         ld c,a
         ld hl,DRVTBL
         cp (hl)
         ld a,E.OTHER
         ccf
         jr c,dskchg.end
         ld a,c
         push bc
         call drive.changed
         pop bc
         jr nz,dskchg.new
         ld a,(DRV.STALE)
         or a
         ld b,1
         jr z,dskchg.end
dskchg.new:
         ld a,255             ; until the new one could be read
         ld (DRV.STALE),a
         ld a,c
         call dskchg.look
dskchg.end:
         pop hl
         ret c
         dec b
         jr z,dskchg.same
         push hl
         ld a,(SECBUF)
         ld b,a
         call getdpb
         pop hl
         ret c
         xor a
         ld (DRV.STALE),a
         ld b,255
         ret
dskchg.same:
         inc b
         or a
         ret
; Reads the start of the FAT. In: A = drive. Out: B = 0; CY, A = error code. Changes: all.
dskchg.look:
         or a
         ld bc,&01F9          ; sector 1 is at the same place in all formats
         ld de,1
         ld hl,SECBUF
         call dskio
         ld b,0
         ret

; CHOICE: Out: HL = text of the formats to choose from. Changes: nothing else.
choice:  ld hl,choice.text
         ret
choice.text:
         dm "1 - Single sided, 360 KB"
         db 13,10
         dm "2 - Double sided, 720 KB"
         db 13,10,0
