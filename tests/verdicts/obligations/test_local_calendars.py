"""Single agencies go by calendars of their own: their due days, and the extensions of these.

Days by hand: in 2021, 27 August is a Friday, 30 August a Monday; in the plain week only weekends are off.
"""

from dataclasses import replace
from datetime import date

import pytest

from builders import PLAIN_WEEK, D, Scene, a_plan, a_registry, an_item, some_decisions
from kehoach.calendar import WorkCalendar
from kehoach.model.decisions import NO_DECISIONS, Decisions

STORM = PLAIN_WEEK.beside({D("2021-08-27"): "Cấm tàu vì bão", D("2021-08-30"): "Cấm tàu"}, {})
ISLAND = replace(PLAIN_WEEK, named={"dao": replace(STORM, name="Đảo")})
REGISTRY = a_registry({"id": "a", "calendar": "dao"}, "b", {"id": "c", "calendar": "khong-co"})


def _scene(
    deadline: dict[str, str],
    calendar: WorkCalendar = ISLAND,
    decisions: Decisions = NO_DECISIONS,
) -> Scene:
    item = an_item("1", deadline, implement=["a", "b", "c"])
    return Scene(a_plan(item, roll="next"), REGISTRY, decisions, calendar=calendar)


def _dues(scene: Scene, as_of: str = "2021-07-01") -> dict[str, date | None]:
    return {each.agency: each.obligation.due for each in scene.verdicts(as_of)}


def test_a_due_day_rolls_by_the_calendar_of_its_agency() -> None:
    """On the island to Tuesday 31 August; elsewhere on the day itself; an unknown one is that of all."""
    assert _dues(_scene({"by": "2021-08-27"})) == {
        "a": D("2021-08-31"), "b": D("2021-08-27"), "c": D("2021-08-27"),
    }  # fmt: skip


def test_working_days_are_counted_by_it() -> None:
    """Three working days after Wednesday 25 August: 26, 27, 30; on the island 26, 31, 1 September."""
    began = some_decisions(events=[{"id": "bat-dau", "date": "2021-08-25"}])
    scene = _scene({"event": "bat-dau", "plus": "3 working days"}, decisions=began)
    assert _dues(scene, "2021-08-26") == {
        "a": D("2021-09-01"), "b": D("2021-08-30"), "c": D("2021-08-30"),
    }  # fmt: skip


def test_an_extension_rolls_by_it() -> None:
    """To Friday 27 August, for all: on the island to Tuesday."""
    more = some_decisions(extensions=[{"item": "1", "due": "2021-08-27"}])
    scene = _scene({"by": "2021-06-30"}, decisions=more)
    assert _dues(scene) == {"a": D("2021-08-31"), "b": D("2021-08-27"), "c": D("2021-08-27")}


def test_a_day_worked_there_holds_for_it_alone() -> None:
    """Saturday 28 August is worked on the island only."""
    island = replace(PLAIN_WEEK, named={"dao": PLAIN_WEEK.beside({}, {D("2021-08-28"): "Làm bù"})})
    assert _dues(_scene({"by": "2021-08-28"}, island)) == {
        "a": D("2021-08-28"), "b": D("2021-08-30"), "c": D("2021-08-30"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("day", "late"), [("2021-08-30", {"b", "c"}), ("2021-09-01", {"a", "b", "c"})]
)
def test_nobody_is_overdue_before_its_own_day(day: str, late: set[str]) -> None:
    scene = _scene({"by": "2021-08-27"})
    assert {each.agency for each in scene.verdicts(day) if each.overdue} == late


def test_two_deadlines_of_one_period_keep_their_names() -> None:
    """A period is called by the document's day, whatever calendar an agency goes by."""
    item = an_item("1", [{"by": "2021-08-27"}, {"by": "2021-10-29"}], implement=["a", "b"])
    scene = Scene(a_plan(item, roll="next"), REGISTRY, calendar=ISLAND)
    periods = {
        agency: {each.obligation.key.period for each in scene.verdicts("2021-12-31")
                 if each.agency == agency}
        for agency in ("a", "b")
    }  # fmt: skip
    assert periods["a"] == periods["b"] == {"2021-08-27", "2021-10-29"}


def test_what_all_share_is_one_demand() -> None:
    by = {
        str(each.agency): each.obligation.demand
        for each in _scene({"by": "2021-08-27"}).verdicts("2021-07-01")
    }
    assert by["a"] is not by["b"]
    assert by["a"].shared is by["b"].shared is by["b"]
    assert (by["a"].calendar, by["b"].calendar) == ("dao", None)
