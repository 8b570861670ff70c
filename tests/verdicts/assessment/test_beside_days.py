"""What stands beside a due day changes no verdict; nothing is due before its period begins."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import PLAIN_WEEK, Scene, a_filing, a_plan, a_registry, an_item, done, some_decisions
from kehoach.verdicts.assessment import Assessment

laws = settings(deadline=None, max_examples=60)
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
RULES: tuple[dict[str, Any], ...] = (
    {"by": "2026-06-30"},
    {"within": "2026-Q2"},
    {"event": "x", "plus": "48 hours"},
    {"session": "2026-06"},
    {"before": "2026-06-30", "time": "09:00"},
)
STARTED = some_decisions(events=[{"id": "x", "date": "2026-06-02"}])


def _verdicts(rule: dict[str, Any], as_of: date, told: date | None) -> list[tuple[object, ...]]:
    scene = Scene(a_plan(an_item("1", rule), roll="next"), decisions=STARTED)
    if told:
        scene = scene.told(a_filing(dated=str(told), tasks=[done(completed=str(told))]))
    return [_judged(each) for each in scene.verdicts(as_of)]


def _judged(each: Assessment) -> tuple[object, ...]:
    return (each.status, each.reason, each.days, each.due_soon, each.obligation.due, each.shown)


@laws
@given(
    st.sampled_from(RULES),
    DAYS,
    DAYS,
    st.one_of(st.none(), DAYS),
    st.sampled_from(["aim", "check"]),
)
def test_what_stands_beside_a_day_changes_no_verdict(
    rule: dict[str, Any], beside: date, as_of: date, told: date | None, key: str
) -> None:
    with_it = {**rule, key: {"by": str(beside)}}
    assert _verdicts(rule, as_of, told) == _verdicts(with_it, as_of, told)


RHYTHMS: tuple[dict[str, Any], ...] = (
    {"every": "year", "by": "03-15"},
    {"every": "half-year", "by": "02-15"},
    {"every": "quarter", "before": {"month": "last", "day": "20"}},
    {"every": "year", "starting": "09-01", "by": "06-30"},
    {"every": "half-year", "starting": "09-05", "by": {"month": "1", "day": "3"}},
    {"every": "quarter", "starting": "02-01", "by": "01-15"},
    {"every": "month", "by": {"weekday": "monday", "nth": "first"}},
    {"every": "week", "by": {"weekday": "friday"}, "time": "16:00"},
    {"every": "working day", "time": "16:00"},
    {"every": "2 years", "by": "03-31"},
)


@pytest.mark.parametrize("rule", RHYTHMS)
def test_nothing_is_due_before_its_period_begins(rule: dict[str, Any]) -> None:
    docket = Scene(a_plan(an_item("1", rule), first="2024-07-01")).docket("2026-12-31")
    assert docket.demands
    for each in docket.demands:
        assert each.due is not None
        assert each.due >= each.term.period.span.first


# ── Every working day, by each agency's own calendar (Monday 2 to Sunday 8 March 2026) ────────────


def test_a_working_day_is_one_by_the_agencys_own_calendar() -> None:
    """At a, Thursday is off and Saturday worked; b goes by the calendar of all."""
    own = PLAIN_WEEK.beside({date(2026, 3, 5): "Nghỉ riêng"}, {date(2026, 3, 7): "Làm bù riêng"})
    calendar = type(PLAIN_WEEK)(PLAIN_WEEK.year, {"rieng": own})
    item = an_item("1", {"every": "working day", "from": "2026-03-02", "until": "2026-03-08"},
                   implement=["a", "b"])  # fmt: skip
    registry = a_registry({"id": "a", "calendar": "rieng"}, "b")
    scene = Scene(a_plan(item, roll="next"), registry, calendar=calendar)
    owed: dict[str, list[str]] = {"a": [], "b": []}
    for each in scene.verdicts("2026-03-31"):
        owed[each.agency].append(each.obligation.demand.period)
        assert str(each.obligation.due) == each.obligation.demand.period
    days = {"a": (2, 3, 4, 6, 7), "b": (2, 3, 4, 5, 6)}
    assert owed == {each: [f"2026-03-{day:02}" for day in days[each]] for each in owed}
