"""A linked work tree whose ``.git`` says something else: refused, or judged by git, never by a word.

The letter says 1 November 2022, in time; the report came on 20 December, late.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.reading.repositories.git import GitTrouble
from run.histories import Office, report

STC = "so-tai-chinh"
LATE = {f"{STC} 2022": "2022-12-20 git"}


class Linked(Office):
    """A work tree beside its repository: ``own`` is what git keeps of it, ``shared`` all the rest."""

    def __init__(self, first: Office) -> None:
        place = first.root.parent / "cay"
        first.git("worktree", "add", "-q", str(place), "-b", "cay")
        self.root, self.data = place, place / "data"
        self.shared = first.root / ".git"
        self.own = self.shared / "worktrees" / "cay"


@pytest.fixture(name="linked")
def _linked(office: Office) -> Linked:
    office.commit("2022-12-20", {f"submissions/{STC}/bc.yaml": report(STC, 2022)})
    return Linked(office)


Forgery = Callable[[Linked], object]


def _says(name: str, words: str) -> Forgery:
    """Return what writes a file of those that git keeps of the work tree."""
    return lambda tree: (tree.own / name).write_text(words, encoding="utf-8")


def _leads(words: str) -> Forgery:
    """Return what writes where the work tree's repository is."""
    return lambda tree: (tree.root / ".git").write_text(
        words.format(own=tree.own, shared=tree.shared), encoding="utf-8"
    )


def _bare_of(tree: Linked) -> None:
    shutil.rmtree(tree.own)


REFUSED: dict[str, Forgery] = {
    "leads to another that is not there": _leads("gitdir: {shared}/worktrees/khac\n"),
    "leads to a folder that is none": _leads("gitdir: {shared}/refs\n"),
    "leads to a file": _leads("gitdir: {shared}/config\n"),
    "leads nowhere": _leads("gitdir: \n"),
    "says it twice": _leads("gitdir: {own}\ngitdir: {own}\n"),
    "another word": _leads("gitfolder: {own}\n"),
    "nothing is kept of it": _bare_of,
    "shares with nowhere": _says("commondir", "/nowhere\n"),
    "shares with nobody": _says("commondir", ""),
    "shares with itself": _says("commondir", ".\n"),
    "shares with its data": _says("commondir", "../../../data\n"),
    "no HEAD": lambda tree: (tree.own / "HEAD").unlink(),
    "HEAD of zeros": _says("HEAD", "0" * 40 + "\n"),
    "HEAD to a lost commit": _says("HEAD", "1" * 40 + "\n"),
    "HEAD outside": _says("HEAD", "ref: ../../x\n"),
    "index garbage": _says("index", "no index"),
}
HARMLESS: dict[str, Forgery] = {
    "leads there by another way": _leads("gitdir: {shared}/../.git/worktrees/cay\n"),
    "leads there with a line end of Windows": _leads("gitdir: {own}\r\n"),
    "the way back is another": _says("gitdir", "/nowhere/.git\n"),
    "no way back": lambda tree: (tree.own / "gitdir").unlink(),
    "locked": _says("locked", "khoá"),
    "of the main line itself": _says("HEAD", "ref: refs/heads/main\n"),
}


@pytest.mark.parametrize("way", REFUSED)
def test_it_is_refused(linked: Linked, way: str) -> None:
    REFUSED[way](linked)
    with pytest.raises(GitTrouble):
        linked.run()


@pytest.mark.parametrize("way", HARMLESS)
def test_it_is_judged_as_ever(linked: Linked, way: str) -> None:
    HARMLESS[way](linked)
    assert linked.received() == LATE


@pytest.mark.parametrize("led", [_says("commondir", "{}\n"), _leads("gitdir: {{}}\n")])
def test_by_another_repository_nothing_came_earlier(
    linked: Linked, tmp_path: Path, led: Forgery
) -> None:
    """Whose history has never held the report: it has been received today, if at all."""
    other = Office(tmp_path / "khac")
    other.git("branch", "cay")
    led(linked)
    for file in (linked.own / "commondir", linked.root / ".git"):
        text = file.read_text(encoding="utf-8").replace("{}", str(other.root / ".git"))
        file.write_text(text, encoding="utf-8")
    received = linked.received()
    assert set(received) == set(LATE)
    assert received[f"{STC} 2022"].endswith(" uncommitted")
