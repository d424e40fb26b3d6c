; CALBAS for routines of page 0, the math pack's above all, and of the BASIC ROM: reached by CALSLT, so that page 1 is the
; main ROM.

; In: far.to = address of the routine, as far.table takes it; all registers for it. Out: what it gives.
calbas.far:
         ld ix,(far.to)
         jp far.table
