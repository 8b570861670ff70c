"""The pages name the oldest git that the program itself asks for."""

import re
from pathlib import Path

import pytest

from kehoach.reading.repositories.git import failed
from kehoach.words import Lang

ROOT = Path(__file__).resolve().parents[2]
WANTED = re.compile(r"[Gg]it (2\.\d+) (?:or later|or newer|trở lên)")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_pages_and_program_ask_for_the_same_git(lang: Lang) -> None:
    """2.31 brought ``--diff-merges=first-parent``, without which merges cannot be read."""
    page = (ROOT / "docs" / lang / "receipts.md").read_text(encoding="utf-8")
    said = failed("fatal: unrecognized argument: --diff-merges").text.to(lang)
    assert re.findall(r"2\.\d+", said) == ["2.31"]
    assert WANTED.findall(page) == ["2.31"]
