"""Days of receipt that git knows only after a fashion."""

from collections.abc import Iterator

from kehoach.checks.review import PartReview, of_period
from kehoach.diagnostics import Affair, Finding, Rule, Severity, Value
from kehoach.verdicts.assessment import Report, Status
from kehoach.verdicts.evidence import Source
from kehoach.verdicts.evidence.history import History
from kehoach.words import Text

_SHORT = 10

MERGED_LATE = Rule(
    "KH509", Severity.WARNING,
    Text("Nộp đúng hạn nhưng được hợp nhất muộn", "Committed in time, merged late"),
    Text("mục {item}{of}: nhánh có từ ngày {branch} (commit {commit}), nhánh chính nhận ngày "
         "{day}, hạn {due}",
         "item {item}{of}: on a branch since {branch} (commit {commit}), on the main line "
         "since {day}, due {due}"),
    Text("nếu cơ quan đã nộp đúng hạn, ghi ngày đến thật vào receipts.yaml",
         "if the agency sent it in time, enter the true day of arrival in receipts.yaml"),
    Text("Ngày nhận là ngày nhánh chính có báo cáo; chậm hợp nhất là việc của nơi nhận.",
         "Received is when the main line held it; a late merge is the receiving office's doing."),
    affair=Affair.OFFICE,
)  # fmt: skip
UNCOMMITTED = Rule(
    "KH510", Severity.NOTICE,
    Text("Chưa commit", "Not committed"),
    Text("nội dung này chưa có trong git; tạm tính là nhận hôm nay, {day}",
         "this is not in git yet; for now it counts as received today, {day}"),
    Text("chạy “git add” và “git commit” rồi gửi lên nhánh chính",
         "“git add” and “git commit” it, and bring it to the main branch"),
    Text("Chỉ nội dung trên nhánh chính mới có ngày nhận chắc chắn.",
         "Only what the main line holds has a day of receipt that stands."),
    affair=Affair.OFFICE,
)  # fmt: skip
RULES = (MERGED_LATE, UNCOMMITTED)


def find(review: PartReview) -> Iterator[Finding]:
    """Yield what is not committed yet, and what a branch held before the main line did."""
    for report, history in review.told():
        yield from _uncommitted(report)
        yield from _merged_late(report, history)


def _uncommitted(report: Report) -> Iterator[Finding]:
    """Yield, once a file, that what it says is not committed."""
    seen: set[str] = set()
    for claim in report.claims:
        receipt = claim.receipt
        if receipt is None or receipt.source is not Source.UNCOMMITTED or claim.file in seen:
            continue
        seen.add(claim.file)
        yield Finding(UNCOMMITTED, claim.place(), {"day": receipt.day}, claim.subject)


def _merged_late(report: Report, history: History) -> Iterator[Finding]:
    """Yield the late reports that a branch held in time."""
    for assessment, claim in report.claimed(lambda each: each.status is Status.DONE_LATE):
        due, receipt = assessment.obligation.due, claim.receipt
        branch = history.on_branch(claim.key, done=True)
        if receipt is None or receipt.source not in (Source.GIT, Source.ARRIVAL):
            continue
        if branch is None or due is None or branch.day > due or claim.kind != "report":
            continue
        key = claim.key
        words: dict[str, Value] = {
            "item": key.item,
            "period": key.period,
            "of": of_period(key.period),
        }
        words |= {"commit": branch.commit[:_SHORT]}
        days = {"branch": branch.day, "day": receipt.day, "due": due}
        yield Finding(MERGED_LATE, claim.place(), {**words, **days}, claim.subject)
