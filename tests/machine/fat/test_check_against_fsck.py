"""Any damage is refused or mended to what fsck.fat finds whole, and nothing goes without a word."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from machine.core.errors import Refused
from machine.fat import Volume
from machine.fat.check import faults, repaired
from tests.support.fat_damage import damaged, filled
from tests.support.fat_tools import judged, needs_fsck

CAMPAIGN = 5000
MOST_REFUSED = CAMPAIGN // 50  # disks whose two FATs are gone
OF_THE_WHOLE_DISK = ("the two FATs differ", "the boot sector describes another disk than this")


def readable(image: bytes) -> dict[str, bytes]:
    """The files that can be read, whatever happened to others."""
    found: dict[str, bytes] = {}
    volume = Volume(image)
    waiting, seen = [""], set()
    while waiting:
        try:
            for entry in volume.entries(waiting.pop()):
                if not entry.is_folder:
                    found[entry.path] = volume.contents(entry)
                elif entry.cluster not in seen:
                    seen.add(entry.cluster)
                    waiting.append(entry.path)
        except Refused:
            continue
    return found


def parts(path: str) -> list[str]:
    """The file and the folders that it is in."""
    names = path.split("/")
    return ["/".join(names[: count + 1]) for count in range(len(names))] + ["the root"]


def fate(lot: Random, folder: Path) -> str:
    """Fills, damages and repairs a disk: "refused", "" if all is well, else what is not."""
    volume = filled(lot)
    kinds = damaged(volume, lot)
    image = bytes(volume.image)
    try:
        mended = repaired(image)
    except Refused:
        return "refused"
    said = [fault.text for fault in faults(image)]
    wrong = [fault.text for fault in faults(mended)] + judged(mended, folder)
    if not any(text in OF_THE_WHOLE_DISK for text in said):
        after = readable(mended)
        wrong += [
            f"{path} changed without a word"
            for path, data in readable(image).items()
            if after.get(path) != data
            and not any(text.startswith(f"{part}:") for part in parts(path) for text in said)
        ]
    return f"{kinds}: {wrong}" if wrong else ""


@needs_fsck
@settings(max_examples=60, deadline=None)
@given(lot=st.randoms(use_true_random=False))
def test_what_is_mended_passes_fsck(lot, tmp_path_factory):
    assert fate(lot, tmp_path_factory.getbasetemp()) in ("", "refused")


@needs_fsck
@pytest.mark.slow
def test_thousands_of_damaged_disks_pass_fsck_when_mended(tmp_path):
    fates = {seed: fate(Random(seed), tmp_path) for seed in range(CAMPAIGN)}

    assert {seed: one for seed, one in fates.items() if one not in ("", "refused")} == {}
    assert sum(one == "refused" for one in fates.values()) < MOST_REFUSED
