"""The figures of files are 0 to 9, as in the JSON Schemas; others that look alike make another text."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from kehoach.model.deadlines.points import MonthDay
from kehoach.model.fields import (
    Clock,
    Count,
    Day,
    LengthOfTime,
    PeriodRef,
    Rhythm,
    RuleRef,
    SpanOfDays,
)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Day, "2026-06-30"),
        (SpanOfDays, "2026"),
        (SpanOfDays, "2026-06"),
        (SpanOfDays, "2026-W23"),
        (SpanOfDays, "2026-Q2"),
        (SpanOfDays, "2026-H1"),
        (SpanOfDays, "2026-9M"),
        (SpanOfDays, "2026-03..2026-05"),
        (PeriodRef, "2026"),
        (PeriodRef, "start-2026-06-30"),
        (Rhythm, "12 months"),
        (LengthOfTime, "15 days"),
        (Clock, "17:30"),
        (Count, "12"),
        (RuleRef, "KH410"),
        (MonthDay, "12-02"),
    ],
)  # fmt: skip
def test_figures_of_another_width_are_none(kind: Any, text: str) -> None:
    """Typed with a Japanese or Chinese keyboard: "２０２６" would be a period that nobody owes."""
    adapter = TypeAdapter(kind)
    adapter.validate_python(text)
    for figure in sorted({each for each in text if each.isdigit()}):
        with pytest.raises(ValidationError):
            adapter.validate_python(text.replace(figure, chr(ord("０") + int(figure))))
