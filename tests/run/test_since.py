"""``check --since REF``: the whole is judged, and only what a change brought is told of it."""

import json
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from kehoach.contract.schemas import schema_text
from kehoach.reading.folder import DataFolder
from kehoach.reading.repositories.git import GitTrouble
from kehoach.run import Question, Run, WrongQuestion, answer_since
from kehoach.run.since import NOTHING_OWED
from run.repositories import (
    PLAN,
    REGISTRY,
    SNV,
    STC,
    STP,
    TODAY,
    Contents,
    Depot,
    codes,
    decisions,
    edited,
    filed,
    sent,
)

WRONG_ITEM = 'reports:\n  - {item: "9", period: 2022}\n'
HEAD = 'schema: kehoach/submission@1\nplan: "07"\nagency: %s\ndocument: {number: 1/BC, date: %s}\n'


def brought(depot: Depot, day: str, files: Contents) -> Run:
    """Return what one more commit brought, judged on its day."""
    before = depot.git("rev-parse", "HEAD")
    depot.commit(day, files)
    return depot.since(before, date.fromisoformat(day))


def new_verdicts(run: Run) -> list[str]:
    return sorted(f"{each.rule.verdict} {each.subject.agency}" for each in run.verdicts)


# What is told


def test_old_error_in_another_file_is_silent(depot: Depot) -> None:
    depot.commit("2022-11-01", {f"submissions/{SNV}/bc.yaml": "{"})
    run = brought(depot, "2022-11-02", filed(STC, 2022, dated="2022-11-02"))
    assert codes(run) == []
    assert run.workspace.left_out == (f"submissions/{SNV}/bc.yaml",)


def test_new_invalid_file(depot: Depot) -> None:
    depot.commit("2022-11-01", {f"submissions/{SNV}/bc.yaml": "{"})
    run = brought(depot, "2022-11-02", {f"submissions/{STC}/bc.yaml": "{"})
    assert [each.place.file for each in run.wrong] == [f"submissions/{STC}/bc.yaml"]


def test_line_above_an_old_mistake_does_not_make_it_new(depot: Depot) -> None:
    """Nor above one whose words name a line: a key that stands twice."""
    name = f"submissions/{SNV}/bc.yaml"
    old = HEAD % (SNV, "2022-11-01") + WRONG_ITEM
    twice = HEAD % (STP, "2022-11-01") + "note: a\nnote: b\n"
    depot.commit("2022-11-01", {name: old, f"submissions/{STP}/bc.yaml": twice})
    assert len(depot.ask().wrong) == 2
    more = {name: f"# ghi chú\n\n{old}", f"submissions/{STP}/bc.yaml": f"# ghi chú\n{twice}"}
    assert codes(brought(depot, "2022-11-02", more)) == []


def test_second_of_the_same_mistake_is_new(depot: Depot) -> None:
    """Told apart by what they say, two alike are still two."""
    name = f"submissions/{SNV}/bc.yaml"
    old = HEAD % (SNV, "2022-11-01") + WRONG_ITEM
    depot.commit("2022-11-01", {name: old})
    again = {name: f'{old}  - {{item: "9", period: 2022}}\n'}
    run = brought(depot, "2022-11-02", again)
    assert len(run.wrong) == 1


def test_late_on_arrival(depot: Depot) -> None:
    depot.commit("2022-12-05", filed(SNV, 2022, dated="2022-12-05"))
    run = brought(depot, "2022-12-06", filed(STC, 2022, dated="2022-12-06"))
    assert new_verdicts(run) == [f"late {STC}"]
    assert codes(run) == []


def test_in_time_brings_nothing_wrong(depot: Depot) -> None:
    """What others owe and are late with is not this change's doing; its own verdict is named."""
    run = brought(depot, "2022-12-01", filed(STC, 2022, dated="2022-12-01"))
    (turned,) = run.findings
    assert (turned.rule.code, turned.subject) == ("KH518", (STC, "1", "2022"))


def test_back_dated(depot: Depot) -> None:
    run = brought(depot, "2022-11-30", filed(STC, 2022, dated="2022-11-01"))
    assert codes(run) == ["KH504"]


def test_in_anothers_folder(depot: Depot) -> None:
    run = brought(depot, "2022-11-02", {f"submissions/{SNV}/bc.yaml": sent(STC, 2022)})
    assert codes(run) == ["KH112"]


