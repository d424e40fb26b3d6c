"""Pages that are made from sources are what the sources give, and say what they must."""

import re

import pytest

from scripts import basic_keywords, device_pages, pages, protocol_page

DEVICE_PAGES = {path.stem: text for path, text in device_pages.make().items()}
DEVICE_PAGES.pop("README")


@pytest.mark.parametrize(
    "maker", [device_pages, protocol_page, basic_keywords], ids=lambda maker: maker.__name__
)
def test_pages_are_those_that_the_sources_give(maker):
    again = f"python -m {maker.__name__} makes them anew"

    assert pages.stale(maker.make()) == [], again


@pytest.mark.parametrize("kind", sorted(DEVICE_PAGES))
def test_header_of_a_device_tells_its_inaccuracies_and_its_sources(kind):
    titles = re.findall(r"^## (.*)$", DEVICE_PAGES[kind], re.MULTILINE)

    assert {"Inaccuracies", "Sources", "Record"} <= set(titles)
