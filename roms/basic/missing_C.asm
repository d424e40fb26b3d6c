; Not built yet.
copy.file: EQU missing
do.csave: EQU missing
do.cload: EQU missing
do.open: EQU missing
do.field: EQU missing
do.get: EQU missing
do.put: EQU missing
do.close: EQU missing
do.load: EQU missing
do.merge: EQU missing
do.files: EQU missing
do.lset: EQU missing
do.rset: EQU missing
do.save: EQU missing
do.lfiles: EQU missing
do.max: EQU missing
do.motor: EQU missing
do.bload: EQU missing
do.bsave: EQU missing
do.dsko_s: EQU missing
do.name: EQU missing
do.kill: EQU missing
do.ipl: EQU missing
do.cmd: EQU missing
fn.attr_s: EQU missing
fn.dski_s: EQU missing
fn.dskf: EQU missing
fn.fpos: EQU missing
fn.cvi: EQU missing
fn.cvs: EQU missing
fn.cvd: EQU missing
fn.eof: EQU missing
fn.loc: EQU missing
fn.lof: EQU missing
fn.mki_s: EQU missing
fn.mks_s: EQU missing
fn.mkd_s: EQU missing
file.number: EQU missing
file.run: EQU missing
file.close.all: EQU NMI.RET
files.memory:
         ld hl,(HIMEM)
         ld de,-2 * 267
         add hl,de
         ld (MEMSIZ),hl
         ret
