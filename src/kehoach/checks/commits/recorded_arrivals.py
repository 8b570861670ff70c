"""Whether the arrival log may be believed: how it was kept, what it says, what it covers."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from kehoach.checks.review import OfficeReview, plan_file
from kehoach.diagnostics import Affair, Finding, Place, Rule, Severity, Value
from kehoach.model import file_names
from kehoach.model.plan import Plan
from kehoach.verdicts.evidence.arrival_log import ArrivalLog
from kehoach.verdicts.evidence.commit import Commit
from kehoach.verdicts.evidence.commit_timeline import Timeline
from kehoach.verdicts.evidence.log_coverage import LineFault, coverage, line_faults
from kehoach.words import Text
from kehoach.words.safety import one_line

_SHORT = 10
_SOON = timedelta(days=2)  # a job may wait for a machine

KEPT = Rule(
    "KH525", Severity.ERROR,
    Text("Nhật ký tiếp nhận bị can thiệp", "The arrival log was tampered with"),
    Text("commit {commit} của nhánh nhật ký, do {address}, {reason}",
         "commit {commit} on the log's branch, by {address}, {reason}"),
    Text("bảo vệ nhánh kehoach-arrivals để chỉ dịch vụ được ghi; khôi phục các dòng cũ từ lịch sử của nó",
         "protect the branch kehoach-arrivals so that the service alone writes it; restore the old lines "
         "from its history"),
    Text("Nhật ký chỉ được thêm dòng, và chỉ do dịch vụ liệt kê trong services; dòng của người khác không "
         "được tính.",
         "Lines are only ever added to the log, by a service listed in services alone; what others add "
         "does not count."),
    affair=Affair.OFFICE,
)  # fmt: skip
LINE = Rule(
    "KH526", Severity.ERROR,
    Text("Dòng sai trong nhật ký tiếp nhận", "A line of the arrival log does not hold"),
    Text("dòng “{line}”: {reason}", "line “{line}”: {reason}"),
    Text("xem lịch sử của nhánh kehoach-arrivals; ghi ngày đến thật vào receipts.yaml nếu cần",
         "look into the history of the branch kehoach-arrivals; enter the true arrival in receipts.yaml if "
         "need be"),
    Text("Mỗi dòng là một commit của nhánh chính, theo thứ tự đến; dòng không thể đúng là dòng bị sửa, bị "
         "giả, hoặc nhánh chính đã bị viết lại.",
         "Each line is a commit of the main line, in the order of arrival; one that cannot be true was "
         "changed or forged, or the main line was rewritten."),
    affair=Affair.OFFICE,
)  # fmt: skip
OPEN = Rule(
    "KH527", Severity.WARNING,
    Text("Nhật ký tiếp nhận còn để ngỏ", "The arrival log leaves something open"),
    Text("nhật ký tiếp nhận: {reason}", "arrival log: {reason}"),
    Text("xem việc ghi nhật ký có chạy sau mỗi lần push không, git fetch đã lấy về chưa, và agencies.yaml "
         "có liệt kê dịch vụ ghi không",
         "see whether the job that records runs on every push, whether git fetch has brought the log, and "
         "whether agencies.yaml lists the service"),
    Text("Điều nhật ký không ghi thì vẫn tính theo ngày commit.",
         "What the log does not cover still counts by the days of commits."),
    affair=Affair.OFFICE, standing=True,
)  # fmt: skip
LOST = Rule(
    "KH528", Severity.ERROR,
    Text("Thiếu nhật ký tiếp nhận", "The arrival log is missing"),
    Text("kế hoạch nói nhật ký tiếp nhận có từ ngày {day}, nhưng {reason}",
         "the plan says that there is an arrival log since {day}, but {reason}"),
    Text("chạy git fetch; nếu nhánh kehoach-arrivals đã bị xoá hay lập lại thì khôi phục nó",
         "run git fetch; if the branch kehoach-arrivals was deleted or begun anew, restore it"),
    Text("Xoá nhật ký là cách dễ nhất để ngày của người gửi được tính lại; vì thế policy.arrivals ghi "
         "nó phải có từ ngày nào.",
         "To delete the log is the easiest way to have senders' days count again; so policy.arrivals says "
         "since when there must be one."),
    affair=Affair.OFFICE,
)  # fmt: skip
RULES = (KEPT, LINE, OPEN, LOST)

_STRANGER = Text(
    "không phải dịch vụ được liệt kê; dòng nó thêm không được tính",
    "is by no listed service; the lines it added do not count",
)
_REWRITTEN = Text("đã sửa, xoá hoặc chèn dòng", "changed, dropped or inserted lines")
_MALFORMED = Text("không đọc được, không được tính", "cannot be read, and does not count")
_ASIDE = Text(
    "commit này không nằm trên nhánh chính: dòng giả, hoặc nhánh chính đã bị hợp nhất ngược",
    "that commit is not on the main line: a forged line, or the main line was merged backwards",
)
_FAULTS = {
    LineFault.AGAIN: Text("commit này đã có một dòng trước", "an earlier line names that commit"),
    LineFault.DISORDER: Text("sớm hơn một dòng đứng trước", "earlier than a line above it"),
    LineFault.BEFORE_PARENT: Text(
        "sớm hơn ngày của commit mà nó dựa vào", "earlier than the commit on which it rests"
    ),
    LineFault.FUTURE: Text("sau ngày hôm nay", "after today"),
    LineFault.GONE: Text(
        "nhánh chính không còn commit này: đã bị viết lại, hoặc dòng giả",
        "the main line no longer holds that commit: it was rewritten, or the line is forged",
    ),
}
_SKIPPED = Text(
    "{count} commit của nhánh chính không có trong nhật ký, mới nhất là {commit} ngày {day}",
    "not in the log: {count} of the commits of the main line, the newest {commit} of {day}",
)
_PENDING = Text(
    "{count} commit sau dòng cuối của nhật ký chưa được ghi, cũ nhất là {commit} ngày {day}",
    "not recorded yet: {count} of the commits after the log's last line, the oldest {commit} of {day}",
)
_SLOW = Text(
    "commit {commit} do cơ quan tổng hợp hoặc máy chủ tạo ngày {day}, mãi ngày {seen} mới được ghi; nếu "
    "việc ghi chạy chậm thì ghi ngày đến thật vào receipts.yaml",
    "commit {commit} was made by the office or a forge on {day} and recorded on {seen} only; if the job "
    "ran late, enter the true arrival in receipts.yaml",
)
_NOBODY = Text(
    "agencies.yaml không liệt kê dịch vụ nào (services) nên không biết ai được ghi nhật ký",
    "agencies.yaml lists no service, so that nobody can say who may write the log",
)
_RIVAL = Text(
    "nhật ký ở {other} khác với nhật ký được dùng, ở {ref}",
    "the log on {other} differs from the one that is used, on {ref}",
)
_NONE = Text("không có nhánh kehoach-arrivals", "there is no branch kehoach-arrivals")
_EMPTY = Text(
    "nhật ký không có dòng đầu nên không biết phủ từ commit nào",
    "the log has no head, so that nobody knows since which commit it covers the main line",
)
_LATER = Text("nhật ký bắt đầu từ ngày {day}", "the log begins on {day}")


def find(review: OfficeReview) -> Iterator[Finding]:
    """Yield what makes the log doubtful, once for all plans; and for each plan whose log is missing."""
    audited = False
    for docket, known in review.logged():
        plan = docket.plan
        yield from _required(review, plan, known.logged.log)
        if (log := known.logged.log) is not None and not audited:
            audited = True
            yield from _audit(review, known, log, plan.timezone)


def _required(review: OfficeReview, plan: Plan, log: ArrivalLog | None) -> Iterator[Finding]:
    """Yield that a log which the plan speaks of is not there, or not since when it says."""
    if (since := plan.policy.arrivals) is None:
        return
    reason = _NONE
    if log is not None:
        began = log.since.day(plan.timezone) if log.since else None
        if began is not None and began <= since:
            return
        reason = _LATER.filled(day=began.isoformat()) if began else _EMPTY
    place = Place(plan_file(review.files, plan.id), ("policy", "arrivals"))
    yield Finding(LOST, place, {"day": since, "reason": reason})


def _audit(review: OfficeReview, known: Timeline, log: ArrivalLog, zone: str) -> Iterator[Finding]:
    for reason, commits in ((_STRANGER, log.strangers), (_REWRITTEN, log.rewritten)):
        for each in commits:
            author, committer = each.writers
            address = committer if author == committer else f"{author} ({committer})"
            yield _finding(KEPT, reason, commit=each.id[:_SHORT], address=one_line(address))
    for line in log.malformed:
        yield _finding(LINE, _MALFORMED, line=one_line(line)[:80])
    for arrival, fault in line_faults(known.commits, log, zone, known.today):
        yield _finding(LINE, _FAULTS[fault], line=one_line(arrival.written()).strip())
    for commit in known.aside:
        yield _finding(LINE, _ASIDE, line=one_line(log.first[commit.id].written()).strip())
    for reason in _left_open(review, known, log, zone):
        yield _finding(OPEN, reason)


def _finding(rule: Rule, reason: Text, **words: Value) -> Finding:
    """Return a finding on the log, which lies in no file of the data folder."""
    return Finding(rule, Place.whole(file_names.REGISTRY), {**words, "reason": reason})


def _left_open(review: OfficeReview, known: Timeline, log: ArrivalLog, zone: str) -> Iterator[Text]:
    yield from _lacking(known, log)
    yield from _slow(known, log, zone)
    if log.since is None:
        yield _EMPTY
    if not review.files.registry.services:
        yield _NOBODY
    for other in log.rivals:
        yield _RIVAL.filled(other=one_line(other), ref=one_line(log.ref))


def _lacking(known: Timeline, log: ArrivalLog) -> Iterator[Text]:
    """Yield what of the main line was passed over, and what has waited long to be recorded.

    What agencies pushed themselves is told of by KH529: it rests on their own clocks.
    """
    lacking = coverage(known.commits, log)
    if lacking.skipped:
        yield _counted(_SKIPPED, lacking.skipped, lacking.skipped[0])
    old = [each for each in lacking.pending if each.committed <= known.today - _SOON]
    waiting = [each for each in old if known.committers.witnessed(each)]
    if waiting:
        yield _counted(_PENDING, waiting, waiting[-1])


def _slow(known: Timeline, log: ArrivalLog, zone: str) -> Iterator[Text]:
    """Yield the reports that the office or a forge took in before the day of the log."""
    brought = (each for each in known.commits if each.first and each.id in log.first)
    for commit in brought:
        seen = log.first[commit.id].day(zone)
        if seen > commit.committed and known.committers.witnessed(commit):
            yield _SLOW.filled(commit=commit.id[:_SHORT], day=commit.committed, seen=seen)


def _counted(words: Text, commits: Sequence[Commit], named: Commit) -> Text:
    return words.filled(count=len(commits), commit=named.id[:_SHORT], day=named.committed)
