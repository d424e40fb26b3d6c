; Not built yet.
IF MSX2
mem.device: EQU missing
ENDIF
