"""What CP/M 2.2 does another way than MSX-DOS."""

import pytest

from tests.support.process_vm import execute_source


def run(source, folder, *arguments, **options):
    return execute_source(source + " ret\n", folder, *arguments, kind="cpm", **options)


def call(function: int, de: str = "FCB1") -> str:
    return f" ld de,{de}\n ld c,&{function:02X}\n call BDOS\n call show.hex\n"


SEARCH_ALL = """
         ld c,&11
         jr search
next:    ld c,&12
search:  ld de,FCB1
         call BDOS
         call show.hex
         inc a
         ret z
         dec a
         rrca
         rrca
         rrca
         ld l,a
         ld h,0
         ld de,DMA
         add hl,de
         ld a,(hl)
         call show.hex
         inc hl
         ld b,11
         call show.bytes
         ld de,11
         add hl,de
         ld a,(hl)
         call show.hex
         inc hl
         inc hl
         inc hl
         ld a,(hl)
         call show.hex
         call show.line
         jr next
"""


def test_a_search_answers_with_the_place_of_the_entry(tmp_path):
    for number in range(5):
        (tmp_path / f"f{number}").write_bytes(b"x" * 200)

    ran = run(SEARCH_ALL, tmp_path, "*.*")

    assert ran.text == (
        "0000F0         0002\n0100F1         0002\n0200F2         0002\n"
        "0300F3         0002\n0000F4         0002\nFF"
    )


def test_a_question_mark_as_extent_finds_all_extents(tmp_path):
    (tmp_path / "big").write_bytes(bytes(16384 + 129))

    ran = run("ld a,63\n ld (FCB1 + 12),a\n" + SEARCH_ALL, tmp_path, "big")

    assert ran.text == "0000BIG        0080\n0100BIG        0102\nFF"


def test_users_have_folders_of_their_own(tmp_path):
    (tmp_path / "zero.txt").write_bytes(b"0")
    ran = run(
        " ld e,3\n ld c,&20\n call BDOS\n"
        + call(0x0F)
        + call(0x16)
        + call(0x15)
        + call(0x10)
        + " ld e,255\n ld c,&20\n call BDOS\n call show.hex\n ld a,(4)\n jp show.hex\n",
        tmp_path,
        "zero.txt",
    )

    assert ran.text == "FF0000000330"
    assert (tmp_path / "zero.txt").read_bytes() == b"0"
    assert len((tmp_path / "3" / "zero.txt").read_bytes()) == 128


def test_a_question_mark_as_drive_finds_the_files_of_all_users(tmp_path):
    (tmp_path / "a").write_bytes(b"0")
    (tmp_path / "7").mkdir()
    (tmp_path / "7" / "b").write_bytes(b"0")

    ran = run("ld a,63\n ld (FCB1),a\n" + SEARCH_ALL, tmp_path, "*.*")

    assert ran.text == "0000A          0001\n0107B          0001\nFF"


def test_the_last_record_is_filled_up_as_text_ends(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"abc")

    ran = run(
        call(0x0F) + call(0x14) + call(0x14) + " ld a,(DMA + 2)\n call show.char\n"
        " ld a,(DMA + 3)\n call show.hex\n ld a,(DMA + 127)\n jp show.hex\n",
        tmp_path,
        "a.txt",
    )

    assert ran.text == "000001c1A1A"


@pytest.mark.parametrize(
    ("record", "answer"), [(0, "00"), (1, "01"), (127, "01"), (128, "04"), (65536, "06")]
)
def test_random_records_that_are_not_there_have_codes_of_their_own(tmp_path, record, answer):
    (tmp_path / "a.txt").write_bytes(b"abc")

    ran = run(
        call(0x0F)
        + f" ld hl,{record & 0xFFFF}\n ld (FCB1 + 33),hl\n ld a,{record >> 16}\n"
        + " ld (FCB1 + 35),a\n"
        + call(0x21),
        tmp_path,
        "a.txt",
    )

    assert ran.text == "00" + answer


