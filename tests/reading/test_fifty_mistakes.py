"""Fifty mistakes that officers make, and some more: told where they are, with what to type.

Somebody who did not build the program chose them and what must be offered; ``docs/en/quality.md`` shows
what is told of each.
"""

import pytest

from quality_page import COUNTED, Mistake, found, mistakes

MISTAKES = mistakes()


def test_there_are_fifty_and_some_more() -> None:
    assert len(MISTAKES) > COUNTED
    assert len({each.name for each in MISTAKES}) == len(MISTAKES)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda each: each.name)
def test_a_mistake_is_told_at_its_line_with_what_to_type(mistake: Mistake) -> None:
    told = found(mistake)
    assert mistake.told(told), [
        (each.line, each.finding.message("vi"), each.finding.hint("vi")) for each in told
    ]
