"""What was said of each obligation, and when it came: the registry book, letters, declared days."""

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import (
    D,
    Mapping,
    Scene,
    a_book,
    a_filing,
    a_key,
    a_plan,
    a_registry,
    an_item,
    done,
    some_decisions,
)
from kehoach.model.workspace import Filing
from kehoach.verdicts.evidence import Claim
from kehoach.verdicts.evidence.commit_days import Clock, CommitDay
from kehoach.verdicts.evidence.commit_timeline import Timeline
from kehoach.verdicts.evidence.committers import Committers
from kehoach.verdicts.evidence.entries import Mismatch
from kehoach.verdicts.evidence.history import History
from kehoach.verdicts.evidence.holdings import Version
from kehoach.verdicts.evidence.meaning import Meaning
from kehoach.verdicts.evidence.receipt import Source

PLAN = a_plan(
    an_item("viec", {"within": "2021"}),
    an_item("nam", {"every": "year"}),
    an_item("hai-ve", [{"within": "2021"}, {"every": "year", "from": "2022"}]),
    an_item("bao-cao", {"every": "year", "before": "12-02"}, "report"),
    an_item("quy", {"every": "quarter"}, "report"),
)
SCENE = Scene(PLAN, a_registry("a", "b"))
LETTER = {"number": "12/BC-A", "date": "2021-06-01"}
COMMITTERS = Committers(SCENE.registry, ())
laws = settings(deadline=None, max_examples=60)


def _said(
    *filings: Filing, book: tuple[Mapping, ...] = (), of: str = "viec", period: str = "once"
) -> tuple[Claim, ...]:
    """Return what agency a said of one item and period."""
    scene = Scene(PLAN, SCENE.registry, book=a_book(*book), filings=filings)
    return scene.claims().of(a_key("06", of, "a", period))


def _receipt(claim: Claim) -> tuple[str, Source] | None:
    return (str(claim.receipt.day), claim.receipt.source) if claim.receipt else None


# ── When it came ──────────────────────────────────────────────────────────────────────────────────
def test_without_anything_stronger_the_declared_day_counts() -> None:
    """``declared``: the letter's own date, marked as such."""
    (claim,) = _said(a_filing(tasks=[done("viec")]))
    assert _receipt(claim) == ("2021-06-01", Source.DECLARED)
    assert claim.came_by(D("2021-06-01"))
    assert not claim.came_by(D("2021-05-31"))


def test_without_a_date_nobody_knows() -> None:
    """A file that declares no day is not counted at any date."""
    (claim,) = _said(a_filing(dated=None, tasks=[done("viec")]))
    assert _receipt(claim) is None
    assert not claim.came_by(D("9999-12-31"))


@pytest.mark.parametrize("received", ["2021-05-20", "2021-06-01", "2021-07-15"])
def test_the_registry_book_wins_both_ways(received: str) -> None:
    """Earlier or later than the declared day: what the office stamped is what counts."""
    entry = {"agency": "a", "item": "viec", "received": received}
    (claim,) = _said(a_filing(tasks=[done("viec")]), book=(entry,))
    assert _receipt(claim) == (received, Source.REGISTRY)
    assert claim.file == "submissions/a/2021-06-01.yaml", "the file still says what it says"


@pytest.mark.parametrize(
    ("entry", "matches"),
    [
        ({"document": LETTER}, True),
        ({"document": {"number": "12/BC-A"}}, False),
        ({"document": {**LETTER, "date": "2021-06-02"}}, False),
        ({"document": {**LETTER, "number": "13/BC-A"}}, False),
        ({"document": LETTER, "agency": "b"}, False),
        ({"document": LETTER, "plan": "07"}, False),
        ({}, False),
    ],
)
def test_the_book_names_the_letter(entry: dict[str, Any], matches: bool) -> None:
    """Without an item an entry dates all that the agency's letter of that number and day says."""
    arrival = {"agency": "a", "received": "2021-06-20", **entry}
    filing = a_filing(tasks=[done("viec")], reports=[{"item": "bao-cao", "period": "2021"}])
    for of, period in (("viec", "once"), ("bao-cao", "2021")):
        (claim,) = _said(filing, book=(arrival,), of=of, period=period)
        day = ("2021-06-20", Source.REGISTRY) if matches else ("2021-06-01", Source.DECLARED)
        assert _receipt(claim) == day


