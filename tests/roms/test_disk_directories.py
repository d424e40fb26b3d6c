"""Functions for FCBs in a subdirectory that is its drive's current directory."""

from machine.media.dsk import blank
from tests.support.disk_machine import bdos, finish, keep, session
from tests.support.floppies import boot_disk
from tests.support.trees import Volume, plant, tree

CURRENT = 0xE542  # K.CWD of drive B in roms/disk/work.inc


def run(program, target, folder):
    """Runs a program with `target` in drive B, where `folder` is the current directory."""
    first = Volume(target).folder(folder)
    begin = f"{bdos(0x1B, e=2)}         ld hl,{first}\n         ld ({CURRENT}),hl\n"
    begin += bdos(0x1A, de="&8000")
    with session("eb1", boot_disk(f"{begin}{program}         jp done\n", dos=True), target) as vm:
        vm.machine.devices["disk-controller"].fast = True
        return finish(vm, limit=60)


def test_a_file_of_the_subdirectory_is_read_and_that_of_the_root_is_not():
    target = blank()
    plant(target, {"A.TXT": b"root" * 32, "SUB/A.TXT": b"sub!" * 32})
    program = bdos(0x0F, de="fcb") + keep(0) + bdos(0x14, de="fcb")
    program += "         ld hl,&8000\n         ld de,&D010\n         ld bc,8\n         ldir\n"
    program += "         jp done\n" + 'fcb:     db 2\n         dm "A       TXT"\n         ds 25\n'

    found = run(program, target, "SUB")

    assert found[0] == 0
    assert found[0x10:0x18] == b"sub!sub!"


MANY = """
         ld b,70
next:    push bc
         ld a,b
         add a,"0"
         ld (fcb + 2),a
{steps}
         pop bc
         djnz next
         jp done
fcb:     db 2
         dm "F       DAT"
         ds 25
"""


def test_a_subdirectory_grows_when_it_is_full_and_its_files_are_deleted():
    target = blank()
    plant(target, {"A.TXT": b"a", "ONE/TWO/X.Y": b"x"})
    write = "".join(bdos(function, de="fcb") for function in (0x16, 0x15, 0x10))
    clear = "         xor a\n         ld (fcb + 32),a\n         ld (fcb + 12),a\n"

    run(MANY.format(steps=clear + write), target, "ONE/TWO")

    made = tree(target)
    names = {f"ONE/TWO/F{chr(n + 48)}.DAT" for n in range(1, 71) if n + 48 != 0x7F}
    illegal = {f"ONE/TWO/F{c}.DAT" for c in '*?./:;,=+[]\\"'}
    small = {name for name in names if name.upper() != name}
    assert set(made) - {"A.TXT", "ONE/", "ONE/TWO/", "ONE/TWO/X.Y"} == names - illegal - small
    assert made["A.TXT"] == b"a"

    run(MANY.format(steps=bdos(0x13, de="fcb")), target, "ONE/TWO")

    assert tree(target) == {"A.TXT": b"a", "ONE/": b"", "ONE/TWO/": b"", "ONE/TWO/X.Y": b"x"}


def test_a_file_is_closed_in_its_own_directory_when_another_one_has_become_current():
    target = blank()
    plant(target, {"A.DAT": b"root", "SUB/A.DAT": b"sub"})
    program = bdos(0x0F, de="fcb") + "         ld hl,1\n         ld (fcb + 33),hl\n"
    program += f"         ld hl,0\n         ld ({CURRENT}),hl\n"
    program += bdos(0x22, de="fcb") + bdos(0x10, de="fcb") + keep(0) + "         jp done\n"
    program += 'fcb:     db 2\n         dm "A       DAT"\n         ds 25\n'

    found = run(program, target, "SUB")

    made = tree(target)
    assert found[0] == 0
    assert (len(made["A.DAT"]), len(made["SUB/A.DAT"])) == (4, 256)


def test_a_search_goes_on_in_the_directory_where_it_began_without_its_fcb():
    target = blank()
    plant(target, {"R.DAT": b"", **{f"SUB/{n}.DAT": bytes(n) for n in range(40)}})
    program = bdos(0x11, de="fcb") + keep(0)
    program += f"         ld hl,0\n         ld ({CURRENT}),hl\n         ld (fcb),hl\n"
    program += f"""
         ld b,0
count:   push bc
{bdos(0x12)}
         pop bc
         inc b
         or a
         jr z,count
         ld a,b
         ld (&D010),a
         jp done
fcb:     db 2
         dm "????????DAT"
         ds 25
"""
    found = run(program, target, "SUB")

    assert (found[0], found[0x10]) == (0, 40)


READ_ONLY, HIDDEN, SYSTEM = 1, 2, 4
A = 'fcb:     db 2\n         dm "A       DAT"\n         ds 25\n'


def answers(target, *functions):
    """What functions for A.DAT in drive B answer, one after the other."""
    program = "".join(
        bdos(function, de="fcb") + keep(at * 3) for at, function in enumerate(functions)
    )
    found = run(program + "         jp done\n" + A, target, "")
    return [found[at * 3] for at in range(len(functions))]


def test_a_read_only_file_is_opened_and_read_but_not_written_deleted_or_made_anew():
    target = blank()
    plant(target, {"A.DAT": b"a" * 300}, READ_ONLY)
    before = target.contents()

    assert answers(target, 0x0F, 0x14, 0x15, 0x22, 0x28, 0x10) == [0, 0, 1, 1, 1, 0]
    assert answers(target, 0x13, 0x16) == [0xFF, 0xFF]
    assert target.contents() == before


def test_hidden_files_and_those_of_the_system_are_not_seen_and_their_names_are_taken():
    for attribute in (HIDDEN, SYSTEM, HIDDEN | SYSTEM):
        target = blank()
        plant(target, {"A.DAT": b"a" * 300}, attribute)
        before = target.contents()

        assert answers(target, 0x0F, 0x11, 0x13, 0x23, 0x16) == [0xFF] * 5
        assert target.contents() == before


def test_a_directory_is_no_file_and_its_name_is_taken():
    target = blank()
    plant(target, {"A.DAT/B.TXT": b"b"})
    before = target.contents()

    assert answers(target, 0x0F, 0x11, 0x13, 0x16) == [0xFF] * 4
    assert target.contents() == before


WAITS = """
         ld a,1
         ld (&D080),a
wait:    ld a,(&D080)
         dec a
         jr z,wait
"""


def test_another_disk_in_the_drive_makes_its_root_directory_the_current_one():
    target = blank()
    plant(target, {"SUB/A.DAT": b"s"})
    program = bdos(0x0F, de="fcb") + keep(0) + WAITS + bdos(0x0F, de="fcb") + keep(3)
    begin = f"{bdos(0x1B, e=2)}         ld hl,2\n         ld ({CURRENT}),hl\n"
    disk = boot_disk(f"{begin}{program}         jp done\n{A}", dos=True)
    with session("eb1", disk, target) as vm:
        vm.machine.devices["disk-controller"].fast = True
        assert vm.run(until=lambda vm: vm.peek(0xD080) == 1, limit=20)
        other = blank()
        plant(other, {"SUB/A.DAT": b"s", "X.Y": b""})
        vm.insert("disk_b", other)
        vm.poke(0xD080, 2)
        found = finish(vm)

    assert (found[0], found[3]) == (0, 0xFF)
