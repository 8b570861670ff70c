"""Deadlines through a plan: rolled, and what is known; and mistakes in them."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from builders import D, a_plan, an_item, some_decisions
from kehoach.model.decisions import NO_DECISIONS, Decisions
from kehoach.periods import Period, PeriodName, Span
from kehoach.verdicts.obligations import demands
from model.deadline_terms import RULES, VIETNAM, frame_of, terms_of

# ── Through a plan: rolling, and what is known ────────────────────────────────────────────────────


def _due(
    rule: Any, known: Decisions = NO_DECISIONS, **policy: str
) -> list[tuple[str, str | None, str | None]]:
    """Return period, nominal and due day of everything a plan with this item asks for."""
    plan = a_plan(an_item(deadline=rule), first="2021-06-01", **{"roll": "next", **policy})
    return [
        (each.period, str(each.term.nominal or "") or None, str(each.due or "") or None)
        for each in demands(plan, known, VIETNAM)
    ]


@pytest.mark.parametrize(
    ("rule", "exclusive_next", "exclusive_previous", "inclusive_none", "inclusive_next"),
    [
        ({"before": "2021-06-30"}, ["2021-06-29"], ["2021-06-29"], ["2021-06-30"], ["2021-06-30"]),
        (
            {"every": "year", "before": "12-02"},
            ["2021-12-01", "2022-12-01", "2023-12-01", "2024-12-02", "2025-12-01", "2026-12-01"],
            ["2021-12-01", "2022-12-01", "2023-12-01", "2024-11-29", "2025-12-01", "2026-12-01"],
            ["2021-12-02", "2022-12-02", "2023-12-02", "2024-12-02", "2025-12-02", "2026-12-02"],
            ["2021-12-02", "2022-12-02", "2023-12-04", "2024-12-02", "2025-12-02", "2026-12-02"],
        ),
    ],
)
def test_the_dates_of_this_plan_under_each_policy(
    rule: Any,
    exclusive_next: list[str],
    exclusive_previous: list[str],
    inclusive_none: list[str],
    inclusive_next: list[str],
) -> None:
    """Sections III.1.a and III.1.c; 2024-12-01 is a Sunday, 2023-12-02 a Saturday (domain.md)."""
    policies = [("exclusive", "next"), ("exclusive", "previous"), ("inclusive", "none"),
                ("inclusive", "next")]  # fmt: skip
    found = [[due for *_, due in _due(rule, before=b, roll=r)] for b, r in policies]
    assert found == [exclusive_next, exclusive_previous, inclusive_none, inclusive_next]


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        ({"within": "2021-07"}, ["2021-08-02"]),
        ({"within": "2021-09"}, ["2021-09-30"]),
        ({"within": "2021"}, ["2021-12-31"]),
        ({"every": "year", "until": "2023"}, ["2021-12-31", "2023-01-03", "2024-01-02"]),
        ({"within": "2024"}, ["2024-12-31"]),
        ({"within": "2026"}, ["2026-12-31"]),
        ({"within": "2021-07", "roll": "none"}, ["2021-07-31"]),
        ({"within": "2021-07", "roll": "previous"}, ["2021-07-30"]),
    ],
)
def test_other_dates_of_this_plan(rule: Any, due: list[str]) -> None:
    """Art. 148.5 over the plan's own deadlines; a deadline's own ``roll`` beats the plan's."""
    assert [day for *_, day in _due(rule)] == due


def test_what_is_recorded_reaches_the_deadline() -> None:
    """Events, sessions and requests of decisions.yaml, each for its own item."""
    known = some_decisions(
        events=[{"id": "het-dich", "date": "2022-01-10"}],
        sessions=[
            {"item": "1", "period": "2021", "date": "2021-12-18"},
            {"item": "2", "period": "2022", "date": "2022-12-08"},
        ],
        requests=[{"item": "1", "due": "2021-10-05"}, {"item": "2", "due": "2021-11-05"}],
    )
    assert _due({"event": "het-dich", "plus": "1 month"}, known) == [
        ("once", "2022-02-10", "2022-02-10")
    ]
    session = {"every": "year", "session": "12", "until": "2022"}
    assert _due(session, known) == [
        ("2021", "2021-12-18", "2021-12-18"), ("2022", "2022-12-31", "2023-01-03"),
    ]  # fmt: skip
    assert _due({"on_request": "true"}, known) == [("2021-10-05", "2021-10-05", "2021-10-05")]


