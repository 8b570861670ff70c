"""A task's day is what was told in time: stories, each with its verdict worked out by hand.

Plan "07" of ``lives.py``, where nothing rolls: item 2 is due on 30 June 2022 and can be told in time
until the next report is due, 1 December 2022 (inclusive); item 3 of 2022 is due on 31 December, and can
be told until 1 December 2023. A story is what stc's files said from a day on; ``None`` takes one away.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from kehoach.reading.folder import DataFolder
from kehoach.run import Question, answer, answering
from run.histories import Office
from run.lives import PLAN, REGISTRY

END = "2024-12-31"
LETTER = "document: {number: 9/CV, date: 2022-06-25}"
_DECISIONS = """\
schema: kehoach/decisions@1
{kind}:
  - {{{entry}, document: {{number: 7/CV, date: {day}}}}}
"""
_BOOK = "schema: kehoach/receipts@1\nreceipts:\n  - {{agency: stc, {entry}}}\n"


def says(entry: str, head: str = LETTER) -> str:
    """Return a file of stc with one entry on a task."""
    return (
        f'schema: kehoach/submission@1\nplan: "07"\nagency: stc\n{head}\ntasks:\n  - {{{entry}}}\n'
    )


def two(more: str, head: str = LETTER) -> str:
    """Return a file that says that item 2 is done."""
    return says(f'item: "2", status: done{more}', head)


def three(quantity: int, completed: str) -> str:
    """Return a file that says how much of item 3 was done."""
    return says(
        f'item: "3", period: 2022, status: done, quantity: {quantity}, completed: {completed}'
    )


JUNE, JULY = two(", completed: 2022-06-20"), two(", completed: 2022-07-05")
UNPROVEN = two(", completed: 2022-06-20", "document: {date: 2022-06-25}")
OF_LATE_JUNE = two(", completed: 2022-06-25", "document: {number: 9/CV, date: 2022-05-30}")
OF_MID_JUNE = two(", completed: 2022-06-15", "document: {number: 9/CV, date: 2022-05-30}")
Files = dict[str, str | None]


@dataclass(frozen=True)
class Story:
    """What the files said from a day on, the office's files, and the verdict on ``as_of``."""

    name: str
    told: tuple[tuple[str, Files], ...]
    verdict: tuple[str, int]
    office: dict[str, str] = field(default_factory=dict)
    policy: str = 'reporting: "1", tolerance_days: 10'
    as_of: str = END
    key: tuple[str, str] = ("2", "once")

    @property
    def slug(self) -> str:
        """Return its name as the page on receipts cites it."""
        return re.sub(r"\W+", "-", self.name)


def once(day: str, text: str) -> tuple[tuple[str, Files], ...]:
    """Return that one file came on a day."""
    return ((day, {"a": text}),)


def then(day: str, text: str, later: str, other: str) -> tuple[tuple[str, Files], ...]:
    """Return that one file came, and was written anew."""
    return ((day, {"a": text}), (later, {"a": other}))


_EXTENDED = {"decisions.yaml": _DECISIONS.format(
    kind="extensions", entry='item: "2", due: 2023-01-31', day="2022-06-01")}  # fmt: skip
_REPORT_EXTENDED = {"decisions.yaml": _DECISIONS.format(
    kind="extensions", entry='item: "1", period: 2022, due: 2022-12-20', day="2022-11-01")}  # fmt: skip
_REPORT_WAIVED = {"decisions.yaml": _DECISIONS.format(
    kind="waivers", entry='item: "1", period: 2022, reason: Bão', day="2022-11-01")}  # fmt: skip
