; Level 2: programs and batch files in directories, and the processes that programs are.

; Finds the program or batch file that a line begins with: where its path says, else in the present directory and those
; of the item PATH. In: CMD.REST. Out: Z: DOS.FCB is open, CMD.PATH its whole path, CMD.REST behind the word; NZ: there
; is none. Changes: all.
find.program:
         ld hl,(CMD.REST)
         ld de,CMD.SECOND
         ld b,CMD.PATH - CMD.SECOND - 6
         call path.next
         ld (CMD.REST),hl
         ld de,CMD.SECOND
         ld b,0
         ld c,&5B
         call BDOS
         ret nz
         ld a,(de)
         or a
         ret nz
         ld a,b
         ld (CMD.MODE),a
         and %00101000        ; a name, no wildcards
         cp %00001000
         ret nz
         ld hl,find.nothing
         call find.here
         ret z
         ld a,(CMD.MODE)
         and %00000110
         ret nz               ; drive or path was given
         ld hl,name.path
         call get.item
         ld hl,CMD.TEXT
         ld de,CMD.DIRS
         ld bc,256
         ldir
         ld hl,CMD.DIRS
find.next.dir:
         call find.separator
         ld a,(hl)
         or a
         jr z,find.nowhere
         call find.here
         ret z
         jr find.next.dir
find.nowhere:
         inc a
         ret
find.nothing:
         db 0
; In: HL = text of PATH. Out: HL at the next path, or its end. Changes: AF.
find.separator:
         ld a,(hl)
         cp ";"
         jr z,separator.skip
         cp " "
         ret nz
separator.skip:
         inc hl
         jr find.separator

; The same in one directory. In: HL = its path, up to ";" or 0. Out: Z as above; HL behind it. Changes: all others.
find.here:
         ld de,CMD.PATH
         ld b,CMD.TEXT - CMD.PATH - CMD.PATH + CMD.SECOND
here.next:
         ld a,(hl)
         or a
         jr z,here.name
         cp ";"
         jr z,here.name
         ld (de),a
         inc hl
         inc de
         djnz here.next
here.name:
         xor a
         ld (de),a
         push hl
         ld de,CMD.PATH
         ld hl,CMD.SECOND
         call path.add
         dec de
         ld (CMD.NUMBER),de   ; where the type goes
         ld a,(CMD.MODE)
         bit 4,a
         jr nz,here.typed
         ld hl,type.com
         call find.type
         jr z,here.end
         ld hl,type.bat
         call find.type
here.end:
         pop hl
         ret
here.typed:
         call find.path
         jr nz,here.end
         ld de,DOS.FCB + 9
         ld hl,run.com
         call run.istype
         jr z,here.end
         ld de,DOS.FCB + 9
         ld hl,run.bat
         call run.istype
         jr here.end
type.com: dm ".COM"
         db 0
type.bat: dm ".BAT"
         db 0
; In: HL = type. Out: Z: found. Changes: all.
find.type:
         ld de,(CMD.NUMBER)
         ld bc,5
         ldir

; Opens the file that CMD.PATH names as DOS.FCB. Out: Z: done, CMD.PATH = its whole path. Changes: all.
find.path:
         ld de,CMD.PATH
         ld b,0
         ld ix,CMD.FIB
         ld c,&40
         call BDOS
         ret nz
         ld de,CMD.PATH + 3
         ld c,&5E
         call BDOS
         ret nz
         push hl              ; its last item
         ld a,(CMD.FIB + FIB.DRIVE)
         ld (DOS.FCB),a
         ld b,a
         add a,"A" - 1
         ld (CMD.PATH),a
         ld (CMD.OLD),a
         ld hl,&5C3A          ; ":\"
         ld (CMD.PATH + 1),hl
         ld (CMD.OLD + 1),hl
         ld de,CMD.OLD + 3
         ld c,&59
         call BDOS
         pop hl
         ret nz
         push hl
         ex de,hl
         ld hl,DOS.FCB + 1
         ld c,&5C
         call BDOS
         ld b,25
         ld de,DOS.FCB + 12
         xor a
         call name.fill
         pop hl
         ld de,CMD.PATH
         or a
         sbc hl,de
         ld b,h
         ld c,l
         ld a,c
         cp 3
         ld hl,CMD.PATH
         ld de,CMD.TEXT
         ldir
         jr z,path.root       ; "A:\"
         dec de
path.root:
         xor a
         ld (de),a
         ld de,CMD.TEXT
         ld c,&5A
         call BDOS
         ret nz
         call run.open
         push af
         ld de,CMD.OLD
         ld c,&5A
         call BDOS
         pop af
         or a
         ret

; A program is about to run: a process of its own, and the items that tell it its name and parameters. Changes: all.
process.begin:
         call is.level2
         ret z
         call process.fork
         ld hl,name.program
         ld de,CMD.PATH
         call start.item
         ld de,(CMD.REST)
         ld hl,name.parameters
         call start.item
         ld a,1
         ld (LOADFLAG),a
         ret
; A process, unless there is one already. Changes: all.
process.fork:
         ld a,(DOS.PARENT)
         or a
         ret nz
         ld c,&60
         call BDOS
         jp nz,say.error
         ld a,b
         ld (DOS.PARENT),a
         ret
; It is over: says how it ended. Changes: all.
process.end:
         call is.level2
         ret z
         ld a,(DOS.PARENT)
         or a
         ret z
         ld b,a
         xor a
         ld (DOS.PARENT),a
         ld c,&61
         call BDOS
         ld a,b
         ld (DOS.STATUS),a
         push bc
         ld hl,name.program
         ld de,find.nothing
         call start.item
         ld hl,name.parameters
         ld de,find.nothing
         call start.item
         pop bc
         ld a,b
         cp ERR.CTRLC
         ret z
         cp &20
         ret c
         push bc
         call put.fresh
         pop bc
         ld a,b
         cp ERR.ABORT
         jr c,end.inside
         jp nz,say.error
end.inside:
         push bc
         call say.error
         pop bc
         ld a,c
         or a
         jp nz,say.error
         ret
