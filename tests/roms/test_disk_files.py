"""The kernel's functions that write files; the file system on the disk is checked from outside."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from machine.api import Session
from machine.media.dsk import Disk, blank
from tests.support.floppies import DONE, RESULT, boot_disk, files, put_file
from tests.support.pattern import fill, pattern

BUFFER = 0x4000  # in page 1, where the disk ROM is while it works
NAME = "DATA    BIN"


def bdos(function, **registers):
    loads = "".join(f"         ld {name},{value}\n" for name, value in registers.items())
    return f"{loads}         ld c,{function}\n         call &F37D\n"


def keep(at):
    return f"         ld ({RESULT + at}),a\n         ld ({RESULT + at + 1}),hl\n"


def record(size, first):
    """Sets record size and random record of the FCB."""
    return f"""
         ld hl,{size}
         ld (fcb + 14),hl
         ld hl,{first & 0xFFFF}
         ld (fcb + 33),hl
         ld hl,{first >> 16}
         ld (fcb + 35),hl
"""


FILL = "         call &F36B\n" + fill(BUFFER, 0x9F00 - BUFFER)


def fcb(label, name, drive=2, new=""):
    tail = (
        f'         ds 4\n         db 0\n         dm "{new}"\n         ds 16\n'
        if new
        else "         ds 32\n"
    )
    return f'{label}:     db {drive}\n         dm "{name}"\n{tail}'


def run(program, target, names="", limit=60):
    """Runs a program with `target` in drive B, at full speed; returns its results."""
    source = FILL + bdos(0x1A, de=BUFFER) + program + "         jp done\n"
    vm = Session("eb1")
    vm.machine.insert("disk_a", boot_disk(source + fcb("fcb", NAME) + names, dos=True))
    vm.machine.insert("disk_b", target)
    vm.machine.devices["disk-controller"].fast = True
    vm.machine.reset()
    assert vm.run(until=lambda vm: vm.peek(DONE) == 0xA5, limit=limit), vm.screen_text()
    return bytes(vm.peek(RESULT + n) for n in range(128))


CREATE, OPEN, CLOSE = bdos(0x16, de="fcb"), bdos(0x0F, de="fcb"), bdos(0x10, de="fcb")


@pytest.mark.parametrize("size", [1, 512, 513, 1024, 1025, 24000])
@pytest.mark.parametrize("format_size", [368640, 737280])
def test_a_block_makes_a_file_of_its_size(size, format_size):
    target = blank(format_size)
    program = CREATE + keep(0) + record(1, 0) + bdos(0x26, de="fcb", hl=size) + keep(3) + CLOSE

    found = run(program + keep(6), target)

    assert (found[0], found[3], found[6]) == (0, 0, 0)
    assert int.from_bytes(found[4:6], "little") == size
    assert files(target) == {NAME: pattern(size)}


def test_sequential_records_make_a_file_of_128_byte_steps():
    target = blank()
    program = CREATE + "".join(bdos(0x15, de="fcb") + keep(n * 3) for n in range(20)) + CLOSE

    found = run(program, target)

    assert not any(found[0:60:3])
    assert files(target) == {NAME: pattern(128) * 20}


def test_a_record_in_the_middle_is_replaced_and_the_rest_stays():
    target = blank()
    before = bytes(range(256)) * 20
    put_file(target, 4, NAME, before, [50, 9, 700, 12, 13])

    run(OPEN + record(128, 21) + bdos(0x22, de="fcb") + keep(0) + CLOSE, target)

    assert files(target) == {NAME: before[:2688] + pattern(128) + before[2816:]}


def test_a_file_grows_at_its_end():
    target = blank()
    put_file(target, 0, NAME, b"x" * 1500, [30, 31])
    put_file(target, 1, "OTHER   TXT", b"o" * 3000, [32, 33, 34])

    run(OPEN + record(1, 1500) + bdos(0x26, de="fcb", hl=5000) + keep(0) + CLOSE, target)

    assert files(target) == {NAME: b"x" * 1500 + pattern(5000), "OTHER   TXT": b"o" * 3000}


def test_writing_behind_the_end_makes_room_in_between():
    target = blank()

    found = run(CREATE + record(10, 500) + bdos(0x26, de="fcb", hl=1) + keep(0) + CLOSE, target)

    made = files(target)[NAME]
    assert (found[0], len(made), made[5000:]) == (0, 5010, pattern(10))


def test_function_28_fills_the_gap_with_zeros():
    target = blank()
    steps = CREATE + record(128, 0) + bdos(0x15, de="fcb") + record(128, 77)

    found = run(steps + bdos(0x28, de="fcb") + keep(0) + CLOSE, target)

    assert found[0] == 0
    assert files(target) == {NAME: pattern(128) + bytes(128 * 76) + pattern(128)}


@pytest.mark.parametrize("function", [0x22, 0x28, 0x26])
def test_a_gap_that_fills_the_disk_leaves_the_file_as_it_was(function):
    target = blank(163840)
    put_file(target, 0, NAME, b"n" * 700, [2, 3])
    put_file(target, 1, "BIG     BIN", b"b" * 300 * 512, list(range(4, 304)))

    call = bdos(function, de="fcb", hl=1)
    found = run(OPEN + record(128, 100) + call + keep(0) + CLOSE, target)

    made = files(target)
    assert found[0] == 1
    assert made["BIG     BIN"] == b"b" * 300 * 512
    assert made[NAME][:700] == b"n" * 700
    assert function == 0x28 or len(made[NAME]) == 700


def test_a_size_that_the_disk_cannot_hold_is_refused():
    target = blank(163840)
    put_file(target, 0, NAME, b"n" * 700, [2, 3])

    call = bdos(0x26, de="fcb", hl=0)
    found = run(OPEN + record(128, 0x7FFFFF) + call + keep(0) + CLOSE, target)

    assert found[0] == 1
    assert files(target) == {NAME: b"n" * 700}


@pytest.mark.parametrize("size", [0, 1, 1024, 1025, 4999, 5000, 9000])
def test_no_records_make_the_file_end_there(size):
    target = blank()
    before = pattern(5000)
    put_file(target, 0, NAME, before, [5, 6, 7, 20, 19])

    found = run(OPEN + record(1, size) + bdos(0x26, de="fcb", hl=0) + keep(0) + CLOSE, target)

    made = files(target)[NAME]
    assert (found[0], len(made)) == (0, size)
    assert made[:5000] == before[:size]


def test_creating_a_file_that_is_there_empties_it():
    target = blank()
    put_file(target, 0, NAME, b"x" * 5000, [5, 6, 7, 20, 19])

    run(CREATE + keep(0) + CLOSE, target)

    assert files(target) == {NAME: b""}


def test_a_deleted_entry_is_used_again():
    target = blank()
    put_file(target, 3, "OTHER   TXT", b"o", [2])

    run(CREATE + record(1, 0) + bdos(0x26, de="fcb", hl=10) + CLOSE, target)

    assert target.read(7)[:11] == NAME.encode()
    assert files(target) == {NAME: pattern(10), "OTHER   TXT": b"o"}


def test_a_full_directory_takes_no_file():
    target = blank(163840)
    for entry in range(64):
        put_file(target, entry, f"FILE{entry:04}   ", b"", [])

    found = run(CREATE + keep(0), target)

    assert found[0] == 0xFF
    assert len(files(target)) == 64


def test_a_full_disk_is_told_and_stays_whole():
    target = blank(163840)  # 313 clusters of 512 bytes
    put_file(target, 0, "BIG     BIN", b"b" * 305 * 512, list(range(2, 307)))

    found = run(CREATE + record(1, 0) + bdos(0x26, de="fcb", hl=6000) + keep(0) + CLOSE, target)

    made = files(target)
    assert found[0] == 1
    assert int.from_bytes(found[1:3], "little") == 8 * 512
    assert made[NAME] == pattern(8 * 512)
    assert made["BIG     BIN"] == b"b" * 305 * 512


def test_delete_takes_all_files_that_fit_and_gives_back_their_room():
    target = blank()
    put_file(target, 0, "DATA1   BIN", b"1" * 3000, [2, 3, 4])
    put_file(target, 1, "DATA2   TXT", b"2" * 3000, [5, 6, 7])
    put_file(target, 20, "DATA3   BIN", b"3" * 3000, [8, 9, 10])
    names = fcb("fcb2", "DATA????BIN")

    found = run(bdos(0x13, de="fcb2") + keep(0) + bdos(0x13, de="fcb2") + keep(3), target, names)

    assert (found[0], found[3]) == (0, 0xFF)
    assert files(target) == {"DATA2   TXT": b"2" * 3000}


def test_rename_keeps_the_characters_that_the_new_name_leaves_open():
    target = blank()
    put_file(target, 0, "DATA1   BIN", b"1", [2])
    put_file(target, 1, "DATA2   BIN", b"2", [3])
    names = fcb("fcb2", "DATA?   BIN", new="new?????old")

    found = run(bdos(0x17, de="fcb2") + keep(0), target, names)

    assert found[0] == 0
    assert files(target) == {"NEW" + "A1   OLD": b"1", "NEW" + "A2   OLD": b"2"}


def test_rename_refuses_a_name_that_is_there():
    target = blank()
    put_file(target, 0, "A       BIN", b"1", [2])
    put_file(target, 1, "B       BIN", b"2", [3])
    names = fcb("fcb2", "A       BIN", new="B       BIN")

    found = run(bdos(0x17, de="fcb2") + keep(0), target, names)

    assert found[0] == 0xFF
    assert files(target) == {"A       BIN": b"1", "B       BIN": b"2"}


def test_a_protected_disk_is_not_written():
    target = Disk(blank().base, mode="read-only")

    found = run(CREATE + keep(0), target)

    assert found[0] == 0xFF


def test_small_names_become_capitals():
    target = blank()

    run(bdos(0x16, de="fcb2") + bdos(0x10, de="fcb2"), target, fcb("fcb2", "lower   txt"))

    assert files(target) == {"LOWER   TXT": b""}


@settings(max_examples=12, deadline=None)
@given(
    steps=st.lists(
        st.tuples(st.integers(1, 600), st.integers(0, 60), st.integers(1, 40)),
        min_size=1, max_size=6,
    ),
    start=st.integers(0, 6000),
)  # fmt: skip
def test_blocks_anywhere_do_what_a_plain_array_of_bytes_does(steps, start):
    target = blank()
    clusters = [100 + n * 7 % 31 for n in range(-(-start // 1024))]
    model = bytearray(pattern(start, 77))
    put_file(target, 2, NAME, bytes(model), clusters)
    program, known = OPEN, set(range(start))
    for size, first, count in steps:
        count = min(count, 20000 // size)
        program += record(size, first) + bdos(0x26, de="fcb", hl=count)
        at, length = size * first, size * count
        model = model.ljust(at + length, b"\0")
        model[at : at + length] = pattern(length)
        known |= set(range(at, at + length))

    run(program + CLOSE, target)

    made = files(target)[NAME]
    assert len(made) == len(model)
    assert all(made[n] == model[n] for n in known)


@settings(max_examples=20, deadline=None)
@given(
    fat=st.lists(st.binary(min_size=16, max_size=16), min_size=4, max_size=32),
    entry=st.binary(min_size=32, max_size=32),
    first=st.integers(0, 0xFFF),
    size=st.integers(0, 1 << 32),
)
def test_a_damaged_file_system_stops_no_program(fat, entry, first, size):
    target = blank()
    rows = b"\xf9\xff\xff" + b"".join(fat) * 100
    for copy in (1, 4):
        for sector in range(3):
            target.write(copy + sector, rows[sector * 512 :][:512].ljust(512, b"\x33"))
    row = NAME.encode() + bytes(15) + first.to_bytes(2, "little") + size.to_bytes(5, "little")[:4]
    target.write(7, (entry + row).ljust(512, b"\0"))
    steps = OPEN + keep(0) + record(1, 0) + bdos(0x27, de="fcb", hl=9000) + keep(3)
    steps += record(700, 9) + bdos(0x27, de="fcb", hl=2) + record(1, size & 0xFFFF)
    steps += bdos(0x26, de="fcb", hl=3000) + bdos(0x26, de="fcb", hl=0) + CLOSE
    steps += bdos(0x1B, e=2) + CREATE + bdos(0x13, de="fcb")

    run(steps, target)
