"""The words of troubles are data: what a type checker cannot see of them is seen here."""

from string import Formatter
from typing import get_args

import pytest

from kehoach.sheets.returned.returned_troubles import TroubleName, Troubles, troubles


def test_every_trouble_has_its_words_and_no_words_are_left_over() -> None:
    assert set(get_args(TroubleName)) == set(troubles())


@pytest.mark.parametrize("name", get_args(TroubleName))
def test_both_languages_are_filled_in_with_the_same_values(name: TroubleName) -> None:
    words, cure, _ = troubles()[name]
    for text in (words, cure):
        vi, en = ({field for _, field, _, _ in Formatter().parse(each) if field} for each in text)
        assert vi == en
        assert all(text)


def test_a_trouble_says_where_it_is_and_whether_it_hinders() -> None:
    found = Troubles("STC")
    found.put("no-day", "H12", value="31/02/2026")
    found.put("rows-gone", items="II.2 (2026)")
    day, gone = found
    assert (day.sheet, day.cell, day.doubt) == ("STC", "H12", False)
    assert "31/02/2026" in day.words.vi
    assert (gone.cell, gone.doubt) == ("", True)
