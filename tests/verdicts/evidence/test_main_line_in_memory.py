"""When the main line first held a thing: the rules of docs/en/receipts.md on commits told in memory.

The days expected are read off the commits of each case, by design's "When was it received". Agency a's
report of 2021 is due on 1/12; ``REPORT`` is the file in which it reports.
"""

from datetime import date

import pytest

from builders import D, Mapping, Scene, a_filing, a_key, a_plan, a_registry, an_item, done
from kehoach.verdicts.evidence import Source
from kehoach.verdicts.evidence.history import History
from verdicts.evidence.commits_in_memory import OFFICE, SENDER, Told

PLAN = a_plan(
    an_item("bc", {"every": "year", "before": "12-02"}, "report", implement=["a", "b"]),
    an_item("viec"),
    consolidator="stp",
)
REGISTRY = a_registry(
    {"id": "a", "committers": [SENDER]}, "b", {"id": "stp", "committers": [OFFICE]}
)
SCENE = Scene(PLAN, REGISTRY)
REPORT = a_filing(reports=[{"item": "bc", "period": "2021"}])
NOTED = a_filing(reports=[{"item": "bc", "period": "2021"}], note="Gửi kèm phụ lục")
OTHER = a_filing(reports=[{"item": "bc", "period": "2021", "note": "Đã sửa"}])
KEY = a_key("06", "bc", "a", "2021")
TASK = a_key("06", "viec", "a", "once")
AT = "2021-12-31"


def _received(told: Told, as_of: str = AT) -> list[tuple[date, Source]]:
    """Return when the report of agency a came, by each claim that is heard."""
    claims = told.scene(as_of).claims(as_of).of(KEY)
    return [(each.receipt.day, each.receipt.source) for each in claims if each.receipt]


def _git(day: str) -> list[tuple[date, Source]]:
    return [(D(day), Source.GIT)]


def _branch(day: str, *, merged: str, by: str = OFFICE, subject: str = "") -> Told:
    """Return a main line, a branch on which the report came on a day, and its merge."""
    return (
        Told(SCENE)
        .commit("m1", "2021-11-01", by=OFFICE)
        .commit("b1", day, {"a/bc.yaml": REPORT}, onto=("m1",))
        .commit("m2", "2021-11-10", {"b/x.yaml": a_filing("b")}, onto=("m1",), by=OFFICE)
        .commit("m3", merged, onto=("m2", "b1"), by=by, subject=subject)
    )


def test_a_merge_dates_what_it_brings() -> None:
    assert _received(_branch("2021-11-20", merged="2021-12-05")) == _git("2021-12-05")


@pytest.mark.parametrize(
    ("sent", "known"), [("2021-11-20", "b1"), ("2021-12-04", "b1"), ("2021-12-05", None)]
)
def test_the_day_of_the_branch_is_known_where_it_is_earlier(sent: str, known: str | None) -> None:
    """``explain`` shows it beside the day that counts; on one and the same day there is nothing to tell."""
    history = _branch(sent, merged="2021-12-05").known(AT)
    found = history.on_branch(KEY, done=True)
    assert (found and (found.commit, found.day)) == (known and (known, D(sent)))
    assert history.on_branch(a_key("06", "bc", "b", "2021"), done=True) is None


def test_what_lies_on_no_branch_but_the_main_line_has_no_other_day() -> None:
    told = Told(SCENE).commit("m1", "2021-11-20", {"a/bc.yaml": REPORT})
    assert told.known(AT).on_branch(KEY, done=True) is None
    assert _received(told) == _git("2021-11-20")


