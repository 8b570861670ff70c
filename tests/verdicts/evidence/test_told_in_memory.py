"""What was told first, of commits told in memory: later words, papers and uncommitted text beside it.

Design, *When was it received*: what was told first stays; text that is not committed was received today and
changes nothing; a letter in the book dates what stood there when it was first named. The task is due
on 30/6/2021, and no report is asked, so that it must be told by 10/7 (ten days of tolerance).
"""

from typing import Any

import pytest

from builders import D, Mapping, Scene, a_book, a_filing, a_key, a_plan, a_registry, an_item, done
from kehoach.verdicts.assessment import Assessment, Reason, Status
from kehoach.verdicts.evidence import Claim, Source
from verdicts.evidence.commits_in_memory import Told

PLAN = a_plan(
    an_item("bc", {"every": "year", "before": "12-02"}, "report"),
    an_item("viec", {"by": "2021-06-30"}),
    an_item("so", {"by": "2021-06-30"}, quota=[{"at_least": "3"}]),
)
PATH, AT = "a/v.yaml", "2021-12-31"
TASK, REPORT = a_key("06", "viec", "a", "once"), a_key("06", "bc", "a", "2021")
LETTER, PROOF = (
    {"number": "12/BC-A", "date": "2021-06-01"},
    {"number": "7/TB", "date": "2021-06-02"},
)


def _scene(*book: Mapping) -> Scene:
    return Scene(PLAN, a_registry("a", "b"), book=a_book(*book))


def _task(completed: str | None = None, item: str = "viec", **fields: Any) -> Any:
    """Return a file that says of a task that it is done, on a day or without one."""
    day = {"completed": completed} if completed else {}
    return a_filing(tasks=[{**done(item), **day, **fields}])


GOING = a_filing(tasks=[{"item": "viec", "status": "in_progress"}])


def _verdict(scene: Scene, item: str = "viec") -> Assessment:
    (found,) = (each for each in scene.verdicts(AT) if each.obligation.key.item == item)
    return found


def _told(*versions: tuple[str, Any], book: tuple[Mapping, ...] = ()) -> Told:
    told = Told(_scene(*book))
    for number, (day, filing) in enumerate(versions):
        told.commit(f"c{number}", day, {PATH: filing})
    return told


# ── A later word ──────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("later", ["2021-05-01", "2021-06-29", None])
def test_a_day_rewritten_changes_nothing(later: str | None) -> None:
    """Declared 15/6, told 20/6; whatever is typed in August, earlier, later or gone."""
    verdict = _verdict(
        _told(("2021-06-20", _task("2021-06-15")), ("2021-08-01", _task(later))).scene(AT)
    )
    assert (verdict.completed, verdict.reason) == (D("2021-06-15"), Reason.COMPLETED)
    assert verdict.claim is not None
    assert verdict.claim.completed == (D(later) if later else None), (
        "the claim is of the text today"
    )


def test_of_two_wordings_of_one_commit_the_worse_counts() -> None:
    """Nothing tells which was before: two files of one commit name 10/6 and 25/6."""
    told = Told(_scene()).commit(
        "c1", "2021-06-26", {"a/1.yaml": _task("2021-06-10"), "a/2.yaml": _task("2021-06-25")}
    )
    assert _verdict(told.scene(AT)).completed == D("2021-06-25")


def test_a_number_that_is_raised_has_the_day_on_which_it_was_enough() -> None:
    """One of three by 10/6, three by 25/6: the day of the whole is not that of its first third."""
    told = _told(
        ("2021-06-12", _task("2021-06-10", "so", quantity="1")),
        ("2021-06-26", _task("2021-06-25", "so", quantity="3")),
    )
    verdict = _verdict(told.scene(AT), "so")
    assert (verdict.completed, verdict.status) == (D("2021-06-25"), Status.DONE_ON_TIME)


HEIR = a_registry(
    {"id": "cu", "valid": {"to": "2021-05-31"}, "successors": ["a"]},
    {"id": "a", "valid": {"from": "2021-06-01"}},
)


def test_the_first_part_of_the_number_is_not_the_whole_for_an_heir_either() -> None:
    """What fell to a: one of three told in June, three in August; the whole was told in August."""
    plan = a_plan(an_item("so", {"by": "2021-06-30"}, implement=["cu"], quota=[{"at_least": "3"}]))
    told = Told(Scene(plan, HEIR))
    told.commit("c1", "2021-06-12", {PATH: _task("2021-06-10", "so", quantity="1")})
    told.commit("c2", "2021-08-01", {PATH: _task("2021-07-25", "so", quantity="3")})
    verdict = _verdict(told.scene(AT), "so")
    assert (verdict.agency, verdict.inherited_from) == ("a", "cu")
    assert (verdict.completed, verdict.reason) == (D("2021-08-01"), Reason.TOLD_LATE)


def test_an_announcement_that_was_taken_back_dates_nothing() -> None:
    """On 1/6 it was said to be done on 20/6; taken out on 10/6, told anew in August it is late."""
    told = _told(
        ("2021-06-01", _task("2021-06-20")),
        ("2021-06-10", GOING),
        ("2021-08-01", _task("2021-06-20")),
    )
    assert _verdict(told.scene(AT)).reason is Reason.TOLD_LATE


