"""Rates over time that add up to the whole; delays and ageing at their edges."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import Scene, a_filing, a_plan, a_registry, an_id, an_item, done
from kehoach.grouping import group_by
from kehoach.verdicts.assessment import Assessment, Reason
from kehoach.verdicts.tables import Counts, count, total
from kehoach.verdicts.tables.trend import (
    Ageing,
    Delay,
    ageing,
    ageing_by_recipient,
    by_agency,
    by_group,
    by_year,
    due_within,
    late_deliveries,
    overdue_so_far,
    owing_groups,
)
from kehoach.words.statuses import Remark, Status

SCENE = Scene(
    a_plan(
        an_item("1", {"by": "2021-12-01"}, implement=["so"]),
        an_item("2", {"every": "year", "before": "12-02"}, "report", implement=["so"],
                to="ubnd", via="stp"),
        an_item("3", {"by": "2022-06-30"}, implement=["a"], binding="requested"),
        an_item("4", {"continuous": "true"}, implement=["b"]),
        an_item("5", {"when": "su-kien"}, implement=["c"]),
        an_item("6", {"by": "2022-12-20"}, lead=["c"], to="ubnd"),
        last="2022-12-31",
    ),
    a_registry(
        "a", "b", "c", "ubnd", "stp",
        groups=[{"id": "so", "members": ["a", "b"]}, {"id": "khac", "members": ["c"]},
                {"id": "mo", "open": "true"}],
    ),
    filings=(
        a_filing("a", "2021-11-30", reports=[{"item": "2", "period": "2021"}], tasks=[done("1")]),
        a_filing("b", "2021-12-11", reports=[{"item": "2", "period": "2021"}]),
        a_filing("b", "2022-12-04", reports=[{"item": "2", "period": "2022"}]),
    ),
)  # fmt: skip
NOW = "2022-12-15"


def _verdicts(
    days: Iterable[int], status: Status = Status.OVERDUE, agency: str = "a"
) -> list[Assessment]:
    """Return verdicts of one status, so many days late."""
    obligation = Scene(a_plan()).verdict("2021-06-01").obligation
    return [Assessment(obligation, an_id(agency), status, Reason.NOTHING_CAME, day) for day in days]


def test_by_year() -> None:
    """2021: a's task and report on time, b's task overdue, b's report late; 2022: as the files say."""
    years = by_year(SCENE.verdicts(NOW))
    assert list(years) == [2021, 2022, None]
    assert years[2021] == Counts({Status.DONE_ON_TIME: 2, Status.DONE_LATE: 1, Status.OVERDUE: 1})
    assert years[2022] == Counts(
        {
            Status.DONE_LATE: 1,
            Status.IN_TERM: 1,
            Remark.DUE_SOON: 1,
            Status.OVERDUE: 1,
            Remark.MISSING: 1,
            Remark.REQUESTED: 1,
        }
    )
    assert years[None].assigned == 0
    assert years[None][Status.WAITING] == 1


@pytest.mark.parametrize("as_of", ["2021-01-01", "2021-12-01", NOW, "2030-01-01"])
def test_years_and_agencies_add_up_to_the_whole(as_of: str) -> None:
    """Published sums are sometimes wrong (domain.md, States and counts): every sum is proved."""
    verdicts = SCENE.verdicts(as_of)
    whole = count(verdicts)
    assert total(by_year(verdicts).values()) == whole
    assert total(of for years in by_agency(verdicts).values() for of in years.values()) == whole


def test_by_agency() -> None:
    """A row for each who owes, a year a cell."""
    agencies = by_agency(SCENE.verdicts(NOW))
    assert set(agencies) == {"a", "b", "c"}
    assert agencies["a"][2021] == Counts({Status.DONE_ON_TIME: 2})
    assert agencies["b"][2022] == Counts({Status.DONE_LATE: 1})
    assert agencies["c"][2022] == Counts({Status.IN_TERM: 1, Remark.DUE_SOON: 1})


