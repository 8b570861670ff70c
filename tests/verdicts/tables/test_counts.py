"""Counts that add up, rates with both their numbers, and a row for everybody."""

from collections.abc import Iterator
from itertools import chain, repeat

import pytest

from builders import Scene, a_filing, a_plan, a_registry, an_id, an_item, done, some_decisions
from kehoach.verdicts.assessment import Assessment, Reason
from kehoach.verdicts.assessment.alike import alone
from kehoach.verdicts.tables import Counts, Rate, count, responsibilities
from kehoach.words.statuses import Remark, Status

PLAN = a_plan(
    an_item("1", {"by": "2021-12-01"}, lead=["a"], implement=["b", "c"]),
    an_item("2", {"by": "2021-12-01"}, "report", implement=["a", "b"], coordinate=["d", "a"]),
    an_item("3", {"by": "2021-12-01"}, implement=["c"], binding="requested"),
    an_item("4", {"continuous": "true"}, implement=["b"], coordinate=["d"]),
    an_item("5", {"by": "2021-12-20"}, implement=["c"]),
    an_item("6", {"when": "su-kien"}, implement=["c"]),
    an_item("7", {"by": "2021-11-01"}, implement=["c"]),
    last="2021-12-31",
)
SCENE = Scene(
    PLAN,
    a_registry("a", "b", "c", "d", "e"),
    some_decisions(waivers=[{"item": "7", "reason": "thiên tai"}]),
    filings=(
        a_filing("a", "2021-11-01", tasks=[done("1")], reports=[{"item": "2"}]),
        a_filing("b", "2021-12-05", tasks=[done("1")]),
        a_filing("c", "2021-11-01", tasks=[done("3")]),
    ),
)


def _many(**numbers: int) -> Iterator[Assessment]:
    """Yield so many verdicts of each status, on one and the same obligation."""
    obligation = Scene(a_plan()).verdict("2021-06-01").obligation
    return chain.from_iterable(
        repeat(
            Assessment(obligation, an_id("a"), Status[status.upper()], Reason.NOTHING_CAME), number
        )
        for status, number in numbers.items()
    )


def test_the_published_table() -> None:
    """Government Office, report 1270/BC-TCTTTg of 2017: 21,914 assigned, done 16,051, 223 overdue."""
    counts = count(_many(done_on_time=14_068, done_late=1_983, in_term=5_640, overdue=223))
    assert counts.assigned == 21_914 == 14_068 + 1_983 + 5_640 + 223
    assert counts.done == 16_051
    assert counts[Status.IN_TERM] + counts[Status.OVERDUE] == 5_863
    assert counts.completion == Rate(16_051, 16_274)
    assert counts.on_time == Rate(14_068, 16_274)


def test_the_table_of_the_year_before() -> None:
    """2016: 2,723 due, of which 2,501 done (91.8 %) and 222 overdue."""
    counts = count(_many(done_on_time=2_501, overdue=222))
    assert counts.due == 2_723
    assert counts.completion == Rate(2_501, 2_723)
    assert round(100 * counts.completion.part / counts.completion.whole, 1) == 91.8


def test_a_province() -> None:
    """Quảng Nam, January to 6 July 2020: 833 = 585 done + 67 in term + 181 overdue."""
    assert count(_many(done_on_time=585, in_term=67, overdue=181)).assigned == 833


def test_what_is_counted_apart() -> None:
    """Requested, waiting, ongoing and waived are no part of what is assigned."""
    counts = count(SCENE.verdicts("2021-12-15"))
    assert counts == Counts(
        {
            Status.DONE_ON_TIME: 2,  # a: items 1 and 2
            Status.DONE_LATE: 1,  # b: item 1
            Status.IN_TERM: 1,  # c: item 5
            Remark.DUE_SOON: 1,
            Status.OVERDUE: 2,  # b: the report of item 2; c: item 1
            Remark.MISSING: 1,
            Status.WAITING: 1,
            Status.ONGOING: 1,
            Status.WAIVED: 1,
            Remark.REQUESTED: 1,  # c: item 3, done, and yet not among the done
        }
    )
    assert counts.assigned == 6
    assert (counts.completion, counts.on_time) == (Rate(3, 5), Rate(2, 5))