def test_an_announcement_that_stood_on_its_day_was_told_on_it() -> None:
    """Announced on 1/6 for 20/6 and left standing until July: nobody doubts that it was told in time."""
    told = _told(
        ("2021-06-01", _task("2021-06-20")), ("2021-07-20", _task("2021-06-20", note="Xong"))
    )
    verdict = _verdict(told.scene(AT))
    assert (verdict.completed, verdict.reason) == (D("2021-06-20"), Reason.COMPLETED)
    assert verdict.timing is not None
    assert verdict.timing.told == D("2021-06-20")


# ── What is not committed ─────────────────────────────────────────────────────────────────────────
def _claims(scene: Scene, key: Any = TASK) -> list[tuple[str, Source, bool]]:
    """Return day and source of each claim, and whether it is what the commit holds beneath other text."""
    return [
        (str(each.receipt.day), each.receipt.source, each.overwritten)
        for each in scene.claims(AT).of(key)
        if each.receipt
    ]


def test_what_no_commit_holds_came_on_the_day_of_the_run() -> None:
    told = _told(("2021-06-20", GOING))
    scene = told.scene(AT, {"a/bc.yaml": a_filing(reports=[{"item": "bc", "period": "2021"}])})
    assert _claims(scene, REPORT) == [("2022-01-01", Source.UNCOMMITTED, False)]
    assert _verdict(scene, "bc").status is Status.OVERDUE, "on 31/12 it had not come"


def test_uncommitted_text_stands_beside_what_it_overwrote() -> None:
    """Committed in time; the text on the disk says another day and bears today's date."""
    scene = _told(("2021-06-20", _task("2021-06-15"))).scene(AT, {PATH: _task("2021-06-01")})
    assert _claims(scene) == [
        ("2021-06-20", Source.GIT, True), ("2022-01-01", Source.UNCOMMITTED, False),
    ]  # fmt: skip
    verdict = _verdict(scene)
    assert (verdict.completed, verdict.status) == (D("2021-06-15"), Status.DONE_ON_TIME)


def test_what_was_overwritten_is_told_at_the_place_of_the_new_text() -> None:
    """The finding stands where somebody can mend it: at the entry that is not committed."""
    new = a_filing(tasks=[done("so"), {**done("viec"), "completed": "2021-06-01"}])
    scene = _told(("2021-06-20", _task("2021-06-15"))).scene(AT, {PATH: new})
    (old,) = (each for each in scene.claims(AT).of(TASK) if each.overwritten)
    assert (old.file, old.route) == (f"submissions/{PATH}", ("tasks", 1))


def test_an_entry_taken_out_but_not_committed_is_told_at_its_file() -> None:
    other = a_filing(tasks=[done("so")])
    scene = _told(("2021-06-20", _task("2021-06-15"))).scene(AT, {PATH: other})
    (old,) = scene.claims(AT).of(TASK)
    assert (old.file, old.route, old.overwritten) == (f"submissions/{PATH}", (), True)
    assert _verdict(scene).status is Status.DONE_ON_TIME


def test_a_file_that_is_gone_from_the_disk_says_nothing() -> None:
    scene = _told(("2021-06-20", _task("2021-06-15"))).scene(AT, {PATH: None})
    assert _claims(scene) == []
    assert _verdict(scene).status is Status.OVERDUE


def test_moved_and_not_committed_it_keeps_its_day() -> None:
    filing = _task("2021-06-15")
    scene = _told(("2021-06-20", filing)).scene(AT, {PATH: None, "a/moi.yaml": filing})
    assert _claims(scene) == [("2021-06-20", Source.GIT, False)]


# ── The book beside git ───────────────────────────────────────────────────────────────────────────
def _booked(what: Mapping, received: str = "2021-06-05") -> Mapping:
    return {"agency": "a", "received": received, **what}


@pytest.mark.parametrize("what", [{"item": "viec"}, {"document": LETTER}, {"document": PROOF}])
def test_the_book_dates_what_was_typed_late(what: Mapping) -> None:
    """On paper on 5/6, committed in September: by its item, its letter or its evidence."""
    filing = _task("2021-06-01", evidence=[PROOF])
    (claim,) = _told(("2021-09-01", filing), book=(_booked(what),)).scene(AT).claims(AT).of(TASK)
    assert claim.receipt is not None
    assert (claim.receipt.day, claim.receipt.source) == (D("2021-06-05"), Source.REGISTRY)


@pytest.mark.parametrize(
    "what",
    [{"document": {**LETTER, "date": "2021-06-02"}}, {"document": {**LETTER, "number": "13/BC-A"}},
     {"document": LETTER, "agency": "b"}],
)  # fmt: skip
def test_another_letter_dates_nothing(what: Mapping) -> None:
    told = _told(("2021-09-01", _task("2021-06-01")), book=(_booked(what),))
    assert _claims(told.scene(AT)) == [("2021-09-01", Source.GIT, False)]


