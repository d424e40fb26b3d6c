"""Bugs in compiled code that has no way to raise, made heard.

What the processor calls on its way has C types for a result; an exception in there goes to
`sys.unraisablehook`, with the name of the function, and the machine would go on as if nothing had
been. Whoever runs a machine does so within `heard()`.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class Unraised:
    """What was raised in vain; only the first bug, as the others may come of it."""

    def __init__(self) -> None:
        self.first: BaseException | None = None
        self._other_hook = sys.unraisablehook

    def note(self, unraisable: Any) -> None:
        """The hook. What fails in a destructor is no part of the machine."""
        if not isinstance(unraisable.object, str):
            self._other_hook(unraisable)
        elif self.first is None:
            self.first = unraisable.exc_value

    def check(self) -> None:
        """Raises what was noted."""
        if self.first is not None:
            raise self.first


@contextmanager
def heard() -> Iterator[Unraised]:
    """Notes bugs of compiled code; raises the first at the end, if nobody did before."""
    before = sys.unraisablehook
    unraised = Unraised()
    sys.unraisablehook = unraised.note
    try:
        yield unraised
        unraised.check()
    finally:
        sys.unraisablehook = before