def test_nothing_is_a_count_too() -> None:
    """Nothing due yet: the rates are 0 of 0, and no division fails."""
    counts = count(())
    assert counts == Counts()
    assert counts.completion == counts.on_time == Rate(0, 0)


def test_uncovered_is_a_part_of_ongoing() -> None:
    """Continuous work that a report left out."""
    plan = a_plan(
        an_item("bc", {"every": "year", "before": "12-02"}, "report"),
        an_item("tx", {"continuous": "true"}),
        last="2021-12-31",
        reporting="bc",
    )
    told = a_filing("a", "2021-11-30", reports=[{"item": "bc", "period": "2021"}])
    counts = count(Scene(plan, filings=(told,)).verdicts("2021-12-02"))
    assert (counts[Status.DONE_ON_TIME], counts[Status.ONGOING], counts[Remark.UNCOVERED]) == (
        1,
        1,
        1,
    )


def test_the_worst_stand_first() -> None:
    """Most overdue, then most late, then the lowest rate on time, then by id."""
    report = SCENE.report("2021-12-15")
    beside = [agency for _, agency in report.docket.coordinators]
    rows = responsibilities(report.alike, beside)
    assert [(row.agency, row.counts[Status.OVERDUE], row.counts[Status.DONE_LATE]) for row in rows] == [
        ("b", 1, 1), ("c", 1, 0), ("a", 0, 0), ("d", 0, 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("statuses", "order"),
    [
        ({"a": ["overdue"], "b": ["overdue", "overdue"]}, "ba"),
        ({"a": ["overdue"], "b": ["overdue", "done_late"]}, "ba"),
        ({"a": ["done_on_time", "overdue"], "b": ["overdue"]}, "ba"),
        ({"a": ["in_term"], "b": ["done_late"]}, "ba"),
        ({"b": ["overdue"], "a": ["overdue"]}, "ab"),
    ],
)
def test_what_makes_one_worse(statuses: dict[str, list[str]], order: str) -> None:
    """Each of the four in turn, the former being equal."""
    obligation = Scene(a_plan()).verdict("2021-06-01").obligation
    verdicts = [
        Assessment(obligation, an_id(agency), Status[status.upper()], Reason.NOTHING_CAME)
        for agency, found in statuses.items()
        for status in found
    ]
    assert "".join(row.agency for row in responsibilities(map(alone, verdicts), ())) == order


def test_everybody_who_owes_or_coordinates_has_a_row() -> None:
    """Official dashboards lost trust by leaving agencies out in silence (traps.md, Trust)."""
    report = SCENE.report("2021-12-15")
    beside = [agency for _, agency in report.docket.coordinators]
    rows = {row.agency: row for row in responsibilities(report.alike, beside)}
    assert {id_: (row.led, row.implemented, row.coordinated) for id_, row in rows.items()} == {
        "a": (1, 1, 1), "b": (0, 3, 0), "c": (0, 5, 0), "d": (0, 0, 2),
    }  # fmt: skip
    assert rows["d"].counts == Counts()


@pytest.mark.parametrize("as_of", ["2021-01-01", "2021-12-01", "2021-12-15", "2029-01-01"])
def test_rows_add_up_to_the_whole(as_of: str) -> None:
    """Every figure of the whole is the sum of the agencies' figures."""
    report = SCENE.report(as_of)
    rows = responsibilities(report.alike, ())
    whole = count(report.assessments)
    for shown in (*Status, *Remark):
        assert sum(row.counts[shown] for row in rows) == whole[shown]
    assert sum(row.led + row.implemented for row in rows) == len(report.assessments)
