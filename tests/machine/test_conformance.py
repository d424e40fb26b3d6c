"""The runner of the single-step vectors: it sees every kind of fault, and refuses what is none."""

import copy
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from machine.conformance import run_z80
from machine.core.errors import Refused

# OUT (98h),A at 4000h with A = 12h, by the data sheet: M1, operand, port write
REGISTERS = dict.fromkeys(
    ["f", "b", "c", "d", "e", "h", "l", "i", "q", "im", "iff1", "iff2", "ei", "p", "sp", "ix", "iy",
     "af_", "bc_", "de_", "hl_"], 0
)  # fmt: skip
RAM = [[0x4000, 0xD3], [0x4001, 0x98]]
CASE = {
    "name": "D3 0000",
    "initial": {**REGISTERS, "a": 0x12, "pc": 0x4000, "r": 0, "wz": 0, "ram": RAM},
    "final": {**REGISTERS, "a": 0x12, "pc": 0x4002, "r": 1, "wz": 0x1299, "ram": RAM},
    "cycles": [
        [0x4000, None, "----"], [0x4000, None, "r-m-"], [0, 0xD3, "----"], [0, None, "----"],
        [0x4001, None, "----"], [0x4001, None, "r-m-"], [0x4001, 0x98, "----"],
        [0x1298, None, "----"], [0x1298, None, "----"], [0x1298, 0x12, "-w-i"],
        [0x1298, None, "----"],
    ],
    "ports": [[0x1298, 0x12, "w"]],
}  # fmt: skip


def changed(*route, to):
    """The case with one value replaced."""
    case = copy.deepcopy(CASE)
    place = case
    for key in route[:-1]:
        place = place[key]
    place[route[-1]] = to
    return case


def said(tmp_path, *cases):
    (tmp_path / "d3.json").write_text(json.dumps(cases), encoding="utf-8")
    lines = []
    return run_z80(tmp_path, lines.append), lines


def test_case_that_is_right_passes(tmp_path):
    report, lines = said(tmp_path, CASE)

    assert (report.passed, report.failed, report.cases) == (1, 0, 1)
    assert lines == ["z80: passed 1 failed 0"]


def test_zip_is_read_like_a_folder(tmp_path):
    path = tmp_path / "vectors.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("v1/d3.json", json.dumps([CASE]))
        archive.writestr("README.md", "not vectors")

    assert run_z80(path, lambda _: None).passed == 1


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (changed("final", "a", to=0x13), "a is 18, not 19"),
        (changed("final", "wz", to=0), "wz is 4761, not 0"),
        (changed("final", "q", to=1), "q is 0, not 1"),
        (changed("final", "ei", to=1), "ei is 0, not 1"),
        (changed("final", "hl_", to=1), "hl_ is 0, not 1"),
        (changed("final", "ram", to=[[0x4001, 0x99]]), "memory at 16385 is 152, not 153"),
        (changed("cycles", to=[*CASE["cycles"], [0, None, "----"]]), "11 T-states, not 12"),
        (changed("cycles", 5, 0, to=0x4002), "bus cycles"),
        (changed("cycles", 6, 1, to=0x99), "bus cycles"),
        (
            changed("cycles", to=[*CASE["cycles"][1:2], *CASE["cycles"][:1], *CASE["cycles"][2:]]),
            "bus cycles",
        ),
        (changed("ports", to=[]), "contradict"),
    ],
)
def test_fault_is_named_in_the_line_of_its_file(tmp_path, wrong, fault):
    report, lines = said(tmp_path, CASE, wrong)

    assert (report.passed, report.failed) == (0, 1)
    assert lines[0].startswith("d3.json: 1 of 2 cases fail; first D3 0000: ")
    assert fault in lines[0]
    assert lines[1] == "z80: passed 0 failed 1"


@pytest.mark.parametrize(
    "text",
    [
        "", "[", "[]", "{}", "[1]", "[{}]", "null", "\ufeff[]", "[" * 100_000,
        json.dumps([changed("initial", "a", to=256)]),
        json.dumps([changed("initial", "pc", to=-1)]),
        json.dumps([changed("initial", "ram", to=[[0x10000, 0]])]),
        json.dumps([changed("initial", "im", to=3)]),
        json.dumps([changed("cycles", to=[])]),
        json.dumps([changed("cycles", to=[[0, 0]])]),
        json.dumps([changed("cycles", 0, 2, to="")]),
    ],
)  # fmt: skip
def test_json_of_another_shape_is_refused(tmp_path, text):
    (tmp_path / "00.json").write_text(text, encoding="utf-8")

    with pytest.raises(Refused, match=r"00\.json in .* is not a file of Z80 vectors"):
        run_z80(tmp_path, lambda _: None)


def test_what_is_not_there_is_refused(tmp_path):
    with pytest.raises(Refused, match="does not exist"):
        run_z80(tmp_path / "nothing.zip", lambda _: None)


def test_folder_without_vectors_is_refused(tmp_path):
    with pytest.raises(Refused, match="holds no JSON files"):
        run_z80(tmp_path, lambda _: None)


@pytest.mark.parametrize("content", [b"", b"PK", b"not a zip", bytes(1000)])
def test_file_that_is_no_zip_is_refused(tmp_path, content):
    path = tmp_path / "vectors.zip"
    path.write_bytes(content)

    with pytest.raises(Refused, match="is not a whole zip file"):
        run_z80(path, lambda _: None)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    path = tmp_path_factory.mktemp("vectors") / "whole.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr("d3.json", json.dumps([CASE]))
    return path


@given(data=st.data())
def test_damaged_zip_is_refused_or_judged_but_never_crashes(archive, data):
    content = bytearray(archive.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    damaged = archive.with_name("damaged.zip")
    damaged.write_bytes(content[: data.draw(st.integers(0, len(content)))])

    try:
        report = run_z80(damaged, lambda _: None)
    except Refused:
        pass
    else:
        assert report.passed + report.failed == 1