_EVIDENCE = two(", completed: 2022-06-20, evidence: [{number: 5/QD, date: 2022-06-20}]")
STORIES = (
    Story("told soon", once("2022-07-10", JUNE), ("done_on_time", -10)),
    Story("told on the last day", once("2022-12-01", JUNE), ("done_on_time", -10)),
    Story("told a day after it", once("2022-12-02", JUNE), ("done_late", 155)),
    Story("told late and done late", once("2022-12-02", JULY), ("done_late", 155)),
    Story("told years later", once("2024-06-30", JUNE), ("done_late", 731)),
    Story("done late, told in time", once("2022-07-10", JULY), ("done_late", 5)),
    Story("without a day", once("2022-07-10", two("")), ("done_late", 10)),
    Story("a day added later", then("2022-07-10", two(""), "2022-08-01", JUNE), ("done_late", 10)),
    Story("a better day later", then("2022-07-10", JULY, "2022-08-01", JUNE), ("done_late", 5)),
    Story("the same day again", then("2022-07-10", JUNE, "2024-08-01", f"{JUNE}note: x\n"),
          ("done_on_time", -10)),
    Story("proven later, in time", then("2022-07-10", UNPROVEN, "2022-08-01", JUNE), ("done_on_time", -10)),
    Story("proven too late", then("2022-07-10", UNPROVEN, "2022-12-05", JUNE), ("done_late", 158)),
    Story("in progress, then done long ago", then(
        "2022-07-10", says('item: "2", status: in_progress'), "2023-01-10", JUNE), ("done_late", 194)),
    Story("an extended task is told by a later report",
          once("2023-11-30", two(", completed: 2023-01-20")), ("done_on_time", -11), _EXTENDED),
    Story("an extended report gives more time to tell", once("2022-12-15", JUNE), ("done_on_time", -10),
          _REPORT_EXTENDED),
    Story("a waived report is not owed: the next one is", once("2023-05-01", JUNE), ("done_on_time", -10),
          _REPORT_WAIVED),
    Story("without reports, within the tolerance", once("2022-07-10", JUNE), ("done_on_time", -10),
          policy="tolerance_days: 10"),
    Story("without reports, after the tolerance", once("2022-07-11", JUNE), ("done_late", 11),
          policy="tolerance_days: 10"),
    Story("where every declared day is taken", once("2024-06-30", JUNE), ("done_on_time", -10),
          policy='reporting: "1", telling: declared'),
    Story("announced, before its day", once("2022-06-01", OF_LATE_JUNE), ("in_term", -20),
          as_of="2022-06-10"),
    Story("announced, and its day came", once("2022-06-01", OF_LATE_JUNE), ("done_on_time", -5)),
    Story("announced, and put right before its day", then(
        "2022-06-01", OF_LATE_JUNE, "2022-06-15", OF_MID_JUNE), ("done_on_time", -15)),
    Story("announced, and made better after its day", then(
        "2022-06-01", OF_LATE_JUNE, "2022-06-28", OF_MID_JUNE), ("done_on_time", -5)),
    Story("a second file of a later commit", (("2022-07-10", {"z": JULY}), ("2022-07-10", {"a": JUNE})),
          ("done_late", 5)),
    Story("two files of one commit", (("2022-07-10", {"z": JULY, "a": JUNE}),), ("done_late", 5)),
    Story("two files of one commit, named the other way", (("2022-07-10", {"a": JULY, "z": JUNE}),),
          ("done_late", 5)),
    Story("withdrawn and told anew", (
        ("2022-07-10", {"a": JULY}), ("2022-08-01", {"a": None}), ("2022-09-01", {"b": JUNE})),
          ("done_late", 5)),
    Story("withdrawn and not told again", (("2022-07-10", {"a": JULY}), ("2022-08-01", {"a": None})),
          ("overdue", 915)),
    Story("the book dates its letter", once("2023-02-01", JUNE), ("done_on_time", -10), {
        "receipts.yaml": _BOOK.format(entry=f"received: 2022-07-01, {LETTER}")}),
    Story("the book dates its evidence", once("2023-02-01", _EVIDENCE), ("done_on_time", -10), {
        "receipts.yaml": _BOOK.format(
            entry="received: 2022-07-01, document: {number: 5/QD, date: 2022-06-20}")}),
    Story("the book knows that it is done", (("2022-02-01", {}),), ("done_on_time", -2), {
        "receipts.yaml": _BOOK.format(entry='received: 2022-07-02, item: "2", completed: 2022-06-28, '
                                      "document: {number: 3/CV, date: 2022-06-30}")}),
    Story("the book dates a letter to which the task was added later", (
        ("2022-07-01", {"a": JUNE.split("tasks:")[0]}), ("2023-02-01", {"a": JUNE})), ("done_late", 216), {
        "receipts.yaml": _BOOK.format(entry=f"received: 2022-07-01, {LETTER}")}),
    Story("enough, told in time", then(
        "2022-11-01", three(1, "2022-10-01"), "2023-02-01", three(2, "2022-12-20")), ("done_on_time", -11),
          key=("3", "2022")),
    Story("enough, told too late", then(
        "2022-11-01", three(1, "2022-10-01"), "2023-12-05", three(2, "2022-12-20")), ("done_late", 339),
          key=("3", "2022")),
    Story("never enough", once("2022-11-01", three(1, "2022-10-01")), ("overdue", 731), key=("3", "2022")),
)  # fmt: skip


@pytest.mark.parametrize("story", STORIES, ids=[each.slug for each in STORIES])
def test_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, story: Story) -> None:
    monkeypatch.setattr(answering, "today", lambda _zone: date.fromisoformat(END))
    office = Office(tmp_path / "kho", empty=True)
    plan = PLAN.replace('reporting: "1", tolerance_days: 10', story.policy)
    office.commit("2022-01-10", {"plan_07.yaml": plan, "agencies.yaml": REGISTRY})
    for day, files in story.told:
        told = {f"submissions/stc/{name}.yaml": text for name, text in files.items()}
        office.commit(day, told)
    office.commit("2024-12-01", story.office)
    run = answer(DataFolder(office.data), "data/", Question(date.fromisoformat(story.as_of)))
    (found,) = (
        (each.status.value, each.days)
        for each in run.assessments
        if (each.obligation.key.item, each.obligation.key.period) == story.key
        and each.agency == "stc"
    )
    assert found == story.verdict
