import os
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from machine.core.errors import Refused
from machine.image.pages import PAGE_SIZE
from machine.image.snapshots import Node, Snapshots
from machine.image.store import IN_MEMORY, Store

NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
BYTES = st.one_of(
    st.binary(max_size=200),
    st.builds(
        lambda seed, size: (seed * (size // len(seed) + 1))[:size],
        st.binary(min_size=1, max_size=8),
        st.integers(0, 3 * PAGE_SIZE + 5),
    ),
)
VALUES = st.one_of(st.integers(-(1 << 63), (1 << 64) - 1), BYTES)
MEDIA = st.dictionaries(
    NAMES,
    st.one_of(VALUES, NAMES, st.dictionaries(st.integers(0, 2000), BYTES, max_size=4)),
    max_size=4,
)
CAPTURES = st.fixed_dictionaries(
    {
        "board": NAMES,
        "tick": st.integers(0, 1 << 62),
        "devices": st.dictionaries(
            NAMES.filter(bool), st.dictionaries(NAMES, VALUES, max_size=4), max_size=4
        ),
        "media": st.dictionaries(NAMES.filter(bool), MEDIA, max_size=3),
        "shelf": st.dictionaries(
            NAMES.filter(bool), st.dictionaries(st.integers(0, 2000), BYTES, max_size=3), max_size=2
        ),
    }
)


def a_capture(tick: int, memory: bytes = b"") -> dict[str, Any]:
    return {"tick": tick, "devices": {"ram": {"data": memory}}, "media": {}, "shelf": {}}


@given(CAPTURES)
@settings(max_examples=60)
def test_what_was_taken_is_loaded(capture: dict[str, Any]) -> None:
    with Store.create(IN_MEMORY) as store:
        snapshots = Snapshots(store)

        node = snapshots.take(capture, "name", 5, b"png")

        assert snapshots.load(node.id) == capture
        assert node == Node(node.id, None, "snapshot", "name", 5, capture["tick"], b"png")


def test_equal_pages_are_stored_once() -> None:
    memory = os.urandom(64 * PAGE_SIZE)
    with Store.create(IN_MEMORY) as store:
        snapshots = Snapshots(store)
        snapshots.take(a_capture(1, memory), "one", 0, b"")

        snapshots.take(a_capture(2, b"new!" + memory[4:]), "two", 0, b"")

        (pages,) = store.database.execute("SELECT count(*) FROM page").fetchone()
        assert pages == 65


def test_each_snapshot_is_the_child_of_the_one_the_present_came_from() -> None:
    with Store.create(IN_MEMORY) as store:
        snapshots = Snapshots(store)
        one = snapshots.take(a_capture(1), "one", 0, b"")
        two = snapshots.take(a_capture(2), "two", 0, b"")

        snapshots.went_to(one.id)
        three = snapshots.take(a_capture(3), "three", 0, b"")

        assert (one.parent, two.parent, three.parent) == (None, one.id, one.id)


def test_the_children_of_a_deleted_node_go_to_its_parent() -> None:
    with Store.create(IN_MEMORY) as store:
        snapshots = Snapshots(store)
        one, two, three = (snapshots.take(a_capture(n), str(n), 0, b"") for n in (1, 2, 3))

        snapshots.delete(two.id)

        assert snapshots.node(three.id).parent == one.id
        snapshots.delete(three.id)
        assert snapshots.take(a_capture(4), "4", 0, b"").parent == one.id


def test_quick_and_current_are_there_once_and_in_no_list() -> None:
    with Store.create(IN_MEMORY) as store:
        snapshots = Snapshots(store)
        for tick in (1, 2):
            snapshots.take(a_capture(tick, bytes([tick]) * 5000), "", 0, b"", "quick")
            snapshots.take(a_capture(tick + 10), "", 0, b"", "current")

        quick, current = snapshots.only("quick"), snapshots.only("current")

        assert quick is not None
        assert current is not None
        assert (quick.tick, current.tick) == (2, 12)
        assert snapshots.nodes() == []
        assert snapshots.load(quick.id)["devices"]["ram"]["data"] == b"\2" * 5000
        snapshots.discard("quick")
        assert snapshots.only("quick") is None
        assert snapshots.sweep() == 0


def test_a_node_that_is_not_there_is_refused() -> None:
    with Store.create(IN_MEMORY) as store:
        snapshots = Snapshots(store)
        for call in (snapshots.load, snapshots.delete, snapshots.node):
            with pytest.raises(Refused, match="does not exist"):
                call(7)
        with pytest.raises(Refused, match="does not exist"):
            snapshots.rename(7, "seven")


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM page",
        "UPDATE page SET data = x'00'",
        # A Zstandard frame that says it holds 2^40 bytes: nothing may be allocated for it.
        "UPDATE page SET data = x'28b52ffde000000000000100000100000000'",
        "UPDATE record SET pages = x''",
        "UPDATE record SET data = x'c1'",
        "UPDATE record SET data = x'd80000000000000000ffffffffffffffff00'",
        "UPDATE record SET data = x'dd7fffffff'",
        "UPDATE record SET data = x'01' WHERE owner = ''",
        "UPDATE record SET owner = 'strange/' || owner",
    ],
)
def test_a_damaged_snapshot_is_refused(damage: str) -> None:
    with Store.create(IN_MEMORY) as store:
        snapshots = Snapshots(store)
        node = snapshots.take(a_capture(1, os.urandom(PAGE_SIZE)), "one", 0, b"")
        store.database.execute(damage)

        with pytest.raises(Refused):
            snapshots.load(node.id)


