"""What must not date a report, and what must be refused: each with a repository of its own.

Item 1 is a yearly report due on 1 December 2022; so-tai-chinh's own file comes on 20 December: late.
"""

import shutil
from collections.abc import Callable

import pytest

from run.repositories import SNV, STC, Depot, codes, filed, sent, state, verdicts

Told = pytest.CaptureFixture[str]
LATE, TIME = "2022-12-20", "2022-11-20"
STRAY = f"submissions/{SNV}/nham.yaml"


def _stays(depot: Depot) -> None:
    depot.commit(TIME, {STRAY: sent(STC, 2022)})
    depot.commit(LATE, filed(STC, 2022))


def _deleted(depot: Depot) -> None:
    depot.commit(TIME, {STRAY: sent(STC, 2022)})
    depot.commit("2022-11-25", {STRAY: None})
    depot.commit(LATE, filed(STC, 2022))


def _deleted_as_it_comes(depot: Depot) -> None:
    """Not the same text: nothing was moved."""
    depot.commit(TIME, {STRAY: sent(STC, 2021, 2022)})
    depot.commit(LATE, {STRAY: None, **filed(STC, 2023)})
    depot.commit("2022-12-21", filed(STC, 2022))


def _copied_then_deleted(depot: Depot) -> None:
    depot.commit(TIME, {STRAY: sent(STC, 2022)})
    depot.commit(LATE, filed(STC, 2022))
    depot.commit("2022-12-21", {STRAY: None})


def _in_a_file_that_cannot_be_read(depot: Depot) -> None:
    depot.commit(TIME, {f"submissions/{STC}/bc.yaml": sent(STC, 2022) + "la: 1\n"})
    depot.commit(LATE, filed(STC, 2022))


def _as_a_draft(depot: Depot) -> None:
    depot.commit(TIME, {f"submissions/{STC}/bc.yaml": sent(STC, 2022) + "draft: true\n"})
    depot.commit(LATE, filed(STC, 2022))


def _outside_submissions(depot: Depot) -> None:
    depot.commit(TIME, {f"bao-cao/{STC}/bc.yaml": sent(STC, 2022)})
    depot.commit(LATE, filed(STC, 2022))


def _in_another_spelling(depot: Depot) -> None:
    depot.commit(TIME, {f"Submissions/{STC}/bc.yaml": sent(STC, 2022)})
    depot.commit(LATE, filed(STC, 2022))


def _on_a_branch_merged_late(depot: Depot) -> None:
    depot.branch("bc")
    depot.commit(TIME, filed(STC, 2022))
    depot.switch("main")
    depot.merge(LATE, "bc")


def _another_period(depot: Depot) -> None:
    depot.commit(TIME, filed(STC, 2023))
    depot.commit(LATE, filed(STC, 2022))


NOTHING: tuple[Callable[[Depot], None], ...] = (
    _stays, _deleted, _deleted_as_it_comes, _copied_then_deleted, _in_a_file_that_cannot_be_read,
    _as_a_draft, _outside_submissions, _in_another_spelling, _on_a_branch_merged_late,
    _another_period,
)  # fmt: skip


@pytest.mark.parametrize("tell", NOTHING)
def test_it_dates_nothing(depot: Depot, tell: Callable[[Depot], None]) -> None:
    tell(depot)
    assert state(depot.ask(), "1", STC, "2022") == "done_late"


@pytest.mark.parametrize("tell", [_stays, _deleted, _copied_then_deleted])
def test_nor_is_its_sender_blamed_for_it(depot: Depot, tell: Callable[[Depot], None]) -> None:
    """The file in its own folder came on one day, and nothing of it was rewritten."""
    tell(depot)
    assert "KH503" not in codes(depot.ask())


def test_moved_in_one_commit_it_keeps_its_day(depot: Depot) -> None:
    depot.commit(TIME, {STRAY: sent(STC, 2022)})
    depot.commit(LATE, {STRAY: None, **filed(STC, 2022)})
    assert state(depot.ask(), "1", STC, "2022") == "done_on_time"


