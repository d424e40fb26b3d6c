; The file and its name; saving makes a new file first, so that the old one is there until the new one is whole.

; Reads the file that the command line named. Changes: all.
load:    ld hl,&0080
         ld b,(hl)
load.blank:
         ld a,b
         or a
         ret z
         inc hl
         dec b
         ld a,(hl)
         cp " " + 1
         jr c,load.blank
         ld de,BUFFER
         inc b
load.word:
         ld a,(hl)
         inc hl
         cp " " + 1
         jr c,load.named
         ld (de),a
         inc de
         djnz load.word
load.named:
         xor a
         ld (de),a
         call name.parse
         jp c,load.refused
         call name.take
         call file.this
         ld c,&0F
         call file.call
         jr z,load.open
         call load.failed
         ld hl,load.new
         jp message.show
load.open:
         call file.bytes
load.block:
         ld de,FCB
         ld hl,BUFSIZE
         ld c,&27
         call BDOS
         call load.failed
         ld a,h
         or l
         jr z,load.end
         ld b,h
         ld c,l
         ld hl,BUFFER
load.next:
         ld a,(hl)
         cp MARK
         jr z,load.mark
         call load.put
         jp c,load.big
         inc hl
         dec bc
         ld a,b
         or c
         jr nz,load.next
         jr load.block
; The end of the text: no more than what fills up a record may follow. In: BC = bytes in hand, with the mark.
load.mark:
         ld hl,128
         or a
         sbc hl,bc
         ld hl,load.notext
         jr c,load.leave
         ld de,FCB
         ld hl,1
         ld c,&27
         call BDOS
         call load.failed
         ld a,h
         or l
         ld hl,load.notext
         jr nz,load.leave
load.end:
         ld de,FCB
         ld c,&10
         call BDOS
         ld hl,(GAP)
         ld de,TEXT
         or a
         sbc hl,de
         ld b,h
         ld c,l
         ld a,b
         or c
         jr z,load.empty
         ld hl,(GAP)
         dec hl
         ld de,(TOP)
         dec de
         lddr
         inc de
         ld (AFTER),de
         ld hl,TEXT
         ld (GAP),hl
load.empty:
         ld hl,0
         ld (LINE),hl
         xor a
         ld (CHANGED),a
         ret
; A character of the file; of CR LF only LF. In: A. Out: CY: the memory is full. Changes: AF, DE.
load.put:
         push hl
         ld hl,(GAP)
         dec hl
         cp LF
         jr nz,load.insert
         ld a,(hl)
         cp CR
         ld a,LF
         jr nz,load.insert
         ld (GAP),hl
load.insert:
         call text.insert
         pop hl
         ret
; What cannot be read whole is not edited. Keeps all but AF.
load.failed:
         ld a,(FAILED)
         or a
         ret z
         ld hl,load.unread
         jr load.leave
load.big:
         ld hl,load.toobig
         jr load.leave
load.refused:
         ld hl,load.badname
load.leave:
         push hl
         ld a,"E"
         call out.escape
         pop hl
         call out.text
         jp program.end

; Asks for a name and saves. Changes: all.
cmd.saveas:
         ld hl,save.ask
         ld de,BUFFER
         ld c,14
         call ask
         ret c
         or a
         ret z
         call name.parse
         ld hl,save.badname
         jp c,message.show
         ld de,FCB + 12
         call fcb.clear
         xor a
         ld (FAILED),a
         ld c,&0F
         call file.call
         ld a,(FAILED)
         jr nz,saveas.new
         ld hl,save.replace
         call message.show
         call key.get
         and &DF
         cp "Y"
         jp nz,draw.help
         xor a
saveas.new:
         or a
         ld hl,save.error
         jp nz,message.show
         call name.take
         jr save.named

; Saves. Changes: all.
cmd.save:
         ld a,(NAME + 1)
         cp " "
         jr z,cmd.saveas
save.named:
         ld hl,save.busy
         call message.show
         ld a,1
         ld (DIRTY),a
         xor a
         ld (FAILED),a
         call file.temporary
         ld c,&13
         call file.call
         call file.temporary
         ld c,&16
         call file.call
         ld hl,save.nofile
         jr nz,save.message
         call save.text
         ld hl,save.diskfull
         jr c,save.drop
         call file.this
         ld c,&13
         call file.call
         call file.temporary
         ld hl,NAME
         ld de,FCB + 16
         ld bc,12
         ldir
         ld c,&17
         call file.call
         jr nz,save.notnamed
         xor a
         ld (CHANGED),a
         ld hl,save.done
         jp message.show
; The new file is whole, but has not its name: it goes only if the old one is there.
save.notnamed:
         ld a,(FAILED)
         or a
         jr nz,save.message
         call file.this
         ld c,&0F
         call file.call
         ld hl,save.other
         jr nz,save.message
         ld hl,save.readonly
save.drop:
         push hl
         call file.temporary
         ld c,&13
         call file.call
         pop hl
; In: HL = message, unless a disk error is the reason. Changes: all.
save.message:
         ld a,(FAILED)
         or a
         jp z,message.show
         ld hl,save.error
         jp message.show

; Writes the text to the new file and closes it. Out: CY: it is not whole. Changes: all.
save.text:
         call file.bytes
         ld hl,BUFFER
         ld (FILLED),hl
         ld hl,TEXT
         ld bc,(GAP)
         call save.part
         ld hl,(AFTER)
         ld bc,(TOP)
         call nc,save.part
         call nc,save.flush
         push af
         ld c,&10
         call file.call
         pop hl
         scf
         ret nz
         push hl
         pop af
         ret

; Writes a part of the text. In: HL = start, BC = end. Out: CY: the disk is full. Changes: all.
save.part:
         ld a,l
         cp c
         jr nz,part.char
         ld a,h
         cp b
         ret z
part.char:
         ld a,(hl)
         inc hl
         cp LF
         jr nz,part.put
         ld a,CR
         call save.put
         ret c
         ld a,LF
part.put:
         call save.put
         ret c
         jr save.part
; A byte for the file. In: A. Out: CY: the disk is full. Changes: AF, DE.
save.put:
         push hl
         ld hl,(FILLED)
         ld (hl),a
         inc hl
         ld (FILLED),hl
         ld de,-(BUFFER + BUFSIZE)
         add hl,de
         ld a,h
         or l
         pop hl
         ret nz               ; NC: below the end
         push hl
         push bc
         call save.flush
         pop bc
         pop hl
         ret
; Writes what waits. Out: CY: the disk is full. Changes: all.
save.flush:
         ld hl,(FILLED)
         ld de,BUFFER
         ld (FILLED),de
         or a
         sbc hl,de
         ret z
         ld de,FCB
         ld c,&26
         call BDOS
         or a
         ret z
         scf
         ret

; FCB of the file, or of the new one until it is whole. Changes: BC, DE, HL.
file.this:
         ld hl,NAME
         jr fcb.fresh
file.temporary:
         push af
         ld a,(NAME)
         ld (FCB),a
         pop af
         ld hl,file.new
         ld de,FCB + 1
         ld bc,11
         ldir
         jr fcb.clear
file.new: dm "EDIT    $$$"
; A function for the FCB. In: C = function. Out: Z: done. Changes: all.
file.call:
         ld de,FCB
         call BDOS
         or a
         ret
; The open file is read and written from its start, in bytes, by BUFFER. Changes: all.
file.bytes:
         call fcb.bytes
         ld de,BUFFER
         ld c,&1A
         jp BDOS