def test_a_small_record_that_unpacks_to_far_too_much_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("machine.image.snapshots.LARGEST", 4 << 20)
    with Store.create(IN_MEMORY) as store:
        snapshots = Snapshots(store)
        node = snapshots.take(a_capture(1, bytes(1 << 20)), "one", 0, b"")
        ((name, data),) = store.database.execute(
            "SELECT owner, data FROM record WHERE owner = 'devices/ram'"
        ).fetchall()
        assert snapshots.load(node.id)["devices"]["ram"]["data"] == bytes(1 << 20)
        buffer = data[data.index(b"\xd8") :]
        bomb = b"\xdc" + (5).to_bytes(2) + buffer * 5  # a list of five times the same buffer
        store.database.execute("UPDATE record SET data = ? WHERE owner = ?", (bomb, name))

        with pytest.raises(Refused, match="far too large"):
            snapshots.load(node.id)


class SnapshotTree(RuleBasedStateMachine):
    """Any order of calls on one image, beside a dictionary of what must be there."""

    def __init__(self) -> None:
        super().__init__()
        self.store = Store.create(IN_MEMORY)
        self.snapshots = Snapshots(self.store)
        self.taken: dict[int, dict[str, Any]] = {}
        self.quick: dict[str, Any] | None = None

    def some_node(self, data: st.DataObject) -> int:
        return data.draw(st.sampled_from(sorted(self.taken)))

    @rule(capture=CAPTURES)
    def take(self, capture: dict[str, Any]) -> None:
        self.taken[self.snapshots.take(capture, "node", 0, b"").id] = capture

    @rule(capture=CAPTURES)
    def quick_save(self, capture: dict[str, Any]) -> None:
        self.snapshots.take(capture, "", 0, b"", "quick")
        self.quick = capture

    @precondition(lambda self: self.taken)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        node = self.some_node(data)
        self.snapshots.delete(node)
        del self.taken[node]

    @precondition(lambda self: self.taken)
    @rule(data=st.data(), name=NAMES)
    def rename(self, data: st.DataObject, name: str) -> None:
        assert self.snapshots.rename(self.some_node(data), name).name == name

    @precondition(lambda self: self.taken)
    @rule(data=st.data())
    def go_to(self, data: st.DataObject) -> None:
        self.snapshots.went_to(self.some_node(data))

    @invariant()
    def every_snapshot_is_what_was_taken(self) -> None:
        assert [node.id for node in self.snapshots.nodes()] == sorted(self.taken)
        for node, capture in self.taken.items():
            assert self.snapshots.load(node) == capture
        quick = self.snapshots.only("quick")
        assert (self.snapshots.load(quick.id) if quick else None) == self.quick

    @invariant()
    def parents_exist_and_no_page_is_an_orphan(self) -> None:
        known = {None, *self.taken}
        assert {node.parent for node in self.snapshots.nodes()} <= known
        assert self.snapshots.sweep() == 0

    def teardown(self) -> None:
        self.store.close()


TestSnapshotTree = SnapshotTree.TestCase
TestSnapshotTree.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
