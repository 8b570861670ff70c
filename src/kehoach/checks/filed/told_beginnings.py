"""What is said of the beginning of a task and cannot be, or does not count as it was said."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kehoach.checks.review import PartReview
from kehoach.checks.sample_files import HEAD, PLAN
from kehoach.diagnostics import Example, Finding, Rule, Severity, Value
from kehoach.grouping import group_by
from kehoach.model.deadlines.steps import NotBefore
from kehoach.model.ids import ItemId
from kehoach.model.submissions import TaskEntry
from kehoach.verdicts.assessment import Assessment, Reason, Report
from kehoach.verdicts.evidence import Claim
from kehoach.verdicts.obligations import Demand
from kehoach.words import Text, captions, day_words
from kehoach.words.statuses import Status

_PLAN = ("plan_07.yaml", PLAN + (
    'items:\n  - {id: "1", kind: task, title: Một, text: Khởi công., lead: [so-tai-chinh],'
    " deadline: [{start: {%s}}, {by: 2021-12-31}]}\n"
))  # fmt: skip
_BEGUN = HEAD.replace("06", "07") + (
    "document: {number: 1/BC, date: 2021-11-29}\ntasks: [{item: 1, status: in_progress%s}]\n"
)

EARLY = Rule(
    "KH545", Severity.WARNING,
    Text("Làm trước ngày được bắt đầu", "Begun before it was allowed"),
    Text("mục {item}: ghi {what} {day}, trước ngày được bắt đầu {first}",
         "item {item}: said to be {what} on {day}, before it may begin on {first}"),
    Text("kiểm tra ngày, thường là ghi nhầm; nếu đúng, nơi nhận đối chiếu với văn bản",
         "check the day, mostly it is a slip; if it is right, the office compares the document"),
    Text("Kế hoạch ấn định từ ngày nào mới được làm (start, from).",
         "The plan says from which day on it may begin (start, from)."),
    Example(_BEGUN % ", started: 2021-02-10", _BEGUN % ", started: 2021-03-10",
            beside=(_PLAN[0], _PLAN[1] % "from: 2021-03")),
)  # fmt: skip
UNCOUNTED = Rule(
    "KH546", Severity.WARNING,
    Text("Việc bắt đầu không được tính như đã ghi", "A beginning that does not count as told"),
    Text("mục {item} (bắt đầu): {why}", "the beginning of item {item}: {why}"),
    Text("ghi “started: NĂM-THÁNG-NGÀY” và văn bản (evidence); điều đã báo trước được giữ, chỉ sổ văn bản "
         "đến (started) sửa được",
         "write “started: YYYY-MM-DD” and a document (evidence); what was told first stays, only the "
         "registry book (started) mends it"),
    Text("Việc bắt đầu được tính theo ngày bắt đầu, có văn bản, báo kịp hạn của báo cáo tiếp theo.",
         "A beginning counts by its day, proved by a document, told by the due day of the next report."),
    Example(_BEGUN % "", _BEGUN % ", started: 2021-11-10",
            beside=(_PLAN[0], _PLAN[1] % "by: 2021-11-30")),
)  # fmt: skip
CONTRADICTED = Rule(
    "KH547", Severity.WARNING,
    Text("Ngày bắt đầu mâu thuẫn", "A day of beginning that contradicts"),
    captions.ITEM_SAID,
    Text("kiểm tra “started” và “status”; nếu lần đầu báo nhầm, nơi nhận ghi ngày đúng vào receipts.yaml",
         "check “started” and “status”; if the first telling was a slip, the office enters the right day "
         "in receipts.yaml"),
    Text("Điều báo trước được tính; hai ngày khác nhau thì cần rõ.",
         "What was told first counts; two different days must be settled."),
    Example(_BEGUN.replace("in_progress", "done, completed: 2021-11-01") % ", started: 2021-11-10",
            _BEGUN.replace("in_progress", "done, completed: 2021-11-20") % ", started: 2021-11-10",
            beside=(_PLAN[0], _PLAN[1] % "by: 2021-11-30")),
)  # fmt: skip
RULES = (EARLY, UNCOUNTED, CONTRADICTED)

_STARTED, _COMPLETED = captions.BEGUN, captions.DONE
WHY = {
    Reason.START_UNDATED: Text("ghi đang thực hiện nhưng không ghi ngày bắt đầu (started)",
                               "it is in progress, but the day it began (started) is not given"),
    Reason.BEGUN_UNPROVEN: Text("không có văn bản nào chứng minh", "no document proves it"),
    Reason.BEGUN_UNSTATED: Text("không ghi ngày nên tính theo ngày nhận {day}",
                                "the day is not given; the day of receipt {day} is used"),
    Reason.BEGUN_BY_END: Text("không ghi ngày bắt đầu nên tính theo ngày hoàn thành {day}",
                              "the day is not given; that of the end, {day}, is used"),
    Reason.BEGUN_TOLD_LATE: Text("tự khai ngày {declared} nhưng báo muộn; tính theo ngày báo {day}",
                                 "declared as {declared}, but told too late; {day} counts"),
}  # fmt: skip
_WHICH = Text("mục có nhiều lần bắt đầu ({periods}): ghi rõ là lần nào ở “period”",
              "it has several beginnings ({periods}): name the one meant as “period”")  # fmt: skip
_AFTER_END = Text("ngày bắt đầu {started} sau ngày hoàn thành {completed}",
                  "begun on {started}, after it was completed on {completed}")  # fmt: skip
_NOT_YET = Text("có ngày bắt đầu {started} nhưng ghi là chưa làm",
                "begun on {started}, but said to be not started")  # fmt: skip
_FORETOLD = Text("ngày bắt đầu {started} sau ngày nhận {came}",
                 "begun on {started}, but this was received on {came}")  # fmt: skip
_OTHERWISE = Text("lần đầu báo bắt đầu ngày {first}, ở đây ghi {started}; lần đầu được tính",
                  "first told as begun on {first}, here on {started}; the first telling "
                  "counts")  # fmt: skip


class _Starts(NamedTuple):
    """The beginnings that a plan asks for, and the words to which one of an item listens."""

    report: Report
    of: Mapping[ItemId, Sequence[Demand]]

    @classmethod
    def in_plan(cls, report: Report) -> "_Starts":
        """Return the beginnings that the plan of a report asks for, by item."""
        asked = (each for each in report.docket.demands if each.term.beginning)
        return cls(report, group_by(asked, lambda each: each.item.id))

    def theirs(self, claim: Claim) -> list[Demand]:
        """Return the beginnings of its item that a claim's agency owes."""
        asked = self.of.get(claim.key.item, ())
        return [each for each in asked if claim.key.agency in self.report.docket.roles(each)]


