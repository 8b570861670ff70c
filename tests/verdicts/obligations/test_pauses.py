"""Tạm dừng: the clock stands still, and once it runs again the due day moves by the days of the pause.

Days by hand from the calendar of 2025: 30/6 is a Monday, 5/7 and 6/7 are a weekend, 30/9 a Tuesday.
"""

from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import D, Scene, a_filing, a_plan, a_registry, an_item, some_decisions
from kehoach.calendar import vietnam
from kehoach.verdicts.assessment import Assessment, Status
from kehoach.verdicts.obligations.extending import Refusal

LATER = "2027-12-31"
Said = dict[str, Any]


def _pause(first: str, until: str | None = None, decided: str | None = None, **more: Any) -> Said:
    last = {"until": until} if until else {}
    letter = {"document": {"number": "5/TB", "date": decided or first}}
    return {"item": "1", "from": first, **last, "reason": "chờ Nghị định", **letter, **more}


def _extension(due: str, decided: str) -> Said:
    return {"item": "1", "due": due, "document": {"number": "7/CV", "date": decided}}


def _scene(
    *pauses: Said, extensions: Any = (), deadline: Any = None, told: Any = (), roll: str = "next"
) -> Scene:
    """Return a task due on 30/6/2025, or as ``deadline`` says, with these pauses."""
    item = an_item("1", deadline or {"by": "2025-06-30"})
    plan = a_plan(item, first="2025-01-02", last="2027-12-31", roll=roll)
    decisions = some_decisions(pauses=pauses, extensions=extensions)
    return Scene(plan, a_registry(), decisions, filings=tuple(told), calendar=vietnam())


def _verdict(scene: Scene, as_of: str = LATER, period: str = "once") -> Assessment:
    (found,) = (each for each in scene.verdicts(as_of) if each.obligation.key.period == period)
    return found


def _due(scene: Scene, as_of: str = LATER, period: str = "once") -> date | None:
    return _verdict(scene, as_of, period).obligation.due


@pytest.mark.parametrize(
    ("as_of", "wanted"),
    [
        ("2025-04-30", (Status.IN_TERM, "2025-06-30", -61)),
        ("2025-05-01", (Status.PAUSED, "2025-06-30", None)),
        ("2025-07-31", (Status.PAUSED, "2025-06-30", None)),
        ("2025-08-01", (Status.IN_TERM, "2025-09-30", -60)),
        ("2025-09-30", (Status.IN_TERM, "2025-09-30", 0)),
        ("2025-10-01", (Status.OVERDUE, "2025-09-30", 1)),
    ],
)
def test_the_due_day_moves_once_it_ends(as_of: str, wanted: tuple[Status, str, int | None]) -> None:
    """92 days from 1/5 to 31/7, both inclusive."""
    each = _verdict(_scene(_pause("2025-05-01", "2025-07-31")), as_of)
    assert (each.status, str(each.obligation.due), each.days) == wanted
    assert each.obligation.demand.term.nominal == D("2025-06-30")


@pytest.mark.parametrize(
    ("as_of", "wanted"),
    [
        ("2025-07-04", (Status.OVERDUE, 4)),
        ("2025-07-14", (Status.PAUSED, None)),
        ("2025-07-15", (Status.OVERDUE, 5)),
        ("2025-07-20", (Status.OVERDUE, 10)),
    ],
)
def test_days_overdue_before_are_counted_and_those_inside_are_not(
    as_of: str, wanted: tuple[Status, int | None]
) -> None:
    """Ten days from 5/7 to 14/7 begin after the due day, and move nothing."""
    each = _verdict(_scene(_pause("2025-07-05", "2025-07-14")), as_of)
    assert (each.status, each.days) == wanted
    assert each.obligation.due == D("2025-06-30")


