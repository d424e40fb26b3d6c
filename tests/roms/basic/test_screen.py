"""SCREEN, COLOR, VDP(), BASE(), VPOKE and VPEEK."""

import pytest

from tests.support.basic import Basic, started
from tests.support.graphics import show

BOARDS = ["eb1", "eb2"]


def after(board: str, line: str) -> Basic:
    """The guest after a direct line, still in the screen mode that it sets."""
    basic = started(board)
    show(basic, line)
    return basic


def values(board: str, line: str, names: str) -> list[int]:
    """Variables after a line that may change the screen."""
    basic = started(board)
    basic.enter(line)
    basic.wait()
    return [int(word) for word in " ".join(basic.direct(f"PRINT {names}")).split()]


@pytest.mark.parametrize(
    ("board", "mode"), [*(("eb1", n) for n in range(4)), *(("eb2", n) for n in range(9))]
)
def test_screen_changes_the_mode(board: str, mode: int) -> None:
    assert after(board, f"SCREEN {mode}").byte("SCRMOD") == mode


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("size", range(4))
def test_sprite_size_is_in_register_1_and_sprites_are_cleared(board: str, size: int) -> None:
    basic = after(board, f"SCREEN 2\nVPOKE BASE(14),9\nSCREEN ,{size}")
    assert basic.byte("RG1SAV") & 3 == size
    assert basic.vm.vram(0x3800, 2048) == bytes(2048)
    step = 4 if size & 2 else 1
    assert list(basic.vm.vram(0x1B00, 12)[2::4]) == [0, step, 2 * step]
    assert basic.vm.vram(0x1B00, 1)[0] >= 208


def test_the_other_arguments_of_screen_are_kept_in_the_work_area() -> None:
    basic = after("eb2", "SCREEN 1,,0,2,1,3")
    assert (basic.byte("CLIKSW"), basic.byte("NTMSXP")) == (0, 1)
    assert basic.vm.read(0xF406, 5) == basic.vm.read(0xF401, 5)
    assert basic.byte("RG09SAV") & 0b1100 == 0b1100
    basic = after("eb2", "SCREEN 1,,1,1,0,1\nSCREEN ,,,,,2")
    assert (basic.byte("CLIKSW"), basic.byte("NTMSXP")) == (1, 0)
    assert basic.vm.read(0xF406, 5) == basic.vm.read(0xF3FC, 5)
    assert basic.byte("RG09SAV") & 0b1100 == 0b0100


@pytest.mark.parametrize(
    ("board", "line", "expected"),
    [
        ("eb1", "SCREEN 4", "Illegal function call"),
        ("eb2", "SCREEN 9", "Illegal function call"),
        ("eb1", "SCREEN -1", "Illegal function call"),
        ("eb1", "SCREEN 1,4", "Illegal function call"),
        ("eb1", "SCREEN ,,,3", "Illegal function call"),
        ("eb2", "SCREEN ,,,,,4", "Illegal function call"),
        ("eb1", "SCREEN", "Missing operand"),
        ("eb1", "SCREEN 1,", "Missing operand"),
        ("eb1", 'SCREEN "1"', "Type mismatch"),
        ("eb1", "SCREEN 1;2", "Syntax error"),
        ("eb1", "COLOR 16", "Illegal function call"),
        ("eb1", "COLOR ,16", "Illegal function call"),
        ("eb1", "COLOR ,,16", "Illegal function call"),
        ("eb2", "COLOR 256", "Illegal function call"),
        ("eb1", "COLOR", "Missing operand"),
        ("eb2", "COLOR=(16,0,0,0)", "Illegal function call"),
        ("eb2", "COLOR=(1,8,0,0)", "Illegal function call"),
        ("eb2", "COLOR=(1,0,0)", "Syntax error"),
        ("eb2", "COLOR=5", "Syntax error"),
        ("eb1", "VDP(8)=1", "Illegal function call"),
        ("eb1", "VDP(9)=1", "Illegal function call"),
        ("eb2", "VDP(8)=1", "Illegal function call"),
        ("eb2", "VDP(25)=1", "Illegal function call"),
        ("eb2", "VDP(48)=1", "Illegal function call"),
        ("eb1", "PRINT VDP(9)", "Illegal function call"),
        ("eb1", "PRINT VDP(-1)", "Illegal function call"),
        ("eb2", "PRINT VDP(25)", "Illegal function call"),
        ("eb2", "PRINT VDP(-10)", "Illegal function call"),
        ("eb1", "PRINT BASE(20)", "Illegal function call"),
        ("eb2", "PRINT BASE(45)", "Illegal function call"),
        ("eb1", "PRINT BASE(-1)", "Illegal function call"),
        ("eb1", "BASE(0)=1", "Illegal function call"),
        ("eb1", "BASE(5)=16384", "Illegal function call"),
        ("eb1", "BASE(12)=2048", "Illegal function call"),
        ("eb2", "BASE(25)=0", "Illegal function call"),
        ("eb1", "VPOKE 16384,0", "Illegal function call"),
        ("eb1", "VPOKE 0,256", "Illegal function call"),
        ("eb1", "PRINT VPEEK(-1)", "Illegal function call"),
        ("eb1", "PRINT VPEEK(32768)", "Overflow"),
        ("eb1", "VPOKE 40000,0", "Overflow"),
        ("eb1", "VPOKE 70000,0", "Overflow"),
    ],
)
def test_bad_arguments_are_refused(board: str, line: str, expected: str) -> None:
    assert started(board).error(line) == expected


