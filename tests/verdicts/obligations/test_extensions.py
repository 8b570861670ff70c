"""Gia hạn: more time by a letter, never less (design: *The office's own files*).

Days by hand from the calendar: 31/8/2025 is a Sunday, 1 and 2/9/2025 are holidays.
"""

from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import D, Scene, a_plan, a_registry, an_item, some_decisions
from kehoach.calendar import vietnam
from kehoach.verdicts.assessment import Status
from kehoach.verdicts.obligations import Obligation
from kehoach.verdicts.obligations.extending import Refusal
from kehoach.verdicts.obligations.rolling import RolledBy


def _extension(due: str, decided: str = "2025-02-01", **more: Any) -> dict[str, Any]:
    return {"item": "1", "due": due, "document": {"number": "7/CV", "date": decided}, **more}


def _scene(*extensions: dict[str, Any], deadline: Any = None, roll: str = "next") -> Scene:
    """Return an item due on 30/6/2025, or as ``deadline`` says, with these extensions."""
    item = an_item("1", deadline or {"by": "2025-06-30"})
    plan = a_plan(item, first="2025-01-02", last="2027-12-31", roll=roll)
    return Scene(plan, a_registry(), some_decisions(extensions=extensions), calendar=vietnam())


def _owed(scene: Scene, as_of: str = "2027-12-31") -> dict[str, Obligation]:
    return {each.key.period: each for each in scene.docket(as_of).obligations}


def _due(scene: Scene, as_of: str = "2027-12-31", period: str = "once") -> date | None:
    return _owed(scene, as_of)[period].due


def _refusals(scene: Scene) -> list[Refusal | None]:
    return [each.refusal for each in _owed(scene)["once"].extensions]


@pytest.mark.parametrize("due", ["2025-06-27", "2025-03-01", "2025-02-01"])
def test_an_extension_never_shortens(due: str) -> None:
    """The later of the original and the extended day (okpy/ok#1164)."""
    scene = _scene(_extension(due))
    assert _due(scene) == D("2025-06-30")
    assert _refusals(scene) == [Refusal.SHORTER]


def test_a_day_a_year_too_early_is_not_applied() -> None:
    """Case 04: letter of 1/6/2026, day 31/7/2025; the plan says 30/6/2026."""
    scene = _scene(_extension("2025-07-31", "2026-06-01"), deadline={"by": "2026-06-30"})
    assert _due(scene) == D("2026-06-30")
    assert scene.verdict("2026-06-15").status is Status.IN_TERM


def test_a_day_before_its_own_letter_is_not_applied() -> None:
    """Later than the original, and gone before the letter was written."""
    scene = _scene(_extension("2025-07-31", "2025-08-01"))
    assert _due(scene) == D("2025-06-30")
    assert _refusals(scene) == [Refusal.BEFORE_LETTER]
    assert _due(_scene(_extension("2025-07-31", "2025-07-31"))) == D("2025-07-31")


def test_the_day_that_stands_extends_nothing() -> None:
    """Also where it is another day that rolls onto the same one: 28/6/2025 is a Saturday."""
    assert _refusals(_scene(_extension("2025-06-30"))) == [Refusal.EQUAL]
    assert _refusals(_scene(_extension("2025-06-28"))) == [Refusal.EQUAL]


def test_the_latest_day_counts_whatever_was_decided_last() -> None:
    """Three letters; the third takes nothing back, and their order in the file means nothing."""
    letters = [
        _extension("2025-07-31", "2025-02-01"),
        _extension("2025-10-31", "2025-03-01"),
        _extension("2025-08-29", "2025-04-01"),
    ]
    for order in (letters, letters[::-1]):
        scene = _scene(*order)
        assert _due(scene, "2025-02-15") == D("2025-07-31")
        assert _due(scene, "2025-03-15") == D("2025-10-31")
        assert _due(scene) == D("2025-10-31")
        assert _refusals(scene) == [None, None, Refusal.SHORTER]
        chain = [(each.since, each.due) for each in _owed(scene)["once"].granted]
        assert chain == [
            (D("2025-06-30"), D("2025-07-31")),
            (D("2025-07-31"), D("2025-10-31")),
        ]


