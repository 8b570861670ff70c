"""Deadlines that recur or hang on sessions, events and requests, and those without a day."""

import calendar
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import D
from kehoach.model.deadlines import RequestedDay
from kehoach.model.deadlines.steps import EventAwaited, EventRecorded, SessionAssumed, SessionHeld
from kehoach.model.ids import BodyId
from kehoach.periods import period_named
from model.deadline_terms import frame_of, nominal_of, terms_of

laws = settings(deadline=None, max_examples=60)

# ── Recurring ─────────────────────────────────────────────────────────────────────────────────────


def test_the_31st_never_drifts() -> None:
    """Short months take their last day, long ones the 31st again (traps.md, dateutil)."""
    months = [(year, month) for year in range(2022, 2027) for month in range(1, 13)]
    ends = [str(date(year, month, calendar.monthrange(year, month)[1])) for year, month in months]
    assert nominal_of({"every": "month", "by": {"day": "31"}}, "2022..2026") == ends
    assert nominal_of({"every": "month"}, "2022..2026") == ends


def test_29_february_is_the_last_day_of_a_common_february() -> None:
    """Art. 148.3 for a day that only leap years have."""
    days = nominal_of({"every": "year", "by": "02-29"}, "2023..2025")
    assert days == ["2023-02-28", "2024-02-29", "2025-02-28"]


def test_every_five_years_is_anchored() -> None:
    """“05 năm một lần”: counted from the plan's first year, or from the rule's own."""
    every_five = [(term.period.name, str(term.nominal)) for term in
                  terms_of({"every": "5 years"}, frame_of("2021-06..2030"))]  # fmt: skip
    assert every_five == [("2021..2025", "2025-12-31"), ("2026..2030", "2030-12-31")]
    own = terms_of({"every": "5 years", "from": "2023", "until": "2037"}, frame_of("2021..2040"))
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
    assert [term.period.name for term in terms_of(rule)] == names


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
    long = terms_of({"every": every, "by": by}, frame_of("2015..2041"))
    short = terms_of({"every": every, "by": by}, frame_of(f"{year}..{year + length}"))
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
    terms = terms_of({"every": every}, frame_of("2021..2026"))
    assert len(terms) == periods
    assert [term.nominal for term in terms] == [term.period.span.last for term in terms]


# ── Sessions, events, requests, continuous work, and no time at all ───────────────────────────────


def test_a_session_recorded_or_assumed() -> None:
    """“tại phiên họp tháng 12 hàng năm”: its recorded day never rolls; until then, month's end."""
    sessions = {"2021": D("2021-12-18")}  # a Saturday
    terms = terms_of({"every": "year", "session": "12"}, frame_of("2021..2022", sessions=sessions))
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
    assert nominal_of(rule, "2026") == days


TWO_EVENTS = {"when": ["het-dich", "tinh-cho-phep"]}


def test_conditional_waits_for_all_its_events() -> None:
    """“sau khi dịch bệnh … được kiểm soát và tỉnh cho phép …”: both are needed."""
    (waiting,) = terms_of(TWO_EVENTS, frame_of(events={"het-dich": D("2022-01-10")}))
    assert (waiting.state, waiting.nominal) == ("waiting", None)
    assert [type(step) for step in waiting.steps] == [EventRecorded, EventAwaited]
    assert waiting.steps[1] == ("tinh-cho-phep",)


def test_conditional_is_open_without_a_date_once_they_happened() -> None:
    """“Sau khi cơ quan Trung ương ban hành văn bản hướng dẫn”: no length is given."""
    both = {"het-dich": D("2022-01-10"), "tinh-cho-phep": D("2022-02-01")}
    (term,) = terms_of(TWO_EVENTS, frame_of(events=both))
    assert (term.state, term.nominal) == ("open", None)


@pytest.mark.parametrize(
    ("how", "last"),
    [({"plus": "6 months"}, "2022-08-01"), ({"minus": "10 days"}, "2022-01-22"),
     ({"by": "2022-Q3"}, "2022-09-30")],
)  # fmt: skip
def test_conditional_counts_from_the_last_event(how: dict[str, str], last: str) -> None:
    """The clock starts when the last condition is met, whatever the order of recording."""
    both = {"tinh-cho-phep": D("2022-02-01"), "het-dich": D("2022-01-10")}
    (term,) = terms_of({**TWO_EVENTS, **how}, frame_of(events=both))
    assert (term.state, term.nominal) == ("dated", D(last))


def test_an_event_is_awaited_by_a_counted_term() -> None:
    """“trong 6 tháng sau khi …”: waiting until the event is recorded."""
    (term,) = terms_of({"event": "ban-hanh", "plus": "6 months"})
    assert (term.state, term.nominal) == ("waiting", None)
    assert list(term.steps) == [("ban-hanh",)]
    assert isinstance(term.steps[0], EventAwaited)


def test_on_request_is_nothing_until_requested() -> None:
    """“khi có yêu cầu”, "đột xuất": a request with its date makes one term, for those asked."""
    request = RequestedDay(D("2021-09-20"), D("2021-10-05"), (BodyId("so-y-te"),))
    assert terms_of({"on_request": "true"}) == []
    (term,) = terms_of({"on_request": "true"}, frame_of(requests=[request]))
    assert (term.period.name, term.start, term.nominal) == (
        "2021-10-05", D("2021-09-20"), D("2021-10-05"),
    )  # fmt: skip
    assert term.agencies == ("so-y-te",)


def test_a_time_that_is_not_set_asks_for_nothing() -> None:
    """“theo lộ trình”, "chưa xác định": a gap for ``check`` to list, never an overdue matter."""
    assert terms_of({"not_set": "theo lộ trình"}) == []


def test_continuous_work_has_no_due_day() -> None:
    """“thường xuyên”: one obligation a reporting period, resolved on its report's last day."""
    reporting = {period_named("2021"): D("2021-12-01"), period_named("2022"): D("2022-12-01")}
    terms = terms_of({"continuous": "true"}, frame_of(reporting=reporting))
    assert [(term.period.name, term.nominal, term.resolved) for term in terms] == [
        ("2021", None, D("2021-12-01")), ("2022", None, D("2022-12-01")),
    ]  # fmt: skip
    assert {term.state for term in terms} == {"continuous"}


def test_continuous_work_without_a_report_runs_by_the_year() -> None:
    """A plan that names no periodic report still lists its continuous work each year."""
    terms = terms_of({"continuous": "true"}, frame_of("2021-06..2022"))
    assert [term.period.name for term in terms] == ["2021", "2022"]


def test_several_rules_in_one_item() -> None:
    """II.6.2: "xong trong năm 2021 và thường xuyên củng cố … trong những năm tiếp theo"."""
    rule = [{"within": "2021"}, {"continuous": "true", "from": "2022"}]
    terms = terms_of(rule, frame_of("2021-06..2023"))
    assert [(term.period.name, term.state) for term in terms] == [
        ("once", "dated"), ("2022", "continuous"), ("2023", "continuous"),
    ]  # fmt: skip
