; Not built yet.
file.block: EQU missing       ; until C has it
