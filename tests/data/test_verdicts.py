"""The shipped plan, registry and illustrative reports give the verdicts worked out by hand.

Each expected value comes from the plan's sentence (``data/plan_06.yaml``), the calendar
(``tests/sources/vn-days-2021-2027.tsv``), what became of the agency (``data/agencies.yaml``) and
the day in the registry book (``data/receipts.yaml``); the comment beside it is that reasoning.
"""

import csv
from collections import Counter
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from kehoach.calendar import vietnam
from kehoach.diagnostics import Severity
from kehoach.pages.agency_page import AGENCY_FORMATS
from kehoach.pages.explain_page import EXPLAIN_FORMATS
from kehoach.pages.item_page import ITEM_FORMATS
from kehoach.pages.status_page import STATUS_FORMATS
from kehoach.pages.upcoming_page import UPCOMING_FORMATS
from kehoach.reading.folder import DataFolder
from kehoach.review.check_formats import CHECK_FORMATS
from kehoach.run import Question, Run, answer
from kehoach.terminal.screen import Screen
from kehoach.verdicts.assessment import Assessment
from kehoach.words import Lang
from kehoach.words.statuses import Remark, Status, with_parts

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
SOURCES = ROOT / "tests" / "sources"
ONCE = "once"
NOTICE = "Dữ liệu minh hoạ"


@cache
def run_at(day: str) -> Run:
    """Return the answer on all the shipped data as of the end of a day."""
    return answer(DataFolder(DATA), "data/", Question(date.fromisoformat(day)))


@cache
def _by_name(day: str) -> dict[tuple[str, str, str, str | None], Assessment]:
    """Return the verdicts by item, period, agency and the body it was inherited from."""
    return {
        (each.obligation.key.item, each.obligation.key.period, each.agency, each.inherited_from): (
            each
        )
        for each in run_at(day).assessments
    }


def verdict(
    day: str, item: str, agency: str, period: str, inherited_from: str | None = None
) -> Assessment:
    """Return the one verdict on an item, agency and period."""
    return _by_name(day)[item, period, agency, inherited_from]


class Expected(NamedTuple):
    """A verdict: days are positive when late, negative when early or left."""

    item: str
    agency: str
    period: str
    status: str
    days: int | None = None
    reason: str | None = None