@pytest.mark.parametrize("board", BOARDS)
def test_color_takes_what_is_given_and_leaves_the_rest(board: str) -> None:
    basic = after(board, "COLOR 11,2,3\nCOLOR ,5\nCOLOR 7\nCOLOR ,,9")
    assert [basic.byte(name) for name in ("FORCLR", "BAKCLR", "BDRCLR")] == [7, 5, 9]
    assert basic.byte("RG7SAV") == 0x75


@pytest.mark.parametrize("board", BOARDS)
def test_a_refused_color_changes_nothing(board: str) -> None:
    basic = started(board)
    basic.enter("COLOR 1,2,16")
    basic.wait()
    assert [basic.byte(name) for name in ("FORCLR", "BAKCLR")] == [15, 4]


def test_screen_8_has_256_colours_and_screen_6_borders_of_two() -> None:
    basic = after("eb2", "SCREEN 8\nCOLOR 200,100,255")
    assert [basic.byte(name) for name in ("FORCLR", "BAKCLR", "BDRCLR")] == [200, 100, 255]
    basic = after("eb2", "SCREEN 6\nCOLOR 15,17,31")
    assert [basic.byte(name) for name in ("FORCLR", "BAKCLR", "BDRCLR")] == [15, 17, 31]
    assert started("eb2").error("SCREEN 6:COLOR 32") == "Illegal function call"


def test_screen_6_takes_two_bits_of_a_colour_above_15() -> None:
    """The programming guide's COLOR 15,17,1."""
    basic = after("eb2", "SCREEN 6\nCOLOR 15,17,1:CLS:PSET(0,0)")
    assert basic.vm.vram(0, 2) == b"\xd5\x55"


def test_the_palette_is_set_kept_in_vram_restored_and_made_new() -> None:
    line = "COLOR=(3,1,2,4):A=VPEEK(&H406):B=VPEEK(&H407):VPOKE &H407,7:COLOR=RESTORE:COLOR=NEW:C=VPEEK(&H406)"
    assert values("eb2", line, "A;B;C") == [0x14, 2, 0x33]
    assert values("eb2", "COLOR=(3,1,2,4):COLOR:A=VPEEK(&H406)", "A") == [0x33]
    assert values("eb2", "COLOR=(3,1,2,4):SCREEN 0:A=VPEEK(&H406)", "A") == [0x33]


def test_the_palette_shows() -> None:
    basic = after("eb2", "COLOR 15,4,4:SCREEN 5\nCOLOR=(4,7,0,0)")
    assert basic.vm.frame()[120, 160].tolist() == [255, 0, 0]


@pytest.mark.parametrize("board", BOARDS)
def test_vdp_writes_registers_and_reads_them_back(board: str) -> None:
    basic = after(board, "A=VDP(7)\nVDP(7)=&H2F\nB=VDP(7)")
    assert basic.byte("RG7SAV") == 0x2F
    assert values(board, "VDP(7)=&H2F:B=VDP(7):VDP(7)=&HF4:C=VDP(0):D=VDP(8)>=0", "B;C;D") == [
        0x2F,
        0,
        -1,
    ]


def test_vdp_of_msx2_has_registers_from_9_and_status_below_0() -> None:
    line = "VDP(24)=8:A=VDP(24):VDP(24)=0:B=VDP(-1):C=VDP(-2) AND 1:D=VDP(10) AND 128:VDP(33)=5"
    assert values("eb2", line, "A;B;C;D") == [8, 0, 0, 0]


