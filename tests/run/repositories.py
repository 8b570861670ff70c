"""A small data folder in a repository, told commit by commit, and questions about its past.

Plan "07" runs from 2022 to 2024 and rolls nothing: item 1 is a yearly report of three agencies, due
on 1 December; item 2 a task of so-tai-chinh, due on 31 December 2022. so-tu-phap consolidates.
"""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from kehoach.cli.app import run as run_command
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, answer, answer_since
from run.histories import REGISTRY, Contents, Office, environment, report

PLAN = """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch thử
period: {from: 2022-01-01, to: 2024-12-31}
policy: {roll: none, consolidator: so-tu-phap}
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
STC, SNV, STP = "so-tai-chinh", "so-noi-vu", "so-tu-phap"
TODAY = date(2023, 6, 15)


def decisions(*entries: str) -> dict[str, str]:
    """Return decisions.yaml; each entry is a kind and the inside of a flow mapping."""
    lines = ["schema: kehoach/decisions@1\n"]
    lines += [f"{kind}:\n  - {{{rest}}}\n" for kind, _, rest in (e.partition(" ") for e in entries)]
    return {"decisions.yaml": "".join(lines)}


def sent(agency: str, *years: int, dated: str = "2022-11-01", **more: str) -> str:
    """Return a file that reports on these years, in a letter of that day."""
    return report(agency, *years, **more).replace("2022-11-01", dated)


def filed(agency: str, *years: int, name: str = "bc", **more: str) -> dict[str, str]:
    """Return that file under its name, in its agency's folder."""
    return {f"submissions/{agency}/{name}.yaml": sent(agency, *years, **more)}


class Depot(Office):
    """The repository of this module's plan, and what can be asked of it."""

    def __init__(self, root: Path, *, data: str = "data") -> None:
        super().__init__(root, data=data, empty=True)
        self.first = self.commit("2022-01-10", {"plan_07.yaml": PLAN})

    def commit_as(
        self, day: str, files: Contents, author: str, committer: str | None = None
    ) -> str:
        """Commit files under an author's and a committer's address."""
        self.write(files)
        self.git("add", "-A")
        words = ("commit", "-q", "--allow-empty", "-m", "Gửi")
        return self._git_as(day, author, author if committer is None else committer, *words)

    def merge_as(self, day: str, maker: str, *names: str, message: str = "Nhập nhánh") -> str:
        """Merge branches under an address."""
        return self._git_as(day, maker, maker, "merge", "-q", "--no-ff", "-m", message, *names)

    def _git_as(self, day: str, author: str, committer: str, *words: str) -> str:
        """Make a commit under an author's and a committer's address, and return it."""
        addresses = {"GIT_AUTHOR_EMAIL": author, "GIT_COMMITTER_EMAIL": committer}
        subprocess.run(  # noqa: S603 - the words are the test's own
            ["git", *words],  # noqa: S607 - the git under test
            cwd=self.root,
            env={**environment(day), **addresses},
            check=True,
        )
        return self.git("rev-parse", "HEAD")

    def ask(self, question: Question | None = None) -> Run:
        """Return the program's answer."""
        return answer(DataFolder(self.data), "data/", question or Question(history=True))

    def since(self, revision: str, as_of: date | None = None) -> Run:
        """Return what a change brought since a revision."""
        question = Question(as_of, history=True)
        return answer_since(DataFolder(self.data), "data/", question, revision)

    def command(self, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
        """Return exit code, output and error output of a command on this folder."""
        code = run_command([*words, "--data", str(self.data)])
        told = capsys.readouterr()
        return code, told.out, told.err


def edited(text: str, old: str, new: str) -> str:
    """Return a text in which ``old``, which must stand there, is ``new``."""
    assert old in text
    return text.replace(old, new)


def verdicts(run: Run) -> list[tuple[object, ...]]:
    """Return everything about each obligation that a reader is told."""
    return [
        (
            *each.obligation.key, each.agency, each.status, each.reason, each.days,
            each.obligation.due, each.completed, each.claim and each.claim.receipt,
            each.claim and each.claim.file,
        )
        for each in run.assessments
    ]  # fmt: skip


def state(run: Run, item: str, agency: str, period: str) -> str:
    """Return the status of one obligation."""
    (only,) = (
        each.status.value
        for each in run.assessments
        if (each.obligation.key.item, each.agency, each.obligation.key.period)
        == (item, agency, period)
    )
    return only


def codes(run: Run) -> list[str]:
    """Return the codes of all that is wrong, in order."""
    return sorted(each.rule.code for each in run.wrong)


__all__ = [
    "PLAN", "REGISTRY", "SNV", "STC", "STP", "TODAY", "Contents", "Depot", "codes", "decisions",
    "edited", "environment", "filed", "sent", "state", "verdicts",
]  # fmt: skip
