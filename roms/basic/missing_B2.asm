; Called by text/, not built yet.
file.in: EQU missing
file.back: EQU missing