def test_lowered_status(depot: Depot) -> None:
    """A task that was done goes on again: taken back, and no longer what had been received."""
    depot.commit("2022-11-01", filed(STC, task="done"))
    run = brought(depot, "2022-11-02", filed(STC, task="in_progress"))
    assert codes(run) == ["KH505", "KH507"]
    (lowered,) = (each for each in run.wrong if each.rule.code == "KH505")
    assert lowered.subject == (STC, "2", "once")
    assert lowered.place.file == f"submissions/{STC}"


def test_deleted_report(depot: Depot) -> None:
    """Overdue from now on, and the folder that held it is named, or one that still stands."""
    depot.commit("2022-11-01", filed(STC, 2022))
    run = brought(depot, "2022-12-05", {f"submissions/{STC}/bc.yaml": None})
    assert codes(run) == ["KH505", "KH507"]
    assert {each.place.file for each in run.wrong} == {"agencies.yaml"}
    assert new_verdicts(run) == [f"overdue {STC}"]


def test_a_report_that_the_office_sent_back_was_not_taken_back(depot: Depot) -> None:
    """It is not delivered any more, and no agency lowered it."""
    depot.commit("2022-11-20", filed(STC, 2022))
    back = (
        'returns item: "1", period: 2022, agencies: [so-tai-chinh], reason: Thiếu biểu,'
        " document: {number: 5/TB, date: 2022-11-25}"
    )
    assert "KH505" not in codes(brought(depot, "2022-11-25", decisions(back)))


@pytest.mark.parametrize("since", [TODAY, date(2023, 6, 16)])
def test_a_day_to_compare_with_lies_before_the_day_asked_about(depot: Depot, since: date) -> None:
    with pytest.raises(WrongQuestion):
        depot.ask(Question(TODAY, since=since))


def test_altered_plan_deadline(depot: Depot) -> None:
    """At the deadline as it now stands; each year that it moves."""
    run = brought(
        depot, "2022-11-02", {"plan_07.yaml": edited(PLAN, "before: 12-02", "before: 12-11")}
    )
    assert codes(run) == ["KH506"] * 3
    located = run.located(run.wrong)
    lines = PLAN.splitlines()
    assert {lines[each.line - 1].strip() for each in located} == {
        "deadline: {every: year, before: 12-02}"
    }
    assert "due 2022-12-01 → 2022-12-10" in located[0].finding.message("en")
    assert "hạn 01/12/2022 → 10/12/2022" in located[0].finding.message("vi")


def test_deadline_given_up(depot: Depot) -> None:
    """A plan that ends a year earlier no longer asks for that year's report."""
    run = brought(
        depot, "2022-11-02", {"plan_07.yaml": edited(PLAN, "to: 2024-12-31", "to: 2023-12-31")}
    )
    (moved,) = run.wrong
    assert (moved.rule.code, moved.subject.period) == ("KH506", "2024")


def test_extension_moves_no_deadline_of_the_plan(depot: Depot) -> None:
    """The very thing that the finding asks for."""
    extension = (
        'extensions item: "1", period: 2022, due: 2022-12-20,'
        " document: {number: 5/CV, date: 2022-11-01}"
    )
    assert codes(brought(depot, "2022-11-02", decisions(extension))) == []


def test_event_recorded_moves_no_deadline_of_the_plan(depot: Depot) -> None:
    """A deadline that waited for its event only gets its day."""
    waiting = edited(PLAN, "{within: 2022}", "{event: hop-bao, plus: 10 days}")
    waiting = edited(waiting, "items:\n", "events:\n  - {id: hop-bao, text: Họp báo}\nitems:\n")
    depot.commit("2022-02-01", {"plan_07.yaml": waiting})
    event = "events id: hop-bao, date: 2022-10-20, document: {number: 5/CV, date: 2022-10-21}"
    run = brought(depot, "2022-11-02", decisions(event))
    assert codes(run) == []
    assert run.reports[0].docket.plan.item["2"].deadlines


def test_uncommitted_changes_are_brought(depot: Depot) -> None:
    """A file that is not in git yet is received today: late, and marked as not committed."""
    depot.write(filed(STC, 2022, dated="2023-06-14"))
    run = depot.since("HEAD", TODAY)
    assert codes(run) == ["KH510"]
    assert new_verdicts(run) == [f"late {STC}"]


