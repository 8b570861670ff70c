"""What is asked of git, of the book and of commits: for whom, and where nothing is left to ask."""

import pytest

from builders import D, Mapping, Scene, a_book, a_filing, a_plan, a_registry, an_id, an_item, done
from kehoach.model.ids import ItemId
from kehoach.model.submissions import TaskEntry
from kehoach.model.workspace import Filing
from kehoach.verdicts.evidence import Entries, Periods, Source, claims
from kehoach.verdicts.evidence.begun_entries import of_beginning
from kehoach.verdicts.evidence.commit import ancestors, first_parents, held_by
from kehoach.verdicts.evidence.commit_timeline import Timeline
from kehoach.verdicts.evidence.undated import undated
from verdicts.evidence.commits_in_memory import Told

PLAN = a_plan(
    an_item("bc", {"every": "year", "before": "12-02"}, "report", implement=["a", "b"]),
    an_item("viec", implement=["a", "b"]),
)
SCENE = Scene(PLAN, a_registry("a", "b"))
REPORT: Mapping = {"item": "bc", "period": "2021"}


# ── The book, of some agencies ────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("mine", [(), ("a",), ("b",), ("a", "b")])
def test_of_the_book_those_are_read_who_are_asked_about(mine: tuple[str, ...]) -> None:
    """A part of the data knows nothing of what the book says of others."""
    book = a_book(*({"agency": each, "received": "2021-11-01", **REPORT} for each in "ab"))
    docket = SCENE.docket("2021-12-31")
    entries = Entries(Periods(PLAN, docket.demands, docket.least), ())
    found = claims(entries, book, concerns=lambda agency: agency in mine)
    assert {key.agency for key in found.by_key} == set(mine)


def test_what_the_book_dates_is_verified_and_what_a_file_declares_is_not() -> None:
    """The book rests on more than the sender's own word."""
    book = a_book({"agency": "a", "received": "2021-11-01", **REPORT})
    filings = (a_filing("a", reports=[REPORT]), a_filing("b", reports=[REPORT]))
    scene = Scene(PLAN, SCENE.registry, book=book, filings=filings)
    found = {each.key.agency: each.receipt for each in scene.claims()}
    assert {id_: (each.source, each.verified) for id_, each in found.items() if each} == {
        "a": (Source.REGISTRY, True), "b": (Source.DECLARED, False),
    }  # fmt: skip


# ── Whether git has anything to date ──────────────────────────────────────────────────────────────
BOOK = (
    {"agency": "a", "received": "2021-10-01", "item": "khong-co"},
    {"agency": "a", "received": "2021-11-01", **REPORT},
    {"agency": "a", "received": "2021-11-01", "item": "viec"},
    {
        "agency": "a",
        "received": "2021-11-01",
        "document": {"number": "12/BC-A", "date": "2021-06-01"},
    },
)


@pytest.mark.parametrize(
    ("filing", "asks"),
    [
        (a_filing(reports=[REPORT]), False),  # its item dates it for good
        (a_filing("b", reports=[REPORT]), True),
        (a_filing(reports=[REPORT, {**REPORT, "period": "2022"}]), True),  # one of two
        (a_filing(tasks=[done("viec")]), True),  # it may have been told before
        (a_filing(), True),  # it says nothing, and may have said something
        (a_filing(reports=[REPORT], draft="true"), True),
        (a_filing(reports=[REPORT], folder="b"), False),  # in another's folder it says nothing
        (a_filing(reports=[{"item": "khong-co"}]), False),
    ],
)
def test_git_is_asked_of_what_the_book_leaves_undated(filing: Filing, asks: bool) -> None:
    docket = SCENE.docket("2021-12-31")
    periods = Periods(PLAN, docket.demands)
    for known in ((filing,), ()):  # one of this part, or of another
        assert undated(Entries(periods, known), a_book(*BOOK))(filing) is asks


def test_git_is_asked_of_what_was_sent_back() -> None:
    """It has to be known what came since."""
    docket, filing = SCENE.docket("2021-12-31"), a_filing(reports=[REPORT])
    entries = Entries(Periods(PLAN, docket.demands), (filing,))
    assert undated(entries, a_book(*BOOK), {ItemId("bc")})(filing)
    assert not undated(entries, a_book(*BOOK), {ItemId("viec")})(filing)


# ── Commits ───────────────────────────────────────────────────────────────────────────────────────
def _graph() -> Timeline:
    """Return m1 ← m2 ← m3, with b1 on m1 merged into m3, and x beside them on m2."""
    told = Told(SCENE).commit("m1", "2021-11-01").commit("m2", "2021-11-10")
    told.commit("b1", "2021-11-05", onto=("m1",)).commit("x", "2021-11-12", onto=("m2",))
    return told.commit("m3", "2021-11-15", onto=("m2", "b1")).timeline


