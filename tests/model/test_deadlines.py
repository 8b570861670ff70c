"""Deadlines: what each wording of the design's table expands to, and the rules of counting.

The wordings are those met in real plans and circulars; the rules are Civil Code 2015, Art. 147 and
148, and the plan's own policy on "trước ngày".
"""

import calendar
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from builders import PLAIN_WEEK, D, a_plan, an_item, some_decisions
from kehoach.calendar import WorkCalendar, vietnam
from kehoach.model.deadlines import Deadlines, Frame, RequestedDay, Term
from kehoach.model.deadlines.steps import (
    CountedFrom,
    DayBefore,
    EventAwaited,
    EventRecorded,
    SessionAssumed,
    SessionHeld,
)
from kehoach.model.decisions import NO_DECISIONS, Decisions
from kehoach.model.ids import BodyId
from kehoach.periods import Period, PeriodName, Span, parse_span, period_named
from kehoach.verdicts.obligations import demands

RULES: TypeAdapter[Any] = TypeAdapter(Deadlines)
VIETNAM = vietnam()
laws = settings(deadline=None, max_examples=60)


def _frame(span: str = "2021-06..2026", before: str = "exclusive", **known: Any) -> Frame:
    """Return the frame of a plan that runs over ``span``, with what is known by then."""
    return Frame(
        parse_span(span),
        "inclusive" if before == "inclusive" else "exclusive",
        known.get("calendar", PLAIN_WEEK),
        known.get("events", {}),
        known.get("sessions", {}),
        tuple(known.get("requests", ())),
        known.get("reporting", {}),
    )


def _terms(rule: Mapping[str, Any] | Sequence[Any], frame: Frame | None = None) -> list[Term]:
    """Return the terms of one or several rules as they stand in a file."""
    return [term for each in RULES.validate_python(rule) for term in each.terms(frame or _frame())]


def _nominal(rule: Mapping[str, Any] | Sequence[Any], span: str = "2021-06..2026") -> list[str]:
    """Return the nominal days, as text."""
    return [str(term.nominal) for term in _terms(rule, _frame(span))]


def _counted(start: str, length: str, back: bool = False, on: WorkCalendar = PLAIN_WEEK) -> str:
    """Return the last day of a term that runs from an event of the day ``start``."""
    rule = {"event": "su-kien", "minus" if back else "plus": length}
    (term,) = _terms(rule, _frame(events={"su-kien": D(start)}, calendar=on))
    return str(term.nominal)


QUARTER_ENDS = ["03-31", "06-30", "09-30", "12-31"]


