"""What decisions make of demands: events, sessions, requests; and the document's own reckoning."""

from datetime import date
from itertools import permutations
from typing import Any

import pytest

from builders import PLAIN_WEEK, D, Mapping, Scene, a_plan, an_item, some_decisions
from kehoach.calendar import WorkCalendar
from kehoach.calendar.working import Year
from kehoach.verdicts.obligations import Docket, reckoned_alike
from kehoach.verdicts.obligations.compiling import compiled_from


def _letter(day: str) -> Mapping:
    return {"document": {"number": "1/QĐ", "date": day}}


def _dues(scene: Scene, as_of: str = "2026-12-31") -> list[tuple[str, str, str | None]]:
    """Return item, period and due day of every demand."""
    return [
        (each.item.id, each.period, str(each.due) if each.due else None)
        for each in scene.docket(as_of).demands
    ]


# ── Events ────────────────────────────────────────────────────────────────────────────────────────
EVENT = an_item("1", {"event": "su-kien", "plus": "10 days"})
SEVERAL = (
    {"id": "su-kien", "date": "2021-06-15", **_letter("2021-06-20")},
    {"id": "su-kien", "date": "2021-06-01", **_letter("2021-07-20")},
    {"id": "khac", "date": "2021-01-01", **_letter("2021-01-02")},
)


@pytest.mark.parametrize("order", list(permutations(SEVERAL)))
def test_of_two_days_of_one_event_that_of_the_earlier_letter_counts(order: Any) -> None:
    """A second letter moves no deadline that somebody has met already, wherever it stands."""
    assert _dues(Scene(a_plan(EVENT), decisions=some_decisions(events=order))) == [
        ("1", "once", "2021-06-25")
    ]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_hour_of_an_event_is_that_of_the_letter_that_counts(order: Any) -> None:
    """Counted in hours: 48 from eight in the morning of the 15th, not from the later letter's hour."""
    events = (
        {"id": "su-kien", "date": "2021-06-15", "time": "08:00", **_letter("2021-06-16")},
        {"id": "su-kien", "date": "2021-06-20", "time": "23:00", **_letter("2021-06-21")},
        {"id": "khac", "date": "2021-06-15", "time": "01:00", **_letter("2021-06-16")},
    )
    item = an_item("1", {"event": "su-kien", "plus": "48 hours"})
    decided = some_decisions(events=[events[each] for each in order])
    (demand,) = Scene(a_plan(item), decisions=decided).docket("2026-12-31").demands
    assert (str(demand.due), demand.term.time) == ("2021-06-17", "08:00")


def test_what_waits_for_nothing_recorded_has_no_day() -> None:
    decided = some_decisions(events=SEVERAL[2:])
    assert _dues(Scene(a_plan(EVENT), decisions=decided)) == [("1", "once", None)]


# ── Sessions and requests ─────────────────────────────────────────────────────────────────────────
def test_a_session_dates_its_own_item_and_period_alone() -> None:
    """Two items at the yearly session of December; the day of one is recorded, for one year."""
    session = {"session": "12", "every": "year"}
    plan = a_plan(an_item("1", session), an_item("2", session), last="2022-12-31")
    held = [
        {"item": "1", "period": "2021", "date": "2021-12-08", **_letter("2021-12-10")},
        {"item": "1", "period": "2021", "date": "2021-12-20", **_letter("2021-12-22")},
    ]
    for sessions in (held, held[::-1]):
        assert _dues(Scene(plan, decisions=some_decisions(sessions=sessions))) == [
            ("1", "2021", "2021-12-08"), ("1", "2022", "2022-12-31"),
            ("2", "2021", "2021-12-31"), ("2", "2022", "2022-12-31"),
        ]  # fmt: skip