@pytest.mark.parametrize(
    ("spans", "due"),
    [
        ((("2025-06-01", "2025-06-05"),), "2025-07-07"),  # five days to Saturday 5/7, then rolled
        ((("2025-06-30", "2025-07-02"),), "2025-07-03"),  # it begins on the due day
        ((("2025-07-01", "2025-07-02"),), "2025-06-30"),  # it begins after it
        (
            (("2025-06-29", "2025-06-30"), ("2025-07-02", "2025-07-03")),
            "2025-07-04",
        ),  # moved into it
        (
            (("2025-06-01", "2025-06-05"), ("2025-06-03", "2025-06-10")),
            "2025-07-10",
        ),  # each day once
        ((("2024-12-20", "2025-01-06"),), "2025-07-07"),  # 5 days since the plan began, to 5/7
        ((("2025-06-05", "2025-06-01"),), "2025-06-30"),  # backwards
    ],
)
def test_how_far_it_moves(spans: tuple[tuple[str, str], ...], due: str) -> None:
    assert _due(_scene(*(_pause(*span, decided="2025-02-01") for span in spans))) == D(due)


def test_one_that_is_going_on_moves_nothing_yet() -> None:
    each = _verdict(_scene(_pause("2025-06-01")))
    assert (each.status, each.obligation.due) == (Status.PAUSED, D("2025-06-30"))


def test_what_was_decided_later_does_not_pause_earlier() -> None:
    scene = _scene(_pause("2025-05-01", "2025-07-31", "2025-07-10"))
    assert _verdict(scene, "2025-07-09").days == 9
    assert _verdict(scene, "2025-07-10").status is Status.PAUSED


def test_it_moves_the_period_in_which_it_lies() -> None:
    scene = _scene(_pause("2025-05-01", "2025-05-10"), deadline={"every": "year", "by": "06-30"})
    assert _due(scene, period="2025") == D("2025-07-10")
    assert _due(scene, period="2026") == D("2026-06-30")


def test_days_before_a_period_begins_move_no_extension_of_it() -> None:
    """Ten days of 2026, from the first to 10/1: 31/7 becomes 10/8, a Monday."""
    granted = _extension("2026-07-31", "2025-05-01") | {"period": "2026"}
    paused = _pause("2025-12-22", "2026-01-10", period="2026")
    scene = _scene(paused, extensions=[granted], deadline={"every": "year", "by": "06-30"})
    assert _due(scene, period="2026") == D("2026-08-10")


def test_days_before_its_letter_move_no_extension() -> None:
    """Told on 15/6 of ten days from 1/6 on: 31/7, granted on 5/6, becomes 5/8 by those from 6/6 on."""
    scene = _scene(
        _pause("2025-06-01", "2025-06-10", "2025-06-15"),
        extensions=[_extension("2025-07-31", "2025-06-05")],
    )
    assert _due(scene) == D("2025-08-05")


@pytest.mark.parametrize(
    ("extension", "due", "refused"),
    [
        (
            _extension("2025-07-15", "2025-05-01"),
            "2025-07-25",
            None,
        ),  # an earlier letter: moved too
        (_extension("2025-07-31", "2025-06-15"), "2025-07-31", None),  # a later one means its day
        (_extension("2025-07-08", "2025-06-15"), "2025-07-10", Refusal.SHORTER),
        (_extension("2025-07-10", "2025-06-15"), "2025-07-10", Refusal.EQUAL),
    ],
)
def test_beside_an_extension(extension: Said, due: str, refused: Refusal | None) -> None:
    """Ten days from 1/6, by a letter of that day: 30/6 becomes 10/7."""
    scene = _scene(_pause("2025-06-01", "2025-06-10"), extensions=[extension])
    owed = _verdict(scene).obligation
    assert (owed.due, [each.refusal for each in owed.extensions]) == (D(due), [refused])


@pytest.mark.parametrize(
    ("completed", "status", "days"),
    [
        ("2025-05-20", Status.DONE_ON_TIME, -133),  # before 30/9
        ("2025-07-10", Status.DONE_ON_TIME, -82),
        ("2025-10-02", Status.DONE_LATE, 2),
    ],
)
def test_what_is_delivered_counts_paused_or_not(completed: str, status: Status, days: int) -> None:
    done = {"item": "1", "status": "done", "completed": completed}
    told = a_filing("a", completed, tasks=[done])
    scene = _scene(_pause("2025-05-01", "2025-07-31"), told=[told])
    each = _verdict(scene)
    assert (each.status, each.days) == (status, days)
    during = _verdict(scene, max(completed, "2025-06-15"))
    assert during.done == (completed < "2025-06-15" or completed >= "2025-07-01")


