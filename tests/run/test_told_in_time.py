"""What findings, explain and JSON say of tasks told late, rewritten, uncommitted or added to a letter.

Days are worked out by hand from the plan of ``histories.py`` with a reporting item: task 2 is due on
2022-12-31 (a Saturday, then New Year and the day off in its place: Tuesday 2023-01-03), and the next
report 1 on or after that is due on 2023-12-01.
"""

import json
from datetime import date

import pytest

from kehoach.explanations.chain import chain
from kehoach.pages.diff_page import DIFF_FORMATS
from kehoach.pages.explain_page import EXPLAIN_FORMATS
from kehoach.reading.folder import DataFolder
from kehoach.reading.repositories.git import GitTrouble
from kehoach.run import Question, Run, answer, answer_since
from kehoach.terminal.screen import Screen
from kehoach.verdicts.assessment import Assessment
from run.histories import PLAN, Office

STC = "so-tai-chinh"
FILE = f"submissions/{STC}/viec.yaml"
AS_OF = date(2026, 6, 1)
D = date.fromisoformat
POLICY = 'period: {from: 2021-01-01, to: 2026-12-31}\npolicy: {reporting: "1"}'
OURS = ("KH422", "KH423", "KH515", "KH516", "KH517")


@pytest.fixture(name="office")
def _office(office: Office) -> Office:
    plan = PLAN.replace("period: {from: 2021-01-01, to: 2026-12-31}", POLICY)
    office.commit("2022-01-11", {"plan_07.yaml": plan})
    return office


def told(
    completed: str | None, *, number: str = "9/CV", proof: str = "18/STC", note: str = ""
) -> str:
    """Return a file that says of the task that it is done."""
    day = f", completed: {completed}" if completed else ""
    evidence = f", evidence: [{{number: {proof}, date: 2022-06-10}}]"
    return (
        f'schema: kehoach/submission@1\nplan: "07"\nagency: {STC}\n'
        f"document: {{number: {number}, date: 2022-07-01}}\n"
        f'tasks:\n  - {{item: "2", status: done{day}{evidence}{note}}}\n'
    )


def run_of(office: Office, as_of: date = AS_OF) -> Run:
    """Return what the program says, with all that git knows."""
    return answer(DataFolder(office.data), "data/", Question(as_of, history=True))


def task(run: Run) -> Assessment:
    """Return the verdict on the task."""
    (found,) = (each for each in run.assessments if each.obligation.key.item == "2")
    return found


def found(run: Run) -> list[tuple[str, str]]:
    """Return the codes and files of the findings proved here."""
    return [(each.rule.code, each.place.file) for each in run.wrong if each.rule.code in OURS]


def test_told_in_time(office: Office) -> None:
    office.commit("2023-12-01", {FILE: told("2022-06-10")})
    run = run_of(office)
    each = task(run)
    assert (each.status, each.reason, each.completed) == (
        "done_on_time",
        "completed",
        date(2022, 6, 10),
    )
    assert each.timing is not None
    assert (each.timing.told, each.timing.by) == (date(2023, 12, 1), date(2023, 12, 1))
    assert found(run) == []


def test_told_too_late(office: Office) -> None:
    """A day after the report was due: 3 January to 2 December 2023 are 333 days."""
    office.commit("2023-12-02", {FILE: told("2022-06-10")})
    run = run_of(office)
    each = task(run)
    assert (each.status, each.reason, each.days) == ("done_late", "told_late", 333)
    assert found(run) == [("KH515", FILE)]
    (late,) = (each for each in run.wrong if each.rule.code == "KH515")
    assert late.message("en") == (
        "item 2: said to be done on 2022-06-10, but told on 2023-12-02 only, to be told by 2023-12-01; "
        "the day of telling counts"
    )
    said = [words for _, words in chain(run, each, "en")]
    assert "day declared: 2022-06-10" in said
    assert "to be told by 2023-12-01: the next report, 1 2023, is due then" in said


