"""Work trees that do not show what is checked out, and repositories whose HEAD leads nowhere.

Everything is read rightly, or refused with exit code 2 and its remedy.
"""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kehoach.reading.repositories.git import failed
from kehoach.run import Question
from run.repositories import SNV, STC, TODAY, Depot, filed, sent, state

Told = pytest.CaptureFixture[str]
IN_TIME, LATE = "2022-11-20", "2022-12-20"
STC_FILE = f"data/submissions/{STC}/bc.yaml"


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    """Two agencies have reported: stc late, snv in time."""
    found = Depot(tmp_path / "kho")
    found.commit(IN_TIME, filed(SNV, 2022))
    found.commit(LATE, filed(STC, 2022))
    return found


def _refused(depot: Depot, capsys: Told, remedy: str) -> None:
    for command in ("status", "check"):
        code, out, err = depot.command(capsys, command, "--as-of", "2023-06-15")
        assert (code, out) == (2, ""), (command, out)
        assert remedy in err
        assert "Traceback" not in err


def _as_committed(depot: Depot) -> None:
    """Both reports stand as they came."""
    run = depot.ask(Question(TODAY, history=True))
    assert state(run, "1", STC, "2022") == "done_late"
    assert state(run, "1", SNV, "2022") == "done_on_time"


# Sparse checkouts


def _no_cone(depot: Depot) -> None:
    patterns = "/*", "!/data/submissions/", f"/data/submissions/{SNV}/"
    depot.git("sparse-checkout", "set", "--no-cone", *patterns)


def _cone(depot: Depot) -> None:
    depot.git("sparse-checkout", "set", "--cone", f"data/submissions/{SNV}")


def _sparse_index(depot: Depot) -> None:
    depot.git("sparse-checkout", "set", "--cone", "--sparse-index", f"data/submissions/{SNV}")


def _without_plan(depot: Depot) -> None:
    depot.git("sparse-checkout", "set", "--no-cone", "/*", "!/data/plan_07.yaml")


def _by_hand(depot: Depot) -> None:
    depot.git("update-index", "--skip-worktree", STC_FILE)
    (depot.root / STC_FILE).unlink()


def _assumed(depot: Depot) -> None:
    depot.git("update-index", "--assume-unchanged", STC_FILE)
    (depot.root / STC_FILE).unlink()


def _both(depot: Depot) -> None:
    depot.git("update-index", "--skip-worktree", STC_FILE)
    _assumed(depot)


HIDING = (_no_cone, _cone, _sparse_index, _without_plan, _by_hand, _assumed, _both)


@pytest.mark.parametrize("hide", HIDING)
def test_a_hidden_file_is_refused(
    depot: Depot, capsys: Told, hide: Callable[[Depot], None]
) -> None:
    """What git was told to leave out was not withdrawn; the objects can still be read."""
    hide(depot)
    if hide is _without_plan:  # beside another plan, so that the folder is still found
        depot.write({"plan_08.yaml": (depot.data / "agencies.yaml").read_text(encoding="utf-8")})
    _refused(depot, capsys, "--rev HEAD")
    if hide is not _without_plan:
        run = depot.ask(Question(TODAY, rev="HEAD"))
        assert state(run, "1", STC, "2022") == "done_late"


def test_what_a_sparse_checkout_leaves_out_elsewhere_does_not_matter(depot: Depot) -> None:
    depot.write({"khac/a.txt": "a", "x.pdf": "pdf"}, folder=depot.root)
    depot.commit("2022-12-21", {"phu-luc.pdf": "pdf", f"submissions/{STC}/anh.jpg": "jpg"})
    depot.git("sparse-checkout", "set", "--no-cone", "/*", "!/khac/", "!*.pdf", "!*.jpg")
    _as_committed(depot)


def test_a_file_that_stands_in_spite_of_its_bit_is_read(depot: Depot) -> None:
    depot.git("update-index", "--skip-worktree", STC_FILE)
    _as_committed(depot)