# ── 2021-12-15: after the first yearly report fell due ──────────────────────────────────────────
DECEMBER_2021 = (
    # III.1.c "trước ngày 02/12": 2021-12-01, a Wednesday, is the last day on time.
    # Received 2021-12-01, the last day itself.
    Expected("III.1.c", "so-tu-phap", "2021", "done_on_time", 0),
    Expected("III.1.c", "ubnd-luc-ngan", "2021", "done_on_time", 0),
    # Received 2021-11-29: two days early.
    Expected("III.1.c", "so-tai-chinh", "2021", "done_on_time", -2),
    Expected("III.1.c", "so-ke-hoach-dau-tu", "2021", "done_on_time", -2),
    # Received 2021-11-30.
    Expected("III.1.c", "so-noi-vu", "2021", "done_on_time", -1),
    # Received 2021-11-25 and 2021-11-26.
    Expected("III.1.c", "thanh-tra-tinh", "2021", "done_on_time", -6),
    Expected("III.1.c", "ubnd-viet-yen", "2021", "done_on_time", -5),
    # Signed 2021-12-03, received 2021-12-08: the day of receipt counts.
    Expected("III.1.c", "ubnd-yen-the", "2021", "done_late", 7, "received"),
    # Nothing came: 15 - 1 December.
    Expected("III.1.c", "so-y-te", "2021", "overdue", 14, "nothing_came"),
    # III.1.a "trước ngày 30/6/2021": the last day is Tuesday 2021-06-29. Received 2021-06-25.
    Expected("III.1.a", "so-tu-phap", ONCE, "done_on_time", -4),
    # A paper report without a file, entered in the book on 2021-06-28.
    Expected("III.1.a", "ubnd-luc-ngan", ONCE, "done_on_time", -1),
    # Signed on the last day, received 2021-07-01.
    Expected("III.1.a", "ubnd-viet-yen", ONCE, "done_late", 2),
    # Never sent: 1 day of June, 31+31+30+31+30, 15 of December.
    Expected("III.1.a", "so-tai-chinh", ONCE, "overdue", 169),
    # II.1.b "xong trong tháng 7/2021": 2021-07-31 is a Saturday, so Monday 2021-08-02.
    # Completed 2021-06-25: 5 days of June, 31 of July, 2 of August early.
    Expected("II.1.b", "so-tu-phap", ONCE, "done_on_time", -38, "completed"),
    # Completed 2021-07-23, told on 2021-11-29: the day of completion counts.
    Expected("II.1.b", "so-tai-chinh", ONCE, "done_on_time", -10, "completed"),
    # Completed 2021-07-30 and 2021-07-28.
    Expected("II.1.b", "thanh-tra-tinh", ONCE, "done_on_time", -3),
    Expected("II.1.b", "ubnd-luc-ngan", ONCE, "done_on_time", -5),
    # Done without a day: the day of receipt, 2021-12-08: 29+30+31+30+8 days after 2 August.
    Expected("II.1.b", "ubnd-yen-the", ONCE, "done_late", 128, "completed_unstated"),
    # A commune, which owes no yearly report: to be told by 2021-08-02 and ten days. Its "completed:
    # 2021-08-05" was told on 2021-08-31, so that day counts: 31 - 2.
    Expected("II.1.b", "ubnd-xa-dong-ky-yen-the", ONCE, "done_late", 29, "told_late"),
    # A commune of which nothing is known: 29+30+31+30+15.
    Expected("II.1.b", "ubnd-xa-canh-nau-yen-the", ONCE, "overdue", 135, "nothing_came"),
    # II.3.5 "tháng 9/2021": Thursday 2021-09-30; completed 2021-09-28.
    Expected("II.3.5", "so-tu-phap", ONCE, "done_on_time", -2),
    # II.4.2 "hàng năm": 2021-12-31, a Friday. Completed 2021-10-15 with the one field asked for.
    Expected("II.4.2", "so-tu-phap", "2021", "done_on_time", -77),
    # UBND tỉnh must choose at least 02 fields and has one: not fulfilled, 16 days left.
    Expected("II.4.2", "ubnd-tinh", "2021", "in_term", -16, "too_few"),
    # In progress.
    Expected("II.4.2", "thanh-tra-tinh", "2021", "in_term", -16, "not_done"),
    # Its yearly report does not mention the plan at all.
    Expected("II.4.2", "so-ke-hoach-dau-tu", "2021", "in_term", -16, "nothing_came"),
    # II.6.2 "xong trong năm 2021"; 2021-11-20 is 10 + 31 days before its end.
    Expected("II.6.2", "so-tu-phap", ONCE, "done_on_time", -41),
    Expected("II.6.2", "so-noi-vu", ONCE, "in_term", -16, "not_done"),
    # II.6.3.c "định kỳ hàng năm", Sở Tư pháp alone; 2021-10-29: 2 + 30 + 31 days.
    Expected("II.6.3.c", "so-tu-phap", "2021", "done_on_time", -63),
    # II.7 "UBND các cấp … hàng năm"; 2021-08-20 and 2021-08-10.
    Expected("II.7", "ubnd-viet-yen", "2021", "done_on_time", -133),
    Expected("II.7", "ubnd-xa-dong-ky-yen-the", "2021", "done_on_time", -143),
    # II.7.a sent on 2021-07-15: 16+31+30+31+30+31.
    Expected("II.7.a", "so-tu-phap", "2021", "done_on_time", -169),
    # II.7.b, Sở Tài chính alone; 2021-11-15: 15 + 31.
    Expected("II.7.b", "so-tai-chinh", "2021", "done_on_time", -46),
    # II.1.a hangs on two events, neither of them recorded.
    Expected("II.1.a", "so-tu-phap", ONCE, "waiting", None, "event_awaited"),
    # III.2.c "tại phiên họp tháng 12": no session recorded, so the month's last day.
    Expected("III.2.c", "so-tu-phap", "2021", "in_term", -16, "nothing_came"),
)

