"""``--rev``: the files as they truly were (design, "When was it received" and "Commands")."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from kehoach.reading.folder import DataFolder
from kehoach.reading.repositories.git import GitTrouble
from kehoach.reading.workspace_reading import Unusable
from kehoach.run import Question, Run, WrongQuestion, answer
from kehoach.run import answering as pipeline_run
from run.repositories import (
    PLAN,
    REGISTRY,
    SNV,
    STC,
    STP,
    TODAY,
    Contents,
    Depot,
    decisions,
    edited,
    filed,
    state,
    verdicts,
)

DAY = timedelta(days=1)


def at(depot: Depot, revision: str, as_of: date = TODAY) -> Run:
    """Return the answer on the files as they stood at a revision."""
    return depot.ask(Question(as_of, rev=revision, history=True))


# What is read


def test_reports_that_have_gone_stand_there_again(depot: Depot) -> None:
    """A report deleted later counts at the commit that held it, received as it was then."""
    held = depot.commit("2022-11-20", filed(STC, 2022))
    depot.commit("2022-12-20", {f"submissions/{STC}/bc.yaml": None})
    assert state(depot.ask(), "1", STC, "2022") == "overdue"
    assert state(at(depot, held), "1", STC, "2022") == "done_on_time"


def test_reports_that_came_later_are_not_there_yet(depot: Depot) -> None:
    before = depot.first
    depot.commit("2022-11-20", filed(STC, 2022))
    assert state(at(depot, before), "1", STC, "2022") == "overdue"


def test_registry_plan_decisions_and_book_are_as_they_were(depot: Depot) -> None:
    """Not one of the files in the folder is taken from now."""
    book = "schema: kehoach/receipts@1\nreceipts:\n"
    entry = f'  - {{agency: {SNV}, item: "1", period: 2022, received: 2022-11-02}}\n'
    waiver = (
        'waivers item: "1", period: 2022, agencies: [so-tu-phap], reason: Mới thành lập,'
        " document: {number: 5/QĐ, date: 2022-11-01}"
    )
    then = depot.commit("2022-11-20", {"receipts.yaml": book + entry, **decisions(waiver)})
    depot.commit(
        "2022-12-20",
        {
            "receipts.yaml": None,
            "decisions.yaml": None,
            "plan_07.yaml": edited(PLAN, "before: 12-02", "before: 12-20"),
            "agencies.yaml": edited(REGISTRY, "Sở Nội vụ", "Sở Nội vụ mới"),
        },
    )
    now, old = depot.ask(), at(depot, then)
    assert [state(now, "1", who, "2022") for who in (SNV, STP)] == ["overdue", "overdue"]
    assert [state(old, "1", who, "2022") for who in (SNV, STP)] == ["done_on_time", "waived"]
    due = {each.obligation.due for each in old.assessments if each.obligation.key.period == "2022"}
    assert due == {date(2022, 12, 1)}
    assert [run.agency_name(SNV) for run in (old, now)] == ["Sở Nội vụ", "Sở Nội vụ mới"]


def test_calendar_as_it_was(depot: Depot) -> None:
    """A day off that was decreed later moved no deadline before."""
    plan = edited(PLAN, "roll: none", "roll: next")
    then = depot.commit("2022-02-01", {"plan_07.yaml": plan})
    days_off = (
        "schema: kehoach/calendar@1\nyears:\n"
        "  - {year: 2022, off: [{date: 2022-12-01, name: Nghỉ bù}], source: 1/QĐ}\n"
    )
    depot.commit("2022-03-01", {"calendar.yaml": days_off})

    def due(run: Run) -> date | None:
        return next(d.due for d in run.reports[0].docket.demands if d.period == "2022")

    assert due(at(depot, then)) == date(2022, 12, 1)
    assert due(depot.ask()) == date(2022, 12, 2)


def test_work_tree_is_neither_touched_nor_read(depot: Depot) -> None:
    """What lies there may be broken, uncommitted or staged: the answer is the commit's."""
    held = depot.commit("2022-11-20", filed(STC, 2022))
    depot.write({f"submissions/{STC}/bc.yaml": "{", f"submissions/{SNV}/a.yaml": "x"})
    depot.write({"agencies.yaml": "{", "plan_07.yaml": "{"})
    depot.git("add", f"data/submissions/{SNV}/a.yaml")
    before = depot.git("status", "--porcelain=v2", "--branch")
    files = {path: path.read_bytes() for path in depot.data.rglob("*") if path.is_file()}
    run = at(depot, held)
    assert state(run, "1", STC, "2022") == "done_on_time"
    assert run.workspace.left_out == ()
    assert depot.git("status", "--porcelain=v2", "--branch") == before
    assert {p: p.read_bytes() for p in depot.data.rglob("*") if p.is_file()} == files


