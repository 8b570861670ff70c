"""What git's history says against a file: back-dated, gone, amended, merged late, by a stranger.

Rules are those of the design's section "When was it received"; every expected finding is read off
the commits that the test itself makes.
"""

import json
import os
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kehoach.checks import rules
from kehoach.contract.schemas import schema_text
from kehoach.diagnostics import Finding
from kehoach.run import Question
from kehoach.run import answering as pipeline_run
from kehoach.words import LANGUAGES
from run.repositories import PLAN, REGISTRY, SNV, STC, STP, TODAY, Depot, edited, filed, sent

BC = f"submissions/{STC}/bc.yaml"
OF_HISTORY = {f"KH{number}" for number in range(507, 514)}
DATES = ("KH503", "KH504")


@pytest.fixture(autouse=True)
def _nothing_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the user's git, and let every run take place on the same day."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "KEHOACH_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setattr(pipeline_run, "today", lambda _zone: TODAY)


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    """Return a repository with the plan committed on 10 January 2022."""
    return Depot(tmp_path / "kho")


def found(depot: Depot, *wanted: str, as_of: date = TODAY) -> list[Finding]:
    """Return the findings of these codes; every one of them can be read, and opened."""
    run = depot.ask(Question(as_of, history=True))
    for each in run.located():
        for lang in LANGUAGES:
            for words in (each.finding.message(lang), each.finding.hint(lang)):
                assert words.strip()
                assert not {"{", "}"} & set(words)
        assert (depot.data / each.finding.place.file).exists()
        assert each.line >= 1 <= each.column
    return [each for each in run.wrong if each.rule.code in wanted]


def said(findings: list[Finding]) -> list[str]:
    """Return code, agency, item and period of each finding."""
    return sorted(
        " ".join([each.rule.code, *(part or "-" for part in each.subject)]) for each in findings
    )


# KH503 dated after its receipt, KH504 back-dated: calendar days, 10 by default


@pytest.mark.parametrize(
    ("dated", "code"),
    [
        ("2022-11-30", None),
        ("2022-11-20", None),  # exactly ten days are allowed
        ("2022-11-19", "KH504"),
        ("2022-12-01", "KH503"),
    ],
)
@pytest.mark.parametrize("source", ["git", "registry", "letter", "uncommitted"])
def test_declared_date_against_each_source(
    depot: Depot,
    monkeypatch: pytest.MonkeyPatch,
    dated: str,
    code: str | None,
    source: str,
) -> None:
    """The report is received on 30 November, however that is known."""
    monkeypatch.setattr(pipeline_run, "today", lambda _zone: date(2022, 11, 30))
    entry = {
        "registry": 'item: "1", period: 2022',
        "letter": f"document: {{number: 1/BC, date: {dated}}}",
    }
    if source in entry:
        line = f"  - {{agency: {STC}, received: 2022-11-30, {entry[source]}}}\n"
        depot.write({"receipts.yaml": f"schema: kehoach/receipts@1\nreceipts:\n{line}"})
    depot.write(filed(STC, 2022, dated=dated))
    if source != "uncommitted":
        depot.commit("2022-11-30" if source == "git" else "2022-11-10")
    told = found(depot, *DATES, as_of=date(2022, 12, 1))
    assert [each.rule.code for each in told] == ([code] if code else [])
    assert {each.place.route for each in told} <= {("document", "date")}
    assert {each.place.file for each in told} <= {BC}


def test_tolerance_is_the_plans(depot: Depot) -> None:
    plan = edited(PLAN, "roll: none,", "roll: none, tolerance_days: 2,")
    depot.commit("2022-11-30", {"plan_07.yaml": plan, **filed(STC, 2022, dated="2022-11-28")})
    assert found(depot, *DATES) == []
    depot.commit("2022-11-30", filed(SNV, 2022, dated="2022-11-27"))
    assert said(found(depot, *DATES)) == [f"KH504 {SNV} 1 2022"]


def test_back_dated_is_said_once_a_file_and_not_before_it_came(depot: Depot) -> None:
    depot.commit("2022-11-30", filed(STC, 2021 + 1, 2023, dated="2022-11-01", task="done"))
    assert len(found(depot, *DATES)) == 1
    assert found(depot, *DATES, as_of=date(2022, 11, 29)) == []


# KH507 received earlier, no longer present


