"""When the main line first held each report: commits, merges, foxtrots and roots, by docs/en/receipts.md.

Every history is judged with the machine's clock zone set to UTC, Vietnam's and California's. The
days expected are read off the history's own commits, by design's section "When was it received".
"""

from datetime import date
from pathlib import Path

import pytest

from builders import a_key
from run.histories import Office
from run.received import SNV, STC, STP

# The main line


def test_commit(office: Office) -> None:
    """A report came on the day of the commit that brought it to the main line."""
    office.commit("2022-11-30", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_merge_dates_what_it_brings(office: Office) -> None:
    office.branch("stc")
    office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.merge("2022-12-05", "stc")
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


def test_the_branch_day_of_a_late_merge_is_known(office: Office) -> None:
    """``explain`` shows it, and the office can enter the true arrival in the book."""
    office.branch("stc")
    sent = office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.merge("2022-12-05", "stc")
    found = office.history().on_branch(a_key("07", "1", STC, "2022"), done=True)
    assert found is not None
    assert (found.day, found.commit) == (date(2022, 11, 30), sent)


def test_squash_is_judged_as_a_merge(office: Office) -> None:
    office.branch("stc")
    office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.git("merge", "-q", "--squash", "stc")
    office.commit("2022-12-05")
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


def test_rebase_is_judged_as_a_merge(office: Office) -> None:
    """A rebase keeps the author's day; the committer's is that of the rebase."""
    office.branch("stc")
    office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.commit("2022-12-01", office.file(SNV, 2022))
    office.switch("stc")
    office.git("rebase", "-q", "main", at="2022-12-05")
    office.switch("main")
    office.merge("2022-12-05", "stc", how="--ff-only")
    assert office.received() == {
        f"{STC} 2022": "2022-12-05 git",
        f"{SNV} 2022": "2022-12-01 git",
    }


def test_fast_forward_keeps_the_commits_own_days(office: Office) -> None:
    """Without a merge commit the branch's commits are the main line's own."""
    office.branch("stc")
    office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.merge("2022-12-05", "stc", how="--ff-only")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_cherry_pick(office: Office) -> None:
    office.branch("stc")
    picked = office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.git("cherry-pick", picked, at="2022-12-05")
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


def test_cherry_pick_before_the_merge(office: Office) -> None:
    """The first day on the main line counts; the merge brings nothing new."""
    office.branch("stc")
    picked = office.commit("2022-11-28", office.file(STC, 2022))
    office.switch("main")
    office.git("cherry-pick", picked, at="2022-11-30")
    office.merge("2022-12-05", "stc")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_octopus_dates_all_that_it_brings(office: Office) -> None:
    for branch, agency, day in (("a", STC, "2022-11-28"), ("b", SNV, "2022-11-29")):
        office.branch(branch, "main")
        office.commit(day, office.file(agency, 2022))
    office.switch("main")
    office.merge("2022-12-05", "a", "b")
    assert office.received() == {
        f"{STC} 2022": "2022-12-05 git",
        f"{SNV} 2022": "2022-12-05 git",
    }


def test_evil_merge(office: Office) -> None:
    """What a merge commit adds by itself came with it."""
    office.branch("stc")
    office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.git("merge", "-q", "--no-ff", "--no-commit", "stc")
    office.commit("2022-12-05", office.file(SNV, 2022))
    assert office.received() == {
        f"{STC} 2022": "2022-12-05 git",
        f"{SNV} 2022": "2022-12-05 git",
    }


def test_merge_that_drops_a_report_has_not_received_it(office: Office) -> None:
    """``-s ours`` merges the branch's history, not its files; filed again later it comes then."""
    office.branch("stc")
    office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.git("merge", "-q", "-s", "ours", "--no-ff", "-m", "Nhập", "stc", at="2022-12-01")
    office.commit("2022-12-05", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


def test_merge_of_a_merge(office: Office) -> None:
    """A branch that pulled main before the office merged it is still dated by the office's merge."""
    office.branch("stc")
    office.commit("2022-11-29", office.file(STC, 2022))
    office.switch("main")
    office.commit("2022-11-30", office.file(SNV, 2022))
    office.switch("stc")
    office.merge("2022-12-01", "main", message="Merge branch 'main' into stc")
    office.switch("main")
    office.merge("2022-12-05", "stc")
    assert office.received() == {
        f"{STC} 2022": "2022-12-05 git",
        f"{SNV} 2022": "2022-11-30 git",
    }
    assert office.history().timeline.foxtrots == ()


# Foxtrots


def _foxtrot(office: Office, message: str) -> None:
    """Let the agency work on its own main line, pull the office's and push the result."""
    office.branch("cua-stc")
    office.commit("2022-11-29", office.file(STC, 2022))
    office.switch("main")
    office.commit("2022-11-30", office.file(SNV, 2022))
    office.branch("nhap", "main")
    office.commit("2022-11-20", office.file(STP, 2022))
    office.switch("main")
    office.merge("2022-12-01", "nhap")
    office.switch("cua-stc")
    office.merge("2022-12-05", "main", message=message)
    office.switch("main")
    office.merge("2022-12-05", "cua-stc", how="--ff-only")


@pytest.mark.parametrize(
    "message",
    [
        "Merge branch 'main' of https://git.example.vn/du-lieu",
        "Merge branch 'main' into cua-stc",
        "Merge remote-tracking branch 'origin/main'",
        "Merge remote-tracking branch 'refs/remotes/origin/main' into cua-stc",
        "Merge branches 'main' and 'khac' into cua-stc",
    ],
)
def test_foxtrot_keeps_older_dates(office: Office, message: str) -> None:
    """The agency's own, and everybody else's; merges on the true main line date as ever."""
    _foxtrot(office, message)
    assert office.received() == {
        f"{STC} 2022": "2022-11-29 git",
        f"{SNV} 2022": "2022-11-30 git",
        f"{STP} 2022": "2022-12-01 git",
    }
    assert [each.subject for each in office.history().timeline.foxtrots] == [message]


@pytest.mark.parametrize(
    "message",
    [
        "Merge branch 'stc'",
        "Merge branch 'stc' into main",
        "Merge branch 'so-tai-chinh/main'",
        "Merge remote-tracking branch 'so-tai-chinh/main'",
        "Merge pull request #7 from so-tai-chinh/main",
        "Merge branch 'main-2022' of https://git.example.vn/stc",
        "Merge commit 'main'",
        "Nhập nhánh 'main'",
    ],
)
def test_a_merge_into_the_main_line_is_no_foxtrot(office: Office, message: str) -> None:
    office.branch("stc")
    office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.commit("2022-12-01", office.file(SNV, 2022))
    office.merge("2022-12-05", "stc", message=message)
    assert office.received()[f"{STC} 2022"] == "2022-12-05 git"
    assert office.history().timeline.foxtrots == ()


def test_a_real_pull_is_known_as_a_foxtrot(office: Office) -> None:
    """Git's own message of ``git pull``, not one that the test wrote."""
    agency = office.clone("stc")
    agency.commit("2022-11-29", agency.file(STC, 2022))
    office.commit("2022-11-30", office.file(SNV, 2022))
    agency.git("pull", "-q", "--no-rebase", at="2022-12-05")
    assert len(agency.history().timeline.foxtrots) == 1
    assert agency.received() == {
        f"{STC} 2022": "2022-11-29 git",
        f"{SNV} 2022": "2022-11-30 git",
    }


def test_a_foxtrot_of_a_main_branch_with_another_name(office: Office) -> None:
    """Pulling a branch into itself says so, whatever its name and even with HEAD detached."""
    office.git("branch", "-m", "main", "chinh")
    agency = office.clone("stc")
    agency.commit("2022-11-29", agency.file(STC, 2022))
    office.commit("2022-11-30", office.file(SNV, 2022))
    agency.git("pull", "-q", "--no-rebase", at="2022-12-05")
    agency.git("checkout", "-q", "--detach")
    assert agency.received()[f"{SNV} 2022"] == "2022-11-30 git"


# Roots and rewriting


def test_orphan_root_merged_later(office: Office) -> None:
    """A branch without ancestors in common came with the merge that joined it."""
    office.git("checkout", "-q", "--orphan", "moi")
    office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.git(
        "merge",
        "-q",
        "--no-ff",
        "--allow-unrelated-histories",
        "-m",
        "Nhập",
        "moi",
        at="2022-12-05",
    )
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


def test_orphan_root_as_main_line(office: Office) -> None:
    """A main line that began anew dates all by its own root: the old one is no ancestor."""
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("checkout", "-q", "--orphan", "moi")
    office.commit("2022-12-05")
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


def test_unrelated_history_brought_in(office: Office, tmp_path: Path) -> None:
    agency = Office(tmp_path / "khac")
    agency.commit("2022-11-30", agency.file(SNV, 2022))
    office.commit("2022-12-01", office.file(STC, 2022))
    office.git("fetch", "-q", agency.root.as_uri(), "main")
    office.git(
        "merge", "-q", "--allow-unrelated-histories", "-m", "Nhập", "FETCH_HEAD", at="2022-12-05"
    )
    assert office.received() == {
        f"{STC} 2022": "2022-12-01 git",
        f"{SNV} 2022": "2022-12-05 git",
    }


def test_report_in_the_root_commit(tmp_path: Path) -> None:
    office = Office(tmp_path / "kho", empty=True)
    office.commit("2022-11-30", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_reverted_report_is_missing(office: Office) -> None:
    """What came and is gone counts as missing; the history still knows it."""
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("revert", "--no-edit", "HEAD", at="2022-12-01")
    assert office.received() == {}
    assert office.history().first(a_key("07", "1", STC, "2022"), done=True) is not None


def test_revert_of_the_revert_keeps_the_first_day(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("revert", "--no-edit", "HEAD", at="2022-12-01")
    office.git("revert", "--no-edit", "HEAD", at="2022-12-20")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_reverted_merge_and_its_revert_keep_the_first_day(office: Office) -> None:
    office.branch("stc")
    office.commit("2022-11-20", office.file(STC, 2022))
    office.switch("main")
    office.merge("2022-11-30", "stc")
    office.git("revert", "--no-edit", "-m", "1", "HEAD", at="2022-12-01")
    office.git("revert", "--no-edit", "HEAD", at="2022-12-20")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_amended_commit_is_dated_by_the_amendment(office: Office) -> None:
    """``commit --amend`` makes another commit; the one it replaced is on no line."""
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("commit", "-q", "--amend", "--no-edit", at="2022-12-05")
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


def test_author_dates_prove_nothing(office: Office) -> None:
    office.write(office.file(STC, 2022))
    office.git("add", "-A")
    office.git("commit", "-q", "-m", "Lùi ngày", "--date", "2022-01-01T10:00:00", at="2022-12-05")
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}
