"""CON, PRN, LST, NUL and AUX as files of the kernel."""

import pytest

from machine.media.dsk import blank
from tests.support.disk_machine import BOARDS, bdos, finish, keep, memory, session, text
from tests.support.floppies import boot_disk, files

OPEN, CREATE, CLOSE = (bdos(number, de="fcb") for number in (0x0F, 0x16, 0x10))
WRITE, READ = bdos(0x15, de="fcb"), bdos(0x14, de="fcb")
BUFFER = 0x8000


def fcb(name):
    return f'fcb:     db 2\n         dm "{name}"\n         ds 32\n'


def record(words):
    """Puts a record into the buffer, filled up with 1Ah."""
    return f"""
         ld hl,{BUFFER}
         ld de,{BUFFER + 1}
         ld bc,255
         ld (hl),26
         ldir
         ld hl,words
         ld de,{BUFFER}
         ld bc,{len(words)}
         ldir
         jr on
words:   dm "{words}"
on:
"""


def start(program, name, board="eb1", target=None):
    source = bdos(0x1A, de=BUFFER) + program + "         jp done\n" + fcb(name)
    vm = session(board, boot_disk(source, dos=True), target or blank())
    vm.machine.devices["disk-controller"].fast = True
    return vm


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("open_it", [OPEN, CREATE])
def test_a_record_written_to_con_is_shown_up_to_its_end_mark(board, open_it):
    target = blank()
    program = record("Shown") + open_it + keep(0) + WRITE + keep(3) + CLOSE + keep(6)
    with start(program, "con     TXT", board, target) as vm:
        found = finish(vm)

        assert (found[0], found[3], found[6]) == (0, 0, 0)
        assert text(vm).strip() == "Shown"
    assert files(target) == {}


@pytest.mark.parametrize("name", ["PRN", "LST"])
def test_a_record_written_to_the_printer_is_printed(name):
    program = record("On paper") + OPEN + WRITE + keep(0) + CLOSE
    with start(program, name.ljust(11)) as vm:
        assert finish(vm)[0] == 0
        assert vm.machine.devices["printer"].take() == b"On paper"
        assert text(vm).strip() == ""


def test_nul_takes_all_and_gives_nothing():
    program = record("Lost") + CREATE + WRITE + keep(0) + READ + keep(3) + CLOSE + keep(6)
    with start(program, "NUL".ljust(11)) as vm:
        found = finish(vm)

        assert (found[0], found[3], found[6]) == (0, 1, 0)
        assert text(vm).strip() == ""


def test_aux_goes_through_its_hooks():
    hooks = """
         ld a,&C3
         ld (&F327),a
         ld (&F32C),a
         ld hl,input
         ld (&F328),hl
         ld hl,output
         ld (&F32D),hl
         jr hooked
input:   ld hl,count
         dec (hl)
         ld a,(hl)
         jp m,ended
         add a,"a"
         ret
ended:   ld a,26
         ret
count:   db 3
output:  ld hl,(place)
         ld (hl),a
         inc hl
         ld (place),hl
         ret
place:   dw &D080
hooked:
"""
    program = record("Away") + hooks + OPEN + WRITE + READ + keep(0)
    with start(program, "AUX".ljust(11)) as vm:
        found = finish(vm)

        assert found[0x80:0x85] == b"Away\0"
        assert found[0] == 0
        assert memory(vm, BUFFER, 128) == b"cba".ljust(128, b"\x1a")


BLOCK = """
         ld hl,1
         ld (fcb + 14),hl
         ld hl,0
         ld (fcb + 33),hl
         ld (fcb + 35),hl
"""


@pytest.mark.parametrize("board", BOARDS)
def test_con_gives_a_line_to_a_read_of_single_bytes(board):
    program = OPEN + BLOCK + bdos(9, de="ready") + bdos(0x27, de="fcb", hl=100) + keep(0)
    with start(program + '         jp done\nready:   dm "Ready$"\n', "CON".ljust(11), board) as vm:
        assert vm.run(until=lambda vm: "Ready" in text(vm), limit=20)
        vm.type("abX\x08c\rnext")
        found = finish(vm)

        assert (found[0], found[1]) == (0, 5)
        assert memory(vm, BUFFER, 5) == b"abc\r\n"
        assert "abc" in text(vm)


def test_con_gives_records_of_lines_until_the_end_mark():
    program = OPEN + bdos(9, de="ready") + READ + keep(0) + READ + keep(3)
    with start(program + '         jp done\nready:   dm "Ready$"\n', "CON".ljust(11)) as vm:
        assert vm.run(until=lambda vm: "Ready" in text(vm), limit=20)
        vm.type("one\rtwo\r\x1a\x1a")
        found = finish(vm)

        assert (found[0], found[3]) == (0, 1)
        assert memory(vm, BUFFER, 128) == b"one\r\ntwo\r\n".ljust(128, b"\x1a")


@pytest.mark.parametrize("name", ["CONS", "CO", "PRINT", "NULL", "XCON"])
def test_names_that_only_resemble_devices_are_files(name):
    target = blank()
    program = record("In it") + CREATE + keep(0) + WRITE + keep(3) + CLOSE + keep(6)
    with start(program, name.ljust(11), target=target) as vm:
        found = finish(vm)

    assert (found[0], found[3], found[6]) == (0, 0, 0)
    assert files(target) == {name.ljust(11): b"In it".ljust(128, b"\x1a")}


def test_no_file_is_renamed_to_a_device():
    target = blank()
    rename = """
         ld hl,name
         ld de,fcb + 17
         ld bc,11
         ldir
         jr renamed
name:    dm "AUX     DAT"
renamed:
"""
    program = CREATE + CLOSE + rename + bdos(0x17, de="fcb") + keep(0)
    with start(program, "FILE    DAT", target=target) as vm:
        assert finish(vm)[0] == 0xFF
    assert list(files(target)) == ["FILE    DAT"]
