"""Commands while the processor uses the video memory last as long as in openMSX.

A duration is a count of polls, 210 ticks each.
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
BORDER = 3  # polls; without giving way it would be up to forty
SPACED = (accesses.READ, accesses.SLOW, accesses.NOTHING)


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


def drawn(seed: int, display: str, kinds: tuple[int, ...]) -> list[accesses.Case]:
    draw = random.Random(seed)
    cases: list[accesses.Case] = []
    while len(cases) < CASES:
        case = accesses.case(draw)
        if case.display == display and case.access in kinds:
            cases.append(case)
    return cases


@pytest.mark.parametrize("hz", [50, 60])
def test_commands_without_a_display_give_way_exactly_as_in_openmsx(screen: str, hz: int) -> None:
    cases = drawn(hz, "off", (accesses.BLOCK, *SPACED))

    assert differences(screen, hz, cases) == [0] * CASES


@pytest.mark.parametrize("hz", [50, 60])
def test_commands_beside_a_display_without_sprites_last_as_long(screen: str, hz: int) -> None:
    cases = drawn(hz, "sprites off", (accesses.BLOCK, *SPACED))

    assert all(abs(more) <= BORDER for more in differences(screen, hz, cases))


@pytest.mark.parametrize("hz", [50, 60])
def test_commands_give_way_to_spaced_accesses_beside_sprites(screen: str, hz: int) -> None:
    cases = drawn(hz, "sprites", (accesses.SLOW, accesses.NOTHING))

    assert all(abs(more) <= BORDER for more in differences(screen, hz, cases))


@pytest.mark.xfail(strict=True, reason="display and border change places some ticks apart")
def test_commands_across_the_border_last_exactly_as_long(screen: str) -> None:
    cases = drawn(50, "sprites off", SPACED)

    assert differences(screen, 50, cases) == [0] * CASES


@pytest.mark.xfail(strict=True, reason="accesses every 23 cycles cost less time here")
def test_commands_give_way_to_block_transfers_beside_sprites_as_in_openmsx(screen: str) -> None:
    cases = drawn(60, "sprites", (accesses.BLOCK,))

    assert differences(screen, 60, cases) == [0] * CASES