def test_a_request_asks_for_its_own_item_alone() -> None:
    """The letter's day is when the matter opens; one that was due before its letter asks for nothing."""
    plan = a_plan(an_item("1", {"on_request": "true"}), an_item("2", {"on_request": "true"}))
    asked = [
        {"item": "1", "due": "2021-06-30", **_letter("2021-06-10")},
        {"item": "1", "due": "2021-06-09", **_letter("2021-06-10")},
        {"item": "2", "due": "2021-08-31", **_letter("2021-08-31")},
    ]
    scene = Scene(plan, decisions=some_decisions(requests=asked))
    found = [
        (each.item.id, str(each.due), str(each.term.start))
        for each in scene.docket("2026-12-31").demands
    ]
    assert found == [("1", "2021-06-30", "2021-06-10"), ("2", "2021-08-31", "2021-08-31")]


# ── A deadline's own roll, and what rests on estimated days ───────────────────────────────────────
@pytest.mark.parametrize(
    ("own", "due"),
    [({}, "2021-07-30"), ({"roll": "next"}, "2021-08-02"), ({"roll": "none"}, "2021-07-31")],
)
def test_the_deadlines_own_roll_goes_before_the_plans(own: Mapping, due: str) -> None:
    """31/7/2021 is a Saturday; the plan rolls back."""
    plan = a_plan(an_item("1", {"by": "2021-07-31", **own}), roll="previous")
    assert _dues(Scene(plan)) == [("1", "once", due)]


OPEN = D("2021-12-24")
CALENDAR = WorkCalendar(
    lambda year: Year(
        {}, {}, "", confirmed=year < 2022, open=frozenset({OPEN} if year < 2022 else ())
    )
)


@pytest.mark.parametrize(
    ("begun", "length", "day", "estimated", "open_"),
    [
        ("2021-06-01", "5 working days", "2021-06-08", False, ()),
        ("2021-12-20", "5 working days", "2021-12-27", True, (OPEN,)),  # it may be given off
        ("2021-12-26", "10 working days", "2022-01-07", True, ()),  # nobody has decided on 2022
        ("2021-12-20", "20 days", "2022-01-09", False, ()),  # days off count like any other
    ],
)
def test_what_is_counted_in_working_days_rests_on_all_of_them(
    begun: str, length: str, day: str, estimated: bool, open_: tuple[date, ...]
) -> None:
    """Expected ("dự kiến"), though the last day itself does not roll."""
    decided = some_decisions(events=[{"id": "su-kien", "date": begun, **_letter(begun)}])
    plan = a_plan(an_item("1", {"event": "su-kien", "plus": length}), roll="none")
    (demand,) = Scene(plan, decisions=decided, calendar=CALENDAR).docket("2026-12-31").demands
    assert demand.rolled is not None
    assert (str(demand.rolled.day), demand.rolled.estimated) == (day, estimated)
    assert demand.rolled.open == open_


# ── The document's own reckoning ──────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("deadline", "same"),
    [
        ({"by": "2021-06-30"}, None),  # it has none
        ({"by": "2021-06-30", "check": {"by": "2021-06-30"}}, True),
        ({"by": "2021-06-30", "check": {"by": "2021-06-29"}}, False),
        (
            {"by": "2021-08-02", "check": {"by": "2021-07-31"}},
            True,
        ),  # a Saturday, rolled to that Monday
        ({"by": "2021-08-03", "check": {"by": "2021-07-31"}}, False),
        ({"by": "2021-07-31", "check": {"by": "2021-07-31"}}, True),
        ({"by": "2021-07-31", "check": {"by": "2021-08-02"}}, True),  # both come to Monday
        (
            {"by": "2021-06-30", "check": {"event": "su-kien", "plus": "10 days"}},
            None,
        ),  # not known yet
        ({"event": "su-kien", "plus": "10 days", "check": {"by": "2021-06-30"}}, None),
    ],
)
def test_what_the_document_reckons_itself(deadline: Mapping, same: bool | None) -> None:
    scene = Scene(a_plan(an_item("1", deadline), roll="next"))
    (demand,) = scene.docket("2026-12-31").demands
    assert reckoned_alike(demand, PLAIN_WEEK) is same


