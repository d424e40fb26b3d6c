"""Images that released versions wrote: each opens and gives what was put in, for ever.

`vN.8box` was written by the code of format N and is never written anew; what it holds is in
`written_by_version_1`, whose calls made it.
"""

import shutil
from pathlib import Path
from typing import Any

import pytest

from machine.image.migrations import VERSION
from machine.image.snapshots import Snapshots
from machine.image.store import IN_MEMORY, Store

FOLDER = Path(__file__).resolve().parents[2] / "data" / "8box"
GOLDEN = sorted(FOLDER.glob("v*.8box"))

PRESENT: dict[str, Any] = {
    "board": "any",
    "hz": 50,
    "tick": (1 << 61) - 1,
    "typing": b"",
    "devices": {
        "memory": {"due": 1 << 62, "data": bytes(range(256)) * 40, "bank": 3},
        "sound": {"due": -5, "level": -(1 << 62), "short": b"\0\1"},
    },
    "media": {
        "drive/ä": {"kind": "disk", "base": b"\xe5" * 9000, "overlay": {0: b"\1" * 512, 719: b""}},
        "slot": {"kind": "cartridge", "base": b"AB" + bytes(8190), "mapper": "plain"},
    },
    "shelf": {"0123 /a/b.dsk": {5: b"kept" * 128}},
}


def earlier(tick: int) -> dict[str, Any]:
    memory = {"due": 1 << 62, "data": bytes(range(256)) * 39 + bytes(256), "bank": 1}
    return {**PRESENT, "tick": tick, "devices": {**PRESENT["devices"], "memory": memory}}


def written_by_version_1(store: Store) -> None:
    snapshots = Snapshots(store)
    store.set_setting("board", "any")
    store.set_setting("hz", 50)
    store.set_setting("media", {"drive/ä": {"path": "/disks/ä.dsk", "mode": "vm"}})
    first = snapshots.take(earlier(10), "Erster ✓", 1_795_437_000, b"\x89PNG one")
    snapshots.take(earlier(20), "second", 1_795_437_100, b"\x89PNG two")
    snapshots.went_to(first.id)
    snapshots.take(earlier(30), "branch", 1_795_437_200, b"")
    snapshots.take(earlier(40), "", 1_795_437_300, b"quick", "quick")
    snapshots.take(PRESENT, "", 0, b"now", "current")


def contents(store: Store) -> dict[str, Any]:
    snapshots = Snapshots(store)
    nodes = [*snapshots.nodes(), snapshots.only("quick"), snapshots.only("current")]
    return {
        "board": store.setting("board", str, ""),
        "hz": store.setting("hz", int, 0),
        "media": store.setting("media", dict[str, Any], {}),
        "nodes": nodes,
        "captures": [snapshots.load(node.id) for node in nodes if node is not None],
    }


def test_there_is_an_image_of_every_version() -> None:
    assert [path.name for path in GOLDEN] == [f"v{n}.8box" for n in range(1, VERSION + 1)]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name)
def test_an_image_of_every_version_holds_what_was_put_in(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    shutil.copyfile(path, copy)

    with Store.open(str(copy)) as store, Store.create(IN_MEMORY) as expected:
        written_by_version_1(expected)

        assert contents(store) == contents(expected)