def test_broken_files_are_left_out_and_found_as_they_were(depot: Depot) -> None:
    bad = depot.commit("2022-11-20", {f"submissions/{STC}/bc.yaml": "{", **filed(SNV, 2022)})
    depot.commit("2022-11-21", filed(STC, 2022))
    run = at(depot, bad)
    assert run.workspace.left_out == (f"submissions/{STC}/bc.yaml",)
    assert state(run, "1", SNV, "2022") == "done_on_time"
    (located,) = run.located(run.workspace.findings)
    assert located.finding.place.file == f"submissions/{STC}/bc.yaml"


def test_attachments_and_the_rest_of_the_repository_are_not_read(depot: Depot) -> None:
    """A folder may hold scans, hidden drafts and links; only submissions say anything."""
    hidden = {f"submissions/{STC}/.nhap.yaml": "{", "ghi-chu.txt": "x"}
    depot.write({f"submissions/{STC}/van-ban.pdf": b"%PDF\0", **hidden})
    (depot.data / "submissions" / STC / "lien-ket.yaml").symlink_to("bc.yaml")
    held = depot.commit("2022-11-20", filed(STC, 2022))
    run = at(depot, held)
    assert [each.file for each in run.workspace.filings] == [f"submissions/{STC}/bc.yaml"]
    assert run.workspace.left_out == (f"submissions/{STC}/lien-ket.yaml",)


# Where the folder lay


def test_moved_data_folder_is_found_where_it_lay(depot: Depot) -> None:
    held = depot.commit("2022-11-20", filed(STC, 2022))
    depot.git("mv", "data", "du-lieu")
    depot.data = depot.root / "du-lieu"
    depot.commit("2022-12-20")
    assert state(at(depot, held), "1", STC, "2022") == "done_on_time"
    assert state(depot.ask(), "1", STC, "2022") == "done_on_time"


def test_another_folder_next_door_is_not_taken_for_ours(depot: Depot) -> None:
    """Before this folder existed there was nothing: the neighbour's reports are not its own."""
    before = depot.commit("2022-11-20", filed(STC, 2022))
    depot.data = depot.root / "tinh-khac"
    depot.commit("2022-12-20", {"plan_07.yaml": PLAN, "agencies.yaml": REGISTRY})
    with pytest.raises(Unusable):
        at(depot, before)


def test_file_whose_name_only_ends_like_the_registry(depot: Depot) -> None:
    """``cu-agencies.yaml`` beside ``cu-plan_07.yaml`` makes no data folder."""
    depot.data = depot.root / "moi"
    depot.write({"cu-plan_07.yaml": PLAN, "cu-agencies.yaml": REGISTRY}, folder=depot.root)
    depot.git("rm", "-rq", "--cached", "data")
    before = depot.commit("2022-02-01")
    depot.write({"cu-plan_07.yaml": None, "cu-agencies.yaml": None}, folder=depot.root)
    depot.commit("2022-12-20", {"plan_07.yaml": PLAN, "agencies.yaml": REGISTRY})
    with pytest.raises(Unusable):
        at(depot, before)


def test_folder_at_the_top_of_the_repository(tmp_path: Path) -> None:
    depot = Depot(tmp_path / "kho", data=".")
    held = depot.commit("2022-11-20", filed(STC, 2022))
    depot.commit("2022-12-20", {f"submissions/{STC}/bc.yaml": None})
    assert state(at(depot, held), "1", STC, "2022") == "done_on_time"


# How a revision may be named


@pytest.mark.parametrize("name", ["HEAD~1", "HEAD^", "nop", "v1", "nhanh/stc", "{id}", "{short}"])
def test_names_of_revisions(depot: Depot, name: str) -> None:
    """Annotated and light tags, branches, ancestors, whole and shortened ids."""
    held = depot.commit("2022-11-20", filed(STC, 2022))
    depot.git("tag", "nop")
    depot.git("tag", "-a", "-m", "Bản một", "v1")
    depot.git("branch", "nhanh/stc")
    depot.commit("2022-12-20", {f"submissions/{STC}/bc.yaml": None})
    assert state(at(depot, name.format(id=held, short=held[:8])), "1", STC, "2022") == (
        "done_on_time"
    )