def test_delivered_in_a_pause_after_the_due_day() -> None:
    """Four days overdue when the clock stopped on 5/7: four days late whenever it came before 15/7."""
    done = {"item": "1", "status": "done", "completed": "2025-07-12"}
    scene = _scene(
        _pause("2025-07-05", "2025-07-14"), told=[a_filing("a", "2025-07-12", tasks=[done])]
    )
    each = _verdict(scene)
    assert (each.status, each.days) == (Status.DONE_LATE, 4)


# ── Laws ──────────────────────────────────────────────────────────────────────────────────────────
def _day(number: int) -> str:
    return str(date(2025, 1, 2) + timedelta(number))


_numbers = st.integers(0, 400)
_pauses = st.lists(
    st.builds(
        lambda first, days, letter: _pause(_day(first), _day(first + days), _day(letter)),
        _numbers, st.integers(0, 90), _numbers,
    ),
    max_size=4,
)  # fmt: skip
_extensions = st.lists(
    st.builds(lambda due, letter: _extension(_day(due), _day(letter)), _numbers, _numbers),
    max_size=3,
)


@given(_pauses, _extensions, st.sampled_from(["next", "none", "previous"]))
def test_a_pause_never_shortens(pauses: list[Said], extensions: list[Said], roll: str) -> None:
    without = _due(_scene(*pauses[1:], extensions=extensions, roll=roll))
    due = _due(_scene(*pauses, extensions=extensions, roll=roll))
    assert due is not None
    assert without is not None
    assert due >= without >= D("2025-06-30")


@given(_pauses, _extensions, st.integers(0, 90), st.randoms(), _numbers)
def test_neither_order_nor_division_matters(
    pauses: list[Said], extensions: list[Said], cut: int, random: Random, number: int
) -> None:
    """A pause is the same as two that follow one another, by the same letter; on any day."""
    whole = _scene(*pauses, extensions=extensions)
    asked = (LATER, _day(number), *(each["until"] for each in pauses))
    dues = [_due(whole, day) for day in asked]
    divided: list[Said] = []
    for each in pauses:
        first, last = D(each["from"]), D(each["until"])
        middle = min(first + timedelta(cut), last)
        divided.append({**each, "until": str(middle)})
        if middle < last:
            divided.append({**each, "from": str(middle + timedelta(1))})
    random.shuffle(divided)
    random.shuffle(extensions)
    parted = _scene(*divided, extensions=extensions)
    assert [_due(parted, day) for day in asked] == dues


@given(_pauses, _numbers)
def test_every_day_of_a_pause_is_paused_and_no_other(pauses: list[Said], number: int) -> None:
    """By counting days one by one: the days that run are as many as without a pause."""
    known = [each for each in pauses if each["document"]["date"] <= _day(number)]
    still = {
        day
        for each in known
        for day in range(
            (D(each["from"]) - D("2025-01-02")).days, (D(each["until"]) - D("2025-01-02")).days + 1
        )
    }
    each = _verdict(_scene(*pauses), _day(number))
    assert (each.status is Status.PAUSED) == (number in still)
    ended = {day for day in still if not _touches(day, number, still)}
    due, left = 0, 179  # 30/6 is the 179th day after 2/1
    while left or due in ended:
        left -= due not in ended
        due += 1
    calendar = vietnam()
    if each.status is not Status.PAUSED and not any(day in still for day in range(due, due + 9)):
        assert each.obligation.due == calendar.roll(D("2025-01-02") + timedelta(due), "next").day


def _touches(day: int, number: int, still: set[int]) -> bool:
    """Say whether a paused day belongs to a standstill that is not over by a day, or is still to come."""
    while day in still:
        if day >= number:
            return True
        day += 1
    return False