def test_deleted(depot: Depot) -> None:
    """The hint restores it; nothing of the agency is left, so the registry is pointed at."""
    held = depot.commit("2022-11-20", filed(STC, 2022))
    depot.commit("2022-11-25", {BC: None})
    (gone,) = found(depot, "KH507")
    assert said([gone]) == [f"KH507 {STC} 1 2022"]
    assert gone.place.file == "agencies.yaml"
    assert "2022-11-20" in gone.message("en")
    restored = f"{held[:10]}:data/{BC}"
    assert restored in gone.hint("vi")
    assert depot.git("show", restored) == sent(STC, 2022).strip()


def test_overwritten_by_the_next_year(depot: Depot) -> None:
    depot.commit("2022-11-20", filed(STC, 2022))
    depot.commit("2023-05-25", filed(STC, 2023))
    (gone,) = found(depot, "KH507")
    assert said([gone]) == [f"KH507 {STC} 1 2022"]
    assert gone.place.file == f"submissions/{STC}"


def test_period_changed_by_mistake_and_restored(depot: Depot) -> None:
    depot.commit("2022-11-20", filed(STC, 2022))
    depot.commit("2022-11-25", filed(STC, 2024))
    assert said(found(depot, "KH507")) == [f"KH507 {STC} 1 2022"]
    depot.commit("2022-11-26", filed(STC, 2022))
    assert said(found(depot, "KH507")) == [f"KH507 {STC} 1 2024"]


def test_deleted_in_the_work_tree_only(depot: Depot) -> None:
    depot.commit("2022-11-20", filed(STC, 2022))
    depot.write({BC: None})
    assert said(found(depot, "KH507")) == [f"KH507 {STC} 1 2022"]


def test_task_done_no_more(depot: Depot) -> None:
    depot.commit("2022-11-20", filed(STC, task="done"))
    depot.commit("2022-11-25", filed(STC, task="in_progress"))
    assert said(found(depot, "KH507")) == [f"KH507 {STC} 2 once"]


def test_task_that_was_never_done_cannot_go(depot: Depot) -> None:
    depot.commit("2022-11-20", filed(STC, task="in_progress"))
    depot.commit("2022-11-25", {BC: None})
    assert found(depot, "KH507") == []


def test_restored_moved_joined_or_on_paper_is_not_gone(depot: Depot) -> None:
    """What is still said anywhere, be it in the registry book, has not gone."""
    depot.commit("2022-11-20", filed(STC, 2022) | filed(SNV, 2022) | filed(STP, 2022))
    depot.commit("2022-11-21", {BC: None})
    depot.commit("2022-11-22", filed(STC, 2022, name="khac"))
    depot.git("mv", f"data/submissions/{SNV}", f"data/submissions/{SNV}-cu")
    depot.git("commit", "-q", "-m", "Dời")
    entry = f'  - {{agency: {STP}, item: "1", period: 2022, received: 2022-11-20}}\n'
    book = {"receipts.yaml": f"schema: kehoach/receipts@1\nreceipts:\n{entry}"}
    depot.commit("2022-11-23", {**book, f"submissions/{STP}/bc.yaml": None})
    assert found(depot, "KH507") == []


def test_in_anothers_folder_it_has_not_gone(depot: Depot) -> None:
    """It only does not count there, which an error of its own says."""
    depot.commit("2022-11-20", {f"submissions/{SNV}/nham.yaml": sent(STC, 2022)})
    assert [each.rule.code for each in found(depot, "KH112", "KH507")] == ["KH112"]


def test_what_came_after_the_day_judged_cannot_have_gone(depot: Depot) -> None:
    depot.commit("2022-11-20", filed(STC, 2022))
    depot.commit("2022-11-25", {BC: None})
    assert found(depot, "KH507", as_of=date(2022, 11, 19)) == []
    assert found(depot, "KH507", as_of=date(2022, 11, 24)) == [], "it was deleted on the next day"
    assert len(found(depot, "KH507", as_of=date(2022, 11, 25))) == 1


# KH508 amended after the deadline: due on 1 December 2022, to 24:00 in Vietnam

FIRST = sent(STC, 2022, dated="2022-11-25", task="done")


