"""Each kind of value: what it is read as, and what is none of it, as the documentation of files has it."""

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from kehoach.model.fields import (
    AgencyRef,
    Clock,
    Count,
    Day,
    Email,
    Flag,
    ItemRef,
    Length,
    LengthOfTime,
    Percent,
    PeriodRef,
    RuleRef,
    SpanOfDays,
)
from kehoach.periods import Span


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (AgencyRef, "so-tai-chinh", "so-tai-chinh"),
        (ItemRef, "III.1.c", "III.1.c"),
        (RuleRef, "KH410", "KH410"),
        (Day, "2026-06-30", date(2026, 6, 30)),
        (SpanOfDays, "2026-Q2", Span(date(2026, 4, 1), date(2026, 7, 1))),
        (PeriodRef, "once", "once"),
        (PeriodRef, "start", "start"),
        (PeriodRef, "start-2026-06-30", "start-2026-06-30"),
        (Count, "007", 7),
        (Percent, "100", 100),
        (Flag, "true", True),
        (Flag, "false", False),
        (Clock, "23:59", "23:59"),
        (LengthOfTime, "0 days", Length()),
        (LengthOfTime, "1 year 6 months", Length(years=1, months=6)),
        (LengthOfTime, "5 working days", Length(working_days=5)),
        (LengthOfTime, "200 years", Length(years=200)),
        (Email, "so-y-te@bacgiang.gov.vn", "so-y-te@bacgiang.gov.vn"),
    ],
)  # fmt: skip
def test_a_value_is_read(kind: Any, text: str, value: object) -> None:
    assert TypeAdapter(kind).validate_python(text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (AgencyRef, "Sở Tài chính"),
        (AgencyRef, "so--tai"),
        (ItemRef, "III 1"),
        (RuleRef, "KH041"),
        (Day, "2026-6-30"),
        (Day, "2026-02-30"),
        (Day, "1899-12-31"),  # days out of reach, on either side
        (Day, "2200-01-01"),
        (SpanOfDays, "2026-Q5"),
        (SpanOfDays, "1899"),
        (SpanOfDays, "2199..2200"),
        (PeriodRef, "start-2026-02-30"),
        (PeriodRef, "start-2026"),
        (Count, "-1"),
        (Count, "1234567890"),
        (Percent, "101"),
        (Flag, "yes"),
        (Clock, "24:00"),
        (Clock, "7:30"),
        (LengthOfTime, "6 months 1 year"),  # the longer unit comes first
        (LengthOfTime, "1 month 5 working days"),  # these stand alone, as hours do
        (LengthOfTime, "1 day 2 hours"),
        (LengthOfTime, "201 years"),
        (LengthOfTime, "0 months"),
        (Email, "so-y-te"),
        (Count, 7),  # no text: YAML never decides what a value is
        (Flag, True),
    ],
)  # fmt: skip
def test_what_is_none_of_a_kind_is_refused(kind: Any, text: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(text)
