"""Keys with a meaning of their own, the auxiliary device and the error routines of the kernel."""

import pytest

from tests.support.disk_machine import BOARDS, bdos, finish, keep, memory, session, text
from tests.support.floppies import DONE, boot_disk

BREAKV = 0xF325
PROMPT = bdos(9, de="ready")
READY = 'ready:   dm "Ready$"\n'

# The program's CTRL+C routine counts its calls and returns.
COUNTS = f"""
         ld hl,cell
         ld ({BREAKV}),hl
"""
COUNTER = """
cell:    dw stopped
stopped: ld hl,&D080
         inc (hl)
         ld e,"*"
         ld c,2
         jp &F37D
"""


def start(board, program, dos=True):
    return session(board, boot_disk(program, dos))


def ready(vm):
    assert vm.run(until=lambda vm: "Ready" in text(vm), limit=20), text(vm)


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("function", [1, 8])
def test_ctrl_c_calls_the_programs_routine_and_the_key_is_waited_for_again(board, function):
    program = COUNTS + PROMPT + bdos(function) + keep(0) + "         jp done\n" + READY + COUNTER
    with start(board, program) as vm:
        ready(vm)
        vm.type("\x03x")
        found = finish(vm)

        assert found[0] == ord("x")
        assert found[0x80] == 1
        assert "^C" in text(vm)
        assert "*" in text(vm)


def test_ctrl_c_in_a_line_keeps_what_was_typed():
    program = COUNTS + PROMPT + bdos(10, de="line") + "         jp done\n" + READY + COUNTER
    program += "line:    db 9\n         ds 12\n"
    with start("eb1", program) as vm:
        ready(vm)
        vm.type("AB\x03CD\r")
        assert finish(vm)[0x80] == 1
        assert b"\x09\x04ABCD\r" in memory(vm, 0xA000, 512)


@pytest.mark.parametrize("function", [6, 7])
def test_functions_six_and_seven_take_ctrl_c_as_a_key(function):
    again = "again:\n" + bdos(function, e=255) + "         or a\n         jr z,again\n"
    program = COUNTS + PROMPT + again + keep(0) + "         jp done\n" + READY + COUNTER
    with start("eb1", program) as vm:
        ready(vm)
        vm.type("\x03")
        found = finish(vm)

        assert (found[0], found[0x80]) == (3, 0)


def test_ctrl_c_is_noticed_while_the_program_prints():
    program = COUNTS + PROMPT + "again:\n" + bdos(2, e='"."')
    program += "         ld a,(&D080)\n         or a\n         jr z,again\n         jp done\n"
    with start("eb1", program + READY + COUNTER) as vm:
        ready(vm)
        vm.type("\x03")
        assert finish(vm)[0x80] == 1


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("dos", [False, True])
def test_ctrl_c_ends_a_program_that_has_no_routine_for_it(board, dos):
    with start(board, PROMPT + "again:\n" + bdos(8) + "         jr again\n" + READY, dos) as vm:
        ready(vm)
        vm.type("ab\x03")
        assert vm.run(until=lambda vm: "Ok" in text(vm), limit=20), text(vm)
        assert vm.peek(DONE) != 0xA5


def test_the_jump_at_f1e2_ends_a_program():
    with start("eb1", PROMPT + "         jp &F1E2\n" + READY) as vm:
        assert vm.run(until=lambda vm: "Ok" in text(vm), limit=20), text(vm)


def test_ctrl_s_stops_the_output_until_a_key():
    dots = "again:\n" + bdos(2, e='"."') + "         ld hl,&D080\n         inc (hl)\n"
    with start("eb1", PROMPT + dots + "         jr nz,again\n         jp done\n" + READY) as vm:
        ready(vm)
        vm.type("\x13")
        vm.run(frames=20)
        count = vm.peek(0xD080)
        vm.run(frames=60)
        assert vm.peek(0xD080) == count
        vm.type(" ")
        finish(vm)


def test_ctrl_p_sends_the_text_to_the_printer_until_ctrl_n():
    key = bdos(8)
    program = PROMPT + key + bdos(9, de="one") + key + bdos(9, de="two") + "         jp done\n"
    program += READY + 'one:     dm "Yes$"\ntwo:     dm "No$"\n'
    with start("eb1", program) as vm:
        ready(vm)
        vm.machine.devices["printer"].take()
        vm.type("\x10a")
        assert vm.run(until=lambda vm: "Yes" in text(vm), limit=20)
        vm.type("\x0eb")
        finish(vm)
        assert "No" in text(vm)
        assert vm.machine.devices["printer"].take() == b"Yes"


@pytest.mark.parametrize("dos", [False, True])
def test_without_an_auxiliary_device_its_input_ends_at_once(dos):
    program = bdos(4, e='"x"') + bdos(3) + keep(0) + "         jp done\n"
    with start("eb1", program, dos) as vm:
        assert finish(vm)[0] == 0x1A


def test_the_auxiliary_device_is_a_hook():
    program = """
         ld a,&C3
         ld (&F327),a
         ld (&F32C),a
         ld hl,input
         ld (&F328),hl
         ld hl,output
         ld (&F32D),hl
"""
    program += bdos(4, e='"x"') + bdos(3) + keep(0) + "         jp done\n"
    program += 'input:   ld a,"i"\n         ret\noutput:  ld (&D080),a\n         ret\n'
    with start("eb1", program) as vm:
        found = finish(vm)

        assert (found[0], found[0x80]) == (ord("i"), ord("x"))


# An error routine in page 1, with a stack there, that asks through the kernel as the user would be.
ASKS = f"""
         call &F36B
         ld sp,&7F00
         ld hl,failed
         ld de,&5000
         ld bc,64
         ldir
         ld hl,cell
         ld (&F323),hl
{bdos(0x1A, de="&8000")}{bdos(0x2F, de=1500, hl="&0100")}{keep(0)}
         jp done
cell:    dw &5000
failed:  ld hl,&D080
         inc (hl)
         ld c,9
         ld de,&5000 + ready - failed
         call &F37D
         ld c,8
         call &F37D
         sub "0"
         ld c,a
         ret
ready:   dm "Ready$"
"""


@pytest.mark.parametrize(
    ("answers", "calls", "result"), [("2", 1, 0xFF), ("1112", 4, 0xFF), ("0", 1, 0), ("110", 3, 0)]
)
def test_the_error_routine_answers_abort_retry_or_ignore(answers, calls, result):
    with start("eb1", ASKS) as vm:
        ready(vm)
        vm.type(answers)
        found = finish(vm)

        assert (found[0], found[0x80]) == (result, calls)
