"""Words of the screen for the clipboard; the rest of the view needs a window (tests/app/views)."""

import pytest

from app.controllers.view import without_cursor


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ((" Ok", "█", "", "color"), " Ok\n\n\ncolor"),
        (("? 12█", ""), "? 12"),
        (("██", " █"), "██\n █"),
        ((), ""),
    ],
)
def test_text_is_copied_without_the_cursor(rows: tuple[str, ...], text: str) -> None:
    assert without_cursor(rows) == text