# ── The wordings of the plan and of other plans and circulars ─────────────────────────────────────
@pytest.mark.parametrize(
    ("wording", "rule", "span", "days"),
    [
        ("trước ngày 30/6/2021", {"before": "2021-06-30"}, "2021-06..2026", ["2021-06-29"]),
        ("tháng 9/2021", {"within": "2021-09"}, "2021-06..2026", ["2021-09-30"]),
        ("xong trong tháng 7/2021", {"within": "2021-07"}, "2021-06..2026", ["2021-07-31"]),
        ("xong trong năm 2021", {"within": "2021"}, "2021-06..2026", ["2021-12-31"]),
        ("sơ kết vào năm 2024", {"within": "2024"}, "2021-06..2026", ["2024-12-31"]),
        ("tổng kết vào năm 2026", {"within": "2026"}, "2021-06..2026", ["2026-12-31"]),
        ("Hàng năm, trước ngày 02/12", {"every": "year", "before": "12-02"}, "2021-06..2026",
         [f"{year}-12-01" for year in range(2021, 2027)]),
        ("Thời gian thực hiện: hàng năm.", {"every": "year"}, "2021-06..2026",
         [f"{year}-12-31" for year in range(2021, 2027)]),
        ("trước ngày 15 tháng 11 hằng năm", {"every": "year", "before": "11-15"}, "2021..2022",
         ["2021-11-14", "2022-11-14"]),
        ("trước ngày 17 của tháng cuối quý",
         {"every": "quarter", "before": {"month": "last", "day": "17"}}, "2026",
         ["2026-03-16", "2026-06-16", "2026-09-16", "2026-12-16"]),
        ("ngày 20 của tháng cuối quý", {"every": "quarter", "by": {"month": "3", "day": "20"}},
         "2026", ["2026-03-20", "2026-06-20", "2026-09-20", "2026-12-20"]),
        ("trước ngày 15 của tháng cuối quý và hằng năm báo cáo trước ngày 15 tháng 12",
         [{"every": "quarter", "before": {"month": "last", "day": "15"}},
          {"every": "year", "before": "12-15"}], "2026",
         ["2026-03-14", "2026-06-14", "2026-09-14", "2026-12-14", "2026-12-14"]),
        ("Định kỳ 06 tháng (chậm nhất vào ngày 30 tháng 5 và 31 tháng 10)",
         {"every": "half-year", "by": ["05-30", "10-31"]}, "2025..2026",
         ["2025-05-30", "2025-10-31", "2026-05-30", "2026-10-31"]),
        ("chậm nhất vào ngày 20 tháng 6 (06 tháng) và ngày 15 tháng 12 (hằng năm)",
         {"every": "half-year", "by": ["06-20", "12-15"]}, "2026", ["2026-06-20", "2026-12-15"]),
        ("ngày 05 của tháng đầu quý sau",
         {"every": "quarter", "by": {"month": "first", "day": "05", "of": "next"}}, "2026",
         ["2026-04-05", "2026-07-05", "2026-10-05", "2027-01-05"]),
        ("trước ngày 30 của tháng đầu quý sau, trước ngày 28 tháng 2 của năm sau",
         [{"every": "quarter", "before": {"day": "30", "of": "next"}},
          {"every": "year", "before": {"date": "02-28", "of": "next"}}], "2026",
         ["2026-04-29", "2026-07-29", "2026-10-29", "2027-01-29", "2027-02-27"]),
        ("trước ngày 15/02 năm sau", {"every": "year", "before": {"date": "02-15", "of": "next"}},
         "2021..2022", ["2022-02-14", "2023-02-14"]),
        ("không muộn hơn ngày 05 của tháng tiếp theo",
         {"every": "month", "by": {"day": "5", "of": "next"}}, "2026-11..2026-12",
         ["2026-12-05", "2027-01-05"]),
        ("Chậm nhất là ngày thứ năm hằng tuần", {"every": "week", "by": {"weekday": "thursday"}},
         "2026-05-04..2026-05-17", ["2026-05-07", "2026-05-14"]),
        ("trước 14 giờ 00 hàng ngày", {"every": "day", "time": "14:00"}, "2026-05-04..2026-05-06",
         ["2026-05-04", "2026-05-05", "2026-05-06"]),
        ("hoàn thành trong tuần cuối cùng của quý", {"every": "quarter"}, "2026",
         [f"2026-{end}" for end in QUARTER_ENDS]),
        ("20 ngày kể từ ngày kết thúc quý", {"every": "quarter", "plus": "20 days"}, "2026",
         ["2026-04-20", "2026-07-20", "2026-10-20", "2027-01-20"]),
        ("báo cáo 9 tháng, trước ngày 20/9", {"every": "nine-months", "before": "09-20"},
         "2025..2026", ["2025-09-19", "2026-09-19"]),
        ("Trước tháng 3/2027", {"before": "2027-03"}, "2021..2030", ["2027-02-28"]),
        ("vào khai thác trước 2030", {"before": "2030"}, "2021..2030", ["2029-12-31"]),
        ("trong tháng 9 năm 2026", {"within": "2026-09"}, "2026", ["2026-09-30"]),
        ("Tháng 01/2027", {"within": "2027-01"}, "2026..2027", ["2027-01-31"]),
        ("Quý II/năm 2026", {"within": "2026-Q2"}, "2026", ["2026-06-30"]),
        ("hoàn thành trong quý IV năm 2026", {"within": "2026-Q4"}, "2026", ["2026-12-31"]),
        ("Quý III, IV/2026", {"within": "2026-Q3..2026-Q4"}, "2026", ["2026-12-31"]),
        ("Quý III, IV/2026, 2027", {"within": "2026-Q3..2027"}, "2026..2027", ["2027-12-31"]),
        ("Quý IV/2026, 2027", {"within": "2026-Q4..2027"}, "2026..2027", ["2027-12-31"]),
        ("6 tháng đầu năm 2026", {"within": "2026-H1"}, "2026", ["2026-06-30"]),
        ("2021–2025", {"within": "2021..2025"}, "2021..2030", ["2025-12-31"]),
        ("trước ngày 15/9/2025", {"before": "2025-09-15"}, "2025", ["2025-09-14"]),
        ("giao STP có ý kiến trước 13/02/2026", {"before": "2026-02-13"}, "2026", ["2026-02-12"]),
        ("chậm nhất 31/5/2026", {"by": "2026-05-31"}, "2026", ["2026-05-31"]),
        ("hoàn thành trước ngày 31/12/2026", {"before": "2026-12-31"}, "2026", ["2026-12-30"]),
        ("bằng văn bản trước ngày 20.7.2020", {"before": "2020-07-20"}, "2020", ["2020-07-19"]),
        ("trước ngày 08 tháng 4 năm 2026", {"before": "2026-04-08"}, "2026", ["2026-04-07"]),
        ("được quyết định đầu tư năm 2029 (phấn đấu)",
         {"within": "2029", "aspirational": "true"}, "2021..2030", ["2029-12-31"]),
        ("Kỳ họp cuối năm 2026", {"every": "year", "session": "12", "from": "2026", "until": "2026"},
         "2021..2030", ["2026-12-31"]),
        ("Kỳ họp chuyên đề tháng 5/2026",
         {"every": "year", "session": "5", "from": "2026", "until": "2026"}, "2021..2030",
         ["2026-05-31"]),
        ("Chưa đề xuất", {"not_set": "Chưa đề xuất"}, "2026", []),
        ("các chế độ báo cáo khác theo yêu cầu", {"on_request": "true"}, "2026", []),
    ],
)  # fmt: skip
def test_a_wording_and_its_last_days(wording: str, rule: Any, span: str, days: list[str]) -> None:
    """Each wording stands in a real plan, letter or circular; the days are nominal (no rolling)."""
    assert _nominal(rule, span) == days, wording