def test_by_group() -> None:
    """Only groups that the plan lays something on; an open one is never expanded."""
    verdicts = SCENE.verdicts(NOW)
    assert owing_groups(verdicts, SCENE.registry) == ["so"]
    groups = by_group(verdicts, SCENE.registry, ["so", "khac"])
    assert groups["so"][2021] == Counts(
        {Status.DONE_ON_TIME: 2, Status.DONE_LATE: 1, Status.OVERDUE: 1}
    )
    assert total(groups["khac"].values()).assigned == 1


def test_a_group_is_what_it_was_when_it_owed() -> None:
    """A body that ended later stays in the rate of its group, also where an heir owes it now."""
    scene = Scene(
        a_plan(an_item("1", {"by": "2021-12-01"}, implement=["so"])),
        a_registry(
            {"id": "a", "valid": {"to": "2022-06-30"}, "successors": ["c"]}, "b", "c",
            groups=[{"id": "so", "members": ["a", "b"]}],
        ),
    )  # fmt: skip
    verdicts = scene.verdicts("2023-01-01")
    assert {each.agency for each in verdicts} == {"b", "c"}
    assert total(by_group(verdicts, scene.registry, ["so"])["so"].values())[Status.OVERDUE] == 2


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], Delay()),
        ([7], Delay(1, 7, 7)),
        ([1, 2, 300], Delay(3, 2, 300)),
        ([1, 2, 3, 300], Delay(4, 2.5, 300)),
    ],
)
def test_delays(days: list[int], expected: Delay) -> None:
    """Median and longest, in calendar days; of what is done and of what is not, apart."""
    assert late_deliveries(_verdicts(days, Status.DONE_LATE)) == expected
    assert overdue_so_far(_verdicts(days)) == expected
    assert overdue_so_far(_verdicts(days, Status.DONE_LATE)) == Delay()


def _by_debtor(verdicts: Iterable[Assessment]) -> dict[str, Ageing]:
    """Return the ageing by who owes; nobody without anything overdue."""
    overdue = (each for each in verdicts if each.overdue)
    return {id_: ageing(owed) for id_, owed in group_by(overdue, lambda each: each.agency).items()}


def test_ageing_at_its_edges() -> None:
    """Up to 30 days, 31 to 90, more than 90."""
    assert ageing(_verdicts([1, 30, 31, 90, 91, 1000])) == Ageing(2, 2, 2)
    assert ageing(_verdicts([5], Status.DONE_LATE)) == Ageing()


@given(st.lists(st.integers(1, 4000)))
def test_ages_add_up(days: list[int]) -> None:
    """Every overdue obligation is in one age and with one debtor."""
    verdicts = _verdicts(days) + _verdicts(days[:2], agency="b")
    assert ageing(verdicts).total == count(verdicts)[Status.OVERDUE]
    assert sum(each.total for each in _by_debtor(verdicts).values()) == len(verdicts)


def test_by_who_owes_and_by_who_waits() -> None:
    """A report goes through ``via``; a task that the plan addresses to nobody is nobody's."""
    verdicts = SCENE.verdicts(NOW)
    assert _by_debtor(verdicts) == {"a": Ageing(month=1), "b": Ageing(longer=1)}
    assert ageing_by_recipient(verdicts) == {"stp": Ageing(month=1), None: Ageing(longer=1)}
    later = ageing_by_recipient(SCENE.verdicts("2023-02-01"))
    assert later["ubnd"] == Ageing(quarter=1)


def test_what_falls_due_next() -> None:
    """The due day itself is ahead; what is only requested is not owed."""
    assert [each.agency for each in due_within(SCENE.verdicts("2022-12-20"), 0)] == ["c"]
    assert not due_within(SCENE.verdicts("2022-12-21"), 30)
    assert not due_within(SCENE.verdicts("2022-12-15"), 4)
    ahead = due_within(SCENE.verdicts("2022-06-30"), 365)
    assert [each.obligation.demand.item.id for each in ahead] == ["2", "2", "6"]
