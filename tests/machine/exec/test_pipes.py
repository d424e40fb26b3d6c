"""Pipes in the place of a terminal."""

from tests.support.process_vm import execute_source


def test_lines_are_typed_and_text_comes_out(tmp_path):
    ran = execute_source(
        """
next:    ld c,1
         call BDOS
         cp 13
         jr nz,next
         ld a,10
         call show.char
         ld a,27
         call show.char
         ld a,"E"
         call show.char
         ld a,&84
         jp show.char
""",
        tmp_path,
        typed="né\n".encode(),
        terminal="vt52",
    )

    assert ran.output == "né\nä".encode()


def test_a_program_that_looks_for_a_key_in_between_gets_none_of_a_pipe(tmp_path):
    ran = execute_source(
        """
         ld b,200
work:    push bc
         ld hl,500
wait:    dec hl
         ld a,h
         or l
         jr nz,wait
         ld c,11
         call BDOS
         pop bc
         or a
         jp nz,show.hex
         djnz work
         ld c,8
         call BDOS
         jp show.char
""",
        tmp_path,
        typed=b"k",
    )

    assert ran.text == "k"


def test_the_end_of_the_input_is_told_and_then_is_the_end(tmp_path):
    ran = execute_source(
        "next: ld c,8\n call BDOS\n call show.hex\n jr next\n", tmp_path, typed=b"a"
    )

    assert ran.text == "61" + "1A" * 8
    assert ran.result.status == 0


def test_a_line_at_the_end_of_the_input_is_told_too(tmp_path):
    ran = execute_source(
        "ld de,buffer\n ld c,10\n call BDOS\n ld hl,buffer + 1\n ld b,3\n jp show.bytes\n"
        'buffer: db 20\n dm "------"\n',
        tmp_path,
        typed=b"ab",
    )

    assert ran.output == b"ab.ab"
