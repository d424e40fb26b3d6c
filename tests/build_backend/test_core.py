"""The core's build, on a small tree of its own and with the machine's real compiler."""

import subprocess
import sys
import textwrap

import pytest

from build_backend import core

SEAM = """
    import cython


    @cython.cclass
    class Counter:
        @cython.ccall
        def step(self) -> cython.int:
            self.count += 1
            return self.count
"""
SEAM_PXD = """
    cdef class Counter:
        cdef public int count
        cpdef int step(self)
"""
USER = """
    import cython
    from cython.cimports.machine.seam import Counter


    def twice(counter: Counter) -> int:
        counter.step()
        return counter.step()


    def compiled() -> bool:
        return cython.compiled
"""


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A project with a seam, a module that cimports it and one that stands alone."""
    monkeypatch.setattr(core, "ROOT", tmp_path)
    monkeypatch.setattr(core, "BUILD", tmp_path / "build" / "core")
    package = tmp_path / "machine"
    package.mkdir()
    texts = {
        "__init__.py": "",
        "seam.py": SEAM,
        "seam.pxd": SEAM_PXD,
        "user.py": USER,
        "alone.py": "import cython\n",
        "plain.py": "cython = 1\n",
    }
    for name, text in texts.items():
        (package / name).write_text(textwrap.dedent(text), encoding="utf-8")
    return package


def pretend_all_is_built():
    """Leaves what a build leaves, without the compiler's work."""
    core.BUILD.mkdir(parents=True)
    for module in core.modules():
        core.binary(module).touch()
        core._stamp(module).write_text(core.fingerprint(module), encoding="utf-8")


def run(tree, program):
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tree.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_modules_are_those_that_import_cython(tree):
    assert core.modules() == ["machine.alone", "machine.seam", "machine.user"]


def test_compiled_modules_work_together(tree):
    failed = core.main()

    program = "from machine import seam, user; print(user.twice(seam.Counter()), user.compiled())"
    assert failed == 0
    assert run(tree, program) == "2 True"


def test_nothing_is_built_twice(tree, capsys):
    pretend_all_is_built()

    core.main()

    assert capsys.readouterr().out == ""


def test_changed_seam_makes_those_that_name_it_stale(tree):
    pretend_all_is_built()

    with (tree / "seam.pxd").open("a", encoding="utf-8") as seam:
        seam.write("# moved\n")

    assert [module for module in core.modules() if core.is_stale(module)] == [
        "machine.seam",
        "machine.user",
    ]


def test_failing_module_is_named_with_the_compilers_words_and_the_others_are_built(tree, capsys):
    (tree / "user.py").unlink()
    (tree / "alone.py").write_text("import cython\nx: cython.int = undeclared()\n", "utf-8")

    failed = core.main()

    said = capsys.readouterr().out
    assert failed == 1
    assert "FAILED machine.alone:" in said
    assert "undeclared" in said
    assert "built machine.seam" in said
    assert core.is_stale("machine.alone")


def test_binary_of_a_module_that_went_away_is_removed(tree):
    pretend_all_is_built()

    (tree / "alone.py").unlink()
    core.main()

    assert not core.binary("machine.alone").exists()
    assert core.binary("machine.user").exists()


def test_key_of_the_sources_changes_with_each_of_them(tree):
    before = core.sources_key()
    (tree / "plain.py").write_text("cython = 2\n", encoding="utf-8")
    same = core.sources_key()
    (tree / "alone.py").write_text("import cython\n\nx = 1\n", encoding="utf-8")

    assert same == before
    assert core.sources_key() != before


def test_only_painters_pay_for_the_highest_optimisation():
    assert core._flags("machine.devices.v9938.planes")[0] == "-O3"
    assert core._flags("machine.cpu.z80")[0] == "-O2"
