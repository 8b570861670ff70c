"""What a step says of its day is so: no document names a day that its month has not.

By Civil Code 2015, Art. 148.3 (months) and 148.4 (years); days by hand from the calendar.
"""

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter

from kehoach.calendar import vietnam
from kehoach.model.deadlines import Deadlines, Frame
from kehoach.model.ids import EventId
from kehoach.periods import parse_span

RULES: TypeAdapter[Any] = TypeAdapter(Deadlines)


def _said(rule: dict[str, Any], period: str = "once", event: str = "2025-03-31") -> tuple[str, str]:
    """Return the last day of a period, and the steps to it as people read them."""
    frame = Frame(
        parse_span("2024..2026"), "exclusive", vietnam(),
        {EventId("hop"): date.fromisoformat(event)}, {}, (), {},
    )  # fmt: skip
    terms = (term for each in RULES.validate_python(rule) for term in each.terms(frame))
    (term,) = [each for each in terms if each.period.name == period]
    return str(term.nominal), "; ".join(step.said().vi for step in term.steps)


@pytest.mark.parametrize(
    ("rule", "period", "last", "words"),
    [
        ({"every": "month", "by": {"day": "31"}}, "2026-02", "2026-02-28",
         "ngày 31; tháng 02/2026 không có ngày 31 → ngày cuối tháng 28/02/2026 (khoản 3 Điều 148"),
        ({"every": "month", "by": {"day": "30"}}, "2024-02", "2024-02-29",
         "tháng 02/2024 không có ngày 30 → ngày cuối tháng 29/02/2024 (khoản 3"),
        ({"every": "month", "before": {"day": "31"}}, "2026-04", "2026-04-29",
         "tháng 04/2026 không có ngày 31 → ngày cuối tháng 30/04/2026"),
        ({"every": "quarter", "by": {"month": "last", "day": "31"}}, "2026-Q2", "2026-06-30",
         "tháng 06/2026 không có ngày 31"),
        ({"every": "year", "by": "02-29"}, "2025", "2025-02-28",
         "tháng 02/2025 không có ngày 29 → ngày cuối tháng 28/02/2025 (khoản 4"),
        ({"after": "2025-08-31", "plus": "6 months"}, "once", "2026-02-28",
         "tháng 02/2026 không có ngày 31 → ngày cuối tháng 28/02/2026 (khoản 3"),
        ({"after": "2024-02-29", "plus": "1 year"}, "once", "2025-02-28",
         "tháng 02/2025 không có ngày 29 → ngày cuối tháng 28/02/2025 (khoản 4"),
        ({"event": "hop", "minus": "1 month"}, "once", "2025-02-28", "tháng 02/2025 không có ngày 31"),
        ({"every": "quarter", "plus": "2 months"}, "2025-Q4", "2026-02-28",
         "tháng 02/2026 không có ngày 31"),
    ],
)  # fmt: skip
def test_a_day_that_its_month_lacks_is_told(
    rule: dict[str, Any], period: str, last: str, words: str
) -> None:
    """Case 24: the month's last day stands for it, and the step says by which paragraph."""
    nominal, said = _said(rule, period)
    assert nominal == last
    assert words in said
    assert "nêu chính ngày" not in said


@pytest.mark.parametrize(
    ("rule", "period", "last"),
    [
        ({"every": "month", "by": {"day": "31"}}, "2026-03", "2026-03-31"),
        ({"every": "month", "by": {"day": "28"}}, "2026-02", "2026-02-28"),
        ({"every": "month", "by": {"day": "last"}}, "2026-02", "2026-02-28"),
        ({"every": "year", "by": "02-29"}, "2024", "2024-02-29"),
        ({"after": "2025-01-28", "plus": "1 month"}, "once", "2025-02-28"),
        ({"after": "2025-01-31", "plus": "28 days"}, "once", "2025-02-28"),
    ],
)
def test_where_nothing_was_cut_nothing_says_so(
    rule: dict[str, Any], period: str, last: str
) -> None:
    """The day is there, or the document itself asks for the month's last."""
    nominal, said = _said(rule, period)
    assert nominal == last
    assert "không có ngày" not in said


def test_working_days_counted_back_are_said_so() -> None:
    """Five working days before Monday 31/3/2025: 28, 27, 26, 25 and 24 March."""
    nominal, said = _said({"event": "hop", "minus": "5 working days"})
    assert nominal == "2025-03-24"
    assert "5 ngày làm việc trước 31/03/2025" in said
    assert "kể từ" not in said
