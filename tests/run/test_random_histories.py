"""The program agrees, on random histories, with a checker that reads the whole tree every time."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

import pytest

from run.histories import ZONES, Office, in_zone, report
from run.slow_receipts import first_days, held_now

AGENCIES = ("so-tai-chinh", "so-noi-vu", "so-tu-phap")
BROKEN = ("reports: [\n", "khoa_la: 1\n", "")
STEPS = 12


class Writer:
    """Someone who does one thing after another in a repository, at random."""

    def __init__(self, office: Office, random: Random) -> None:
        self.office = office
        self.random = random
        self.now = datetime(2022, 2, 1, tzinfo=timezone.utc)
        self.branches = ["main"]
        self.actions: tuple[Callable[[], None], ...] = (
            self.file, self.file, self.break_, self.delete, self.rename, self.begin, self.begin,
            self.leave, self.merge, self.merge, self.merge, self.squash, self.rebase, self.pick,
            self.revert,
        )  # fmt: skip

    def history(self) -> None:
        """Do a dozen things, with work on a branch among them, and end on the main line."""
        self.file()
        self.begin()
        for _ in range(STEPS):
            self.random.choice(self.actions)()
        self.begin()
        self.merge(self.branches[-1])

    def moment(self) -> str:
        """Return a later moment; now and then a clock goes wrong."""
        self.now += timedelta(hours=self.random.randrange(1, 60))
        wrong = timedelta(days=self.random.choice((0, 0, 0, 0, 0, -9)))
        return (self.now + wrong).isoformat()

    def file(self) -> None:
        """File something, sometimes in another's folder, sometimes over what is there."""
        agency = self.random.choice(AGENCIES)
        years = self.random.sample((2020, 2021, 2022, 2023), self.random.randrange(3))
        task = self.random.choice(("done", "in_progress")) if agency == AGENCIES[0] else None
        folder = self.random.choice((agency, agency, agency, *AGENCIES))
        name = f"submissions/{folder}/{self.random.choice('abc')}.yaml"
        number = f"{self.random.randrange(5)}/BC"
        self.office.commit(self.moment(), {name: report(agency, *years, number=number, task=task)})

    def break_(self) -> None:
        """Make a file unreadable."""
        if files := self.files():
            text = report("so-tai-chinh", 2022) + self.random.choice(BROKEN)
            self.office.commit(self.moment(), {self.random.choice(files): text})

    def delete(self) -> None:
        """Delete a file."""
        if files := self.files():
            self.office.commit(self.moment(), {self.random.choice(files): None})

    def rename(self) -> None:
        """Move a file, perhaps into another's folder."""
        if files := self.files():
            old = self.random.choice(files)
            new = f"submissions/{self.random.choice(AGENCIES)}/{self.random.choice('xyz')}.yaml"
            text = (self.office.data / old).read_bytes()
            self.office.commit(self.moment(), {old: None, new: text})

    def begin(self) -> None:
        """Begin a branch and work on it, while the main line goes on."""
        self.branches.append(f"nhanh-{len(self.branches)}")
        self.office.branch(self.branches[-1])
        self.file()
        self.office.switch("main")
        self.file()
        self.leave()

    def leave(self) -> None:
        """Go to another branch."""
        self.office.switch(self.random.choice(self.branches))

    def merge(self, branch: str = "") -> None:
        """Merge a branch, whichever side is right where they differ."""
        self.office.switch("main")
        side = self.random.choice(("ours", "theirs"))
        self.attempt(["merge", "-q", "-m", "Nhập", "-X", side, branch or self.branch()], "merge")

    def branch(self) -> str:
        """Return a branch that is not the main line."""
        return self.random.choice(self.branches[1:])

    def squash(self) -> None:
        """Take over a branch's files without its history."""
        self.office.switch("main")
        if self.attempt(["merge", "-q", "--squash", "-X", "theirs", self.branch()], None):
            self.office.commit(self.moment())

    def rebase(self) -> None:
        """Put a branch on top of main."""
        self.office.switch(self.branch())
        self.attempt(["rebase", "-q", "-X", "theirs", "main"], "rebase")

    def pick(self) -> None:
        """Take over the last commit of a branch."""
        words = ["cherry-pick", "--keep-redundant-commits", "-X", "theirs", self.branch()]
        self.attempt(words, "cherry-pick")

    def revert(self) -> None:
        """Take back the last commit."""
        self.attempt(["revert", "--no-edit", "-X", "theirs", "HEAD"], "revert")

    def attempt(self, words: list[str], undo: str | None) -> bool:
        """Do it, or leave everything as it was."""
        done = self.office.try_git(*words, at=self.moment())
        if done.returncode and undo:
            self.office.try_git(undo, "--abort")
        if done.returncode:
            self.office.git("reset", "-q", "--hard")
        return not done.returncode

    def files(self) -> list[str]:
        """Return the submissions that there are, in order."""
        found = (self.office.data / "submissions").rglob("*.yaml")
        return sorted(path.relative_to(self.office.data).as_posix() for path in found)


@pytest.mark.parametrize("seed", range(25))
def test_as_the_slow_checker_has_it(office: Office, tmp_path: Path, seed: int) -> None:
    """Every report present is dated as the slow checker dates it; so is all that ever was there."""
    Writer(office, Random(seed)).history()  # noqa: S311 - reproducible, not secret
    slow = first_days(tmp_path / "kho", "data")
    now = held_now(tmp_path / "kho", "data")
    assert in_zone(ZONES[seed % 3], office, git=True) == {what: f"{slow[what]} git" for what in now}
    history = office.history()
    ever = {}
    for key in history.versions:
        if first := history.first(key, done=True):
            what = key.period if key.item == "1" else "việc"
            ever[f"{key.agency} {what}"] = first.day.isoformat()
    assert ever == slow
    assert any(len(commit.parents) > 1 for commit in history.timeline.commits)
