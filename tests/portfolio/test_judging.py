"""A repository at a named revision: judged as ``kehoach status --rev`` judges it, wherever it lies."""

import os
import tempfile
from datetime import date
from pathlib import Path

import pytest

from kehoach.contract.summary_parts import summary_output
from kehoach.portfolio.judging import judge
from kehoach.portfolio.outcome import Outcome, Task
from kehoach.reading.folder import DataFolder
from kehoach.reading.repositories.remotes import is_remote, without_secrets
from kehoach.run import Question, answer
from run.repositories import SNV, STC, Depot, filed

AS_OF = date(2023, 6, 15)
pytestmark = pytest.mark.usefixtures("_plain_git")


@pytest.fixture(name="_plain_git")
def _plain_git_(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the user's git."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture(name="depot")
def _depot(tmp_path: Path) -> Depot:
    """Return a repository of three states: one report, two, and on a branch a third."""
    depot = Depot(tmp_path / "kho")
    depot.commit("2022-11-20", filed(STC, 2022))
    depot.git("tag", "mot")
    depot.branch("nhanh")
    depot.commit("2022-11-25", filed(SNV, 2022))
    depot.switch("main")
    depot.commit("2022-12-20", filed("so-tu-phap", 2022))
    return depot


def wanted(depot: Depot, rev: str | None) -> Outcome:
    """Return what the program says of the repository itself."""
    question = Question(AS_OF, rev=rev, history=True)
    return Outcome(summary_output(answer(DataFolder(depot.data), "", question), "vi"))


@pytest.mark.parametrize("rev", [None, "mot", "nhanh", "main", "HEAD~1"])
def test_a_folder_at_a_revision(depot: Depot, rev: str | None) -> None:
    before = sorted(depot.root.rglob("*"))
    assert judge(Task(str(depot.root), rev, AS_OF, "vi")) == wanted(depot, rev)
    assert sorted(depot.root.rglob("*")) == before, "nothing is checked out"


@pytest.mark.parametrize("rev", [None, "mot", "nhanh", "main", "HEAD~1"])
def test_an_address_at_a_revision(
    depot: Depot, rev: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clone says of a branch what its origin says, and is gone afterwards."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "room"))
    (tmp_path / "room").mkdir()
    assert judge(Task(depot.root.as_uri(), rev, AS_OF, "vi")) == wanted(depot, rev)
    assert list((tmp_path / "room").iterdir()) == []


def test_a_revision_that_is_not_there_is_told(depot: Depot) -> None:
    for source in (str(depot.root), depot.root.as_uri()):
        outcome = judge(Task(source, "khong-co", AS_OF, "vi"))
        assert outcome.why is not None
        assert outcome.why.en == "git has no revision “khong-co”"
        assert not outcome.again


@pytest.mark.parametrize(("kind", "name"), [("tags", "nhanh"), ("heads", "mot")])
def test_a_branch_and_a_tag_of_one_name_are_told_apart_by_whoever_asks(
    depot: Depot, kind: str, name: str
) -> None:
    """A stranger may have pushed either of them."""
    depot.git("update-ref", f"refs/{kind}/{name}", depot.first)
    for source in (str(depot.root), depot.root.as_uri()):
        outcome = judge(Task(source, name, AS_OF, "vi"))
        assert outcome.why is not None
        assert outcome.why.en.startswith(f"“{name}” names more than one thing")


def test_an_address_that_cannot_be_reached_is_tried_again_and_told_without_secrets(
    tmp_path: Path,
) -> None:
    outcome = judge(Task((tmp_path / "nowhere").as_uri(), None, AS_OF, "vi"))
    assert outcome.again
    assert outcome.why is not None
    assert outcome.why.en.startswith("cannot fetch it; git says: ")
    secret = judge(Task("https://ten:mat-khau@127.0.0.1:1/kho.git", None, AS_OF, "vi"))
    assert secret.why is not None
    assert "127.0.0.1:1/kho.git" in secret.why.en
    assert "mat-khau" not in secret.why.en


def test_what_breaks_unexpectedly_is_told_too(
    depot: Depot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("x")

    monkeypatch.setattr("kehoach.portfolio.judging.reckon", broken)
    outcome = judge(Task(str(depot.root), None, AS_OF, "vi"))
    assert outcome.why is not None
    assert outcome.why.en == "unexpected error: ZeroDivisionError: x"


@pytest.mark.parametrize(
    ("source", "remote", "shown"),
    [
        ("https://git.example.vn/a.git", True, "https://git.example.vn/a.git"),
        ("https://u:p@git.example.vn/a@b.git", True, "https://git.example.vn/a@b.git"),
        ("ssh://git@git.example.vn/a", True, "ssh://git.example.vn/a"),
        ("git@git.example.vn:a.git", True, "git@git.example.vn:a.git"),
        ("an-giang", False, "an-giang"),
        ("./a@b/c", False, "./a@b/c"),
        ("C:\\kho\\an-giang", False, "C:\\kho\\an-giang"),
        ("C:/kho", False, "C:/kho"),
    ],
)
def test_what_is_an_address(source: str, remote: bool, shown: str) -> None:
    assert is_remote(source) == remote
    assert without_secrets(source) == shown
