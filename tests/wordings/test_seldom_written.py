"""Rules that plans seldom have, in words, and one that has words in its own surroundings alone."""

import pytest
from pydantic import TypeAdapter

from kehoach.model.deadlines import Deadlines
from kehoach.model.deadlines.start import NotBeforeDay
from kehoach.model.deadlines.term import DeadlineRule
from kehoach.wordings import Unwordable, read, write

_RULES: TypeAdapter[tuple[DeadlineRule, ...]] = TypeAdapter(Deadlines)


@pytest.mark.parametrize(
    ("of", "words"),
    [
        ("this", "chậm nhất ngày cuối cùng của quý hằng quý"),
        ("next", "chậm nhất ngày cuối cùng của quý sau hằng quý"),
    ],
)
def test_the_last_day_of_a_quarter_is_worded(of: str, words: str) -> None:
    point = {"month": "last", "day": "last", "of": of}
    (rule,) = _RULES.validate_python({"every": "quarter", "by": point})
    assert write(rule, {}) == words
    assert read(words).rules == (rule,)


def test_what_is_open_from_a_day_on_is_worded_as_a_beginning_alone() -> None:
    with pytest.raises(Unwordable):
        write(NotBeforeDay.model_validate({"from": "2027-03"}), {})
