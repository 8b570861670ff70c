"""The program agrees, on random lives with returns, pauses and extensions, with a judge that counts days.

The judge is ``slow_verdicts.py``. Letters come on any day of the plan's years: whatever is not decided yet
on the day of asking has no effect. In these lives nothing strays, and a task is told without a day.
"""

import json
import os
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kehoach.cli import app
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, answer, answering, reckon
from run.lives import Entry, Key, Life, written
from run.slow_verdicts import KEYS, Decided, SlowJudge, Verdict, plan_day, said_by
from run.test_reckoning import checks, pages
from warm_runs import asked_again

END = date(2025, 3, 1)
FIRST = date(2022, 1, 10)
MORE = 40 if os.environ.get("KEHOACH_EXPLORE") else 1
SEEDS = st.integers(0, 2**32)
LIVES = settings(
    max_examples=12 * MORE, phases=[Phase.generate], suppress_health_check=[*HealthCheck]
)
SOME = settings(LIVES, max_examples=4 * MORE)


@pytest.fixture(autouse=True)
def _no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "today", lambda _zone: END)
    monkeypatch.setattr("threading.active_count", lambda: 1)


class DecidedLife(Life):
    """A life in which the office decides too, and agencies tell what is done without a day."""

    def __init__(self, random: Random) -> None:
        super().__init__(random, honest=True)
        self.changes = tuple(each for each in self.changes if each != self.stray)
        self.live(8)
        told = [key for key in KEYS if any(said_by(commit.tree, key) for commit in self.commits)]
        keys = [*random.sample(told, min(2, len(told))), random.choice(KEYS)]
        self.turns = [step.day for step in self.steps]
        self.turns += [plan_day(key) + timedelta(each) for key in keys for each in (-40, -5, 0, 20)]
        self.decisions = [self.a_decision(keys) for _ in range(random.randrange(3, 14))]
        self.decided = _text(self.decisions)

    def a_turn(self) -> date:
        """Return a day on or beside which something happens, so that often several things meet."""
        return self.random.choice(self.turns) + timedelta(self.random.choice((0, 0, 0, 1, -1)))

    def a_day(self) -> date:
        """Return a day on which a letter was written: today, or before."""
        return self.day - timedelta(days=self.random.choice((0, 0, 5, 40)))

    def a_task(self, agency: str) -> tuple[tuple[str, str], Entry]:
        """Return that a task is done, or not yet."""
        keys = [key for key in KEYS if key[1] == agency and key[0] != "1"]
        item, _, period = self.random.choice(keys)
        entry = Entry(self.random.randrange(4) > 0, quantity=2, evidence=FIRST)
        return (item, period), entry

    def a_decision(self, keys: Sequence[Key]) -> Decided:
        """Return a decision on something that is owed."""
        item, agency, period = self.random.choice(keys)
        kind = self.random.choice(("returns", "pauses", "pauses", "extensions"))
        whose = self.random.choice((agency, agency, None))
        one, two = sorted((self.a_turn(), self.a_turn()))
        if kind != "pauses":
            return Decided(kind, one, item, whose, period, two)
        which = self.random.choice((period, period, None))
        until = self.random.choice((two, two, two, None))
        return Decided(kind, self.a_turn(), item, whose, which, one, until)

    def judged(self, steps: int) -> SlowJudge:
        """Return the judge of what had happened after so many steps."""
        trees = {commit.mark: commit.tree for commit in self.commits}
        line = [(step.day, trees[step.tip]) for step in self.steps[:steps]]
        return SlowJudge([(FIRST, {}), *line], self.decisions)


def _text(decisions: list[Decided]) -> str:
    """Return the office's decisions.yaml."""
    lines = ["schema: kehoach/decisions@1\n"]
    for kind in ("extensions", "returns", "pauses"):
        entries = [
            each.text(number) for number, each in enumerate(decisions, 1) if each.kind == kind
        ]
        lines += [f"{kind}:\n", *entries] if entries else []
    return "".join(lines)


def told(run: Run) -> dict[Key, Verdict]:
    """Return what the program says, in the judge's words."""
    found: dict[Key, Verdict] = {}
    for each in run.assessments:
        key = each.obligation.key
        found[key.item, each.agency, key.period] = _verdict(
            each.status.value, each.days, each.obligation.due
        )
    return found


def _verdict(status: str, days: int | None, due: date | None) -> Verdict:
    return Verdict(status) if status == "paused" else Verdict(status, days, due)


def agree(found: dict[Key, Verdict], slow: dict[Key, Verdict]) -> None:
    """Compare both; the judge names no days where the due day is not settled."""
    asked = {key: found[key] if slow[key].due else Verdict(found[key].status) for key in slow}
    assert asked == slow


@given(SEEDS)
@LIVES
def test_as_the_slow_judge_has_it(seed: int) -> None:
    """On one day after the other, of the files as they are and as they were."""
    random = Random(seed)  # noqa: S311 - reproducible, not secret
    life = DecidedLife(random)
    with TemporaryDirectory() as folder:
        ids = written(life, Path(folder) / "kho")
        data = DataFolder(Path(folder) / "kho" / "data")
        for day in sorted({life.a_turn() for _ in range(12)}):
            slow = life.judged(len(life.steps)).verdicts(day)
            agree(told(answer(data, "data/", Question(day))), slow)
        for number, step in enumerate(life.steps, 1):
            question = Question(step.day, rev=ids[step.tip])
            agree(told(answer(data, "data/", question)), life.judged(number).verdicts(step.day))


@given(SEEDS)
@SOME
def test_parts_are_as_the_whole(seed: int) -> None:
    """Whoever judges, one process or three: every page and finding is the same, to the byte."""
    random = Random(seed)  # noqa: S311 - reproducible, not secret
    life = DecidedLife(random)
    day = random.choice((END, life.a_turn()))
    with TemporaryDirectory() as folder:
        written(life, Path(folder) / "kho")
        data = DataFolder(Path(folder) / "kho" / "data")
        for question, shown in (
            (Question(day, history=True), pages),
            (Question(day, history=True, wordings=True, listing=True), checks),
        ):
            whole = shown(answer(data, "data/", question))
            for jobs in (1, 2, 3):
                assert shown(reckon(data, "data/", question, jobs, 0)) == whole


@given(SEEDS)
@SOME
def test_kept_answers_are_as_the_slow_judge_has_it(
    capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    """Asked anew, of a kept answer, and of kept contents: on one day after the other."""
    random = Random(seed)  # noqa: S311 - reproducible, not secret
    life = DecidedLife(random)
    judge = life.judged(len(life.steps))
    status = asked_again(app.run)
    with TemporaryDirectory() as folder:
        written(life, Path(folder) / "kho")
        words = ["status", "--data", str(Path(folder) / "kho" / "data"), "--format", "json"]
        for day in sorted({life.a_turn() for _ in range(3)}):
            status([*words, "--as-of", str(day)])
            said = json.loads(capsys.readouterr().out)["obligations"]
            agree({(each["item"], each["agency"], each["period"]): _told(each) for each in said},
                  judge.verdicts(day))  # fmt: skip


def _told(said: Mapping[str, Any]) -> Verdict:
    return _verdict(said["status"], said["days"], date.fromisoformat(said["due"]))
