; Not built yet.
file.block: EQU missing       ; until C has it
stack.room: ret               ; until A2 has it