# ── 2026-11-22: after the mergers of 2025, before the last yearly report ────────────────────────
NOVEMBER_2026 = (
    # 2022: Thursday 2022-12-01. Received 30/11, 28/11, 30/11 and on the very day.
    Expected("III.1.c", "so-tu-phap", "2022", "done_on_time", -1),
    Expected("III.1.c", "ubnd-yen-the", "2022", "done_on_time", -3),
    Expected("III.1.c", "ubnd-luc-ngan", "2022", "done_on_time", -1),
    Expected("III.1.c", "ubnd-viet-yen", "2022", "done_on_time", 0),
    # A nil report is a report; received 2022-11-28.
    Expected("III.1.c", "so-noi-vu", "2022", "done_on_time", -3, "received"),
    # Signed on the last day, received 2022-12-05.
    Expected("III.1.c", "so-tai-chinh", "2022", "done_late", 4),
    # 2023: Friday 2023-12-01; nothing since: three years (1096 days) less nine.
    Expected("III.1.c", "so-y-te", "2023", "overdue", 1087),
    # 2024: 2024-12-01 is a Sunday, so Monday 2024-12-02, the day on which this one came.
    Expected("III.1.c", "so-tai-chinh", "2024", "done_on_time", 0),
    # Received 28/11 and 29/11: four and three days before that Monday.
    Expected("III.1.c", "thanh-tra-tinh", "2024", "done_on_time", -4),
    Expected("III.1.c", "so-tu-phap", "2024", "done_on_time", -3),
    Expected("III.1.c", "ubnd-yen-the", "2024", "done_on_time", -3),
    # 2025: Monday 2025-12-01; the new department's first report came 2025-11-28.
    Expected("III.1.c", "so-nong-nghiep-moi-truong", "2025", "done_on_time", -3),
    # 2026: Tuesday 2026-12-01, nine days ahead.
    Expected("III.1.c", "so-tu-phap", "2026", "in_term", -9, "nothing_came"),
    # What a body delivered while it existed stays its own.
    Expected("III.1.c", "so-ke-hoach-dau-tu", "2021", "done_on_time", -2),
    Expected("III.1.c", "ubnd-viet-yen", "2021", "done_on_time", -5),
    Expected("II.1.b", "ubnd-xa-dong-ky-yen-the", ONCE, "done_late", 29, "told_late"),
    # II.4.2, 2021: one field of two, five years (1826 days) less 39 after 2021-12-31.
    Expected("II.4.2", "ubnd-tinh", "2021", "overdue", 1787, "too_few"),
    Expected("II.4.2", "thanh-tra-tinh", "2021", "overdue", 1787, "not_done"),
    # 2022-12-31 is a Saturday, 1/1 a Sunday, 2/1 off in lieu: Tuesday 2023-01-03.
    # Two fields on 2022-03-10, one on 2022-02-25.
    Expected("II.4.2", "ubnd-tinh", "2022", "done_on_time", -299),
    Expected("II.4.2", "ubnd-luc-ngan", "2022", "done_on_time", -312),
    # Tuesday 2024-12-31; completed 2024-03-20.
    Expected("II.4.2", "thanh-tra-tinh", "2024", "done_on_time", -286),
    # II.6.2 was only in progress in the report of 2021.
    Expected("II.6.2", "so-noi-vu", ONCE, "overdue", 1787, "not_done"),
    # II.7, 2025: the communes of 2025-07-01 owe it; 2025-12-31 is a year less 39 days ago.
    Expected("II.7", "ubnd-xa-yen-the", "2025", "overdue", 326),
    # III.2.d "sơ kết vào năm 2024": 2024-10-30 is 1 + 30 + 31 days before its end.
    Expected("III.2.d", "so-tu-phap", ONCE, "done_on_time", -62),
    # III.2.e "tổng kết vào năm 2026": 8 + 31 days left.
    Expected("III.2.e", "so-tu-phap", ONCE, "in_term", -39),
    # III.2.c of 2021: no session was recorded, nothing came.
    Expected("III.2.c", "so-tu-phap", "2021", "overdue", 1787),
    # Neither event has been recorded since.
    Expected("II.1.a", "so-tu-phap", ONCE, "waiting", None, "event_awaited"),
)