def test_continuous_work_follows_the_report_that_covers_it() -> None:
    """The policy names the report; its due day (rolled) is the day at which groups are resolved."""
    plan = a_plan(
        an_item("bao-cao", {"every": "year", "before": "12-02"}, "report"),
        an_item("viec", {"continuous": "true"}),
        first="2023-01-01",
        last="2024-12-31",
        reporting="bao-cao",
        roll="next",
    )
    found = [each for each in demands(plan, NO_DECISIONS, VIETNAM) if each.item.id == "viec"]
    assert [(each.period, each.due, str(each.resolved)) for each in found] == [
        ("2023", None, "2023-12-01"), ("2024", None, "2024-12-02"),
    ]  # fmt: skip


def test_a_report_period_is_half_open() -> None:
    """A term's period is a span of days, so that what lies in it can be asked of any day."""
    (term,) = terms_of({"every": "year"}, frame_of("2024"))
    assert term.period == Period(PeriodName("2024"), Span(D("2024-01-01"), D("2025-01-01")))


# ── Mistakes in a deadline ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("rule", "expected", "place"),
    [
        ({"within": "2021-13"}, "span", "within"),
        ({"within": "9999-12-31"}, "span", "within"),
        ({"by": "30/6/2021"}, "span", "by"),
        ({"before": "2021-02-30"}, "span", "before"),
        ({"every": "yearly"}, "rhythm", "every"),
        ({"every": "0 years"}, "rhythm", "every"),
        ({"every": "year", "before": "13-40"}, "month_day", "date"),
        ({"every": "year", "before": "02-30"}, "month_day", "date"),
        ({"every": "year", "before": "12-02", "by": "12-01"}, "one_day", "every"),
        ({"every": "year", "by": "12-02", "plus": "3 days"}, "one_day", "every"),
        ({"every": "quarter", "by": {"month": "4"}}, "month_in", "every"),
        ({"every": "quarter", "before": {"month": "4"}}, "month_in", "every"),
        ({"every": "quarter", "by": {"month": "13"}}, "month_in", "month"),
        ({"every": "quarter", "by": {"day": "0"}}, "day_in", "day"),
        ({"every": "quarter", "by": {"day": "99"}}, "day_in", "day"),
        ({"every": "year", "by": ["05-30", "10-31"]}, "points", "every"),
        ({"every": "half-year", "by": ["03-30", "05-30", "10-31"]}, "points", "every"),
        ({"every": "year", "before": ["05-30", "10-31"]}, "points", "every"),
        ({"every": "year", "by": []}, "points", "every"),
        ({"every": "month", "by": {"weekday": "thursday"}}, "weekday", "every"),
        ({"every": "week", "by": {"day": "5"}}, "weekday", "every"),
        ({"every": "year", "time": "25:00"}, "time", "time"),
        ({"every": "year", "time": "1020"}, "time", "time"),
        ({"event": "su-kien", "plus": "5 ngày"}, "length", "plus"),
        ({"every": "month", "by": {"weekday": "monday"}}, "weekday", "every"),
        ({"every": "month", "by": {"nth": "first"}}, "weekday", "every"),
        ({"every": "month", "by": {"weekday": "monday", "nth": "2", "day": "3"}}, "weekday", "every"),
        ({"every": "week", "by": {"weekday": "monday", "nth": "first"}}, "weekday", "every"),
        ({"every": "day", "by": {"weekday": "monday", "nth": "first"}}, "weekday", "every"),
        ({"every": "month", "by": {"weekday": "monday", "nth": "5"}}, "nth", "nth"),
        ({"event": "su-kien", "plus": "0 months"}, "length", "plus"),
        ({"event": "su-kien", "plus": "6 months 1 year"}, "length", "plus"),
        ({"event": "su-kien", "plus": "1 month 2 months"}, "length", "plus"),
        ({"event": "su-kien", "plus": "1 month 5 working days"}, "length", "plus"),
        ({"after": "2025-01-01", "plus": "201 years 1 month"}, "length", "plus"),
        ({"before": "2025-06", "minus": "1 month"}, "day", "before"),
        ({"event": "su-kien", "plus": "1 day 3 hours"}, "length", "plus"),
        ({"event": "su-kien", "plus": "48 hours", "time": "17:00"}, "clock", "event"),
        ({"every": "2 working days"}, "rhythm", "every"),
        ({"every": "working day", "by": "12-02"}, "of_day", "every"),
        ({"every": "working day", "by": {"day": "5"}}, "of_day", "every"),
        ({"every": "month", "starting": "09-01"}, "starting", "every"),
        ({"every": "2 years", "starting": "09-01"}, "starting", "every"),
        ({"every": "year", "starting": "13-01"}, "month_day", "starting"),
        ({"by": "2026-06-30", "aim": {"continuous": "true"}}, "beside", "by"),
        ({"by": "2026-06-30", "aim": {"by": "2026-06-01", "agencies": "cap-xa"}}, "beside", "by"),
        ({"by": "2026-06-30", "check": {"by": "2026-06-30", "aim": {"by": "2026-06-01"}}}, "beside", "by"),
        ({"by": "2026-06-30", "aim": "2026-06-01"}, "deadline", "aim"),
        ({"every": "year", "by": "12-15", "aim": {"by": "2026-12-01"}}, "beside", "every"),
        ({"every": "year", "check": {"every": "year", "starting": "09-01"}}, "beside", "every"),
        ({"not_set": "theo lộ trình", "aim": {"by": "2026-06-01"}}, "beside", "not_set"),
        ({"start": {"from": "2026-03", "aim": {"by": "2026-03-01"}}}, "beside", "from"),
        ({"by": "2026-06-30", "agencies": ["Cấp xã"]}, "id", 0),
        ({"by": "2026-06-30", "agencies": []}, "bodies", "agencies"),
        ({"event": "su-kien", "plus": "5 days", "minus": "5 days"}, "one_day", "event"),
        ({"when": "Hết dịch"}, "id", 0),
        ({"by": "2021-06-30", "aspirational": "yes"}, "flag", "aspirational"),
        ({"start": {"by": "2021-13"}}, "span", "by"),
        ({"start": {"every": "year"}}, "deadline", "start"),
        ({"start": {"start": {"by": "2021-06-30"}}}, "deadline", "start"),
        ({"start": "2021-06-30"}, "deadline", "start"),
        ({"start": {"by": "2021-06-30"}, "time": "17:00"}, "inside_start", "start"),
        ({"sometime": "2021"}, "deadline", 0),
        ("hàng năm", "deadline", 0),
        ([], "deadline", None),
    ],
)  # fmt: skip
def test_a_mistake_is_told_where_it_stands(
    rule: Any, expected: str, place: str | int | None
) -> None:
    """What was expected, and a location that leads to the wrong value (traps.md, pydantic)."""
    with pytest.raises(ValidationError) as caught:
        RULES.validate_python(rule)
    (error,) = caught.value.errors()
    assert error["type"] == "value"
    assert error["ctx"]["expected"] == expected
    assert (error["loc"][-1] if error["loc"] else None) == place