# ── Before, by, within ────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("before", "exclusive", "inclusive"),
    [
        ("2021-06-30", "2021-06-29", "2021-06-30"),
        ("2021-01-01", "2020-12-31", "2021-01-01"),
        ("2024-03-01", "2024-02-29", "2024-03-01"),
        ("2027-03", "2027-02-28", "2027-02-28"),
        ("2022-Q2", "2022-03-31", "2022-03-31"),
        ("2030", "2029-12-31", "2029-12-31"),
    ],
)
def test_before_by_policy(before: str, exclusive: str, inclusive: str) -> None:
    """Practice is split over "trước ngày" (domain.md); before a month or a year it is not."""
    frames = (_frame(before="exclusive"), _frame(before="inclusive"))
    found = [str(_terms({"before": before}, frame)[0].nominal) for frame in frames]
    assert found == [exclusive, inclusive]


def test_a_rule_of_its_own_beats_the_policy() -> None:
    """One office writes "chậm nhất trước ngày 31/7": the deadline itself may say how it is meant."""
    rules = {"before": "2021-07-31", "inclusive": "true"}, {"every": "year", "before": "07-31"}
    (own,) = _terms(rules[0])
    assert own.steps == (DayBefore(D("2021-07-31"), last=D("2021-07-31")),)
    assert own.nominal == D("2021-07-31")
    (back,) = _terms({**rules[0], "inclusive": "false"}, _frame(before="inclusive"))
    assert back.steps == (DayBefore(D("2021-07-31"), last=D("2021-07-30")),)
    assert back.nominal == D("2021-07-30")
    yearly = _terms({**rules[1], "inclusive": "true"}, _frame("2021"))
    assert [term.nominal for term in yearly] == [D("2021-07-31")]


@pytest.mark.parametrize(
    ("within", "start"),
    [("2024", "2024-01-01"), ("2021-09", "2021-09-01"), ("2021", "2021-06-01")],
)
def test_a_span_opens_when_it_begins(within: str, start: str) -> None:
    """“tổng kết vào năm 2026” cannot be begun in 2021; nothing begins before the plan does."""
    (term,) = _terms({"within": within})
    assert term.start == D(start)
    assert term.period.name == "once"


def test_what_a_rule_says_beside_its_day() -> None:
    """A clock time, an aspiration, a rolling of its own: carried by every term."""
    rule = {"every": "year", "by": "06-30", "time": "16:00", "roll": "previous"}
    assert {(term.time, term.roll) for term in _terms(rule)} == {("16:00", "previous")}
    (aim,) = _terms({"by": "2021-12-31", "aspirational": "true"})
    assert aim.aspirational


