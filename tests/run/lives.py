"""The life of a repository, told at random: who commits what on which day, and how it gets to main.

A life is a list of steps. A step changes the files of one agency (files something, rewrites,
renames, splits, joins, deletes, restores, moves it to another's folder and back) and brings that to
the main line: pushed by the agency, or committed on a branch that the office or a forge merges
later. All commits of a life are written in one stream. Nothing of the program is used.

Plan "07", of 2022 to 2024, rolls nothing: item 1 is the yearly report of stc and snv (due on
1 December) and the one that tells of tasks; item 2 a task of both (due on 30 June 2022); item 3 a
yearly task of stc with a quantity of two (due on 31 December); item 4 a task of both that must have
begun by 31 March and be done by 30 September 2022.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from run.histories import Office, moment

PLAN = """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch thử
period: {from: 2022-01-01, to: 2024-12-31}
policy: {roll: none, consolidator: stp, reporting: "1", tolerance_days: 10}
items:
  - {id: "1", kind: report, title: Một, text: Báo cáo., implement: [stc, snv],
     deadline: {every: year, before: 12-02}}
  - {id: "2", kind: task, title: Hai, text: Làm., implement: [stc, snv], deadline: {by: 2022-06-30}}
  - {id: "3", kind: task, title: Ba, text: Làm., implement: [stc], deadline: {every: year},
     quota: [{at_least: 2, unit: xã}]}
  - {id: "4", kind: task, title: Bốn, text: Khởi công., implement: [stc, snv],
     deadline: [{start: {by: 2022-03-31}}, {by: 2022-09-30}]}
"""
REGISTRY = """\
schema: kehoach/agencies@1
agencies:
  - {id: stc, name: Sở Tài chính, committers: ["@stc.example.vn"]}
  - {id: snv, name: Sở Nội vụ, committers: ["@snv.example.vn"]}
  - {id: stp, name: Sở Tư pháp, committers: ["@stp.example.vn"]}
