"""A pipe or a device where git looks for a file: named at once, and git is not waited for."""

import os
from pathlib import Path

import pytest

from kehoach.reading.repositories.git import GitTrouble
from kehoach.reading.repositories.git_time import TIMEOUT
from run.histories import Office, report

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes that lie in a folder are of Unix")
STC = "so-tai-chinh"
READ = (
    "HEAD", "config", "index", "packed-refs", "commondir", "shallow", "refs/heads/main", "refs/heads/khac",
    "refs/remotes/origin/x", "objects/info/alternates",
)  # fmt: skip
# What a linked work tree has for itself: the first one's is not read there.
OF_ONE = ("HEAD", "index", "commondir")


@pytest.fixture(name="late")
def _late(office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Return a repository with a linked work tree beside it; git is given five seconds."""
    monkeypatch.setenv(TIMEOUT, "5")
    office.commit("2022-12-20", {f"submissions/{STC}/bc.yaml": report(STC, 2022)})
    office.git("worktree", "add", "-q", "--detach", str(office.root.parent / "cay"))
    return office


def _cleared(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    return path


def _pipe(path: Path) -> None:
    os.mkfifo(_cleared(path))


def _device(path: Path) -> None:
    _cleared(path).symlink_to("/dev/zero")


def _is_named(office: Office, path: Path) -> None:
    with pytest.raises(GitTrouble) as trouble:
        office.run()
    assert f"“{path}” is a pipe or a device and no file" in str(trouble.value)


@pytest.mark.parametrize("name", READ)
def test_a_pipe_is_named(late: Office, name: str) -> None:
    """Git would wait for words that never come."""
    _pipe(late.root / ".git" / name)
    _is_named(late, late.root / ".git" / name)


@pytest.mark.parametrize("name", ["commondir", "refs/heads/main", "objects/info/alternates"])
def test_a_device_is_named(late: Office, name: str) -> None:
    """Git would read zeros until no memory is left."""
    _device(late.root / ".git" / name)
    _is_named(late, late.root / ".git" / name)


def test_an_object_that_is_a_pipe_is_named(late: Office) -> None:
    commit = late.git("rev-parse", "HEAD")
    place = late.root / ".git" / "objects" / commit[:2] / commit[2:]
    _pipe(place)
    _is_named(late, place)


@pytest.mark.parametrize("name", READ)
def test_of_a_linked_work_tree_it_is_named_too(late: Office, name: str) -> None:
    """What the first work tree has for itself does no harm there; what is its own does."""
    git, place = late.root / ".git", late.root.parent / "cay"
    late.root, late.data = place, place / "data"
    if name in OF_ONE:
        _pipe(git / name)
        assert late.received() == {f"{STC} 2022": "2022-12-20 git"}
        git = git / "worktrees" / "cay"
    _pipe(git / name)
    _is_named(late, git / name)