def test_what_a_commit_rests_on() -> None:
    commits = _graph().commits
    assert ancestors(commits, "m3") == {"m2", "b1", "m1"}
    assert ancestors(commits, "m1") == frozenset()
    assert [each.id for each in held_by(commits, "m3")] == ["m3", "b1", "m2", "m1"]
    assert [each.id for each in held_by(commits, "x")] == ["x", "m2", "m1"]
    assert [each.id for each in first_parents(commits, "m3")] == ["m3", "m2", "m1"]
    assert [each.id for each in first_parents(commits, "b1")] == ["b1", "m1"]


def test_which_commits_had_come_by_a_day() -> None:
    line = _graph()
    assert [each.id for each in line.known_by(D("2021-11-10"))] == ["b1", "m2", "m1"]
    assert [each.id for each in line.known_by(D("2021-11-09"))] == ["b1", "m1"]
    some = [line.commit["m2"], line.commit["m1"]]
    assert [each.id for each in line.known_by(D("2021-11-30"), some)] == ["m2", "m1"]


def test_which_clocks_were_passed_over() -> None:
    """A commit dated 5/12 upon one of 1/11; what builds on it counts on its own day only from there."""
    told = Told(SCENE, today="2021-12-31").commit("m1", "2021-11-01").commit("m2", "2022-03-05")
    told.commit("m3", "2021-12-06").commit("m4", "2021-12-06")
    line = told.timeline
    assert [each.id for each in line.passed_over("m3")] == ["m2"]
    assert [each.id for each in line.passed_over("m4")] == ["m2"]
    assert line.passed_over("m1") == []


# ── Claims as they are shown ──────────────────────────────────────────────────────────────────────
def test_where_a_claim_stands_and_whom_it_concerns() -> None:
    filing = a_filing(tasks=[done("viec", evidence=[{"number": "7"}])], sample="true")
    scene = Scene(PLAN, SCENE.registry, filings=(filing,))
    (claim,) = scene.claims()
    assert claim.place().file == "submissions/a/2021-06-01.yaml"
    assert claim.place().route == ("tasks", 0)
    assert claim.place("evidence", 0).route == ("tasks", 0, "evidence", 0)
    assert claim.subject == (an_id("a"), "viec", "once")
    verdicts = {each.agency: each.sample for each in scene.verdicts("2021-12-31")
                if each.obligation.key.item == "viec"}  # fmt: skip
    assert verdicts == {"a": True, "b": False}, "a verdict says whether it rests on invented data"


def test_what_a_claim_says() -> None:
    """Of a task all that its entry says; of a report that it came, and whether nothing arose."""
    entry = {"item": "viec", "status": "in_progress", "percent": "40", "quantity": "2", "note": "Đang làm",
             "started": "2021-03-01", "evidence": [{"number": "7"}]}  # fmt: skip
    filing = a_filing(tasks=[entry], reports=[{**REPORT, "nil": "true"}])
    found = {each.kind: each for each in Scene(PLAN, SCENE.registry, filings=(filing,)).claims()}
    task, report = found["task"], found["report"]
    assert (task.progress, task.percent, task.quantity, task.note) == (
        "in_progress",
        40,
        2,
        "Đang làm",
    )
    assert (task.started, task.completed, task.told_end) == (D("2021-03-01"), None, None)
    assert [each.number for each in task.evidence] == ["7"]
    assert (task.nil, task.of_start, task.beside) == (False, False, False)
    assert (report.progress, report.percent, report.quantity, report.evidence) == (
        "done",
        None,
        None,
        (),
    )
    assert (report.started, report.completed, report.nil) == (None, None, True)


def test_the_end_that_a_claim_on_a_beginning_tells_of() -> None:
    """Where it names the beginning its day is that one, and tells nothing of the end."""
    plan = a_plan(an_item("1", [{"start": {"by": "2021-03-31"}}, {"by": "2021-06-30"}]))
    for told, end in (({"started": "2021-03-01"}, None), ({}, D("2021-06-20"))):
        filing = a_filing(tasks=[done("1", completed="2021-06-20", **told)])
        (claim,) = (each for each in Scene(plan, filings=(filing,)).claims() if each.of_start)
        assert claim.told_end == end
        assert claim.beside


def test_a_report_that_came_had_begun() -> None:
    """An item that asks for a report and by when work on it begins: the report itself tells of both."""
    plan = a_plan(an_item("1", [{"start": {"by": "2021-06-30"}}, {"by": "2021-09-30"}], "report"))
    scene = Scene(plan, filings=(a_filing(dated="2021-06-20", reports=[{"item": "1"}]),))
    found = {each.obligation.key.period: str(each.status) for each in scene.verdicts("2021-12-31")}
    assert found == {"start": "done_on_time", "once": "done_on_time"}


def test_what_has_not_begun_has_no_day_of_its_beginning() -> None:
    """Without the day of the beginning, the day that is named for the end says nothing of it."""
    going = {"item": "viec", "status": "in_progress", "completed": "2021-06-20"}
    (entry,) = a_filing(tasks=[going]).submission.tasks
    said = of_beginning(entry)
    assert isinstance(said, TaskEntry)
    assert (said.status, said.completed) == ("in_progress", None)