def test_a_task_needs_the_history_though_the_book_has_its_letter(office: Office) -> None:
    """What was told first stays, and only the whole history knows it."""
    book = f"  - {{agency: {STC}, received: 2022-07-02, document: {{number: 9/CV, date: 2022-07-01}}}}\n"
    booked = f"schema: kehoach/receipts@1\nreceipts:\n{book}"
    office.commit("2022-07-05", {FILE: told("2022-06-10"), "receipts.yaml": booked})
    assert task(run_of(office)).status == "done_on_time"
    copy = office.clone("nong", "--depth=1")
    with pytest.raises(GitTrouble, match="--unshallow"):
        run_of(copy)


@pytest.mark.parametrize("after", ["2022-06-05", "2022-12-30", None])
def test_a_day_rewritten_is_found_and_changes_nothing(office: Office, after: str | None) -> None:
    office.commit("2022-07-01", {FILE: told("2022-06-10")})
    office.commit("2022-09-01", {FILE: told(after)})
    run = run_of(office)
    assert task(run).completed == date(2022, 6, 10)
    assert found(run) == [("KH422", FILE)]


@pytest.mark.parametrize(
    ("after", "codes"), [("2022-08-10", []), ("2022-06-05", [("KH422", FILE)])]
)
def test_a_later_day_of_what_was_not_proven_yet_is_no_rewriting(
    office: Office, after: str, codes: list[tuple[str, str]]
) -> None:
    """Told done without any document, the work may really have been finished later; not earlier."""
    unproven = told("2022-06-10", number="...", proof="...").replace("number: ..., ", "")
    office.commit("2022-07-01", {FILE: unproven})
    office.commit("2022-09-01", {FILE: told(after, proof="18/STC")})
    run = run_of(office)
    assert [each for each in found(run) if each[0] == "KH422"] == codes
    assert task(run).completed == max(D("2022-06-10"), D(after))


def test_a_day_added_is_found_and_changes_nothing(office: Office) -> None:
    office.commit("2023-02-01", {FILE: told(None)})
    office.commit("2023-03-01", {FILE: told("2022-06-10")})
    run = run_of(office)
    each = task(run)
    assert (each.status, each.reason) == ("done_late", "completed_unstated")
    assert each.completed == date(2023, 2, 1)
    assert found(run) == [("KH422", FILE)]


def test_evidence_rewritten_is_found(office: Office) -> None:
    office.commit("2022-07-01", {FILE: told("2022-06-10")})
    office.commit("2022-09-01", {FILE: told("2022-06-10", proof="3/STC")})
    assert found(run_of(office)) == [("KH423", FILE)]


def test_a_note_rewritten_is_no_other_day(office: Office) -> None:
    office.commit("2022-07-01", {FILE: told("2022-06-10")})
    office.commit("2024-09-01", {FILE: told("2022-06-10", note=", note: thêm")})
    run = run_of(office)
    assert found(run) == []
    assert task(run).status == "done_on_time"


@pytest.mark.parametrize(
    "text",
    [
        told("2022-06-01"), told("2022-06-10", proof="3/STC"), told("2022-06-10", number="1/CV"),
        told("2022-06-10").replace("status: done", "status: in_progress"),
        told("2022-06-10").split("tasks:")[0],
        told("2022-06-10").replace("document", "draft: true\ndocument", 1),
    ],
)  # fmt: skip
def test_uncommitted_text_changes_nothing_that_was_received(office: Office, text: str) -> None:
    commit = office.commit("2022-07-01", {FILE: told("2022-06-10")})
    before = task(run_of(office))
    office.write({FILE: text})
    run = run_of(office)
    each = task(run)
    assert (each.status, each.reason, each.days, each.completed) == (
        before.status, before.reason, before.days, before.completed,
    )  # fmt: skip
    assert each.claim is not None
    assert each.claim.receipt is not None
    assert each.claim.receipt.file == commit
    assert each.claim.overwritten
    assert found(run) == [("KH516", FILE)]