def test_only_some_files_of_what_is_new(depot: Depot) -> None:
    bad: Contents = {f"submissions/{who}/bc.yaml": "{" for who in (STC, SNV)}
    run = brought(depot, "2022-11-02", bad).only_files(frozenset({f"submissions/{STC}"}))
    assert [each.place.file for each in run.wrong] == [f"submissions/{STC}/bc.yaml"]


# Since what


def test_since_the_last_common_commit_and_not_the_ref_itself(depot: Depot) -> None:
    """What main got meanwhile is neither brought nor taken back by the branch."""
    depot.branch("nhanh")
    depot.commit("2022-11-02", {f"submissions/{STC}/bc.yaml": "{"})
    depot.switch("main")
    altered = edited(PLAN, "before: 12-02", "before: 12-11")
    depot.commit("2022-11-03", {"plan_07.yaml": altered, **filed(SNV, 2022)})
    depot.switch("nhanh")
    run = depot.since("main", date(2022, 11, 5))
    assert [each.place.file for each in run.wrong] == [f"submissions/{STC}/bc.yaml"]


def test_since_with_rev_is_since_what_that_revision_shares(depot: Depot) -> None:
    depot.branch("nhanh")
    there = depot.commit("2022-11-02", {f"submissions/{STC}/bc.yaml": "{"})
    depot.switch("main")
    depot.commit("2022-11-03", {f"submissions/{SNV}/bc.yaml": "{"})
    question = Question(date(2022, 11, 5), rev=there, history=True)
    run = answer_since(DataFolder(depot.data), "data/", question, "main")
    assert [each.place.file for each in run.wrong] == [f"submissions/{STC}/bc.yaml"]


def test_what_was_not_owed_before_is_told_as_such(depot: Depot) -> None:
    """Of the year that is not due yet: a body that joins the group owes it, one that leaves no more."""
    joined = REGISTRY.replace(f"members: [{STC}, ", f"members: [so-y-te, {STC}, ").replace(
        "groups:\n", "  - {id: so-y-te, name: Sở Y tế}\ngroups:\n"
    )
    assert joined.count("so-y-te") == 2
    day = date(2022, 11, 2)
    for text, whose in ((joined, "so-y-te"), (REGISTRY, "so-y-te")):
        run = brought(depot, f"{day}", {"agencies.yaml": text})
        (turned,) = (each for each in run.findings if each.subject == (whose, "1", "2022"))
        told = [turned.values["before"], turned.values["after"]]
        assert turned.rule.code == "KH518"
        assert [each == NOTHING_OWED for each in told] == [text == joined, text == REGISTRY]


def test_without_git_both_states_go_by_declared_dates(depot: Depot) -> None:
    """Otherwise the old state's verdicts would rest on other days than the new one's."""
    old = {**filed(SNV, 2022, dated="2022-12-03"), **filed(STP, 2022, dated="2022-11-20")}
    depot.commit("2022-12-05", old)
    before = depot.git("rev-parse", "HEAD")
    depot.commit("2022-12-06", filed(STC, 2022, dated="2022-12-04"))
    question = Question(date(2022, 12, 10), git=False)
    run = answer_since(DataFolder(depot.data), "data/", question, before)
    assert new_verdicts(run) == [f"late {STC}"]
    assert codes(run) == []


def test_where_the_ref_had_no_data_everything_is_new(depot: Depot) -> None:
    depot.git("switch", "-q", "--orphan", "khac")
    depot.write({"README": "x"}, folder=depot.root)
    empty = depot.commit("2022-01-05")
    depot.git("checkout", "-q", "main", "--", ".")
    depot.commit("2022-11-02", {f"submissions/{STC}/bc.yaml": "{"})
    for revision in (empty, "main"):
        run = depot.since(revision, date(2022, 11, 5))
        assert len(run.wrong) == (1 if revision == empty else len(run.wrong))
        assert f"submissions/{STC}/bc.yaml" in {each.place.file for each in run.wrong}


def test_where_the_plan_could_not_be_read_everything_is_new(depot: Depot) -> None:
    broken = depot.commit("2022-02-01", {"plan_07.yaml": "{"})
    depot.commit("2022-11-02", {"plan_07.yaml": PLAN, f"submissions/{STC}/bc.yaml": "{"})
    assert len(depot.since(broken, date(2022, 11, 5)).wrong) == 1