def test_a_deleted_file_is_no_hidden_one(depot: Depot) -> None:
    (depot.root / STC_FILE).unlink()
    run = depot.ask(Question(TODAY))
    assert state(run, "1", STC, "2022") == "overdue"


# Filters: what stands on the disk is not what the commit holds


def _checked_out_anew(depot: Depot, attributes: str, *setup: tuple[str, str]) -> None:
    """Check out stc's file once more, by these attributes and this configuration."""
    (depot.root / ".git" / "info").mkdir(exist_ok=True)
    (depot.root / ".git" / "info" / "attributes").write_text(attributes, encoding="utf-8")
    for name, value in setup:
        depot.git("config", name, value)
    (depot.root / STC_FILE).unlink()
    depot.git("checkout", "-q", "--", ".")


def test_a_filter_that_makes_other_words_is_refused(depot: Depot, capsys: Told) -> None:
    smudge = ("filter.nam.smudge", "sed s/2022/2021/"), ("filter.nam.clean", "sed s/2021/2022/")
    _checked_out_anew(depot, "*.yaml filter=nam\n", *smudge)
    _refused(depot, capsys, "filter=nam")
    run = depot.ask(Question(TODAY, rev="HEAD"))
    assert state(run, "1", STC, "2022") == "done_late"


def test_a_filter_as_git_lfs_has_it_is_refused(depot: Depot, capsys: Told) -> None:
    """The commit holds a pointer, the disk the text."""
    store = depot.root.parent / "lfs"
    shutil.copy(depot.root / STC_FILE, store)
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"
    depot.commit("2022-12-21", {f"submissions/{STC}/bc.yaml": pointer})
    smudge = ("filter.lfs.smudge", f"cat >/dev/null; cat {store}"), ("filter.lfs.required", "true")
    _checked_out_anew(depot, f"{STC_FILE} filter=lfs\n", *smudge)
    _refused(depot, capsys, "filter=lfs")


def test_an_encoding_of_the_work_tree_is_refused(depot: Depot, capsys: Told) -> None:
    _checked_out_anew(depot, f"{STC_FILE} working-tree-encoding=UTF-16\n")
    _refused(depot, capsys, "working-tree-encoding=UTF-16")


def test_an_ident_that_fills_in_words_is_refused(depot: Depot, capsys: Told) -> None:
    text = sent(STC, 2022) + "note: $Id$\n"
    depot.commit("2022-12-21", {f"submissions/{STC}/bc.yaml": text})
    _checked_out_anew(depot, "*.yaml ident\n")
    _refused(depot, capsys, "ident")


def test_an_ident_that_has_nothing_to_fill_in_hides_no_edit(depot: Depot) -> None:
    """What was typed and is not committed yet is read: git has put no word of its own there."""
    depot.commit("2022-12-21", {f"submissions/{STC}/bc.yaml": sent(STC, 2022)})
    _checked_out_anew(depot, "*.yaml ident\n")
    edit = sent(STC, 2022) + "note: Thêm\n"
    (depot.data / "submissions" / STC / "bc.yaml").write_text(edit, encoding="utf-8")
    assert "Thêm" in {each.submission.note for each in depot.ask().workspace.filings}


@pytest.mark.parametrize(
    ("attributes", "setup"),
    [
        ("*.yaml text eol=crlf\n", ()),
        ("*.yaml text=auto\n", (("core.autocrlf", "true"),)),
        ("*.yaml ident\n", ()),
        ("*.yaml filter=khong-co\n", ()),
        ("*.yaml -filter\n", (("filter.nam.smudge", "false"),)),
        ("*.pdf filter=nam\n", (("filter.nam.smudge", "false"),)),
        ("*.yaml filter=nam\n", (("filter.nam.smudge", "cat"), ("filter.nam.clean", "cat"))),
    ],
)
def test_an_attribute_that_changes_no_word_does_not_matter(
    depot: Depot, attributes: str, setup: tuple[tuple[str, str], ...]
) -> None:
    _checked_out_anew(depot, attributes, *setup)
    _as_committed(depot)


# HEAD


