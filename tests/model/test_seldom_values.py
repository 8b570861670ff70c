"""Values at the ends of what a plan may say, and keys that no rule has beside each other."""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from kehoach.calendar import vietnam
from kehoach.model.deadlines import Deadlines, Frame
from kehoach.model.deadlines.recurring import Recurrence
from kehoach.model.deadlines.steps import NoDateSet
from kehoach.model.deadlines.term import DeadlineRule
from kehoach.periods import Span

_DAY = date(2026, 1, 1)


@pytest.mark.parametrize(
    "rule",
    [
        {"within": "9999"}, {"within": "9999-Q4"}, {"within": "9999-W52"}, {"by": "9999-12-31"},
        {"within": "0001"},
        {"event": "hop", "when": ["khac"], "plus": "5 days"},
        {"event": "hop", "when": "khac", "minus": "5 days"},
    ],
)  # fmt: skip
def test_what_no_calendar_reaches_or_no_rule_has_is_refused(rule: dict[str, object]) -> None:
    """As a mistake of the file, not as an error of the program."""
    with pytest.raises(ValidationError):
        TypeAdapter(Deadlines).validate_python([rule])


def test_a_kind_that_does_not_say_its_terms_is_an_error_at_once() -> None:
    with pytest.raises(TypeError):
        Recurrence.model_validate({"every": "year"})
    frame = Frame(Span(_DAY, date(2026, 1, 2)), "exclusive", vietnam(), {}, {}, (), {})
    with pytest.raises(NotImplementedError):
        DeadlineRule.model_validate({}).terms(frame)


def test_what_is_met_and_has_no_day_says_so() -> None:
    assert NoDateSet().said().vi == "đủ điều kiện; văn bản không ấn định ngày"