def find(review: PartReview) -> Iterator[Finding]:
    """Yield what entries say of beginnings, each at the newer text."""
    for report in review.reports:
        starts = _Starts.in_plan(report)
        if not starts.of:
            continue
        for claim in report.heard():
            if claim.kind == "task" and claim.key.item in starts.of:
                yield from _said(claim, starts)
        for verdict, claim in report.claimed(lambda each: each.reason in WHY):
            yield from _uncounted(verdict, claim)


def _said(claim: Claim, starts: _Starts) -> Iterator[Finding]:
    """Yield what one entry says too early, of too many, or against itself and what was told before."""
    for why in _contradictions(claim):
        place = claim.place("started")
        yield Finding(CONTRADICTED, place, {"item": claim.key.item, "why": why}, claim.subject)
    if claim.beside:
        return  # its entry speaks of the whole task, and is asked there
    theirs = starts.theirs(claim)
    for demand in theirs:
        yield from _early(claim, demand)
    if claim.started and len(theirs) > 1 and not claim.of_start and claim.progress != "done":
        why = _WHICH.filled(periods=", ".join(each.period for each in theirs))
        values: dict[str, Value] = {"item": claim.key.item, "why": why}
        yield Finding(UNCOUNTED, claim.place("started"), values, claim.subject)


def _early(claim: Claim, demand: Demand) -> Iterator[Finding]:
    """Yield that work began, or was done, before the day from which it was allowed."""
    step = demand.term.steps[-1] if demand.term.steps else None
    day = claim.started or claim.completed
    if isinstance(step, NotBefore) and day is not None and day < step.first:
        what, key = (_STARTED, "started") if claim.started else (_COMPLETED, "completed")
        values: dict[str, Value] = {"item": claim.key.item, "what": what}
        values |= {"day": day, "first": step.first}
        yield Finding(EARLY, claim.place(key), values, claim.subject)


def _contradictions(claim: Claim) -> Iterator[Text]:
    """Yield what speaks against the day on which an entry says that work began."""
    started = claim.started
    if started is None:
        return
    day = day_words(started)
    if claim.of_start:
        first = _first_told(claim)
        if first is not None and first != started:
            yield _OTHERWISE.filled(first=day_words(first), started=day)
        if claim.progress == "not_started":
            yield _NOT_YET.filled(started=day)
        elif claim.came and claim.came.day < started:
            yield _FORETOLD.filled(started=day, came=day_words(claim.came.day))
    elif claim.completed and claim.completed < started:
        yield _AFTER_END.filled(started=day, completed=day_words(claim.completed))


def _first_told(claim: Claim) -> date | None:
    """Return the day on which work began as it was told first."""
    first = claim.told.first
    entry = first.meaning.entry if first else None
    return entry.started or entry.completed if isinstance(entry, TaskEntry) else None


def _uncounted(verdict: Assessment, claim: Claim) -> Iterator[Finding]:
    """Yield why a beginning does not count as it was told.

    What an entry says of the task as a whole is told there; that its end stands for its beginning
    matters only where that is late, and nothing where no day is set.
    """
    if verdict.obligation.due is None or not _matters(verdict, claim):
        return
    days = {"day": verdict.completed, "declared": claim.told.declared}
    words = {name: day_words(day) for name, day in days.items() if day}
    why = WHY[verdict.reason].filled(**words)
    values: dict[str, Value] = {"item": claim.key.item, "why": why}
    yield Finding(UNCOUNTED, claim.place("status"), values, claim.subject)


def _matters(verdict: Assessment, claim: Claim) -> bool:
    """Say whether it is not told of the end already, nor without consequence."""
    if verdict.reason is Reason.BEGUN_BY_END:
        return verdict.status is Status.DONE_LATE
    ended = claim.progress == "done" and claim.started is None
    return not (claim.beside and ended)
