import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from machine.core.errors import Refused
from machine.image.migrations import VERSION
from machine.image.snapshots import Snapshots
from machine.image.store import APPLICATION_ID, IN_MEMORY, Store, schema_of

ROOT = Path(__file__).resolve().parents[3]
CAPTURE = {
    "board": "any",
    "tick": 1234,
    "devices": {"ram": {"data": bytes(range(256)) * 64, "due": 7}},
    "media": {"drive": {"base": b"\1\2" * 9000, "overlay": {3: b"x" * 512}}},
    "shelf": {},
}


def an_image(path: Path) -> Path:
    with Store.create(str(path)) as store:
        Snapshots(store).take(CAPTURE, "one", 10, b"png")
        store.set_setting("board", "any")
    return path


def test_a_new_image_has_our_identity_and_version(tmp_path: Path) -> None:
    path = an_image(tmp_path / "vm.8box")

    header = path.read_bytes()[:100]

    assert header[68:72] == b"8BOX"
    assert int.from_bytes(header[68:72]) == APPLICATION_ID
    assert int.from_bytes(header[60:64]) == VERSION


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_closed_image_is_one_file(tmp_path: Path) -> None:
    path = an_image(tmp_path / "vm.8box")

    with Store.open(str(path)) as store:
        store.set_setting("hz", 50)

    assert names_in(tmp_path) == ["vm.8box"]


def test_settings_come_back(tmp_path: Path) -> None:
    path = an_image(tmp_path / "vm.8box")

    with Store.open(str(path)) as store:
        assert store.setting("board", str, "") == "any"
        assert store.setting("hz", int, 60) == 60


def test_a_setting_of_another_type_is_refused(tmp_path: Path) -> None:
    path = an_image(tmp_path / "vm.8box")

    with Store.open(str(path)) as store, pytest.raises(Refused, match="setting board"):
        store.setting("board", int, 0)


def test_create_does_not_replace_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "vm.8box"
    path.write_text("precious")

    with pytest.raises(Refused, match="is there already"):
        Store.create(str(path))

    assert path.read_text() == "precious"


def test_create_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="can't be created"):
        Store.create(str(tmp_path / "none" / "vm.8box"))


def test_an_image_in_memory_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    with Store.create(IN_MEMORY) as store:
        Snapshots(store).take(CAPTURE, "one", 10, b"")

    assert names_in(tmp_path) == []


def test_a_second_opening_is_refused_in_the_same_process(tmp_path: Path) -> None:
    path = an_image(tmp_path / "vm.8box")

    with Store.open(str(path)) as store:
        with pytest.raises(Refused, match="in use by another"):
            Store.open(str(path))
        store.set_setting("hz", 50)

    with Store.open(str(path)) as store:
        assert store.setting("hz", int, 0) == 50


def test_a_second_opening_is_refused_in_another_process(tmp_path: Path) -> None:
    path = an_image(tmp_path / "vm.8box")
    program = (
        "import sys; from machine.image.store import Store\n"
        "try: Store.open(sys.argv[1])\n"
        "except Exception as error: print(type(error).__name__, error)"
    )

    with Store.open(str(path)):
        with pytest.raises(Refused, match="in use"):
            Store.open(str(path))  # must not drop the lock
        said = subprocess.run(
            [sys.executable, "-c", program, str(path)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    assert said.startswith("Refused")
    assert "in use" in said


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "not a VM file"),
        (b"SQLite", "not a VM file"),
        (b"hello" * 1000, "not a VM file"),
        (b"SQLite format 3\0" + bytes(84), "not a VM file"),
    ],
)
def test_a_file_that_is_no_image_is_refused_and_unchanged(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "vm.8box"
    path.write_bytes(content)

    with pytest.raises(Refused, match=sentence):
        Store.open(str(path))

    assert path.read_bytes() == content
    assert names_in(tmp_path) == ["vm.8box"]


def altered(path: Path, statement: str) -> bytes:
    database = sqlite3.connect(path)
    database.executescript(statement)
    database.close()
    return path.read_bytes()


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("PRAGMA application_id = 5", "not a VM file"),
        (f"PRAGMA user_version = {VERSION + 1}", "newer EightBox"),
        ("PRAGMA user_version = 0", "damaged"),
        ("CREATE TABLE guest (x)", "foreign tables"),
        ("CREATE TRIGGER t AFTER INSERT ON node BEGIN DELETE FROM page; END", "foreign tables"),
        ("DROP TABLE setting", "foreign tables"),
    ],
)
def test_another_database_is_refused_and_unchanged(
    tmp_path: Path, statement: str, sentence: str
) -> None:
    path = an_image(tmp_path / "vm.8box")
    content = altered(path, statement)

    with pytest.raises(Refused, match=sentence):
        Store.open(str(path))

    assert path.read_bytes() == content


