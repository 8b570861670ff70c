"""How everybody stood at the ends of months: which days these are, and that plans add up."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import D, Scene, a_filing, a_plan, a_registry, an_item, done, some_decisions
from kehoach.model.ids import AgencyId
from kehoach.verdicts.assessment import Assessment, Case
from kehoach.verdicts.obligations import Obligation
from kehoach.verdicts.tables import Counts, count
from kehoach.verdicts.tables.month_ends import month_ends
from kehoach.verdicts.tables.trend import MonthEnd, ends_of_months, in_order, merged_months
from kehoach.words.statuses import Remark, Status


@pytest.mark.parametrize(
    ("first", "last", "ends"),
    [
        ("2021-11-05", "2022-02-10", ["2021-11-30", "2021-12-31", "2022-01-31", "2022-02-10"]),
        (
            "2024-02-01",
            "2024-03-31",
            ["2024-02-29", "2024-03-31"],
        ),  # a leap year; the last is told once
        ("2021-06-30", "2021-07-01", ["2021-06-30", "2021-07-01"]),
        ("2021-06-30", "2021-06-30", ["2021-06-30"]),
        ("2021-06-01", "2021-06-29", ["2021-06-29"]),
    ],
)
def test_ends_of_months(first: str, last: str, ends: list[str]) -> None:
    assert list(map(str, ends_of_months(D(first), D(last)))) == ends


def test_no_more_than_thirty_years_of_months_are_judged() -> None:
    """Of 2021 to 9999 the 360 months before the last day: from the end of December 9969 on."""
    ends = ends_of_months(D("2021-11-05"), D("9999-12-31"))
    assert len(ends) == 30 * 12 + 1
    assert list(map(str, (*ends[:2], *ends[-2:]))) == [
        "9969-12-31", "9970-01-31", "9999-11-30", "9999-12-31",
    ]  # fmt: skip


def test_a_trend_that_begins_later_stands_as_it_does_by_then() -> None:
    """Two owe it since July 2021, long before the first end that is shown; so at each of them."""
    ends = month_ends(LATE.report("2100-01-15"))
    assert {each.counts()[Status.OVERDUE] for each in ends} == {2}


DAYS = st.dates(date(2019, 1, 1), date(2030, 12, 31))


@given(DAYS, DAYS)
def test_every_day_on_which_a_month_ends_and_no_other(one: date, other: date) -> None:
    """Walked day by day: those whose next day is a first, and the last day itself."""
    first, last = min(one, other), max(one, other)
    span = (first + timedelta(each) for each in range((last - first).days))
    assert ends_of_months(first, last) == [
        *(each for each in span if (each + timedelta(1)).day == 1), last,
    ]  # fmt: skip


REGISTRY = a_registry("a", "b", "c")
LATE = Scene(a_plan(an_item("1", {"by": "2021-06-30"}, implement=["a", "b"])), REGISTRY)
AHEAD = Scene(a_plan(an_item("1", {"by": "2021-12-31"}, implement=["b", "c"])), REGISTRY)


def _end(scene: Scene, day: str) -> MonthEnd:
    return month_ends(scene.report(day))[-1]


def test_by_agency_and_in_all() -> None:
    end = _end(LATE, "2021-07-31")
    assert end.by_agency == {each: Counts({Status.OVERDUE: 1}) for each in ("a", "b")}
    assert end.counts() == Counts({Status.OVERDUE: 2})
    assert end.counts(["b", "khong-no-gi"]) == Counts({Status.OVERDUE: 1})
    assert end.counts([]) == Counts()


def test_several_plans_add_up_day_by_day_in_order() -> None:
    """Agency b owes under both; a day that one plan alone has is told by that one."""
    one = [_end(LATE, day) for day in ("2021-07-31", "2021-08-31")]
    other = [_end(AHEAD, day) for day in ("2021-06-30", "2021-07-31")]
    found = merged_months([one, other])
    assert [str(each.day) for each in found] == ["2021-06-30", "2021-07-31", "2021-08-31"]
    assert found[1].by_agency == {
        "a": Counts({Status.OVERDUE: 1}),
        "b": Counts({Status.OVERDUE: 1, Status.IN_TERM: 1}),
        "c": Counts({Status.IN_TERM: 1}),
    }
    assert found[0].by_agency == other[0].by_agency
    assert found[2].by_agency == one[1].by_agency


def test_counts_that_are_equal_are_one_in_a_set() -> None:
    """Whatever the order in which they were counted."""
    one = Counts({Status.OVERDUE: 1, Status.IN_TERM: 2})
    assert {one, Counts({Status.IN_TERM: 2, Status.OVERDUE: 1})} == {one}
    assert hash(Counts({Status.OVERDUE: 2})) != hash(Counts({Status.OVERDUE: 1}))


def test_what_has_no_day_comes_after_the_last_of_all_years() -> None:
    """Also where something falls due in the year 9999."""
    years = {None: Counts(), 9999: Counts(), 2021: Counts()}
    assert list(in_order(years)) == [2021, 9999, None]


@pytest.mark.parametrize("completed", ["1900-01-01", "2199-12-31"])
def test_days_that_nobody_can_have_meant(completed: str) -> None:
    """The trend has the months of the plan alone, with what counted in each: told on 1 June, done ahead."""
    scene = LATE.told(a_filing("a", "2021-06-01", tasks=[done("1", completed=completed)]))
    ends = month_ends(scene.report("2021-08-15"))
    assert [str(each.day) for each in ends[-3:]] == ["2021-06-30", "2021-07-31", "2021-08-15"]
    for end in ends:
        assert end.counts() == count(scene.verdicts(end.day))


def test_what_was_received_on_no_day_turns_no_month() -> None:
    """A letter without a date, and no repository that would give one: it does not count, in any month."""
    scene = LATE.told(a_filing("a", None, tasks=[done("1")]))
    ends = month_ends(scene.report("2021-08-15"))
    assert {str(end.day): end.counts() for end in ends[-2:]} == {
        "2021-07-31": Counts({Status.OVERDUE: 2}),
        "2021-08-15": Counts({Status.OVERDUE: 2}),
    }


def test_a_report_that_is_put_off_later_lets_a_task_have_been_told_in_time() -> None:
    """Done by its day and told on 20 July, after the report was due on the 10th: late.

    A pause from 5 July to 10 August moves that day by 37 once it is over, without a letter: told in time.
    """
    plan = a_plan(
        an_item("1", {"by": "2021-06-30"}),
        an_item("2", {"every": "half-year", "by": ["07-10", "12-31"]}, "report"),
        reporting="2",
    )
    pause = {"item": "2", "period": "2021-H1", "from": "2021-07-05", "until": "2021-08-10"}
    letter = {"document": {"number": "2/QĐ", "date": "2021-07-01"}, "reason": "bão"}
    decided = some_decisions(pauses=[{**pause, **letter}])
    told = a_filing("a", "2021-07-20", tasks=[done("1", completed="2021-06-20")])
    scene = Scene(plan, a_registry("a"), decided, filings=(told,))
    stood = {
        str(end.day): (end.counts()[Status.DONE_LATE], end.counts()[Status.DONE_ON_TIME])
        for end in month_ends(scene.report("2021-09-30"))
    }
    assert [stood[day] for day in ("2021-07-31", "2021-08-31", "2021-09-30")] == [
        (1, 0),
        (0, 1),
        (0, 1),
    ]


def test_what_cannot_have_turned_is_not_judged_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 72 months each is judged as it begins and as its last day has passed, not at every end since."""
    scene = Scene(a_plan(an_item("1", {"every": "month"})), a_registry("a"))
    report, judged = scene.report("2026-12-31"), Case.verdict
    asked: list[Obligation] = []

    def verdict(case: Case, owed: Obligation, agency: AgencyId) -> Assessment:
        asked.append(owed)
        return judged(case, owed, agency)

    monkeypatch.setattr(Case, "verdict", verdict)
    ends = month_ends(report)
    assert ends[-1].counts() == Counts({Status.OVERDUE: 71, Status.IN_TERM: 1, Remark.DUE_SOON: 1})
    assert len(asked) == 71 * 2 + 1
