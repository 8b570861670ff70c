"""Fixtures of the tests of reading."""

import pytest

from kehoach.reading.folder import DataFolder
from reading.small_folders import HEAD, MINE, PLAN, MakeFolder, WritePlan


@pytest.fixture
def small(folder: MakeFolder, plan_text: WritePlan) -> MakeFolder:
    """Return a function that writes a folder with a small plan and one good report."""

    def make(files: dict[str, str | bytes] | None = None) -> DataFolder:
        return folder({"plan_07.yaml": plan_text(PLAN), f"{MINE}/good.yaml": HEAD} | (files or {}))

    return make