def test_what_is_typed_into_the_file_of_a_booked_letter_later_was_no_part_of_it() -> None:
    """The letter came on 5/6 saying *in progress*; *done* was typed under its number in September."""
    told = _told(
        ("2021-06-06", GOING),
        ("2021-09-01", _task("2021-06-01")),
        book=(_booked({"document": LETTER}),),
    )
    (claim,) = told.scene(AT).claims(AT).of(TASK)
    assert claim.receipt is not None
    assert (claim.receipt.day, claim.receipt.source) == (D("2021-09-01"), Source.GIT)
    assert claim.passed_over is not None
    assert claim.passed_over.day == D("2021-06-05")


def test_an_entry_on_a_task_dates_what_finished_it_and_not_what_was_told_on_the_way() -> None:
    book = (_booked({"item": "viec"}, "2021-06-25"),)
    going, finished = ("2021-06-06", GOING), ("2021-09-01", _task())
    assert _claims(_told(going, book=book).scene(AT)) == [("2021-06-06", Source.GIT, False)]
    assert _claims(_told(going, finished, book=book).scene(AT)) == [
        ("2021-06-25", Source.REGISTRY, False)
    ]


def test_the_book_says_the_day_of_the_work() -> None:
    """A slip of an honest agency: the office enters which day it was."""
    told = _told(
        ("2021-06-20", _task("2021-06-18")),
        book=(_booked({"item": "viec", "completed": "2021-06-01"}, "2021-06-21"),),
    )
    verdict = _verdict(told.scene(AT))
    assert (verdict.completed, verdict.reason) == (D("2021-06-01"), Reason.COMPLETED)


def test_uncommitted_text_of_a_booked_item_came_when_the_book_says() -> None:
    scene = (
        Told(_scene(_booked({"item": "viec"})))
        .commit("c0", "2021-06-01")
        .scene(AT, {PATH: _task()})
    )
    assert _claims(scene) == [("2021-06-05", Source.REGISTRY, False)]


def test_claims_stand_in_the_order_in_which_their_text_came() -> None:
    """Whatever their files are called."""
    told = Told(_scene()).commit("c1", "2021-06-10", {"a/z.yaml": GOING})
    told.commit("c2", "2021-06-20", {"a/a.yaml": _task("2021-06-15")})
    files = [each.file for each in told.scene(AT).claims(AT).of(TASK)]
    assert files == ["submissions/a/z.yaml", "submissions/a/a.yaml"]


def test_what_came_at_once_stands_the_worse_first() -> None:
    told = Told(_scene()).commit(
        "c1", "2021-06-26", {"a/1.yaml": _task("2021-06-10"), "a/2.yaml": _task("2021-06-25")}
    )
    found: list[Claim] = [*told.scene(AT).claims(AT).of(TASK)]
    assert [each.completed for each in found] == [D("2021-06-25"), D("2021-06-10")]


def test_of_two_commits_of_one_day_the_order_of_git_decides() -> None:
    """Told in the morning to be done on 20/6, in the evening on 25/6: the first word stays."""
    told = Told(_scene()).commit("c1", "2021-06-26", {"a/2.yaml": _task("2021-06-20")})
    told.commit("c2", "2021-06-26", {"a/1.yaml": _task("2021-06-25")})
    assert _verdict(told.scene(AT)).completed == D("2021-06-20")
    files = [each.file for each in told.scene(AT).claims(AT).of(TASK)]
    assert files == ["submissions/a/2.yaml", "submissions/a/1.yaml"]


def test_an_earlier_day_hears_no_later_excuse() -> None:
    """Told on 1/5 to be expected on 1/9, rewritten on 1/8: judged in July it is the first that was told."""
    going = {"item": "viec", "status": "in_progress", "reason": "chờ vốn"}
    told = _told(
        ("2021-05-01", a_filing(tasks=[{**going, "expected": "2021-09-01"}])),
        ("2021-08-01", a_filing(tasks=[{**going, "expected": "2021-12-01"}])),
        ("2021-08-01", a_filing(tasks=[{**going, "expected": "2021-12-15"}])),
    )
    found = {}
    for day in ("2021-07-31", "2021-08-01"):
        verdicts = told.scene(day).verdicts(day)
        (found[day],) = (each.expected for each in verdicts if each.obligation.key.item == "viec")
    assert found == {"2021-07-31": D("2021-09-01"), "2021-08-01": D("2021-12-15")}


def test_a_letter_is_named_by_its_own_senders_folder_alone() -> None:
    """Astray in b's folder it named nothing; at home it was first named in September, with all it said."""
    told = Told(_scene(_booked({"document": LETTER}))).commit(
        "c1", "2021-06-06", {"b/v.yaml": GOING}
    )
    told.commit("c2", "2021-06-07", {"b/v.yaml": None})
    told.commit("c3", "2021-09-01", {PATH: _task("2021-06-01")})
    assert _claims(told.scene(AT)) == [("2021-06-05", Source.REGISTRY, False)]