def test_an_extended_day_rolls_as_the_plan_s_days_do() -> None:
    """Case 09: the same Sunday by the plan, by a request and by an extension: 3/9/2025."""
    item = an_item("3", {"on_request": "true"}, "report")
    plan = a_plan(
        an_item("1", {"by": "2025-06-30"}), an_item("2", {"by": "2025-08-31"}), item,
        first="2025-01-02", last="2027-12-31", roll="next",
    )  # fmt: skip
    decisions = some_decisions(
        extensions=[_extension("2025-08-31")], requests=[{"item": "3", "due": "2025-08-31"}]
    )
    owed = Scene(plan, decisions=decisions, calendar=vietnam()).docket("2025-09-01").obligations
    assert {each.due for each in owed} == {D("2025-09-03")}


@pytest.mark.parametrize(
    ("rules", "more", "due", "by"),
    [
        ({"roll": "next"}, {}, "2025-09-03", RolledBy.POLICY),
        ({"roll": "previous"}, {}, "2025-08-29", RolledBy.POLICY),
        ({"roll": "none"}, {}, "2025-08-31", RolledBy.POLICY),
        ({"roll": "next"}, {"exact": "true"}, "2025-08-31", RolledBy.EXACT),
        ({"deadline": {"by": "2025-06-30", "roll": "none"}}, {}, "2025-08-31", RolledBy.DEADLINE),
    ],
)
def test_which_way_an_extended_day_rolls(
    rules: dict[str, Any], more: dict[str, Any], due: str, by: RolledBy
) -> None:
    """The plan's policy, the deadline's own word before it, and the letter's before both."""
    scene = _scene(_extension("2025-08-31", **more), **rules)
    (granted,) = _owed(scene)["once"].granted
    assert (granted.due, granted.rolling.by) == (D(due), by)


def test_an_extension_of_what_is_counted_back_is_a_named_day() -> None:
    """31/8/2025 as the letter names it: rolled back it would take two days that were given."""
    rule = {"event": "hop", "minus": "10 days"}
    events = [{"id": "hop", "date": "2025-07-16"}]
    plan = a_plan(an_item("1", rule), first="2025-01-02", roll="next")
    decisions = some_decisions(events=events, extensions=[_extension("2025-08-31")])
    scene = Scene(plan, decisions=decisions, calendar=vietnam())
    assert _due(scene) == D("2025-09-03")


def test_an_extension_without_a_period_lengthens_and_never_shortens() -> None:
    """Case 02: quarters of 2025 before its day get it; a quarter of 2026 keeps its own."""
    scene = _scene(_extension("2025-12-31"), deadline={"every": "quarter"})
    dues = {period: each.due for period, each in _owed(scene, "2026-02-15").items()}
    assert dues == {
        "2025-Q1": D("2025-12-31"), "2025-Q2": D("2025-12-31"), "2025-Q3": D("2025-12-31"),
        "2025-Q4": D("2025-12-31"), "2026-Q1": D("2026-03-31"),
    }  # fmt: skip


def test_where_nothing_is_due_nothing_can_be_put_off() -> None:
    """It waits for its event, and is not overdue by a letter that meant to give time."""
    rule = {"event": "hop", "plus": "10 days"}
    plan = a_plan(an_item("1", rule), first="2025-01-02")
    waiting = Scene(plan, decisions=some_decisions(extensions=[_extension("2025-08-31")]))
    assert waiting.verdict("2025-12-31").status is Status.WAITING
    assert _refusals(waiting) == [Refusal.UNDATED]
    decisions = some_decisions(
        extensions=[_extension("2025-08-31")], events=[{"id": "hop", "date": "2025-03-03"}]
    )
    assert _due(Scene(plan, decisions=decisions)) == D("2025-08-31")


