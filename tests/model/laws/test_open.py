"""What hangs on events, requests and reports, what may begin from a day on, and what has no time."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from kehoach.model.deadlines import RequestedDay, Term
from kehoach.model.ids import AgencyId, BodyId
from kehoach.periods import START, Every, Span, periods
from model.deadline_terms import frame_of, terms_of
from model.laws.asked import DAYS, LENGTHS, SPANS, VIETNAM, laws
from model.laws.walked import DAY, counted, days_of, ends, off_in_vietnam, tiles

EVENTS = ("hop", "phe-duyet", "ban-hanh")
NAMED = st.lists(st.sampled_from(EVENTS), min_size=1, unique=True)
HAPPENED = st.dictionaries(
    st.sampled_from(EVENTS), DAYS.filter(lambda day: 2023 <= day.year < 2026)
)
WAYS = st.one_of(
    LENGTHS.map(lambda length: {"plus": length}),
    LENGTHS.map(lambda length: {"minus": length}),
    DAYS.map(lambda day: {"by": str(day)}),
    DAYS.map(lambda day: {"before": str(day)}),
    st.just({}),
)
BOUNDS = st.sampled_from(["2023", "2023-06", "2024-Q2..2025", "2024-03-15"])


def _only(rule: Mapping[str, Any], over: str = "2022..2025", **known: Any) -> Term:
    (term,) = terms_of(rule, frame_of(over, calendar=VIETNAM, **known))
    return term


def _day(way: Mapping[str, str], at: date) -> date | None:
    """Return the last day of a term that starts at a day."""
    (key, said), *_ = (*way.items(), ("", ""))
    if key in ("plus", "minus"):
        return counted(at, said, off_in_vietnam, back=key == "minus")
    return {"by": date.fromisoformat, "before": lambda day: date.fromisoformat(day) - DAY}.get(
        key, lambda _: None
    )(said)


@laws
@given(NAMED, HAPPENED, WAYS)
def test_it_waits_until_all_of_its_events_have_happened(
    named: list[str], happened: dict[str, date], way: dict[str, str]
) -> None:
    """“sau khi … và …”: then it runs from the last of them; without a length or a day it is open."""
    term = _only({"when": named, **way}, events=happened)
    if missing := [event for event in named if event not in happened]:
        assert (term.state, term.nominal) == ("waiting", None)
        assert all(event in str(term.steps) for event in missing)
        return
    due = _day(way, max(happened[event] for event in named))
    assert (term.state, term.nominal) == ("dated" if due else "open", due)


@laws
@given(st.permutations(EVENTS), HAPPENED, WAYS)
def test_the_order_in_which_events_are_named_means_nothing(
    named: list[str], happened: dict[str, date], way: dict[str, str]
) -> None:
    one, other = (_only({"when": each, **way}, events=happened) for each in ([*EVENTS], named))
    assert (one.state, one.nominal) == (other.state, other.nominal)


@laws
@given(DAYS.filter(lambda day: 2023 <= day.year < 2026), LENGTHS, st.booleans())
def test_counted_from_an_event_is_counted_from_its_day(day: date, length: str, back: bool) -> None:
    """“kể từ ngày …” of an event is what “kể từ ngày 05/3” is of a day."""
    of_day = {"before": str(day), "minus": length} if back else {"after": str(day), "plus": length}
    of_event = {"event": "hop", "minus" if back else "plus": length}
    term = _only(of_event, events={"hop": day})
    assert term.nominal == _only(of_day).nominal
    assert term.counted_back == back


@laws
@given(NAMED, HAPPENED, st.sampled_from(EVENTS), DAYS, WAYS)
def test_events_that_nobody_waits_for_change_nothing(
    named: list[str], happened: dict[str, date], other: str, day: date, way: dict[str, str]
) -> None:
    assume(other not in named)
    rule = {"when": named, **way}
    assert _only(rule, events=happened) == _only(rule, events={**happened, other: day})


@laws
@given(st.dictionaries(DAYS, DAYS, max_size=5))
def test_each_request_is_asked_once_by_its_own_day(asked: dict[date, date]) -> None:
    """“khi có yêu cầu”: nothing before one is recorded; it binds those whom it names."""
    requests = [
        RequestedDay(made, due, (AgencyId(BodyId("so-y-te")),)) for made, due in asked.items()
    ]
    terms = terms_of({"on_request": "true"}, frame_of(requests=requests))
    assert [(term.period.name, term.nominal, term.start) for term in terms] == [
        (str(due), due, made) for made, due in asked.items()
    ]
    assert all(term.agencies == ("so-y-te",) for term in terms)


@laws
@given(st.sampled_from(["month", "quarter", "half-year", "year"]), BOUNDS, BOUNDS, st.booleans())
def test_continuous_work_is_asked_with_each_report_of_its_time(
    unit: str, since: str, until: str, reported: bool
) -> None:
    """“duy trì đến 2030”: one a reporting period, a year where the plan has no report; never due."""
    first, last = ends(since)[0], ends(until)[1]
    assume(first <= last)
    whole = Span(date(2022, 1, 1), date(2026, 1, 1))
    reporting = {each: each.span.last for each in periods(Every(unit), whole)} if reported else {}
    frame = frame_of("2022..2025", reporting=reporting)
    terms = terms_of({"continuous": "true", "from": since, "until": until}, frame)
    names = tiles(unit if reported else "year", first, last)
    assert [term.period.name for term in terms] == names
    for term in terms:
        assert (term.state, term.nominal) == ("continuous", None)
        assert term.resolved == days_of(term.period.name)[-1]


@laws
@given(st.text(min_size=1), HAPPENED, SPANS)
def test_a_time_that_is_not_set_asks_for_nothing(
    words: str, happened: dict[str, date], span: str
) -> None:
    """“theo lộ trình”: whatever happens, nothing can be late that has no time."""
    assume(ends(span)[0] <= ends(span)[1])
    assert terms_of({"not_set": words}, frame_of(span, events=happened)) == []


@laws
@given(SPANS, st.sampled_from(["2022", "2024..2025"]))
def test_what_may_begin_from_a_day_is_due_by_none(span: str, over: str) -> None:
    """“triển khai từ tháng 3/2027”, “sớm nhất …”: open from its first day, never an end."""
    first, last = ends(span)
    assume(first <= last)
    term = _only({"start": {"from": span}}, over)
    assert (term.state, term.nominal, term.start, term.beginning) == ("open", None, first, True)


STARTS = st.one_of(
    DAYS.map(lambda day: {"by": str(day)}),
    DAYS.map(lambda day: {"before": str(day)}),
    DAYS.map(lambda day: {"within": f"{day:%Y-%m}"}),
    st.builds(lambda day, length: {"after": str(day), "plus": length}, DAYS, LENGTHS),
    st.builds(lambda way: {"event": "hop", **way}, WAYS),
)  # fmt: skip


@laws
@given(STARTS, HAPPENED)
def test_a_beginning_is_due_when_an_end_would_be(
    rule: dict[str, str], happened: dict[str, date]
) -> None:
    """“khởi công trước …”: the same day, of a period of its own, and marked as a beginning."""
    end, start = (_only(each, events=happened) for each in (rule, {"start": rule}))
    assert (start.nominal, start.state, start.steps) == (end.nominal, end.state, end.steps)
    assert (start.beginning, end.beginning) == (True, False)
    assert (start.period.name, start.period.span) == (START, end.period.span)


@laws
@given(STARTS, HAPPENED, DAYS)
def test_an_aim_beside_a_day_is_never_its_day(
    rule: dict[str, str], happened: dict[str, date], aim: date
) -> None:
    """“phấn đấu xong trước 05/6”: shown beside it, and it changes neither day nor state."""
    bare, beside = (
        _only(each, events=happened) for each in (rule, {**rule, "aim": {"by": str(aim)}})
    )
    assert (beside.nominal, beside.state) == (bare.nominal, bare.state)
    assert (bare.aim, beside.aim) == (None, aim)