# ── Counting: Civil Code 2015, Articles 147 and 148 ───────────────────────────────────────────────
@pytest.mark.parametrize(
    ("start", "length", "last"),
    [
        ("2021-03-01", "1 day", "2021-03-02"),
        ("2021-03-01", "5 days", "2021-03-06"),
        ("2021-12-31", "20 days", "2022-01-20"),
        ("2021-06-03", "1 week", "2021-06-10"),
        ("2021-06-03", "2 weeks", "2021-06-17"),
        ("2021-01-31", "1 month", "2021-02-28"),
        ("2024-01-31", "1 month", "2024-02-29"),
        ("2021-03-31", "1 month", "2021-04-30"),
        ("2021-01-31", "2 months", "2021-03-31"),
        ("2021-02-28", "1 month", "2021-03-28"),
        ("2021-08-31", "6 months", "2022-02-28"),
        ("2024-02-29", "1 year", "2025-02-28"),
        ("2024-02-29", "4 years", "2028-02-29"),
        ("2021-06-15", "5 years", "2026-06-15"),
    ],
)
def test_counting_from_an_event(start: str, length: str, last: str) -> None:
    """The first day is not counted (147.2); weeks, months and years end on the like day (148)."""
    assert _counted(start, length) == last


@pytest.mark.parametrize(
    ("start", "length", "last"),
    [
        ("2021-12-15", "10 days", "2021-12-05"),
        ("2021-03-31", "1 month", "2021-02-28"),
        ("2021-06-10", "1 week", "2021-06-03"),
        ("2025-02-28", "1 year", "2024-02-28"),
        ("2021-06-14", "5 working days", "2021-06-07"),
        ("2025-02-04", "2 working days", "2025-01-24"),
    ],
)
def test_counting_back_from_an_event(start: str, length: str, last: str) -> None:
    """“chậm nhất 10 ngày trước ngày …”: the day of the event is not counted either."""
    assert _counted(start, length, back=True, on=VIETNAM) == last


@pytest.mark.parametrize(
    ("start", "length", "last"),
    [
        ("2021-06-04", "1 working day", "2021-06-07"),
        ("2021-06-05", "1 working day", "2021-06-07"),
        ("2021-06-07", "5 working days", "2021-06-14"),
        ("2025-01-23", "5 working days", "2025-02-06"),  # Tết: off from 25 January to 2 February
        ("2025-01-28", "1 working day", "2025-02-03"),
        ("2024-04-26", "3 working days", "2024-05-04"),  # a Saturday that is worked
        ("2026-01-01", "5 working days", "2026-01-09"),  # Friday the 2nd is off
        ("2026-01-05", "5 working days", "2026-01-10"),  # Saturday the 10th is worked for it
        ("2021-09-01", "1 working day", "2021-09-06"),
    ],
)
def test_counting_working_days(start: str, length: str, last: str) -> None:
    """“05 ngày làm việc kể từ ngày nhận được”, over Tết, 2/9 and swapped Saturdays."""
    assert _counted(start, length, on=VIETNAM) == last


def test_the_count_is_told() -> None:
    """``explain`` shows from which day, how much and to which day."""
    rule = {"event": "nhan-van-ban", "plus": "5 working days"}
    (term,) = _terms(rule, _frame(events={"nhan-van-ban": D("2021-06-07")}))
    recorded, counted = term.steps
    assert isinstance(recorded, EventRecorded)
    assert isinstance(counted, CountedFrom)
    assert counted == (D("2021-06-07"), (5, "working day"), D("2021-06-14"), False)


def test_counting_back_is_told() -> None:
    """Back from the event, and so it says."""
    (term,) = _terms({"event": "hop", "minus": "10 days"}, _frame(events={"hop": D("2021-12-15")}))
    recorded, counted = term.steps
    assert isinstance(recorded, EventRecorded)
    assert isinstance(counted, CountedFrom)
    assert counted.back


# ── Recurring ─────────────────────────────────────────────────────────────────────────────────────
def test_the_31st_never_drifts() -> None:
    """Short months take their last day, long ones the 31st again (traps.md, dateutil)."""
    months = [(year, month) for year in range(2022, 2027) for month in range(1, 13)]
    ends = [str(date(year, month, calendar.monthrange(year, month)[1])) for year, month in months]
    assert _nominal({"every": "month", "by": {"day": "31"}}, "2022..2026") == ends
    assert _nominal({"every": "month"}, "2022..2026") == ends


def test_29_february_is_the_last_day_of_a_common_february() -> None:
    """Art. 148.3 for a day that only leap years have."""
    days = _nominal({"every": "year", "by": "02-29"}, "2023..2025")
    assert days == ["2023-02-28", "2024-02-29", "2025-02-28"]


