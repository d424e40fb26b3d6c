"""`eightbox run`: what it writes, what it says, what it refuses."""

import json
import wave
from pathlib import Path

import pytest

from machine.cli.__main__ import main
from machine.cli.parser import unescape
from machine.media.dsk import Disk, blank
from machine.statefile import load


def test_it_does_what_it_is_told_at_the_time_that_it_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main([
        "run", "eb2", "--type", "2:hello", "--text", "3", "--shot", f"3={tmp_path}/a.png",
        "--dump", f"3={tmp_path}/a.json", "--wav", f"{tmp_path}/a.wav", "--stats", "--until", "3.5",
    ])  # fmt: skip

    printed = capsys.readouterr().out.splitlines()
    assert status == 0
    assert any("hello" in line for line in printed)
    stats = json.loads(printed[-1])
    assert 3.49 < stats["emulated_s"] < 3.51
    assert stats["frames"] == pytest.approx(3.5 * 59.92, abs=2)
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    dump = json.loads((tmp_path / "a.json").read_text())
    assert dump["registers"]["pc"] <= 0xFFFF
    assert any("hello" in row for row in dump["text"])
    with wave.open(str(tmp_path / "a.wav")) as sound:
        assert sound.getparams()[:3] == (1, 2, 48_000)
        assert sound.getnframes() == pytest.approx(3.5 * 48_000, abs=100)


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_a_basic_program_runs_until_its_text_is_shown(board: str, tmp_path: Path) -> None:
    program = tmp_path / "six.bas"
    program.write_text('10 PRINT "six times seven is";6*7\n', encoding="ascii")
    run = ["run", board, "--bas", str(program), "--until", "10", "--until-text"]

    assert main([*run, "seven is 42"]) == 0
    assert main([*run, "seven is 43"]) == 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("PRINT 1", "a line without a number"),
        ("70000 END", "70000"),
        ("", "is empty"),
        ("\n\n", "no line of BASIC"),
    ],
)
def test_a_file_that_is_no_basic_program_is_refused(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = tmp_path / "odd.bas"
    program.write_text(text, encoding="ascii")

    assert main(["run", "eb2", "--bas", str(program), "--until", "3"]) == 2
    assert said in capsys.readouterr().err


def test_two_runs_are_equal(tmp_path: Path) -> None:
    for name in ("one", "two"):
        main(["run", "eb2", "--state", f"2={tmp_path}/{name}", "--type", "1:x", "--until", "2"])

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_saved_state_is_loaded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    state = f"{tmp_path}/a.state"
    main(["run", "eb2", "--type", "2:remember", "--state", f"3={state}", "--until", "3"])

    main(["run", "eb2", "--load", state, "--text", "3.2", "--until", "3.2"])

    assert "remember" in capsys.readouterr().out


def test_until_text_ends_as_soon_as_it_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["run", "eb1", "--until-text", "Ok", "--until", "9", "--stats"])

    assert status == 0
    assert json.loads(capsys.readouterr().out)["emulated_s"] < 8


def test_until_text_that_never_comes_is_status_3() -> None:
    assert main(["run", "eb1", "--until-text", "no such words", "--until", "1"]) == 3


def test_keys_go_down_and_up_at_their_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keys = [[2 + n * 0.2 + up * 0.1, key, "up" if up else "down"]
            for n, key in enumerate("QWERT") for up in (0, 1)]  # fmt: skip
    (tmp_path / "keys.json").write_text(json.dumps(keys))

    main(["run", "eb1", "--keys", f"{tmp_path}/keys.json", "--text", "3.5", "--until", "3.5"])

    assert "qwert" in capsys.readouterr().out


def test_the_pad_is_moved_at_its_time(tmp_path: Path) -> None:
    keys = [[0.1, "JOY1-UP", "down"], [0.2, "joy1-a", "down"], [0.3, "JOY1-UP", "up"]]
    (tmp_path / "keys.json").write_text(json.dumps(keys))
    states = [f"{moment}={tmp_path}/{moment}" for moment in (0.15, 0.25, 0.35)]

    main(["run", "eb1", "--joy1", "pad", "--keys", f"{tmp_path}/keys.json", "--until", "0.4",
          *(word for state in states for word in ("--state", state))])  # fmt: skip

    closed = [
        load(tmp_path / str(moment)).devices["joysticks"]["pad_1"] for moment in (0.15, 0.25, 0.35)
    ]
    assert closed == [1, 1 | 16, 16]


