"""What was told on the very day, in an order that names do not show, in numbers, on paper and not readably.

The task is due on 30/6/2021 and must be told by 10/7, ten days of tolerance after it.
"""

from typing import Any

from builders import D, Scene, a_book, a_filing, a_key, a_plan, an_item, done
from kehoach.verdicts.assessment import Reason
from kehoach.verdicts.evidence import Source
from kehoach.verdicts.evidence.commit import Change
from kehoach.verdicts.evidence.history import history
from kehoach.verdicts.evidence.holdings import VersionReading
from verdicts.evidence.commits_in_memory import Told

PLAN = a_plan(
    an_item("viec", {"by": "2021-06-30"}, quota=[{"at_least": "3"}]),
    an_item("bc", {"every": "year", "before": "12-02"}, "report"),
)
PATH, AT = "a/v.yaml", "2021-12-31"
TASK, REPORT = a_key("06", "viec", "a", "once"), a_key("06", "bc", "a", "2021")
LETTER = {
    "agency": "a",
    "received": "2021-06-05",
    "document": {"number": "12/BC-A", "date": "2021-06-01"},
}
GOING = a_filing(tasks=[{"item": "viec", "status": "in_progress"}])


def _done(completed: str | None = None, quantity: str = "3") -> Any:
    day = {"completed": completed} if completed else {}
    return a_filing(tasks=[{**done("viec"), **day, "quantity": quantity}])


def _completed(scene: Scene, at: str = AT) -> tuple[str, Reason]:
    """Return the day on which the task counts as done, and why it is judged so."""
    (found,) = (each for each in scene.verdicts(at) if each.obligation.key == TASK)
    return str(found.completed), found.reason


def test_an_announcement_replaced_on_its_day_still_stood_when_that_day_came() -> None:
    told = Told(Scene(PLAN)).commit("c1", "2021-06-01", {PATH: _done("2021-06-20")})
    told.commit("c2", "2021-06-20", {PATH: GOING})
    told.commit("c3", "2021-08-01", {PATH: _done("2021-06-20")})
    assert _completed(told.scene(AT)) == ("2021-06-20", Reason.COMPLETED)


def test_the_names_of_commits_say_nothing_of_their_order() -> None:
    told = Told(Scene(PLAN)).commit("z", "2021-06-12", {PATH: GOING})
    told.commit("a", "2021-06-20", {PATH: _done()})
    (claim,) = told.scene(AT).claims(AT).of(TASK)
    assert claim.receipt is not None
    assert (claim.receipt.day, claim.receipt.source) == (D("2021-06-20"), Source.GIT)


def test_numbers_that_are_typed_in_fulfil_on_their_own_day() -> None:
    """One of three was done on 10/6; the rest on 25/6, as is said today and not committed yet."""
    told = Told(Scene(PLAN), today="2021-07-05")
    told.commit("c1", "2021-06-12", {PATH: _done("2021-06-10", "1")})
    scene = told.scene("2021-07-05", {PATH: _done("2021-06-25")})
    assert _completed(scene, "2021-07-05") == ("2021-06-25", Reason.COMPLETED)


def test_the_books_day_of_the_work_is_that_of_its_end() -> None:
    """Begun on 1/5, done on 1/6 by the office's own word, whatever is told after, committed or not."""
    entry = {"agency": "a", "item": "viec", "received": "2021-06-05"}
    book = a_book({**entry, "started": "2021-05-01", "completed": "2021-06-01"})
    told = Told(Scene(PLAN, book=book)).commit("c1", "2021-06-06", {PATH: GOING})
    assert _completed(told.scene(AT, {PATH: _done()}))[0] == "2021-06-01"
    told.commit("c2", "2021-08-01", {PATH: _done()})
    assert _completed(told.scene(AT))[0] == "2021-06-01"


def test_a_report_of_another_letter_than_the_book_has_came_when_it_was_committed() -> None:
    told = Told(Scene(PLAN, book=a_book(LETTER)))
    told.commit(
        "c1",
        "2021-11-20",
        {PATH: a_filing(number="9/BC-A", reports=[{"item": "bc", "period": "2021"}])},
    )
    (claim,) = told.scene(AT).claims(AT).of(REPORT)
    assert claim.receipt is not None
    assert (claim.receipt.day, claim.receipt.source) == (D("2021-11-20"), Source.GIT)


def test_what_is_no_readable_submission_says_nothing() -> None:
    told = Told(Scene(PLAN)).commit("c1", "2021-06-12", {PATH: GOING})
    changes = {"c1": (Change(PATH, "torn", None, "a"),)}
    assert history(told.timeline, changes, D(AT), VersionReading({})).versions == {}
