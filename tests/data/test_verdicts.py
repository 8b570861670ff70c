"""The shipped plan, registry and illustrative reports give the verdicts worked out by hand.

Each expected value comes from the plan's sentence (``data/plan_06.yaml``), the calendar
(``tests/sources/vn-days-2021-2027.tsv``), what became of the agency (``data/agencies.yaml``) and
the day in the registry book (``data/receipts.yaml``); the comment beside it is that reasoning.
"""

from typing import NamedTuple

import pytest

from data.shipped_verdicts import ONCE, verdict


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