"""
AGENCIES = ("stc", "snv")
OFFICE, FORGE = "van-thu@stp.example.vn", "noreply@github.com"
FIRST = date(2022, 1, 10)
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Entry:
    """What a file says of a task: done or not, on which days, how many, and with which document."""

    done: bool
    completed: date | None = None
    quantity: int | None = None
    evidence: date | None = None
    started: date | None = None

    def text(self) -> str:
        """Return it as the inside of a flow mapping."""
        words = [f"status: {'done' if self.done else 'in_progress'}"]
        if self.started:
            words.append(f"started: {self.started}")
        if self.completed:
            words.append(f"completed: {self.completed}")
        if self.quantity:
            words.append(f"quantity: {self.quantity}")
        if self.evidence:
            words.append(f"evidence: [{{number: 9/QD, date: {self.evidence}}}]")
        return ", ".join(words)


@dataclass(frozen=True)
class File:
    """A submission: whose, in which letter, and what it says of reports and tasks."""

    agency: str
    number: int | None
    dated: date
    reports: frozenset[str] = frozenset()
    tasks: Mapping[tuple[str, str], Entry] = field(default_factory=dict)
    remark: int = 0

    def text(self) -> str:
        """Return it as it is written."""
        letter = f"number: {self.number}/BC, " if self.number else ""
        lines = [
            f'schema: kehoach/submission@1\nplan: "07"\nagency: {self.agency}\n',
            f"document: {{{letter}date: {self.dated}}}\n",
        ]
        if self.remark:
            lines.append(f"# {self.remark}\n")
        if self.reports:
            lines.append("reports:\n")
            lines += [f'  - {{item: "1", period: {year}}}\n' for year in sorted(self.reports)]
        if self.tasks:
            lines.append("tasks:\n")
            lines += [
                f'  - {{item: "{item}", period: {period}, {entry.text()}}}\n'
                for (item, period), entry in sorted(self.tasks.items())
            ]
        return "".join(lines)


Tree = Mapping[str, File]


@dataclass(frozen=True)
class Commit:
    """One commit: its mark, parents, day, who made it, and all files below ``submissions``.

    ``ahead`` says that it bears a day later than the real one.
    """

    mark: int
    parents: tuple[int, ...]
    day: date
    ahead: bool
    who: str
    subject: str
    tree: Tree


@dataclass(frozen=True)
class Step:
    """What happened on the main line: on which real day, up to which commit.

    ``honest`` says that no commit of it bears another day than the real one.
    """

    day: date
    tip: int
    honest: bool


class Life:
    """A repository to which one thing after another happens."""

    def __init__(self, random: Random, *, honest: bool = False, decided: str = "") -> None:
        self.random = random
        self.honest = honest
        self.decided = decided
        self.tree: dict[str, File] = {}
        self.commits = [Commit(1, (), FIRST, False, OFFICE, "Kế hoạch", {})]
        self.steps: list[Step] = []
        self.seen: list[tuple[str, File]] = []
        self.day = FIRST
        self.changes: tuple[Callable[[str], None], ...] = (
            self.file, self.file, self.file, self.rewrite, self.rewrite, self.rewrite, self.rename,
            self.split, self.join, self.delete, self.restore, self.stray, self.reformat,
        )  # fmt: skip

    def live(self, steps: int) -> "Life":
        """Let so many things happen."""
        for _ in range(steps):
            self.day += timedelta(days=self.random.choice((0, 1, 10, 60, 150, 300)))
            self.change()
            self.bring()
        return self

    def change(self) -> str:
        """Change some files of an agency, and return whose."""
        agency = self.random.choice(AGENCIES)
        self.random.choice(self.changes)(agency)
        return agency

    # ── How it gets to the main line ──────────────────────────────────────────────────────────

    def bring(self) -> None:
        """Commit what there is now, one way or another."""
        agency = self.random.choice(AGENCIES)
        if self.random.randrange(3):
            wrong = 0 if self.honest else self.random.choice((0, 0, 0, -1, -30, -200, 15))
            day = self.day + timedelta(days=wrong)
            self.commit(day, f"van-thu@{agency}.example.vn", "Gửi", self.tip())
            self.steps.append(Step(self.day, self.tip(), wrong == 0))
            return
        main = self.tip()
        self.commit(self.day, f"van-thu@{agency}.example.vn", "Gửi", main)
        self.day += timedelta(days=self.random.choice((0, 2, 30)))
        who, subject = self.random.choice(
            ((OFFICE, "Nhập báo cáo"), (FORGE, "Merge pull request #1 from stc/bc"))
        )
        self.commit(self.day, who, subject, main, self.tip())
        self.steps.append(Step(self.day, self.tip(), honest=True))

    def tip(self) -> int:
        """Return the last commit."""
        return self.commits[-1].mark

    def commit(self, day: date, who: str, subject: str, *parents: int) -> None:
        """Add a commit of the files as they are."""
        mark = self.tip() + 1
        ahead = day > self.day
        self.commits.append(Commit(mark, parents, day, ahead, who, subject, dict(self.tree)))

    # ── What is changed ───────────────────────────────────────────────────────────────────────

    def own(self, agency: str) -> list[str]:
        """Return the files that an agency may touch, in order."""
        return sorted(path for path, file in self.tree.items() if file.agency == agency)

    def put(self, path: str, file: File) -> None:
        """Write a file."""
        self.tree[path] = file
        self.seen.append((path, file))

    def a_path(self, folder: str) -> str:
        """Return some place in a folder."""
        return f"{folder}/{self.random.choice('abcxyz')}.yaml"

    def a_day(self) -> date:
        """Return a day that somebody may type: of today, of long ago, or still to come."""
        return self.day - timedelta(days=self.random.choice((0, 0, 5, 40, 200, 500, -20)))

    def a_task(self, agency: str) -> tuple[tuple[str, str], Entry]:
        """Return something said of a task."""
        keys = [("2", "once"), ("4", "once"), ("4", "start")]
        keys += [("3", "2022"), ("3", "2023")] if agency == "stc" else []
        entry = Entry(
            self.random.randrange(4) > 0,
            self.random.choice((None, self.a_day(), self.a_day())),
            self.random.choice((None, 1, 2, 3)),
            self.random.choice((None, self.a_day())),
            self.random.choice((None, self.a_day())),
        )
        return self.random.choice(keys), entry

    def file(self, agency: str) -> None:
        """File something new, or over what is there."""
        years = self.random.sample(("2022", "2023"), self.random.randrange(3))
        tasks = dict(self.a_task(agency) for _ in range(self.random.randrange(3)))
        number = self.random.choice((None, 1, 2, 3))
        path = self.a_path(agency)
        self.put(path, File(agency, number, self.a_day(), frozenset(years), tasks))

    def rewrite(self, agency: str) -> None:
        """Say something else in a file."""
        if own := self.own(agency):
            path = self.random.choice(own)
            old = self.tree[path]
            tasks = {**old.tasks, **dict([self.a_task(agency)])}
            if self.random.randrange(2) and tasks:
                tasks.pop(self.random.choice(sorted(tasks)))
            years = old.reports ^ {self.random.choice(("2022", "2023"))}
            changed = (
                replace(old, tasks=tasks), replace(old, reports=years),
                replace(old, dated=self.a_day()),
                replace(old, number=self.random.choice((None, 1, 2, 3))),
            )  # fmt: skip
            self.put(path, self.random.choice(changed))

    def rename(self, agency: str) -> None:
        """Give a file another name."""
        if own := self.own(agency):
            old = self.random.choice(own)
            file = self.tree.pop(old)
            self.put(self.a_path(agency), file)

    def split(self, agency: str) -> None:
        """Make two files of one."""
        if own := self.own(agency):
            path = self.random.choice(own)
            old = self.tree[path]
            self.put(path, replace(old, tasks={}))
            self.put(self.a_path(agency), replace(old, reports=frozenset()))

    def join(self, agency: str) -> None:
        """Make one file of two."""
        if own := self.own(agency):
            first, second = self.random.choice(own), self.random.choice(own)
            one, two = self.tree[first], self.tree.pop(second)
            both = replace(one, reports=one.reports | two.reports, tasks={**two.tasks, **one.tasks})
            self.put(first, both)

    def delete(self, agency: str) -> None:
        """Take a file away."""
        if own := self.own(agency):
            del self.tree[self.random.choice(own)]

    def restore(self, agency: str) -> None:
        """Bring something back that was there once."""
        mine = [(path, file) for path, file in self.seen if file.agency == agency]
        if mine:
            path, file = self.random.choice(mine)
            self.put(path, file)

    def stray(self, agency: str) -> None:
        """Put a file into another's folder, or bring one back from there."""
        if own := self.own(agency):
            old = self.random.choice(own)
            file = self.tree.pop(old)
            self.put(self.a_path(self.random.choice(AGENCIES)), file)

    def reformat(self, agency: str) -> None:
        """Change nothing of what a file says."""
        if own := self.own(agency):
            path = self.random.choice(own)
            self.put(path, replace(self.tree[path], remark=self.random.randrange(9)))


