"""Snapshots: take with one click, go back with one click."""

import time

from PyQt6.QtCore import QObject, pyqtSignal

from app.controllers.questions import Questions
from app.controllers.vm import VmController
from machine.worker.messages import (
    DeleteSnapshot,
    ListSnapshots,
    QuickLoad,
    QuickSave,
    RenameSnapshot,
    RestoreSnapshot,
    SnapshotInfo,
    Snapshots,
    TakeSnapshot,
)

LONGEST_NAME = 255  # characters that a request takes


class SnapshotController(QObject):
    """Keeps the list of a machine's snapshots as its file has it, oldest first."""

    listed = pyqtSignal(list)  # list[SnapshotInfo]
    taken = pyqtSignal(object)  # SnapshotInfo
    restored = pyqtSignal(object)  # SnapshotInfo

    def __init__(self, vm: VmController, ask: Questions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vm = vm
        self._ask = ask
        self.nodes: list[SnapshotInfo] = []
        vm.started.connect(self.refresh)

    def refresh(self) -> None:
        """Asks for the list; `listed` brings it."""

        def arrived(snapshots: Snapshots) -> None:
            self.nodes = list(snapshots.nodes)
            self.listed.emit(self.nodes)

        self._vm.request(ListSnapshots(), arrived)

    def take(self) -> None:
        """Takes a snapshot, named by its number."""
        count = sum(not node.quick for node in self.nodes) + 1
        names = {node.name for node in self.nodes}
        while f"Snapshot {count}" in names:
            count += 1
        request = TakeSnapshot(name=f"Snapshot {count}", created=int(time.time()))
        self._vm.request(request, self._took)

    def quick_save(self) -> None:
        """Saves into the one quick slot."""
        self._vm.request(QuickSave(created=int(time.time())), self._took)

    def quick_load(self) -> None:
        """Goes back to the quick slot."""
        self._vm.request(QuickLoad(), self.restored.emit)

    def restore(self, node: int) -> None:
        """Goes back to a snapshot."""
        self._vm.request(RestoreSnapshot(node=node), self.restored.emit)

    def restore_last(self) -> None:
        """Goes back to the newest snapshot."""
        if self.nodes:
            self.restore(max(self.nodes, key=lambda info: (info.created, info.node)).node)
        else:
            self._vm.refused.emit("There is no snapshot yet; take one first.")

    def rename(self, node: int) -> None:
        """Asks for another name."""
        present = next((info.name for info in self.nodes if info.node == node), "")
        name = self._ask.text("Rename the snapshot", "Name:", present)
        if name:
            request = RenameSnapshot(node=node, name=name[:LONGEST_NAME])
            self._vm.request(request, lambda _: self.refresh())

    def delete(self, node: int) -> None:
        """Deletes a snapshot after asking: this cannot be undone."""
        present = next((info.name for info in self.nodes if info.node == node), "")
        answer = self._ask.choice(
            "Delete the snapshot", f"Delete {present} for good?", ("Delete", "Keep")
        )
        if answer == "Delete":
            self._vm.request(DeleteSnapshot(node=node), lambda _: self.refresh())

    def _took(self, info: SnapshotInfo) -> None:
        self.taken.emit(info)
        self.refresh()
