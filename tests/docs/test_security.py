"""The threats of SECURITY.md: each names a test that is there, and both languages name the same."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("SECURITY.md", "SECURITY.vi.md")


def _cited(page: str) -> list[tuple[str, str]]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", text)


@pytest.mark.parametrize("page", PAGES)
def test_every_test_that_holds_a_threat_exists(page: str) -> None:
    cited = _cited(page)
    assert len(cited) > 20
    for file, name in cited:
        assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8"), (file, name)


def test_both_languages_name_the_same_threats() -> None:
    assert _cited(PAGES[0]) == _cited(PAGES[1])


@pytest.mark.parametrize("page", PAGES)
def test_every_row_of_a_threat_names_its_test(page: str) -> None:
    rows = [
        line
        for line in (ROOT / page).read_text(encoding="utf-8").splitlines()
        if line.startswith("|")
        and not line.startswith(("|---", "| what ", "| thử ", "| chứa ", "| điều "))
    ]
    assert [row for row in rows if "::test_" not in row] == []
