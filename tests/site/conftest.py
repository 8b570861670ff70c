"""Fixtures of the tests of the site."""

from collections.abc import Mapping
from datetime import date

import pytest

from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, answer
from pages_read import DATA, Seen, read, site


@pytest.fixture(scope="module")
def december() -> Run:
    return answer(DataFolder(DATA), "data/", Question(date(2021, 12, 15), git=False))


@pytest.fixture(scope="module")
def pages(december: Run) -> dict[str, str]:
    return site(december, "vi")


@pytest.fixture(scope="module")
def seen(pages: Mapping[str, str]) -> dict[str, Seen]:
    return {name: read(page) for name, page in pages.items()}
