"""One program from start to end."""

import datetime
import os

import pytest

from machine.core.errors import Refused
from machine.exec.loading import argument_fcbs
from machine.exec.vm import ProcessVm, Setup
from tests.support.process_vm import execute, execute_bare, execute_source


def test_a_program_that_never_ends_is_stopped_at_the_limit(tmp_path):
    ran = execute_bare("here: jr here", tmp_path, until=2.5)

    assert ran.result.status == 3
    assert ran.result.emulated == pytest.approx(2.5, abs=0.001)


def test_a_halt_waits_for_the_next_sixtieth_of_a_second(tmp_path):
    ran = execute_source("ei\n halt\n halt\n ld hl,(&FC9E)\n jp show.word\n", tmp_path)

    assert ran.text == "0002"
    assert ran.result.emulated == pytest.approx(2 / 60, rel=0.05)


def test_a_halt_without_interrupts_is_the_end(tmp_path):
    ran = execute_bare("di\n halt\n", tmp_path)

    assert ran.result.status == 1
    assert ran.result.message == "halted at 0101h with interrupts off"


def test_the_system_is_at_f37d_too(tmp_path):
    ran = execute_bare('ld e,"x"\n ld c,2\n jp &F37D\n', tmp_path)

    assert ran.text == "x"


def test_a_port_of_the_program_s_is_no_call(tmp_path):
    ran = execute_source('ld a,"x"\n out (&2F),a\n jp show.char\n', tmp_path)

    assert ran.text == "x"


def test_the_program_has_its_memory_and_its_stack_at_the_end_of_it(tmp_path):
    ran = execute_source(
        "ld hl,(6)\n call show.word\n ld hl,0\n add hl,sp\n jp show.word\n", tmp_path
    )

    assert ran.text == "F306F2FE"


def test_a_slot_call_of_the_console_shows_a_character(tmp_path):
    ran = execute_bare(
        'ld a,"x"\n ld ix,&A2\n ld iy,0\n call &1C\n rst &30\n db 0\n dw &A2\n ret\n', tmp_path
    )

    assert ran.text == "xx"


def test_any_other_call_of_the_bios_is_refused_by_its_address(tmp_path):
    with pytest.raises(Refused, match="0072h"):
        execute_bare("ld ix,&72\n jp &1C\n", tmp_path)


def test_a_slot_call_into_the_ram_calls_the_program_s_own_routine(tmp_path):
    ran = execute_source(
        """
         ld iy,(&F343)
         ld ix,mine
         call &1C
         rst &30
         db &83
         dw mine
         ret
mine:    ld a,"m"
         jp show.char
""",
        tmp_path,
    )

    assert ran.text == "mm"


def test_a_hook_of_the_timer_is_called_sixty_times_a_second(tmp_path):
    ran = execute_source(
        """
         ld hl,hook
         ld de,&FD9F
         ld bc,3
         di
         ldir
         ei
         ld hl,&1234
wait:    ld a,(count)
         cp 30
         jr c,wait
         jp show.word         ; registers are the program's
hook:    jp mine
mine:    ld hl,count
         inc (hl)
         ret
count:   db 0
""",
        tmp_path,
        until=0.6,
    )

    assert ran.text == "1234"
    assert 0.45 < ran.result.emulated < 0.55


def test_a_program_that_writes_to_the_video_chip_is_told_what_is_missing(tmp_path):
    with pytest.raises(Refused, match="98h-9Bh"):
        execute_source("ld a,7\n out (&99),a\n jr $\n", tmp_path)

    assert execute_source("out (&99),a\n ret\n", tmp_path, kind="cpm").result.status == 0


def test_calls_work_on_the_memory_that_the_mapper_s_ports_show(tmp_path):
    ran = execute_source(
        """
         ld a,9
         out (&FE),a
         ld hl,text
         ld de,&BFFE
         ld bc,2
         ldir
         ld a,8
         out (&FE),a
         ld a,"x"
         ld (&BFFE),a
         ld a,9
         out (&FE),a
         ld de,&BFFE
         ld c,9
         jp BDOS
text:    dm "a$"
""",
        tmp_path,
    )

    assert ran.text == "a"