class _Repository:
    """A history that knows when a task was first spoken of, and when it was said to be done."""

    today = D("2022-01-01")

    @property
    def history(self) -> History:
        """What the main line held: the same file, in progress at first."""
        key, path = a_key("06", "viec", "a", "once"), "a/2021-06-01.yaml"
        begun = _meaning({"item": "viec", "status": "in_progress"}, number="1/BC-A")
        held = [
            Version(D("2021-07-01"), "c1", path, False, begun, 1),
            Version(D("2021-08-09"), "c2", path, True, _meaning(done("viec")), 2),
        ]
        days = {each.commit: CommitDay(each.day, Clock.OWN) for each in held}
        return History({key: held}, Timeline(COMMITTERS, days=days), standing={key: held})


def _meaning(entry: Mapping, number: str = "12/BC-A") -> Meaning:
    submission = a_filing(tasks=[entry], number=number).submission
    return Meaning(submission.document, submission.tasks[0])


@pytest.mark.parametrize(
    ("entry", "book", "came"),
    [
        (done("viec"), (), ("2021-08-09", Source.GIT)),
        ({"item": "viec", "status": "in_progress"}, (), ("2021-07-01", Source.GIT)),
        (done("viec"), ({"agency": "a", "document": LETTER, "received": "2021-06-20"},),
         ("2021-06-20", Source.REGISTRY)),
    ],
)  # fmt: skip
def test_the_order_of_trust(
    entry: Mapping, book: tuple[Mapping, ...], came: tuple[str, Source]
) -> None:
    """Registry, then git, then declared; a task is received with the commit that says *done*."""
    number = "12/BC-A" if entry["status"] == "done" else "1/BC-A"
    filings = (a_filing(tasks=[entry], number=number),)
    scene = Scene(PLAN, SCENE.registry, book=a_book(*book), filings=filings, arrivals=_Repository())
    claim = next(each for each in scene.claims() if not each.overwritten)
    assert _receipt(claim) == came


def test_an_entry_for_the_item_beats_the_letter() -> None:
    """The one names this report, the other only the letter that carried it."""
    book = (
        {"agency": "a", "document": LETTER, "received": "2021-06-05"},
        {"agency": "a", "item": "viec", "received": "2021-06-20"},
    )
    (claim,) = _said(a_filing(tasks=[done("viec")]), book=book)
    assert _receipt(claim) == ("2021-06-20", Source.REGISTRY)


def test_a_paper_without_a_file_counts() -> None:
    """The book alone proves a report on paper, or a task with its letter."""
    report = {"agency": "a", "item": "bao-cao", "period": "2021", "received": "2021-11-30"}
    (claim,) = _said(book=(report,), of="bao-cao", period="2021")
    assert (claim.kind, claim.progress, claim.file) == ("report", "done", "receipts.yaml")
    assert _receipt(claim) == ("2021-11-30", Source.REGISTRY)
    task = {"agency": "a", "item": "viec", "received": "2021-07-01", "completed": "2021-06-20",
            "quantity": "2", "document": LETTER, "sample": "true"}  # fmt: skip
    (claim,) = _said(book=(task,))
    assert (claim.kind, claim.finished, claim.quantity) == ("task", D("2021-06-20"), 2)
    assert claim.proven
    assert claim.sample


def test_a_paper_may_say_done_where_the_file_does_not() -> None:
    """In progress in the file, done by a letter in the book: both are heard."""
    paper = {"agency": "a", "item": "viec", "received": "2021-11-20", "completed": "2021-11-15",
             "document": {"number": "9/BC-A", "date": "2021-11-18"}}  # fmt: skip
    said = _said(a_filing(tasks=[{"item": "viec", "status": "in_progress"}]), book=(paper,))
    assert {(claim.progress, claim.finished) for claim in said if claim.progress == "done"} == {
        ("done", D("2021-11-15"))
    }
    assert len(said) == 2


def test_a_paper_task_without_a_letter_is_not_proven() -> None:
    """An item is closed by a document number and date (domain.md)."""
    (claim,) = _said(book=({"agency": "a", "item": "viec", "received": "2021-07-01"},))
    assert not claim.proven


def test_of_several_entries_the_first_day_counts() -> None:
    """Entered twice, in either order: the day on which it first arrived, with its own letter."""
    first = {"agency": "a", "item": "viec", "received": "2021-06-10", "document": LETTER}
    again = {"agency": "a", "item": "viec", "received": "2021-08-10", "completed": "2021-08-01"}
    for book in ((first, again), (again, first)):
        (claim,) = _said(book=book)
        assert _receipt(claim) == ("2021-06-10", Source.REGISTRY)
        assert (claim.document.number, claim.completed) == ("12/BC-A", None)
        assert claim.route == ("receipts", book.index(first))