def amended(depot: Depot, *texts: tuple[str, str], as_of: date = TODAY) -> list[str]:
    """Return what is said of the yearly report after these versions of its file."""
    depot.commit("2022-11-25", {BC: FIRST})
    for day, text in texts:
        depot.commit(day, {BC: text})
    findings = found(depot, "KH508", as_of=as_of)
    assert {each.place.file for each in findings} <= {BC}
    return [each for each in said(findings) if each.split()[2] == "1"]


AFTER = "2022-12-02T00:00:00+07:00"
BEFORE = "2022-12-01T23:59:59+07:00"
HEADER = edited(FIRST, "1/BC", "2/BC")
ENTRY = edited(FIRST, "period: 2022}", "period: 2022, note: Sửa}")
NIL = edited(FIRST, "period: 2022}", "period: 2022, nil: true}")


@pytest.mark.parametrize("text", [HEADER, ENTRY, NIL])
def test_header_or_own_entry_amended(depot: Depot, text: str) -> None:
    assert amended(depot, (AFTER, text)) == [f"KH508 {STC} 1 2022"]


@pytest.mark.parametrize("text", [HEADER, ENTRY, NIL])
def test_amended_to_the_last_second_of_the_due_day(depot: Depot, text: str) -> None:
    assert amended(depot, (BEFORE, text)) == []


@pytest.mark.parametrize(
    "text",
    [
        f"# ghi chú\n{FIRST}",
        FIRST.replace("\n", "\r\n"),
        edited(FIRST, "document: {number: 1/BC, date: 2022-11-25}",
               'document:\n  date: "2022-11-25"\n  number: 1/BC'),
        edited(FIRST, '{item: "1", period: 2022}', '{period: "2022", item: "1"}'),
        edited(FIRST, "status: done}", "status: done, note: Việc khác}"),
        edited(FIRST, "reports:\n", 'reports:\n  - {item: "1", period: 2023}\n'),
    ],
)  # fmt: skip
def test_formatting_order_and_other_entries_do_not_matter(depot: Depot, text: str) -> None:
    assert amended(depot, (AFTER, text)) == []


def test_change_and_back_does_not_matter(depot: Depot) -> None:
    assert amended(depot, (AFTER, ENTRY), ("2022-12-05", FIRST)) == []


def test_not_amended_yet_at_the_day_judged(depot: Depot) -> None:
    assert amended(depot, ("2022-12-20", ENTRY), as_of=date(2022, 12, 19)) == []


def test_first_come_after_the_due_day_is_late_and_not_amended(depot: Depot) -> None:
    depot.commit("2022-12-05", {BC: FIRST})
    depot.commit("2022-12-06", {BC: ENTRY})
    assert said(found(depot, "KH508")) == []


def test_moved_file_is_not_amended_unless_it_is(depot: Depot) -> None:
    depot.commit("2022-11-25", {BC: FIRST})
    other = f"submissions/{STC}/khac.yaml"
    depot.commit("2022-12-05", {BC: None, other: FIRST})
    assert found(depot, "KH508") == []
    after = depot.commit("2022-12-06", {other: ENTRY})
    depot.commit("2022-12-07", {other: f"# ghi chú\n{ENTRY}"})
    (only,) = found(depot, "KH508")
    assert only.place.file == other
    assert only.values["after"] == after[:10]


def test_two_files_that_say_it_differently_are_not_an_amendment(depot: Depot) -> None:
    """Both stood there when it was due; reformatting the one changes neither."""
    depot.commit("2022-11-24", {BC: FIRST})
    depot.commit("2022-11-25", filed(STC, 2022, name="khac", number="7/BC"))
    depot.commit("2022-12-06", {BC: f"# ghi chú\n{FIRST}"})
    assert found(depot, "KH508") == []


def test_hint_shows_the_difference(depot: Depot) -> None:
    before = depot.commit("2022-11-25", {BC: FIRST})
    after = depot.commit("2022-12-05", {BC: ENTRY})
    depot.commit("2022-12-06", {BC: f"# ghi chú\n{ENTRY}"})
    (only,) = found(depot, "KH508")
    assert f"git diff {before[:10]} {after[:10]} -- data/{BC}" in only.hint("en")
    assert (only.place.file, only.place.route) == (BC, ("reports", 0))


# KH509 merged late, KH510 not committed


