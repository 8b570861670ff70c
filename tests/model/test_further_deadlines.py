"""Deadlines of other plans than ours: from a named day, at one session, the first half-year.

Days counted by hand from the calendar and Civil Code 2015, Art. 146 to 148.
"""

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter

from kehoach.calendar import vietnam
from kehoach.model.deadlines import Deadlines, Frame, Term
from kehoach.model.deadlines.counted_steps import CountedFrom
from kehoach.model.deadlines.steps import SessionAssumed
from kehoach.periods import ONCE, parse_span

RULES: TypeAdapter[Any] = TypeAdapter(Deadlines)


def terms(rule: dict[str, Any], **known: Any) -> list[Term]:
    """Return the terms of a rule in a plan of 2026 and 2027."""
    frame = Frame(
        parse_span("2026..2027"), known.get("before", "exclusive"), vietnam(),
        known.get("events", {}), known.get("sessions", {}), (), {},
    )  # fmt: skip
    return [term for each in RULES.validate_python(rule) for term in each.terms(frame)]


@pytest.mark.parametrize(
    ("after", "plus", "last"),
    [
        ("2026-07-01", "30 days", "2026-07-31"),
        ("2026-01-31", "1 month", "2026-02-28"),  # Art. 148.3: the month's last day
        ("2026-07-01", "2 weeks", "2026-07-15"),  # Art. 148.2: the same weekday
        # 28, 29 April, then 30/4, 1/5 and the weekend off: 4, 5, 6 May.
        ("2026-04-27", "5 working days", "2026-05-06"),
    ],
)
def test_counted_from_a_named_day(after: str, plus: str, last: str) -> None:
    """The first day is not counted (Art. 147.2); what it was counted from is told."""
    (term,) = terms({"after": after, "plus": plus})
    assert (term.period.name, str(term.nominal)) == (ONCE, last)
    (step,) = term.steps
    assert isinstance(step, CountedFrom)
    assert step.start == date.fromisoformat(after)


def test_one_session_is_assumed_by_the_end_of_its_month() -> None:
    (term,) = terms({"session": "2026-05"})
    assert (term.period.name, str(term.nominal), term.assumed) == (ONCE, "2026-05-31", True)
    assert [type(step) for step in term.steps] == [SessionAssumed]


def test_one_session_recorded_is_due_on_its_day_and_never_rolls() -> None:
    """16/5/2026 is a Saturday: the session was held on it all the same."""
    (term,) = terms({"session": "2026-05"}, sessions={ONCE: date(2026, 5, 16)})
    assert (str(term.nominal), term.assumed, term.roll) == ("2026-05-16", False, "none")


def test_the_first_half_of_each_year() -> None:
    """A half-yearly report beside a yearly one: the year's own report stands for the second."""
    found = terms({"every": "first-half", "before": "06-15"})
    assert [(each.period.name, str(each.nominal)) for each in found] == [
        ("2026-H1", "2026-06-14"),
        ("2027-H1", "2027-06-14"),
    ]
    assert [str(each.nominal) for each in terms({"every": "first-half"})] == [
        "2026-06-30",
        "2027-06-30",
    ]


@pytest.mark.parametrize(
    ("before", "policy", "last"),
    [
        ("2026-10", "exclusive", "2026-09-30"),
        ("2026-10-15", "exclusive", "2026-10-14"),
        ("2026-10-15", "inclusive", "2026-10-15"),
    ],
)
def test_before_a_day_once_something_has_happened(before: str, policy: str, last: str) -> None:
    """“Trước tháng 10/2026 (sau khi …)”: waiting, then due as the policy reads "trước"."""
    rule = {"when": ["ban-hanh"], "before": before}
    (waiting,) = terms(rule)
    assert (waiting.state, waiting.nominal) == ("waiting", None)
    (due,) = terms(rule, before=policy, events={"ban-hanh": date(2026, 6, 1)})
    assert (due.state, str(due.nominal)) == ("dated", last)
