; Function 0A: a line from the keyboard, edited on the screen; `history.asm` keeps the lines of a DOS, `linedraw.asm` shows.
; Level 1 has the template of MSX-DOS 1, too (MSX2 Technical Handbook, chapter 3, tables 3.5 to 3.7): the last line, from
; which keys at the end of the line in hand take characters. Level 2's documents put a list of lines in its place.

; What the keys do; at the end of the line, level 1:
;   return ends; BS rubs out; left, right move (right: takes one character); up, down older and newer lines (down, unless
;   up came before: takes all that are left); HOME, SELECT start and end (SELECT: takes those up to the next key typed);
;   DEL deletes (leaves one out); CLS deletes what is behind (leaves those out up to the next key typed); INS: what is
;   typed goes between; ESC, CTRL+U: all again; CTRL+E end; CTRL+J: goes on in a new row of the screen.
line.keys:
         db 13,8,29,28,30,31,11,24,127,12,18,27,21,5,10
line.count: EQU 15
line.routines:               ; in the reverse order
         dw line.feed,line.toend,line.again,line.again,line.insert,line.clear,line.delete,line.select
         dw line.home,line.down,line.up,line.right,line.left,line.back,line.end

; 0A: In: DE = buffer: size, then room for length and text.
con.line:
         call ram.peek
         or a
         jp z,bdos.ok
         dec a
         ld (LN.SIZE),a
         push de
         xor a
         ld (LN.LEN),a
         ld (LN.POS),a
         ld (LN.TAKEN),a
         ld (LN.WALKS),a
         ld (LN.BETWEEN),a
         ld a,(CSTYLE)
         ld (LN.STYLE),a
         call draw.begin
line.key:
         call line.get
         ld hl,line.keys
         ld bc,line.count
         cpir
         jr nz,line.typed
         ld hl,line.routines
         add hl,bc
         add hl,bc
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         call line.jump
         jr line.key
line.typed:
         call line.store
         jr line.key
line.jump:
         jp (hl)

; Out: A = key. CTRL+C comes behind the whole line. Changes: all.
line.get:
         call con.get
         cp KEY.BREAK
         jr z,get.break
         call con.own
         jr z,line.get
         ret
get.break:
         call draw.last
         ld a,(LN.STYLE)
         ld (CSTYLE),a
         ld a,KEY.BREAK
         call con.own
         call draw.begin
         call draw.whole
         jr line.get

; Out: HL = address of the character at the cursor. Changes: F, BC.
line.here:
         ld a,(LN.POS)
; In: A = place. Out: HL = its address. Changes: F, BC.
line.nth:
         ld c,a
         ld b,0
         ld hl,LN.TEXT
         add hl,bc
         ret
; Out: Z: the cursor is at the end; A = its place. Changes: F, HL.
line.atend:
         ld a,(LN.POS)
         ld hl,LN.LEN
         cp (hl)
         ret
; Out: CY: the line may be longer; else the bell has rung. Changes: all.
line.room:
         ld a,(LN.LEN)
         ld hl,LN.SIZE
         cp (hl)
         ret c
         ld a,7
         call con.show
         or a
         ret

; A character at the cursor: between, in place of another one, or at the end. In: A. Out: NC: there is no room for it.
; Changes: all.
line.store:
         ld (LN.KEY),a
         call line.atend
         jr z,store.end
         ld a,(LN.BETWEEN)
         or a
         jr z,store.put
         call line.room
         ret nc
         call line.behind
         ld a,(LN.LEN)
         call line.nth
         ld d,h
         ld e,l
         dec hl
         ld bc,(LN.REST)
         lddr
         jr store.longer
store.end:
         call line.room
         ret nc
         ld a,(LN.BETWEEN)
         or a
         call z,tpl.pass
store.longer:
         ld hl,LN.LEN
         inc (hl)
store.put:
         call line.here
         ld a,(LN.KEY)
         ld (hl),a
         ld hl,LN.POS
         ld a,(hl)
         inc (hl)
         call draw.from
         scf
         ret
; Out: LN.REST = characters from the cursor on, as a word. Changes: AF, HL.
line.behind:
         ld hl,LN.POS
         ld a,(LN.LEN)
         sub (hl)
         ld l,a
         ld h,0
         ld (LN.REST),hl
         ret

line.left:
         ld hl,LN.POS
         ld a,(hl)
         or a
         ret z
         dec (hl)
         jp draw.cursor
line.right:
         call line.atend
         jp z,tpl.one
         inc a
         jr line.move
line.home:
         xor a
         jr line.move
line.select:
         call line.atend
         jp z,tpl.to
line.toend:
         ld a,(LN.LEN)
line.move:
         ld (LN.POS),a
         jp draw.cursor

line.back:
         ld a,(LN.POS)
         or a
         ret z
         call line.atend
         jr nz,back.place
         ld hl,LN.TAKEN
         ld a,(hl)
         or a
         jr z,back.place
         dec (hl)
back.place:
         ld hl,LN.POS
         dec (hl)
         jr delete.one
line.delete:
         call line.atend
         jp z,tpl.pass
delete.one:
         ld hl,LN.LEN
         dec (hl)
         call line.behind
         call line.here
         ld d,h
         ld e,l
         inc hl
         ld bc,(LN.REST)
         ld a,c
         or a
         jr z,delete.last
         ldir
delete.last:
         ld a,(LN.POS)
         jp draw.from
line.clear:
         call line.atend
         jp z,tpl.passto
         ld (hl),a
         jp draw.from
line.again:
         ld a,NO.PLACE
         ld (K.PLACE),a
         xor a
         ld (LN.WALKS),a
         ld (LN.TAKEN),a
         ld (LN.LEN),a
         jr line.whole
line.insert:
         ld hl,LN.BETWEEN
         ld a,(hl)
         xor 1
         ld (hl),a
         ld (CSTYLE),a        ; the cursor is half as high
         ret
line.feed:
         call draw.last
         call draw.newrow
         call draw.begin
         jp draw.whole

; All of the line is new. In: A = its length. Changes: all.
line.whole:
         ld (LN.LEN),a
         ld (LN.POS),a
         jp draw.whole

; Return: the line goes to the program and, unless it is empty, to the list; to the printer as it stands at last.
line.end:
         pop hl               ; the return to line.key
         call draw.last
         ld a,(LN.STYLE)
         ld (CSTYLE),a
         ld a,13
         call con.show
         call history.keep
         ld a,(LN.LEN)
         call line.nth
         ld (hl),13
         ld a,(ECHO)
         or a
         call nz,line.print
         pop de
         inc de
         ld a,(LN.LEN)
         call ram.poke
         inc de
         ld c,a
         ld b,0
         inc bc
         ld hl,LN.TEXT
         di
         call XFER
         ei
         jp bdos.ok
line.print:
         ld hl,LN.TEXT
print.next:
         ld a,(hl)
         push hl
         cp 13
         jr z,print.plain
         cp " "
         jr nc,print.plain
         cp 9
         jr z,print.plain
         ld a,"^"
         call con.print
         pop hl
         push hl
         ld a,(hl)
         add a,"@"
print.plain:
         call con.print
         pop hl
         ld a,(hl)
         inc hl
         cp 13
         jr nz,print.next
         ret
