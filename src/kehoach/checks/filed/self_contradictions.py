"""Entries that contradict themselves."""

from collections.abc import Iterator
from datetime import date

from kehoach.checks.review import PartReview
from kehoach.checks.sample_files import DATED
from kehoach.diagnostics import Example, Finding, Rule, Severity, Value
from kehoach.verdicts.evidence import Claim
from kehoach.words import Text, captions
from kehoach.words.slips import same_day_before

_DONE = "tasks: [{item: II.1.b, status: done, completed: 2021-07-20%s}]\n"
_WHOLE = 100

EVIDENCE_AFTER = Rule(
    "KH413", Severity.WARNING,
    Text("Minh chứng có sau ngày hoàn thành", "Evidence dated after completion"),
    Text("mục {item} ghi hoàn thành ngày {completed}, nhưng văn bản {number} ký ngày {day}",
         "item {item} is said to be completed on {completed}, but {number} is of {day}"),
    Text("sửa “completed” theo ngày của văn bản kết thúc việc, hoặc nêu đúng văn bản",
         "set “completed” to the day of the document that closed it, or name the right document"),
    Text("Một việc được khép lại bằng một văn bản: văn bản có sau thì ngày hoàn thành chưa chắc đúng.",
         "A task is closed by a document; if that came later, the stated day is doubtful."),
    Example(DATED + _DONE % ", evidence: [{number: 18/STC, date: 2021-07-28}]",
            DATED + _DONE % ", evidence: [{number: 18/STC, date: 2021-07-20}]"),
)  # fmt: skip
NOT_WHOLE = Rule(
    "KH414", Severity.WARNING,
    Text("Ghi xong nhưng chưa đủ 100 %", "Done, but below 100 %"),
    Text("mục {item} ghi là đã xong nhưng percent là {percent}",
         "item {item} is said to be done, but its percent is {percent}"),
    Text("ghi “status: in_progress”, hoặc bỏ dòng percent",
         "write “status: in_progress”, or leave percent out"),
    Text("Một việc chưa đủ 100 % thì chưa xong.", "What is below 100 % is not done."),
    Example(DATED + _DONE % ", percent: 80", DATED + _DONE % ", percent: 100"),
)  # fmt: skip
FORETOLD = Rule(
    "KH418", Severity.WARNING,
    Text("Ngày hoàn thành sau ngày nhận", "Completed after it was received"),
    Text("mục {item} ghi hoàn thành ngày {completed}, nhưng đã nhận từ ngày {day}",
         "item {item} is said to be completed on {completed}, but this was received on {day}"),
    Text("ghi “status: in_progress” cho đến khi xong, hoặc sửa ngày: “completed: {better}”",
         "write “status: in_progress” until it is done, or mend the day: “completed: {better}”"),
    Text("Không ai biết trước ngày hoàn thành; đến ngày đó mục sẽ tự được tính là xong.",
         "Nobody knows it beforehand; on that day the task would count as done by itself."),
    Example(DATED + _DONE.replace("2021-07-20", "2021-12-10") % "", DATED + _DONE % ""),
)  # fmt: skip
RULES = (EVIDENCE_AFTER, NOT_WHOLE, FORETOLD)


def find(review: PartReview) -> Iterator[Finding]:
    """Yield what one entry says against itself."""
    for report in review.reports:
        for claim in report.heard():
            if claim.progress == "done" and claim.kind == "task" and not claim.of_start:
                yield from _of(claim)


def _of(claim: Claim) -> Iterator[Finding]:
    item = claim.key.item
    if claim.percent is not None and claim.percent < _WHOLE:
        values = {"item": item, "percent": str(claim.percent)}
        yield Finding(NOT_WHOLE, claim.place("percent"), values, claim.subject)
    if claim.completed:
        yield from _dated(claim, claim.completed)


def _dated(claim: Claim, completed: date) -> Iterator[Finding]:
    """Yield what speaks against the day of completion."""
    values: dict[str, Value] = {"item": claim.key.item}
    if claim.came and claim.came.day < completed:
        meant = same_day_before(completed, claim.came.day)
        better = meant.isoformat() if meant else captions.DAY_FORM
        values |= {"completed": completed, "day": claim.came.day, "better": better}
        yield Finding(FORETOLD, claim.place("completed"), values, claim.subject)
    for index, proof in enumerate(claim.evidence):
        if proof.date and proof.date > completed:
            values = {"item": claim.key.item, "number": proof.number or "?"}
            values |= {"completed": completed, "day": proof.date}
            yield Finding(EVIDENCE_AFTER, claim.place("evidence", index), values, claim.subject)