@pytest.mark.parametrize(
    "name", ["khong-co", "", "-x", "--all", "--help", "^HEAD", "HEAD~99", "HEAD:data", "a..b", " "]
)
def test_unknown_revisions_are_refused_in_one_line(
    depot: Depot, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """No name is taken for an option of git, and none for a range of commits."""
    code, out, err = depot.command(capsys, "status", f"--rev={name}")
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    with pytest.raises(WrongQuestion):
        at(depot, name)


def test_what_stands_on_another_branch_is_read_from_one_that_has_no_commit_yet(
    depot: Depot,
) -> None:
    """``git checkout --orphan``: nothing is checked out, and ``main`` is there all the same."""
    depot.commit("2022-11-20", filed(STC, 2022))
    depot.git("checkout", "-q", "--orphan", "moi")
    assert state(at(depot, "main"), "1", STC, "2022") == "done_on_time"


def test_what_stood_elsewhere_on_another_branch_is_found_without_a_commit_of_ones_own(
    depot: Depot,
) -> None:
    depot.commit("2022-11-20", filed(STC, 2022))
    depot.git("checkout", "-q", "--orphan", "moi")
    moved = depot.data.rename(depot.data.with_name("so-lieu"))
    run = answer(DataFolder(moved), "data/", Question(TODAY, rev="main", history=True))
    assert state(run, "1", STC, "2022") == "done_on_time"


def test_where_git_refuses_the_repository_no_revision_can_be_asked_about(depot: Depot) -> None:
    depot.git("config", "core.bare", "true")
    with pytest.raises(GitTrouble, match="bare"):
        at(depot, "HEAD")


def test_a_commit_without_a_day_is_judged_today(
    depot: Depot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written by a tool that writes no day; nobody can say when it was made."""
    monkeypatch.setattr(pipeline_run, "today", lambda _zone: TODAY)
    text = f"tree {depot.git('rev-parse', 'HEAD^{tree}')}\nauthor A <a@b>\ncommitter A <a@b>\n\nx\n"
    words = ("hash-object", "-t", "commit", "-w", "--literally", "--stdin")
    commit = depot.git(*words, given=text.encode())
    run = depot.ask(Question(rev=commit, on_its_day=True))
    assert run.as_of == TODAY


def test_tag_of_a_file_is_no_revision(depot: Depot) -> None:
    depot.git("tag", "tep", "HEAD:data/plan_07.yaml")
    with pytest.raises(WrongQuestion):
        at(depot, "tep")


def test_there_must_be_a_repository(depot: Depot, capsys: pytest.CaptureFixture[str]) -> None:
    """And with ``--no-git`` nobody asks it."""
    for words in (["check", "--no-git", "--rev", "HEAD"], ["check", "--no-git", "--rev=x"]):
        code, out, err = depot.command(capsys, *words)
        assert (code, out, err.count("\n")) == (2, "", 1)
    (depot.root / ".git").rename(depot.root / "git-cu")
    for words in (["status", "--rev", "HEAD"], ["diff", "HEAD"], ["check", "--since", "HEAD"]):
        code, out, err = depot.command(capsys, *words)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert "HEAD" in err


def test_revision_without_a_plan_is_refused(
    depot: Depot, capsys: pytest.CaptureFixture[str]
) -> None:
    """What it lacks is said as of any folder."""
    depot.git("rm", "-rq", "--cached", "data")
    depot.git("commit", "-q", "-m", "Bỏ")
    bare = depot.git("rev-parse", "HEAD")
    depot.commit("2022-03-01")
    code, out, err = depot.command(capsys, "status", "--rev", bare)
    assert (code, out) == (2, "")
    assert "KH110" in err


# Laws


def _tell(depot: Depot, dice: Random, day: date, *, only_add: bool) -> Contents:
    """Return what one commit changes; ``only_add``: nothing that was said is altered."""
    who, year = dice.choice((STC, SNV, STP)), dice.choice((2022, 2023))
    name = f"submissions/{who}/{year}.yaml"
    there = (depot.data / name).exists()
    task = dice.choice(("in_progress", "done")) if who == STC else ""
    new: Contents = filed(who, year, name=str(year), dated=day.isoformat(), task=task)
    document = f"document: {{number: {day:%j}/QĐ, date: {day}}}"
    extension = f'extensions item: "1", period: {year}, due: {year}-12-20, {document}'
    if only_add:
        paper = not there and not (depot.data / "receipts.yaml").exists() and dice.random() < 0.2
        book = f'  - {{agency: {who}, item: "1", period: {year}, received: {day}}}\n'
        decided = (depot.data / "decisions.yaml").exists()
        if paper:
            return {"receipts.yaml": f"schema: kehoach/receipts@1\nreceipts:\n{book}"}
        if not decided and dice.random() < 0.2:
            return decisions(extension)
        return {} if there else new
    if there and dice.random() < 0.4:
        return {name: None}
    rare: list[Contents] = [
        {"plan_07.yaml": edited(PLAN, "12-02", dice.choice(("12-02", "11-20")))},
        decisions(extension),
        {name: "{"},
        {f"submissions/{STP}/{dice.randrange(3)}.yaml": sent_elsewhere(who, year)},
    ]
    return dice.choice(rare) if dice.random() < 0.3 else new


def sent_elsewhere(who: str, year: int) -> str:
    """Return a file of one agency, to be laid in another's folder or in its own."""
    return next(iter(filed(who, year).values()))


def _history(depot: Depot, dice: Random, *, only_add: bool) -> Iterator[tuple[str, date, bool]]:
    """Commit at random; yield each commit, its day, and whether it lies on the main line."""
    day, branch = date(2022, 9, 1), False
    for number in range(7):
        day += DAY * dice.randrange(1 if only_add else 0, 60)
        if branch and dice.random() < 0.5:
            depot.switch("main")
            depot.git("merge", "-q", "--no-ff", "-X", "theirs", "-m", "Nhập", "nhanh", at=str(day))
            depot.git("branch", "-q", "-D", "nhanh")
            branch = False
            yield depot.git("rev-parse", "HEAD"), day, True
            continue
        if not branch and dice.random() < 0.3:
            depot.branch("nhanh")
            branch = True
        files = _tell(depot, dice, day, only_add=only_add)
        yield depot.commit(str(day), files, f"Lần {number}"), day, not branch
    if branch:
        depot.switch("main")


def _found(run: Run) -> list[tuple[object, ...]]:
    """Return what was found wrong, but for the day of the run itself."""
    return sorted(
        (each.rule.code, each.place.file, str(each.place.route), each.message("en"))
        for each in run.wrong
    )


@pytest.mark.parametrize("seed", range(20))
def test_law_rev_gives_what_was_computed_then(
    depot: Depot, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """``--rev`` at the day of a past commit: what the program said there and on that day.

    Reports come, change, vanish, break, lie in the wrong folder; plan and decisions are altered;
    branches are merged.
    """
    then = {}
    for commit, day, _ in _history(depot, Random(seed), only_add=False):  # noqa: S311
        monkeypatch.setattr(pipeline_run, "today", lambda _zone, day=day: day)
        run = depot.ask()
        then[commit] = day, verdicts(run), _found(run)
    monkeypatch.setattr(pipeline_run, "today", lambda _zone: date(2026, 1, 1))
    for commit, (day, said, found) in then.items():
        run = at(depot, commit, day)
        assert verdicts(run) == said
        assert _found(run) == found


@pytest.mark.parametrize("seed", range(20))
def test_law_as_of_alone_where_nothing_was_removed_or_altered(
    depot: Depot, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Today's files, judged at a past day: the same as the main line's were on that day.

    Only the file in which the same is said may be another one, that came since.
    """
    then = {}
    for _, day, main in _history(depot, Random(seed), only_add=True):  # noqa: S311
        if main:
            monkeypatch.setattr(pipeline_run, "today", lambda _zone, day=day: day)
            then[day] = [each[:-1] for each in verdicts(depot.ask())]
    monkeypatch.setattr(pipeline_run, "today", lambda _zone: date(2026, 1, 1))
    for day, said in then.items():
        run = depot.ask(Question(day, history=True))
        assert [each[:-1] for each in verdicts(run)] == said


def test_a_later_file_lends_its_number_to_no_earlier_day(depot: Depot) -> None:
    """Two fields were asked for; the second came in September: in March the task was not done."""
    plan = edited(
        PLAN,
        "    deadline: {within: 2022}",
        "    quota: [{at_least: 2}]\n    deadline: {within: 2022}",
    )

    def said(number: int, quantity: int, day: str) -> str:
        return (
            f'schema: kehoach/submission@1\nplan: "07"\nagency: {STC}\n'
            f"document: {{number: {number}/BC, date: {day}}}\n"
            f'tasks: [{{item: "2", status: done, completed: {day}, quantity: {quantity}}}]\n'
        )

    depot.commit("2022-02-01", {"plan_07.yaml": plan})
    depot.commit("2022-03-01", {f"submissions/{STC}/a.yaml": said(1, 1, "2022-03-01")})
    depot.commit("2022-09-01", {f"submissions/{STC}/b.yaml": said(2, 3, "2022-03-01")})

    def status(day: str) -> str:
        run = depot.ask(Question(date.fromisoformat(day), items=("2",)))
        return run.assessments[0].status.value

    assert status("2022-03-02") == "in_term"
    assert status("2022-09-01") == "done_on_time"