def test_a_pad_that_is_not_there_is_not_moved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "keys.json").write_text('[[1, "JOY1-A", "down"]]')

    assert main(["run", "eb1", "--keys", f"{tmp_path}/keys.json"]) == 2
    assert "--joy1 pad" in capsys.readouterr().err


def test_fast_disks_save_a_file_in_less_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = tmp_path / "save.bas"
    program.write_text('10 BSAVE "F.BIN",&H4000,&HC000:PRINT "SA";"VED"\n', encoding="ascii")
    disk = tmp_path / "a.dsk"
    disk.write_bytes(blank().contents())
    run = ["run", "eb1", "--disk-a", str(disk), "--bas", str(program), "--stats", "--until", "60"]

    seconds = []
    for more in ([], ["--fast-disk"]):
        assert main([*run, *more, "--until-text", "SAVED"]) == 0
        seconds.append(json.loads(capsys.readouterr().out)["emulated_s"])
    assert seconds[1] < seconds[0] - 2


def test_disks_are_left_alone_unless_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.dsk"
    path.write_bytes(blank().contents())
    before = path.read_bytes()

    assert main(["run", "eb2", "--disk-a", str(path), "--write-disks", "--until", "1"]) == 0

    assert Disk.load(path).contents() == before


BAD = {
    "an unknown board": ["nothing"],
    "an unknown option": ["--frobnicate"],
    "a time that is none": ["--until", "soon"],
    "a negative time": ["--until", "-1"],
    "a time without end": ["--until", "inf"],
    "a shot without a file": ["--shot", "3"],
    "typing without a text": ["--type", "3"],
    "a standard that is none": ["--hz", "55"],
    "a ROM without a name": ["--rom", "x.rom"],
    "a missing cartridge": ["--cart1", "/no/such.rom"],
    "a missing disk": ["--disk-a", "/no/such.dsk"],
    "a missing cassette": ["--cas", "/no/such.cas"],
    "a missing state": ["--load", "/no/such.state"],
    "missing keys": ["--keys", "/no/such.json"],
    "a missing board file": ["/no/such.toml"],
    "a folder as a disk": ["--disk-a", "."],
    "a folder as a cartridge": ["--cart1", "."],
    "a sound file that can't be": ["--wav", "/no/such/folder/a.wav"],
    "a shot that can't be": ["--shot", "0=/no/such/folder/a.png", "--until", "0.1"],
    "a dump that can't be": ["--dump", "0=/no/such/folder/a.json", "--until", "0.1"],
    "a state that can't be": ["--state", "0=/no/such/folder/a", "--until", "0.1"],
}


@pytest.mark.parametrize("options", BAD.values(), ids=list(BAD))
def test_what_is_wrong_is_one_line_and_status_2(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["run", *options])

    captured = capsys.readouterr()
    assert status == 2
    assert captured.err.count("\n") == 1
    assert len(captured.err) > 20
    assert captured.out == ""


@pytest.mark.parametrize("text", ["", "[", "{}", '[["a","A","down"]]', '[[1,"A","sideways"]]',
                                  '[[1,"NOKEY","down"]]', '[[1,"JOY1-C","down"]]', "[[1]]"])  # fmt: skip
def test_keys_that_are_none_are_refused(
    tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "k.json").write_text(text)

    assert main(["run", "eb1", "--keys", f"{tmp_path}/k.json"]) == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize(
    ("written", "meant"),
    [(r"a\rb", "a\rb"), (r"\n", "\r"), (r"\t\e", "\t\x1b"), (r"\\r", r"\r"), ("\\", "\\"),
     (r"\q", r"\q")],
)  # fmt: skip
def test_escapes_in_typed_text(written: str, meant: str) -> None:
    assert unescape(written) == meant


def test_a_typed_listing_and_what_it_prints_come_out_as_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listing = '10 LPRINT "six";6*7\n20 LPRINT "bye"\n'
    out, paper = tmp_path / "out.bas", tmp_path / "paper.txt"

    main([
        "run", "eb2", "--type", f"2:{listing}漢RUN\r", "--listing", str(out), "--printer", str(paper),
        "--until", "6",
    ])  # fmt: skip

    assert out.read_text(encoding="utf-8") == listing
    assert paper.read_text(encoding="utf-8") == "six 42 \nbye\n"
    assert "The machine has no 漢" in capsys.readouterr().err
