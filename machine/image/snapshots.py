"""The snapshots in an image: whole machines, each a node with a record for every device.

A record is one MessagePack tree of plain data; bytes longer than INLINE lie in pages, and the tree
has an extension (type 1) in their place: size and first page, each 64 bits. The names of a
record's pages stand in one column, so a sweep reads no tree.

Beside the snapshots that people take there are two nodes of which there is one each at most:
"quick", the quick save, and "current", the present that was kept when the VM was closed.
"""

import struct
from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from machine.core.errors import Refused
from machine.image.pages import HASH_SIZE, PAGE_SIZE, Pages
from machine.image.query import rows
from machine.image.store import Store

Kind = Literal["snapshot", "quick", "current"]
Tree = Mapping[str, Any]

INLINE = 64  # bytes
LARGEST = 1 << 30  # bytes of all buffers of one snapshot
GROUPS = (
    "devices",
    "media",
    "shelf",
)  # parts of a capture of which each entry is a record of its own
_HEAD = "head"  # the setting that says from which node the present has come
_PAGED = struct.Struct("<QQ")
_PAGED_TYPE = 1


class Node(msgspec.Struct, frozen=True):
    """A snapshot without its contents. `created` is seconds since 1970, `thumbnail` a PNG."""

    id: int
    parent: int | None
    kind: Kind
    name: str
    created: int
    tick: int
    thumbnail: bytes


_COLUMNS = Node.__struct_fields__


