"""Each step says its own days, hours and names, in both languages, and nothing of another step."""

import pytest

from builders import D
from kehoach.model.deadlines.counted_steps import CountedFrom, HoursFrom
from kehoach.model.deadlines.steps import (
    BeforeSpan,
    CoveredBy,
    DayBefore,
    DayNamed,
    DayOfPeriod,
    EventAwaited,
    EventRecorded,
    NoDueDay,
    NotBefore,
    PeriodEnd,
    RequestMade,
    SessionAssumed,
    SessionHeld,
    SpanEnd,
    Step,
)
from kehoach.model.fields import Length
from kehoach.model.ids import EventId
from kehoach.periods import PeriodName

JUNE, JULY = D("2026-06-30"), D("2026-07-01")
HOP = EventId("hop")


@pytest.mark.parametrize(
    ("step", "vi", "en"),
    [
        (DayNamed(JUNE), "chính ngày 30/06/2026", "very day 2026-06-30"),
        (DayOfPeriod(JUNE), "trong kỳ này, là 30/06/2026", "falls on 2026-06-30"),
        (DayOfPeriod(JUNE, 31), ("ngày 31; tháng 06/2026 không có ngày 31 → ngày cuối tháng 30/06/2026 "
         "(khoản 3 Điều 148"), ("day 31; 06/2026 has no day 31 → its last day, 2026-06-30 (Civil Code "
         "2015, Art. 148.3)")),
        (DayOfPeriod(D("2025-02-28"), 29, yearly=True), "(khoản 4 Điều 148", "Art. 148.4)"),
        (SpanEnd(JUNE), "là 30/06/2026", "is 2026-06-30"),
        (PeriodEnd(JUNE), "của kỳ là 30/06/2026", "of the period is 2026-06-30"),
        (DayBefore(JULY, JUNE), ("“trước ngày 01/07/2026”, chính sách before: exclusive → ngày cuối còn "
         "đúng hạn là 30/06/2026"), ("“before 2026-07-01”, policy before: exclusive → the last day on "
         "time is 2026-06-30")),
        (DayBefore(JULY, JULY), ("“trước ngày 01/07/2026”, chính sách before: inclusive → chính ngày "
         "01/07/2026"), "“before 2026-07-01”, policy before: inclusive → 2026-07-01 itself"),
        (BeforeSpan(JULY, JUNE), "bắt đầu ngày 01/07/2026 → ngày cuối còn đúng hạn là 30/06/2026",
         "begins on 2026-07-01 → the last day on time is 2026-06-30"),
        (EventRecorded(HOP, JUNE), "“hop” ghi nhận ngày 30/06/2026", "“hop” recorded on 2026-06-30"),
        (EventRecorded(HOP, JUNE, "16:00"), "ghi nhận 16:00 ngày 30/06/2026",
         "recorded at 16:00 on 2026-06-30"),
        (EventAwaited(HOP), "“hop” chưa được ghi nhận", "“hop” has not been recorded"),
        (NotBefore(JULY, None), "từ 01/07/2026;", "from 2026-07-01 on"),
        (NotBefore(JULY, "08:00"), "từ 08:00 ngày 01/07/2026;", "from 08:00 on 2026-07-01 on"),
        (SessionHeld(JULY), "ngày 01/07/2026", "on 2026-07-01"),
        (SessionAssumed(JUNE), "đến 30/06/2026", "by 2026-06-30"),
        (CoveredBy(PeriodName("2026-H1"), JUNE), "kỳ 2026-H1, hạn 30/06/2026",
         "of 2026-H1, due 2026-06-30"),
        (NoDueDay(), "không có hạn riêng", "no due day of its own"),
        (RequestMade(JUNE, JULY), "ngày 30/06/2026, hạn 01/07/2026",
         "on 2026-06-30, due 2026-07-01"),
        (CountedFrom(JUNE, Length(), JUNE, False, JUNE), "ngay trong ngày 30/06/2026",
         "on the very day, 2026-06-30"),
        (CountedFrom(JUNE, Length(days=1), JULY, False, JUNE), ("1 ngày kể từ 30/06/2026, không tính ngày "
         "đầu → 01/07/2026 (Điều 147, 148 Bộ"), ("1 day from 2026-06-30, the first day not counted → "
         "2026-07-01 (Civil Code 2015, Art. 147–148)")),
        (CountedFrom(JUNE, Length(working_days=2), D("2026-07-02"), False, D("2026-07-02")),
         "2 ngày làm việc kể từ 30/06/2026, không tính ngày đầu → 02/07/2026 (Điều 147 Bộ",
         ("2 working days from 2026-06-30, the first day not counted → 2026-07-02 (Civil Code 2015, "
         "Art. 147)")),
        (CountedFrom(JULY, Length(days=1), JUNE, True, JULY), "1 ngày trước 01/07/2026 → 30/06/2026",
         "1 day before 2026-07-01 → 2026-06-30"),
        (CountedFrom(JUNE, Length(years=1, months=1, weeks=1), D("2027-08-06"), False, D("2027-07-30")),
         "1 năm 1 tháng 1 tuần kể từ 30/06/2026", "1 year 1 month 1 week from 2026-06-30"),
        (CountedFrom(D("2026-01-31"), Length(years=1, months=1, weeks=1), D("2027-03-07"), False,
                     D("2027-02-28")),
         "1 năm 1 tháng 1 tuần kể từ 31/01/2026", ("has no day 31 → its last day, 2027-02-28 (Civil "
         "Code 2015, Art. 148.3)")),
        (HoursFrom(JUNE, "16:00", Length(hours=1), JUNE, "17:00", False),
         "1 giờ kể từ 16:00 ngày 30/06/2026 → 17:00 ngày 30/06/2026",
         "1 hour from 16:00 on 2026-06-30 → 17:00 on 2026-06-30"),
        (HoursFrom(JULY, "24:00", Length(hours=48), JUNE, None, True),
         "48 giờ trước 24:00 ngày 01/07/2026 → 24:00 ngày 30/06/2026",
         "48 hours before 24:00 on 2026-07-01 → 24:00 on 2026-06-30"),
    ],
)  # fmt: skip
def test_a_step_says_its_days_in_both_languages(step: Step, vi: str, en: str) -> None:
    said = step.said()
    assert vi in said.vi
    assert en in said.en


def test_a_report_due_by_groups_names_the_last_of_their_days() -> None:
    said = CoveredBy(PeriodName("2026-Q2"), JUNE).said_of_groups()
    assert said.vi.endswith("muộn nhất 30/06/2026")
    assert (
        said.en == "judged by the report of 2026-Q2, due by groups of agencies, the last 2026-06-30"
    )


@pytest.mark.parametrize(
    ("length", "month"),
    [(Length(months=1), D("2026-07-30")), (Length(days=30), D("2026-06-30"))],
)
def test_a_month_that_has_the_day_lacks_none(length: Length, month: object) -> None:
    """From 30 June: July has a 30th, and days know no months (Civil Code 2015, Art. 148.1, 148.3)."""
    step = CountedFrom(JUNE, length, D("2026-07-30"), False, month)  # type: ignore[arg-type]
    assert "has no day" not in step.said().en