def test_an_extension_of_a_session_s_item_rolls_though_the_session_does_not() -> None:
    """The session was held on Saturday 16/8/2025; the letter's Sunday 31/8 is a day like others."""
    plan = a_plan(an_item("1", {"session": "2025-08"}), first="2025-01-02", roll="next")
    sessions = [{"item": "1", "period": "once", "date": "2025-08-16"}]
    held = Scene(plan, decisions=some_decisions(sessions=sessions), calendar=vietnam())
    assert _due(held) == D("2025-08-16")
    decisions = some_decisions(sessions=sessions, extensions=[_extension("2025-08-31")])
    assert _due(Scene(plan, decisions=decisions, calendar=vietnam())) == D("2025-09-03")


@pytest.mark.parametrize(
    ("rule", "event", "policy", "due"),
    [
        # Case 08: the tenth day before Wednesday 16/7/2025 is Sunday 6/7.
        ({"minus": "10 days"}, "2025-07-16", {"roll": "next"}, "2025-07-04"),
        ({"minus": "10 days"}, "2025-07-16", {"roll": "none"}, "2025-07-06"),
        ({"minus": "10 days"}, "2025-07-16", {"roll": "previous"}, "2025-07-04"),
        ({"minus": "10 days"}, "2025-07-16", {"roll": "next", "counted_back": "next"}, "2025-07-07"),
        ({"minus": "10 days"}, "2025-07-16", {"roll": "next", "counted_back": "none"}, "2025-07-06"),
        ({"minus": "10 days", "roll": "next"}, "2025-07-16", {"roll": "next"}, "2025-07-07"),
        ({"minus": "10 days", "roll": "none"}, "2025-07-16", {"roll": "next"}, "2025-07-06"),
        # 1/6/2025 is a Sunday; 2/9/2025 a holiday after another and a weekend.
        ({"minus": "1 month"}, "2025-07-01", {"roll": "next"}, "2025-05-30"),
        ({"minus": "1 week"}, "2025-09-09", {"roll": "next"}, "2025-08-29"),
        # Working days back from a Monday: 4, 3, 2, 1/7 and 30/6; on a working day nothing rolls.
        ({"minus": "5 working days"}, "2025-07-07", {"roll": "next"}, "2025-06-30"),
    ],
)  # fmt: skip
def test_what_is_counted_back_rolls_back(
    rule: dict[str, str], event: str, policy: dict[str, str], due: str
) -> None:
    """Notice is never shortened, unless the deadline or the plan's own policy says so."""
    plan = a_plan(an_item("1", {"event": "hop", **rule}), first="2025-01-02", **policy)
    decisions = some_decisions(events=[{"id": "hop", "date": event}])
    assert _due(Scene(plan, decisions=decisions, calendar=vietnam())) == D(due)


@given(
    st.lists(st.tuples(st.dates(D("2025-01-02"), D("2026-12-31")),
                       st.dates(D("2025-01-02"), D("2026-12-31")), st.booleans()), max_size=5),
    st.dates(D("2025-01-02"), D("2026-12-31")),
    st.randoms(),
)  # fmt: skip
def test_whatever_is_decided_no_due_day_comes_earlier(
    letters: list[tuple[date, date, bool]], as_of: date, random: Random
) -> None:
    """Of any letters, in any order of the file: never before the original, nor before an earlier day.

    One letter more, known later, takes nothing back; the order in the file means nothing.
    """
    extensions = [
        _extension(str(due), str(decided), exact=str(exact).lower())
        for due, decided, exact in letters
    ]
    due = _due(_scene(*extensions), str(as_of))
    assert due is not None
    assert due >= D("2025-06-30")
    shuffled = random.sample(extensions, len(extensions))
    assert _due(_scene(*shuffled), str(as_of)) == due
    later = _due(_scene(*extensions), "2026-12-31")
    assert later is not None
    assert later >= due
    named = {due for due, decided, _ in letters if decided <= as_of}
    assert due == D("2025-06-30") or any(day <= due for day in named)
