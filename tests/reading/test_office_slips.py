"""Slips of the office in its own files: each is told at its place, with the exact text to type."""

import pytest

from errors_page import Mistake, gallery
from kehoach.reading.value_rules import BAD_VALUE_UNGUESSED
from kehoach.words import LANGUAGES

SLIPS = [each for each in gallery() if each.cure]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: ascii(slip.text.partition("\n")[2])[:60])
def test_a_slip_of_the_office_is_told_with_what_to_type(slip: Mistake) -> None:
    told = slip.told()
    assert told, slip.found()
    assert told.finding.rule is not BAD_VALUE_UNGUESSED  # what may stand there is no answer
    for lang in LANGUAGES:
        assert slip.cure in told.finding.hint(lang)
