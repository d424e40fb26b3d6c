; Not built yet.
do.list: EQU missing
do.new: EQU missing
do.llist: EQU missing
do.delete: EQU missing
do.auto: EQU missing
do.renum: EQU missing
do.key: EQU missing