def test_every_five_years_is_anchored() -> None:
    """“05 năm một lần”: counted from the plan's first year, or from the rule's own."""
    every_five = [(term.period.name, str(term.nominal)) for term in
                  _terms({"every": "5 years"}, _frame("2021-06..2030"))]  # fmt: skip
    assert every_five == [("2021..2025", "2025-12-31"), ("2026..2030", "2030-12-31")]
    own = _terms({"every": "5 years", "from": "2023", "until": "2037"}, _frame("2021..2040"))
    assert [term.period.name for term in own] == ["2023..2027", "2028..2032", "2033..2037"]


@pytest.mark.parametrize(
    ("rule", "names"),
    [
        ({"every": "year", "until": "2023"}, ["2021", "2022", "2023"]),
        ({"every": "year", "from": "2025"}, ["2025", "2026"]),
        ({"every": "year", "from": "2024", "until": "2028"}, ["2024", "2025", "2026", "2027", "2028"]),
        ({"every": "year", "from": "2024", "until": "2023"}, []),
        ({"every": "half-year", "until": "2022-H1"}, ["2021-H1", "2021-H2", "2022-H1"]),
        ({"continuous": "true", "from": "2024", "until": "2025"}, ["2024", "2025"]),
        ({"continuous": "true", "until": "2030"}, ["2021", "2022", "2023", "2024", "2025", "2026"]),
        ({"continuous": "true", "from": "2025", "until": "2024"}, []),
    ],
)  # fmt: skip
def test_ends_of_its_own(rule: Any, names: list[str]) -> None:
    """A rule runs over the plan's period unless it says from when or "đến 2030" itself."""
    assert [term.period.name for term in _terms(rule)] == names


POINTS = [
    ("year", {"date": "02-15", "of": "next"}),
    ("quarter", {"month": "last", "day": "20"}),
    ("quarter", {"month": "first", "day": "05", "of": "next"}),
    ("half-year", ["05-30", "10-31"]),
    ("month", {"day": "31"}),
    ("week", {"weekday": "thursday"}),
    ("nine-months", "09-20"),
]


@laws
@given(st.sampled_from(POINTS), st.integers(2016, 2034), st.integers(1, 6))
def test_a_due_day_depends_on_its_period_alone(
    rule: tuple[str, Any], year: int, length: int
) -> None:
    """No drift: a period's due day is the same however long before it the plan began."""
    every, by = rule
    long = _terms({"every": every, "by": by}, _frame("2015..2041"))
    short = _terms({"every": every, "by": by}, _frame(f"{year}..{year + length}"))
    known = {term.period: term.nominal for term in long}
    assert short
    assert all(known[term.period] == term.nominal for term in short)


@pytest.mark.parametrize(
    ("every", "periods"),
    [("day", 2191), ("month", 72), ("quarter", 24), ("half-year", 12), ("nine-months", 6),
     ("year", 6)],
)  # fmt: skip
def test_one_term_a_period(every: str, periods: int) -> None:
    """Six whole years (2021 to 2026, one of them a leap year) and their last days."""
    terms = _terms({"every": every}, _frame("2021..2026"))
    assert len(terms) == periods
    assert [term.nominal for term in terms] == [term.period.span.last for term in terms]


# ── Sessions, events, requests, continuous work, and no time at all ───────────────────────────────
def test_a_session_recorded_or_assumed() -> None:
    """“tại phiên họp tháng 12 hàng năm”: its recorded day never rolls; until then, month's end."""
    sessions = {"2021": D("2021-12-18")}  # a Saturday
    terms = _terms({"every": "year", "session": "12"}, _frame("2021..2022", sessions=sessions))
    assert [(str(term.nominal), term.assumed, term.roll) for term in terms] == [
        ("2021-12-18", False, "none"),
        ("2022-12-31", True, None),
    ]
    assert [type(term.steps[0]) for term in terms] == [SessionHeld, SessionAssumed]


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ({"every": "half-year", "session": "last"}, ["2026-06-30", "2026-12-31"]),
        ({"every": "year", "session": "6"}, ["2026-06-30"]),
        ({"every": "quarter", "session": "1"}, ["2026-01-31", "2026-04-30", "2026-07-31",
                                               "2026-10-31"]),
        ({"every": "2 years", "session": "last", "from": "2026"}, ["2027-12-31"]),
        ({"every": "4 months", "session": "last", "from": "2026-10"}, ["2027-01-31"]),
    ],
)  # fmt: skip
def test_the_month_of_a_session(rule: Any, days: list[str]) -> None:
    """“kỳ họp giữa năm”, "kỳ họp cuối năm": the month counts within the period."""
    assert _nominal(rule, "2026") == days


TWO_EVENTS = {"when": ["het-dich", "tinh-cho-phep"]}