def test_merged_late(depot: Depot) -> None:
    """The true arrival in the registry book ends the matter."""
    depot.branch("nhanh")
    sent_on = depot.commit("2022-11-30", filed(STC, 2022, dated="2022-11-30"))
    depot.switch("main")
    depot.merge("2022-12-05", "nhanh")
    (late,) = found(depot, "KH509")
    assert (late.place.file, said([late])) == (BC, [f"KH509 {STC} 1 2022"])
    assert (late.values["commit"], late.values["branch"]) == (sent_on[:10], date(2022, 11, 30))
    entry = f'  - {{agency: {STC}, item: "1", period: 2022, received: 2022-11-30}}\n'
    depot.write({"receipts.yaml": f"schema: kehoach/receipts@1\nreceipts:\n{entry}"})
    assert found(depot, "KH509") == []


@pytest.mark.parametrize(
    ("made", "merged"), [("2022-12-02", "2022-12-05"), ("2022-11-20", "2022-12-01")]
)
def test_late_on_the_branch_already_or_merged_in_time(depot: Depot, made: str, merged: str) -> None:
    depot.branch("nhanh")
    depot.commit(made, filed(STC, 2022))
    depot.switch("main")
    depot.merge(merged, "nhanh")
    assert found(depot, "KH509") == []


def test_not_committed(depot: Depot) -> None:
    """Once a file; what the main line holds, or the book dates, is not it."""
    depot.commit("2022-11-30", filed(SNV, 2022))
    depot.write(filed(STC, 2022, 2023, task="done"))
    (only,) = found(depot, "KH510")
    assert (only.place.file, only.values["day"]) == (BC, TODAY)
    depot.git("add", "-A")
    assert len(found(depot, "KH510")) == 1
    depot.commit("2022-12-01")
    assert found(depot, "KH510") == []


# KH511 clocks, KH512 foxtrots


def test_commit_dated_before_one_it_rests_on(depot: Depot) -> None:
    depot.commit("2022-11-30")
    skewed = depot.commit("2022-10-30", filed(STC, 2022))
    (only,) = found(depot, "KH511")
    assert (only.values["commit"], only.values["day"]) == (skewed[:10], date(2022, 10, 30))
    assert only.place.file == BC
    assert "rests on" in only.message("en")


def test_commit_from_the_future(depot: Depot) -> None:
    """One that touched no submission too: what rests on it is not received before it."""
    ahead = depot.commit("2023-06-16")
    (only,) = found(depot, "KH511")
    assert only.values["commit"] == ahead[:10]
    assert only.place.file == "agencies.yaml"


def test_the_day_of_the_run_itself_is_not_the_future(depot: Depot) -> None:
    depot.commit("2023-06-15T23:59:59+07:00", filed(STC, 2022))
    assert found(depot, "KH511") == []


def test_file_that_the_commit_touched_may_be_gone(depot: Depot) -> None:
    depot.commit("2022-11-30", filed(STC, 2022, name="khac"))
    depot.commit("2022-10-30", filed(STC, 2023))
    depot.commit("2022-12-01", {BC: None})
    (only,) = found(depot, "KH511")
    assert only.place.file == f"submissions/{STC}"


def test_foxtrot(depot: Depot) -> None:
    """The agency pulled the main line into its own, and pushed."""
    depot.branch("stc")
    depot.commit("2022-11-20", filed(STC, 2022))
    depot.switch("main")
    depot.commit("2022-11-25", filed(SNV, 2022))
    depot.switch("stc")
    merge = depot.merge("2022-12-05", "main", message="Merge branch 'main' into stc")
    depot.switch("main")
    depot.git("merge", "-q", "--ff-only", "stc")
    (only,) = found(depot, "KH512")
    assert only.values["commit"] == merge[:10]
    assert only.place.file == f"submissions/{SNV}/bc.yaml"


def test_said_once_where_there_are_two_plans(depot: Depot) -> None:
    """A commit is one, however many plans its folder holds."""
    second = edited(PLAN, 'id: "07"', 'id: "08"')
    depot.commit("2022-02-01", {"plan_08.yaml": second, "agencies.yaml": listing(STC, "a@stc.vn")})
    depot.commit_as("2022-01-20", filed(STC, 2022), "x@la.vn")
    assert said(found(depot, "KH511", "KH513")) == ["KH511 - - -", f"KH513 {STC} - -"]


# KH513 somebody else's commit


