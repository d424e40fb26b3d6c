; The kernel's entry and its functions by number (MSX-DOS 2 Function Specifications).

; In: C = function, the rest as it wants. Out: A = error code, 0: none; BC, DE, HL = results. Keeps IX, IY and the
; alternate registers. A function is called with the registers of the program, all but C; it may use all.
func.entry:
         PUSHREST
         ld (func.hl),hl
         ld hl,(func.sp)
         push hl
         ld (func.sp),sp
         ld (K.ERRSP),sp      ; fat.broken comes back by it
         push af
         push de
         ld a,c
         call func.clean
         call func.find
         ld (func.call + 1),hl
         ld hl,(func.hl)
         pop de
         pop af
func.call:
         call 0
         jr func.end
; The end of the function in hand, from wherever it is. In: A = error code; BC, DE, HL = results.
func.fail:
         ld sp,(func.sp)
func.end:
         ld (K.ERROR),a
func.leave:
         ld (func.hl),hl
         pop hl
         ld (func.sp),hl
         POPREST
         ld hl,(func.hl)
         ret

; Writes what the functions for reading and writing have left in buffers, unless this is one of them, or one for the
; console. In: A = function. Keeps A, C, IX. Changes: all others.
func.clean:
         cp &0C
         ret c
         cp &48
         jr c,clean.all
         cp &4B
         ret c
clean.all:
         push bc
         call disk.clean
         pop bc
         ld a,c
         ret

; In: A = function. Out: HL = its routine. Changes: AF, DE.
func.find:
         ld hl,prc.zero
         or a
         ret z
         cp &0C
         ld hl,redirect.call
         ret c
         sub &31
         jr z,find.row
         sub &40 - &31 - 1    ; 40h: row 1
         cp FUNC.ROWS
         jr nc,find.own
find.row:
         ld l,a
         ld h,0
         add hl,hl
         ld de,func.table
         add hl,de
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         ret

; Functions of the system's own.
find.own:
         add a,&40 - 1
         ld hl,prc.start
         cp L2.START
         ret z
         ld hl,seg.all
         cp L2.ALLOCATE
         ret z
         ld hl,seg.release
         cp L2.RELEASE
         ret z
         ld hl,func.none
         ret

; A function that there is not.
func.none:
         ld a,ERR.IBDOS
         ret

func.table:
         dw set.parameters    ; 31 DPARM
         dw search.first      ; 40 FFIRST
         dw search.next       ; 41 FNEXT
         dw search.new        ; 42 FNEW
         dw hnd.open          ; 43 OPEN
         dw hnd.create        ; 44 CREATE
         dw hnd.close         ; 45 CLOSE
         dw hnd.ensure        ; 46 ENSURE
         dw hnd.dup           ; 47 DUP
         dw hnd.read          ; 48 READ
         dw hnd.write         ; 49 WRITE
         dw hnd.seek          ; 4A SEEK
         dw hnd.control       ; 4B IOCTL
         dw hnd.test          ; 4C HTEST
         dw chg.delete        ; 4D DELETE
         dw chg.rename        ; 4E RENAME
         dw chg.move          ; 4F MOVE
         dw chg.attr          ; 50 ATTR
         dw chg.ftime         ; 51 FTIME
         dw chg.hdelete       ; 52 HDELETE
         dw chg.hrename       ; 53 HRENAME
         dw chg.hmove         ; 54 HMOVE
         dw chg.hattr         ; 55 HATTR
         dw chg.hftime        ; 56 HFTIME
         dw set.dma           ; 57 GETDTA
         dw set.verify        ; 58 GETVFY
         dw current.get       ; 59 GETCD
         dw current.set       ; 5A CHDIR
         dw path.function     ; 5B PARSE
         dw name.function     ; 5C PFILE
         dw name.check        ; 5D CHKCHR
         dw whole.function    ; 5E WPATH
         dw disk.flush        ; 5F FLUSH
         dw prc.fork          ; 60 FORK
         dw prc.join          ; 61 JOIN
         dw prc.term          ; 62 TERM
         dw prc.defab         ; 63 DEFAB
         dw prc.defer         ; 64 DEFER
         dw err.last          ; 65 ERROR
         dw far.explain       ; 66 EXPLAIN
         dw set.format        ; 67 FORMAT
         dw set.ramdisk       ; 68 RAMD
         dw set.buffers       ; 69 BUFFER
         dw set.assign        ; 6A ASSIGN
         dw far.get           ; 6B GENV
         dw far.set           ; 6C SENV
         dw far.item          ; 6D FENV
         dw set.check         ; 6E DSKCHK
         dw set.version       ; 6F DOSVER
         dw rdr.state         ; 70 REDIR
func.rows.end: EQU $
FUNC.ROWS: EQU (func.rows.end - func.table) // 2
         ASSERT FUNC.ROWS == 50
