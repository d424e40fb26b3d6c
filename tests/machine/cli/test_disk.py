"""`eightbox disk`, as a shell calls it."""

from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from machine.cli.__main__ import main
from machine.fat import Volume
from machine.fat.welcome import welcome_disk
from machine.media.dsk import SIZES, blank
from tests.support.fat_tools import complaints, needs_fsck


@pytest.fixture
def image(tmp_path: Path) -> str:
    path = str(tmp_path / "a.dsk")
    assert main(["disk", "create", path]) == 0
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """The lines that a command that succeeds prints."""
    capsys.readouterr()
    assert main(["disk", *arguments]) == 0
    return capsys.readouterr().out.splitlines()


@needs_fsck
@pytest.mark.parametrize("size", SIZES)
def test_create_makes_a_disk_of_every_size(size, tmp_path, capsys):
    path = tmp_path / "new.dsk"

    run(capsys, "create", str(path), "--size", str(size // 1024), "--label", "my disk")

    assert path.stat().st_size == size
    assert complaints(path.read_bytes(), tmp_path) == []
    assert run(capsys, "ls", "-l", str(path))[0].startswith("MY DISK: 0 files, 0 bytes; ")


def test_create_makes_a_welcome_disk(tmp_path, capsys):
    path = tmp_path / "new.dsk"

    run(capsys, "create", "--welcome", str(path))

    assert path.read_bytes() == welcome_disk().contents()
    assert {"EBDOS.SYS", "README.TXT", "SNAKE.BAS"} <= set(run(capsys, "ls", str(path)))


def test_create_replaces_nothing(image, capsys):
    assert main(["disk", "create", image]) == 2
    assert "exists already" in capsys.readouterr().err


def test_files_go_in_and_out(image, tmp_path, capsys, monkeypatch):
    source = tmp_path / "in"
    (source / "sub").mkdir(parents=True)
    (source / "hello.txt").write_bytes(b"hello")
    (source / "sub" / "a long name.data").write_bytes(b"x" * 2000)
    monkeypatch.chdir(tmp_path)

    said = run(capsys, "put", image, "in/hello.txt", "in/sub")
    assert said == ["in/sub/a long name.data -> SUB/A_LONG_N.DAT"]
    assert run(capsys, "ls", image) == ["HELLO.TXT", "SUB/"]
    assert run(capsys, "ls", image, "sub/*.dat") == ["A_LONG_N.DAT"]
    listed = run(capsys, "ls", "-l", image, "sub")
    assert listed[0].split()[0] == "2000" and listed[0].endswith("----a  A_LONG_N.DAT")

    run(capsys, "get", image, "*", "-o", "out")
    assert (tmp_path / "out/HELLO.TXT").read_bytes() == b"hello"
    assert (tmp_path / "out/SUB/A_LONG_N.DAT").read_bytes() == b"x" * 2000


def test_put_into_a_folder_under_another_name(image, tmp_path, capsys):
    (tmp_path / "x").write_bytes(b"x")
    run(capsys, "mkdir", image, "tools")

    run(capsys, "put", image, str(tmp_path / "x"), "--to", "tools", "--as", "y.com")

    assert run(capsys, "ls", image, "tools") == ["Y.COM"]


def test_get_prints_files_bytes_on_standard_output(image, tmp_path, capfdbinary):
    (tmp_path / "x").write_bytes(bytes(range(256)))
    assert main(["disk", "put", image, str(tmp_path / "x")]) == 0

    assert main(["disk", "get", image, "X", "-o", "-"]) == 0

    assert capfdbinary.readouterr().out == bytes(range(256))


def test_rm_takes_folders_only_when_told(image, tmp_path, capsys):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/x").write_bytes(b"x")
    run(capsys, "put", image, str(tmp_path / "sub"))

    assert main(["disk", "rm", image, "sub"]) == 2
    assert "add -r" in capsys.readouterr().err
    assert run(capsys, "rm", "-r", image, "sub") == []
    assert run(capsys, "ls", image) == []


def test_a_disk_that_gets_too_full_is_left_as_it_was(image, tmp_path, capsys):
    for number in range(3):
        (tmp_path / f"big{number}").write_bytes(bytes(300_000))
    before = Path(image).read_bytes()

    status = main(["disk", "put", image, *(str(tmp_path / f"big{n}") for n in range(3))])

    assert status == 2
    assert "is full" in capsys.readouterr().err
    assert Path(image).read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["format"],
        ["ls"],
        ["ls", "nothing.dsk"],
        ["ls", "{image}", "none"],
        ["get", "{image}", "*.bas"],
        ["put", "{image}", "nothing"],
        ["put", "{image}", "{image}", "--to", "none"],
        ["put", "{image}", "a", "b", "--as", "c"],
        ["mkdir", "{image}", "a/b"],
        ["create", "b.dsk", "--size", "1440"],
        ["create", "none/b.dsk"],
    ],
)
def test_what_cannot_be_done_is_refused_in_one_line(
    arguments, image, capsys, monkeypatch, tmp_path
):
    monkeypatch.chdir(tmp_path)
    before = Path(image).read_bytes()

    status = main(["disk", *(argument.format(image=image) for argument in arguments)])

    assert status == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert Path(image).read_bytes() == before


