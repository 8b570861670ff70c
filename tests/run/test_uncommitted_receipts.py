"""What is not committed, or cannot be known: no repository, damaged, shallow, partial or bare ones."""

import re
from datetime import date
from pathlib import Path

import pytest

from kehoach.reading.folder import DataFolder
from kehoach.reading.repositories.git import GitTrouble
from kehoach.run import Question, answer
from run.histories import PLAN, REGISTRY, TODAY, Office, environment
from run.received import STC, command

# Not committed


def test_no_commits_yet(tmp_path: Path) -> None:
    """Not committed is received on the real day of the run."""
    office = Office(tmp_path / "kho", empty=True)
    office.write(office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2023-06-15 uncommitted"}


def test_untracked_file(office: Office) -> None:
    office.write(office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2023-06-15 uncommitted"}


def test_uncommitted_is_dated_by_the_run_and_never_by_as_of(office: Office) -> None:
    office.write(office.file(STC, 2022))
    run = office.run(as_of=date(2022, 12, 31))
    days = [claim.receipt.day for claim in run.reports[0].claims if claim.receipt]
    assert days == [TODAY]


def test_staged_file(office: Office) -> None:
    office.write(office.file(STC, 2022))
    office.git("add", "-A")
    assert office.received() == {f"{STC} 2022": "2023-06-15 uncommitted"}


def test_modified_file(office: Office) -> None:
    """What it said before keeps its day; what it says anew is not committed."""
    office.commit("2022-11-30", office.file(STC, 2022, task="in_progress"))
    office.write(office.file(STC, 2022, 2023, task="done"))
    assert office.received() == {
        f"{STC} 2022": "2022-11-30 git",
        f"{STC} 2023": "2023-06-15 uncommitted",
        f"{STC} việc": "2023-06-15 uncommitted",
    }


def test_moved_but_not_committed(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    old = office.data / f"submissions/{STC}/bc.yaml"
    old.rename(old.with_name("moi.yaml"))
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_ignored_file(office: Office) -> None:
    (office.root / ".gitignore").write_text("data/submissions/\n")
    office.commit("2022-11-30", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2023-06-15 uncommitted"}


def test_a_commit_on_another_branch_is_not_held(office: Office) -> None:
    office.branch("stc")
    office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.write(office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2023-06-15 uncommitted"}


# No git, or not enough of it


def test_no_repository(tmp_path: Path) -> None:
    office = Office(tmp_path / "kho", empty=True)
    office.write(office.file(STC, 2022))
    (office.root / ".git").rename(tmp_path / "cat-di")
    assert office.received() == {f"{STC} 2022": "2022-11-01 declared"}


def test_no_git_is_asked_for(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    assert office.received(git=False) == {f"{STC} 2022": "2022-11-01 declared"}


def test_a_repository_but_no_git_command(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    monkeypatch.chdir(office.root)
    monkeypatch.setenv("PATH", str(tmp_path / "trong"))
    for place in (office.root / "data", Path("data")):
        office.data = place
        with pytest.raises(GitTrouble, match="install git"):
            office.run()
    assert office.received(git=False) == {f"{STC} 2022": "2022-11-01 declared"}


def test_neither_repository_nor_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = Office(tmp_path / "kho", empty=True)
    office.write(office.file(STC, 2022))
    (office.root / ".git").rename(tmp_path / "cat-di")
    monkeypatch.setenv("PATH", str(tmp_path / "trong"))
    assert office.received() == {f"{STC} 2022": "2022-11-01 declared"}


def test_damaged_repository(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    (office.root / ".git/HEAD").write_text("hỏng\n")
    with pytest.raises(GitTrouble, match="--no-git"):
        office.run()


def test_lost_object(office: Office) -> None:
    """A version that cannot be read for want of its object is not passed over."""
    office.commit("2022-11-30", office.file(STC, 2022))
    blob = office.git("rev-parse", f"HEAD:data/submissions/{STC}/bc.yaml")
    office.commit("2022-12-05", office.file(STC, 2022, 2023))
    (office.root / f".git/objects/{blob[:2]}/{blob[2:]}").unlink()
    with pytest.raises(GitTrouble, match="missing"):
        office.run()


def test_shallow_clone_is_refused_with_its_remedy(office: Office) -> None:
    """Depth 1 would give every file the same wrong day, with exit code 0 (traps.md, Git)."""
    office.commit("2022-11-30", office.file(STC, 2022))
    copy = office.clone("nong", "--depth=1")
    done = command(copy)
    assert done.returncode == 2
    assert "git fetch --unshallow" in done.stderr
    assert "fetch-depth: 0" in done.stderr
    assert done.stdout == ""
    assert command(copy, "--no-git").returncode == 0
    copy.git("fetch", "-q", "--unshallow")
    assert copy.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_shallow_is_fine_where_the_book_dates_everything(office: Office) -> None:
    office.commit(
        "2022-11-30",
        {
            **office.file(STC, 2022),
            "receipts.yaml": "schema: kehoach/receipts@1\nreceipts:\n"
            f'  - {{agency: {STC}, item: "1", period: 2022, received: 2022-11-15}}\n',
        },
    )
    copy = office.clone("nong", "--depth=1")
    assert copy.received() == {f"{STC} 2022": "2022-11-15 registry"}
    # But what was withdrawn or amended nobody can see there: check says so, in words that mend it.
    seen, whole = (
        [each for each in answer(DataFolder(each.data), "data/", Question(history=True)).wrong
         if each.rule.code == "KH514"]
        for each in (copy, office)
    )  # fmt: skip
    assert [("git fetch --unshallow" in each.message("vi")) for each in seen] == [True]
    assert whole == []


def test_depth_beyond_the_history_is_no_shallow_clone(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    assert office.clone("sau", "--depth=50").received() == {f"{STC} 2022": "2022-11-30 git"}


@pytest.mark.parametrize("lacking", ["blob:none", "tree:0"])
def test_partial_clone_is_refused(office: Office, lacking: str) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("config", "uploadpack.allowFilter", "true")
    copy = office.clone("thieu", f"--filter={lacking}")
    with pytest.raises(GitTrouble, match="partial"):
        copy.run()
    assert copy.received(git=False) == {f"{STC} 2022": "2022-11-01 declared"}


def test_bare_repository_is_refused(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    bare = office.clone("tran", "--bare")
    bare.data = bare.root / "data"
    bare.write({"plan_07.yaml": PLAN, "agencies.yaml": REGISTRY, **office.file(STC, 2022)})
    with pytest.raises(GitTrouble, match="bare"):
        bare.run()


def test_another_users_repository_is_refused(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A git that believes the folder to be somebody else's, as in a CI container (2.35.2 and newer)."""
    if tuple(map(int, re.findall(r"\d+", office.git("version"))[:2])) < (2, 36):
        pytest.skip("this git does not ask whose a folder is")
    office.commit("2022-11-30", office.file(STC, 2022))
    real = environment("2022-01-10")["PATH"]
    fake = tmp_path / "bin/git"
    fake.parent.mkdir()
    fake.write_text(
        "#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1\nexport GIT_TEST_ASSUME_DIFFERENT_OWNER\n"
        f'PATH={real}\nexec git "$@"\n'
    )
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake.parent}:{real}")
    with pytest.raises(GitTrouble, match=r"safe\.directory"):
        office.run()


def test_where_the_book_dates_everything_a_shallow_clone_is_only_told(office: Office) -> None:
    """No verdict changes; but that nothing was withdrawn or amended is not known."""
    entry = f'  - {{agency: {STC}, item: "1", period: 2022, received: 2022-11-02}}\n'
    book = f"schema: kehoach/receipts@1\nreceipts:\n{entry}"
    office.commit("2022-11-30", {**office.file(STC, 2022), "receipts.yaml": book})
    copy = office.clone("nong", "--depth=1")
    assert copy.received() == office.received()
    for place, times in ((office, 0), (copy, 1)):
        run = answer(DataFolder(place.data), "data/", Question(TODAY, history=True))
        told = [each.message("en") for each in run.wrong if each.rule.code == "KH514"]
        assert len(told) == times
        assert all("git fetch --unshallow" in each for each in told)