def listing(agency: str, *addresses: str, more: str = "") -> str:
    """Return the registry with the addresses that may file for an agency."""
    quoted = ", ".join(f'"{address}"' for address in addresses)
    return edited(REGISTRY, f"id: {agency},", f"id: {agency}, committers: [{quoted}],") + more


@pytest.mark.parametrize(
    ("listed", "author", "right"),
    [
        ("van-thu@stc.vn", "van-thu@stc.vn", True),
        ("van-thu@stc.vn", "Van-Thu@STC.vn", True),
        ("Van-Thu@STC.vn", "van-thu@stc.vn", True),
        ("van-thu@stc.vn", "xvan-thu@stc.vn", False),
        ("van-thu@stc.vn", "van-thu@stc.vn.la.vn", False),
        ("@stc.vn", "ai-cung-duoc@stc.vn", True),
        ("@stc.vn", "ai-cung-duoc@STC.VN", True),
        ("@stc.vn", "a@xstc.vn", False),
        ("@stc.vn", "a@con.stc.vn", False),
        ("@stc.vn", "@stc.vn@la.vn", False),
        ("stc.vn", "a@stc.vn", False),
        ("@stc.vn", "", False),
    ],
)
def test_addresses_are_compared_whole_and_without_case(
    depot: Depot, listed: str, author: str, right: bool
) -> None:
    """Neither the end of an address nor a domain below the listed one will do."""
    depot.commit("2022-02-01", {"agencies.yaml": listing(STC, listed)})
    commit = depot.commit_as("2022-11-20", filed(STC, 2022), author)
    told = found(depot, "KH513")
    assert said(told) == ([] if right else [f"KH513 {STC} - -"])
    assert [(each.values["commit"], each.place.file) for each in told] == (
        [] if right else [(commit[:10], BC)]
    )


def test_no_list_no_check(depot: Depot) -> None:
    depot.commit("2022-02-01", {"agencies.yaml": listing(STC, "a@stc.vn")})
    depot.commit_as("2022-11-20", filed(SNV, 2022), "ai@do.vn")
    depot.commit_as("2022-11-21", {"plan_07.yaml": PLAN + "\n"}, "ai@do.vn")
    assert found(depot, "KH513") == []


@pytest.mark.parametrize(
    ("committer", "stranger"),
    [
        ("b@stc.vn", None),
        ("office@stp.vn", None),  # so-tu-phap consolidates
        ("noreply@forge.vn", None),  # a listed service
        ("b@snv.vn", "b@snv.vn"),
    ],
)
def test_committer_may_be_the_office_or_a_service(
    depot: Depot, committer: str, stranger: str | None
) -> None:
    """As where the office rebases or a forge squashes: the author stays the agency's."""
    registry = listing(STC, "@stc.vn", more='services: ["noreply@forge.vn"]\n')
    registry = edited(registry, f"id: {STP},", f'id: {STP}, committers: ["@stp.vn"],')
    registry = edited(registry, f"id: {SNV},", f'id: {SNV}, committers: ["@snv.vn"],')
    depot.commit("2022-02-01", {"agencies.yaml": registry})
    depot.commit_as("2022-11-20", filed(STC, 2022), "a@stc.vn", committer)
    told = found(depot, "KH513")
    assert [each.values["address"] for each in told] == ([stranger] if stranger else [])


def test_author_must_be_the_agencys_whoever_commits(depot: Depot) -> None:
    registry = listing(STC, "@stc.vn", more='services: ["noreply@forge.vn"]\n')
    registry = edited(registry, f"id: {STP},", f'id: {STP}, committers: ["@stp.vn"],')
    depot.commit("2022-02-01", {"agencies.yaml": registry})
    depot.commit_as("2022-11-20", filed(STC, 2022), "office@stp.vn", "a@stc.vn")
    depot.commit_as("2022-11-21", {BC: None}, "noreply@forge.vn", "a@stc.vn")
    told = found(depot, "KH513")
    assert {each.values["address"] for each in told} == {"office@stp.vn", "noreply@forge.vn"}


def test_each_folder_once_a_commit(depot: Depot) -> None:
    registry = edited(
        listing(STC, "@stc.vn"), f"id: {SNV},", f'id: {SNV}, committers: ["@snv.vn"],'
    )
    depot.commit("2022-02-01", {"agencies.yaml": registry})
    many = filed(STC, 2022) | filed(STC, 2023, name="hai") | filed(SNV, 2022)
    depot.commit_as("2022-11-20", many, "a@stc.vn")
    assert said(found(depot, "KH513")) == [f"KH513 {SNV} - -"]