def test_one_commit_has_one_verdict(depot: Depot) -> None:
    """On a branch of any name, detached, with remotes and their idea of a main branch."""
    depot.branch("stc")
    depot.commit(TIME, filed(STC, 2022))
    depot.switch("main")
    depot.commit("2022-11-25", filed(SNV, 2022))
    depot.switch("stc")
    depot.git("merge", "-q", "--no-ff", "-m", "Merge branch 'main' into stc", "main", at=LATE)
    depot.git("branch", "-f", "main", "stc")
    depot.switch("main")
    expected = verdicts(depot.ask())
    for name in ("stc", "master", "trunk", "x/y"):
        depot.git("switch", "-q", "-C", name, "main")
        assert verdicts(depot.ask()) == expected, name
    depot.git("switch", "-q", "--detach", "main")
    assert verdicts(depot.ask()) == expected
    depot.git("update-ref", "refs/remotes/origin/stc", "HEAD")
    depot.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/stc")
    assert verdicts(depot.ask()) == expected


def _empty_ref(depot: Depot) -> None:
    (depot.root / ".git" / "refs" / "heads" / "main").write_bytes(b"")


def _lost_ref(depot: Depot) -> None:
    (depot.root / ".git" / "refs" / "heads" / "main").write_text("1" * 40 + "\n", encoding="ascii")


def _lost_head(depot: Depot) -> None:
    (depot.root / ".git" / "HEAD").write_text("1" * 40 + "\n", encoding="ascii")


def _no_head(depot: Depot) -> None:
    (depot.root / ".git" / "HEAD").unlink()


def _nonsense_in_head(depot: Depot) -> None:
    (depot.root / ".git" / "HEAD").write_text("ref: \n", encoding="ascii")


def _head_to_nowhere(depot: Depot) -> None:
    (depot.root / ".git" / "HEAD").write_text("ref: refs/heads/../../x\n", encoding="ascii")


def _no_objects(depot: Depot) -> None:
    shutil.rmtree(depot.root / ".git" / "objects")


def _broken_config(depot: Depot) -> None:
    (depot.root / ".git" / "config").write_text("[core\n", encoding="ascii")


def _no_index(depot: Depot) -> None:
    (depot.root / ".git" / "index").write_bytes(b"no index at all")


def _sparse(depot: Depot) -> None:
    depot.git("sparse-checkout", "set", "--no-cone", "/*", f"!/data/submissions/{STC}/")


def _sparse_cone(depot: Depot) -> None:
    depot.commit("2022-12-21", filed(SNV, 2022))
    depot.git("sparse-checkout", "set", "--cone", f"data/submissions/{SNV}")


def _skipped_by_hand(depot: Depot) -> None:
    depot.git("update-index", "--skip-worktree", f"data/submissions/{STC}/bc.yaml")
    (depot.data / "submissions" / STC / "bc.yaml").unlink()


REFUSED: tuple[Callable[[Depot], None], ...] = (
    _empty_ref, _lost_ref, _lost_head, _no_head, _nonsense_in_head, _head_to_nowhere, _no_objects,
    _broken_config, _no_index, _sparse, _sparse_cone, _skipped_by_hand,
)  # fmt: skip


@pytest.mark.parametrize("damage", REFUSED)
@pytest.mark.parametrize("command", ["status", "check"])
def test_it_is_refused(
    depot: Depot, capsys: Told, damage: Callable[[Depot], None], command: str
) -> None:
    """Read rightly or exit 2 with the remedy, never a silent fall to declared dates."""
    depot.commit(LATE, filed(STC, 2022))
    damage(depot)
    code, out, err = depot.command(capsys, command)
    assert (code, out) == (2, "")
    assert err.strip()
    assert "Traceback" not in err