def test_a_branch_that_waits_has_brought_nothing() -> None:
    """Committed on a branch that is not merged: not part of what is checked out."""
    told = Told(SCENE).commit("m1", "2021-11-01", by=OFFICE)
    told.commit("b1", "2021-11-20", {"a/bc.yaml": REPORT}, onto=("m1",))
    told.commit("m2", "2021-12-10", {"a/bc.yaml": REPORT}, onto=("m1",), by=OFFICE)
    assert _received(told) == _git("2021-12-10")


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ({"a/bc.yaml": REPORT}, {"a/bc.yaml": None, "a/2021/bao-cao.yaml": REPORT}),
        ({"a/bc.yaml": REPORT}, {"a/bc.yaml": NOTED}),
        ({"a/bc.yaml": REPORT}, {"a/lan-hai.yaml": REPORT}),
        ({"a/bc.yaml": REPORT}, {"a/bc.yaml": OTHER}),
    ],
    ids=["moved", "written anew in the same sense", "in two files", "changed"],
)
def test_a_receipt_belongs_to_the_report_and_not_to_a_file(first: Mapping, then: Mapping) -> None:
    told = Told(SCENE).commit("c1", "2021-11-20", first).commit("c2", "2021-12-10", then)
    assert set(_received(told)) == set(_git("2021-11-20"))


def test_what_is_gone_has_not_been_delivered_and_keeps_its_day_when_it_is_back() -> None:
    told = Told(SCENE).commit("c1", "2021-11-20", {"a/bc.yaml": REPORT})
    told.commit("c2", "2021-11-25", {"a/bc.yaml": None})
    assert _received(told) == []
    told.commit("c3", "2021-12-10", {"a/bc.yaml": REPORT})
    assert _received(told) == _git("2021-11-20")


def _until(history: History) -> list[tuple[str, date | None]]:
    return [(each.commit, history.until(each)) for each in history.versions[KEY]]


def test_until_when_a_version_stood() -> None:
    """Its file was next written or removed on that day; what was never touched again stands."""
    told = Told(SCENE).commit("c1", "2021-11-20", {"a/bc.yaml": REPORT})
    told.commit(
        "c2", "2021-11-21", {"a/khac.yaml": a_filing(reports=[{"item": "bc", "period": "2022"}])}
    )
    assert _until(told.known(AT)) == [("c1", None)]
    told.commit("c3", "2021-11-25", {"a/bc.yaml": OTHER})
    told.commit("c4", "2021-11-28", {"a/bc.yaml": None})
    assert _until(told.known(AT)) == [("c1", D("2021-11-25")), ("c3", D("2021-11-28"))]


# ── In another agency's folder ────────────────────────────────────────────────────────────────────
def test_brought_home_by_one_commit_it_has_been_there_since_the_first_day() -> None:
    told = Told(SCENE).commit("c1", "2021-11-20", {"b/bc.yaml": REPORT})
    assert _received(told) == []
    told.commit("c2", "2021-12-10", {"b/bc.yaml": None, "a/bc.yaml": REPORT})
    assert _received(told) == _git("2021-11-20")


def test_judged_before_it_was_brought_home_nobody_knew_that_it_would_be() -> None:
    """On 9/12 it lay astray: the verdict of that day, asked for today, stays what it was."""
    told = Told(SCENE).commit("c1", "2021-11-20", {"b/bc.yaml": REPORT})
    told.commit("c2", "2021-12-10", {"b/bc.yaml": None, "a/bc.yaml": REPORT})
    assert _received(told, "2021-12-09") == _git("2021-12-10")
    assert _received(told, "2021-12-10") == _git("2021-11-20")


@pytest.mark.parametrize("way", ["a copy that stays", "removed before"])
def test_what_no_commit_took_home_dates_nothing(way: str) -> None:
    told = Told(SCENE).commit("c1", "2021-11-20", {"b/bc.yaml": REPORT})
    if way == "removed before":
        told.commit("c2", "2021-12-01", {"b/bc.yaml": None})
    told.commit("c3", "2021-12-10", {"a/bc.yaml": REPORT})
    assert _received(told) == _git("2021-12-10")