@pytest.mark.parametrize("name", ["khong-co", "-x", "", "HEAD~9"])
def test_unknown_ref(depot: Depot, capsys: pytest.CaptureFixture[str], name: str) -> None:
    code, out, err = depot.command(capsys, "check", f"--since={name}")
    assert (code, out, err.count("\n")) == (2, "", 1)
    with pytest.raises(WrongQuestion):
        depot.since(name)


@pytest.mark.parametrize(
    "stranger", ["tags/goc", "tags/{short}", "heads/origin/goc", "tags/origin/goc"]
)
def test_a_name_that_somebody_gave_to_another_commit_too_is_refused(
    depot: Depot, stranger: str
) -> None:
    """Who may push a tag of the name of a branch could else choose what a change is compared with."""
    depot.git("branch", "goc")
    depot.git("update-ref", "refs/remotes/origin/goc", "HEAD")
    short = depot.first[:8]
    depot.commit("2022-11-02", {f"submissions/{STC}/bc.yaml": "{"})
    depot.git("config", "core.warnAmbiguousRefs", "false")
    depot.git("update-ref", f"refs/{stranger.format(short=short)}", "HEAD")
    asked = stranger.format(short=short).partition("/")[2]
    with pytest.raises(GitTrouble, match=r"more than one thing .*refs/(tags|heads)/"):
        depot.since(asked, date(2022, 11, 5))
    for whole in ("refs/heads/goc", "refs/remotes/origin/goc", depot.first):
        assert len(depot.since(whole, date(2022, 11, 5)).wrong) == 1


@pytest.mark.parametrize(
    "stranger", ["tags/HEAD", "heads/HEAD", "tags/{id}", "heads/refs/heads/goc"]
)
def test_nobody_can_take_head_a_whole_id_or_a_whole_name(depot: Depot, stranger: str) -> None:
    depot.git("branch", "goc")
    depot.commit("2022-11-02", {f"submissions/{STC}/bc.yaml": "{"})
    depot.git("update-ref", f"refs/{stranger.format(id=depot.first)}", "HEAD")
    for asked in ("HEAD~1", depot.first, "refs/heads/goc"):
        assert len(depot.since(asked, date(2022, 11, 5)).wrong) == 1


# What fails


@pytest.mark.parametrize(
    ("files", "kinds", "code"),
    [
        ({f"submissions/{STC}/bc.yaml": "{"}, "error", 1),
        (filed(STC, 2022, dated="2022-12-01"), "error", 0),
        (filed(STC, 2022, dated="2022-12-01"), "late", 1),
        (filed(STC, 2022, dated="2022-12-01"), "overdue", 0),
        (filed(STC, 2022, dated="2022-10-01"), "warning", 1),
        (filed(STC, 2022, dated="2022-10-01"), "error", 0),
        ({"plan_07.yaml": edited(PLAN, "12-02", "12-03")}, "warning", 1),
        ({"plan_07.yaml": edited(PLAN, "12-02", "12-03")}, "error,late", 0),
        ({"README": "x"}, "error,warning,late,overdue", 0),
        ({f"submissions/{STC}/bc.yaml": "{"}, "never", 0),
    ],
)
def test_exit_code_is_of_what_is_new(
    depot: Depot, capsys: pytest.CaptureFixture[str], files: Contents, kinds: str, code: int
) -> None:
    """Before it there is an old error, an old late report, an old back-dated one, and an overdue."""
    depot.commit("2022-12-03", {f"submissions/{SNV}/cu.yaml": "{", **filed(SNV, 2022)})
    before = depot.git("rev-parse", "HEAD")
    depot.commit("2022-12-05", files)
    asked = ("check", "--as-of", "2022-12-06", "--fail-on", kinds)
    assert depot.command(capsys, *asked, "--since", before)[0] == code
    assert depot.command(capsys, *asked)[0] == (0 if kinds == "never" else 1)


def test_json_keeps_its_contract(depot: Depot, capsys: pytest.CaptureFixture[str]) -> None:
    depot.commit("2022-11-01", filed(STC, 2022))
    before = depot.git("rev-parse", "HEAD")
    altered = {"plan_07.yaml": edited(PLAN, "12-02", "12-03")}
    depot.commit("2022-12-05", {**altered, f"submissions/{STC}/bc.yaml": None})
    _, out, _ = depot.command(capsys, "check", "--since", before, "--format", "json")
    told = json.loads(out)
    Draft202012Validator(json.loads(schema_text("check"))).validate(told)
    assert {each["code"] for each in told["findings"]} >= {"KH505", "KH506", "KH507"}