# ── Around the days on which a verdict turns ────────────────────────────────────────────────────
TURNS = (
    # The last day runs to 24:00; the day after is one day over.
    ("2021-12-01", Expected("III.1.c", "so-y-te", "2021", "in_term", 0)),
    ("2021-12-02", Expected("III.1.c", "so-y-te", "2021", "overdue", 1)),
    ("2021-06-29", Expected("III.1.a", "so-y-te", ONCE, "in_term", 0)),
    ("2021-06-30", Expected("III.1.a", "so-y-te", ONCE, "overdue", 1)),
    # Saturday 31/7 and Sunday 1/8/2021 do not end the term, Monday 2/8 does.
    ("2021-08-02", Expected("II.1.b", "ubnd-viet-yen", ONCE, "in_term", 0)),
    ("2021-08-03", Expected("II.1.b", "ubnd-viet-yen", ONCE, "overdue", 1)),
    # The Monday "trước 02/12" excludes is on time in 2024, the Tuesday is not.
    ("2024-12-02", Expected("III.1.c", "so-y-te", "2024", "in_term", 0)),
    ("2024-12-03", Expected("III.1.c", "so-y-te", "2024", "overdue", 1)),
    # The day before an arrival in the book nothing has come.
    ("2021-11-28", Expected("III.1.c", "so-tai-chinh", "2021", "in_term", -3, "nothing_came")),
    ("2021-11-29", Expected("III.1.c", "so-tai-chinh", "2021", "done_on_time", -2)),
    ("2021-06-27", Expected("III.1.a", "ubnd-luc-ngan", ONCE, "in_term", -2)),
    ("2021-06-28", Expected("III.1.a", "ubnd-luc-ngan", ONCE, "done_on_time", -1)),
    ("2021-12-07", Expected("III.1.c", "ubnd-yen-the", "2021", "overdue", 6)),
    ("2021-12-08", Expected("III.1.c", "ubnd-yen-the", "2021", "done_late", 7)),
    ("2024-12-01", Expected("III.1.c", "so-tai-chinh", "2024", "in_term", -1)),
    ("2024-12-02", Expected("III.1.c", "so-tai-chinh", "2024", "done_on_time", 0)),
    # Completed 23/7, but nobody was told before 29/11: 29+30+31+28 days after 2/8.
    ("2021-11-28", Expected("II.1.b", "so-tai-chinh", ONCE, "overdue", 118, "nothing_came")),
    # III.2.d is not open before 2024 begins (366 days, the first of them today).
    ("2024-01-01", Expected("III.2.d", "so-tu-phap", ONCE, "in_term", -365)),
    # A body still owes on its last day: 731 days to 2024-12-01, then 30+31+28.
    ("2025-02-28", Expected("III.1.c", "so-ke-hoach-dau-tu", "2022", "overdue", 820)),
    # 29+31+28 days after 2024-12-02.
    ("2025-02-28", Expected("III.1.c", "so-nong-nghiep-ptnt", "2024", "overdue", 88)),
    # 30+31 days after 2023-12-01, the last day of huyện Việt Yên.
    ("2024-01-31", Expected("III.1.c", "ubnd-viet-yen", "2023", "overdue", 61)),
)

ALL = (
    *(("2021-12-15", each) for each in DECEMBER_2021),
    *(("2026-11-22", each) for each in NOVEMBER_2026),
    *TURNS,
)


@pytest.mark.parametrize(("day", "expected"), ALL)
def test_verdict(day: str, expected: Expected) -> None:
    item, agency, period, status, days, reason = expected
    found = verdict(day, item, agency, period)
    assert (found.status, found.days) == (status, days)
    assert reason is None or found.reason == reason
    assert not found.heirless