# ── Which period an entry means ───────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("item", "given", "reported", "meant"),
    [
        ("viec", None, [], "once"),
        ("viec", None, ["2021"], "once"),
        ("nam", None, ["2021"], "2021"),
        ("nam", "2022", ["2021"], "2022"),
        ("hai-ve", None, ["2022"], "2022"),
        ("hai-ve", None, ["2021"], "once"),
        ("hai-ve", None, [], "once"),
        ("hai-ve", None, ["2022", "2023"], "once"),
        ("hai-ve", "once", ["2022"], "once"),
    ],
)
def test_the_period_of_an_entry(
    item: str, given: str | None, reported: list[str], meant: str
) -> None:
    """Nothing is typed twice: a task means the one period that its file reports on."""
    entry = done(item) | ({"period": given} if given else {})
    reports = [{"item": "bao-cao", "period": period} for period in reported]
    (claim,) = _said(a_filing(reports=reports, tasks=[entry]), of=item, period=meant)
    assert claim.key.period == meant


@pytest.mark.parametrize(
    ("part", "entry", "why", "expected"),
    [
        ("tasks", done("viec-la"), Mismatch.ITEM, ()),
        ("reports", {"item": "viec"}, Mismatch.KIND, ("once",)),
        ("tasks", done("bao-cao", period="2021"), Mismatch.KIND,
         ("2021", "2022", "2023", "2024", "2025", "2026")),
        ("tasks", done("nam"), Mismatch.PERIOD_MISSING,
         ("2021", "2022", "2023", "2024", "2025", "2026")),
        ("tasks", done("nam", period="2027"), Mismatch.PERIOD_UNKNOWN,
         ("2021", "2022", "2023", "2024", "2025", "2026")),
        ("tasks", done("hai-ve", period="2021"), Mismatch.PERIOD_UNKNOWN,
         ("once", "2022", "2023", "2024", "2025", "2026")),
        ("tasks", done("viec", period="2021"), Mismatch.PERIOD_UNKNOWN, ("once",)),
    ],
)  # fmt: skip
def test_why_an_entry_matches_nothing(
    part: str, entry: Mapping, why: Mismatch, expected: tuple[str, ...]
) -> None:
    """It is neither guessed at nor dropped, and the good entry beside it still counts."""
    entries: dict[str, list[Mapping]] = {"tasks": [done("viec")], "reports": []}
    entries[part].append(entry)
    scene = SCENE.told(a_filing(tasks=entries["tasks"], reports=entries["reports"]))
    (unmatched,) = scene.claims().unmatched
    assert (unmatched.why, unmatched.expected) == (why, expected)
    assert (unmatched.agency, unmatched.item) == ("a", entry["item"])
    assert unmatched.route == (part, len(entries[part]) - 1)
    assert len(scene.claims().of(a_key("06", "viec", "a", "once"))) == 1


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ({"item": "viec-la"}, Mismatch.ITEM),
        ({"item": "nam"}, Mismatch.PERIOD_MISSING),
        ({"item": "nam", "period": "2027"}, Mismatch.PERIOD_UNKNOWN),
    ],
)
def test_why_an_entry_of_the_book_matches_nothing(entry: dict[str, str], why: Mismatch) -> None:
    """The office errs too, and is told where."""
    book = a_book({"agency": "a", "received": "2021-06-01", "document": LETTER},
                  {"agency": "a", "received": "2021-06-01", **entry})  # fmt: skip
    (unmatched,) = Scene(PLAN, SCENE.registry, book=book).claims().unmatched
    assert (unmatched.why, unmatched.file, unmatched.route) == (
        why, "receipts.yaml", ("receipts", 1),
    )  # fmt: skip


def test_a_period_not_yet_begun_may_be_reported_on() -> None:
    """Early is not wrong: the period is the plan's, though nobody owes it yet."""
    filing = a_filing(reports=[{"item": "bao-cao", "period": "2026"}])
    assert not SCENE.told(filing).claims("2021-06-01").unmatched


# ── Files ─────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    "filing",
    [
        a_filing(tasks=[done("viec")], folder="b"),
        a_filing(tasks=[done("viec")], folder=None),
        a_filing(tasks=[done("viec"), done("viec-la")], plan="07"),
    ],
)
def test_a_misplaced_file_says_nothing(filing: Filing) -> None:
    """In another agency's folder it does not count until it is moved; nor for another plan."""
    told = SCENE.told(filing).claims()
    assert list(told) == []
    assert told.unmatched == ()


