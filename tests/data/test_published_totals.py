"""Totals of the shipped data add up, and its days are those of tables made apart from this program."""

import csv
from collections import Counter
from datetime import date, timedelta

import pytest

from data.shipped_verdicts import ONCE, ROOT, run_at
from kehoach.calendar import vietnam
from kehoach.words.statuses import Remark, Status, with_parts

SOURCES = ROOT / "tests" / "sources"


def test_counts_of_december_2021() -> None:
    """Worked out from the plan's sentences, 30 reporting bodies and 209 communes.

    Assigned 593: II.1.b 239, II.3.5 1, II.4.2 31, II.6.2 19, II.6.3.c 1, II.7 220, II.7.a 20,
    II.7.b 1, III.1.a 30, III.1.c 30, III.2.c 1. Overdue: 233 of II.1.b, 27 of III.1.a, 22 of
    III.1.c. Ongoing 1055: 30 each of II.2, II.4.1, II.5.1, II.5.2, II.8, III.1.b, III.1.d; 31 each
    of II.3.1 to II.3.4; 239 each of II.6.1, II.6.3.a, II.6.3.b; 3 of II.5.3; 1 of III.2.a. Not
    covered 309: 14 items of each of 22 missing reports, and one that a report left out.
    """
    counts = run_at("2021-12-15").counts
    assert {shown.value: counts[shown] for shown in (*with_parts(Status), Remark.REQUESTED)} == {
        "done_on_time": 23,
        "done_late": 4,
        "in_term": 284,
        "explained": 0,
        "paused": 0,
        "due_soon": 0,
        "overdue": 282,
        "missing_reports": 27 + 22,
        "waiting": 1,
        "ongoing": 1055,
        "uncovered": 309,
        "waived": 0,
        "requested": 6 + 8,
    }
    assert counts.assigned == 593
    assert (counts.completion, counts.on_time) == ((27, 309), (23, 309))


@pytest.mark.parametrize(
    ("period", "on_time", "late", "overdue", "in_term"),
    [
        # 30 bodies; merged for good: three departments' debts (Kế hoạch và Đầu tư had sent its
        # own), and Yên Dũng's with that of the city, which owed the same report itself.
        ("2021", 7, 1, 17, 0),
        # Five merged: Kế hoạch và Đầu tư, Giao thông vận tải, TT&TT, LĐTBXH, Yên Dũng.
        ("2022", 5, 1, 18, 0),
        ("2023", 0, 1, 23, 0),
        ("2024", 4, 0, 20, 0),
        # 14 specialised agencies and Ban Quản lý các KCN; no district.
        ("2025", 1, 0, 13, 0),
        ("2026", 0, 0, 0, 14),
    ],
)
def test_yearly_reports_by_period_in_2026(
    period: str, on_time: int, late: int, overdue: int, in_term: int
) -> None:
    """Of Sở Ngoại vụ nobody knows whether it still exists: what it owes waits."""
    found = Counter(
        str(each.status)
        for each in run_at("2026-11-22").assessments
        if each.obligation.key[1::2] == ("III.1.c", period)
    )
    assert found == +Counter(
        done_on_time=on_time, done_late=late, overdue=overdue, in_term=in_term, waiting=1
    )


@pytest.mark.parametrize("day", ["2021-06-20", "2021-12-15", "2024-12-02", "2026-11-22"])
def test_published_totals_add_up(day: str) -> None:
    """Assigned = on time + late + in term + overdue, over all and over the agencies' rows."""
    run = run_at(day)
    counts = run.counts
    statuses = Counter(str(each.status) for each in run.assessments if not each.requested)
    assert counts.assigned == (
        counts[Status.DONE_ON_TIME]
        + counts[Status.DONE_LATE]
        + counts[Status.IN_TERM]
        + counts[Status.OVERDUE]
    )
    apart = (
        counts[Status.WAITING]
        + counts[Status.ONGOING]
        + counts[Status.WAIVED]
        + counts[Remark.REQUESTED]
    )
    assert counts.assigned + apart == len(run.assessments)
    assert statuses == +Counter({status.value: counts[status] for status in Status})
    rows = [row.counts for row in run.responsibilities]
    for shown in (*Status, *Remark):
        assert sum(row[shown] for row in rows) == counts[shown]
    keys = [(each.obligation.key, each.agency, each.inherited_from) for each in run.assessments]
    assert len(keys) == len(set(keys))


# ── The calendar and the due days, against tables made apart from this program ──────────────────
def rows_of(name: str) -> list[list[str]]:
    """Return the rows of a table of sources, without its heading."""
    with (SOURCES / name).open(encoding="utf-8", newline="") as stream:
        return [row for row in csv.reader(stream, delimiter="\t") if not row[0].startswith("#")]


DUE_ROWS = rows_of("plan-06-due-dates.tsv")
_ITEM_OF = {
    "kế hoạch cụ thể, trước ngày 30/6/2021": "III.1.a",
    "báo cáo năm, trước ngày 02/12": "III.1.c",
    "xong trong tháng 7/2021": "II.1.b",
    "tháng 9/2021": "II.3.5",
    "xong trong năm 2021": "II.6.2",
    "sơ kết năm 2024": "III.2.d",
    "tổng kết năm 2026": "III.2.e",
}


@pytest.mark.parametrize("row", DUE_ROWS, ids=lambda row: f"{row[0]} {row[1]}")
def test_due_days_as_worked_out_in_the_source(row: list[str]) -> None:
    """Policy ``before: exclusive``, ``roll: next``: the column "strict+next", or the date rolled.

    A row without a strict reading names no "trước ngày": its own day is the nominal one.
    """
    wording, named, _, strict, _, strict_next, _, _, named_next = row
    item = _ITEM_OF.get(wording, "II.4.2")  # the rest are "hàng năm"
    period = named[:4] if item in ("III.1.c", "II.4.2") else ONCE
    (demand,) = (
        each
        for each in run_at("2021-12-15").reports[0].docket.demands
        if (each.item.id, each.period) == (item, period)
    )
    exclusive = strict != "-"
    assert str(demand.term.nominal) == (strict if exclusive else named)
    assert str(demand.due) == (strict_next if exclusive else named_next)


def test_the_source_of_due_days_covers_every_yearly_report() -> None:
    years = [row[1][:4] for row in DUE_ROWS if row[0].startswith("báo cáo năm")]
    demands = run_at("2021-12-15").reports[0].docket.demands
    assert years == [each.period for each in demands if each.item.id == "III.1.c"]


@pytest.mark.parametrize("year", range(2021, 2027))
def test_calendar_as_in_the_source(year: int) -> None:
    """Every day of the year: off and by which name, worked, or a plain weekend."""
    listed = {
        date.fromisoformat(day): None if kind == "work" else name
        for day, kind, name, _ in rows_of("vn-days-2021-2027.tsv")
    }
    calendar = vietnam()
    first = date(year, 1, 1)
    for day in map(first.__add__, map(timedelta, range((date(year + 1, 1, 1) - first).days))):
        weekend = "weekend" if day.isoweekday() > 5 else None
        assert calendar.why_off(day) == listed.get(day, weekend), day
        assert calendar.confirmed(day)
