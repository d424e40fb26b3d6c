; CALBAS for routines of page 0, the math pack's above all: reached by CALSLT, so that page 1 is the main ROM.

; In: far.to = address of the routine; all registers for it. Out: what it gives.
calbas.low:
         push hl
         ld hl,(far.to)
         ex (sp),hl
         ret
