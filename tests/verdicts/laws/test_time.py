"""Time moves on: statuses go along the arrows that there are, and days are counted one by one."""

from collections.abc import Iterator
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from builders import D, Scene
from kehoach.verdicts.assessment import Reason
from kehoach.words.statuses import Status
from verdicts.laws.drawn import DAYS, FILES, QUIET, REPORTS, SCENES, Told, View, laws, scene, seen

DAY = timedelta(days=1)
LATER = st.integers(1, 500)
SOON = 14
"""The warning window of a plan that names none, in calendar days."""
S = Status
ARROWS = {
    S.WAITING: {S.WAITING, S.IN_TERM, S.OVERDUE, S.DONE_ON_TIME, S.DONE_LATE},
    S.IN_TERM: {S.IN_TERM, S.OVERDUE, S.DONE_ON_TIME, S.DONE_LATE},
    S.OVERDUE: {S.OVERDUE, S.DONE_LATE, S.DONE_ON_TIME},  # on time: of a task told within its time
    S.DONE_ON_TIME: {S.DONE_ON_TIME},
    S.DONE_LATE: {S.DONE_LATE},
    S.ONGOING: {S.ONGOING},
}


def _both(scene: Scene, day: date, later: int) -> Iterator[tuple[tuple[str, str, str], View, View]]:
    """Yield each verdict of a day with what it has become so many days later."""
    then = seen(scene, day + later * DAY)
    for at, now in seen(scene, day).items():
        yield at, now, then[at]


@laws
@given(QUIET, DAYS, LATER)
def test_a_status_goes_along_the_arrows(scene: Scene, day: date, later: int) -> None:
    """What is done stays done, on time or late; nothing that is overdue is in term again."""
    for _, now, then in _both(scene, day, later):
        assert then.status in ARROWS[now.status]


@laws
@given(QUIET, DAYS, LATER)
def test_a_report_that_is_overdue_can_only_come_late(scene: Scene, day: date, later: int) -> None:
    """Reports are judged by receipt: no word of their sender brings them back in time."""
    for at, now, then in _both(scene, day, later):
        if at[0] in REPORTS and now.status is S.OVERDUE:
            assert then.status in (S.OVERDUE, S.DONE_LATE)


@laws
@given(QUIET, DAYS, LATER)
def test_what_was_done_keeps_its_day(scene: Scene, day: date, later: int) -> None:
    """No later file moves the day on which something was done, earlier or later."""
    for _, now, then in _both(scene, day, later):
        if now.status.done:
            assert then == now


def _days_that_decide(scene: Scene, day: date, *before: int) -> Iterator[date]:
    """Yield a day, and the due days of what is not done on it, or so many days before each of them."""
    yield day
    dues = {said.due for said in seen(scene, day).values() if said.due and not said.status.done}
    yield from sorted({due - days * DAY for due in dues for days in before})


@laws
@given(SCENES, DAYS)
def test_nothing_is_overdue_on_its_day_or_before(scene: Scene, day: date) -> None:
    """To 24:00 of the due day; and from the next day on it is, unless something else is said of it."""
    for asked in _days_that_decide(scene, day, 0, -1):
        for said in seen(scene, asked).values():
            if said.due and asked <= said.due:
                assert said.status is not S.OVERDUE
            if said.status is S.IN_TERM and said.due and asked > said.due:
                assert said.reason in (Reason.REQUEST_ONLY, Reason.AIM_ONLY)


@laws
@given(QUIET, DAYS)
def test_the_first_day_overdue_is_the_one_after_the_due_day(scene: Scene, day: date) -> None:
    """Asked on each due day and on the next, of whatever is still not done."""
    for (item, agency, period), said in seen(scene, day).items():
        if said.due and said.status is S.OVERDUE:
            on, after = (
                seen(scene, each)[item, agency, period] for each in (said.due, said.due + DAY)
            )
            assert (on.status, on.days) == (S.IN_TERM, 0)
            assert (after.status, after.days) == (S.OVERDUE, 1)
            return  # one is enough of a scene: each costs two judgements


@laws
@given(QUIET, DAYS, LATER)
def test_days_over_and_days_left_go_by_one_a_day(scene: Scene, day: date, later: int) -> None:
    for _, now, then in _both(scene, day, later):
        if not now.status.done and not then.status.done and now.due == then.due:
            assert (now.days is None) == (then.days is None)
            assert then.days is None or then.days == (now.days or 0) + later


@laws
@given(SCENES, DAYS)
def test_soon_is_what_is_in_term_and_near(scene: Scene, day: date) -> None:
    """Due soon: not done, and due within the warning window, the day itself too."""
    for asked in _days_that_decide(scene, day, 0, SOON, SOON + 1):
        for said in seen(scene, asked).values():
            near = said.due is not None and asked <= said.due <= asked + SOON * DAY
            assert said.soon == (near and said.status is S.IN_TERM)


@laws
@given(SCENES, DAYS, LATER)
def test_what_has_begun_is_never_forgotten(scene: Scene, day: date, later: int) -> None:
    """No agency ends here: every duty that is listed on a day is listed ever after."""
    assert seen(scene, day).keys() <= seen(scene, day + later * DAY).keys()


@laws
@given(FILES, DAYS, LATER)
def test_what_is_filed_later_is_not_known_yet(told: list[Told], day: date, later: int) -> None:
    """A file of a later day changes nothing of the verdicts of a day before it."""
    known = [each for each in told if D(each.day) <= day]
    late = [each for each in told if D(each.day) <= day + later * DAY]
    items = ["trong", "ngay", "bc", "tx", "khoi"]
    assert seen(scene(items, late), day) == seen(scene(items, known), day)


@laws
@given(FILES, DAYS)
def test_what_comes_after_it_was_done_never_earns(told: list[Told], day: date) -> None:
    """Whoever was done by what came up to a day stays so, whatever is filed from the next day on."""
    items = ["trong", "ngay", "bc", "bc-quy", "khoi"]
    first = seen(scene(items, [each for each in told if D(each.day) <= day]), D("2023-06-01"))
    both = seen(scene(items, told), D("2023-06-01"))
    for at, said in first.items():
        if said.status.done and (said.received or day) <= day:
            assert both[at] == said
