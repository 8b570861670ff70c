"""A beginning: due like any single day, under a period of its own; or not allowed before a day."""

from datetime import date

import pytest

from kehoach.model.deadlines.steps import NotBefore
from model.deadline_terms import RULES, terms_of


@pytest.mark.parametrize(
    ("inside", "opens", "last"),
    [
        # "khởi động trong tháng 3/2027": the month's last day; not open before it
        ({"within": "2027-03"}, "2027-03-01", "2027-03-31"),
        # "khởi công trước ngày 30/6/2026": the day before
        ({"before": "2026-06-30"}, "2021-06-01", "2026-06-29"),
        ({"by": "2026-06-30"}, "2021-06-01", "2026-06-30"),
        # 30 days from 01/7/2021, the first day not counted
        ({"after": "2021-07-01", "plus": "30 days"}, "2021-06-01", "2021-07-31"),
    ],
)
def test_a_beginning_is_due_as_the_rule_inside_says(
    inside: dict[str, str], opens: str, last: str
) -> None:
    (term,) = terms_of({"start": inside})
    assert term.beginning
    assert (term.period.name, term.state) == ("start", "dated")
    assert (str(term.start), str(term.nominal)) == (opens, last)


def test_not_before_a_day_is_open_from_it_and_due_by_none() -> None:
    (term,) = terms_of({"start": {"from": "2026-08-03", "time": "08:00"}})
    assert (term.beginning, term.period.name, term.state) == (True, "start", "open")
    assert (term.start, term.nominal) == (date(2026, 8, 3), None)
    assert term.steps == (NotBefore(date(2026, 8, 3), "08:00"),)


def test_what_is_set_inside_is_set_of_the_rule() -> None:
    (term,) = terms_of({"start": {"by": "2026-06-30", "time": "17:00", "roll": "none"}})
    assert (term.time, term.roll) == ("17:00", "none")


def test_a_start_and_an_end_are_two_terms() -> None:
    start, end = terms_of([{"start": {"within": "2026-Q1"}}, {"by": "2026-12-31"}])
    assert (start.period.name, str(start.nominal), start.beginning) == ("start", "2026-03-31", True)
    assert (end.period.name, str(end.nominal), end.beginning) == ("once", "2026-12-31", False)


def test_a_rule_yields_what_stands_beside_it_too() -> None:
    (rule,) = RULES.validate_python(
        {
            "by": "2026-06-30",
            "aim": {"by": "2026-06-15"},
            "check": {"event": "ky", "plus": "9 days"},
        }
    )
    assert list(rule.each()) == [rule, rule.aim, rule.check]