def test_conditional_waits_for_all_its_events() -> None:
    """“sau khi dịch bệnh … được kiểm soát và tỉnh cho phép …”: both are needed."""
    (waiting,) = _terms(TWO_EVENTS, _frame(events={"het-dich": D("2022-01-10")}))
    assert (waiting.state, waiting.nominal) == ("waiting", None)
    assert [type(step) for step in waiting.steps] == [EventRecorded, EventAwaited]
    assert waiting.steps[1] == ("tinh-cho-phep",)


def test_conditional_is_open_without_a_date_once_they_happened() -> None:
    """“Sau khi cơ quan Trung ương ban hành văn bản hướng dẫn”: no length is given."""
    both = {"het-dich": D("2022-01-10"), "tinh-cho-phep": D("2022-02-01")}
    (term,) = _terms(TWO_EVENTS, _frame(events=both))
    assert (term.state, term.nominal) == ("open", None)


@pytest.mark.parametrize(
    ("how", "last"),
    [({"plus": "6 months"}, "2022-08-01"), ({"minus": "10 days"}, "2022-01-22"),
     ({"by": "2022-Q3"}, "2022-09-30")],
)  # fmt: skip
def test_conditional_counts_from_the_last_event(how: dict[str, str], last: str) -> None:
    """The clock starts when the last condition is met, whatever the order of recording."""
    both = {"tinh-cho-phep": D("2022-02-01"), "het-dich": D("2022-01-10")}
    (term,) = _terms({**TWO_EVENTS, **how}, _frame(events=both))
    assert (term.state, term.nominal) == ("dated", D(last))


def test_an_event_is_awaited_by_a_counted_term() -> None:
    """“trong 6 tháng sau khi …”: waiting until the event is recorded."""
    (term,) = _terms({"event": "ban-hanh", "plus": "6 months"})
    assert (term.state, term.nominal) == ("waiting", None)
    assert list(term.steps) == [("ban-hanh",)]
    assert isinstance(term.steps[0], EventAwaited)


def test_on_request_is_nothing_until_requested() -> None:
    """“khi có yêu cầu”, "đột xuất": a request with its date makes one term, for those asked."""
    request = RequestedDay(D("2021-09-20"), D("2021-10-05"), (BodyId("so-y-te"),))
    assert _terms({"on_request": "true"}) == []
    (term,) = _terms({"on_request": "true"}, _frame(requests=[request]))
    assert (term.period.name, term.start, term.nominal) == (
        "2021-10-05", D("2021-09-20"), D("2021-10-05"),
    )  # fmt: skip
    assert term.agencies == ("so-y-te",)


def test_a_time_that_is_not_set_asks_for_nothing() -> None:
    """“theo lộ trình”, "chưa xác định": a gap for ``check`` to list, never an overdue matter."""
    assert _terms({"not_set": "theo lộ trình"}) == []


def test_continuous_work_has_no_due_day() -> None:
    """“thường xuyên”: one obligation a reporting period, resolved on its report's last day."""
    reporting = {period_named("2021"): D("2021-12-01"), period_named("2022"): D("2022-12-01")}
    terms = _terms({"continuous": "true"}, _frame(reporting=reporting))
    assert [(term.period.name, term.nominal, term.resolved) for term in terms] == [
        ("2021", None, D("2021-12-01")), ("2022", None, D("2022-12-01")),
    ]  # fmt: skip
    assert {term.state for term in terms} == {"continuous"}


def test_continuous_work_without_a_report_runs_by_the_year() -> None:
    """A plan that names no periodic report still lists its continuous work each year."""
    terms = _terms({"continuous": "true"}, _frame("2021-06..2022"))
    assert [term.period.name for term in terms] == ["2021", "2022"]


def test_several_rules_in_one_item() -> None:
    """II.6.2: "xong trong năm 2021 và thường xuyên củng cố … trong những năm tiếp theo"."""
    rule = [{"within": "2021"}, {"continuous": "true", "from": "2022"}]
    terms = _terms(rule, _frame("2021-06..2023"))
    assert [(term.period.name, term.state) for term in terms] == [
        ("once", "dated"), ("2022", "continuous"), ("2023", "continuous"),
    ]  # fmt: skip


# ── Through a plan: rolling, and what is known ────────────────────────────────────────────────────
def _due(
    rule: Any, known: Decisions = NO_DECISIONS, **policy: str
) -> list[tuple[str, str | None, str | None]]:
    """Return period, nominal and due day of everything a plan with this item asks for."""
    plan = a_plan(an_item(deadline=rule), first="2021-06-01", **{"roll": "next", **policy})
    return [
        (each.period, str(each.term.nominal or "") or None, str(each.due or "") or None)
        for each in demands(plan, known, VIETNAM)
    ]


