"""The file allocation table: entries of 12 bits, two in three bytes, low nibble first.

Source: MSX2 Technical Handbook, chapter 3, "FAT".
"""

from machine.core.errors import Refused
from machine.fat.layout import Layout
from machine.media.dsk import SECTOR_SIZE

FREE, BAD, LAST, END = 0, 0xFF7, 0xFF8, 0xFFF


class Table:
    """The FATs of an image, in place. Reads the first, writes all."""

    def __init__(self, image: bytearray, layout: Layout) -> None:
        self._image = image
        self._layout = layout
        self._starts = [
            (layout.reserved + copy * layout.fat) * SECTOR_SIZE for copy in range(layout.fats)
        ]

    def __getitem__(self, cluster: int) -> int:
        """What stands for a cluster: 0 free, FF7h bad, FF8h-FFFh last, else the next one."""
        assert 0 <= cluster <= self._layout.clusters + 1
        at = self._starts[0] + cluster * 3 // 2
        pair = int.from_bytes(self._image[at : at + 2], "little")
        return pair >> 4 if cluster & 1 else pair & 0xFFF

    def __setitem__(self, cluster: int, value: int) -> None:
        assert 0 <= cluster <= self._layout.clusters + 1 and 0 <= value <= 0xFFF
        for start in self._starts:
            at = start + cluster * 3 // 2
            pair = int.from_bytes(self._image[at : at + 2], "little")
            pair = pair & 0x000F | value << 4 if cluster & 1 else pair & 0xF000 | value
            self._image[at : at + 2] = pair.to_bytes(2, "little")

    def numbers(self) -> range:
        """The numbers of all clusters."""
        return range(2, self._layout.clusters + 2)

    def free(self) -> list[int]:
        """The free clusters, the first ones first."""
        return [cluster for cluster in self.numbers() if self[cluster] == FREE]

    def chain(self, first: int, name: str) -> list[int]:
        """The clusters of a file from its first on; none if that is 0.

        Refused if the chain is damaged: it runs in a circle or leaves the disk.
        """
        clusters: list[int] = []
        seen: set[int] = set()
        cluster = first
        while cluster < LAST and (clusters or first):
            if cluster in seen or cluster not in self.numbers():
                raise Refused(f"{name} is damaged: its clusters are no chain; check the disk.")
            clusters.append(cluster)
            seen.add(cluster)
            cluster = self[cluster]
        return clusters

    def link(self, clusters: list[int]) -> None:
        """Makes a chain of clusters."""
        for cluster, following in zip(clusters, [*clusters[1:], END], strict=False):
            self[cluster] = following

    def release(self, clusters: list[int]) -> None:
        """Gives clusters back."""
        for cluster in clusters:
            self[cluster] = FREE
