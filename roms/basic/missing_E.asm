; Not built yet.
do.wait: EQU missing
do.poke: EQU missing
do.out: EQU missing
do.beep: EQU missing
do.play: EQU missing
do.sound: EQU missing
do.time: EQU missing
do.set: EQU missing
fn.play: EQU missing
fn.time: EQU missing
fn.inp: EQU missing
fn.peek: EQU missing
fn.stick: EQU missing
fn.strig: EQU missing
fn.pdl: EQU missing
fn.pad: EQU missing