class Snapshots:
    """The snapshots of an open image."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._database = store.database
        self._pages = Pages(store.database)

    def take(
        self, capture: Tree, name: str, created: int, thumbnail: bytes, kind: Kind = "snapshot"
    ) -> Node:
        """Keeps a captured machine; one of kind "quick" or "current" replaces the one before.

        `capture` is a tree of dicts, lists, integers, strings and bytes with "tick" in it. Refused,
        with nothing changed, if the file can't take it.
        """
        head = self._head()
        with self._store.transaction():
            if kind != "snapshot":
                self._drop("SELECT id FROM node WHERE kind = ?", kind)
            node = self._database.execute(
                "INSERT INTO node (parent, kind, name, created, tick, thumbnail)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (head, kind, name, created, capture["tick"], thumbnail),
            ).lastrowid
            for owner, tree in _records(capture):
                self._put_record(node, owner, tree)
            if kind == "snapshot":
                self._store.put_setting(_HEAD, node)
            else:
                self._pages.sweep()
        assert node is not None
        return self.node(node)

    def load(self, node: int) -> dict[str, Any]:
        """The captured machine of a node; Refused if there is none or it is damaged."""
        self.node(node)
        rest: dict[str, Any] = {}
        groups: dict[str, dict[str, Any]] = {group: {} for group in GROUPS}
        budget = _Budget(LARGEST)
        with self._store.transaction():
            query = "SELECT owner, data, pages FROM record WHERE node = ?"
            for owner, data, pages in rows(self._database, query, (node,)):
                group, _, name = owner.partition("/")
                tree = self._get_record(data, pages, budget)
                if not isinstance(tree, dict) or (owner and group not in groups):
                    raise Refused("This snapshot is damaged; restore another one.")
                if owner:
                    groups[group][name] = tree
                else:
                    rest = tree
        return rest | groups

    def went_to(self, node: int) -> None:
        """Says that the present goes on from a node: the parent of the next snapshot."""
        self._store.set_setting(_HEAD, node)

    def node(self, node: int) -> Node:
        """One node; Refused if there is none of that number."""
        found = self._nodes("WHERE id = ?", node)
        if not found:
            raise Refused("This snapshot does not exist any more; choose another one.")
        return found[0]

    def nodes(self) -> list[Node]:
        """The snapshots that people took, oldest first."""
        return self._nodes("WHERE kind = ? ORDER BY id", "snapshot")

    def only(self, kind: Kind) -> Node | None:
        """The one node of kind "quick" or "current", if it is there."""
        found = self._nodes("WHERE kind = ?", kind)
        return found[0] if found else None

    def rename(self, node: int, name: str) -> Node:
        """Gives a node another name."""
        self.node(node)
        with self._store.transaction():
            self._database.execute("UPDATE node SET name = ? WHERE id = ?", (name, node))
        return self.node(node)

    def delete(self, node: int) -> None:
        """Deletes one node and the pages that only it had; its children become its parent's."""
        parent = self.node(node).parent
        is_head = self._head() == node
        with self._store.transaction():
            if is_head:
                self._store.put_setting(_HEAD, parent or 0)
            self._drop("SELECT id FROM node WHERE id = ?", node)
            self._pages.sweep()

    def discard(self, kind: Kind) -> None:
        """Deletes the one node of kind "quick" or "current", if it is there."""
        found = self.only(kind)
        if found is not None:
            self.delete(found.id)

    def sweep(self) -> int:
        """Deletes unreachable pages; how many. None are left by the other calls."""
        with self._store.transaction():
            return self._pages.sweep()

    def _nodes(self, where: str, value: int | str) -> list[Node]:
        with self._store.transaction():
            query = f"SELECT {', '.join(_COLUMNS)} FROM node {where}"
            found = [
                dict(zip(_COLUMNS, row, strict=True))
                for row in rows(self._database, query, (value,))
            ]
        try:
            return msgspec.convert(found, list[Node])
        except msgspec.ValidationError as error:
            raise Refused(
                f"The list of snapshots in {self._store.title} is damaged; use another VM file."
            ) from error

    def _head(self) -> int | None:
        head = self._store.setting(_HEAD, int, 0)
        return head if self._nodes("WHERE id = ?", head) else None

    def _drop(self, which: str, value: int | str) -> None:
        for (node,) in rows(self._database, which, (value,)):
            self._database.execute(
                "UPDATE node SET parent = (SELECT parent FROM node WHERE id = ?1)"
                " WHERE parent = ?1",
                (node,),
            )
            self._database.execute("DELETE FROM node WHERE id = ?", (node,))

    def _put_record(self, node: int | None, owner: str, tree: Any) -> None:
        pages = bytearray()

        def paged(value: Any) -> Any:
            if isinstance(value, Mapping):
                return {key: paged(item) for key, item in value.items()}
            if isinstance(value, list | tuple):
                return [paged(item) for item in value]
            if isinstance(value, bytes) and len(value) > INLINE:
                place = _PAGED.pack(len(value), len(pages) // HASH_SIZE)
                pages.extend(self._pages.put(value))
                return msgspec.msgpack.Ext(_PAGED_TYPE, place)
            return value

        data = msgspec.msgpack.encode(paged(tree))
        self._database.execute(
            "INSERT INTO record (node, owner, data, pages) VALUES (?, ?, ?, ?)",
            (node, owner, data, bytes(pages)),
        )

    def _get_record(self, data: bytes, pages: bytes, budget: "_Budget") -> Any:
        def unpaged(code: int, place: memoryview) -> bytes:
            if code != _PAGED_TYPE or len(place) != _PAGED.size:
                raise ValueError("an unknown extension")
            size, first = _PAGED.unpack(place)
            budget.spend(size)
            count = -(-size // PAGE_SIZE)
            at = first * HASH_SIZE
            return self._pages.get(pages[at : at + count * HASH_SIZE], size)

        try:
            return msgspec.msgpack.decode(data, ext_hook=unpaged)
        except (msgspec.DecodeError, ValueError, RecursionError, TypeError) as error:
            raise Refused(f"This snapshot is damaged ({error}); restore another one.") from error


class _Budget:
    """Bytes that one snapshot may still unpack to: a small file must not fill the memory."""

    def __init__(self, left: int) -> None:
        self._left = left

    def spend(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise Refused("This snapshot is damaged (it is far too large); restore another one.")


def _records(capture: Tree) -> list[tuple[str, Any]]:
    """A capture as owner and tree: the entries of GROUPS, and under "" all the rest."""
    records: list[tuple[str, Any]] = [
        ("", {key: value for key, value in capture.items() if key not in GROUPS})
    ]
    for group in GROUPS:
        records += [(f"{group}/{name}", tree) for name, tree in capture.get(group, {}).items()]
    return records