@pytest.mark.parametrize("board", BOARDS)
def test_base_tells_the_tables_of_screens_0_to_3(board: str) -> None:
    line = "DIM A(19):FOR I=0 TO 19:A(I)=BASE(I):NEXT"
    names = ";".join(
        f"A({number})" for number in (0, 2, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 19)
    )
    expected = [
        0,
        0x800,
        0x1800,
        0x2000,
        0,
        0x1B00,
        0x3800,
        0x1800,
        0x2000,
        0,
        0x1B00,
        0x3800,
        0x800,
        0,
        0x1B00,
        0x3800,
    ]
    assert values(board, line, names) == expected


def test_base_tells_the_tables_of_screens_4_to_8() -> None:
    names = ";".join(
        f"BASE({number})" for number in (20, 21, 22, 23, 24, 25, 28, 29, 33, 38, 39, 43, 44)
    )
    expected = [
        0x1800,
        0x2000,
        0,
        0x1E00,
        0x3800,
        0,
        0x7600,
        0x7800,
        0x7600,
        0xFA00,
        0xF000,
        0xFA00,
        0xF000,
    ]
    assert values("eb2", "A=1", names) == expected


@pytest.mark.parametrize("board", BOARDS)
def test_base_shows_a_table_at_once_and_screen_writes_into_it(board: str) -> None:
    basic = after(board, "SCREEN 1:BASE(5)=&H1C00\nSCREEN 2:BASE(13)=&H1F00")
    assert basic.word("T32NAM") == 0x1C00
    assert (basic.word("ATRBAS"), basic.byte("RG5SAV")) == (0x1B00, 0x3E)
    basic = after(board, "SCREEN 1:BASE(5)=&H1C00")
    assert (basic.word("NAMBAS"), basic.byte("RG2SAV")) == (0x1800, 7)
    basic = after(board, "SCREEN 1:BASE(5)=&H1C00:SCREEN 1")
    assert (basic.word("NAMBAS"), basic.byte("RG2SAV")) == (0x1C00, 7)


@pytest.mark.parametrize("board", BOARDS)
def test_pages_of_text_turn_as_the_guide_has_it(board: str) -> None:
    """Programming guide, XI.1.1: BASE shows a page, NAMBAS says where PRINT writes."""
    lines = """SCREEN 0:WIDTH 40:FOR I=0 TO 2
IF I THEN BASE(0)=&H2000+(I-1)*&H400:POKE &HF923,&H20+(I-1)*4
CLS:PRINT "PAGE";I:NEXT:BASE(0)=0:PRINT "GOES ON"
BASE(0)=&H2400"""
    basic = after(board, lines)
    assert [basic.vm.vram(page, 6) for page in (0, 0x2000, 0x2400)] == [
        b"PAGE 0",
        b"PAGE 1",
        b"PAGE 2",
    ]
    assert basic.vm.vram(0x2400 + 40, 7) == b"GOES ON"
    assert basic.vm.screen_text()[0].strip() == "PAGE 2"


@pytest.mark.parametrize("board", BOARDS)
def test_vpoke_writes_video_memory_and_vpeek_reads_it(board: str) -> None:
    line = "VPOKE &H3FFF,65:VPOKE 9000,1:A=VPEEK(16383):B=VPEEK(9000)"
    assert values(board, line, "A;B") == [65, 1]


def test_vpoke_reaches_64_kb_of_the_active_page() -> None:
    line = "SCREEN 8:SET PAGE 0,1:VPOKE 65535,7:VPOKE -2,9:A=VPEEK(&HFFFF):SET PAGE 0,0:B=VPEEK(&HFFFF)"
    assert values("eb2", line, "A;B") == [7, 0]
    line = "SCREEN 5:SET PAGE 0,1:VPOKE 1,7:SET PAGE 0,0:A=VPEEK(32769)"
    assert values("eb2", line, "A") == [7]


def test_vpoke_reaches_64_kb_from_a_text_screen_and_printing_goes_on_in_the_first_16() -> None:
    line = "VPOKE -1,7:A=VPEEK(&HFFFF):VPOKE &H8000,9:B=VPEEK(&H8000):C=VPEEK(&H7FFF)"
    assert values("eb2", line, "A;B;C") == [7, 9, 0]