@pytest.mark.parametrize(
    ("day", "item", "agency", "period", "covered", "reason"),
    [
        # Its report of 2021 names II.2 and says nothing of II.5.1.
        ("2021-12-15", "II.2", "thanh-tra-tinh", "2021", True, "covered"),
        ("2021-12-15", "II.5.1", "thanh-tra-tinh", "2021", False, "not_covered"),
        # The lead by name of II.4.1 and of III.2.a reported on it.
        ("2021-12-15", "II.4.1", "thanh-tra-tinh", "2021", True, "covered"),
        ("2021-12-15", "III.2.a", "so-tu-phap", "2021", True, "covered"),
        # A late report covers as well as one in time.
        ("2021-12-15", "II.2", "ubnd-yen-the", "2021", True, "covered"),
        # No report: only the report itself is overdue.
        ("2021-12-15", "II.2", "so-y-te", "2021", False, "report_missing"),
        # Nobody knows before the report is due, even where it has come.
        ("2021-12-01", "II.2", "so-tu-phap", "2021", None, "cover_not_due"),
        ("2021-12-02", "II.2", "so-tu-phap", "2021", True, "covered"),
        ("2024-12-02", "II.2", "so-y-te", "2024", None, "cover_not_due"),
        ("2024-12-03", "II.2", "so-y-te", "2024", False, "report_missing"),
        ("2026-11-22", "II.6.2", "so-tu-phap", "2026", None, "cover_not_due"),
        # III.1.c is not laid on communes, the council or the procuracy, whatever they say.
        ("2021-12-15", "II.6.1", "ubnd-xa-dong-ky-yen-the", "2021", None, "no_report_duty"),
        ("2021-12-15", "II.3.1", "hoi-dong-pbgdpl-tinh", "2021", None, "no_report_duty"),
        ("2021-12-15", "II.5.3", "vks-tinh", "2021", None, "no_report_duty"),
        # A nil report speaks of everything, item by item.
        ("2026-11-22", "II.2", "so-noi-vu", "2022", True, "covered_by_nil"),
        ("2026-11-22", "II.6.2", "so-noi-vu", "2022", True, "covered_by_nil"),
        # "thường xuyên củng cố, kiện toàn trong những năm tiếp theo": from 2022 on.
        ("2026-11-22", "II.6.2", "so-tu-phap", "2022", True, "covered"),
        ("2026-11-22", "II.6.2", "so-noi-vu", "2023", False, "report_missing"),
    ],
)
def test_continuous_work_is_judged_by_its_report(
    day: str, item: str, agency: str, period: str, covered: bool | None, reason: str
) -> None:
    found = verdict(day, item, agency, period)
    assert (found.status, found.covered, found.reason) == ("ongoing", covered, reason)
    assert found.days is None


@pytest.mark.parametrize(
    ("item", "agency"),
    [
        ("II.9", "ubmttq-tinh"),  # "Đề nghị Ủy ban MTTQ Việt Nam tỉnh …"
        ("II.9", "tinh-doan"),
        ("II.10", "cuc-thue-tinh"),  # "Đề nghị các cơ quan Trung ương …"
    ],
)
def test_what_is_only_requested_is_never_overdue(item: str, agency: str) -> None:
    found = verdict("2026-11-22", item, agency, "2021")
    assert found.requested
    assert (found.status, found.covered) == ("ongoing", None)


@pytest.mark.parametrize(
    ("day", "item", "agency", "period"),
    [
        # The year has not begun.
        ("2021-12-15", "III.1.c", "so-tu-phap", "2022"),
        ("2021-12-15", "II.6.2", "so-tu-phap", "2022"),
        ("2023-12-31", "III.2.d", "so-tu-phap", ONCE),
        ("2025-12-31", "III.2.e", "so-tu-phap", ONCE),
        # II.6.2 is for the specialised agencies alone.
        ("2021-12-15", "II.6.2", "bql-cac-kcn", ONCE),
        ("2021-12-15", "II.6.2", "ubnd-yen-the", ONCE),
        # III.1 is not for communes, nor for the province itself.
        ("2021-12-15", "III.1.c", "ubnd-xa-dong-ky-yen-the", "2021"),
        ("2021-12-15", "III.1.c", "ubnd-tinh", "2021"),
        # No district is left on 2025-12-01; no department of 2021 that was merged.
        ("2026-11-22", "III.1.c", "ubnd-yen-the", "2025"),
        ("2026-11-22", "III.1.c", "so-ke-hoach-dau-tu", "2025"),
        # A body of 2025 owes nothing of 2021 by itself.
        ("2026-11-22", "III.1.c", "so-nong-nghiep-moi-truong", "2021"),
        # "theo quy định" and "theo yêu cầu" give no day, and no request is recorded.
        ("2026-11-22", "III.2.b", "so-tu-phap", ONCE),
        ("2026-11-22", "III.2.f", "so-tu-phap", ONCE),
    ],
)
def test_not_listed(day: str, item: str, agency: str, period: str) -> None:
    assert (item, period, agency, None) not in _by_name(day)


