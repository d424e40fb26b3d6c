; Not built yet.
do.circle: EQU missing
do.color: EQU missing
do.draw: EQU missing
do.paint: EQU missing
do.pset: EQU missing
do.preset: EQU missing
do.screen: EQU missing
do.vpoke: EQU missing
do.sprite: EQU missing
do.vdp: EQU missing
do.base: EQU missing
do.copy: EQU missing
fn.sprite: EQU missing
fn.vdp: EQU missing
fn.base: EQU missing
fn.point: EQU missing
fn.vpeek: EQU missing
