"""Entries that contradict one another."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise

from kehoach.checks.review import PartReview, inset_period, of_period
from kehoach.checks.sample_files import DATED
from kehoach.diagnostics import Example, Finding, Rule, Severity, Value
from kehoach.verdicts.assessment import Report
from kehoach.verdicts.evidence import Claim
from kehoach.verdicts.obligations.obligation import Key
from kehoach.words import Text

_DATED = DATED + "tasks:\n"
_DONE = "  - {item: II.1.b, status: done, completed: 2021-07-%s}\n"
_RANK = {"not_started": 0, "in_progress": 1, "done": 2}

DIFFERENT = Rule(
    "KH415", Severity.WARNING,
    Text("Hai chỗ báo khác nhau về cùng một việc", "Two places say different things"),
    Text("mục {item}{of} đã được báo khác ở {other}",
         "item {item}{of} is reported differently in {other}"),
    Text("bỏ điều khác ở tệp này; nếu lần đầu báo nhầm, nơi nhận ghi vào receipts.yaml",
         "take back what differs in this file; if the first was a slip, the office enters it in "
         "receipts.yaml"),
    Text("Điều báo trước được tính; điều báo sau không làm kết quả tốt hơn, nhưng hai chỗ khác nhau thì "
         "cần rõ.",
         "What was told first counts, and what came later makes nothing better; but the two must be "
         "settled."),
    Example(_DATED + _DONE % "20" + _DONE % "25", _DATED + _DONE % "20"),
)  # fmt: skip
BACKWARDS = Rule(
    "KH416", Severity.WARNING,
    Text("Trạng thái đi lùi", "Status goes backwards"),
    Text("mục {item}{of}: {other} đã ghi “{before}”, nay lại ghi “{now}”",
         "item {item}{of}: {other} said “{before}”, this one says “{now}”"),
    Text("kiểm tra lại trạng thái; nếu báo nhầm trước đó thì sửa tệp cũ",
         "check the status; if the earlier one was wrong, mend that file"),
    Text("Việc đã xong không thể trở thành chưa xong mà không có giải thích.",
         "What was done cannot become undone without a word."),
    Example(_DATED + "  - {item: II.1.b, status: in_progress}\n", _DATED + _DONE % "20",
            beside=("submissions/so-tai-chinh/bao-cao-7.yaml",
                    _DATED.replace("1/BC, date: 2021-11-29", "7/BC, date: 2021-07-25")
                    + _DONE % "20")),
)  # fmt: skip
RULES = (DIFFERENT, BACKWARDS)


def find(review: PartReview) -> Iterator[Finding]:
    """Yield what differs between two entries on one obligation, in order of receipt."""
    for report in review.reports:
        sent_back = _sent_back(report)
        for key, said in report.claims.by_key.items():
            if said[0].of_start:
                continue  # what differs there is another check's matter
            heard = [
                claim for claim in said if claim.came_by(report.as_of) and not claim.overwritten
            ]
            for earlier, later in pairwise(heard):
                if not _apart(earlier, later, sent_back.get(key, ())):
                    yield from _between(earlier, later)


def _sent_back(report: Report) -> Mapping[Key, tuple[date, ...]]:
    """Return the days on which deliveries were sent back, by what was delivered."""
    returned = report.those(lambda each: bool(each.obligation.returns))
    return {
        each.obligation.key._replace(agency=each.agency): tuple(
            one.day for one in each.obligation.returns if one.day
        )
        for each in returned
    }


def _apart(earlier: Claim, later: Claim, sent_back: Iterable[date]) -> bool:
    """Say whether the earlier was sent back before the later came: what is sent anew is to differ."""
    first, second = earlier.came, later.came
    return any(first and second and first.day <= day < second.day for day in sent_back)


def _between(earlier: Claim, later: Claim) -> Iterator[Finding]:
    key, place, subject = later.key, later.place(), later.subject
    values: dict[str, Value] = {"item": key.item, "period": key.period, "other": earlier.file}
    if _RANK[later.progress] < _RANK[earlier.progress]:
        values |= {
            "of": of_period(key.period),
            "before": str(earlier.progress),
            "now": str(later.progress),
        }
        yield Finding(BACKWARDS, place, values, subject)
    elif earlier.progress == later.progress == "done" and _sense(earlier) != _sense(later):
        values |= {"of": inset_period(key.period)}
        yield Finding(DIFFERENT, place, values, subject)


def _sense(claim: Claim) -> object:
    """Return what two entries that report the same must agree on."""
    if claim.kind == "report":
        return claim.nil, claim.document.number, claim.document.date
    return claim.completed, claim.quantity