def test_explain_credits_no_commit_with_uncommitted_text(office: Office) -> None:
    commit = office.commit("2022-07-01", {FILE: told("2022-06-10")})
    office.write({FILE: told("2022-06-01")})
    run = answer(
        DataFolder(office.data), "data/", Question(AS_OF, (STC,), items=("2",), history=True)
    )
    lines = EXPLAIN_FORMATS["text"](run, Screen(lang="en", width=400)).splitlines()
    (new,) = (line for line in lines if "completed 2022-06-01" in line)
    (old,) = (line for line in lines if "completed 2022-06-10" in line)
    assert "uncommitted" in new
    assert commit[:10] not in new
    assert commit[:10] in old
    assert "as received; the file says something else now, not committed" in old


def test_a_file_deleted_and_not_committed_is_missing(office: Office) -> None:
    """Gone is gone, and says so: only text that stands there can leave what was received alone."""
    office.commit("2022-07-01", {FILE: told("2022-06-10")})
    office.write({FILE: None})
    assert task(run_of(office)).status == "overdue"


BOOK = "schema: kehoach/receipts@1\nreceipts:\n  - {{agency: so-tai-chinh, received: 2022-07-04, {}}}\n"
LETTER = "document: {number: 9/CV, date: 2022-07-01}"
PROOF = "document: {number: 18/STC, date: 2022-06-10}"


@pytest.mark.parametrize("document", [LETTER, PROOF, 'item: "2"'])
def test_the_book_dates_letter_evidence_and_item(office: Office, document: str) -> None:
    """Told in 2025 by git, and in July 2022 by the book: the office's way out."""
    office.commit("2025-05-01", {FILE: told("2022-06-10"), "receipts.yaml": BOOK.format(document)})
    run = run_of(office)
    each = task(run)
    assert each.timing is not None
    assert (each.status, each.timing.told) == ("done_on_time", date(2022, 7, 4))
    assert found(run) == []


@pytest.mark.parametrize("document", [LETTER, PROOF])
def test_what_is_added_to_a_booked_letter_has_its_own_day(office: Office, document: str) -> None:
    """Its letter, or evidence, had come with something else long before."""
    first = told("2022-06-10").replace('item: "2", status: done', 'item: "2", status: in_progress')
    office.commit("2022-07-05", {FILE: first, "receipts.yaml": BOOK.format(document)})
    office.commit("2025-05-01", {FILE: told("2022-06-10")})
    run = run_of(office)
    each = task(run)
    assert (each.status, each.completed) == ("done_late", date(2025, 5, 1))
    assert ("KH517", FILE) in found(run)


def test_what_was_added_and_the_book_has_too_is_no_longer_told(office: Office) -> None:
    """The office did what KH517 says: the entry itself is in the book, and counts by that day."""
    first = told("2022-06-10").replace('item: "2", status: done', 'item: "2", status: in_progress')
    office.commit("2022-07-05", {FILE: first, "receipts.yaml": BOOK.format(LETTER)})
    entry = '  - {agency: so-tai-chinh, received: 2022-07-04, item: "2"}\n'
    booked = BOOK.format(LETTER) + entry
    office.commit("2025-05-01", {FILE: told("2022-06-10"), "receipts.yaml": booked})
    run = run_of(office)
    assert task(run).status == "done_on_time"
    assert found(run) == []


def test_the_office_may_say_the_day_of_the_work(office: Office) -> None:
    """A slip of an honest agency: its day was typed too late, and the book says which it was."""
    office.commit("2022-07-01", {FILE: told("2022-06-30")})
    entry = BOOK.format('item: "2", completed: 2022-06-10')
    office.commit("2022-09-01", {FILE: told("2022-06-10"), "receipts.yaml": entry})
    assert task(run_of(office)).completed == date(2022, 6, 10)


