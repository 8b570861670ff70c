"""Reasons and expected days that cannot be: passed, before they were told, or of what is done."""

from collections.abc import Iterator
from datetime import date

from kehoach.checks.review import PartReview
from kehoach.checks.sample_files import DATED
from kehoach.diagnostics import Example, Finding, Rule, Severity, Value
from kehoach.model.submissions import TaskEntry
from kehoach.verdicts.assessment import Report
from kehoach.verdicts.evidence import Claim
from kehoach.words import Text, day_words

_OPEN = DATED + "tasks: [{item: II.1.b, status: in_progress, reason: chờ ý kiến%s}]\n"
_DONE = (
    DATED + "tasks: [{item: II.1.b, status: done, completed: 2021-07-20,"
    " evidence: [{number: 18/STC, date: 2021-07-20}]%s}]\n"
)

EXPECTED = Rule(
    "KH554", Severity.WARNING,
    Text("Ngày dự kiến không còn đúng", "An expected day that does not hold"),
    Text("mục {item}: dự kiến xong ngày {day}, {why}", "item {item}: expected on {day}, {why}"),
    Text("báo lại tình hình: ghi ngày dự kiến mới, hoặc “status: done” nếu đã xong",
         "tell anew how it stands: another expected day, or “status: done” if it is done"),
    Text("Ngày dự kiến được in cạnh việc quá hạn; ngày đã qua không nói lên điều gì.",
         "The expected day is printed beside what is overdue; one that has passed says nothing."),
    Example(_OPEN % ", expected: 2021-11-20", _OPEN % ", expected: 2022-03-31"),
)  # fmt: skip
OF_DONE = Rule(
    "KH555", Severity.WARNING,
    Text("Việc đã xong vẫn ghi lý do chưa xong", "A reason for what is done"),
    Text("mục {item} ghi là đã xong nhưng còn “{key}”, chỉ dùng cho việc chưa xong",
         "item {item} is said to be done, and yet has “{key}”, which is for what is not"),
    Text("xoá dòng “{key}”; nếu chưa xong thì ghi “status: in_progress”",
         "delete “{key}”; if it is not done, write “status: in_progress”"),
    Text("Không rõ việc đã xong hay còn vướng.", "It is not clear whether it is done or held up."),
    Example(_DONE % ", reason: chờ ý kiến", _DONE % ""),
)  # fmt: skip
RULES = (EXPECTED, OF_DONE)
PASSED = Text("ngày đó đã qua mà việc chưa xong", "which has passed, and it is not done")
BEFORE = Text("trước ngày {told} của chính tệp", "before the file's own day, {told}")


def find(review: PartReview) -> Iterator[Finding]:
    """Yield what cannot be of the reasons and expected days that had been told."""
    for report in review.reports:
        for claim in report.heard():
            entry = claim.saying.meaning.entry
            if isinstance(entry, TaskEntry) and not claim.beside:
                yield from (
                    _of_done(claim, entry) if entry.status == "done" else _early(claim, entry)
                )
        yield from _passed(report)


def _of_done(claim: Claim, entry: TaskEntry) -> Iterator[Finding]:
    for key in ("reason", "expected"):
        if getattr(entry, key) is not None:
            values: dict[str, Value] = {"item": entry.item, "key": key}
            yield Finding(OF_DONE, claim.place(key), values, claim.subject)


def _early(claim: Claim, entry: TaskEntry) -> Iterator[Finding]:
    """Yield an expected day before the one on which it was told."""
    told = _told(claim)
    if entry.expected and told and entry.expected < told:
        yield _finding(claim, entry.expected, BEFORE.filled(told=day_words(told)))


def _told(claim: Claim) -> date | None:
    """Return the day of the file, else that on which it came."""
    return claim.document.date or (claim.came.day if claim.came else None)


def _passed(report: Report) -> Iterator[Finding]:
    """Yield the expected days of what is still not done that have passed."""
    for each in report.those(lambda one: one.expected is not None):
        day, claim = each.expected, each.claim
        if day is None or claim is None or day >= report.as_of or claim.beside:
            continue
        told = _told(claim)
        if told is None or day >= told:  # else it was told too late to be expected at all
            yield _finding(claim, day, PASSED)


def _finding(claim: Claim, day: date, why: Text) -> Finding:
    values: dict[str, Value] = {"item": claim.key.item, "day": day_words(day), "why": why}
    return Finding(EXPECTED, claim.place("expected"), values, claim.subject)
