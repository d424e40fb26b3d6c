; Not built yet.
do.copy: EQU missing
