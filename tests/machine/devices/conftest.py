"""A floppy controller with its drives for the tests of both chips."""

import pytest

from tests.support.fdc_bench import Bench, numbered


def running(fast):
    made = Bench(fast)
    made.fdc.insert(0, numbered())
    made.motor()
    return made


@pytest.fixture(params=[False, True], ids=["real", "fast"])
def bench(request):
    """A disk turns in drive A; "fast" as the option of the controller has it."""
    return running(request.param)


@pytest.fixture
def real():
    """A disk turns in drive A, at the speed of a real drive."""
    return running(False)
