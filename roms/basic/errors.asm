; Raising errors, from either ROM of BASIC and from the BIOS: `jp error.call`, or `ld e,number`, `jp error`.
; Source of numbers: MSX2 Technical Handbook, appendix "Error codes".

error.next:      ld e,1       ; NEXT without FOR
                 db &01       ; skips two bytes (ld bc,...)
error.syntax:    ld e,2       ; Syntax error
                 db &01
error.gosub:     ld e,3       ; RETURN without GOSUB
                 db &01
error.data:      ld e,4       ; Out of DATA
                 db &01
error.call:      ld e,5       ; Illegal function call
                 db &01
error.overflow:  ld e,6       ; Overflow
                 db &01
error.memory:    ld e,7       ; Out of memory
                 db &01
error.line:      ld e,8       ; Undefined line number
                 db &01
error.subscript: ld e,9       ; Subscript out of range
                 db &01
error.array:     ld e,10      ; Redimensioned array
                 db &01
error.division:  ld e,11      ; Division by zero
                 db &01
error.direct:    ld e,12      ; Illegal direct
                 db &01
error.type:      ld e,13      ; Type mismatch
                 db &01
error.space:     ld e,14      ; Out of string space
                 db &01
error.long:      ld e,15      ; String too long
                 db &01
error.formula:   ld e,16      ; String formula too complex
                 db &01
error.continue:  ld e,17      ; Can't CONTINUE
                 db &01
error.function:  ld e,18      ; Undefined user function
                 db &01
error.device:    ld e,19      ; Device I/O error
                 db &01
error.verify:    ld e,20      ; Verify error
                 db &01
error.resume:    ld e,21      ; No RESUME
                 db &01
error.without:   ld e,22      ; RESUME without error
                 db &01
error.operand:   ld e,24      ; Missing operand
                 db &01
error.buffer:    ld e,25      ; Line buffer overflow
                 db &01
error.number:    ld e,52      ; Bad file number
                 db &01
error.file:      ld e,53      ; File not found
                 db &01
error.open:      ld e,54      ; File already open
                 db &01
error.end:       ld e,55      ; Input past end
                 db &01
error.name:      ld e,56      ; Bad file name
                 db &01
error.statement: ld e,57      ; Direct statement in file
                 db &01
error.closed:    ld e,59      ; File not OPEN
; In: E = number. Never returns.
error:   in a,(PPI.SLOT)
         and %11110011        ; the main ROM in page 1
         out (PPI.SLOT),a
         jp error.handle