def test_what_stood_at_home_already_was_not_brought() -> None:
    """The late report at home does not take the day of the stray one that a commit clears away."""
    told = Told(SCENE).commit("c1", "2021-11-20", {"b/bc.yaml": REPORT})
    told.commit("c2", "2021-12-10", {"a/bc.yaml": REPORT})
    told.commit("c3", "2021-12-15", {"b/bc.yaml": None, "a/bc.yaml": OTHER})
    assert _received(told) == _git("2021-12-10")


def test_by_way_of_another_wrong_folder() -> None:
    told = Told(SCENE).commit("c1", "2021-11-20", {"b/bc.yaml": REPORT})
    told.commit("c2", "2021-11-25", {"b/bc.yaml": None, "stp/bc.yaml": REPORT})
    told.commit("c3", "2021-12-10", {"stp/bc.yaml": None, "a/bc.yaml": REPORT})
    assert _received(told) == _git("2021-11-20")


def test_what_else_lies_astray_in_the_same_commit_is_another_matter() -> None:
    """A commit carries one stray file on and leaves another agency's there: each has its own day."""
    other = a_filing("b", reports=[{"item": "bc", "period": "2021"}])
    told = Told(SCENE).commit("c1", "2021-11-20", {"b/bc.yaml": REPORT})
    told.commit("c2", "2021-11-25", {"b/bc.yaml": None, "stp/bc.yaml": REPORT, "stp/b.yaml": other})
    told.commit("c3", "2021-12-10", {"stp/bc.yaml": None, "a/bc.yaml": REPORT, "stp/b.yaml": None,
                                     "b/bc.yaml": other})  # fmt: skip
    found = {
        each.key.agency: str(each.receipt.day) for each in told.scene(AT).claims(AT) if each.receipt
    }
    assert found == {"a": "2021-11-20", "b": "2021-11-25"}


# ── Which side of a merge is the main line ────────────────────────────────────────────────────────
def _pulled(by: str, subject: str = "", first: str = SENDER) -> Told:
    """Return a merge whose first parent is the report, and whose second the office's line."""
    return (
        Told(SCENE)
        .commit("m1", "2021-11-01", by=OFFICE)
        .commit("m2", "2021-11-10", {"b/x.yaml": a_filing("b")}, by=OFFICE)
        .commit("b1", "2021-11-20", {"a/bc.yaml": REPORT}, onto=("m1",), by=first)
        .commit("x", "2021-12-10", onto=("b1", "m2"), by=by, subject=subject)
    )


def test_of_a_foxtrot_both_sides_belong_to_the_main_line() -> None:
    """The agency pulled: its own work keeps its day, and what the office merged before keeps its own."""
    told = _pulled(SENDER)
    line = told.timeline
    assert line.line == {"x", "b1", "m2", "m1"}
    assert [each.id for each in line.foxtrots] == ["x"]
    assert line.trunk == {"x", "b1", "m1"}
    assert _received(told) == _git("2021-11-20")


def test_a_merge_by_the_office_is_no_foxtrot_whatever_it_says() -> None:
    told = _branch("2021-11-20", merged="2021-12-05", subject="Merge branch 'main' into stc")
    assert told.timeline.foxtrots == ()
    assert told.timeline.line == {"m1", "m2", "m3"}


def test_a_foxtrot_under_a_foxtrot() -> None:
    """Pulled twice: the true main line is found below both."""
    told = _pulled(SENDER)
    told.commit("m4", "2021-12-11", {"b/y.yaml": a_filing("b")}, onto=("m2",), by=OFFICE)
    told.commit("y", "2021-12-12", onto=("x", "m4"))
    assert told.timeline.line == {"y", "x", "b1", "m4", "m2", "m1"}
    assert [each.id for each in told.timeline.foxtrots] == ["y", "x"]
    assert _received(told) == _git("2021-11-20")


