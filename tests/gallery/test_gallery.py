"""The gallery: small broken files, each told by its code at its line and column, with its words marked.

The tables were written from the files alone, before anything was run; ``docs/en/errors.md`` shows them.
"""

import pytest

from errors_page import WITHOUT, Mistake, gallery
from kehoach.run.rulebook import all_rules

GALLERY = gallery()
LEAST = 120


def test_the_gallery_has_many_mistakes_and_none_twice() -> None:
    shown = {(each.file, each.text, each.code, each.at) for each in GALLERY}
    assert LEAST <= len(GALLERY) == len(shown)


def test_each_code_is_shown_or_a_reason_says_why_no_file_shows_it() -> None:
    shown = {each.code for each in GALLERY}
    assert shown | WITHOUT.keys() == {rule.code for rule in all_rules()}
    assert not shown & WITHOUT.keys()


@pytest.mark.parametrize(
    "mistake", GALLERY, ids=lambda each: f"{each.code}-{each.at.line}-{each.at.column}"
)
def test_a_mistake_is_told_at_its_place(mistake: Mistake) -> None:
    assert mistake.told(), [
        (each.finding.rule.code, each.line, each.column, each.excerpt) for each in mistake.found()
    ]