def test_a_file_of_another_kind_is_refused(tmp_path, capsys):
    (tmp_path / "x.dsk").write_bytes(bytes(720 * 1024))

    assert main(["disk", "ls", str(tmp_path / "x.dsk")]) == 2
    assert "no file system" in capsys.readouterr().err


def test_check_tells_repairs_and_keeps_what_it_was(image, tmp_path, capsys):
    (tmp_path / "x").write_bytes(bytes(5000))
    run(capsys, "put", image, str(tmp_path / "x"))
    assert run(capsys, "check", image)[0].endswith("a.dsk: no faults; 1 files, 724992 bytes free")
    damaged = bytearray(Path(image).read_bytes())
    damaged[512 + 3] = damaged[4 * 512 + 3] = 2  # cluster 2 leads to itself
    Path(image).write_bytes(damaged)

    assert main(["disk", "check", image]) == 1
    assert capsys.readouterr().out.splitlines()[0] == "X: its chain runs in a circle"
    assert main(["disk", "put", image, str(tmp_path / "x")]) == 2
    assert "is damaged" in capsys.readouterr().err
    assert Path(image).read_bytes() == damaged

    for kept in ("a.dsk~", "a.dsk~2"):
        assert run(capsys, "check", "--repair", image)[-1].endswith(f"{kept} is what it was")
        assert (tmp_path / kept).read_bytes() == damaged
        assert run(capsys, "check", image)[0].startswith(f"{image}: no faults")
        Path(image).write_bytes(damaged)


def filled(size: int) -> bytearray:
    volume = Volume(blank(size).contents())
    volume.make_folder("SUB")
    for path in ("A.TXT", "SUB/B.TXT"):
        volume.write(path, bytes(3000))
    return volume.image


COMMANDS = [
    ["ls", "-l", "{image}"],
    ["ls", "{image}", "sub"],
    ["get", "{image}", "*", "-o", "{folder}/out"],
    ["get", "{image}", "a.txt", "-o", "-"],
    ["put", "{image}", "{folder}/new.txt"],
    ["put", "{image}", "{folder}/new.txt", "--to", "sub"],
    ["mkdir", "{image}", "made"],
    ["rm", "-r", "-f", "{image}", "*"],
    ["check", "{image}"],
    ["check", "--repair", "{image}"],
]


@given(
    size=st.sampled_from(SIZES),
    damage=st.lists(
        st.tuples(
            st.one_of(st.integers(0, 60), st.integers(512, 512 * 20)),
            st.binary(min_size=1, max_size=30),
        ),
        min_size=1,
        max_size=8,
    ),
    commands=st.lists(st.sampled_from(COMMANDS), min_size=1, max_size=6),
)
def test_whatever_a_disk_is_every_command_ends_with_a_status_and_at_most_a_line(
    size, damage, commands
):
    image = filled(size)
    for at, data in damage:
        image[at : at + len(data)] = data
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.dsk")
        path.write_bytes(image)
        Path(folder, "new.txt").write_text("new")
        for command in commands:
            complaint = StringIO()
            printed = TextIOWrapper(BytesIO(), encoding="utf-8")
            with redirect_stdout(printed), redirect_stderr(complaint):
                words = [word.format(image=path, folder=folder) for word in command]
                status = main(["disk", *words])

            assert status in (0, 1, 2)
            assert len(complaint.getvalue().splitlines()) == (status == 2)
            assert path.stat().st_size == size