def test_of_both_sides_of_a_foxtrot_the_earlier_day_counts() -> None:
    """The office had merged a copy on 25/11; the agency's own commit of 20/11 stands beside it."""
    told = Told(SCENE).commit("m1", "2021-11-01", by=OFFICE)
    told.commit("b1", "2021-11-20", {"a/bc.yaml": REPORT}, onto=("m1",))
    told.commit("m2", "2021-11-25", {"a/ban-sao.yaml": REPORT}, onto=("m1",), by=OFFICE)
    told.commit("x", "2021-12-10", onto=("b1", "m2"))
    assert set(_received(told)) == set(_git("2021-11-20"))
    told = Told(SCENE).commit("m1", "2021-11-01", by=OFFICE)
    told.commit("m2", "2021-11-25", {"a/ban-sao.yaml": REPORT}, onto=("m1",), by=OFFICE)
    told.commit("b1", "2021-11-20", {"a/bc.yaml": REPORT}, onto=("m1",))
    told.commit("x", "2021-12-10", onto=("b1", "m2"))
    assert set(_received(told)) == set(_git("2021-11-20")), "whichever git tells first"


def test_a_commit_that_is_not_there_ends_its_side_alone() -> None:
    """A shallow history: below what is missing nothing is known, the other side is gone through."""
    told = Told(SCENE).commit("m1", "2021-11-01", by=OFFICE)
    told.commit("m2", "2021-11-05", {"a/bc.yaml": REPORT}, by=SENDER)
    told.commit("x", "2021-12-10", onto=("m2", "m1"))
    told.forget("m1")
    assert told.timeline.line == {"x", "m2"}


# ── Days that were not ────────────────────────────────────────────────────────────────────────────
def test_nothing_is_received_before_that_on_which_it_rests() -> None:
    told = Told(SCENE).commit("m1", "2021-12-05", by=OFFICE)
    told.commit("c1", "2021-11-20", {"a/bc.yaml": REPORT})
    assert _received(told) == _git("2021-12-05")
    assert [(each.id, by) for each, by in told.timeline.clocks.behind] == [("c1", "m1")]


def test_what_is_dated_in_the_future_has_not_been_received_yet() -> None:
    told = Told(SCENE).commit("c1", "2022-02-01", {"a/bc.yaml": REPORT})
    assert [each.id for each in told.timeline.clocks.future] == ["c1"]
    assert not list(told.scene(AT).report(AT).heard())
    assert list(told.timeline.known_by(D(AT))) == list(told.timeline.clocks.future)


# ── A task ────────────────────────────────────────────────────────────────────────────────────────
def test_a_task_is_received_with_the_commit_that_first_says_done() -> None:
    going = a_filing(tasks=[{"item": "viec", "status": "in_progress"}])
    told = Told(SCENE).commit("c1", "2021-06-01", {"a/v.yaml": going})
    told.commit("c2", "2021-08-09", {"a/v.yaml": a_filing(tasks=[done("viec")])})
    history = told.known(AT)
    first, finished = history.first(TASK, done=False), history.first(TASK, done=True)
    assert first is not None and finished is not None  # noqa: PT018 - for the type checker
    assert (first.commit, finished.commit) == ("c1", "c2")
    (claim,) = told.scene(AT).claims(AT).of(TASK)
    assert claim.receipt is not None
    assert claim.receipt.day == D("2021-08-09")


@pytest.mark.parametrize(
    ("completed", "finished", "stated"),
    [("2021-06-10", "2021-06-10", True), (None, "2021-06-20", False)],
)
def test_what_was_told_once_has_the_day_that_it_names_else_the_commits(
    completed: str | None, finished: str, stated: bool
) -> None:
    day = {"completed": completed} if completed else {}
    told = Told(SCENE).commit(
        "c1", "2021-06-20", {"a/v.yaml": a_filing(tasks=[done("viec", **day)])}
    )
    (claim,) = told.scene(AT).claims(AT).of(TASK)
    assert (claim.finished, claim.told.stated) == (D(finished), stated)
    assert claim.told.first is not None
    assert (claim.told.first.commit, claim.told.first.meaning.done) == ("c1", True)
