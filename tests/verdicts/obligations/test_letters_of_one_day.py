"""A pause and an extension by letters of one day: each is known to the other."""

import pytest

from builders import D, Scene, a_filing, a_plan, an_item, done, some_decisions
from kehoach.verdicts.obligations.extending import Refusal


@pytest.mark.parametrize(
    ("decided", "refusal", "due"),
    [
        # The pause of ten days, 1/6 to 10/6, had moved the day to 10/7: 5/7 is no more time.
        ("2021-06-09", Refusal.SHORTER, "2021-07-10"),
        ("2021-06-10", Refusal.SHORTER, "2021-07-10"),  # of one day, known to each other
        # Written before that of the pause, the letter gave five days; of the days of the pause none
        # lies after it, so that they move the plan's own day alone.
        ("2021-06-11", None, "2021-07-10"),
    ],
)
def test_an_extension_is_weighed_against_what_its_letter_knew(
    decided: str, refusal: Refusal | None, due: str
) -> None:
    """The extension, to 5/7, is by a letter of 10/6; the pause by one of the day ``decided``."""
    letters = {
        "pauses": [{"item": "1", "from": "2021-06-01", "until": "2021-06-10", "reason": "dịch",
                    "document": {"number": "1/QĐ", "date": decided}}],
        "extensions": [{"item": "1", "due": "2021-07-05",
                        "document": {"number": "2/QĐ", "date": "2021-06-10"}}],
    }  # fmt: skip
    scene = Scene(a_plan(an_item("1", {"by": "2021-06-30"})), decisions=some_decisions(**letters))
    (owed,) = scene.docket("2021-12-31").obligations
    assert [each.refusal for each in owed.extensions] == [refusal]
    assert owed.due == D(due)


@pytest.mark.parametrize(
    ("until", "due"), [("2021-06-01", "2021-07-01"), ("2021-06-02", "2021-07-02")]
)
def test_a_pause_of_a_single_day_moves_by_that_day(until: str, due: str) -> None:
    """Both its ends are inclusive."""
    pause = {"item": "1", "from": "2021-06-01", "until": until, "reason": "dịch"}
    scene = Scene(
        a_plan(an_item("1", {"by": "2021-06-30"})), decisions=some_decisions(pauses=[pause])
    )
    (owed,) = scene.docket("2021-12-31").obligations
    assert owed.due == D(due)


@pytest.mark.parametrize("turned", [False, True])
def test_of_several_pauses_in_which_a_day_lies_the_one_that_ends_last_is_told(turned: bool) -> None:
    """One of June, one until further notice: who asks is told of that which goes on."""
    pauses = [
        {"item": "1", "from": "2021-06-01", "until": "2021-06-30", "reason": "dịch"},
        {"item": "1", "from": "2021-06-10", "reason": "chờ luật"},
        {"item": "1", "from": "2021-06-05", "until": "2021-07-30", "reason": "bão"},
    ]
    decided = some_decisions(pauses=pauses[::-1] if turned else pauses)
    told = {}
    for day in ("2021-06-04", "2021-06-07", "2021-06-20"):
        scene = Scene(a_plan(an_item("1", {"by": "2021-06-30"})), decisions=decided)
        (owed,) = scene.docket(day).obligations
        assert owed.still.holding is not None
        told[day] = owed.still.holding.reason
    assert told == {"2021-06-04": "dịch", "2021-06-07": "bão", "2021-06-20": "chờ luật"}


@pytest.mark.parametrize(
    ("plan", "due"), [("06", "2021-07-31"), ("07", "2021-06-30"), (None, "2021-07-31")]
)
def test_a_decision_on_another_plan_is_none_on_this(plan: str | None, due: str) -> None:
    extension = {"item": "1", "due": "2021-07-31", **({"plan": plan} if plan else {})}
    decided = some_decisions(extensions=[extension])
    scene = Scene(a_plan(an_item("1", {"by": "2021-06-30"})), decisions=decided)
    assert [each.due for each in scene.docket("2021-12-31").obligations] == [D(due)]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_continuous_work_is_asked_of_with_the_last_report_of_its_period(
    order: tuple[int, ...],
) -> None:
    """Of several groups' days for one report it is the last that covers, however they stand in the plan."""
    days = [
        {"every": "year", "by": "10-31", "agencies": ["a"]},
        {"every": "year", "by": "12-01", "agencies": ["b"]},
    ]
    plan = a_plan(
        an_item("bc", [days[each] for each in order], "report", implement=["a", "b"]),
        an_item("tx", {"continuous": "true"}, implement=["a"]), last="2021-12-31", reporting="bc",
    )  # fmt: skip
    (work,) = (each for each in Scene(plan).docket("2021-12-31").demands if each.item.id == "tx")
    assert work.resolved == D("2021-12-01")


def test_pauses_that_touch_are_one_standstill() -> None:
    """From 1/6 to 5/6, from 6/6 to 9/6, and from 11/6: the tenth was no pause."""
    days = (
        ("2021-06-01", "2021-06-05"),
        ("2021-06-06", "2021-06-09"),
        ("2021-06-11", "2021-06-12"),
    )
    pauses = [{"item": "1", "from": first, "until": last, "reason": "dịch"} for first, last in days]
    scene = Scene(
        a_plan(an_item("1", {"by": "2021-06-30"})), decisions=some_decisions(pauses=pauses)
    )
    (owed,) = scene.docket("2021-12-31").obligations
    assert [(each.first, each.last) for each in owed.still.spans] == [
        (D("2021-06-01"), D("2021-06-09")), (D("2021-06-11"), D("2021-06-12")),
    ]  # fmt: skip
    assert owed.due == D("2021-07-11")


def test_the_due_day_itself_is_no_day_after_it() -> None:
    """Paused from 25/6 on, due on 30/6, delivered on 3/7: no day since was counted."""
    pause = {"item": "1", "from": "2021-06-25", "reason": "dịch"}
    told = a_filing(dated="2021-07-03", tasks=[done()])
    plan, decided = a_plan(an_item("1", {"by": "2021-06-30"})), some_decisions(pauses=[pause])
    scene = Scene(plan, decisions=decided, filings=(told,))
    assert scene.verdict("2021-12-31").days == 0


def test_of_what_is_counted_from_an_event_only_pauses_after_it_count() -> None:
    """The event was on 15/6, ten days are given; of a pause from 10/6 to 20/6 five lie in that time."""
    pause = {"item": "1", "from": "2021-06-10", "until": "2021-06-20", "reason": "dịch"}
    decided = some_decisions(pauses=[pause], events=[{"id": "e", "date": "2021-06-15"}])
    scene = Scene(a_plan(an_item("1", {"event": "e", "plus": "10 days"})), decisions=decided)
    assert [each.due for each in scene.docket("2021-12-31").obligations] == [D("2021-06-30")]