@pytest.mark.parametrize(
    ("rule", "exclusive_next", "exclusive_previous", "inclusive_none", "inclusive_next"),
    [
        ({"before": "2021-06-30"}, ["2021-06-29"], ["2021-06-29"], ["2021-06-30"], ["2021-06-30"]),
        (
            {"every": "year", "before": "12-02"},
            ["2021-12-01", "2022-12-01", "2023-12-01", "2024-12-02", "2025-12-01", "2026-12-01"],
            ["2021-12-01", "2022-12-01", "2023-12-01", "2024-11-29", "2025-12-01", "2026-12-01"],
            ["2021-12-02", "2022-12-02", "2023-12-02", "2024-12-02", "2025-12-02", "2026-12-02"],
            ["2021-12-02", "2022-12-02", "2023-12-04", "2024-12-02", "2025-12-02", "2026-12-02"],
        ),
    ],
)
def test_the_dates_of_this_plan_under_each_policy(
    rule: Any,
    exclusive_next: list[str],
    exclusive_previous: list[str],
    inclusive_none: list[str],
    inclusive_next: list[str],
) -> None:
    """Sections III.1.a and III.1.c; 2024-12-01 is a Sunday, 2023-12-02 a Saturday (domain.md)."""
    policies = [("exclusive", "next"), ("exclusive", "previous"), ("inclusive", "none"),
                ("inclusive", "next")]  # fmt: skip
    found = [[due for *_, due in _due(rule, before=b, roll=r)] for b, r in policies]
    assert found == [exclusive_next, exclusive_previous, inclusive_none, inclusive_next]


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        ({"within": "2021-07"}, ["2021-08-02"]),
        ({"within": "2021-09"}, ["2021-09-30"]),
        ({"within": "2021"}, ["2021-12-31"]),
        ({"every": "year", "until": "2023"}, ["2021-12-31", "2023-01-03", "2024-01-02"]),
        ({"within": "2024"}, ["2024-12-31"]),
        ({"within": "2026"}, ["2026-12-31"]),
        ({"within": "2021-07", "roll": "none"}, ["2021-07-31"]),
        ({"within": "2021-07", "roll": "previous"}, ["2021-07-30"]),
    ],
)
def test_other_dates_of_this_plan(rule: Any, due: list[str]) -> None:
    """Art. 148.5 over the plan's own deadlines; a deadline's own ``roll`` beats the plan's."""
    assert [day for *_, day in _due(rule)] == due


def test_what_is_recorded_reaches_the_deadline() -> None:
    """Events, sessions and requests of decisions.yaml, each for its own item."""
    known = some_decisions(
        events=[{"id": "het-dich", "date": "2022-01-10"}],
        sessions=[
            {"item": "1", "period": "2021", "date": "2021-12-18"},
            {"item": "2", "period": "2022", "date": "2022-12-08"},
        ],
        requests=[{"item": "1", "due": "2021-10-05"}, {"item": "2", "due": "2021-11-05"}],
    )
    assert _due({"event": "het-dich", "plus": "1 month"}, known) == [
        ("once", "2022-02-10", "2022-02-10")
    ]
    session = {"every": "year", "session": "12", "until": "2022"}
    assert _due(session, known) == [
        ("2021", "2021-12-18", "2021-12-18"), ("2022", "2022-12-31", "2023-01-03"),
    ]  # fmt: skip
    assert _due({"on_request": "true"}, known) == [("2021-10-05", "2021-10-05", "2021-10-05")]


def test_continuous_work_follows_the_report_that_covers_it() -> None:
    """The policy names the report; its due day (rolled) is the day at which groups are resolved."""
    plan = a_plan(
        an_item("bao-cao", {"every": "year", "before": "12-02"}, "report"),
        an_item("viec", {"continuous": "true"}),
        first="2023-01-01",
        last="2024-12-31",
        reporting="bao-cao",
        roll="next",
    )
    found = [each for each in demands(plan, NO_DECISIONS, VIETNAM) if each.item.id == "viec"]
    assert [(each.period, each.due, str(each.resolved)) for each in found] == [
        ("2023", None, "2023-12-01"), ("2024", None, "2024-12-02"),
    ]  # fmt: skip