def test_the_clock_starts_where_it_is_told(tmp_path):
    ran = execute_source(
        """
         ld c,&2A
         call BDOS
         call show.hex
         call show.word
         ex de,hl
         call show.word
         ld c,&2C
         call BDOS
         call show.word
         ex de,hl
         jp show.word
""",
        tmp_path,
        date=datetime.datetime(1999, 12, 31, 23, 59),
    )

    assert ran.text == "0507CF0C1F173B0000"


def test_files_get_the_program_s_date(tmp_path):
    execute_source(
        "ld de,FCB1\n ld c,&16\n call BDOS\n ld de,FCB1\n ld c,&15\n call BDOS\n"
        "ld de,FCB1\n ld c,&10\n jp BDOS\n",
        tmp_path,
        "new.dat",
        date=datetime.datetime(1988, 2, 29, 12, 0),
    )

    moment = (tmp_path / "new.dat").stat().st_mtime
    assert datetime.datetime.fromtimestamp(moment).replace(second=0, microsecond=0) == (
        datetime.datetime(1988, 2, 29, 12, 0)
    )


def test_what_was_written_without_a_close_is_in_the_file(tmp_path):
    execute_source(
        "ld de,FCB1\n ld c,&16\n call BDOS\n ld de,FCB1\n ld c,&15\n call BDOS\nhere: jr here",
        tmp_path,
        "new.dat",
        until=1.0,
    )

    assert len((tmp_path / "new.dat").read_bytes()) == 128


def test_what_is_printed_goes_to_the_printer_s_file(tmp_path):
    ran = execute_bare('ld e,"p"\n ld c,5\n jp 5\n', tmp_path)

    assert (ran.output, ran.printed) == (b"", b"p")


def test_hundreds_of_files_can_be_read_without_a_close(tmp_path):
    for number in range(200):
        (tmp_path / f"{number:03d}.dat").write_bytes(b"x")

    ran = execute_source(
        """
         ld b,200
next:    push bc
         ld de,FCB1
         ld c,&0F
         call BDOS
         ld de,FCB1
         ld c,&14
         call BDOS
         or a
         jp nz,show.hex
         ld hl,FCB1 + 3
         call more
         xor a
         ld (FCB1 + 32),a
         pop bc
         djnz next
         ld a,"!"
         jp show.char
more:    inc (hl)
         ld a,(hl)
         cp "9" + 1
         ret nz
         ld (hl),"0"
         dec hl
         jr more
""",
        tmp_path,
        "000.dat",
    )

    assert ran.text == "!"


@pytest.mark.parametrize("size", [0, 0xF306 - 0x100 + 1])
def test_a_program_that_is_empty_or_too_large_is_refused(tmp_path, size):
    with pytest.raises(Refused, match=r"TEST\.COM"):
        execute(bytes(size), tmp_path)


@pytest.mark.parametrize("name", ["missing.com", "folder"])
def test_what_is_no_program_is_refused(tmp_path, name):
    (tmp_path / "folder").mkdir()

    with pytest.raises(Refused, match=name):
        ProcessVm(Setup(tmp_path / name, drives={0: (tmp_path, False)}))


def test_a_device_is_not_read_as_a_program(tmp_path):
    os.mkfifo(tmp_path / "pipe.com")

    with pytest.raises(Refused, match=r"pipe\.com"):
        ProcessVm(Setup(tmp_path / "pipe.com", drives={0: (tmp_path, False)}))


def test_too_many_arguments_are_refused(tmp_path):
    with pytest.raises(Refused, match="127"):
        execute_bare("ret", tmp_path, "x" * 127)


def test_a_program_is_found_without_regard_to_capitals(tmp_path):
    (tmp_path / "hello.com").write_bytes(b"\xc9")

    vm = ProcessVm(Setup(tmp_path / "HELLO.COM", drives={0: (tmp_path, False)}))

    assert vm.guest.memory[0x100] == 0xC9
    vm.drives.folders[0].close()


def test_arguments_become_fcbs():
    first, second = argument_fcbs(b" b:ab*.c /x ; rest")

    assert first == b"\x02AB??????C  \0\0\0\0"
    assert second == b"\0           \0\0\0\0"


@pytest.mark.parametrize("arguments", ["\0x", "..\\x", "../x", "/etc/passwd", "a" * 100, "é"])
def test_odd_arguments_harm_nobody(tmp_path, arguments):
    ran = execute_source("ld de,FCB1\n ld c,&0F\n call BDOS\n jp show.hex\n", tmp_path, arguments)

    assert ran.text == "FF"