def test_of_two_files_the_first_day_counts() -> None:
    """Both are kept, the first received first: a difference between them is a finding."""
    late = a_filing(dated="2021-09-01", tasks=[done("viec", note="bản sửa")], number="20/BC-A")
    early = a_filing(dated="2021-06-01", tasks=[done("viec")])
    undated = a_filing(dated=None, tasks=[done("viec")])
    said = _said(undated, late, early)
    assert [_receipt(claim) for claim in said] == [
        ("2021-06-01", Source.DECLARED), ("2021-09-01", Source.DECLARED), None,
    ]  # fmt: skip


def test_what_a_claim_carries() -> None:
    """Everything that a verdict or a table shows of an entry."""
    evidence = {"number": "1842/STC-VP", "date": "2021-07-20"}
    entry = {"item": "viec", "status": "in_progress", "percent": "60", "quantity": "1",
             "evidence": [evidence], "note": "đang làm"}  # fmt: skip
    nil = {"item": "bao-cao", "period": "2021", "nil": "true"}
    filing = a_filing(tasks=[entry], reports=[nil], sample="true", number=None)
    (claim,) = _said(filing)
    assert (claim.progress, claim.percent, claim.quantity) == ("in_progress", 60, 1)
    assert (claim.note, claim.evidence[0].number) == ("đang làm", "1842/STC-VP")
    assert claim.proven
    assert claim.sample
    (report,) = _said(filing, of="bao-cao", period="2021")
    assert report.nil


def test_a_task_is_finished_when_it_says_or_when_we_were_told() -> None:
    """``completed`` where it is stated, else the day of receipt."""
    (stated,) = _said(a_filing(tasks=[done("viec", completed="2021-05-20")]))
    (told,) = _said(a_filing(tasks=[done("viec")]))
    (unknown,) = _said(a_filing(dated=None, tasks=[done("viec")]))
    assert [stated.finished, told.finished, unknown.finished] == [
        D("2021-05-20"), D("2021-06-01"), None,
    ]  # fmt: skip


def test_a_request_names_the_period_of_its_report() -> None:
    """A report on request is sent for the day the letter set."""
    plan = a_plan(an_item("1", {"on_request": "true"}, "report"))
    decisions = some_decisions(requests=[{"item": "1", "due": "2021-10-05"}])
    filing = a_filing(reports=[{"item": "1", "period": "2021-10-05"}])
    told = Scene(plan, decisions=decisions, filings=(filing,)).claims("2021-12-31")
    assert [claim.key.period for claim in told] == ["2021-10-05"]


ENTRIES = [done("viec"), done("nam", period="2021"), done("hai-ve"), done("viec-la"),
           {"item": "viec", "status": "in_progress"}]  # fmt: skip
filings_drawn = st.lists(
    st.tuples(
        st.sampled_from("ab"),
        st.dates(D("2021-06-01"), D("2021-06-20")),
        st.lists(st.sampled_from(ENTRIES), max_size=4),
        st.sampled_from([None, "7/BC", "8/BC"]),
    ),
    max_size=6,
)
arrivals = st.lists(
    st.tuples(st.sampled_from("ab"), st.sampled_from(["viec", "hai-ve", None])),
    max_size=5,
)


@laws
@given(filings_drawn, arrivals, st.randoms())
def test_the_order_of_files_changes_nothing(
    drawn: list[tuple[str, Any, list[Mapping], str | None]],
    recorded: list[tuple[str, str | None]],
    random: Random,
) -> None:
    """Folders are read in any order, and the book is kept by hand: the same claims come out."""
    filings = [
        a_filing(
            agency, str(day), tasks=tasks, number=number, file=f"submissions/{agency}/{n}.yaml"
        )
        for n, (agency, day, tasks, number) in enumerate(drawn)
    ]
    book = [
        {"agency": agency, "received": f"2021-06-{n + 10}", "document": {"number": "7/BC",
         "date": "2021-06-05"}, **({"item": item} if item else {})}
        for n, (agency, item) in enumerate(recorded)
    ]  # fmt: skip

    def outcome(filings: list[Filing], book: list[Mapping]) -> object:
        told = Scene(PLAN, SCENE.registry, book=a_book(*book), filings=tuple(filings)).claims()
        return (
            {(claim.key, place, _receipt(claim), claim.progress,
              claim.file if claim.file != "receipts.yaml" else str(claim.receipt and claim.receipt.day))
             for key in {claim.key for claim in told} for place, claim in enumerate(told.of(key))},
            {(each.file, each.route, each.why) for each in told.unmatched},
        )  # fmt: skip

    shuffled = random.sample(filings, len(filings)), random.sample(book, len(book))
    assert outcome(*shuffled) == outcome(filings, book)
