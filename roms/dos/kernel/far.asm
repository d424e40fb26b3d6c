; The functions that are in the second segment (second.asm).

; 66
far.explain:
         ld ix,err.explain
         jp l2.second
; 6B
far.get: ld ix,env.get
         jp l2.second
; 6C
far.set: ld ix,env.set
         jp l2.second
; 6D
far.item:
         ld ix,env.item
         jp l2.second
