"""What lies in the data folder is never believed to be git, and a broken ``.git`` is never passed over."""

import shutil
from pathlib import Path

import pytest

from kehoach.reading.repositories import git
from kehoach.reading.repositories.git import GitTrouble
from kehoach.reading.repositories.git_settings import OPTIONS
from kehoach.reading.repositories.heads import head_of
from kehoach.reading.repositories.repository import open_repository
from run.histories import Office, report

STC = "so-tai-chinh"
LATE = "2023-05-10"
BELIEVED = {
    "HEAD": "ref: refs/heads/main\n",
    "config": "[core]\n\tbare = false\n\tworktree = ..\n",
    "objects/info/x": "",
    "refs/heads/x": "",
}


@pytest.fixture(name="late")
def _late(office: Office) -> Office:
    office.commit(LATE, {f"submissions/{STC}/bc.yaml": report(STC, 2022)})
    return office


def disguise(folder: Path) -> None:
    """Put four ordinary files there that make git take a folder for a repository."""
    for name, text in BELIEVED.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_four_ordinary_files_make_no_repository(late: Office) -> None:
    """A report 158 days late would else be dated by whatever those files say."""
    assert late.received() == {f"{STC} 2022": f"{LATE} git"}
    disguise(late.data)
    with pytest.raises(GitTrouble, match=r"delete them|a bare git repository"):
        late.run()


@pytest.mark.parametrize("inside", ["submissions", f"submissions/{STC}", "."])
def test_wherever_they_lie(late: Office, inside: str) -> None:
    """Where they lie below the folder that is asked about, git does not see them at all."""
    disguise(late.data / inside)
    if inside == ".":
        with pytest.raises(GitTrouble):
            late.run()
    else:
        assert late.received() == {f"{STC} 2022": f"{LATE} git"}


@pytest.mark.parametrize("worktree", ["..", ".", "../data", "{data}"])
def test_nor_do_they_for_a_git_that_knows_no_such_setting(
    late: Office, monkeypatch: pytest.MonkeyPatch, worktree: str
) -> None:
    """Before 2.38 git believed them: what it found must be a ``.git``."""
    disguise(late.data)
    config = f"[core]\n\tbare = false\n\tworktree = {worktree.format(data=late.data)}\n"
    (late.data / "config").write_text(config, encoding="utf-8")
    older = tuple(
        "safe.bareRepository=all" if word.startswith("safe.bareRepository") else word
        for word in OPTIONS  # as an older git behaves
    )
    monkeypatch.setattr(git, "OPTIONS", older)
    with pytest.raises(GitTrouble):
        late.run()


def test_without_git_they_mean_nothing(late: Office) -> None:
    disguise(late.data)
    assert late.received(git=False) == {f"{STC} 2022": "2022-11-01 declared"}


def test_the_commit_of_a_whole_repository_is_found(late: Office) -> None:
    assert head_of(late.root) == late.git("rev-parse", "HEAD")


@pytest.mark.parametrize("worktree", ["../data", "../khac"])
def test_a_repository_with_its_work_tree_elsewhere_is_told_as_such(
    late: Office, worktree: str
) -> None:
    """There is nothing to delete: ``core.worktree`` says it, of the folder itself or of another."""
    (late.root / "khac").mkdir()
    late.git("config", "core.worktree", worktree)
    with pytest.raises(GitTrouble, match=r"core\.worktree") as told:
        late.run()
    assert str(late.root / ".git") in told.value.text.en


@pytest.mark.parametrize("linked", [False, True])
def test_nor_is_a_file_of_that_name_or_a_link_any_reason_to_delete(
    late: Office, tmp_path: Path, *, linked: bool
) -> None:
    """A file called HEAD beside the plan makes no repository; and git looks where the folder truly is."""
    late.git("config", "core.worktree", "../data")
    place = late.data
    if linked:
        place = tmp_path / "loi-tat"
        place.symlink_to(late.data)
    else:
        (late.data / "HEAD").write_text("x", encoding="utf-8")
    with pytest.raises(GitTrouble, match=r"core\.worktree") as told:
        open_repository(place)
    assert str(late.root / ".git") in told.value.text.en


def test_a_folder_within_git_s_own_is_to_be_moved_and_nothing_deleted(late: Office) -> None:
    inside = late.root / ".git" / "data"
    shutil.copytree(late.data, inside)
    with pytest.raises(GitTrouble, match=r"in the \.git of one; work in an ordinary clone"):
        open_repository(inside)


def test_nor_for_a_git_that_knows_no_such_setting_is_anything_to_be_deleted_there(
    late: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = tuple(word.replace("=explicit", "=all") for word in OPTIONS)
    monkeypatch.setattr(git, "OPTIONS", older)
    test_a_folder_within_git_s_own_is_to_be_moved_and_nothing_deleted(late)


@pytest.mark.parametrize(
    "broken",
    ["HEAD gone", "HEAD empty", "empty folder", "empty file", "config torn", "objects gone"],
)
def test_a_git_that_cannot_be_read_is_told(late: Office, broken: str) -> None:
    """Never a silent fall to declared dates, by which this report would be on time."""
    folder = late.root / ".git"
    match broken:
        case "HEAD gone":
            (folder / "HEAD").unlink()
        case "HEAD empty":
            (folder / "HEAD").write_text("", encoding="utf-8")
        case "empty folder":
            folder.rename(late.root / "elsewhere")
            folder.mkdir()
        case "empty file":
            folder.rename(late.root / "elsewhere")
            folder.touch()
        case "config torn":
            (folder / "config").write_text("[core\n\tbare", encoding="utf-8")
        case "objects gone":
            (folder / "objects").rename(folder / "else")
    with pytest.raises(GitTrouble):
        late.run()