@pytest.mark.parametrize(
    ("day", "item", "old", "heir", "period", "status", "days"),
    [
        # A department ended on 2025-02-28; from the next day its successor owes the report.
        ("2025-03-01", "III.1.c", "so-nong-nghiep-ptnt", "so-nong-nghiep-moi-truong", "2024",
         "overdue", 89),
        # Two departments left one successor the same debt of 2021: five years less nine days.
        ("2026-11-22", "III.1.c", "so-nong-nghiep-ptnt", "so-nong-nghiep-moi-truong", "2021",
         "overdue", 1817),
        ("2026-11-22", "III.1.c", "so-tai-nguyen-moi-truong", "so-nong-nghiep-moi-truong", "2021",
         "overdue", 1817),
        ("2026-11-22", "III.1.c", "ban-dan-toc", "so-dan-toc-ton-giao", "2021", "overdue", 1817),
        # Việt Yên: a town from 2024-02-01, which sent the report of 2023 on 2024-03-15.
        ("2024-02-01", "III.1.c", "ubnd-viet-yen", "ubnd-thi-xa-viet-yen", "2023", "overdue", 62),
        ("2024-03-14", "III.1.c", "ubnd-viet-yen", "ubnd-thi-xa-viet-yen", "2023", "overdue", 104),
        ("2024-03-15", "III.1.c", "ubnd-viet-yen", "ubnd-thi-xa-viet-yen", "2023",
         "done_late", 105),
        # The town ended too (2025-06-30); what it delivered stays delivered.
        ("2026-11-22", "III.1.c", "ubnd-viet-yen", "ubnd-thi-xa-viet-yen", "2023",
         "done_late", 105),
        # Communes of 2021 went into those of 2025-07-01: 1826 + 112 days after 2021-08-02.
        ("2026-11-22", "II.1.b", "ubnd-xa-canh-nau-yen-the", "ubnd-xa-xuan-luong", ONCE,
         "overdue", 1938),
    ],
)  # fmt: skip
def test_a_debt_passes_to_the_successor(
    day: str, item: str, old: str, heir: str, period: str, status: str, days: int
) -> None:
    found = verdict(day, item, heir, period, inherited_from=old)
    assert (found.status, found.days, found.heirless) == (status, days, False)
    assert (item, period, old, None) not in _by_name(day)


@pytest.mark.parametrize(
    ("day", "item", "old", "heir", "period", "status"),
    [
        # Sở Tài chính owes the same itself: it was late in 2022, in time in 2024, done in 2021.
        ("2025-03-01", "III.1.c", "so-ke-hoach-dau-tu", "so-tai-chinh", "2022", "done_late"),
        ("2026-11-22", "III.1.c", "so-ke-hoach-dau-tu", "so-tai-chinh", "2024", "done_on_time"),
        ("2026-11-22", "II.6.2", "so-ke-hoach-dau-tu", "so-tai-chinh", ONCE, "done_on_time"),
        ("2026-11-22", "III.1.c", "so-lao-dong-tbxh", "so-noi-vu", "2022", "done_on_time"),
        ("2026-11-22", "III.1.c", "so-giao-thong-van-tai", "so-xay-dung", "2021", "overdue"),
        # Yên Dũng joined the city on 2025-01-01, which has sent nothing either.
        ("2025-01-01", "III.1.c", "ubnd-yen-dung", "ubnd-thanh-pho-bac-giang", "2021", "overdue"),
        # Xã Hồng Kỳ joined Đồng Kỳ on 2025-01-01, which had done it and ended on 2025-06-30.
        ("2025-01-01", "II.1.b", "ubnd-xa-hong-ky-yen-the", "ubnd-xa-dong-ky-yen-the", ONCE,
         "done_late"),
        ("2026-11-22", "II.1.b", "ubnd-xa-hong-ky-yen-the", "ubnd-xa-dong-ky-yen-the", ONCE,
         "done_late"),
    ],
)  # fmt: skip
def test_a_debt_merges_into_the_same_debt_of_the_successor(
    day: str, item: str, old: str, heir: str, period: str, status: str
) -> None:
    found = verdict(day, item, heir, period)
    assert found.status == status
    assert old in found.merged
    assert not [key for key in _by_name(day) if key[:3] == (item, period, old)]
    assert (item, period, heir, old) not in _by_name(day)


