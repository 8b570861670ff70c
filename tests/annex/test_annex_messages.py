"""What people are told is data: every name has its words in both languages, and no more."""

from string import Formatter
from typing import get_args

from kehoach.annex.annex_messages import MessageName, message, messages


def test_every_name_has_words_and_all_words_a_name() -> None:
    assert set(get_args(MessageName)) == set(messages())


def test_both_languages_are_filled_with_the_same_values() -> None:
    for words in messages().values():
        vi, en = ({name for _, name, _, _ in Formatter().parse(each) if name} for each in words)
        assert vi == en


def test_values_are_filled_in() -> None:
    assert message("row-hidden", row=7).en == "row 7 is hidden in the spreadsheet"