def test_a_shared_clone_whose_source_is_gone_is_refused(depot: Depot, capsys: Told) -> None:
    depot.commit(LATE, filed(STC, 2022))
    copy = depot.root.parent / "ban-sao"
    depot.git("clone", "-q", "--shared", str(depot.root), str(copy))
    shutil.rmtree(depot.root)
    shared = Depot.__new__(Depot)
    shared.root, shared.data = copy, copy / "data"
    assert shared.command(capsys, "status")[0] == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GIT_DIR", "khac/.git"), ("GIT_DIR", "khong-co"), ("GIT_WORK_TREE", "khac"),
        ("GIT_CEILING_DIRECTORIES", "."), ("GIT_COMMON_DIR", "khac/.git"),
        ("GIT_OBJECT_DIRECTORY", "khac/.git/objects"), ("GIT_NAMESPACE", "x"),
        ("GIT_INDEX_FILE", "khac/.git/index"),
    ],
)  # fmt: skip
def test_an_environment_that_points_elsewhere(
    depot: Depot, capsys: Told, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """Read rightly, or exit 2: never by declared dates (the letter is dated 1 November)."""
    depot.commit(LATE, filed(STC, 2022))
    other = Depot(depot.root.parent / "khac")
    other.commit(TIME, filed(STC, 2022))
    monkeypatch.setenv(name, str(depot.root.parent / value))
    code, out, _ = depot.command(capsys, "status", "--as-of", "2023-06-15", "--format", "json")
    assert code in (0, 2)
    if code == 0:
        assert state(depot.ask(), "1", STC, "2022") == "done_late"
        assert '"received": "2022-12-20"' in out


def _smudged(depot: Depot) -> None:
    """Make what lies here differ from what the commit holds: a report of another year."""
    (depot.root / ".gitattributes").write_text("*.yaml filter=nam\n", encoding="ascii")
    depot.git("config", "filter.nam.smudge", "sed s/2022/2021/")
    depot.git("config", "filter.nam.clean", "sed s/2021/2022/")


def test_a_filter_dates_nothing_of_its_own(depot: Depot, capsys: Told) -> None:
    """A filter whose text is not what the commit holds: read rightly or exit 2."""
    _smudged(depot)
    depot.commit(LATE, filed(STC, 2022))
    shutil.rmtree(depot.data / "submissions")
    depot.git("checkout", "-q", ".")
    code, _, err = depot.command(capsys, "status", "--as-of", "2023-06-15")
    assert code == 2 or state(depot.ask(), "1", STC, "2022") == "done_late", err


@pytest.mark.parametrize("what", ["file", "folder", "submissions"])
def test_links_date_nothing_by_themselves(depot: Depot, what: str) -> None:
    """What a link points to was not committed with it."""
    target = depot.root / "noi-khac"
    target.mkdir()
    (target / "bc.yaml").write_text(sent(STC, 2022), encoding="utf-8")
    place = depot.data / "submissions"
    if what == "submissions":
        (target / STC).mkdir()
        shutil.move(target / "bc.yaml", target / STC / "bc.yaml")
        place.symlink_to(target)
    elif what == "folder":
        place.mkdir()
        (place / STC).symlink_to(target)
    else:
        (place / STC).mkdir(parents=True)
        (place / STC / "bc.yaml").symlink_to(target / "bc.yaml")
    depot.git("add", "data")
    depot.git("commit", "-q", "-m", "x", at=TIME)
    assert state(depot.ask(), "1", STC, "2022") != "done_on_time"


def test_a_folder_archived_and_begun_anew_in_one_commit(depot: Depot) -> None:
    """What went into the archive was moved there: the new folder is another beginning."""
    depot.commit(TIME, filed(STC, 2022))
    old = depot.data.rename(depot.root / "luu-tru")
    new = {name: (old / name).read_bytes() for name in ("plan_07.yaml", "agencies.yaml")}
    depot.data.mkdir()
    depot.commit("2022-12-05", new)
    depot.commit(LATE, filed(STC, 2022))
    assert state(depot.ask(), "1", STC, "2022") == "done_late"


def test_a_neighbours_folder_that_dissolves(depot: Depot) -> None:
    """Its registry is deleted, its reports are not ours."""
    names = ("plan_07.yaml", "agencies.yaml")
    theirs = {name: (depot.data / name).read_bytes() for name in names}
    near = depot.root / "huyen"
    depot.write(theirs, folder=near)
    depot.write(filed(STC, 2022), folder=near)
    depot.commit(TIME)
    shutil.rmtree(near)
    depot.commit("2022-12-05")
    depot.commit(LATE, filed(STC, 2022))
    assert state(depot.ask(), "1", STC, "2022") == "done_late"