def test_a_report_period_is_half_open() -> None:
    """A term's period is a span of days, so that what lies in it can be asked of any day."""
    (term,) = _terms({"every": "year"}, _frame("2024"))
    assert term.period == Period(PeriodName("2024"), Span(D("2024-01-01"), D("2025-01-01")))


# ── Mistakes in a deadline ────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("rule", "expected", "place"),
    [
        ({"within": "2021-13"}, "span", "within"),
        ({"within": "9999-12-31"}, "span", "within"),
        ({"by": "30/6/2021"}, "span", "by"),
        ({"before": "2021-02-30"}, "span", "before"),
        ({"every": "yearly"}, "rhythm", "every"),
        ({"every": "0 years"}, "rhythm", "every"),
        ({"every": "year", "before": "13-40"}, "month_day", "date"),
        ({"every": "year", "before": "02-30"}, "month_day", "date"),
        ({"every": "year", "before": "12-02", "by": "12-01"}, "one_day", "every"),
        ({"every": "year", "by": "12-02", "plus": "3 days"}, "one_day", "every"),
        ({"every": "quarter", "by": {"month": "4"}}, "month_in", "every"),
        ({"every": "quarter", "by": {"month": "13"}}, "month_in", "month"),
        ({"every": "quarter", "by": {"day": "0"}}, "day_in", "day"),
        ({"every": "quarter", "by": {"day": "99"}}, "day_in", "day"),
        ({"every": "year", "by": ["05-30", "10-31"]}, "points", "every"),
        ({"every": "half-year", "by": ["03-30", "05-30", "10-31"]}, "points", "every"),
        ({"every": "year", "by": []}, "points", "every"),
        ({"every": "month", "by": {"weekday": "thursday"}}, "weekday", "every"),
        ({"every": "week", "by": {"day": "5"}}, "weekday", "every"),
        ({"every": "year", "time": "25:00"}, "time", "time"),
        ({"every": "year", "time": "1020"}, "time", "time"),
        ({"event": "su-kien", "plus": "5 ngày"}, "length", "plus"),
        ({"event": "su-kien", "plus": "0 days"}, "length", "plus"),
        ({"event": "su-kien", "plus": "5 days", "minus": "5 days"}, "one_day", "event"),
        ({"when": "Hết dịch"}, "id", 0),
        ({"by": "2021-06-30", "aspirational": "yes"}, "flag", "aspirational"),
        ({"sometime": "2021"}, "deadline", 0),
        ("hàng năm", "deadline", 0),
        ([], "deadline", None),
    ],
)  # fmt: skip
def test_a_mistake_is_told_where_it_stands(
    rule: Any, expected: str, place: str | int | None
) -> None:
    """What was expected, and a location that leads to the wrong value (traps.md, pydantic)."""
    with pytest.raises(ValidationError) as caught:
        RULES.validate_python(rule)
    (error,) = caught.value.errors()
    assert error["type"] == "value"
    assert error["ctx"]["expected"] == expected
    assert (error["loc"][-1] if error["loc"] else None) == place


@pytest.mark.parametrize(
    ("rule", "key"),
    [
        ({"by": "2021-06-30", "before": "2021-06-30"}, "by"),
        ({"every": "year", "befor": "12-02"}, "befor"),
        ({"every": "year", "by": {"weekday": "thursday", "dayy": "3"}}, "dayy"),
        ({"continuous": "true", "every": "year"}, "continuous"),
    ],
)
def test_keys_of_two_kinds_do_not_mix(rule: Any, key: str) -> None:
    """A misspelt key, or one of another kind, is never passed over in silence."""
    with pytest.raises(ValidationError) as caught:
        RULES.validate_python(rule)
    errors = [(error["type"], error["loc"][-1]) for error in caught.value.errors()]
    assert errors == [("extra_forbidden", key)]


def test_each_mistake_of_each_rule_is_told() -> None:
    """Two rules, one mistake in each, and the good one between them does not hide either."""
    rules = [{"within": "2021-13"}, {"every": "year"}, {"every": "quarter", "by": {"day": "40"}}]
    with pytest.raises(ValidationError) as caught:
        RULES.validate_python(rules)
    assert [(error["loc"][0], error["loc"][-1]) for error in caught.value.errors()] == [
        (0, "within"), (2, "day"),
    ]  # fmt: skip


@pytest.mark.parametrize("value", [6, 2021, True, None, 1.5, date(2021, 6, 30)])
def test_only_text_is_read(value: object) -> None:
    """A number is no day: pydantic's lax mode would read it as Unix seconds (traps.md)."""
    with pytest.raises(ValidationError):
        RULES.validate_python({"by": value})
