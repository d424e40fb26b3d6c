"""Commands while the processor uses the video memory last as long as in openMSX.

A duration is a count of polls, 222 ticks each.
"""

import random
from collections.abc import Iterator

import pytest

from tests.conformance.vdp import accesses
from tests.support import openmsx

pytestmark = [
    pytest.mark.conformance,
    pytest.mark.skipif(bool(openmsx.missing()), reason=f"not installed: {openmsx.missing()}"),
]
CASES = 60
KINDS = {"block": accesses.BLOCK, "read": accesses.READ,
         "slow": accesses.SLOW, "nothing": accesses.NOTHING}  # fmt: skip


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    with openmsx.display() as name:
        yield name


def differences(screen: str, hz: int, cases: list[accesses.Case]) -> list[int]:
    """Polls that openMSX needs more than we do; the memories must be equal."""
    counts, memory = accesses.theirs(screen, hz, cases)
    own_counts, own_memory = accesses.ours(hz, cases)
    assert own_memory == memory
    return [count - own for count, own in zip(counts, own_counts, strict=True)]


def drawn(seed: int, display: str, kind: int) -> list[accesses.Case]:
    draw = random.Random(seed)
    cases: list[accesses.Case] = []
    while len(cases) < CASES:
        case = accesses.case(draw)
        if case.display == display and case.access == kind:
            cases.append(case)
    return cases


@pytest.mark.parametrize("hz", [50, 60])
@pytest.mark.parametrize("kind", ["block", "read", "slow", "nothing"])
@pytest.mark.parametrize("display", ["off", "sprites off", "sprites"])
def test_commands_last_exactly_as_long_as_in_openmsx(
    screen: str, display: str, kind: str, hz: int
) -> None:
    cases = drawn(hz, display, KINDS[kind])

    assert differences(screen, hz, cases) == [0] * CASES