@pytest.mark.parametrize(
    ("rule", "key"),
    [
        ({"by": "2021-06-30", "before": "2021-06-30"}, "by"),
        ({"every": "year", "befor": "12-02"}, "befor"),
        ({"every": "year", "by": {"weekday": "thursday", "dayy": "3"}}, "dayy"),
        ({"continuous": "true", "every": "year"}, "continuous"),
    ],
)
def test_keys_of_two_kinds_do_not_mix(rule: Any, key: str) -> None:
    """A misspelt key, or one of another kind, is never passed over in silence."""
    with pytest.raises(ValidationError) as caught:
        RULES.validate_python(rule)
    errors = [(error["type"], error["loc"][-1]) for error in caught.value.errors()]
    assert errors == [("extra_forbidden", key)]


def test_each_mistake_of_each_rule_is_told() -> None:
    """Two rules, one mistake in each, and the good one between them does not hide either."""
    rules = [{"within": "2021-13"}, {"every": "year"}, {"every": "quarter", "by": {"day": "40"}}]
    with pytest.raises(ValidationError) as caught:
        RULES.validate_python(rules)
    assert [(error["loc"][0], error["loc"][-1]) for error in caught.value.errors()] == [
        (0, "within"), (2, "day"),
    ]  # fmt: skip


@pytest.mark.parametrize("value", [6, 2021, True, None, 1.5, date(2021, 6, 30)])
def test_only_text_is_read(value: object) -> None:
    """A number is no day: pydantic's lax mode would read it as Unix seconds (traps.md)."""
    with pytest.raises(ValidationError):
        RULES.validate_python({"by": value})
