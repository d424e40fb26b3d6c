"""BASIC as a whole: both boards come up to its prompt."""

import pytest

from tests.support.basic import started


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_switched_on_the_machine_comes_to_the_prompt(board: str) -> None:
    assert started(board).rows()[-1].strip() == "Ok"
