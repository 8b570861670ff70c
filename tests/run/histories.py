"""Throw-away git repositories with a tiny data folder, and what the program says of them.

``Office(root)`` makes a repository whose ``data/`` holds plan "07" (item 1: a report every year;
item 2: a task of so-tai-chinh) and three agencies. Days are Vietnamese: ``"2022-11-30"`` is ten in
the morning there; a full ISO moment may be given instead. Git runs without any configuration but
the repository's own.
"""

import os
import subprocess
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, answer
from kehoach.verdicts.evidence.history import History

PLAN = """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch thử
period: {from: 2021-01-01, to: 2026-12-31}
items:
  - id: "1"
    kind: report
    title: Báo cáo năm
    text: Hằng năm báo cáo.
    implement: [so-nganh]
    deadline: {every: year, before: 12-02}
  - id: "2"
    kind: task
    title: Một việc
    text: Làm.
    lead: [so-tai-chinh]
    deadline: {within: 2022}
"""
REGISTRY = """\
schema: kehoach/agencies@1
agencies:
  - {id: so-tai-chinh, name: Sở Tài chính}
  - {id: so-noi-vu, name: Sở Nội vụ}
  - {id: so-tu-phap, name: Sở Tư pháp}
groups:
  - {id: so-nganh, name: Các sở, members: [so-tai-chinh, so-noi-vu, so-tu-phap]}
"""
ZONES = ("UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles")
TODAY = date(2023, 6, 15)
Contents = Mapping[str, str | bytes | None]


def report(agency: str, *years: int, number: str = "1/BC", task: str | None = None) -> str:
    """Return a submission with a report for each year, and the state of the task if given."""
    lines = [
        'schema: kehoach/submission@1\nplan: "07"\n',
        f"agency: {agency}\ndocument: {{number: {number}, date: 2022-11-01}}\n",
    ]
    if years:
        lines.append("reports:\n")
        lines += [f'  - {{item: "1", period: {year}}}\n' for year in years]
    if task:
        lines.append(f'tasks:\n  - {{item: "2", status: {task}}}\n')
    return "".join(lines)


def moment(day: str) -> str:
    """Return a moment as git takes it: a bare day is ten in the morning in Vietnam."""
    return day if "T" in day else f"{day}T10:00:00+07:00"


class Office:
    """A repository, and the commands by which a history is told."""

    def __init__(
        self, root: Path, *, data: str = "data", empty: bool = False, init: tuple[str, ...] = ()
    ) -> None:
        self.root = root
        self.data = root / data
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main", *init)
        self.write({"plan_07.yaml": PLAN, "agencies.yaml": REGISTRY})
        if not empty:
            self.commit("2022-01-10")

    def git(self, *words: str, at: str = "2022-01-10", given: bytes = b"") -> str:
        """Run git on a day, and return what it prints."""
        done = self.try_git(*words, at=at, given=given)
        assert done.returncode == 0, (words, done.stdout, done.stderr)
        return done.stdout.decode("utf-8", "surrogateescape").strip()

    def try_git(
        self, *words: str, at: str = "2022-01-10", given: bytes = b""
    ) -> subprocess.CompletedProcess[bytes]:
        """Run git on a day, whether it fails or not."""
        return subprocess.run(  # noqa: S603 - the words are the test's own
            ["git", "-c", "protocol.file.allow=always", *words],  # noqa: S607 - the git under test
            cwd=self.root,
            env=environment(at),
            input=given,
            capture_output=True,
            check=False,
        )

    def write(self, files: Contents, *, folder: Path | None = None) -> None:
        """Write files of the data folder; ``None`` deletes one."""
        for name, content in files.items():
            path = (folder or self.data) / name
            if content is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def file(self, agency: str, *years: int, name: str = "bc", task: str | None = None) -> Contents:
        """Return the file in which an agency reports."""
        return {f"submissions/{agency}/{name}.yaml": report(agency, *years, task=task)}

    def commit(self, day: str, files: Contents | None = None, message: str = "Cập nhật") -> str:
        """Write files, commit everything there is on a day, and return the commit."""
        self.write(files or {})
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message, at=day)
        return self.git("rev-parse", "HEAD")

    def branch(self, name: str, start: str = "HEAD") -> None:
        """Begin a branch and check it out."""
        self.git("switch", "-q", "-c", name, start)

    def switch(self, name: str) -> None:
        """Check out a branch."""
        self.git("switch", "-q", name)

    def merge(
        self, day: str, *names: str, message: str = "Nhập nhánh", how: str = "--no-ff"
    ) -> str:
        """Merge branches on a day; the message is the office's own words."""
        self.git("merge", "-q", how, "-m", message, *names, at=day)
        return self.git("rev-parse", "HEAD")

    def clone(self, name: str, *options: str) -> "Office":
        """Return a clone that lies beside the repository."""
        place = self.root.parent / name
        self.git("clone", "-q", *options, self.root.as_uri(), str(place))
        copy = Office.__new__(Office)
        copy.root, copy.data = place, place / self.data.relative_to(self.root)
        return copy

    def run(self, *, git: bool = True, as_of: date = TODAY) -> Run:
        """Return the program's answer."""
        return answer(DataFolder(self.data), "data/", Question(as_of, git=git))

    def history(self) -> History:
        """Return what the program makes of the whole history."""
        question = Question(TODAY, history=True)
        (found,) = answer(DataFolder(self.data), "data/", question).histories.values()
        return found

    def received(self, *, git: bool = True) -> dict[str, str]:
        """Return ``{"so-tai-chinh 2022": "2022-11-30 git"}``, judged alike in every zone.

        A task is called ``so-tai-chinh việc``, and only counts once it is done.
        """
        answers = [in_zone(zone, self, git=git) for zone in ZONES]
        assert answers[0] == answers[1] == answers[2]
        return answers[0]


def in_zone(zone: str, office: Office, *, git: bool) -> dict[str, str]:
    """Return when everything came, as a machine in that zone sees it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        run = office.run(git=git)
    time.tzset()
    found = {}
    for claim in run.reports[0].claims:
        if claim.receipt is not None and claim.progress == "done":
            what = claim.key.period if claim.key.item == "1" else "việc"
            found[f"{claim.key.agency} {what}"] = (
                f"{claim.receipt.day} {claim.receipt.source.value}"
            )
    return found


def environment(day: str) -> dict[str, str]:
    """Return an environment in which git knows nothing but what the test tells it."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": os.devnull,
        "LC_ALL": "C",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Văn thư",
        "GIT_AUTHOR_EMAIL": "van-thu@stc.example.vn",
        "GIT_COMMITTER_NAME": "Văn thư",
        "GIT_COMMITTER_EMAIL": "van-thu@stc.example.vn",
        "GIT_AUTHOR_DATE": moment(day),
        "GIT_COMMITTER_DATE": moment(day),
        "GIT_MERGE_AUTOEDIT": "no",
    }