def test_in_one_commit_the_worse_day_counts(office: Office) -> None:
    """Whatever the files are called."""
    for better, worse in (("a", "z"), ("z", "a")):
        office.commit("2022-07-01", {f"submissions/{STC}/{better}.yaml": told("2022-06-10"),
                                     f"submissions/{STC}/{worse}.yaml": told("2022-06-30")})  # fmt: skip
        assert task(run_of(office)).completed == date(2022, 6, 30)
        office.git("reset", "-q", "--hard", "HEAD~1")


def test_of_two_files_the_newer_is_blamed(office: Office) -> None:
    office.commit("2022-07-01", {f"submissions/{STC}/z.yaml": told("2022-06-30")})
    office.commit("2022-08-01", {f"submissions/{STC}/a.yaml": told("2022-06-10")})
    run = run_of(office)
    assert task(run).completed == date(2022, 6, 30)
    (differs,) = (each for each in run.wrong if each.rule.code == "KH415")
    assert differs.place.file == f"submissions/{STC}/a.yaml"


def test_json_has_both_days(office: Office) -> None:
    office.commit("2023-12-02", {FILE: told("2022-06-10")})
    run = answer(
        DataFolder(office.data), "data/", Question(AS_OF, (STC,), items=("2",), history=True)
    )
    (explained,) = json.loads(EXPLAIN_FORMATS["json"](run, Screen(lang="en")))["explanations"]
    said = explained["obligation"]
    assert [said[name] for name in ("completed", "declared", "told", "told_by", "reason_code")] == [
        "2023-12-02", "2022-06-10", "2023-12-02", "2023-12-01", "told_late",
    ]  # fmt: skip


def test_diff_and_since_name_what_a_change_turns(office: Office) -> None:
    """An extension of the office's turns late into early; a rewritten day turns nothing, and shows."""
    office.commit("2023-01-20", {FILE: told("2023-01-10")})
    before = run_of(office)
    office.write({"decisions.yaml": (
        "schema: kehoach/decisions@1\nextensions:\n"
        '  - {item: "2", agencies: [so-tai-chinh], due: 2023-01-31, '
        "document: {number: 3/CV, date: 2022-12-20}}\n"
    ), FILE: told("2023-01-05")})  # fmt: skip
    since = answer_since(DataFolder(office.data), "data/", Question(AS_OF, history=True), "HEAD")
    (turned,) = (each for each in since.findings if each.rule.code == "KH518")
    assert turned.subject == (STC, "2", "once")
    page = json.loads(DIFF_FORMATS["json"](before, run_of(office), Screen(lang="en")))
    (verdict,) = page["verdicts_turned"]
    assert (verdict["before"]["days"], verdict["after"]["days"]) == (7, -21)
    (day,) = page["days_rewritten"]
    assert (day["before"], day["after"]) == ("2023-01-10", "2023-01-05")


def test_every_declared_day_counts_where_the_plan_says_so(office: Office) -> None:
    plan = PLAN.replace("period: {from: 2021-01-01, to: 2026-12-31}",
                        POLICY.replace("{reporting", "{telling: declared, reporting"))  # fmt: skip
    office.commit("2025-05-01", {"plan_07.yaml": plan, FILE: told("2022-06-10")})
    run = run_of(office)
    assert task(run).status == "done_on_time"
    said = [words for _, words in chain(run, task(run), "en")]
    assert any("every declared day of completion counts" in words for words in said)


def test_a_command_to_be_pasted_runs_nothing_of_a_files_name(office: Office) -> None:
    name = FILE.replace("viec", "a;touch OWNED;b")
    office.commit("2022-07-01", {name: told("2022-06-10")})
    office.write({name: told("2022-06-01")})
    (hint,) = (each.hint("en") for each in run_of(office).wrong if each.rule.code == "KH516")
    assert f"git diff '{name}'" in hint