def test_before_the_merger_nothing_is_merged() -> None:
    """On 2025-02-28, its last day, a department still stands for itself."""
    assert verdict("2025-02-28", "III.1.c", "so-tai-chinh", "2022").merged == ()


@pytest.mark.parametrize(
    ("item", "agency", "period", "days"),
    [
        # Two years less ten days after 2024-12-02; the district level ended on 2025-06-30.
        ("III.1.c", "ubnd-tan-yen", "2024", 720),
        ("III.1.c", "ubnd-thi-xa-viet-yen", "2024", 720),
        # 2023-12-31 is a Sunday, 1/1 a holiday: Tuesday 2024-01-02; 731 days, then 324.
        # The town that took it over has ended without a successor.
        ("II.4.2", "ubnd-viet-yen", "2023", 1055),
    ],
)
def test_a_debt_without_a_successor(item: str, agency: str, period: str, days: int) -> None:
    found = verdict("2026-11-22", item, agency, period)
    assert (found.status, found.days, found.heirless) == ("overdue", days, True)


def test_a_district_has_no_successor_from_the_day_after_its_last() -> None:
    """The district level ended on 2025-06-30."""
    last, after = (
        verdict(day, "III.1.c", "ubnd-tan-yen", "2024") for day in ("2025-06-30", "2025-07-01")
    )
    assert (last.heirless, after.heirless) == (False, True)


@pytest.mark.parametrize(
    ("day", "item", "period", "soon"),
    [
        # Due 2021-12-01; the window is 14 days, both ends included.
        ("2021-11-16", "III.1.c", "2021", False),
        ("2021-11-17", "III.1.c", "2021", True),
        ("2021-12-01", "III.1.c", "2021", True),
        ("2021-12-02", "III.1.c", "2021", False),
        # The session of December, assumed on 2021-12-31.
        ("2021-12-16", "III.2.c", "2021", False),
        ("2021-12-17", "III.2.c", "2021", True),
        # 2026-12-01 is nine days ahead, 2026-12-31 is 39.
        ("2026-11-22", "III.1.c", "2026", True),
        ("2026-11-22", "III.2.e", ONCE, False),
    ],
)
def test_due_soon(day: str, item: str, period: str, soon: bool) -> None:
    agency = "so-y-te" if item == "III.1.c" else "so-tu-phap"
    assert verdict(day, item, agency, period).due_soon is soon


def test_the_book_dates_a_report_by_its_letter_or_by_item_and_period() -> None:
    """One letter dates its whole file; a paper report stands in the book alone."""
    by_letter = verdict("2022-12-15", "III.1.c", "so-noi-vu", "2022").claim
    by_item = verdict("2022-12-15", "III.1.c", "so-tai-chinh", "2022").claim
    paper = verdict("2021-12-15", "III.1.a", "ubnd-luc-ngan", ONCE).claim
    for claim in (by_letter, by_item, paper):
        assert claim is not None
        assert claim.receipt is not None
        assert claim.receipt.source == "registry"
    assert paper is not None
    assert paper.file == "receipts.yaml"


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


# ── The illustrative files themselves ───────────────────────────────────────────────────────────
SAMPLES = sorted((DATA / "submissions").rglob("*.yaml"))


def test_illustrative_files_say_so() -> None:
    """Nothing invented may be taken for a real report: not in the file, not in the book."""
    workspace = run_at("2026-11-22").workspace
    assert len(workspace.filings) == len(SAMPLES)
    assert len({path.parent for path in SAMPLES}) >= 8
    for path in SAMPLES:
        head = path.read_text(encoding="utf-8").split("\n", 1)[0]
        assert head == "# Dữ liệu minh hoạ, không phải báo cáo thật"
    for filing in workspace.filings:
        document = filing.submission.document
        assert filing.submission.sample
        assert (document.number or "").startswith("mẫu-")
        assert document.signer == "Nguyễn Văn Mẫu"
    assert all(entry.sample for entry in workspace.book.receipts)


def test_the_book_dates_every_illustrative_entry() -> None:
    """None rests on the date that the file itself declares."""
    for report in run_at("2026-11-22").reports:
        for claim in report.claims:
            assert claim.receipt is not None
            assert claim.receipt.source == "registry"
            assert claim.document.date is None or claim.document.date <= claim.receipt.day