# ── Reports compiled from others ──────────────────────────────────────────────────────────────────
def _compiled(*items: Mapping, last: str = "2021-12-31") -> dict[str, list[tuple[str, str]]]:
    """Return, for each demand that names another item, what it is compiled from."""
    asked = Scene(a_plan(*items, last=last)).docket(last).demands
    return {
        each.period: [(one.item.id, one.period) for one in compiled_from(each, asked)]
        for each in asked
        if each.item.after
    }


def _report(id_: str, deadline: Any, **fields: Any) -> Mapping:
    return an_item(id_, deadline, "report", **fields)


def test_what_recurs_is_compiled_from_what_falls_into_its_period() -> None:
    """Half-years of communes for the year of the district; quarters do not contain half-years."""
    halves = _report("xa", {"every": "half-year"})
    year = _report("huyen", {"every": "year"}, after="xa")
    other = _report("khac", {"every": "half-year"})
    assert _compiled(halves, other, year, last="2022-12-31") == {
        "2021": [("xa", "2021-H1"), ("xa", "2021-H2")], "2022": [("xa", "2022-H1"), ("xa", "2022-H2")],
    }  # fmt: skip
    quarters = _report("huyen", {"every": "quarter"}, after="xa")
    assert set(map(tuple, _compiled(halves, quarters).values())) == {()}
    alike = _report("huyen", {"every": "half-year"}, after="xa")
    assert _compiled(halves, alike) == {
        "2021-H1": [("xa", "2021-H1")], "2021-H2": [("xa", "2021-H2")],
    }  # fmt: skip


def test_what_is_done_once_is_compiled_from_all_that_is_done_once() -> None:
    """Whenever: the review of 2022 from the reviews of 2021; neither from what recurs, nor a beginning."""
    first = _report("xa", {"by": "2021-06-30"})
    last = _report("huyen", {"within": "2022"}, after="xa")
    assert _compiled(first, last, last="2022-12-31") == {"once": [("xa", "once")]}
    assert _compiled(_report("xa", {"every": "year"}), last, last="2022-12-31") == {"once": []}
    yearly = _report("huyen", {"every": "year"}, after="xa")
    assert _compiled(first, yearly) == {"2021": []}
    both = an_item("xa", [{"start": {"by": "2021-03-31"}}, {"by": "2021-06-30"}])
    assert _compiled(both, last, last="2022-12-31") == {"once": [("xa", "once")]}


def test_nothing_is_compiled_from_itself() -> None:
    """A slip of the plan, which names the item itself."""
    assert _compiled(_report("xa", {"every": "year"}, after="xa")) == {"2021": []}


# ── The same docket at another day ────────────────────────────────────────────────────────────────
PAUSE = {
    "item": "1",
    "from": "2021-06-01",
    "until": "2021-06-10",
    "reason": "dịch",
    **_letter("2020-12-01"),
}


@pytest.mark.parametrize(
    "day", ["2020-12-31", "2021-01-01", "2021-06-05", "2021-06-11", "2022-01-01"]
)
def test_a_docket_of_another_day_is_that_of_the_day(day: str) -> None:
    """Of decisions that were known on both days, as when it is asked for the end of every month."""
    plan = a_plan(
        an_item("1", {"by": "2021-06-30"}),
        an_item("2", {"every": "year"}),
        an_item("3", {"within": "2022"}),
    )
    scene = Scene(plan, decisions=some_decisions(pauses=[PAUSE]))
    other = scene.docket("2026-12-31").on(D(day))
    assert _laid(other) == _laid(scene.docket(day))


def _laid(found: Docket) -> list[tuple[str, str, date | None]]:
    return [(each.key.item, each.key.period, each.due) for each in found.obligations]
