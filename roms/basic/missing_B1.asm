; Not built yet.
do.def: EQU missing
fn.usr: EQU missing
fn.fn: EQU missing
fn.varptr: EQU missing
fn.sgn: EQU missing
fn.int: EQU missing
fn.abs: EQU missing
fn.sqr: EQU missing
fn.rnd: EQU missing
fn.sin: EQU missing
fn.log: EQU missing
fn.exp: EQU missing
fn.cos: EQU missing
fn.tan: EQU missing
fn.atn: EQU missing
fn.cint: EQU missing
fn.csng: EQU missing
fn.cdbl: EQU missing
fn.fix: EQU missing
stack.room: ret               ; until A2 has it