def test_no_decision_is_invented() -> None:
    decided = run_at("2026-11-22").workspace.decisions
    assert (*decided.events, *decided.sessions, *decided.requests) == ()
    assert (*decided.extensions, *decided.waivers) == ()


@pytest.mark.parametrize("day", ["2021-06-20", "2021-12-15", "2023-12-15", "2026-11-22"])
def test_shipped_files_have_no_errors(day: str) -> None:
    run = run_at(day)
    assert run.workspace.left_out == ()
    assert [each for each in run.findings if each.rule.severity is Severity.ERROR] == []


@pytest.mark.parametrize("day", ["2021-12-15", "2023-12-15", "2026-11-22"])
def test_warnings_are_those_that_the_samples_are_meant_to_show(day: str) -> None:
    """No day of completion, one told too late, too few fields, continuous work left out of a report.

    On 2023-12-15 the town's report for huyện Việt Yên has not come, and warns of nothing yet. In 2026
    the districts are gone, and their debts under five items have passed to nobody.
    """
    nobodys = ("II.1.b", "II.4.2", "II.7", "III.1.a", "III.1.c") if day == "2026-11-22" else ()
    warned = {
        (each.rule.code, each.subject)
        for each in run_at(day).findings
        if each.rule.severity is Severity.WARNING
    }
    assert warned == {
        ("KH410", ("ubnd-yen-the", "II.1.b", ONCE)),
        # Done on 5 August, told on the 31st: by the 12th at the latest.
        ("KH515", ("ubnd-xa-dong-ky-yen-the", "II.1.b", ONCE)),
        ("KH411", ("ubnd-tinh", "II.4.2", "2021")),
        ("KH412", ("thanh-tra-tinh", "II.5.1", "2021")),
        *(("KH323", (None, item, None)) for item in nobodys),
    }


def pages(run: Run, narrow: Run, lang: Lang) -> dict[str, str]:
    """Return every kind of output; ``narrow`` answers for one agency and one item.

    ``check --format jsonl`` is left out: it holds findings a line and nothing else.
    """
    screen = Screen(lang=lang)
    wide = {
        f"{name} {format_}": "".join(render(run, screen))
        for name, formats in (("status", STATUS_FORMATS), ("check", CHECK_FORMATS))
        for format_, render in formats.items()
        if format_ != "jsonl"
    }
    one = {
        f"{name} {format_}": render(narrow, screen)
        for name, formats in (
            ("agency", AGENCY_FORMATS),
            ("item", ITEM_FORMATS),
            ("explain", EXPLAIN_FORMATS),
        )
        for format_, render in formats.items()
    }
    soon = {
        f"upcoming {name}": render(run, screen, 30) for name, render in UPCOMING_FORMATS.items()
    }
    return wide | one | soon


def narrowed(day: str, item: str, agency: str, period: str) -> Run:
    """Return the answer for one obligation."""
    question = Question(date.fromisoformat(day), (agency,), (), (item,), (period,))
    return answer(DataFolder(DATA), "data/", question)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_output_says_that_data_is_illustrative(lang: Lang) -> None:
    narrow = narrowed("2021-12-15", "III.1.c", "so-tai-chinh", "2021")
    for name, page in pages(run_at("2021-12-15"), narrow, lang).items():
        assert NOTICE in page, name


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_output_says_so_where_no_illustrative_report_counts(lang: Lang) -> None:
    """Nothing has come by 2021-06-20, the first arrival in the book is 2021-06-25."""
    narrow = narrowed("2021-06-20", "III.1.a", "so-tai-chinh", ONCE)
    for name, page in pages(run_at("2021-06-20"), narrow, lang).items():
        assert NOTICE not in page, name


@pytest.mark.parametrize(
    ("item", "agency", "period"),
    [
        ("II.2", "so-noi-vu", "2022"),  # covered by an invented nil report
        ("II.5.1", "thanh-tra-tinh", "2021"),  # left out of an invented report
        ("II.2", "thanh-tra-tinh", "2021"),  # covered by an invented report
    ],
)
def test_a_verdict_that_rests_on_an_illustrative_report_says_so(
    item: str, agency: str, period: str
) -> None:
    assert narrowed("2022-12-15", item, agency, period).sample