def test_a_file_crosses_extents(tmp_path):
    data = bytes(number & 0xFF for number in range(300) for _ in range(128))
    (tmp_path / "a.dat").write_bytes(data)

    ran = run(
        call(0x0F)
        + """
         ld b,0
         ld hl,0
read:    push hl
         ld de,FCB1
         ld c,&14
         call BDOS
         pop hl
         or a
         jr nz,end
         inc hl
         ld a,(DMA)
         dec hl
         cp l
         inc hl
         jr z,read
end:     call show.word
         ld a,(FCB1 + 12)
         call show.hex
         ld a,(FCB1 + 32)
         call show.hex
         ld a,(FCB1 + 15)
         jp show.hex
""",
        tmp_path,
        "a.dat",
    )

    assert ran.text == "00012C022C2C"


def test_attributes_are_in_the_name(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"x")

    ran = run(
        " ld hl,FCB1 + 9\n set 7,(hl)\n"
        + call(0x1E)
        + call(0x13)
        + " ld a,(FCB1 + 9)\n call show.hex\n"
        + call(0x11)
        + " ld a,(DMA + 9)\n jp show.hex\n",
        tmp_path,
        "a.txt",
    )

    assert ran.text == "00FFD400D4"
    assert (tmp_path / "a.txt").stat().st_mode & 0o200 == 0


def test_a_drive_that_is_write_protected_refuses_until_it_is_reset(tmp_path):
    ran = run(
        call(0x1C) + call(0x16) + " ld c,&1D\n call BDOS\n call show.word\n"
        " ld c,&0D\n call BDOS\n" + call(0x16),
        tmp_path,
        "a.txt",
    )

    assert ran.text == "00FF000100"


def test_the_disk_has_blocks_and_a_vector_that_agree(tmp_path):
    ran = run(
        """
         ld c,&1F
         call BDOS
         inc hl
         inc hl
         ld a,(hl)
         call show.hex
         inc hl
         inc hl
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         ex de,hl
         call show.word
         ld c,&1B
         call BDOS
         ld a,(hl)
         call show.hex
         inc hl
         ld a,(hl)
         call show.hex
         ld c,0
         ld hl,(1)
         ld l,&1B
         ld de,back
         push de
         jp (hl)
back:    ld de,10
         add hl,de
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc de
         inc de
         ld a,(de)
         jp show.hex
""",
        tmp_path,
    )

    assert ran.text.startswith("040FFEFFFF")
    assert ran.text.endswith("04")


def test_control_c_is_a_key(tmp_path):
    ran = run("ld c,1\n call BDOS\n jp show.hex\n", tmp_path, typed=b"\x03")

    assert ran.output == b"\x0303"


def test_a_program_for_version_3_waits_for_a_key(tmp_path):
    ran = run(
        " ld e,253\n ld c,6\n call BDOS\n call show.hex\n ld e,254\n ld c,6\n call BDOS\n"
        " call show.hex\n",
        tmp_path,
        typed=b"k",
    )

    assert ran.text == "6B00"


def test_arguments_are_in_capitals(tmp_path):
    ran = run(" ld hl,&81\n ld b,8\n jp show.bytes\n", tmp_path, "one", "Two")

    assert ran.text == " ONE TWO"


def test_what_is_msx_s_alone_answers_nothing(tmp_path):
    source = "".join(
        f" ld c,&{function:02X}\n ld de,&1234\n call BDOS\n call show.word\n"
        for function in (0x26, 0x27, 0x2A, 0x2C, 0x31, 0x40, 0x6F)
    )

    assert run(source, tmp_path).text == "0000" * 7


def test_the_bios_reads_and_shows(tmp_path):
    ran = run(
        """
         ld a,9
         call bios
         ld c,a
         ld a,12
bios:    ld hl,(1)
         ld l,a
         jp (hl)
""",
        tmp_path,
        typed=b"k",
    )

    assert ran.text == "k"


def test_a_file_is_opened_and_made_from_its_beginning_whatever_is_in_s2(tmp_path):
    (tmp_path / "there.dat").write_bytes(b"there" + bytes(123))

    ran = run(
        """
         ld de,fcb
         ld c,&0F
         call BDOS
         call show.hex
         ld a,26
         ld (fcb + 14),a
         ld de,fcb
         ld c,&0F
         call BDOS
         call show.hex
         ld de,fcb
         ld c,&14
         call BDOS
         call show.hex
         ld hl,&80
         ld b,5
         jp show.bytes
fcb:     db 0
         dm "THERE   DAT"
         db 0,26,26,26
         ds 24
""",
        tmp_path,
    )

    assert ran.text == "000000there"
