"""Level 2: disk errors in a program, and its routines for them."""

import pytest

from tests.support.assembler import assemble
from tests.support.dos import Dos, started

_PROGRAM = """
         ld de,failed
         ld c,&64
         call 5
         ld de,aborted
         ld c,&63
         call 5
         ld de,name
         xor a
         ld c,&43
         call 5
         ld l,a
         call line
         ld c,0
         jp 5
failed:  ld l,a
         push bc
         call hex
         pop bc
         ld l,b
         call hex
         ld e," "
         ld c,2
         call 5
         ld hl,count
         dec (hl)
         ld a,{last}
         ret z
         ld a,2
         ret
aborted: ld h,b
         push hl
         ld l,a
         push af
         call hex
         pop af
         pop hl
         ld b,h
         push af
         push bc
         ld l,b
         call line
         pop bc
         pop af
         ret
line:    call hex
         ld de,end
         ld c,9
         jp 5
hex:     ld a,l
         rrca
         rrca
         rrca
         rrca
         call digit
         ld a,l
digit:   push hl
         and 15
         add a,&90
         daa
         adc a,&40
         daa
         ld e,a
         ld c,2
         call 5
         pop hl
         ret
end:     db 13,10,"$"
count:   db {count}
name:    dm "B:X"
         db 0
"""


def _dos(count: int, last: int) -> Dos:
    return started("eb2", {"TRY.COM": assemble(_PROGRAM.format(count=count, last=last), 0x100)})


def test_the_error_routine_gets_code_and_drive_and_may_abort():
    dos = _dos(count=1, last=1)

    assert dos.line("TRY") == ["FC02 9DFC", "Disk operation aborted", "Drive not ready"]


def test_the_error_routine_may_try_again():
    dos = _dos(count=3, last=1)

    assert dos.line("TRY")[0] == "FC02 FC02 FC02 9DFC"


def test_the_error_routine_may_leave_the_question_to_the_system():
    dos = _dos(count=1, last=0)
    dos.type("TRY\r")
    dos.says("Abort, Retry or Ignore?")
    dos.type("A")
    dos.wait()

    assert dos.rows()[-4:-1] == ["9DFC", "Disk operation aborted", "Drive not ready"]


@pytest.mark.parametrize("last", [1, 3])
def test_the_error_routine_sees_the_screen_when_the_output_is_a_file(last):
    dos = _dos(count=1, last=last)

    assert dos.line("TRY > OUT.TXT")[0].startswith("FC02")


def test_the_routine_is_gone_with_its_program():
    dos = _dos(count=1, last=1)
    dos.line("TRY")
    dos.type("DIR B:\r")

    dos.says("Abort, Retry or Ignore?")