def _in_git(depot: Depot, name: str, content: str) -> None:
    (depot.root / ".git" / name).write_text(content, encoding="ascii")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("refs/heads/main", ""),
        ("refs/heads/main", "\n"),
        ("refs/heads/main", "r"),
        ("refs/heads/main", "1" * 40 + "\n"),
        ("refs/heads/main", "1" * 39),
        ("HEAD", "1" * 40 + "\n"),
        ("HEAD", "ref: refs/heads/../../x\n"),
        ("HEAD", "ref: refs/khac/x\n"),
        ("HEAD", "ref: \n"),
        ("HEAD", ""),
    ],
)
def test_a_head_that_leads_nowhere_is_refused(
    depot: Depot, capsys: Told, name: str, content: str
) -> None:
    _in_git(depot, name, content)
    _refused(depot, capsys, "--no-git")


def test_a_lost_commit_among_packed_refs_is_refused(depot: Depot, capsys: Told) -> None:
    depot.git("pack-refs", "--all")
    lost = (depot.root / ".git" / "packed-refs").read_text(encoding="ascii")
    head = depot.git("rev-parse", "HEAD")
    _in_git(depot, "packed-refs", lost.replace(head, "1" * 40))
    _refused(depot, capsys, "--no-git")


def test_a_shared_clone_whose_source_is_gone_is_refused(depot: Depot, capsys: Told) -> None:
    depot.git("clone", "-q", "--shared", str(depot.root), str(depot.root.parent / "ban-sao"))
    shutil.rmtree(depot.root)
    depot.root = depot.root.parent / "ban-sao"
    depot.data = depot.root / "data"
    _refused(depot, capsys, "--no-git")


@pytest.mark.parametrize("name", ["moi", "nhanh/moi", "main/x"])
def test_a_branch_without_a_ref_is_unborn(depot: Depot, name: str) -> None:
    """Nothing is committed on it: everything is received on the day of the run."""
    if name == "main/x":
        depot.git("branch", "-m", "main", "khac")
    depot.git("symbolic-ref", "HEAD", f"refs/heads/{name}")
    claims = depot.ask(Question(TODAY)).reports[0].claims
    assert {each.receipt and each.receipt.source.value for each in claims} == {"uncommitted"}


def test_an_unborn_branch_above_others(depot: Depot) -> None:
    """A folder of branches is no broken branch."""
    depot.git("branch", "-m", "main", "nam/2022")
    depot.git("symbolic-ref", "HEAD", "refs/heads/nam")
    claims = depot.ask(Question(TODAY)).reports[0].claims
    assert {each.receipt and each.receipt.source.value for each in claims} == {"uncommitted"}


def test_gits_own_error_is_shown_whole(depot: Depot, capsys: Told) -> None:
    """From its first word to its last, however long, and nothing of what was asked of git besides."""
    for blob in (depot.root / ".git" / "objects").glob("??/*"):
        if depot.git("cat-file", "-t", blob.parent.name + blob.name) == "tree":
            blob.unlink()
    code, _, err = depot.command(capsys, "status")
    assert code == 2
    assert "graft" not in err
    long = " ".join(f"dong-{number}" for number in range(200))
    assert long in failed(long).text.vi


# The environment


@pytest.fixture
def elsewhere(tmp_path: Path) -> Depot:
    """Another repository, in which stc was in time."""
    found = Depot(tmp_path / "noi-khac")
    found.commit(IN_TIME, filed(STC, 2022))
    return found


@pytest.mark.parametrize(
    "name",
    ["GIT_DIR", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_INDEX_FILE", "GIT_NAMESPACE",
     "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CEILING_DIRECTORIES", "GIT_WORK_TREE", "GIT_PREFIX"],
)  # fmt: skip
def test_a_place_in_the_environment_moves_no_verdict(
    depot: Depot, elsewhere: Depot, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(elsewhere.root)
    for value in (elsewhere.root / ".git", elsewhere.root, depot.root, depot.root.parent):
        monkeypatch.setenv(name, str(value))
        if name != "GIT_WORK_TREE" or not depot.data.is_relative_to(value):
            _as_committed(depot)


def test_a_ceiling_does_not_hide_the_repository(
    depot: Depot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (depot.data, depot.root, depot.root.parent):
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder))
        _as_committed(depot)


