"""Totals are the sum of their parts, however they are grouped; what is filtered is part of the whole."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from builders import Scene, a_registry
from kehoach.grouping import group_by
from kehoach.model.agencies import Registry
from kehoach.run.changes import changes
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.tables import count, responsibilities, total
from kehoach.verdicts.tables.month_ends import month_ends
from kehoach.verdicts.tables.trend import (
    MonthEnd,
    ageing,
    ageing_by_recipient,
    by_agency,
    by_year,
    due_within,
    ends_of_months,
    late_deliveries,
    merged_months,
    overdue_so_far,
)
from kehoach.words.statuses import ASSIGNED, Remark, Status
from verdicts.laws.drawn import AGENCIES, DAYS, GROUPS, SCENES, TOLD, Told, filed, laws

EDGES = (30, 31, 90, 91)
GROUPINGS: dict[str, Callable[[Assessment], object]] = {
    "agency": lambda each: each.agency,
    "item": lambda each: each.obligation.key.item,
    "period": lambda each: each.obligation.key.period,
    "kind": lambda each: each.obligation.demand.item.kind,
    "status": lambda each: each.status,
    "role": lambda each: each.obligation.role,
    "due": lambda each: each.obligation.due,
}


@laws
@given(SCENES, DAYS, st.sampled_from(sorted(GROUPINGS)))
def test_the_parts_add_up_to_the_whole(scene: Scene, as_of: date, grouping: str) -> None:
    """By whatever they are grouped: nothing twice, nothing in none."""
    verdicts = scene.verdicts(as_of)
    parts = group_by(verdicts, GROUPINGS[grouping]).values()
    assert total(map(count, parts)) == count(verdicts)


@laws
@given(SCENES, DAYS)
def test_the_rows_of_agencies_add_up(scene: Scene, as_of: date) -> None:
    """Led and implemented are what each owes; its counts are of its own verdicts."""
    report = scene.report(as_of)
    rows = responsibilities(report.alike, ())
    assert total(row.counts for row in rows) == count(report.assessments)
    for row in rows:
        own = [each for each in report.assessments if each.agency == row.agency]
        assert row.led + row.implemented == len(own)
        assert row.counts == count(own)


@laws
@given(SCENES, DAYS)
def test_the_worst_stands_first(scene: Scene, as_of: date) -> None:
    rows = responsibilities(scene.report(as_of).alike, ())
    overdue = [row.counts[Status.OVERDUE] for row in rows]
    assert overdue == sorted(overdue, reverse=True)


@laws
@given(SCENES, DAYS)
def test_the_years_add_up(scene: Scene, as_of: date) -> None:
    """Of all and of each agency; what has no due day stands last."""
    verdicts = scene.verdicts(as_of)
    assert total(by_year(verdicts).values()) == count(verdicts)
    assert total(of for years in by_agency(verdicts).values() for of in years.values()) == count(
        verdicts
    )
    years = list(by_year(verdicts))
    assert years == sorted(years, key=lambda year: year or 9999)


@laws
@given(SCENES, DAYS)
def test_what_is_assigned_is_on_time_late_in_term_or_overdue(scene: Scene, as_of: date) -> None:
    """By going through the verdicts one by one; what is only requested is counted in no status."""
    verdicts = scene.verdicts(as_of)
    counts = count(verdicts)
    bound = [each for each in verdicts if each.obligation.demand.item.binding == "required"]
    assert counts.assigned == sum(each.status in ASSIGNED for each in bound)
    assert counts[Remark.REQUESTED] == len(verdicts) - len(bound)
    done = [each for each in bound if each.done]
    overdue = [each for each in bound if each.status is Status.OVERDUE]
    assert counts.completion == (len(done), len(done) + len(overdue))
    on_time = sum(each.status is Status.DONE_ON_TIME for each in done)
    assert counts.on_time == (on_time, len(done) + len(overdue))


@laws
@given(SCENES, DAYS)
def test_missing_reports_are_the_reports_among_what_is_overdue(scene: Scene, as_of: date) -> None:
    verdicts = scene.verdicts(as_of)
    reports = [each for each in verdicts if each.obligation.demand.item.kind == "report"]
    assert count(verdicts)[Remark.MISSING] == count(reports)[Status.OVERDUE]


@laws
@given(SCENES, DAYS)
def test_everything_overdue_has_one_age_and_one_who_waits(scene: Scene, as_of: date) -> None:
    """Up to 30 days, up to 90, more: asked on the days too on which something grows older than that."""
    dues = {each.obligation.due for each in scene.verdicts(as_of) if each.overdue}
    grown = (due + timedelta(days) for due in sorted(filter(None, dues))[:2] for days in EDGES)
    for asked in (as_of, *grown):
        verdicts = scene.verdicts(asked)
        old = [each.days or 0 for each in verdicts if each.overdue]
        ages = ageing(verdicts)
        assert ages.month == sum(days <= 30 for days in old)
        assert ages.quarter == sum(30 < days <= 90 for days in old)
        assert ages.longer == sum(days > 90 for days in old)
        assert ages.total == len(old)
        assert sum(each.total for each in ageing_by_recipient(verdicts).values()) == ages.total
        assert overdue_so_far(verdicts).number == ages.total
        assert overdue_so_far(verdicts).longest == max(old, default=0)


@laws
@given(SCENES, DAYS)
def test_how_late_what_is_done_was(scene: Scene, as_of: date) -> None:
    late = [each.days or 0 for each in scene.verdicts(as_of) if each.status is Status.DONE_LATE]
    delay = late_deliveries(scene.verdicts(as_of))
    assert (delay.number, delay.longest) == (len(late), max(late, default=0))
    if late:
        assert min(late) <= delay.median <= delay.longest


@laws
@given(SCENES, DAYS, st.integers(0, 60), st.integers(0, 60))
def test_looking_further_ahead_shows_more_and_loses_nothing(
    scene: Scene, as_of: date, days: int, more: int
) -> None:
    """Soonest first: all that is due from today to the last day that is asked about, both with them."""
    _seen_ahead(scene, as_of, days, more)
    for first in due_within(scene.verdicts(as_of), 400)[:1]:
        if first.obligation.due:  # on its very day too
            _seen_ahead(scene, first.obligation.due, days, more)


def _seen_ahead(scene: Scene, as_of: date, days: int, more: int) -> None:
    verdicts = scene.verdicts(as_of)
    near, far = due_within(verdicts, days), due_within(verdicts, days + more)
    assert far[: len(near)] == near
    last = as_of + timedelta(days + more)
    wanted = [
        each
        for each in verdicts
        if each.status is Status.IN_TERM
        and each.obligation.demand.item.binding == "required"
        and each.obligation.due is not None
        and as_of <= each.obligation.due <= last
    ]
    assert sorted(map(_named, far)) == sorted(map(_named, wanted))
    for each in far:  # asked up to its very day, it is still there
        assert each in due_within(verdicts, -(each.days or 0))
    dues = [each.obligation.due for each in far if each.obligation.due]
    assert dues == sorted(dues)


def _named(each: Assessment) -> tuple[str, ...]:
    return (*each.obligation.key, each.agency)


REGISTRIES = st.builds(
    lambda ended, heir, unknown: a_registry(
        {"id": "a", **ended}, {"id": "b", **unknown}, "c", {"id": "d", **heir}, groups=GROUPS
    ),
    st.one_of(
        st.just({}), DAYS.map(lambda day: {"valid": {"to": str(day)}, "successors": ["b", "d"]})
    ),
    st.one_of(st.just({}), DAYS.map(lambda day: {"valid": {"from": str(day)}})),
    st.one_of(st.just({}), DAYS.map(lambda day: {"unverified_from": str(day)})),
)


def _by_a_day(each: Assessment) -> bool:
    return each.obligation.demand.term.state != "continuous"


@laws
@given(SCENES, REGISTRIES, DAYS)
def test_a_point_of_the_trend_is_the_status_of_its_day(
    scene: Scene, registry: Registry, as_of: date
) -> None:
    """``status --as-of`` of that day, of each agency and of all, but for continuous work."""
    scene = replace(scene, registry=registry)
    for point in month_ends(scene.report(as_of)):
        verdicts = list(filter(_by_a_day, scene.verdicts(point.day)))
        owed = group_by(verdicts, lambda each: each.agency)
        assert point.by_agency == {agency: count(of) for agency, of in owed.items()}
        assert point.counts() == count(verdicts)


@laws
@given(DAYS, DAYS)
def test_the_trend_has_each_end_of_a_month_once(one: date, other: date) -> None:
    """Every last day of a month in between, in order, and the day of the verdicts itself."""
    first, last = sorted((one, other))
    days = [first + timedelta(n) for n in range((last - first).days)]
    ends = [day for day in days if (day + timedelta(1)).day == 1]
    assert ends_of_months(first, last) == [*ends, last]


@laws
@given(SCENES, SCENES, DAYS)
def test_the_trends_of_several_plans_add_up(one: Scene, other: Scene, as_of: date) -> None:
    reports = [each.report(as_of) for each in (one, other)]
    rows = [responsibilities(each.alike, ()) for each in reports]
    ends = [MonthEnd(as_of, {row.agency: row.counts for row in each}) for each in rows]
    (both,) = merged_months([[end] for end in ends])
    assert both.counts() == total(count(each.assessments) for each in reports)


@laws
@given(SCENES, DAYS)
def test_between_a_state_and_itself_nothing_changed(scene: Scene, as_of: date) -> None:
    one, same = scene.report(as_of), scene.report(as_of)
    assert not changes((one,), (same,))


@laws
@given(SCENES, TOLD, DAYS)
def test_there_and_back_the_changes_are_the_same_the_other_way(
    scene: Scene, told: Told, as_of: date
) -> None:
    """What is delivered on one way is no longer delivered on the other; days trade places."""
    more = replace(scene, filings=(*scene.filings, filed(told.agency, told.day, 99, told.said)))
    one, other = scene.report(as_of), more.report(as_of)
    there, back = changes((one,), (other,)), changes((other,), (one,))
    keys = [
        [each.obligation.key for each in verdicts]
        for verdicts in (
            there.newly_delivered, back.no_longer_delivered,
            there.no_longer_delivered, back.newly_delivered,
            there.newly_paused, back.no_longer_paused,
        )
    ]  # fmt: skip
    assert keys[::2] == keys[1::2]
    assert [each.key for each in there.turned] == [each.key for each in back.turned]
    assert [(each.before, each.after) for each in there.redeclared] == [
        (each.after, each.before) for each in back.redeclared
    ]
    assert not there.moved_deadlines
    assert not there.items_altered


@laws
@given(SCENES, DAYS, st.sets(AGENCIES, min_size=1))
def test_asked_for_some_agencies_it_is_what_the_whole_says_of_them(
    scene: Scene, as_of: date, some: set[str]
) -> None:
    """``--agency``: a restriction of the whole, in its order."""
    whole = scene.docket(as_of)
    part = whole.of(frozenset(some))  # type: ignore[arg-type]  # ids
    assert [each.key for each in part.obligations] == [
        each.key for each in whole.obligations if each.agency in some
    ]