def test_a_folder_a_missing_file_and_a_device_are_refused(tmp_path: Path) -> None:
    for path, sentence in (
        (tmp_path, "is a folder"),
        (tmp_path / "none.8box", "does not exist"),
        (Path(os.devnull), "not an ordinary file"),
    ):
        with pytest.raises(Refused, match=sentence):
            Store.open(str(path))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    path = an_image(tmp_path / "vm.8box")
    path.chmod(0)

    with pytest.raises(Refused, match="can't be read"):
        Store.open(str(path))


def test_every_truncated_image_is_refused_or_whole(tmp_path: Path) -> None:
    whole = an_image(tmp_path / "vm.8box").read_bytes()
    path = tmp_path / "cut.8box"
    for length in range(0, len(whole), 1013):
        path.write_bytes(whole[:length])

        with pytest.raises(Refused):
            Store.open(str(path))

        assert path.read_bytes() == whole[:length]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    wounds=st.lists(
        st.tuples(st.floats(0, 0.999), st.binary(min_size=1, max_size=16)), min_size=1, max_size=8
    )
)
def test_an_image_with_random_damage_is_read_or_refused_but_never_crashes(
    tmp_path: Path, wounds: list[tuple[float, bytes]]
) -> None:
    original = tmp_path / "vm.8box"
    if not original.exists():
        an_image(original)
    content = bytearray(original.read_bytes())
    for where, data in wounds:
        at = int(where * len(content))
        content[at : at + len(data)] = data
    path = tmp_path / "damaged.8box"
    path.write_bytes(content)

    sentence = ""
    try:
        with Store.open(str(path)) as store:
            snapshots = Snapshots(store)
            for node in snapshots.nodes():
                snapshots.load(node.id)
            snapshots.take(CAPTURE, "two", 11, b"")
    except Refused as refusal:
        sentence = str(refusal)
    finally:
        for rest in tmp_path.glob("damaged*"):
            rest.unlink()
    assert "in use" not in sentence, "a file that was refused is not let go of"


def test_a_file_that_was_refused_can_be_repaired_and_opened(tmp_path: Path) -> None:
    path = an_image(tmp_path / "vm.8box")
    whole = path.read_bytes()
    for at in range(100, 4096, 37):  # in the schema's page
        path.write_bytes(whole[:at] + b"\xff\xfe\x00" + whole[at + 3 :])
        with suppress(Refused):
            Store.open(str(path)).close()

        path.write_bytes(whole)
        Store.open(str(path)).close()


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with Store.open(str(an_image(tmp_path / "vm.8box"))) as store:
        with suppress(OverflowError), store.transaction():
            store.put_setting("half", 1)
            store.put_setting("other half", 1 << 80)

        assert store.setting("half", int, 0) == 0


def test_a_full_disk_refuses_and_keeps_what_was_there(tmp_path: Path) -> None:
    with Store.open(str(an_image(tmp_path / "vm.8box"))) as store:
        snapshots = Snapshots(store)
        (pages,) = store.database.execute("PRAGMA page_count").fetchone()
        store.database.execute(f"PRAGMA max_page_count = {pages}")
        big = {**CAPTURE, "devices": {"ram": {"data": os.urandom(1 << 20)}}}

        with pytest.raises(Refused, match="full"):
            snapshots.take(big, "too big", 11, b"")

        assert [node.name for node in snapshots.nodes()] == ["one"]
        assert snapshots.load(1) == CAPTURE
        assert snapshots.sweep() == 0


def test_a_process_killed_in_a_transaction_leaves_the_state_before_it(tmp_path: Path) -> None:
    path = an_image(tmp_path / "vm.8box")
    program = (
        "import os, signal, sys\n"
        "from machine.image.store import Store\n"
        "from machine.image.snapshots import Snapshots\n"
        "store = Store.open(sys.argv[1])\n"
        "store.database.execute('PRAGMA cache_size = 5')\n"  # dirty pages reach the file early
        "with store.transaction():\n"
        "    store.put_setting('board', 'other')\n"
        "    Snapshots(store)._pages.put(os.urandom(1 << 20))\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )

    ended = subprocess.run([sys.executable, "-c", program, str(path)], cwd=ROOT, check=False)

    assert ended.returncode == -9
    with Store.open(str(path)) as store:
        assert store.setting("board", str, "") == "any"
        assert Snapshots(store).load(1) == CAPTURE


def test_a_copy_of_an_open_image_is_an_image(tmp_path: Path) -> None:
    path = an_image(tmp_path / "vm.8box")

    with Store.open(str(path)) as store:
        store.set_setting("hz", 50)
        shutil.copyfile(path, tmp_path / "copy.8box")

    with Store.open(str(tmp_path / "copy.8box")) as copy:
        assert copy.setting("hz", int, 0) == 50


def test_the_schema_of_a_new_image_is_that_of_the_last_migration(tmp_path: Path) -> None:
    with Store.create(IN_MEMORY) as new, Store.open(str(an_image(tmp_path / "vm.8box"))) as opened:
        assert schema_of(new.database) == schema_of(opened.database)