@pytest.mark.parametrize("inside", [".", "data"])
@pytest.mark.parametrize("given", [".git", "absolute"])
def test_in_a_hook_of_this_repository_all_is_as_before(
    depot: Depot, monkeypatch: pytest.MonkeyPatch, inside: str, given: str
) -> None:
    """Be it one that went into a folder, where what it was told leads nowhere."""
    monkeypatch.chdir(depot.root / inside)
    monkeypatch.setenv("GIT_DIR", given if given == ".git" else str(depot.root / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    _as_committed(depot)


def test_in_a_hook_of_a_worktree(depot: Depot, monkeypatch: pytest.MonkeyPatch) -> None:
    depot.git("worktree", "add", "-q", "../ban", "HEAD")
    monkeypatch.setenv("GIT_DIR", str(depot.root / ".git" / "worktrees" / "ban"))
    depot.root = depot.root.parent / "ban"
    depot.data = depot.root / "data"
    monkeypatch.chdir(depot.root)
    _as_committed(depot)


@pytest.mark.parametrize("tree", [True, False])
def test_another_repository_that_claims_the_folder_is_refused(
    depot: Depot, elsewhere: Depot, capsys: Told, monkeypatch: pytest.MonkeyPatch, *, tree: bool
) -> None:
    """Git itself would take the folder for that one's."""
    monkeypatch.chdir(depot.root)
    monkeypatch.setenv("GIT_DIR", str(elsewhere.root / ".git"))
    if tree:
        monkeypatch.setenv("GIT_WORK_TREE", str(depot.root))
    _refused(depot, capsys, "GIT_DIR")


def test_a_repository_that_only_the_environment_knows_is_refused(
    depot: Depot, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A deployment without a ``.git`` of its own: never by declared dates in silence."""
    (depot.root / ".git").rename(depot.root.parent / "kho.git")
    monkeypatch.setenv("GIT_DIR", str(depot.root.parent / "kho.git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(depot.root))
    _refused(depot, capsys, "--no-git")
    code, out, _ = depot.command(capsys, "status", "--no-git", "--as-of", "2023-06-15")
    assert code == 0
    assert out


# Links, and another spelling


@pytest.mark.parametrize(
    "what", ["submissions", f"submissions/{STC}", f"submissions/{STC}/bc.yaml"]
)
def test_what_a_link_leads_to_was_not_committed_here(depot: Depot, what: str) -> None:
    """Neither a file, nor a folder, nor all of submissions is dated by what it links to."""
    kept = depot.data / "kho" / what
    kept.parent.mkdir(parents=True)
    (depot.data / what).rename(kept)
    (depot.data / what).symlink_to(kept, target_is_directory=kept.is_dir())
    depot.commit("2022-12-21")
    run = depot.ask(Question(TODAY))
    days = [each.receipt and each.receipt.day for each in run.reports[0].claims]
    assert all(day in (TODAY, date(2022, 12, 20), date(2022, 11, 20)) for day in days)
    assert state(run, "1", STC, "2022") in ("overdue", "done_late")


def test_another_spelling_of_submissions_dates_nothing(depot: Depot) -> None:
    """Be the disk one that tells capitals apart or not; brought to the right one it has come."""
    year = depot.commit("2023-02-01", {f"Submissions/{STC}/bc.yaml": sent(STC, 2023)})
    run = depot.ask(Question(TODAY, rev=year))
    assert state(run, "1", STC, "2023") == state(depot.ask(), "1", STC, "2023") == "in_term"
    depot.git("rm", "-rq", "--cached", f"data/Submissions/{STC}/bc.yaml")
    shutil.rmtree(depot.data / "Submissions")
    depot.commit("2023-02-20", {f"submissions/{STC}/bc-2023.yaml": sent(STC, 2023)})
    (claim,) = (each for each in depot.ask().reports[0].claims if each.key.period == "2023")
    assert claim.receipt is not None
    assert claim.receipt.day == date(2023, 2, 20)