def written(life: Life, root: Path, named: Callable[[str], str] = str) -> dict[int, str]:
    """Write all commits of a life into a new repository; return their ids by mark.

    ``named`` gives each file another name.
    """
    office = Office(root, empty=True)
    marks = root / ".git" / "marks"
    stream = "".join(_told(commit, named, life.decided) for commit in life.commits).encode()
    office.git("fast-import", "--quiet", f"--export-marks={marks}", given=stream)
    office.git("reset", "-q", "--hard", "main")
    lines = (line.split() for line in marks.read_text(encoding="ascii").splitlines())
    return {int(mark.removeprefix(":")): commit for mark, commit in lines}


def contents(tree: Tree, named: Callable[[str], str] = str, decided: str = "") -> dict[str, str]:
    """Return the files of a tree by their place in the data folder, and what the office decided."""
    told = {f"submissions/{named(path)}": file.text() for path, file in tree.items()}
    office = {"decisions.yaml": decided} if decided else {}
    return {"plan_07.yaml": PLAN, "agencies.yaml": REGISTRY, **office, **told}


def _told(commit: Commit, named: Callable[[str], str], decided: str) -> str:
    """Return a commit in the language of ``git fast-import``."""
    when = f"{int(datetime.fromisoformat(moment(commit.day.isoformat())).timestamp())} +0700"
    lines = [
        "commit refs/heads/main\n", f"mark :{commit.mark}\n",
        f"author Văn thư <{commit.who}> {when}\n", f"committer Văn thư <{commit.who}> {when}\n",
        _data(commit.subject),
    ]  # fmt: skip
    lines += [
        f"{word} :{parent}\n"
        for word, parent in zip(("from", "merge"), commit.parents, strict=False)
    ]
    lines.append("deleteall\n")
    for path, text in contents(commit.tree, named, decided).items():
        lines.append(f"M 100644 inline data/{path}\n{_data(text)}")
    return "".join(lines)


def _data(text: str) -> str:
    return f"data {len(text.encode())}\n{text}\n"