def test_folder_within_a_folder_is_still_the_agencys(depot: Depot) -> None:
    """A path that says ``submissions`` twice does not hide whose folder it is in."""
    depot.commit("2022-02-01", {"agencies.yaml": listing(STC, "@stc.vn")})
    name = f"submissions/{STC}/submissions/bc.yaml"
    depot.commit_as("2022-11-20", {name: sent(STC, 2022)}, "a@la.vn")
    (only,) = found(depot, "KH513")
    assert only.place.file == name


def test_mailmap_is_ignored(depot: Depot) -> None:
    """Else whoever writes it could make anybody's commits his own."""
    depot.commit("2022-02-01", {"agencies.yaml": listing(STC, "a@stc.vn")})
    depot.commit_as("2022-11-20", filed(STC, 2022), "x@la.vn")
    depot.write({".mailmap": "A <a@stc.vn> <x@la.vn>\n"}, folder=depot.root)
    depot.git("config", "log.mailmap", "true")
    depot.commit("2022-11-21")
    (only,) = found(depot, "KH513")
    assert only.values["address"] == "x@la.vn"


def test_merges_are_not_blamed(depot: Depot) -> None:
    """The commits that they bring are judged by themselves."""
    depot.commit("2022-02-01", {"agencies.yaml": listing(STC, "a@stc.vn")})
    depot.branch("nhanh")
    depot.commit_as("2022-11-20", filed(STC, 2022), "a@stc.vn")
    depot.switch("main")
    depot.merge("2022-11-25", "nhanh")
    assert found(depot, "KH513") == []


# All of them


def _everything(depot: Depot) -> None:
    """Make a history with each of these findings in it."""
    depot.commit("2022-02-01", {"agencies.yaml": listing(STC, "a@stc.vn")})
    depot.commit("2022-11-25", {BC: FIRST, **filed(SNV, 2022, dated="2022-12-20")})
    depot.branch("stp")
    depot.commit("2022-11-30", filed(STP, 2022))
    depot.switch("main")
    depot.merge("2022-12-05", "stp")
    depot.branch("stc")
    depot.commit("2022-12-06", {BC: ENTRY, f"submissions/{SNV}/bc.yaml": None})
    depot.switch("main")
    depot.commit("2022-12-07", filed(SNV, 2023, name="nam", dated="2022-12-20"))
    depot.switch("stc")
    depot.merge("2022-12-08", "main", message="Merge branch 'main' into stc")
    depot.switch("main")
    depot.git("merge", "-q", "--ff-only", "stc")
    depot.commit("2022-12-01", filed(STP, 2023, name="nam", dated="2022-10-01"))
    depot.write(filed(STC, 2024, name="nam", dated="2023-06-15"))


def test_json_keeps_its_contract(depot: Depot, capsys: pytest.CaptureFixture[str]) -> None:
    _everything(depot)
    found(depot)
    code, out, _ = depot.command(capsys, "check", "--format", "json")
    told = json.loads(out)
    Draft202012Validator(json.loads(schema_text("check"))).validate(told)
    assert code == 0  # not one of them is an error
    assert {each["code"] for each in told["findings"]} >= {*OF_HISTORY, *DATES}
    assert {rule.code for rule in rules()} >= OF_HISTORY


@pytest.mark.parametrize("lang", LANGUAGES)
def test_text_shows_them_all(depot: Depot, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    _everything(depot)
    _, out, _ = depot.command(capsys, "check", "--all", "--lang", lang)
    assert not [code for code in (*OF_HISTORY, *DATES) if code not in out]


def test_none_without_git(depot: Depot, capsys: pytest.CaptureFixture[str]) -> None:
    """What only git knows is not guessed at; declared dates contradict no receipt of their own."""
    _everything(depot)
    _, out, _ = depot.command(capsys, "check", "--no-git", "--format", "json")
    assert not {each["code"] for each in json.loads(out)["findings"]} & {*OF_HISTORY, *DATES}


def test_none_where_there_is_no_repository(depot: Depot) -> None:
    _everything(depot)
    (depot.root / ".git").rename(depot.root / "git-cu")
    assert found(depot, *OF_HISTORY, *DATES) == []
